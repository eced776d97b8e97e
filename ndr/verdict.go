package ndr

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
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

// withholding are the rules of a report in their order.
var withholding = []struct {
	name  string
	lacks func(rep *Report, r *Recipient) bool
}{
	{WithheldAuthor, func(rep *Report, r *Recipient) bool { return rep.Author != AuthorSystem }},
	{WithheldKind, func(rep *Report, r *Recipient) bool { return rep.Kind != Failure || r.Action != Failed }},
	{WithheldAddress, func(rep *Report, r *Recipient) bool {
		return r.guessed || !headers.ValidMailbox(r.Address) || rep.isAddressee(r.Address)
	}},
	{codes.WithheldContradiction, func(rep *Report, r *Recipient) bool { return r.contradicted }},
}

// conclude works out what the response to a recipient means.
func (r *Recipient) conclude(rep *Report, rules *codes.Rules) {
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
	if r.Action == Delayed && r.Reason == codes.Expired && r.Evidence.Kind == codes.EvidenceGenericStatus && codes.ParseResponse(r.Response).Reason() != codes.Expired {
		// QUIRK: Exchange and the service of Windows give 4.4.7, delivery time
		// expired, to a message that they go on to try.
		r.Reason, r.Owner, r.Scope, r.Evidence = codes.Unknown, codes.Unknown.Owner(), codes.Unknown.Scope(), codes.Evidence{}
	}
	if !r.Suppress && r.Withheld == "" {
		return
	}
	for _, rule := range withholding {
		if rule.lacks(rep, r) {
			r.Suppress, r.Withheld = false, rule.name
			return
		}
	}
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

// isAddressee reports whether the report was sent to address and the message
// that it is about, as far as it is known, was not: a forger knows no other
// address of the victim, and a reader of text may take it for a recipient.
func (r *Report) isAddressee(address string) bool {
	for _, name := range []string{"To", "Delivered-To"} {
		for _, to := range headers.ParseAddressList(r.Header.Get(name)) {
			if strings.EqualFold(to.Spec(), address) {
				return !slices.ContainsFunc(r.Original.To, func(o string) bool { return strings.EqualFold(o, address) })
			}
		}
	}
	return false
}
