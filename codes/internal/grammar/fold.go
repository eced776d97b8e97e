package grammar

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// fold appends the folded form of s, in which all characters belong to one
// word.
func fold(dst []byte, s string) []byte {
	for _, r := range s {
		if r, _ := foldRune(r); r != 0 {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// folds caches the results of [foldRune] for the characters before the Chinese ones,
// since the tables of package unicode are slow. 0 means that no result is cached.
var folds [0x2e80]atomic.Uint32

// The bits of folds besides the folded form.
const (
	foldKnown   = 1 << 31
	foldBelongs = 1 << 30
)

// foldRune returns r as it is compared: in lower case, without accents; 0 for an
// apostrophe and for an accent that stands apart. It reports whether r belongs to a
// word where a letter stands before it.
func foldRune(r rune) (folded rune, belongs bool) {
	if int(r) >= len(folds) {
		return r, !unicode.IsPunct(r) && !unicode.IsSpace(r)
	}
	v := folds[r].Load()
	if v == 0 {
		folded, belongs := foldLetter(r)
		v = foldKnown | uint32(folded)
		if belongs {
			v |= foldBelongs
		}
		folds[r].Store(v)
	}
	return rune(v &^ (foldKnown | foldBelongs)), v&foldBelongs != 0
}

// foldLetter is foldRune for the characters of folds.
func foldLetter(r rune) (folded rune, belongs bool) {
	switch {
	case r == '\'' || r == '’':
		return 0, true
	case r < utf8.RuneSelf:
		return unicode.ToLower(r), true
	case 0xc0 <= r && r < 0xc0+rune(len(latin)):
		return rune(latin[r-0xc0]), r != '×' && r != '÷'
	case unicode.IsLetter(r):
		return plain(unicode.ToLower(r)), true
	case unicode.Is(unicode.Mn, r):
		return 0, true
	}
	return r, false
}

// latin gives U+00C0 to U+017F without accents.
const latin = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
	"lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// plain returns a small letter without the accents that latin does not know.
func plain(r rune) rune {
	if 0x1ea0 <= r && r < 0x1ea0+rune(len(vietnamese)) {
		return rune(vietnamese[r-0x1ea0])
	}
	if folded, ok := accented[r]; ok {
		return folded
	}
	return r
}

// accented maps the accented letters of Romanian, Vietnamese, Greek and Russian to
// letters without accents, and the forms of Arabic letters that many write one for
// the other to one form.
var accented = map[rune]rune{
	'ș': 's', 'ț': 't', 'ơ': 'o', 'ư': 'u',
	'ά': 'α', 'έ': 'ε', 'ή': 'η', 'ί': 'ι', 'ϊ': 'ι', 'ΐ': 'ι', 'ό': 'ο', 'ύ': 'υ', 'ϋ': 'υ', 'ΰ': 'υ', 'ώ': 'ω', 'ς': 'σ',
	'ё': 'е', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ى': 'ي', 'ة': 'ه',
}

// vietnamese gives U+1EA0 to U+1EF9 without accents.
const vietnamese = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"
