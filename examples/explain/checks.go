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
// each once, and of what Exchange's filter found where it is why.
func failedChecks(r *ndr.Report, p *page) (list []string) {
	var all *ndr.ReportError
	if errors.As(r.Err(), &all) {
		for _, e := range all.Failures {
			list = append(list, checks(e.Auth, p)...)
		}
	}
	if slices.ContainsFunc(r.Recipients, isFiltered) {
		for _, m := range headers.ParseAntispam(r.Original.Header.Get("X-Forefront-Antispam-Report")).Meanings() {
			list = append(list, m.Key+":"+m.Value+" "+m.Meaning)
		}
	}
	return unique(list)
}

// isFiltered reports whether a filter refused: what Exchange's found can be why.
func isFiltered(r ndr.Recipient) bool {
	switch r.Reason {
	case codes.SpamRejected, codes.AuthFailed, codes.PolicyRejected, codes.IPBlocked, codes.SenderRejected:
		return acted(r.Action)
	}
	return false
}

// checks tells of failed checks, and of what to do about each.
func checks(failed []*headers.AuthError, p *page) (list []string) {
	for _, a := range failed {
		line := fmt.Sprintf("%s=%s", a.Method, a.Result.Result)
		if a.Domain != "" {
			line += " (" + a.Domain + ")"
		}
		if why, ok := headers.CompAuth(a.Reason); ok && a.Method == "compauth" {
			line += " reason=" + a.Reason + " (" + why.Meaning + ")"
		}
		if a.Cause != "" {
			advice := codes.AuthAdvice(a.Method, string(a.Cause), p.lang)
			line += ": " + advice.Title + ". " + strings.Join(advice.Fixes, " ")
		}
		list = append(list, line)
	}
	return unique(list)
}

// unique returns the texts of list, each once, in their order. Of a check that
// is told with and without a cause the shorter text goes.
func unique(list []string) (kept []string) {
	for i, s := range list {
		told := slices.Contains(list[:i], s) || slices.ContainsFunc(list, func(o string) bool {
			return len(o) > len(s) && strings.HasPrefix(o, s)
		})
		if !told {
			kept = append(kept, s)
		}
	}
	return kept
}
