package grammar

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// Limits of a grammar.
const (
	maxClasses  = 1 << 12
	maxElements = 8 // of a rule
)

// Names of classes that mean something to the matcher.
const (
	classNot    = "NOT"
	classFiller = "FILLER"
)

// A compiler collects what a grammar is made of.
type compiler struct {
	ids      map[string]uint16 // by the name of a class, or a phrase
	subjects map[uint16]bool   // the classes of subjects
	members  map[member]bool
	rules    []Pattern
}

// A member is one form of a member of a class.
type member struct {
	class uint16
	form
}

// A form is what is written as words, as it is compared.
type form struct {
	words string // folded, parted by blanks
	star  bool   // what begins so, too
}

// Compile returns the compiled form of src. A match tells a rule by its Number.
// The error is an [*Error].
func Compile(src Source) (*Grammar, error) {
	c := compiler{ids: map[string]uint16{}, subjects: map[uint16]bool{}, members: map[member]bool{}}
	for _, name := range append(markNames[:], classNot, classFiller) {
		c.id(name)
	}
	for _, m := range src.Members {
		if err := c.member(m); err != nil {
			return nil, &Error{m.Line, err}
		}
	}
	for _, r := range src.Rules {
		if err := c.rule(r); err != nil {
			return nil, &Error{r.Line, err}
		}
	}
	return c.tables()
}

// id returns the number of a class, a new one where it has none.
func (c *compiler) id(name string) uint16 {
	id, ok := c.ids[name]
	if !ok {
		id = uint16(len(c.ids))
		c.ids[name] = id
	}
	return id
}

func (c *compiler) member(m Member) error {
	id := c.id(m.Class)
	if m.Subject {
		c.subjects[id] = true
	}
	list, err := expand(m.Text, false)
	for _, words := range list {
		if err == nil {
			err = c.phrase(words, id)
		}
	}
	return err
}

// phrase makes words a member of the class id.
func (c *compiler) phrase(words []string, id uint16) error {
	f, err := foldPhrase(words)
	for _, f := range f.contracted() {
		c.members[member{id, f}] = true
	}
	return err
}

// contractions are the words that "not" makes with the verb before it.
var contractions = [...]struct{ verb, folded string }{
	{"does", "doesnt"}, {"do", "dont"}, {"did", "didnt"}, {"is", "isnt"}, {"are", "arent"}, {"was", "wasnt"},
	{"were", "werent"}, {"has", "hasnt"}, {"have", "havent"}, {"can", "cant"}, {"can", "cannot"}, {"could", "couldnt"},
	{"will", "wont"},
}

// contracted returns f and what it is where "not" is drawn together with the verb
// before it, or stands for any such word where there is none.
func (f form) contracted() []form {
	var verbs, others []form
	words := " " + f.words + " "
	replace := func(not, contraction string) form {
		return form{strings.TrimSpace(strings.Replace(words, " "+not+" ", " "+contraction+" ", 1)), f.star}
	}
	for _, c := range contractions {
		if with := replace(c.verb+" not", c.folded); with != f {
			verbs = append(verbs, with)
		} else if with := replace("not", c.folded); with != f {
			others = append(others, with)
		}
	}
	if verbs == nil {
		verbs = others
	}
	return append([]form{f}, verbs...)
}

// foldPhrase returns the form of words.
func foldPhrase(words []string) (f form, err error) {
	var parts []string
	for i, w := range words {
		text := w
		if i == len(words)-1 {
			text, f.star = strings.CutSuffix(w, "*")
		}
		part, ok := foldWord(text)
		if !ok || !isWord(w) {
			return f, fmt.Errorf("%w: %.40q is no word", ErrSyntax, w)
		}
		parts = append(parts, part)
	}
	f.words = strings.Join(parts, " ")
	return f, nil
}

