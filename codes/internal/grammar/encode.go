package grammar

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"
)

// The compiled form begins with the places, in four bytes each, of the table of
// words, the table of the domains that end the names of hosts, the folded forms of
// characters, and the nodes of the marks. Numbers are little-endian.
const (
	headWords   = 0
	headDomains = 4
	headFolded  = 8
	headMarks   = 12
	headSize    = headMarks + 4*numMarks
)

// A node is what phrases begin with. In the compiled form it has its flags, the
// number of the classes of which the phrase so far is a member, the number of
// those that are subjects or find rules, in a byte each, and the number of words that
// can follow, in two; then the classes, in two bytes each, the subjects first and then
// those that find rules; the places of the rules that each of both finds, in four; and,
// where words can follow, a filter of their numbers, which most others do not pass, in
// four; these numbers, in two each, and the nodes that they lead to, in four.
type node struct {
	flags   byte // of its classes
	classes []uint16
	next    map[uint16]*node // by the number of a word
}

// The places of the parts of a node.
const (
	nodeClasses = 1
	nodeFinding = 2
	nodeNext    = 3
	nodeSize    = 5 // without classes and words
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
	rules  [][]pattern    // by the class that finds them
	lists  []int          // the places of these
	common []int          // how common the words of each class are
	nodes  map[string]int // places of the nodes that are written
	err    error
}

