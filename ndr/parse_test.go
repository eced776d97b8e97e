package ndr

import (
	"strings"
	"testing"

	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/lex"
)

// daemonHeader is the header of a report from a mail system.
const daemonHeader = "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mail.example.org>\nTo: sender@example.org\nSubject: Undelivered mail\n"

// TestReplyOfAnother has recipients about whom nothing is said beside one about
// whom something is: no address is condemned for what was said of another.
func TestReplyOfAnother(t *testing.T) {
	const head = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nSubject: failure notice\n\nYour message could not be delivered.\n\n"
	for _, body := range []string{
		"<a@b.example>\n\n<c@b.example>: 550 5.1.1 user unknown\n",
		"<a@b.example>\n<c@b.example>\n    550 5.1.1 <c@b.example> user unknown\n",
	} {
		rep := reportOf(t, head+body)
		if len(rep.Recipients) != 2 || rep.Recipients[0].Suppress || rep.Recipients[0].Reply != 0 || !rep.Recipients[1].Suppress {
			t.Errorf("%q: %+v", body, rep.Recipients)
		}
	}
}

func TestChallengeByLink(t *testing.T) {
	for text, want := range map[string]Kind{
		"Ihre Nachricht wurde noch nicht zugestellt. Klicken Sie auf https://one.example/x": Challenge,
		"Sua mensagem ainda não foi entregue. Clique no link https://one.example/x":         Challenge,
		"Votre message n'a pas encore été remis. Cliquez ici : https://one.example/x":       Challenge,
		"Su mensaje todavía no se entregó. Haga clic en https://one.example/x":              Challenge,
		"Your message has not been delivered yet.":                                          Other,
		"Click the link https://one.example/x":                                              Other,
	} {
		if rep := reportOf(t, "Return-Path: <>\nFrom: Guard <guard@one.example>\nSubject: Mail\nContent-Type: text/plain; charset=utf-8\n\n"+text+"\n"); rep.Kind != want {
			t.Errorf("%s: %v, want %v", text, rep.Kind, want)
		}
	}
}

func TestReadTextManyRecipients(t *testing.T) {
	var b strings.Builder
	b.WriteString("could not be delivered:\n\n")
	for i := range freeform.MaxRecipients + 10 {
		b.WriteString("<a" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + "@one.example>: 550 unknown\n")
	}
	message := daemonHeader + "\n" + b.String()
	for limit, want := range map[int]int{0: lex.DefaultMaxRecipients, freeform.MaxRecipients: freeform.MaxRecipients, 2 * freeform.MaxRecipients: freeform.MaxRecipients} {
		rep, err := Parse(strings.NewReader(message), &Options{MaxRecipients: limit, MaxText: len(message)})
		if err != nil || len(rep.Recipients) != want {
			t.Fatalf("limit %d: %d recipients, %v; want %d", limit, len(rep.Recipients), err, want)
		}
		if len(rep.Defects) != 1 || rep.Defects[0].Kind != DefectRecipientsLimit {
			t.Errorf("limit %d: defects %v", limit, rep.Defects)
		}
	}
}

func TestReadTextManyLines(t *testing.T) {
	// What stands behind the last line end counts as a line.
	for n, want := range map[int]int{freeform.MaxReportLines - 1: 0, freeform.MaxReportLines: 1} {
		rep, err := Parse(strings.NewReader(daemonHeader+"\n"+strings.Repeat("x\n", n)), nil)
		if err != nil || len(rep.Defects) != want || want == 1 && rep.Defects[0].Kind != DefectTextLimit {
			t.Errorf("%d lines: defects %v, %v", n, rep.Defects, err)
		}
	}
}

