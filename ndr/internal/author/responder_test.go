package author

import (
	"testing"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/found"
)

func TestKind(t *testing.T) {
	const (
		nobody = nullPath + "From: Kim <kim@example.com>\n"
		link   = "Your message has not been delivered yet. Please confirm at https://guard.example/x\n"
	)
	decided := map[string]bool{}
	for _, c := range []struct {
		header, text string
		want         found.Kind
		rule         string
	}{
		{"X-Apple-Unsubscribe: true\n", "", found.Feedback, "unsubscribe-request"},
		{"From: majordomo@lists.example.org\nAuto-Submitted: auto-replied\n", "", found.Other, "list-manager"},
		{"Subject: Please confirm your message\n", "", found.Challenge, "challenge-subject"},
		{"X-Tmda-Fingerprint: x\n", "", found.Challenge, "challenge-subject"},
		{"Subject: Re: Order\nIn-Reply-To: <1@example.com>\n", "Click here to have your message delivered: prove that you are human.", found.Challenge, "challenge-words"},
		{"Subject: Order\n", "Click here to have your message delivered: prove that you are human.", found.Other, ""},
		{"From: MAILER-DAEMON@example.net\nSubject: Order\n", "Confirm that you are a person.", found.Challenge, "challenge-words"},
		{nobody + "Subject: Mail\n", link, found.Challenge, "asks-to-confirm"},
		{"From: Antispam <antispam@guard.example>\nSubject: Mail\n", link, found.Challenge, "asks-to-confirm"},
		{"From: Antispam <antispam@guard.example>\nSubject: Quarantine report\n", link, found.Other, ""},
		{"From: Shop <shop@example.com>\nSubject: Mail\n", link, found.Other, ""},
		{"Auto-Submitted: auto-replied\nSubject: Order\n", "", found.AutoReply, "responder"},
		{"Subject: Out of office\n", "", found.AutoReply, "responder"},
		{nobody + "Subject: My address has changed\n", "", found.AutoReply, "moved"},
		{"Precedence: bulk\nSubject: My address has changed\n", "", found.AutoReply, "moved"},
		{"Precedence: bulk\nList-Id: <x.example>\nSubject: My address has changed\n", "", found.Other, ""},
		{"From: Kim <kim@example.com>\nSubject: My address has changed\n", "", found.Other, ""},
		{"Subject: Re: order\nIn-Reply-To: <1@example.com>\n", link, found.Challenge, "asks-to-confirm"},
		{nobody + "List-Id: <x.example>\nSubject: On holiday\n", "", found.Other, ""},
		{"Subject: Re: on holiday\n", "", found.Other, ""},
		{"Auto-Submitted: auto-generated\nList-Id: <x.example>\nSubject: We have received your request\n", "", found.Other, ""},
		{nobody + "Subject: On holiday\n", "", found.AutoReply, "away"},
		{"Precedence: bulk\nSubject: Re: on holiday\n", "", found.AutoReply, "away"},
		{"Precedence: bulk\nSubject: Holiday offers\n", "", found.Other, ""},
		{"Auto-Submitted: auto-generated\nSubject: We have received your request\n", "", found.AutoReply, "help-desk"},
		{"Subject: We have received your request\n", "", found.Other, ""},
		{"Subject: Lunch\n", "", found.Other, ""},
	} {
		h := headers.ParseHeader(c.header)
		head := ReadHeader(&h)
		rule := ""
		for i := range kindRules {
			if kindRules[i].holds(head, c.text) {
				rule = kindRules[i].name
				break
			}
		}
		// The words of a text are folded before the rules see them.
		if got := Kind(head, c.text); got != c.want {
			t.Errorf("%q, %q: kind %d by %q, want %d", c.header, c.text, got, rule, c.want)
		}
		if c.text == "" && rule != c.rule {
			t.Errorf("%q: decided by %q, want %q", c.header, rule, c.rule)
		}
		decided[c.rule] = true
	}
	for i := range kindRules {
		if !decided[kindRules[i].name] {
			t.Errorf("no case is decided by the rule %q", kindRules[i].name)
		}
	}
}
