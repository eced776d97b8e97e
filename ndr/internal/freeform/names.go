package freeform

import (
	"strings"
	"unicode/utf8"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file reads recipients that are given by a name without a domain.

// nameEntry reads "name (reason)", "name at node -- reason" and "name   reason"
// in a list, where no domain is given.
//
// QUIRK: FirstClass writes the name that a directory has; PROFS and other
// systems of BITNET name the node; phquery sets the reason in a column.
func nameEntry(line string) (entry, bool) {
	if e, ok := columnEntry(line); ok {
		return e, true
	}
	name, reason, _ := strings.Cut(line, " (")
	sep := byte('(')
	reason, ok := strings.CutSuffix(reason, ")")
	if !ok {
		name, reason, _ = strings.Cut(line, " -- ")
		name, _, ok = strings.Cut(name, " at ")
		sep = '-'
	}
	if name = strings.TrimSpace(name); !ok || !lex.IsLocalPart(name) && (sep != '(' || !isName(name) || len(name) > maxDirectoryName || strings.ContainsAny(name, ":;.!?@()<>\"")) || !reply.HasKnownReason([]string{reason}) || reply.HasKnownReason([]string{name}) {
		return entry{}, false
	}
	return entry{address: strings.ToLower(name), rest: reason, sep: sep}, true
}

// columnEntry reads "name   reason": a word in small letters that is no label,
// and a column behind it whose words are those of a known reason.
func columnEntry(line string) (entry, bool) {
	name, reason, ok := strings.Cut(line, "   ")
	if !ok || !lex.IsLocalPart(name) || name[0] < 'a' || name[0] > 'z' || wording.LabelNamed(name) != wording.NoLabel || reply.HasKnownReason([]string{name}) || !reply.HasKnownReason([]string{reason}) {
		return entry{}, false
	}
	return entry{address: strings.ToLower(name), rest: reason, sep: '\t'}, true
}

// maxDirectoryName is how long the name of a mailbox in a directory may be.
const maxDirectoryName = 60

// isListedName reports whether a line is a local part alone in a list, the
// reason indented below it: Sendmail and Exim write those of their own users
// so. Below a sentence that announces recipients AOL wrote it without a reason.
func (r *textReader) isListedName(i, indent int, line string) bool {
	if !r.listening || !lex.IsLocalPart(line) || line[0] == '/' || wording.LabelNamed(lex.FoldLower(line)) != wording.NoLabel {
		return false
	}
	next := r.next(i)
	if strings.TrimSpace(next) != "" && lex.IndentWidth(next) > indent {
		return true
	}
	return indent > 0 && !r.afterBlank && r.previous >= 0 && r.announcesNames(r.previous)
}

// announcesNames reports whether line i ends a sentence that announces
// recipients.
func (r *textReader) announcesNames(i int) bool {
	text := r.text(max(i-1, 0), i+1)
	return lex.EndsInColon(text) && listWords.In(text)
}

// isDirectoryName reports whether a line is the name of a person in a directory
// and nothing else: "Kim Example/Sales/ACME", which Notes writes, or the O/R
// address "/G=Kim/S=Example/C=DE/" of X.400 (RFC 2156, section 4.1).
func isDirectoryName(line string) bool {
	if strings.IndexByte(line, '/') < 0 || len(line) > lex.MaxLocalPart || strings.ContainsAny(line, ":,;()<>\"?!") {
		return false
	}
	attributes, parts := 0, 0
	for part := range strings.SplitSeq(strings.Trim(line, "/"), "/") {
		if part == "" || part[0] == ' ' || !isName(part) {
			return false
		}
		if strings.IndexByte(part, '=') > 0 {
			attributes++
		}
		parts++
	}
	if line[0] == '/' || strings.HasSuffix(line, "/") {
		return parts > 1 && attributes == parts
	}
	person, _, _ := strings.Cut(line, "/")
	return parts > 1 && (attributes == parts || strings.IndexByte(person, ' ') > 0)
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
