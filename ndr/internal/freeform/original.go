package freeform

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// splitOriginal parts the lines of a text into the report and the returned
// message, told by words. header are the lines of the returned message from its
// header on, nil where none is returned.
func splitOriginal(words *wording.Lexicon, lines []string) (report, header []string) {
	for i := 0; i < len(lines); i++ {
		if isSeparator(lines, i) {
			return lines[:i], fromHeader(lines[i+1:])
		}
		if lex.StartsHeader(lines[i:]) {
			end := quotedAhead(words, lines, i)
			if end == i {
				return lines[:i], lines[i:]
			}
			header = append(header, lines[i:end]...)
			i = end
		}
	}
	return lines, header
}

// quotedAhead returns where the fields that begin at line i end when a report
// quotes them ahead of what it has to say, and i otherwise: a line with a colon
// introduces them, and one that speaks of a failure and has a colon follows.
//
// QUIRK: Mercury begins with the fields of the message that it is about.
func quotedAhead(words *wording.Lexicon, lines []string, i int) int {
	lead := lastLine(lines[:i])
	if !lex.EndsInColon(lead) || words.Senses(lex.FoldLower(lead), wording.AnyFormat)&wording.SaysFailed != 0 {
		return i
	}
	end := i
	for end < len(lines) && end < i+maxNestedHeader && lines[end] != "" {
		end++
	}
	for _, line := range lines[end:min(len(lines), end+3)] {
		if lex.EndsInColon(line) && words.Senses(lex.FoldLower(line), wording.AnyFormat)&wording.SaysOutcome != 0 {
			return end
		}
	}
	return i
}

// lastLine returns the last of a few lines that is not blank.
func lastLine(lines []string) string {
	for n := len(lines) - 1; n >= max(0, len(lines)-3); n-- {
		if lines[n] != "" {
			return lines[n]
		}
	}
	return ""
}

// isSeparator reports whether line i announces the returned message: one of
// the phrases alone on its line, between dashes as often as not.
func isSeparator(lines []string, i int) bool {
	line := lines[i]
	if len(line) > 120 {
		return false
	}
	trimmed := trimRule(line)
	if !wording.Originals.MayLead(trimmed) {
		return false
	}
	text := lex.FoldLower(trimmed)
	for phrase := range wording.Originals.Leading(text) {
		if !strings.ContainsAny(line, "-:.=*#_>") {
			return false
		}
		if len(text) <= len(phrase)+48 {
			return separates(line, text, phrase)
		}
	}
	return false
}

// trimRule returns line without what sets off a heading at its ends.
func trimRule(line string) string {
	for line != "" && isRuleByte[line[0]] {
		line = line[1:]
	}
	for line != "" && isRuleByte[line[len(line)-1]] {
		line = line[:len(line)-1]
	}
	return line
}

var isRuleByte = [256]bool{' ': true, '\t': true, '-': true, '=': true, '*': true, '#': true, '_': true, '>': true, '.': true, ':': true, '|': true, '+': true, '~': true}

// separates reports whether a line that begins with a separating phrase is a
// heading: set off by dashes, or ending as one does. A sentence that goes on
// is none.
func separates(line, text, end string) bool {
	if text == end {
		return true
	}
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "--") || strings.HasPrefix(line, "==") || strings.HasPrefix(line, "**") ||
		strings.HasSuffix(line, ":") || strings.HasSuffix(line, ".") || strings.HasSuffix(line, "--")
}

// fromHeader skips what stands between a separator and the returned header:
// blank lines, rules, and a few words.
func fromHeader(lines []string) []string {
	for i := 0; i < len(lines) && i < 12; i++ {
		if name, _, ok := lex.HeaderField(lines[i]); ok && len(name) > 1 {
			return lines[i:]
		}
	}
	return nil
}
