package dsn

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// TestReadFields reads one field of a recipient in every way in which systems
// write it.
func TestReadFields(t *testing.T) {
	address := func(r found.Recipient) string { return r.Address }
	original := func(r found.Recipient) string { return r.OriginalAddress }
	status := func(r found.Recipient) string { return r.Status.String() }
	response := func(r found.Recipient) string { return r.Response }
	remote := func(r found.Recipient) string { return r.RemoteServer }
	action := func(r found.Recipient) string { return fmt.Sprint(r.Action) }
	tests := []struct {
		field string
		get   func(found.Recipient) string
		want  string
	}{
		{"Final-Recipient: rfc822; a@example.com", address, "a@example.com"},
		{"Final-Recipient : rfc822;<a@example.com>", address, "a@example.com"},
		{"FINAL-RECIPIENT: A@Example.com", address, "a@example.com"},
		{"Final-Recipient: LOCAL; alice", address, "alice"},
		{"Final-Recipient: rfc822; @relay.example:a@example.com", address, "@relay.example:a@example.com"},
		{"Final-Recipient: rfc822; IMCEASMTP-a+40example+2Ecom@example.net", address, "a@example.com"},
		{`Final-Recipient: utf-8; \x{E5}@example.com`, address, "å@example.com"},
		{"Final-Recipient:\n rfc822;\n\ta@example.com", address, "a@example.com"},
		{"Original-Recipient: a@example.com", original, "a@example.com"},
		{"Original-Recipient: rfc822; a@example.com", address, "a@example.com"},
		{"Status: 5.1.1", status, "5.1.1"},
		{"Status: 5.1.1 (bad destination)", status, "5.1.1"},
		{"Status:", status, ""},
		{"Status: 553 Exceeded", status, ""},
		{"Status: 5.1.1.9", status, ""},
		{"Action: failure", action, fmt.Sprint(found.Failed)},
		{"Action: expired", action, fmt.Sprint(found.Failed)},
		{"Action: deliverable", action, fmt.Sprint(found.Delivered)},
		{"Action: delayed (will try again)", action, fmt.Sprint(found.Delayed)},
		{"Diagnostic-Code: smtp; 550 no", response, "550 no"},
		{"Diagnostic-Code: 550 no", response, "550 no"},
		{"Diagnostic-Code: 550;no", response, "550;no"},
		{"Diagnostic-Code: X-Postfix; no; really", response, "no; really"},
		{"Diagnostic-Code: x-unix; 67", response, "67"},
		{"Diagnostic-Code: DNS; no MX", response, "no MX"},
		{"Diagnostic-Code: X-Notes; Recipient user name not unique", response, "Recipient user name not unique"},
		{"Diagnostic-Code: smtp; 550 no\nsuch <b@example.com>: user", response, "550 no such <b@example.com>: user"},
		{"Diagnostic-Code: smtp; 550-5.1.1 no\n 550 5.1.1 such user", response, "550-5.1.1 no 550 5.1.1 such user"},
		{"Diagnostic-Code: x; no\nDiagnostic-Code: smtp; 550 no", response, "550 no no"},
		{"Diagnostic-Code: smtp; 550 no\nDiagnostic-Code: smtp; 551 no", response, "550 no 551 no"},
		{"Diagnostic-Code: x; no\nDiagnostic-Code: x; more", response, "no more"},
		{"Diagnostic-Code: x; no\nDiagnostic-Code:", response, "no"},
		{"Diagnostic-Code:\nDiagnostic-Code: x; no", response, "no"},
		{"Remote-MTA: dns; mx.example.com", remote, "mx.example.com"},
		{"Remote-MTA: mx.example.com [192.0.2.1]", remote, "mx.example.com"},
		{"Remote-MTA: dns; [192.0.2.1]", remote, "192.0.2.1"},
	}
	for _, tt := range tests {
		text := tt.field + "\n"
		if !strings.HasPrefix(strings.ToLower(tt.field), "final-recipient") && !strings.HasPrefix(tt.field, "Original-Recipient: rfc822") {
			text += "Final-Recipient: rfc822; x@example.com\n"
		}
		d, _ := Read(text)
		if len(d.Recipients) != 1 {
			t.Errorf("%q: got %d recipients", tt.field, len(d.Recipients))
		} else if got := tt.get(d.Recipients[0]); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.field, got, tt.want)
		}
	}
}

// TestReadServer shows the generating server by its field.
func TestReadServer(t *testing.T) {
	for field, want := range map[string]string{
		"Reporting-MTA: dns; mx.example.net":                               "mx.example.net",
		"Reporting-MTA: dsn; mx.example.net":                               "mx.example.net",
		"Reporting-MTA: MX.example.net":                                    "mx.example.net",
		"reporting-mta: x-local-hostname; mx.example.net":                  "mx.example.net",
		"Reporting-MTA: dns; MAILER-DAEMON@mx.example.net":                 "mx.example.net",
		"Reporting-MTA: dns; <MAILER-DAEMON@mx.example.net>":               "mx.example.net",
		"Reporting-MTA: dns; mx.example.net (192.0.2.1)":                   "mx.example.net",
		"Reporting-MTA: dns;\nReporting-MTA: dns; mx.example.net":          "mx.example.net",
		"Reporting-MTA: dns; one.example\nReporting-MTA: dns; two.example": "one.example",
		"Reporting-MTA:":                    "",
		"Received-From-MTA: dns; a.example": "",
		"":                                  "",
	} {
		if d, _ := Read(field + "\n\nFinal-Recipient: rfc822; a@example.com\n"); d.Server != want {
			t.Errorf("%q: got %q, want %q", field, d.Server, want)
		}
	}
}

