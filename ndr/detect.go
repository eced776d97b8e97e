package ndr

import (
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/mime"
)

// kind says what the whole message is, the surest evidence first.
func (p *parser) kind(head *letterhead) Kind {
	switch {
	case p.rep.Feedback != nil:
		return Feedback
	case len(p.dsn.recipients) > 0:
		return kindOf(p.dsn.recipients, p.text.kind)
	case p.refused:
		return Failure
	case p.isDisposition():
		return Disposition
	case len(p.exch.recipients) > 0:
		return kindOf(p.exch.recipients, p.exch.kind)
	case p.text.kind != Other:
		return p.text.kind
	case p.dsn.format != "":
		return Failure
	}
	return replyKind(head, p.rep.Text)
}

// readRefusal reads a disposition notification as that of a filter which refused
// the message, and reports whether it is: the "reject" of Sieve is one that says
// the message was deleted (RFC 3028, section 4.1; Dovecot and Cyrus write so
// still). Where the text does not name the recipient the notification does.
func (p *parser) readRefusal(head *letterhead) bool {
	if !p.isDisposition() || !head.null || !hasPhrase(foldLower(p.rep.Text), refusedPhrases) {
		return false
	}
	if p.text.kind == Failure {
		return true
	}
	for i := range p.msg.Parts {
		part := &p.msg.Parts[i]
		if part.Enclosed > 0 || !strings.HasSuffix(part.Type, "disposition-notification") || !part.Kept {
			continue
		}
		d, _ := readStatus(p.decode(part))
		if len(d.recipients) != 1 || !isMailAddress(d.recipients[0].Address) || !isDeleted(d.recipients[0].Fields) {
			continue
		}
		r := d.recipients[0]
		r.Action, r.Fields = Failed, nil
		if r.OriginalAddress == r.Address {
			r.OriginalAddress = ""
		}
		r.Response = response(strings.Split(cutText(p.rep.Text, maxReplyText), "\n"))
		p.text.kind, p.text.recipients = Failure, []Recipient{r}
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
func isDeleted(fields []Field) bool {
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

// kindOf returns the kind of a report about recipients: one failure makes it a
// failure, else one delay a delay. fallback is the kind where no action is
// given.
func kindOf(recipients []Recipient, fallback Kind) Kind {
	kind := Other
	for i := range recipients {
		r := &recipients[i]
		k := actionKind(r.Action)
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
	c := &Complaint{}
	for _, group := range statusGroups(text) {
		c.Fields = append(c.Fields, group...)
	}
	for _, f := range c.Fields {
		value := f.Value
		switch strings.ToLower(f.Name) {
		case "feedback-type":
			c.Type = cleanValue(strings.ToLower(value))
		case "user-agent":
			c.UserAgent = value
		case "source-ip":
			c.SourceIP = value
		case "original-rcpt-to", "removal-recipient":
			p.dsn.recipients = append(p.dsn.recipients, Recipient{Address: value})
		case "reporting-mta":
			p.dsn.server = hostName(value)
		}
	}
	p.rep.Feedback = c
}

// readJunkComplaint reads the complaints of Outlook.com's junk mail reporting
// program, which are no multipart/report: the header of the returned message
// names the recipient who complained.
func (p *parser) readJunkComplaint() {
	if !p.isEmpty() || p.dsn.format != "" {
		return
	}
	for i := range p.msg.Parts {
		if part := &p.msg.Parts[i]; part.Enclosed == 1 {
			value := mime.DecodeHeader(part.Header.Get("X-HmXmrOriginalRecipient"))
			if addr, ok := headers.ParseAddress(value); ok {
				p.rep.Feedback = &Complaint{Type: "abuse"}
				p.dsn.recipients = []Recipient{{Address: addr.Spec()}}
				return
			}
		}
	}
}
