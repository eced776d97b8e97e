package freeform

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// This file tells the returned message in a text, and other quoted lines, from
// the report.

const (
	// maxNestedHeader is how many lines the header of a quoted message may
	// have.
	maxNestedHeader = 200
	// maxSeparator is how many bytes a line that announces the returned message
	// may have: a longer one is a sentence.
	maxSeparator = 120
	// maxSeparatorTail is how much may follow the phrase that announces.
	maxSeparatorTail = 48
	// maxLinesAhead is how many lines may stand between the announcement and
	// the returned header: blank ones, rules, and a few words.
	maxLinesAhead = 12
)

// isQuoted reports whether a line is one that a mail program quoted. The
// ">>>" of a transcript is none.
func isQuoted(line string) bool {
	return strings.HasPrefix(line, ">") && !strings.HasPrefix(line, ">>>")
}

// unquoteLines takes the marks off quoted lines.
func unquoteLines(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = line
		if strings.HasPrefix(line, "> ") || line == ">" || strings.HasPrefix(line, ">>>>") {
			out[i] = strings.TrimPrefix(line[1:], " ")
		}
	}
	return out
}

// isQuotedWhole reports whether every line bears the mark of a quoted one but
// those that were broken behind it, and the signature at the end.
func isQuotedWhole(lines []string) bool {
	quoted := false
	for _, line := range lines {
		if line == "--" {
			break
		}
		if line == "" || line[0] == ' ' || line[0] == '\t' {
			continue
		}
		if !isQuoted(line) {
			return false
		}
		quoted = true
	}
	return quoted
}

// splitOriginal parts the lines of a text into the report and the returned
// message, told by words. header holds the lines of the returned message from
// its header on, nil where none is returned.
func splitOriginal(words *wording.Lexicon, lines []string) (report, header []string) {
	for i := 0; i < len(lines); i++ {
		if isSeparator(lines[i]) {
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
	end := i + headerEnd(lines[i:])
	for _, line := range lines[end:min(len(lines), end+3)] {
		if lex.EndsInColon(line) && words.Senses(lex.FoldLower(line), wording.AnyFormat)&wording.SaysOutcome != 0 {
			return end
		}
	}
	return i
}

// headerEnd returns the line behind the header that lines begin with.
func headerEnd(lines []string) int {
	lines = lines[:min(len(lines), maxNestedHeader)]
	if end := slices.Index(lines, ""); end >= 0 {
		return end
	}
	return len(lines)
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

// isSeparator reports whether a line announces the returned message: one of
// the phrases alone on its line, between dashes as often as not.
func isSeparator(line string) bool {
	if len(line) > maxSeparator {
		return false
	}
	trimmed := trimRule(line)
	if !wording.Originals.MayLead(trimmed) || !strings.ContainsAny(line, "-:.=*#_>") {
		return false
	}
	text := trimmed
	isWide := func(r rune) bool { return r >= utf8.RuneSelf }
	if strings.Contains(text, "  ") || strings.ContainsFunc(text, isWide) {
		text = lex.FoldLower(text) // else Leading folds enough
	}
	for phrase := range wording.Originals.Leading(text) {
		if len(text) <= len(phrase)+maxSeparatorTail {
			return len(text) == len(phrase) || isHeadingLine(line)
		}
	}
	return false
}

// isHeadingLine reports whether a line is set off by dashes, or ends as a
// heading does. A sentence that goes on is none.
func isHeadingLine(line string) bool {
	return slices.Contains([]string{"--", "==", "**"}, line[:min(len(line), 2)]) || strings.HasSuffix(line, ":") || strings.HasSuffix(line, ".") || strings.HasSuffix(line, "--")
}

// isSectionHeading reports whether a line begins with dashes, as "----- Transcript of
// session follows -----" does.
func isSectionHeading(line string) bool {
	return strings.HasPrefix(line[lex.IndentWidth(line):], "---")
}

// isRule reports whether a line holds no letter or digit.
func isRule(trimmed string) bool { return trimRule(trimmed) == "" }

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

// fromHeader skips what stands between a separator and the returned header.
func fromHeader(lines []string) []string {
	for i := range lines[:min(len(lines), maxLinesAhead)] {
		if _, _, ok := lex.HeaderField(lines[i]); ok {
			return lines[i:]
		}
	}
	return nil
}

// quotedHeader is the header of the returned message in the text, which may
// bear the marks of quoted lines.
func quotedHeader(v *TextView) []string {
	if len(v.original) > 0 {
		return v.original
	}
	var quoted []string
	for _, line := range v.report[:min(len(v.report), maxNestedHeader)] {
		if strings.HasPrefix(line, ">") {
			quoted = append(quoted, strings.TrimPrefix(line[1:], " "))
		}
	}
	if lex.StartsHeader(quoted) {
		return quoted
	}
	return nil
}
