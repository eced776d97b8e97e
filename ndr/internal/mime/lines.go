package mime

import (
	"bufio"
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// bufferSize is the longest piece of a line that is handed out.
const bufferSize = 16 << 10

// maxCR is how many CRs before an LF end one line together with it.
//
// QUIRK: RFC 5322, section 2.3, ends lines with CRLF. Gateways that convert
// twice write CRCRLF, Unix tools LF, old Macintosh mailers and broken filters
// a bare CR.
const maxCR = 2

// lineReader cuts an input into lines whatever ends them.
type lineReader struct {
	r     io.Reader
	err   error         // from r
	limit int64         // bytes that may still be read from r
	over  bool          // the limit was reached
	buf   *bufio.Reader // of what Read gives
	ahead []byte        // what buf holds and was not handed out
	rest  []byte        // of the piece up to an LF, behind a CR; nil where all of it was handed out
	more  bool          // the line at the end of that piece goes on
	line  int           // number of the line handed out last, counted from 1
	cont  bool          // the next piece continues that line
}

func (l *lineReader) reset(r io.Reader, limit int64) {
	buf := l.buf
	if buf == nil {
		buf = bufio.NewReaderSize(nil, bufferSize)
	}
	*l = lineReader{r: r, limit: limit, buf: buf}
	buf.Reset(l)
}

// Read reads from the input up to the limit.
func (l *lineReader) Read(b []byte) (n int, err error) {
	if l.err != nil {
		return 0, l.err
	}
	if int64(len(b)) > l.limit {
		b = b[:l.limit+1]
	}
	n, l.err = l.r.Read(b)
	if int64(n) > l.limit {
		n, l.err, l.over = int(l.limit), io.EOF, true
	}
	l.limit -= int64(n)
	return n, l.err
}

// next returns the next line without its end, or a piece of one that is longer
// than the buffer; more reports whether the line goes on. The bytes are valid
// until the next call. At the end of the input err is io.EOF.
func (l *lineReader) next() (line []byte, more bool, err error) {
	if l.line == 0 {
		l.decodeUTF16()
	}
	line = l.rest
	if line == nil {
		if line, l.more, err = l.piece(); err != nil {
			return nil, false, err
		}
	}
	if i := bytes.IndexByte(line, '\r'); i >= 0 {
		line, l.rest = line[:i], line[i+1:]
	} else {
		more = l.more
		l.rest = nil
	}
	if !l.cont {
		l.line++
	}
	l.cont = more
	return line, more, nil
}

// piece returns the lines before the next LF, which CRs part, or as much of one as
// fits into the buffer; more reports whether that line goes on.
func (l *lineReader) piece() (piece []byte, more bool, err error) {
	if i := bytes.IndexByte(l.ahead, '\n'); i >= 0 {
		return trimCR(l.take(i, 1), maxCR), false, nil
	}
	_, _ = l.buf.Discard(l.buf.Buffered() - len(l.ahead)) // of what is buffered
	for seen := 0; err == nil; _, err = l.buf.Peek(seen + 1) {
		l.ahead, _ = l.buf.Peek(l.buf.Buffered())
		if i := bytes.IndexByte(l.ahead[seen:], '\n'); i >= 0 {
			return trimCR(l.take(seen+i, 1), maxCR), false, nil
		}
		whole := trimCR(l.ahead, maxCR) // an LF may follow the CRs at the end
		from := min(max(0, seen-maxCR), len(whole))
		if i := bytes.LastIndexByte(whole[from:], '\r'); i >= 0 {
			return l.take(from+i, 1), false, nil
		}
		if seen = len(l.ahead); seen == bufferSize {
			return l.take(len(whole), 0), true, nil
		}
	}
	if l.ahead, _ = l.buf.Peek(l.buf.Buffered()); len(l.ahead) == 0 {
		return nil, false, err
	}
	return trimCR(l.take(len(l.ahead), 0), 1), false, nil
}

// take hands out n bytes, and steps over them and their end.
func (l *lineReader) take(n, end int) []byte {
	piece := l.ahead[:n]
	l.ahead = l.ahead[n+end:]
	return piece
}

// trimCR returns b without at most n CRs at its end.
func trimCR(b []byte, n int) []byte {
	for ; n > 0 && len(b) > 0 && b[len(b)-1] == '\r'; n-- {
		b = b[:len(b)-1]
	}
	return b
}

// failed returns the error of the reader that ended the line handed out last,
// nil where more was read or the input just ended.
func (l *lineReader) failed() error {
	if l.err == io.EOF || l.rest != nil || len(l.ahead) > 0 {
		return nil
	}
	return l.err
}

// decodeUTF16 has an input decoded that begins with the mark of UTF-16.
//
// QUIRK: a message begins with ASCII (RFC 5322, section 2.1). Editors and shells
// of Windows save it as UTF-16, with a byte order mark.
func (l *lineReader) decodeUTF16() {
	mark, _ := l.buf.Peek(2) // what fails here fails again
	if string(mark) == "\xff\xfe" || string(mark) == "\xfe\xff" {
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		l.buf = bufio.NewReaderSize(transform.NewReader(l.buf, decoder), bufferSize)
	}
	l.ahead, _ = l.buf.Peek(l.buf.Buffered())
}
