package ndr_test

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// The snippets of the README stand here as they stand there.

var ours = ndr.Ours{SentMessageID: func(id string) bool { return id == "n12@lists.example.org" }}

func readBounce(r io.Reader, stopMailing func(address string)) error {
	report, err := ndr.Parse(r, nil) // r is an io.Reader over the whole message
	if err != nil {
		return err // reading failed, or there was no message
	}
	err = report.Err() // nil unless delivery failed to a recipient
	switch {
	case err == nil:
		// a delay, a success, a vacation reply, a letter: see report.Kind and report.Author;
		// or a failure that names no recipient: see report.Defects
	case errors.Is(err, headers.ErrDMARC), errors.Is(err, headers.ErrSPF), errors.Is(err, headers.ErrDKIM):
		// our domain's administrator must act; the addresses are good
	case errors.Is(err, codes.MailboxFull):
		// try again next week
	}
	if trust := report.Trust(&ours); trust.Level < ndr.Plausible {
		return nil // anybody can write a bounce: act on none that is not about a message of ours
	}
	for _, r := range report.Recipients {
		if r.Suppress {
			stopMailing(r.Address)
		}
	}
	return nil
}

func refused(err error, mx, rcpt string) {
	if e, ok := ndr.FromError(err, &ndr.Attempt{Host: mx, Recipient: rcpt, Stage: codes.StageRcpt}); ok {
		log.Println(e.Recipient.Reason, e.Recipient.Owner, e.Recipient.Suppress)
	}
}

func posted(r *http.Request, body []byte) ([]ndr.Event, error) {
	events, err := ndr.ParseEvent(r.Header.Get("Content-Type"), body) // Amazon SES, SendGrid, Mailgun, Postmark, ...
	return events, err
}

const postfixBounce = `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: news-bounces@lists.example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

This is the mail system at host mx.example.net.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; bob@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: message/rfc822

From: news@lists.example.org
To: bob@example.com
Message-ID: <n12@lists.example.org>

--b--
`

// Example reads a bounce and stops mailing the address that it condemns.
func Example() {
	err := readBounce(strings.NewReader(postfixBounce), func(address string) { fmt.Println("stop mailing", address) })
	fmt.Println(err)
	// Output:
	// stop mailing bob@example.com
	// <nil>
}

// TestReadBounce acts on reports that are proven or plausible, and on no other.
func TestReadBounce(t *testing.T) {
	defer func(o ndr.Ours) { ours = o }(ours)
	ours.Keys, ours.Domains = headers.VERPKeys{headers.VERPKey("a secret of 16 bytes or more")}, []string{"lists.example.org"}
	bob, _ := headers.ParseAddress("bob@example.com")
	path, err := ours.Keys[0].Bind(headers.VERP{Prefix: "bounces", ID: "12", Recipient: bob, Day: time.Now()}, "lists.example.org")
	if err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string][2]int{ // known Message-ID, unknown one
		"news-bounces@lists.example.org": {1, 0},
		path.Spec():                      {1, 1},
	} {
		for i, id := range []string{"n12", "n13"} {
			stopped := 0
			message := "Delivered-To: " + to + "\n" + strings.ReplaceAll(postfixBounce, "n12@", id+"@")
			if err := readBounce(strings.NewReader(message), func(string) { stopped++ }); err != nil || stopped != want[i] {
				t.Errorf("to %s about %s: %d addresses stopped, %v; want %d", to, id, stopped, err, want[i])
			}
		}
	}
}

// TestReadme checks that each Go snippet of the README stands in this file, so
// that it compiles.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	snippets := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllSubmatch(readme, -1)
	if len(snippets) == 0 {
		t.Fatal("no snippet found")
	}
	indented := regexp.MustCompile(`(?m)^(.)`)
	for _, s := range snippets {
		if code := indented.ReplaceAllString(string(s[1]), "\t$1"); !strings.Contains(string(source), code) {
			t.Errorf("not compiled:\n%s", s[1])
		}
	}
	refused(errors.New("no reply"), "", "")
	if _, err := posted(&http.Request{}, nil); !errors.Is(err, ndr.ErrNoEvent) {
		t.Errorf("an empty body: %v", err)
	}
}
