package grammar

import (
	"bytes"
	"slices"
	"strings"
)

// A Grammar is a compiled grammar: tables alone, which a generator can write as Go.
type Grammar struct {
	Classes int    // their number
	Words   []Word // hash table of what phrases are made of
	// Stars are the words that stand for all that begin so, by their first byte,
	// longer ones first.
	Stars [256][]Word
	// Edges is a hash table: a node, the word that follows, the node it leads to, and
	// its set, in 16 bits each.
	Edges []uint64
	Marks [numMarks]uint16
	Sets  []Set
	Rules []Pattern
}

// A Word leads to a node, where phrases begin that begin with it, and to the set of it
// alone. There is none without a node.
type Word struct {
	Text      string
	Node, Set uint16
	Next      uint32 // a filter of the words that can follow: bit n is set for node n modulo 32
}

// A Set is what is known of a phrase: the classes that it is a member of, and the
// rules that they find.
type Set struct {
	Filler, Not bool
	Subjects    int // so many of the classes are subjects, the first ones
	Classes     []uint16
	Rules       []Candidate
}

// A Candidate is a rule to look for where another class, which it needs, occurs too.
type Candidate struct{ Needs, Rule uint16 }

// A Pattern is one form of a rule.
type Pattern struct {
	Rule     uint16 // its number
	Finder   uint16 // the class that finds it
	Length   uint8  // the number of its elements
	Elements [maxElements]Element
}

// An Element is a class, after at most Gap words.
type Element struct {
	Class uint16
	Gap   uint8
	Over  bool // whatever is spoken of in the words between
}

// word returns the word that is text, or else the longest one that it begins with, or an
// empty one.
func (g *Grammar) word(text []byte) *Word {
	for at := hash(text); ; at++ {
		w := &g.Words[at&(len(g.Words)-1)]
		if w.Text == string(text) {
			return w
		}
		if w.Node == 0 {
			return g.star(text)
		}
	}
}

func (g *Grammar) star(text []byte) *Word {
	if len(text) > 0 {
		for i := range g.Stars[text[0]] {
			if w := &g.Stars[text[0]][i]; len(w.Text) <= len(text) && w.Text == string(text[:len(w.Text)]) {
				return w
			}
		}
	}
	return &none
}

var none Word

// next returns the node that a word leads to from another, 0 for none, and its set.
func (g *Grammar) next(node, word uint16) (next, set uint16) {
	key := edgeKey(node, word)
	for at := hashKey(key); ; at++ {
		edge := g.Edges[at&(len(g.Edges)-1)]
		if edge == 0 || edge>>32 == key {
			return uint16(edge >> 16), uint16(edge)
		}
	}
}

// A Match is a rule that was found.
type Match struct {
	Rule       int32
	Start, End int32 // in the text
	Clause     int32 // number of the clause
	Elements   int32 // of the rule
}

// A Name is an address, the name of a host, or a local part in a text.
type Name struct {
	Start, End int32
	Clause     int32
	Host       bool // it is the name of a host
	Local      bool // it is a local part in quotes behind a word such as "user"
	After      bool // a word that asks to write to it stands before it
}

// Limits of what is found in one text. No reply comes near them; a longer text
// is judged by what it says first.
const (
	// MaxMatches is how many matches are found at most.
	MaxMatches = 48
	maxNames   = 12
)

// Found is what a text holds, and the memory that it takes to find it: it is large, and
// best used again.
type Found struct {
	Matches []Match
	Names   []Name
	matcher matcher
	// matches and names have room for all that is found.
	matches [MaxMatches]Match
	names   [maxNames]Name
}

// Full reports whether a limit was reached, so that the text may say more.
func (f *Found) Full() bool { return len(f.Matches) == MaxMatches || len(f.Names) == maxNames }

// Has reports whether the rule with a number was found.
func (f *Found) Has(rule int) bool {
	return slices.ContainsFunc(f.Matches, func(m Match) bool { return int(m.Rule) == rule })
}

