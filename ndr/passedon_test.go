package ndr_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"example.com/ndr/ndr"
)

// TestPassedOn reads true reports as lists, groups, aliases and role addresses
// pass them on, and reports of many systems: a system wrote each of them, the
// recipient is found, and may not be mailed again. Sniff knows each by its
// header.
func TestPassedOn(t *testing.T) {
	all := append(passedOn(t), families(t, "systems.txtar", 8)...)
	if len(all) < 120 {
		t.Errorf("%d reports, want at least 120", len(all))
	}
	for _, s := range all {
		s.run(t)
		if kind, err := ndr.Sniff(bytes.NewReader(s.data), nil); err != nil || !isReport(kind) {
			t.Errorf("%s: Sniff says %s, %v", s.name, kind, err)
		}
	}
}

// passedOn returns each report in each way to pass it on.
func passedOn(t testing.TB) (all []sample) {
	w := newLetterWriter(t)
	for i, report := range w.reports {
		for j, way := range readSections(t, "passed-on.txtar") {
			failed := failedAddresses[(i+j)%len(failedAddresses)]
			v := values{"from": "news@example.org"}
			w.addReport(v, letterPlan{report: report, failed: failed})
			header, body, _ := strings.Cut(w.raw(report, v), "\n\n")
			all = append(all, sample{
				name: fmt.Sprintf("%s/%s", way.name, report),
				data: []byte(replaceFields(header+"\n", way.text) + "\n" + body),
				want: want{kind: []string{"failure"}, author: []string{"system"}, found: []string{failed}, must: []string{failed}},
			})
		}
	}
	return all
}

// replaceFields puts fields before a header, and takes out the fields of the
// same names there. A field without a value only takes out.
func replaceFields(header, fields string) (all string) {
	names := map[string]bool{}
	for line := range strings.Lines(fields) {
		name, value, _ := strings.Cut(line, ":")
		names[strings.ToLower(name)] = true
		if strings.TrimSpace(value) != "" {
			all += line
		}
	}
	dropped := false
	for line := range strings.Lines(header) {
		if line[0] != ' ' && line[0] != '\t' {
			name, _, _ := strings.Cut(line, ":")
			dropped = names[strings.ToLower(name)]
		}
		if !dropped {
			all += line
		}
	}
	return all
}
