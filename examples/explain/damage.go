package main

import (
	"example.com/ndr/ndr"
)

// damage sums up defects: one text for each kind, in the order of the first of
// each.
func damage(defects []ndr.Defect, w words) (list []string) {
	count := make(map[ndr.DefectKind]int)
	var first []ndr.Defect
	for _, d := range defects {
		if count[d.Kind]++; count[d.Kind] == 1 {
			first = append(first, d)
		}
	}
	for _, d := range first {
		text := defect(d, w)
		if n := count[d.Kind]; n > 1 {
			text = w.text("clause.damaged", d.Kind, n, text)
		}
		list = append(list, text)
	}
	return list
}

// defect says what is wrong, and where.
func defect(d ndr.Defect, w words) string {
	text := string(d.Kind)
	if d.Line > 0 {
		text = w.text("form.line", d.Line, text)
	}
	if d.Detail != "" {
		text += ": " + d.Detail
	}
	return text
}
