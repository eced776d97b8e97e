package mime

import (
	"strings"
	"testing"
	"time"
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
		{"template", "<template><p>no</p></template><p>yes</p>", "yes\n"},
		{"not displayed", "<div style='Color:#000; DISPLAY: none'>no<div>no</div>no</div><p>yes</p>", "yes\n"},
		{"a paragraph not displayed that the next one ends", "<p style=display:none>no<p>yes</p>", "yes\n"},
		{"not visible", "a<span style='visibility:hidden'>no</span>b", "ab"},
		{"letters of no size", "a<span style='font-size:0'>no</span>b<span style='font-size:0px'>no</span>c", "abc"},
		{"small letters", "<span style='font-size:0.9em'>yes</span>", "yes"},
		{"hidden by an attribute", "<p hidden>no</p><p>yes</p>", "yes\n"},
		{"a void element that is hidden", "a<img hidden>b<br style='display:none'>c", "ab\nc"},
		{"a link in what is hidden", "a<p hidden><a href='mailto:a@example.com'>x</a></p>b", "ab"},
		{"end tags in what is hidden", "a<span hidden>no</p></b></span>b", "ab"},
		{"hidden in what is hidden", "a<div hidden>no<p hidden>no</p>no</div>b", "ab"},
		{"hidden, and with a style", "a<span hidden style='color:red'>no</span>b", "ab"},
		{"no size in percent", "a<span style='font-size:0%'>no</span>b", "ab"},
		{"white space in a block in pre", "<pre><div>a  b</div>c  d</pre>e  f", "a  b\nc  d\ne f"},
		{"cells without end tags", "<table><tr><th>User<th>Code", "User\tCode"},
		{"an address that is no element", "<p>to <alice@example.com>: no", "to : no"},
		{"inline elements", "<p>User <b>un</b>known</p>", "User unknown\n"},
		{"link to the address it shows", `<a href="mailto:a@example.com">a@example.com</a>`, "a@example.com"},
		{"link to another address", `<a href="mailto:a@example.com?subject=x">Alice</a>`, "Alice<mailto:a@example.com>"},
		{"link around an element", `<a href="mailto:a@example.com">A<b>B</b>C</a>`, "ABC<mailto:a@example.com>"},
		{"link to a page", `<a href="https://example.com">here</a>`, "here"},
		{"attribute without quotes", "<a href=mailto:a@example.com>Alice</a>", "Alice<mailto:a@example.com>"},
		{"unclosed elements", "<p>One<p>Two<div>Three", "One\nTwo\nThree"},
		{"a tag cut off", "<p>One</p><di", "One\n"},
		{"script without an end", "<p>One</p><script>two", "One\n"},
		{"plain text", "no markup", "no markup"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		if got := HTMLText(tt.in); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestHTMLLinear reads hostile documents in time linear in their length.
func TestHTMLLinear(t *testing.T) {
	const n = 200_000
	for _, unit := range []string{
		"<p>", "</p>", "<td>", "<br>", "<a href='mailto:a@example.com'>", "<a href='mailto:a@b.example'>x</a>", "<", "&", "&amp;", "<!--", "<pre>",
		"<script>", "<x a=b c=d>", "</", "<div hidden>", "<p style='display:none;'>",
	} {
		start := time.Now()
		HTMLText(strings.Repeat(unit, n/len(unit)))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q: %v for %d bytes", unit, took, n)
		}
	}
	// The text of a link is looked at once.
	HTMLText("<a href='mailto:a@example.com'>" + strings.Repeat("<a href='mailto:a@example.com'>x", 6000))
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
		"<html\n></html>":                                                  true,
		"Hello <html>x</html>":                                             true,
		"Hello <body>x</body>":                                             true,
		"Hello <p>x</p>":                                                   false,
		"<b>x</b>":                                                         false,
		"<>x</>":                                                           false,
		"":                                                                 false,
	} {
		if got := LooksLikeHTML(text); got != want {
			t.Errorf("%.40q: %v, want %v", text, got, want)
		}
	}
}

func TestIsHTMLTag(t *testing.T) {
	for name, want := range map[string]bool{"p": true, "br": true, "html": true, "b": true, "kim": false, "": false, "article": false} {
		if got := IsHTMLTag(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
