package freeform

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// DaemonHeader is the header of a report from a mail system.
const DaemonHeader = "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mail.example.org>\nTo: sender@example.org\nSubject: Undelivered mail\n"

// pageOf makes a page of a header and a text.
func pageOf(t testing.TB, header, text string) *TextView {
	t.Helper()
	h := headers.ParseHeader(header)
	return NewView(wording.AllFormats, author.ReadHeader(&h), strings.Split(text, "\n"))
}

// readCase reads a test text that is written indented by nothing, its lines
// parted by LF.
func readCase(t testing.TB, header, text string) found.Report {
	t.Helper()
	if header == "" {
		header = DaemonHeader
	}
	return Read(pageOf(t, header, strings.TrimPrefix(text, "\n")))
}

// textCase is a text and what must be read of it. A recipient is written
// "address|response|remote server", with less behind it where nothing is to be
// compared.
type textCase struct {
	name, header, text string
	kind               found.Kind
	server             string
	want               []string
}

func (c textCase) run(t *testing.T) {
	d := readCase(t, c.header, c.text)
	kind := c.kind
	if kind == found.Other && len(c.want) > 0 {
		kind = found.Failure
	}
	if d.Kind != kind {
		t.Errorf("kind = %v, want %v", d.Kind, kind)
	}
	if c.server != "" && d.Server != c.server {
		t.Errorf("server = %q, want %q", d.Server, c.server)
	}
	if kind == found.Other {
		return
	}
	if len(d.Recipients) != len(c.want) {
		t.Fatalf("recipients = %v, want %v", Summaries(d.Recipients, 3), c.want)
	}
	for i, want := range c.want {
		n := strings.Count(want, "|") + 1
		if got := Summaries(d.Recipients[i:i+1], n)[0]; got != want {
			t.Errorf("recipient %d:\n got %s\nwant %s", i, got, want)
		}
	}
}

// Summaries writes the first n of address, response and remote server.
func Summaries(recipients []found.Recipient, n int) []string {
	var out []string
	for _, r := range recipients {
		out = append(out, strings.Join([]string{r.Address, r.Response, r.RemoteServer}[:n], "|"))
	}
	return out
}

