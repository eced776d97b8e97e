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
	case p.hasPart("message/disposition-notification") || p.hasPart("message/global-disposition-notification"):
		if head.null && p.text.kind == Failure && hasPhrase(foldLower(p.rep.Text), refusedPhrases) {
			return Failure
		}
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

// refusedPhrases tell a refusal by a filter of the recipient from a receipt: the
// "reject" of Sieve is a notification that the message was deleted (RFC 3028,
// section 4.1; Dovecot and Cyrus write so still).
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
