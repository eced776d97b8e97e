package freeform

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/ndr/internal/wording"
)

func TestSplitOriginal(t *testing.T) {
	splitAt := func(lines []string) (report, header []string) { return splitOriginal(&wording.AllFormats.Words, lines) }
	const header = "Received: from x\nFrom: s@example.org\nSubject: y"
	for _, separator := range []string{
		"--- Below this line is a copy of the message.", "------ This is a copy of the message, including all the headers. ------", "   ----- Original message follows -----",
		"-----Original Message-----", "Original message follows.", "Message headers follow.", "---- START OF RETURNED MESSAGE ----", "--------RETURNED MAIL FOLLOWS--------",
		"--- The header of the original message is following. ---", "-------original message", "Below is a copy of the original message:", "-------- Ursprüngliche Nachricht --------",
		"----- Message d'origine -----", "**** 元のメッセージ ****", "-- 原始邮件 --", "   ----- Unsent message follows -----",
	} {
		lines := strings.Split("report\n"+separator+"\n\n"+header, "\n")
		report, original := splitAt(lines)
		if len(report) != 1 || strings.Join(original, "\n") != header {
			t.Errorf("%s: report %q, original %q", separator, report, original)
		}
	}
	report, original := splitAt(strings.Split("report\n\n"+header, "\n"))
	if len(report) != 2 || len(original) != 3 {
		t.Errorf("without a separator: report %q, original %q", report, original)
	}
	for _, text := range []string{
		"The original message was received at Tue, 14 May 2024 09:14:02 +0200\nfrom desk.example.org [192.0.2.7]",
		"To: sender@example.org\nCC:\nDate: Tue, 14 May 2024\nSubject: Undeliverable mail\n",
		"  From: s@example.org\n  To: a@one.example\n  Subject: x\n  Message-ID: <1@example.org>",
		"Reporting-MTA: dns; mail.example.org\nFinal-Recipient: rfc822; a@one.example\nAction: failed",
	} {
		if _, original := splitAt(strings.Split(text, "\n")); original != nil {
			t.Errorf("original %q of\n%s", original, text)
		}
	}
}

// TestSeparatorsInCapitals writes each phrase that announces the returned message
// as a heading: with a capital letter, and between dashes.
func TestSeparatorsInCapitals(t *testing.T) {
	for _, phrase := range wording.Originals.List {
		first, size := utf8.DecodeRuneInString(phrase)
		for _, heading := range []string{
			"----- " + string(unicode.ToUpper(first)) + phrase[size:] + " -----",
			"--- " + strings.ReplaceAll(strings.ReplaceAll(phrase, "'", "’"), " ", "  ") + " ---",
		} {
			if !isSeparator(heading) {
				t.Errorf("%s announces nothing", heading)
			}
		}
	}
}

// TestQuotedAhead: fields that a report quotes ahead of what it says are part of
// the returned message, and what is below them of the report.
func TestQuotedAhead(t *testing.T) {
	const fields = "Date: Tue, 14 May 2024\nFrom: sender@example.org\nSubject: y\nMessage-ID: <1@example.org>\n"
	for text, ahead := range map[string]bool{
		"About your message:\n\n" + fields + "\nThe following addresses failed:\n\na@one.example": true,
		"About your message\n\n" + fields + "\nThe following addresses failed:\n\na@one.example":  false,
		"Delivery failed:\n\n" + fields + "\nThe following addresses failed:\n\na@one.example":    false,
		"About your message:\n\n" + fields + "\nThe following addresses failed.\n\na@one.example": false,
		"About your message:\n\n" + fields + "\nThe following is to say:\n\na@one.example":        false,
		"About your message:\n\n\n\n" + fields + "\nThe following addresses failed:":              false,
	} {
		report, header := splitOriginal(&wording.AllFormats.Words, strings.Split(text, "\n"))
		if got := report[len(report)-1] != "" || len(header) == 4; got != ahead {
			t.Errorf("report %q, header %q", report, header)
		}
	}
}

func TestIsSeparator(t *testing.T) {
	for line, want := range map[string]bool{
		"----- Original message -----":                       true,
		"Original message":                                   false,
		"Original message follows.":                          true,
		"** Original message ** " + strings.Repeat("-", 100): false,
		"-- Original message, in the words of the one who wrote it to us all that day --": false,
		"Original message: it is below":     false,
		"*** Original message, as it came":  true,
		"=== Original message, as it came":  true,
		"-- Original message, as it came":   true,
		"> Original message, as it came --": true,
		"> Original message, as it came":    false,
		"The original message was: lost":    false,
	} {
		if got := isSeparator(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}

func TestUnquoteLines(t *testing.T) {
	got := unquoteLines([]string{"> a", ">", "> > b", ">c", ">>>> 550", ">>> QUIT", "d"})
	want := []string{"a", "", "> b", ">c", ">>> 550", ">>> QUIT", "d"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestUnquotes reads what is quoted whole as the text of a mail system alone.
func TestUnquotes(t *testing.T) {
	for header, want := range map[string]string{systemHeader: "x", "From: kim@one.example\n": "> x", "": "> x"} {
		if got := viewOf(header, "> x\n> y").report[0]; got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
}

func TestIsQuotedWhole(t *testing.T) {
	for text, want := range map[string]bool{
		"> a\n>\n> b":           true,
		"> a\n  broken\n\tline": true,
		"> a\n\n--\nKim":        true,
		"> a\nb":                false,
		"> a\n>>> QUIT":         false,
		"--\n> a":               false,
		"":                      false,
	} {
		if got := isQuotedWhole(strings.Split(text, "\n")); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestFromHeader(t *testing.T) {
	for text, want := range map[string]string{
		"\n---\nFrom: a\nb": "From: a\nb",
		"x: a\nSubject: b":  "Subject: b",
		strings.Repeat("\n", maxLinesAhead) + "From: a": "",
		"no header": "",
	} {
		if got := strings.Join(fromHeader(strings.Split(text, "\n")), "\n"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
