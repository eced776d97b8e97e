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

// piece returns what comes before the next LF, or as much of that as fits into the
// buffer.
func (l *lineReader) piece() (piece []byte, more bool, err error) {
	piece, err = l.buf.ReadSlice('\n')
	n, ends := len(piece), 0
	switch {
	case err == bufio.ErrBufferFull:
		if piece[n-1] == '\r' { // an LF may follow
			return piece[:n-1], true, l.buf.UnreadByte()
		}
		return piece, true, nil
	case err == nil:
		n, ends = n-1, maxCR
	case n > 0: // the input ended
		ends, err = 1, nil
	}
	for ; ends > 0 && n > 0 && piece[n-1] == '\r'; ends-- {
		n--
	}
	return piece[:n], false, err
}

// failed returns the error of the reader that ended the line handed out last,
// nil where more was read or the input just ended.
func (l *lineReader) failed() error {
	if l.err == io.EOF || l.rest != nil || l.buf.Buffered() > 0 {
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
}
