package ndr

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// The pieces that the reports of this file are made of.
const (
	daemonHead = "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: <sender@example.org>\n" +
		"Subject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
	reportType = "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n"
	textPart   = "--b\nContent-Type: text/plain\n\nYour message could not be delivered.\n"
	statusHead = "--b\nContent-Type: message/delivery-status\n"
	statusBody = "Reporting-MTA: dns; mx.example.net\n\n" +
		"Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\n" +
		"Remote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n"
	statusPart    = statusHead + "\n" + statusBody + "\n"
	originalPart  = "--b\nContent-Type: message/rfc822\n\n" + originalHead + "\nSee you at noon.\n"
	originalHead  = "From: sender@example.org\nTo: alice@example.com\nSubject: Minutes\nMessage-ID: <7@example.org>\n"
	reportEnd     = "--b--\n"
	reportParts   = textPart + statusPart + originalPart + reportEnd
	wholeReport   = daemonHead + reportType + "\n" + reportParts
	wantMessageID = "7@example.org"
)

// checkReport fails the test unless a message says what wholeReport says.
func checkReport(t *testing.T, message string) *Report {
	t.Helper()
	rep := reportOf(t, message)
	if rep.Kind != Failure || rep.GeneratingServer != "mx.example.net" {
		t.Errorf("got kind %v of %q, want failure of mx.example.net", rep.Kind, rep.GeneratingServer)
	}
	if len(rep.Recipients) != 1 {
		t.Fatalf("got %d recipients, want 1: %+v", len(rep.Recipients), rep.Recipients)
	}
	r := rep.Recipients[0]
	if r.Address != "alice@example.com" || r.Action != Failed || r.Status.String() != "5.1.1" || r.Reply != 550 ||
		r.RemoteServer != "mx.example.com" || r.Reason != codes.UserUnknown || !r.Permanent || !r.Suppress {
		t.Errorf("got %+v", r)
	}
	return rep
}

func base64Lines(s string) string {
	return base64.StdEncoding.EncodeToString([]byte(s)) + "\n"
}

