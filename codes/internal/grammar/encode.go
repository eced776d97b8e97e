package grammar

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"
)

// The compiled form begins with the number of classes and the places of the table of
// words, the table of the domains that end the names of hosts, the folded forms of
// characters, and the nodes of the marks, in four bytes each. Numbers are little-endian.
const (
	headClasses = 0
	headWords   = 4
	headDomains = 8
	headFolded  = 12
	headMarks   = 16
	headSize    = headMarks + 4*numMarks
)

// A node is what phrases begin with. In the compiled form it has its flags, and the
// number of the classes of which the phrase so far is a member, in a byte each; the
// number of words that can follow, in two; a filter of the numbers of these, which most
// others do not pass, in four; the place of the list of rules that the classes find, in
// four; the classes, in two each, the subjects first; the numbers of the words that can
// follow, in two each; and the nodes that they lead to, in four.
type node struct {
	flags   byte // of its classes
	classes []uint16
	next    map[uint16]*node // by the number of a word
}

// The places of the parts of a node.
const (
	nodeClasses = 1
	nodeNext    = 2
	nodeFilter  = 4
	nodeRules   = 8
	nodeSize    = 12 // without classes and words
)

// classBits are those of a class in a node. classSubject is set where the class
// is one of a subject.
const (
	classBits    = maxClasses - 1
	classSubject = maxClasses
)

// An encoder writes the compiled form.
type encoder struct {
	c      *compiler
	b      []byte
	found  [][]candidate  // by the class that finds them
	common []int          // how common the words of each class are
	parts  map[string]int // places of the nodes and lists of rules that are written
	err    error
}

// encode returns the compiled form.
func (c *compiler) encode() (string, error) {
	e := encoder{c: c, b: make([]byte, headSize), parts: map[string]int{}}
	e.count()
	e.rules()
	var words, domains []member
	for _, m := range slices.SortedFunc(maps.Keys(c.members), compareMembers) {
		if m.domain {
			domains = append(domains, m)
		} else {
			words = append(words, m)
		}
	}
	e.head(headClasses, len(c.flags))
	e.head(headWords, e.table(words))
	e.head(headDomains, e.table(domains))
	e.head(headFolded, e.folded())
	for i := range numMarks {
		e.head(headMarks+4*i, e.node(&node{classes: []uint16{uint16(i)}}))
	}
	if len(e.b) > maxSize {
		e.err = syntax(0, "more than %d bytes", maxSize)
	}
	return string(e.b), e.err
}

func compareMembers(a, b member) int {
	return cmp.Or(strings.Compare(a.words, b.words), cmp.Compare(a.class, b.class))
}

// head writes n in the head.
func (e *encoder) head(at, n int) { binary.LittleEndian.PutUint32(e.b[at:], uint32(n)) }

func (e *encoder) u16(n int) { e.b = binary.LittleEndian.AppendUint16(e.b, uint16(n)) }

func (e *encoder) u32(n int) { e.b = binary.LittleEndian.AppendUint32(e.b, uint32(n)) }

// A table finds the node of a word. In the compiled form it has the number of its
// slots, less one, in four bytes; for each first byte and one more the number of the
// words with a star that begin with a lesser one, in two; the slots, which hold the
// place of a node in three bytes and the highest byte of the hash of its word in one,
// or 0; and, longer ones first, the words with a star: the place of a node in three
// bytes and the second byte of its word in one, 0 for a word of one byte.
//
// Before the node of a word stand its text, its length, in one byte, and its number,
// from 1, in two.
const (
	tableStars = 4
	tableSlots = tableStars + 257*2
	slotSize   = 4
	wordNumber = 2 // bytes before the node
	wordLength = 3
)

// Limits of the compiled form.
const (
	maxSize   = 1<<24 - 1 // a place has three bytes in a slot
	maxLength = 1<<8 - 1  // of a word
)

// table writes the table of members, and all their nodes, and returns its place.
func (e *encoder) table(members []member) int {
	words, stars := wordsOf(members)
	if len(words) > maxNumber {
		e.err = syntax(0, "more than %d words", maxNumber)
		return 0
	}
	root := &node{next: map[uint16]*node{}}
	for _, m := range members {
		e.add(root, m, words)
	}
	nodes := make([]int, len(words))
	for i, w := range words {
		nodes[i] = e.word(i+1, w, root.next[uint16(i+1)])
	}
	place := len(e.b)
	slots := slotsOf(words, nodes)
	e.u32(len(slots) - 1)
	for first := range 257 {
		n, _ := slices.BinarySearchFunc(stars, first, func(i, first int) int { return cmp.Compare(int(words[i][0]), first) })
		e.u16(n)
	}
	for _, slot := range slots {
		e.u32(slot)
	}
	for _, i := range stars {
		second := 0
		if words[i][1] != '*' {
			second = int(words[i][1])
		}
		e.u32(second<<24 | nodes[i])
	}
	return place
}

