package freeform

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// A class is the shape of one line, told from the line itself and, for a few
// shapes, the next one. What a line of a class means is for group to say.
type class uint8

const (
	// classBlank is a line of blanks.
	classBlank class = iota
	// classQuoted is a line that a mail program quoted.
	classQuoted
	// classQuotedEntry is an address alone behind the mark of a quoted line.
	//
	// QUIRK: MDaemon lists recipients so.
	classQuotedEntry
	// classRule is a line without a letter or digit.
	classRule
	// classHost names the host that the transcript of a session talks to.
	classHost
	// classCommand is what the reporting system sent in a session.
	classCommand
	// classReply is what it received.
	classReply
	// classRow is a row "name: value" whose name is known.
	classRow
	// classPipe is the delivery to a program or file, which has no address.
	classPipe
	// classAlias gives the address that a recipient was made from.
	classAlias
	// classEntry begins with an address, bullets and quotes aside.
	classEntry
	// classText is any other line.
	classText
)

// A line is a line of the report with its class, and what its shape gives.
type line struct {
	class class
	// index is the index of the line in the report, indent the width of its
	// indentation, and text what is behind it.
	index, indent int
	text          string
	// label is the label of a row.
	label wording.Label
	// value is the value of a row, the host of classHost, the command or reply of a
	// session, or the address of an alias.
	value string
	// entry is the entry of classEntry and classQuotedEntry.
	entry entry
	// goesOn says that the address of the entry ends on the next line.
	goesOn bool
}

// classify tells the class of the line with the index i; says is what the phrases in
// it tell.
func classify(lines []string, i int, says wording.Sense) line {
	l := line{index: i, indent: lex.IndentWidth(lines[i]), text: strings.TrimSpace(lines[i])}
	switch {
	case l.text == "": // classBlank
	case isQuoted(l.text):
		l.class = classQuoted
		if e, ok := readEntry(l.text); ok && e.sep == 0 {
			l.class, l.entry = classQuotedEntry, e
		}
	case isRule(l.text) && !strings.HasSuffix(l.text, " ."): // but not "--> ."
		l.class = classRule
	default:
		if class, value := classifySession(l.text, says); class != classText {
			l.class, l.value = class, value
			break
		}
		if l.label, l.value = wording.ReadLabel(l.text); l.label != wording.NoLabel {
			return classifyRow(l, next(lines, i))
		}
		return classifyText(l, lines)
	}
	return l
}

// classifyRow tells the class of a row; below is the next line.
func classifyRow(l line, below string) line {
	l.class = classRow
	if isTableHead(l.text, l.value) {
		l.value = "" // in the lines below
	} else if l.value == "" {
		if below = strings.TrimSpace(below); isValueOf(l.label, below) {
			l.value = below
		}
	}
	return l
}

// classifyText tells the class of a line that is neither a row nor of a
// session, or of a row that says nothing where it stands.
func classifyText(l line, lines []string) line {
	l.class, l.value = classText, ""
	if isPipe(l.text, next(lines, l.index)) {
		l.class = classPipe
	} else if address := aliasOf(l.text); strings.Contains(address, "@") {
		l.class, l.value = classAlias, address
	} else if e, ok := readEntry(unwrapped(&l, lines)); ok {
		l.class, l.entry = classEntry, e
	} else {
		l.goesOn = false
	}
	return l
}

// unwrapped returns the text of a line together with the next line, where that has the
// end of the domain and the bracket of an address that the line opens and ends within:
// "<kim@harbour." above "example>:".
func unwrapped(l *line, lines []string) string {
	if l.text[0] != '<' || l.text[len(l.text)-1] != '.' || strings.ContainsAny(l.text, " >") {
		return l.text
	}
	below := strings.TrimSpace(next(lines, l.index))
	end, _, closed := strings.Cut(below, ">")
	if !closed || end == "" || strings.Trim(end, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" {
		return l.text
	}
	l.goesOn = true
	return l.text + below
}

// next returns the line behind line i, "" where there is none.
func next(lines []string, i int) string {
	if i+1 < len(lines) {
		return lines[i+1]
	}
	return ""
}
