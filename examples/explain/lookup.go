package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.com/ndr/codes"
)

var errNoCode = errors.New("no code, such as 5.7.26 or 550, no reason, such as mailbox-full, and no words that are known here; see -advice list")

// lookUp explains the code or the reason of -advice. The error is one of writing.
func (e *explainer) lookUp() error {
	var out bytes.Buffer
	a, err := newLookup(e.advice, e.host)
	if err == nil {
		err = e.print(&out, "-", a)
	}
	if err != nil {
		e.problems.add("-advice "+e.advice, err)
	}
	_, err = out.WriteTo(e.out)
	return err
}

// A lookup is what a code or a reason means where there is no message.
type lookup struct {
	code, host string
	listed     codes.Registration
	response   codes.Response // of a code
	verdict    codes.Verdict
}

// newLookup looks up a code, perhaps with words behind it, as host gives it, the
// name of a reason, words alone, such as the token of a provider, or "list".
func newLookup(code, host string) (answer, error) {
	if code == "list" {
		return codeList{}, nil
	}
	l := lookup{code: code, host: host}
	if r, err := codes.ParseReason(strings.ToLower(code)); err == nil {
		l.verdict = codes.Verdict{Reason: r, Owner: r.Owner(), Scope: r.Scope()}
		return l, nil
	}
	if rest, ok := strings.CutPrefix(code, "X."); ok {
		code = "5." + rest // as the list writes what class 4 and 5 have in common
	}
	l.response = codes.ParseResponse(code)
	switch {
	case l.response.Status.IsValid():
		l.listed, _ = l.response.Status.Registration()
	case l.response.Reply.IsValid():
		l.listed, _ = l.response.Reply.Registration()
	}
	l.verdict = l.response.Judge(&codes.Options{Host: host})
	if !l.isCode() && l.verdict.Reason == codes.Unknown {
		return nil, errNoCode
	}
	return l, nil
}

// isCode reports whether s is a code, and no words.
func isCode(s string) bool {
	r := codes.ParseResponse(s)
	return r.Text == "" && (r.Status.IsValid() || r.Reply.IsValid())
}

// isPositive reports whether the code refuses nothing.
func (l lookup) isPositive() bool {
	return l.response.Reply.Positive() || l.response.Status.Class() == 2
}

// isReason reports whether the name of a reason was looked up, and isCode whether
// a code was; the rest are words.
func (l lookup) isReason() bool { return l.response == codes.Response{} }
func (l lookup) isCode() bool   { return l.response.Status.IsValid() || l.response.Reply.IsValid() }

// advice explains the code, and nothing where nobody need act.
func (l lookup) advice(p *page) codes.Advice {
	switch {
	case l.isPositive():
		return codes.Advice{}
	case l.isReason():
		return p.in(l.verdict.Reason.Advice(p.lang))
	}
	return p.in(l.response.AdviceFor(l.verdict, p.lang))
}

func (l lookup) text(p *page) {
	if l.isPositive() {
		p.headline(p.text("form.meaning", l.code, p.text("headline.accepted")))
	} else {
		a := l.advice(p)
		p.headline(p.text("form.meaning", l.code, p.text("form.sentence", a.Title)))
		p.paragraph(a.Meaning)
		fmt.Fprintln(p)
		p.row("who", owner(l.verdict.Owner, nil, nil, p.words))
		p.list("todo", l.todo(p, a))
		p.section("postmaster")
		l.details(p)
		p.list("cause", a.Causes)
		p.row("link", a.Link)
		p.list("several", l.meanings(p, a))
	}
	l.registration(p)
}

// todo says what to do, and where the code has several meanings, what tells them
// apart.
func (l lookup) todo(p *page, a codes.Advice) []string {
	switch kind := l.verdict.Evidence.Kind; {
	case kind == codes.EvidenceGenericStatus, kind == codes.EvidenceReply, kind == codes.EvidenceNone && l.isCode():
		return append(a.Fixes, p.text("fix.whole"))
	}
	return a.Fixes
}

