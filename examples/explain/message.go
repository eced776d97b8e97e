package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// A message is what was found out about one.
type message struct {
	file   string
	report *ndr.Report
}

// readMessage reads a message. It can return both a finding and an error.
func readMessage(file string, r io.Reader) (finding, error) {
	rep, err := ndr.Parse(r, nil)
	if rep == nil {
		return nil, err
	}
	return message{file, rep}, err
}

func (m message) text(p *page) {
	if q := m.report.Quoted; q != nil {
		if m.report.Kind == ndr.AutoReply {
			p.headline(p.text("headline.quoting-reply"))
		} else {
			p.headline(p.text("headline.quoting"))
		}
		fmt.Fprintln(p)
		m.explain(p, q)
		return
	}
	m.explain(p, m.report)
}

// explain explains the report that m is or quotes.
func (m message) explain(p *page, r *ndr.Report) {
	switch {
	case r.Kind == ndr.Other && r.Header.Len() == 0:
		p.headline(p.text("headline.no-mail"))
		fmt.Fprintln(p)
		p.row("todo", p.text("fix.no-mail"))
		fmt.Fprintln(p)
		return // where there is no mail, there is no damage to it
	case r.Kind == ndr.Failure && len(r.Recipients) == 0:
		p.headline(p.text("headline.no-recipient"))
		fmt.Fprintln(p)
		p.row("who", owner(codes.OwnerSender, r, nil, p.words))
		p.row("todo", p.text("fix.find-out"))
		p.row("address", p.text("address.keep-all"))
		p.section("postmaster")
	case isReport(r.Kind) && len(r.Recipients) > 0:
		all := groups(r.Recipients, r.Err(), p)
		for i, g := range all {
			if i > 0 {
				fmt.Fprintln(p)
			}
			g.text(p, r)
		}
		if len(all) > 1 {
			p.section("report")
		}
	default:
		p.kind(r.Kind)
	}
	details(p, r)
	for _, d := range damage(m.report.Defects, p.words) {
		p.row("damage", d)
	}
	fmt.Fprintln(p)
}

// isReport reports whether messages of that kind say what became of a delivery.
func isReport(kind ndr.Kind) bool {
	return kind == ndr.Failure || kind == ndr.Delay || kind == ndr.Success
}

// kindOwners are the owners who must act for a message that is no report of a failure.
var kindOwners = map[ndr.Kind]codes.Owner{
	ndr.Delay: codes.OwnerNobody, ndr.Feedback: codes.OwnerSender, ndr.Challenge: codes.OwnerSender,
}

// kind explains what is no report of a failure.
func (p *page) kind(kind ndr.Kind) {
	p.headline(p.text("kind." + kind.String()))
	if todo := p.text("fix." + kind.String()); todo != "" {
		fmt.Fprintln(p)
		p.row("who", p.owner(kindOwners[kind]))
		p.row("todo", todo)
	}
	p.section("postmaster")
}

// details prints what the whole report says, for the postmaster.
func details(p *page, r *ndr.Report) {
	if !isReport(r.Kind) {
		var named []string
		for i := range r.Recipients {
			named = append(named, r.Recipients[i].Address)
		}
		p.row("recipient", nameSome(named, p.words))
	}
	for _, check := range failedChecks(r, p) {
		p.row("auth", check)
	}
	for _, found := range filtered(r, p) {
		p.row("filter", found)
	}
	p.row("reporter", strings.TrimSpace(r.GeneratingServer+parenthesis(r.Format)))
	p.row("author", p.text("author."+r.Author.String())+parenthesis(r.AuthorRule))
	p.row("message", about(&r.Original, len(r.Recipients) == 0, p.words))
}

// about tells which message a report is about, and to whom it was, where the
// report names no recipients.
func about(o *ndr.Original, withTo bool, w words) string {
	to, date := "", ""
	if withTo {
		to = toWhom(o.To, w)
	}
	if !o.Date.IsZero() {
		date = o.Date.Format(time.DateOnly)
	}
	told := []string{between(`"`, o.Subject, `"`), to, date, between("<", o.MessageID, ">")}
	return strings.Join(strings.Fields(strings.Join(told, " ")), " ")
}

// between returns s between open and end, nothing for nothing.
func between(open, s, end string) string {
	if s == "" {
		return ""
	}
	return open + s + end
}

// parenthesis returns s behind a blank and in parentheses, nothing for nothing.
func parenthesis(s string) string { return between(" (", s, ")") }

// owner returns who must act, with the address or domain that is meant where it
// is one and the report tells it.
func owner(o codes.Owner, r *ndr.Report, recipients []*ndr.Recipient, w words) string {
	sender, recipient := "", ""
	if r != nil {
		sender = r.Original.From
	}
	if len(recipients) == 1 {
		recipient = recipients[0].Address
	}
	who := map[codes.Owner]string{
		codes.OwnerSender:         sender,
		codes.OwnerSenderAdmin:    domain(sender),
		codes.OwnerRecipient:      recipient,
		codes.OwnerRecipientAdmin: commonDomain(recipients),
	}[o]
	return w.owner(o) + parenthesis(who)
}

// domain returns what stands behind the "@" of an address.
func domain(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}

// commonDomain returns the domain that all recipients share, "" for none.
func commonDomain(recipients []*ndr.Recipient) (common string) {
	for i, r := range recipients {
		d := domain(r.Address)
		if i > 0 && d != common {
			return ""
		}
		common = d
	}
	return common
}
