package found

import (
	"strings"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// Finish parts the type of a field from its value (RFC 3464, section 2.1.2)
// and makes the value fit to be handed out.
func (f *Field) Finish() {
	f.Value = lex.CleanValue(f.Value)
	typ, value, ok := strings.Cut(f.Value, ";")
	typ = strings.TrimSpace(typ)
	if ok && isAtom(typ) {
		f.Type, f.Value = strings.ToLower(typ), strings.TrimSpace(value)
	}
}

// isAtom reports whether s may be the type of a field: "rfc822", "X-Postfix".
func isAtom(s string) bool {
	return s != "" && len(s) <= 40 && !strings.ContainsAny(s, " \t<>@:\"'()[]")
}

// Address returns the address in a Final-Recipient or Original-Recipient field
// (RFC 3464, section 2.3.1 and 2.3.2), as [Recipient.Address] has it.
func (f *Field) Address() string {
	v := f.Value
	if f.Type == "utf-8" {
		v = lex.DecodeUnitext(v)
	}
	return lex.CleanAddress(lex.DecodeXtext(v))
}

// ParseAction reads an Action field (RFC 3464, section 2.3.3).
//
// QUIRK: some systems write "failure", "expired", "undeliverable", or a comment
// after the word.
func ParseAction(v string) Action {
	word := strings.ToLower(v)
	if i := strings.IndexAny(word, " \t(;,"); i >= 0 {
		word = word[:i]
	}
	switch word {
	case "failed", "failure", "fail", "error", "expired", "undeliverable", "bounced", "rejected":
		return Failed
	case "delayed", "delay", "deferred":
		return Delayed
	case "delivered", "deliverable", "delivery":
		return Delivered
	case "relayed", "relay":
		return Relayed
	case "expanded":
		return Expanded
	}
	return NoAction
}

// A Kind says what a message is.
type Kind uint8

// The kinds of message, as package ndr documents them.
const (
	Other Kind = iota
	Failure
	Delay
	Success
	Feedback
	Disposition
	AutoReply
	Challenge
)

// An Action is what a mail system did with a message for one recipient
// (RFC 3464, section 2.3.3).
type Action uint8

// The actions, as package ndr documents them.
const (
	NoAction Action = iota
	Failed
	Delayed
	Delivered
	Relayed
	Expanded
)

// A Recipient is what one reader found out about one recipient.
type Recipient struct {
	// Address is the final address; OriginalAddress the one that the message
	// was first sent to.
	Address, OriginalAddress string
	Action                   Action
	Status                   codes.Status
	Reply                    codes.Reply
	// Response is what the refusing system said, on one line.
	Response string
	// RemoteServer is the host that said it, or that could not be reached.
	RemoteServer                string
	LastAttempt, WillRetryUntil time.Time
	// Fields are those of the recipient's group in a delivery-status part.
	Fields []Field
}

// A Field is one field of a delivery-status part or a report about abuse.
type Field struct{ Name, Type, Value string }

// A Complaint is what a report about abuse says (RFC 5965, section 3).
type Complaint struct {
	Type, UserAgent, SourceIP string
	Fields                    []Field
}

// KindOf returns the kind of a report about recipients: one failure makes it a
// failure, else one delay a delay. fallback is the kind where no action is
// given.
func KindOf(recipients []Recipient, fallback Kind) Kind {
	kind := Other
	for i := range recipients {
		r := &recipients[i]
		k := ActionKind(r.Action)
		if k == Other {
			k = fallback
		}
		if k == Other && r.Status.Class() == 2 {
			k = Success
		}
		switch {
		case k == Failure, k == Other && r.Status.Permanent():
			return Failure
		case k == Delay, k == Other && r.Status.Transient():
			kind = Delay
		case kind == Other:
			kind = k
		}
	}
	if kind == Other {
		return Failure
	}
	return kind
}

// ActionKind is the kind of a report about nothing but a.
func ActionKind(a Action) Kind {
	switch a {
	case Failed:
		return Failure
	case Delayed:
		return Delay
	case Delivered, Relayed, Expanded:
		return Success
	}
	return Other
}
