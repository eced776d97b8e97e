package headers

import (
	"strings"
	"unicode/utf8"
)

// What mail compares without regard to case is ASCII: Unicode folds the Kelvin sign
// to a "k", which makes another address of it. So the readers here change no other
// letters.

const (
	digits       = "0123456789"
	lowerLetters = "abcdefghijklmnopqrstuvwxyz"
	letters      = lowerLetters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// A byteSet holds the bytes that a word may be made of.
type byteSet [256]bool

func bytesOf(chars string) (set byteSet) {
	for i := range len(chars) {
		set[chars[i]] = true
	}
	return set
}

// graphicBut returns the set of the characters of ASCII that show, but for those in
// except.
func graphicBut(except string) (set byteSet) {
	for c := byte('!'); c <= '~'; c++ {
		set[c] = strings.IndexByte(except, c) < 0
	}
	return set
}

// makes reports whether s is made of the bytes in the set, and not empty.
func (set *byteSet) makes(s string) bool {
	for i := range len(s) {
		if !set[s[i]] {
			return false
		}
	}
	return s != ""
}

var (
	numberBytes = bytesOf(digits)
	letterBytes = bytesOf(letters)
)

func isNumber(s string) bool { return numberBytes.makes(s) }

func isLetters(s string) bool { return letterBytes.makes(s) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// lowerASCII returns s with its ASCII letters in lower case.
func lowerASCII(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}

// hasPrefixFold reports whether s begins with the ASCII text prefix, in whatever
// case. Letters that Unicode folds to ASCII have more bytes.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// containsFold reports whether s has the ASCII text sub, which is not empty, in
// whatever case.
func containsFold(s, sub string) bool { return indexFold(s, sub) >= 0 }

// indexFold returns where s has the ASCII text sub, which is not empty, in whatever
// case; -1 if nowhere.
func indexFold(s, sub string) int {
	for i := 0; i+len(sub) <= len(s); i++ {
		// Most places differ in the first letter already.
		if s[i]|0x20 == sub[0]|0x20 && hasPrefixFold(s[i:], sub) {
			return i
		}
	}
	return -1
}
