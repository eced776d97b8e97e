package headers

import (
	"cmp"
	"slices"
	"strings"
)

// A Correlator is a value by which a sender finds its own message again, and
// where it stands.
type Correlator struct {
	// Kind is one of the constants below.
	Kind CorrelatorKind `json:"kind"`
	// Value is the identifier or the address.
	Value string `json:"value"`
	// Header is the name of the field, and Position its index in the header.
	Header   string `json:"header"`
	Position int    `json:"position"`
}

// A CorrelatorKind says what a [Correlator] is.
type CorrelatorKind string

// The kinds of correlator, the surest first.
const (
	// EnvelopeID is the identifier that the sender gave with MAIL FROM
	// (RFC 3461, section 4.4).
	EnvelopeID CorrelatorKind = "envelope-id"
	// MessageID is the Message-ID of the message.
	MessageID CorrelatorKind = "message-id"
	// Reference is a message that this one answers: for a report, the one that
	// it is about.
	Reference CorrelatorKind = "reference"
	// Custom is a field that the caller named.
	Custom CorrelatorKind = "custom"
	// ProviderID is an identifier that a sending service or list manager gave.
	ProviderID CorrelatorKind = "provider-id"
	// ReturnPath is an address that the report was sent to, or that the
	// message was sent from.
	ReturnPath CorrelatorKind = "return-path"
	// VERPRecipient is the recipient within a variable envelope return path.
	VERPRecipient CorrelatorKind = "verp-recipient"
	// RewrittenSender is the address within one of SRS or BATV.
	RewrittenSender CorrelatorKind = "rewritten-sender"
	// Detail is what stands after "+" in such an address.
	Detail CorrelatorKind = "detail"
	// FailedRecipient is a recipient that the field names as failed.
	FailedRecipient CorrelatorKind = "failed-recipient"
	// ReceivedFor is an address for which a server took the returned message.
	// Where another address failed, it is the subscriber, who forwards there.
	ReceivedFor CorrelatorKind = "received-for"
	// Addressee is an address that a field of the returned message names as
	// its recipient.
	Addressee CorrelatorKind = "addressee"
)

// ranks holds the kinds, the surest first.
var ranks = [...]CorrelatorKind{
	EnvelopeID, MessageID, Reference, Custom, ProviderID, ReturnPath, VERPRecipient,
	RewrittenSender, Detail, FailedRecipient, ReceivedFor, Addressee,
}

// correlatorFields tells what the fields hold by which a message can be found.
// The names are in lower case.
var correlatorFields = map[string]CorrelatorKind{
	"message-id":            MessageID,
	"x-original-message-id": MessageID, // Exchange, Google Groups
	"resent-message-id":     MessageID,
	"original-message-id":   Reference, // RFC 8098
	"in-reply-to":           Reference,
	"references":            Reference,
	"original-envelope-id":  EnvelopeID, // RFC 3464
	"x-envelope-id":         EnvelopeID,
	"x-failed-recipients":   FailedRecipient, // Exim, Google
	"return-path":           ReturnPath,
	"delivered-to":          ReturnPath,
	"x-original-to":         ReturnPath,
	"envelope-to":           ReturnPath,
	"to":                    ReturnPath,
	"feedback-id":           ProviderID, // Google's feedback loop
	"list-id":               ProviderID, // RFC 2919
	"x-campaign-id":         ProviderID,
	"x-campaignid":          ProviderID,
	"x-entity-id":           ProviderID, // SendGrid
	"x-entity-ref-id":       ProviderID,
	"x-ses-outgoing":        ProviderID, // Amazon SES
	"x-ses-message-id":      ProviderID,
	"x-sg-eid":              ProviderID, // SendGrid
	"x-sg-id":               ProviderID,
	"x-mailgun-sid":         ProviderID, // Mailgun
	"x-mailgun-variables":   ProviderID,
	"x-mc-user":             ProviderID, // Mailchimp
	"x-mandrill-user":       ProviderID,
	"x-pm-message-id":       ProviderID, // Postmark
	"x-mj-mid":              ProviderID, // Mailjet
	"x-job":                 ProviderID,
	"x-rpcampaign":          ProviderID, // Return Path
	"x-ms-exchange-organization-network-message-id": ProviderID,
}

// returnedFields tells what these fields hold in the header of a returned
// message, which went to its recipient, and not to the sender as a report does.
// They were the recipient's own when a mail server wrote them.
var returnedFields = map[string]CorrelatorKind{
	"to":            Addressee,
	"cc":            Addressee,
	"delivered-to":  Addressee,
	"x-original-to": Addressee,
	"envelope-to":   Addressee,
}

