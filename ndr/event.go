package ndr

import (
	"log/slog"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/event"
	"example.com/ndr/ndr/internal/found"
)

// An Event is what a mail provider's webhook tells about one message and one
// recipient. It marshals to JSON, and reads back what it wrote. Its strings are
// valid UTF-8 on one line, without control characters: a response of at most
// 4 KiB, all others of at most 1 KiB.
//
// The verdict stands in Recipient. It follows from what the server said. What the
// provider makes of that stands beside it, in ProviderPermanent and
// ProviderSuppressed: providers also call a failure permanent where a block list or
// DMARC refused the sender.
type Event struct {
	// Provider is "ses", "sendgrid", "mailgun", "postmark", "sparkpost",
	// "mailjet", "resend", "brevo", "mailersend", "mandrill", "smtp2go" or
	// "elasticemail".
	Provider string `json:"provider"`
	// Kind is what happened: Failure, Delay, Success, Feedback for a complaint,
	// or Other for all that is none of these, such as a message that was opened
	// or a webhook that is to be confirmed.
	Kind Kind `json:"kind"`
	// Recipient is whom the event is about, with the verdict on a failure or a
	// delay. Its Address is "" where the event names nobody. Suppress is true
	// for a failure alone, where the server's words condemn the address, or the
	// provider has it on a list, or there are no words and the provider's class
	// condemns it; and never for an address that is none or had to be repaired.
	Recipient Recipient `json:"recipient"`
	// Ambiguous reports whether the event names several recipients, each in an
	// Event of its own, and does not say which of them it is about. None of
	// them is to be suppressed.
	Ambiguous bool `json:"ambiguous"`
	// MessageID is the Message-ID of the message, without its angle brackets.
	MessageID string `json:"message_id"`
	// Time is when it happened, in UTC, or the zero Time.
	Time time.Time `json:"time,omitzero"`
	// Name is what the provider calls the event, with its own class, such as
	// "Bounce/Permanent/General" or "bounce/blocked".
	Name string `json:"name"`
	// ProviderID is what the provider returned for the message when it was
	// sent. Numbers are given digit by digit.
	ProviderID string `json:"provider_id"`
	// EventID is equal for repeats of one event, "" where the provider has
	// none. Providers repeat events, and change their order.
	EventID string `json:"event_id"`
	// ProviderPermanent reports whether the provider calls a failure permanent,
	// nil where it does not say.
	ProviderPermanent *bool `json:"provider_permanent"`
	// ProviderSuppressed reports whether the provider will not try this address
	// again, whatever the reason.
	ProviderSuppressed bool `json:"provider_suppressed"`
	// Metadata is what the sender attached by name, at most 100 entries. A
	// value that is no string is its JSON.
	Metadata map[string]string `json:"metadata,omitempty"`
	// Tags are the sender's tags, categories and campaigns, at most 100.
	Tags []string `json:"tags,omitempty"`
	// Truncated reports whether something was longer than its limit and cut.
	Truncated bool `json:"truncated,omitempty"`
}

// ErrNoEvent is wrapped by the error of [ParseEvent] for a body that holds no
// event: that is no JSON and no form, that is of no known provider, or that is
// an empty batch, which some providers post to test a webhook.
var ErrNoEvent = event.ErrNone

// ErrEventLimit is wrapped by the error of [ParseEvent] for a body that holds
// more than 20,000 events. Those are returned with it.
var ErrEventLimit = event.ErrLimit

// ParseEvent reads the body of a webhook and returns its events, one for each
// recipient, in their order. An element of a batch that cannot be read is left
// out, and a value of a wrong type counts as missing; the rest is read. An
// event of a type that is not known is of kind [Other]. The error wraps
// [ErrNoEvent] or [ErrEventLimit].
//
// contentType is the field of the request, and may be "" for JSON. It matters
// for forms alone, since Amazon SNS posts JSON as text/plain. What Elastic Email
// sends with GET is the query of the URL.
//
// Time and memory are linear in the body; bound that with
// [net/http.MaxBytesReader]. Nothing that a body names is fetched.
//
// # Signatures
//
// ParseEvent believes the body. Without a check before it, anybody who knows
// the URL can have any address suppressed. Check the body as it came, byte by
// byte; refuse old times; and remember each [Event.EventID].
//
//   - Amazon SES by SNS: an RSA signature over some fields, in a fixed order,
//     of SHA-1 (SignatureVersion 1) or SHA-256 (2), by the certificate at
//     SigningCertURL, whose host must be checked first, as must TopicArn.
//     Raw delivery and EventBridge carry no signature.
//   - SendGrid: ECDSA with SHA-256 over the field
//     X-Twilio-Email-Event-Webhook-Timestamp and the body, in the field
//     X-Twilio-Email-Event-Webhook-Signature.
//   - Mailgun: HMAC-SHA256, in hexadecimal, over timestamp and token, in the
//     body. It does not cover the event: who has seen one signature can sign
//     any event with it, until its token is refused as used or old.
//   - Resend: HMAC-SHA256 (Svix) over the field svix-id, a dot, svix-timestamp,
//     a dot and the body, in the field svix-signature.
//   - MailerSend: HMAC-SHA256 over the body, in the field Signature.
//   - Mandrill: HMAC-SHA1 over the URL and each field of the form, sorted, in
//     the field X-Mandrill-Signature.
//   - Postmark, SparkPost, Mailjet, Brevo, SMTP2GO and Elastic Email sign
//     nothing: put credentials into the URL or into a header field, and admit
//     the provider's addresses alone.
func ParseEvent(contentType string, body []byte) ([]Event, error) {
	found, err := event.Parse(contentType, body)
	events := make([]Event, len(found))
	for i := range found {
		events[i] = newEvent(&found[i])
	}
	return events, err
}

