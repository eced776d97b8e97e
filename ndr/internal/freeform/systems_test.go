package freeform

import (
	"testing"

	"example.com/ndr/ndr/internal/found"
)

// Reports as systems write them that have no entry of their own in the table
// of formats, or an entry that does no more than name them.
func TestReadTextSystems(t *testing.T) {
	const noPath = "From: Postmaster@mail.example.org\nTo: sender@example.org\nSubject: Undeliverable Message\n"
	const plain = "From: <>\nTo: sender@example.org\nSubject: Order 5\n"
	for _, c := range []textCase{
		{name: "list of failed recipients", text: "Here is your list of failed recipients:\n\n  <a@one.example>\n\nHere is your returned mail:\n\nReceived: x", want: []string{"a@one.example"}},
		{name: "rcpt to row", text: "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered.\n\n  rcpt to: <a@one.example>\n  550 unknown\n\nOriginal message follows.\n", want: []string{"a@one.example|550 unknown"}},
		{name: "intended recipient row", text: "Your message was undeliverable.\n\nIntended recipient:  <a@one.example>\n   Mailbox is full\n\n--------RETURNED MAIL FOLLOWS--------\n", want: []string{"a@one.example|Mailbox is full"}},
		{name: "undeliverable address row", text: "This message could not be delivered.\n\nUndeliverable Address:  a@one.example\nReason: User over quota\n\nOriginal message attached.\n", want: []string{"a@one.example|User over quota"}},
		{name: "addressed to, quoted", text: "This message was created automatically by mail delivery software.\nYour mail, addressed to 'a@one.example', could not be delivered.\n\n---- START OF RETURNED MESSAGE ----\nReceived: x", want: []string{"a@one.example"}},
		{name: "the email below", header: noPath, text: "The email below could not be delivered to the following user:\n\n<a@one.example>\n\nOld message:\nFrom: sender@example.org\nTo: a@one.example\nSubject: x\nDate: y", want: []string{"a@one.example"}},
		{name: "for the following reason", text: "Sorry, unable to deliver your message to a@one.example for the following reason:\n\n552 Quota violation for a@one.example\n\nA copy of the original message below this line:\n", want: []string{"a@one.example|552 Quota violation for a@one.example"}},
		{name: "address below, subject behind", text: "A message could not be delivered to:\n    a@one.example\nSubject: Order\n", want: []string{"a@one.example"}},
		{name: "failed list", text: "----------  Failed Recipients  ----------\n\n<a@one.example>\n<b@one.example>\n\n---------- Returned Mail ----------\n", want: []string{"a@one.example", "b@one.example"}},
		{name: "one sentence alone", text: "Your message could not be delivered to a@one.example\n", want: []string{"a@one.example"}},
		{name: "did not reach", text: "Did not reach the following recipient:\n\n    a@one.example\n\nbecause of an error", want: []string{"a@one.example"}},
		{name: "deliver program", text: "This is the deliver program at mail.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\na@one.example\nuser does not exist\n\n--- Below this line is a copy of the mail header.\n", want: []string{"a@one.example|user does not exist"}, server: "mail.example.org"},
		{name: "no such user", text: "a@one.example - no such user here.\n\nThere is no user by that name at this server.\n", want: []string{"a@one.example|no such user here."}},
		{name: "phquery", text: "--------Message not delivered to the following:\n\n    a@one.example      No such user\n\n--------Error Detail (phquery V4.4):\n", want: []string{"a@one.example"}},
		{name: "rejected by the following", text: "A message that you sent was rejected by the following:\n\n   a@one.example  Mailbox full\n\n--- Below\n", want: []string{"a@one.example|Mailbox full"}},
		{name: "invalid receiver address", header: noPath, text: "Your message could not be delivered for the following reason:\nInvalid receiver address: a@one.example\n", want: []string{"a@one.example"}},
		{name: "intermail", text: "This Message was undeliverable due to the following reason:\n\nEach of the following recipients was rejected by a remote mail server.\nThe reasons given by the server are included to help you determine why\neach recipient was rejected.\n\n    Recipient: <a@one.example>\n    Reason:    User unknown\n\n\nPlease reply to <Postmaster@mail.example.org>\nif you feel this message to be in error.\n", want: []string{"a@one.example|User unknown"}},
		{name: "x400", header: noPath, text: "Your message was not delivered to   a@one.example   for the following reason:\n        Recipient's mailbox unavailable\n\nInformation Subject: Order\n", want: []string{"a@one.example|Recipient's mailbox unavailable"}},
		{name: "netscape", text: "This Message was undeliverable due to the following reason:\n\nThe following destination addresses were unknown (please check\nthe addresses and re-mail the message):\n\nSMTP <a@one.example>\n\nPlease reply to Postmaster@mail.example.org", want: []string{"a@one.example"}},
		{name: "mercury", header: noPath, text: "The following addresses could not be delivered to:\n\n   a@one.example:  550 unknown\n", want: []string{"a@one.example|550 unknown"}},
		{name: "mimesweeper", header: "Return-Path: <>\nFrom: mailsweeper@gate.example\nTo: sender@example.org\nSubject: Undeliverable: Order\n", text: "The message you sent to a@one.example could not be delivered, as it was refused by the gateway policy.\n", want: []string{"a@one.example"}},
		{name: "subjectless", header: plain, text: "Your message could not be sent.\nAddressed To: a@one.example\n\nFailed to send to identified host,\na@one.example: [192.0.2.5], 550 a@one.example... No such user\n--- Message non-deliverable.\n", want: []string{"a@one.example|550 a@one.example... No such user|192.0.2.5"}},
		{name: "mmdf", header: "From: Memo Service (MMDF) <mmdf@mail.example.org>\nTo: sender@example.org\nSubject: Failed mail (msg.aa02)\n", text: "    Your message could not be delivered to\n'a@one.example (host: one.example) (queue: smtp)' for the following\nreason:  ' unknown user 'a''\n\n\n    Your message follows:\n\nReceived: x\n", want: []string{"a@one.example"}},
		{name: "sympa", header: "Return-Path: <>\nFrom: SYMPA <sympa@lists.example>\nTo: sender@example.org\nSubject: Message distribution: message too large\n", text: "Your message for list talk@lists.example (attached below) was rejected.\nThe message is too large.\n", want: []string{"talk@lists.example"}},
		{name: "French provider", text: "Bonjour,\n\nVotre message adressé à a@one.example n'a pas pu être délivré car la boîte aux lettres est pleine.\n", want: []string{"a@one.example"}},
		{name: "Japanese provider", text: "このメールはシステムから自動送信されています。\n\n下記のメールアドレスへのメールは配信できませんでした。\n＜エラー内容＞\n<a@one.example>: host mx.one.example[192.0.2.1] said: 550 unknown\n", want: []string{"a@one.example|550 unknown|mx.one.example"}},
		{name: "coremail", header: "Return-Path: <>\nFrom: Postmaster@mail.cn.example\nTo: sender@example.org\nSubject: 系统退信\n", text: "抱歉，您的邮件被退回来了……\n\n原邮件信息：\n时 间： 2024-05-14 09:14:02\n主 题： Order\n收件人： a@one.example\n\n退信原因：\n收件人邮件地址（a@one.example）不存在，邮件无法送达。\nhost mx.one.example[192.0.2.1] said: 550 unknown\n", want: []string{"a@one.example|550 unknown|mx.one.example"}},
		{name: "mdaemon", header: "From: MDaemon@mail.example.org\nTo: sender@example.org\nSubject: Permanent Delivery Failure\n", text: "The attached message had PERMANENT fatal delivery errors!\n\nAfter one or more unsuccessful delivery attempts the attached message has\nbeen removed from the mail queue on this server.\n\nFailed address: a@one.example\n\n--- Session Transcript ---\n Tue 2024-05-14 09:14:02: --> RCPT To:<a@one.example>\n Tue 2024-05-14 09:14:02: <-- 550 unknown\n--- End Transcript ---\n", want: []string{"a@one.example|550 unknown"}},
		{name: "listserv", header: "Return-Path: <>\nFrom: \"L-Soft list server at X\" <LISTSERV@lists.example>\nTo: sender@example.org\nSubject: Rejected posting to TALK@LISTS.EXAMPLE\n", text: "Your message is being returned to you unprocessed because it looks like a LISTSERV command\n", want: nil},
		{name: "spanish qmail", text: "Hola. Este es el programa qmail-send en mail.example.org.\nLamento informarle que no se pudo entregar su mensaje.\n\n<a@one.example>:\nRemote host said: 550 unknown\n\n--- Debajo de esta linea hay una copia del mensaje.\n\nReturn-Path: <sender@example.org>\n", want: []string{"a@one.example|550 unknown"}},
		{name: "the error was", text: "Your message could not be delivered to the following address: a@one.example\nThe error was: 550 5.1.1 no\n", want: []string{"a@one.example|550 5.1.1 no"}},
		{name: "vpop3", header: noPath, text: "The following message could not be delivered:\n\nTo: a@one.example\nSubject: Order\n\nError: 550 unknown\n", want: []string{"a@one.example|550 unknown"}},
		{name: "html table", text: "Delivery Failure\nYour message couldn't be delivered.\nRecipient\ta@one.example\nError\t550 5.1.1 unknown\n", want: []string{"a@one.example|550 5.1.1 unknown"}},
		{name: "German provider", header: "Return-Path: <>\nFrom: mailer-daemon@isp.example\nTo: sender@example.org\nSubject: Ihre E-Mail ist unzustellbar\n", text: "Sehr geehrte Kundin,\n\nleider konnte Ihre E-Mail an die Adresse\n\n   a@one.example\n\nnicht zugestellt werden.\n\nFehlermeldung des Servers mx.one.example:\n550 unbekannt\n", want: []string{"a@one.example|550 unbekannt|mx.one.example"}},
		{name: "table of cells", header: noPath, text: "The following deliveries failed:\n\nRecipient       | Status | Response\na@one.example   | 5.1.1  | 550 No such user\nb@one.example   | 5.2.2  | 552 Mailbox full\n", want: []string{"a@one.example|550 No such user", "b@one.example|552 Mailbox full"}},
		{name: "list in a sentence", header: noPath, text: "Your message could not be delivered to: a@one.example; b@one.example and c@one.example\nbecause the mailboxes are over quota.\n", want: []string{"a@one.example", "b@one.example", "c@one.example"}},
		{name: "on a date", text: "The following recipient(s) could not be reached:\n\n      a@one.example on 5/14/2024 9:14 AM\n            550 unknown\n", want: []string{"a@one.example|550 unknown"}},
		{name: "nullmailer", text: "Hi. This is the nullmailer program at mail.example.org.\nYour message to\n\ta@one.example\ncould not be delivered because: 550 unknown\n", want: []string{"a@one.example|550 unknown"}, server: "mail.example.org"},
		{name: "warning sendmail8.6", header: "From: Mail Delivery Subsystem <MAILER-DAEMON@mail.example.org>\nTo: s@example.org\nSubject: Warning: could not send message for past 4 hours\n", text: "    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\nThe original message was received at Tue, 14 May 2024\nfrom desk.example.org [192.0.2.7]\n\n   ----- The following addresses had delivery problems -----\n<a@one.example>  (transient failure)\n\n   ----- Transcript of session follows -----\n<a@one.example>... Deferred: Connection refused by mx.one.example.\nWarning: message still undelivered after 4 hours\n", kind: found.Delay, want: []string{"a@one.example|transient failure Deferred: Connection refused by mx.one.example. Warning: message still undelivered after 4 hours|mx.one.example"}},
	} {
		t.Run(c.name, c.run)
	}
}
