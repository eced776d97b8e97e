package fuzz

import (
	"strings"
	"testing"

	"example.com/ndr/ndr"
)

// regressions are the smallest messages that once broke a property of
// checkMessage, or never came to an end.
var regressions = []struct{ name, message string }{
	// A header line that is longer than what is looked at in one go.
	{"long line that is no field", "A: b\n" + strings.Repeat("x", 40000) + "\nC: d\n\ntext\n"},
	{"long line that is no field first", strings.Repeat("x", 40000) + ": y\nC: d\n\ntext\n"},
	{"long blank line after a header", "Content-Type: message/rfc822\n" + strings.Repeat(" ", 40000) + "x\n\ntext\n"},
	{"long line in the header of an undeclared part", "\n\n--boundary\nContent-Type: text/plain; x=" + strings.Repeat("x", 40000) + "\n\ntext\n"},
	{"undeclared boundary beyond the limit of text", "\n\n" + strings.Repeat(strings.Repeat("x", 99)+"\n", 5300) + "--boundary\nContent-Type: text/plain\n\ntext\n"},
	{"end of the input where a long header line is cut", "A: " + strings.Repeat("x", 16382-3)},
	{"end of the input in a long header line", "A: " + strings.Repeat("x", 40000)},

	{"date with an impossible zone", status("Last-Attempt-Date: Mon, 2 Jan 2006 15:04:05 +9900")},
	{"date of the original with an impossible zone", status("") + "Content-Type: message/rfc822\n\nDate: Mon, 2 Jan 2006 15:04:05 -9900\n\ntext\n"},
	{"date with a year of five digits", status("Last-Attempt-Date: Mon, 2 Jan 20006 15:04:05 +0000")},
	{"envelope id that decodes to no UTF-8", "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\nOriginal-Envelope-Id: a+FFb\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\n"},
	{"envelope id that decodes to a control character", "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\nOriginal-Envelope-Id: a+C2+85b\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\n"},
	{"address that decodes to a control character", status(`Original-Recipient: utf-8; a\x{85}\x{1F}b@example.com`)},
	{"long field name", status(strings.Repeat("x", 5000) + ": y")},
	{"field that grows in lower case", status("Remote-MTA: dns; " + strings.Repeat("Ⱥ", 2048))},
	{"feedback type that grows in lower case", "Content-Type: message/feedback-report\n\nFeedback-Type: " + strings.Repeat("Ⱥ", 2048) + "\n"},
	{"address that grows in lower case", status("Original-Recipient: rfc822; " + strings.Repeat("Ⱥ", 2000) + "@example.com")},

	// What a reader decodes in part, or where others look twice.
	{"address with letters in xtext beside others", status("Original-Recipient: utf-8; +61+C3+BC@example.com")},
	{"address with an escape of a control character", status(`Original-Recipient: utf-8; \x{61}\x{1}@example.com`)},
	{"address of Exchange in xtext, and that again", status("Original-Recipient: rfc822; IMCEAEX-a+3D40b+40example.com@example.com")},
	{"address in a word in base64", "From: LISTSERV@example.net\nSubject: Rejected posting to =?UTF-8?B?YWxpY2VAZXhhbXBsZS5jb20=?=\n\n" +
		"You are not authorized to send mail to the list =?UTF-8?B?YWxpY2VAZXhhbXBsZS5jb20=?=.\n"},
	{"address and reply in JSON escapes", "From: a@example.net\n\n" + `{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"a\\u0040b\u0040example.com",` +
		`"action":"failed","status":"5.1.1","diagnosticCode":"smtp; \u0035\u0035\u0030 \u0035.1.1 no"}]}}`},
	{"report that is whole in the first half", strings.Repeat(status("")[:len(status(""))-1]+"--\n", 2)},

	{"text that grows in UTF-8", "Content-Type: text/plain; charset=windows-1252\n\n" + strings.Repeat(strings.Repeat("\x80", 70)+"\n", 6000)},
}

// status is a report with one more field in the group of its recipient.
func status(field string) string {
	return "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n" +
		"Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\n" + field + "\n\n--b\n"
}

func TestRegressions(t *testing.T) {
	for _, r := range regressions {
		t.Run(r.name, func(t *testing.T) {
			if err := checkMessage([]byte(r.message), nil); err != nil {
				t.Errorf("%.600s", err.Error())
			}
		})
	}
}

// TestTextLimit checks that decoding makes the text no longer than MaxText.
func TestTextLimit(t *testing.T) {
	for _, charset := range []string{"windows-1252", "utf-7", "koi8-r"} {
		message := "Content-Type: text/plain; charset=" + charset + "\n\n" + strings.Repeat("\xe9", 700) + "\n"
		rep, err := ndr.Parse(strings.NewReader(message), &ndr.Options{MaxText: 1000})
		if err != nil || len(rep.Text) > 1000 {
			t.Errorf("%s: %d bytes of text, %v", charset, len(rep.Text), err)
		}
	}
}