// TestDamagedStructure reads one report with its parts put together as mail
// systems and gateways do.
func TestDamagedStructure(t *testing.T) {
	alternative := "--b\nContent-Type: multipart/alternative; boundary=\"alt\"\n\n" +
		"--alt\nContent-Type: text/plain\n\nIt failed.\n--alt\nContent-Type: text/html\n\n<p>It failed.</p>\n--alt--\n\n"
	tests := []struct {
		name, message string
		original      bool // the returned message is to be found
	}{
		{"whole", wholeReport, true},
		{"no closing boundary", strings.TrimSuffix(wholeReport, reportEnd), true},
		{"nothing after the delivery-status part", daemonHead + reportType + "\n" + textPart + statusHead + "\n" + statusBody, false},
		{"a returned header that announces a multipart without any part",
			daemonHead + reportType + "\n" + textPart + statusPart +
				"--b\nContent-Type: message/rfc822\n\n" + originalHead + "Content-Type: multipart/mixed; boundary=\"inner\"\n\n" + reportEnd, true},
		{"the returned message before the delivery-status part",
			daemonHead + reportType + "\n" + textPart + originalPart + statusPart + reportEnd, true},
		{"a returned multipart without an end before the delivery-status part",
			daemonHead + reportType + "\n" + textPart +
				"--b\nContent-Type: message/rfc822\n\n" + originalHead + "Content-Type: multipart/mixed; boundary=\"inner\"\n\n" +
				"--inner\n\nhello\n" + statusPart + reportEnd, true},
		{"a boundary that ends in ==", strings.NewReplacer(`"b"`, `"b=="`, "--b\n", "--b==\n", "--b--", "--b==--").Replace(wholeReport), true},
		{"an inner boundary that begins with the outer one",
			daemonHead + reportType + "\n" + strings.NewReplacer(`"alt"`, `"bb"`, "--alt", "--bb").Replace(alternative) +
				statusPart + originalPart + reportEnd, true},
		{"one part", daemonHead + reportType + "\n" + statusPart + reportEnd, false},
		{"no report-type", strings.Replace(wholeReport, " report-type=delivery-status;", "", 1), true},
		{"another report-type", strings.Replace(wholeReport, "delivery-status;", "disposition-notification;", 1), true},
		{"multipart/mixed", strings.Replace(wholeReport, "multipart/report; report-type=delivery-status;", "multipart/mixed;", 1), true},
		{"the second part another one",
			daemonHead + reportType + "\n" + textPart + "--b\nContent-Type: text/html\n\n<p>It failed.</p>\n" + statusPart + originalPart + reportEnd, true},
		{"in a multipart/mixed",
			daemonHead + "Content-Type: multipart/mixed; boundary=\"outer\"\n\n--outer\n" + reportType + "\n" + reportParts +
				"\n--outer\nContent-Type: text/plain\n\nScanned by the gateway.\n--outer--\n", true},
		{"nested in another mail",
			"From: postmaster@example.net\nTo: sender@example.org\nSubject: a bounce\nContent-Type: message/rfc822\n\n" + wholeReport, true},
		{"nested in another mail with a word before",
			"From: postmaster@example.net\nTo: sender@example.org\nSubject: a bounce\n" +
				"Content-Type: multipart/mixed; boundary=\"outer\"\n\n--outer\n\nThe attached message was returned.\n--outer\nContent-Type: message/rfc822\n\n" +
				wholeReport + "\n--outer--\n", true},
		{"first part multipart/alternative", daemonHead + reportType + "\n" + alternative + statusPart + originalPart + reportEnd, true},
		{"first part multipart/related",
			daemonHead + reportType + "\n" + strings.Replace(alternative, "multipart/alternative", "multipart/related", 1) +
				statusPart + originalPart + reportEnd, true},
		{"first part text/html", strings.Replace(wholeReport, "text/plain", "text/html", 1), true},
		{"no last blank line", daemonHead + reportType + "\n" + textPart + statusHead + "\n" + statusBody + originalPart + reportEnd, true},
		{"one group", strings.Replace(wholeReport, "example.net\n\nFinal", "example.net\nFinal", 1), true},
		{"extra blank lines", strings.NewReplacer("\n\nFinal", "\n\n\n\nFinal", "\nAction", "\n\nAction").Replace(wholeReport), true},
		{"Name : value", strings.NewReplacer("Final-Recipient:", "Final-Recipient :", "Status:", "Status :").Replace(wholeReport), true},
		{"base64", daemonHead + reportType + "\n" + textPart + statusHead + "Content-Transfer-Encoding: base64\n\n" +
			base64Lines(statusBody) + "\n" + originalPart + reportEnd, true},
		{"quoted-printable", daemonHead + reportType + "\n" + textPart + statusHead + "Content-Transfer-Encoding: quoted-printable\n\n" +
			strings.NewReplacer("5.1.1", "5.=\n1.1", "@", "=40").Replace(statusBody) + "\n" + originalPart + reportEnd, true},
		{"blanks after Content-Transfer-Encoding", daemonHead + reportType + "\n" + textPart + statusHead +
			"Content-Transfer-Encoding: base64 \t \n\n" + base64Lines(statusBody) + "\n" + originalPart + reportEnd, true},
		{"no Content-Type", daemonHead + "\n" + reportParts, true},
		{"no Content-Type and a preamble", daemonHead + "\nThis is a MIME-encapsulated message.\n\n" + reportParts, true},
		{"as text in the body", daemonHead + "Content-Type: text/plain\n\n" + reportParts, true},
		{"Content-Type in the body", daemonHead + "\n" + reportType + "\n" + reportParts, true},
		{"boundary parameter in the body", daemonHead + "Content-Type: multipart/report; report-type=delivery-status;\n\n\tboundary=\"b\"\n\n" + reportParts, true},
		{"boundary parameter unfolded", daemonHead + "Content-Type: multipart/report; report-type=delivery-status;\nboundary=\"b\"\n\n" + reportParts, true},
		{"text/rfc822-headers", strings.Replace(wholeReport, "message/rfc822", "text/rfc822-headers", 1), true},
		{"returned header in base64", daemonHead + reportType + "\n" + textPart + statusPart +
			"--b\nContent-Type: text/rfc822-headers\nContent-Transfer-Encoding: base64\n\n" + base64Lines(originalHead) + "\n" + reportEnd, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rep := checkReport(t, tt.message)
			if tt.original && rep.Original.MessageID != wantMessageID {
				t.Errorf("original message: got %q, want %q", rep.Original.MessageID, wantMessageID)
			}
		})
	}
}

