package main

import (
	"errors"
	"fmt"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// A group are recipients of whom the same is to be said.
type group struct {
	recipients []*ndr.Recipient
	advice     codes.Advice // of the first; the same for all
	isReply    bool         // of a live server, which another attempt may follow
}

// A groupKey is what the recipients of a group have in common.
type groupKey struct {
	action              ndr.Action
	reason              codes.Reason
	owner               codes.Owner
	permanent, suppress bool
	withheld            string
	advice              string // title, meaning and fixes
}

// groups puts recipients into groups, in the order of the first of each; err
// holds the failures of those that failed.
func groups(recipients ndr.Recipients, err error, s *speaker) (list []*group) {
	byKey := make(map[groupKey]*group)
	for i, d := range deliveries(recipients, err) {
		r := &recipients[i]
		key := groupKey{r.Action, r.Reason, r.Owner, r.Permanent, r.Suppress, r.Withheld, ""}
		var advice codes.Advice
		if acted(r.Action) {
			d.Recipient.Address = "" // the others of the group may have another domain
			advice = s.in(d.Advice(s.lang))
			key.advice = strings.Join(append([]string{advice.Title, advice.Meaning}, advice.Fixes...), "\n")
		}
		g := byKey[key]
		if g == nil {
			g = &group{advice: advice}
			byKey[key] = g
			list = append(list, g)
		}
		g.recipients = append(g.recipients, r)
	}
	for _, g := range list {
		g.advice = g.advice.With(codes.Facts{Recipient: commonDomain(g.recipients)})
	}
	return list
}

// deliveries returns what became of each recipient, as the error that it is or
// would be. Those of err are the failed ones, in the order of recipients.
func deliveries(recipients ndr.Recipients, err error) []*ndr.DeliveryError {
	var failures []*ndr.DeliveryError
	var all *ndr.ReportError
	var one *ndr.DeliveryError
	switch {
	case errors.As(err, &all):
		failures = all.Failures
	case errors.As(err, &one):
		failures = append(failures, one)
	}
	list := make([]*ndr.DeliveryError, len(recipients))
	for i := range recipients {
		if recipients[i].Failed() && len(failures) > 0 {
			list[i], failures = failures[0], failures[1:]
		} else {
			list[i] = &ndr.DeliveryError{Recipient: recipients[i]}
		}
	}
	return list
}

// acted reports whether somebody may have to act after an action.
func acted(a ndr.Action) bool { return a == ndr.Failed || a == ndr.Delayed }

// text explains what happened to the recipients of g. The report is nil for a
// bare reply.
func (g *group) text(p *page, report *ndr.Report) {
	w, r := p.words, g.recipients[0]
	p.headline(g.headline(w))
	if !acted(r.Action) {
		p.section(w.postmaster)
		g.replies(p)
		return
	}
	p.paragraph(g.advice.Meaning)
	fmt.Fprintln(p)
	p.row(w.who, g.owner(report, w))
	p.list(w.todo, g.todo(w))
	p.row(w.address, address(r, w))
	p.section(w.postmaster)
	p.row(w.reason, reason(r, p))
	g.replies(p)
	p.row(w.evidence, evidence(r.Evidence, w))
	p.list(w.cause, g.advice.Causes)
	p.row(w.link, g.advice.Link)
}

// isLate reports whether the server goes on trying. Words that say that it gave up are
// the last that is heard of the message, also where OpenSMTPD calls it delayed.
func (g *group) isLate() bool {
	r := g.recipients[0]
	return r.Action == ndr.Delayed && r.Reason != codes.Expired
}

// headline says what happened to whom.
func (g *group) headline(w *words) string {
	to, r := g.names(w), g.recipients[0]
	switch r.Action {
	case ndr.Failed:
		if g.isReply && r.Reply.Transient() {
			return fmt.Sprintf(w.forNow, to, g.advice.Title)
		}
		return fmt.Sprintf(w.failed, to, g.advice.Title)
	case ndr.Delayed:
		if !g.isLate() {
			return fmt.Sprintf(w.failed, to, g.advice.Title)
		}
		return fmt.Sprintf(w.delayed, to, g.advice.Title)
	case ndr.Delivered:
		return fmt.Sprintf(w.delivered, to)
	case ndr.Relayed:
		return fmt.Sprintf(w.relayed, to)
	case ndr.Expanded:
		return fmt.Sprintf(w.expanded, to)
	}
	return fmt.Sprintf(w.named, to)
}

// maxNames is how many recipients one row names.
const maxNames = 3

// names names the recipients.
func (g *group) names(w *words) string {
	var addresses []string
	for _, r := range g.recipients {
		if r.Address != "" {
			addresses = append(addresses, r.Address)
		}
	}
	return toWhom(addresses, w)
}

// toWhom names addresses behind a preposition, and is empty for none.
func toWhom(addresses []string, w *words) string {
	if len(addresses) == 0 {
		return ""
	}
	return fmt.Sprintf(w.to, nameSome(addresses, w))
}

// nameSome names addresses, and counts those beyond maxNames.
func nameSome(addresses []string, w *words) string {
	if n := len(addresses) - maxNames; n > 0 {
		return fmt.Sprintf(w.andMore, strings.Join(addresses[:maxNames], ", "), n)
	}
	return strings.Join(addresses, ", ")
}

// owner says who must act: of what is delayed nobody yet.
func (g *group) owner(report *ndr.Report, w *words) string {
	r := g.recipients[0]
	who := owner(r.Owner, report, g.recipients, w)
	switch {
	case !g.isLate() || r.Owner == codes.OwnerNobody:
		return who
	case r.Owner == codes.OwnerUnknown:
		return w.notYet
	}
	return w.notYet + fmt.Sprintf(w.later, who)
}

// todo says what to do: about a delay nothing yet.
func (g *group) todo(w *words) []string {
	r := g.recipients[0]
	if g.isLate() && r.Owner != codes.OwnerNobody {
		return append([]string{w.wait}, g.advice.Fixes...)
	}
	return g.advice.Fixes
}

// replies prints what was said of each recipient, and where he is named by
// another address too.
func (g *group) replies(p *page) {
	w := p.words
	for _, r := range g.recipients {
		said := r.Response
		if said != "" && r.RemoteServer != "" {
			said = r.RemoteServer + ": " + said
		}
		if before := formerly(r); before != "" || len(g.recipients) > 1 {
			p.row(w.recipient, r.Address+before)
		}
		p.row(w.reply, said)
		if !r.WillRetryUntil.IsZero() {
			p.row(w.until, r.WillRetryUntil.Format("2006-01-02 15:04:05 -0700"))
		}
	}
}

// formerly returns the address that the message was first sent to, where it is
// another.
func formerly(r *ndr.Recipient) string {
	if r.OriginalAddress == "" || r.OriginalAddress == r.Address {
		return ""
	}
	return " ← " + r.OriginalAddress
}

// address says what becomes of the address.
func address(r *ndr.Recipient, w *words) string {
	switch {
	case r.Suppress:
		return w.stop
	case r.Withheld != "":
		return fmt.Sprintf(w.keptAs, w.withheld[r.Withheld])
	}
	return w.keep
}

// reason says why, by its name and in words, and how final it is.
func reason(r *ndr.Recipient, p *page) string {
	how := p.words.temporary
	if r.Permanent {
		how = p.words.permanent
	}
	s := r.Reason.String() + parenthesis(p.words.reasons[r.Reason]) + p.words.comma + how
	if r.Stage != codes.StageUnknown {
		s += p.words.comma + fmt.Sprintf(p.words.atStage, r.Stage)
	}
	return s
}

// evidence says what decided the reason.
func evidence(e codes.Evidence, w *words) string {
	s := w.evidences[e.Kind.String()]
	if strings.Contains(s, "%s") {
		s = fmt.Sprintf(s, e.Text)
	}
	if e.Contradicted != "" {
		s += w.comma + fmt.Sprintf(w.against, e.Contradicted)
	}
	return s
}
