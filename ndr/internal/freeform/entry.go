package freeform

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// An entry is a line that begins with an address, bullets and quotes aside.
type entry struct {
	address string
	// rest is what follows; sep its first character, 0 where nothing does.
	rest string
	sep  byte
	// original is the address that it was made from, where the line tells.
	original string
	// more are further addresses where the line is a list of them.
	more []string
	// code says that a reply code stood in front, status which one behind it; named
	// says that a name did.
	code, named bool
	status      codes.Status
}

// readEntry reads a line that begins with an address.
func readEntry(line string) (entry, bool) {
	head := strings.TrimLeft(line, " \t*-=>•·・●■◆→|#")
	var e entry
	if code, status, rest := leadingCode(head); code {
		e.code, e.status, head = true, status, rest
	}
	m, ok := lex.NextAddress(head, 0)
	if !ok {
		return localEntry(head, e)
	}
	if e.named = m.Start > 0 && !isDecoration(head[:m.Start]); e.named && !isDisplayName(head[:m.Start], m) {
		return e, false
	}
	e.address = m.Address
	e.rest = head[m.End:]
	e = e.skipRepeated().skipAlias()
	e.sep = separator(e.rest)
	return e, true
}

// leadingCode reads "550 5.1.1 " at the start of a transcript's line.
func leadingCode(s string) (ok bool, status codes.Status, rest string) {
	if len(s) < 5 || !lex.IsDigits(s[:3]) || !reply.IsReplyCode(s) || s[3] != ' ' && s[3] != '-' {
		return false, status, s
	}
	rest = strings.TrimLeft(s[4:], " ")
	if word, after, cut := strings.Cut(rest, " "); cut {
		if status = codes.FindStatus(word); status.IsValid() {
			rest = after
		}
	}
	return true, status, strings.TrimLeft(rest, " ")
}

// isDecoration reports whether s, which stands before an address, is no more
// than a number or brackets.
func isDecoration(s string) bool { return strings.Trim(s, "0123456789.)([]{}\"' ") == "" }

// isDisplayName reports whether s, which stands before an address in angle
// brackets, or is in quotes itself, can be its display name, or a word like "SMTP": no word of it is
// one of a sentence.
func isDisplayName(s string, m lex.Mention) bool {
	quoted := len(s) > 3 && s[0] == '"' && strings.IndexByte(s[1:], '"') == len(strings.TrimRight(s, " "))-2
	if !m.Angled && !quoted || len(s) > 60 || strings.ContainsAny(s, ":;.!?") {
		return false
	}
	for _, word := range strings.Fields(s) {
		if 'a' <= word[0] && word[0] <= 'z' {
			return false
		}
	}
	return true
}

// skipAlias passes over Postfix's "(expanded from <a@b>)".
func (e entry) skipAlias() entry {
	rest := strings.TrimLeft(e.rest, " \t>")
	end := strings.IndexByte(rest[:min(len(rest), lex.MaxLocalPart+lex.MaxDomain)], ')')
	if end < 0 || rest[0] != '(' {
		return e
	}
	if address, ok := aliasOf(rest[:end]); ok {
		e.original, e.rest = address, rest[end+1:]
	}
	return e
}

// skipRepeated passes over the same address given twice, as in
// "a@b <a@b>: reason", and gathers the other addresses of a list.
func (e entry) skipRepeated() entry {
	for named := false; ; {
		rest := strings.TrimLeft(e.rest, " \t\"'>)]")
		listed := strings.TrimLeft(rest, ",;/ ")
		m, ok := lex.NextAddress(listed[:min(len(listed), lex.MaxLocalPart+lex.MaxDomain)], 0)
		if !ok || m.Start != 0 || len(e.more) >= maxInLine {
			return e
		}
		switch {
		case m.Address == e.address:
		case listed != rest:
			e.more = append(e.more, m.Address)
		case m.Angled && len(e.more) == 0 && !named:
			// The address in front was the display name of this one.
			e.address, named = m.Address, true
		default:
			return e
		}
		e.rest = listed[m.End:]
	}
}

