package grammar

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Limits of a grammar.
const (
	maxClasses  = acceptClass + 1
	maxElements = 8 // of a rule
)

// Names of classes that mean something to the matcher.
const (
	classNot    = "NOT"
	classFiller = "FILLER"
)

// Flags of a class.
const (
	flagSubject = 1 << iota
	flagNot
	flagFiller
)

// Flags of a class where a member of it ends in the trie.
const (
	acceptStar   = 1 << 15 // what begins so, too
	acceptDomain = 1 << 14 // the end of a host name
	acceptShift  = 11      // of the flags of the class
	acceptClass  = 1<<acceptShift - 1
)

// A compiler collects what a grammar is made of.
type compiler struct {
	ids      map[string]uint16   // by the name of a class, or a phrase
	flags    []byte              // by class
	phrases  map[string][]uint16 // folded, to the classes that it is a member of
	patterns []pattern
}

type pattern struct {
	rule  uint16
	elems []element
}

// An element is a class, after at most gap words.
type element struct {
	class uint16
	gap   uint8 // and gapOver where it reaches over subjects
}

const gapOver = 1 << 7

// Compile returns the compiled form of src. A match tells a rule by its Number.
// The error is an [*Error].
func Compile(src Source) (string, error) {
	c := compiler{ids: map[string]uint16{}, phrases: map[string][]uint16{}}
	for _, name := range markNames {
		c.id(name)
	}
	for _, m := range src.Members {
		if err := c.member(m); err != nil {
			return "", err
		}
	}
	for _, r := range src.Rules {
		if err := c.rule(r); err != nil {
			return "", err
		}
	}
	if len(c.flags) > maxClasses {
		return "", syntax(0, "more than %d classes and phrases", maxClasses)
	}
	return c.encode(), nil
}

// id returns the number of a class, a new one where it has none.
func (c *compiler) id(name string) uint16 {
	id, ok := c.ids[name]
	if !ok {
		id = uint16(len(c.flags))
		c.ids[name] = id
		c.flags = append(c.flags, 0)
	}
	return id
}

func (c *compiler) member(m Member) error {
	id := c.id(m.Class)
	switch {
	case m.Class == classNot:
		c.flags[id] |= flagNot
	case m.Class == classFiller:
		c.flags[id] |= flagFiller
	case m.Subject:
		c.flags[id] |= flagSubject
	}
	list, err := expand(m.Text, false)
	for _, items := range list {
		if err == nil {
			err = c.phrase(items, id)
		}
	}
	if err != nil {
		return &Error{m.Line, err}
	}
	return nil
}

// phrase makes items, which are words, a member of the class id.
func (c *compiler) phrase(items []item, id uint16) error {
	folded, accept, err := foldPhrase(items)
	if err != nil {
		return err
	}
	if accept |= id; !slices.Contains(c.phrases[folded], accept) {
		c.phrases[folded] = append(c.phrases[folded], accept)
	}
	return nil
}

// foldPhrase returns words as the trie holds them, and how they are accepted.
func foldPhrase(words []item) (folded string, accept uint16, err error) {
	for i, it := range words {
		w := it.text
		if !it.isWord() {
			return "", 0, fmt.Errorf("%w: %.40q is no word", ErrSyntax, w)
		}
		rest, star := strings.CutSuffix(w, "*")
		if star && i == len(words)-1 {
			w, accept = rest, acceptStar
		}
		part, host, ok := foldWord(w)
		if !ok {
			return "", 0, fmt.Errorf("%w: %.40q is no word", ErrSyntax, w)
		}
		if host && len(words) == 1 {
			accept |= acceptDomain
		}
		folded += " " + part
	}
	return folded[1:], accept, nil
}

