package grammar

import (
	"bytes"
)

// A Grammar is a compiled grammar.
type Grammar struct {
	data           string
	words, domains table
	classes        int // their number
	folded         int // place of the folded forms of characters
}

// New returns the grammar that [Compile] made data of. It costs next to nothing.
func New(data string) Grammar {
	g := Grammar{data: data}
	g.classes = g.u32(headClasses)
	g.words = g.table(g.u32(headWords))
	g.domains = g.table(g.u32(headDomains))
	g.folded = g.u32(headFolded)
	return g
}

func (g *Grammar) u16(at int) int {
	b := g.data[at : at+2]
	return int(uint16(b[0]) | uint16(b[1])<<8)
}

func (g *Grammar) u32(at int) int {
	b := g.data[at : at+4]
	return int(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)
}

// A table tells where the parts of a table stand.
type table struct {
	mask                uint32 // of a hash
	first, slots, stars int
}

func (g *Grammar) table(place int) table {
	mask := g.u32(place)
	slots := place + tableSlots
	return table{uint32(mask), place + tableStars, slots, slots + slotSize*(mask+1)}
}

// find returns the node of a word of a text in t, that of the longest one with a star
// that it begins with where it is none itself, or 0.
func (g *Grammar) find(t *table, word []byte) int {
	hash := hash(word)
	for at := hash; ; at++ {
		slot := g.u32(t.slots + slotSize*int(at&t.mask))
		if slot == 0 {
			return g.findStar(t, word)
		}
		if node := slot & maxSize; slot>>24 == int(hash>>24) && g.text(node) == string(word) {
			return node
		}
	}
}

func (g *Grammar) findStar(t *table, word []byte) int {
	if len(word) == 0 {
		return 0
	}
	at := t.first + 2*int(word[0])
	for i := g.u16(at); i < g.u16(at+2); i++ {
		star := g.u32(t.stars + 4*i)
		if second := byte(star >> 24); second != 0 && (len(word) < 2 || word[1] != second) {
			continue // as most
		}
		node := star & maxSize
		w := g.text(node)
		if w = w[:len(w)-1]; len(w) <= len(word) && w == string(word[:len(w)]) {
			return node
		}
	}
	return 0
}

// text returns the text of the word that leads to a node.
func (g *Grammar) text(node int) string {
	end := node - wordLength
	return g.data[end-int(g.data[end]) : end]
}

// next returns the place of the node that the word with a number leads to from a node,
// or 0. The filter of the node lets some pass that lead nowhere.
func (g *Grammar) next(node, number int) int {
	size := g.u16(node + nodeNext)
	numbers := node + nodeSize + 2*int(g.data[node+nodeClasses])
	at := numbers
	for n := size; n > 1; n -= n / 2 {
		if half := at + n/2*2; g.u16(half) <= number {
			at = half
		}
	}
	if g.u16(at) != number {
		return 0
	}
	return g.u32(numbers + 2*size + 2*(at-numbers))
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
	maxMatches = 48
	maxNames   = 12
)

// Found is what a text holds, and the memory that it takes to find it: it is large, and
// best used again.
type Found struct {
	matcher matcher
	Matches [maxMatches]Match
	N       int
	Names   [maxNames]Name
	NNames  int
}

// Full reports whether a limit was reached, so that the text may say more.
func (f *Found) Full() bool { return f.N == maxMatches || f.NNames == maxNames }

// Has reports whether the rule with a number was found.
func (f *Found) Has(rule int) bool {
	for _, m := range f.Matches[:f.N] {
		if int(m.Rule) == rule {
			return true
		}
	}
	return false
}

// maxPhrases bounds what is found in one clause.
const maxPhrases = 255

// A matcher finds the rules in one clause after the other. What is counted in bytes
// has room for all that a byte can count.
type matcher struct {
	first   [maxClasses]uint8 // 1 and the number of the first phrase of a class, or 0
	last    [maxClasses]uint8 // the number of the last one and 1, where there is a first
	weight  [256]uint8        // what the words and commas before a word count
	before  [256]uint8        // the same, without a comma right before it
	not     [256]uint8        // 1 and the first word of a NOT right before a word, or 0
	subject [256]uint8        // where the first subject ends that begins at a word or later
	dead    [maxElements][256 / 64]uint64
	outer   [maxOuter]uint8 // the numbers of those that are subjects of several words
	phrases [256]phrase     // in the order of their first word
	c       clause
	g       *Grammar
	clause  int32
	n       int
	outers  int
	flags   byte // of all phrases
}

