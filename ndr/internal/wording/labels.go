package wording

import (
	"strings"
	"unicode/utf8"

	"example.com/ndr/ndr/internal/lex"
)

// A Label is what the name in front of a colon or tab says about the value
// behind it.
type Label uint8

// What the value behind the name of a row is.
const (
	NoLabel        Label = iota // the name is not known
	LabelRecipient              // the address that was not reached
	// LabelTo is a recipient where the text names none otherwise: a report
	// quotes the To field of the message as well.
	LabelTo
	LabelOriginal    // the address as the sender wrote it
	LabelSender      // the sender, or the message: nothing in it is a recipient
	LabelReason      // why delivery failed, in words
	LabelDiagnostic  // what the other server answered
	LabelRemote      // the host that refused or was not reached
	LabelServer      // the host that made the report
	LabelStatus      // an enhanced status code
	LabelAction      // an Action of RFC 3464, section 2.3.3
	LabelLastAttempt // the date of the last attempt
)

// maxLabel is the longest name of a label in bytes.
const maxLabel = 48

// IsRow reports whether a line reads "Name: value" with a short name.
func IsRow(line string) bool {
	i := strings.IndexByte(line[:min(len(line), maxLabel)], ':')
	return i > 0 && i < maxLabel/2 && 'A' <= line[0] && line[0] <= 'Z' && strings.Count(line[:i], " ") < 3
}

// ReadLabel reads a row "name: value" or "name<tab>value". A full-width colon
// parts them in Chinese and Japanese, and a French one has a blank before it.
func ReadLabel(line string) (l Label, value string) {
	head := line[:min(len(line), maxLabel+3)]
	i, size := len(head), 1
	for _, mark := range []byte(":\t") {
		if j := strings.IndexByte(head[:i], mark); j >= 0 {
			i = j
		}
	}
	if j := strings.Index(head[:i], "："); j >= 0 {
		i, size = j, len("：")
	}
	if i == 0 || i == len(head) {
		return NoLabel, ""
	}
	var buf [maxLabel + 3]byte
	name := string(lex.AppendFolded(buf[:0], trimLabel(line[:i])))
	return labelOf(name), strings.TrimSpace(strings.TrimLeft(line[i+size:], " \t:|"))
}

// trimLabel returns the name of a row without what decorates it.
func trimLabel(name string) string {
	if lex.IsAlnum(name[0]) && lex.IsAlnum(name[len(name)-1]) {
		return name
	}
	return strings.Trim(name, " \t*-=#>[].()【】「」<•·|\u00a0")
}

// labelOf returns what a folded name promises: itself, with blanks for hyphens,
// without an ending in parentheses as in "destinatario(s)", the first of two
// languages as in "Empfänger / recipient", or without the blanks that set CJK
// characters apart.
func labelOf(name string) Label {
	if l := LabelNamed(name); l != NoLabel {
		return l
	}
	if l := LabelNamed(strings.ReplaceAll(name, "-", " ")); l != NoLabel {
		return l
	}
	for i := range len(name) {
		if c := name[i]; i > 0 && (c == '(' || c == '/' || strings.HasPrefix(name[i:], "（")) {
			return LabelNamed(strings.TrimSpace(name[:i]))
		}
	}
	if name != "" && name[0] >= utf8.RuneSelf {
		return LabelNamed(strings.ReplaceAll(name, " ", ""))
	}
	return NoLabel
}
