package ndr

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
)

// What [Recipient.Withheld] names besides the Withheld constants of package
// codes: what the report lacks, whatever the reply means.
const (
	// WithheldAuthor: no mail system is known to have written the report.
	WithheldAuthor = "author"
	// WithheldKind: the message reports no failure, or the failure of others.
	WithheldKind = "kind"
	// WithheldAddress: the address is not one valid mailbox, stands where
	// reports name no recipients or where people may not see it, may be a part of
	// another, or is that of whoever the report was sent to.
	WithheldAddress = "address"
)

// withheldByReport returns the first rule that the report does not meet for r,
// whatever the reply means; "" where it meets all.
func (r *Recipient) withheldByReport(rep *Report, doubts *doubts) string {
	switch {
	case rep.Author != AuthorSystem || r.fromText && doubts.hasForeword():
		return WithheldAuthor
	case rep.Kind != Failure || r.Action != Failed || doubts.receipt:
		return WithheldKind
	case r.guessed || !headers.ValidMailbox(r.Address) || doubts.sentTo()[r.Address]:
		return WithheldAddress
	case r.fromText && (doubts.unsure || doubts.cut()[r.Address] || doubts.hides(r.Address)):
		return WithheldAddress
	}
	return ""
}

// hides reports whether people see another text than the one that names the address.
func (d *doubts) hides(address string) bool {
	shown := d.shownInstead()
	return shown != nil && !shown[address]
}

// conclude works out what the response to a recipient means.
func (r *Recipient) conclude(rep *Report, rules *codes.Rules, doubts *doubts) {
	if r.Action != Failed && r.Action != Delayed {
		return
	}
	resp := codes.Response{Reply: r.Reply, Status: r.Status, Text: r.said()}
	r.judge(resp, &codes.Options{
		Host:      r.RemoteServer,
		Addresses: []string{r.Address, r.OriginalAddress},
		Sender:    rep.Original.From,
		Stage:     r.Stage,
		Rules:     rules,
	})
	if r.Action == Delayed && r.Reason == codes.Expired && r.Evidence.Kind == codes.EvidenceGenericStatus && !r.saysExpired() {
		// QUIRK: Exchange and the service of Windows give 4.4.7, delivery time
		// expired, to a message that they go on to try.
		r.Reason, r.Owner, r.Scope, r.Evidence = codes.Unknown, codes.Unknown.Owner(), codes.Unknown.Scope(), codes.Evidence{}
	}
	if !r.Suppress && r.Withheld == "" {
		return
	}
	if rule := r.withheldByReport(rep, doubts); rule != "" {
		r.Suppress, r.Withheld = false, rule
	}
	if r.Suppress && (doubts.speaksOfLater() || doubts.view.IsOfLater(r.Response)) {
		r.withhold(codes.WithheldPermanent)
	}
	if r.Suppress && (r.isContradicted() || doubts.deniesFailure()) {
		r.withhold(codes.WithheldContradiction)
	}
}

// isContradicted reports whether what is known of r says more than the refusal: that
// it is for now, that another server took the message, or that the reply of a server
// was told of others too, of whom it may be.
func (r *Recipient) isContradicted() bool {
	return r.contradicted || !r.WillRetryUntil.IsZero() || r.shared && r.Reply != 0 && r.Scope == codes.ScopeAddress || r.accepts()
}

// accepts reports whether the response goes on with a reply that accepts: another
// server, or the same one later, took the message.
func (r *Recipient) accepts() bool {
	for rest := r.Response; ; {
		i := reply.ReplyIn(rest)
		if i < 0 {
			return false
		}
		if rest[i] == '2' {
			return true
		}
		rest = rest[i+3:]
	}
}

// saysExpired reports whether the words of the response, without its codes, say that
// the system gave up.
func (r *Recipient) saysExpired() bool {
	words := codes.Response{Text: codes.ParseResponse(r.Response).Text}
	return words.Reason() == codes.Expired
}

// judge fills in the verdict about resp.
func (r *Recipient) judge(resp codes.Response, o *codes.Options) {
	v := resp.Judge(o)
	r.Reply, r.Status = resp.Reply, resp.Status
	r.Reason, r.Owner, r.Scope, r.Stage, r.Evidence = v.Reason, v.Owner, v.Scope, v.Stage, v.Evidence
	r.Permanent = v.Permanent && r.Action == Failed
	r.Suppress, r.Withheld = v.Suppress && r.Permanent, v.Withheld
}

// withhold takes back a verdict that condemns the address, by the rule of that
// name.
func (r *Recipient) withhold(rule string) {
	if r.Suppress {
		r.Suppress, r.Withheld = false, rule
	}
}

