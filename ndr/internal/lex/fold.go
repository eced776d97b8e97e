package lex

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneOf reports whether name is one of names, in whatever case.
func OneOf(name string, names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(name, n) })
}

// MaxPhraseLine is how much of a line phrases are looked for in.
const MaxPhraseLine = 2048

// FoldLower returns s in lower case, each run of blanks one space, typographic
// apostrophes plain. Long lines are cut: no phrase is looked for behind
// MaxPhraseLine bytes.
func FoldLower(s string) string {
	var buf [256]byte
	return stringOf(AppendFolded(buf[:0], s), s)
}

// stringOf returns what s was folded to, without a copy where that is s.
func stringOf(folded []byte, s string) string {
	if string(folded) == s {
		return s
	}
	return string(folded)
}

// AppendFolded appends what FoldLower makes of s to dst, which is empty or ends in a
// blank. Where that is nothing, the blank is taken away.
func AppendFolded(dst []byte, s string) []byte {
	return trimBlank(appendFolded(dst, CutText(s, MaxPhraseLine)))
}

// appendFolded is AppendFolded for a piece of a line whose beginning is at the end of
// dst, and keeps the blank at its end.
func appendFolded(dst []byte, s string) []byte {
	n := len(dst)
	b := slices.Grow(dst, len(s))[:n+len(s)] // ASCII never gets longer
	for i := 0; i < len(s); i++ {
		switch c := foldedBytes[s[i]]; {
		case c == wideByte:
			return appendWide(b[:n], s[i:])
		case c != ' ' || n > 0 && b[n-1] != ' ':
			b[n] = c
			n++
		}
	}
	return b[:n]
}

// appendWide is appendFolded for a text that is not all ASCII.
func appendWide(dst []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '’':
			dst = append(dst, '\'')
		case !unicode.IsSpace(r):
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		case len(dst) > 0 && dst[len(dst)-1] != ' ':
			dst = append(dst, ' ')
		}
	}
	return dst
}

// trimBlank takes the blank off the end of b.
func trimBlank(b []byte) []byte { return bytes.TrimSuffix(b, []byte{' '}) }

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
	from := 0
	for m, ok := NextAddress(s, 0); ok; m, ok = NextAddress(s, from) {
		dst = appendFolded(dst, s[from:m.Start])
		from = m.End
	}
	return trimBlank(appendFolded(dst, s[from:]))
}

// FoldPlain is FoldLower without the addresses in s.
func FoldPlain(s string) string {
	var buf [256]byte
	return stringOf(AppendPlain(buf[:0], s), s)
}

// HasPrefixLower reports whether s begins, in whatever case, with prefix, which is in
// lower case and not empty.
func HasPrefixLower(s, prefix string) bool {
	return len(s) >= len(prefix) && s[0]|0x20 == prefix[0]|0x20 && strings.EqualFold(s[:len(prefix)], prefix)
}

// CutText returns the first n bytes of s at most, cut between characters.
func CutText(s string, n int) string {
	if len(s) <= n {
		return s
	}
	n = max(n, 0)
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// LowerASCII lowers only ASCII letters, so that offsets in s hold in the result.
func LowerASCII(s string) string {
	isCapital := func(c byte) bool { return 'A' <= c && c <= 'Z' }
	for i := range len(s) {
		if isCapital(s[i]) {
			b := []byte(s)
			for ; i < len(b); i++ {
				if isCapital(b[i]) {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}
