package reply

import (
	"testing"
)

func TestSignedHost(t *testing.T) {
	for text, want := range map[string]string{
		"554 no such account [0] - mta1.mail.example.com":              "mta1.mail.example.com",
		"421 try later (host mx4.one.example)":                         "mx4.one.example",
		"421 try later (host mx4.one.example) in the queue for 3 days": "mx4.one.example",
		"550 rejected by host mx.example for good":                     "",
		"550 rejected by host":                                         "",
		"550 no (host ":                                                "",
	} {
		if got := SignedHost(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestHostBelow(t *testing.T) {
	for want, blocks := range map[string][][]string{
		"mx.one.example": {{"*** 550 no ***", "mx.one.example"}, {"550 5.1.1 no.", "mx.one.example"}},
		"":               {nil, {"mx.one.example"}, {"550 5.7.1 blocked by", "list.example"}, {"No such user.", "mx.one.example"}, {"550 no.", "mx.one.example is"}},
	} {
		for _, block := range blocks {
			if got := HostBelow(block); got != want {
				t.Errorf("%q: %q, want %q", block, got, want)
			}
		}
	}
}