// Each shape is one that several mail systems write, by no known name.
var shapeCases = []textCase{
	{name: "brackets, colon, reason on the line", text: `
We could not deliver your mail.

<a@one.example>: 550 5.1.1 no such mailbox
<b@two.example>: host mx.two.example[192.0.2.2] said: 552 5.2.2 too much
    mail (in reply to RCPT TO command)`,
		want: []string{"a@one.example|550 5.1.1 no such mailbox", "b@two.example|552 5.2.2 too much mail|mx.two.example"}},
	{name: "brackets, colon, reason below", text: `
Sorry, we were not able to deliver your message.

<a@one.example>:
192.0.2.9 does not like recipient.
Remote host said: 550 no thanks
Giving up on 192.0.2.9.

<b@one.example>:
Sorry, no mailbox here by that name. (#5.1.1)`,
		want: []string{"a@one.example|550 no thanks|192.0.2.9", "b@one.example|Sorry, no mailbox here by that name. (#5.1.1)|"}},
	{name: "address alone, reason indented", text: `
Your message could not be delivered to:

  a@one.example
    SMTP error from remote mail server after RCPT TO:<a@one.example>:
    host mx.one.example [192.0.2.1]: 550 5.1.1 unknown
  b@two.example
    retry timeout exceeded`,
		want: []string{"a@one.example|550 5.1.1 unknown|mx.one.example", "b@two.example|retry timeout exceeded|"}},
	{name: "address, colon, without brackets", text: `
Delivery failed for the following list of recipients:

a@one.example: 550 5.1.1 <a@one.example>... unknown
b@two.example: Domain does not exist`,
		want: []string{"a@one.example|550 5.1.1 <a@one.example>... unknown", "b@two.example|Domain does not exist"}},
	{name: "three dots", text: `
   ----- Transcript of session follows -----
... while talking to mx.one.example.:
>>> RCPT To:<a@one.example>
<<< 550 5.1.1 nobody of that name
550 5.1.1 <a@one.example>... User unknown`,
		want: []string{"a@one.example|550 5.1.1 nobody of that name|mx.one.example"}},
	{name: "list before its reason", text: `
The following recipients did not receive this message:

    a@one.example
    b@one.example

Remote server returned: 554 5.7.1 not today`,
		want: []string{"a@one.example|554 5.7.1 not today", "b@one.example|554 5.7.1 not today"}},
	{name: "reason before its list", text: `
Could not be delivered because of

550 5.1.1 nobody here

The following recipients were affected:
    a@one.example`,
		want: []string{"a@one.example|550 5.1.1 nobody here"}},
	{name: "rows", text: `
Delivery of your message failed.

Recipient:     a@one.example
Remote server: mx.one.example
Reason:        550 5.2.1 mailbox closed

Recipient:     b@one.example
Reason:        552 full`,
		want: []string{"a@one.example|550 5.2.1 mailbox closed|mx.one.example", "b@one.example|552 full|"}},
	{name: "table", text: "Your mail could not be delivered:\n\nAddress\tReason\na@one.example\t550 5.1.1 unknown\nb@two.example\t554 refused",
		want: []string{"a@one.example|550 5.1.1 unknown", "b@two.example|554 refused"}},
	{name: "table with bars", text: `
Your message could not be delivered to these recipients:

Recipient     | Server         | Response
--------------+----------------+---------
a@one.example | mx.one.example | 550 5.1.1 unknown`,
		want: []string{"a@one.example|550 5.1.1 unknown|mx.one.example"}},
	{name: "bullets", text: `
Delivery to the following recipients failed permanently:

  * a@one.example
  * b@one.example

Technical details:

SMTP:RCPT host 192.0.2.4: 553 5.3.0 <b@one.example>... no such user`,
		want: []string{"a@one.example", "b@one.example|553 5.3.0 <b@one.example>... no such user|192.0.2.4"}},
	{name: "double hyphens", text: `
An email that you attempted to send to the following address could not be delivered:
-- a@one.example

The problem appears to be :
-- Recipient email address is possibly incorrect`,
		want: []string{"a@one.example|-- Recipient email address is possibly incorrect"}},
	{name: "name and address", text: `
The following addresses had permanent errors

>>> "A" <a@one.example>

550 5.1.1 unknown`,
		want: []string{"a@one.example|550 5.1.1 unknown"}},
	{name: "parentheses", text: `
    --- The following addresses had delivery problems ---

<a@one.example>   (5.1.1 nobody of that name)`,
		want: []string{"a@one.example|5.1.1 nobody of that name"}},
	{name: "brackets around the reason", text: `
---The following addresses had delivery errors---

a@one.example [User unknown]`,
		want: []string{"a@one.example|User unknown"}},
	{name: "sentence", text: `
There was an error delivering your mail to <a@one.example>.

mx.one.example [192.0.2.1] did not like our RCPT TO:
550 5.1.1 unknown`,
		want: []string{"a@one.example|550 5.1.1 unknown|mx.one.example"}},
	{name: "sentence with the address in its middle", text: `
Delivery to a@one.example failed.

Remote host said: 550 not here`,
		want: []string{"a@one.example|550 not here"}},
	{name: "sentence, then reply", text: `
The following recipients returned permanent errors: a@one.example. Reason: SMTP Server <192.0.2.3> refused to accept your message (DATA), with the following error message: [554 5.4.6 too many hops]`,
		want: []string{"a@one.example|554 5.4.6 too many hops|192.0.2.3"}},
	{name: "reason, colon, address", text: "Unknown user: a@one.example\n\nOriginal message follows.\n",
		want: []string{"a@one.example"}},
	{name: "the error that the other server returned", text: `
Delivery to the following recipient failed permanently:

     a@one.example

Technical details of permanent failure:
We tried to deliver your message, but it was rejected by the server for the recipient domain one.example by mx.one.example. [192.0.2.1].

The error that the other server returned was:
550 5.1.1 unknown`,
		want: []string{"a@one.example|550 5.1.1 unknown|mx.one.example"}},
	{name: "single quotes", text: "Failed to deliver to 'a@one.example'\nSMTP module(domain one.example) reports:\n host mx.one.example says:\n 550 unknown",
		want: []string{"a@one.example|550 unknown|mx.one.example"}},
	{name: "session", text: `
Your message could not be sent.

Session with mx.one.example:
>>> MAIL FROM:<sender@example.org>
<<< 250 2.1.0 Ok
>>> RCPT TO:<a@one.example>
<<< 250 2.1.5 Ok
>>> DATA
<<< 354 go on
>>> .
<<< 554 5.7.1 this is spam`,
		want: []string{"a@one.example|554 5.7.1 this is spam|mx.one.example"}},
	{name: "sent and received", text: `
Unable to deliver the following message.

Sent <<< RCPT TO:<a@one.example>
Received >>> 550 5.1.1 unknown`,
		want: []string{"a@one.example|550 5.1.1 unknown"}},
	{name: "message details", text: `
Error: Invalid user address

Error message below:
550 - no such user here

Message details:
  Subject: Order
  MAIL FROM: sender@example.org
  RCPT TO: a@one.example
  From: sender@example.org
  Size (in bytes): 512
  Number of lines: 9`,
		want: []string{"a@one.example|550 - no such user here"}},
	{name: "fields in the text", text: `
Delivery failed.

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; a@one.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.one.example
Diagnostic-Code: smtp; 550 5.1.1 unknown
`, server: "mail.example.org",
		want: []string{"a@one.example|550 5.1.1 unknown|mx.one.example"}},
	{name: "fields with the action first", text: `
An error occurred while trying to deliver the mail to the following recipients:
a@one.example

Action: failed
Final-Recipient: rfc822; a@one.example
Diagnostic-Code: smtp; 552 5.2.2 full
Status: 5.2.2`,
		want: []string{"a@one.example|552 5.2.2 full"}},
	{name: "recipient address rows of Sun and Oracle", text: `
This report relates to a message you sent with the following header fields:

  Message-id: <1@example.org>
  From: sender@example.org
  To: a@one.example
  Subject: Order

Your message cannot be delivered to the following recipients:

  Recipient address: a@one.example
  Original address: b@two.example
  Reason: Remote SMTP server has rejected address
  Diagnostic code: smtp;550 5.1.1 unknown
  Remote system: dns;mx.one.example (TCP|192.0.2.7|4|192.0.2.1|25) (hello)`,
		want: []string{"a@one.example|550 5.1.1 unknown|mx.one.example"}},
	{name: "addresses on one line", text: "Your mail could not be delivered to the following recipients:\n\na@one.example, b@one.example; c@two.example\n\n550 5.7.1 refused",
		want: []string{"a@one.example|550 5.7.1 refused", "b@one.example|550 5.7.1 refused", "c@two.example|550 5.7.1 refused"}},
	{name: "numbered", text: "Delivery to these recipients failed:\n\n1. a@one.example - 550 unknown\n2. b@one.example - 552 full",
		want: []string{"a@one.example|550 unknown", "b@one.example|552 full"}},
	{name: "transport rows", text: `
Message could not be delivered to some recipients.
The following recipient(s) could not be reached:

	Recipient: [SMTP:a@one.example]
	Reason: Remote SMTP Server Returned: 550 unknown`,
		want: []string{"a@one.example|550 unknown"}},
	{name: "failed recipient", text: "Could not deliver message to the following recipient(s):\n\nFailed Recipient: a@one.example\nReason: Remote host said: 550 5.1.1 unknown\n\n   -- The header and top 20 lines of the message follows --\n\nReceived: from x",
		want: []string{"a@one.example|550 5.1.1 unknown"}},
	{name: "local part in a list", text: `
   ----- The following addresses had permanent fatal errors -----
clerk
    (reason: 550 5.1.1 User unknown)
    (expanded from: clerk)
`, want: []string{"clerk|550 5.1.1 User unknown"}},
	{name: "local part completed", text: `
Your message could not be delivered:

  clerk
    SMTP error from remote mail server after RCPT TO:<clerk@one.example>:
    host mx.one.example [192.0.2.1]: 550 unknown`,
		want: []string{"clerk@one.example|550 unknown|mx.one.example"}},
	{name: "did not reach", text: "Your message\n\n  To: a@one.example\n  Subject: Order\n\ndid not reach the following recipient(s):\n\na@one.example on Tue, 14 May 2024 09:14:02 +0200\n    The recipient name is not recognized",
		want: []string{"a@one.example"}},
	{name: "was automatically rejected", text: "Your message to <a@one.example> was automatically rejected:\nQuota exceeded",
		want: []string{"a@one.example|Quota exceeded"}},
	{name: "error for", text: "Your mail could not be delivered.\n\n--> Error description:\nError-for:  a@one.example\nError-Code: 3\nError-Text: No such host\nError-End:  One error reported.",
		want: []string{"a@one.example"}},
	{name: "xmail", text: "[<01>] XMail bounce: Rcpt=[a@one.example];Error=[550 unknown]\n\n[<02>] Error sending message [1] from [mail.example.org].\n\nID:        <S1>\nMail From: <sender@example.org>\nRcpt To:   <a@one.example>\n",
		want: []string{"a@one.example|550 unknown"}},
	{name: "code, server and text parted by colons", text: "We were not able to deliver your message to one of its intended recipients.\n\na:000000:<a@one.example> : 192.0.2.250 : mx.one.example:[192.0.2.1] : 550 5.1.1 unknown",
		want: []string{"a@one.example|550 5.1.1 unknown"}},
	{name: "failed addresses follow", text: "|------------------------- Message log follows: -------------------------|\n no valid recipients were found for this message\n|------------------------- Failed addresses follow: ---------------------|\n <a@one.example> ... unknown user\n|------------------------- Message text follows: ------------------------|\nReceived: from x\nFrom: sender@example.org",
		want: []string{"a@one.example|unknown user"}},
	{name: "invalid final delivery userid", text: "Invalid final delivery userid:\n    a@one.example\n\nOriginal message follows.\n",
		want: []string{"a@one.example"}},
	{name: "addressed to", text: "Your message has encountered delivery problems.\n\nIt was addressed to a@one.example and the reason is: 550 unknown",
		want: []string{"a@one.example|550 unknown"}},
	{name: "status in brackets", text: "This message was created automatically.\n\n----- The following addresses had fatal errors -----\n[Status: Error, Address: <a@one.example>, ResponseCode 421, , Host not reachable.]",
		want: []string{"a@one.example|421, , Host not reachable."}},
	{name: "error code words", text: "A message that you sent could not be delivered to one or more of its recipients.\n\na@one.example Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 unknown",
		want: []string{"a@one.example"}},
	{name: "dates before arrows", text: "The following addresses did NOT receive a copy of your message:\n\n> a@one.example\n\n--- Session Transcript ---\nTue 2024-05-14 09:14:02: --> RCPT To:<a@one.example>\nTue 2024-05-14 09:14:02: <-- 550 unknown",
		want: []string{"a@one.example|550 unknown"}},
}

