package ndr

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/dsn"
	"example.com/ndr/ndr/internal/event"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
)

// A content is what the parts of one message hold, without the messages that it
// encloses.
type content struct {
	// status is what the delivery-status parts say; its format is "dsn" where
	// there is one, and fields are the fields about the whole message.
	status found.Report
	fields []found.Field
	// complaint is what a report about abuse says, nil where there is none.
	complaint *found.Complaint
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
	// texts are the texts of the parts, left is how many more bytes of them are kept,
	// and isCut says that there were more.
	texts []string
	left  int
	isCut bool
}

// readParts reads the parts that stand in as many messages as enclosed says: 0 for
// the parts of the message itself.
func (p *parser) readParts(enclosed int) content {
	c := content{left: p.opts.MaxText}
	for i := range p.msg.Parts {
		part := &p.msg.Parts[i]
		if part.Enclosed != enclosed || !part.Kept {
			continue
		}
		switch part.Type {
		case "message/delivery-status", "message/global-delivery-status":
			c.addStatus(p.decode(part))
			c.status.CutOff = i == len(p.msg.Parts)-1 && slices.ContainsFunc(p.msg.Defects, isEndLost)
		case "message/feedback-report":
			c.addComplaint(p.decode(part))
		default:
			if p.isHumanReadable(i) {
				c.addText(part, p.decode(part))
				c.isLast = i == len(p.msg.Parts)-1
			}
		}
	}
	if c.isCut {
		p.defect(DefectTextLimit, "")
	}
	c.setText(strings.Join(c.texts, "")) // most messages have one, which is not copied
	if enclosed == 0 {
		c.addJunkComplaint(p.msg)
		c.addNotification()
	}
	return c
}

// setText sets the text and its lines.
func (c *content) setText(text string) { c.text, c.lines = text, undouble(textLines(text)) }

// isEndLost reports whether a defect says that the end of a multipart is missing.
func isEndLost(d mime.Defect) bool { return d.Kind == mime.DefectBoundary }

// undouble takes out every second line where a gateway doubled the line ends: all
// of these are blank, and three blank lines stand where one parted paragraphs.
func undouble(lines []string) []string {
	var blank, parted bool // a blank line that is no second one, and text behind it
	for i, line := range lines {
		switch {
		case i%2 == 1 && line != "":
			return lines
		case i%2 == 1:
		case line == "":
			blank = i > 0
		default:
			parted = parted || blank
		}
	}
	if !parted {
		return lines
	}
	single := make([]string, 0, (len(lines)+1)/2)
	for i := 0; i < len(lines); i += 2 {
		single = append(single, lines[i])
	}
	return single
}

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
			complaint.Recipients = append(complaint.Recipients, found.Recipient{Address: value})
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
				c.complaint = &found.Complaint{Type: "abuse", Recipients: []found.Recipient{{Address: addr.Spec()}}}
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
	if notification, complaint, ok := event.ReadMail(c.lines); ok {
		c.notification = &notification
		c.complaint = cmp.Or(complaint, c.complaint)
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
	top := part.Parent
	for top > 0 && p.msg.Parts[top].Type != "multipart/alternative" {
		top = p.msg.Parts[top].Parent
	}
	if top < 0 || p.msg.Parts[top].Type != "multipart/alternative" {
		return true
	}
	for j := range p.msg.Parts {
		other := &p.msg.Parts[j]
		if other.Parent == top && other.Enclosed == part.Enclosed && other.Type == "text/plain" &&
			strings.TrimSpace(other.Body) != "" {
			return false
		}
	}
	return true
}

// addText adds the decoded text of a part for people.
func (c *content) addText(part *mime.Part, text string) {
	if part.Type == "text/html" || mime.LooksLikeHTML(text) {
		text, c.fromHTML = mime.HTMLText(text), true
	}
	text = lex.CleanText(dropRepeatedLinks(text))
	if n := len(c.texts); n > 0 && !strings.HasSuffix(c.texts[n-1], "\n") {
		text = "\n" + text
	}
	// Decoding makes text longer than the bytes that the limit let in.
	keep := lex.CutText(text, c.left)
	c.isCut = c.isCut || len(keep) < len(text)
	if keep != "" {
		c.texts = append(c.texts, keep)
		c.left -= len(keep)
	}
}

// dropRepeatedLinks takes "<mailto:address>" out of a text where it stands beside
// that address. QUIRK: Outlook, and gateways that make text of HTML.
func dropRepeatedLinks(text string) string {
	const link, longest = "<mailto:", 320 // bytes of an address
	before, after, found := strings.Cut(text, link)
	if !found {
		return text
	}
	var b strings.Builder
	for ; found; before, after, found = strings.Cut(after, link) {
		address, _, closed := strings.Cut(after[:min(len(after), longest)], ">")
		shown := strings.TrimSuffix(before, " ")
		switch rest := after[len(address):]; {
		case closed && address != "" && strings.HasSuffix(shown, address):
			b.WriteString(shown)
			after = rest[1:]
		case closed && address != "" && strings.HasPrefix(rest[1:], address):
			b.WriteString(before)
			after = rest[1:]
		default:
			b.WriteString(before + link)
		}
	}
	b.WriteString(before)
	return b.String()
}
