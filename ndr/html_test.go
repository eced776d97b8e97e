package ndr

import (
	"strings"
	"testing"
	"time"

	"example.com/ndr/codes"
)

func TestHTMLText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"paragraphs", "<p>One</p><p>Two</p>", "One\nTwo\n"},
		{"breaks", "One<br>Two<br/>Three", "One\nTwo\nThree"},
		{"white space folded", "<p>a\n  b\t c</p>", "a b c\n"},
		{"white space in pre", "<pre>a\n  b</pre>", "a\n  b\n"},
		{"table", "<table><tr><th>User</th><td>alice</td></tr><tr><td>Code</td><td>550</td></tr></table>", "User\talice\nCode\t550\n"},
		{"list", "<ul><li>one</li><li>two</li></ul>", "one\ntwo\n"},
		{"entities", "&lt;alice@example.com&gt; &amp; b&ouml;b &#64;", "<alice@example.com> & böb @"},
		{"script, style and title", "<title>T</title><style>p{}</style><script>var a='<p>no</p>'</script><p>yes</p>", "yes\n"},
		{"comment", "a<!-- no -->b", "ab"},
		{"inline elements", "<p>User <b>un</b>known</p>", "User unknown\n"},
		{"link to the address it shows", `<a href="mailto:a@example.com">a@example.com</a>`, "a@example.com"},
		{"link to another address", `<a href="mailto:a@example.com?subject=x">Alice</a>`, "Alice<mailto:a@example.com>"},
		{"link to a page", `<a href="https://example.com">here</a>`, "here"},
		{"attribute without quotes", "<a href=mailto:a@example.com>Alice</a>", "Alice<mailto:a@example.com>"},
		{"unclosed elements", "<p>One<p>Two<div>Three", "One\nTwo\nThree"},
		{"a tag cut off", "<p>One</p><di", "One\n"},
		{"script without an end", "<p>One</p><script>two", "One\n"},
		{"plain text", "no markup", "no markup"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		if got := htmlText(tt.in); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

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
	if rep := reportOf(t, multipart("alternative", plain, html)); strings.Contains(rep.Text, "html") {
		t.Errorf("alternatives: got both in %q", rep.Text)
	}
}

// TestHTMLLinear reads hostile documents, which cost no more than their length.
func TestHTMLLinear(t *testing.T) {
	const n = 200_000
	for _, unit := range []string{
		"<p>", "</p>", "<td>", "<br>", "<a href='mailto:a@example.com'>", "<a href='mailto:a@b.example'>x</a>", "<", "&", "&amp;", "<!--", "<pre>",
		"<script>", "<x a=b c=d>", "</",
	} {
		start := time.Now()
		htmlText(strings.Repeat(unit, n/len(unit)))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q: %v for %d bytes", unit, took, n)
		}
	}
	// The text of a link is looked at once.
	htmlText("<a href='mailto:a@example.com'>" + strings.Repeat("<a href='mailto:a@example.com'>x", 6000))
}

func TestLooksLikeHTML(t *testing.T) {
	for text, want := range map[string]bool{
		"<html><body>x</body></html>":                                      true,
		"\n <!DOCTYPE html>\n<p>x</p>":                                     true,
		"<div>Delivery failed:<br>a@one.example</div>":                     true,
		"Hello. <html><body><p>Not delivered</p></body></html>":            true,
		"<p@one.example>: not delivered</p@one.example>":                   false,
		"<kim@one.example>: 550 no\n":                                      false,
		"<div>":                                                            false,
		"Not delivered to <kim@one.example>.\n\n<html><body>x</body>":      false,
		"Not delivered: <htmlx> </htmlx>":                                  false,
		"Undelivered mail to a <b>\n" + strings.Repeat("<", maxHTMLLead*2): false,
		"": false,
	} {
		if got := looksLikeHTML(text); got != want {
			t.Errorf("%.40q: %v, want %v", text, got, want)
		}
	}
}

// A tag alone on its line is nobody's name.
func TestReadTextTags(t *testing.T) {
	textCase{text: "Your message could not be delivered to:\n<br>\n<div>\nkim@one.example\n<b>\n</div>\n<root>... User unknown\n", want: []string{"kim@one.example", "root"}}.run(t)
}
