package freeform

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file reads sentences: what happened, who is named in them, and whether
// a list follows.

// prose reads a line of plain text: an introduction, a heading, a sentence that
// names a recipient, the name of the reporting host.
func (g *grouper) prose(l *line) {
	first := l.index
	if !g.afterBlank && g.previous >= 0 {
		first = g.previous
	}
	says := g.senses(first, l.index+1)
	if g.out.server == "" {
		g.out.server = findServer(g.TextView, first, l.index, says, l.text)
	}
	if g.out.server == "" && g.previous < 0 {
		g.out.server = hostAlone(l.text)
	}
	told := g.noteOutcome(says, first, l.index+1)
	g.listing = says&wording.SaysContact == 0 &&
		(told || lex.EndsInColon(g.foldedText(l.index, l.index+1)) || g.listing && !g.afterBlank)
	if strings.IndexByte(l.text, '@') >= 0 {
		g.mentions(l, told)
	}
}

// noteOutcome notes what the lines from first to before end say happened, and
// reports whether they say it.
func (g *grouper) noteOutcome(says wording.Sense, first, end int) bool {
	o := &g.out.outcome
	switch {
	case says&wording.SaysFinal != 0:
		o.final, g.action = true, found.Failed
	case says&wording.SaysDelayed != 0:
		g.action = found.Delayed
		// Between dashes it is the heading of a section, which may be empty.
		if !slices.ContainsFunc(g.report[first:end], isSectionHeading) {
			o.delayed = true
		}
	case says&wording.SaysFailed != 0:
		o.failed, g.action = true, found.Failed
	case says&wording.SaysDelivered != 0:
		o.delivered, g.action = true, found.Delivered
	default:
		return false
	}
	return true
}

// mentions notes the recipients that a line of plain text names; told says that
// the line, or the one before, says what happened.
func (g *grouper) mentions(l *line, told bool) {
	said := reply.ReplyIn(l.text)
	for from, n := 0, 0; n < maxMentions; n++ {
		m, ok := lex.NextAddress(l.text, from)
		if !ok || said >= 0 && said < m.Start {
			return // what stands in a server's reply is its own
		}
		n := newMention(l.text, m, from)
		n.follows = g.last != nil && g.last.first == l.index
		g.mention(l, n, told)
		from = m.End
	}
}

// A mention is an address in a line of plain text with the words around it.
type mention struct {
	lex.Mention
	// head and tail are the text before it, back to the address before, and
	// after it.
	head, tail string
	// before and after are what of its own sentence they hold, folded.
	before, after string
	// ends says that its sentence ends on the line, follows that a recipient stands before
	// it there.
	ends, follows bool
}

func newMention(line string, m lex.Mention, from int) mention {
	n := mention{Mention: m, head: line[from:m.Start], tail: line[m.End:]}
	n.before = lex.FoldPlain(n.head)
	if i := strings.LastIndex(n.before, ". "); i >= 0 {
		n.before = n.before[i+len(". "):]
	}
	n.after, _, n.ends = strings.Cut(lex.FoldLower(n.tail), ". ")
	return n
}

// mention notes one address in a sentence unless it is a sender's, or one to
// ask for help.
func (g *grouper) mention(l *line, m mention, told bool) {
	if g.isToAsk(l, &m) || wording.EndsInSender(m.before) || strings.HasPrefix(strings.TrimLeft(m.after, " >\"')"), "addressed to ") {
		return
	}
	t := g.mentionTier(l, &m, told)
	if t == 0 {
		return
	}
	// What the one before gets is passed on.
	forwarding := m.follows && strings.HasSuffix(strings.TrimRight(m.before, " <\"'"), "forwarded to")
	if forwarding {
		g.last.original = g.last.address
		g.last.address = m.Address
		g.out.byAddress[m.Address] = g.last
	}
	c := g.add(l.index, m.Address, t)
	c.indent, c.inSentence, c.ofGroup = l.indent, len(c.block) == 0, lex.EndsInWord(m.before, groupWords) || forwarding
	c.sentence = cmp.Or(c.sentence, g.wholeSentence(l))
	g.open = c
	g.addToOpen(strings.TrimLeft(strings.TrimSpace(m.tail), ".,;:>)] "))
}

// groupWords stand before the address of several people: what is said of one of
// them is not said of it.
var groupWords = []string{"the group", "the list", "mailing list", "distribution list", "distribution group", "members of", "member of", "the alias"}

// isToAsk reports whether the words around an address, or on the lines next to
// it, ask the reader to write to it for help.
func (g *grouper) isToAsk(l *line, m *mention) bool {
	below := next(g.report, l.index)
	return g.sensesOf(m.before)&wording.SaysContact != 0 ||
		strings.TrimSpace(m.tail) == "" && g.announcesContact() ||
		!m.ends && reply.ReplyIn(below) != 0 && g.sensesOf(below)&wording.SaysContact != 0
}

// mentionTier says how sure it is that an address in a sentence is a recipient,
// 0 for one that is none.
func (g *grouper) mentionTier(l *line, m *mention, told bool) tier {
	switch {
	case told && g.tellsOutcome(m):
		return tierListed
	case m.follows && isListGlue(m.head):
		return g.last.tier
	case reply.ReplyIn(m.tail) >= 0:
		return tierListed
	case g.senses(max(g.previous, 0), min(l.index+2, len(g.report)))&wording.SaysOutcome != 0 || reply.HasKnownReason([]string{l.text}):
		return tierProse
	case g.IsDaemon():
		return tierVague
	}
	return 0
}

// tellsOutcome reports whether the sentence around an address says what
// happened, and not whom to ask.
func (g *grouper) tellsOutcome(m *mention) bool {
	around := m.before + " " + m.after
	if g.previous >= 0 {
		around = g.foldedText(g.previous, g.previous+1) + " " + around
	}
	return g.sensesOf(around)&wording.SaysOutcome != 0
}

// isListGlue reports whether s, which stands between two addresses, parts addresses
// of a list.
func isListGlue(s string) bool {
	switch strings.Trim(s, " ,;/<>\"'()") {
	case "", "and", "&", "und", "et", "e", "y", "en", "och", "og", "i", "и":
		return true
	}
	return false
}

// wholeSentence returns a line together with the line before where a sentence
// runs over both.
func (g *grouper) wholeSentence(l *line) string {
	if l.index == 0 {
		return l.text
	}
	before := strings.TrimSpace(g.report[l.index-1])
	if before == "" || strings.ContainsAny(before[len(before)-1:], ".:;!?") || strings.Contains(before, "@") {
		return l.text
	}
	return before + " " + l.text
}

// repeatsSentence reports whether a line right below what a sentence or row
// said of one recipient does so of the next: words that say why, and the
// address at its end, or behind the same words as the one before.
//
// QUIRK: IMail writes "undeliverable to a@b", one line a recipient.
func (g *grouper) repeatsSentence(text string) bool {
	m, ok := lex.NextAddress(text, 0)
	if !ok || !g.open.inSentence && !g.open.inRow || m.Address == g.open.address {
		return false
	}
	head := lex.FoldPlain(text[:m.Start])
	if m.End != len(text) {
		above := lex.CutText(g.report[g.open.first], lex.MaxPhraseLine) // which many lines may follow
		if named, _ := lex.NextAddress(above, 0); head != lex.FoldPlain(above[:named.Start]) {
			return false
		}
	}
	return !wording.EndsInSender(head) && (g.sensesOf(head)&wording.SaysOutcome != 0 || reply.HasKnownReason([]string{head}))
}
