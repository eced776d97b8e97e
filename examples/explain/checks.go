package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// failedChecks tells of the authentication checks that are why delivery failed,
// each once.
func failedChecks(r *ndr.Report, p *page) (list []string) {
	if all, ok := errors.AsType[*ndr.ReportError](r.Err()); ok {
		for _, e := range all.Failures {
			list = append(list, checks(e.Auth, p)...)
		}
	}
	return unique(list)
}

// filtered tells what Exchange's filter found, where it can be why.
func filtered(r *ndr.Report, p *page) (list []string) {
	if !slices.ContainsFunc(r.Recipients, isFiltered) {
		return nil
	}
	for _, m := range headers.ParseAntispam(r.Original.Header.Get("X-Forefront-Antispam-Report")).Meanings() {
		line := m.Key + ":" + m.Value
		if p.lang == languages[0] { // the language of the meanings
			line += " " + m.Meaning
		}
		list = append(list, line)
	}
	return list
}

// isFiltered reports whether a filter refused: what Exchange's found can be why.
func isFiltered(r ndr.Recipient) bool {
	switch r.Reason {
	case codes.SpamRejected, codes.AuthFailed, codes.PolicyRejected, codes.IPBlocked, codes.SenderRejected:
		return acted(r.Action)
	}
	return false
}

// checks tells of failed checks, and of what is wrong; what to do stands in the
// advice on the failure. What the language of p has no words for is left out.
func checks(failed []*headers.AuthError, p *page) (list []string) {
	for _, a := range failed {
		line := fmt.Sprintf("%s=%s%s", a.Method, a.Result.Result, parenthesis(a.Domain))
		if why, ok := headers.CompAuth(a.Reason); ok && a.Method == "compauth" {
			line += " reason=" + a.Reason
			if p.lang == languages[0] {
				line += parenthesis(why.Meaning)
			}
		}
		if advice := codes.AuthAdvice(a.Method, string(a.Cause), p.lang); a.Cause != "" && advice.Language == p.lang {
			line = p.text("form.meaning", line, p.text("form.sentence", advice.Title))
		}
		list = append(list, line)
	}
	return unique(list)
}

// unique returns the texts of list, each once, in their order. Of a check that
// is told with and without a cause the shorter text goes.
func unique(list []string) (kept []string) {
	sorted := slices.Compact(slices.Sorted(slices.Values(list))) // a text, and behind it those that begin with it
	told := make(map[string]bool)
	for _, s := range list {
		i, _ := slices.BinarySearch(sorted, s)
		isShorter := i+1 < len(sorted) && strings.HasPrefix(sorted[i+1], s)
		if !told[s] && !isShorter {
			kept = append(kept, s)
		}
		told[s] = true
	}
	return kept
}
