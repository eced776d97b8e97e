package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

const (
	bounced = `[{"sg_event_id":"1","event":"bounce","type":"bounce","email":"Alice@example.com","reason":"550 5.1.1 no such user","smtp-id":"<1@example.org>","timestamp":1793614274}]`
	late    = "event=bounce&bounce=soft&email_id=2&rcpt=bob@example.com&host=mx.example.com&message=452+4.2.2+mailbox+full"
	form    = "--x\r\nContent-Disposition: form-data; name=\"mandrill_events\"\r\n\r\n[{\"event\":\"spam\",\"_id\":\"3\",\"msg\":{\"email\":\"carol@example.com\"}}]\r\n--x--\r\n"
)

func TestEvents(t *testing.T) {
	folder := write(t, "a.json", bounced, "b.txt", late, "c.json", `{"a":1}`, "d", form, ".hidden", bounced)
	out, errs, exit := explain(t, "", "-events", "-json", folder)
	var got []string
	for s := range strings.Lines(out) {
		var v map[string]any
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Fatalf("%v in %q", err, s)
		}
		got = append(got, fmt.Sprint(filepath.Base(v["file"].(string)), v["provider"], v["kind"], v["recipient"], v["reason"], v["suppress"], v["provider_permanent"]))
	}
	want := []string{
		fmt.Sprint("a.json", "sendgrid", "failure", "alice@example.com", "user-unknown", true, true),
		fmt.Sprint("b.txt", "smtp2go", "failure", "bob@example.com", "mailbox-full", false, false),
		fmt.Sprint("c.json", nil, nil, nil, nil, nil, nil),
		fmt.Sprint("d", "mandrill", "feedback", "carol@example.com", "unknown", false, nil),
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
	if exit != 1 || !strings.Contains(errs, "c.json: ndr: no delivery event") {
		t.Errorf("a body without any event: exit %d, %q", exit, errs)
	}
}

// TestEventKeys holds on to the keys that other programs read, and their order.
func TestEventKeys(t *testing.T) {
	out, _, exit := explain(t, bounced, "-events", "-json")
	const want = `{"file":"-","provider":"sendgrid","kind":"failure","recipient":"alice@example.com","reply":550,"status":"5.1.1",` +
		`"response":"550 5.1.1 no such user","reason":"user-unknown","permanent":true,"suppress":true,"provider_permanent":true,` +
		`"provider_suppressed":true,"message_id":"1@example.org","provider_id":"","time":"2026-11-02T10:11:14Z","remote_server":""}` + "\n"
	if exit != 0 || out != want {
		t.Errorf("exit %d, got\n%s, want\n%s", exit, out, want)
	}
	out, _, exit = explain(t, "no body", "-events", "-json")
	if exit != 1 || !strings.HasPrefix(out, `{"file":"-","error":"ndr: no delivery event`) {
		t.Errorf("exit %d, got %s", exit, out)
	}
}

func TestEventsText(t *testing.T) {
	for lang, want := range map[string]string{"en": "Not delivered to alice@example.com: ", "sv": "Inte levererat till alice@example.com: "} {
		out, _, exit := explain(t, bounced, "-events", "-lang", lang)
		if exit != 0 || !strings.HasPrefix(out, want) || !strings.Contains(out, "sendgrid (bounce/bounce)") || !strings.Contains(out, "<1@example.org>") {
			t.Errorf("%s: exit %d, %q is not in\n%s", lang, exit, want, out)
		}
	}
	out, _, _ := explain(t, bounced, "-events")
	if !strings.Contains(out, "The service     calls the failure permanent\n  The service     will not try this address again\n") {
		t.Errorf("what the service says is not in\n%s", out)
	}
	if out, _, _ := explain(t, late, "-events"); !strings.HasPrefix(out, "Not delivered to bob@example.com: ") || !strings.Contains(out, "The service     calls the failure temporary\n") || strings.Contains(out, "will not try") {
		t.Errorf("a soft bounce: got\n%s", out)
	}
	if out, _, _ := explain(t, form, "-events"); !strings.HasPrefix(out, "A complaint: ") || !strings.Contains(out, "carol@example.com") {
		t.Errorf("a complaint: got\n%s", out)
	}
	if _, errs, exit := explain(t, "", "-events", "missing"); exit != 1 || !strings.Contains(errs, "missing") {
		t.Errorf("a path that is not there: exit %d, %q", exit, errs)
	}
}

// TestEventsNames names only the bodies that there is something to tell about.
func TestEventsNames(t *testing.T) {
	folder := write(t, "a.json", bounced, "b.json", "{}")
	out, errs, exit := explain(t, "", "-events", folder)
	if exit != 1 || strings.Contains(out, "b.json") || !strings.Contains(errs, "b.json") || !strings.HasPrefix(out, "── "+filepath.Join(folder, "a.json")) {
		t.Errorf("exit %d, %q, %q", exit, out, errs)
	}
}

func TestEventsSummary(t *testing.T) {
	folder := write(t, "a.json", bounced, "b.txt", late, "d", form)
	out, _, exit := explain(t, "", "-events", "-summary", folder)
	for _, want := range []string{"Events: 3\n", "\n  delivery failed ", "\n  mailbox full ", "\n  take off the list "} {
		if exit != 0 || !strings.Contains(out, want) {
			t.Errorf("exit %d, %q is not in\n%s", exit, want, out)
		}
	}
}

// TestLongBody reads at most as much of a body as a provider can have posted.
func TestLongBody(t *testing.T) {
	b := readBody("a", io.LimitReader(blanks{}, maxBody+1))
	if b.err == nil || b.err.Error() != "longer than 64 MiB" {
		t.Errorf("got %v", b.err)
	}
	if b := readBody("a", io.LimitReader(blanks{}, maxBody)); b.err == nil || b.err.Error() == "longer than 64 MiB" {
		t.Errorf("at the limit: got %v", b.err)
	}
}

// blanks are blanks without end.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
