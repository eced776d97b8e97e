// Package ndr reads bounces: messages in which a mail system reports what became
// of another message.
//
// [Parse] turns one message into a [Report]: what it is, which recipients it is
// about, what the refusing system said of each, why, who must act, whether the
// address may be mailed again, and which message it was. [Report.Err] turns the
// failures into errors for [errors.Is] and [errors.As]. [FromError] and
// [FromResponse] answer the same of a live SMTP reply. [Sniff] looks at the
// header alone.
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
//
// Parts are found wherever they stand. The fields of the delivery-status part
// come first; the text fills in what they leave open, and never overrules them.
// Damage is recorded as a [Defect], and the rest is read.
//
// # What is promised
//
// A value that the message does not hold is not in the report. [Recipient.Evidence]
// says which code, token or phrase decided a reason. [Recipient.Suppress] is true
// only for a permanent refusal of the address itself.
//
// Strings are valid UTF-8 without control characters, and bounded, but for
// [Report.Text], which keeps line ends and tabs, and the headers, which are as
// they came. Time is linear in the size of the message; memory is bounded by
// [Options] and does not grow with a returned message.
//
// All functions may be called from several goroutines at once.
//
// # Forged reports
//
// Anybody can send a message that looks like a report, about any address. Act on
// one only if it is about a message that you sent: compare [Report.Original] and
// [Report.Correlators] with what you know, or send from a return path that only
// you can make, see [headers.VERPKey]. Authentication results in a returned
// header are claims of whoever returned it.
//
// # Adding a mail system
//
// First put a message of it, with reserved names, into testdata/text, and what
// it must yield beside it. Often the general shapes read it already. If not, add
// what its first lines or header fields hold to ndr/internal/wording/data/formats.txt,
// and what its sentences and rows say to the files beside that, which need no Go:
// the documentation of package wording says how. What the words of its servers
// mean belongs into the tables of package codes.
package ndr