// word writes a word and its node, after all that this leads to, and returns the place
// of the node.
func (e *encoder) word(number int, text string, n *node) int {
	b := e.nodeBytes(n)
	e.b = append(e.b, text...)
	e.b = append(e.b, byte(len(text)))
	e.u16(number)
	place := len(e.b)
	e.b = append(e.b, b...)
	return place
}

// The characters whose folded form is compiled: those of the scripts from Greek to
// Sinhala, where the tables of Unicode take long.
const (
	firstFolded = 0x370
	endFolded   = 0xe00
)

// folded writes what [foldRune] gives for them, in two bytes each, and returns its
// place. That of one that belongs to no word is noWord.
func (e *encoder) folded() int {
	place := len(e.b)
	for r := rune(firstFolded); r < endFolded; r++ {
		folded, belongs := foldRune(r)
		if !belongs {
			folded = noWord
		}
		e.u16(int(folded))
	}
	return place
}

const noWord = 0xffff // no character

// wordsOf returns the words of members in their order, those with a star with it,
// and the indexes of the latter by their first byte, longer ones first.
func wordsOf(members []member) (words []string, stars []int) {
	all := map[string]bool{}
	for _, m := range members {
		for _, w := range strings.Split(m.text(), " ") {
			all[w] = true
		}
	}
	words = slices.Sorted(maps.Keys(all))
	for i, w := range words {
		if strings.HasSuffix(w, "*") {
			stars = append(stars, i)
		}
	}
	slices.SortStableFunc(stars, func(i, j int) int {
		return cmp.Or(cmp.Compare(words[i][0], words[j][0]), cmp.Compare(len(words[j]), len(words[i])))
	})
	return words, stars
}

// text returns the words of f, with its star.
func (f form) text() string {
	if f.star {
		return f.words + "*"
	}
	return f.words
}

// slotsOf returns a hash table of words and their nodes: a word stands in the first
// free slot from that of its hash on. Most of the slots are free, so that one look
// finds most words.
func slotsOf(words []string, nodes []int) []int {
	size := 2
	for size < 3*len(words) {
		size *= 2
	}
	slots := make([]int, size)
	for i, w := range words {
		h := hash([]byte(w))
		at := int(h)
		for slots[at&(size-1)] != 0 {
			at++
		}
		slots[at&(size-1)] = int(h&^maxSize) | nodes[i]
	}
	return slots
}

// hash returns a hash of word, which takes it eight bytes at a time: most words have
// no more.
func hash(word []byte) uint32 {
	h := uint64(len(word))
	for ; len(word) > 8; word = word[8:] {
		h = (h ^ binary.LittleEndian.Uint64(word)) * hashFactor
		h ^= h >> 32
	}
	if cap(word) >= 8 {
		h ^= binary.LittleEndian.Uint64(word[:8]) & (1<<(8*len(word)) - 1)
	} else {
		for i, c := range word {
			h ^= uint64(c) << (8 * i)
		}
	}
	return uint32(h * hashFactor >> 32)
}

const hashFactor = 0x9e3779b97f4a7c15 // 2^64 by the golden ratio

// add adds m below root. A word with a star leads to the nodes of all words that
// begin so, so that one word of the table tells all of a word of a text: the word
// itself, or else the longest one with a star.
func (e *encoder) add(root *node, m member, words []string) {
	list := strings.Split(m.words, " ")
	last := len(list) - 1
	at := root
	for _, w := range list[:last] {
		number, _ := slices.BinarySearch(words, w)
		at = at.child(number + 1)
	}
	from, _ := slices.BinarySearch(words, list[last])
	for i, w := range words[from:] {
		if w != list[last] && !(m.star && strings.HasPrefix(w, list[last])) {
			break
		}
		e.accept(at.child(from+i+1), m.class, len(list))
	}
}

// child returns the node that the word with a number leads to.
func (n *node) child(number int) *node {
	child := n.next[uint16(number)]
	if child == nil {
		child = &node{next: map[uint16]*node{}}
		n.next[uint16(number)] = child
	}
	return child
}