func newEvent(f *event.Event) Event {
	e := Event{
		Provider: f.Provider, Kind: Kind(f.Kind), Ambiguous: f.Shared, MessageID: f.MessageID, Time: f.Time,
		Name: f.Name, ProviderID: f.ProviderID, EventID: f.EventID, ProviderSuppressed: f.Suppressed,
		Metadata: f.Metadata, Tags: f.Tags, Truncated: f.Truncated,
		Recipient: Recipient{
			Address: f.Address, Action: Action(found.ActionOf(f.Kind)), RemoteServer: f.Remote, WillRetryUntil: f.Until,
			Reply: f.Response.Reply, Status: f.Response.Status, Response: f.Said,
		},
	}
	if f.Permanent != event.NotSaid {
		e.ProviderPermanent = new(f.Permanent == event.Permanent)
	}
	if f.Kind == found.Failure || f.Kind == found.Delay {
		e.Recipient.judgeEvent(f)
	}
	return e
}

// judgeEvent fills in the verdict on a failure or a delay. What the provider
// alone can know comes first: that it did not try, because of its own list,
// quota or template. Then comes what the server said, and last the provider's
// class. What the provider says of permanence counts where the server gave no code.
func (r *Recipient) judgeEvent(f *event.Event) {
	r.judge(f.Response, &codes.Options{Host: r.RemoteServer, Addresses: []string{r.Address}, Stage: f.Stage})
	switch {
	case classCounts(f, r.Reason):
		r.judgeClass(f)
	case f.Prose:
		r.withhold(codes.WithheldMeaning) // the provider's words alone prove nothing
	case blamesSender(f.Class.Reason):
		// Where the provider sees the fault in the message or its sender, one
		// side is wrong about the address.
		r.withhold(codes.WithheldContradiction)
	}
	switch {
	case f.Permanent == event.Temporary && !f.Response.Reply.IsValid() && !f.Response.Status.IsValid():
		r.withhold(codes.WithheldPermanent)
	case !f.Sound:
		r.withhold(WithheldAddress)
	case f.Shared:
		r.withhold(codes.WithheldContradiction)
	}
}

// classCounts reports whether the provider's class, and not the reason that the
// response gives, says why.
func classCounts(f *event.Event, reason codes.Reason) bool {
	class := f.Class.Reason
	switch {
	case class == codes.Unknown:
		return false
	case f.Class.Own || isSilent(f):
		return true
	}
	// Providers take much for an unknown recipient: where there are words that
	// do not say so, neither does the class.
	return class != codes.UserUnknown && saysLittle(reason) && (reason == codes.Unknown || !saysLittle(class))
}

// isSilent reports whether no server said anything that tells of a reason.
func isSilent(f *event.Event) bool {
	return (f.Response.Text == "" || f.Prose) && (!f.Response.Status.IsValid() || f.Response.Status.Generic())
}

// saysLittle reports whether reason says little more than that delivery failed.
func saysLittle(reason codes.Reason) bool {
	switch reason {
	case codes.Unknown, codes.PolicyRejected, codes.SystemError, codes.Expired:
		return true
	}
	return false
}

// judgeClass makes a verdict of the provider's class. It condemns an address
// only where no server has spoken, or the provider did not ask one.
func (r *Recipient) judgeClass(f *event.Event) {
	reason := f.Class.Reason
	r.Reason, r.Owner, r.Scope = reason, reason.Owner(), reason.Scope()
	r.Evidence = codes.Evidence{Kind: codes.EvidenceToken, Text: f.Name}
	if !f.Response.Reply.IsValid() && !f.Response.Status.IsValid() {
		r.Permanent = r.Action == Failed && classCondemns(reason)
	}
	r.Suppress, r.Withheld = classCondemns(reason), ""
	switch {
	case !r.Permanent || f.Permanent == event.Temporary:
		r.withhold(codes.WithheldPermanent)
	case f.Class.Weak:
		r.withhold(codes.WithheldMeaning)
	case !f.Class.Own && !isSilent(f):
		r.withhold(codes.WithheldContradiction)
	}
}

// classCondemns reports whether reason, which a class gives, says that an address
// takes no mail.
func classCondemns(reason codes.Reason) bool {
	switch reason {
	case codes.UserUnknown, codes.MailboxDisabled, codes.HostUnknown, codes.Suppressed:
		return true
	}
	return false
}

// blamesSender reports whether reason says that the recipient exists: the
// message, its sender or his server are refused, or the mailbox is full.
func blamesSender(reason codes.Reason) bool {
	switch reason.Scope() {
	case codes.ScopeMessage, codes.ScopeSender, codes.ScopeSendingDomain, codes.ScopeSendingIP:
		return true
	}
	return reason == codes.MailboxFull
}

// Err returns a [*DeliveryError] for a failure, and nil for every other kind.
func (e Event) Err() error {
	if e.Kind != Failure {
		return nil
	}
	return newDeliveryError(e.Recipient, "", &Original{})
}

// LogValue implements [slog.LogValuer]: what happened and to which domain,
// without what is personal.
func (e Event) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("provider", e.Provider),
		slog.String("kind", e.Kind.String()),
		slog.String("name", clip(e.Name, maxErrorText)),
		slog.String("event_id", clip(e.EventID, maxErrorText)),
		slog.Bool("provider_suppressed", e.ProviderSuppressed),
		slog.Any("recipient", e.Recipient),
	)
}
