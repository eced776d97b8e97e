// Package event reads the bodies that mail providers post to webhooks, and
// hands on plain values. It says what a provider says; what that means for an
// address is decided by package ndr.
//
// A provider is one file: a function that makes records of an object, and
// tables of its classes. An entry of providers tells its objects apart.
package event

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// ErrNone is wrapped by the error of a body that holds no event.
var ErrNone = errors.New("ndr: no delivery event")

// ErrLimit is wrapped by the error of a body with more events than are read.
var ErrLimit = errors.New("ndr: too many delivery events")

// The limits. What lies beyond one is left out.
const (
	maxEvents      = 20_000       // of one body; SparkPost's batches, the largest known, have some thousand
	maxFields      = 4_000        // of one form in parts; Mailgun mixes the sender's own with its fifteen
	maxContentType = 1 << 10      // bytes of a content type; it holds a boundary of 70 (RFC 2046, section 5.1.1)
	maxText        = lex.MaxValue // bytes of a response, as everywhere in package ndr
	maxValue       = 1 << 10      // bytes of any other value; a Message-ID fits into one line of 998 (RFC 5322, section 2.1.1)
	maxList        = 100          // recipients, tags or entries of metadata of one event; SES and Resend allow 50 recipients, SMTP2GO 100
)

// A Kind says what became of a message.
type Kind uint8

// The kinds of event.
const (
	Other     Kind = iota
	Failure        // given up
	Delay          // will be tried again
	Success        // the receiving server took it
	Complaint      // the recipient called it spam
)

// A Claim is what a provider says about the permanence of a failure.
type Claim uint8

// The claims.
const (
	NotSaid Claim = iota
	Temporary
	Permanent
)

// A Class is what a provider's own classification says of a failure.
type Class struct {
	// Reason is [codes.Unknown] for a class that says nothing.
	Reason codes.Reason
	// Own tells that the provider alone can know it: it did not try, because
	// of a list, a quota or a template of its own. No text says more.
	Own bool
	// Weak tells that the class names the recipient, but is also given where
	// the address is good.
	Weak bool
}

// An Event is one event, for one recipient. Its strings are valid UTF-8 on one
// line, without control characters, and bounded.
type Event struct {
	// Provider is the name of the provider, such as "ses".
	Provider string
	// Name is what the provider calls the event, with its class.
	Name string
	Kind Kind
	// Address is the recipient, lower case, "" where none is named.
	Address string
	// Sound tells that Address is one valid mailbox and stands in the body as
	// it is here, but for case.
	Sound bool
	// Shared tells that several recipients are named, and not which of them
	// the event is about.
	Shared bool
	// Response holds the codes of what the receiving server said, and its
	// text; Said is the same as one line.
	Response codes.Response
	Said     string
	// Prose tells that Said are words of the provider, not of a server.
	Prose bool
	// Remote is the receiving host, lower case.
	Remote string
	// Stage is that of the command which the server answered, where the provider
	// names it beside the answer.
	Stage codes.Stage

	Class     Class
	Permanent Claim
	// Suppressed tells that the provider will not try the address again.
	Suppressed bool

	MessageID  string // the field of that name, without angle brackets
	ProviderID string // what the provider's send call returned
	EventID    string // tells repeats of one event
	Time       time.Time
	Until      time.Time // the end of a delay
	Metadata   map[string]string
	Tags       []string
	// Truncated tells that a value was longer than its limit.
	Truncated bool
}

// A meaning is what a provider's name of an event, or of a class, says.
type meaning struct {
	kind       Kind
	permanent  Claim
	class      Class
	suppressed bool
}

// A record is an event as a provider's reader finds it: its strings are as
// they came.
type record struct {
	meaning
	name   string
	to     []string // none is one event that names nobody
	shared bool     // which of several is meant is not said

	text   string // what the receiving server said
	prose  bool   // text are words of the provider
	reply  string // codes that stand beside the text
	status string
	remote string
	stage  codes.Stage

	messageID, providerID, eventID string
	time, until                    time.Time
	metadata                       map[string]string
	tags                           []string
	truncated                      bool // recipients were left out
}

// A provider is one form of one provider.
type provider struct {
	name string
	is   func(object) bool
	read func(object) []record
}

