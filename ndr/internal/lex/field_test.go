package lex

import (
	"strings"
	"testing"
)

// TestFields shows what each reader of "Name: value" takes for one: in a message
// header, in a delivery-status part, in a text, and in a table.
func TestFields(t *testing.T) {
	type pair struct{ name, value string }
	var no pair
	tests := []struct {
		line                string
		colon               int // FieldColon
		field, header, cell pair
	}{
		{"", -1, no, no, no},
		{"Status: 5.1.1", 6, pair{"Status", "5.1.1"}, pair{"Status", "5.1.1"}, pair{"Status", "5.1.1"}},
		{"Status:5.1.1", 6, pair{"Status", "5.1.1"}, pair{"Status", "5.1.1"}, no},
		{"Status:", 6, pair{"Status", ""}, pair{"Status", ""}, no},
		{"Status \t: 5.1.1", 8, pair{"Status", "5.1.1"}, no, pair{"Status", "5.1.1"}},
		{"status: 5.1.1", 6, pair{"status", "5.1.1"}, no, pair{"status", "5.1.1"}},
		{"x-status: 5", 8, pair{"x-status", "5"}, pair{"x-status", "5"}, pair{"x-status", "5"}},
		{"from: a", 4, pair{"from", "a"}, pair{"from", "a"}, pair{"from", "a"}},
		{"X_Id: 1", 4, no, pair{"X_Id", "1"}, pair{"X_Id", "1"}},
		{"1st: x", 3, pair{"1st", "x"}, no, pair{"1st", "x"}},
		{"A: b", 1, pair{"A", "b"}, no, pair{"A", "b"}},
		{"host[192.0.2.1]: 550 no", 15, no, no, pair{"host[192.0.2.1]", "550 no"}},
		{"a.b:c", 3, no, no, no},
		{"Generating server: mx", -1, no, no, pair{"Generating server", "mx"}},
		{"Serveur : mx", 8, pair{"Serveur", "mx"}, no, pair{"Serveur", "mx"}},
		{"生成サーバー： mx", -1, no, no, pair{"生成サーバー", "mx"}},
		{"生成サーバー：mx", -1, no, no, pair{"生成サーバー", "mx"}},
		{"Remote server\tmx", -1, no, no, pair{"Remote server", "mx"}},
		{"Remote server:\tmx", -1, no, no, pair{"Remote server", "mx"}},
		{" Folded: x", -1, no, no, pair{"Folded", "x"}},
		{": x", -1, no, no, no},
		{"::", -1, no, no, no},
		{" : x", -1, no, no, no},
		{"Status\t: 5", 7, pair{"Status", "5"}, no, pair{"Status", "5"}},
		{"<a: b", -1, no, no, pair{"<a", "b"}},
		{"a@b: c", -1, no, no, pair{"a@b", "c"}},
		{"\x01: b", -1, no, no, pair{"\x01", "b"}},
		{"ä: b", -1, no, no, pair{"ä", "b"}},
		{"a\x7f: b", -1, no, no, pair{"a\x7f", "b"}},
		{"word", -1, no, no, no},
		{"word ", -1, no, no, no},
		{"https://example.com", 5, pair{"https", "//example.com"}, no, no},
		{strings.Repeat("N", maxHeaderName) + ": x", maxHeaderName, pair{strings.Repeat("N", maxHeaderName), "x"},
			pair{strings.Repeat("N", maxHeaderName), "x"}, pair{strings.Repeat("N", maxHeaderName), "x"}},
		{strings.Repeat("N", maxFieldName) + ": x", maxFieldName, pair{strings.Repeat("N", maxFieldName), "x"}, no, no},
		{strings.Repeat("N", maxFieldName+1) + ": x", maxFieldName + 1, no, no, no},
		{strings.Repeat("N", maxRowLabel) + ": x", maxRowLabel, pair{strings.Repeat("N", maxRowLabel), "x"}, no, pair{strings.Repeat("N", maxRowLabel), "x"}},
	}
	for _, tt := range tests {
		if got := FieldColon(tt.line); got != tt.colon || FieldColon([]byte(tt.line)) != got {
			t.Errorf("FieldColon(%.40q) = %d, want %d", tt.line, got, tt.colon)
		}
		var got pair
		var ok bool
		if got.name, got.value, ok = CutField(tt.line); got != tt.field || ok != (tt.field != no) {
			t.Errorf("CutField(%.40q) = %q, %v, want %q", tt.line, got, ok, tt.field)
		}
		if got.name, got.value, ok = HeaderField(tt.line); got != tt.header || ok != (tt.header != no) {
			t.Errorf("HeaderField(%.40q) = %q, %v, want %q", tt.line, got, ok, tt.header)
		}
		if got.name, got.value = CutCells(tt.line); got != tt.cell {
			t.Errorf("CutCells(%.40q) = %q, want %q", tt.line, got, tt.cell)
		}
	}
}

func TestStartsHeader(t *testing.T) {
	for text, want := range map[string]bool{
		"Received: from a\nFrom: b@example.com":                         true,
		"From: b@example.com\nSubject: x\nTo: c":                        true,
		"Received: from a\n by b\n\tfor c\nMessage-ID: <1@example.com>": true,
		"X-Own: 1\nReceived: from a\nFrom: b@example.com":               true,
		"Received: from a":    false, // one field
		"From: b\nSubject: x": false, // rows of a report too
		"Dear: all\nReceived: from a\nMessage-ID: <1@example.com>":               false,
		"Received: from a\nwhat is this\nMessage-ID: <1@example.com>":            false,
		" Received: from a\nMessage-ID: <1@example.com>":                         false,
		"From: b\nSubject: x\nTo: y":                                             false, // no address
		"To: a@example.com\nSubject: x\nDate: y":                                 false,
		" Folded\nReceived: a\nMessage-ID: b":                                    false,
		"words":                                                                  false,
		"From: b@example.com\n" + strings.Repeat("Own: x\n", 24) + "Received: x": false,
		"From: b@example.com\n" + strings.Repeat("Own: x\n", 23) + "Received: x": true,
	} {
		if got := StartsHeader(strings.Split(text, "\n")); got != want {
			t.Errorf("%.60q: %v", text, got)
		}
	}
}
