package freeform

import (
	"testing"

	"example.com/ndr/ndr/internal/found"
)

func TestLeadingCode(t *testing.T) {
	for line, want := range map[string]struct {
		code         bool
		status, rest string
	}{
		"550 5.1.1 <a@b>": {true, "5.1.1", "<a@b>"},
		"550-5.1.1 <a@b>": {true, "5.1.1", "<a@b>"},
		"550 <a@b>":       {true, "", "<a@b>"},
		"550 unknown":     {true, "", "unknown"},
		"x50 unknown":     {false, "", "x50 unknown"},
		"550:unknown":     {false, "", "550:unknown"},
		"580 unknown":     {false, "", "580 unknown"},
		"5x0 unknown":     {false, "", "5x0 unknown"},
		"550":             {false, "", "550"},
	} {
		code, status, rest := leadingCode(line)
		text := ""
		if status.IsValid() {
			text = status.String()
		}
		if code != want.code || text != want.status || rest != want.rest {
			t.Errorf("%q: %t, %q, %q", line, code, text, rest)
		}
	}
}

func TestEntryIsPair(t *testing.T) {
	for line, want := range map[string]bool{
		"a@one.example\tb@one.example":        true,
		"a@one.example | b@one.example | 550": true,
		"a@one.example\t<b@one.example>":      false,
		"a@one.example\ta@one.example.":       false,
		"a@one.example\tsee b@one.example":    false,
		"a@one.example: b@one.example":        false,
		"a@one.example\tunknown":              false,
	} {
		if e, ok := readEntry(line); !ok || e.isPair() != want {
			t.Errorf("%q: %+v", line, e)
		}
	}
}

func TestEntrySaid(t *testing.T) {
	for line, want := range map[string]string{
		"a@one.example: unknown":             "unknown",
		"a@one.example (unknown).":           "unknown",
		"a@one.example [unknown]":            "unknown",
		"a@one.example (unknown) today":      "(unknown) today",
		"<a@one.example> — unknown":          "unknown",
		"550 <a@one.example>... unknown":     "550 <a@one.example>... unknown",
		"550 <a@one.example>... 551 unknown": "551 unknown",
		"550 <a@one.example>... 55":          "550 <a@one.example>... 55",
	} {
		if e, ok := readEntry(line); !ok || e.said(line) != want {
			t.Errorf("%q: %q, want %q", line, e.said(line), want)
		}
	}
}

func TestCutAction(t *testing.T) {
	for said, want := range map[string]struct {
		action found.Action
		rest   string
	}{
		"Failed; 5.1.1 (bad address)": {found.Failed, "5.1.1 (bad address)"},
		"Delayed;":                    {found.Delayed, ""},
		"Failed today; 5.1.1":         {found.NoAction, "Failed today; 5.1.1"},
		"Unknown; 5.1.1":              {found.NoAction, "Unknown; 5.1.1"},
		"failed":                      {found.NoAction, "failed"},
	} {
		if action, rest := cutAction(said); action != want.action || rest != want.rest {
			t.Errorf("%q: %d, %q", said, action, rest)
		}
	}
}

func TestIsProgramOutput(t *testing.T) {
	for line, want := range map[string]bool{
		"procmail: Quota exceeded while writing":    true,
		"the program: Quota exceeded":               false,
		"procmail: hello":                           false,
		"procmail: 552 Quota exceeded":              false,
		"procmail: Quota exceeded of a@one.example": false,
		"Quota exceeded":                            false,
		"":                                          false,
	} {
		if got := isProgramOutput(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}