func TestReadDates(t *testing.T) {
	d, _ := Read("Final-Recipient: rfc822; a@example.com\nLast-Attempt-Date: Tue, 3 Mar 2026 09:00:05 +0000\nWill-Retry-Until: Wed, 4 Mar 2026 09:00:05 +0000\n")
	at := time.Date(2026, 3, 3, 9, 0, 5, 0, time.UTC)
	if r := d.Recipients[0]; !r.LastAttempt.Equal(at) || !r.WillRetryUntil.Equal(at.AddDate(0, 0, 1)) {
		t.Errorf("got %v and %v", r.LastAttempt, r.WillRetryUntil)
	}
}

// TestReadGroups parts the fields of recipients however blank lines stand
// between them. A field is the first letter of its name, upper case for one
// about the message.
func TestReadGroups(t *testing.T) {
	names := map[rune]string{
		'M': "Reporting-MTA: dns; mx.example.net", 'A': "Arrival-Date: x", 'X': "X-Queue: 1",
		'f': "Final-Recipient: rfc822; f@example.com", 'o': "Original-Recipient: rfc822; o@example.com",
		'a': "Action: failed", 's': "Status: 5.1.1", 'd': "Diagnostic-Code: smtp; 550 no", 'r': "Remote-MTA: dns; mx.example.com",
		'x': "X-Own: 1", ' ': "", '!': "no field",
	}
	tests := []struct{ fields, message, recipients string }{
		{"MA fas", "MA", "fas"},
		{"MA fas fas", "MA", "fas fas"},
		{"MAfas", "MA", "fas"},
		{"fasMA", "MA", "fas"},
		{"MAfasfas", "MA", "fas fas"},
		{"MA  fas   fas ", "MA", "fas fas"},
		{"MA f a s f a s", "MA", "fas fas"},
		{"MA fas d r", "MA", "fasdr"},
		{"MA fas d r fas", "MA", "fasdr fas"},
		{"MA ofas ofas", "MA", "ofas ofas"},
		{"MA of as of as", "MA", "ofas ofas"},
		{"M X fas", "MX", "fas"},
		{"M fas A fas", "MA", "fas fas"},
		{"fas M", "M", "fas"},
		{"f x a", "", "fxa"},
		{"d f", "", "df"},
		{"dd fas", "", "ddfas"},
		{"M d fas", "M", "dfas"},
		{"M fdd", "M", "fdd"},
		{"!M fas", "M", "fas"},
		{"M x s", "Mx", ""}, // which names nobody
		{"M xs", "M", ""},
		{"", "", ""},
		{"!! ", "", ""},
		{"fas as", "", "fas as"},
		{"M fas xfas", "M", "fas xfas"},
		{"M dr fas", "M", "drfas"},
		{"M d", "M", "d"},
		{"M f oas", "M", "foas"},
	}
	letters := func(fields []found.Field) string {
		var b strings.Builder
		for _, f := range fields {
			for letter, line := range names {
				if strings.HasPrefix(line, f.Name+":") {
					b.WriteRune(letter)
				}
			}
		}
		return b.String()
	}
	for _, tt := range tests {
		var lines []string
		for _, c := range tt.fields {
			lines = append(lines, names[c])
		}
		for _, end := range []string{"\n", "\r\n"} {
			d, message := Read(strings.Join(lines, end))
			var recipients []string
			for _, r := range d.Recipients {
				recipients = append(recipients, letters(r.Fields))
			}
			if got := strings.Join(recipients, " "); letters(message) != tt.message || got != tt.recipients {
				t.Errorf("%q: message %q, recipients %q, want %q, %q", tt.fields, letters(message), got, tt.message, tt.recipients)
			}
		}
	}
}

func TestStatusGroups(t *testing.T) {
	got := StatusGroups("A: x;1\n\n\nB:2\n more\nlost\n \nC: 3")
	want := [][]found.Field{
		{{Name: "A", Type: "x", Value: "1"}}, {{Name: "B", Value: "2 more lost"}}, {{Name: "C", Value: "3"}},
	}
	same := func(a, b found.Field) bool { return a.Name == b.Name && a.Type == b.Type && a.Value == b.Value }
	if !slices.EqualFunc(got, want, func(a, b []found.Field) bool { return slices.EqualFunc(a, b, same) }) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, indented := range []string{" A: x\nB: y\n more", "  A: x\n  B: y\n   more", "\n\tA: x\n\tB: y\n\t more"} {
		if got := StatusGroups(indented); len(got) != 1 || len(got[0]) != 2 || got[0][0].Name != "A" || got[0][1].Value != "y more" {
			t.Errorf("%q: %+v", indented, got)
		}
	}
	long := StatusGroups("A: b\n" + strings.Repeat("word\n", lex.MaxValue))
	if n := len(long[0][0].Value); n > lex.MaxValue {
		t.Errorf("a value has %d bytes", n)
	}
}

// TestReadLimits reads many values, whose cost must grow with the text alone.
func TestReadLimits(t *testing.T) {
	const n = 1 << 19
	d, _ := Read("Final-Recipient: a@example.com\n" + strings.Repeat("Diagnostic-Code: x\n", n/19))
	if len(d.Recipients) != 1 || len(d.Recipients[0].Response) > lex.MaxValue {
		t.Errorf("%d recipients", len(d.Recipients))
	}
	for _, text := range []string{
		"Diagnostic-Code: x\n" + strings.Repeat("X:\n", n/6) + "\n" + strings.Repeat("Status:\n", n/16),
		strings.Repeat("Status:\n", n/8), strings.Repeat("A:\n\n", n/4), "A:\n" + strings.Repeat("b\n", n/2),
		strings.Repeat("Action: failed\n\nX:\n\n", n/20), "A: " + strings.Repeat(";", n),
	} {
		Read(text)
	}
}