// separator returns the character that parts an address from what is said of
// it: ':' '.' (for "...") '-' '(' '[' '\t', ' ' for plain text, 0 for nothing.
func separator(rest string) byte {
	rest = strings.TrimLeft(rest, "\"'>)]")
	trimmed := strings.TrimSpace(rest)
	switch {
	case trimmed == "" || trimmed == "," || trimmed == ";" || trimmed == ".":
		return 0
	case strings.HasPrefix(trimmed, "..."):
		return '.'
	case strings.HasPrefix(trimmed, ":"), strings.HasPrefix(trimmed, "："):
		return ':'
	case strings.HasPrefix(trimmed, "-"), strings.HasPrefix(trimmed, "–"), strings.HasPrefix(trimmed, "—"), strings.HasPrefix(trimmed, "=>"):
		return '-'
	case trimmed[0] == '(' || trimmed[0] == '[' || trimmed[0] == '|':
		return trimmed[0]
	case rest[0] == '\t' || strings.HasPrefix(rest, "   "):
		return '\t'
	}
	return ' '
}

// localEntry reads Sendmail's "user... reason" and "<user>", where no domain
// is given.
func localEntry(head string, e entry) (entry, bool) {
	end := strings.IndexAny(head, " \t:")
	if end < 0 {
		end = len(head)
	}
	word := head[:end]
	name := strings.TrimSuffix(word, "...")
	angled := strings.HasPrefix(name, "<") && strings.HasSuffix(name, ">")
	if !angled && name == word {
		return e, false
	}
	name = strings.ToLower(strings.Trim(name, "<>"))
	if !lex.IsLocalPart(name) || strings.ContainsAny(name, ".") || angled && mime.IsHTMLTag(name) {
		return e, false
	}
	e.address, e.rest = name, head[end:]
	if !angled {
		e.rest = head[end-3:]
	}
	e.sep = separator(e.rest)
	return e, true
}

// entryLine takes a line that begins with an address. It is a recipient where
// its shape says so, or where recipients were announced.
func (r *textReader) entryLine(i, indent int, line string) bool {
	e, ok := readEntry(line)
	if !ok && r.inList(indent) {
		e, ok = nameEntry(line)
	}
	if !ok && (r.isListedName(i, indent, line) || r.listening && isDirectoryName(line)) {
		e, ok = entry{address: strings.ToLower(line)}, true
	}
	if !ok {
		return false
	}
	if e.isPair() {
		r.pairs++
	}
	local := !strings.Contains(e.address, "@")
	if local && !e.code && e.sep != '.' && !r.inList(indent) {
		return false
	}
	if r.open != nil && r.open.address == e.address {
		r.addToOpen(line)
		return true
	}
	t := r.entryTier(e, indent)
	if t == 0 {
		return false
	}
	f := r.add(i, e.address, t)
	if e.status.IsValid() {
		f.ownStatus = e.status
	}
	f.indent, f.afterReplyCode, f.row = indent, e.code, e.sep == '|' || e.sep == '\t'
	if e.original != "" {
		f.original = e.original
	}
	r.open, r.listIndent = f, indent
	r.entryText(f, e, line)
	for _, address := range e.more {
		r.add(i, address, t).indent = indent
	}
	return true
}

// namelessEntries begin the line of a delivery that has no address: Exim's to a
// program, a file, or as an answer, and Sendmail's to a program.
var namelessEntries = []string{"pipe to |", "save to /", "mail to <", "pipe to \"|", "\"|", "|\"", "|/"}

