package freeform

import (
	"strings"
	"testing"
)

func TestHoldsStatus(t *testing.T) {
	for text, want := range map[string]bool{
		"x\n Final-Recipient: rfc822; a@one.example\nAction: failed\ny": true,
		"Action: failed\n\nFinal-Recipient: rfc822; a@one.example":      true,
		"Final-Recipient: rfc822; a@one.example":                        false,
		"Action: failed":                                                false,
		"":                                                              false,
	} {
		if got := holdsStatus(strings.Split(text, "\n")); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestMayNest: a report may stand in what a mail system passes on, or in what a
// person forwards without much to say.
func TestMayNest(t *testing.T) {
	const forwarded = "From: kim@one.example\nSubject: Fwd: x\n"
	for _, c := range []struct {
		name, header, text string
		want               bool
	}{
		{"mail system", systemHeader + "x", strings.Repeat("x\n\n", maxForeword+1), true},
		{"mail system, recipient", systemHeader + "x", listBare, false},
		{"mail system, recipient in prose", systemHeader + "x", prose, true},
		{"forwarded", forwarded, strings.Repeat("x\n\n", maxForeword), true},
		{"forwarded with a letter", forwarded, strings.Repeat("x\n\n", maxForeword+1), false},
		{"not forwarded", "From: kim@one.example\nSubject: x\n", "x", false},
	} {
		v := viewOf(c.header, c.text)
		if got := mayNest(v, group(v)); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}
