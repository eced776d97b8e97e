// Package letter finds the report that a person put into a letter: quoted
// behind ">", pasted, or forwarded below the fields that mail programs write
// above a forwarded message.
//
// [Find] takes the lines of the letter and returns the lines of the message in it,
// [Start] tells where it begins. Neither knows whether that message is a report.
package letter

import (
	"slices"
	"strings"
	"unicode"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// A Message is what a letter holds of another message.
type Message struct {
	// From and Subject are the fields above it, "" where there are none.
	From, Subject string
	// Lines are its text, without the marks of quoted lines.
	Lines []string
}

// maxForwards is how many times a message may have been forwarded.
const maxForwards = 4

// Find returns the message that the lines of a letter hold: what stands below
// the fields of a forwarded message, else what is quoted, else all of it. Of a
// message that was forwarded several times it is the innermost one.
func Find(lines []string) Message {
	m := Message{Lines: unquote(lines)}
	for range maxForwards {
		start, end := forwardedFields(m.Lines)
		if end == 0 || reportsBefore(m.Lines[:start]) {
			break
		}
		fields := m.Lines[start:end]
		m = Message{fieldValue(fields, senderNames), fieldValue(fields, subjectNames), unquote(m.Lines[end:])}
	}
	return m
}

// Start returns the index of the first line of the message that the lines of a letter
// quote or forward, of its fields where they stand above; -1 where there is none.
func Start(lines []string) int {
	first := firstQuoted(lines)
	if start, end := forwardedFields(lines); end > 0 && (first < 0 || start < first) {
		return start
	}
	return first
}

// firstQuoted returns the index of the first line of a quotation, which has two lines
// at least, -1 where none is quoted.
func firstQuoted(lines []string) int {
	first := slices.IndexFunc(lines, isQuoted)
	if !slices.ContainsFunc(lines[first+1:], isQuoted) {
		return -1
	}
	return first
}

// unquote returns the lines from the first quotation on, without the marks of
// quoted lines; all lines where none is quoted. The line that says who wrote the
// quoted message goes with what stands above.
func unquote(lines []string) []string {
	first := firstQuoted(lines)
	if first < 0 {
		return lines
	}
	out := make([]string, 0, len(lines)-first)
	for _, line := range lines[first:] {
		for isQuoted(line) {
			line = strings.TrimPrefix(line[1:], " ")
		}
		out = append(out, line)
	}
	return out
}

// isQuoted reports whether a mail program quoted the line. The ">>>" of a
// transcript is no mark of a quotation.
func isQuoted(line string) bool {
	return strings.HasPrefix(line, ">") && !strings.HasPrefix(line, ">>> ")
}

// Of the fields above a forwarded message, mail programs write at least From and
// two others, and at most To, Cc, Reply-To, Date, Subject, Importance and
// Attachments besides.
const (
	minFields = 3
	maxFields = 12
)

// forwardedFields returns where the fields above a forwarded message begin and
// end; end is 0 where there are none.
func forwardedFields(lines []string) (start, end int) {
	for i, line := range lines {
		if name, _ := cutField(line); !slices.Contains(senderNames, name) {
			continue
		}
		start, end = i, i+1
		fields := 1
		for ; end < len(lines) && fields < maxFields; end++ {
			if name, _ := cutField(lines[end]); name != "" {
				fields++
			} else if lex.IndentWidth(lines[end]) == 0 || strings.TrimSpace(lines[end]) == "" {
				break // not even the rest of a folded field
			}
		}
		// Some programs write the subject or the date first.
		for ; start > 0 && i-start < minFields; start-- {
			if name, _ := cutField(lines[start-1]); name == "" {
				break
			}
			fields++
		}
		if fields >= minFields && !hasTraceField(lines[start:end]) {
			return start, end
		}
	}
	return 0, 0
}

// hasTraceField reports whether the fields belong to a whole header, which a
// report returns and no mail program writes above a forwarded message.
func hasTraceField(lines []string) bool {
	return slices.ContainsFunc(lines, func(line string) bool {
		name, _ := cutField(line)
		return lex.OneOf(name, "Received", "Message-ID", "Return-Path")
	})
}

// maxName is the longest name of a field above a forwarded message, in bytes.
const maxName = 48

// cutField reads "Name: value", the name in lower case and without the marks of
// bold text. It has letters, blanks and hyphens alone.
func cutField(line string) (name, value string) {
	line = strings.TrimLeft(line, "*_ \t")
	head := lex.CutText(line, maxName)
	at, size := strings.IndexByte(head, ':'), 1
	if wide := strings.Index(head, "："); wide >= 0 && (at < 0 || wide < at) {
		at, size = wide, len("：")
	}
	if at <= 0 {
		return "", ""
	}
	name = strings.ToLower(strings.Trim(head[:at], "*_ \t\u00a0"))
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '-' }) {
		return "", ""
	}
	return name, strings.Trim(line[at+size:], "*_ \t\u00a0")
}

// fieldValue returns the value of the first field that has one of the names.
func fieldValue(lines []string, names []string) string {
	for _, line := range lines {
		if name, value := cutField(line); slices.Contains(names, name) {
			return value
		}
	}
	return ""
}

// reportsBefore reports whether a mail system introduces itself in lines: fields
// below them belong to the message that it returns.
func reportsBefore(lines []string) bool {
	return slices.ContainsFunc(lines, func(line string) bool {
		return wording.AllFormats.Words.Senses(lex.FoldPlain(line), wording.AnyFormat)&wording.SaysServer != 0
	})
}
