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
		{"a delay in the text", sayInText("This is a warning only. You do not need to resend your message."), codes.WithheldPermanent},
		{"a delivery in the text", sayInText("Your message was successfully delivered."), codes.WithheldContradiction},
		{"both in the text", sayInText("Your message was successfully delivered to bob; it could not be delivered to alice."), ""},
		{"a delay in the subject", strings.Replace(wholeReport, "Undelivered Mail Returned to Sender", "Delayed Mail (still being retried)", 1), codes.WithheldContradiction},
		{"the same mailbox, sent on", actual("alice@mx.example.com"), ""},
		{"a pipe", actual("|/bin/false"), ""},
		{"another mailbox, sent on", actual("bob@example.com"), WithheldAddress},
		{"a damaged address, sent on", strings.Replace(wholeReport, "Final-Recipient: rfc822; alice@example.com", "Original-Recipient: rfc822; alice@example.com\nFinal-Recipient: rfc822; bob b@example.org", 1), WithheldAddress},
		{"another mailbox in the text", sayInText("A message that you sent could not be delivered to one or more of its\nrecipients. " +
			"The following address(es) failed:\n\n  bob@example.com\n    (generated from alice@example.com)\n    550 5.1.1 no such user"), WithheldAddress},
		{"two groups that say the same", strings.Replace(wholeReport, "\n"+originalPart, strings.Repeat("\nOriginal-Recipient: rfc822; alice@example.com\nFinal-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\n", 2)+"\n"+originalPart, 1), ""},
		{"an attempt to come", twice("Will-Retry-Until: Mon, 13 Jul 2026 10:00:00 +0000\n"), codes.WithheldContradiction},
		{"another status that condemns, in the text", sayInText("Your message could not be delivered:\n\n<alice@example.com>: host mx.example.com said: 550 5.1.6 no such user"), ""},
		{"two actions", twice("Action: delivered\n"), codes.WithheldContradiction},
		{"two statuses", twice("Status: 4.2.2\n"), codes.WithheldContradiction},
		{"one status twice", twice("Status: 5.1.1\n"), ""},
		{"another status in the text", sayInText("Your message could not be delivered:\n\n<alice@example.com>: host mx.example.com said: 552 5.2.2 mailbox full"), codes.WithheldContradiction},
		{"a status for now in the text", sayInText("Your message could not be delivered:\n\n<alice@example.com>: host mx.example.com said: 450 4.2.1 busy"), codes.WithheldContradiction},
		{"the same status in the text", sayInText("Your message could not be delivered:\n\n<alice@example.com>: host mx.example.com said: 550 5.1.1 no such user"), ""},
		{"a generic status in the text", sayInText("Your message could not be delivered:\n\n<alice@example.com>: host mx.example.com said: 550 5.0.0 no such user"), ""},
		{"the status of another in the text", sayInText("Your message could not be delivered:\n\n<bob@example.com>: host mx.example.com said: 552 5.2.2 mailbox full"), ""},
		{"two answers", twice("Diagnostic-Code: smtp; 250 2.1.5 ok\n"), codes.WithheldContradiction},
		{"an answer at the greeting", strings.Replace(wholeReport, "smtp; 550", "smtp; host mx.example.com refused to talk to me: 550", 1), codes.WithheldStage},
		{"a list of who was reached in the text", sayInText("Your message could not be delivered to everybody.\n\nDelivered to:\n\n  alice@example.com\n\nNot delivered to:\n\n  bob@example.com\n    550 5.1.1 no such user"), codes.WithheldContradiction},
		{"a failure and a delivery in the text", sayInText("Your message could not be delivered to:\n\n<alice@example.com>: 550 5.1.1 no such user\n\nYour message was delivered to:\n\n<alice@example.com>"), codes.WithheldContradiction},
		{"a disposition notification too", strings.Replace(wholeReport, originalPart, "--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; alice@example.com\nDisposition: manual-action/MDN-sent-manually; deleted\n\n"+originalPart, 1), WithheldKind},
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
	sentToBob := strings.Replace(message("DATA", alice, bob), "To: ", "To: "+bob+", ", 1)
	for _, tt := range []struct {
		name, message string
		want          bool
	}{
		{"RCPT, both", message("RCPT TO", alice, bob), true},
		{"DATA, both", message("DATA", alice, bob), false},
		{"DATA, both, one of whom the report was sent to", sentToBob, false},
		{"DATA, one", message("DATA", alice), true},
		{"the end of DATA, both", message("end of DATA", alice, bob), false},
	} {
		for _, r := range reportOf(t, tt.message).Recipients {
			if r.Suppress != tt.want {
				t.Errorf("%s: %s at %v: suppress %v, want %v", tt.name, r.Address, r.Stage, r.Suppress, tt.want)
			}
		}
	}
	mixed := message("DATA", alice, bob, "carol@example.com")
	last := strings.LastIndex(mixed, "DATA command")
	for _, r := range reportOf(t, mixed[:last]+"RCPT TO"+mixed[last+len("DATA"):]).Recipients {
		if want := r.Address == "carol@example.com"; r.Suppress != want {
			t.Errorf("the same words at RCPT: %s at %v: suppress %v, want %v", r.Address, r.Stage, r.Suppress, want)
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
		{"a command right before the reply", named, "mx.example.com did not like our MAIL FROM", codes.StageMail},
		{"a command right before the reply, recipient", named, "mx.example.com did not like our RCPT TO", codes.StageRcpt},
		{"a command behind a colon", named, "smtp: EHLO mx.example.net", codes.StageHELO},
		{"qmail, a command", qmail, "192.0.2.1 AUTH rejected.", codes.StageAuth},
		{"hMailServer, the name", hmail, "EHLO mx.example.net", codes.StageHELO},
		{"a word that begins like a command", named, "smtp: MAILBOX check", codes.StageUnknown},
		{"two commands", named, "MAIL+RCPT", codes.StageUnknown},
		{"web.de, sender", named, "SMTP error from remote server for MAIL FROM command, host: mx.example.com (192.0.2.1) reason", codes.StageMail},
		{"the greeting", named, "mx.example.com said in its greeting", codes.StageConnect},
		{"web.de, greeting", named, "SMTP error from remote server for greeting, host: mx.example.com (192.0.2.1) reason", codes.StageConnect},
		{"web.de, TLS", named, "SMTP error from remote server for STARTTLS command, host: mx.example.com (192.0.2.1) reason", codes.StageStartTLS},
		{"1&1, sender", named, "SMTP error from remote server after MAIL command", codes.StageMail},
		{"1&1", named, "SMTP error from remote server after RCPT command", codes.StageRcpt},
		{"JavaMail, sender", named, "com.sun.mail.smtp.SMTPSenderFailedException", codes.StageMail},
		{"JavaMail", named, "com.sun.mail.smtp.SMTPAddressFailedException", codes.StageRcpt},
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

// TestWithheldProse shows one text for each way in which a report without fields
// says of a recipient what another of its lines takes back.
func TestWithheldProse(t *testing.T) {
	const (
		permanent, contradiction = codes.WithheldPermanent, codes.WithheldContradiction
		said                     = ": host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user"
		failed                   = "<alice@example.com>" + said
		fields                   = "Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n"
	)
	tests := []struct{ name, text, want string }{
		{"nothing else", failed, ""},
		{"groups of fields", fields, ""},
		{"the same group twice", fields + "\n" + fields, ""},
		{"a delivery before", "Final-Recipient: rfc822; alice@example.com\nAction: delivered\nStatus: 2.1.5\n\n" + fields, contradiction},
		{"a delay before", "Final-Recipient: rfc822; alice@example.com\nAction: delayed\nStatus: 4.4.1\n\n" + fields, contradiction},
		{"a delivery behind", fields + "\nFinal-Recipient: rfc822; alice@example.com\nAction: delivered\nStatus: 2.1.5\n", contradiction},
		{"a delivery before, and the failure twice", "Final-Recipient: rfc822; alice@example.com\nAction: delivered\nStatus: 2.1.5\n\n" + fields + "\n" + fields, contradiction},
		{"a delivery of another", "Final-Recipient: rfc822; bob@example.com\nAction: delivered\nStatus: 2.1.5\n\n" + fields, ""},
		{"two actions in a group", strings.Replace(fields, "Action:", "Action: delivered\nAction:", 1), contradiction},
		{"two statuses in a group", strings.Replace(fields, "Status:", "Status: 5.2.2\nStatus:", 1), contradiction},
		{"a generic status beside another", strings.Replace(fields, "Status:", "Status: 5.0.0\nStatus:", 1), ""},
		{"two lists", "Your message was delivered to:\n\n<alice@example.com>\n\nYour message could not be delivered to:\n\n" + failed, contradiction},
		{"two lists of different people", "Your message was delivered to:\n\n<bob@example.com>\n\nYour message could not be delivered to:\n\n" + failed, ""},
		{"two sentences", "Your message has been delivered to alice@example.com.\n\nYour message could not be delivered to alice@example.com: 550 5.1.1 no such user", contradiction},

		{"later in German", failed + "\n\nDer Zustellversuch wird in 4 Stunden wiederholt.", permanent},
		{"later in French", "Votre message n'a pas pu être remis pour le moment à :\n\n" + failed, permanent},
		{"later, over two lines", failed + "\n\nBitte versuchen Sie es\nspäter erneut.", permanent},
		{"later in what the server said", failed + ". Nous réessaierons pendant 3 jours.", permanent},
		{"later of another who failed", "<bob@example.com>: host mx.example.com[192.0.2.1] said: 452 4.2.2 full,\n    please try\n    again later\n\n" + failed, ""},
		{"later of another who is late", "Final-Recipient: rfc822; bob@example.com\nAction: delayed\nStatus: 4.4.1\n\n" + fields + "\nThe message to bob will be retried.", ""},
		{"later of another, in the words below it", "<bob@example.com>\nPlease try again later.\n\n" + failed, ""},
		{"later of another, in the words above it", "Votre message n'a pas pu être remis pour le moment à :\n\n<bob@example.com>\n\nThe following address failed:\n\n" + failed, ""},
		{"no later", failed + "\n\nThis is a permanent failure. No further attempts will be made.", ""},
		{"later in a heading", "   ----- The following addresses had transient non-fatal errors -----\n\n   ----- The following addresses had permanent fatal errors -----\n" + failed, ""},
		{"once more, after a look at the address", failed + "\n\nPlease check the address and send the message again.", ""},

		{"the words before the code refuse the sender", "<alice@example.com>: sender verification failed: 550 5.1.1 no such user", ""},
		{"the words before the code are about who sent it", "<alice@example.com>: sender verification: 550 5.1.1 no such user", WithheldAddress},
		{"who sent it, in parentheses", "alice@example.com (sender): 550 5.1.1 no such user", WithheldAddress},
		{"delivered, but not to another", "Your message was delivered to alice@example.com, but not to bob@example.com: 550 5.1.1 no such user", WithheldAddress},
		{"the words before the code refuse the connection", "<alice@example.com>: connection to mx.example.com refused: 550 5.1.1 no such user", contradiction},
		{"an answer of a server for two", "The following recipients could not be reached:\n\n<alice@example.com>\n<bob@example.com>\n\nThe server said: 550 5.1.1 no such user", contradiction},
		{"an answer of a server for each", "The following recipients could not be reached:\n\n" + failed + "\n" + strings.Replace(failed, "alice", "bob", 1), ""},
		{"an answer of the system for two", "The following recipients do not exist:\n\n<alice@example.com>\n<bob@example.com>\n", ""},
		{"an answer of a server about the host of two", "The following recipients could not be reached:\n\n<alice@example.com>\n<bob@example.com>\n\nThe server said: 550 5.1.2 unknown host example.com", ""},
		{"accepted later", failed + "\n    the second server said: 250 2.0.0 ok", contradiction},
		{"sent on to another", "<alice@example.com> forwarded to <bob@example.org>" + said, WithheldAddress},
		{"sent on to another, in a sentence", "The message for alice@example.com was bounced because bob@example.org does not exist: 550 5.1.1 no such user", WithheldAddress},
		{"the member of a list", "Your message could not be delivered to all members of alice@example.com: 550 5.1.1 no such user", WithheldAddress},
		{"an address cut by a line break", "The following addresses failed:\n\n  bob-\n  alice@example.com\n    550 5.1.1 no such user", WithheldAddress},
		{"an item of a list", "The following addresses failed:\n\n  - alice@example.com\n    550 5.1.1 no such user", ""},
		{"a hyphen, of the list or of the address", "The following addresses failed:\n\n  -alice@example.com\n    550 5.1.1 no such user", WithheldAddress},
		{"an asterisk, of the list or of the address", "The following addresses failed:\n\n  *alice@example.com\n    550 5.1.1 no such user", WithheldAddress},
		{"a quote that is not closed", "The following addresses failed:\n\n  'alice@example.com\n    550 5.1.1 no such user", WithheldAddress},
		{"quotes", "The following addresses failed:\n\n  'alice@example.com'\n    550 5.1.1 no such user", ""},
		{"an ellipsis", "The following addresses failed:\n\n  alice@example.com…\n    550 5.1.1 no such user", WithheldAddress},
		{"a mark of direction in the brackets", "<alice@example.com\u202e>" + said, WithheldAddress},
		{"a mark of direction outside", "\u202e<alice@example.com>" + said, ""},
		{"a source route", "<@relay.example:alice@example.com>" + said, WithheldAddress},
		{"two in one bracket", "<bob@example.com,alice@example.com>" + said, WithheldAddress},
		{"two words in quotes", "The following addresses failed:\n\n  'bob alice@example.com'\n    550 5.1.1 no such user", WithheldAddress},
		{"the target of another", "The mail for bob@example.com was forwarded to alice@example.com since there is no such user here.", WithheldAddress},
		{"a type of RFC 3464", "The following addresses failed:\n\n  rfc822; alice@example.com\n    550 5.1.1 no such user", ""},
		{"a type of Exchange", "The following addresses failed:\n\n  SMTP:alice@example.com\n    550 5.1.1 no such user", ""},
		{"a type and two words", "The following addresses failed:\n\n  SMTP:bob alice@example.com\n    550 5.1.1 no such user", WithheldAddress},
		{"a cell", "The following addresses failed:\n\n  |alice@example.com|550 5.1.1 no such user|", ""},
	}
	for _, tt := range tests {
		text := "This is the mail system at host mx.example.net.\n\n" + tt.text
		if !strings.Contains(tt.text, ":\n\n") && !strings.Contains(tt.text, "has been delivered") && !strings.Contains(tt.text, "-----") {
			text = strings.Replace(text, "\n\n", "\n\nYour message could not be delivered.\n\n", 1)
		}
		rep := reportOf(t, daemonHead+"\n"+text+"\n\n--- Below this line is a copy of the message.\n\nFrom: news@sender.example\nSubject: Lunch\n\nSee you at noon.\n")
		found := false
		for _, r := range rep.Recipients {
			if r.Address != "alice@example.com" {
				continue
			}
			found = true
			wantSuppress := tt.want == "" && r.Reason != codes.SenderRejected
			if r.Suppress != wantSuppress || r.Withheld != tt.want {
				t.Errorf("%s: suppress %v, withheld %q, want %q", tt.name, r.Suppress, r.Withheld, tt.want)
			}
			if strings.Contains(tt.name, "sender") != (r.Reason == codes.SenderRejected) {
				t.Errorf("%s: reason %v", tt.name, r.Reason)
			}
		}
		if !found {
			t.Errorf("%s: alice is not found in %+v", tt.name, rep.Recipients)
		}
	}
}

// TestWithheldSubject shows that the subject of a report of success takes back a
// failure in the fields, but not where the report is of both.
func TestWithheldSubject(t *testing.T) {
	for subject, want := range map[string]string{
		"Undelivered Mail Returned to Sender":             "",
		"Successful Mail Delivery Report":                 codes.WithheldContradiction,
		"Delivery Status Notification (Success)":          codes.WithheldContradiction,
		"Delivery Status Notification (Relay)":            codes.WithheldContradiction,
		"Delivered: Lunch":                                codes.WithheldContradiction,
		"Undeliverable: Your parcel was delivered":        "",
		"Message delayed":                                 codes.WithheldContradiction,
		"Delivery Status Notification (Failure)":          "",
		"Unsuccessful delivery":                           "",
		"Your message of Tuesday 3 March, deliveredness?": "",
	} {
		message := strings.Replace(wholeReport, "Undelivered Mail Returned to Sender", subject, 1)
		if r := recipientOf(t, message); r.Withheld != want || r.Suppress != (want == "") {
			t.Errorf("%s: suppress %v, withheld %q, want %q", subject, r.Suppress, r.Withheld, want)
		}
		both := strings.Replace(message, "Final-Recipient:", "Final-Recipient: rfc822; bob@example.com\nAction: delivered\nStatus: 2.1.5\n\nFinal-Recipient:", 1)
		if r := reportOf(t, both).Recipients[1]; !r.Suppress {
			t.Errorf("%s, another was delivered: withheld %q", subject, r.Withheld)
		}
	}
}

// TestWithheldTranscript shows whose an answer in the transcript of a session is:
// one below DATA is nobody's of several, and one before the first command refuses
// the connection.
func TestWithheldTranscript(t *testing.T) {
	sendmail := func(command string, addresses ...string) string {
		return "   ----- The following addresses had permanent fatal errors -----\n<" + strings.Join(addresses, ">\n<") + ">\n\n" +
			"   ----- Transcript of session follows -----\n... while talking to mx.example.com.:\n>>> " + command + "\n<<< 550 5.1.1 User unknown\n"
	}
	courier := func(lines string) string {
		return "This is a delivery status notification from mx.example.net,\nrunning the Courier mail server, version 0.65.\n\n" +
			"Your message to the following recipients cannot be delivered:\n\n<alice@example.com>:\n" + lines
	}
	mdaemon := func(lines string) string {
		return "The attached message had PERMANENT fatal delivery errors!\n\nFailed address: alice@example.com\n\n--- Session Transcript ---\n" +
			lines + "--- End Transcript ---\n"
	}
	groupwise := func(command, answer string) string {
		return "The attached file had the following undeliverable recipient(s):\n\talice@example.com\n\nTranscript of session follows:\nCommand: " + command + "\nResponse: " + answer + "\n"
	}
	// Sendmail tells the reason above, and the session behind a blank line.
	reason := func(command string) string {
		return strings.Replace(sendmail(command, "alice@example.com"), "example.com>\n", "example.com>\n    (reason: 550 5.1.1 User unknown)\n", 1)
	}
	other := "... while talking to mx.example.org.:\n>>> RCPT To:<bob@example.org>\n<<< 550 5.1.1 User unknown\n550 5.1.1 <bob@example.org>... User unknown\n"
	tests := []struct {
		name, text string
		stage      codes.Stage
		withheld   string
	}{
		{"Sendmail, reason, sender", reason("MAIL From:<news@sender.example>"), codes.StageMail, "none"},
		{"Sendmail, reason, name", reason("EHLO mx.example.net"), codes.StageHELO, "none"},
		{"Sendmail, reason, recipient", reason("RCPT To:<alice@example.com>"), codes.StageRcpt, ""},
		{"Sendmail, another reason", strings.Replace(reason("STARTTLS"), "<<< 550 5.1.1 User unknown", "<<< 454 4.7.0 TLS not available", 1), codes.StageUnknown, ""},
		{"Sendmail, another host, sender", strings.Replace(reason("MAIL From:<news@sender.example>"), "... while", other+"... while", 1), codes.StageMail, "none"},
		{"Sendmail, another host, recipient", strings.Replace(reason("RCPT To:<alice@example.com>"), "... while", strings.Replace(other, "RCPT To:<bob@example.org>", "MAIL From:<news@sender.example>", 1)+"... while", 1), codes.StageRcpt, ""},
		{"GroupWise, sender", groupwise("MAIL FROM:<news@sender.example>", "550 5.1.1 User unknown"), codes.StageMail, "none"},
		{"GroupWise", groupwise("RCPT TO:<alice@example.com>", "550 5.1.1 User unknown"), codes.StageRcpt, ""},
		{"GroupWise, no session", groupwise("none", "5.1.1 User unknown"), codes.StageUnknown, ""},
		{"MDaemon, nothing but a refusal", mdaemon(" <-- 554 5.1.1 User unknown\n"), codes.StageConnect, codes.WithheldStage},
		{"Sendmail, DATA of one", sendmail("DATA", "alice@example.com"), codes.StageUnknown, ""},
		{"Sendmail, DATA of three", sendmail("DATA", "alice@example.com", "bob@example.com", "carol@example.com"), codes.StageData, codes.WithheldContradiction},
		{"Sendmail, BDAT of two", sendmail("BDAT 86 LAST", "alice@example.com", "bob@example.com"), codes.StageEndOfData, codes.WithheldContradiction},
		{"Sendmail, another command of two", sendmail("RSET", "alice@example.com", "bob@example.com"), codes.StageData, codes.WithheldContradiction},
		{"Courier", courier("    mx.example.com [192.0.2.1]:\n    >>> RCPT TO:<alice@example.com>\n    <<< 550 5.1.1 User unknown\n"), codes.StageRcpt, ""},
		{"Courier, sender", courier("    mx.example.com [192.0.2.1]:\n    >>> MAIL FROM:<news@sender.example>\n    <<< 550 5.1.1 User unknown\n"), codes.StageMail, "none"},
		{"Courier, connection", courier("    mx.example.com [192.0.2.1]:\n    <<< 550 5.1.1 User unknown\n"), codes.StageConnect, codes.WithheldStage},
		{"Courier, connection behind another recipient", strings.Replace(courier("    mx.example.com [192.0.2.1]:\n    <<< 550 5.1.1 User unknown\n"), "<alice",
			"<bob@example.com>:\n    mx.example.com [192.0.2.1]:\n    >>> RCPT TO:<bob@example.com>\n    <<< 550 5.2.2 Full\n\n<alice", 1), codes.StageConnect, codes.WithheldStage},
		{"Courier, a program on the same host", courier("    <<< 550 User unknown.\n"), codes.StageUnknown, ""},
		{"MDaemon", mdaemon("<-- 220 mx.example.com ESMTP\n--> EHLO mx.example.net\n<-- 250 hello\n--> RCPT To:<alice@example.com>\n<-- 550 5.1.1 User unknown\n"), codes.StageRcpt, ""},
		{"MDaemon, the next server takes it", mdaemon("<-- 220 mx1.example.com ESMTP\n--> RCPT To:<alice@example.com>\n<-- 550 5.1.1 User unknown\n" +
			"<-- 220 mx2.example.com ESMTP\n--> RCPT To:<alice@example.com>\n<-- 250 ok\n--> DATA\n<-- 354 go on\n--> .\n<-- 554 5.7.1 Spam\n"), codes.StageEndOfData, "none"},
		{"MDaemon, connection", mdaemon("<-- 220 mx.example.com ESMTP\n<-- 550 5.1.1 User unknown\n"), codes.StageConnect, codes.WithheldStage},
		{"MDaemon, connection without a greeting", mdaemon(" Tue 2026-03-03 10:00:00: Connecting to mx.example.com\n Tue 2026-03-03 10:00:00: <-- 550 5.1.1 User unknown\n"), codes.StageConnect, codes.WithheldStage},
	}
	for _, tt := range tests {
		rep := reportOf(t, daemonHead+"\n"+tt.text+"\n--- Below this line is a copy of the message.\n\n"+originalHead+"\nSee you at noon.\n")
		seen := false
		for _, r := range rep.Recipients {
			if r.Address != "alice@example.com" {
				continue
			}
			seen = true
			if tt.withheld == "none" && r.Withheld == "" && !r.Suppress && r.Stage == tt.stage {
				continue // its reason condemns no address
			}
			if r.Stage != tt.stage || r.Withheld != tt.withheld || r.Suppress != (tt.withheld == "") {
				t.Errorf("%s: stage %q, suppress %v, withheld %q, want stage %q, withheld %q", tt.name, r.Stage, r.Suppress, r.Withheld, tt.stage, tt.withheld)
			}
		}
		if !seen {
			t.Errorf("%s: alice is not found in %+v", tt.name, rep.Recipients)
		}
	}
}

// TestWithheldStageOfFields shows which words of the text tell of complete fields where
// the session was refused.
func TestWithheldStageOfFields(t *testing.T) {
	session := func(command string) string {
		return "<alice@example.com>\n    (reason: 550 5.1.1 no such user)\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.com.:\n>>> " + command +
			"\n<<< 550-5.1.1 No such user\n554 5.0.0 Service unavailable"
	}
	for text, want := range map[string]codes.Stage{
		session("MAIL From:<news@sender.example> SIZE=86"): codes.StageMail,
		session("STARTTLS"): codes.StageStartTLS,
		session("DATA"):     codes.StageUnknown,
		session("RSET"):     codes.StageUnknown,
		"<alice@example.com> (host 'mx' rejected command 'EHLO x' with code 550 'no')":       codes.StageHELO,
		">>> alice@example.com (after MAIL FROM): 550 5.1.1 no such user":                    codes.StageMail,
		"<alice@example.com>: error from remote server for greeting: 550 5.1.1 no such user": codes.StageConnect,
	} {
		message := strings.Replace(wholeReport, "Your message could not be delivered.", text, 1)
		suppress := want == codes.StageUnknown
		if r := recipientOf(t, message); r.Stage != want || r.Suppress != suppress {
			t.Errorf("%s\nstage %q, suppress %v, want stage %q", text, r.Stage, r.Suppress, want)
		}
	}
}

// TestWithheldHTML shows that what only HTML tells condemns nobody: people may see
// another text.
func TestWithheldHTML(t *testing.T) {
	const body = "<html><body><p>This is the mail system at host mx.example.net.</p><p>Your message could not be delivered:</p>" +
		"<p>&lt;alice@example.com&gt;: host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user</p></body></html>\n"
	alone := daemonHead + "Content-Type: text/html\n\n" + body
	beside := strings.Replace(wholeReport, textPart, "\n--b\nContent-Type: text/html\n\n"+body+"\n", 1)
	if beside == wholeReport {
		t.Fatal("the text is not replaced")
	}
	withoutAnswer := strings.NewReplacer("Status: 5.1.1\n", "", "Diagnostic-Code: smtp; 550 5.1.1 no such user\n", "").Replace(beside)
	for message, want := range map[string]string{alone: WithheldAddress, beside: "", withoutAnswer: WithheldAddress} {
		if r := recipientOf(t, message); r.Withheld != want || r.Suppress != (want == "") || r.Reason != codes.UserUnknown {
			t.Errorf("%s: suppress %v, withheld %q, reason %v", message, r.Suppress, r.Withheld, r.Reason)
		}
	}
}

// TestWithheldCutOff shows that an address with which a message breaks off may be a
// part of another.
func TestWithheldCutOff(t *testing.T) {
	text := daemonHead + "Content-Type: text/plain\n\nThis is the mail system at host mx.example.net.\n\nThe following recipients do not exist:\n\n"
	fields := strings.Replace(wholeReport, statusBody, "Reporting-MTA: dns; mx.example.net\n\nDiagnostic-Code: smtp; 550 5.1.1 no such user\nStatus: 5.1.1\nFinal-Recipient: rfc822; alice@example.com\nAction: failed\n", 1)
	for message, want := range map[string]string{
		text + "  alice@example.co":                      WithheldAddress,
		text + "  alice@example.co\n":                    WithheldAddress,
		text + "  <alice@example.com>\n":                 "",
		text + "  alice@example.com\n\nThis is the end.": "",
		strings.Replace(text, "text/plain", "multipart/mixed; boundary=b\n\n--b", 1) + "  alice@example.com\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\n--b--\n": "",
		fields: "",
		fields[:strings.Index(fields, "\nAction:")]: WithheldAddress,
	} {
		if r := recipientOf(t, message); r.Withheld != want || r.Suppress != (want == "") {
			t.Errorf("%q: suppress %v, withheld %q, want %q", message[len(text)-20:], r.Suppress, r.Withheld, want)
		}
	}
}

// TestWithheldForeword shows that words before a report, under a sender that a person
// may have, condemn nobody.
func TestWithheldForeword(t *testing.T) {
	const report = "This is the mail system at host mx.example.net.\n\nYour message could not be delivered:\n\n<alice@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user\n"
	message := func(from, foreword string) string {
		return "Return-Path: <>\nFrom: " + from + "\nTo: sender@example.org\nSubject: Undelivered Mail Returned to Sender\nContent-Type: text/plain\n\n" + foreword + report
	}
	for foreword, want := range map[string]string{
		"":        "",
		"\n \n":   "",
		"FYI\n\n": WithheldAuthor,
		"Ticket 417 was updated by Kim.\n\nSee below.\n\n":           WithheldAuthor,
		"Today's Topics:\n\n   1. bounce (Kim)\n\n-------------\n\n": WithheldAuthor,
		"-------------\n\n": "",
		"This is an automated notification. Please do not reply.\n\n": "",
		"Message-ID: 417\n\n":   "",
		"Subject     Lunch\n\n": "",
		"Your mail sent on: Tue, 22 Feb 2005 12:25:58 +0900\n\n": "",
		"550 5.1.1 no\n\n":                         "",
		"Your message could not be delivered.\n\n": "",
	} {
		if r := recipientOf(t, message("postmaster@example.net", foreword)); r.Withheld != want || r.Suppress != (want == "") {
			t.Errorf("%q: suppress %v, withheld %q, want %q", foreword, r.Suppress, r.Withheld, want)
		}
		if r := recipientOf(t, message("MAILER-DAEMON@example.net", foreword)); !r.Suppress {
			t.Errorf("%q of a daemon: withheld %q", foreword, r.Withheld)
		}
	}
}

// TestForewordBesideFields believes fields whatever words stand before the text.
func TestForewordBesideFields(t *testing.T) {
	message := strings.NewReplacer("From: Mail Delivery System <MAILER-DAEMON@mx.example.net>", "Return-Path: <>\nFrom: postmaster@example.net",
		"multipart/report; report-type=delivery-status;", "multipart/mixed;", "\n\nYour message", "\n\nDear sender,\n\nYour message").Replace(wholeReport)
	if r := recipientOf(t, message); !r.Suppress {
		t.Errorf("withheld %q", r.Withheld)
	}
}

// TestWithheldQuestion shows that a report under a sender that a person may have, and
// that ends in a question, is a letter about it.
func TestWithheldQuestion(t *testing.T) {
	for line, want := range map[string]bool{"What shall we do?": true, "どうすればいいですか？": true, "See https://example.net/help?": false, "What to do": false} {
		rep := reportOf(t, "Return-Path: <>\nFrom: postmaster@example.net\nTo: sender@example.org\nSubject: Undelivered Mail Returned to Sender\n"+
			"Content-Type: text/plain; charset=utf-8\n\nYour message could not be delivered:\n\n<alice@example.com>: 550 5.1.1 no such user\n\n"+line+"\n")
		if got := rep.Quoted != nil; got != want {
			t.Errorf("%q: a letter: %v", line, got)
		}
	}
}

// TestWithheldQuoted shows that a report which somebody quotes or forwards below words
// of his own condemns nobody, whatever the sender is called; one that quotes the
// message does.
func TestWithheldQuoted(t *testing.T) {
	const (
		report = "This is the mail system at host mx.example.net.\n\nYour message could not be delivered:\n\n<alice@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user\n"
		note   = "Hello,\n\nthe disk is repaired now, please send it again.\n\n"
		fields = "From: Mail Delivery System\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: news@sender.example\nSubject: Undelivered Mail\n\n"
	)
	quote := func(text string) string { return "> " + strings.ReplaceAll(text, "\n", "\n> ") + "\n" }
	for text, suppress := range map[string]bool{
		report: true,
		report + "\nYou wrote:\n\n" + quote("See you at noon.\nKim\n"): true,
		fields + report: true,
		note + "-----Original Message-----\n" + fields + report:                                    false,
		note + "---------- Forwarded message ---------\n" + fields + report:                        false,
		"The delivery to alice failed.\n\n" + fields + report:                                      false,
		"alice@example.com is back.\n\n" + fields + report:                                         false,
		note + "Mail Delivery System wrote:\n" + quote(exchangeProse):                              false,
		"FYI\n\n" + quote("From: Mail Delivery System\n\n"+exchangeProse):                          false,
		"This mail could not be delivered:\n" + quote("alice@example.com\n550 5.1.1 no such user"): false,
	} {
		message := "Return-Path: <>\nFrom: postmaster@example.net\nTo: news@sender.example\nSubject: Undelivered Mail Returned to Sender\nContent-Type: text/plain\n\n" + text
		rep := reportOf(t, message)
		for _, r := range rep.Recipients {
			if r.Address != "alice@example.com" || r.Suppress != suppress {
				t.Errorf("%s\n%s: suppress %v, withheld %q", text, r.Address, r.Suppress, r.Withheld)
			}
		}
		if suppress && len(rep.Recipients) != 1 {
			t.Errorf("%s\n%d recipients", text, len(rep.Recipients))
		}
	}
}

// exchangeProse is what Exchange says without fields.
const exchangeProse = "Delivery has failed to these recipients or groups:\n\nalice@example.com\nThe email address you entered couldn't be found.\n\n" +
	"Diagnostic information for administrators:\n\nGenerating server: mx.example.net\n\nalice@example.com\nRemote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'\n"
