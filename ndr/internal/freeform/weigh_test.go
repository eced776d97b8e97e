package freeform

import (
	"testing"

	"example.com/ndr/ndr/internal/found"
)

// evidenceOf returns what there is to weigh of a header and a text.
func evidenceOf(header, text string) *evidence {
	v := viewOf(header, text)
	read := group(v)
	chosen, recipients, _ := recipientsOf(v, read)
	return newEvidence(v, read, chosen, recipients)
}

// Headers of those who may have written.
const (
	personHeader = "Return-Path: <kim@one.example>\nFrom: Kim <kim@one.example>\nTo: sender@example.org\nSubject: "
	shopHeader   = "Return-Path: <bounce-1@mail.shop.example>\nFrom: Shop <shop@one.example>\nTo: sender@example.org\nSubject: "
	nobodyHeader = "Return-Path: <>\nFrom: Help <help@one.example>\nTo: sender@example.org\nSubject: "
	noPathHeader = "From: Help <help@one.example>\nTo: sender@example.org\nSubject: "
	adminHeader  = "Return-Path: <root@example.net>\nFrom: Postmaster <postmaster@mx.example.net>\nTo: sender@example.org\nSubject: "
	systemHeader = "Return-Path: <>\nFrom: MAILER-DAEMON@mail.example.org\nTo: sender@example.org\nSubject: "
)

// Texts that name a recipient: in a list or in a sentence, with the reply of a
// server and without.
const (
	listReplied     = "Your message could not be delivered to:\n\n<a@two.example>: 550 5.1.1 user unknown"
	listBare        = "Your message could not be delivered to:\n\n<a@two.example>"
	sentenceReplied = "I could not deliver to a@two.example since it said: 550 5.1.1 user unknown"
	sentenceBare    = "Your mail to a@two.example could not be delivered."
	prose           = "It concerns a@two.example and others.\nIt could not be delivered: 550 5.1.1 nav"
	unknownLanguage = "Zinojums:\n\n<a@two.example>: 550 5.1.1 nav"
	toAddressee     = "Mail to sender@example.org could not be delivered."
	introduction    = "This is the mail system at host mail.example.org.\n\n"
	returnedText    = "\n\n----- Original message -----\n\nReceived: from x by y\nFrom: sender@example.org\nSubject: z"
)

