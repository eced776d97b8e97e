package main

import (
	"fmt"

	"example.com/ndr/ndr"
)

// damage sums up defects: one text for each kind, in the order of the first of
// each.
func damage(defects []ndr.Defect, w *words) (list []string) {
	count := make(map[ndr.DefectKind]int)
	var first []ndr.Defect
	for _, d := range defects {
		if count[d.Kind]++; count[d.Kind] == 1 {
			first = append(first, d)
		}
	}
	for _, d := range first {
		text := d.Error()
		if n := count[d.Kind]; n > 1 {
			text = fmt.Sprintf(w.damaged, d.Kind, n, text)
		}
		list = append(list, text)
	}
	return list
}
