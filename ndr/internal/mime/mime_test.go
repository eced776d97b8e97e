package mime

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

var testLimits = Limits{Bytes: 1 << 30, Header: 1 << 16, Parts: 100, Depth: 10, Body: 1 << 20}

// outline shows the tree of parts: "multipart/report(text/plain message/rfc822(text/plain))".
func outline(m *Message, parent int) string {
	var kids []string
	for i := range m.Parts {
		if m.Parts[i].Parent == parent {
			kids = append(kids, m.Parts[i].Type+outline(m, i))
		}
	}
	switch {
	case kids == nil:
		return ""
	case parent < 0:
		return kids[0]
	}
	return "(" + strings.Join(kids, " ") + ")"
}

func defects(m *Message) string {
	var kinds []string
	for _, d := range m.Defects {
		kinds = append(kinds, d.Kind)
	}
	return strings.Join(kinds, " ")
}

func mustRead(t *testing.T, in string) *Message {
	t.Helper()
	m, err := Read(strings.NewReader(in), testLimits)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

const reportHead = "From: a@example.com\nContent-Type: multipart/report; boundary=\"b\"\n\n"

func TestStructure(t *testing.T) {
	tests := []struct{ name, in, outline, defects string }{
		{"no MIME", "Subject: x\n\nbody\n", "text/plain", ""},
		{"report",
			reportHead + "preamble\n--b\n\ntext\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b\n" +
				"Content-Type: message/rfc822\n\nSubject: y\n\nbody\n--b--\nepilogue\n",
			"multipart/report(text/plain message/delivery-status message/rfc822(text/plain))", ""},
		{"returned multipart without any part",
			reportHead + "--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=x\n\n--b\n\nmore\n--b--\n",
			"multipart/report(message/rfc822(multipart/mixed) text/plain)", "missing-boundary"},
		{"no closing boundary", reportHead + "--b\n\ntext\n", "multipart/report(text/plain)", "missing-boundary"},
		{"boundary that ends in hyphens",
			"Content-Type: multipart/mixed; boundary=\"x--\"\n\n--x--\n\none\n--x--\n\ntwo\n--x----\n",
			"multipart/mixed(text/plain text/plain)", ""},
		{"boundary that ends in ==",
			"Content-Type: multipart/mixed; boundary=x==\n\n--x==\n\none\n--x==--\n", "multipart/mixed(text/plain)", ""},
		{"inner boundary begins with the outer",
			"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=xy\n\n" +
				"--xy\n\none\n--xy\nContent-Type: text/html\n\ntwo\n--xy--\n--x\n\nthree\n--x--\n",
			"multipart/mixed(multipart/alternative(text/plain text/html) text/plain)", ""},
		{"lines that are nearly a boundary", reportHead + "--b\n\n--bb\n-+b\n+-b\n--\n--b-\n--b---\n--b--\n", "multipart/report(text/plain)", ""},
		{"boundary of no multipart", "Content-Type: text/plain; boundary=\"b\"\n\n--b\n\ntext\n--b--\n", "text/plain", ""},
		{"blanks after the boundary", reportHead + "--b  \n\ntext\n--b-- \t\n", "multipart/report(text/plain)", ""},
		{"part without a header line", reportHead + "--b\nContent-Type: text/html\n--b--\n", "multipart/report(text/html)", ""},
		{"headers part",
			reportHead + "--b\nContent-Type: text/rfc822-headers\n\nSubject: y\n\n--b--\n",
			"multipart/report(text/rfc822-headers(text/plain))", ""},
		{"undeclared boundary",
			"Subject: x\n\nThis is a MIME message\n\n--q/1\nContent-Type: text/plain\n\none\n--q/1\ncontent-type: message/delivery-status\n\nAction: failed\n\n--q/1--\n",
			"text/plain(text/plain message/delivery-status)", "undeclared-boundary"},
		{"boundary parameter in the body",
			"Content-Type: multipart/report;\n\n boundary=\"q\"\n\n--qqqq\nContent-Type: text/plain\n\none\n--qqqq--\n",
			"multipart/report(text/plain)", "undeclared-boundary"},
		{"wrong boundary",
			"Content-Type: multipart/mixed; boundary=no\n\n--qqqq\nContent-Type: text/html\n\none\n--qqqq--\n",
			"multipart/mixed(text/html)", "undeclared-boundary missing-boundary"},
		{"parts of a returned message in the text",
			"Subject: x\n\nfailed\n\nReceived: from a\nContent-Type: multipart/mixed; boundary=qqqq\n\n--qqqq\nContent-Type: text/plain\n\none\n--qqqq--\n",
			"text/plain(text/plain)", ""},
		{"line without a colon", "From: a\nwhat is this\nContent-Type: text/html\n\nx\n", "text/html", "header-line"},
		{"mbox line", "From a@example.com Thu Apr 29 23:34:45 2010\nContent-Type: text/html\n\nx\n", "text/html", ""},
		{"escaped mbox line", ">From a@example.com Thu Apr 29 23:34:45 2010\nContent-Type: text/html\n\nx\n", "text/html", "header-line"},
		{"blank lines first", "\n\n \nContent-Type: text/html\n\nx\n", "text/html", ""},
		{"banner first", "Microsoft Mail Internet Headers Version 2.0\nContent-Type: text/html\n\nx\n", "text/html", "header-line"},
		{"continuation first", " lost\nContent-Type: text/html\n\nx\n", "text/html", "header-line"},
		{"boundary instead of a header", "\nThis is MIME\n\n--q/1\nContent-Type: text/html\n\none\n--q/1--\n", "text/plain(text/html)", "header-line header-line no-header undeclared-boundary"},
		{"boundary alone instead of a header", "--q/1\nContent-Type: text/html\n\none\n--q/1--\n", "text/plain(text/html)", "header-line no-header undeclared-boundary"},
		{"boundary before a header", "--q/1\nFrom: a\nContent-Type: text/html\n\nContent-x: y\n", "text/html", "header-line"},
		{"boundary before the header of an enclosed message",
			reportHead + "--b\nContent-Type: message/rfc822\n\n--q/1\nContent-Type: text/html\n\none\n--b--\n",
			"multipart/report(message/rfc822(text/html))", "header-line"},
		{"no header", strings.Repeat("no field\n", 30), "text/plain", strings.TrimSpace(strings.Repeat("header-line ", 21)) + " no-header"},
	}
	for _, tt := range tests {
		m := mustRead(t, tt.in)
		if got := outline(m, -1); got != tt.outline {
			t.Errorf("%s: parts %s, want %s", tt.name, got, tt.outline)
		}
		if got := defects(m); got != tt.defects {
			t.Errorf("%s: defects %q, want %q", tt.name, got, tt.defects)
		}
	}
}

func TestBodies(t *testing.T) {
	tests := []struct{ name, head, body, want, defects string }{
		{"plain", "", "a\r\nb\r\n", "a\nb\n", ""},
		{"base64", "Content-Transfer-Encoding: base64\n", "R3LDvMOf\nZQ==\n", "Grüße", ""},
		{"base64 without padding", "Content-Transfer-Encoding: BASE64 \n", "R3LDvMOfZQ", "Grüße", ""},
		{"base64 cut off", "Content-Transfer-Encoding: base64\n", "R3LDvMOfZ", "Grüß", "transfer-encoding"},
		{"base64 with rubbish", "Content-Transfer-Encoding: base64\n", "R3LDvMOfR3LDvMOf*R3LD\nvMOfZQ==", "GrüßGrüßGrüße", "transfer-encoding"},
		{"not base64", "Content-Transfer-Encoding: base64\n", "This is plain.\n", "This is plain.\n", "transfer-encoding"},
		{"not base64, without a line end", "Content-Transfer-Encoding: base64\n", "This is plain.", "This is plain.\n", "transfer-encoding"},
		{"base64 with a sign within four", "Content-Transfer-Encoding: base64\n", "R3L*DvMOfR3LDvMOfZQ==", "GrüßGrüße", "transfer-encoding"},
		{"base64 with a footer", "Content-Transfer-Encoding: base64\n", "R3LDvMOfZQ==\n-- \nscanned by us\n", "Grüße-- \nscanned by us\n", "transfer-encoding"},
		{"quoted-printable nobody declares", "", "Gr=C3=BC=\n=C3=9Fe=\n!\n", "Grüße!\n", "transfer-encoding"},
		{"no quoted-printable", "", "a=b\nc=\nd=\n", "a=b\nc=\nd=\n", ""},
		{"base64 in two pieces", "Content-Transfer-Encoding: base64\n", "YQ==Yg==", "ab", ""},
		{"quoted-printable", "Content-Transfer-Encoding: quoted-printable\n", "Gr=C3=BC=\n=c3=9fe \t\nx\n", "Grüße\nx\n", ""},
		{"quoted-printable without runs", "Content-Transfer-Encoding: quoted-printable\n", "=47=72=c3=bc=c3=9f=\n=65\n\n=\n=65\t=20\n", "Grüße\n\ne\t \n", ""},
		{"quoted-printable with strange signs", "Content-Transfer-Encoding: quoted-printable\n", "==41=4=41=x=\n= \nb==", "=A=4A=xb=", "transfer-encoding"},
		{"quoted-printable broken", "Content-Transfer-Encoding: quoted-printable\n", "a=ZZb=\nc=4", "a=ZZbc=4\n", "transfer-encoding"},
		{"unknown encoding", "Content-Transfer-Encoding: rot13\n", "a\n", "a\n", "transfer-encoding"},
		{"comment before encoding", "Content-Transfer-Encoding: (yes) base64\n", "YQ==", "a", ""},
	}
	for _, tt := range tests {
		m := mustRead(t, "Subject: x\n"+tt.head+"\n"+tt.body)
		if got := m.Parts[0].Body; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if got := defects(m); got != tt.defects {
			t.Errorf("%s: defects %q, want %q", tt.name, got, tt.defects)
		}
	}
}

func TestEncodedOriginal(t *testing.T) {
	m := mustRead(t, reportHead+"--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"+
		"U3ViamVjdDogeQpDb250ZW50LVR5cGU6IHRleHQvaHRtbAoKYm9keQo=\n--b\n\nlast\n--b--\n")
	if got, want := outline(m, -1), "multipart/report(message/rfc822(text/html) text/plain)"; got != want {
		t.Fatalf("parts %s, want %s", got, want)
	}
	if got := m.Parts[2].Header.Get("Subject"); got != "y" {
		t.Errorf("Subject of the returned message: %q", got)
	}
	if m.Parts[2].Kept {
		t.Error("body of the returned message was kept")
	}
}

func TestUntypedStatus(t *testing.T) {
	for _, tt := range []struct {
		encoding, body string
		kept           bool
	}{
		{"7bit", "Reporting-MTA: dns; a\n", true},
		{"base64", "UmVwb3J0aW5nLU1UQTogZG5zOyBhCg==\n", true},
		{"base64", "JVBERi0xLjQK\n", false},
		{"binary", "\x00\x01\n", false},
	} {
		m := mustRead(t, reportHead+"--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: "+tt.encoding+"\n\n"+tt.body+"--b--\n")
		if kept := m.Parts[1].Kept; kept != tt.kept {
			t.Errorf("%s %q: kept %v, want %v", tt.encoding, tt.body, kept, tt.kept)
		}
	}
}

func TestNestedReportIsKept(t *testing.T) {
	m := mustRead(t, "Subject: fw\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\nsee below\n--o\nContent-Type: message/rfc822\n\n"+
		strings.ReplaceAll(reportHead, `"b"`, `"i"`)+"--i\nContent-Type: message/delivery-status\n\nAction: failed\n--i\n"+
		"Content-Type: message/rfc822\n\nSubject: z\n\nsecret\n--i--\n--o--\n")
	for i := range m.Parts {
		p := &m.Parts[i]
		if p.Type == "message/delivery-status" && p.Body != "Action: failed\n" {
			t.Errorf("delivery-status: %q", p.Body)
		}
		if p.Enclosed == 2 && p.Kept {
			t.Errorf("body of the message in the report was kept: %q", p.Body)
		}
	}
}

func TestPreamble(t *testing.T) {
	m := mustRead(t, reportHead+"preamble\n--b\n\ntext\n--b--\n")
	if got := m.Parts[0].Body; got != "" {
		t.Errorf("preamble kept: %q", got)
	}
	m = mustRead(t, reportHead+"no boundary at all\n")
	if got := m.Parts[0].Body; got != "no boundary at all\n" {
		t.Errorf("body without boundaries: %q", got)
	}
}

func TestContentType(t *testing.T) {
	tests := []struct {
		in   string
		want ContentType
	}{
		{"", ContentType{Type: "text/plain"}},
		{"text", ContentType{Type: "text/plain"}},
		{"TEXT/HTML; Charset=UTF-8", ContentType{Type: "text/html", Charset: "utf-8"}},
		{`multipart/report; report-type=delivery-status; boundary="a b;c\"d"`,
			ContentType{Type: "multipart/report", ReportType: "delivery-status", Boundary: `a b;c"d`}},
		{`multipart/report;report-type=Delivery-Status boundary=----=_a/b:c`,
			ContentType{Type: "multipart/report", ReportType: "delivery-status", Boundary: "----=_a/b:c"}},
		{`multipart/mixed (comment; boundary=no); boundary = "yes"`, ContentType{Type: "multipart/mixed", Boundary: "yes"}},
		{`multipart/mixed; boundary="open`, ContentType{Type: "multipart/mixed", Boundary: "open"}},
		{"multipart/report; boundary*0=ab; boundary*1=\"c d\"; report-type=delivery-status",
			ContentType{Type: "multipart/report", ReportType: "delivery-status", Boundary: "abc d"}},
		{"multipart/mixed; boundary*=us-ascii'en'a%20b", ContentType{Type: "multipart/mixed", Boundary: "a b"}},
		{`multipart/mixed; boundary="x "`, ContentType{Type: "multipart/mixed", Boundary: "x"}},
		{`multipart/mixed; boundary=x; Boundary=y; z`, ContentType{Type: "multipart/mixed", Boundary: "y"}},
		{`text/html; charset=" UTF-8"; charset`, ContentType{Type: "text/html", Charset: "utf-8"}},
		{`multipart/mixed; boundary="a\b"; z`, ContentType{Type: "multipart/mixed", Boundary: "ab"}},
		{`multipart/mixed; boundary=x (a (b) \) c) z`, ContentType{Type: "multipart/mixed", Boundary: "x"}},
		{"multipart/mixed;" + strings.Repeat(" ", maxContentType) + "boundary=x", ContentType{Type: "multipart/mixed"}},
		{`multipart/mixed; "boundary"; boundary=x`, ContentType{Type: "multipart/mixed", Boundary: "x"}},
		{`multipart/mixed; =; ;; boundary=x`, ContentType{Type: "multipart/mixed", Boundary: "x"}},
	}
	for _, tt := range tests {
		if got := parseContentType(tt.in); got != tt.want {
			t.Errorf("%q: got %+v, want %+v", tt.in, got, tt.want)
		}
	}
}

func TestCharset(t *testing.T) {
	tests := []struct {
		charset, in, want string
		ok                bool
	}{
		{"", "plain", "plain", true},
		{"us-ascii", "Gr\xc3\xbc\xc3\x9fe", "Grüße", true},
		{"us_ascii", "Gr\xfc\xdfe", "Grüße", true},
		{"", "Grüße \x1b\x00", "Grüße \x1b\x00", true},
		{"", "Gr\xfc\xdfe", "Grüße", false},
		{"iso-8859-1", "Gr\xfc\xdfe", "Grüße", true},
		{"iso-2022-jp", "\x1b$B$\"\x1b(B", "あ", true},
		{"us-ascii", "\x1b$B$\"\x1b(B", "あ", true},
		{"gb18030", "\xc4\xe3", "你", true},
		{"x-sjis", "\x82\xa0", "あ", true},
		{"unicode-1-1-utf-7", "a+AOk-b +- c", "aéb + c", true},
		{"utf-7", "+AOk", "é", true},
		{"iso-8859-1", "plain\x1b$", "plain\x1b$", true},
		{"ibm037", "\xc1\x4b", "A.", true},
		{"koi8-r", "\xd0", "п", true},
		{"utf-8", "\x1b[1m", "\x1b[1m", true},
		{"x-unknown", "Gr\xc3\xbc\xc3\x9fe", "Grüße", false},
		{"no such charset", "plain", "plain", false},
		{"cp-850", "Gr\x81\xe1e", "Grüße", true},
		{"cp850", "Gr\x81\xe1e", "Grüße", true},
		{"iso_8859-1", "Gr\xfc\xdfe", "Grüße", true},
		{"x-cp-850", "Gr\x81\xe1e", "Grüße", true},
		{"utf-16", "\xff\xfeH\x00i\x00", "Hi", true},
		{"utf-16", "\xfe\xff\x00H\x00i", "Hi", true},
		{"utf-16", "H\x00i\x00", "Hi", true},
		{"utf-16", "\x00H\x00i", "Hi", true},
		{"utf-16", "N-\x82Y", "\u4e2d\u8259", true}, // no zero bytes, no UTF-8
		{"utf-16le", "H\x00i\x00", "Hi", true},
		{"", "H\x00i\x00", "Hi", false},
		{"us-ascii", "\x00H\x00i", "Hi", false},
		{"", "a\x00b", "a\x00b", true},
		{"", strings.Repeat("\x00", 10), strings.Repeat("\x00", 10), true},
		{"utf-7", "+AOk.", "é.", true},
		{"utf-7", "+AOk-.", "é.", true},
		{"hz-gb-2312", "~{<:Ky2;NpJ)~}", "己所不勿施", true},
		{"iso-2022-kr", "plain", "plain", false},
		{"koi8-r", "\xd0\xc2\x85", "пб┘", true},
		{"utf-16", "", "", true},
		{"utf-16", "Reporting-MTA: dns; a", "Reporting-MTA: dns; a", false},
		{"utf-16be", "Grüße", "Grüße", false},
		{"ibm037", "Reporting-MTA: dns; a", "Reporting-MTA: dns; a", false},
		{"ibm037", "", "", true},
		{"ibm037", "\xc1\x15\xc2\x25", "A\nB\n", true},
	}
	for _, tt := range tests {
		if got, ok := decodeCharset(tt.charset, tt.in); got != tt.want || ok != tt.ok {
			t.Errorf("%s %q: got %q, %v; want %q, %v", tt.charset, tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestDecodeHeader(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                              "plain",
		"=?iso-8859-1?Q?Gr=FC=DFe?= x":       "Grüße x",
		"=?ISO-2022-JP?B?GyRCJCIbKEI=?=":     "あ",
		"=?broken":                           "=?broken",
		"raw Gr\xfc\xdfe":                    "raw Grüße",
		"raw Gr\xfc\xdfe =?utf-8?Q?=C3=BC?=": "raw Grüße ü",
		"\x1b$B$\"\x1b(B":                    "あ",
	} {
		if got := DecodeHeader(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	DecodeHeader(strings.Repeat("=?utf-8?Q?=C3?= ", 1<<20))
}

// TestLimits checks each limit at its number, where nothing is lost, and at one
// more.
func TestLimits(t *testing.T) {
	parts := func(n int) string {
		return reportHead + strings.Repeat("--b\n\nx\n", n-1) + "--b--\n"
	}
	deep := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
		}
		for i := n - 1; i >= 0; i-- {
			fmt.Fprintf(&b, "\nx\n--b%d--\n", i)
		}
		return b.String()
	}
	tests := []struct {
		name, defect string
		at           func(n int) string
		limits       func(n int) Limits
		n            int
	}{
		{"bytes", DefectBytesLimit, func(n int) string { return "A: b\n\n" + strings.Repeat("x", n-6) },
			func(n int) Limits { l := testLimits; l.Bytes = int64(n); return l }, 100},
		{"header", DefectHeaderLimit, func(n int) string { return "A: " + strings.Repeat("x", n-3) + "\n\n" },
			func(n int) Limits { l := testLimits; l.Header = n; return l }, 100},
		{"parts", DefectPartsLimit, parts,
			func(n int) Limits { l := testLimits; l.Parts = n; return l }, 10},
		{"depth", DefectDepthLimit, deep,
			func(n int) Limits { l := testLimits; l.Depth = n; return l }, 5},
		{"body", DefectBodyLimit, func(n int) string { return "A: b\n\n" + strings.Repeat("x", n-1) + "\n" },
			func(n int) Limits { l := testLimits; l.Body = n; return l }, 100},
	}
	for _, tt := range tests {
		m, err := Read(strings.NewReader(tt.at(tt.n)), tt.limits(tt.n))
		if err != nil || strings.Contains(defects(m), "limit") {
			t.Errorf("%s at the limit: %v, %q", tt.name, err, defects(m))
		}
		m, err = Read(strings.NewReader(tt.at(tt.n+1)), tt.limits(tt.n))
		if err != nil || !strings.Contains(defects(m), tt.defect) {
			t.Errorf("%s beyond the limit: %v, %q, want %s", tt.name, err, defects(m), tt.defect)
		}
	}
	many := strings.Repeat("A: b\n", maxFields+1) + "\n"
	small := testLimits
	small.Header = 120
	lost := "A: " + strings.Repeat("x", 60) + "\nB: " + strings.Repeat("y", 80) + "\nno field\nSubject: s\n\nbody"
	m, err := Read(strings.NewReader(lost), small)
	if err != nil || m.Parts[0].Header.Get("Subject") != "s" {
		t.Errorf("a line without a field behind a field that is left out takes the next one: %q, %v", m.Parts[0].Header.String(), err)
	}
	if m := mustRead(t, many); defects(m) != DefectHeaderLimit || m.Parts[0].Header.Len() != maxFields {
		t.Errorf("%d fields kept, defects %q", m.Parts[0].Header.Len(), defects(m))
	}
}

func TestMaxDefects(t *testing.T) {
	if m := mustRead(t, "A: b\n"+strings.Repeat("no field\n", 2*maxDefects)+"\nbody\n"); len(m.Defects) != maxDefects {
		t.Errorf("%d defects", len(m.Defects))
	}
}

func TestReadErrors(t *testing.T) {
	for _, in := range []string{"", "\n \r\n\t\r"} {
		if _, err := Read(strings.NewReader(in), testLimits); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %v, want ErrEmpty", in, err)
		}
	}
	boom := errors.New("boom")
	if m, err := Read(iotest.ErrReader(boom), testLimits); err != boom || m != nil {
		t.Errorf("failing reader without a text: %v, %v", m, err)
	}
	m, err := Read(io.MultiReader(strings.NewReader("Subject: x\n\nbody"), iotest.ErrReader(boom)), testLimits)
	if err != boom || m == nil || m.Parts[0].Header.Get("Subject") != "x" {
		t.Errorf("failing reader: %v, %v", m, err)
	}
}

// A last boundary without a line end may be part of a longer line.
func TestReadErrorAtLastBoundary(t *testing.T) {
	boom := errors.New("boom")
	for text, want := range map[string]error{
		"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b--":   boom,
		"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b--\n": nil,
	} {
		if _, err := Read(io.MultiReader(strings.NewReader(text), iotest.ErrReader(boom)), testLimits); err != want {
			t.Errorf("Read(%q) returns %v, want %v", text, err, want)
		}
	}
	// What follows the last boundary came together with the error, and nobody wants it.
	const text = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b--\n"
	for _, r := range []io.Reader{
		iotest.DataErrReader(io.MultiReader(strings.NewReader(text+"more"), iotest.ErrReader(boom))), iotest.DataErrReader(strings.NewReader(text)),
		iotest.DataErrReader(io.MultiReader(strings.NewReader(strings.ReplaceAll(text, "\n", "\r")+"more"), iotest.ErrReader(boom))),
	} {
		if _, err := Read(r, testLimits); err != nil {
			t.Errorf("Read returns %v behind the last boundary", err)
		}
	}
}

// No piece of a long line is a boundary.
func TestLongLineNoBoundary(t *testing.T) {
	const head = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n"
	for _, line := range []string{
		strings.Repeat("x", bufferSize-maxCR) + "--b",
		"--b" + strings.Repeat(" ", bufferSize) + "x",
	} {
		r := io.MultiReader(strings.NewReader(head), iotest.OneByteReader(strings.NewReader(line+"\n--b--\n")))
		m, err := Read(r, testLimits)
		if err != nil || len(m.Parts) != 2 || m.Parts[1].Body != line+"\n" {
			t.Errorf("line of %d bytes: %d parts, %v", len(line), len(m.Parts), err)
		}
	}
}

// repeated reads as many copies of a line as it is told.
type repeated struct {
	line []byte
	left int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := 0
	for r.left > 0 && len(p)-n >= len(r.line) {
		n += copy(p[n:], r.line)
		r.left--
	}
	return n, nil
}

// TestMemory reads returned messages of very different sizes: what is
// allocated does not depend on them.
func TestMemory(t *testing.T) {
	line := []byte(strings.Repeat("x", 77) + "\n")
	cost := func(size int) uint64 {
		r := io.MultiReader(
			strings.NewReader(reportHead+"--b\nContent-Type: message/rfc822\n\nSubject: y\n\n"),
			&repeated{line, size / len(line)},
			strings.NewReader("--b--\n"))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := Read(r, testLimits); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	small, large := cost(1<<10), cost(50<<20)
	if large > small+64<<10 {
		t.Errorf("50 MiB cost %d bytes of allocation, 1 KiB costs %d", large, small)
	}
}

func TestReadHeader(t *testing.T) {
	boom := errors.New("boom")
	// What follows the buffer is not read.
	r := io.MultiReader(strings.NewReader(reportHead+strings.Repeat("x\n", bufferSize)), iotest.ErrReader(boom))
	p, err := ReadHeader(r, testLimits)
	if err != nil || p.Header.Get("From") != "a@example.com" || p.Type != "multipart/report" {
		t.Errorf("got %+v, %v", p, err)
	}
	if p, err := ReadHeader(strings.NewReader("A: b"), testLimits); err != nil || p.Header.Get("A") != "b" {
		t.Errorf("header without a body: %+v, %v", p, err)
	}
	if _, err := ReadHeader(strings.NewReader("\n"), testLimits); err != ErrEmpty {
		t.Errorf("empty: %v", err)
	}
	if _, err := ReadHeader(iotest.ErrReader(boom), testLimits); err != boom {
		t.Errorf("failing reader: %v", err)
	}
}

// TestIndependence checks that what was read of one message stays when the
// buffers are used for the next.
func TestIndependence(t *testing.T) {
	message := func(word string) string {
		return "Subject: " + word + "\nContent-Type: multipart/report; boundary=" + word + "\n\n--" + word + "\n\n" + word +
			"\n--" + word + "\nContent-Type: message/rfc822\n\nSubject: " + word + "\n\n--" + word + "--\n"
	}
	first := mustRead(t, message("alpha"))
	quoted := HeaderOf([]string{"Subject: alpha"})
	for range 3 {
		mustRead(t, message("omega"))
		HeaderOf([]string{"Subject: omega"})
	}
	if len(first.Parts) != 4 {
		t.Fatalf("%d parts", len(first.Parts))
	}
	top, text, returned := &first.Parts[0], &first.Parts[1], &first.Parts[3]
	if top.Boundary != "alpha" || top.Header.Get("Subject") != "alpha" || text.Body != "alpha\n" ||
		returned.Header.Get("Subject") != "alpha" || quoted.Get("Subject") != "alpha" {
		t.Errorf("parts became %+v, header %q", first.Parts, quoted.String())
	}
}

func TestHeaderOf(t *testing.T) {
	h := HeaderOf([]string{"From: a", "Subject: b", " c", "rubbish", "", "To: d"})
	if h.Get("Subject") != "b c" || h.Get("To") != "d" || h.Len() != 3 {
		t.Errorf("got %v", h.String())
	}
	for _, lines := range [][]string{
		{"From: a", "", "To: b", " c", "", " d", "", "text", "Subject: of the body"},
		{"Status: 5.0.0", "", "text", "From: a", "To: b", " c d"},
	} {
		if h := HeaderOf(lines); h.Get("From") != "a" || h.Get("To") != "b c d" || h.Has("Subject") {
			t.Errorf("%q gives %q", lines, h.String())
		}
	}
	if h := HeaderOf(nil); h.Len() != 0 {
		t.Errorf("header of nothing: %v", h.String())
	}
}

func TestLostFold(t *testing.T) {
	long := strings.Repeat("x", minFolded)
	m := mustRead(t, "A: "+long+"\nlost\nB: c;\nlost too\nC: d\nstray\n\n")
	h := m.Parts[0].Header
	for name, want := range map[string]string{"A": long + " lost", "B": "c; lost too", "C": "d"} {
		if got := h.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestLongHeaderLine(t *testing.T) {
	v := strings.Repeat("x", 3*bufferSize)
	m := mustRead(t, "A: "+v+"\nB: c\n\nbody\n")
	if got := m.Parts[0].Header.Get("A"); got != v || m.Parts[0].Header.Get("B") != "c" {
		t.Errorf("long field: %d bytes, want %d", len(got), len(v))
	}
	for _, n := range []int{1, bufferSize - maxCR - len("A: "), 3 * bufferSize} {
		field := "A: " + strings.Repeat("x", n)
		if got := mustRead(t, field).Parts[0].Header; got.String() != field+"\r\n" {
			t.Errorf("input that ends in a header line of %d bytes: header of %d bytes", len(field), len(got.String()))
		}
	}
	m = mustRead(t, "A: b\n\n"+v+"\nc\n")
	if got := m.Parts[0].Body; got != v+"\nc\n" {
		t.Errorf("long line of a body: %d bytes, want %d", len(got), len(v)+3)
	}
	if !strings.HasPrefix(m.Parts[0].Body, "x") {
		t.Error("body lost its beginning")
	}
}

// TestAttachedReport keeps the text of a report that a letter has attached, as a
// message or as a file that holds one, and of no other message.
func TestAttachedReport(t *testing.T) {
	const letter = "From: kim@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\n"
	const report = "Return-Path: <>\nFrom: relay@example.net\nSubject: failure notice\n\nHi. This is the qmail-send program\n"
	for _, c := range []struct {
		name, part string
		want       bool
	}{
		{"message from the null path", "Content-Type: message/rfc822\n\n" + report, true},
		{"message from a daemon", "Content-Type: message/rfc822\n\nFrom: MAILER-DAEMON@example.net\n\nHi. This is the qmail-send program\n", true},
		{"message that names who failed", "Content-Type: message/rfc822\n\nFrom: kim@example.com\nX-Failed-Recipients: a@example.com\n\nHi. This is the qmail-send program\n", true},
		{"message of a person with a hyphen", "Content-Type: message/rfc822\n\nFrom: kim-example@example.com\n\nHi. This is the qmail-send program\n", false},
		{"message in a report", "Content-Type: message/rfc822\n\nFrom: kim@example.com\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nHi. This is the qmail-send program\n--c--\n", false},
		{"message of a person", "Content-Type: message/rfc822\n\nFrom: kim@example.com\n\nHi. This is the qmail-send program\n", false},
		{"file of a message", "Content-Type: application/octet-stream; name=\"report.eml\"\n\n" + report, true},
		{"file of a message by its disposition", "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=report.EML\n\n" + report, true},
		{"any other file", "Content-Type: application/octet-stream; name=\"report.bin\"\n\n" + report, false},
	} {
		msg := mustRead(t, letter+c.part+"--b--\n")
		kept := slices.ContainsFunc(msg.Parts, func(p Part) bool { return p.Kept && strings.Contains(p.Body, "qmail-send") })
		if kept != c.want {
			t.Errorf("%s: kept %t", c.name, kept)
		}
	}
	m := mustRead(t, "Return-Path: <>\n"+letter+"Content-Type: message/rfc822\n\nFrom: kim@example.com\n\nreturned\n--b--\n")
	if returned := m.Parts[len(m.Parts)-1]; returned.Enclosed != 1 || returned.Kept {
		t.Errorf("message that a report returns: %+v", returned)
	}
}

// TestHeaderOfBehindBoundary reads the fields that a text quotes below a boundary as a
// header: in a few lines no part begins.
func TestHeaderOfBehindBoundary(t *testing.T) {
	h := HeaderOf([]string{"--q/1", "Content-Type: text/plain", "Subject: x"})
	if h.Get("Subject") != "x" || h.Get("Content-Type") != "text/plain" {
		t.Errorf("got %q", h.String())
	}
}
