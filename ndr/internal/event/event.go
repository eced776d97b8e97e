// Package event reads the bodies that mail providers post to webhooks; [ReadMail]
// reads those that Amazon SES sends by mail. It reports what the provider says.
// Package ndr decides what that means for an address.
//
// A provider has an entry in providers, which says where its values stand, and its
// words in words.txt. Code for one provider is in finish.go or, where it is long, in a
// file named after the provider. A new provider also needs a sample in
// /testdata/webhooks, and its name in the comment on Event.Provider of package ndr.
package event

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
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
	Meaning
	// Address is the recipient, lower case, "" where none is named.
	Address string
	// Sound tells that Address is one valid mailbox and stands in the body as
	// it is here, except for case.
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
	// Stage is the stage of the command which the server answered, where the provider
	// names it beside the answer.
	Stage codes.Stage

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

// A record is an event as a provider has it, with strings as they came.
type record struct {
	Event
	to            []string // none is one event that names nobody
	text          string   // what was said
	reply, status string   // codes that stand beside the text
}

// Parse reads one body. contentType is looked at for forms alone: Amazon SNS
// posts JSON as text/plain. The error wraps [ErrNone] where the body holds no
// event, or [ErrLimit] where it holds more than are returned.
func Parse(contentType string, body []byte) ([]Event, error) {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\ufeff")), " \t\r\n")
	var objects []*object
	isForm := false
	switch {
	case len(body) == 0:
		return nil, fmt.Errorf("%w: empty body", ErrNone)
	case body[0] == '{' || body[0] == '[':
		var valid json.RawMessage
		if err := json.Unmarshal(body, &valid); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNone, err)
		}
		objects = firstObjects(valid, maxEvents+1) // one more than is read shows that there are more
	default:
		form, err := parseForm(contentType, body)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNone, err)
		}
		objects, isForm = []*object{form}, true
	}
	for _, o := range objects {
		for i := range providers {
			if p := &providers[i]; !isForm && o.has(p.json...) || isForm && o.has(p.form...) {
				return p.events(objects)
			}
		}
	}
	return nil, fmt.Errorf("%w: the form of no known provider", ErrNone)
}

// events reads the objects of one body. A value that is no object is left out, and an
// object in which there is none of the provider's events.
func (p *provider) events(objects []*object) (events []Event, err error) {
	for _, body := range objects {
		opened := []*object{body}
		if p.open != nil {
			opened = p.open(body)
		}
		for _, o := range opened {
			for _, r := range p.read(o) {
				events = r.appendEvents(events)
			}
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

// appendEvents appends the events that r is: one for each recipient.
func (r *record) appendEvents(events []Event) []Event {
	r.clean()
	if len(r.to) == 0 {
		return append(events, r.Event)
	}
	for i, to := range r.to {
		if i == maxList {
			events[len(events)-1].Truncated = true
			break
		}
		e := r.Event
		e.Address, e.Sound = parseAddress(e.cut(to, maxValue))
		events = append(events, e)
	}
	return events
}

// clean bounds and cleans the strings of the event, except for its recipient.
func (r *record) clean() {
	r.Name = r.line(r.Name, maxValue)
	r.Remote = lex.HostName(r.line(r.Remote, maxValue))
	r.MessageID = messageID(r.line(r.MessageID, maxValue))
	r.ProviderID = r.line(r.ProviderID, maxValue)
	r.EventID = r.line(r.EventID, maxValue)
	r.Metadata, r.Tags = r.metadata(r.Metadata), r.tags(r.Tags)
	switch r.Kind {
	case found.Delay:
		r.Permanent = Temporary
		fallthrough
	case found.Failure, found.Success:
		r.Response, r.Said = r.response()
	}
}
