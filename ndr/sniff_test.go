package ndr

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

func TestSniff(t *testing.T) {
	tests := []struct {
		name, header string
		want         Kind
	}{
		{"DSN", "From: a@example.com\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n", Failure},
		{"DSN of a delay", "Subject: Delayed Mail (still being retried)\nFrom: MAILER-DAEMON@example.com\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n", Delay},
		{"feedback", "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n", Feedback},
		{"receipt", "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n", Disposition},
		{"qmail", "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.com\nSubject: failure notice\n", Failure},
		{"Exim", "X-Failed-Recipients: a@example.com\nFrom: Mail Delivery System <Mailer-Daemon@example.com>\n", Failure},
		{"vacation", "From: Alice <alice@example.com>\nSubject: Out of office: your mail\nAuto-Submitted: auto-replied\n", AutoReply},
		{"challenge", "From: a@example.com\nSubject: Please confirm your message\n", Challenge},
		{"mail", "From: Alice <alice@example.com>\nSubject: failure notice, what is that?\n", Other},
		{"list", "From: list-request@lists.example.com\nAuto-Submitted: auto-replied\n", Other},
	}
	for _, tt := range tests {
		// The body must not be needed.
		r := iotest.DataErrReader(strings.NewReader(tt.header + "\n"))
		if got, err := Sniff(r, nil); got != tt.want || err != nil {
			t.Errorf("%s: got %v, %v; want %v", tt.name, got, err, tt.want)
		}
	}
	if _, err := Sniff(strings.NewReader(" \n"), nil); !errors.Is(err, ErrNoMessage) {
		t.Errorf("empty: %v", err)
	}
	boom := errors.New("boom")
	if _, err := Sniff(iotest.ErrReader(boom), nil); !errors.Is(err, boom) {
		t.Errorf("failing reader: %v", err)
	}
}

// TestSniffGolden sniffs all messages: reports must not pass for mail that may
// be answered, nor the other way round, wherever the header tells.
func TestSniffGolden(t *testing.T) {
	report := map[string]bool{"failure": true, "delay": true, "success": true}
	missed, wrong, total := 0, 0, 0
	var differing []string
	for _, path := range goldenMessages(t) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		kind, err := Sniff(f, nil)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		var want struct{ Kind string }
		golden, err := os.ReadFile(strings.TrimSuffix(path, ".eml") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(golden, &want); err != nil {
			t.Fatalf("expected result of %s: %v", path, err)
		}
		total++
		switch got := kind.String(); {
		case report[want.Kind] && !report[got]:
			missed++
			differing = append(differing, fmt.Sprintf("%s: got %s, want %s", path, got, want.Kind))
		case !report[want.Kind] && report[got]:
			wrong++
			differing = append(differing, fmt.Sprintf("%s: got %s, want %s", path, got, want.Kind))
		}
	}
	if missed > total/20 || wrong > total/100 {
		t.Errorf("of %d messages, %d reports are missed and %d others are taken for one:\n%s", total, missed, wrong, strings.Join(differing, "\n"))
	}
}
