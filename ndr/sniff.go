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
	h := newLetterhead(&part.Header)
	words := &allFormats.words
	report := part.ReportType == "delivery-status" || h.Has("X-Failed-Recipients") || h.isDaemon()
	if !report && h.path+h.from > 0 && h.reports(words, anyFormat) {
		// Responders send from the null return path too, but as a person.
		report = h.from > 0 || replyKind(h, "") == Other
	}
	if !report {
		return replyKind(h, "")
	}
	switch says := words.senses(h.subject, anyFormat); {
	case says&saysDelayed != 0:
		return Delay
	case says&saysDelivered != 0:
		return Success
	}
	return Failure
}
