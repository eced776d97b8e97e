package main

import (
	"example.com/ndr/ndr"
)

// damage sums up defects: one text for each kind, in the order of the first of
// each.
func damage(defects []ndr.Defect, w words) (list []string) {
	count := make(map[ndr.DefectKind]int)
	for _, d := range defects {
		count[d.Kind]++
	}
	for _, d := range defects {
		switch n := count[d.Kind]; {
		case n == 1:
			list = append(list, defect(d, w))
		case n > 1:
			list = append(list, w.text("clause.damaged", d.Kind, n, defect(d, w)))
		}
		count[d.Kind] = 0 // told
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
