package mime

import (
	"strings"
	"testing"
)

// TestBoundaryForm shows which lines may be a boundary that no Content-Type
// names: what follows must be a Content field.
func TestBoundaryForm(t *testing.T) {
	for line, want := range map[string]bool{
		"--qqq": true, "--" + strings.Repeat("q", 70): true, "--" + strings.Repeat("q", 71): false, "--qq": false,
		"-+qqq": false, "+-qqq": false, "-- qq": false, "--q q": false, "-------": false, "": false,
	} {
		if got := mayBeBoundary([]byte(line)); got != want {
			t.Errorf("mayBeBoundary(%q) = %v", line, got)
		}
	}
	for line, want := range map[string]bool{
		"Content-Type: x": true, "content-x:": true, "Content-": false, "Content-Type x": false, "Continue-Type: x": false, "": false,
	} {
		if got := isContentField([]byte(line)); got != want {
			t.Errorf("isContentField(%q) = %v", line, got)
		}
	}
	for line, want := range map[string]bool{
		"Received: x": true, "message-id:": true, "Received x": false, "Received": false, "Returned: x": false, "": false,
	} {
		if got := beginsReturned([]byte(line)); got != want {
			t.Errorf("beginsReturned(%q) = %v", line, got)
		}
	}
}

// TestFieldRules shows the rules by which fields of a header are kept.
func TestFieldRules(t *testing.T) {
	for name, want := range map[string]bool{"From": true, "FROM": true, "Fromage": false, "Fro": false, "Subject": false} {
		rd := reader{head: []byte("subject : s\r\n")}
		if got := rd.isEssential(name); got != want {
			t.Errorf("isEssential(%q) = %v", name, got)
		}
		if rd.isEssential(name) {
			t.Errorf("isEssential(%q): the second is too", name)
		}
	}
	m := mustRead(t, "To: a@example.com,\nb@example.com\nSubject: s\n \t\nbody: of the message\n")
	if h := m.Parts[0].Header; h.Get("To") != "a@example.com, b@example.com" || h.Len() != 2 || m.Parts[0].Body != "body: of the message\n" {
		t.Errorf("header %q, body %q", h.String(), m.Parts[0].Body)
	}
	m = mustRead(t, " \t\nSubject: s\n\nbody\n")
	if h := m.Parts[0].Header; h.Get("Subject") != "s" {
		t.Errorf("header %q behind a blank line", h.String())
	}
	m = mustRead(t, "  text of a message\n  without a header\n")
	if got := m.Parts[0].Body; got != "  text of a message\n  without a header\n" {
		t.Errorf("body %q behind no header", got)
	}
	long := strings.Repeat("é", 100)
	m = mustRead(t, "Subject: s\n"+long+"\n\nbody\n")
	if d := m.Defects[0]; d.Kind != DefectHeaderLine || len(d.Detail) > 64 || !strings.HasPrefix(long, d.Detail[:58]) {
		t.Errorf("defect %+v", d)
	}
	for _, first := range []string{"Subject: s", "Message-ID: <1>", "From: a"} {
		h := HeaderOf([]string{first, "", "To: d", "", "text", "Date: of the body"})
		if h.Len() != 2 {
			t.Errorf("%q: header %q", first, h.String())
		}
	}
}

// TestWhatIsKept shows of which parts header and body are kept.
func TestWhatIsKept(t *testing.T) {
	m := mustRead(t, reportHead+"--b\nContent-Type: text/html\nX-Own: 1\n\nx\n--b\nContent-Type: image/png\n\nx\n--b\n"+
		"Content-Type: text/rfc822-headers\n\nSubject: y\n--b\nContent-Type: message/rfc822\n\nSubject: z\n"+
		"Content-Type: multipart/mixed; boundary=i\n\n--i\n"+strings.ReplaceAll(reportHead, `"b"`, `"j"`)+"--j\n\ninner\n--j--\n--i--\n--b--\n")
	want := []string{"multipart/report head", "text/html body", "image/png", "text/rfc822-headers", "text/plain head", "message/rfc822", "multipart/mixed head", "multipart/report", "text/plain"}
	for i := range m.Parts {
		p := &m.Parts[i]
		got := p.Type
		if p.Header.Len() > 0 {
			got += " head"
		}
		if p.Kept && p.Body != "" {
			got += " body"
		}
		if i >= len(want) || got != want[i] {
			t.Errorf("part %d: got %s, want %q", i, got, want)
		}
	}
}

// TestEncodedHeaders reads the returned header in parts that are encoded.
func TestEncodedHeaders(t *testing.T) {
	for _, tt := range []struct{ typ, encoding, body string }{
		{"message/rfc822", "quoted-printable", "Subject: =79\n\nbody\n"},
		{"text/rfc822-headers", "base64", "U3ViamVjdDogeQ==\n"},
		{"text/rfc822-headers", "quoted-printable", "Subject: =79"},
	} {
		m := mustRead(t, reportHead+"--b\nContent-Type: "+tt.typ+"\nContent-Transfer-Encoding: "+tt.encoding+"\n\n"+tt.body+"\n--b\n\nlast\n--b--\n")
		if got, want := outline(m, -1), "multipart/report("+tt.typ+"(text/plain) text/plain)"; got != want || m.Parts[2].Header.Get("Subject") != "y" {
			t.Errorf("%s, %s: parts %s, want %s", tt.typ, tt.encoding, got, want)
		}
	}
	m := mustRead(t, "Content-Transfer-Encoding: 7bit\n\nGr=C3=BC=\n=C3=9Fe=\n!\n")
	if got := m.Parts[0].Body; got != "Grüße!\n" {
		t.Errorf("quoted-printable that is called 7bit: %q", got)
	}
}

func TestSkipBlanks(t *testing.T) {
	for in, want := range map[string]string{
		"x": "x", " \t\r\nx": "x", "(a)x": "x", "(a (b) c) x": "x", `(a \) b) x`: "x", `(a \(b) x`: "x", `\x`: `\x`, ")x": ")x", "(a": "", `(a\`: "", "": "",
	} {
		if got := skipBlanks(in); got != want {
			t.Errorf("skipBlanks(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{`a"b`: "a|b", `a\"b"c`: `a"b|c`, `a\`: "a|", `a`: "a|", `a\b`: "ab|", `"`: "|"} {
		value, rest := consumeQuoted(in)
		if got := value + "|" + rest; got != want {
			t.Errorf("consumeQuoted(%q) = %q, want %q", in, got, want)
		}
	}
}
