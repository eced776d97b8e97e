package exchange

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// quotedHeader returns the lines of the header of the original that Exchange
// quotes at the end of a report, from its first line on, with the folding that some
// reports lose.
func quotedHeader(lines []string) (header []string) {
	indent, isBelowBlank := lex.IndentWidth(lines[0]), false
	for _, line := range lines {
		text, width := strings.TrimSpace(line), lex.IndentWidth(line)
		_, _, isField := lex.HeaderField(text)
		if isBelowBlank && !isField && width == 0 {
			break
		}
		if isBelowBlank = text == ""; isBelowBlank {
			continue // QUIRK: gateways that double the line ends
		}
		if !isField || width > indent {
			text = " " + text
		}
		header = append(header, text)
	}
	return header
}

// quotedHeaderStart returns the line that the quoted header begins at, -1
// where there is none: a field that stands in no sentence, soon followed by
// another, with the fields above it.
func quotedHeaderStart(lines []string) int {
	const soon = 12 // lines of a folded field, or one with doubled line ends
	strong := -1
	for i, line := range lines {
		weight := headerWeight(line)
		if strong >= 0 && weight > 0 && i-strong <= soon {
			for strong > 0 && headerWeight(lines[strong-1]) > 0 {
				strong--
			}
			return strong
		}
		if weight >= strongField {
			strong = i
		}
	}
	return -1
}

// strongField is the weight from which on a field stands in the header of a
// message and not among the rows of a report, such as "Subject: ...".
const strongField = 3

func headerWeight(line string) int {
	name, _, ok := lex.HeaderField(strings.TrimSpace(line))
	switch {
	case !ok:
		return 0 // as nearly every line
	case lex.HasPrefixLower(name, "x-"):
		return strongField
	}
	return lex.WeightOf(name)
}