func isNamelessEntry(line string) bool {
	line = strings.TrimLeft(line, "- ")
	for _, start := range namelessEntries {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

// isFile reports whether a line is the path of a mailbox file, and the next one
// tells whose: Exim's delivery to a file.
func (r *textReader) isFile(i int, line string) bool {
	if line[0] != '/' || strings.IndexByte(line, ' ') >= 0 {
		return false
	}
	_, ok := aliasOf(r.next(i))
	return ok
}

// isPair reports whether the next cell of a row is another address.
func (e entry) isPair() bool {
	cells := strings.TrimLeft(e.rest, " \t|")
	m, ok := lex.NextAddress(cells[:min(len(cells), lex.MaxLocalPart+lex.MaxDomain)], 0)
	return ok && len(cells) < len(e.rest) && m.Start == 0 && m.Address != e.address && !m.Angled
}

// entryText notes what the line of an entry says of it.
func (r *textReader) entryText(f *candidate, e entry, line string) {
	rest := strings.TrimSpace(strings.TrimLeft(e.rest, " \t\"'>)]:.,;-–—="))
	if e.code {
		if strings.Contains(f.address, "@") && !r.isProgramOutput(f.last-1) {
			r.attribute(f)
		}
		// QUIRK: Sendmail 5 writes "554 <a@b>... 550 Host unknown", where the
		// first code is its own and the second what it was told.
		if len(rest) < 4 || !reply.IsReplyCode(rest) {
			rest = line
		}
	}
	if e.sep == '(' || e.sep == '[' {
		if end := strings.TrimRight(rest, ".,; "); strings.HasSuffix(end, ")") || strings.HasSuffix(end, "]") {
			rest = strings.Trim(end, "()[]")
		}
	}
	rest = f.takeAction(rest)
	if rest != "" {
		r.addToOpen(rest)
	}
	if e.code && r.isProgramOutput(f.last-1) {
		r.addToOpen(strings.TrimSpace(r.lines[f.last-1]))
	}
}

// takeAction reads "Failed; 5.1.1 (why)" and returns what follows the action.
// SIMS, iPlanet and their heirs write it behind the address.
func (f *candidate) takeAction(rest string) string {
	word, after, ok := strings.Cut(rest, ";")
	action := found.ParseAction(word)
	if !ok || action == found.NoAction || strings.Contains(word, " ") {
		return rest
	}
	f.action = action
	if after = strings.TrimSpace(after); reply.StatusLine(after) == 0 {
		f.status = codes.FindStatus(after[:min(len(after), 12)])
	}
	return after
}

// isProgramOutput reports whether line i is what the program that delivers said
// of its failure, which the mail system then tells in its own words:
// "procmail: Quota exceeded while writing ...".
func (r *textReader) isProgramOutput(i int) bool {
	if i < 0 {
		return false
	}
	line := strings.TrimSpace(r.lines[i])
	program, said, ok := strings.Cut(line, ": ")
	return ok && lex.IsLocalPart(program) && reply.ReplyIn(line) < 0 && !strings.Contains(line, "@") && reply.HasKnownReason([]string{said})
}

// inList reports whether a line at this indentation goes on with a list.
func (r *textReader) inList(indent int) bool {
	return r.listening || r.last != nil && r.open == nil && indent == r.listIndent && r.last.tier <= tierListed
}

// entryTier says how sure it is that an entry is a recipient, 0 for one that
// is none.
func (r *textReader) entryTier(e entry, indent int) tier {
	switch {
	case r.namesSender(), e.code && e.sep == 0, e.named && !r.inList(indent):
		return 0
	case e.code:
		return tierBare
	case e.sep == ':' || e.sep == '.':
		return tierListed
	case r.says(lex.FoldLower(e.rest))&wording.SaysContact != 0:
		return 0
	case r.inList(indent):
		return tierListed
	case e.sep == ' ' && r.says(lex.FoldLower(e.rest))&wording.SaysOutcome == 0:
		return 0
	case e.sep == 0:
		return tierBare
	}
	return tierListed
}

// namesSender reports whether the line before says that a sender follows:
// Exim's "A message sent by".
func (r *textReader) namesSender() bool {
	if r.previous < 0 {
		return false
	}
	return wording.Senders.EndIn(lex.FoldLower(r.lines[r.previous])) || r.asksBefore()
}

// asksBefore reports whether the line before tells whom to ask for help.
func (r *textReader) asksBefore() bool {
	return r.previous >= 0 && !r.listening && r.senses(r.previous, r.previous+1)&wording.SaysContact != 0
}
