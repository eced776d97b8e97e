package grammar

import "strings"

// A Grammar is a compiled grammar.
type Grammar struct{ data string }

// New returns the grammar that [Compile] made data of. It costs nothing.
func New(data string) Grammar { return Grammar{data} }

func (g Grammar) u16(at int) int { return int(g.data[at]) | int(g.data[at+1])<<8 }

func (g Grammar) u24(at int) int { return g.u16(at) | int(g.data[at+2])<<16 }

func (g Grammar) u32(at int) int { return g.u24(at) | int(g.data[at+3])<<24 }

// A Match is a rule that was found.
type Match struct {
	Rule       int32
	Start, End int32 // in the text
	Clause     int32 // number of the clause
}

// A Name is an address or the name of a host in a text.
type Name struct {
	Start, End int32
	Clause     int32
	Host       bool // it is no address
	After      bool // a word that asks to write to it stands before it
}

// Limits of what is found in one text. No reply comes near them; a longer text
// is judged by what it says first.
const (
	maxMatches = 48
	maxNames   = 12
)

// Found is what a text holds.
type Found struct {
	Matches [maxMatches]Match
	N       int
	Names   [maxNames]Name
	NNames  int
}

// Has reports whether the rule with a number was found.
func (f *Found) Has(rule int) bool {
	for _, m := range f.Matches[:f.N] {
		if int(m.Rule) == rule {
			return true
		}
	}
	return false
}

// Drop removes the matches whose bits are set, the first of which is the lowest.
func (f *Found) Drop(bits uint64) {
	n := 0
	for i, m := range f.Matches[:f.N] {
		if bits>>i&1 == 0 {
			f.Matches[n] = m
			n++
		}
	}
	f.N = n
}

// maxFound bounds the members of classes in one clause.
const maxFound = 512

// A matcher finds the rules in one clause after the other.
type matcher struct {
	g         Grammar
	f         *Found
	clause    int32
	c         clause
	found     [maxFound]occurrence // in the order of their first word
	n         int
	classes   [maxFound]uint16 // that have members in the clause
	nclasses  int
	has       [maxClasses / 64]uint64 // the same as bits
	head      [maxClasses]uint16      // of a class that has members, 1 and the first of them
	weight    [maxWords + 9]uint8     // what the words and commas before that one count
	before    [maxWords + 9]uint8     // the same, without a comma right before it
	subjects  [maxSubjects]occurrence
	nsubjects int
	not       [maxWords + 9]uint8  // 1 and the first word of a NOT right before, or 0
	subject   [maxWords + 10]uint8 // where the first subject ends that begins there or later
	dead      [maxElements][maxFound / 64]uint64
}

// An occurrence is a member of a class in a clause, from word first to the one
// before last. A mark has no words.
type occurrence struct {
	class       uint16
	next        uint16 // 1 and the next of the class, or 0
	first, last uint8
	flags       uint8 // of the class
}

// Find finds the rules of g in text. It takes time linear in the length of
// text and does not allocate.
func (g Grammar) Find(text string, f *Found) {
	var m matcher
	m.g, m.f = g, f
	x := lexer{text: text, c: &m.c, g: g}
	for x.next() {
		m.members()
		m.names(text)
		m.rules()
		m.clause++
		if f.N == maxMatches {
			return
		}
	}
}

// members finds the members of all classes in the clause.
func (m *matcher) members() {
	m.n, m.nclasses, m.nsubjects = 0, 0, 0
	clear(m.has[:])
	clear(m.not[:m.c.nw+1])
	weight, nm := uint8(0), 0
	for i := 0; i <= m.c.nw; i++ {
		for nm < m.c.nm && int(m.c.marks[nm].at) == i {
			m.add(int(m.c.marks[nm].kind), i, i)
			nm++
		}
		m.before[i] = weight
		if i < m.c.nw && m.c.words[i].comma {
			weight += wordWeight
		}
		m.weight[i] = weight
		if i < m.c.nw && !m.wordAt(i) {
			weight += m.c.words[i].weight()
		}
	}
	m.link()
	m.negations()
}

// link makes a list of the members of each class, and notes where subjects end.
func (m *matcher) link() {
	for i := range m.subject[:m.c.nw+2] {
		m.subject[i] = noSubject
	}
	at := m.c.nw + 1
	for i := m.n - 1; i >= 0; i-- {
		o := &m.found[i]
		if o.flags&flagSubject != 0 && m.isInner(*o) {
			continue
		}
		o.next = m.head[o.class]
		m.head[o.class] = uint16(i + 1)
		for ; at > int(o.first); at-- {
			m.subject[at-1] = min(m.subject[at-1], m.subject[at])
		}
		if o.flags&flagSubject != 0 {
			m.subject[o.first] = min(m.subject[o.first], o.last)
		}
	}
	for ; at > 0; at-- {
		m.subject[at-1] = min(m.subject[at-1], m.subject[at])
	}
}

