package author

import (
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// Kind tells the answers that programs give on behalf of people from other mail:
// [found.AutoReply], [found.Challenge], [found.Feedback] for a request to be taken off
// a list, or [found.Other]. text is the text of the message, "" where it is not known.
func Kind(h *Header, text string) found.Kind {
	text = lex.FoldLower(text[:min(len(text), maxChallenge)])
	for i := range kindRules {
		if kindRules[i].holds(h, text) {
			return kindRules[i].kind
		}
	}
	return found.Other
}

// kindRules are tried in order; the first that holds decides. text is the beginning of
// the text of the message, folded.
var kindRules = []struct {
	name  string
	kind  found.Kind
	holds func(h *Header, text string) bool
}{
	// Apple Mail asks a list on behalf of its user.
	{"unsubscribe-request", found.Feedback, func(h *Header, _ string) bool { return h.Has("X-Apple-Unsubscribe") }},
	{"list-manager", found.Other, func(h *Header, _ string) bool { return h.IsListManager() }},
	{"challenge-subject", found.Challenge, func(h *Header, _ string) bool {
		return h.Has("X-Tmda-Fingerprint") || lex.HasPhrase(h.Subject, wording.ChallengeSubjects)
	}},
	{"challenge-words", found.Challenge, func(h *Header, text string) bool {
		return (h.answers() || h.isFromDaemon()) && lex.HasPhrase(text, wording.ChallengePhrases)
	}},
	{"asks-to-confirm", found.Challenge, func(h *Header, text string) bool {
		return (h.answers() || h.isFromNobody() || h.isFromFilter()) && asksToConfirm(text)
	}},
	{"responder", found.AutoReply, func(h *Header, _ string) bool {
		return h.isAutomatic() || wording.ResponderSubjects.In(h.Subject)
	}},
	{"moved", found.AutoReply, func(h *Header, _ string) bool {
		return (h.isFromNobody() || h.isBulkMail()) && lex.HasPhrase(h.Subject, wording.MovedSubjects)
	}},
	{"away", found.AutoReply, func(h *Header, _ string) bool {
		mayAnswer := h.isFromNobody() && !h.IsListMail() || h.isBulkMail() && strings.Contains(h.Subject, "re:")
		return mayAnswer && lex.HasPhrase(h.Subject, wording.AwaySubjects)
	}},
	{"help-desk", found.AutoReply, func(h *Header, _ string) bool {
		return h.isGenerated() && !h.IsListMail() && lex.HasPhrase(h.Subject, wording.HelpDeskSubjects)
	}},
}

// answers reports whether the message answers another.
func (h *Header) answers() bool {
	return h.isAutomatic() || h.Has("In-Reply-To") || strings.HasPrefix(h.Subject, "re:")
}

// isBulkMail reports whether the message was not written for its reader alone, and
// no list sent it.
func (h *Header) isBulkMail() bool { return h.isBulk() && !h.IsListMail() }

// isFromFilter reports whether From names a filter, which asks those that it does
// not know to confirm what they sent. Its digests ask for nothing.
func (h *Header) isFromFilter() bool {
	return lex.HasPhrase(h.from, wording.FilterNames) && !wording.DigestPhrases.In(h.Subject)
}

// asksToConfirm reports whether a folded text says that a message waits, and
// asks to follow a link so that it is delivered.
func asksToConfirm(text string) bool {
	return strings.Contains(text, "://") && lex.HasPhrase(text, wording.WaitingPhrases) && lex.HasPhrase(text, wording.LinkPhrases)
}

// isFromNobody reports whether a message has the null return path and is from
// an ordinary address.
func (h *Header) isFromNobody() bool { return h.PathScore > 0 && h.FromScore == 0 }

// isBulk reports whether a message was not written for its reader alone.
func (h *Header) isBulk() bool { return lex.OneOf(h.Get("Precedence"), "bulk", "junk") }

// isAutomatic reports whether a field says that a program answered: the field
// of RFC 3834, section 5, or a field that came before it.
func (h *Header) isAutomatic() bool {
	auto := h.Get("Auto-Submitted")
	return lex.HasPrefixLower(auto, "auto-replied") || lex.HasPrefixLower(auto, "auto-notified") ||
		lex.OneOf(h.Get("Precedence"), "auto_reply", "auto-reply") || h.isFromResponder()
}

// IsListManager reports whether the program that runs a mailing list wrote the
// message: an answer to a command or a notice to a member, which no person
// stands behind.
func (h *Header) IsListManager() bool {
	return h.hasAny(listManagerFields) || lex.HasPhrase(h.from, wording.ListManagers)
}

var listManagerFields = []string{
	"X-List-Administrivia", // Mailman
	"X-Mailman-Approved-At",
}

// autoReplyFields are fields that only responders write.
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
