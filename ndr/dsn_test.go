package ndr

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// reportWith returns a delivery status notification whose delivery-status part
// holds status.
func reportWith(status string) string {
	return "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\n" +
		"To: <sender@example.org>\n" +
		"Subject: Undelivered Mail Returned to Sender\n" +
		"Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n" +
		"--b\n\nYour message could not be delivered.\n" +
		"--b\nContent-Type: message/delivery-status\n\n" + status +
		"--b\nContent-Type: text/rfc822-headers\n\n" +
		"From: sender@example.org\nTo: alice@example.com\nSubject: Minutes\nMessage-ID: <7@example.org>\n\n" +
		"--b--\n"
}

// reportOf parses a message that must be readable.
func reportOf(t testing.TB, message string) *Report {
	t.Helper()
	r, err := Parse(strings.NewReader(message), nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// recipientOf returns the one recipient of a report.
func recipientOf(t testing.TB, message string) *Recipient {
	t.Helper()
	r := reportOf(t, message)
	if len(r.Recipients) != 1 {
		t.Fatalf("got %d recipients, want 1: %+v", len(r.Recipients), r.Recipients)
	}
	return &r.Recipients[0]
}

const perMessage = "Reporting-MTA: dns; mx.example.net\n\n"

// TestRecipientFields writes each field of a recipient's group in the ways in
// which mail systems write it. A want of "" is not compared, "-" is nothing.
func TestRecipientFields(t *testing.T) {
	const to = "Final-Recipient: rfc822; alice@example.com\n"
	const failed = to + "Action: failed\nStatus: 5.1.1\n"
	tests := []struct {
		name, fields                               string
		address, original, action, status, respond string
		reply                                      codes.Reply
	}{
		{"as RFC 3464 has it", to + "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n",
			"alice@example.com", "-", "failed", "5.1.1", "550 5.1.1 no such user", 550},
		{"names in any case", "FINAL-RECIPIENT: RFC822; alice@example.com\naction: Failed\nSTATUS: 5.1.1\n",
			"alice@example.com", "", "failed", "5.1.1", "-", 0},
		{"Name : value", "Final-Recipient : rfc822; alice@example.com\nAction : failed\nStatus\t: 5.1.1\n",
			"alice@example.com", "", "failed", "5.1.1", "", 0},

		{"Original-Recipient with a type", "Original-Recipient: rfc822;Sales@Example.com\n" + failed,
			"alice@example.com", "sales@example.com", "", "", "", 0},
		{"Original-Recipient without a type", "Original-Recipient: sales@example.com\n" + failed,
			"alice@example.com", "sales@example.com", "", "", "", 0},
		{"Original-Recipient alone", "Original-Recipient: rfc822; alice@example.com\nAction: failed\n",
			"alice@example.com", "", "failed", "", "", 0},
		{"Original-Recipient in xtext", "Original-Recipient: rfc822; alice+2Blist@example.com\n" + failed,
			"", "alice+list@example.com", "", "", "", 0},

		{"Final-Recipient without a blank", "Final-Recipient: rfc822;alice@example.com\n",
			"alice@example.com", "", "", "", "", 0},
		{"Final-Recipient without a type", "Final-Recipient: alice@example.com\n",
			"alice@example.com", "", "", "", "", 0},
		{"Final-Recipient in brackets", "Final-Recipient: rfc822;<Alice@Example.com>\n",
			"alice@example.com", "", "", "", "", 0},
		{"Final-Recipient without a domain", "Final-Recipient: rfc822; alice\nAction: failed\n",
			"alice", "", "", "", "", 0},
		{"Final-Recipient with a source route", "Final-Recipient: rfc822; <@relay.example.net:alice@example.com>\n",
			"alice@example.com", "", "", "", "", 0},
		{"Final-Recipient LOCAL", "Final-Recipient: LOCAL; alice\nAction: failed\n",
			"alice", "", "", "", "", 0},
		{"Final-Recipient X.400", "Final-Recipient: X400; /C=US/A= /P=EXAMPLE/S=DOE/\nAction: failed\nOriginal-Recipient: rfc822;doe@example.com\n",
			"doe@example.com", "doe@example.com", "", "", "", 0},
		{"Final-Recipient X.400 alone", "Final-Recipient: X400; /C=US/A= /P=EXAMPLE/S=DOE/\nAction: failed\n",
			"/c=us/a= /p=example/s=doe/", "", "", "", "", 0},
		{"Final-Recipient a pipe", "Final-Recipient: rfc822; |/usr/bin/filter alice\nOriginal-Recipient: rfc822; alice@example.com\nAction: failed\n",
			"alice@example.com", "alice@example.com", "", "", "", 0},
		{"Final-Recipient IMCEAEX", "Final-Recipient: rfc822;IMCEAEX-_O=EXAMPLE_OU=SITE_CN=RECIPIENTS_CN=ALICE@example.com\n",
			"imceaex-_o=example_ou=site_cn=recipients_cn=alice@example.com", "", "", "", "", 0},
		{"Final-Recipient IMCEASMTP", "Final-Recipient: rfc822;IMCEASMTP-alice+40example+2Ecom@gateway.example\n",
			"alice@example.com", "", "", "", "", 0},
		{"Final-Recipient utf-8", "Final-Recipient: utf-8; J\\x{F6}rg@example.com\n",
			"jörg@example.com", "", "", "", "", 0},
		{"Final-Recipient utf-8 as written", "Final-Recipient: utf-8; jörg@bücher.example\n",
			"jörg@bücher.example", "", "", "", "", 0},
		{"Final-Recipient mailto", "Final-Recipient: rfc822; mailto:alice@example.com\n",
			"alice@example.com", "", "", "", "", 0},
		{"Final-Recipient with a comment", "Final-Recipient: rfc822; alice@example.com (unverified)\n",
			"alice@example.com", "", "", "", "", 0},
		{"Final-Recipient folded", "Final-Recipient: rfc822;\n alice@example.com\n",
			"alice@example.com", "", "", "", "", 0},

		{"Action in capitals", to + "Action: FAILED\n", "", "", "failed", "", "", 0},
		{"Action failure", to + "Action: failure\n", "", "", "failed", "", "", 0},
		{"Action expired", to + "Action: expired\n", "", "", "failed", "", "", 0},
		{"Action deliverable", to + "Action: deliverable\n", "", "", "delivered", "", "", 0},
		{"Action with a comment", to + "Action: failed (bad destination mailbox address)\n", "", "", "failed", "", "", 0},
		{"Action delayed", to + "Action: delayed\nStatus: 4.4.1\n", "", "", "delayed", "4.4.1", "", 0},
		{"Action relayed", to + "Action: relayed\nStatus: 2.1.9\n", "", "", "relayed", "2.1.9", "", 0},
		{"Action expanded", to + "Action: expanded\nStatus: 2.0.0\n", "", "", "expanded", "2.0.0", "", 0},
		{"Action unknown", to + "Action: frobnicated\nStatus: 5.1.1\n", "", "", "failed", "5.1.1", "", 0},
		{"no Action", to + "Status: 5.1.1\n", "", "", "failed", "5.1.1", "", 0},
		{"no Action, a status of class 4", to + "Status: 4.4.1\n", "", "", "delayed", "4.4.1", "", 0},

		{"Status empty", to + "Action: failed\nStatus:\n", "", "", "failed", "-", "-", 0},
		{"Status with a comment", to + "Action: failed\nStatus: 5.1.1 (bad destination mailbox)\n", "", "", "", "5.1.1", "", 0},
		{"Status is a reply", to + "Action: failed\nStatus: 553 Exceeded\n", "", "", "failed", "-", "", 553},
		{"Status is no code", to + "Action: failed\nStatus: permanent\n", "", "", "failed", "-", "", 0},
		{"Status generic, the reply more precise", to + "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 over quota\n",
			"", "", "", "5.2.2", "", 552},
		{"Status precise, the reply generic", to + "Action: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 550 5.0.0 refused\n",
			"", "", "", "5.2.2", "", 550},
		{"Status and reply of different classes", to + "Action: failed\nStatus: 5.4.7\nDiagnostic-Code: smtp; 451 4.7.1 try again later\n",
			"", "", "", "5.4.7", "", 451},

		{"Diagnostic-Code X-Postfix", failed + "Diagnostic-Code: X-Postfix; unknown user: \"alice\"\n",
			"", "", "", "5.1.1", `unknown user: "alice"`, 0},
		{"Diagnostic-Code x-unix", failed + "Diagnostic-Code: x-unix; input/output error\n",
			"", "", "", "", "input/output error", 0},
		{"Diagnostic-Code x-unix, an exit status", failed + "Diagnostic-Code: x-unix; 255\n",
			"", "", "", "", "255", 0},
		{"Diagnostic-Code DNS", failed + "Diagnostic-Code: DNS; non-existent domain\n",
			"", "", "", "", "non-existent domain", 0},
		{"Diagnostic-Code X-Notes", failed + "Diagnostic-Code: X-Notes; User not listed in the directory\n",
			"", "", "", "", "User not listed in the directory", 0},
		{"Diagnostic-Code without a type", failed + "Diagnostic-Code: 550 5.1.1 no such user; sorry\n",
			"", "", "", "", "550 5.1.1 no such user; sorry", 550},
		{"Diagnostic-Code empty", failed + "Diagnostic-Code:\n", "", "", "failed", "5.1.1", "-", 0},
		{"Diagnostic-Code with no text", failed + "Diagnostic-Code: smtp; 550\n", "", "", "", "5.1.1", "550", 550},
		{"Diagnostic-Code twice", failed + "Diagnostic-Code: X-Local; delivery failed\nDiagnostic-Code: smtp; 550 no such user\n",
			"", "", "", "", "550 no such user delivery failed", 550},

		{"reply continued", failed + "Diagnostic-Code: smtp; 550-5.1.1 The account\n 550-5.1.1 does not exist.\n 550 5.1.1 Bye\n",
			"", "", "", "5.1.1", "550-5.1.1 The account 550-5.1.1 does not exist. 550 5.1.1 Bye", 550},
		{"reply with a hash", to + "Action: failed\nDiagnostic-Code: smtp; 550 #5.1.0 Address rejected\n",
			"", "", "", "5.1.0", "", 550},
		{"reply with its status twice", to + "Action: failed\nDiagnostic-Code: smtp; 550 5.1.1 5.1.1 no such user\n",
			"", "", "", "5.1.1", "", 550},
		{"reply with a quote", to + "Action: failed\nDiagnostic-Code: smtp; 550-'5.1.1 no such user'\n",
			"", "", "", "5.1.1", "", 550},
		{"reply folded after said:", to + "Action: failed\nDiagnostic-Code: smtp; host mx.example.com said:\n 550 5.1.1 no such user\n",
			"", "", "", "5.1.1", "host mx.example.com said: 550 5.1.1 no such user", 550},
		{"reply that lost the blank it was folded with", to + "Action: failed\nDiagnostic-Code: smtp; 550 5.1.1\nno such user\n",
			"", "", "", "5.1.1", "550 5.1.1 no such user", 550},
		{"no codes anywhere", to + "Action: failed\n", "alice@example.com", "", "failed", "-", "-", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := recipientOf(t, reportWith(perMessage+tt.fields+"\n"))
			for _, v := range []struct{ name, got, want string }{
				{"address", r.Address, tt.address}, {"original address", r.OriginalAddress, tt.original},
				{"action", r.Action.String(), tt.action}, {"status", r.Status.String(), tt.status},
				{"response", r.Response, tt.respond},
			} {
				if v.want == "-" && v.got == "" || v.want == "" || v.got == v.want {
					continue
				}
				t.Errorf("%s: got %q, want %q", v.name, v.got, v.want)
			}
			if r.Reply != tt.reply {
				t.Errorf("reply: got %d, want %d", r.Reply, tt.reply)
			}
		})
	}
}

func TestRemoteMTA(t *testing.T) {
	tests := []struct{ value, want string }{
		{"dns; MX.Example.com", "mx.example.com"},
		{"dns;mx.example.com (192.0.2.1)", "mx.example.com"},
		{"dns; mx.example.com.", "mx.example.com"},
		{"dns; [192.0.2.1]", "192.0.2.1"},
		{"smtp; mx.example.com", "mx.example.com"},
		{"mx.example.com", "mx.example.com"},
		{"dns; mx.example.com:25", "mx.example.com"},
		{"dns; mx.example.com[192.0.2.1]", "mx.example.com"},
		{"dns; mx.example.com[192.0.2.1]:25", "mx.example.com"},
		{"dns; 192.0.2.1:25", "192.0.2.1"},
		{"dns; 2001:db8::25", "2001:db8::25"},
		{"dns; [2001:db8::25]", "2001:db8::25"},
		{"", ""},
	}
	for _, tt := range tests {
		r := recipientOf(t, reportWith(perMessage+"Final-Recipient: rfc822; alice@example.com\nAction: failed\nRemote-MTA: "+tt.value+"\n\n"))
		if r.RemoteServer != tt.want {
			t.Errorf("%q: got %q, want %q", tt.value, r.RemoteServer, tt.want)
		}
	}
}

func TestReportingMTA(t *testing.T) {
	tests := []struct{ field, want string }{
		{"Reporting-MTA: dns; MX.Example.net\n", "mx.example.net"},
		{"Reporting-MTA: dsn; mx.example.net\n", "mx.example.net"},
		{"Reporting-MTA: X-Keyword; mx.example.net\n", "mx.example.net"},
		{"Reporting-MTA: mx.example.net\n", "mx.example.net"},
		{"Reporting-MTA: dns; mx.example.net (mx-in)\n", "mx.example.net"},
		{"Reporting-MTA: x400; mta mx.example.net in /PRMD=example/C=be/\n", "mx.example.net"},
		{"", ""},
		{"Arrival-Date: Tue, 5 Mar 2024 10:00:00 +0000\n", ""},
	}
	for _, tt := range tests {
		group := tt.field
		if group != "" {
			group += "\n"
		}
		r := reportOf(t, reportWith(group+"Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\n\n"))
		if r.GeneratingServer != tt.want {
			t.Errorf("%q: got %q, want %q", tt.field, r.GeneratingServer, tt.want)
		}
		if len(r.Recipients) != 1 || r.Recipients[0].Address != "alice@example.com" {
			t.Errorf("%q: got recipients %+v", tt.field, r.Recipients)
		}
	}
}

// TestStatusGroups parts the fields of several recipients however the blank
// lines stand.
func TestStatusGroups(t *testing.T) {
	const alice = "Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\n"
	const bob = "Final-Recipient: rfc822; bob@example.com\nAction: delayed\nStatus: 4.2.2\n"
	const both = "alice@example.com failed 5.1.1, bob@example.com delayed 4.2.2"
	tests := []struct{ name, status, want string }{
		{"a blank line between", perMessage + alice + "\n" + bob + "\n", both},
		{"no last blank line", perMessage + alice + "\n" + bob, both},
		{"several blank lines", "\n\n" + perMessage + "\n\n" + alice + "\n\n\n" + bob + "\n\n", both},
		{"blank lines of blanks", perMessage + alice + " \t\n" + bob, both},
		{"none at all", "Reporting-MTA: dns; mx.example.net\n" + alice + bob, both},
		{"none before the first recipient", "Reporting-MTA: dns; mx.example.net\n" + alice + "\n" + bob, both},
		{"within a group", perMessage + "Final-Recipient: rfc822; alice@example.com\n\nAction: failed\n\nStatus: 5.1.1\n\n" + bob, both},
		{"no per-message fields", alice + "\n" + bob, both},
		{"per-message fields last", alice + "\n" + bob + "\nReporting-MTA: dns; mx.example.net\n", both},
		{"Original-Recipient first", perMessage + "Original-Recipient: rfc822; a@example.com\n" + alice + "\nOriginal-Recipient: rfc822; b@example.com\n" + bob, both},
		{"Original-Recipient first, none at all", "Original-Recipient: rfc822; a@example.com\n" + alice + "Original-Recipient: rfc822; b@example.com\n" + bob, both},
		{"Action before Final-Recipient", perMessage +
			"Action: failed\nFinal-Recipient: rfc822; alice@example.com\nStatus: 5.1.1\n\n" +
			"Action: delayed\nFinal-Recipient: rfc822; bob@example.com\nStatus: 4.2.2\n", both},
		{"a line that is no field", perMessage + "????\n" + alice + "\n" + bob, both},
	}
	for _, tt := range tests {
		r := reportOf(t, reportWith(tt.status))
		var got []string
		for _, rcpt := range r.Recipients {
			got = append(got, fmt.Sprint(rcpt.Address, " ", rcpt.Action, " ", rcpt.Status))
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, s, tt.want)
		}
		if r.Kind != Failure {
			t.Errorf("%s: got kind %v, want failure", tt.name, r.Kind)
		}
	}
}

