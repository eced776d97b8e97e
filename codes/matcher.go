package codes

import (
	"bytes"
	"strings"
)

// A matcher finds all phrases of a set in one pass over a text: the automaton
// of Aho and Corasick ("Efficient string matching", CACM 18, 1975) over the
// bytes that [fold] makes. The children of a node lie side by side, in the
// order of breadth, so that a node needs no map.
type matcher struct {
	phrases []string // folded, sorted
	nodes   []matcherNode
	start   [256]uint32 // node of the first byte of a word, 0 for none
}

type matcherNode struct {
	first   uint32 // first child
	fail    uint32 // node of the longest proper suffix that is in the trie
	shorter uint32 // nearest node on the way along fail that ends a phrase, or 0
	phrase  int32  // index of the phrase that ends here, or -1
	n       uint8  // number of children
	label   byte   // byte on the way from the parent
}

// newMatcher builds a matcher for phrases, which are folded, sorted and
// without duplicates. Its numbers for them are their indexes.
func newMatcher(phrases []string) *matcher {
	type span struct{ lo, hi, depth int } // the phrases below a node
	m := &matcher{phrases: phrases, nodes: []matcherNode{{phrase: -1}}}
	spans := []span{{0, len(phrases), 0}}
	for at := 0; at < len(m.nodes); at++ {
		s := spans[at]
		lo := s.lo
		if lo < s.hi && len(phrases[lo]) == s.depth {
			m.nodes[at].phrase = int32(lo)
			lo++
		}
		m.nodes[at].first = uint32(len(m.nodes))
		for lo < s.hi {
			label, hi := phrases[lo][s.depth], lo
			for hi < s.hi && phrases[hi][s.depth] == label {
				hi++
			}
			m.nodes = append(m.nodes, matcherNode{label: label, phrase: -1})
			spans = append(spans, span{lo, hi, s.depth + 1})
			m.nodes[at].n++
			lo = hi
		}
		m.linkChildren(uint32(at))
		if at == wordStart {
			m.indexStart()
		}
	}
	return m
}

// wordStart is the node of the blank that all phrases begin with. It has more
// children than any other, so that [matcher.step] does not search them.
const wordStart = 1

func (m *matcher) indexStart() {
	word := m.nodes[wordStart]
	for c := word.first; c < word.first+uint32(word.n); c++ {
		m.start[m.nodes[c].label] = c
	}
}

// linkChildren sets the suffix links of the children of at. Those of all nodes
// nearer to the root are set already, and at.shorter with them.
func (m *matcher) linkChildren(at uint32) {
	node := m.nodes[at]
	for c := node.first; c < node.first+uint32(node.n); c++ {
		child := &m.nodes[c]
		if at != 0 {
			child.fail = m.step(node.fail, child.label)
		}
		if child.shorter = child.fail; m.nodes[child.fail].phrase < 0 {
			child.shorter = m.nodes[child.fail].shorter
		}
	}
}

// step returns the node that c leads to from at.
func (m *matcher) step(at uint32, c byte) uint32 {
	for {
		if at == wordStart && c != ' ' {
			return m.start[c]
		}
		node := &m.nodes[at]
		for i := node.first; i < node.first+uint32(node.n); i++ {
			if m.nodes[i].label == c {
				return i
			}
		}
		if at == 0 {
			return 0
		}
		at = node.fail
	}
}

// maxMatches bounds the phrases that one text is judged by. No reply comes
// near it; a longer text is judged by what it says first.
const maxMatches = 48

// A match is a phrase found.
type match struct {
	phrase     int32
	start, end int32 // in the folded text
}

// matches are the phrases found in a text, in the order of their ends.
type matches struct {
	m    *matcher
	list [maxMatches]match
	n    int
}

// find finds the phrases in a folded text. A phrase counts where a word ends:
// before a blank, and before a dot if it has more than one word, since a dot
// there is most often the end of a sentence and not part of a host name.
func (f *matches) find(text []byte) {
	at := uint32(0)
	for pos := 0; pos < len(text); pos++ {
		c := text[pos]
		if at == 0 && c != ' ' { // a phrase begins with a blank
			next := bytes.IndexByte(text[pos:], ' ')
			if next < 0 {
				return
			}
			pos += next
			c = ' '
		}
		if c == ' ' || c == '.' {
			f.collect(at, int32(pos), c == '.')
		}
		at = f.m.step(at, c)
	}
}

// collect adds the phrases that end at the node at, which the text before pos
// led to.
func (f *matches) collect(at uint32, pos int32, beforeDot bool) {
	if f.m.nodes[at].phrase < 0 {
		at = f.m.nodes[at].shorter
	}
	for ; at != 0 && f.n < maxMatches; at = f.m.nodes[at].shorter {
		phrase := f.m.nodes[at].phrase
		text := f.m.phrases[phrase]
		if beforeDot && strings.LastIndexByte(text, ' ') == 0 {
			continue
		}
		f.list[f.n] = match{phrase, pos - int32(len(text)), pos}
		f.n++
	}
}

// dropInner removes the matches that are part of a longer one: "relay access
// denied" says nothing about "access denied".
func (f *matches) dropInner() {
	kept := 0
	for i := range f.n {
		if !f.isInner(i) {
			f.list[kept] = f.list[i]
			kept++
		}
	}
	f.n = kept
}

// isInner compares match i with those before that were kept and those after;
// one that was dropped lies inside another that is still there.
func (f *matches) isInner(i int) bool {
	a := f.list[i]
	for j := i - 1; j >= 0; j-- {
		if b := f.list[j]; b.end == a.end && b.start < a.start {
			return true
		}
	}
	for j := i + 1; j < f.n; j++ {
		if b := f.list[j]; b.start <= a.start && b.end > a.end || b.end == a.end && b.start < a.start {
			return true
		}
	}
	return false
}
