package mime

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

const statusText = "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\n"

// statusOf returns the text of all delivery-status parts that were kept.
func statusOf(m *Message) string {
	var b strings.Builder
	for i := range m.Parts {
		if p := &m.Parts[i]; p.Type == "message/delivery-status" && p.Kept {
			text, _ := p.Text()
			b.WriteString(text)
		}
	}
	return b.String()
}

// TestHidingStatus tries to hide a delivery-status part in a report.
func TestHidingStatus(t *testing.T) {
	utf16le := func(s string) string {
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return string(b)
	}
	const status = "--b\nContent-Type: message/delivery-status\n\n" + statusText
	part := func(head, body string) string { return "--b\n\ntext\n--b\n" + head + "\n\n" + body + "--b--\n" }
	tests := []struct{ name, in, want string }{
		{"nothing", reportHead + "--b\n\ntext\n" + status + "--b--\n", statusText},
		{"a long text", reportHead + "--b\n\n" + strings.Repeat("padding\n", 1<<18) + status + "--b--\n", statusText},
		{"many parts", reportHead + strings.Repeat("--b\n\n\n", 300) + status + "--b--\n", statusText},
		{"many messages", reportHead + strings.Repeat("--b\nContent-Type: message/rfc822\n\nA: b\n\nx\n", 52) + status + "--b--\n", statusText},
		{"a long header", strings.Repeat("Received: from "+strings.Repeat("x", 100)+"\n", 3200) + reportHead + "--b\n\ntext\n" + status + "--b--\n", statusText},
		{"many fields", strings.Repeat("X: y\n", maxFields+9) + reportHead + "--b\n\ntext\n" + status + "--b--\n", statusText},
		{"misspelt type", reportHead + part("Content-Type: message/delivery-staus", statusText), statusText},
		{"text/plain", reportHead + part("Content-Type: text/plain", "\n"+statusText), "\n" + statusText},
		{"text/plain among many", reportHead + strings.Repeat("--b\n\n\n", 300) + part("Content-Type: text/plain", statusText), statusText},
		{"no type among many", reportHead + strings.Repeat("--b\n\n\n", 300) + part("Content-Type: application/octet-stream", statusText), statusText},
		{"no type", reportHead + part("Content-Type: application/octet-stream", statusText), statusText},
		{"UTF-16 that is none", reportHead + part("Content-Type: message/delivery-status; charset=utf-16", statusText), statusText},
		{"EBCDIC that is none", reportHead + part("Content-Type: message/delivery-status; charset=ibm037", statusText), statusText},
		{"UTF-16", reportHead + part("Content-Type: message/delivery-status; charset=utf-16\nContent-Transfer-Encoding: base64",
			base64.StdEncoding.EncodeToString([]byte(utf16le(statusText)))+"\n"), statusText},
		{"UTF-16 that is called UTF-8", reportHead + part("Content-Type: message/delivery-status; charset=utf-8\nContent-Transfer-Encoding: base64",
			base64.StdEncoding.EncodeToString([]byte(utf16le(statusText)))+"\n"), statusText},
		// What is no delivery-status part.
		{"the text of a report", reportHead + "--b\n\n" + statusText + "--b--\n", ""},
		{"text/plain in no report", strings.Replace(reportHead, "report", "mixed", 1) + part("Content-Type: text/plain", statusText), ""},
		{"text that begins with words", reportHead + part("Content-Type: text/plain", "Hello.\n"+statusText), ""},
		{"text that begins with another field", reportHead + part("Content-Type: text/plain", "Subject: x\n"+statusText), ""},
		{"a message beside", reportHead + part("Content-Type: message/external-body", "Subject: x\n"+statusText), ""},
		{"HTML", reportHead + part("Content-Type: text/html", statusText), ""},
		{"empty attachment", reportHead + part("Content-Type: application/octet-stream", ""), ""},
		{"attachment of a returned message", reportHead + part("Content-Type: message/rfc822", "Content-Type: application/octet-stream\n\n"+statusText), ""},
		{"in the copy of a returned report", reportHead + part("Content-Type: message/rfc822", reportHead+statusText), ""},
	}
	for _, tt := range tests {
		m := mustRead(t, tt.in)
		if got := statusOf(m); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if got := len(m.Parts); got > testLimits.Parts+maxReportParts {
			t.Errorf("%s: %d parts kept", tt.name, got)
		}
		for i := range m.Parts {
			if p := &m.Parts[i]; p.Type == "application/octet-stream" && p.Kept {
				t.Errorf("%s: an attachment was kept: %q", tt.name, p.Body)
			}
		}
	}
}

