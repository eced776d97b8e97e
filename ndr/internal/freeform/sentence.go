package freeform

import (
	"cmp"
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// isStatement reports whether a line right below what a sentence said of one
// recipient does so of the next: words that say why, and the address at its
// end, or behind the same words as the one before.
//
// QUIRK: IMail writes "undeliverable to a@b", one line a recipient.
func (r *textReader) isStatement(line string) bool {
	m, ok := lex.NextAddress(line, 0)
	if !ok || m.Start == 0 || !r.open.prose && !r.open.labelled || m.Address == r.open.address {
		return false
	}
	head := lex.FoldPlain(line[:m.Start])
	if m.End != len(line) && head != leadOf(r.lines[r.open.first]) {
		return false
	}
	return !wording.EndsInSender(head) && (r.says(head)&wording.SaysOutcome != 0 || reply.HasKnownReason([]string{head}))
}

// leadOf returns the words of a line before the first address, folded. It looks
// at no more than MaxPhraseLine bytes of a line that many others may follow.
func leadOf(line string) string {
	line = lex.CutText(line, lex.MaxPhraseLine)
	m, _ := lex.NextAddress(line, 0)
	return lex.FoldPlain(line[:m.Start])
}

// proseLine reads a line of plain text: an introduction, a heading, a
// sentence that names a recipient, the name of the reporting host.
func (r *textReader) proseLine(i, indent int, line string) {
	if address, ok := aliasOf(line); ok && strings.Contains(address, "@") {
		// A pipe or file has no address but the one that it was made from.
		r.open = r.add(i, address, tierListed)
		r.open.indent = indent - 1
		if i > 0 {
			r.addToOpen(strings.Trim(r.lines[i-1], " \t-"))
		}
		return
	}
	if isNamelessEntry(line) || r.isFile(i, line) {
		// Its address is in a line below.
		r.open = &candidate{piped: true, indent: indent, action: r.action, tier: tierListed, first: i, last: i, block: []string{strings.TrimLeft(line, "- ")}}
		return
	}
	first := i
	if !r.afterBlank && r.previous >= 0 {
		first = r.previous
	}
	says := r.senses(first, i+1)
	if r.server == "" && says&(wording.SaysServer|wording.HintsServer) != 0 {
		r.server = cmp.Or(r.serverIn(first, i+1), r.serverIn(i, i+1))
	}
	if r.server == "" {
		r.server = r.signature(line)
	}
	action, phrase := r.actionOf(says, first, i+1)
	if phrase {
		r.action = action
	}
	r.listening = (phrase && len(line) < 400 || lex.EndsInColon(r.text(i, i+1)) || r.listening && !r.afterBlank) && says&wording.SaysContact == 0
	if phrase || strings.IndexByte(line, '@') >= 0 {
		r.sentence(i, indent, line, phrase)
	}
}

// actionOf tells what happened where the lines from first to before end say
// that.
func (r *textReader) actionOf(says wording.Sense, first, end int) (found.Action, bool) {
	switch {
	case says&wording.SaysFinal != 0:
		r.sawFinal = true
		return found.Failed, true
	case says&wording.SaysDelayed != 0:
		r.sawDelay = r.sawDelay || !strings.Contains(r.text(first, end), "---")
		return found.Delayed, true
	case says&wording.SaysFailed != 0:
		r.sawFailure = true
		return found.Failed, true
	case says&wording.SaysDelivered != 0:
		r.sawSuccess = true
		return found.Delivered, true
	}
	return r.action, false
}

// sentence looks for recipients in a line of plain text.
func (r *textReader) sentence(i, indent int, line string, phrase bool) {
	for from, n := 0, 0; n < maxInLine; n++ {
		m, ok := lex.NextAddress(line, from)
		if !ok {
			return
		}
		r.mention(i, indent, line, m, from, phrase)
		from = m.End
	}
}

// mention notes one address in a sentence unless it is that of a sender, or
// one to ask for help.
func (r *textReader) mention(i, indent int, line string, m lex.Mention, from int, phrase bool) {
	head, tail := line[from:m.Start], line[m.End:]
	before := sentenceEnd(lex.FoldPlain(head))
	after, _, ended := strings.Cut(lex.FoldLower(tail), ". ")
	if !ended && r.says(lex.FoldLower(r.next(i)))&wording.SaysContact != 0 || strings.TrimSpace(head+tail) == "" && r.asksBefore() {
		return
	}
	if wording.EndsInSender(before) || r.says(before)&wording.SaysContact != 0 || reply.ReplyIn(line[:m.Start]) >= 0 {
		return
	}
	t := tierProse
	around := before + " " + after
	if len(before) < 60 && r.previous >= 0 {
		around = r.text(r.previous, r.previous+1) + " " + around
	}
	if phrase {
		if says := r.says(around); says&wording.SaysOutcome != 0 && says&wording.SaysContact == 0 {
			t = tierListed
		}
	}
	if t == tierProse && r.last != nil && r.last.first == i && from > 0 && isListGlue(head) {
		t = r.last.tier
	}
	if t == tierProse && (reply.ReplyIn(tail) >= 0 || strings.TrimSpace(tail) == "" && lex.EndsInColon(head) && reply.HasKnownReason([]string{head})) {
		t = tierListed
	}
	if t == tierProse && r.senses(max(r.previous, 0), min(i+2, len(r.lines)))&wording.SaysOutcome == 0 && !reply.HasKnownReason([]string{line}) {
		if !r.IsDaemon() {
			return
		}
		t = tierVague
	}
	if r.forwards(i, before) {
		r.last.original = r.last.address
		r.last.address = m.Address
		r.byKey[m.Address] = r.last
	}
	f := r.add(i, m.Address, t)
	f.indent, f.prose = indent, len(f.block) == 0
	if f.namingSentence == "" {
		f.namingSentence = r.wrapped(i, line)
	}
	r.open = f
	r.addToOpen(strings.TrimLeft(strings.TrimSpace(tail), ".,;:>)] "))
}

// isListGlue reports whether s, which stands between two addresses, parts those
// of a list.
func isListGlue(s string) bool {
	switch strings.Trim(s, " ,;/<>\"'()") {
	case "", "and", "&", "und", "et", "e", "y", "en", "och", "og", "i", "и":
		return true
	}
	return false
}

// forwards reports whether the words between the last recipient and the next one
// on line i say that the mail of the one is passed on to the other.
func (r *textReader) forwards(i int, between string) bool {
	return r.last != nil && r.last == r.open && r.last.prose && r.last.first == i && len(between) < 60 && strings.HasSuffix(strings.TrimRight(between, " <\"'"), "forwarded to")
}

// wrapped returns line i together with the line before where a sentence runs
// over both.
func (r *textReader) wrapped(i int, line string) string {
	if i == 0 || r.afterBlank {
		return line
	}
	before := strings.TrimSpace(r.lines[i-1])
	if before == "" || strings.ContainsAny(before[len(before)-1:], ".:;!?") || strings.Contains(before, "@") {
		return line
	}
	return before + " " + line
}

// next returns the line behind line i, "" where there is none.
func (r *textReader) next(i int) string {
	if i+1 < len(r.lines) {
		return r.lines[i+1]
	}
	return ""
}

// sentenceEnd returns the last sentence of a folded text.
func sentenceEnd(s string) string {
	if i := strings.LastIndex(s, ". "); i >= 0 {
		return s[i+2:]
	}
	return s
}