// maxPhrases bounds what is found in one clause.
const maxPhrases = 255

// A matcher finds the rules in one clause after the other. What is counted in bytes
// has room for all that a byte can count.
type matcher struct {
	g       *Grammar
	c       clause
	clause  int32
	phrases []phrase // in the order of their first word
	outer   []uint8  // the numbers of the phrases that are subjects of several words
	room    struct { // for all of them
		phrases [maxPhrases]phrase
		outer   [maxPhrases]uint8
	}
	first   [maxClasses]uint8 // 1 and the number of the first phrase of a class, or 0
	last    [maxClasses]uint8 // the same for the last phrase, where there is a first
	weight  [256]uint8        // what the words and commas before a word count
	before  [256]uint8        // the same, without a comma right before it
	not     [256]uint8        // 1 and the first word of a NOT right before a word, or 0
	subject [256]uint8        // where the first subject ends that begins at a word or later
	dead    [maxElements][256 / 64]uint64
}

// A phrase of the grammar in a clause stands from word first to the one before
// last. A mark has no words.
type phrase struct {
	set         *Set
	first, last uint8
	mark        uint8 // its number
}

// Find makes f what the rules of g find in text. It takes time linear in the length of
// text.
func (g *Grammar) Find(text string, f *Found) {
	m := &f.matcher
	f.Matches, f.Names, m.g, m.clause = f.matches[:0], f.names[:0], g, 0
	x := lexer{text: text, c: &m.c, g: g}
	for len(f.Matches) < MaxMatches && x.next() {
		m.read()
		m.names(f)
		m.link()
		m.negations()
		m.rules(f)
		m.clause++
	}
}

// read finds the phrases in the clause, and what its words count.
func (m *matcher) read() {
	m.phrases, m.outer = m.room.phrases[:0], m.room.outer[:0]
	g, c := m.g, &m.c
	words, marks := c.words[:c.nw], c.marks[:c.nm]
	for i := range words {
		words[i].known = g.word(c.word(i))
	}
	weight := uint8(0)
	for i := range words {
		w := &words[i]
		marks = m.addMarks(marks, i)
		m.before[uint8(i)] = weight
		if w.comma {
			weight += wordWeight
		}
		m.weight[uint8(i)] = weight
		s := &g.Sets[w.known.Set]
		if w.host {
			m.domains(i)
		} else if m.add(s, i, i+1); !s.Filler {
			weight += w.weight()
		}
		if i+1 < len(words) && w.known.Next>>(words[i+1].known.Node%32)&1 != 0 {
			m.walk(i)
		}
	}
	m.addMarks(marks, c.nw)
	m.before[uint8(c.nw)], m.weight[uint8(c.nw)] = weight, weight
}

// addMarks adds the marks that stand before word i, and returns the rest.
func (m *matcher) addMarks(marks []mark, i int) []mark {
	for ; len(marks) > 0 && int(marks[0].at) == i; marks = marks[1:] {
		m.add(&m.g.Sets[m.g.Marks[marks[0].kind]], i, i)
		m.phrases[len(m.phrases)-1].mark = uint8(m.c.nm - len(marks))
	}
	return marks
}

// wordWeight is what a word counts between two elements. A character of a script
// that does not part words counts half of it.
const wordWeight = 2

func (w *word) weight() uint8 {
	if w.character {
		return wordWeight / 2
	}
	return wordWeight
}

// walk adds the phrases of several words that begin with word i.
func (m *matcher) walk(i int) {
	node := m.c.words[i].known.Node
	for last := i + 1; last < m.c.nw; last++ {
		next, set := m.g.next(node, m.c.words[last].known.Node)
		if next == 0 {
			return
		}
		m.add(&m.g.Sets[set], i, last+1)
		node = next
	}
}

// domains adds the domains that word i, the name of a host, ends with.
func (m *matcher) domains(i int) {
	name := m.c.word(i)
	for dot := bytes.IndexByte(name, '.'); dot >= 0; dot = bytes.IndexByte(name, '.') {
		if w := m.g.word(name); isDomain(w.Text) {
			m.add(&m.g.Sets[w.Set], i, i+1)
		}
		name = name[dot+1:]
	}
}

