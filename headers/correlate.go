package headers

import "strings"

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

// maxCorrelators bounds what one header gives.
const maxCorrelators = 500

// Correlators returns everything in a header by which the sender of a message
// can find it again, in the header's order: identifiers, and addresses with
// what is encoded in them (VERP, SRS, BATV, "+detail"). It serves for the
// header of a report and for the returned one alike. custom names fields of
// the sender's own. Whoever wrote the header can have written anything; see
// [VERPKey] for a proof. At most 500 are returned.
func Correlators(h *Header, custom ...string) []Correlator {
	var list []Correlator
	for i := range h.fields {
		name := h.name(i)
		kind, ok := correlatorFields[strings.ToLower(name)]
		if len(list) >= maxCorrelators {
			break
		}
		if !ok && !containsName(custom, name) {
			continue
		}
		if !ok {
			kind = Custom
		}
		list = appendCorrelators(list, Correlator{Kind: kind, Header: blank(name, maxName), Position: i}, h.value(i))
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
