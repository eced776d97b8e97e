package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestResponses(t *testing.T) {
	const replies = "550 5.1.1 no such user\n\n452 4.2.2 mailbox full\r\n"
	out, _, exit := explain(t, replies, "-responses")
	for _, want := range []string{"> 550 5.1.1 no such user\nNot delivered: ", "user-unknown (no such mailbox), permanent",
		"> 452 4.2.2 mailbox full\nNot delivered for now: ", "mailbox-full (mailbox full), temporary", "Who must act    the sender\n"} {
		if exit != 0 || !strings.Contains(out, want) {
			t.Errorf("exit %d, %q is not in\n%s", exit, want, out)
		}
	}
	out, _, exit = explain(t, replies, "-responses", "-json")
	var got []string
	for _, v := range decode[map[string]any](t, out) {
		for _, key := range append([]string{"title", "meaning", "causes", "fixes", "link", "recipient"}, verdictKeys...) {
			if v[key] == nil {
				t.Errorf("no %s in %v", key, v)
			}
		}
		if len(v["causes"].([]any)) == 0 {
			t.Errorf("no cause in %v", v)
		}
		got = append(got, fmt.Sprint(v["response"], v["reply"], v["status"], v["reason"], v["permanent"], v["suppress"]))
	}
	want := []string{fmt.Sprint("550 5.1.1 no such user", 550, "5.1.1", "user-unknown", true, true),
		fmt.Sprint("452 4.2.2 mailbox full", 452, "4.2.2", "mailbox-full", false, false)}
	if exit != 0 || !slices.Equal(got, want) {
		t.Errorf("exit %d, got %q, want %q", exit, got, want)
	}
	if out, _, _ := explain(t, "xyzzy\n", "-responses", "-json"); strings.Contains(out, "null") {
		t.Errorf("a reply that says nothing: got %q", out)
	}
	if out, _, _ := explain(t, replies, "-responses", "-lang", "sv"); !strings.Contains(out, "Inte levererat: ") {
		t.Errorf("Swedish: got\n%s", out)
	}
}

// TestRepliesAreWhole keeps the line as it was given, and reads what it tells of
// the attempt.
func TestRepliesAreWhole(t *testing.T) {
	const line = postfix + "to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 no such user (in reply to RCPT TO command))"
	out, _, _ := explain(t, line+"\n", "-responses", "-json")
	v := decode[map[string]any](t, out)[0]
	got := fmt.Sprint(v["recipient"], v["remote_server"], v["stage"], v["reply"], v["status"], v["suppress"])
	if want := fmt.Sprint("bob@example.com", "mx.example.com", "rcpt", 550, "5.1.1", true); v["response"] != line || got != want {
		t.Errorf("got %s, want %s, of %v", got, want, v["response"])
	}
	out, _, _ = explain(t, line+"\n", "-responses")
	if !strings.Contains(out, "Not delivered to bob@example.com: ") || !strings.Contains(flat(out), "Reply mx.example.com: 550 5.1.1 no such user") {
		t.Errorf("got\n%s", out)
	}
}

// TestHostDecides judges a provider's own code as that provider's.
func TestHostDecides(t *testing.T) {
	const said = "452 4.4.5"
	out, _, _ := explain(t, said+"\nhost alt1.gmail-smtp-in.l.google.com said: "+said+"\n", "-responses", "-json")
	rows := decode[struct{ Reason string }](t, out)
	if rows[0] == rows[1] || rows[1].Reason != "sender-blocked" {
		t.Errorf("got %v", rows)
	}
}

// TestDeferred condemns no address that a log goes on trying.
func TestDeferred(t *testing.T) {
	const line = postfix + "to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=deferred (host mx.example.com[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command))\n"
	out, _, _ := explain(t, line, "-responses", "-json")
	if v := decode[map[string]any](t, out)[0]; v["suppress"] != false || v["permanent"] != false || v["withheld"] != "permanent" {
		t.Errorf("got %s", out)
	}
	out, _, _ = explain(t, line, "-responses")
	if !strings.Contains(out, "Not yet delivered to bob@example.com, ") || !strings.Contains(out, "because it was not refused for good") {
		t.Errorf("got\n%s", out)
	}
}

func TestAccepted(t *testing.T) {
	for _, line := range []string{"250 2.0.0 Ok: queued", "354 go ahead", postfix + "to=<b@example.com>, relay=local, status=sent (forwarded as 5DEF1)", postfix + "to=<b@example.com>, relay=none, status=deferred (ok)", postfix + "to=<b@example.com>, relay=local, dsn=2.0.0, status=sent (delivered to mailbox)"} {
		out, _, _ := explain(t, line+"\n", "-responses")
		if !strings.Contains(out, "Accepted: ") || strings.Contains(out, "ot delivered") {
			t.Errorf("got %q", out)
		}
		out, _, _ = explain(t, line+"\n", "-responses", "-json")
		if v := decode[map[string]any](t, out)[0]; v["title"] != "" || v["causes"] == nil || v["fixes"] == nil || v["reason"] != "unknown" || v["owner"] != "" || v["suppress"] != false {
			t.Errorf("got %q", out)
		}
	}
}

func TestAuthenticationOfReply(t *testing.T) {
	out, _, _ := explain(t, "550 5.7.515 Access denied, sending domain example.com does not meet the required authentication level. SPF= Fail, DKIM= Pass, DMARC= Pass\n", "-responses")
	if strings.Count(out, "Failed check    spf=fail") != 1 || strings.Contains(out, "dkim=") {
		t.Errorf("got %q", out)
	}
}

// TestLive answers each line before the next one comes.
func TestLive(t *testing.T) {
	in, lines := io.Pipe()
	answers, out := io.Pipe()
	go func() {
		run([]string{"-responses", "-json"}, in, out, io.Discard)
		out.Close()
	}()
	r := bufio.NewReader(answers)
	for range 3 {
		if _, err := io.WriteString(lines, "550 5.1.1 no such user\n"); err != nil {
			t.Fatal(err)
		}
		if answer, err := r.ReadString('\n'); err != nil || !strings.Contains(answer, "user-unknown") {
			t.Fatalf("got %q, %v", answer, err)
		}
	}
	lines.Close()
	if rest, err := io.ReadAll(r); err != nil || len(rest) > 0 {
		t.Errorf("got %q, %v", rest, err)
	}
}
