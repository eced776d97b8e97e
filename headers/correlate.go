package headers

import (
	"strings"

	"github.com/emersion/go-message/textproto"
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

// The kinds of correlator.
const (
	// MessageID is the message itself.
	MessageID CorrelatorKind = "message-id"
	// Reference is a message that this one answers: for a report, the one that
	// it is about.
	Reference CorrelatorKind = "reference"
	// EnvelopeID is the identifier that the sender gave with MAIL FROM
	// (RFC 3461, section 4.4).
	EnvelopeID CorrelatorKind = "envelope-id"
	// FailedRecipient is a recipient that the field names as failed.
	FailedRecipient CorrelatorKind = "failed-recipient"
	// ReturnPath is an address that the report was sent to, or that the
	// message was sent from.
	ReturnPath CorrelatorKind = "return-path"
	// VERPRecipient is the recipient within a variable envelope return path.
	VERPRecipient CorrelatorKind = "verp-recipient"
	// RewrittenSender is the address within one of SRS or BATV.
	RewrittenSender CorrelatorKind = "rewritten-sender"
	// Detail is what stands after "+" in such an address.
	Detail CorrelatorKind = "detail"
	// ProviderID is an identifier that a sending service or list manager gave.
	ProviderID CorrelatorKind = "provider-id"
	// Custom is a field that the caller named.
	Custom CorrelatorKind = "custom"
)

// correlatorFields tells what the fields hold by which a message can be found.
// The names are in the form of [net/textproto.CanonicalMIMEHeaderKey].
var correlatorFields = map[string]CorrelatorKind{
	"Message-Id":            MessageID,
	"X-Original-Message-Id": MessageID, // Exchange, Google Groups
	"Resent-Message-Id":     MessageID,
	"Original-Message-Id":   Reference, // RFC 8098
	"In-Reply-To":           Reference,
	"References":            Reference,
	"Original-Envelope-Id":  EnvelopeID, // RFC 3464
	"X-Envelope-Id":         EnvelopeID,
	"X-Failed-Recipients":   FailedRecipient, // Exim, Google
	"Return-Path":           ReturnPath,
	"Delivered-To":          ReturnPath,
	"X-Original-To":         ReturnPath,
	"Envelope-To":           ReturnPath,
	"To":                    ReturnPath,
	"Feedback-Id":           ProviderID, // Google's feedback loop
	"List-Id":               ProviderID, // RFC 2919
	"X-Campaign-Id":         ProviderID,
	"X-Campaignid":          ProviderID,
	"X-Entity-Id":           ProviderID, // SendGrid
	"X-Entity-Ref-Id":       ProviderID,
	"X-Ses-Outgoing":        ProviderID, // Amazon SES
	"X-Ses-Message-Id":      ProviderID,
	"X-Sg-Eid":              ProviderID, // SendGrid
	"X-Sg-Id":               ProviderID,
	"X-Mailgun-Sid":         ProviderID, // Mailgun
	"X-Mailgun-Variables":   ProviderID,
	"X-Mc-User":             ProviderID, // Mailchimp
	"X-Mandrill-User":       ProviderID,
	"X-Pm-Message-Id":       ProviderID, // Postmark
	"X-Mj-Mid":              ProviderID, // Mailjet
	"X-Job":                 ProviderID,
	"X-Rpcampaign":          ProviderID, // Return Path
	"X-Ms-Exchange-Organization-Network-Message-Id": ProviderID,
}

// maxCorrelators bounds what one header gives.
const maxCorrelators = 500

// Correlators returns everything in a header by which the sender of a message
// can find it again, in the header's order: identifiers, and addresses with
// what is encoded in them (VERP, SRS, BATV, "+detail"). It serves for the
// header of a report and for the returned one alike. custom names fields of
// the sender's own. Whoever wrote the header can have written anything; see
// [VERPKey] for a proof. At most 500 are returned.
func Correlators(h *textproto.Header, custom ...string) []Correlator {
	var list []Correlator
	for fields, i := h.Fields(), 0; fields.Next() && len(list) < maxCorrelators; i++ {
		kind, ok := correlatorFields[fields.Key()]
		if !ok && !containsName(custom, fields.Key()) {
			continue
		}
		if !ok {
			kind = Custom
		}
		list = appendCorrelators(list, Correlator{Kind: kind, Header: blank(fields.Key(), maxName), Position: i}, fields.Value())
	}
	return list[:min(len(list), maxCorrelators)]
}

func containsName(names []string, key string) bool {
	for _, name := range names {
		if strings.EqualFold(name, key) {
			return true
		}
	}
	return false
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
	case FailedRecipient:
		for _, a := range ParseAddressList(value) {
			add(kind, a.Spec())
		}
	case ReturnPath:
		for _, a := range ParseAddressList(cut(value, maxRaw)) {
			add(kind, a.Spec())
			addEncoded(add, a)
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
