package ndr

import (
	"iter"
	"strings"
)

// A phraseSet finds phrases in a text in one pass, however many there are: most
// positions are passed over for their first two bytes alone.
type phraseSet struct {
	list []string
	// first holds, by the hash of two bytes, one more than the index of a
	// phrase that begins with them, and next, by that index, the one after.
	first [1 << 12]uint16
	next  []uint16
}

// newPhraseSet makes a set of phrases of two bytes or more.
func newPhraseSet(list ...string) *phraseSet {
	s := &phraseSet{list: list, next: make([]uint16, len(list))}
	for i := len(list) - 1; i >= 0; i-- {
		h := pairHash(list[i][0], list[i][1])
		s.next[i] = s.first[h]
		s.first[h] = uint16(i + 1)
	}
	return s
}

func pairHash(a, b byte) uint16 { return (uint16(a)<<5 ^ uint16(b)) & (1<<12 - 1) }

// in reports whether one of the phrases stands in text.
func (s *phraseSet) in(text string) bool { return s.begins(text, len(text)) }

// begins reports whether one of the phrases begins in text before end.
func (s *phraseSet) begins(text string, end int) (found bool) {
	s.each(text, end, func(int) bool {
		found = true
		return false
	})
	return found
}

// each calls yield with the index of every phrase that begins in text before
// end, in the order of the text, until yield returns false.
func (s *phraseSet) each(text string, end int, yield func(index int) bool) {
	for i := 0; i < min(end, len(text)-1); i++ {
		for n := s.first[pairHash(text[i], text[i+1])]; n != 0; n = s.next[n-1] {
			if strings.HasPrefix(text[i:], s.list[n-1]) && !yield(int(n-1)) {
				return
			}
		}
	}
}

// found returns the phrases that may stand in text: none where none does.
func (s *phraseSet) found(text string) []string {
	if !s.in(text) {
		return nil
	}
	return s.list
}

// A vocabulary is the phrases in force for one report: those of every system,
// and those of its format.
type vocabulary struct {
	all *phraseSet
	own []string
}

func (v vocabulary) in(text string) bool { return v.all.in(text) || hasPhrase(text, v.own) }

// begins reports whether one of the phrases begins in text before end.
func (v vocabulary) begins(text string, end int) bool {
	for _, phrase := range v.own {
		if i := strings.Index(text, phrase); i >= 0 && i < end {
			return true
		}
	}
	return v.all.begins(text, end)
}

// found returns the phrases that stand in text, those of the format first.
func (v vocabulary) found(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, list := range [][]string{v.own, v.all.found(text)} {
			for _, phrase := range list {
				if strings.Contains(text, phrase) && !yield(phrase) {
					return
				}
			}
		}
	}
}