// foldWord returns the folded form of what is written as one word, such as
// "e-mail".
func foldWord(w string) (folded string, ok bool) {
	if strings.HasPrefix(w, helpToken) {
		return strings.ToLower(w), len(w) > len(helpToken)
	}
	x := lexer{text: w, c: new(clause)}
	x.next()
	isHost := x.c.nw == 1 && x.c.words[0].host
	ok = x.c.nw > 0 && x.i == len(w) && (x.c.nm == 0 || isHost) && !strings.ContainsAny(w, `=<>"()[]*^\`)
	return string(x.c.text[min(1, x.c.n):x.c.n]), ok
}

// rule adds the patterns of a rule.
func (c *compiler) rule(r Rule) error {
	if r.Number > math.MaxUint16 {
		return fmt.Errorf("%w: more than %d rules", ErrSyntax, math.MaxUint16)
	}
	list, err := expand(r.Text, true)
	if err != nil {
		return err
	}
	for _, tokens := range list {
		elems, err := c.elements(tokens)
		if err != nil {
			return err
		}
		p := Pattern{Rule: uint16(r.Number), Length: uint8(len(elems))}
		copy(p.Elements[:], elems)
		c.rules = append(c.rules, p)
	}
	return nil
}

// elements returns the elements of tokens. Words that stand together are one element.
func (c *compiler) elements(tokens []string) (elems []Element, err error) {
	var next Element
	for i := 0; i < len(tokens); {
		if isGap, err := next.readGap(tokens[i]); err != nil {
			return nil, err
		} else if isGap {
			if i == 0 || i == len(tokens)-1 {
				return nil, fmt.Errorf("%w: a gap stands between two elements", ErrSyntax)
			}
			i++
			continue
		}
		n := 1
		for isWord(tokens[i]) && i+n < len(tokens) && isWord(tokens[i+n]) {
			n++
		}
		if next.Class, err = c.class(tokens[i : i+n]); err != nil {
			return nil, err
		}
		elems = append(elems, next)
		next = Element{}
		i += n
	}
	if len(elems) == 0 || len(elems) > maxElements {
		return nil, fmt.Errorf("%w: %d elements, not 1 to %d", ErrSyntax, len(elems), maxElements)
	}
	return elems, nil
}

// class returns the class that tokens stand for: words, the name of a class, a mark, or
// a group.
func (c *compiler) class(tokens []string) (uint16, error) {
	name := strings.Join(tokens, " ")
	id, ok := c.ids[name]
	switch {
	case ok:
		return id, nil
	case !isWord(name) && name[0] != '{':
		return 0, fmt.Errorf("%w: no class %.40s", ErrSyntax, name)
	}
	id = c.id(name)
	for _, words := range strings.Split(strings.Trim(name, "{}"), ",") {
		if err := c.phrase(strings.Fields(words), id); err != nil {
			return 0, err
		}
	}
	return id, nil
}

// tables makes a Grammar of what c has collected.
func (c *compiler) tables() (*Grammar, error) {
	members := slices.SortedFunc(maps.Keys(c.members), func(a, b member) int {
		return cmp.Or(strings.Compare(a.words, b.words), cmp.Compare(a.class, b.class))
	})
	t := newTree(members)
	if len(c.ids) > maxClasses || max(len(t.classes), len(c.rules)) > math.MaxUint16 {
		return nil, syntax(0, "more than %d classes, or %d rules, words or phrases", maxClasses, math.MaxUint16)
	}
	g := &Grammar{Classes: len(c.ids), Rules: c.rules}
	found := c.candidates()
	sets := map[string]uint16{}
	set := func(classes []uint16) uint16 {
		slices.SortFunc(classes, func(a, b uint16) int { return cmp.Compare(c.place(a), c.place(b)) })
		key := fmt.Sprint(classes)
		id, ok := sets[key]
		if !ok {
			id = uint16(len(g.Sets))
			sets[key] = id
			g.Sets = append(g.Sets, c.set(classes, found))
		}
		return id
	}
	ofNode := make([]uint16, len(t.classes))
	for node, classes := range t.classes {
		ofNode[node] = set(classes)
	}
	for i := range markNames {
		g.Marks[i] = set([]uint16{uint16(i)})
	}
	g.addWords(t, ofNode)
	g.addEdges(t.edges, ofNode)
	return g, nil
}

// set returns the set of classes, which find the rules found by their numbers.
func (c *compiler) set(classes []uint16, found [][]Candidate) (s Set) {
	for _, class := range classes {
		switch {
		case class == c.ids[classFiller]:
			s.Filler = true
			continue
		case class == c.ids[classNot]:
			s.Not = true
		case c.subjects[class]:
			s.Subjects++
		}
		s.Classes = append(s.Classes, class)
		s.Rules = append(s.Rules, found[class]...)
	}
	return s
}

// place returns the position of a class in the order of a set: subjects come first.
func (c *compiler) place(class uint16) int {
	if c.subjects[class] {
		return int(class)
	}
	return maxClasses + int(class)
}

// candidates returns the rules that each class finds: a rule is found by the rarest of
// its classes, and needs the next one.
func (c *compiler) candidates() [][]Candidate {
	common := c.common()
	found := make([][]Candidate, len(c.ids))
	for i, p := range c.rules {
		var classes []uint16
		for _, e := range p.Elements[:p.Length] {
			classes = append(classes, e.Class)
		}
		slices.SortStableFunc(classes, func(x, y uint16) int { return cmp.Compare(common[x], common[y]) })
		c.rules[i].Finder = classes[0]
		found[classes[0]] = append(found[classes[0]], Candidate{classes[min(1, len(classes)-1)], uint16(i)})
	}
	return found
}

// common tells how common the words of each class are: in how many classes they are
// all together, squared, since what many rules ask for is said often. A phrase of two
// words is said half as often. A mark is the most common of all.
func (c *compiler) common() []int {
	count := map[string]int{}
	for m := range c.members {
		count[m.words]++
	}
	common := make([]int, len(c.ids))
	for m := range c.members {
		common[m.class] += 1000 * count[m.words] * count[m.words] / len(strings.Fields(m.words))
	}
	for i := range markNames {
		common[i] = math.MaxInt
	}
	return common
}

// A tree holds what phrases begin with as nodes, from which words lead to others. A
// word by itself has the node of its number, and node 0 is the root.
type tree struct {
	words   []string // sorted; a star belongs to its word; the first is no word
	edges   map[edge]int
	classes [][]uint16 // of which the phrase so far is a member, by node
}

// An edge is the number of a word that can follow a node.
type edge struct{ node, word int }

func newTree(members []member) *tree {
	all := map[string]bool{}
	for _, m := range members {
		for _, w := range m.split() {
			all[w] = true
		}
	}
	t := &tree{words: append([]string{""}, slices.Sorted(maps.Keys(all))...), edges: map[edge]int{}}
	t.classes = make([][]uint16, len(t.words))
	for _, m := range members {
		t.add(m)
	}
	return t
}

// split returns the words of f, the last one with its star.
func (f form) split() []string {
	words := strings.Split(f.words, " ")
	if f.star {
		words[len(words)-1] += "*"
	}
	return words
}

// add adds m. A word with a star leads to the nodes of all words that begin so, so that
// one word of the grammar tells all of a word of a text: the word itself, or else the
// longest one with a star. The name of a host is none that begins as a word does.
func (t *tree) add(m member) {
	list := m.split()
	node, last := 0, len(list)-1
	for _, w := range list[:last] {
		node = t.child(node, t.number(w))
	}
	begin, _ := strings.CutSuffix(list[last], "*")
	for i := t.number(begin); i < len(t.words) && strings.HasPrefix(t.words[i], begin); i++ {
		w := t.words[i]
		if w != begin && !m.star || last == 0 && isDomain(w) != isDomain(begin) {
			continue
		}
		to := t.child(node, i)
		if !slices.Contains(t.classes[to], m.class) {
			t.classes[to] = append(t.classes[to], m.class)
		}
	}
}

// number returns the number of a word, or of the next one.
func (t *tree) number(word string) int {
	n, _ := slices.BinarySearch(t.words[1:], word)
	return 1 + n
}

// child returns the node that a word leads to from a node, a new one where there is
// none.
func (t *tree) child(node, word int) int {
	if node == 0 {
		return word
	}
	to, ok := t.edges[edge{node, word}]
	if !ok {
		to = len(t.classes)
		t.edges[edge{node, word}] = to
		t.classes = append(t.classes, nil)
	}
	return to
}

// tableSize returns the size of a hash table of n entries, a power of two. Most of it
// is free, so that one look finds most entries.
func tableSize(n int) int { return 1 << bits.Len(uint(n)) }

// addWords fills the tables of words, whose nodes have the sets given.
func (g *Grammar) addWords(t *tree, sets []uint16) {
	next := make([]uint32, len(sets))
	for e := range t.edges {
		next[e.node] |= 1 << (e.word % 32)
	}
	g.Words = make([]Word, tableSize(len(t.words)))
	for i, text := range t.words[1:] {
		w := Word{text, uint16(i + 1), sets[i+1], next[i+1]}
		if begin, ok := strings.CutSuffix(text, "*"); ok {
			w.Text = begin
			g.Stars[text[0]] = slices.Insert(g.Stars[text[0]], 0, w) // before those that it begins with
			continue
		}
		at := hash([]byte(text)) & (len(g.Words) - 1)
		for g.Words[at].Node != 0 {
			at = (at + 1) & (len(g.Words) - 1)
		}
		g.Words[at] = w
	}
}

// addEdges fills the table of edges, which lead to nodes that have the sets given.
func (g *Grammar) addEdges(edges map[edge]int, sets []uint16) {
	var list []uint64
	for e, to := range edges {
		list = append(list, edgeKey(uint16(e.node), uint16(e.word))<<32|uint64(to)<<16|uint64(sets[to]))
	}
	slices.Sort(list)
	g.Edges = make([]uint64, tableSize(len(list)))
	for _, e := range list {
		at := hashKey(e>>32) & (len(g.Edges) - 1)
		for g.Edges[at] != 0 {
			at = (at + 1) & (len(g.Edges) - 1)
		}
		g.Edges[at] = e
	}
}

// hash returns a hash of word, which takes it eight bytes at a time: most words have
// at most eight.
func hash(word []byte) int {
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
	return int(h * hashFactor >> 32)
}

const hashFactor = 0x9e3779b97f4a7c15 // 2^64 by the golden ratio

// edgeKey returns the upper half of the entry of an edge.
func edgeKey(node, word uint16) uint64 { return uint64(node)<<16 | uint64(word) }

func hashKey(key uint64) int { return int(key * hashFactor >> 40) }