// details prints the reason and what it was decided by.
func (l lookup) details(p *page) {
	r := l.verdict.Reason
	final := ""
	switch {
	case l.verdict.Permanent:
		final = p.text("clause.permanent")
	case l.isCode():
		final = p.text("clause.temporary")
	}
	p.row("reason", p.join(r.String()+parenthesis(p.reason(r)), final))
	if l.isReason() {
		return
	}
	p.row("evidence", evidence(l.verdict.Evidence, p.words))
	if l.host != "" && codes.Provider(l.host) == "" {
		p.row("provider", p.text("clause.no-such", l.host))
	}
}

// meanings returns what the code can mean besides a, each with the provider
// that alone means it; at the host that was asked for, what others mean is left
// out. What the language of p has no words for stands there as its reason.
func (l lookup) meanings(p *page, a codes.Advice) (list []string) {
	at := codes.Provider(l.host)
	for _, m := range l.response.Status.Meanings(p.lang) {
		isOfAnother := at != "" && m.Provider != "" && m.Provider != at
		isTold := m.Reason == a.Reason && (m.Title == a.Title || m.Provider == "" && a.Provider != "")
		if isOfAnother || isTold {
			continue
		}
		text := m.Title
		if m.Language != p.lang {
			text = p.reason(m.Reason)
		}
		if text += parenthesis(m.Reason.String()); m.Provider != "" {
			text = p.text("form.meaning", m.Provider, text)
		}
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

// registration prints what a registry or a document calls the code. A code that
// none of them has is read as the other numbers of its subject.
func (l lookup) registration(p *page) {
	st := l.response.Status
	if l.listed.Code == "" && l.isCode() || strings.HasSuffix(l.listed.Code, ".0") && st.Detail() != 0 {
		p.row("code", p.text("clause.unlisted"))
	}
	if l.listed.Code != "" {
		p.row("code", l.listed.Code+" "+between(`"`, l.listed.Title, `"`)+parenthesis(l.listed.Source))
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
	Listed   listedJSON    `json:"listed"`
	Meanings []meaningJSON `json:"meanings"`
}

// meaningJSON is one thing that a code can mean.
type meaningJSON struct {
	Provider string       `json:"provider"`
	Reason   codes.Reason `json:"reason"`
	Title    string       `json:"title"`
	Language string       `json:"language"`
}

// listedJSON is what a registry, or a vendor's document, says of a code.
type listedJSON struct {
	Code   string       `json:"code"`
	Title  string       `json:"title"`
	Source string       `json:"source"`
	Reason codes.Reason `json:"reason"`
}

func (l lookup) rows(p *page) []any {
	v := l.verdict
	meanings := []meaningJSON{}
	for _, m := range l.response.Status.Meanings(p.lang) {
		meanings = append(meanings, meaningJSON{m.Provider, m.Reason, m.Title, m.Language.String()})
	}
	return []any{lookupJSON{
		l.code, l.response.Reply, l.response.Status, v.Reason, v.Permanent, v.Owner, v.Scope, v.Evidence,
		newAdviceJSON(l.advice(p)), listedJSON(l.listed), meanings,
	}}
}

// A codeList lists what can be looked up: the reasons, the reply codes and the
// enhanced status codes that are known.
type codeList struct{}

func (codeList) text(p *page) {
	for _, r := range codes.Reasons() {
		fmt.Fprintf(p, "%s %s\n", pad(r.String(), codeWidth), p.reason(r))
	}
	fmt.Fprintln(p)
	for _, c := range listedCodes() {
		title := c.Title
		if p.lang != languages[0] { // the language of the titles
			title = p.reason(c.Reason)
		}
		p.wrap(pad(c.Code, len("4.7.500-699"))+" ", strings.Repeat(" ", len("4.7.500-699 ")), title+parenthesis(c.Reason.String()))
	}
}

// codeWidth is the width of the longest name of a reason.
const codeWidth = 23

func (codeList) rows(*page) (rows []any) {
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