func TestStatusFieldsKept(t *testing.T) {
	r := reportOf(t, reportWith("Reporting-MTA: dns; mx.example.net\nX-Queue-ID: 4F2A\nOriginal-Envelope-Id: QQ+3D7\n"+
		"Arrival-Date: Tue, 5 Mar 2024 10:00:00 +0000\n\n"+
		"Final-Recipient: rfc822; alice@example.com\nAction: failed\nX-Actual-Recipient: rfc822; a.lice@example.com\n\n"))
	want := []Field{
		{"Reporting-MTA", "dns", "mx.example.net"}, {"X-Queue-ID", "", "4F2A"},
		{"Original-Envelope-Id", "", "QQ+3D7"}, {"Arrival-Date", "", "Tue, 5 Mar 2024 10:00:00 +0000"},
	}
	if fmt.Sprint(r.Fields) != fmt.Sprint(want) {
		t.Errorf("per-message fields: got %q, want %q", r.Fields, want)
	}
	if r.Original.EnvelopeID != "QQ=7" {
		t.Errorf("envelope id: got %q, want QQ=7", r.Original.EnvelopeID)
	}
	want = []Field{
		{"Final-Recipient", "rfc822", "alice@example.com"}, {"Action", "", "failed"},
		{"X-Actual-Recipient", "rfc822", "a.lice@example.com"},
	}
	if fmt.Sprint(r.Recipients[0].Fields) != fmt.Sprint(want) {
		t.Errorf("recipient's fields: got %q, want %q", r.Recipients[0].Fields, want)
	}
}