// TestRules asks each rule alone.
func TestRules(t *testing.T) {
	byName := map[string]rule{}
	for _, r := range rules {
		byName[r.name] = r
	}
	tried := map[string]bool{}
	for _, c := range []struct {
		rule, header, text string
		want               bool
	}{
		{"names nobody", systemHeader + "Undelivered mail", "Your mail could not be delivered.", true},
		{"names nobody", systemHeader + "Undelivered mail", "Your mail could not be seen.", false},
		{"names nobody", systemHeader + "x", "Your mail could not be delivered.", false},
		{"names nobody", nobodyHeader + "Undelivered mail", "Your mail could not be delivered.", false},
		{"names nobody", adminHeader + "Undelivered mail", "Your mail could not be delivered.", false},
		{"names nobody", systemHeader + "Undelivered mail", listBare, false},

		{"no recipient", systemHeader + "x", "Your mail could not be delivered.", true},
		{"no recipient", systemHeader + "x", listBare, false},

		{"fields of the header", "X-Failed-Recipients: a@two.example\n" + personHeader + "x", listBare, true},
		{"fields of the header", "Content-Type: multipart/report; report-type=Delivery-Status\n" + personHeader + "x", listBare, true},
		{"fields of the header", "Content-Type: multipart/report; report-type=x\n" + systemHeader + "x", listReplied, false},

		{"reply or log", "", "550 5.1.1 <a@two.example>: User unknown", true},
		{"reply or log", "", "\nMar  5 10:00:00 mx postfix/smtp[7]: 4B2: to=<a@two.example>, status=bounced (said: 550 no)\n", true},
		{"reply or log", "", "Not delivered:\n\n<a@two.example>: 550 no", false},
		{"reply or log", systemHeader + "x", "550 5.1.1 <a@two.example>: User unknown", false},

		{"digest", systemHeader + "Quarantine summary", listBare, true},
		{"digest", systemHeader + "Quarantine summary", listReplied, false},
		{"digest", systemHeader + "x", listBare, false},

		{"no reply, unknown writer", personHeader + "x", listBare, true},
		{"no reply, unknown writer", personHeader + "x", listReplied, false},
		{"no reply, unknown writer", systemHeader + "x", listBare, false},
		{"no reply, unknown writer", personHeader + "x", introduction + listBare, false},
		{"no reply, unknown writer", "", listBare, false},

		{"no reply, sentence from a return path", shopHeader + "x", sentenceBare, true},
		{"no reply, sentence from a return path", shopHeader + "x", sentenceReplied, false},
		{"no reply, sentence from a return path", shopHeader + "x", introduction + sentenceBare, false},
		{"no reply, sentence from a return path", shopHeader + "x", listBare, false},
		{"no reply, sentence from a return path", systemHeader + "x", sentenceBare, false},
		{"no reply, sentence from a return path", noPathHeader + "x", sentenceBare, false},

		{"post to a list", "List-Id: <talk.example>\n" + nobodyHeader + "x", listReplied, true},
		{"post to a list", nobodyHeader + "x", listReplied, false},
		{"post to a list", "List-Id: <talk.example>\n" + systemHeader + "x", listReplied, false},

		{"nobody but the addressee", personHeader + "x", toAddressee, true},
		{"nobody but the addressee", personHeader + "x", sentenceBare, false},
		{"nobody but the addressee", systemHeader + "x", toAddressee, false},
		{"nobody but the addressee", personHeader + "x", "Could not deliver to sender@example.org, it said: 550 5.2.2 full", true},
		{"nobody but the addressee", personHeader + "x", "Could not deliver to sender@example.org, it said: 550 5.2.2 full" + returnedText, false},
		{"nobody but the addressee", personHeader + "x", toAddressee + returnedText, true},
		{"nobody but the addressee", "Content-Type: multipart/mixed; boundary=b\n" + personHeader + "x", "Could not deliver to:\n\n<sender@example.org>: mailbox full", false},

		{"warning to the addressee", nobodyHeader + "x", toAddressee, true},
		{"warning to the addressee", personHeader + "x", toAddressee, false},
		{"warning to the addressee", systemHeader + "x", toAddressee, true},
		{"warning to the addressee", systemHeader + "x", "Mail to sender@example.org may be returned (552 5.2.2).", true},
		{"warning to the addressee", nobodyHeader + "x", "Could not deliver to:\n\n<sender@example.org>: mailbox full", false},
		{"warning to the addressee", nobodyHeader + "x", toAddressee + returnedText, false},
		{"warning to the addressee", nobodyHeader + "x", sentenceBare, false},
		{"warning to the addressee", nobodyHeader + "x", "Could not deliver to sender@example.org, it said: 550 5.2.2 full", false},

		{"statistics", adminHeader + "Daily report", "Failed: 3\n\n" + listReplied, true},
		{"statistics", adminHeader + "Daily report", "Queue length    12\n\n" + listReplied, true},
		{"statistics", adminHeader + "Daily report", "Failed: 3\n\n" + listReplied + returnedText, false},
		{"statistics", adminHeader + "x", "Failed: 3\n\n" + listReplied, false},
		{"statistics", adminHeader + "x", "Failed: 3\nBounced: 2\n\n" + listReplied, true},
		{"statistics", adminHeader + "Daily report", listReplied, false},
		{"statistics", adminHeader + "Daily report", "Undelivered:\n\ns@example.org\ta@two.example\t550 user unknown", true},
		{"statistics", nobodyHeader + "Daily report", "Failed: 3\n\n" + listReplied, true},
		{"statistics", systemHeader + "Daily report", "Failed: 3\n\n" + listReplied, true},
		{"statistics", noPathHeader + "x", "  12   bounced\n   3   deferred\n\n" + listReplied, true},
		{"statistics", noPathHeader + "x", "  12 bounced\n   3   times\n\n" + listReplied, false},

		{"list of messages", systemHeader + "x", "Sender        Subject\n\n" + listReplied, true},
		{"list of messages", systemHeader + "x", listReplied, false},

		{"challenge", systemHeader + "x", "Your message was not delivered yet to:\n\n<a@two.example>\n\nunknown user: confirm that you are a person.", true},
		{"challenge", systemHeader + "x", "Confirm that you are a person.\n\n" + listReplied, false},
		{"challenge", systemHeader + "x", listBare, false},

		{"nobody but the addressee", "Return-Path: <MAILER-DAEMON@one.example>\nFrom: kim@one.example\nTo: sender@example.org\nSubject: x", "Could not deliver to:\n\n<sender@example.org>: mailbox full", false},
		{"post to a list", "List-Id: <talk.example>\n" + nobodyHeader + "x", "Your submission to the list failed:\n\n" + listReplied, false},
	} {
		if byName[c.rule].holds == nil {
			t.Fatalf("no rule %q", c.rule)
		}
		tried[c.rule] = true
		if got := byName[c.rule].holds(evidenceOf(c.header, c.text)); got != c.want {
			t.Errorf("%s: %t, want %t of\n%s\n\n%s", c.rule, got, c.want, c.header, c.text)
		}
	}
	for _, r := range rules {
		if !tried[r.name] {
			t.Errorf("no test of rule %q", r.name)
		}
	}
}

// TestRuleOrder: the first rule that decides names the decision, and the signs
// do where none decides.
func TestRuleOrder(t *testing.T) {
	for _, c := range []struct {
		header, text, rule string
		report             bool
	}{
		{"Content-Type: multipart/report; report-type=delivery-status\n" + personHeader + "Re: x", listBare, "fields of the header", true},
		{personHeader + "Re: Out of office", listBare, "no reply, unknown writer", false},
		{systemHeader + "x", listReplied, scoreRule, true},
		{personHeader + "x", listReplied, scoreRule, false},
	} {
		if report, rule := weigh(evidenceOf(c.header, c.text)); report != c.report || rule != c.rule {
			t.Errorf("%t by %s, want %t by %s of\n%s\n\n%s", report, rule, c.report, c.rule, c.header, c.text)
		}
	}
}

