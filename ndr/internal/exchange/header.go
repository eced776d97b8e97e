package exchange

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// quotedHeader returns the lines of the header of the original that Exchange
// quotes at the end of a report, from its first line on, with the folding that some
// reports lose.
func quotedHeader(lines []string) (header []string) {
	indent := lex.IndentWidth(lines[0])
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			if i+1 < len(lines) && goesOn(lines[i+1]) {
				continue // QUIRK: gateways that double the line ends
			}
			break
		}
		text := strings.TrimSpace(line)
		if _, _, ok := lex.HeaderField(text); !ok || lex.IndentWidth(line) > indent {
			text = " " + text
		}
		header = append(header, text)
	}
	return header
}

// goesOn reports whether a header goes on with line in spite of the blank line
// above.
func goesOn(line string) bool {
	text := strings.TrimSpace(line)
	_, _, ok := lex.HeaderField(text)
	return ok || lex.IndentWidth(line) > 0
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
	if !ok {
		return 0
	}
	if lex.HasPrefixLower(name, "x-") {
		return strongField
	}
	return lex.WeightOf(name)
}