func TestStatusDates(t *testing.T) {
	const fields = "Final-Recipient: rfc822; alice@example.com\nAction: delayed\n"
	at := time.Date(2024, 3, 5, 10, 0, 0, 0, time.UTC)
	tests := []struct {
		field          string
		attempt, until time.Time
	}{
		{"Last-Attempt-Date: Tue, 5 Mar 2024 10:00:00 +0000", at, time.Time{}},
		{"Last-Attempt-Date: Tue, 5 Mar 2024 11:00:00 +0100 (CET)", at, time.Time{}},
		{"Will-Retry-Until: Tue, 5 Mar 2024 10:00:00 +0000", time.Time{}, at},
		{"Will-Retry-Until: tomorrow", time.Time{}, time.Time{}},
		{"Will-Retry-Until:", time.Time{}, time.Time{}},
		{"Will-Retry-Until: " + strings.Repeat("(", 5000), time.Time{}, time.Time{}},
	}
	for _, tt := range tests {
		r := recipientOf(t, reportWith(perMessage+fields+tt.field+"\n\n"))
		if !r.LastAttempt.Equal(tt.attempt) || !r.WillRetryUntil.Equal(tt.until) {
			t.Errorf("%.60s: got %v and %v, want %v and %v", tt.field, r.LastAttempt, r.WillRetryUntil, tt.attempt, tt.until)
		}
	}
}

