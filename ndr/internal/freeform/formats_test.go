package freeform

import (
	"testing"
)

func TestRecognise(t *testing.T) {
	const header = "From: Mail Delivery System <Mailer-Daemon@mail.example.org>\nX-Failed-Recipients: a@one.example\n"
	for opening, want := range map[string]string{
		"hi. this is the qmail-send program at mail.example.org.": "qmail",
		"this is the mail system at host mail.example.org.":       "postfix",
		"a message that you sent":                                 "exim",
	} {
		if got := pageOf(t, header, opening).FormatName(); got != want {
			t.Errorf("format of %q is %q, want %s", opening, got, want)
		}
	}
	if got := pageOf(t, "From: a@one.example\n", "hello").FormatName(); got != "" {
		t.Errorf("ordinary mail is %s", got)
	}
}
