package ndr

import (
	"maps"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/letter"
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
	// reports name no recipients, is known from HTML alone, which may show people
	// another text, may be a part of another, may lead to the one that failed, or is
	// the address of whoever the report was sent to.
	WithheldAddress = "address"
)

// firstWithheld returns the first rule that r does not meet, "" where it meets all.
// Withheld is the rule of package codes that the reply by itself does not meet, "" where
// the reply condemns the address.
func (r *Recipient) firstWithheld(d *doubts) string {
	switch {
	case d.report.Author != AuthorSystem, r.fromText && d.hasForeword(r.Address):
		return WithheldAuthor
	case d.report.Kind != Failure, r.Action != Failed, d.receipt:
		return WithheldKind
	case r.guessed, !headers.ValidMailbox(r.Address), d.isAddressee(r.Address),
		r.fromText && (d.content.fromHTML || d.isCut(r.Address)):
		return WithheldAddress
	case r.Withheld != "":
		return r.Withheld
	case d.isTriedAgain(r.Address), d.view.IsOfLater(r.Response):
		return codes.WithheldPermanent
	case r.isContradicted(), d.deniesFailure():
		return codes.WithheldContradiction
	}
	return ""
}

// conclude works out what the response to a recipient means.
func (r *Recipient) conclude(rules *codes.Rules, d *doubts) {
	if r.Action != Failed && r.Action != Delayed {
		return
	}
	resp := codes.Response{Reply: r.Reply, Status: r.Status, Text: r.said()}
	r.judge(resp, &codes.Options{
		Host:      r.RemoteServer,
		Addresses: []string{r.Address, r.OriginalAddress},
		Sender:    d.report.Original.From,
		Stage:     r.Stage,
		Rules:     rules,
	})
	if r.Action == Delayed && r.Reason == codes.Expired {
		r.concludeExpired()
	}
	if r.Suppress || r.Withheld != "" {
		r.Withheld = r.firstWithheld(d)
		r.Suppress = r.Withheld == ""
	}
}

// concludeExpired tells a late message from one that the system gave up on: nothing
// follows an expired message, whatever its action says.
//
// QUIRK: Exchange and the service of Windows give 4.4.7, delivery time expired, to a
// message that they go on to try. OpenSMTPD says "Envelope expired" of one that it
// calls delayed.
func (r *Recipient) concludeExpired() {
	switch {
	case r.saysExpired():
		r.disagrees = true
	case r.Evidence.Kind == codes.EvidenceGenericStatus:
		r.Reason, r.Owner, r.Scope = codes.Unknown, codes.Unknown.Owner(), codes.Unknown.Scope()
		r.Evidence = codes.Evidence{}
	}
}

// isContradicted reports whether what is known of r says more than the refusal: that
// it is for now, that another server took the message, or that the report gives the
// reply of a server for others too, so that it may be about one of them.
func (r *Recipient) isContradicted() bool {
	return r.contradicted || r.disagrees || !r.WillRetryUntil.IsZero() || r.accepts() ||
		r.shared && r.Reply != 0 && r.Scope == codes.ScopeAddress
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

// withholdShared takes back the verdicts on recipients that share one answer to the
// message: the answer does not say which of them it is about. LMTP gives an answer
// for each (RFC 2033, section 4.2), which names it.
func (rs Recipients) withholdShared() {
	sharing := map[string]int{}
	for i := range rs {
		if rs[i].Stage >= codes.StageData {
			sharing[rs[i].Response]++
		}
	}
	for i := range rs {
		if rs[i].Stage >= codes.StageData && sharing[rs[i].Response] > 1 {
			rs[i].withhold(codes.WithheldContradiction)
		}
	}
}

// doubts are what a report holds against every verdict in it, each worked out when
// the first verdict depends on it. Few verdicts do.
type doubts struct {
	report  *Report
	view    *freeform.TextView
	content *content
	// receipt says that the message is a disposition notification too.
	receipt bool

	addressees, cutAddresses, triedAgain once[map[string]bool]
	denial, foreword                     once[bool]
	quoted                               once[int]
}

// once keeps what was worked out.
type once[T any] struct {
	value T
	known bool
}

// get returns what f gives, which it calls the first time.
func (o *once[T]) get(f func() T) T {
	if !o.known {
		o.value, o.known = f(), true
	}
	return o.value
}

// isAddressee reports whether the report was sent to an address.
func (d *doubts) isAddressee(address string) bool {
	return d.addressees.get(d.report.addressees)[address]
}

// isCut reports whether the text has only a part of an address.
func (d *doubts) isCut(address string) bool {
	return d.cutAddresses.get(d.content.cutAddresses)[address]
}

// deniesFailure reports whether the report announces a delay or a delivery and no
// failure.
func (d *doubts) deniesFailure() bool {
	return d.denial.get(func() bool { return d.report.failedForAll() && d.view.DeniesFailure() })
}

// isTriedAgain reports whether the report says that delivery to an address will be
// tried again. What it says of nobody in particular counts where delivery failed for
// everybody; elsewhere it is about the others.
func (d *doubts) isTriedAgain(address string) bool {
	again := d.triedAgain.get(d.view.TriedAgain)
	return again[address] || again[""] && d.report.failedForAll()
}

// hasForeword reports whether somebody put words before what is told of an address who
// is not known to be a mail system: before a report, or before one that is quoted.
func (d *doubts) hasForeword(address string) bool {
	if d.view.IsSure() {
		return false
	}
	quoted := d.quoted.get(func() int { return letter.Start(d.content.lines) })
	return quoted > 0 && !d.view.ReportsBefore(quoted, address) || d.foreword.get(d.view.HasForeword)
}

// failedForAll reports whether delivery failed for every recipient. Where it did
// not, what the text says of a delivery or a delay is about the others.
func (r *Report) failedForAll() bool {
	return !slices.ContainsFunc(r.Recipients, func(r Recipient) bool { return r.Action != Failed })
}

// cutAddresses returns the addresses that the text has only as a part of what may
// be another address. Where the message ends with the text, it may have been cut off
// there.
func (c *content) cutAddresses() map[string]bool {
	cut, whole := map[string]bool{}, map[string]bool{}
	end := len(c.lines)
	for end > 0 && c.lines[end-1] == "" {
		end--
	}
	above := ""
	for i, line := range c.lines[:end] {
		below := ""
		if i+1 < end {
			below = c.lines[i+1]
		}
		m, ok := lex.NextAddress(line, 0)
		isPart := ok && m.BeginsWrapped(above, line)
		for ; ok; m, ok = lex.NextAddress(line, m.End) {
			if isPart || m.IsPart(line) || m.EndsWrapped(line, below) || c.isLast && i+1 == end && m.EndsOpen(line) {
				cut[m.Address] = true
			} else {
				whole[m.Address] = true
			}
			if item := m.Item(line); item != m.Address {
				cut[item] = true
			}
			isPart = false
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