// A phrase of the grammar in a clause stands from word first to the one before
// last. A mark has no words.
type phrase struct {
	node        int32
	first, last uint8
	mark        uint8 // its number
}

// Find makes f what the rules of g find in text. It takes time linear in the length of
// text.
func (g *Grammar) Find(text string, f *Found) {
	m := &f.matcher
	f.N, f.NNames, m.g, m.clause = 0, 0, g, 0
	x := lexer{text: text, c: &m.c, g: g}
	for f.N < maxMatches && x.next() {
		m.read()
		m.names(text, f)
		m.link()
		m.negations()
		m.rules(f)
		m.clause++
	}
}

// read finds the phrases in the clause, and what its words count.
func (m *matcher) read() {
	m.n, m.outers, m.flags = 0, 0, 0
	g, c := m.g, &m.c
	words, marks := c.words[:c.nw], 0
	for i := range words {
		w := &words[i]
		w.node = int32(g.find(&g.words, c.text[w.at:w.to]))
	}
	weight := uint8(0)
	for i := range words {
		w := &words[i]
		if marks < c.nm {
			marks = m.addMarks(marks, i)
		}
		m.before[uint8(i)] = weight
		if w.comma {
			weight += wordWeight
		}
		m.weight[uint8(i)] = weight
		if w.node != 0 {
			m.walk(i)
		}
		if w.host {
			m.domain(i)
		} else if w.node == 0 || g.data[w.node]&flagFiller == 0 {
			weight += w.weight()
		}
	}
	m.addMarks(marks, c.nw)
	m.before[uint8(c.nw)], m.weight[uint8(c.nw)] = weight, weight
}