func TestReadTextShapes(t *testing.T) {
	for _, c := range shapeCases {
		t.Run(c.name, c.run)
	}
}

// The introduction is in the language; what follows has a shape of any.
var languageCases = []textCase{
	{name: "German", text: "Ihre Nachricht konnte nicht zugestellt werden an:\n\n  a@one.example\n\nGrund: Der Server mx.one.example antwortete:\n550 5.1.1 unbekannt", want: []string{"a@one.example|550 5.1.1 unbekannt|mx.one.example"}},
	{name: "German rows", text: "Fehler bei der Zustellung\n\nEmpfänger: a@one.example\nGrund: Postfach voll", want: []string{"a@one.example|Postfach voll"}},
	{name: "French", text: "Votre message n'a pas pu être remis au destinataire suivant :\n\n  a@one.example\n\nRéponse du serveur : 550 5.1.1 inconnu", want: []string{"a@one.example|550 5.1.1 inconnu"}},
	{name: "French sentence", text: "Impossible de délivrer votre message à a@one.example : boîte aux lettres pleine", want: []string{"a@one.example|boîte aux lettres pleine"}},
	{name: "Italian", text: "Non è stato possibile recapitare il messaggio a:\n\n  a@one.example\n\nIl server remoto ha risposto: 550 sconosciuto", want: []string{"a@one.example|550 sconosciuto"}},
	{name: "Spanish", text: "No se pudo entregar su mensaje a los siguientes destinatarios:\n\na@one.example\n\nMotivo: buzón lleno", want: []string{"a@one.example|buzón lleno"}},
	{name: "Portuguese", text: "Sua mensagem não pôde ser entregue ao destinatário abaixo:\n\na@one.example\n\nErro: 550 5.1.1 desconhecido", want: []string{"a@one.example|550 5.1.1 desconhecido"}},
	{name: "Dutch", text: "Uw bericht kon niet worden bezorgd bij:\n\na@one.example\n\nReden: 550 onbekend", want: []string{"a@one.example|550 onbekend"}},
	{name: "Polish", text: "Wiadomość nie została dostarczona do:\n\na@one.example\n\nPowód: 550 nieznany", want: []string{"a@one.example|550 nieznany"}},
	{name: "Russian", text: "Ваше сообщение не было доставлено следующим получателям:\n\na@one.example\n\nПричина: 550 нет такого", want: []string{"a@one.example|550 нет такого"}},
	{name: "Japanese", text: "以下の宛先にメールを送信できませんでした。\n\na@one.example\n\n550 5.1.1 unknown", want: []string{"a@one.example|550 5.1.1 unknown"}},
	{name: "Japanese row", text: "メールを配信できませんでした。\n\n宛先：a@one.example\n理由：メールボックスがいっぱいです", want: []string{"a@one.example|メールボックスがいっぱいです"}},
	{name: "Chinese", text: "您的邮件无法投递，已被退信。\n\n收件人：a@one.example\n退信原因：550 用户不存在", want: []string{"a@one.example|550 用户不存在"}},
	{name: "Korean", text: "메일을 전송하지 못했습니다.\n\n받는 사람: a@one.example\n사유: 550 unknown", want: []string{"a@one.example|550 unknown"}},
	{name: "a language without phrases", text: "Zprávu se nepodařilo předat:\n\n<a@one.example>: 550 5.1.1 neznámý\n", want: []string{"a@one.example|550 5.1.1 neznámý"}},
}

