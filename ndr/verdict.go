package ndr

import (
	"maps"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/lex"
)

// What [Recipient.Withheld] names besides the Withheld constants of package
// codes: what the report lacks, whatever the reply means.
const (
	// WithheldAuthor: no mail system is known to have written the report.
	WithheldAuthor = "author"
	// WithheldKind: the message reports no failure, or the failure of others.
	WithheldKind = "kind"
	// WithheldAddress: the address is not one valid mailbox, stands where
	// reports name no recipients, or is that of whoever the report was sent to.
	WithheldAddress = "address"
)

// withheldByReport returns the first rule that the report does not meet for r,
// whatever the reply means; "" where it meets all.
func (r *Recipient) withheldByReport(rep *Report, doubts *doubts) string {
	switch {
	case rep.Author != AuthorSystem:
		return WithheldAuthor
	case rep.Kind != Failure || r.Action != Failed:
		return WithheldKind
	case r.guessed || !headers.ValidMailbox(r.Address) || doubts.isAddressee(r.Address):
		return WithheldAddress
	case r.fromText && doubts.unsure, len(r.Fields) == 0 && doubts.isCut(r.Address):
		return WithheldAddress
	}
	return ""
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
	if r.Suppress {
		doubts.readText()
	}
	if r.Suppress && (doubts.speaksOfLater || doubts.view.IsOfLater(r.Response)) {
		r.withhold(codes.WithheldPermanent)
	}
	if r.contradicted || !r.WillRetryUntil.IsZero() || r.Suppress && doubts.deniesFailure {
		r.withhold(codes.WithheldContradiction)
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
	if len(rs) < 2 {
		return
	}
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
	report *Report
	view   *freeform.TextView
	unsure bool // some of the text may be hidden
	// addressees and cutAddresses are what the methods of the report give, nil
	// before they were asked for.
	addressees, cutAddresses map[string]bool
	// read says that the two below are known.
	read bool
	// deniesFailure tells whether the report announces a delay or a delivery and no
	// failure, speaksOfLater whether it says that delivery will be tried again: of
	// nobody in particular, and nobody is in it for whom that is so.
	deniesFailure, speaksOfLater bool
}

// isAddressee reports whether the report was sent to an address.
func (d *doubts) isAddressee(address string) bool {
	if d.addressees == nil {
		d.addressees = d.report.addressees()
	}
	return d.addressees[address]
}

// isCut reports whether the text has an address only as a part of another.
func (d *doubts) isCut(address string) bool {
	if d.cutAddresses == nil {
		d.cutAddresses = d.report.cutAddresses()
	}
	return d.cutAddresses[address]
}

// readText reads what the text says against a verdict.
func (d *doubts) readText() {
	if d.read {
		return
	}
	d.read = true
	if d.report.failedForAll() {
		d.deniesFailure, d.speaksOfLater = d.view.DeniesFailure(), d.view.SpeaksOfLater()
	}
}

// failedForAll reports whether delivery failed for every recipient. Where it did
// not, what the text says of a delivery or a delay is about the others.
func (r *Report) failedForAll() bool {
	return !slices.ContainsFunc(r.Recipients, func(r Recipient) bool { return r.Action != Failed })
}

// cutAddresses returns the addresses that the text has only as a part of what may
// be another address.
func (r *Report) cutAddresses() map[string]bool {
	cut, whole := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(r.Text) {
		for m, ok := lex.NextAddress(line, 0); ok; m, ok = lex.NextAddress(line, m.End) {
			if m.IsPart(line) {
				cut[m.Address] = true
			} else {
				whole[m.Address] = true
			}
			if bare := strings.TrimLeft(m.Address, lex.Bullets); bare != m.Address && !strings.Contains(line[m.End:], "|") {
				cut[bare] = true // the mark of an item, or part of the address
			}
		}
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
