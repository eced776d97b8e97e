package freeform

import (
	"fmt"
	"slices"
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
			s += " " + name + "=" + value
		}
	}
	put("original", c.original)
	put("block", strings.Join(c.block, "/"))
	put("replies", strings.Join(c.replies, "/"))
	put("diagnostic", c.diagnostic)
	put("remote", c.remote)
	if c.status.IsValid() {
		put("status", c.status.String())
	}
	if c.ownStatus.IsValid() {
		put("own", c.ownStatus.String())
	}
	return s
}

// TestGroup tells which lines belong to which candidate. The header leaves open
// who wrote.
func TestGroup(t *testing.T) {
	const list = "The following addresses failed:\n\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"blank line", list + "<a@one.example>\nx\n\ny", []string{"a@one.example listed block=x"}},
		{"rule", list + "<a@one.example>\n----\nx", []string{"a@one.example listed"}},
		{"deeper", list + "<a@one.example>\n  <b@one.example>", []string{"a@one.example listed block=<b@one.example>"}},
		{"not deeper", list + "  <a@one.example>\n  <b@one.example>", []string{"a@one.example listed", "b@one.example listed"}},
		{"twice", list + "<a@one.example>\n<a@one.example> x", []string{"a@one.example listed block=<a@one.example> x"}},
		{"twice, apart", list + "<a@one.example>\n\n<a@one.example> x", []string{"a@one.example listed block=x"}},
		{"line twice", list + "<a@one.example>\nx\nx", []string{"a@one.example listed block=x"}},
		{"unknown row", list + "Recipient: a@one.example\nColour: blue\nx", []string{"a@one.example listed block=x"}},
		{"unknown row below an entry", list + "<a@one.example>\nColour: blue", []string{"a@one.example listed block=Colour: blue"}},
		{"quoted entry", list + "> a@one.example\n> x", []string{"a@one.example listed"}},
		{"quoted entry, no list", "Hello.\n\n> a@one.example", nil},

		{"alias", list + "<a@one.example>\n  (generated from b@two.example)", []string{"a@one.example listed original=b@two.example"}},
		{"alias of a pipe", list + "pipe to |x\n  (generated from b@two.example)\n  y", []string{"b@two.example listed block=pipe to |x/y"}},
		{"alias of a pipe, known", list + "<b@two.example>\npipe to |x\n  (generated from b@two.example)\n  y", []string{"b@two.example listed"}},
		{"alias, recipient known", list + "<b@two.example>\n<a@one.example>\n  (generated from b@two.example)", []string{"b@two.example listed", "a@one.example listed original=b@two.example"}},
		{"alias names the recipient again", list + "<a@one.example>\n  (generated from b@two.example)\n\n<b@two.example>: x", []string{"a@one.example listed original=b@two.example block=x"}},
		{"alias alone", "x\n(generated from b@two.example)", []string{"b@two.example listed block=x"}},
		{"alias first of all", "(generated from b@two.example)", []string{"b@two.example listed"}},
		{"alias of the rows ahead", "Diagnostic: 550 x\n  (generated from b@two.example)", nil},

		{"completed", list + "kim\n  after RCPT TO:<kim@one.example>", []string{"kim@one.example listed block=after RCPT TO:<kim@one.example>"}},
		{"completed, another", list + "kim\n  after RCPT TO:<kimberley@one.example>", []string{"kim listed block=after RCPT TO:<kimberley@one.example>"}},
		{"completed, without an address", list + "kim\n  after RCPT TO:<kim>", []string{"kim listed block=after RCPT TO:<kim>"}},
		{"completed, known", list + "<kim@one.example>\n\nkim\n  after RCPT TO:<kim@one.example>", []string{"kim@one.example listed", "kim listed block=after RCPT TO:<kim@one.example>"}},

		{"session", ">>> RCPT TO:<a@one.example>\n<<< 550 x\n<<< 451 y\n>>> RCPT TO:<b@one.example>\n<<< 552 z", []string{"a@one.example bare replies=550 x/451 y", "b@one.example bare replies=552 z"}},
		{"session, a host", "... while talking to mx.one.example:\n>>> RCPT TO:<a@one.example>\n<<< 250 ok\n<<< 354 go on", []string{"a@one.example bare remote=mx.one.example"}},
		{"session, refused before", "... while talking to mx.one.example:\n>>> MAIL FROM:<s@example.org>\n<<< 550 x\n550 5.1.2 <a@one.example>... y", []string{"a@one.example bare block=550 5.1.2 <a@one.example>... y replies=550 x remote=mx.one.example own=5.1.2"}},
		{"session, a bad sequence", ">>> RCPT TO:<a@one.example>\n<<< 550 x\n<<< 503 y", []string{"a@one.example bare replies=550 x"}},
		{"session, nothing but a bad sequence", ">>> RCPT TO:<a@one.example>\n<<< 503 y", []string{"a@one.example bare replies=503 y"}},
		{"session, a command without address", ">>> RCPT TO:<a@one.example>\n>>> RCPT TO:\n<<< 550 x", []string{"a@one.example bare"}},
		{"session, a reply after a blank line", ">>> RCPT TO:<a@one.example>\n\n<<< 550 x", []string{"a@one.example bare"}},
		{"session, a reply to an entry", list + "<a@one.example>\n<<< 550 x", []string{"a@one.example listed replies=550 x"}},
		{"greeting", "--> HELO x\n<-- 220 mx.one.example ESMTP\n--> RCPT TO:<a@one.example>\n<-- 550 x", []string{"a@one.example bare replies=550 x remote=mx.one.example"}},
		{"greeting of a known host", "... while talking to mx.two.example:\n<-- 220 mx.one.example ESMTP\n--> RCPT TO:<a@one.example>", []string{"a@one.example bare remote=mx.two.example"}},
		{"code of the system's own", "550 5.1.1 <a@one.example>... x\n554 y\n550 5.1.1 <b@one.example>... z", []string{"a@one.example bare block=550 5.1.1 <a@one.example>... x own=5.1.1", "b@one.example bare block=550 5.1.1 <b@one.example>... z own=5.1.1"}},
		{"code below an entry", list + "<a@one.example>\n554 y", []string{"a@one.example listed block=554 y"}},
		{"host that it gave up", "... while talking to mx.one.example:\n<<< 450 w\n550 <a@one.example>... x\n554 mx.two.example (TCP)... y\n550 <b@one.example>... z", []string{"a@one.example bare block=550 <a@one.example>... x replies=450 w remote=mx.one.example", "b@one.example bare block=550 <b@one.example>... z"}},
		{"no host that it gave up", "... while talking to mx.one.example:\n550 <a@one.example>... x\n554 mx.two.example went away\n550 <b@one.example>... z", []string{"a@one.example bare block=550 <a@one.example>... x remote=mx.one.example", "b@one.example bare block=550 <b@one.example>... z remote=mx.one.example"}},
		{"program output", "procmail: Quota exceeded\n550 <a@one.example>... x", []string{"a@one.example bare block=550 <a@one.example>... x/procmail: Quota exceeded"}},
		{"program output, local part", "... while talking to mx.one.example:\nprocmail: Quota exceeded\n550 kim... x", []string{"kim bare block=550 kim... x/procmail: Quota exceeded"}},
		{"code for a local part", "... while talking to mx.one.example:\n550 kim... x", []string{"kim bare block=550 kim... x"}},
		{"no program output", list + "procmail: Quota exceeded\n<a@one.example>: x", []string{"a@one.example listed block=x"}},
		{"code alone", list + "550 <a@one.example>", nil},

		{"sender announced", "A message sent by\n<a@one.example>: x", nil},
		{"whom to ask", "Please contact\n<a@one.example>: x", nil},
		{"whom to ask, behind", list + "<a@one.example> is the one to contact", []string{"a@one.example prose block=is the one to contact"}},
		{"name in front, no list", "Hello.\n\nKim <a@one.example>: x", nil},
		{"name in front, a list", list + "Kim <a@one.example>: x", []string{"a@one.example listed block=x"}},
		{"no list, colon", "Hello.\n\n<a@one.example>: x", []string{"a@one.example listed block=x"}},
		{"no list, three dots", "Hello.\n\n<a@one.example>... x", []string{"a@one.example listed block=x"}},
		{"no list, alone", "Hello.\n\n<a@one.example>", []string{"a@one.example bare"}},
		{"no list, a failure", "Hello.\n\n<a@one.example> could not be delivered", []string{"a@one.example listed block=could not be delivered"}},
		{"list goes on behind a blank line", list + "<a@one.example>\n\n<b@one.example>", []string{"a@one.example listed", "b@one.example listed"}},
		{"list goes on elsewhere", list + "<a@one.example>\n\n  <b@one.example>", []string{"a@one.example listed", "b@one.example listed"}},
		{"list ends with a sentence", list + "<a@one.example>\n\nHello.\n\n  <b@one.example>", []string{"a@one.example listed", "b@one.example bare"}},
		{"local part, no list", "Hello.\n\n<kim>: x", nil},
		{"local part, three dots", "Hello.\n\nkim... x", []string{"kim listed block=x"}},
		{"local part, a list", list + "<kim>: x", []string{"kim listed block=x"}},
		{"name alone above its reason", list + "kim\n  x", []string{"kim listed block=x"}},
		{"name alone", list + "kim\nx", nil},
		{"name indented in a list", "The following recipients failed:\n  kim", []string{"kim listed"}},
		{"name indented behind a blank line", "The following recipients failed:\n\n  kim", nil},
		{"name not indented", "The following recipients failed:\nkim", nil},
		{"name indented, no recipients announced", "This failed to be delivered:\n  kim", nil},
		{"table", list + "<a@one.example>\t550 x", []string{"a@one.example listed block=550 x"}},
		{"action in the line", list + "a@one.example; Failed; 5.1.1 (x)", []string{"a@one.example listed block=5.1.1 (x) status=5.1.1"}},
		{"action in the line, no status", list + "a@one.example; Failed; see 5.1.1", []string{"a@one.example listed block=see 5.1.1"}},

		{"rows", "Recipient: a@one.example\nReason: x\nStatus: 5.1.1 (y)\nRemote-MTA: dns; mx.one.example\n\nRecipient: b@one.example\nReason: z", []string{"a@one.example listed block=x/y remote=mx.one.example status=5.1.1", "b@one.example listed block=z"}},
		{"fields", "Final-Recipient: rfc822; a@one.example\nDiagnostic-Code: smtp; 550 x\n\nOriginal-Recipient: rfc822; c@two.example\nFinal-Recipient: rfc822; b@one.example\nStatus: 5.1.1", []string{"a@one.example named diagnostic=smtp; 550 x", "b@one.example named original=c@two.example status=5.1.1"}},
		{"fields ahead", "Original-Recipient: rfc822; c@two.example\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.one.example\nDiagnostic-Code: smtp; 550 x\nFinal-Recipient: rfc822; b@one.example", []string{"b@one.example named original=c@two.example diagnostic=smtp; 550 x remote=mx.one.example status=5.1.1"}},
		{"fields ahead of a blank line", "Status: 5.1.1\n\nFinal-Recipient: rfc822; b@one.example", []string{"b@one.example named"}},
		{"row of a server's lines", list + "<a@one.example>: x\nStatus: 5.1.1", []string{"a@one.example listed block=x/Status: 5.1.1"}},
		{"row below an address alone", list + "<a@one.example>\nRemote-MTA: dns; mx.one.example", []string{"a@one.example listed remote=mx.one.example"}},
		{"reason of a server's lines", list + "<a@one.example>: x\nReason: y", []string{"a@one.example listed block=x/y"}},
		{"diagnostic of a server's lines", list + "<a@one.example>: x\nDiagnostic-Code: smtp; 550 y", []string{"a@one.example listed diagnostic=smtp; 550 y"}},
		{"recipient below a server's lines", list + "<a@one.example>: x\nRecipient: b@one.example", []string{"a@one.example listed block=x", "b@one.example listed"}},
		{"remote row without a host", "Recipient: a@one.example\nRemote-MTA: none", []string{"a@one.example listed"}},
		{"head of a table", list + "<a@one.example>\nRecipient\tReason\nb@one.example", []string{"a@one.example listed", "b@one.example listed"}},
		{"row without a value", "Recipient:\n\n<a@one.example>", []string{"a@one.example listed"}},
		{"another row without a value", "Subject:\n\n<a@one.example>", []string{"a@one.example bare"}},
		{"reason that names its recipient", "Reason: a@one.example is user unknown", []string{"a@one.example prose"}},
		{"reason that fails a recipient", "Reason: mail to a@one.example could not be delivered", []string{"a@one.example prose"}},
		{"reason that names somebody", "Reason: a@one.example has it", nil},
		{"reason that names a sender", "Reason: user unknown, says the mail sent by a@one.example", nil},
		{"reason that names a user", "Reason: user \"kim\" is user unknown", []string{"kim prose"}},
		{"reason of a pipe", list + "pipe to |x\nReason: y\n(generated from a@one.example)", []string{"a@one.example listed block=pipe to |x/y"}},

		{"sentence", "Mail to a@one.example could not be delivered.", []string{"a@one.example listed block=could not be delivered."}},
		{"sentence over two lines", "I could not deliver the mail\nof today to a@one.example again.", []string{"a@one.example listed block=again."}},
		{"sentence with whom to ask", "Mail could not be delivered, please contact a@one.example again.", nil},
		{"two sentences", "Mail could not be delivered. I see a@one.example.", []string{"a@one.example prose"}},
		{"list in a sentence", "Mail to a@one.example and b@one.example could not be delivered.", []string{"a@one.example listed block=and b@one.example could not be delivered.", "b@one.example listed block=could not be delivered."}},
		{"reply behind", "It was for a@one.example: 550 x", []string{"a@one.example listed block=550 x"}},
		{"reply ahead", "It said 550 5.1.1 a@one.example could not be delivered", nil},
		{"known reason ahead", "Mailbox full: a@one.example", []string{"a@one.example listed"}},
		{"known reason", "The mailbox full is of a@one.example now", []string{"a@one.example listed block=now"}},
		{"failure on the next line", "It is of a@one.example\nand could not be delivered", []string{"a@one.example prose block=and could not be delivered"}},
		{"nothing said", "It is of a@one.example now", nil},
		{"ask on the next line", "It could not be delivered to a@one.example\nPlease contact us.", nil},
		{"ask on the next line, sentence ended", "It could not be delivered to a@one.example. Sorry.\nPlease contact us.", []string{"a@one.example listed block=Sorry./Please contact us."}},
		{"sender", "The mail sent by a@one.example could not be delivered.", nil},
		{"forwarded", "Mail to a@one.example was forwarded to b@two.example and could not be delivered.", []string{"b@two.example listed original=a@one.example block=was forwarded to b@two.example and could not be delivered./and could not be delivered."}},
		{"sentences, a line each", "undeliverable to a@one.example\nundeliverable to b@one.example", []string{"a@one.example listed", "b@one.example listed"}},
		{"the same sentence twice", "undeliverable to a@one.example\nundeliverable to a@one.example", []string{"a@one.example listed block=undeliverable to a@one.example"}},
		{"another sentence", "undeliverable to a@one.example\nmailbox full: b@one.example", []string{"a@one.example listed", "b@one.example listed"}},
		{"another sentence that goes on", "undeliverable to a@one.example\nmailbox full: b@one.example now", []string{"a@one.example listed block=mailbox full: b@one.example now"}},
		{"the same words go on", "undeliverable to a@one.example now\nundeliverable to b@one.example now", []string{"a@one.example listed block=now", "b@one.example listed block=now"}},
		{"a sender's sentence", "undeliverable to a@one.example\nnot delivered, sent by b@one.example", []string{"a@one.example listed block=not delivered, sent by b@one.example"}},
		{"a sentence that says nothing", "undeliverable to a@one.example\nsee also b@one.example", []string{"a@one.example listed block=see also b@one.example"}},
		{"a sentence below an entry", list + "<a@one.example>: x\nundeliverable to b@one.example", []string{"a@one.example listed block=x/undeliverable to b@one.example"}},
	} {
		var got []string
		for _, c := range group(viewOf(nobodyHeader+"x", c.text)).candidates {
			got = append(got, summaryOf(c))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\n got %q\nwant %q", c.name, c.text, got, c.want)
		}
	}
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
		{"Server: mail.example.org", "server=mail.example.org"},
		{"Remote-MTA: mail.example.org", ""},
		{"This is the mail system at host mail.example.org.\nThis is the mail system at host mx.example.org.", "server=mail.example.org"},
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
