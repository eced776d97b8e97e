package freeform

import (
	"strings"

	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/wording"
)

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
		if line[0] != '>' || strings.HasPrefix(line, ">>>") {
			return false
		}
		quoted = true
	}
	return quoted
}

// maxForeword is how many lines may stand before a report that is forwarded:
// more are a letter about one.
const maxForeword = 4

// mayNest reports whether the returned message may be the report itself: a
// mail system passes it on, or a person forwards it without much to say, and
// no recipient was found ahead of it.
func (r *textReader) mayNest() bool {
	for _, f := range r.found {
		if f.tier <= tierBare {
			return false
		}
	}
	if r.FromScore >= 2 {
		return true
	}
	words := 0
	for _, line := range r.lines {
		if strings.TrimSpace(line) != "" {
			words++
		}
	}
	return r.IsForwarded() && words <= maxForeword
}

// readInner reads a report that stands in the text of another message,
// header and all. Its kind is [Other] where it is none. One that a person
// forwards counts when it is whole, down to the delivery-status fields: else it
// is a letter about a report.
func readInner(table *wording.FormatTable, lines []string, depth int, byHand bool) found.Report {
	end := 0
	for end < len(lines) && end < maxNestedHeader && strings.TrimSpace(lines[end]) != "" {
		end++
	}
	header := mime.HeaderOf(lines[:end])
	d := readNested(NewView(table, author.ReadHeader(&header), lines[end:]), depth)
	if byHand && !holdsStatus(lines[end:]) {
		d.Kind = found.Other
	}
	return d
}

// holdsStatus reports whether lines hold the fields that RFC 3464 demands for
// a recipient.
func holdsStatus(lines []string) bool {
	recipient, action := false, false
	for _, line := range lines {
		line = strings.TrimSpace(line)
		recipient = recipient || lex.HasPrefixLower(line, "final-recipient:")
		action = action || lex.HasPrefixLower(line, "action:")
	}
	return recipient && action
}

// maxNestedHeader is how many lines a nested header may have.
const maxNestedHeader = 200
