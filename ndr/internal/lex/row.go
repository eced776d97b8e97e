package lex

import (
	"strings"
	"unicode"
)

// maxRowLabel is the longest label of a row, in bytes: what is longer is a
// sentence.
const maxRowLabel = 100

// CutCells parts a row of a table into its label and its value, in any language:
// "label: value", or two cells with a tab between. The colon may be a full-width
// one, and French has a blank before it. label is "" where the line is no row.
func CutCells(line string) (label, value string) {
	if label, value = CutRow(line); label != "" {
		return label, value
	}
	label, value, ok := strings.Cut(line, "\t")
	if !ok {
		return "", ""
	}
	return strings.TrimSpace(label), strings.TrimSpace(value)
}

// CutRow is [CutCells] without the tab.
func CutRow(line string) (label, value string) {
	label = line
	ok := false
	if colon := strings.IndexByte(line, ':'); colon >= 0 {
		label, value = line[:colon], line[colon+1:]
		ok = value != "" && unicode.IsSpace(rune(value[0]))
	}
	if wide := strings.Index(label, "："); wide >= 0 {
		label, value, ok = label[:wide], line[wide+len("："):], true
	}
	if !ok || len(label) > maxRowLabel {
		return "", ""
	}
	return strings.TrimSpace(label), strings.TrimSpace(value)
}
