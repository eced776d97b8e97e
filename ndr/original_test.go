package ndr

import (
	"strings"
	"testing"
)

// TestOriginalOfParts takes the header of a message that stands in a text from
// that text, not from the parts which that message holds.
func TestOriginalOfParts(t *testing.T) {
	rep := reportOf(t, qmailReport+"Received: by mail.example.org; Mon, 6 Jul 2026 10:00:00 +0000\nFrom: news@example.org\nTo: alice@example.com\n"+
		"Message-ID: <n1@example.org>\nContent-Type: multipart/mixed; boundary=i\n\n--i\nContent-Type: text/plain\n\nNews.\n--i--\n")
	if o := rep.Original; o.From != "news@example.org" || o.MessageID != "n1@example.org" || len(o.To) != 1 {
		t.Errorf("got %+v", o)
	}
}

// TestOriginalTo bounds the addresses that are given.
func TestOriginalTo(t *testing.T) {
	for _, n := range []int{maxOriginalTo, maxOriginalTo + 1} {
		rep := reportOf(t, strings.Replace(wholeReport, originalHead, "From: news@example.org\nTo: "+strings.Repeat("a@example.com, ", n-1)+"a@example.com\n", 1))
		if got := len(rep.Original.To); got != maxOriginalTo {
			t.Errorf("of %d addresses %d are given, want %d", n, got, maxOriginalTo)
		}
	}
}
