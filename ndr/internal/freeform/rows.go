package freeform

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file reads what stands in rows "name: value", one row at a time.

const (
	// maxStatusValue is how much of the value of a Status row is searched.
	maxStatusValue = 40
	// maxHostType is how far into a value the type of a host may end:
	// "dns; mx.example.com" (RFC 3464, section 2.1.2).
	maxHostType = 12
	// maxWordsAhead is how many words may stand before the address that is the
	// value of a row: with more of them it is a sentence with a colon.
	maxWordsAhead = 3
)

// isTableHead reports whether a row is the head of a table: the next cell is
// the name of a row too.
func isTableHead(line, value string) bool {
	i := strings.IndexAny(line, ":\t|")
	cell, _, _ := strings.Cut(strings.ReplaceAll(value, "|", "\t"), "\t")
	return i > 0 && line[i] != ':' && wording.LabelNamed(lex.FoldLower(cell)) != wording.NoLabel
}

// isValueOf reports whether the line below a row without a value is its value:
// a status, an action or a host and nothing else. ZMailer writes so.
func isValueOf(label wording.Label, below string) bool {
	switch label {
	case wording.LabelRemote:
		return lex.HasPrefixLower(below, "dns;") && fieldHost(below) != ""
	case wording.LabelStatus:
		return reply.StatusLine(below) == 0
	case wording.LabelAction:
		return found.ParseAction(below) != found.NoAction
	}
	return false
}

// readRecipientRow reads the value of a row that names a recipient; below is
// the next line. It gives tier 0 for a row that names none, as where the address
// stands behind a sentence, or a row "To:" has another row in it.
func readRecipientRow(l *line, below string) (e entry, t tier) {
	m, mentioned := lex.NextAddress(l.value, 0)
	named, listed := lex.HasPrefixLower(l.text, "final-recipient"), l.label == wording.LabelRecipient
	head := l.value[:m.Start]
	switch {
	case !mentioned:
		if named || lex.HasPrefixLower(l.text, "recipient") || listed && isReasonRow(below) {
			e.address = lex.AddressOrLocal(l.value)
		}
	case listed && strings.Count(head, " ") <= maxWordsAhead:
		e = entry{address: m.Address, rest: l.value[m.End:]}.skipRepeated()
		e.rest = strings.Trim(e.rest, " \t,.;:()[]<>-")
	case !listed && !strings.Contains(head, ":"):
		e.address = m.Address
	}
	switch {
	case e.address == "":
		return e, 0
	case named:
		return e, tierNamed
	case listed:
		return e, tierListed
	}
	return e, tierQuoted
}

// isReasonRow reports whether a line is a row with a known reason: what stands
// above it may be a local part alone.
func isReasonRow(line string) bool {
	label, value := wording.ReadLabel(strings.TrimSpace(line))
	return (label == wording.LabelReason || label == wording.LabelDiagnostic) && reply.HasKnownReason([]string{value})
}

// statusOfRow reads "5.1.1 (why)".
func statusOfRow(value string) (status codes.Status, why string) {
	status = codes.FindStatus(value[:min(len(value), maxStatusValue)])
	if i := strings.IndexByte(value, '('); i > 0 {
		why = strings.Trim(value[i:], "()")
	}
	return status, why
}

// hasOneWordName reports whether the name of a row is one word.
func hasOneWordName(row string) bool {
	return strings.IndexAny(row, ":：\t") < strings.IndexAny(row+" ", " -")
}

// fieldHost reads the host of "dns; mx.example.com (extra)" or of
// "mx.example.com".
func fieldHost(value string) string {
	if i := strings.IndexByte(value, ';'); i >= 0 && i < maxHostType {
		value = value[i+1:]
	}
	host, _ := lex.LeadingHost(value)
	return host
}

// quotedUser returns the local part in quotes that nobody has, as a reason
// says: `User "kim" is not listed in the directory`.
func quotedUser(reason string) string {
	head, rest, _ := strings.Cut(reason, "\"")
	name, _, _ := strings.Cut(rest, "\"")
	if !lex.IsLocalPart(name) || !lex.EndsInWord(lex.FoldLower(head), userWords) || reply.Reason(reason) != codes.UserUnknown {
		return ""
	}
	return lex.LowerASCII(name)
}

// userWords stand right before the name of a mailbox.
var userWords = []string{"user", "recipient", "mailbox", "account", "benutzer", "empfänger", "utilisateur", "destinataire", "utente", "usuario"}
