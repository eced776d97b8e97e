package mime

import (
	"bytes"
	"io"
	"strings"
	"sync"

	"example.com/ndr/headers"
)

// A frame is a multipart that is open.
type frame struct {
	boundary string
	part     int // index in Parts
	enclosed int // of the parts in it
}

// state says how the next line is read.
type state uint8

const (
	inHeader state = iota
	inBody         // a body that is kept
	inSkip         // a body, preamble or epilogue that is not
)

// reader is the state of one pass over a message.
type reader struct {
	lines  lineReader
	lim    Limits
	msg    Message // its Parts are a buffer
	state  state
	open   []frame
	cur    int    // index in Parts of the part that is being read
	head   []byte // header of that part so far, each line ended by CRLF
	fields int    // in head
	junk   int    // lines before the first field of a message
	body   []byte // what is kept of its body
	room   int    // bytes of bodies that may still be kept
	text   bool   // a line that is not blank was seen
	done   bool   // nothing that follows is wanted

	headerOnly bool // nothing but the header of the message is wanted
	skip       bool // the field that is being read is passed over

	// For boundaries that no Content-Type names: mark is the length of body
	// before a line that may be one, -1 where the line before was none, and
	// quoted tells that the text came to the header of a returned message.
	mark   int
	quoted bool
}

// readers keeps the buffers of readers that are done: most messages are smaller
// than what it takes to read them.
var readers = sync.Pool{New: func() any { return new(reader) }}

// The largest buffers that are kept for the next message.
const (
	maxPooled      = 256 << 10
	maxPooledParts = 1000
)

// release makes rd ready for another message. Nothing of the one that it read
// may share its memory.
func (rd *reader) release() {
	if cap(rd.head) > maxPooled {
		rd.head = nil
	}
	if cap(rd.body) > maxPooled {
		rd.body = nil
	}
	rd.lines.r = nil
	if cap(rd.msg.Parts) > maxPooledParts {
		rd.msg.Parts = nil
	}
	clear(rd.msg.Parts) // else the pool would keep their text alive
	clear(rd.open[:cap(rd.open)])
	msg := Message{Parts: rd.msg.Parts[:0]}
	*rd = reader{lines: rd.lines, msg: msg, head: rd.head, body: rd.body, open: rd.open[:0]}
	readers.Put(rd)
}

// run reads the lines. Each belongs to a boundary, a header or a body.
func (rd *reader) run() error {
	rd.room = rd.lim.Body
	rd.begin(-1, 0)
	cont := false // the line goes on with one that was too long for one piece
	for !rd.done {
		line, more, err := rd.lines.next()
		if err != nil {
			rd.finish()
			if err == io.EOF {
				err = nil
			}
			return err
		}
		if !rd.text {
			rd.text = len(bytes.TrimSpace(line)) > 0
		}
		switch {
		case !cont && !more && rd.boundary(line):
		case rd.state == inHeader:
			rd.headerLine(line, cont, more)
		case rd.state == inBody:
			rd.bodyLine(line, cont, more)
		}
		cont = more
	}
	return rd.lines.failed()
}

// finish ends what is open at the end of the input.
func (rd *reader) finish() {
	rd.end()
	if len(rd.open) > 0 {
		rd.defect(DefectBoundary, "")
	}
}

func (rd *reader) defect(kind, detail string) {
	if len(rd.msg.Defects) < maxDefects {
		rd.msg.Defects = append(rd.msg.Defects, Defect{kind, rd.lines.line, detail})
	}
}

// begin starts a new part, whose header comes next.
func (rd *reader) begin(parent, enclosed int) {
	if len(rd.msg.Parts) == rd.lim.Parts {
		rd.defect(DefectPartsLimit, "")
		rd.done = true
		return
	}
	p := Part{ContentType: ContentType{Type: "text/plain"}, Parent: parent, Enclosed: enclosed}
	if parent >= 0 {
		p.inReport = rd.msg.Parts[parent].inReport
	}
	rd.cur = len(rd.msg.Parts)
	rd.msg.Parts = append(rd.msg.Parts, p)
	rd.state, rd.head, rd.body = inHeader, rd.head[:0], rd.body[:0]
	rd.fields, rd.junk, rd.mark, rd.quoted, rd.skip = 0, 0, -1, false, true
}

func (rd *reader) part() *Part { return &rd.msg.Parts[rd.cur] }

// isRoot reports whether the current part is a message of its own, which may
// have something before its header.
func (rd *reader) isRoot() bool {
	p := rd.part()
	return p.Parent < 0 || rd.msg.Parts[p.Parent].Enclosed != p.Enclosed
}

