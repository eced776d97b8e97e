package ndr

import (
	"fmt"
	"io"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/dsn"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// kind says what a message is, the surest evidence first.
func (p *parser) kind(head *author.Header, c content, r *readings) found.Kind {
	switch {
	case c.complaint != nil:
		return found.Feedback
	case len(r.status.Recipients) > 0:
		return found.KindOf(r.status.Recipients, r.text.Kind)
	case p.isRefusal(head, c, r):
		return found.Failure
	case p.disposition() != nil:
		return found.Disposition
	case r.exchange.Kind != found.Other:
		return r.exchange.Kind
	case r.text.Kind != found.Other:
		return r.text.Kind
	case r.status.Format != "", isTypedBySystem(head):
		return found.Failure
	}
	return author.Kind(head, c.text)
}

// isTypedBySystem reports whether a mail system wrote the message and gave it the type
// of a report, which its parts do not bear out.
func isTypedBySystem(head *author.Header) bool {
	who, _ := head.Author()
	return who == author.System && head.IsTypedReport()
}

// isRefusal reports whether a disposition notification comes from a filter that
// refused the message, and reads it: the "reject" of Sieve is a notification that says
// that the message was deleted (RFC 3028, section 4.1; Dovecot and Cyrus still write
// so). Where the text does not name the recipient the notification does.
func (p *parser) isRefusal(head *author.Header, c content, r *readings) bool {
	part := p.disposition()
	if part == nil || !head.NullReturnPath || !lex.HasPhrase(lex.FoldLower(c.text), refusedPhrases) {
		return false
	}
	if r.text.Kind == found.Failure && len(r.text.Recipients) > 0 {
		return true
	}
	d, _ := dsn.Read(p.decode(part))
	if len(d.Recipients) != 1 || !isDeleted(d.Recipients[0].Fields) {
		return false
	}
	r.text.Kind, r.text.Recipients = found.Failure, []found.Recipient{refused(d.Recipients[0], c.text)}
	return true
}

// refused is the recipient of a notification whose text says that the message
// was refused.
func refused(r found.Recipient, text string) found.Recipient {
	r.Action, r.Fields = found.Failed, nil
	if r.OriginalAddress == r.Address {
		r.OriginalAddress = ""
	}
	r.Response = reply.Join(strings.Split(lex.CutText(text, lex.MaxReplyText), "\n")).Response()
	return r
}

// disposition returns the part that makes the message a disposition notification,
// nil for none.
func (p *parser) disposition() *mime.Part {
	for i := range p.msg.Parts {
		if part := &p.msg.Parts[i]; part.Enclosed == 0 && strings.HasSuffix(part.Type, "disposition-notification") {
			return part
		}
	}
	return nil
}

// isDeleted reports whether the fields of a notification say that a program
// deleted the message (RFC 8098, section 3.2.6).
func isDeleted(fields []found.Field) bool {
	for _, f := range fields {
		if strings.EqualFold(f.Name, "Disposition") {
			mode, typ, _ := strings.Cut(strings.ToLower(f.Type+";"+f.Value), ";")
			return strings.HasPrefix(mode, "automatic-action") && strings.Contains(typ, "deleted")
		}
	}
	return false
}

// refusedPhrases stand in the text of such a refusal.
var refusedPhrases = []string{
	"automatically rejected", "was rejected", "were rejected", "rejected your message", "message rejected", "refused",
	"wurde abgelehnt", "a été rejeté", "è stato respinto", "fue rechazado",
}

// Sniff tells from the header of a message alone what it seems to be, for
// programs that must not answer reports, or want to sort them before they read
// them. It reads only the header of r and what was buffered with it.
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
	if isLetter(h, content{}) || part.ReportType != "delivery-status" && !h.IsDaemon() && !h.SaysReport() {
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

// Automatic reports whether a program must not answer the message by itself (RFC
// 3834, section 2), and gives the name of the field that says so, as
// [headers.Automatic] does for the header of the message. Where no field does,
// but a program is known to have written the message, field is "" and
// [Report.AuthorRule] names the rule that told. What a person wrote may be
// answered, also where it quotes a report: to its return path, and once in some
// days to each sender.
func (r *Report) Automatic() (field string, automatic bool) {
	if field, ok := headers.Automatic(&r.Header); ok {
		return field, true
	}
	switch r.Author {
	case AuthorSystem, AuthorList, AuthorResponder:
		return "", true
	}
	return "", r.Kind != Other
}
