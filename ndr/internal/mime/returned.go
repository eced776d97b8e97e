package mime

import (
	"bytes"
	"io"
)

// A Returned describes the returned message that [ReadReturned] passed on.
type Returned struct {
	// Header is its header as it came, with CRLF and without the blank line at
	// its end. It is "" where no message was passed on.
	Header string
	// Enclosed is as in [Part].
	Enclosed int
	// Body is how much of its body came.
	Body Body
}

// A Body says how much of the body of a returned message a report holds.
type Body uint8

const (
	BodyNone  Body = iota // nothing, or blank lines
	BodyCut               // it ends before a closing boundary, or a limit was reached
	BodyWhole             // nothing shows that something is missing
)

// The limits of a message that is passed on, so that whoever canonicalizes it
// (RFC 6376, section 3.4) needs little memory and time.
const (
	maxReturnedHeader = 64 << 10 // bytes of its header; a longer one is not passed on
	maxBlankLines     = 10_000   // in a row; the body ends there
)

// ReadReturned is [Read], and passes on the message that the report returns, as it
// came except for its line ends, which are CRLF, while it is read: the first that a
// part holds, in a transfer encoding or not, or else one that stands in a text
// from its header on. Where the first is a report itself, the message that it
// returns is meant.
//
// open gets the header of each message that may be it, and gives what takes the
// header, a blank line and the body, or nil where the message is not wanted. It
// is closed when the message ends. What it says of a write is not looked at: it may
// have seen enough.
func ReadReturned(r io.Reader, lim Limits, open func(header string) io.WriteCloser) (*Message, Returned, error) {
	rd := newReader()
	defer rd.release()
	rd.copy = copier{open: open, wanted: 1}
	msg, err := rd.read(r, lim)
	return msg, rd.copy.returned, err
}

// A copier passes on the returned message.
type copier struct {
	open     func(header string) io.WriteCloser
	returned Returned
	out      io.WriteCloser // of the message that is being passed on, nil for none
	head     []byte         // header so far
	depth    int            // multiparts around the message
	enclosed int            // of the message
	wanted   int            // how many messages the one that is meant stands in
	inPart   bool           // the message is in a part, not in a text
	inHead   bool           // its header is being read
	decided  bool           // nothing else is looked for: a part held a message, or none is wanted
	blank    int            // blank lines in a row
}

// begin tells that a part holds a message, which comes next, and reports whether
// it may be the one that is meant.
func (c *copier) begin(depth, enclosed int) bool {
	if c.decided || enclosed != c.wanted {
		return false
	}
	c.end(true)
	c.returned = Returned{}
	c.depth, c.enclosed = depth, enclosed
	c.inPart, c.inHead, c.head = true, true, c.head[:0]
	return true
}

// skip tells that the message of the part is a report, which returns the one that
// is meant.
func (c *copier) skip() {
	if c.inPart && c.wanted == 1 {
		c.end(true)
		c.returned, c.decided, c.wanted = Returned{}, false, 2
	}
}

// line takes a line of the input, or a piece of one, that is no boundary. Where it
// is one of a text, depth counts the multiparts around that, else it is -1: a text
// may hold a message from its header on, a paragraph of fields alone.
func (c *copier) line(line []byte, cont, more bool, depth int) {
	switch {
	case c.inHead:
		c.headerLine(line, cont, more)
	case c.out != nil:
		c.bodyLine(line, cont, more)
	case depth >= 0 && !c.decided && !cont && isField(line):
		c.depth, c.enclosed = depth, 1
		c.inPart, c.inHead, c.head = false, true, c.head[:0]
		c.headerLine(line, cont, more)
	}
}

// headerLine takes a line of the header. Lines before the first field are none.
func (c *copier) headerLine(line []byte, cont, more bool) {
	begins := !cont && isField(line)
	switch {
	case !cont && len(bytes.TrimSpace(line)) == 0:
		if len(c.head) > 0 {
			c.start()
		}
		return
	case len(c.head) == 0 && !begins:
		return
	case !c.inPart && !cont && !begins && !isBlank(line[0]), len(c.head)+len(line) > maxReturnedHeader:
		c.inHead, c.decided = false, c.inPart
		return
	}
	c.head = append(c.head, line...)
	if !more {
		c.head = append(c.head, '\r', '\n')
	}
}

// start opens the message whose header is read.
func (c *copier) start() {
	c.inHead, c.decided = false, c.inPart
	if c.out = c.open(string(c.head)); c.out == nil {
		return
	}
	c.returned = Returned{Header: string(c.head), Enclosed: c.enclosed}
	c.blank = 0
	c.write(c.head)
	c.write([]byte("\r\n"))
}

// bodyLine takes a line of the body.
func (c *copier) bodyLine(line []byte, cont, more bool) {
	if len(bytes.TrimSpace(line)) > 0 {
		c.returned.Body, c.blank = BodyWhole, 0
	} else if c.blank++; c.blank > maxBlankLines {
		c.end(false)
		return
	}
	c.write(line)
	if !more {
		c.write([]byte("\r\n"))
	}
}

func (c *copier) write(b []byte) { _, _ = c.out.Write(b) }

// boundary takes a boundary of the multipart with that index; so many multiparts are
// open. The boundary of a multipart around the message ends the message.
func (c *copier) boundary(line []byte, index, open int) {
	if index < c.depth {
		c.end(index == c.depth-1 && open == c.depth)
	} else {
		c.line(line, false, false, -1)
	}
}

// end ends the message. whole tells that it came to its end.
func (c *copier) end(whole bool) {
	if c.inHead && len(c.head) > 0 {
		c.start()
	}
	c.inHead = false
	if c.out != nil {
		_ = c.out.Close()
		c.out = nil
		if !whole && c.returned.Body == BodyWhole {
			c.returned.Body = BodyCut
		}
	}
}

// message takes a message whose transfer encoding is undone.
func (c *copier) message(body []byte, depth, enclosed int, whole bool) {
	if c.begin(depth, enclosed) {
		c.lines(body, -1)
		c.end(whole)
	}
}

// text takes a text whose transfer encoding is undone.
func (c *copier) text(body []byte, depth int, whole bool) {
	if c.decided || c.inHead || c.out != nil {
		return
	}
	c.lines(body, depth)
	c.end(whole)
}

func (c *copier) lines(body []byte, depth int) {
	for len(body) > 0 {
		var line []byte
		line, body, _ = bytes.Cut(body, []byte{'\n'})
		c.line(line, false, false, depth)
	}
}
