package mime

import (
	"bytes"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// endHeader parses the header of the current part and decides how its body is
// read.
func (rd *reader) endHeader() {
	rd.parseHeader()
	p := rd.part()
	switch {
	case rd.headerOnly:
		rd.done = true
	case rd.full && !rd.isRoot() && !p.isForPrograms() && !rd.mayBeStatus():
		rd.drop()
	case p.IsMultipart() && p.Boundary != "":
		rd.push(p.Boundary, p.Enclosed)
		// QUIRK: some relays take all boundaries out of a report. What looks
		// like the preamble then is the body.
		rd.state = inSkip
		if p.kept() {
			rd.state = inBody
		}
	case p.HoldsMessage() && !p.isEncoded():
		rd.copy.begin(len(rd.open), p.Enclosed+1)
		rd.begin(rd.cur, p.Enclosed+1)
	case p.kept(), p.isUntyped():
		rd.state, rd.undecided = inBody, rd.mayBeStatus()
	default:
		rd.state = inSkip
	}
}

// parseHeader reads the fields of the header that matter for the body.
func (rd *reader) parseHeader() {
	p := rd.part()
	if len(rd.head) == 0 {
		if rd.cur == 0 {
			rd.defect(DefectNoHeader, "")
		}
		return
	}
	if !bytes.HasSuffix(rd.head, []byte("\r\n")) { // the input ended within a long line
		rd.head = append(rd.head, '\r', '\n')
	}
	rd.body, rd.mark = rd.body[:0], -1
	h := headers.ParseHeader(string(rd.head))
	p.ContentType = parseContentType(h.Get("Content-Type"))
	token, _ := consumeToken(skipBlanks(h.Get("Content-Transfer-Encoding")))
	p.encoding = strings.ToLower(token)
	p.Attached = p.isUntyped() &&
		strings.Contains(strings.ToLower(h.Get("Content-Type")+h.Get("Content-Disposition")), ".eml")
	if !rd.isRoot() {
		return
	}
	p.Header = h
	isReport := p.Type == "multipart/report"
	p.inReport = p.inReport || p.Enclosed == 1 && (isReport || reports(&h))
	if p.Enclosed == 1 && isReport {
		rd.copy.skip()
	}
}

// reports reports whether an enclosed message may be a report without the type of
// one, so that its text is kept: it is from the null path, or a daemon.
func reports(h *headers.Header) bool {
	from := h.Get("From")
	isDaemon := strings.IndexByte(from, '-') >= 0 && strings.Contains(strings.ToLower(from), "mailer-daemon")
	return isDaemon || h.Get("Return-Path") == "<>" || h.Has("X-Failed-Recipients")
}

// isEncoded reports whether the body of p cannot be read line by line.
func (p *Part) isEncoded() bool { return p.encoding == "base64" || p.encoding == "quoted-printable" }

// isUntyped reports whether p is a part of the report whose type tells nothing,
// as some gateways make of message/delivery-status.
func (p *Part) isUntyped() bool { return p.Type == "application/octet-stream" && p.Enclosed == 0 }

// isForPrograms reports whether p is one of the parts that a report is made of
// beside its text: the fields of a report, or the returned message.
func (p *Part) isForPrograms() bool { return strings.HasPrefix(p.Type, "message/") || p.HoldsMessage() }

// mayBeStatus reports whether the current part, which its type calls something
// else, may be a delivery-status part: one without a type, or one in a
// multipart/report in the place of such a part (RFC 6522, section 3).
//
// QUIRK: relays and filters make text/plain of it; some systems misspell the
// type. Its first line decides.
func (rd *reader) mayBeStatus() bool {
	p := rd.part()
	if p.isUntyped() {
		return true
	}
	if p.Parent < 0 || rd.msg.Parts[p.Parent].Type != "multipart/report" || p.Parent+1 == rd.cur {
		return false
	}
	switch p.Type {
	case "message/delivery-status", "message/global-delivery-status", "message/feedback-report",
		"message/disposition-notification", "message/global-disposition-notification":
		return false
	}
	return p.Type == "text/plain" || strings.HasPrefix(p.Type, "message/")
}

// beginsStatus reports whether line is the first of a delivery-status part (RFC 3464,
// sections 2.2 and 2.3) in that transfer encoding.
func beginsStatus(encoding string, line []byte) bool {
	line, _ = decodeTransfer(encoding, bytes.Clone(line))
	name, _, _ := lex.CutField(string(line))
	return lex.OneOf(name, "Reporting-MTA", "Original-Envelope-Id", "Final-Recipient", "Original-Recipient",
		"Arrival-Date", "Received-From-MTA", "DSN-Gateway")
}

// bodyLine keeps a line of the body, or a piece of one.
func (rd *reader) bodyLine(line []byte, cont, more bool) {
	if !cont {
		if rd.undecided && len(bytes.TrimSpace(line)) > 0 {
			rd.decideType(line)
			if rd.state == inSkip {
				return
			}
		}
		if rd.mark >= 0 && isContentField(line) {
			rd.adopt(line, more)
			return
		}
		rd.mark = -1
		if mayBeBoundary(line) {
			rd.mark = len(rd.body)
		}
		if !rd.quoted {
			rd.quoted = beginsReturned(line)
		} else if isContentField(line) && bytes.Contains(line, []byte("multipart/report")) {
			rd.part().inReport = true
		}
	}
	rd.keep(line, more)
}

// decideType tells by the first line of the body what the current part is.
func (rd *reader) decideType(line []byte) {
	rd.undecided = false
	p := rd.part()
	switch {
	case beginsStatus(p.encoding, line):
		p.Type = "message/delivery-status"
	case rd.full:
		rd.drop()
	case p.isUntyped() && !p.Attached:
		rd.state = inSkip
	}
}

// keep appends line to the body as far as the limit allows. The parts for
// programs have a reserve, so that no text hides them.
func (rd *reader) keep(line []byte, more bool) {
	room := &rd.budget
	if *room < len(line)+1 && rd.part().isForPrograms() {
		room = &rd.reserve
	}
	if *room < len(line)+1 {
		if !rd.cutOff {
			rd.defect(DefectBodyLimit, "")
		}
		rd.cutOff, *room, rd.mark = true, 0, -1
		return
	}
	*room -= len(line) + 1
	rd.body = append(rd.body, line...)
	if !more {
		rd.body = append(rd.body, '\n')
	}
}

// adopt opens a multipart at the boundary that is the last line of the body,
// and begins the part whose header starts with line.
//
// QUIRK: RFC 2046 has the boundary in the Content-Type. Relays lose that field,
// or fold it wrongly, or put the whole report into the body as text. In the
// copy of a returned message, which text-only reports end with, its own
// Content-Type is there to read but stands in the text.
func (rd *reader) adopt(line []byte, more bool) {
	boundary := string(bytes.TrimRight(rd.body[rd.mark+2:], " \t\n"))
	rd.body = rd.body[:rd.mark]
	enclosed := rd.part().Enclosed
	if rd.quoted {
		enclosed++
	} else {
		rd.defect(DefectUndeclared, boundary)
	}
	parent := rd.cur
	rd.endBody()
	rd.push(boundary, enclosed)
	rd.begin(parent, enclosed)
	rd.headerLine(line, false, more)
}

// mayBeBoundary reports whether line has the form of a boundary (RFC 2046,
// section 5.1.1): two hyphens and up to 70 characters, here without blanks.
func mayBeBoundary(line []byte) bool {
	if len(line) < 5 || len(line) > 2+70 || line[0] != '-' || line[1] != '-' {
		return false
	}
	return bytes.IndexByte(line, ' ') < 0 && len(bytes.Trim(line, "-")) > 0
}

func isContentField(line []byte) bool {
	return len(line) > 8 && bytes.EqualFold(line[:8], []byte("Content-")) && isField(line)
}

// beginsReturned reports whether line is a field that only the header of a whole
// message has.
func beginsReturned(line []byte) bool {
	if len(line) == 0 || line[0]|0x20 != 'r' && line[0]|0x20 != 'm' {
		return false // as most are
	}
	colon := lex.FieldColon(line)
	return colon > 0 && lex.OneOf(string(line[:colon]), "Received", "Message-ID", "Return-Path", "MIME-Version")
}

// endBody gives the current part its body.
func (rd *reader) endBody() {
	p := rd.part()
	if rd.undecided { // without any line that could tell
		if rd.full {
			rd.drop()
		}
		return
	}
	encoding := p.encoding
	if (encoding == "" || encoding == "7bit") && isQuotedPrintable(rd.body) {
		rd.defect(DefectEncoding, encoding)
		encoding = "quoted-printable"
	}
	body, ok := decodeTransfer(encoding, rd.body)
	if !ok {
		rd.defect(DefectEncoding, p.encoding)
	}
	if !p.HoldsMessage() {
		if p.Enclosed == 0 && p.isEncoded() {
			rd.copy.text(body, len(rd.open), !rd.cutOff)
		}
		p.Body, p.Kept = string(body), true
		return
	}
	// An encoded message, which RFC 2046, section 5.2.1, forbids. Only its
	// header is of use.
	body = bytes.Clone(body)
	rd.copy.message(body, len(rd.open), p.Enclosed+1, !rd.cutOff)
	open := len(rd.open)
	rd.begin(rd.cur, p.Enclosed+1)
	for rd.state == inHeader && !rd.done { // behind the body Cut gives blank lines, which end the header
		var line []byte
		line, body, _ = bytes.Cut(body, []byte{'\n'})
		rd.headerLine(line, false, false)
	}
	rd.open = rd.open[:open] // its parts are not read
	rd.state = inSkip
}