// encode returns the compiled form.
func (c *compiler) encode() (string, error) {
	e := encoder{c: c, b: make([]byte, headSize), nodes: map[string]int{}}
	e.indexRules()
	e.ruleLists()
	var words, domains []member
	for _, m := range slices.SortedFunc(maps.Keys(c.members), compareMembers) {
		if m.domain {
			domains = append(domains, m)
		} else {
			words = append(words, m)
		}
	}
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

// head notes a place in the head.
func (e *encoder) head(at, place int) { binary.LittleEndian.PutUint32(e.b[at:], uint32(place)) }

func (e *encoder) u16(n int) { e.b = binary.LittleEndian.AppendUint16(e.b, uint16(n)) }

func (e *encoder) u32(n int) { e.b = binary.LittleEndian.AppendUint32(e.b, uint32(n)) }

// A table finds the entry of a word. In the compiled form it has the number of its
// slots, less one, in four bytes; for each first byte and one more the number of the
// words with a star that begin with a lesser one, in two; the slots, which hold the
// place of an entry in three bytes and the highest byte of the hash of its word in
// one, or 0; and the entries of the words with a star, longer ones first, in four.
//
// An entry has the number of the word, from 1, in two bytes, its length, in one, its
// text, and the node that it leads to.
const (
	tableStars = 4
	tableSlots = tableStars + 257*2
	slotSize   = 4
	entryText  = 3
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
	entries := make([]int, len(words))
	for i, w := range words {
		entries[i] = e.entry(i+1, w, root.next[uint16(i+1)])
	}
	place := len(e.b)
	slots := slotsOf(words, entries)
	e.u32(len(slots) - 1)
	for first := range 257 {
		n, _ := slices.BinarySearchFunc(stars, first, func(i, first int) int { return cmp.Compare(int(words[i][0]), first) })
		e.u16(n)
	}
	for _, slot := range slots {
		e.u32(slot)
	}
	for _, i := range stars {
		e.u32(entries[i])
	}
	return place
}

// entry writes the entry of a word, after all that its node leads to, and returns its
// place.
func (e *encoder) entry(number int, word string, n *node) int {
	if len(word) > maxLength {
		e.err = syntax(0, "a word of more than %d bytes", maxLength)
		return 0
	}
	b := e.nodeBytes(n)
	place := len(e.b)
	e.u16(number)
	e.b = append(e.b, byte(len(word)))
	e.b = append(e.b, word...)
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

// slotsOf returns a hash table of words and their entries: a word stands in the first
// free slot from that of its hash on.
func slotsOf(words []string, entries []int) []int {
	size := 2
	for size < 2*len(words) {
		size *= 2
	}
	slots := make([]int, size)
	for i, w := range words {
		h := hash([]byte(w))
		at := int(h)
		for slots[at&(size-1)] != 0 {
			at++
		}
		slots[at&(size-1)] = int(h&^maxSize) | entries[i]
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

// node writes n, after all that it leads to, and returns its place. Equal nodes
// stand there once.
func (e *encoder) node(n *node) int {
	b := e.nodeBytes(n)
	place, ok := e.nodes[string(b)]
	if !ok {
		place = len(e.b)
		e.nodes[string(b)] = place
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
	slices.SortFunc(n.classes, func(a, b uint16) int {
		return cmp.Or(cmp.Compare(e.order(a), e.order(b)), cmp.Compare(a, b))
	})
	if len(n.classes) > 255 {
		e.err = syntax(0, "a phrase in more than 255 classes")
	}
	bare := slices.IndexFunc(n.classes, func(class uint16) bool { return e.order(class) == bareClass })
	if bare < 0 {
		bare = len(n.classes)
	}
	b := []byte{n.flags, byte(len(n.classes)), byte(bare)}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(n.next)))
	for _, class := range n.classes {
		b = binary.LittleEndian.AppendUint16(b, class)
	}
	for _, class := range n.classes[:bare] {
		b = binary.LittleEndian.AppendUint32(b, uint32(e.lists[class&classBits]))
	}
	numbers := slices.Sorted(maps.Keys(n.next))
	if len(numbers) > 0 {
		filter := uint32(0)
		for _, number := range numbers {
			filter |= 1 << (number % 32)
		}
		b = binary.LittleEndian.AppendUint32(b, filter)
	}
	for _, number := range numbers {
		b = binary.LittleEndian.AppendUint16(b, number)
	}
	for _, number := range numbers {
		b = binary.LittleEndian.AppendUint32(b, uint32(e.node(n.next[number])))
	}
	return b
}

// The order of the classes of a node.
const (
	subjectClass = iota
	ruleClass
	bareClass
)

func (e *encoder) order(class uint16) int {
	switch {
	case class&classSubject != 0:
		return subjectClass
	case len(e.rules[class&classBits]) > 0:
		return ruleClass
	}
	return bareClass
}

// indexRules parts the rules by the class of each that is rarest.
func (e *encoder) indexRules() {
	e.rules = make([][]pattern, len(e.c.flags))
	e.count()
	for _, p := range e.c.patterns {
		rarest := slices.MinFunc(p.elems, func(x, y element) int { return cmp.Compare(e.common[x.class], e.common[y.class]) }).class
		e.rules[rarest] = append(e.rules[rarest], p)
	}
}

// count counts how common the words of each class are, in how many classes they are
// all together: what many rules ask for is said often. A mark is the most common of
// all.
func (e *encoder) count() {
	count := map[string]int{}
	for m := range e.c.members {
		count[m.words]++
	}
	e.common = make([]int, len(e.c.flags))
	for m := range e.c.members {
		e.common[m.class] += count[m.words]
	}
	for i := range numMarks {
		e.common[i] = math.MaxInt
	}
}

// Sizes of the parts of a rule: see ruleLists.
const (
	ruleSize    = 3
	elementSize = 3
)

// ruleLists writes the rules that each class finds, and their lists. A list has their
// number, in two bytes; for each a class that it needs besides, in two; and their
// places, in four. A rule has its number, in two bytes, the number of its elements, in
// one, and these, each with its class, in two, and its gap.
func (e *encoder) ruleLists() {
	e.lists = make([]int, len(e.rules))
	for class, list := range e.rules {
		var places []int
		for _, p := range list {
			places = append(places, len(e.b))
			e.u16(int(p.rule))
			e.b = append(e.b, byte(len(p.elems)))
			for _, el := range p.elems {
				e.u16(int(el.class))
				e.b = append(e.b, el.gap)
			}
		}
		e.lists[class] = len(e.b)
		e.u16(len(list))
		for _, p := range list {
			e.u16(e.second(p.elems, class))
		}
		for _, place := range places {
			e.u32(place)
		}
	}
}

// second returns the rarest class of elements besides one, that one where there is
// no other.
func (e *encoder) second(elems []element, class int) int {
	second := class
	for _, el := range elems {
		if c := int(el.class); c != class && (second == class || e.common[c] < e.common[second]) {
			second = c
		}
	}
	return second
}