// isDomain reports whether a word of a grammar is the end of the name of a host.
func isDomain(word string) bool { return strings.Contains(word, ".") }

// add adds the phrase of a set that has classes, which stands from word first to the
// one before last.
func (m *matcher) add(s *Set, first, last int) {
	if len(s.Classes) == 0 || len(m.phrases) == maxPhrases {
		return
	}
	if last > first+1 && s.Subjects > 0 {
		m.outer = append(m.outer, uint8(len(m.phrases)))
	}
	m.phrases = append(m.phrases, phrase{s, uint8(first), uint8(last), 0})
}

// link notes where each class occurs first, and where subjects end. It goes from the
// last phrase to the first.
func (m *matcher) link() {
	clear(m.first[:m.g.Classes])
	end, at := uint8(noSubject), uint8(m.c.nw)
	for i := len(m.phrases) - 1; i >= 0; i-- {
		p := &m.phrases[i]
		for k, class := range p.set.Classes {
			if k < p.set.Subjects {
				if m.isInner(p, class) {
					continue
				}
				for ; at > p.first; at-- {
					m.subject[at] = end
				}
				end = min(end, p.last)
			}
			if m.first[class] == 0 {
				m.last[class] = uint8(i + 1)
			}
			m.first[class] = uint8(i + 1)
		}
	}
	for i := range m.subject[:at+1] {
		m.subject[i] = end
	}
}

// isOf reports whether phrase i is of a class.
func (m *matcher) isOf(i int, class uint16) bool {
	if int(m.first[class]) == i+1 {
		return true // as most that are asked for
	}
	p := &m.phrases[i]
	k := slices.Index(p.set.Classes, class)
	return k >= p.set.Subjects || k >= 0 && !m.isInner(p, class)
}

// isInner reports whether p lies within the name of a subject of another class: the
// "address" of an "ip address" is no recipient.
func (m *matcher) isInner(p *phrase, class uint16) bool {
	for _, k := range m.outer {
		o := &m.phrases[k]
		if o.first > p.first || o.last < p.last || o.first == p.first && o.last == p.last {
			continue
		}
		if o.set.Subjects > 1 || o.set.Classes[0] != class {
			return true
		}
	}
	return false
}

// noSubject is beyond any clause.
const noSubject = 255

// negations notes before which words a NOT stands.
func (m *matcher) negations() {
	clear(m.not[:])
	for i := range m.phrases {
		p := &m.phrases[i]
		if !p.set.Not {
			continue
		}
		for k := int(p.last); k <= m.c.nw && m.weight[k] == m.before[p.last]; k++ {
			m.not[k] = p.first + 1
		}
	}
}

// rules tries the rules of each phrase in the clause. A rule is tried only where
// another class that it needs occurs.
func (m *matcher) rules(f *Found) {
	for i := range m.phrases {
		for _, c := range m.phrases[i].set.Rules {
			if m.first[c.Needs] != 0 {
				m.try(&m.g.Rules[c.Rule], i, f)
			}
		}
	}
}

// try looks for a rule that phrase i has found. Where the class that finds it occurs
// again, it has been looked for.
func (m *matcher) try(r *Pattern, i int, f *Found) {
	elems := r.Elements[:r.Length]
	if int(m.first[r.Finder]) != i+1 || !m.occur(elems) {
		return
	}
	clear(m.dead[:len(elems)])
	class := elems[0].Class
	for i := int(m.first[class]) - 1; i < int(m.last[class]); i++ {
		if !m.isOf(i, class) || m.negated(i, 0) {
			continue
		}
		if last := m.follow(elems[1:], i); last >= 0 {
			m.match(r, i, last, f)
			return
		}
	}
}

