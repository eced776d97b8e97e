package mime

import (
	"bytes"
	"io"
	"sync"

	"example.com/ndr/ndr/internal/lex"
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
	msg    *Message
	copy   copier
	state  state
	open   []frame
	cur    int    // index in Parts of the part that is being read
	head   []byte // header of that part so far, each line ended by CRLF
	fields fieldLimit
	junk   int    // lines before the first field of a message
	body   []byte // what is kept of its body
	// budget is how many bytes of bodies may still be kept, and reserve how many
	// more of the parts that are made for programs.
	budget, reserve int
	cutOff          bool // a body was longer than that
	text            bool // a line that is not blank was seen
	done            bool // nothing that follows is wanted

	headerOnly bool // only the header of the message is wanted
	undecided  bool // the first line of the body tells whether it is a delivery-status part
	full       bool // there are as many parts as may be kept

	// For boundaries that no Content-Type names: mark is the length of body
	// before a line that may be one, -1 where the line before was none, and
	// quoted tells that the text came to the header of a returned message.
	mark   int
	quoted bool
}

// readers keeps the buffers of readers that are done, and messages the lists of
// parts of messages that were released: most messages are smaller than what it takes
// to read them.
var (
	readers  = sync.Pool{New: func() any { return new(reader) }}
	messages = sync.Pool{New: func() any { return new(Message) }}
)

// newReader returns a reader of a message.
func newReader() *reader {
	rd := readers.Get().(*reader)
	rd.msg = messages.Get().(*Message)
	rd.copy.decided = true // unless somebody wants the returned message
	return rd
}

// The largest buffers that are kept for the next message.
const (
	maxPooled      = 256 << 10
	maxPooledParts = 1000
)

// release makes rd ready for another message. The message that it read must not
// share its memory; one that was not returned is released too.
func (rd *reader) release() {
	if cap(rd.head) > maxPooled {
		rd.head = nil
	}
	if cap(rd.body) > maxPooled {
		rd.body = nil
	}
	rd.lines.r = nil
	if rd.msg != nil {
		rd.msg.Release()
	}
	clear(rd.open[:cap(rd.open)])
	*rd = reader{lines: rd.lines, head: rd.head, body: rd.body, open: rd.open[:0]}
	readers.Put(rd)
}

// run reads the lines. Each belongs to a boundary, a header or a body.
func (rd *reader) run() error {
	rd.budget, rd.reserve = rd.lim.Body, rd.lim.Body
	rd.begin(-1, 0)
	cont := false // the line goes on with one that was too long for one piece
	for !rd.done {
		line, more, err := rd.lines.next()
		if err != nil {
			rd.end()
			if len(rd.open) > 0 {
				rd.defect(DefectBoundary, "")
			}
			if err == io.EOF {
				err = nil
			}
			return err
		}
		if !rd.text {
			rd.text = len(bytes.TrimSpace(line)) > 0
		}
		if cont || more || !hasHyphens(line) || !rd.boundary(line) {
			if rd.copy.open != nil {
				rd.copy.line(line, cont, more, rd.textDepth())
			}
			switch rd.state {
			case inHeader:
				rd.headerLine(line, cont, more)
			case inBody:
				rd.bodyLine(line, cont, more)
			}
		}
		cont = more
	}
	return rd.lines.failed()
}

// textDepth returns how many multiparts are around the text that is being read, -1
// where what is read is no text of the message itself, or an encoded one.
func (rd *reader) textDepth() int {
	if rd.state != inBody || rd.part().Enclosed > 0 || rd.part().isEncoded() {
		return -1
	}
	return len(rd.open)
}

func (rd *reader) defect(kind, detail string) {
	if len(rd.msg.Defects) < maxDefects {
		rd.msg.Defects = append(rd.msg.Defects, Defect{kind, rd.lines.line, detail})
	}
}

// maxReportParts is how many parts are kept beyond the limit because a report is
// made of them: no padding hides them.
const maxReportParts = 16

// begin starts a new part, whose header comes next.
func (rd *reader) begin(parent, enclosed int) {
	if n := len(rd.msg.Parts); n >= rd.lim.Parts {
		if !rd.full {
			rd.defect(DefectPartsLimit, "")
		}
		rd.full = true
		if n-rd.lim.Parts >= maxReportParts {
			rd.done = true
			return
		}
	}
	p := Part{ContentType: ContentType{Type: "text/plain"}, Parent: parent, Enclosed: enclosed}
	if parent >= 0 {
		p.inReport = rd.msg.Parts[parent].inReport
	}
	rd.cur = len(rd.msg.Parts)
	rd.msg.Parts = append(rd.msg.Parts, p)
	rd.state, rd.head, rd.body = inHeader, rd.head[:0], rd.body[:0]
	rd.fields = fieldLimit{skip: true}
	rd.junk, rd.mark, rd.quoted, rd.undecided = 0, -1, false, false
}

// drop takes back the current part, which is beyond the limit and turned out to be none
// that a report is made of.
func (rd *reader) drop() {
	rd.msg.Parts = rd.msg.Parts[:rd.cur]
	rd.state = inSkip
}

func (rd *reader) part() *Part { return &rd.msg.Parts[rd.cur] }

// isRoot reports whether the current part is a message of its own, which may
// have something before its header.
func (rd *reader) isRoot() bool {
	p := rd.part()
	return p.Parent < 0 || rd.msg.Parts[p.Parent].Enclosed != p.Enclosed
}

// hasHyphens reports whether line begins with the two hyphens of a boundary.
func hasHyphens(line []byte) bool { return len(line) > 2 && line[0] == '-' && line[1] == '-' }

// boundary reports whether line, which has the hyphens of one, is a boundary of an
// open multipart, and if so ends the current part. A boundary of an outer multipart
// ends all inner ones.
func (rd *reader) boundary(line []byte) bool {
	// RFC 2046, section 5.1.1: white space after it was added by transport.
	whole, line := line, lex.TrimBlanks(line[2:])
	for i := len(rd.open) - 1; i >= 0; i-- {
		f := rd.open[i]
		n := len(f.boundary)
		if len(line) < n || string(line[:n]) != f.boundary || len(line) > n && string(line[n:]) != "--" {
			continue
		}
		closing := len(line) > n
		rd.copy.boundary(whole, i, len(rd.open))
		if f.part == rd.cur { // what was kept is the preamble
			rd.budget += len(rd.body)
			rd.body, rd.state = rd.body[:0], inSkip
		}
		rd.end()
		if i < len(rd.open)-1 {
			rd.defect(DefectBoundary, "")
		}
		if closing {
			rd.open = rd.open[:i]
			rd.state = inSkip
			rd.done = i == 0 && rd.copy.out == nil
			return true
		}
		rd.open = rd.open[:i+1]
		rd.begin(f.part, f.enclosed)
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
