package ndr

import (
	"fmt"
	"io"

	"example.com/ndr/ndr/internal/mime"
)

// Sniff tells from the header of a message alone what it seems to be, for
// programs that must not answer reports, or want to sort them before they read
// them. It reads no more of r than the header and what was buffered with it.
//
// A report that does not say in its header whether delivery failed or is late
// counts as [Failure]. [Parse] knows better; the errors are the same.
func Sniff(r io.Reader, opts *Options) (Kind, error) {
	o := opts.withDefaults()
	part, err := mime.ReadHeader(r, o.mime())
	if err == mime.ErrEmpty {
		return Other, ErrNoMessage
	}
	if err != nil {
		return Other, fmt.Errorf("ndr: reading header: %w", err)
	}
	return sniff(&part), nil
}

func sniff(part *mime.Part) Kind {
	switch part.ReportType {
	case "feedback-report":
		return Feedback
	case "disposition-notification":
		return Disposition
	}
	h := &part.Header
	r := newTextReader(h, nil)
	subject := foldLower(mime.DecodeHeader(h.Get("Subject")))
	from := r.fromEvidence()
	sender := from + r.pathEvidence()
	report := part.ReportType == "delivery-status" || h.Has("X-Failed-Recipients") || sender >= daemonEvidence
	if !report && sender > 0 && r.subjectReports(subject) {
		// Responders send from the null return path too, but as a person.
		report = from > 0 || replyKind(h, "") == Other
	}
	if !report {
		return replyKind(h, "")
	}
	switch {
	case delayPhrases.in(subject):
		return Delay
	case successPhrases.in(subject):
		return Success
	}
	return Failure
}
