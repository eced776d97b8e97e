// Package ndr reads bounces: messages in which a mail system reports what became
// of another message.
//
// [Parse] turns one message into a [Report]: what it is and who wrote it, which
// recipients it is about, what the refusing system said of each, why, who must
// act, whether the address may be mailed again, and which message it was.
// [Report.Err] turns the failures into errors for [errors.Is] and [errors.As].
// [FromError] and [FromResponse] give the same answers for a live SMTP session, and
// [ParseEvent] for a sending service's webhook. [ParseEntity] takes a message that
// go-message took apart already. [Sniff] looks at the header alone.
//
// # What is read
//
//   - Delivery status notifications: RFC 3464 and 6522, internationalised RFC
//     6533, with the damage that real systems do to them.
//   - The section for administrators that Exchange and Microsoft 365 write, as
//     text and as HTML. It is read by its structure, so in any language.
//   - The free-form bounces of other systems, by the shapes that most of them
//     share: "<address>: reason", an address with its reason below, transcripts
//     of SMTP sessions, labelled rows, tables. A table of formats tells systems
//     apart, and helps where the shapes are not enough.
//   - Complaints (RFC 5965), read receipts (RFC 8098), automatic replies (RFC
//     3834) and challenges are recognised. Their recipients did not fail.
//   - Letters of people who quote, paste or forward a report: the report stands
//     in [Report.Quoted].
//
// # How to read a report
//
// A report names two kinds of host. [Report.GeneratingServer] wrote it;
// [Recipient.RemoteServer], where there is one, gave the answer that the report
// tells of. Where no remote server is named, the generating server itself
// refused. The SMTP response is English in every language of a report, and it
// decides: the words around it are the reporting system's advice to its user.
// [Report.Original] is the message that came back, as far as it did; its Received
// fields tell which way it took, and its authentication results what other
// servers made of SPF, DKIM and DMARC.
//
// # A verdict needs proof
//
// What a message says, what that means and what to do are three steps.
// [Recipient.Suppress] is true only where a mail system wrote the report; it
// reports a failure; the address is one valid mailbox, named where reports name
// recipients; the reply refuses for good; it came when or after the recipient was
// named; its meaning condemns the address; and nothing said as plainly points
// elsewhere. [Recipient.Withheld] names the first of these rules that did not
// hold, and [Recipient.Evidence] the code, token or words that decided the
// reason. A value that the message does not hold is not in the report.
//
// # Limits
//
// Parts are found wherever they stand. The fields of the delivery-status part
// come first; the text fills in what they leave open, and never overrules them.
// Damage is recorded as a [Defect], and the rest is read.
//
// Strings are valid UTF-8 and bounded. Host names, codes and responses are one
// line without control characters; [Report.Text] keeps its line ends, headers are
// as they came, and an address may hold any character but a line end, see
// [headers.ValidMailbox]. Time is linear in the size of the message; memory is bounded by [Options] and does not
// grow with a returned message.
//
// All functions may be called from several goroutines at once.
//
// # Forged reports
//
// Anybody can send a message that looks like a report, about any address, and its
// header is no proof of who wrote it. Act on one only if it is about a message
// that you sent: see [Report.Trust].
//
// # The way of the data
//
// Each package below internal takes text and returns plain values of package
// found; none knows another reader, or package ndr.
//
//	mime      bytes -> parts, damage, limits
//	author    header -> who wrote the message, by a named rule
//	dsn       delivery-status part -> fields of each recipient
//	exchange  text -> the section for administrators
//	freeform  text -> recipients and answers of prose, and whether it is a report
//	letter    text -> the message that a letter quotes
//	event     body of a webhook -> events; text -> those that Amazon SES tells by mail
//
// Package ndr merges what they found (merge.go), has package codes say what each
// response means (codes/judge.go, which applies the rules permanent, stage, meaning
// and contradiction to the reply itself), and applies the other rules to the report
// (verdict.go). Below the readers stand lex, the one reader of each small thing;
// reply, which finds a server's answer in prose; and wording, the tables of phrases,
// labels and formats.
//
// # Adding to it
//
// First put a message of the system, with reserved names, into testdata/text, and
// what it must yield beside it (testdata/README.md says how). Often the general
// shapes read it already. If not:
//
//   - a mail system: an entry in internal/wording/data/formats.txt, and its name in
//     the list of README.md;
//   - a label of a row: internal/wording/data/labels.txt;
//   - a phrase: another file of internal/wording/data;
//   - a layout of Exchange: a file in internal/exchange;
//   - a rule of authorship: Rules in internal/author/author.go;
//   - a shape of prose: a class in internal/freeform/classify.go;
//   - a provider's webhook: internal/event/providers.go and words.txt, with a sample
//     in testdata/webhooks;
//   - what the words of servers mean: codes/data/grammar.txt, with a line in
//     testdata/replies; what a code means: codes/data/status.tsv;
//   - advice on a code: codes/data/advice.txt and its translations.
//
// What stands in a folder data is compiled into the package, but for advice: after a
// change run
//
//	go generate ./... && go test ./...
//
// The documentation of each of these packages tells the steps.
package ndr
