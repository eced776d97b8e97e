package freeform

import (
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/reply"
)

func TestLeadingStatus(t *testing.T) {
	for line, want := range map[string]codes.Status{
		"4.1.0 - Unknown address error 421-'too many'": codes.MustParseStatus("4.1.0"),
		"421 too many 4.1.0":                           {},
		"error 421 too many":                           {},
	} {
		if got := leadingStatus(line, reply.ReplyIn(line)); got != want {
			t.Errorf("%s: %v, want %v", line, got, want)
		}
	}
}