// providers lists the forms that bodies of JSON have. SendGrid comes first:
// the sender's own arguments stand in its objects, and can have any name.
var providers = []provider{
	{"sendgrid", has("sg_event_id"), readSendGrid},
	{"ses", has("Type", "TopicArn"), readSNS},
	{"ses", has("Records"), readLambda},
	{"ses", isEventBridge, readEventBridge},
	{"ses", either(has("mail", "eventType"), has("mail", "notificationType")), readSES},
	{"mailgun", has("event-data"), readMailgun},
	{"mailgun", has("event", "log-level"), readMailgunEvent},
	{"postmark", either(has("RecordType"), has("TypeCode", "BouncedAt")), readPostmark},
	{"resend", ofArea("email", "contact", "domain"), readResend},
	{"mailersend", ofArea("activity", "recipient", "maintenance"), readMailerSend},
	{"sparkpost", has("msys"), readSparkPost},
	{"sparkpost", isSparkPostList, readSparkPostList},
	{"mailjet", either(has("event", "MessageID", "mj_campaign_id"), has("event", "MessageID", "Message_GUID")), readMailjet},
	{"brevo", has("event", "email", "message-id"), readBrevo},
	{"smtp2go", either(has("event", "email_id", "rcpt"), has("event", "email_id", "recipients")), readSMTP2GO},
	{"mandrill", has("mandrill_events"), readMandrill},
}

// formProviders lists those of forms.
var formProviders = []provider{
	{"mandrill", has("mandrill_events"), readMandrill},
	{"mailgun", has("event", "token", "signature"), readMailgunForm},
	{"smtp2go", has("event", "email_id"), readSMTP2GO},
	{"elasticemail", either(has("status", "transaction"), has("status", "messageid")), readElasticEmail},
}

// find returns the form that o has, nil for none.
func find(providers []provider, o object) *provider {
	for i := range providers {
		if providers[i].is(o) {
			return &providers[i]
		}
	}
	return nil
}

// Parse reads one body. contentType is looked at for forms alone: Amazon SNS
// posts JSON as text/plain. The error wraps [ErrNone] where the body holds no
// event, or [ErrLimit] where it holds more than are returned.
func Parse(contentType string, body []byte) ([]Event, error) {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\ufeff")), " \t\r\n")
	var p *provider
	var objects []object
	switch {
	case len(body) == 0:
		return nil, fmt.Errorf("%w: empty body", ErrNone)
	case body[0] == '{' || body[0] == '[':
		var err error
		if objects, err = parseObjects(body); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNone, err)
		}
		for i := 0; i < len(objects) && p == nil; i++ {
			p = find(providers, objects[i])
		}
	default:
		form, err := parseForm(contentType, body)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNone, err)
		}
		objects = []object{form}
		p = find(formProviders, form)
	}
	if p == nil {
		return nil, fmt.Errorf("%w: the form of no known provider", ErrNone)
	}
	return p.events(objects)
}

// events reads the objects of one body.
func (p *provider) events(objects []object) (events []Event, err error) {
	for _, o := range objects {
		for _, r := range p.read(o) {
			events = r.appendEvents(events, p.name)
			if len(events) > maxEvents {
				return events[:maxEvents], fmt.Errorf("%w: %d are read", ErrLimit, maxEvents)
			}
		}
	}
	if len(events) == 0 {
		return nil, fmt.Errorf("%w in a body of %s", ErrNone, p.name)
	}
	return events, nil
}

// parseObjects returns the objects of a body of JSON: the one that it is, or
// the elements of the array that it is. An element that is none is left out.
func parseObjects(body []byte) ([]object, error) {
	var valid json.RawMessage
	if err := json.Unmarshal(body, &valid); err != nil {
		return nil, err
	}
	return firstObjects(valid, maxEvents+1), nil // one more than is read shows that there are more
}

// appendEvents appends the events that r is: one for each recipient.
func (r *record) appendEvents(events []Event, provider string) []Event {
	e := r.event(provider)
	if len(r.to) == 0 {
		return append(events, e)
	}
	for i, to := range r.to {
		if i == maxList {
			events[len(events)-1].Truncated = true
			break
		}
		e := e
		c := cleaner{&e.Truncated}
		e.Address, e.Sound = parseAddress(c.cut(to, maxValue))
		events = append(events, e)
	}
	return events
}

// event makes the event of r, but for its recipient.
func (r *record) event(provider string) Event {
	e := Event{
		Provider: provider, Kind: r.kind, Shared: r.shared, Prose: r.prose,
		Class: r.class, Permanent: r.permanent, Suppressed: r.suppressed, Stage: r.stage,
		Time: r.time, Until: r.until, Truncated: r.truncated,
	}
	if r.kind == Delay {
		e.Permanent = Temporary
	}
	c := cleaner{&e.Truncated}
	e.Name = c.line(r.name, maxValue)
	e.Remote = lex.HostName(c.line(r.remote, maxValue))
	e.MessageID = messageID(c.line(r.messageID, maxValue))
	e.ProviderID = c.line(r.providerID, maxValue)
	e.EventID = c.line(r.eventID, maxValue)
	e.Metadata, e.Tags = c.metadata(r.metadata), c.tags(r.tags)
	if r.kind == Failure || r.kind == Delay || r.kind == Success {
		e.Response, e.Said = r.response(&c)
	}
	return e
}
