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
	twice := func(field string) string {
		return strings.Replace(wholeReport, "no such user\n", "no such user\n"+field, 1)
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
		{"another mailbox in the text", sayInText("A message that you sent could not be delivered to one or more of its\nrecipients. " +
			"The following address(es) failed:\n\n  bob@example.com\n    (generated from alice@example.com)\n    550 5.1.1 no such user"), WithheldAddress},
		{"two actions", twice("Action: delivered\n"), codes.WithheldContradiction},
		{"two statuses", twice("Status: 4.2.2\n"), codes.WithheldContradiction},
		{"one status twice", twice("Status: 5.1.1\n"), ""},
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

// TestWithheldShared shows that one answer to the message condemns none of several
// recipients, and one answer to RCPT each that it is told of.
func TestWithheldShared(t *testing.T) {
	message := func(command string, addresses ...string) string {
		text := daemonHead + reportType + "\n" + strings.Replace(textPart, "delivered.\n", "delivered.\n\n", 1)
		for _, a := range addresses {
			text += "<" + a + ">: host mx.example.com[192.0.2.1] said: 550 5.1.1 no such\n    user (in reply to " + command + " command)\n\n"
		}
		text += statusHead + "\nReporting-MTA: dns; mx.example.net\n"
		for _, a := range addresses {
			text += "\nFinal-Recipient: rfc822; " + a + "\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.example.com\n" +
				"Diagnostic-Code: smtp; 550 5.1.1 no such user\n"
		}
		return text + "\n" + originalPart + reportEnd
	}
	alice, bob := "alice@example.com", "bob@example.com"
	for _, tt := range []struct {
		name, message string
		want          bool
	}{
		{"RCPT, both", message("RCPT TO", alice, bob), true},
		{"DATA, both", message("DATA", alice, bob), false},
		{"DATA, one", message("DATA", alice), true},
		{"the end of DATA, both", message("end of DATA", alice, bob), false},
	} {
		for _, r := range reportOf(t, tt.message).Recipients {
			if r.Suppress != tt.want {
				t.Errorf("%s: %s at %v: suppress %v, want %v", tt.name, r.Address, r.Stage, r.Suppress, tt.want)
			}
		}
	}
}

// TestWithheldStage shows how systems name in prose what was refused before the
// recipient, and one that was refused at RCPT.
func TestWithheldStage(t *testing.T) {
	qmail := "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n" +
		"This is a permanent error; I've given up. Sorry it didn't work out.\n\n<alice@example.com>:\nREASON\nRemote host said: 550 5.1.1 User unknown\n"
	hmail := "Your message did not reach some or all of the intended recipients.\n\nThe following recipient(s) could not be reached:\n\nalice@example.com\n" +
		"   Error Type: SMTP\n   Remote server (192.0.2.1) issued an error.\n   hMailServer sent: REASON\n   Remote server replied: 550 5.1.1 User unknown\n"
	goSMTP := "Your message could not be delivered.\n\nRecipient: alice@example.com\nError: smtp: REASON: 550 5.1.1 User unknown\n"
	named := "Your message could not be delivered.\n\nalice@example.com: REASON: 550 5.1.1 User unknown\n"
	tests := []struct {
		name, text, reason string
		want               codes.Stage
	}{
		{"qmail", qmail, "192.0.2.1 does not like recipient.", codes.StageRcpt},
		{"qmail, sender", qmail, "192.0.2.1 does not like sender.", codes.StageMail},
		{"qmail, greeting", qmail, "Connected to 192.0.2.1 but greeting failed.", codes.StageConnect},
		{"qmail, name", qmail, "Connected to 192.0.2.1 but my name was rejected.", codes.StageHELO},
		{"qmail, sender of a patch", qmail, "Connected to 192.0.2.1 but sender was rejected.", codes.StageMail},
		{"qmail, authentication", qmail, "Connected to 192.0.2.1 but authentication was rejected (login).", codes.StageAuth},
		{"hMailServer, sender", hmail, "MAIL FROM:<news@sender.example>", codes.StageMail},
		{"hMailServer", hmail, "RCPT TO:<alice@example.com>", codes.StageRcpt},
		{"a command in capitals", named, "MAIL failed", codes.StageMail},
		{"a command in capitals, recipient", named, "RCPT failed", codes.StageRcpt},
		{"no command", named, "Sending mail failed", codes.StageUnknown},
		{"Go, sender", goSMTP, "MAIL From", codes.StageMail},
	}
	for _, tt := range tests {
		text := strings.Replace(tt.text, "REASON", tt.reason, 1)
		rep := reportOf(t, daemonHead+"\n"+text+"\n--- Below this line is a copy of the message.\n\n"+originalHead+"\nSee you at noon.\n")
		if len(rep.Recipients) != 1 {
			t.Errorf("%s: got %d recipients, want 1", tt.name, len(rep.Recipients))
			continue
		}
		if r := rep.Recipients[0]; r.Stage != tt.want || r.Suppress != (tt.want == codes.StageRcpt || tt.want == codes.StageUnknown) {
			t.Errorf("%s: stage %q, suppress %v, want stage %q", tt.name, r.Stage, r.Suppress, tt.want)
		}
	}
}
