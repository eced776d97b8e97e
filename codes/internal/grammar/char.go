package grammar

import (
	"strings"
	"unicode/utf8"
)

// A kind tells what a byte is in an atom, which is made of what can stand in a word or
// a local part: atext (RFC 5322, section 3.2.3), the dot, and what is not ASCII.
type kind uint8

const (
	kindLetter kind = 1 << iota // of ASCII, or a byte of another character
	kindDigit
	kindPart // dot, hyphen, underscore
	kindSlash
	kindStop // may begin a full stop of Chinese and Japanese
	kindOther

	kindName = kindLetter | kindDigit | kindPart
)

// kinds gives the kind of each byte, 0 where it stands in no atom.
var kinds = func() (k [256]kind) {
	for i := range k {
		switch c := byte(i); {
		case c == "。"[0], c == "；"[0]:
			k[c] = kindLetter | kindStop
		case isLetter(c) && c != "’"[0]:
			k[c] = kindLetter
		case isDigit(c):
			k[c] = kindDigit
		case parts(c):
			k[c] = kindPart
		case c == "’"[0]:
			k[c] = kindLetter | kindPart // and the first byte of other signs than letters
		case c == '/':
			k[c] = kindSlash
		case strings.IndexByte("'!#$%&*+=?^`{|}~", c) >= 0:
			k[c] = kindOther
		}
	}
	return k
}()

// isStop reports whether s begins with a full stop or the like of Chinese and
// Japanese.
func isStop(s string) bool {
	return strings.HasPrefix(s, "。") || strings.HasPrefix(s, "；") || strings.HasPrefix(s, "！") || strings.HasPrefix(s, "？")
}

// numberLen returns the length of the digits and dots that s begins with.
func numberLen(s string) int {
	n := 0
	for n < len(s) && (isDigit(s[n]) || s[n] == '.') {
		n++
	}
	return n
}

// isNumber reports whether s holds digits and dots alone.
func isNumber(s string) bool { return numberLen(s) == len(s) }

// parts reports whether c parts words in a name, and belongs to none.
func parts(c byte) bool { return c == '.' || c == '-' || c == '_' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return isASCIILetter(c) || c >= utf8.RuneSelf }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func partOfWord(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}