func TestReadTextLanguages(t *testing.T) {
	for _, c := range languageCases {
		t.Run(c.name, c.run)
	}
}

func TestReadTextDelay(t *testing.T) {
	for _, text := range []string{
		"This is a warning only. You do not need to resend your message.\n\nIt will be retried until it is 5 days old.\n\n<a@one.example>: connect to mx.one.example[192.0.2.1]:25: Connection timed out",
		"A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mail.example.org.\n\nThe address to which the message has not yet been delivered is:\n\n  a@one.example\n    Delay reason: Connection timed out",
		"   ----- The following addresses had transient non-fatal errors -----\n<a@one.example>\n\n   ----- Transcript of session follows -----\n<a@one.example>... Deferred: Connection timed out with mx.one.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old",
		"Ihre Nachricht wurde noch nicht zugestellt:\n\na@one.example\n\nEs wird weiter versucht.",
	} {
		d := readCase(t, "", text)
		if d.Kind != found.Delay || len(d.Recipients) != 1 || d.Recipients[0].Address != "a@one.example" || d.Recipients[0].Action != found.Delayed {
			t.Errorf("kind %v, recipients %+v of\n%s", d.Kind, d.Recipients, text)
		}
	}
}

func TestReadTextSuccess(t *testing.T) {
	d := readCase(t, strings.Replace(DaemonHeader, "Undelivered mail", "Successful Mail Delivery Report", 1),
		"This is the mail system at host mail.example.org.\n\nYour message was successfully delivered to the destination(s)\nlisted below.\n\n<a@one.example>: delivery via mx.one.example[192.0.2.1]:25: 250 2.1.5 Ok\n")
	if d.Kind != found.Success || len(d.Recipients) != 1 || d.Recipients[0].Action != found.Delivered {
		t.Errorf("kind %v, recipients %+v", d.Kind, d.Recipients)
	}
}

