package freeform

import (
	"cmp"
	"slices"
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
	// afterCode says that a reply code stood in front, status which status one
	// behind it or alone; named says that a name did.
	afterCode, named bool
	status           codes.Status
}

const (
	// maxDisplayName is how long the name in front of an address may be: longer
	// ones are words of a sentence.
	maxDisplayName = 60
	// maxMentions is how many addresses of one line are read.
	maxMentions = 100
	// maxStatus is longer than an enhanced status code.
	maxStatus = 12
)

// readEntry reads a line that begins with an address.
func readEntry(line string) (entry, bool) {
	if strings.IndexByte(line, '@') < 0 && strings.IndexByte(line, '<') < 0 && !strings.Contains(line, "...") {
		return entry{}, false // as most lines
	}
	head := line
	if line != "" && !lex.IsAlnum(line[0]) {
		head = strings.TrimLeft(line, " \t"+lex.Bullets)
	}
	var e entry
	if code, status, rest := leadingCode(head); code {
		e.afterCode, e.status, head = true, status, rest
	}
	head = cutAddressType(head)
	m, ok := lex.NextAddress(head, 0)
	if !ok {
		return localEntry(head, e)
	}
	if e.named = !isDecoration(head[:m.Start]); e.named && !isDisplayName(head[:m.Start], m) {
		return e, false
	}
	e.status = cmp.Or(e.status, codes.FindStatus(head[:m.Start])) // "5.1.1 <a@b>: reason"
	e.address = m.Address
	e.rest = head[m.End:]
	e = e.skipRepeated().skipAlias()
	e.sep = separator(e.rest)
	return e, true
}

// cutAddressType returns s without the type of the address that it begins with, as in
// the fields of RFC 3464, section 2.3.2, or in the names of Exchange: "rfc822; a@b",
// "SMTP:a@b".
func cutAddressType(s string) string {
	for _, kind := range []string{"rfc822;", "smtp:"} {
		if lex.HasPrefixLower(s, kind) {
			return strings.TrimLeft(s[len(kind):], " \t")
		}
	}
	return s
}

