package mime

import (
	"bytes"

	"example.com/ndr/ndr/internal/lex"
)

// decodeTransfer undoes a Content-Transfer-Encoding (RFC 2045, section 6) and
// reports whether body was as the encoding demands. It reads what it can of a
// damaged body; an unknown encoding is taken for none. The result may share
// memory with body, whose lines end with LF.
func decodeTransfer(encoding string, body []byte) (decoded []byte, ok bool) {
	switch encoding {
	case "base64":
		return decodeBase64(body)
	case "quoted-printable":
		return decodeQuotedPrintable(body)
	case "", "7bit", "8bit", "binary":
		return body, true
	}
	return body, false
}

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// base64Values gives the value of each character of the base64 alphabet, and
// -1 for the others.
var base64Values = func() (t [256]int8) {
	for i := range t {
		t[i] = -1
	}
	for i, c := range []byte(base64Alphabet) {
		t[c] = int8(i)
	}
	return t
}()

// decodeBase64 decodes in place (RFC 2045, section 6.8). Padding may stand in
// the middle, where two encoded texts were put together, or be missing, where
// the end was cut off. Single characters outside the alphabet are passed over.
//
// QUIRK: filters add their footer as plain text to an encoded body, and some
// systems say base64 of a body that is not. Lines that cannot be base64 stand
// for themselves.
func decodeBase64(src []byte) (dst []byte, ok bool) {
	dst, ok = src[:0], true
	var acc uint32
	bits := 0
	for line := range bytes.Lines(src) {
		strange := countStrange(line)
		ok = ok && strange == 0
		if strange > len(line)/8 {
			dst, bits = append(dst, line...), 0
			continue
		}
		for _, c := range line {
			v := base64Values[c]
			switch {
			case v >= 0:
				acc = acc<<6 | uint32(v)
				if bits += 6; bits >= 8 {
					bits -= 8
					dst = append(dst, byte(acc>>bits))
				}
			case c == '=':
				bits = 0
			}
		}
	}
	return dst, ok && bits < 6
}

// countStrange counts the characters that have no place in base64, blanks at
// the end aside.
func countStrange(line []byte) (n int) {
	for _, c := range bytes.TrimRight(line, " \t\n") {
		if base64Values[c] < 0 && c != '=' {
			n++
		}
	}
	return n
}

// isQuotedPrintable reports whether a body that says nothing of an encoding is
// quoted-printable all the same: two soft line breaks or more, and no "=" but
// those that encode. Relays lose the field that says so.
func isQuotedPrintable(body []byte) bool {
	soft := 0
	for {
		var found bool
		if _, body, found = bytes.Cut(body, []byte{'='}); !found {
			return soft >= 2
		}
		if len(body) > 0 && body[0] == '\n' {
			soft++
		} else if _, ok := lex.HexByte(body); !ok {
			return false
		}
	}
}

// decodeQuotedPrintable decodes in place (RFC 2045, section 6.7). An "=" that
// encodes nothing stands for itself; white space at the end of a line, which
// transport added, goes away.
func decodeQuotedPrintable(src []byte) (dst []byte, ok bool) {
	dst, ok = src[:0], true
	equals := []byte{'='}
	for line := range bytes.Lines(src) {
		line, ended := bytes.CutSuffix(line, []byte{'\n'})
		line, soft := bytes.CutSuffix(lex.TrimBlanks(line), equals)
		text, code, found := bytes.Cut(line, equals)
		for ; found; text, code, found = bytes.Cut(code, equals) {
			c, encoded := lex.HexByte(code) // RFC 2045 wants capitals; many write small letters
			if encoded {
				code = code[len("XX"):]
			} else {
				c = '='
			}
			dst, ok = append(append(dst, text...), c), ok && encoded
		}
		dst = append(dst, text...)
		if ended && !soft {
			dst = append(dst, '\n')
		}
	}
	return dst, ok
}