// accept makes the phrase of n words that ends at a node a member of a class. A
// filler is a single word.
func (e *encoder) accept(at *node, class uint16, n int) {
	flags := e.c.flags[class]
	switch {
	case flags&flagFiller != 0 && n > 1:
	case flags&flagFiller != 0:
		at.flags |= flagFiller
	case !slices.Contains(at.classes, class&classBits|classSubject*uint16(flags&flagSubject)):
		at.flags |= flags
		at.classes = append(at.classes, class|classSubject*uint16(flags&flagSubject))
	}
}

// node writes n, after all that it leads to, and returns its place.
func (e *encoder) node(n *node) int { return e.part(e.nodeBytes(n)) }

// part writes b and returns its place. Equal parts stand there once.
func (e *encoder) part(b []byte) int {
	place, ok := e.parts[string(b)]
	if !ok {
		place = len(e.b)
		e.parts[string(b)] = place
		e.b = append(e.b, b...)
	}
	return place
}

// nodeBytes returns the compiled form of n, and writes all that it leads to. That of a
// word that begins no phrase, which is nil, is empty.
func (e *encoder) nodeBytes(n *node) []byte {
	if n == nil {
		n = new(node)
	}
	slices.SortFunc(n.classes, func(a, b uint16) int { // the subjects first
		return cmp.Or(cmp.Compare(b&classSubject, a&classSubject), cmp.Compare(a, b))
	})
	if len(n.classes) > maxLength {
		e.err = syntax(0, "a phrase in more than %d classes", maxLength)
	}
	numbers := slices.Sorted(maps.Keys(n.next))
	filter := uint32(0)
	for _, number := range numbers {
		filter |= 1 << (number % 32)
	}
	b := []byte{n.flags, byte(len(n.classes))}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(numbers)))
	b = binary.LittleEndian.AppendUint32(b, filter)
	b = binary.LittleEndian.AppendUint32(b, uint32(e.list(n.classes)))
	for _, class := range n.classes {
		b = binary.LittleEndian.AppendUint16(b, class)
	}
	for _, number := range numbers {
		b = binary.LittleEndian.AppendUint16(b, number)
	}
	for _, number := range numbers {
		b = binary.LittleEndian.AppendUint32(b, uint32(e.node(n.next[number])))
	}
	return b
}

// count counts how common the words of each class are, in how many classes they are
// all together, squared: what many rules ask for is said often. A phrase of two words is
// said half as often. A mark is the most common of all.
func (e *encoder) count() {
	count := map[string]int{}
	for m := range e.c.members {
		count[m.words]++
	}
	e.common = make([]int, len(e.c.flags))
	for m := range e.c.members {
		e.common[m.class] += 1000 * count[m.words] * count[m.words] / len(strings.Fields(m.words))
	}
	for i := range numMarks {
		e.common[i] = math.MaxInt
	}
}

// A candidate is a rule to look for where the class that finds it occurs.
type candidate struct {
	needs uint16 // another class of the rule, where it has one
	place int
}

// Sizes of the parts of a rule: see rules.
const (
	ruleFinder  = 2
	ruleCount   = 4
	ruleSize    = 5
	elementSize = 3
)

// rules writes the rules. A rule has its number and the class that finds it, in two
// bytes each, the number of its elements, in one, and these, each with its class, in
// two, and its gap. It is found by the rarest of its classes, and needs the next one.
func (e *encoder) rules() {
	e.found = make([][]candidate, len(e.c.flags))
	for _, p := range e.c.patterns {
		var classes []uint16
		for _, el := range p.elems {
			classes = append(classes, el.class)
		}
		slices.SortStableFunc(classes, func(x, y uint16) int { return cmp.Compare(e.common[x], e.common[y]) })
		finder := classes[0]
		e.found[finder] = append(e.found[finder], candidate{classes[min(1, len(classes)-1)], len(e.b)})
		e.u16(int(p.rule))
		e.u16(int(finder))
		e.b = append(e.b, byte(len(p.elems)))
		for _, el := range p.elems {
			e.u16(int(el.class))
			e.b = append(e.b, el.gap)
		}
	}
}

// list writes the list of the rules that classes find, and returns its place. It has
// their number, in two bytes, the class that each needs besides, in two, and their
// places, in four.
func (e *encoder) list(classes []uint16) int {
	var all []candidate
	for _, class := range classes {
		all = append(all, e.found[class&classBits]...)
	}
	b := binary.LittleEndian.AppendUint16(nil, uint16(len(all)))
	for _, c := range all {
		b = binary.LittleEndian.AppendUint16(b, c.needs)
	}
	for _, c := range all {
		b = binary.LittleEndian.AppendUint32(b, uint32(c.place))
	}
	return e.part(b)
}
