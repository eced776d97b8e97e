package ndr

import (
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// A Correlator is a value by which a sender finds its own message again.
type Correlator struct {
	headers.Correlator
	// Source is where the field stands: "report" for the header of the report
	// itself, "original" for that of the returned message, "status" for the
	// delivery-status part.
	Source string `json:"source"`
}

// Correlators returns everything in the report by which the application can
// find the message that it is about: the envelope id, the returned Message-ID
// and its fields, the addresses that the report was sent to with what is
// encoded in them (VERP, SRS, BATV, "+detail"), X-Failed-Recipients and
// In-Reply-To. custom names header fields of the application's own. The surest
// come first: those of the delivery-status part, then of the returned message,
// then of the report. Anybody can write them; a signed return path is a proof,
// see [headers.VERPKey].
func (r *Report) Correlators(custom ...string) []Correlator {
	var list []Correlator
	for i, f := range r.Fields {
		if strings.EqualFold(f.Name, "Original-Envelope-Id") {
			c := headers.Correlator{Kind: headers.EnvelopeID, Value: lex.DecodeEnvelopeID(f.Value), Header: f.Name, Position: i}
			list = append(list, Correlator{c, "status"})
		}
	}
	for _, c := range headers.Correlators(&r.Original.Header, custom...) {
		list = append(list, Correlator{c, "original"})
	}
	for _, c := range headers.Correlators(&r.Header, custom...) {
		// The report's own identifier names no message of the sender's.
		if c.Kind != headers.MessageID {
			list = append(list, Correlator{c, "report"})
		}
	}
	return list
}
