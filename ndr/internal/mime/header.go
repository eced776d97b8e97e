package mime

import (
	"bytes"
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// The limits of a header, besides the limit of its size.
const (
	maxFields    = 2000    // fields that are kept
	maxEssential = 4 << 10 // bytes of an essential field beyond the limits
	maxStray     = 20      // lines that may stand before the header of a message
)

// essentialFields are the fields by which a report, its author and its form are told.
// The first of each is kept whatever came before it: trace fields, which anybody
// can add in any number, must not push it out.
var essentialFields = []string{
	"From", "To", "Subject", "Date", "Message-ID", "Content-Type", "Content-Transfer-Encoding", "Auto-Submitted",
	"Return-Path", "Sender", "Precedence", "X-Failed-Recipients",
	"List-Id", "List-Post", "List-Help", "List-Owner", "List-Archive", "List-Subscribe", "List-Unsubscribe",
}

// A fieldLimit counts the fields of one header.
type fieldLimit struct {
	n    int    // fields so far
	seen []bool // which of essentialFields came so far, nil before a limit is near
	end  int    // of the header, when the field that is being read takes all that it may
	skip bool   // the field that is being read is passed over
	over bool   // a limit was reached
}

// headerLine reads a line of the header, or a piece of one.
func (rd *reader) headerLine(line []byte, cont, more bool) {
	switch {
	case cont:
	case rd.mark >= 0 && rd.cur == 0 && len(rd.head) == 0 && isContentField(line): // the header was lost
		rd.endHeader()
		rd.adopt(line, more)
		return
	case len(line) == 0 || len(rd.head) > 0 && line[0] <= ' ' && len(bytes.TrimSpace(line)) == 0:
		if len(rd.head) == 0 && rd.isRoot() {
			rd.strayLine(line)
			return
		}
		rd.endHeader()
		return
	case isBlank(line[0]) && len(rd.head) > 0:
	case rd.beginField(line):
	case rd.lostFold():
		rd.defect(DefectHeaderLine, clip(line))
		if !rd.fields.skip {
			rd.head = append(rd.head, ' ')
		}
	default:
		rd.fields.skip = more
		rd.strayLine(line)
		return
	}
	if !rd.fields.skip {
		rd.keepField(line, cont, more)
	}
}

// beginField reports whether a field begins line, and decides whether that is
// kept.
func (rd *reader) beginField(line []byte) bool {
	colon := lex.FieldColon(line)
	if colon < 0 {
		return false
	}
	f := &rd.fields
	f.n++
	f.end, f.skip = rd.lim.Header, false
	switch share := len(rd.head) + maxEssential; {
	case share <= f.end && f.n <= maxFields: // no limit is near
	case rd.isEssential(string(lex.TrimBlanks(line[:colon]))):
		f.end = max(f.end, share)
	case f.n > maxFields:
		f.skip = true
		rd.overLimit()
	}
	return true
}

// isEssential reports whether the field of that name, which begins, is the first
// of one that is never left out.
func (rd *reader) isEssential(name string) bool {
	f := &rd.fields
	if f.seen == nil {
		h := headers.ParseHeader(string(rd.head))
		for _, essential := range essentialFields {
			f.seen = append(f.seen, h.Has(essential))
		}
	}
	i := slices.IndexFunc(essentialFields, func(essential string) bool { return strings.EqualFold(name, essential) })
	if i < 0 || f.seen[i] {
		return false
	}
	f.seen[i] = true
	return true
}

// keepField adds a line of a field, or a piece of one, to the header. A line
// that does not fit is left out, with what continues it.
func (rd *reader) keepField(line []byte, cont, more bool) {
	size := len(rd.head) + len(line)
	if size > rd.lim.Header {
		rd.overLimit()
	}
	if size > rd.fields.end {
		if cont {
			rd.head = append(rd.head, '\r', '\n')
		}
		rd.fields.skip = true
		return
	}
	rd.head = append(rd.head, line...)
	if !more {
		rd.head = append(rd.head, '\r', '\n')
	}
}

// overLimit records, once a header, that it is longer than the limits.
func (rd *reader) overLimit() {
	if !rd.fields.over {
		rd.defect(DefectHeaderLimit, "")
	}
	rd.fields.over = true
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

// strayLine passes over a line that is no field. Where no field comes at all, or the
// boundary of a part does, the lines belong to a body without a header.
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
	if rd.mark = -1; mayBeBoundary(line) {
		rd.mark = len(rd.body)
	}
	rd.keep(line, false)
	if rd.junk++; rd.junk > maxStray || isSentence(line) {
		rd.endHeader()
	}
}

// minSentence is how many blanks a sentence has at least: the banner that Outlook
// puts before a header has five.
const minSentence = 6

// isSentence reports whether a line that is no field begins the text of a message
// whose header was lost, as somebody pastes it.
func isSentence(line []byte) bool {
	return len(line) > 0 && !isBlank(line[0]) && !bytes.HasPrefix(line, []byte("From ")) && !bytes.HasPrefix(line, []byte(">From ")) &&
		bytes.Count(line, []byte(" ")) >= minSentence
}

// clip returns the beginning of line, for a defect.
func clip(line []byte) string {
	const most = 60
	s, _ := decodeCharset("", string(line[:min(len(line), most)]))
	return s
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// isField reports whether a field begins line.
func isField(line []byte) bool { return lex.FieldColon(line) > 0 }

// HeaderOf makes a header of lines that a text quotes. Lines that neither are
// a field nor continue one are left out. It ends at a blank line, except for blank
// lines that a field or the rest of one follows, as gateways leave them, and blank lines
// before the fields by which a message is known.
func HeaderOf(lines []string) headers.Header {
	rd := newReader()
	defer rd.release()
	rd.lim = Limits{Header: 1 << 20, Parts: 1}
	rd.begin(-1, 0)
	known, buf := false, make([]byte, 0, 128)
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			buf = append(buf[:0], line...)
			rd.headerLine(buf, false, false)
			name, _, _ := strings.Cut(line, ":")
			known = known || lex.OneOf(name, "From", "Subject", "Message-ID")
		} else if known && (i+1 == len(lines) || lex.FieldColon(lines[i+1]) < 0 && lex.IndentWidth(lines[i+1]) == 0) {
			break
		}
	}
	return headers.ParseHeader(string(rd.head))
}
