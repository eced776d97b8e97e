package grammar

import (
	"strings"
	"unicode/utf8"
)

// Limits of a clause. A longer one ends there.
const (
	maxText  = 1 << 10 // folded bytes
	maxWords = 96
	maxMarks = 16
)

// maxPlain bounds the length of a word that is read the short way. The text of a
// clause has room for one more.
const maxPlain = 48

// A clause is the folded form of a part of a text: its words in lower case
// without accents, a blank before each and at the end.
type clause struct {
	text  [maxText + 64]byte
	words [maxWords + 8]word
	marks [maxMarks]mark
	n     int // bytes
	nw    int // words
	nm    int // marks
}

type word struct {
	start, end int32  // in the text itself
	known      *Word  // what the grammar knows of it
	at, to     uint16 // in the folded text
	host       bool   // the name of a host
	comma      bool   // a comma stands before it
	character  bool   // of a script that does not part words
}

// A lexer parts a text into clauses.
type lexer struct {
	text   string
	i      int
	c      *clause
	g      *Grammar // nil for one that knows no word
	status [2]int   // where the enhanced status code stands that was read last
	comma  bool     // a comma was read last
}

// next reads the next clause, and reports whether there is one. It takes time
// linear in what it reads.
func (x *lexer) next() bool {
	x.c.n, x.c.nw, x.c.nm, x.comma = 0, 0, 0, false
	for x.i < len(x.text) && x.c.n < maxText && x.c.nw < maxWords {
		ends := false
		switch c := x.text[x.i]; {
		case c == ' ':
			x.i++
		case isASCIILetter(c):
			ends = x.letters()
		default:
			ends = x.step()
		}
		if ends && x.c.nw+x.c.nm > 0 {
			break
		}
	}
	x.c.text[x.c.n] = ' '
	return x.c.nw+x.c.nm > 0 || x.i < len(x.text)
}

// letters reads what ASCII letters begin, one after the other with a blank between,
// and reports whether the clause ends with it. Most are words that a blank or a mark
// follows which belongs to no name: what makes up a name takes several times as long
// to find out.
func (x *lexer) letters() bool {
	c := x.c
	for c.n < maxText && c.nw < maxWords {
		s := x.text[x.i:]
		n := lowerLetters((*[maxPlain]byte)(c.text[c.n+1:]), s)
		switch {
		case n == 0:
			return false
		case n == len(s):
			x.push(n)
			return false
		}
		switch after := s[n]; {
		case after == ' ':
			x.push(n)
			x.i++
		case after == ',', after == ')', after == ';':
			x.push(n)
			return false
		case n+1 < len(s) && s[n+1] != ' ', after != ':' && after != '.', after == '.' && n == 1: // no "e. g."
			return x.atom(atomOf(s, n))
		case after == ':':
			x.push(n)
			return false
		default:
			x.push(n)
			x.i++
			return true
		}
	}
	return false
}

// lowerLetters copies the ASCII letters that s begins with, at most maxPlain, in lower
// case and returns their number.
func lowerLetters(dst *[maxPlain]byte, s string) int {
	n := 0
	for n < len(s) && n < maxPlain && isASCIILetter(s[n]) {
		dst[n] = s[n] | 0x20
		n++
	}
	return n
}

// push reads the n bytes at x.i as a word whose folded form, of as many, stands after
// the place of the blank before it.
func (x *lexer) push(n int) {
	x.pushFolded(x.i, x.i+n, n)
	x.i += n
}

// pushFolded adds the word text[start:end], the n bytes of whose folded form stand
// there.
func (x *lexer) pushFolded(start, end, n int) {
	c := x.c
	c.text[c.n] = ' '
	w := &c.words[c.nw]
	w.start, w.end = int32(start), int32(end)
	w.at, w.to = uint16(c.n+1), uint16(c.n+1+n)
	w.comma, w.host, w.character = x.comma, false, false
	c.n += 1 + n
	c.nw++
	x.comma = false
}

