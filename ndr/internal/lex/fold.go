package lex

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneOf reports whether name is one of names, in whatever case.
func OneOf(name string, names ...string) bool {
	for _, n := range names {
		if strings.EqualFold(name, n) {
			return true
		}
	}
	return false
}

// MaxPhraseLine is how much of a line phrases are looked for in.
const MaxPhraseLine = 2048

// FoldLower returns s in lower case, each run of blanks one space, typographic
// apostrophes plain. Long lines are cut: no phrase is looked for behind
// MaxPhraseLine bytes.
func FoldLower(s string) string {
	if isFolded(s) {
		return s
	}
	var buf [256]byte
	return string(AppendFolded(buf[:0], s))
}

func isFolded(s string) bool {
	blank := true
	for i := range len(s) {
		c := s[i]
		if c != foldedBytes[c] || c == wideByte || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return len(s) <= MaxPhraseLine && (!blank || s == "")
}

// AppendFolded appends what FoldLower makes of s.
func AppendFolded(dst []byte, s string) []byte {
	start := len(dst)
	return trimBlank(appendFolded(dst, start, CutText(s, MaxPhraseLine)), start)
}

// appendFolded is AppendFolded for a piece of a line whose beginning was folded to
// dst[start:], and keeps the blank at its end.
func appendFolded(dst []byte, start int, s string) []byte {
	n := len(dst)
	b := slices.Grow(dst, len(s))[:n+len(s)] // ASCII never gets longer
	for i := 0; i < len(s); i++ {
		switch c := foldedBytes[s[i]]; {
		case c == wideByte:
			return appendWide(b[:n], start, s[i:])
		case c != ' ' || n > start && b[n-1] != ' ':
			b[n] = c
			n++
		}
	}
	return b[:n]
}

// appendWide is appendFolded for a text that is not all ASCII, and was folded to
// dst[start:] so far.
func appendWide(dst []byte, start int, s string) []byte {
	for _, r := range s {
		switch {
		case r == '’':
			dst = append(dst, '\'')
		case !unicode.IsSpace(r):
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		case len(dst) > start && dst[len(dst)-1] != ' ':
			dst = append(dst, ' ')
		}
	}
	return dst
}

// trimBlank takes the blank off the end of b[start:].
func trimBlank(b []byte, start int) []byte {
	if n := len(b); n > start && b[n-1] == ' ' {
		return b[:n-1]
	}
	return b
}

// foldedBytes gives for each byte what folding makes of it: a space of a blank,
// wideByte where more than one byte matters.
var foldedBytes = func() (t [256]byte) {
	for i := range t {
		switch c := byte(i); {
		case c >= utf8.RuneSelf:
			t[i] = wideByte
		case c == ' ' || '\t' <= c && c <= '\r':
			t[i] = ' '
		case 'A' <= c && c <= 'Z':
			t[i] = c + 'a' - 'A'
		default:
			t[i] = c
		}
	}
	return t
}()

const wideByte = utf8.RuneSelf

// AppendPlain is AppendFolded without the addresses in s.
func AppendPlain(dst []byte, s string) []byte {
	s = CutText(s, MaxPhraseLine)
	start, from := len(dst), 0
	for m, ok := NextAddress(s, 0); ok; m, ok = NextAddress(s, from) {
		dst = appendFolded(dst, start, s[from:m.Start])
		from = m.End
	}
	return trimBlank(appendFolded(dst, start, s[from:]), start)
}

// FoldPlain is FoldLower without the addresses in s.
func FoldPlain(s string) string {
	if strings.IndexByte(s, '@') < 0 {
		return FoldLower(s)
	}
	var buf [256]byte
	return string(AppendPlain(buf[:0], s))
}

// HasPrefixLower reports whether s, its capital letters of ASCII made small,
// begins with prefix.
func HasPrefixLower(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}

// CutText returns the first n bytes of s at most, cut between characters.
func CutText(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if n <= 0 {
		return ""
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// LowerASCII lowers ASCII letters alone, so that offsets stay those of s.
func LowerASCII(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return lowerFrom(s, i)
		}
	}
	return s
}

// lowerFrom is LowerASCII of a text that has no capital letter before s[from].
func lowerFrom(s string, from int) string {
	b := []byte(s)
	for i := from; i < len(b); i++ {
		if 'A' <= b[i] && b[i] <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}
