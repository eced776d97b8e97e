package ndr

import (
	"iter"
	"unicode/utf8"
)

// A phraseSet finds phrases in a text in one pass, however many there are: most
// positions are passed over for their first four bytes alone. Capital letters of
// ASCII are taken for small ones.
type phraseSet struct {
	list []string
	// begins has a bit set for each hash of the first bytes of a phrase: it
	// fits into the fastest memory.
	begins [1 << 16 / 64]uint64
	// first holds, by a shorter hash, one more than the index of a phrase that
	// begins so, and links, by that index, what tells most of them from a text
	// without a look at the phrase.
	first [1 << 12]uint16
	links []phraseLink
}

// A phraseLink leads on from a phrase.
type phraseLink struct {
	next uint16 // one more than the index of the next phrase that begins so
	size uint8  // of the phrase
	last byte   // of the phrase, as if small
}

// minPhrase is how many bytes a phrase has at least.
const minPhrase = 4

func newPhraseSet(list ...string) *phraseSet {
	s := &phraseSet{list: list, links: make([]phraseLink, len(list))}
	for i := len(list) - 1; i >= 0; i-- {
		if len(list[i]) < minPhrase {
			panic("ndr: a phrase needs four bytes: " + list[i])
		}
		if len(list[i]) > maxPhrase {
			panic("ndr: a phrase is too long: " + list[i])
		}
		h := hashAt(list[i], 0)
		s.begins[h>>22] |= 1 << (h >> 16 % 64)
		s.links[i] = phraseLink{s.first[h>>20], uint8(len(list[i])), list[i][len(list[i])-1] | 0x20}
		s.first[h>>20] = uint16(i + 1)
	}
	return s
}

// hashAt returns the hash of the four bytes at s[i], that of capital letters
// being that of small ones.
func hashAt(s string, i int) uint32 {
	s = s[i : i+minPhrase]
	return (uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24 | 0x20202020) * 0x9E3779B1
}

// chain returns one more than the index of the first phrase that may begin at
// text[i], 0 for none.
func (s *phraseSet) chain(text string, i int) uint16 {
	h := hashAt(text, i)
	if s.begins[h>>22]&(1<<(h>>16%64)) == 0 {
		return 0
	}
	return s.first[h>>20]
}

// mayEnd reports whether the phrase of l, if it begins at text[i], may end where
// it would.
func (l phraseLink) mayEnd(text string, i int) bool {
	end := i + int(l.size)
	return end <= len(text) && text[end-1]|0x20 == l.last
}

// hasPrefixLower reports whether s, its capital letters of ASCII made small,
// begins with prefix.
func hasPrefixLower(s, prefix string) bool {
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

// all gives where a phrase begins in text, and its index, in the order of the
// text.
func (s *phraseSet) all(text string) iter.Seq2[int, int] {
	return func(yield func(at, index int) bool) {
		for i := 0; i+minPhrase <= len(text); i++ {
			for n := s.chain(text, i); n != 0; n = s.links[n-1].next {
				if s.links[n-1].mayEnd(text, i) && hasPrefixLower(text[i:], s.list[n-1]) && !yield(i, int(n-1)) {
					return
				}
			}
		}
	}
}

// mayLead reports whether text may begin with a phrase once it is folded: its
// first bytes alone tell that most do not.
func (s *phraseSet) mayLead(text string) bool {
	if len(text) < minPhrase {
		return false
	}
	for i := range minPhrase {
		if c := text[i]; c <= ' ' || c >= utf8.RuneSelf {
			return true // folding changes more than the case
		}
	}
	return s.chain(text, 0) != 0
}

// leading gives the phrases that text begins with, in the order of the list.
func (s *phraseSet) leading(text string) iter.Seq[string] {
	return func(yield func(phrase string) bool) {
		if len(text) < minPhrase {
			return
		}
		for n := s.chain(text, 0); n != 0; n = s.links[n-1].next {
			if hasPrefixLower(text, s.list[n-1]) && !yield(s.list[n-1]) {
				return
			}
		}
	}
}

// in reports whether one of the phrases stands in text.
func (s *phraseSet) in(text string) bool {
	for range s.all(text) {
		return true
	}
	return false
}

// A sense is what a phrase tells of the text that it stands in. Those of all
// phrases in a text add up.
type sense uint16

// What phrases tell.
const (
	saysFailed    sense = 1 << iota // a message was not delivered
	saysDelayed                     // delivery is late and will be tried again
	saysFinal                       // what was late will not be tried again
	saysDelivered                   // a message arrived or was handed on
	saysContact                     // the address is one to ask for help, or the sender's
	saysServer                      // the name of the reporting host follows
	hintsServer                     // the name of the reporting host may be near
	saysFormat                      // which system wrote it

	// saysOutcome is what a report says of a message.
	saysOutcome = saysFailed | saysDelayed
)

// A lexicon holds every phrase that is looked for in the lines of a report, with
// what it tells.
type lexicon struct {
	*phraseSet
	entries []lexiconEntry
}

type lexiconEntry struct {
	sense sense
	// format is the index of the only format that the phrase tells it of;
	// anyFormat where it does of all. Of saysFormat it is the one told.
	format int
}

const anyFormat = -1

// newLexicon makes a lexicon of the phrases of every system and those of
// formats.
func newLexicon(formats []format) lexicon {
	var l lexicon
	var list []string
	add := func(says sense, format int, phrases []string) {
		for _, phrase := range phrases {
			list = append(list, phrase)
			l.entries = append(l.entries, lexiconEntry{says, format})
		}
	}
	for _, s := range senses {
		add(s.says, anyFormat, s.phrases)
	}
	for i := range formats {
		f := &formats[i]
		add(saysFormat, i, f.opening)
		add(saysFailed, i, f.failed)
		add(saysServer, i, f.server)
	}
	l.phraseSet = newPhraseSet(list...)
	return l
}

// senses returns what the phrases in a folded text tell where format is the
// index of the report's.
func (l *lexicon) senses(text string, format int) sense {
	return l.sensesBefore(text, len(text), format)
}

// sensesBefore is senses of the phrases that begin in text before end.
func (l *lexicon) sensesBefore(text string, end, format int) (all sense) {
	for at, i := range l.all(text) {
		if at >= end {
			break
		}
		if e := &l.entries[i]; e.format == anyFormat || e.format == format {
			all |= e.sense
		}
	}
	return all
}