// TestGlobalStatus reads a report of RFC 6533.
func TestGlobalStatus(t *testing.T) {
	message := strings.NewReplacer("message/delivery-status", "message/global-delivery-status",
		"text/rfc822-headers", "message/global-headers").Replace(reportWith(perMessage +
		"Final-Recipient: utf-8; jörg@bücher.example\nOriginal-Recipient: utf-8; J\\x{F6}rg+alt@b\\x{fc}cher.example\n" +
		"Action: failed\nStatus: 5.6.7\nLocalized-Diagnostic: Empfänger unbekannt\nDiagnostic-Code: utf-8; 553 5.6.7 Umlaut nicht erlaubt\n\n"))
	rep := reportOf(t, message)
	r := rep.Recipients[0]
	if r.Address != "jörg@bücher.example" || r.OriginalAddress != "jörg+alt@bücher.example" || r.Reply != 553 {
		t.Errorf("got %q, %q, %d", r.Address, r.OriginalAddress, r.Reply)
	}
	if rep.Original.MessageID != "7@example.org" {
		t.Errorf("message id: got %q", rep.Original.MessageID)
	}
}

// TestStatusHostile holds time and memory down whatever stands in the part.
func TestStatusHostile(t *testing.T) {
	for _, status := range []string{
		strings.Repeat("Final-Recipient: rfc822; a@example.com\n", 5000),
		strings.Repeat("Diagnostic-Code: smtp; 550 no\n", 10000),
		"Final-Recipient: rfc822; " + strings.Repeat("a", 400000) + "@example.com\n",
		"Diagnostic-Code: smtp; " + strings.Repeat("550-5.1.1 no\n ", 20000) + "\nFinal-Recipient: rfc822; a@example.com\n",
		strings.Repeat("X-Note: a\n", 50000), strings.Repeat("X-Note: a\n", 20000) + strings.Repeat("Diagnostic-Code: no\n\n", 10000),
		strings.Repeat("x\n", 100000), strings.Repeat("\n", 100000), strings.Repeat(":", 100000) + "\n",
		"Final-Recipient: rfc822; \x00\x1b[31m\x7f\u202ea@example.com\xff\nAction: failed\n",
	} {
		for _, r := range reportOf(t, reportWith(status)).Recipients {
			for _, s := range []string{r.Response, r.RemoteServer} {
				if len(s) > lex.MaxValue || s != lex.CleanValue(s) {
					t.Errorf("%.40q: handed out %.60q of %d bytes", status, s, len(s))
				}
			}
			for _, s := range []string{r.Address, r.OriginalAddress} {
				if len(s) > lex.MaxValue || !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n") {
					t.Errorf("%.40q: handed out the address %.60q of %d bytes", status, s, len(s))
				}
			}
		}
	}
}
