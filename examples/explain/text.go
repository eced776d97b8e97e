package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"golang.org/x/text/language"
)

// textPrinter explains reports to a person.
type textPrinter struct {
	w    io.Writer
	lang language.Tag
	some bool // something was printed before
}

func (p *textPrinter) finish() {}

func (p *textPrinter) print(res result) {
	r := res.report
	words := wordsFor(p.lang)
	p.heading(res.name)
	what := words.kinds[r.Kind.String()]
	if r.GeneratingServer != "" {
		what += ", " + words.reportedBy + " " + r.GeneratingServer
	}
	if r.Format != "" {
		what += " (" + r.Format + ")"
	}
	p.row(words.kind, what)
	if o := r.Original; o.MessageID != "" || o.Subject != "" {
		p.row(words.message, strings.TrimSpace(o.Subject+"  <"+o.MessageID+">"))
	}
	for i := range r.Recipients {
		p.recipient(&r.Recipients[i])
	}
	p.auth(r.Original.Auth)
	p.antispam(r.Original.Header.Get("X-Forefront-Antispam-Report"))
	for _, d := range r.Defects {
		p.row(words.defect, d.Error())
	}
}

// recipient explains what happened to one recipient.
func (p *textPrinter) recipient(r *ndr.Recipient) {
	words := wordsFor(p.lang)
	to := r.Address + ": " + words.actions[r.Action.String()]
	if r.OriginalAddress != "" && r.OriginalAddress != r.Address {
		to += " (" + words.first + " " + r.OriginalAddress + ")"
	}
	fmt.Fprintln(p.w)
	p.row(words.recipient, to)
	if r.Response != "" {
		said := r.Response
		if r.RemoteServer != "" {
			said = r.RemoteServer + ": " + said
		}
		p.row(words.said, said)
	}
	if r.Action == ndr.Failed || r.Action == ndr.Delayed {
		p.verdict(r.Reason, r.Owner, r.Permanent, r.Suppress)
		p.advice(r.Advice(p.lang))
		p.auth(headers.ReadReply(r.Response))
	}
}

// auth says which checks failed, and what to do about it.
func (p *textPrinter) auth(results []headers.Result) {
	for _, a := range results {
		if !a.Failed() {
			continue
		}
		line := fmt.Sprintf("%s=%s", a.Method, a.Result)
		if a.Domain != "" {
			line += " " + a.Domain
		}
		if why, ok := headers.CompAuth(a.Reason); ok && a.Method == "compauth" {
			line += " reason=" + a.Reason + " (" + why.Meaning + ")"
		}
		if a.Cause != "" {
			advice := codes.AuthAdvice(a.Method, string(a.Cause), p.lang)
			line += ": " + advice.Title + ". " + strings.Join(advice.Fixes, " ")
		}
		p.row(wordsFor(p.lang).auth, line)
	}
}

// antispam says why Exchange's filter acted.
func (p *textPrinter) antispam(report string) {
	for _, m := range headers.ParseAntispam(report).Meanings() {
		p.row(m.Key+":"+m.Value, m.Meaning)
	}
}

// verdict says why, who must act and what becomes of the address.
func (p *textPrinter) verdict(reason codes.Reason, owner codes.Owner, permanent, suppress bool) {
	words := wordsFor(p.lang)
	how := words.temporary
	if permanent {
		how = words.permanent
	}
	p.row(words.reason, reason.String()+", "+how)
	p.row(words.owner, words.owners[owner.String()])
	if suppress {
		p.row(words.address, words.stop)
	} else {
		p.row(words.address, words.keep)
	}
}

// advice says what to do.
func (p *textPrinter) advice(a codes.Advice) {
	words := wordsFor(p.lang)
	p.row(words.meaning, strings.TrimSpace(a.Title+". "+a.Meaning))
	for _, c := range a.Causes {
		p.row(words.cause, c)
	}
	for _, f := range a.Fixes {
		p.row(words.fix, f)
	}
	if a.Link != "" {
		p.row(words.link, a.Link)
	}
}

// heading begins a message, after a blank line.
func (p *textPrinter) heading(name string) {
	if p.some {
		fmt.Fprintln(p.w)
	}
	p.some = true
	fmt.Fprintln(p.w, printable(name))
}

func (p *textPrinter) row(label, text string) {
	fmt.Fprintf(p.w, "  %-*s %s\n", labelWidth, label, printable(text))
}

// labelWidth is the width of the longest label in any language.
const labelWidth = 14

// printable takes out what could drive a terminal: file names and replies are
// written by strangers.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || 0x7f <= r && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

// summaryPrinter counts instead of explaining.
type summaryPrinter struct {
	w      io.Writer
	counts [3]map[string]int
}

var summaryTitles = [3]string{"kind", "reason", "owner"}

func (p *summaryPrinter) print(res result) {
	p.count(0, res.report.Kind.String())
	for i := range res.report.Recipients {
		if r := &res.report.Recipients[i]; r.Action == ndr.Failed || r.Action == ndr.Delayed {
			p.count(1, r.Reason.String())
			p.count(2, r.Owner.String())
		}
	}
}

func (p *summaryPrinter) count(table int, name string) {
	if p.counts[table] == nil {
		p.counts[table] = make(map[string]int)
	}
	if name == "" {
		name = "unknown"
	}
	p.counts[table][name]++
}

// finish prints the counts, the largest first.
func (p *summaryPrinter) finish() {
	for i, counts := range p.counts {
		names := make([]string, 0, len(counts))
		for name := range counts {
			names = append(names, name)
		}
		slices.SortFunc(names, func(a, b string) int {
			if counts[a] != counts[b] {
				return counts[b] - counts[a]
			}
			return strings.Compare(a, b)
		})
		for _, name := range names {
			fmt.Fprintf(p.w, "%-8s %-24s %8d\n", summaryTitles[i], name, counts[name])
		}
	}
}
