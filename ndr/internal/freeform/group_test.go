package freeform

import (
	"fmt"
	"strings"
	"testing"

	"example.com/ndr/ndr/internal/found"
)

// summaryOf writes what is known of a candidate: its address, how sure it is a
// recipient, and what belongs to it.
func summaryOf(c *candidate) string {
	tiers := []string{"?", "named", "listed", "bare", "quoted", "prose", "vague"}
	s := c.address + " " + tiers[c.tier]
	put := func(name, value string) {
		if value != "" {
			s += "\n  " + name + ": " + value
		}
	}
	if c.inTable {
		s += ", in a table"
	}
	put("original", c.original)
	put("block", strings.Join(c.block, " / "))
	put("replies", strings.Join(c.replies, " / "))
	put("diagnostic", c.diagnostic)
	put("remote", c.remote)
	put("asked", c.asked)
	if c.status.IsValid() {
		put("status", c.status.String())
	}
	if c.ownStatus.IsValid() {
		put("own status", c.ownStatus.String())
	}
	return s
}

// TestGroup tells which lines belong to which candidate. Run it with -update to
// write what it finds.
func TestGroup(t *testing.T) {
	testArchive(t, "testdata/group/candidates.txtar", nobodyHeader+"x", func(c textCase) string {
		var all []string
		for _, c := range group(viewOf(c.header, c.text)).candidates {
			all = append(all, summaryOf(c))
		}
		return strings.Join(all, "\n")
	})
}

// TestGroupRest tells what belongs to no candidate.
func TestGroupRest(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Reason: x\nReason: y", "reasons=x/y"},
		{"<<< 550 x", "replies=550 x"},
		{"... while talking to mx.one.example:\n<<< 550 x", "replies=550 x refusing=mx.one.example"},
		{"... while talking to mx.one.example:\n<<< 450 w\n... while talking to mx.two.example:\n<<< 550 x", "replies=550 x"},
		{"... while talking to mx.one.example:\n<<< 250 ok", ""},
		{"<-- 220 mx.one.example ESMTP\n<-- 550 x", "replies=550 x refusing=mx.one.example"},
		{"<-- 220 hello\n<-- 550 x", "replies=550 x"},
		{"Reporting-MTA: dns; mail.example.org\nReporting-MTA: dns; mx.example.org", "server=mail.example.org"},
		{"Reporting-MTA: dns;mail.example.org", "server=mail.example.org"},
		{"Server: mail.example.org", "server=mail.example.org"},
		{"Remote-MTA: mail.example.org", ""},
		{"This is the mail system at host mail.example.org.\nThis is the mail system at host mx.example.org.", "server=mail.example.org"},
		{"Hello, dear Kim of the office.\nThis is the mailer at mail.example.org.", "server=mail.example.org"},
		{"MailServer on mail.example.org", "server=mail.example.org"},
		{"a@one.example\tb@one.example\nc@one.example\td", "pairs=1"},
	} {
		read := group(viewOf(daemonHeader, c.text))
		got := ""
		put := func(name, value string) {
			if value != "" {
				got += " " + name + "=" + value
			}
		}
		put("reasons", strings.Join(read.reasons, "/"))
		put("replies", strings.Join(read.replies, "/"))
		put("refusing", read.refusing)
		put("server", read.server)
		if read.pairs > 0 {
			put("pairs", fmt.Sprint(read.pairs))
		}
		if got = strings.TrimSpace(got); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestGroupOutcome tells what a text says happened, for all and for the
// recipient that follows.
func TestGroupOutcome(t *testing.T) {
	const entry = "\n\n<a@one.example>"
	for _, c := range []struct {
		subject, text string
		want          outcome
		action        found.Action
	}{
		{"x", "It could not be delivered." + entry, outcome{failed: true}, found.Failed},
		{"x", "It has not yet been delivered." + entry, outcome{delayed: true}, found.Delayed},
		{"x", "--- It has not yet been delivered ---" + entry, outcome{}, found.Delayed},
		{"x", "It has not yet been delivered.\n\n--- It has not yet been delivered ---" + entry, outcome{delayed: true}, found.Delayed},
		{"x", "It was successfully delivered." + entry, outcome{delivered: true}, found.Delivered},
		{"x", "Hello." + entry, outcome{}, found.NoAction},
		{"Delivery delayed", "Hello." + entry, outcome{delayed: true}, found.NoAction},
		{"Delivery delayed: delivery failed", "Hello." + entry, outcome{}, found.NoAction},
		{"x", "It could not be delivered to a@one.example now.\nIt will be retried.", outcome{failed: true, delayed: true}, found.Failed},
		{"x", "It could not be delivered to a@one.example now.\n450 It will be retried.", outcome{failed: true}, found.Failed},
		{"x", "It could not be delivered." + entry + "\nIt will be retried.", outcome{failed: true}, found.Failed},
	} {
		v := viewOf("Return-Path: <>\nFrom: MAILER-DAEMON@mail.example.org\nSubject: "+c.subject+"\n", c.text)
		read := group(v)
		if len(read.candidates) != 1 || read.outcome != c.want || read.candidates[0].action != c.action {
			t.Errorf("%s, %q: %+v, %+v", c.subject, c.text, read.outcome, read.candidates[0])
		}
	}
}