// addMarks adds the marks from number k on that stand before word i, and returns the
// number of the next one.
func (m *matcher) addMarks(k, i int) int {
	for ; k < m.c.nm && int(m.c.marks[k].at) == i; k++ {
		m.add(m.g.u32(headMarks+4*int(m.c.marks[k].kind)), uint8(i), uint8(i), uint8(k))
	}
	return k
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

// walk adds the phrases that begin with word i, which the grammar knows. The name of a
// host by itself is no phrase.
func (m *matcher) walk(i int) {
	g, words := m.g, m.c.words[:m.c.nw]
	node := int(words[i].node)
	for last := i + 1; ; last++ {
		if g.data[node+nodeClasses] > 0 && !(last == i+1 && words[i].host) {
			m.add(node, uint8(i), uint8(last), 0)
		}
		if last >= len(words) || words[last].node == 0 {
			return
		}
		number := g.u16(int(words[last].node) - wordNumber)
		if g.u32(node+nodeFilter)>>(number%32)&1 == 0 {
			return
		}
		if node = g.next(node, number); node == 0 {
			return
		}
	}
}

// domain adds the domains that word i, the name of a host, ends with.
func (m *matcher) domain(i int) {
	name := m.c.word(i)
	for dot := bytes.IndexByte(name, '.'); dot >= 0; dot = bytes.IndexByte(name, '.') {
		if node := m.g.find(&m.g.domains, name); node > 0 {
			m.add(node, uint8(i), uint8(i+1), 0)
		}
		name = name[dot+1:]
	}
}

// add adds the phrase of a node, which stands from word first to the one before last.
func (m *matcher) add(node int, first, last, mark uint8) {
	if m.n == maxPhrases {
		return
	}
	p := &m.phrases[uint8(m.n)]
	p.node, p.first, p.last, p.mark = int32(node), first, last, mark
	flags := m.g.data[node]
	m.flags |= flags
	if last > first+1 && flags&flagSubject != 0 && m.outers < maxOuter {
		m.outer[m.outers] = uint8(m.n)
		m.outers++
	}
	m.n++
}

// link notes where each class occurs, and where subjects end. It goes from the last
// phrase to the first, so that the first occurrence is what stays.
func (m *matcher) link() {
	clear(m.first[:m.g.classes])
	end, at := uint8(noSubject), uint8(m.c.nw)
	for i := m.n - 1; i >= 0; i-- {
		p := &m.phrases[uint8(i)]
		classes := m.g.classesOf(p)
		for ; len(classes) > 1 && classAt(classes, 0)&classSubject != 0; classes = classes[2:] {
			if m.outers > 0 && m.isInner(i, classAt(classes, 0)&classBits) {
				continue
			}
			m.note(classes[:2], i+1)
			for ; at > p.first; at-- {
				m.subject[at] = end
			}
			end = min(end, p.last)
		}
		m.note(classes, i+1)
	}
	for i := range m.subject[:at+1] {
		m.subject[i] = end
	}
}

// note notes that classes occur in the phrase with a number, from 1.
func (m *matcher) note(classes string, number int) {
	for k := 0; k < len(classes)-1; k += 2 {
		class := classAt(classes, k) & classBits
		last := int(m.last[class])
		if m.first[class] == 0 {
			last = number
		}
		m.first[class], m.last[class] = uint8(number), uint8(last)
	}
}

// classAt returns that of classes which begins at byte k.
func classAt(classes string, k int) int { return int(classes[k]) | int(classes[k+1])<<8 }

// next returns the number of the first phrase of a class from number i on, or -1.
func (m *matcher) next(class, i int) int {
	if first := int(m.first[class]) - 1; i <= first || first < 0 {
		return first
	}
	return m.nextAgain(class, i)
}

// nextAgain is next for a class that occurs before.
func (m *matcher) nextAgain(class, i int) int {
	for ; i < int(m.last[class]); i++ {
		classes := m.g.classesOf(&m.phrases[i])
		for k := 0; k < len(classes)-1; k += 2 {
			if c := classAt(classes, k); c&classBits == class && (c == class || !m.isInner(i, class)) {
				return i
			}
		}
	}
	return -1
}

// classesOf returns the classes of p, in two bytes each.
func (g *Grammar) classesOf(p *phrase) string {
	at := int(p.node) + nodeSize
	return g.data[at : at+2*int(g.data[p.node+nodeClasses])]
}

// isInner reports whether phrase i lies within the name of a subject of another
// class: the "address" of an "ip address" is no recipient.
func (m *matcher) isInner(i, class int) bool {
	p := &m.phrases[i]
	for _, k := range m.outer[:m.outers] {
		o := &m.phrases[k]
		if o.first > p.first || o.last < p.last || o.first == p.first && o.last == p.last {
			continue
		}
		classes := m.g.classesOf(o)
		for k := 0; k < len(classes)-1 && classAt(classes, k)&classSubject != 0; k += 2 {
			if classAt(classes, k)&classBits != class {
				return true
			}
		}
	}
	return false
}

// maxOuter bounds the subjects of several words in a clause.
const maxOuter = 64

// noSubject is beyond any clause.
const noSubject = 255

// negations notes before which words a NOT stands.
func (m *matcher) negations() {
	clear(m.not[:])
	if m.flags&flagNot == 0 {
		return
	}
	for k := range m.phrases[:m.n] {
		p := &m.phrases[k]
		if m.g.data[p.node]&flagNot == 0 {
			continue
		}
		for i := int(p.last); i <= m.c.nw && m.weight[i] == m.before[p.last]; i++ {
			m.not[i] = p.first + 1
		}
	}
}

// rules finds the rules in the clause: those of each phrase for which another class
// that they need occurs.
func (m *matcher) rules(f *Found) {
	g := m.g
	for i := range m.phrases[:m.n] {
		at := g.u32(int(m.phrases[uint8(i)].node) + nodeRules)
		n := g.u16(at)
		places := at + 2 + 2*n
		needs := g.data[at+2 : places]
		for k := 0; k < len(needs)-1; k += 2 {
			if m.first[classAt(needs, k)&classBits] != 0 {
				m.try(g.u32(places+2*k), i, f)
			}
		}
	}
}

// try looks for the rule at a place of the data, which phrase i has found. Where the
// class that finds it occurs again, it has been looked for.
func (m *matcher) try(at, i int, f *Found) {
	if int(m.first[m.g.u16(at+ruleFinder)&classBits]) != i+1 {
		return
	}
	n := int(m.g.data[at+ruleCount])
	elems := m.g.data[at+ruleSize : at+ruleSize+elementSize*n]
	if !m.canFollow(elems) {
		return
	}
	if n > 2 {
		clear(m.dead[2:n])
	}
	class := classAt(elems, 0)
	for i := m.next(class, 0); i >= 0; i = m.next(class, i+1) {
		if !m.negated(i, 0) {
			if last := m.follow(elems[elementSize:], i); last >= 0 {
				m.match(at, i, last, f)
				return
			}
		}
	}
}

// canFollow reports whether the classes of elements occur in their order.
func (m *matcher) canFollow(elems string) bool {
	least := 1 // what may be the number of a phrase, from 1
	for k := 0; k < len(elems)-2; k += elementSize {
		class := classAt(elems, k) & classBits
		first := int(m.first[class])
		least = max(least, first)
		if first == 0 || least > int(m.last[class]) {
			return false
		}
		least++
	}
	return true
}

// follow returns the last phrase of the rule whose elements elems follow the phrase
// prev, or -1.
func (m *matcher) follow(elems string, prev int) int {
	if len(elems) == 0 {
		return prev
	}
	class, gap := classAt(elems, 0), elems[2]
	from := m.phrases[prev].last
	subject := m.subject[from]
	if gap&gapOver != 0 {
		gap, subject = gap&^gapOver, noSubject
	}
	dead := &m.dead[len(elems)/elementSize]
	for i := m.next(class, prev+1); i >= 0; i = m.next(class, i+1) {
		first := m.phrases[i].first
		if first < from {
			continue
		}
		if m.weight[first]-m.before[from] > gap*wordWeight || subject <= first {
			return -1
		}
		if dead[i>>6]>>(i&63)&1 != 0 || m.negated(i, from) {
			continue
		}
		if last := m.follow(elems[elementSize:], i); last >= 0 {
			return last
		}
		dead[i>>6] |= 1 << (i & 63)
	}
	return -1
}

// negated reports whether a NOT that begins at word from or later stands right
// before phrase i.
func (m *matcher) negated(i int, from uint8) bool { return m.not[m.phrases[i].first] > from }

// match adds a match of the rule at a place of the data, from one phrase to another.
func (m *matcher) match(at, first, last int, f *Found) {
	if f.N == maxMatches {
		return
	}
	start, _ := m.span(&m.phrases[uint8(first)])
	_, end := m.span(&m.phrases[uint8(last)])
	found := Match{int32(m.g.u16(at)), start, end, m.clause, int32(m.g.data[at+ruleCount])}
	if f.N > 0 && f.Matches[f.N-1] == found {
		return // another form of the same rule
	}
	f.Matches[f.N] = found
	f.N++
}

// span returns where p stands in the text.
func (m *matcher) span(p *phrase) (start, end int32) {
	if p.last > p.first {
		return m.c.words[p.first].start, m.c.words[p.last-1].end
	}
	return m.c.marks[p.mark].start, m.c.marks[p.mark].end
}

// names notes the addresses, hosts and local parts of the clause.
func (m *matcher) names(text string, f *Found) {
	for _, k := range m.c.marks[:m.c.nm] {
		local := k.kind == markQuoted && k.at > 0 && isOwnerWord(m.c.word(int(k.at)-1))
		if k.kind != markAddress && k.kind != markHost && !local || f.NNames == maxNames || m.isMember(k) {
			continue
		}
		f.Names[f.NNames] = Name{k.start, k.end, m.clause, k.kind == markHost, local, m.c.asks(int(k.at))}
		f.NNames++
	}
}

// isMember reports whether what looks like the name of a host is a member of a
// class: "SMTPSEND.DNS.NonExistentDomain".
func (m *matcher) isMember(k mark) bool {
	for i := range m.phrases[:m.n] {
		if p := &m.phrases[i]; k.kind == markHost && p.first == k.at && p.last == k.at+1 && m.c.words[p.first].start == k.start {
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
	node := g.find(&g.words, fold(buf[:0], word))
	return node != 0 && (g.data[node] != 0 || g.data[node+nodeClasses] > 0 || g.u16(node+nodeNext) > 0)
}
