package freeform

import (
	"cmp"
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file tells which candidate a row is about.

// row takes a row. It reports false where the row says nothing at its place, so
// that the line is read another way.
func (g *grouper) row(l *line) bool {
	if g.open != nil && !g.open.inRow && len(g.open.block) > 0 && !mayFollow(l.label) {
		return false
	}
	switch {
	case l.value == "":
		// The value is on the lines below, which are read as what they are.
		g.listing = g.listing || l.label == wording.LabelRecipient
		return l.label != wording.LabelRemote
	}
	switch l.label {
	case wording.LabelRecipient, wording.LabelTo:
		return g.recipientRow(l)
	case wording.LabelRemote:
		return g.remoteRow(l)
	case wording.LabelStatus:
		return g.statusRow(l)
	case wording.LabelReason:
		g.reasonRow(l)
	case wording.LabelServer:
		if g.out.server == "" {
			g.out.server = cmp.Or(fieldHost(l.value), hostAmong(lex.FoldLower(l.value)))
		}
	case wording.LabelDiagnostic:
		g.open = g.subject()
		g.open.diagnostic, g.open.block = l.value, nil
	case wording.LabelOriginal:
		g.subject().original = lex.AddressOrLocal(l.value)
	case wording.LabelAction:
		g.actionRow(l)
	case wording.LabelLastAttempt:
		g.subject().lastAttempt = l.value
	}
	return true
}

// mayFollow reports whether a row with that label goes on with what was said of
// a recipient in a list: most others stand in the lines that a server wrote.
func mayFollow(l wording.Label) bool {
	return l == wording.LabelRecipient || l == wording.LabelReason || l == wording.LabelDiagnostic || l == wording.LabelRemote
}

// subject returns the candidate that a row is about: the last one in the same
// group of lines, or the next.
func (g *grouper) subject() *candidate {
	c := g.last
	if c != nil && (g.open == c || c.tier < tierProse && (!g.afterBlank || c.tier != tierNamed)) {
		return c
	}
	if g.pending == nil {
		g.pending = new(candidate)
	}
	return g.pending
}

// recipientRow takes a row that names a recipient.
func (g *grouper) recipientRow(l *line) bool {
	e, t := readRecipientRow(l, next(g.report, l.index))
	if t == 0 {
		return false
	}
	if known := g.out.byAddress[e.address]; known != nil && t == tierNamed && known.tier == tierNamed {
		delete(g.out.byAddress, e.address) // each group of fields is handed on
	}
	c := g.add(l.index, e.address, t)
	if ahead := g.pending; ahead != nil {
		c.original, c.diagnostic = cmp.Or(c.original, ahead.original), cmp.Or(ahead.diagnostic, c.diagnostic)
		c.status, c.remote = cmp.Or(ahead.status, c.status), cmp.Or(ahead.remote, c.remote)
		c.action, c.byRow, g.pending = cmp.Or(ahead.action, c.action), ahead.byRow, nil
	}
	c.sentence, g.open, c.inRow = l.text, c, true
	for _, address := range e.more {
		g.add(l.index, address, t)
	}
	c.addLine(e.rest)
	return true
}

// remoteRow takes a row that names the remote host.
//
// QUIRK: behind "Server:" alone many give their own name.
func (g *grouper) remoteRow(l *line) bool {
	host := fieldHost(l.value)
	switch {
	case host == "":
		return false
	case hasOneWordName(l.text) && g.isFromHost(host):
		g.out.server = host
	default:
		g.subject().remote = host
	}
	return true
}

// actionRow takes a row that says what happened.
func (g *grouper) actionRow(l *line) {
	action := found.ParseAction(l.value)
	if action == found.NoAction {
		return
	}
	c := g.subject()
	if c.byRow && action != c.action {
		c = g.another(c, l.index)
	}
	c.action, c.byRow = action, true
}

// another returns a further candidate for the address of c: the row on the line with
// the index i says the contrary of an earlier row. The merge weighs both.
// Rows ahead of an address have none yet.
func (g *grouper) another(c *candidate, i int) *candidate {
	if c.address == "" {
		return c
	}
	delete(g.out.byAddress, c.address)
	return g.add(i, c.address, c.tier)
}

// statusRow takes a row with a status, and the words in parentheses behind it.
func (g *grouper) statusRow(l *line) bool {
	status, why := statusOfRow(l.value)
	if !status.IsValid() {
		return false
	}
	c := g.subject()
	if c.status.IsValid() && (c.status.Class() != status.Class() || !c.status.Generic() && !status.Generic() && c.status != status) {
		c = g.another(c, l.index)
	}
	c.status = status
	if c.diagnostic == "" {
		c.addLine(why)
	}
	return true
}

// reasonRow takes a row with a reason, for the candidate at hand or for all. A
// reason about none may name a recipient itself. The reason in a paragraph that names
// no recipient is about another than one who has his reason.
func (g *grouper) reasonRow(l *line) {
	c := g.last
	if g.open != nil && g.open.address == "" {
		c = g.open
	}
	switch {
	case c != nil && c != g.open && c.reason != "":
		return
	case c != nil:
		c.addLine(l.value)
		c.reason = strings.Trim(l.value, "() ")
		g.open = c
		return
	}
	if len(g.out.reasons) < maxBlock {
		g.out.reasons = append(g.out.reasons, l.value)
	}
	if address := g.recipientInReason(l.value); address != "" {
		g.add(l.index, address, tierProse).sentence = l.value
	}
}

// recipientInReason returns the recipient that a reason names, "" where it names
// none, or a sender.
func (g *grouper) recipientInReason(reason string) string {
	m, ok := lex.NextAddress(reason, 0)
	if !ok {
		return quotedUser(reason)
	}
	if !reply.HasKnownReason([]string{reason}) && g.sensesOf(lex.FoldPlain(reason))&wording.SaysFailed == 0 || wording.EndsInSender(lex.FoldPlain(reason[:m.Start])) {
		return ""
	}
	return m.Address
}
