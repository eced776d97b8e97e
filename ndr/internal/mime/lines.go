package mime

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// bufferSize is how much of the input is looked at in one go, and so the
// longest piece of a line that is handed out.
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
	limit int64 // bytes that may still be read
	buf   []byte
	start int   // of the unread bytes in buf
	crs   int   // CRs at the end of the input so far, not yet in buf
	err   error // from r, kept until buf is empty
	line  int   // number of the line handed out last, counted from 1
	cont  bool  // the next piece continues that line
	over  bool  // the limit was reached
	begun bool  // the first bytes were looked at
}

func (l *lineReader) reset(r io.Reader, limit int64) {
	buf := l.buf
	if buf == nil {
		buf = make([]byte, 0, bufferSize)
	}
	*l = lineReader{r: r, limit: limit, buf: buf[:0]}
}

// next returns the next line without its end, or a piece of one that is longer
// than the buffer; more reports whether the line goes on. The bytes are valid
// until the next call. At the end of the input err is io.EOF.
func (l *lineReader) next() (line []byte, more bool, err error) {
	for scanned := 0; ; l.fill() {
		rest := l.buf[l.start:]
		if i := bytes.IndexByte(rest[scanned:], '\n'); i >= 0 {
			return l.take(rest[:scanned+i], 1, false), false, nil
		}
		scanned = len(rest)
		switch {
		case l.err != nil && len(rest) == 0:
			return nil, false, l.err
		case l.err != nil:
			return l.take(rest, 0, false), false, nil
		case len(rest)+maxCR >= cap(l.buf):
			return l.take(rest, 0, true), true, nil
		}
	}
}

// failed returns the error of the reader that ended the line handed out last,
// nil where more was read or the input just ended.
func (l *lineReader) failed() error {
	if l.err == io.EOF || l.start < len(l.buf) {
		return nil
	}
	return l.err
}

// take hands out line and steps over it and its end.
func (l *lineReader) take(line []byte, end int, more bool) []byte {
	l.start += len(line) + end
	if !l.cont {
		l.line++
	}
	l.cont = more
	return line
}

// fill reads more behind the unread bytes, which it moves to the front, and
// makes every line end an LF.
func (l *lineReader) fill() {
	n := copy(l.buf[:cap(l.buf)], l.buf[l.start:])
	l.start = 0
	// CRs that were held back may become LFs before the new bytes.
	room := l.buf[n+maxCR : cap(l.buf)]
	if int64(len(room)) > l.limit {
		room = room[:l.limit]
	}
	m := 0
	if len(room) == 0 {
		m, _ = readSome(l.r, make([]byte, 1))
		l.over, l.err, m = m > 0, io.EOF, 0
	} else {
		m, l.err = readSome(l.r, room)
		if !l.begun {
			m = l.begin(room, m)
		}
		l.limit -= int64(m)
	}
	l.buf = l.normalize(l.buf[:n], room[:m])
	if l.err != nil {
		l.buf = l.flush(l.buf)
	}
}

// begin looks at the first n bytes of the input, which stand in room, and
// returns how many there are then.
//
// QUIRK: a message begins with ASCII (RFC 5322, section 2.1). Editors and shells
// of Windows save it as UTF-16, with a byte order mark.
func (l *lineReader) begin(room []byte, n int) int {
	l.begun = true
	if n == 1 && l.err == nil && len(room) > 1 {
		n, l.err = readSome(l.r, room[1:])
		n++
	}
	if n < 2 || [2]byte(room) != [2]byte{0xff, 0xfe} && [2]byte(room) != [2]byte{0xfe, 0xff} {
		return n
	}
	whole := io.MultiReader(bytes.NewReader(bytes.Clone(room[:n])), l.r)
	l.r = transform.NewReader(whole, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	n, l.err = readSome(l.r, room)
	return n
}

// readSome reads at least one byte, or returns an error: a reader may return
// nothing and no error, but not for ever.
func readSome(r io.Reader, b []byte) (int, error) {
	for range 100 {
		if n, err := r.Read(b); n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

// normalize appends src to dst with every line end made an LF. The two may
// overlap: what it writes stays behind what it reads.
func (l *lineReader) normalize(dst, src []byte) []byte {
	for len(src) > 0 {
		if src[0] == '\n' {
			l.crs = 0
		} else if src[0] != '\r' {
			dst = l.flush(dst)
		}
		i := bytes.IndexByte(src, '\r')
		if i < 0 {
			return append(dst, src...)
		}
		dst = append(dst, src[:i]...)
		if l.crs == maxCR {
			dst = append(dst, '\n')
		} else {
			l.crs++
		}
		src = src[i+1:]
	}
	return dst
}

// flush appends the line ends that were held back.
func (l *lineReader) flush(dst []byte) []byte {
	for ; l.crs > 0; l.crs-- {
		dst = append(dst, '\n')
	}
	return dst
}
