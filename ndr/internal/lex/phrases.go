package lex

import (
	"iter"
	"unicode/utf8"
)

// MaxPhrase is longer than any phrase.
const MaxPhrase = 96

// A PhraseSet finds phrases in a text in one pass, however many there are: most
// positions are passed over for their first four bytes alone. Capital letters of
// ASCII are taken for small ones. It is plain data, so that a set that
// [NewPhraseSet] made can be written into a Go file and costs nothing at start.
type PhraseSet struct {
	List []string
	// Begins has a bit set for each hash of the first bytes of a phrase: it
	// fits into the fastest memory.
	Begins [1 << 16 / 64]uint64
	// First holds, by a shorter hash, one more than the index of a phrase that
	// begins so, and Links, by that index, what tells most of them from a text
	// without a look at the phrase.
	First [1 << 12]uint16
	Links []PhraseLink
}

// A PhraseLink leads on from a phrase.
type PhraseLink struct {
	Next uint16 // one more than the index of the next phrase that begins so
	Size uint8  // of the phrase
	Last byte   // of the phrase, as if small
}

// MinPhrase is how many bytes a phrase has at least.
const MinPhrase = 4

// NewPhraseSet returns a set of the phrases, which are in lower case and of
// MinPhrase to MaxPhrase bytes: it panics at any other.
func NewPhraseSet(list ...string) *PhraseSet {
	s := &PhraseSet{List: list, Links: make([]PhraseLink, len(list))}
	for i := len(list) - 1; i >= 0; i-- {
		if len(list[i]) < MinPhrase {
			panic("ndr: a phrase needs four bytes: " + list[i])
		}
		if len(list[i]) > MaxPhrase {
			panic("ndr: a phrase is too long: " + list[i])
		}
		h := hashAt(list[i], 0)
		s.Begins[h>>22] |= 1 << (h >> 16 % 64)
		s.Links[i] = PhraseLink{s.First[h>>20], uint8(len(list[i])), list[i][len(list[i])-1] | 0x20}
		s.First[h>>20] = uint16(i + 1)
	}
	return s
}

// hashAt returns the hash of the four bytes at s[i], that of capital letters
// being that of small ones.
func hashAt(s string, i int) uint32 {
	s = s[i : i+MinPhrase]
	return (uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24 | 0x20202020) * 0x9E3779B1
}

// Chain returns one more than the index of the first phrase that may begin at
// text[i], 0 for none.
func (s *PhraseSet) Chain(text string, i int) uint16 {
	h := hashAt(text, i)
	if s.Begins[h>>22]&(1<<(h>>16%64)) == 0 {
		return 0
	}
	return s.First[h>>20]
}

// MayEnd reports whether the phrase of l, if it begins at text[i], may end where
// it would.
func (l PhraseLink) MayEnd(text string, i int) bool {
	end := i + int(l.Size)
	return end <= len(text) && text[end-1]|0x20 == l.Last
}

// All gives where a phrase begins in text, and its index, in the order of the
// text.
func (s *PhraseSet) All(text string) iter.Seq2[int, int] {
	return func(yield func(at, index int) bool) {
		for i := 0; i+MinPhrase <= len(text); i++ {
			for n := s.Chain(text, i); n != 0; n = s.Links[n-1].Next {
				if s.Links[n-1].MayEnd(text, i) && HasPrefixLower(text[i:], s.List[n-1]) && !yield(i, int(n-1)) {
					return
				}
			}
		}
	}
}

// MayLead reports whether text may begin with a phrase once it is folded: its
// first bytes alone tell that most do not.
func (s *PhraseSet) MayLead(text string) bool {
	if len(text) < MinPhrase {
		return false
	}
	for i := range MinPhrase {
		if c := text[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && (i == 0 || text[i-1] == ' ') {
			return true // folding changes more than the case
		}
	}
	return s.Chain(text, 0) != 0
}

// Leading gives the phrases that text begins with, in the order of the list.
func (s *PhraseSet) Leading(text string) iter.Seq[string] {
	return func(yield func(phrase string) bool) {
		if len(text) < MinPhrase {
			return
		}
		for n := s.Chain(text, 0); n != 0; n = s.Links[n-1].Next {
			if HasPrefixLower(text, s.List[n-1]) && !yield(s.List[n-1]) {
				return
			}
		}
	}
}

// In reports whether one of the phrases stands in text.
func (s *PhraseSet) In(text string) bool {
	for range s.All(text) {
		return true
	}
	return false
}