// The limits of what one header gives: fields that are read, correlators that
// are found before the surest are taken, and the correlators that are taken.
const (
	maxCorrelatorFields = 500
	maxFound            = 5000
	maxCorrelators      = 500
)

// Correlators returns everything in the header of a report by which the sender
// of the message that it is about can find that again: identifiers, and the
// addresses that the report was sent to with what is encoded in them (VERP, SRS,
// BATV, "+detail"). The surest kinds come first, and within a kind the header's
// order counts. custom names fields of the sender's own. Whoever wrote the header
// can have written anything; see [VERPKey] for a proof. At most 500 fields are
// read and 500 correlators returned.
//
// The header of the returned message itself is for [ReturnedCorrelators].
func Correlators(h *Header, custom ...string) []Correlator {
	return surest(fieldCorrelators(h, custom, nil))
}

// ReturnedCorrelators is [Correlators] for the header of the message that a
// report returns. There To and its like name the recipient, whose "+detail" is
// no token of the sender's, and the Received fields the addresses that the
// message took on its way, the first hop first.
func ReturnedCorrelators(h *Header, custom ...string) []Correlator {
	return surest(appendReceivedFor(fieldCorrelators(h, custom, returnedFields), h))
}

// surest returns the surest of list, in the order of their kinds.
func surest(list []Correlator) []Correlator {
	slices.SortStableFunc(list, func(a, b Correlator) int {
		return slices.Index(ranks[:], a.Kind) - slices.Index(ranks[:], b.Kind)
	})
	return list[:min(len(list), maxCorrelators)]
}

// fieldCorrelators returns what single fields give. special comes before
// correlatorFields, which come before custom.
func fieldCorrelators(h *Header, custom []string, special map[string]CorrelatorKind) []Correlator {
	var list []Correlator
	read := 0
	for i := range h.fields {
		name := h.name(i)
		lower := lowerASCII(name)
		kind := cmp.Or(special[lower], correlatorFields[lower])
		if kind == "" && slices.ContainsFunc(custom, func(c string) bool { return strings.EqualFold(c, name) }) {
			kind = Custom
		}
		if kind == "" {
			continue
		}
		if read++; read > maxCorrelatorFields || len(list) >= maxFound {
			break
		}
		list = appendCorrelators(list, Correlator{Kind: kind, Header: blank(name, maxName), Position: i}, h.value(i))
	}
	return list
}

// appendReceivedFor appends the addresses of the for clauses (RFC 5321, section
// 4.4), each once.
func appendReceivedFor(list []Correlator, h *Header) []Correlator {
	seen := map[string]bool{}
	for _, hop := range Trace(h) {
		if a, _ := ParseAddress(hop.For); a.Domain != "" {
			spec := a.Spec()
			if !seen[spec] {
				list = append(list, Correlator{ReceivedFor, spec, "Received", hop.Position})
			}
			seen[spec] = true
		}
	}
	return list
}

// appendCorrelators appends what one field gives; c is its template.
func appendCorrelators(list []Correlator, c Correlator, value string) []Correlator {
	add := func(kind CorrelatorKind, value string) {
		if value != "" {
			c.Kind, c.Value = kind, value
			list = append(list, c)
		}
	}
	switch kind := c.Kind; kind {
	case MessageID, Reference:
		for _, id := range MessageIDs(value) {
			add(kind, id)
		}
	case FailedRecipient, Addressee, ReturnPath:
		for _, a := range ParseAddressList(cutList(value, maxRaw, ',')) {
			add(kind, a.Spec())
			if kind == ReturnPath {
				addEncoded(add, a)
			}
		}
	default:
		add(kind, blank(value, maxText))
	}
	return list
}

// addEncoded adds what an address holds besides itself.
func addEncoded(add func(CorrelatorKind, string), a Address) {
	if original, ok := DecodeSRS(a); ok {
		add(RewrittenSender, original.Spec())
		a = original
	}
	if original, _, ok := DecodeBATV(a); ok {
		add(RewrittenSender, original.Spec())
		a = original
	}
	if recipient, ok := DecodeVERP(a, ""); ok {
		add(VERPRecipient, recipient.Spec())
	} else if _, detail, ok := Subaddress(a); ok {
		add(Detail, detail)
	}
}