func TestReadTextActionBySection(t *testing.T) {
	d := readCase(t, "", "   ----- The following addresses had permanent fatal errors -----\n<a@one.example>\n    (reason: 550 5.1.1 unknown)\n\n   ----- The following addresses had transient non-fatal errors -----\n<b@two.example>\n    (reason: 452 4.2.2 full)\n")
	if len(d.Recipients) != 2 || d.Recipients[0].Action != found.Failed || d.Recipients[1].Action != found.Delayed || d.Kind != found.Failure {
		t.Errorf("kind %v, recipients %+v", d.Kind, d.Recipients)
	}
}

func TestReadTextOriginalAddress(t *testing.T) {
	for _, text := range []string{
		"This message was created automatically by mail delivery software.\n\nThe following address(es) failed:\n\n  a@one.example\n    (ultimately generated from b@two.example)\n    550 unknown",
		"   ----- The following addresses had permanent fatal errors -----\n<a@one.example>\n    (reason: 550 unknown)\n    (expanded from: <b@two.example>)\n",
		"Your message cannot be delivered to the following recipients:\n\n  Recipient address: a@one.example\n  Original address: b@two.example\n  Reason: 550 unknown\n",
	} {
		d := readCase(t, "", text)
		if len(d.Recipients) != 1 || d.Recipients[0].Address != "a@one.example" || d.Recipients[0].OriginalAddress != "b@two.example" {
			t.Errorf("recipients %+v of\n%s", d.Recipients, text)
		}
	}
}

