package freeform

import (
	"fmt"
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// TestStages finds the stage at which recipients were refused and the address that
// they were made from, in the words of Postfix and of Exim, wrapped or not.
func TestStages(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<a@one.example>: host mx[192.0.2.1] said: 550 no (in reply to RCPT TO command)", "a@one.example rcpt"},
		{"<a@one.example>: host mx[192.0.2.1] said: 550\n    <b@one.example> is not here (in reply\n    to MAIL FROM command)\n\n<b@one.example>: 550 no (in reply to end of\n    DATA command)", "a@one.example mail, b@one.example end-of-data"},
		{"  a@one.example\n    host mx [192.0.2.1]\n    SMTP error from remote mail server after MAIL FROM:<s@two.example>:\n    550 no\n  b@one.example\n    SMTP error from remote mail server after RCPT TO:<b@one.example>:\n    550 no", "a@one.example mail, b@one.example rcpt"},
		{"<a@one.example>: host mx[192.0.2.1] refused to talk to me: 554 no", "a@one.example connect"},
		{"<a@one.example>: 550 no (in reply to your mail)", ""},
		{"  a@one.example\n    (generated from c@one.example)\n    host mx [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<a@one.example>:\n    550 no\n  b@one.example\n    550 no", "a@one.example from c@one.example rcpt"},
		{"  a@one.example\n    (generated from c@one.example)\n    550 no", "a@one.example from c@one.example "},
		{"<a@one.example> (host 'mx' rejected command 'MAIL FROM:<s@two.example>' with code 550 'no')", "a@one.example mail"},
		{"<a@one.example>\n    mx did not like our MAIL FROM: 550 no", "a@one.example mail"},
		{"... while talking to mx.one.example.:\n>>> MAIL FROM:<s@two.example>\n<<< 550 no\n550 <a@one.example>... User unknown", "a@one.example mail"},
		{"... while talking to mx.one.example.:\n>>> MAIL FROM:<s@two.example>\n<<< 451 no\n451 <a@one.example>... Deferred", "a@one.example mail"},
		{"... while talking to mx.one.example.:\n<<< 554 no\n554 <a@one.example>... Service unavailable", "a@one.example connect"},
		{"... while talking to mx.one.example.:\n>>> DATA\n<<< 550 no\n550 <a@one.example>... User unknown", ""},
		{"... while talking to mx.one.example.:\n>>> RCPT To:<a@one.example>\n<<< 550 no\n550 <a@one.example>... User unknown\n>>> RCPT To:<b@one.example>\n<<< 250 ok\n554 <b@one.example>... Service unavailable", "a@one.example rcpt"},
		{"<a@one.example>:\n >>> MAIL FROM:<s@two.example>\n <<< 550 no\n\n<b@one.example>:\n >>> RCPT TO:<b@one.example>\n <<< 550 no", "a@one.example mail, b@one.example rcpt"},
		{"550 no (in reply to RCPT TO command)", ""},
		{"<a@one.example>: " + strings.Repeat("after ", 100) + "MAIL FROM: no", ""},
		{"<a@one.example>: after a while, in reply to MAIL FROM, the host said: 550 no", "a@one.example mail"},
		{"<a@one.example>: 550 no\n\n(in reply to RCPT TO command)", ""},
	} {
		var all []string
		for _, r := range Read(viewOf("", c.text)).Recipients {
			if r.Stage == codes.StageUnknown && r.OriginalAddress == "" {
				continue
			}
			address := r.Address
			if r.OriginalAddress != "" {
				address += " from " + r.OriginalAddress
			}
			all = append(all, fmt.Sprint(address, " ", r.Stage))
		}
		if got := strings.Join(all, ", "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
