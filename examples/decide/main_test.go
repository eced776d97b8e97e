package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// bounce returns a report about a recipient, with a returned header.
func bounce(action, status, reply, header string) string {
	return "From: MAILER-DAEMON@mx.example.net\nTo: sender@example.org\nSubject: Undelivered Mail\n" +
		"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n" +
		"--b\n\nIt failed.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n" +
		"Final-Recipient: rfc822; alice@example.com\nAction: " + action + "\nStatus: " + status + "\nDiagnostic-Code: smtp; " + reply + "\n\n" +
		"--b\nContent-Type: text/rfc822-headers\n\n" + header + "From: sender@example.org\nSubject: Minutes\n\n--b--\n"
}

func TestDecide(t *testing.T) {
	const failedSPF = "Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org\n"
	tests := []struct{ name, message, want string }{
		{"unknown user", bounce("failed", "5.1.1", "550 5.1.1 no such user", ""), "alice@example.com: suppress the address"},
		{"full mailbox", bounce("failed", "5.2.2", "552 5.2.2 over quota", ""), "alice@example.com: retry later"},
		{"SPF", bounce("failed", "5.7.23", "550 5.7.23 SPF check failed", failedSPF),
			"alice@example.com: alert the administrator of the sending domain: "},
		{"DMARC, no header", bounce("failed", "5.7.1", "550 5.7.1 rejected by the DMARC policy of example.org", ""),
			"alice@example.com: alert the administrator of the sending domain: "},
		{"a results header does not decide", bounce("failed", "5.1.1", "550 5.1.1 no such user", failedSPF), "alice@example.com: suppress the address"},
		{"storage full", bounce("failed", "5.3.1", "554 5.3.1 the mail system is out of disk space", ""), "alice@example.com: ask the recipient's administrator"},
		{"spam", bounce("failed", "5.7.1", "550 5.7.1 message rejected as spam", ""), "alice@example.com: keep the address"},
		{"delayed", bounce("delayed", "4.4.1", "450 4.4.1 no answer", ""), "nothing failed: delay"},
		{"ordinary mail", "Subject: Lunch\n\nSee you.\n", "nothing failed: other"},
	}
	ours, path := signedPath(t)
	for _, tt := range tests {
		var out strings.Builder
		message := "Delivered-To: " + path + "\n" + tt.message
		if err := decide(&out, strings.NewReader(message), ours, nil); err != nil || !strings.HasPrefix(out.String(), tt.want) {
			t.Errorf("%s: got %q, %v, want %q", tt.name, out.String(), err, tt.want)
		}
	}
}

// signedPath returns a return path that was signed for alice@example.com, and
// what proves it.
func signedPath(t *testing.T) (ours *ndr.Ours, path string) {
	t.Helper()
	day := time.Date(2026, 7, 6, 0, 0, 0, 0, time.UTC)
	key := headers.VERPKey("0123456789abcdef")
	a, err := key.Bind(headers.VERP{Prefix: "b", ID: "7", Recipient: headers.Address{Local: "alice", Domain: "example.com"}, Day: day}, "example.org")
	if err != nil {
		t.Fatal(err)
	}
	return &ndr.Ours{Keys: headers.VERPKeys{key}, Domains: []string{"example.org"}, Now: day}, a.Spec()
}

// TestDecideTrust suppresses nothing for a report that is not proven.
func TestDecideTrust(t *testing.T) {
	ours, path := signedPath(t)
	unknown := bounce("failed", "5.1.1", "550 5.1.1 no such user", "")
	tests := []struct{ name, to, message, want string }{
		{"proven", path, unknown, "alice@example.com: suppress the address"},
		{"unproven", "sender@example.org", unknown, "alice@example.com: keep the address: the report is unproven (none)"},
		{"forged", "x" + path, unknown, "alice@example.com: ignore the report: forged (return-path-forged)"},
		{"unproven, and no matter", "sender@example.org", bounce("failed", "5.2.2", "552 5.2.2 over quota", ""), "alice@example.com: retry later"},
	}
	for _, tt := range tests {
		var out strings.Builder
		err := decide(&out, strings.NewReader("Delivered-To: "+tt.to+"\n"+tt.message), ours, nil)
		if err != nil || strings.TrimSpace(out.String()) != tt.want {
			t.Errorf("%s: got %q, %v, want %q", tt.name, out.String(), err, tt.want)
		}
	}
}

func TestDecideError(t *testing.T) {
	if err := decide(io.Discard, strings.NewReader(""), nil, nil); !errors.Is(err, ndr.ErrNoMessage) {
		t.Errorf("got %v", err)
	}
	broken := errors.New("the disk is gone")
	for _, message := range []string{bounce("failed", "5.1.1", "550 5.1.1 no such user", ""), "Subject: Lunch\n\nSee you.\n"} {
		r, w := io.Pipe()
		r.CloseWithError(broken)
		if err := decide(w, strings.NewReader(message), nil, nil); !errors.Is(err, broken) {
			t.Errorf("writing gives %v", err)
		}
	}
	if err := decide(io.Discard, iotest.ErrReader(broken), nil, nil); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// TestAction takes live replies too.
func TestAction(t *testing.T) {
	tests := []struct {
		err  error
		want string
	}{
		{ndr.FromResponse(codes.ParseResponse("451 4.7.1 greylisted, try again later"), nil), "retry later"},
		{ndr.FromResponse(codes.ParseResponse("550 5.1.1 no such user"), nil), "suppress the address"},
		{ndr.FromResponse(codes.ParseResponse("550 5.7.26 This mail is unauthenticated"), nil), "alert the administrator of the sending domain"},
		{io.EOF, "look at it: EOF"},
	}
	for _, tt := range tests {
		if got := action(tt.err); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%v: got %q, want %q", tt.err, got, tt.want)
		}
	}
}