func TestReadTextPipe(t *testing.T) {
	textCase{text: "The following address(es) failed:\n\n  pipe to |/usr/local/bin/filter\n    generated by list@example.org\n", want: []string{"list@example.org|pipe to |/usr/local/bin/filter"}}.withReplyOnly(t)
}

// withReplyOnly runs a case whose response holds a bar.
func (c textCase) withReplyOnly(t *testing.T) {
	d := readCase(t, c.header, c.text)
	if got := Summaries(d.Recipients, 2); len(got) != 1 || got[0] != c.want[0] {
		t.Errorf("got %v, want %v", got, c.want)
	}
}

func TestReadTextFailedRecipientsField(t *testing.T) {
	d := readCase(t, DaemonHeader+"X-Failed-Recipients: A@one.example, b@two.example\n", "Šī ziņa netika piegādāta.\n\n550 5.1.1 unknown\n")
	if got := Summaries(d.Recipients, 1); len(got) != 2 || got[0] != "a@one.example" || got[1] != "b@two.example" || d.Kind != found.Failure {
		t.Errorf("kind %v, recipients %v", d.Kind, got)
	}
}

func TestReadTextServer(t *testing.T) {
	for text, want := range map[string]string{
		"This is the mail system at host Mail.Example.Org.\n":                                      "mail.example.org",
		"Hi. This is the qmail-send program at mail.example.org.\n":                                "mail.example.org",
		"Hello, this is the mail server on mail.example.org.\n":                                    "mail.example.org",
		"This is a delivery status notification from mail.example.org,\nrunning something.\n":      "mail.example.org",
		"This is the Whatever Mailer 1.2 at mail.example.org.\n":                                   "mail.example.org",
		"This nondelivery report was generated by the program amavisd-new at host\nmx.example.org": "mx.example.org",
		"Reporting-MTA: dns; mail.example.org\n":                                                   "mail.example.org",
		"The original message was received at Tue, 14 May 2024\nfrom desk.example.org [192.0.2.7]": "",
		"Please ask the person at example.org.\n":                                                  "",
	} {
		if got := readCase(t, "", text+"\n\n<a@one.example>: 550 unknown\n").Server; got != want {
			t.Errorf("server = %q, want %q of\n%s", got, want, text)
		}
	}
}

