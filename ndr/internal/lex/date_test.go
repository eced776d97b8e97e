package lex

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	tests := []struct{ in, want string }{ // RFC 3339, "" for none
		{"Tue, 3 Mar 2026 09:00:05 +0100", "2026-03-03T09:00:05+01:00"},
		{"3 Mar 2026 09:00:05 -0800", "2026-03-03T09:00:05-08:00"},
		{"3 Mar 26 09:00 +0000", "2026-03-03T09:00:00Z"},
		{"Tue, 3 Mar 2026 09:00:05 +0100 (CET)", "2026-03-03T09:00:05+01:00"},
		{"3 Mar 2026 09:00:05 +0100 (a, b)", "2026-03-03T09:00:05+01:00"},
		{"Mon, 3 Mar 2026 09:00:05 +0100", "2026-03-03T09:00:05+01:00"}, // a Tuesday
		{"Dienstag, 3 Mar 2026 09:00:05 +0100", "2026-03-03T09:00:05+01:00"},
		{"3 Mar 2026 09:00:05 +2359", "2026-03-03T09:00:05+23:59"},
		{"3 Mar 2026 09:00:05 +2400", ""},
		{"3 Mar 2026 09:00:05 -2400", ""},
		{"3 Mar 2026 09:00:05 +9999", ""},
		{"31 Dec 9999 23:00:00 +0000", "9999-12-31T23:00:00Z"},
		{"31 Dec 9999 23:00:00 -0200", ""}, // of the year 10000 in UTC
		{"1 Jan 0000 00:00:00 +0200", ""},
		{"31 Dec 10000 23:00:00 +0000", ""},
		{"3/3/2026 9:00 AM", ""},
		{"yesterday", ""},
		{"", ""},
		{"3 Mar 2026 09:00:05 +0100 (" + strings.Repeat("x", 100) + ")", ""},
	}
	for _, tt := range tests {
		got := ParseDate(tt.in)
		var want time.Time
		if tt.want != "" {
			want, _ = time.Parse(time.RFC3339, tt.want)
		}
		if !got.Equal(want) || got.IsZero() != (tt.want == "") {
			t.Errorf("%q: got %v, want %v", tt.in, got, want)
		}
		if _, err := json.Marshal(got); err != nil {
			t.Errorf("%q: %v", tt.in, err)
		}
		if _, err := json.Marshal(got.UTC()); err != nil {
			t.Errorf("%q in UTC: %v", tt.in, err)
		}
	}
}

func TestOtherDates(t *testing.T) {
	if got, want := ParseUSDate("3/14/2026 4:23:01 PM"), time.Date(2026, 3, 14, 16, 23, 1, 0, time.UTC); !got.Equal(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, in := range []string{"14.03.2026 16:23:01", "14/3/2026 4:23:01 PM", ""} {
		if got := ParseUSDate(in); !got.IsZero() {
			t.Errorf("%q: got %v", in, got)
		}
	}
	for in, want := range map[string]bool{
		"28/02/2026 20:05": true, "2026年3月14日 16:23": true, "3 Mar 2026 9 AM": false, "a 1 b 2 c 3 d 4": true, "": false, "5.1.1": false,
	} {
		if got := HoldsDate(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
