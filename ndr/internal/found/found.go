// Package found holds what the readers of a report return: a [Report] with its
// [Recipient] values, the [Field] values of a delivery-status part, and the
// [Action] and [Kind] that they say. It is plain data. What a reply means, and
// what follows from it, is worked out later, by packages codes and ndr.
package found

import (
	"time"

	"example.com/ndr/codes"
)

// A Report is what one reader found in one part of a message. What it does not
// find it leaves zero; package ndr merges the reports of all readers.
type Report struct {
	// Format names the mail system that was recognised, "" for none.
	Format string
	// Kind is Other unless the reader is sure.
	Kind Kind
	// Rule names the rule by which a reader of prose decided whether it is a
	// report, "" where no rule was asked.
	Rule string
	// Server is the generating server as written.
	Server string
	// Recipients hold what the part says of each. Reply, Reason and what
	// follows from it are filled in later, from Response.
	Recipients []Recipient
	// Original are the lines of the original message's header where the text
	// quotes it, nil otherwise.
	Original []string
	// TooLong and TooMany say that lines or recipients were left out, CutOff that the
	// message ends within the part.
	TooLong, TooMany, CutOff bool
}

// A Recipient is what one reader found out about one recipient.
type Recipient struct {
	// Address is the final address; OriginalAddress the one that the message
	// was first sent to.
	Address, OriginalAddress string
	Action                   Action
	Status                   codes.Status
	Reply                    codes.Reply
	// Inferred says that Address stands where reports do not name recipients: in
	// prose that is not known, a To field, the subject or the returned header.
	Inferred bool
	// Stage is where in the session the refusal came, as the reporting system
	// tells it outside of Response.
	Stage codes.Stage
	// Response is what the refusing system said, on one line; Shared says that it
	// is told of several recipients together.
	Response string
	Shared   bool
	// RemoteServer is the host that said it, or that could not be reached.
	RemoteServer                string
	LastAttempt, WillRetryUntil time.Time
	// Fields are the fields of the recipient's group in a delivery-status part.
	Fields []Field
}

// A Complaint is what a report about abuse says (RFC 5965, section 3).
type Complaint struct {
	Type, UserAgent, SourceIP string
	Fields                    []Field
	Recipients                []Recipient // who complained
}
