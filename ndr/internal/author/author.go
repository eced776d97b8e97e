// Package author says from a header alone who wrote a message: [ReadHeader] tries
// the [Rules] in order, and the first that holds decides.
//
// A new rule is an entry of Rules, and a case in the test: a test fails for a rule
// that decides no case. Its name is public, as AuthorRule of a report. That a mail
// system wrote a message makes it no report: package freeform weighs the text by
// PathScore and FromScore, which the rules do not change.
package author

import (
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// An Author is who wrote a message. The values are the values of ndr.Author.
type Author uint8

// The authors.
const (
	// Unknown: nothing in the header tells, or there is no header.
	Unknown Author = iota
	// System: a mail system, whoever passed the message on.
	System
	// Person: somebody with a mail program.
	Person
	// List: the program that runs a mailing list, in its own name.
	List
	// Responder: a program that answers on behalf of a person or a help desk.
	Responder
)

// A Rule tells who wrote a message by something in its header.
type Rule struct {
	// Name says what the rule looks at.
	Name   string
	author Author
	holds  func(h *Header) bool
}

// Rules are tried in order; the first that holds decides. What only a mail
// system writes stands before what only a mail program writes, since a report
// that a person's rule passes on keeps the fields of both.
var Rules = []Rule{
	// Nobody has the address MAILER-DAEMON, whatever path the message took.
	{"daemon-sender", System, (*Header).isFromDaemon},
	// RFC 5321, section 4.5.5: reports have the null return path. A responder
	// has it too (RFC 3834, section 3.3), and says so in a field or its subject.
	{"report-from-null-path", System, func(h *Header) bool {
		return h.NullReturnPath && h.isDeliveryReport() && !h.answersForPerson()
	}},
	// RFC 5965: a mailbox provider passes on that a person complained.
	{"complaint-type", System, func(h *Header) bool { return strings.Contains(h.ContentType(), "feedback-report") }},
	// A list manager marks what it writes itself.
	{"list-manager", List, (*Header).IsListManager},
	{"responder-field", Responder, func(h *Header) bool { return h.FromScore < 2 && h.answersForPerson() }},
	// What a person types goes out through a mail program, from a return path.
	{"mail-program", Person, func(h *Header) bool {
		return h.mayBePerson() && h.hasMailProgram() || !h.NullReturnPath && !h.IsTypedReport() && h.namesMailProgram()
	}},
	{"reply-thread", Person, func(h *Header) bool { return h.mayBePerson() && h.isInThread() }},
	{"forwarded-by-hand", Person, func(h *Header) bool { return h.mayBePerson() && h.IsForwarded() && !h.IsAutoForwarded() }},
	{"mailbox-provider", Person, func(h *Header) bool { return h.mayBePerson() && h.isSignedByMailboxProvider() }},
	// A postmaster's address is a mail system's unless a mail program wrote.
	{"system-sender", System, func(h *Header) bool {
		// QUIRK: James answers "Re: ..." from the null path.
		return h.FromScore >= 2 && (h.NullReturnPath || (!h.HasPath() || h.SaysReport()) && !h.isAnswer())
	}},
	{"notification-service", System, func(h *Header) bool {
		return slices.Contains(notificationServices, domainOf(h.sender))
	}},
	// A rule in a mailbox passes a report on in the name of its owner.
	{"passed-on-by-rule", System, func(h *Header) bool {
		return h.IsAutoForwarded() && h.IsForwarded() && h.subjectReports()
	}},
	{"report-without-path", System, func(h *Header) bool { return h.isDeliveryReport() && h.isGenerated() && !h.HasPath() }},
	// A header that lost its From is damaged; what people write has one.
	{"report-without-sender", System, func(h *Header) bool { return h.IsTypedReport() && !h.Has("From") }},
	{"null-path", System, func(h *Header) bool { return h.NullReturnPath && h.SaysReport() && !h.isAnswer() && !h.hasTicket() }},
	{"automatic-answer", Responder, func(h *Header) bool {
		return h.isAutomatic() || h.isGenerated() && h.hasTicket()
	}},
	{"own-return-path", Person, (*Header).isFromOwnPath},
	{"list-role", List, func(h *Header) bool { return h.FromScore < 2 && ListName(h.fromLocal()) != "" }},
}

// decide returns the author by the first of the [Rules] that holds. Of two From fields,
// where RFC 5322, section 3.6, has one, and of two addresses in one, nobody knows which
// tells who wrote.
func (h *Header) decide() (Author, string) {
	if h.senders() > 1 {
		return Unknown, ""
	}
	for i := range Rules {
		if Rules[i].holds(h) {
			return Rules[i].author, Rules[i].Name
		}
	}
	return Unknown, ""
}

// senders returns how many From fields, or addresses in them, there are.
func (h *Header) senders() (n int) {
	for value := range h.Values("From") {
		n++
		if strings.Count(value, "@") > 1 {
			n += max(1, len(headers.ParseAddressList(value))) - 1
		}
	}
	return n
}

// isFromDaemon reports whether From is an address that no person has, or the
// empty one.
func (h *Header) isFromDaemon() bool {
	if h.sender != "" {
		local := h.fromLocal()
		return lex.HasPhrase(local, wording.Daemons) && !h.mayBeMailbox() ||
			isExchangeSender(local) || slices.Contains(providerDaemons, h.sender)
	}
	return h.isUnsigned() || lex.HasPhrase(h.from, wording.Daemons)
}

// isExchangeSender reports whether a local part is the one that Exchange reports
// from: MicrosoftExchange and an identifier of 32 hexadecimal digits.
func isExchangeSender(local string) bool {
	const prefix = "microsoftexchange"
	return strings.HasPrefix(local, prefix) && len(local) == len(prefix)+32
}

// isDeliveryReport reports whether the message says that it is a report about
// delivery, by its type (RFC 6522) or by the field that Exim and Gmail write.
func (h *Header) isDeliveryReport() bool {
	return h.IsTypedReport() || h.hasAny(reportFields)
}

// SaysReport reports whether the type or the subject says that the message is a report.
func (h *Header) SaysReport() bool {
	return h.isDeliveryReport() || h.subjectReports() && !h.answersForPerson()
}

// subjectReports is [Header.Reports] for a report of any format.
func (h *Header) subjectReports() bool {
	return h.Reports(&wording.AllFormats.Words, wording.AnyFormat)
}

// isGenerated reports whether a program wrote the message, on whatever occasion
// (RFC 3834, section 5).
func (h *Header) isGenerated() bool {
	return lex.HasPrefixLower(h.Get("Auto-Submitted"), "auto-")
}

// isFromResponder reports whether there is a field that only responders write, or
// X-Mailer names a responder.
func (h *Header) isFromResponder() bool {
	return h.hasAny(autoReplyFields) || lex.HasPhrase(strings.ToLower(h.Get("X-Mailer")), wording.ResponderMailers)
}

// answersForPerson reports whether a field or the subject says that a program
// answers on behalf of a person. RFC 3834 has mail systems call their reports
// auto-replied too, so that field alone does not say it.
func (h *Header) answersForPerson() bool {
	return h.isFromResponder() || h.hasAny(ticketFields) || h.hasTicket() && h.isGenerated() ||
		wording.ResponderSubjects.In(h.Subject) || wording.AutoReplies.In(h.Subject)
}

// hasTicket reports whether the subject bears the number of a ticket, as help
// desks put it in front: "[Ticket#2026112910000012]", "[example.com #417]".
func (h *Header) hasTicket() bool {
	open := strings.IndexByte(h.Subject, '[')
	end := strings.IndexByte(h.Subject, ']')
	if open < 0 || end < open {
		return false
	}
	_, number, _ := strings.Cut(h.Subject[open:end], "#")
	number = strings.TrimLeft(number, " :")
	return lex.IsDigits(number[:min(1, len(number))])
}

// mayBePerson reports whether nothing in the envelope and in From speaks
// against a person.
func (h *Header) mayBePerson() bool {
	return !h.NullReturnPath && h.FromScore < 2 && !h.isGenerated()
}

// fromLocal returns the local part of the address in From, in lower case.
func (h *Header) fromLocal() string {
	local, _, _ := strings.Cut(h.sender, "@")
	return local
}

// MayReport reports whether anything but the text may show that the message is
// a report: that the header was lost, a sender or return path of a mail system,
// the type of a report, or a subject that reports, from the null path, from a
// number of a telephone, or from an address that nobody reads. KDDI reports from
// the null path and no-reply@, with only "Mail" as the subject.
func (h *Header) MayReport() bool {
	if h.IsLost() || h.FromScore > 0 || h.PathScore > 0 && !h.NullReturnPath || h.IsTypedReport() {
		return true
	}
	nobody := lex.HasPhrase(h.fromLocal(), unattended)
	return h.NullReturnPath && !h.hasName() && nobody ||
		(h.NullReturnPath || lex.IsDigits(h.fromLocal()) || nobody) && h.subjectReports()
}

// hasName reports whether From gives a display name.
func (h *Header) hasName() bool { return strings.Trim(h.name, " \"'()") != "" }

// IsTypedReport reports whether the message has the type of a report (RFC 6522).
func (h *Header) IsTypedReport() bool {
	return strings.Contains(h.ContentType(), "delivery-status")
}

// namesMailProgram reports whether a field names a program that people write
// mail with. Apple's name themselves in a comment on MIME-Version.
func (h *Header) namesMailProgram() bool {
	return slices.ContainsFunc([]string{"User-Agent", "X-Mailer", "Mime-Version"}, func(name string) bool {
		return lex.HasPhrase(lex.FoldLower(h.Get(name)), mailPrograms)
	})
}

// hasMailProgram reports whether such a program made the message: one that a
// field names, or one that marks its header in its own way.
func (h *Header) hasMailProgram() bool {
	return h.namesMailProgram() || h.hasAny(mailProgramFields) ||
		lex.HasPhrase(lex.FoldLower(h.Get("Message-Id")), mailProgramIDs)
}

// hasAny reports whether one of the fields is there.
func (h *Header) hasAny(names []string) bool { return slices.ContainsFunc(names, h.Has) }

// isInThread reports whether the message goes on a conversation: it answers
// another and says so in its subject, or bears Outlook's index of the thread.
func (h *Header) isInThread() bool {
	if h.Has("Thread-Index") {
		return true
	}
	if !h.Has("In-Reply-To") && !h.Has("References") || ListName(h.fromLocal()) != "" {
		return false
	}
	return hasAnswerMark(h.Subject) || !h.subjectReports()
}

// isAnswer reports whether the subject answers or forwards a message, as people do.
func (h *Header) isAnswer() bool { return hasAnswerMark(h.Subject) || h.IsForwarded() }

// IsSure reports whether only a mail system can have written a message with this
// header: the sender is a daemon, or the type is a report's.
func (h *Header) IsSure() bool { return h.isFromDaemon() || h.IsTypedReport() }

// hasAnswerMark reports whether a folded subject begins with the mark of an
// answer.
func hasAnswerMark(subject string) bool {
	return slices.ContainsFunc(answerMarks, func(mark string) bool { return strings.HasPrefix(subject, mark) })
}

// isSignedByMailboxProvider reports whether a provider of mailboxes signed the
// message for an ordinary address of its own.
func (h *Header) isSignedByMailboxProvider() bool {
	if !isOfMailboxProvider(h.sender) {
		return false
	}
	for value := range h.Values("DKIM-Signature") {
		if headers.Aligned(headers.ParseSignature(value).Domain, domainOf(h.sender)) {
			return true
		}
	}
	return false
}

// isFromOwnPath reports whether the message comes from the very address that
// wrote it, an ordinary one with a name, and is written for its reader alone.
func (h *Header) isFromOwnPath() bool {
	if h.sender == "" || h.sender != h.sent || !h.mayBePerson() || h.FromScore > 0 || h.isBulk() || h.IsListMail() {
		return false
	}
	local := h.fromLocal()
	if lex.HasPhrase(local, unattended) || ListName(local) != "" {
		return false
	}
	return h.hasName() || !h.SaysReport()
}
