package ndr

import (
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// TestHTMLReport reads a report that has no other part than HTML.
func TestHTMLReport(t *testing.T) {
	rep := reportOf(t, "From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered Mail Returned to Sender\n"+
		"Content-Type: text/html; charset=utf-8\n\n"+
		"<html><head><style>p { color: red }</style></head><body><p>This is the mail system at host mx.example.net.</p>\n"+
		"<p>I'm sorry to have to inform you that your message could not be delivered to one or more recipients.</p>\n"+
		"<p>&lt;alice@example.com&gt;: host mx.example.com[192.0.2.1]\n said: 552 5.2.2 Mailbox is over\nquota (in reply to RCPT TO command)</p></body></html>\n")
	if len(rep.Recipients) != 1 {
		t.Fatalf("got %+v", rep.Recipients)
	}
	if r := rep.Recipients[0]; r.Address != "alice@example.com" || r.Reason != codes.MailboxFull || r.RemoteServer != "mx.example.com" {
		t.Errorf("got %+v", r)
	}
	if strings.Contains(rep.Text, "color") || strings.Contains(rep.Text, "<p>") {
		t.Errorf("text: got %q", rep.Text)
	}
}

// TestHTMLParts tells which of the parts of a report its text is made of.
func TestHTMLParts(t *testing.T) {
	const plain = "Content-Type: text/plain\n\nplain words\n"
	const html = "Content-Type: text/html\n\n<p>html words</p>\n"
	multipart := func(subtype string, parts ...string) string {
		return "Subject: x\nContent-Type: multipart/" + subtype + "; boundary=b\n\n--b\n" + strings.Join(parts, "--b\n") + "--b--\n"
	}
	tests := []struct{ name, message, want string }{
		{"alternatives", multipart("alternative", plain, html), "plain words\n"},
		{"the plain one is empty", multipart("alternative", "Content-Type: text/plain\n\n \n", html), "html words"},
		{"html alone", multipart("alternative", html), "html words"},
		{"both in a mixed", multipart("mixed", plain, html), "html words"},
		{"html that is called plain", "Subject: x\n\n<html><body>html<br>words</body></html>\n", "html\nwords"},
		{"an attachment", multipart("mixed", plain, "Content-Type: application/pdf\n\n%PDF-1.4 attached\n"), "plain words"},
	}
	for _, tt := range tests {
		rep := reportOf(t, tt.message)
		if !strings.Contains(rep.Text, tt.want) || strings.Contains(rep.Text, "attached") {
			t.Errorf("%s: got %q, want %q", tt.name, rep.Text, tt.want)
		}
	}
	attached := "Content-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: message/rfc822\n\n" +
		daemonHeader + "Content-Type: text/html\n\n<p>&lt;alice@example.com&gt;: 550 5.1.1 No such user</p>\n--c--\n"
	if rep := reportOf(t, daemonHeader+multipart("alternative", plain, attached)); !strings.Contains(rep.Text, "alice@example.com") {
		t.Errorf("a report within an alternative: got %q", rep.Text)
	}
	if rep := reportOf(t, multipart("alternative", plain, html)); strings.Contains(rep.Text, "html") {
		t.Errorf("alternatives: got both in %q", rep.Text)
	}
}