// TestReportWithoutParts has nothing to read but must not be taken for mail.
func TestReportWithoutParts(t *testing.T) {
	for _, message := range []string{
		daemonHead + reportType + "\n",
		daemonHead + reportType + "\n--b--\n",
		daemonHead + reportType,
		daemonHead + reportType + "\n" + statusHead + "\n--b--\n",
	} {
		rep := reportOf(t, message)
		if len(rep.Recipients) != 0 || rep.Err() != nil {
			t.Errorf("%.80q: got recipients %v", message[len(daemonHead):], rep.Recipients)
		}
	}
}

// TestDamagedHeader reads one report with a header as mailboxes, relays and
// exports leave it.
func TestDamagedHeader(t *testing.T) {
	tests := []struct{ name, message string }{
		{"a line without a colon in the middle", strings.Replace(wholeReport, "MIME-Version", "this line is not a field\nMIME-Version", 1)},
		{">From ", ">From MAILER-DAEMON Tue Mar  5 10:00:00 2024\n" + wholeReport},
		{"From ", "From MAILER-DAEMON Tue Mar  5 10:00:00 2024\n" + wholeReport},
		{"a continuation line first", "\tby mx.example.net; Tue, 5 Mar 2024 10:00:00 +0000\n" + wholeReport},
		{"CRLF", strings.ReplaceAll(wholeReport, "\n", "\r\n")},
		{"CRCRLF", strings.ReplaceAll(wholeReport, "\n", "\r\r\n")},
		{"bare CR throughout", strings.ReplaceAll(wholeReport, "\n", "\r")},
		{"LF with some CRLF", strings.Replace(wholeReport, "\n", "\r\n", 5)},
		{"Microsoft Mail Internet Headers", "Microsoft Mail Internet Headers Version 2.0\n" + wholeReport},
		{"blank lines before", "\n\n\n" + wholeReport},
		{"two fields on one line", strings.Replace(wholeReport, "\nTo: ", " To: ", 1)},
		{"Return-Path MAILER-DAEMON", "Return-Path: <MAILER-DAEMON>\n" + wholeReport},
		{"Return-Path empty", "Return-Path: <>\n" + wholeReport},
		{"no From", wholeReport[strings.IndexByte(wholeReport, '\n')+1:]},
		{"raw 8 bit", strings.Replace(wholeReport, "Undelivered Mail", "Unzustellbar zur\xfcck", 1)},
		{"NUL", strings.Replace(wholeReport, "Undelivered", "Un\x00delivered", 1)},
		{"Content-Type in capitals", strings.Replace(wholeReport, reportType, "CONTENT-TYPE: MULTIPART/REPORT; REPORT-TYPE=DELIVERY-STATUS; BOUNDARY=b\n", 1)},
		{"Content-Type with a comment", strings.Replace(wholeReport, "boundary=", "(see RFC 6522) boundary=", 1)},
		{"boundary without quotes", strings.Replace(wholeReport, `"b"`, "b", 1)},
		{"byte order mark", "\ufeff" + wholeReport},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if rep := checkReport(t, tt.message); rep.Original.MessageID != wantMessageID {
				t.Errorf("original message: got %q, want %q", rep.Original.MessageID, wantMessageID)
			}
		})
	}
}