// isInner reports whether o lies within the name of another subject: the "address"
// of an "ip address" is no recipient.
func (m *matcher) isInner(o occurrence) bool {
	for i := range m.nsubjects {
		a := &m.subjects[i]
		if a.first <= o.first && a.last >= o.last && a.last-a.first > o.last-o.first && a.class != o.class {
			return true
		}
	}
	return false
}

// maxSubjects bounds the subjects of a clause.
const maxSubjects = 64

// noSubject is beyond any clause.
const noSubject = 255

// wordWeight is what a word counts between two elements. A character of a script
// that does not part words counts half of it.
const wordWeight = 2

func (w word) weight() uint8 {
	if w.character {
		return wordWeight / 2
	}
	return wordWeight
}

// wordAt finds the members that begin with word i, and reports whether that
// does not count as a word between.
func (m *matcher) wordAt(i int) (filler bool) {
	w := m.c.words[i]
	if !w.host {
		return m.walk(int(w.at), i, false)
	}
	end := m.c.n
	if i+1 < m.c.nw {
		end = int(m.c.words[i+1].at) - 1
	}
	m.walk(int(w.at), i, true)
	for at := int(w.at); at < end; at++ {
		if m.c.text[at] == '.' {
			m.walk(at+1, i, true)
		}
	}
	return true
}

// walk goes from the root of the trie along the text that begins in word i.
func (m *matcher) walk(at, i int, host bool) (filler bool) {
	g, text := m.g, m.c.text[:m.c.n+1]
	word := i
	node := g.u24(headRoot + 3*int(text[at]))
	for at++; node != 0; {
		edges := int(g.data[node])
		if edges == runMark {
			n := int(g.data[node+1])
			run := g.data[node+2 : node+2+n]
			if len(text)-at < n || string(text[at:at+n]) != run {
				return filler
			}
			for k := range n {
				if run[k] == ' ' {
					word++
				}
			}
			at += n
			node = g.u24(node + 2 + n)
			continue
		}
		accepts := int(g.data[node+1])
		node += 2
		if accepts > 0 {
			whole := at >= len(text) || text[at] == ' '
			filler = m.accept(node, accepts, i, word, whole, host) || filler
			node += 2 * accepts
		}
		if at >= len(text) {
			return filler
		}
		k := edge(g.data[node:node+edges], text[at])
		if k < 0 {
			return filler
		}
		if text[at] == ' ' {
			word++
		}
		at++
		node = g.u24(node + edges + 3*k)
	}
	return filler
}

// edge returns the index of c in edges, which is sorted, or -1.
func edge(edges string, c byte) int {
	for k := range len(edges) {
		if edges[k] >= c {
			if edges[k] == c {
				return k
			}
			return -1
		}
	}
	return -1
}

// accept adds the classes that end at node, from word first to word last. whole
// tells whether the word ends there.
func (m *matcher) accept(node, n, first, last int, whole, host bool) (filler bool) {
	classes := m.g.data[node : node+2*n]
	for len(classes) >= 2 {
		class := int(classes[0]) | int(classes[1])<<8
		classes = classes[2:]
		switch {
		case !whole && class&acceptStar == 0, host && first == last && class&acceptDomain == 0:
		case class>>acceptShift&flagFiller != 0:
			filler = filler || first == last
		default:
			m.add(class, first, last+1)
		}
	}
	return filler
}

// add adds a member of a class, which stands with its flags in accept.
func (m *matcher) add(accept, first, last int) {
	n := m.n
	if uint(n) >= maxFound {
		return
	}
	class := uint(accept & acceptClass)
	if m.has[class>>6]>>(class&63)&1 == 0 {
		m.has[class>>6] |= 1 << (class & 63)
		m.head[class] = 0
		m.classes[m.nclasses] = uint16(class)
		m.nclasses++
	}
	o := &m.found[n]
	o.class, o.first, o.last = uint16(class), uint8(first), uint8(last)
	o.flags = uint8(accept >> acceptShift & (flagSubject | flagNot))
	if o.flags&flagSubject != 0 && m.nsubjects < maxSubjects {
		m.subjects[m.nsubjects] = *o
		m.nsubjects++
	}
	m.n = n + 1
}

// negations notes before which words a NOT stands.
func (m *matcher) negations() {
	for _, o := range m.found[:m.n] {
		if o.flags&flagNot == 0 {
			continue
		}
		for i := int(o.last); i <= m.c.nw && m.weight[i] == m.before[o.last]; i++ {
			m.not[i] = o.first + 1
		}
	}
}

// rules finds the rules in the clause.
func (m *matcher) rules() {
	index := m.g.u32(headIndex)
	for _, class := range m.classes[:m.nclasses] {
		at := m.g.u32(index + 4*int(class))
		if at == 0 {
			continue
		}
		n := m.g.u16(at)
		for at += 2; n > 0; n-- {
			elems := int(m.g.data[at+2])
			m.try(at, elems)
			at += 3 + 3*elems
		}
	}
}