// boundary reports whether line is a boundary of an open multipart, and if so
// ends the current part. A boundary of an outer multipart ends all inner ones.
func (rd *reader) boundary(line []byte) bool {
	if len(line) < 3 || line[0] != '-' || line[1] != '-' || len(rd.open) == 0 {
		return false
	}
	// RFC 2046, section 5.1.1: white space after it was added by transport.
	line = trimBlanks(line[2:])
	for i := len(rd.open) - 1; i >= 0; i-- {
		f := rd.open[i]
		n := len(f.boundary)
		if len(line) < n || string(line[:n]) != f.boundary {
			continue
		}
		closing := string(line[n:]) == "--"
		if len(line) > n && !closing {
			continue
		}
		if f.part == rd.cur {
			rd.discard() // the preamble
		}
		rd.end()
		if i < len(rd.open)-1 {
			rd.defect(DefectBoundary, "")
		}
		if closing {
			rd.open = rd.open[:i]
			rd.state = inSkip
			rd.done = i == 0
			return true
		}
		rd.open = rd.open[:i+1]
		rd.begin(f.part, f.enclosed)
		return true
	}
	return false
}

// headerLine reads a line of the header, or a piece of one.
func (rd *reader) headerLine(line []byte, cont, more bool) {
	switch {
	case cont:
	case len(line) == 0 || len(rd.head) > 0 && len(bytes.TrimSpace(line)) == 0:
		if len(rd.head) == 0 && rd.isRoot() {
			rd.strayLine(line)
			return
		}
		rd.endHeader()
		return
	case isBlank(line[0]) && len(rd.head) > 0:
	case isField(line):
		if rd.fields == maxFields {
			rd.defect(DefectHeaderLimit, "")
		}
		rd.fields++
		rd.skip = rd.fields > maxFields
	case rd.lostFold():
		rd.defect(DefectHeaderLine, clip(line))
		if !rd.skip {
			rd.head = append(rd.head, ' ')
		}
	default:
		rd.skip = more
		rd.strayLine(line)
		return
	}
	if rd.skip {
		return
	}
	if len(rd.head)+len(line) > rd.lim.Header {
		rd.defect(DefectHeaderLimit, "")
		if cont {
			rd.head = append(rd.head, '\r', '\n')
		}
		rd.skip = true
		return
	}
	rd.head = append(rd.head, line...)
	if !more {
		rd.head = append(rd.head, '\r', '\n')
	}
}

// minFolded is how long a line is before mail systems fold it.
const minFolded = 50

// lostFold reports whether the header so far ends with a line that looks as if
// it were folded.
//
// QUIRK: some relays take away the white space that RFC 5322, section 2.2.3,
// has continuation lines begin with.
func (rd *reader) lostFold() bool {
	line := bytes.TrimRight(rd.head, "\r\n")
	if len(line) == 0 {
		return false
	}
	last := line[len(line)-1]
	return last == ';' || last == ',' || len(line)-bytes.LastIndexByte(line, '\n') > minFolded
}

// maxStray is how many lines may stand before the header of a message.
const maxStray = 20

// strayLine passes over a line that is no field. Where no field comes at all,
// the lines are those of a body without a header.
//
// QUIRK: RFC 5322, section 2.2, allows only fields in a header. Mailbox files
// begin with "From ", which some relays escape as ">From "; Outlook writes
// "Microsoft Mail Internet Headers Version 2.0" first; gateways leave blank
// lines before the header and lines without a colon in it.
func (rd *reader) strayLine(line []byte) {
	blank := len(bytes.TrimSpace(line)) == 0
	if !blank && !bytes.HasPrefix(line, []byte("From ")) {
		rd.defect(DefectHeaderLine, clip(line))
	}
	if len(rd.head) > 0 || !rd.isRoot() {
		return
	}
	rd.keep(line, false)
	if rd.junk++; rd.junk > maxStray {
		rd.endHeader()
	}
}

