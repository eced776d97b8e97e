package main

import "example.com/ndr/ndr"

// The folders into which messages are filed.
const (
	reports    = "Reports"    // of failure, delay and success
	complaints = "Complaints" // about spam
	automatic  = "Automatic"  // replies, receipts and notices of programs
	letters    = "Letters"    // all other mail, with letters that quote a report
)

var folders = []string{reports, complaints, automatic, letters}

// folder returns the one for a message.
func folder(r *ndr.Report) string {
	switch r.Kind {
	case ndr.Failure, ndr.Delay, ndr.Success:
		return reports
	case ndr.Feedback:
		return complaints
	case ndr.AutoReply, ndr.Disposition, ndr.Challenge:
		return automatic
	}
	switch r.Author {
	case ndr.AuthorSystem, ndr.AuthorList, ndr.AuthorResponder:
		return automatic
	}
	return letters
}

// explain says in one line what a message is, and what its report says of the
// first recipient.
func explain(r *ndr.Report) string {
	text := r.Kind.String()
	if r.Author != ndr.AuthorUnknown {
		text += " by " + r.Author.String()
	}
	if r.Quoted != nil {
		return text + ", quotes a " + explain(r.Quoted)
	}
	if len(r.Recipients) > 0 {
		text += ": " + r.Recipients[0].Address + ": " + r.Recipients[0].Advice().Title
	}
	return text
}