// TestDamagedEncoding reads one report with the encodings of its text part
// wrong in all the usual ways.
func TestDamagedEncoding(t *testing.T) {
	part := func(contentType, encoding, body string) string {
		head := "--b\nContent-Type: " + contentType + "\n"
		if encoding != "" {
			head += "Content-Transfer-Encoding: " + encoding + "\n"
		}
		return daemonHead + reportType + "\n" + head + "\n" + body + "\n" + statusPart + originalPart + reportEnd
	}
	tests := []struct {
		name, message string
		text          string // stands in the text that is handed out
		defect        DefectKind
	}{
		{"unknown charset", part("text/plain; charset=X-UNKNOWN", "", "It failed."), "It failed.", DefectCharset},
		{"us_ascii", part("text/plain; charset=us_ascii", "", "It failed."), "It failed.", ""},
		{"unicode-1-1-utf-7", part("text/plain; charset=unicode-1-1-utf-7", "", "Ung+APw-ltig"), "Ungültig", ""},
		{"gb18030", part("text/plain; charset=gb18030", "", "\xcd\xcb\xd0\xc5"), "退信", ""},
		{"iso-2022-jp", part("text/plain; charset=ISO-2022-JP", "", "\x1b$B%a!<%k\x1b(B"), "メール", ""},
		{"raw 8 bit without a charset", part("text/plain", "", "ung\xfcltig"), "ungültig", DefectCharset},
		{"raw 8 bit in utf-8", part("text/plain", "", "ungültig"), "ungültig", ""},
		{"utf-8 that is latin", part("text/plain; charset=utf-8", "", "ung\xfcltig"), "ungültig", DefectCharset},
		{"lone surrogate", part("text/plain; charset=utf-8", "", "It failed \xed\xa0\xbd."), "It failed", DefectCharset},
		{"=ZZ", part("text/plain", "quoted-printable", "It =ZZ failed=2E"), "It =ZZ failed.", DefectTransferEncoding},
		{"empty quoted-printable", part("text/plain", "quoted-printable", ""), "", ""},
		{"base64 that is not", part("text/plain", "base64", "It failed, sorry!"), "", DefectTransferEncoding},
		{"an unknown encoding", part("text/plain", "x-rot13", "It failed."), "It failed.", DefectTransferEncoding},
		{"a line of megabytes", part("text/plain", "", strings.Repeat("It failed. ", 300000)), "It failed.", DefectTextLimit},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rep *Report
			if tt.defect == DefectTextLimit {
				rep = reportOf(t, tt.message) // what follows is cut off, not lost: see TestOptions
			} else {
				rep = checkReport(t, tt.message)
			}
			if !strings.Contains(rep.Text, tt.text) {
				t.Errorf("text: got %.80q, want it to hold %q", rep.Text, tt.text)
			}
			has := slices.ContainsFunc(rep.Defects, func(d Defect) bool { return d.Kind == tt.defect })
			if tt.defect != "" && !has || tt.defect == "" && len(rep.Defects) > 0 {
				t.Errorf("defects: got %v, want %q", rep.Defects, tt.defect)
			}
		})
	}
}

// TestContradiction shows that groups of fields about one recipient which disagree are
// a defect, and that groups which agree, or are about two, are none.
func TestContradiction(t *testing.T) {
	const group = "Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\n"
	for second, want := range map[string][]Defect{
		group: nil,
		strings.Replace(group, "5.1.1", "5.2.2", 1):                                              {{Kind: DefectContradiction, Detail: "alice@example.com"}},
		strings.Replace(group, "failed\nStatus: 5.1.1", "delivered\nStatus: 2.0.0", 1):           {{Kind: DefectContradiction, Detail: "alice@example.com"}},
		strings.NewReplacer("alice", "bob", "5.1.1", "5.2.2", "rfc822", "RFC822").Replace(group): nil,
	} {
		rep := reportOf(t, strings.Replace(wholeReport, statusBody, "Reporting-MTA: dns; mx.example.net\n\n"+group+"\n"+second, 1))
		if !slices.Equal(rep.Defects, want) {
			t.Errorf("%s: defects %v, want %v", second, rep.Defects, want)
		}
	}
}

func TestDefectError(t *testing.T) {
	tests := []struct {
		defect Defect
		want   string
	}{
		{Defect{Kind: DefectHeaderLine, Line: 7, Detail: "no field"}, "line 7: header-line: no field"},
		{Defect{Kind: DefectNoRecipient}, "no-recipient"},
		{Defect{Kind: DefectCharset, Detail: "x-unknown"}, "charset: x-unknown"},
	}
	for _, tt := range tests {
		if got := tt.defect.Error(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
	rep := reportOf(t, strings.Replace(wholeReport, "MIME-Version", "not a field\nMIME-Version", 1))
	if len(rep.Defects) != 1 || rep.Defects[0] != (Defect{DefectHeaderLine, 4, "not a field"}) {
		t.Errorf("got %+v", rep.Defects)
	}
}
