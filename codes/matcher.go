package codes

import (
	"bytes"
	"strings"
)

// A matcher finds all phrases of a set in one pass over a text: the automaton
// of Aho and Corasick ("Efficient string matching", CACM 18, 1975) over the
// words that [fold] makes. A word that no phrase has ends all that has begun.
// The children of a node lie side by side, in the order of breadth, so that a
// node needs no map.
type matcher struct {
	sizes []phraseSize      // of the phrases, folded and sorted
	words map[string]uint32 // the number of each word of the phrases, from 1
	nodes []matcherNode
	root  []uint32 // by its number the node of a word that begins a phrase, or 0
}

// A phraseSize is what the matcher keeps of a phrase, whose words it has.
type phraseSize struct {
	bytes  uint16
	single bool // it has one word
}

type matcherNode struct {
	word    uint32 // on the way from the parent
	first   uint32 // first child
	fail    uint32 // node of the longest proper suffix that is in the trie
	shorter uint32 // nearest node on the way along fail that ends a phrase, or 0
	phrase  int32  // index of the phrase that ends here, or -1
	n       uint32 // number of children
}

// newMatcher builds a matcher for phrases, which are folded, sorted and
// without duplicates. Its numbers for them are their indexes.
func newMatcher(phrases []string) *matcher {
	type span struct{ lo, hi, depth int32 } // the phrases below a node
	m := &matcher{sizes: make([]phraseSize, len(phrases)), words: map[string]uint32{}, nodes: []matcherNode{{phrase: -1}}}
	for i, phrase := range phrases {
		m.sizes[i] = phraseSize{uint16(len(phrase)), strings.LastIndexByte(phrase, ' ') == 0}
	}
	spans := []span{{0, int32(len(phrases)), 0}}
	for at := 0; at < len(m.nodes); at++ {
		s := spans[at]
		lo := s.lo
		if m.nodes[at].phrase >= 0 {
			lo++
		}
		m.nodes[at].first = uint32(len(m.nodes))
		for lo < s.hi {
			word, hi := wordAt(phrases[lo], s.depth), lo
			for hi < s.hi && wordAt(phrases[hi], s.depth) == word {
				hi++
			}
			child, depth := matcherNode{word: m.number(word), phrase: -1}, s.depth+1+int32(len(word))
			if len(phrases[lo]) == int(depth) {
				child.phrase = lo
			}
			m.nodes = append(m.nodes, child)
			spans = append(spans, span{lo, hi, depth})
			m.nodes[at].n++
			lo = hi
		}
		if at == 0 {
			m.indexRoot()
		}
		m.linkChildren(uint32(at))
	}
	return m
}

// wordAt returns the word behind the blank at phrase[depth].
func wordAt(phrase string, depth int32) string {
	word, _, _ := strings.Cut(phrase[depth+1:], " ")
	return word
}

// number returns the number of a word, a new one where it has none.
func (m *matcher) number(word string) uint32 {
	n, ok := m.words[word]
	if !ok {
		n = uint32(len(m.words)) + 1
		m.words[strings.Clone(word)] = n // else it would keep its phrase
	}
	return n
}

func (m *matcher) indexRoot() {
	m.root = make([]uint32, len(m.words)+1)
	for c := range m.nodes[0].n {
		child := m.nodes[0].first + c
		m.root[m.nodes[child].word] = child
	}
}

// linkChildren sets the suffix links of the children of at. Those of all nodes
// nearer to the root are set already, and at.shorter with them.
func (m *matcher) linkChildren(at uint32) {
	node := m.nodes[at]
	for c := node.first; c < node.first+node.n; c++ {
		child := &m.nodes[c]
		if at != 0 {
			child.fail = m.step(node.fail, child.word)
		}
		if child.shorter = child.fail; m.nodes[child.fail].phrase < 0 {
			child.shorter = m.nodes[child.fail].shorter
		}
	}
}

// step returns the node that a word leads to from at.
func (m *matcher) step(at, word uint32) uint32 {
	for at != 0 {
		node := &m.nodes[at]
		for c := node.first; c < node.first+node.n; c++ {
			if m.nodes[c].word == word {
				return c
			}
		}
		at = node.fail
	}
	if int(word) < len(m.root) {
		return m.root[word]
	}
	return 0 // it stands within phrases alone
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
	for pos := 0; pos+1 < len(text); {
		word := text[pos+1:]
		if end := bytes.IndexByte(word, ' '); end >= 0 {
			word = word[:end]
		}
		if stem, ok := bytes.CutSuffix(word, []byte{'.'}); ok && at != 0 {
			if n := f.m.words[string(stem)]; n != 0 {
				f.collect(f.m.step(at, n), int32(pos+1+len(stem)), true)
			}
		}
		pos += 1 + len(word)
		if n := f.m.words[string(word)]; n != 0 {
			at = f.m.step(at, n)
			f.collect(at, int32(pos), false)
		} else {
			at = 0
		}
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
		size := f.m.sizes[phrase]
		if beforeDot && size.single {
			continue
		}
		f.list[f.n] = match{phrase, pos - int32(size.bytes), pos}
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
