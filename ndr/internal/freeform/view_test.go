package freeform

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/ndr/internal/lex"
)

// TestView compares what a view finds with what is found in the same lines put
// together.
func TestView(t *testing.T) {
	pieces := []string{"Delivery to <a@one.example>", "failed", "could not", "be  Delivered", "", "> quoted failed", "contact", "has not yet", "ÜBER", "x"}
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var lines []string
		for range rnd.IntN(60) {
			lines = append(lines, pieces[rnd.IntN(len(pieces))])
		}
		p := viewOf("", strings.Join(lines, "\n"))
		if len(p.report) < 2 {
			continue
		}
		first := rnd.IntN(len(p.report))
		end := first + 1 + rnd.IntN(min(3, len(p.report)-first))
		var plain []string
		for _, line := range p.report[first:end] {
			if folded := lex.FoldPlain(line); folded != "" && !isQuoted(line) {
				plain = append(plain, folded)
			}
		}
		want := strings.Join(plain, " ")
		if got := p.foldedText(first, end); got != want {
			t.Fatalf("lines %d to %d of %q: %q, want %q", first, end, p.report, got, want)
		}
		if got := p.senses(first, end); got != p.table.Words.Senses(" "+want, p.format) {
			t.Fatalf("lines %d to %d of %q: %b", first, end, p.report, got)
		}
	}
}

func TestRecognise(t *testing.T) {
	const header = "From: Mail Delivery System <Mailer-Daemon@mail.example.org>\nX-Failed-Recipients: a@one.example\n"
	for opening, want := range map[string]string{
		"hi. this is the qmail-send program at mail.example.org.": "qmail",
		"this is the mail system at host mail.example.org.":       "postfix",
		"a message that you sent":                                 "exim",
	} {
		if got := viewOf(header, opening).FormatName(); got != want {
			t.Errorf("format of %q is %q, want %s", opening, got, want)
		}
	}
	if got := viewOf("From: a@one.example\n", "hello").FormatName(); got != "" {
		t.Errorf("ordinary mail is %s", got)
	}
}

func TestAnnouncesDelay(t *testing.T) {
	for _, c := range []struct {
		subject, text string
		want          bool
	}{
		{"Delivery delayed", "Hello", true},
		{"Delivery delayed", "It could not be delivered", true},
		{"x", "Your message has not yet been delivered.", true},
		{"Delivery failed", "Your message has not yet been delivered.", false},
		{"x", "Hello", false},
	} {
		if got := viewOf("Subject: "+c.subject+"\n", c.text).AnnouncesDelay(); got != c.want {
			t.Errorf("%s, %s: %t", c.subject, c.text, got)
		}
	}
}

// TestOpening: what happened is told in the first lines of a text.
func TestOpening(t *testing.T) {
	for lines, want := range map[int]bool{openingLines - 1: true, openingLines: false} {
		v := viewOf("Subject: x\n", strings.Repeat("x\n", lines)+"Your message has not yet been delivered.")
		if got := v.AnnouncesDelay(); got != want {
			t.Errorf("behind %d lines: %t", lines, got)
		}
	}
}

// TestHasForeword asks whether somebody put words before the report.
func TestHasForeword(t *testing.T) {
	const report = "This is the mail system at host mx.example.net.\n"
	for text, want := range map[string]bool{
		report:                                   false,
		"FYI\n\n" + report:                       true,
		"FYI\n\nReporting-MTA: dns; a.example\n": true,
		strings.Repeat("word\n", 2*openingLines): false,
		"FYI\n\n" + strings.Repeat("word\n", 2*openingLines) + report: true,
		"": false,
	} {
		if got := viewOf("", text).HasForeword(); got != want {
			t.Errorf("%.40q: %v, want %v", text, got, want)
		}
	}
}

// TestOtherBlanks reads lines of blanks that are no blanks of mail wherever the lines
// of a report are read.
func TestOtherBlanks(t *testing.T) {
	for _, blank := range []string{"\u00a0", "\v", "\u2003", "\u3000"} {
		v := viewOf(daemonHeader, "It will be retried.\n"+blank+"\n\n<a@one.example>: 550 no\n"+blank+"\n>>> DATA\n"+blank)
		if again := v.TriedAgain(); !again[""] {
			t.Errorf("%q: %v", blank, again)
		}
		if got := Read(v).Recipients; len(got) != 1 {
			t.Errorf("%q: %v", blank, got)
		}
	}
}

// TestTriedAgain asks whom a report says to be tried again, "" for nobody in
// particular.
func TestTriedAgain(t *testing.T) {
	for text, want := range map[string]string{
		"It will be retried.":                                        "\"\"",
		"It will be retried:":                                        "\"\"", // and no list follows
		"It will be retried:\n\n<a@one.example>\n\nx":                "a@one.example",
		"It will be retried for a@one.example.":                      "a@one.example",
		"--- It will be retried ---":                                 "",
		"550 It will be retried.":                                    "",
		">>> DATA\nIt will be retried.":                              "",
		"It has not yet been delivered: no further attempts follow.": "",
		"It could not be delivered.":                                 "",
	} {
		var got []string
		for address := range viewOf("", text).TriedAgain() {
			got = append(got, cmp.Or(address, `""`))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}
