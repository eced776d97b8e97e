package main

import (
	"errors"
	"fmt"
	"strings"

	"example.com/ndr/codes"
	"golang.org/x/text/language"
)

var errNoCode = errors.New("neither a code, such as 5.7.26 or 550, nor the name of a reason, such as mailbox-full; see -advice list")

// lookUp explains the code or the reason of -advice.
func (e *explainer) lookUp() {
	var a answer = codeList{}
	if e.advice != "list" {
		l, ok := newLookup(e.advice, e.host)
		if !ok {
			e.problems.add("-advice "+e.advice, errNoCode)
			return
		}
		a = l
	}
	out, err := e.print("-", a)
	if err != nil {
		e.problems.add("-advice "+e.advice, err)
	}
	e.out.Write(out) // the writer keeps its error for Flush
}

// A lookup is what a code or a reason means where there is no message.
type lookup struct {
	code     string
	listed   codes.Registration
	response codes.Response // of a code
	verdict  codes.Verdict
}

// newLookup looks up a code, perhaps with words behind it, as host gives it, or
// the name of a reason.
func newLookup(code, host string) (lookup, bool) {
	l := lookup{code: code}
	if r, err := codes.ParseReason(strings.ToLower(code)); err == nil {
		l.verdict = codes.Verdict{Reason: r, Owner: r.Owner(), Scope: r.Scope()}
		return l, true
	}
	l.response = codes.ParseResponse(code)
	switch {
	case l.response.Status.IsValid():
		l.listed, _ = l.response.Status.Registration()
	case l.response.Reply.IsValid():
		l.listed, _ = l.response.Reply.Registration()
	default:
		return l, false
	}
	l.verdict = l.response.Judge(&codes.Options{Host: host})
	return l, true
}

// isPositive reports whether the code refuses nothing.
func (l lookup) isPositive() bool {
	return l.response.Reply.Positive() || l.response.Status.Class() == 2
}

// advice explains the code, and nothing where nobody need act.
func (l lookup) advice(lang language.Tag) codes.Advice {
	switch {
	case l.isPositive():
		return codes.Advice{}
	case l.response == codes.Response{}:
		return l.verdict.Reason.Advice(lang)
	}
	return l.response.AdviceFor(l.verdict, lang)
}

func (l lookup) text(p *page) {
	w := p.words
	if l.isPositive() {
		p.headline(l.code + ": " + w.accepted)
	} else {
		a := l.advice(p.lang)
		p.headline(l.code + ": " + a.Title + ".")
		p.paragraph(a.Meaning)
		fmt.Fprintln(p)
		p.row(w.who, owner(l.verdict.Owner, nil, nil, w))
		p.list(w.todo, a.Fixes)
		p.section(w.postmaster)
		p.row(w.reason, fmt.Sprintf("%s (%s)", l.verdict.Reason, inWords(l.verdict.Reason, p.lang)))
		if l.response != (codes.Response{}) {
			p.row(w.evidence, evidence(l.verdict.Evidence, w))
		}
		p.list(w.cause, a.Causes)
		p.row(w.link, a.Link)
	}
	if l.listed.Code != "" {
		p.row(w.code, l.listed.Code+" "+l.listed.Title+parenthesis(l.listed.Source))
	}
}

// lookupJSON is what -advice -json prints.
type lookupJSON struct {
	Code      string         `json:"code"`
	Reply     codes.Reply    `json:"reply"`
	Status    codes.Status   `json:"status"`
	Reason    codes.Reason   `json:"reason"`
	Permanent bool           `json:"permanent"`
	Owner     codes.Owner    `json:"owner"`
	Scope     codes.Scope    `json:"scope"`
	Evidence  codes.Evidence `json:"evidence"`
	adviceJSON
	Listed listedJSON `json:"listed"`
}

// listedJSON is what a registry, or a vendor's document, says of a code.
type listedJSON struct {
	Code   string       `json:"code"`
	Title  string       `json:"title"`
	Source string       `json:"source"`
	Reason codes.Reason `json:"reason"`
}

func (l lookup) rows(lang language.Tag) []any {
	v := l.verdict
	return []any{lookupJSON{
		l.code, l.response.Reply, l.response.Status, v.Reason, v.Permanent, v.Owner, v.Scope, v.Evidence,
		newAdviceJSON(l.advice(lang)), listedJSON(l.listed),
	}}
}

// A codeList lists what can be looked up: the reasons, the reply codes and the
// enhanced status codes that are known.
type codeList struct{}

func (codeList) text(p *page) {
	for _, r := range codes.Reasons() {
		fmt.Fprintf(p, "%s %s\n", pad(r.String(), codeWidth), inWords(r, p.lang))
	}
	fmt.Fprintln(p)
	for _, c := range listedCodes() {
		p.wrap(pad(c.Code, len("4.7.500-699"))+" ", strings.Repeat(" ", len("4.7.500-699 ")), c.Title+parenthesis(c.Reason.String()))
	}
}

// codeWidth is the width of the longest name of a reason.
const codeWidth = 23

func (codeList) rows(language.Tag) (rows []any) {
	for _, c := range listedCodes() {
		rows = append(rows, listedJSON(c))
	}
	return rows
}

// listedCodes returns the reply codes that refuse, then the enhanced status
// codes, each once and in order.
func listedCodes() (list []codes.Registration) {
	for reply := codes.Reply(400); reply < 600; reply++ {
		if reg, ok := reply.Registration(); ok {
			list = append(list, reg)
		}
	}
	seen := make(map[string]bool)
	for subject := range 8 { // RFC 3463, section 3: 0 to 7
		for detail := range 1000 {
			for _, class := range []int{5, 4} {
				st := codes.MustParseStatus(fmt.Sprintf("%d.%d.%d", class, subject, detail))
				if reg, ok := st.Registration(); ok && !seen[reg.Code] {
					seen[reg.Code] = true
					list = append(list, reg)
				}
			}
		}
	}
	return list
}
