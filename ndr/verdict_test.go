package ndr

import (
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// TestWithheldByReport shows one report for each sign within it that another
// address is meant, or that nothing failed. The first has none.
func TestWithheldByReport(t *testing.T) {
	prose := strings.NewReplacer(
		reportType, "Content-Type: text/plain\n", reportParts,
		"I'm sorry to have to inform you that your message could not be delivered.\n\n"+
			"ADDRESS: host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user\n").Replace(wholeReport)
	sayInText := func(text string) string {
		return strings.Replace(wholeReport, "Your message could not be delivered.", text, 1)
	}
	actual := func(address string) string {
		return strings.Replace(wholeReport, "Action:", "X-Actual-Recipient: rfc822; "+address+"\nAction:", 1)
	}
	tests := []struct{ name, message, want string }{
		{"fields", wholeReport, ""},
		{"a delay in the text", sayInText("This is a warning only. You do not need to resend your message."), codes.WithheldContradiction},
		{"a delivery in the text", sayInText("Your message was successfully delivered."), codes.WithheldContradiction},
		{"both in the text", sayInText("Your message was successfully delivered to bob; it could not be delivered to alice."), ""},
		{"a delay in the subject", strings.Replace(wholeReport, "Undelivered Mail Returned to Sender", "Delayed Mail (still being retried)", 1), codes.WithheldContradiction},
		{"the same mailbox, sent on", actual("alice@mx.example.com"), ""},
		{"a pipe", actual("|/bin/false"), ""},
		{"another mailbox, sent on", actual("bob@example.com"), WithheldAddress},
		{"another mailbox in the text", strings.Replace(sayInText("A message that you sent could not be delivered to one or more of its\nrecipients. "+
			"The following address(es) failed:\n\n  bob@example.com\n    (generated from alice@example.com)\n    550 5.1.1 no such user"), "Remote-MTA: dns; mx.example.com\n", "", 1), WithheldAddress},
		{"prose", strings.Replace(prose, "ADDRESS", "<alice@example.com>", 1), ""},
		{"prose, the end of an address", strings.Replace(prose, "ADDRESS", "<alice,bob@example.com>", 1), WithheldAddress},
		{"prose, two words", strings.Replace(prose, "ADDRESS", "<alice bob@example.com>", 1), WithheldAddress},
	}
	for _, tt := range tests {
		rep := reportOf(t, tt.message)
		if len(rep.Recipients) != 1 {
			t.Errorf("%s: got %d recipients, want 1", tt.name, len(rep.Recipients))
			continue
		}
		if r := rep.Recipients[0]; r.Suppress != (tt.want == "") || r.Withheld != tt.want {
			t.Errorf("%s: suppress %v, withheld %q, want %q", tt.name, r.Suppress, r.Withheld, tt.want)
		}
	}
}
