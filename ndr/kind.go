package ndr

import (
	"database/sql/driver"
	"fmt"
	"slices"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
)

// A Kind says what a message is.
type Kind uint8

// The kinds of message.
const (
	// Other is anything that is not one of the kinds below.
	Other = Kind(found.Other)
	// Failure says that the message was not delivered to one recipient at
	// least.
	Failure = Kind(found.Failure)
	// Delay: delivery is late and will be tried again.
	Delay = Kind(found.Delay)
	// Success says that the message was delivered, relayed or expanded.
	Success = Kind(found.Success)
	// Feedback is a complaint about spam (RFC 5965).
	Feedback = Kind(found.Feedback)
	// Disposition is a read receipt (RFC 8098).
	Disposition = Kind(found.Disposition)
	// AutoReply is an answer by a program on behalf of a person (RFC 3834).
	AutoReply = Kind(found.AutoReply)
	// Challenge asks the sender to confirm before delivery.
	Challenge = Kind(found.Challenge)
)

var kinds = enum[Kind]{"kind", []string{
	"other", "failure", "delay", "success", "feedback", "disposition", "auto-reply", "challenge",
}}

// An Action is what a mail system did with a message for one recipient
// (RFC 3464, section 2.3.3).
type Action uint8

// The actions.
const (
	// NoAction: none was given.
	NoAction = Action(found.NoAction)
	// Failed: the message could not be delivered.
	Failed = Action(found.Failed)
	// Delayed: it could not be delivered so far, and will be tried again.
	Delayed = Action(found.Delayed)
	// Delivered: it was delivered.
	Delivered = Action(found.Delivered)
	// Relayed: it was passed on to a system that sends no reports.
	Relayed = Action(found.Relayed)
	// Expanded: it was delivered to the members of a list or alias.
	Expanded = Action(found.Expanded)
)

var actions = enum[Action]{"action", []string{"", "failed", "delayed", "delivered", "relayed", "expanded"}}

// An Author is who wrote a message. Named rules over its header decide, see
// [Report.AuthorRule]. Anybody can write a header: an Author is what the message
// claims, not a proof.
type Author uint8

// The authors.
const (
	// AuthorUnknown: there is no header, or nothing in it tells.
	AuthorUnknown = Author(author.Unknown)
	// AuthorSystem: a mail system. A list, a group or an alias may have passed
	// the message on.
	AuthorSystem = Author(author.System)
	// AuthorPerson: somebody with a mail program.
	AuthorPerson = Author(author.Person)
	// AuthorList: the program that runs a mailing list, in its own name.
	AuthorList = Author(author.List)
	// AuthorResponder: a program that answers on behalf of a person or a help
	// desk (RFC 3834).
	AuthorResponder = Author(author.Responder)
)

var authors = enum[Author]{"author", []string{"unknown", "system", "person", "list", "responder"}}

// ErrName is what the UnmarshalText and Scan methods of the types of this package
// wrap when a text is none of the names. It is [codes.ErrName].
var ErrName = codes.ErrName

// String returns the name of k, such as "auto-reply".
func (k Kind) String() string { return kinds.name(k) }

// MarshalText implements [encoding.TextMarshaler]: it gives [Kind.String].
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (k *Kind) UnmarshalText(text []byte) error { return kinds.parse(k, text) }

// Value implements [driver.Valuer]: it stores [Kind.String].
func (k Kind) Value() (driver.Value, error) { return k.String(), nil }

// Scan implements [sql.Scanner]. It takes what Value stores, as text or bytes. The
// error wraps [ErrName].
func (k *Kind) Scan(src any) error { return kinds.scan(k, src) }

// String returns the name of a, such as "failed", and "" for [NoAction].
func (a Action) String() string { return actions.name(a) }

// MarshalText implements [encoding.TextMarshaler]: it gives [Action.String].
func (a Action) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (a *Action) UnmarshalText(text []byte) error { return actions.parse(a, text) }

// Value implements [driver.Valuer]: it stores [Action.String].
func (a Action) Value() (driver.Value, error) { return a.String(), nil }

// Scan implements [sql.Scanner]. It takes what Value stores, as text or bytes. The
// error wraps [ErrName].
func (a *Action) Scan(src any) error { return actions.scan(a, src) }

// String returns the name of a, such as "system".
func (a Author) String() string { return authors.name(a) }

// MarshalText implements [encoding.TextMarshaler]: it gives [Author.String].
func (a Author) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (a *Author) UnmarshalText(text []byte) error { return authors.parse(a, text) }

// Value implements [driver.Valuer]: it stores [Author.String].
func (a Author) Value() (driver.Value, error) { return a.String(), nil }

// Scan implements [sql.Scanner]. It takes what Value stores, as text or bytes. The
// error wraps [ErrName].
func (a *Author) Scan(src any) error { return authors.scan(a, src) }

// An enum holds the names of the values of a type.
type enum[T ~uint8] struct {
	what  string   // what an error calls the type
	names []string // by value
}

// name returns the name of v, and the name of the zero value where v has none.
func (e enum[T]) name(v T) string {
	if int(v) >= len(e.names) {
		v = 0
	}
	return e.names[v]
}

// parse sets v to the value that text names.
func (e enum[T]) parse(v *T, text []byte) error {
	i := slices.Index(e.names, string(text))
	if i < 0 {
		return fmt.Errorf("%w: %s %.40q", ErrName, e.what, text)
	}
	*v = T(i)
	return nil
}

// scan sets v to the value that a column of a database names.
func (e enum[T]) scan(v *T, src any) error {
	switch src := src.(type) {
	case string:
		return e.parse(v, []byte(src))
	case []byte:
		return e.parse(v, src)
	}
	return fmt.Errorf("%w: %s from a column of type %T", ErrName, e.what, src)
}