// withholdShared takes back the verdicts on recipients of whom one answer to the
// message is told: it does not say which of them it is about. LMTP gives an answer
// for each (RFC 2033, section 4.2), which names it.
func (rs Recipients) withholdShared() {
	sharing := map[string]int{}
	for i := range rs {
		if rs[i].answersMessage() {
			sharing[rs[i].Response]++
		}
	}
	for i := range rs {
		if rs[i].answersMessage() && sharing[rs[i].Response] > 1 {
			rs[i].withhold(codes.WithheldContradiction)
		}
	}
}

// answersMessage reports whether a verdict condemns the address by the answer to
// DATA or to what came behind it.
func (r *Recipient) answersMessage() bool { return r.Suppress && r.Stage >= codes.StageData }

// doubts are what a report holds against every verdict in it, each worked out when
// the first verdict depends on it. Few verdicts do.
type doubts struct {
	view *freeform.TextView
	// unsure says that some of the text may be hidden, receipt that the message is a
	// disposition notification too.
	unsure, receipt bool
	// sentTo and cut are the addresses that may not be condemned: those that the
	// report was sent to, and those of which the text has no more than a part.
	sentTo, cut func() map[string]bool
	// shownInstead are the addresses that people see in place of the text, nil where
	// they see that.
	shownInstead func() map[string]bool
	// deniesFailure tells whether the report announces a delay or a delivery and no
	// failure, speaksOfLater whether it says that delivery will be tried again: of
	// nobody in particular, and nobody is in it for whom that is so.
	deniesFailure, speaksOfLater func() bool
	// hasForeword tells whether somebody put words before the report who is not known
	// to be a mail system.
	hasForeword func() bool
}

func newDoubts(r *Report, view *freeform.TextView, c *content) *doubts {
	return &doubts{
		view:          view,
		sentTo:        sync.OnceValue(r.addressees),
		cut:           sync.OnceValue(func() map[string]bool { return r.cutAddresses(c.isLast) }),
		shownInstead:  sync.OnceValue(c.showsInstead),
		deniesFailure: sync.OnceValue(func() bool { return r.failedForAll() && view.DeniesFailure() }),
		hasForeword:   sync.OnceValue(func() bool { return !view.IsSure() && view.HasForeword() }),
		speaksOfLater: sync.OnceValue(func() bool { return r.failedForAll() && view.SpeaksOfLater() }),
	}
}

// failedForAll reports whether delivery failed for every recipient. Where it did
// not, what the text says of a delivery or a delay is about the others.
func (r *Report) failedForAll() bool {
	return !slices.ContainsFunc(r.Recipients, func(r Recipient) bool { return r.Action != Failed })
}

// cutAddresses returns the addresses that the text has only as a part of what may
// be another address. isLast says that the text is the end of the message, which may
// have been cut off there.
func (r *Report) cutAddresses(isLast bool) map[string]bool {
	cut, whole := map[string]bool{}, map[string]bool{}
	lines := textLines(r.Text + "\n")
	above, end := "", -1
	if isLast {
		end = strings.Count(strings.TrimRight(r.Text, " \t\r\n"), "\n")
	}
	for i, line := range lines[:len(lines)-1] {
		first := true
		for m, ok := lex.NextAddress(line, 0); ok; m, ok = lex.NextAddress(line, m.End) {
			isCut := i == end && m.End == len(line) && m.End-m.Start == len(m.Address) // no bracket or quote closes it
			if isCut || m.IsPart(line) || first && m.BeginsWrapped(above, line) || m.EndsWrapped(line, lines[i+1]) {
				cut[m.Address] = true
			} else {
				whole[m.Address] = true
			}
			cell := m.Address
			if cell[0] == '|' && strings.Contains(line[m.End:], "|") {
				cell = strings.TrimLeft(cell, "|")
			}
			if bare := strings.TrimLeft(cell, lex.Bullets); bare != cell {
				cut[bare] = true // the mark of an item, or part of the address
			}
			first = false
		}
		above = line
	}
	maps.DeleteFunc(cut, func(address string, _ bool) bool { return whole[address] })
	return cut
}

// addresseeFields hold the addresses that a message was sent to.
var addresseeFields = []string{"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"}

// addressees returns the addresses that the report was sent to, in lower case, but
// for those that the message was sent to which it is about: a forger knows no
// other address of the victim, and a reader of text may take one for a recipient.
func (r *Report) addressees() map[string]bool {
	sentTo := map[string]bool{}
	for _, name := range addresseeFields {
		for value := range r.Header.Values(name) {
			for _, to := range headers.ParseAddressList(value) {
				sentTo[lex.CleanAddress(to.Spec())] = true
			}
		}
	}
	for value := range r.Header.Values("Received") {
		if strings.IndexByte(value, '@') < 0 {
			continue // it names nobody
		}
		sentTo[lex.CleanAddress(headers.ParseReceived(value).For)] = true
	}
	for _, to := range r.Original.To {
		delete(sentTo, to)
	}
	return sentTo
}