// foldWord returns the folded form of what is written as one word, such as
// "e-mail", and whether it is the name of a host.
func foldWord(w string) (folded string, host, ok bool) {
	if strings.HasPrefix(w, helpToken) {
		return strings.ToLower(w), false, len(w) > len(helpToken)
	}
	x := lexer{text: w, c: new(clause)}
	x.next()
	host = x.c.nw == 1 && x.c.words[0].host
	ok = x.c.nw > 0 && x.i == len(w) && (x.c.nm == 0 || host) && !strings.ContainsAny(w, `=<>"()[]*^\`)
	return string(x.c.text[min(1, x.c.n):x.c.n]), host, ok
}

// rule adds the patterns of a rule.
func (c *compiler) rule(r Rule) error {
	list, err := expand(r.Text, true)
	if err != nil {
		return &Error{r.Line, err}
	}
	for _, items := range list {
		elems, err := c.elements(items)
		if err != nil {
			return &Error{r.Line, err}
		}
		c.patterns = append(c.patterns, pattern{uint16(r.Number), elems})
	}
	return nil
}

// elements returns the elements of items. Words that stand together are one
// element.
func (c *compiler) elements(items []item) ([]element, error) {
	var elems []element
	gap := uint8(0)
	for i := 0; i < len(items); {
		n := 1
		if items[i].gap > 0 {
			if i == 0 || i == len(items)-1 {
				return nil, fmt.Errorf("%w: a gap stands between two elements", ErrSyntax)
			}
			gap = min(gap&^gapOver+uint8(items[i].gap), maxGap)
			if items[i].over {
				gap |= gapOver
			}
			i++
			continue
		}
		for items[i].isWord() && i+n < len(items) && items[i+n].isWord() {
			n++
		}
		id, err := c.element(items[i : i+n])
		if err != nil {
			return nil, err
		}
		elems = append(elems, element{id, gap})
		gap = 0
		i += n
	}
	if len(elems) == 0 || len(elems) > maxElements {
		return nil, fmt.Errorf("%w: %d elements, not 1 to %d", ErrSyntax, len(elems), maxElements)
	}
	return elems, nil
}

// element returns the class that items stand for: words, the name of a class,
// a mark, or a group.
func (c *compiler) element(items []item) (uint16, error) {
	it := items[0]
	if it.group == nil && !it.isWord() {
		id, ok := c.ids[it.text]
		if !ok {
			return 0, fmt.Errorf("%w: no class %.40s", ErrSyntax, it.text)
		}
		return id, nil
	}
	choices := it.group
	if choices == nil {
		choices = [][]item{items}
	}
	id := c.id(fmt.Sprint(choices))
	for _, words := range choices {
		if err := c.phrase(words, id); err != nil {
			return 0, err
		}
	}
	return id, nil
}

// The compiled form begins with the place of the index of rules, in four bytes,
// and the places of the nodes that each byte leads to from the root of the trie,
// in three bytes each.
const (
	headIndex = 0
	headRoot  = 4
	headSize  = headRoot + 256*3
)

// encode returns the compiled form.
func (c *compiler) encode() string {
	b := make([]byte, headSize)
	c.encodeTrie(&b)
	binary.LittleEndian.PutUint32(b[headIndex:], uint32(len(b)))
	return string(c.encodeRules(b))
}

// encodeRules appends the index, which has for each class the place and the
// number of the rules to try where it occurs, and the rules.
func (c *compiler) encodeRules(b []byte) []byte {
	common := c.common()
	byClass := make([][]pattern, len(c.flags))
	for _, p := range c.patterns {
		rarest := slices.MinFunc(p.elems, func(x, y element) int { return cmp.Compare(common[x.class], common[y.class]) }).class
		byClass[rarest] = append(byClass[rarest], p)
	}
	index := len(b)
	b = append(b, make([]byte, 4*len(c.flags))...)
	for class, list := range byClass {
		place := binary.LittleEndian.AppendUint32(nil, uint32(len(b)))
		if len(list) == 0 {
			continue
		}
		copy(b[index+4*class:], place)
		b = binary.LittleEndian.AppendUint16(b, uint16(len(list)))
		for _, p := range list {
			b = binary.LittleEndian.AppendUint16(b, p.rule)
			b = append(b, byte(len(p.elems)))
			for _, e := range p.elems {
				b = append(binary.LittleEndian.AppendUint16(b, e.class), e.gap)
			}
		}
	}
	return b
}

// common returns how common the words of each class are: how many classes its
// most common member is in. A mark is the most common of all.
func (c *compiler) common() []int {
	common := make([]int, len(c.flags))
	for i := range numMarks {
		common[i] = maxClasses
	}
	for _, accept := range c.phrases {
		for _, class := range accept {
			common[class&acceptClass] = max(common[class&acceptClass], len(accept))
		}
	}
	return common
}

// A node of the trie: first the number of edges and the number of classes that
// end there, then the classes, the bytes of the edges, and where they lead to,
// in three bytes. A node with one edge and no class is a run instead: runMark,
// the length of the bytes to follow, these bytes, and where they lead to.
const (
	runMark = 0xff
	maxRun  = 0xfe
)

type trieNode struct {
	next   map[byte]*trieNode
	accept []uint16
}

// encodeTrie appends the trie of all phrases. Equal parts stand there once.
func (c *compiler) encodeTrie(b *[]byte) {
	root := &trieNode{next: map[byte]*trieNode{}}
	for phrase, accept := range c.phrases {
		at := root
		for i := range len(phrase) {
			child := at.next[phrase[i]]
			if child == nil {
				child = &trieNode{next: map[byte]*trieNode{}}
				at.next[phrase[i]] = child
			}
			at = child
		}
		for _, class := range accept {
			at.accept = append(at.accept, class|uint16(c.flags[class&acceptClass])<<acceptShift)
		}
		slices.Sort(at.accept)
	}
	seen := map[string]int{}
	for _, edge := range slices.Sorted(maps.Keys(root.next)) {
		place := root.next[edge].encode(b, seen)
		copy((*b)[headRoot+3*int(edge):], appendPlace(nil, place))
	}
}

// encode appends n, after all that it leads to, and returns its place.
func (n *trieNode) encode(b *[]byte, seen map[string]int) int {
	var node []byte
	if run, end := n.run(); len(run) > 0 {
		node = append([]byte{runMark, byte(len(run))}, run...)
		node = appendPlace(node, end.encode(b, seen))
	} else {
		node = []byte{byte(len(n.next)), byte(len(n.accept))}
		for _, class := range n.accept {
			node = binary.LittleEndian.AppendUint16(node, class)
		}
		edges := slices.Sorted(maps.Keys(n.next))
		node = append(node, edges...)
		for _, edge := range edges {
			node = appendPlace(node, n.next[edge].encode(b, seen))
		}
	}
	place, ok := seen[string(node)]
	if !ok {
		place = len(*b)
		seen[string(node)] = place
		*b = append(*b, node...)
	}
	return place
}

// run returns the bytes that lead from n to the next node that is more than a
// step on the way.
func (n *trieNode) run() (run []byte, end *trieNode) {
	for len(n.next) == 1 && len(n.accept) == 0 && len(run) < maxRun {
		for edge, child := range n.next {
			run, n = append(run, edge), child
		}
	}
	return run, n
}

func appendPlace(b []byte, place int) []byte {
	return append(b, byte(place), byte(place>>8), byte(place>>16))
}
