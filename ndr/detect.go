package ndr

import (
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/dsn"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/reply"
)

// kind says what the whole message is, the surest evidence first.
func (p *parser) kind(head *author.Header) found.Kind {
	switch {
	case p.rep.Feedback != nil:
		return found.Feedback
	case len(p.dsn.Recipients) > 0:
		return found.KindOf(p.dsn.Recipients, p.text.Kind)
	case p.refused:
		return found.Failure
	case p.isDisposition():
		return found.Disposition
	case len(p.exch.Recipients) > 0:
		return found.KindOf(p.exch.Recipients, p.exch.Kind)
	case p.text.Kind != found.Other:
		return p.text.Kind
	case p.dsn.Format != "":
		return found.Failure
	}
	return author.Kind(head, p.rep.Text)
}

// readRefusal reads a disposition notification as that of a filter which refused
// the message, and reports whether it is: the "reject" of Sieve is one that says
// the message was deleted (RFC 3028, section 4.1; Dovecot and Cyrus write so
// still). Where the text does not name the recipient the notification does.
func (p *parser) readRefusal(head *author.Header) bool {
	if !p.isDisposition() || !head.NullReturnPath || !lex.HasPhrase(lex.FoldLower(p.rep.Text), refusedPhrases) {
		return false
	}
	if p.text.Kind == found.Failure {
		return true
	}
	for i := range p.msg.Parts {
		part := &p.msg.Parts[i]
		if part.Enclosed > 0 || !strings.HasSuffix(part.Type, "disposition-notification") || !part.Kept {
			continue
		}
		d, _ := dsn.Read(p.decode(part))
		if len(d.Recipients) != 1 || !isMailAddress(d.Recipients[0].Address) || !isDeleted(d.Recipients[0].Fields) {
			continue
		}
		r := d.Recipients[0]
		r.Action, r.Fields = found.Failed, nil
		if r.OriginalAddress == r.Address {
			r.OriginalAddress = ""
		}
		r.Response = reply.Response(strings.Split(lex.CutText(p.rep.Text, lex.MaxReplyText), "\n"))
		p.text.Kind, p.text.Recipients = found.Failure, []found.Recipient{r}
		return true
	}
	return false
}

// isDisposition reports whether the message is a disposition notification.
func (p *parser) isDisposition() bool {
	return p.hasPart("message/disposition-notification") || p.hasPart("message/global-disposition-notification")
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
var refusedPhrases = []string{"automatically rejected", "was rejected", "were rejected", "rejected your message", "message rejected", "refused", "wurde abgelehnt", "a été rejeté", "è stato respinto", "fue rechazado"}

// hasPart reports whether the report itself has a part of that type.
func (p *parser) hasPart(typ string) bool {
	for i := range p.msg.Parts {
		if part := &p.msg.Parts[i]; part.Enclosed == 0 && part.Type == typ {
			return true
		}
	}
	return false
}

// readComplaint reads a message/feedback-report part (RFC 5965, section 3).
func (p *parser) readComplaint(text string) {
	c := &found.Complaint{}
	for _, group := range dsn.StatusGroups(text) {
		c.Fields = append(c.Fields, group...)
	}
	for _, f := range c.Fields {
		value := f.Value
		switch strings.ToLower(f.Name) {
		case "feedback-type":
			c.Type = lex.CleanValue(strings.ToLower(value))
		case "user-agent":
			c.UserAgent = value
		case "source-ip":
			c.SourceIP = value
		case "original-rcpt-to", "removal-recipient":
			p.dsn.Recipients = append(p.dsn.Recipients, found.Recipient{Address: value})
		case "reporting-mta":
			p.dsn.Server = lex.HostName(value)
		}
	}
	p.rep.Feedback = newComplaint(c)
}

// readJunkComplaint reads the complaints of Outlook.com's junk mail reporting
// program, which are no multipart/report: the header of the returned message
// names the recipient who complained.
func (p *parser) readJunkComplaint() {
	if !p.isEmpty() || p.dsn.Format != "" {
		return
	}
	for i := range p.msg.Parts {
		if part := &p.msg.Parts[i]; part.Enclosed == 1 {
			value := mime.DecodeHeader(part.Header.Get("X-HmXmrOriginalRecipient"))
			if addr, ok := headers.ParseAddress(value); ok {
				p.rep.Feedback = &Complaint{Type: "abuse"}
				p.dsn.Recipients = []found.Recipient{{Address: addr.Spec()}}
				return
			}
		}
	}
}
