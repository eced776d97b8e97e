package lex

import (
	"iter"
	"slices"
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
	// Short holds, by a shorter hash, one more than the index of the first phrase
	// that begins so, and Long the same for the phrases that have longPhrase bytes:
	// many phrases begin with the same word. Links, by that index, hold what tells
	// most of them from a text without a look at the phrase.
	Short, Long [1 << 12]uint16
	Links       []PhraseLink
}

// A PhraseLink leads on from a phrase.
type PhraseLink struct {
	Next uint16 // one more than the index of the next phrase that begins so
	Size uint8  // of the phrase
	Last byte   // of the phrase, as if small
}

const (
	// MinPhrase is how many bytes a phrase has at least.
	MinPhrase = 4
	// longPhrase is how many bytes tell a phrase that has them.
	longPhrase = 8
)

// NewPhraseSet returns a set of the phrases, which are in lower case and of
// MinPhrase to MaxPhrase bytes: it panics at any other.
func NewPhraseSet(list ...string) *PhraseSet {
	s := &PhraseSet{List: list, Links: make([]PhraseLink, len(list))}
	for i, phrase := range slices.Backward(list) {
		if len(phrase) < MinPhrase || len(phrase) > MaxPhrase {
			panic("ndr: a phrase has 4 to 96 bytes: " + phrase)
		}
		h := hash(load(phrase))
		s.Begins[h>>22] |= 1 << (h >> 16 % 64)
		first := &s.Short[h>>20]
		if len(phrase) >= longPhrase {
			first = &s.Long[hash(h^load(phrase[MinPhrase:]))>>20]
		}
		s.Links[i] = PhraseLink{*first, uint8(len(phrase)), phrase[len(phrase)-1] | 0x20}
		*first = uint16(i + 1)
	}
	return s
}

// load returns the first four bytes of s.
func load(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// hash returns the hash of four bytes, the same for capital letters as for small ones.
func hash(bytes uint32) uint32 { return (bytes | 0x20202020) * 0x9E3779B1 }

// mayBegin reports whether a phrase may begin with the bytes of a hash.
func (s *PhraseSet) mayBegin(h uint32) bool { return s.Begins[h>>22]&(1<<(h>>16%64)) != 0 }

// candidates returns one more than the indexes of the first short and the first
// long phrase that text may begin with, where h is the hash of its first bytes; 0
// for none.
func (s *PhraseSet) candidates(text string, h uint32) (short, long uint16) {
	if len(text) >= longPhrase {
		long = s.Long[hash(h^load(text[MinPhrase:]))>>20]
	}
	return s.Short[h>>20], long
}

// leading gives the indexes of the phrases that begin at text[at:], where h is the
// hash of its first bytes, in the order of the list.
func (s *PhraseSet) leading(text string, at int, h uint32, yield func(at, index int) bool) bool {
	text = text[at:]
	short, long := s.candidates(text, h)
	for short != 0 || long != 0 {
		next := &short
		if short == 0 || long != 0 && long < short {
			next = &long
		}
		i := int(*next - 1)
		l := s.Links[i]
		*next = l.Next
		if int(l.Size) > len(text) || text[l.Size-1]|0x20 != l.Last {
			continue
		}
		// Most texts are folded already.
		if phrase := s.List[i]; (text[:l.Size] == phrase || HasPrefixLower(text, phrase)) && !yield(at, i) {
			return false
		}
	}
	return true
}

// All gives where a phrase begins in text, and its index, in the order of the
// text.
func (s *PhraseSet) All(text string) iter.Seq2[int, int] {
	return func(yield func(at, index int) bool) {
		for at := range len(text) - (MinPhrase - 1) {
			h := hash(load(text[at:]))
			if !s.mayBegin(h) {
				continue
			}
			if !s.leading(text, at, h, yield) {
				return
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
	h := hash(load(text))
	for i := range min(len(text), longPhrase) {
		if c := text[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && (i == 0 || text[i-1] == ' ') {
			return i < MinPhrase || s.mayBegin(h) // folding changes more than the case
		}
	}
	short, long := s.candidates(text, h)
	return short != 0 || long != 0
}

// Leading gives the phrases that text begins with, in the order of the list.
func (s *PhraseSet) Leading(text string) iter.Seq[string] {
	return func(yield func(phrase string) bool) {
		if len(text) < MinPhrase {
			return
		}
		if h := hash(load(text)); s.mayBegin(h) {
			s.leading(text, 0, h, func(_, index int) bool { return yield(s.List[index]) })
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
