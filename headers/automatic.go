package headers

import (
	"slices"
	"strings"
)

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
		if f.isAutomatic() {
			return f.Name(), true
		}
	}
	return "", false
}

// isAutomatic reports whether the field says that no automatic answer may be sent.
func (f Field) isAutomatic() bool {
	switch name := lowerASCII(f.Name()); name {
	case "auto-submitted", // RFC 3834, section 5
		// Responders.
		"x-autoreply", // providers
		"x-autorespond",
		"x-autoresponder", // qmail's autorespond
		"x-autoresponse",
		"x-auto-reply-from", // Oracle
		"x-autoreply-from",
		"x-mail-autoreply",    // cPanel
		"x-vacation-reply-to", // GroupWise
		"x-otrs-loop":         // OTRS, Znuny: what the system sends by itself
		return f.firstWord() != "no"
	case "feedback-id", // Google: mail to many, see ParseFeedbackID
		"mailing-list",        // ezmlm
		"x-mailing-list",      // Majordomo and others
		"x-beenthere",         // Mailman, Google Groups
		"x-failed-recipients": // Exim, Google: a report
		return true
	case "precedence": // RFC 3834, section 2
		return slices.Contains([]string{"bulk", "junk", "list", "auto_reply", "auto-reply"}, f.firstWord())
	case "content-type": // RFC 3834, section 2, with RFC 6522: a report about delivery, disposition or abuse
		return slices.Contains([]string{
			"multipart/report", "message/delivery-status",
			"message/disposition-notification", "message/feedback-report",
		}, f.firstWord())
	case "return-path": // RFC 3834, section 2
		// QUIRK: some write nothing, or MAILER-DAEMON, for the null path "<>".
		a, ok := ParseAddress(lowerASCII(f.Value()))
		return !ok || a.Local == "mailer-daemon" ||
			strings.HasPrefix(a.Local, "owner-") || strings.HasSuffix(a.Local, "-request")
	case "from": // of a report that came without its return path
		a, _ := ParseAddress(lowerASCII(f.Value()))
		return a.Local == "mailer-daemon"
	case "x-auto-response-suppress": // Exchange ([MS-OXCMAIL], section 2.1.3.2)
		// The other values are about reports and receipts.
		words := strings.FieldsFunc(lowerASCII(f.Value()), isSeparator)
		return slices.Contains(words, "all") || slices.Contains(words, "oof") || slices.Contains(words, "autoreply")
	default: // the fields of lists (RFC 2369, RFC 2919)
		return strings.HasPrefix(name, "list-")
	}
}

// firstWord returns a value, in lower case, up to the first blank, semicolon or
// comment.
func (f Field) firstWord() string {
	sc := scanner{s: lowerASCII(f.Value())}
	sc.skipCFWS()
	return sc.consumeUntil(";(,")
}
