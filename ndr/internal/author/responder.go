package author

import (
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/wording"
)

// Kind tells the answers that programs give on behalf of people from
// other mail: [AutoReply], [Challenge], [Feedback] for a request to be taken
// off a list, or [Other].
func Kind(h *Header, text string) found.Kind {
	if h.Has("X-Apple-Unsubscribe") { // Apple Mail, on behalf of its user
		return found.Feedback
	}
	if IsListManager(h) {
		return found.Other
	}
	subject := strings.ToLower(mime.DecodeHeader(h.Get("Subject")))
	automatic := isAutomatic(h)
	answers := automatic || h.Has("In-Reply-To") || strings.HasPrefix(subject, "re:")
	switch {
	case h.Has("X-Tmda-Fingerprint"), lex.HasPhrase(subject, wording.ChallengeSubjects):
		return found.Challenge
	case answers && lex.HasPhrase(lex.FoldLower(text[:min(len(text), maxChallenge)]), wording.ChallengePhrases):
		return found.Challenge
	case (answers || isFromNobody(h) || isFromFilter(h) && !lex.HasPhrase(subject, wording.DigestPhrases)) && AsksToConfirm(lex.FoldLower(text[:min(len(text), maxChallenge)])):
		return found.Challenge
	case automatic, lex.HasPhrase(subject, wording.ResponderSubjects):
		return found.AutoReply
	case (isFromNobody(h) || isBulk(h) && !h.IsListMail()) && lex.HasPhrase(subject, wording.MovedSubjects):
		return found.AutoReply
	case (isFromNobody(h) || isBulk(h) && strings.Contains(subject, "re:")) && !h.IsListMail() && lex.HasPhrase(subject, wording.AwaySubjects):
		return found.AutoReply
	case h.isGenerated() && !h.IsListMail() && lex.HasPhrase(subject, wording.HelpDeskSubjects):
		return found.AutoReply
	}
	return found.Other
}

// AsksToConfirm reports whether a folded text says that a message waits, and
// asks to follow a link so that it is delivered.
func AsksToConfirm(text string) bool {
	return strings.Contains(text, "://") && lex.HasPhrase(text, wording.WaitingPhrases) && lex.HasPhrase(text, wording.LinkPhrases)
}

// isFromNobody reports whether a message has the null return path and is from
// an ordinary address.
func isFromNobody(h *Header) bool {
	return h.PathScore > 0 && h.FromScore == 0
}

// isFromFilter reports whether From names a filter, which asks those that it
// does not know to confirm what they sent.
func isFromFilter(h *Header) bool {
	return lex.HasPhrase(lex.FoldLower(h.Get("From")), wording.FilterNames)
}

// isBulk reports whether a message was not written for its reader alone.
func isBulk(h *Header) bool {
	return lex.OneOf(strings.TrimSpace(h.Get("Precedence")), "bulk", "junk")
}

// isAutomatic reports whether a field says that a program answered: the field
// of RFC 3834, section 5, or one of those that came before it.
func isAutomatic(h *Header) bool {
	auto := strings.ToLower(strings.TrimSpace(h.Get("Auto-Submitted")))
	if strings.HasPrefix(auto, "auto-replied") || strings.HasPrefix(auto, "auto-notified") {
		return true
	}
	for _, name := range autoReplyFields {
		if h.Has(name) {
			return true
		}
	}
	switch strings.ToLower(strings.TrimSpace(h.Get("Precedence"))) {
	case "auto_reply", "auto-reply":
		return true
	}
	return lex.HasPhrase(strings.ToLower(h.Get("X-Mailer")), wording.ResponderMailers)
}

// IsListManager reports whether the program that runs a mailing list wrote the
// message: an answer to a command or a notice to a member, which no person
// stands behind.
func IsListManager(h *Header) bool {
	for _, name := range listManagerFields {
		if h.Has(name) {
			return true
		}
	}
	from := strings.ToLower(h.Get("From"))
	return lex.HasPhrase(from, wording.ListManagers)
}

var listManagerFields = []string{
	"X-List-Administrivia", // Mailman
	"X-Mailman-Approved-At",
}

// autoReplyFields are written by nothing but responders.
var autoReplyFields = []string{
	"X-Autoreply", // ISPs
	"X-Autorespond",
	"X-Autoresponder",   // qmail's autorespond
	"X-Mail-Autoreply",  // cPanel
	"X-Auto-Reply-From", // Oracle
	"X-Autoreply-From",
	"X-Autoresponse",
	"X-Vacation-Reply-To", // GroupWise
	"X-OTRS-Loop",         // OTRS, Znuny: on what the system sends by itself
}

// ticketFields are written by help desks on all that they send about a ticket.
var ticketFields = []string{"RT-Ticket", "X-JIRA-FingerPrint", "X-Zendesk-From-Account-Id", "X-Freshdesk-Ticket-Id", "X-ServiceNow-Generated"}

// maxChallenge is how much of a text is searched for a challenge.
const maxChallenge = 4 << 10
