package main

import (
	"errors"
	"fmt"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// A group holds the recipients about whom the same is to be said.
type group struct {
	*ndr.Recipient // the first
	all            []*ndr.Recipient
	advice         codes.Advice // the same for all
	isReply        bool         // of a live server, which another attempt may follow
}

// groups puts recipients into groups, in the order of the first of each; err
// holds the errors of the recipients that failed.
func groups(recipients ndr.Recipients, err error, p *page) (list []*group) {
	type common struct { // to the recipients of a group
		action              ndr.Action
		reason              codes.Reason
		owner               codes.Owner
		permanent, suppress bool
		withheld, texts     string
	}
	byCommon := make(map[common]*group)
	for i, d := range deliveries(recipients, err) {
		r := &recipients[i]
		var advice codes.Advice
		if acted(r.Action) {
			d.Recipient.Address = "" // the others of the group may have another domain
			advice = p.in(d.Advice(p.lang))
		}
		texts := strings.Join(append([]string{advice.Title, advice.Meaning}, advice.Fixes...), "\n")
		key := common{r.Action, r.Reason, r.Owner, r.Permanent, r.Suppress, r.Withheld, texts}
		g := byCommon[key]
		if g == nil {
			g = &group{Recipient: r, advice: advice}
			byCommon[key] = g
			list = append(list, g)
		}
		g.all = append(g.all, r)
	}
	for _, g := range list {
		g.advice = g.advice.With(codes.Facts{Recipient: commonDomain(g.all)})
	}
	return list
}

// deliveries returns what became of each recipient, as the error that it is or would
// be. The errors in err are about the failed recipients, in the order of recipients.
func deliveries(recipients ndr.Recipients, err error) []*ndr.DeliveryError {
	var failures []*ndr.DeliveryError
	if all, ok := errors.AsType[*ndr.ReportError](err); ok {
		failures = all.Failures
	} else if one, ok := errors.AsType[*ndr.DeliveryError](err); ok {
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
	p.headline(g.headline(p.words))
	if !acted(g.Action) {
		p.section("postmaster")
		g.replies(p)
		return
	}
	p.paragraph(g.advice.Meaning)
	fmt.Fprintln(p)
	p.row("who", g.owner(report, p.words))
	p.list("todo", g.todo(p.words))
	p.row("address", address(g.Recipient, p.words))
	p.section("postmaster")
	p.row("reason", reason(g.Recipient, p))
	g.replies(p)
	p.row("evidence", evidence(g.Evidence, p.words))
	p.list("cause", g.advice.Causes)
	p.row("link", g.advice.Link)
}

// isLate reports whether the server goes on trying. Words that say that it gave up are
// the last that is heard of the message, also where OpenSMTPD calls it delayed.
func (g *group) isLate() bool { return g.Action == ndr.Delayed && g.Reason != codes.Expired }

// headline says what happened to whom.
func (g *group) headline(w words) string {
	to := g.names(w)
	switch {
	case g.Action == ndr.NoAction:
		return w.text("headline.named", to)
	case !acted(g.Action): // delivered, relayed or expanded
		return w.text("headline."+g.Action.String(), to)
	case g.isLate():
		return w.text("headline.delayed", to, g.advice.Title)
	case g.isReply && g.Reply.Transient():
		return w.text("headline.for-now", to, g.advice.Title)
	}
	return w.text("headline.failed", to, g.advice.Title)
}

// maxNames is how many recipients one row names.
const maxNames = 3

// names names the recipients.
func (g *group) names(w words) string {
	var addresses []string
	for _, r := range g.all {
		if r.Address != "" {
			addresses = append(addresses, r.Address)
		}
	}
	return toWhom(addresses, w)
}

// toWhom names addresses behind a preposition, and is empty for none.
func toWhom(addresses []string, w words) string {
	if len(addresses) == 0 {
		return ""
	}
	return w.text("form.to", nameSome(addresses, w))
}

// nameSome names addresses, and counts the addresses beyond maxNames.
func nameSome(addresses []string, w words) string {
	if n := len(addresses) - maxNames; n > 0 {
		return w.text("form.more", strings.Join(addresses[:maxNames], ", "), n)
	}
	return strings.Join(addresses, ", ")
}

// owner says who must act: of what is delayed nobody yet.
func (g *group) owner(report *ndr.Report, w words) string {
	who := owner(g.Owner, report, g.all, w)
	switch {
	case !g.isLate() || g.Owner == codes.OwnerNobody:
		return who
	case g.Owner == codes.OwnerUnknown:
		return w.text("owner.not-yet")
	}
	return w.text("owner.not-yet") + w.text("owner.later", who)
}

// todo says what to do: about a delay nothing yet.
func (g *group) todo(w words) []string {
	if g.isLate() && g.Owner != codes.OwnerNobody {
		return append([]string{w.text("fix.wait")}, g.advice.Fixes...)
	}
	return g.advice.Fixes
}

// replies prints what was said of each recipient, and where he is named by
// another address too.
func (g *group) replies(p *page) {
	for _, r := range g.all {
		said := r.Response
		if said != "" && r.RemoteServer != "" {
			said = r.RemoteServer + ": " + said
		}
		named := r.Address
		if r.OriginalAddress != "" && r.OriginalAddress != r.Address {
			named += " ← " + r.OriginalAddress
		}
		if named != r.Address || len(g.all) > 1 {
			p.row("recipient", named)
		}
		p.row("reply", said)
		if !r.WillRetryUntil.IsZero() {
			p.row("until", r.WillRetryUntil.Format("2006-01-02 15:04:05 -0700"))
		}
	}
}

// address says what becomes of the address.
func address(r *ndr.Recipient, w words) string {
	switch {
	case r.Suppress:
		return w.text("address.stop")
	case r.Withheld != "":
		return w.text("address.kept", w.text("withheld."+r.Withheld))
	}
	return w.text("address.keep")
}

// reason says why, by its name and in words, and how final it is.
func reason(r *ndr.Recipient, p *page) string {
	how := p.text("clause.temporary")
	if r.Permanent {
		how = p.text("clause.permanent")
	}
	stage := ""
	if r.Stage != codes.StageUnknown {
		stage = p.text("clause.stage", r.Stage)
	}
	return p.join(r.Reason.String()+parenthesis(p.reason(r.Reason)), how, stage)
}

// evidence says what decided the reason.
func evidence(e codes.Evidence, w words) string {
	s := w.text("evidence." + e.Kind.String())
	if strings.Contains(s, "%s") {
		s = fmt.Sprintf(s, e.Text)
	}
	against := ""
	if e.Contradicted != "" {
		against = w.text("evidence.against", e.Contradicted)
	}
	return w.join(s, against)
}
