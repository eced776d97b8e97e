package headers

import "strings"

// Automatic reports whether a program must not answer the message by itself (RFC
// 3834, section 2), and gives the name, as written, of the first field that says
// so: the message was sent automatically (Auto-Submitted, the fields of
// responders, a report), to many people (Precedence, List-*, Feedback-ID), from
// where no answer is wanted (a null return path, MAILER-DAEMON, owner-list,
// list-request), or asks for none (X-Auto-Response-Suppress). An answer to such a
// message reaches nobody or everybody, or two programs answer each other for
// ever. Where nothing says so, the answer must still go to the return path, and
// once in some days to each sender.
func Automatic(h *Header) (field string, automatic bool) {
	for f := range h.Fields() {
		name := lowerASCII(f.Name())
		says, ok := automaticFields[name]
		if ok && says(lowerASCII(f.Value())) || strings.HasPrefix(name, "list-") {
			return f.Name(), true
		}
	}
	return "", false
}

// automaticFields tells what a field must hold, in lower case, to say that no
// automatic answer may be sent. The fields of lists (RFC 2369, RFC 2919) all
// begin with "List-".
var automaticFields = map[string]func(value string) bool{
	"auto-submitted":           isNotNo,         // RFC 3834, section 5
	"precedence":               isBulk,          // RFC 3834, section 2
	"return-path":              isNoReturnPath,  // RFC 3834, section 2
	"from":                     isDaemon,        // a report that came without its return path
	"content-type":             isReport,        // RFC 3834, section 2, with RFC 6522
	"feedback-id":              always,          // Google: mail to many, see ParseFeedbackID
	"mailing-list":             always,          // ezmlm
	"x-mailing-list":           always,          // Majordomo and others
	"x-beenthere":              always,          // Mailman, Google Groups
	"x-auto-response-suppress": suppressesReply, // Exchange

	// Responders.
	"x-autoreply":         isNotNo, // providers
	"x-autorespond":       isNotNo,
	"x-autoresponder":     isNotNo, // qmail's autorespond
	"x-autoresponse":      isNotNo,
	"x-auto-reply-from":   isNotNo, // Oracle
	"x-autoreply-from":    isNotNo,
	"x-mail-autoreply":    isNotNo, // cPanel
	"x-vacation-reply-to": isNotNo, // GroupWise
	"x-otrs-loop":         isNotNo, // OTRS, Znuny: what the system sends by itself

	"x-failed-recipients": always, // Exim, Google: a report
}

func always(string) bool { return true }

// isNotNo reports whether a value is another than "no". Parameters and a comment
// may follow.
func isNotNo(value string) bool { return firstWord(value) != "no" }

// firstWord returns a value up to the first blank, semicolon or comment.
func firstWord(value string) string {
	sc := scanner{s: value}
	sc.skipCFWS()
	return sc.consumeUntil(";(,")
}

func isBulk(value string) bool {
	switch firstWord(value) {
	case "bulk", "junk", "list", "auto_reply", "auto-reply":
		return true
	}
	return false
}

// isNoReturnPath reports whether no answer may go to a return path. QUIRK: some
// write nothing, or MAILER-DAEMON, for the null path "<>".
func isNoReturnPath(value string) bool {
	a, ok := ParseAddress(value)
	if !ok {
		return true
	}
	return strings.HasPrefix(a.Local, "owner-") || strings.HasSuffix(a.Local, "-request") || a.Local == "mailer-daemon"
}

// isDaemon reports whether From names a mail system.
func isDaemon(value string) bool {
	a, _ := ParseAddress(value)
	return a.Local == "mailer-daemon"
}

// isReport reports whether a Content-Type is that of a report: about delivery,
// disposition or abuse.
func isReport(value string) bool {
	switch firstWord(value) {
	case "multipart/report", "message/delivery-status", "message/disposition-notification", "message/feedback-report":
		return true
	}
	return false
}

// suppressesReply reports whether X-Auto-Response-Suppress names answers; its
// other values are about reports and receipts. Source: Microsoft, [MS-OXCMAIL],
// section 2.1.3.2.
func suppressesReply(value string) bool {
	for word := range strings.FieldsFuncSeq(value, func(r rune) bool { return strings.ContainsRune(" ,;", r) }) {
		if word == "all" || word == "oof" || word == "autoreply" {
			return true
		}
	}
	return false
}