// Mail that is no report must give none, whatever it speaks of.
func TestReadTextQuiet(t *testing.T) {
	const person = "Return-Path: <friend@one.example>\nFrom: Friend <friend@one.example>\nTo: sender@example.org\nSubject: Hello\n"
	for name, c := range map[string]struct{ header, text string }{
		"person asks about a bounce": {person, "Hi,\n\nmy mail to a@one.example could not be delivered:\n\n<a@one.example>: 550 5.1.1 unknown\n\nWhat now?"},
		"quoted":                     {strings.Replace(person, "Hello", "Re: Undelivered Mail", 1) + "In-Reply-To: <1@example.org>\n", "See below.\n\n> This is the mail system at host mail.example.org.\n> <a@one.example>: 550 5.1.1 unknown\n"},
		"list post":                  {person + "List-Id: <talk.example.org>\nList-Post: <mailto:talk@example.org>\n", "This is the mail system at host mail.example.org.\n\n<a@one.example>: 550 5.1.1 unknown\n"},
		"vacation":                   {"Return-Path: <>\nFrom: friend@one.example\nTo: sender@example.org\nAuto-Submitted: auto-replied\nSubject: Out of office: Order\n", "I am away. Your message to friend@one.example was not delivered to anybody else."},
		"log summary":                {"Return-Path: <root@example.org>\nFrom: root@example.org\nTo: root@example.org\nAuto-Submitted: auto-generated\nSubject: Log summary\n", "bounced\n   2 host mx.one.example[192.0.2.1] said: 550 5.1.1 <a@one.example>: unknown\n   1  b@one.example\n"},
		"pretence":                   {"Return-Path: <MAILER-DAEMON@two.example>\nFrom: Mail Delivery System <MAILER-DAEMON@two.example>\nTo: sender@example.org\nSubject: Mail delivery failed\n", "Dear sender@example.org,\n\n5 messages to sender@example.org could not be delivered. Click here to release them."},
		"report about no address":    {DaemonHeader, "Your message could not be delivered. Please contact postmaster@example.org."},
		"empty":                      {DaemonHeader, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if d := readCase(t, c.header, c.text); d.Kind != found.Other {
				t.Errorf("kind = %v, recipients %+v", d.Kind, d.Recipients)
			}
		})
	}
}

// A report in the text of another message is read where a mail system passed
// it on, or a person forwarded the whole of it.
func TestReadTextNested(t *testing.T) {
	report := "From: MAILER-DAEMON@mail.example.org\nTo: sender@example.org\nSubject: Undelivered mail\nReturn-Path: <>\n\nThis is the mail system at host mail.example.org.\n\n<a@one.example>: 550 5.1.1 unknown\n"
	fields := "\nFinal-Recipient: rfc822; a@one.example\nAction: failed\nStatus: 5.1.1\n"
	person := "From: friend@one.example\nTo: help@example.org\nSubject: Fwd: Undelivered mail\n"
	quoted := "> " + strings.ReplaceAll(report+fields, "\n", "\n> ")
	for name, c := range map[string]struct {
		header, text string
		want         found.Kind
	}{
		"passed on":         {DaemonHeader, "Your provider adds this line.\n\n" + report, found.Failure},
		"forwarded whole":   {person, "FYI\n\n---------- Forwarded message ----------\n" + report + fields, found.Failure},
		"forwarded, quoted": {person, "Begin forwarded message:\n\n" + quoted, found.Failure},
		"forwarded in part": {person, "FYI\n\n---------- Forwarded message ----------\n" + report, found.Other},
		"a letter about it": {person, strings.Repeat("Long words.\n", 9) + report + fields, found.Other},
		"on a list":         {person + "List-Id: <talk.example.org>\n", "Begin forwarded message:\n\n" + quoted, found.Other},
	} {
		t.Run(name, func(t *testing.T) {
			d := readCase(t, c.header, c.text)
			if d.Kind != c.want {
				t.Errorf("kind = %v, want %v; %+v", d.Kind, c.want, d.Recipients)
			}
		})
	}
}

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

// A row whose name is known may be all that stands below a recipient.
func TestReadTextRowBelow(t *testing.T) {
	d := readCase(t, "", "The following addresses failed:\n\n<a@b.example>: 5.1.1 unknown\n\n    Server: 550 no\n")
	if len(d.Recipients) != 1 || d.Recipients[0].Address != "a@b.example" {
		t.Errorf("recipients %+v", d.Recipients)
	}
}

func TestWithoutLocalParts(t *testing.T) {
	kim, full, other := &candidate{address: "kim"}, &candidate{address: "kim@one.example"}, &candidate{address: "other@one.example"}
	for _, c := range []struct{ all, want []*candidate }{
		{[]*candidate{other, kim, full}, []*candidate{other, full}},
		{[]*candidate{other, kim}, []*candidate{other, kim}},
	} {
		if got := withoutLocalParts(c.all); !slices.Equal(got, c.want) {
			t.Errorf("%v", got)
		}
	}
}

