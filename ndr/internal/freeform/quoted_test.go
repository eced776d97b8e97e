package freeform

import (
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
	for _, phrase := range wording.OriginalPhrases {
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