// try looks for the rule at a place of the data.
func (m *matcher) try(at, elems int) {
	rule := m.g.u16(at)
	at += 3
	for k := range elems {
		if class := m.g.u16(at + 3*k); m.has[class>>6]>>(class&63)&1 == 0 {
			return
		}
	}
	for k := 2; k < elems; k++ {
		m.dead[k] = [maxFound / 64]uint64{}
	}
	for i := m.head[m.g.u16(at)]; i > 0; i = m.found[i-1].next {
		if o := m.found[i-1]; !m.negated(o, 0) {
			if last := m.follow(at, elems, 1, int(i-1)); last >= 0 {
				m.match(rule, o, m.found[last])
				return
			}
		}
	}
}

// follow returns the last occurrence of the rule at a place whose element k-1
// is the occurrence prev, or -1.
func (m *matcher) follow(at, elems, k, prev int) int {
	if k == elems {
		return prev
	}
	class, gap := m.g.u16(at+3*k), m.g.data[at+3*k+2]
	from := m.found[prev].last
	subject := m.subject[from]
	if gap&gapOver != 0 {
		gap, subject = gap&^gapOver, noSubject
	}
	for next := m.head[class]; next > 0; next = m.found[next-1].next {
		i := next - 1
		o := m.found[i]
		if o.first < from || int(i) <= prev {
			continue
		}
		if m.weight[o.first]-m.before[from] > gap*wordWeight || subject <= o.first {
			return -1
		}
		if k > 1 && m.dead[k][i>>6]>>(i&63)&1 != 0 || m.negated(o, from) {
			continue
		}
		if last := m.follow(at, elems, k+1, int(i)); last >= 0 {
			return last
		}
		m.dead[k][i>>6] |= 1 << (i & 63)
	}
	return -1
}

// negated reports whether a NOT that begins at word from or later stands right
// before o.
func (m *matcher) negated(o occurrence, from uint8) bool {
	return m.not[o.first] > from
}

// match adds a match that begins and ends with the occurrences.
func (m *matcher) match(rule int, first, last occurrence) {
	if m.f.N == maxMatches {
		return
	}
	start, _ := m.span(first)
	_, end := m.span(last)
	found := Match{int32(rule), start, end, m.clause}
	if m.f.N > 0 && m.f.Matches[m.f.N-1] == found {
		return // another form of the same rule
	}
	m.f.Matches[m.f.N] = found
	m.f.N++
}

// span returns where o stands in the text.
func (m *matcher) span(o occurrence) (start, end int32) {
	if o.last > o.first {
		return m.c.words[o.first].start, m.c.words[o.last-1].end
	}
	for _, k := range m.c.marks[:m.c.nm] {
		if uint16(k.kind) == o.class && k.at == o.first {
			return k.start, k.end
		}
	}
	return 0, 0
}

// names notes the addresses and hosts of the clause.
func (m *matcher) names(text string) {
	for _, k := range m.c.marks[:m.c.nm] {
		if k.kind != markAddress && k.kind != markHost || m.f.NNames == maxNames || m.isMember(k) {
			continue
		}
		m.f.Names[m.f.NNames] = Name{k.start, k.end, m.clause, k.kind == markHost, m.c.asks(int(k.at))}
		m.f.NNames++
	}
}

// isMember reports whether what looks like the name of a host is a member of a
// class: "SMTPSEND.DNS.NonExistentDomain".
func (m *matcher) isMember(k mark) bool {
	for _, o := range m.found[:m.n] {
		if k.kind == markHost && o.first == k.at && o.last == k.at+1 {
			return true
		}
	}
	return false
}

// asks reports whether the word before word i is one that the address of
// somebody to write to, or of the sender, follows.
func (c *clause) asks(i int) bool {
	if i == 0 {
		return false
	}
	end := c.n
	if i < c.nw {
		end = int(c.words[i].at) - 1
	}
	switch string(c.text[c.words[i-1].at:end]) {
	case "contact", "from", "mailto", "email", "mail", "write", "see", "by", "at", "support", "sender", "via", "postmaster":
		return true
	}
	return false
}

// knows reports whether word is a member of a class, or begins one.
func (g Grammar) knows(word []byte) bool {
	if len(word) == 0 {
		return false
	}
	node := g.u24(headRoot + 3*int(word[0]))
	for at := 1; node != 0; {
		edges := int(g.data[node])
		if edges == runMark {
			n := int(g.data[node+1])
			run := g.data[node+2 : node+2+n]
			if rest := word[at:]; len(rest) < n {
				return strings.HasPrefix(run, string(rest)) && run[len(rest)] == ' '
			} else if string(rest[:n]) != run {
				return false
			}
			at += n
			node = g.u24(node + 2 + n)
			continue
		}
		accepts := int(g.data[node+1])
		labels := node + 2 + 2*accepts
		if at == len(word) {
			return accepts > 0 || strings.IndexByte(g.data[labels:labels+edges], ' ') >= 0
		}
		k := edge(g.data[labels:labels+edges], word[at])
		if k < 0 {
			return false
		}
		at++
		node = g.u24(labels + edges + 3*k)
	}
	return false
}
