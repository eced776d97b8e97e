package freeform

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file reads recipients that are given by a name without a domain.

// maxDirectoryName is how long the name of a mailbox in a directory may be.
const maxDirectoryName = 60

// nameEntry reads "name (reason)", "name at node -- reason" and "name   reason"
// in a list, where no domain is given.
//
// QUIRK: FirstClass writes the name that a directory has; PROFS and other
// systems of BITNET name the node; phquery sets the reason in a column.
func nameEntry(line string) (entry, bool) {
	if name, reason, ok := strings.Cut(line, "   "); ok && lex.IsLocalPart(name) && 'a' <= name[0] && name[0] <= 'z' {
		return newNameEntry(name, reason, '\t', wording.LabelNamed(name) == wording.NoLabel)
	}
	if inner, ok := strings.CutSuffix(line, ")"); ok {
		if name, reason, ok := strings.Cut(inner, " ("); ok {
			return newNameEntry(name, reason, '(', lex.IsLocalPart(name) || isMailboxName(name))
		}
	}
	name, place, _ := strings.Cut(line, " at ")
	_, reason, ok := strings.Cut(place, " -- ")
	return newNameEntry(name, reason, '-', ok && lex.IsLocalPart(name))
}

// newNameEntry returns the entry of a name that can be one, where what is said
// of it, and not the name, is a known reason. A code without words is none: it ends
// a sentence that was wrapped, "any host by that\nname. (#4.1.2)".
func newNameEntry(name, reason string, sep byte, isName bool) (entry, bool) {
	if !isName || strings.Trim(reason, "#.0123456789") == "" ||
		!reply.HasKnownReason([]string{reason}) || reply.HasKnownReason([]string{name}) {
		return entry{}, false
	}
	return entry{address: lex.LowerASCII(name), rest: reason, sep: sep}, true
}

// isMailboxName reports whether a name can name a mailbox in a directory.
func isMailboxName(name string) bool {
	return isName(name) && len(name) <= maxDirectoryName && !strings.ContainsAny(name, ":;.!?@()<>\"")
}

// isListedName reports whether a line can be the local part of one of the
// system's own users, alone in a list.
func isListedName(line string) bool {
	return lex.IsLocalPart(line) && wording.LabelNamed(lex.FoldLower(line)) == wording.NoLabel
}

// isDirectoryName reports whether a line is the name of a person in a directory
// and nothing else: "Kim Example/Sales/ACME", which Notes writes, or the O/R
// address "/G=Kim/S=Example/C=DE/" of X.400 (RFC 2156, section 4.1).
func isDirectoryName(line string) bool {
	if strings.IndexByte(line, '/') < 0 || len(line) > lex.MaxLocalPart || strings.ContainsAny(line, ":,;()<>\"?!") {
		return false
	}
	trimmed := strings.Trim(line, "/")
	parts := strings.Split(trimmed, "/")
	isPart := func(part string) bool { return part != "" && part[0] != ' ' && isName(part) }
	isAttribute := func(part string) bool { return strings.IndexByte(part, '=') > 0 }
	if len(parts) < 2 || !allOf(parts, isPart) {
		return false
	}
	return allOf(parts, isAttribute) || trimmed == line && strings.IndexByte(parts[0], ' ') > 0
}

func allOf(parts []string, is func(string) bool) bool {
	return !slices.ContainsFunc(parts, func(part string) bool { return !is(part) })
}

// isName reports whether every word of s begins with a capital letter, a digit,
// or a letter that is not ASCII.
func isName(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if c := word[0]; ('A' > c || c > 'Z') && ('0' > c || c > '9') && c < utf8.RuneSelf {
			return false
		}
	}
	return true
}