// TestNestedBehindWords takes a few words before a report that is attached for its
// cover, and many for a letter about it: a postmaster may write either.
func TestNestedBehindWords(t *testing.T) {
	for words, want := range map[int]Kind{maxForewordWords: Failure, maxForewordWords + 1: Other} {
		rep := reportOf(t, "Return-Path: <noc@example.net>\nFrom: noreply@example.net\nTo: sender@example.org\nSubject: Undelivered Mail Returned to Sender\n"+
			"Content-Type: multipart/mixed; boundary=a\n\n--a\n\n"+strings.Repeat("word ", words)+"\n--a\nContent-Type: message/rfc822\n\n"+wholeReport+"\n--a--\n")
		if rep.Kind != want {
			t.Errorf("%d words: got %v by %v, want %v", words, rep.Kind, rep.Author, want)
		}
	}
}

// TestReturnedWithoutText takes a returned message that has no text, and encloses another,
// for the one that failed, and not for a report about the other.
func TestReturnedWithoutText(t *testing.T) {
	rep := reportOf(t, daemonHeader+"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nSee the message below.\n--a\nContent-Type: message/rfc822\n\n"+
		"From: kim@example.org\nTo: lee@example.com\nMessage-ID: <returned@example.org>\nContent-Type: multipart/mixed; boundary=b\n\n"+
		"--b\nContent-Type: message/rfc822\n\nFrom: sender@example.org\nTo: bob@example.net\nMessage-ID: <enclosed@example.org>\n\nHello\n--b--\n--a--\n")
	if rep.Original.MessageID != "returned@example.org" || len(rep.Recipients) != 0 || len(rep.Defects) != 0 {
		t.Errorf("got %s, %v, %v", rep.Original.MessageID, rep.Recipients, rep.Defects)
	}
}

// TestExchangeExpired takes a transient code for a failure where Exchange announces no
// delay: when it gives up, it still gives the code of its last attempt.
func TestExchangeExpired(t *testing.T) {
	for announced, want := range map[string]Kind{
		"Delivery has failed to these recipients or groups:": Failure,
		"Delivery is delayed to these recipients or groups:": Delay,
	} {
		rep := reportOf(t, "Return-Path: <>\nFrom: postmaster@example.com\nTo: sender@example.org\nSubject: Lunch\n\n"+announced+"\n\nalice@example.com\n\n"+
			"Diagnostic information for administrators:\n\nGenerating server: mx.example.com\n\nalice@example.com\n#< #4.4.7 smtp;400 4.4.7 Message expired> #SMTP#\n")
		if rep.Kind != want || len(rep.Recipients) != 1 || rep.Recipients[0].Failed() != (want == Failure) {
			t.Errorf("%s got %v, %+v", announced, rep.Kind, rep.Recipients)
		}
	}
}

// TestTexts joins texts line by line, with a line end where one lacks it.
func TestTexts(t *testing.T) {
	const part = "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
	rep := reportOf(t, daemonHeader+"Content-Type: multipart/mixed; boundary=b\n\n"+part+"b25l\n"+part+"dHdvCg==\n"+part+"dGhyZWU=\n--b--\n")
	if want := "one\ntwo\nthree"; rep.Text != want {
		t.Errorf("got %q, want %q", rep.Text, want)
	}
}

// TestAttachedLetter quotes no letter that is attached to another.
func TestAttachedLetter(t *testing.T) {
	const head = "Return-Path: <bob@example.net>\nFrom: Bob <bob@example.net>\nTo: alice@example.org\nX-Mailer: Mail\nSubject: Lunch\n"
	for inner, want := range map[string]bool{head + "\nAt noon.\n": false, wholeReport: true} {
		rep := reportOf(t, head+"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nSee the file.\n--a\nContent-Type: application/octet-stream; name=mail.eml\n"+
			"Content-Disposition: attachment; filename=mail.eml\n\n"+inner+"\n--a--\n")
		if got := rep.Quoted != nil; got != want || rep.Kind != Other {
			t.Errorf("%.40q: quoted %v, kind %v", inner, got, rep.Kind)
		}
	}
}
