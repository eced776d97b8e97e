package ndr

import "testing"

// TestOriginalOfParts takes the header of a message that stands in a text from
// that text, not from the parts which that message holds.
func TestOriginalOfParts(t *testing.T) {
	rep := reportOf(t, qmailReport+"Received: by mail.example.org; Mon, 6 Jul 2026 10:00:00 +0000\nFrom: news@example.org\nTo: alice@example.com\n"+
		"Message-ID: <n1@example.org>\nContent-Type: multipart/mixed; boundary=i\n\n--i\nContent-Type: text/plain\n\nNews.\n--i--\n")
	if o := rep.Original; o.From != "news@example.org" || o.MessageID != "n1@example.org" || len(o.To) != 1 {
		t.Errorf("got %+v", o)
	}
}
