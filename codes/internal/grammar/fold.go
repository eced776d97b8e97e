package grammar

import (
	"unicode"
	"unicode/utf8"
)

// fold appends the folded form of s, in which all characters belong to one
// word.
func fold(dst []byte, s string) []byte {
	for _, r := range s {
		dst = appendRune(dst, r)
	}
	return dst
}

// appendRune appends r as it is compared: in lower case, without accents. What
// is no part of a word gives nothing.
func appendRune(dst []byte, r rune) []byte {
	switch {
	case 'A' <= r && r <= 'Z':
		return append(dst, byte(r)+'a'-'A')
	case r == '\'' || r == '’':
		return dst
	case r < utf8.RuneSelf:
		return append(dst, byte(r))
	case 0xc0 <= r && r < 0xc0+rune(len(latin)):
		return append(dst, latin[r-0xc0])
	case r < 0x2e80 && unicode.Is(unicode.Mn, r): // an accent that stands apart
		return dst
	case r < 0x2e80:
		return utf8.AppendRune(dst, plain(unicode.ToLower(r)))
	}
	return utf8.AppendRune(dst, r)
}

// latin gives U+00C0 to U+017F without accents.
const latin = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
	"lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// plain returns a small letter without the accents that latin does not know: of
// Romanian, Vietnamese, Greek and Russian, and the forms of Arabic letters that
// many write one for the other.
func plain(r rune) rune {
	if 0x1ea0 <= r && r < 0x1ea0+rune(len(vietnamese)) {
		return rune(vietnamese[r-0x1ea0])
	}
	switch r {
	case 'ș':
		return 's'
	case 'ț':
		return 't'
	case 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	case 'ё':
		return 'е'
	case 'أ', 'إ', 'آ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ة':
		return 'ه'
	}
	return r
}

// vietnamese gives U+1EA0 to U+1EF9 without accents.
const vietnamese = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"
