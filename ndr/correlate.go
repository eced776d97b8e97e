package ndr

import (
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// A Correlator is a value by which a sender finds its own message again.
type Correlator struct {
	headers.Correlator
	// Source is where the field stands: "report" for the header of the report
	// itself, "original" for the header of the returned message, "status" for the
	// delivery-status part.
	Source string `json:"source"`
}

// correlatorRanks holds the kinds of correlator, the surest first: what the
// sender gave the message to know it by, then the addresses that may carry more,
// then whom the message went to.
var correlatorRanks = []headers.CorrelatorKind{
	headers.EnvelopeID, headers.MessageID, headers.Reference, headers.Custom, headers.ProviderID,
	headers.ReturnPath, headers.VERPRecipient, headers.RewrittenSender, headers.Detail,
	headers.FailedRecipient, headers.ReceivedFor, headers.Addressee,
}

// Correlators returns everything in the report by which the application can
// find the message that it is about: the envelope id, the returned Message-ID
// and In-Reply-To, the fields of sending services, the addresses that the report
// was sent to with what is encoded in them (VERP, SRS, BATV, "+detail"),
// X-Failed-Recipients, and the addresses that the returned message went to.
// custom names header fields of the application's own.
//
// The surest kinds come first, whichever part holds them; within a kind, the
// fields of the delivery-status part come first, then the fields of the
// returned message, then the fields of the report. A [headers.ReceivedFor]
// other than the failed address is the subscriber who forwards there; one that
// is the failed address tells nothing and is left out. Anybody can write them:
// they find a message, and [Report.Trust] says what is proven.
func (r *Report) Correlators(custom ...string) []Correlator {
	var list []Correlator
	for i, f := range r.Fields {
		if strings.EqualFold(f.Name, "Original-Envelope-Id") {
			id := lex.DecodeEnvelopeID(f.Value)
			c := headers.Correlator{Kind: headers.EnvelopeID, Value: id, Header: f.Name, Position: i}
			list = append(list, Correlator{c, "status"})
		}
	}
	for _, c := range headers.ReturnedCorrelators(&r.Original.Header, custom...) {
		if c.Kind != headers.ReceivedFor || !r.isAbout(c.Value) {
			list = append(list, Correlator{c, "original"})
		}
	}
	for _, c := range headers.Correlators(&r.Header, custom...) {
		// The report's own identifier names no message of the sender's.
		if c.Kind != headers.MessageID {
			list = append(list, Correlator{c, "report"})
		}
	}
	slices.SortStableFunc(list, func(a, b Correlator) int {
		return slices.Index(correlatorRanks, a.Kind) - slices.Index(correlatorRanks, b.Kind)
	})
	return list
}

// isAbout reports whether address is the address of a recipient of the report.
func (r *Report) isAbout(address string) bool {
	return slices.ContainsFunc(r.Recipients, func(to Recipient) bool { return strings.EqualFold(to.Address, address) })
}