// leadingCode reads "550 5.1.1 " at the start of a transcript's line.
func leadingCode(s string) (ok bool, status codes.Status, rest string) {
	if len(s) < 5 || !reply.IsReplyCode(s) || s[3] != ' ' && s[3] != '-' {
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

// isDecoration reports whether s, which stands before an address, is at most a
// number or brackets.
func isDecoration(s string) bool { return strings.Trim(s, "0123456789.)([]{}\"' ") == "" }

// isDisplayName reports whether s, which stands before an address in angle
// brackets, or is in quotes itself, can be its display name, or a word like
// "SMTP": no word of it is one of a sentence.
func isDisplayName(s string, m lex.Mention) bool {
	if !m.Angled && s[0] != '"' || len(s) > maxDisplayName || strings.ContainsAny(s, ":;.!?=") {
		return false
	}
	for word := range strings.FieldsSeq(s) {
		if 'a' <= word[0] && word[0] <= 'z' {
			return false
		}
	}
	return true
}

// skipAlias skips Postfix's "(expanded from <a@b>)".
func (e entry) skipAlias() entry {
	rest := strings.TrimLeft(e.rest, " \t>")
	end := strings.IndexByte(rest[:min(len(rest), lex.MaxLocalPart+lex.MaxDomain)], ')')
	if end < 0 || rest[0] != '(' {
		return e
	}
	if address := aliasOf(rest[:end]); address != "" {
		e.original, e.rest = address, rest[end+1:]
	}
	return e
}

// skipRepeated skips the same address given twice, as in "a@b <a@b>: reason",
// and gathers the other addresses of a list.
func (e entry) skipRepeated() entry {
	for named := false; ; {
		rest := strings.TrimLeft(e.rest, " \t\"'>)]")
		listed := strings.TrimLeft(rest, ",;/ ")
		m, ok := lex.NextAddress(listed[:min(len(listed), lex.MaxLocalPart+lex.MaxDomain)], 0)
		if !ok || m.Start != 0 || len(e.more) >= maxMentions {
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
	trimmed := strings.TrimSpace(rest)
	switch trimmed {
	case "", ",", ";", ".":
		return 0
	}
	for _, s := range separators {
		if strings.HasPrefix(trimmed, s.text) {
			return s.sep
		}
	}
	switch {
	case trimmed[0] == '(' || trimmed[0] == '[' || trimmed[0] == '|':
		return trimmed[0]
	case rest[0] == '\t' || strings.HasPrefix(rest, "   "):
		return '\t'
	}
	return ' '
}

var separators = []struct {
	text string
	sep  byte
}{{"...", '.'}, {":", ':'}, {"：", ':'}, {"-", '-'}, {"–", '-'}, {"—", '-'}, {"=>", '-'}}

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
	name = lex.LowerASCII(strings.Trim(name, "<>"))
	if !lex.IsLocalPart(name) || strings.ContainsAny(name, ".") || angled && mime.IsHTMLTag(name) {
		return e, false
	}
	e.address, e.rest = name, head[end:]
	if !angled {
		e.rest = head[end-len("..."):]
	}
	e.sep = separator(e.rest)
	return e, true
}

// isPair reports whether the next cell of a row is another address.
func (e entry) isPair() bool {
	cells := strings.TrimLeft(e.rest, " \t|")
	m, ok := lex.NextAddress(cells[:min(len(cells), lex.MaxLocalPart+lex.MaxDomain)], 0)
	return ok && m.Start == 0
}

// said returns what the line of an entry says behind its address.
func (e entry) said(line string) string {
	said := strings.TrimSpace(strings.TrimLeft(e.rest, " \t\"'>)]:.,;-–—="))
	// QUIRK: Sendmail 5 writes "554 <a@b>... 550 Host unknown", where the
	// first code is its own and the second what it was told.
	if e.afterCode && !reply.IsReplyCode(said) {
		said = line
	}
	if e.sep == '(' || e.sep == '[' {
		if end := strings.TrimRight(said, ".,; "); strings.HasSuffix(end, ")") || strings.HasSuffix(end, "]") {
			said = strings.Trim(end, "()[]")
		}
	}
	return said
}

// cutAction reads "Failed; 5.1.1 (why)" and returns what follows the action.
// SIMS, iPlanet and their heirs write it behind the address.
func cutAction(said string) (action found.Action, rest string) {
	word, after, ok := strings.Cut(said, ";")
	if !ok || strings.Contains(word, " ") {
		return found.NoAction, said
	}
	if action = found.ParseAction(word); action == found.NoAction {
		return action, said
	}
	return action, strings.TrimSpace(after)
}

// isProgramOutput reports whether a line is what the program that delivers said
// of its failure, which the mail system then tells in its own words:
// "procmail: Quota exceeded while writing ...".
func isProgramOutput(line string) bool {
	program, said, _ := strings.Cut(line, ": ")
	return lex.IsLocalPart(program) && reply.ReplyIn(line) < 0 && !strings.Contains(line, "@") && reply.HasKnownReason([]string{said})
}

// aliasOf returns the address that "(generated from a@b)" and its like say a
// recipient was made from, "" for any other line.
func aliasOf(line string) string {
	text := strings.TrimPrefix(line[lex.IndentWidth(line):], "(")
	for words := range wording.AliasWords.Leading(text) {
		return lex.AddressOrLocal(strings.TrimRight(strings.TrimSpace(text[len(words):]), ")"))
	}
	return ""
}

// isPipe reports whether a line is the delivery to a program or file; below is
// the next line. The path of a mailbox file alone is one where the next line
// tells whose.
func isPipe(line, below string) bool {
	delivery := strings.TrimLeft(line, "- ")
	mayBegin := delivery != "" && strings.IndexByte("psm\"|/", delivery[0]) >= 0 // as few lines do
	return mayBegin && slices.ContainsFunc(pipeStarts, func(start string) bool { return strings.HasPrefix(delivery, start) }) ||
		line[0] == '/' && strings.IndexByte(line, ' ') < 0 && aliasOf(below) != ""
}

// pipeStarts begin the line of a delivery that has no address: Exim's to a
// program, a file, or as an answer, and Sendmail's to a program. isPipe knows the bytes
// that they begin with.
var pipeStarts = []string{"pipe to |", "save to /", "mail to <", "pipe to \"|", "\"|", "|\"", "|/"}