// TestSigns has headers and texts with few signs of a report.
func TestSigns(t *testing.T) {
	for name, c := range map[string]struct {
		header, text string
		want         bool
	}{
		"no system":                            {personHeader + "x", listReplied, false},
		"subject alone":                        {personHeader + "Undelivered mail", listReplied, true},
		"subject, nothing said":                {personHeader + "Undelivered mail", unknownLanguage, false},
		"introduction alone":                   {personHeader + "x", introduction + listReplied, true},
		"introduction, in prose":               {personHeader + "x", introduction + prose, false},
		"introduction in prose, lost header":   {"", introduction + prose, true},
		"null path":                            {nobodyHeader + "x", prose, true},
		"null path, nothing said":              {nobodyHeader + "x", unknownLanguage, false},
		"system, nothing said":                 {systemHeader + "x", unknownLanguage, true},
		"system, nothing said, no reply":       {systemHeader + "x", "Zinojums:\n\n<a@two.example>: nav", false},
		"list manager":                         {"From: talk-owner@one.example\nTo: sender@example.org\nSubject: x\n", listReplied, true},
		"header of a known system":             {"From: postmaster@one.example\nX-Mailer: MailMarshal\n", unknownLanguage, true},
		"header of a system":                   {"From: postmaster@one.example\nX-Mailer: x\n", unknownLanguage, false},
		"known system, ordinary sender":        {"Return-Path: <>\nFrom: kim@one.example\nX-Mailer: MailMarshal\n", unknownLanguage, false},
		"name of a system":                     {"Return-Path: <x@two.example>\nFrom: Mail System <m@one.example>\nSubject: x\n", listReplied, true},
		"name of a system, recipient in prose": {"Return-Path: <x@two.example>\nFrom: Mail System <m@one.example>\nSubject: x\n", prose, false},
	} {
		e := evidenceOf(c.header, c.text)
		if got := e.hasEnoughSigns(); got != c.want {
			t.Errorf("%s: %t; system %d, first %+v, replied %t", name, got, e.system, e.first, e.replied)
		}
	}
}

// TestSpeaksForRecipient: a gateway that answers in the name of the one called
// counts as a mail system.
func TestSpeaksForRecipient(t *testing.T) {
	const gateway = "From: a@two.example\nTo: sender@example.org\nSubject: Undelivered mail\n"
	for name, c := range map[string]struct {
		header, text string
		want         int
	}{
		"its own":         {gateway, listBare, 1},
		"of another":      {gateway, "Your message could not be delivered to:\n\n<b@two.example>", 0},
		"two":             {gateway, listBare + "\n<b@two.example>", 0},
		"to itself":       {"From: a@two.example\nTo: a@two.example\nSubject: Undelivered mail\n", listBare, 0},
		"no such subject": {"From: a@two.example\nTo: sender@example.org\nSubject: x\n", listBare, 0},
		"in prose":        {gateway, prose, 0},
	} {
		if got := evidenceOf(c.header, c.text).header; got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestOutcome(t *testing.T) {
	for o, want := range map[outcome]found.Action{
		{}:                               found.Failed,
		{failed: true, delivered: true}:  found.Failed,
		{delivered: true}:                found.Delivered,
		{delayed: true, failed: true}:    found.Delayed,
		{delayed: true, final: true}:     found.Failed,
		{delivered: true, delayed: true}: found.Delayed,
	} {
		if got := o.action(); got != want {
			t.Errorf("%+v: %d, want %d", o, got, want)
		}
	}
}

func TestCountRows(t *testing.T) {
	for line, want := range map[string]int{
		"Delivered: 7":      1,
		"Delivered 7":       0,
		"Size: 7":           0,
		"Delivered:":        0,
		"one.example  12":   1,
		"one.example\t12":   1,
		"one.example 12":    0,
		"one.example  550":  0,
		"one.example  190":  1,
		"one.example  5120": 1,
		"   : 12":           0,
		"    12":            0,
		"12":                0,
		"":                  0,
	} {
		if got := countRows([]string{line}); got != want {
			t.Errorf("%q: %d, want %d", line, got, want)
		}
	}
}

// TestRulesWithoutCandidate: where a field of the header names the recipient
// there is no candidate to ask.
func TestRulesWithoutCandidate(t *testing.T) {
	e := evidenceOf("X-Failed-Recipients: a@two.example\nFrom: a@two.example\nSubject: Undelivered mail\n", "Hello.")
	if len(e.recipients) != 1 || e.first != nil || e.header != 0 {
		t.Errorf("%+v", e)
	}
	for _, r := range rules {
		r.holds(e)
	}
	e.hasEnoughSigns()
}
