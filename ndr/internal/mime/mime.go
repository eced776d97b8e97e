// Package mime takes a message apart as mail systems really write it, in one pass
// and in bounded memory.
//
// [Read] takes an [io.Reader] and gives a [Message]: its parts in their order, the
// header of each message among them, the bodies that a report is read from, and
// what was damaged. [ReadHeader] reads the header alone, [HeaderOf] one that a text
// quotes, and [ReadReturned] passes on the returned message as it came. [Part.Text]
// and [HTMLText] make text of a body as a person sees it, whatever its charset
// says. The body of a returned message is passed over.
//
// It differs from RFC 2045 and 2046 where real mail does: any line end, lines in
// the header that are no fields, missing headers and closing boundaries,
// boundaries that were not announced, broken transfer encodings, unknown and wrong
// charsets, a delivery-status part under another type. It knows nothing of what a
// part says.
//
// # Why the parts are split here
//
// Over 1,247 real messages, github.com/emersion/go-message alone finds the parts
// that this package finds in 1,006; with line ends and root header repaired before
// in 1,112, with inner headers repaired too in 1,185; at three to four times the
// time. It gives up at one bad line of a header, accepts a header of 64 MiB in a
// part and 100,000 parts, and its reader of charsets is a global of the process.
// What only the standard library reads is read by it: of Content-Type what RFC 2231
// adds, see parseContentType.
//
// # Limits
//
// Reaching a limit truncates and is recorded as a [Defect]; see [Limits]. What a
// report is told by outlasts them, so that no padding hides it: the
// delivery-status parts have a reserve of bytes and of parts, and the fields that
// tell what a message is are kept behind any number of others.
package mime

import (
	"errors"
	"io"
	"strings"

	"example.com/ndr/headers"
)

// Limits bounds what is kept of a message. Reaching one truncates and is
// recorded as a defect.
type Limits struct {
	Bytes  int64 // read from the input
	Header int   // kept of one header, in bytes, and up to 4 KiB more of each field that tells what a message is
	Parts  int   // kept, and 16 more that a report is made of
	Depth  int   // of multiparts in multiparts
	Body   int   // kept of all bodies together, in bytes, and as much again of the parts for programs
}

// A Message is a message taken apart.
type Message struct {
	// Parts are all parts in their order, each before those it holds. The
	// first is the message itself.
	Parts   []Part
	Defects []Defect
}

// Release gives the memory of the parts to the next message. Nobody may look at
// the message any more; its strings stay as they are.
func (m *Message) Release() {
	if cap(m.Parts) > maxPooledParts {
		m.Parts = nil
	}
	clear(m.Parts) // else the pool would keep their text alive
	clear(m.Defects)
	m.Parts, m.Defects = m.Parts[:0], m.Defects[:0]
	messages.Put(m)
}

// A Part is one node of the tree of parts. A part that holds a message, such
// as a message/rfc822, has that message as its only child; one that holds
// only a header, such as a text/rfc822-headers, has a child that is only a
// header.
type Part struct {
	ContentType
	// Parent is the index of the part that holds this one, -1 for the first.
	Parent int
	// Enclosed counts the messages that this part stands in: 0 for the parts of the
	// report, 1 for the parts of the message that it returns.
	Enclosed int
	// Header is the header of a message. The header of any other part is read only
	// for the fields below.
	Header headers.Header
	// encoding is the Content-Transfer-Encoding, lower case.
	encoding string
	// Body is the body without its transfer encoding, where Kept. Lines end
	// with LF.
	Body string
	Kept bool

	// Attached says that the body is a message which its type does not call one:
	// an application/octet-stream with the name of a file "x.eml".
	Attached bool

	inReport bool // what it holds are the parts of a report inside another message
}

// A Defect is something damaged or cut off.
type Defect struct {
	Kind   string
	Line   int // counted from 1
	Detail string
}

// The kinds of defect.
const (
	DefectHeaderLine  = "header-line"         // a line in a header that is no field
	DefectNoHeader    = "no-header"           // the message has no header
	DefectBoundary    = "missing-boundary"    // a multipart was not closed
	DefectUndeclared  = "undeclared-boundary" // parts whose boundary no Content-Type names
	DefectEncoding    = "transfer-encoding"   // a body that its transfer encoding does not fit
	DefectCharset     = "charset"             // a charset unknown or wrong
	DefectBytesLimit  = "bytes-limit"
	DefectHeaderLimit = "header-limit"
	DefectPartsLimit  = "parts-limit"
	DefectDepthLimit  = "depth-limit"
	DefectBodyLimit   = "text-limit"
)

// maxDefects is how many defects are recorded; more tell nothing new.
const maxDefects = 64

// ErrEmpty is returned for an input without any text.
var ErrEmpty = errors.New("mime: empty message")

// Read reads one message from r. The error is an error of r, or [ErrEmpty]. What
// was read before an error of r is returned with it, nil where that is no text.
func Read(r io.Reader, lim Limits) (*Message, error) {
	rd := newReader()
	defer rd.release()
	return rd.read(r, lim)
}

// read is Read by rd.
func (rd *reader) read(r io.Reader, lim Limits) (*Message, error) {
	rd.lim = lim
	rd.lines.reset(r, lim.Bytes)
	err := rd.run()
	rd.copy.end(err == nil && !rd.done && !rd.lines.over && len(rd.open) == 0)
	if rd.lines.over {
		rd.defect(DefectBytesLimit, "")
	}
	if !rd.text {
		if err == nil {
			err = ErrEmpty
		}
		return nil, err
	}
	msg := rd.msg
	rd.msg = nil
	return msg, err
}

// ReadHeader reads the header of a message alone from r, and returns the
// message as a part without a body. Errors are as of [Read].
func ReadHeader(r io.Reader, lim Limits) (Part, error) {
	rd := newReader()
	defer rd.release()
	rd.headerOnly = true
	msg, err := rd.read(r, lim)
	if err != nil {
		return Part{}, err
	}
	defer msg.Release()
	return msg.Parts[0], nil
}

// HoldsMessage reports whether p holds a message, or only the header of one.
func (p *Part) HoldsMessage() bool {
	switch p.Type {
	case "message/rfc822", "message/global", "message/news",
		"text/rfc822-headers", "message/global-headers", "text/rfc822-header", "message/rfc822-headers":
		return true
	}
	return false
}

// IsMultipart reports whether p holds parts.
func (p *Part) IsMultipart() bool { return strings.HasPrefix(p.Type, "multipart/") }

// Text returns the body of p as valid UTF-8, and whether its charset was known
// and the body true to it.
func (p *Part) Text() (text string, ok bool) { return decodeCharset(p.Charset, p.Body) }

// kept reports whether the body of p is one that a report is read from.
func (p *Part) kept() bool {
	isRead := p.Enclosed == 0 || p.Enclosed == 1 && p.inReport
	return isRead && (strings.HasPrefix(p.Type, "text/") || strings.HasPrefix(p.Type, "message/") || p.IsMultipart())
}
