package ndr

import (
	"cmp"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/dsn"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/provider"
)

// A content is what the parts of one message hold, without the messages that it
// encloses.
type content struct {
	// status is what the delivery-status parts say; its format is "dsn" where
	// there is one, and fields are those about the whole message.
	status found.Report
	fields []found.Field
	// complaint is what a report about abuse says, nil where there is none, and
	// complained the recipients who complain.
	complaint  *found.Complaint
	complained []found.Recipient
	// notification is what a sending service tells by mail, nil where it does
	// not.
	notification *found.Report
	// text is the human-readable text, and lines are its lines. fromHTML says that
	// some of it is made of HTML, which may show people another text.
	text     string
	lines    []string
	fromHTML bool
	// isLast says that the message ends with that text.
	isLast bool
}

// readParts reads the parts that stand in as many messages as enclosed says: 0
// for those of the message itself.
func (p *parser) readParts(enclosed int) content {
	var c content
	text := textBuilder{left: p.opts.MaxText}
	for i := range p.msg.Parts {
		part := &p.msg.Parts[i]
		if part.Enclosed != enclosed || !part.Kept {
			continue
		}
		switch part.Type {
		case "message/delivery-status", "message/global-delivery-status":
			c.addStatus(p.decode(part))
		case "message/feedback-report":
			c.addComplaint(p.decode(part))
		default:
			if p.isHumanReadable(i) {
				text.add(part, p.decode(part))
				c.isLast = i == len(p.msg.Parts)-1
			}
		}
	}
	if text.cut {
		p.defect(DefectTextLimit, "")
	}
	c.setText(text.String())
	c.fromHTML = text.fromHTML
	if enclosed == 0 {
		c.addJunkComplaint(p.msg)
		c.addNotification()
	}
	return c
}

// setText sets the text and its lines.
func (c *content) setText(text string) { c.text, c.lines = text, textLines(text) }

// addStatus reads a delivery-status part.
func (c *content) addStatus(text string) {
	d, fields := dsn.Read(text)
	c.status.Format = "dsn"
	c.status.Recipients = append(c.status.Recipients, d.Recipients...)
	c.status.Server = cmp.Or(c.status.Server, d.Server)
	c.fields = append(c.fields, fields...)
}

// addComplaint reads a message/feedback-report part (RFC 5965, section 3).
func (c *content) addComplaint(text string) {
	complaint := &found.Complaint{}
	for _, group := range dsn.StatusGroups(text) {
		complaint.Fields = append(complaint.Fields, group...)
	}
	for _, f := range complaint.Fields {
		value := f.Value
		switch strings.ToLower(f.Name) {
		case "feedback-type":
			complaint.Type = lex.CleanValue(strings.ToLower(value))
		case "user-agent":
			complaint.UserAgent = value
		case "source-ip":
			complaint.SourceIP = value
		case "original-rcpt-to", "removal-recipient":
			c.complained = append(c.complained, found.Recipient{Address: value})
		case "reporting-mta":
			c.status.Server = lex.HostName(value)
		}
	}
	c.complaint = complaint
}

// addJunkComplaint reads the complaints of Outlook.com's junk mail reporting
// program, which are no multipart/report: the header of the returned message
// names the recipient who complained.
func (c *content) addJunkComplaint(msg *mime.Message) {
	if c.status.Format != "" {
		return
	}
	for i := range msg.Parts {
		if part := &msg.Parts[i]; part.Enclosed == 1 {
			value := mime.DecodeHeader(part.Header.Get("X-HmXmrOriginalRecipient"))
			if addr, ok := headers.ParseAddress(value); ok {
				c.complaint = &found.Complaint{Type: "abuse"}
				c.complained = []found.Recipient{{Address: addr.Spec()}}
				return
			}
		}
	}
}

// addNotification reads what a sending service tells in the text.
func (c *content) addNotification() {
	if strings.IndexByte(c.text, '{') < 0 {
		return // no JSON
	}
	n, complaint, ok := provider.ReadSES(c.lines)
	if !ok {
		return
	}
	notification := n // on the heap only where there is one
	c.notification = &notification
	if complaint != nil {
		c.complaint, c.complained = complaint, n.Recipients
	}
}

// decode returns the text of a part, and records a charset that is wrong.
func (p *parser) decode(part *mime.Part) string {
	text, ok := part.Text()
	if !ok {
		p.defect(DefectCharset, part.Charset)
	}
	return text
}

// isHumanReadable reports whether the part at index i is text for people. Of
// the alternatives of one text the plain one is taken.
func (p *parser) isHumanReadable(i int) bool {
	part := &p.msg.Parts[i]
	if part.Type != "text/html" {
		return strings.HasPrefix(part.Type, "text/") && !part.HoldsMessage() || part.IsMultipart()
	}
	for j := range p.msg.Parts {
		other := &p.msg.Parts[j]
		if other.Type == "text/plain" && other.Enclosed == part.Enclosed && p.alternatives(i, j) && strings.TrimSpace(other.Body) != "" {
			return false
		}
	}
	return true
}

// alternatives reports whether the parts at i and j are in one
// multipart/alternative.
func (p *parser) alternatives(i, j int) bool {
	for ; i > 0; i = p.msg.Parts[i].Parent {
		if parent := p.msg.Parts[i].Parent; p.msg.Parts[parent].Type == "multipart/alternative" {
			return parent == p.msg.Parts[j].Parent
		}
	}
	return false
}

// A textBuilder joins the human-readable texts of a message. Most messages have
// one, which is not copied.
type textBuilder struct {
	texts    []string
	left     int  // how many more bytes are kept
	cut      bool // text was left out
	fromHTML bool
}

// String returns the texts put together.
func (b *textBuilder) String() string { return strings.Join(b.texts, "") }

// add adds the decoded text of a part.
func (b *textBuilder) add(part *mime.Part, text string) {
	if part.Type == "text/html" || mime.LooksLikeHTML(text) {
		text, b.fromHTML = mime.HTMLText(text), true
	}
	text = lex.CleanText(text)
	if n := len(b.texts); n > 0 && !strings.HasSuffix(b.texts[n-1], "\n") {
		text = "\n" + text
	}
	// Decoding makes text longer than the bytes that the limit let in.
	keep := lex.CutText(text, b.left)
	b.cut = b.cut || len(keep) < len(text)
	if keep != "" {
		b.texts = append(b.texts, keep)
		b.left -= len(keep)
	}
}