// occur reports whether the classes of elements occur in their order.
func (m *matcher) occur(elems []Element) bool {
	least := uint8(1)
	for _, e := range elems {
		first := m.first[e.Class]
		if least = max(least, first); first == 0 || least > m.last[e.Class] {
			return false
		}
		least++
	}
	return true
}

// follow returns the last phrase of the rule whose elements elems follow the phrase
// prev, or -1.
func (m *matcher) follow(elems []Element, prev int) (last int) {
	if len(elems) == 0 {
		return prev
	}
	e, from := elems[0], m.phrases[prev].last
	dead := &m.dead[len(elems)]
	for i := max(prev+1, int(m.first[e.Class])-1); i < int(m.last[e.Class]); i++ {
		p := &m.phrases[i]
		if p.first < from {
			continue
		}
		if m.weight[p.first]-m.before[from] > e.Gap*wordWeight || !e.Over && m.subject[from] <= p.first {
			break
		}
		if dead[i>>6]>>(i&63)&1 != 0 || !m.isOf(i, e.Class) || m.negated(i, from) {
			continue
		}
		if last = m.follow(elems[1:], i); last >= 0 {
			return last
		}
		dead[i>>6] |= 1 << (i & 63)
	}
	return -1
}

// negated reports whether a NOT that begins at word from or later stands right
// before phrase i.
func (m *matcher) negated(i int, from uint8) bool { return m.not[m.phrases[i].first] > from }

// match adds a match of a rule, from one phrase to another.
func (m *matcher) match(r *Pattern, first, last int, f *Found) {
	start, _ := m.span(&m.phrases[first])
	_, end := m.span(&m.phrases[last])
	found := Match{int32(r.Rule), start, end, m.clause, int32(r.Length)}
	n := len(f.Matches)
	if n == MaxMatches || n > 0 && f.Matches[n-1] == found { // another form of the same rule
		return
	}
	f.Matches = append(f.Matches, found)
}

// span returns where p stands in the text.
func (m *matcher) span(p *phrase) (start, end int32) {
	if p.last > p.first {
		return m.c.words[p.first].start, m.c.words[p.last-1].end
	}
	return m.c.marks[p.mark].start, m.c.marks[p.mark].end
}

// names notes the addresses, hosts and local parts of the clause.
func (m *matcher) names(f *Found) {
	for _, k := range m.c.marks[:m.c.nm] {
		local := k.kind == markQuoted && k.at > 0 && isOwnerWord(m.c.word(int(k.at)-1))
		if k.kind != markAddress && k.kind != markHost && !local || len(f.Names) == maxNames || m.isMember(k) {
			continue
		}
		f.Names = append(f.Names, Name{k.start, k.end, m.clause, k.kind == markHost, local, m.c.asks(int(k.at))})
	}
}

// isMember reports whether what looks like the name of a host is a member of a
// class: "SMTPSEND.DNS.NonExistentDomain".
func (m *matcher) isMember(k mark) bool {
	return k.kind == markHost && slices.ContainsFunc(m.phrases, func(p phrase) bool {
		return p.first == k.at && p.last == k.at+1 && m.c.words[p.first].start == k.start
	})
}

// asks reports whether the word before word i is one that the address of
// somebody to write to, or of the sender, follows.
func (c *clause) asks(i int) bool {
	if i == 0 {
		return false
	}
	switch string(c.word(i - 1)) {
	case "contact", "from", "mailto", "email", "mail", "write", "see", "by", "at", "support", "sender", "via", "postmaster":
		return true
	}
	return false
}

// word returns word i in its folded form.
func (c *clause) word(i int) []byte { return c.text[c.words[i].at:c.words[i].to] }

// Knows reports whether word is a member of a class, or begins one. A word of more than
// maxPlain bytes is none.
func (g *Grammar) Knows(word string) bool {
	if len(word) > maxPlain {
		return false
	}
	var buf [maxPlain]byte
	w := g.word(fold(buf[:0], word))
	s := &g.Sets[w.Set]
	return w.Next != 0 || s.Filler || len(s.Classes) > 0
}