// clip returns the beginning of line, for a defect.
func clip(line []byte) string {
	const most = 60
	if len(line) > most {
		line = line[:most]
	}
	s, _ := decodeCharset("", string(line))
	return s
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// trimBlanks returns line without the blanks at its end. [bytes.TrimRight] would
// make a set of the blanks anew for each line.
func trimBlanks(line []byte) []byte {
	for len(line) > 0 && isBlank(line[len(line)-1]) {
		line = line[:len(line)-1]
	}
	return line
}

// isField reports whether line begins with a field name and a colon (RFC 5322,
// section 2.2). White space before the colon is the obsolete syntax of section
// 4.5.
func isField(line []byte) bool {
	for i, c := range line {
		switch {
		case c == ':':
			return i > 0
		case isBlank(c):
			return i > 0 && bytes.HasPrefix(bytes.TrimLeft(line[i:], " \t"), []byte{':'})
		case c < ' ' || c >= 0x7f || c == '<' || c == '@':
			// QUIRK: "<" and "@" are allowed too, but no field has them. What
			// has is the first line of a text that lost its header.
			return false
		}
	}
	return false
}

// endHeader parses the header of the current part and decides how its body is
// read.
func (rd *reader) endHeader() {
	p := rd.part()
	if n := len(rd.head); n > 0 {
		if rd.head[n-1] != '\n' { // the input ended within a line
			rd.head = append(rd.head, '\r', '\n')
		}
		h := headers.ParseHeader(string(rd.head))
		if rd.isRoot() {
			p.Header = h
		}
		p.ContentType = parseContentType(h.Get("Content-Type"))
		token, _ := consumeToken(skipBlanks(h.Get("Content-Transfer-Encoding")))
		p.encoding = strings.ToLower(token)
		rd.body = rd.body[:0]
	} else if rd.cur == 0 {
		rd.defect(DefectNoHeader, "")
	}
	if p.Type == "multipart/report" && p.Enclosed == 1 && rd.isRoot() {
		p.inReport = true
	}
	encoded := p.encoding == "base64" || p.encoding == "quoted-printable"
	switch {
	case rd.headerOnly:
		rd.done = true
	case p.IsMultipart() && p.Boundary != "":
		rd.push(p.Boundary, p.Enclosed)
		// QUIRK: some relays take all boundaries out of a report. What looks
		// like the preamble then is the body.
		rd.state = inSkip
		if p.kept() {
			rd.state = inBody
		}
	case (p.IsMessage() || p.IsHeaders()) && !encoded:
		rd.begin(rd.cur, p.Enclosed+1)
	case p.kept(), isUntyped(p):
		rd.state = inBody
	default:
		rd.state = inSkip
	}
}

// isUntyped reports whether p is a part of the report whose type tells nothing,
// as some gateways make of message/delivery-status. Its first line decides.
func isUntyped(p *Part) bool { return p.Type == "application/octet-stream" && p.Enclosed == 0 }

// beginsStatus reports whether line is the first of a delivery-status part
// (RFC 3464, section 2.2) in that transfer encoding.
func beginsStatus(encoding string, line []byte) bool {
	line, _ = decodeTransfer(encoding, bytes.Clone(line))
	name, _, _ := bytes.Cut(line, []byte{':'})
	switch strings.ToLower(string(name)) {
	case "reporting-mta", "original-envelope-id", "final-recipient", "original-recipient", "arrival-date", "received-from-mta", "dsn-gateway":
		return true
	}
	return false
}

// push opens a multipart.
func (rd *reader) push(boundary string, enclosed int) {
	if len(rd.open) == rd.lim.Depth {
		rd.defect(DefectDepthLimit, "")
		return
	}
	rd.open = append(rd.open, frame{boundary, rd.cur, enclosed})
}

// maxFields is how many fields of one header are kept.
const maxFields = 2000

// bodyLine keeps a line of the body, or a piece of one.
func (rd *reader) bodyLine(line []byte, cont, more bool) {
	if !cont {
		if p := rd.part(); len(rd.body) == 0 && isUntyped(p) && !beginsStatus(p.encoding, line) {
			rd.state = inSkip
			return
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

// keep appends line to the body as far as the limit allows.
func (rd *reader) keep(line []byte, more bool) {
	if rd.room < len(line)+1 {
		if rd.room > 0 {
			rd.defect(DefectBodyLimit, "")
		}
		rd.room, rd.mark = 0, -1
		return
	}
	rd.room -= len(line) + 1
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
	if !rd.done {
		rd.headerLine(line, false, more)
	}
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

// returnedFields are fields that only the header of a whole message has.
var returnedFields = [...]string{"Received", "Message-ID", "Return-Path", "MIME-Version"}

// beginsReturned reports whether line is one of the returnedFields.
func beginsReturned(line []byte) bool {
	for _, name := range returnedFields {
		n := len(name)
		if len(line) > n && line[n] == ':' && bytes.EqualFold(line[:n], []byte(name)) {
			return true
		}
	}
	return false
}

// end ends the current part wherever it is.
func (rd *reader) end() {
	for rd.state == inHeader && !rd.done {
		// A message/rfc822 ends with the message in it.
		rd.endHeader()
	}
	if rd.state == inBody {
		rd.endBody()
	}
	rd.state = inSkip
}

// discard forgets what was kept of the current body.
func (rd *reader) discard() {
	rd.room += len(rd.body)
	rd.body, rd.state = rd.body[:0], inSkip
}

// endBody gives the current part its body.
func (rd *reader) endBody() {
	p := rd.part()
	encoding := p.encoding
	if (encoding == "" || encoding == "7bit") && isQuotedPrintable(rd.body) {
		rd.defect(DefectEncoding, encoding)
		encoding = "quoted-printable"
	}
	body, ok := decodeTransfer(encoding, rd.body)
	if !ok {
		rd.defect(DefectEncoding, p.encoding)
	}
	if !p.IsMessage() && !p.IsHeaders() {
		p.Body, p.Kept = string(body), true
		return
	}
	// An encoded message, which RFC 2046, section 5.2.1, forbids. Only its
	// header is of use.
	body = bytes.Clone(body)
	open := len(rd.open)
	rd.begin(rd.cur, p.Enclosed+1)
	for len(body) > 0 && rd.state == inHeader && !rd.done {
		var line []byte
		line, body, _ = bytes.Cut(body, []byte{'\n'})
		rd.headerLine(line, false, false)
	}
	if rd.state == inHeader && !rd.done {
		rd.endHeader()
	}
	rd.open = rd.open[:open] // its parts are not read
	rd.state = inSkip
}