// TestPartsReserve shows what is kept beyond the limit of parts: the returned
// message, and as many parts as the reserve holds.
func TestPartsReserve(t *testing.T) {
	returned := "--b\nContent-Type: message/rfc822\n\nSubject: y\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\nx\n--i--\n"
	m := mustRead(t, reportHead+strings.Repeat("--b\n\n\n", 200)+returned+"--b\n\nlast\n--b--\n")
	want := "message/rfc822(multipart/mixed))"
	if got := outline(m, -1); !strings.HasSuffix(got, want) || m.Parts[len(m.Parts)-1].Header.Get("Subject") != "y" {
		t.Errorf("parts %s, want %s at the end", got, want)
	}
	if got := defects(m); got != DefectPartsLimit {
		t.Errorf("defects %q", got)
	}
	m = mustRead(t, reportHead+strings.Repeat("--b\n\n\n", 200)+"--b\nContent-Type: text/rfc822-headers\n\nSubject: y\n--b--\n")
	if got := m.Parts[len(m.Parts)-1].Header.Get("Subject"); got != "y" {
		t.Errorf("returned header behind many parts: Subject %q", got)
	}
	m = mustRead(t, reportHead+"--b\n\none\n--b\n\ntwo\n--b--\n")
	if got := m.Parts[2].Body; got != "two\n" || !m.Parts[2].Kept {
		t.Errorf("second text of a report: %q", got)
	}
	status := "--b\nContent-Type: message/delivery-status\n\nAction: failed\n"
	m = mustRead(t, reportHead+strings.Repeat("--b\n\n\n", 200)+strings.Repeat(status, 2*maxReportParts)+"--b--\n")
	if got := strings.Count(statusOf(m), "failed"); got != maxReportParts {
		t.Errorf("%d delivery-status parts, want %d", got, maxReportParts)
	}
}

// TestStatusReserve fills the limit of all bodies, and the limit of the reserve.
func TestStatusReserve(t *testing.T) {
	limits := testLimits
	limits.Body = 100
	line := strings.Repeat("x", 9) + "\n"
	text, status := "--b\n\n", "--b\nContent-Type: message/delivery-status\n\n"
	for _, tt := range []struct {
		texts, lines, kept int
		defects            string
	}{
		{5, 15, 150, ""}, {10, 10, 100, ""}, {10, 11, 100, DefectBodyLimit}, {0, 20, 200, ""}, {0, 21, 200, DefectBodyLimit}, {0, 29, 200, DefectBodyLimit},
	} {
		m, err := Read(strings.NewReader(reportHead+text+strings.Repeat(line, tt.texts)+status+strings.Repeat(line, tt.lines)+"--b--\n"), limits)
		if err != nil || len(statusOf(m)) != tt.kept || defects(m) != tt.defects {
			t.Errorf("%d and %d lines: %d bytes kept, defects %q, %v", tt.texts, tt.lines, len(statusOf(m)), defects(m), err)
		}
	}
}

// TestEssentialFields fills a header with trace fields before those that tell
// what the message is.
func TestEssentialFields(t *testing.T) {
	var essential strings.Builder
	for i, name := range essentialFields {
		fmt.Fprintf(&essential, "%s : v%d\n", name, i)
	}
	limits := testLimits
	for name, pad := range map[string]string{
		"many fields":  strings.Repeat("X: y\n", maxFields+1),
		"a long field": "X: " + strings.Repeat("y", limits.Header) + "\n",
		"long fields":  strings.Repeat("Received: "+strings.Repeat("y", 1000)+"\n", 100),
	} {
		m := mustRead(t, pad+essential.String()+"X: last\nFrom: again\n\nbody\n")
		h := m.Parts[0].Header
		for i, field := range essentialFields {
			if got, want := h.Get(field), fmt.Sprintf("v%d", i); got != want {
				t.Errorf("%s: %s = %q, want %q", name, field, got, want)
			}
		}
		if strings.Contains(h.String(), "again") && name == "many fields" {
			t.Errorf("%s: a field was kept twice", name)
		}
		if got := defects(m); strings.Count(got, DefectHeaderLimit) != 1 {
			t.Errorf("%s: defects %q", name, got)
		}
	}
	// Each takes at most its share.
	long := strings.Repeat(strings.Repeat(" "+strings.Repeat("a", 99)+"\n", 10)+"From: x\n", 100)
	m := mustRead(t, "X: "+strings.Repeat("y", limits.Header-10)+"\nTo: t\n"+strings.Repeat(long, 10)+"Subject: s\n\nbody\n")
	if h := m.Parts[0].Header; h.Get("Subject") != "s" || len(h.String()) > limits.Header+len(essentialFields)*maxEssential {
		t.Errorf("header of %d bytes, Subject %q", len(h.String()), h.Get("Subject"))
	}
}
