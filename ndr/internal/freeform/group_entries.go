package freeform

import (
	"cmp"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file tells which lines that begin with an address name a recipient.

// entry takes a line that begins with an address, or that is a name in a list.
// It is a recipient where its shape says so, or where recipients were announced.
func (g *grouper) entry(l *line) bool {
	e, ok := g.entryOf(l)
	if !ok {
		return false
	}
	if e.isPair() {
		g.out.pairs++
	}
	if !strings.Contains(e.address, "@") && !e.afterCode && e.sep != '.' && !g.inList(l.indent) {
		return false
	}
	if g.open != nil && g.open.address == e.address {
		g.addToOpen(l.text)
		return true
	}
	t := g.entryTier(&e, l.indent)
	if t == 0 {
		return false
	}
	inSession := e.afterCode || e.sep == '.'
	if !inSession {
		g.session.stage = codes.StageUnknown
	}
	c := g.add(l.index, e.address, t)
	c.ownStatus, c.original = cmp.Or(e.status, c.ownStatus), cmp.Or(e.original, c.original)
	c.indent, c.afterCode, c.inSession, c.inTable = l.indent, e.afterCode, inSession, e.sep == '|' || e.sep == '\t'
	g.open, g.listIndent = c, l.indent
	g.entrySays(l, &e)
	for _, address := range e.more {
		g.add(l.index, address, t).indent = l.indent
	}
	return true
}

// entryOf returns the entry of a line. Where recipients are listed a name
// without a domain is one too.
func (g *grouper) entryOf(l *line) (entry, bool) {
	if l.class == classEntry || l.class == classQuotedEntry {
		return l.entry, true
	}
	if g.inList(l.indent) {
		if e, ok := nameEntry(l.text); ok {
			return e, true
		}
	}
	if g.listing && (g.isListedName(l) || isDirectoryName(l.text)) {
		return entry{address: lex.LowerASCII(l.text)}, true
	}
	return entry{}, false
}

// isListedName reports whether a line is a local part alone in a list, the reason
// indented below it: Sendmail and Exim write the local parts of their own users
// so. Below a sentence that announces recipients, AOL wrote one without a reason.
func (g *grouper) isListedName(l *line) bool {
	if !isListedName(l.text) {
		return false
	}
	above := g.foldedText(max(g.previous-1, 0), g.previous+1)
	return lex.IndentWidth(next(g.report, l.index)) > l.indent ||
		l.indent > 0 && !g.afterBlank && lex.EndsInColon(above) && wording.ListWords.In(above)
}

// entrySays notes what the line of the open candidate says of it.
func (g *grouper) entrySays(l *line, e *entry) {
	c, output := g.open, g.outputAbove(l, e)
	if c.inSession && c.hasDomain() {
		g.attribute(c)
	}
	action, said := cutAction(e.said(l.text))
	if action != found.NoAction {
		c.action = action
		if reply.StatusLine(said) == 0 {
			c.status = codes.FindStatus(said[:min(len(said), maxStatus)])
		}
	}
	c.deferred = lex.HasPrefixLower(said, "deferred") && (c.first == l.index || c.deferred)
	g.addToOpen(said)
	g.addToOpen(output)
	c.inOwnRow = c.inOwnRow || e.sep == ':' && len(c.block) > 0
}

// outputAbove returns the line above an entry of a transcript, where it tells what
// the entry says in the mail system's own words: what a program said, or the
// system's own reply above "<a@b>... Deferred".
func (g *grouper) outputAbove(l *line, e *entry) string {
	if e.sep != '.' || l.index == 0 {
		return ""
	}
	above := strings.TrimSpace(g.report[l.index-1])
	if isProgramOutput(above) || !e.afterCode && reply.ReplyIn(above) == 0 && reply.ReplyIn(e.rest) < 0 && !strings.Contains(above, "@") {
		return above
	}
	return ""
}

// inList reports whether a line at this indentation goes on with a list.
func (g *grouper) inList(indent int) bool {
	return g.listing || g.last != nil && indent == g.listIndent && g.last.tier <= tierListed
}

// entryTier says how sure it is that an entry is a recipient, 0 for one that
// is none.
func (g *grouper) entryTier(e *entry, indent int) tier {
	switch {
	case e.afterCode && e.sep == 0, e.named && !g.inList(indent):
		return 0
	case g.announcesSender() && !(e.sep == ':' && g.afterBlank && reply.ReplyIn(g.report[g.previous]) >= 0):
		return 0 // but what a server said of the one before introduces nobody
	case e.afterCode:
		return tierBare
	case e.sep == ':':
		return tierListed
	}
	says := g.sensesOf(e.rest)
	switch {
	case says&wording.SaysContact != 0:
		return 0
	case g.inList(indent):
		return tierListed
	case e.sep == ' ' && says&wording.SaysOutcome == 0:
		return 0
	case e.sep == 0:
		return tierBare
	}
	return tierListed
}

// announcesSender reports whether the line before says that a sender follows,
// as in Exim's "A message sent by", or one to ask for help.
func (g *grouper) announcesSender() bool {
	if g.previous < 0 {
		return false
	}
	named := strings.IndexByte(g.report[g.previous], '@') >= 0 // the folded text leaves out whom
	return !named && wording.Senders.EndIn(g.foldedText(g.previous, g.previous+1)) || g.announcesContact()
}

// announcesContact reports whether the line before tells whom to ask for help.
func (g *grouper) announcesContact() bool {
	return g.previous >= 0 && g.senses(g.previous, g.previous+1)&wording.SaysContact != 0
}