func TestNextAddress(t *testing.T) {
	for s, want := range map[string]string{
		"a@one.example":                      "a@one.example",
		"see <A.B+c@One.Example>, please":    "a.b+c@one.example",
		"to a@one.example.":                  "a@one.example",
		"a@one.example... User unknown":      "a@one.example",
		"'a@one.example'":                    "a@one.example",
		`"john doe"@one.example`:             `"john doe"@one.example`,
		"rfc822;a@one.example":               "a@one.example",
		"宛先a@one.exampleへ":                   "a@one.example",
		"<пример@пример.example>":            "пример@пример.example",
		"https://x.example/?u=a@one.example": "",
		"mailto:a@one.example":               "",
		"a@":                                 "",
		"@one.example":                       "",
		"a@[192.0.2.1]":                      "a@[192.0.2.1]",
		"@ @ a@one.example":                  "a@one.example",
		"no address":                         "",
	} {
		m, ok := lex.NextAddress(s, 0)
		if m.Address != want || ok != (want != "") {
			t.Errorf("nextAddress(%q) = %q, %v, want %q", s, m.Address, ok, want)
		}
		if ok && (m.Start < 0 || m.End > len(s) || !strings.Contains(strings.ToLower(s[m.Start:m.End]), want)) {
			t.Errorf("nextAddress(%q): bounds %d, %d", s, m.Start, m.End)
		}
	}
}

func TestLeadingHost(t *testing.T) {
	for s, want := range map[string]string{
		"mx.one.example said": "mx.one.example",
		"MX.One.Example.:":    "mx.one.example",
		"[192.0.2.1]:25":      "192.0.2.1",
		"2001:db8::1]":        "2001:db8::1",
		"<192.0.2.3> refused": "192.0.2.3",
		"localhost":           "",
		"5.1.1 unknown":       "",
		"the server":          "",
		"e.g. this":           "",
		"":                    "",
	} {
		if got, _ := lex.LeadingHost(s); got != want {
			t.Errorf("leadingHost(%q) = %q, want %q", s, got, want)
		}
	}
}

// Damage of any kind gives some draft, never a panic, and no address that the
// text does not hold.
func TestReadTextDamage(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	cases := append(shapeCases[:len(shapeCases):len(shapeCases)], languageCases...)
	for range 4000 {
		b := []byte(cases[rnd.Intn(len(cases))].text)
		for range 1 + rnd.Intn(8) {
			i := rnd.Intn(len(b))
			switch rnd.Intn(4) {
			case 0:
				b[i] = byte(rnd.Intn(256))
			case 1:
				b = append(b[:i], b[min(len(b), i+rnd.Intn(20)):]...)
			case 2:
				b = append(b[:i:i], append([]byte("<@:\n>[."), b[i:]...)...)
			case 3:
				b = append(b, b[i:]...)
			}
			if len(b) == 0 {
				b = []byte("@")
			}
		}
		text := string(b)
		for _, r := range Read(pageOf(t, DaemonHeader, text)).Recipients {
			if !strings.Contains(strings.ToLower(text), r.Address) {
				t.Fatalf("address %q is not in %q", r.Address, text)
			}
		}
	}
}

// The time must grow with the length of a text, not faster, whatever it holds.
func TestReadTextHostile(t *testing.T) {
	for name, unit := range map[string]string{
		"brackets": "<", "at signs": "@", "addresses": "a@b.example ", "recipients": "<a@b.example>: 550 x\n", "colons": "x:\n", "codes": "550 ",
		"hosts": "host a.example ", "brackets of hosts": "a.example[", "header": "Subject: x\n", "arrows": ">>> RCPT TO:<a@b.example>\n<<< 550 x\n", "dots": "a.", "quotes": "\"@",
		"blank lines": "\n", "separators": "--- original message ---\n",
	} {
		text := "could not be delivered:\n\n" + strings.Repeat(unit, (1<<20)/len(unit))
		start := time.Now()
		Read(pageOf(t, DaemonHeader, text))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: 1 MiB took %v", name, d)
		}
	}
}