// step reads one atom or character and reports whether it ends the clause.
func (x *lexer) step() bool {
	s := x.text[x.i:]
	switch c := s[0]; {
	case isDigit(c):
		if n := numberLen(s); n < len(s) && s[n] == ' ' && s[n-1] != '.' {
			x.i += n
			return x.number(x.i-n, x.i)
		}
	case kinds[c]&kindStop != 0 && isStop(s):
		x.i += len("。")
		return true
	case strings.HasPrefix(s, "<<<"), strings.HasPrefix(s, "->"):
		x.i += 2
		return true
	case strings.HasPrefix(s, ">>>"):
		if x.c.nw > 0 {
			return true // read it at the start of the next clause
		}
		x.mark(markSent, x.i, x.i+3)
		x.i += 3
		return false
	case c == '<' || c == '"':
		return x.quoted()
	case kinds[c] == 0:
		x.i++
		x.comma = x.comma || c == ','
		return c == ';'
	}
	return x.atom(atomOf(s, 0))
}

// atom reads a run of n bytes of an atom, which have the kinds seen, and reports
// whether the clause ends with it.
func (x *lexer) atom(n int, seen kind) bool {
	start, end := x.i, x.i+n
	x.i = end
	s := x.text[start:end]
	switch rest := x.text[end:]; {
	case len(rest) > 1 && rest[0] == '@':
		x.i += 1 + domainLen(rest[1:])
		x.mark(markAddress, start, x.i)
		return false
	case strings.HasPrefix(rest, "://"):
		if n := urlLen(x.text[start:]); n > 0 {
			x.i = start + n
			x.url(start, n)
			return false
		}
	}
	switch {
	case s[0] == '\'' && isQuotedName(x.lastWord(), s):
		x.mark(markQuoted, start, end)
	case seen&kindSlash != 0 && (s[0] == '/' && n > 1 || strings.Count(s, "/") > 1):
		x.mark(markPath, start, end)
	case seen&^(kindDigit|kindStop) == kindLetter:
		x.add(start, end)
	default:
		return x.names(start, end)
	}
	return false
}

// add adds text[start:end] as one word; a Chinese, Japanese or Thai character in it is
// one of its own.
func (x *lexer) add(start, end int) {
	s := x.text[start:end]
	if x.addASCII(start, end, s) {
		return
	}
	c, inner := x.c, false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			r = rune(s[i]) // QUIRK: raw 8 bit, taken for ISO 8859-1
		}
		folded, belongs := foldRune(r)
		character := isCharacter(r, folded, belongs)
		switch {
		case !belongs && !character:
			i += n
			inner = false
			continue
		case folded == 0 && c.nw > 0 && c.words[c.nw-1].end == int32(start+i):
			// A mark above or below a character belongs to that.
		case character || !inner:
			if c.n > maxText || c.nw >= len(c.words) {
				return
			}
			x.pushFolded(start+i, start+i, 0)
			c.words[c.nw-1].character = character
		}
		if folded != 0 && c.n < len(c.text)-8 {
			c.n += utf8.EncodeRune(c.text[c.n:], folded)
		}
		i += n
		last := &c.words[c.nw-1]
		last.end, last.to = int32(start+i), uint16(c.n)
		inner = !character
	}
}

// addASCII adds s as one word where it is short and ASCII.
func (x *lexer) addASCII(start, end int, s string) bool {
	n := x.c.n
	if len(s) == 0 || len(s) > maxPlain || n > maxText || x.c.nw >= len(x.c.words) {
		return false
	}
	text := x.c.text[n+1 : n+1+len(s)]
	k := 0
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		text[k] = c
		if c != '\'' {
			k++
		}
	}
	x.pushFolded(start, end, k)
	return true
}

// maxAtom is longer than an address can be (RFC 5321, section 4.5.3.1).
const maxAtom = 512

// atomOf returns the length of the atom that s begins with, and the kinds of its
// bytes. The first n are known to be letters.
func atomOf(s string, n int) (length int, seen kind) {
	if n > 0 {
		seen = kindLetter
	}
	for n < len(s) && n < maxAtom {
		k := kinds[s[n]]
		if k == 0 || k&kindStop != 0 && isStop(s[n:]) {
			break
		}
		seen |= k
		n++
	}
	for n > 0 && n < len(s) && !utf8.RuneStart(s[n]) {
		n-- // the limit is inside a character
	}
	return n, seen
}

// isCharacter reports whether r, which [foldRune] gives the rest for, is of a script
// that does not part words.
func isCharacter(r, folded rune, belongs bool) bool {
	if r < 0x2e80 {
		return 0x0e00 <= r && r < 0x0f00 && !(r <= 0x0e4e && folded == 0)
	}
	return belongs && !(0xff00 <= r && r <= 0xff5e)
}
