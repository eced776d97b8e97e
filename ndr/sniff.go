package ndr

import (
	"fmt"
	"io"

	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/wording"
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
	h := author.ReadHeader(&part.Header)
	if part.ReportType != "delivery-status" && (isLetter(h, content{}) || !h.IsDaemon() && !h.SaysReport()) {
		return Kind(author.Kind(h, ""))
	}
	if who, _ := h.Author(); who == author.Person || who == author.Responder {
		return Kind(author.Kind(h, ""))
	}
	switch says := wording.AllFormats.Words.Senses(h.Subject, wording.AnyFormat); {
	case says&wording.SaysDelayed != 0:
		return Delay
	case says&wording.SaysDelivered != 0:
		return Success
	}
	return Failure
}
