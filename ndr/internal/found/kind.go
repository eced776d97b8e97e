package found

import "strings"

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

// KindOf returns the kind of a report about recipients: one failure makes it a
// failure, else one delay a delay. fallback is the kind where no action is
// given.
func KindOf(recipients []Recipient, fallback Kind) Kind {
	kind := Other
	for i := range recipients {
		r := &recipients[i]
		k := actionKinds[r.Action]
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

// What one action, and a report of one kind, are about where nothing else tells.
var (
	actionKinds = [...]Kind{Failed: Failure, Delayed: Delay, Delivered: Success, Relayed: Success, Expanded: Success}
	kindActions = [...]Action{Failure: Failed, Delay: Delayed, Success: Delivered, Challenge: NoAction}
)

// ActionOf is the action that a report of kind k is about where it names none.
func ActionOf(k Kind) Action { return kindActions[k] }
