package freeform

import (
	"slices"
	"strings"
	"unicode"

	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// An evidence is what the rules weigh: the text with its header, what was read of
// it, and a few facts that several rules ask for.
type evidence struct {
	*TextView
	*reading
	// recipients are the recipients found, first the candidate that the first of them was
	// made of, nil where a field of the header named them.
	recipients []found.Recipient
	first      *candidate
	// replied says that a server's reply to one of them is among what was said.
	replied bool
	// header is how much of the header speaks for a mail system as the one who
	// wrote, and system how much of header and text does.
	header, system int
}

func newEvidence(v *TextView, read *reading, chosen []*candidate, recipients []found.Recipient) *evidence {
	e := &evidence{TextView: v, reading: read, recipients: recipients, header: v.PathScore + v.FromScore}
	if len(chosen) > 0 {
		e.first = chosen[0]
	}
	e.replied = slices.ContainsFunc(recipients, isReplied)
	if e.speaksForRecipient() {
		e.header++
	}
	// Where somebody pasted the text, or the header was lost on the way, it speaks
	// against nobody, and the words of the text are left.
	ofSystem := e.introduced || e.format != wording.AnyFormat && e.FromScore >= 2
	e.system = e.header + countTrue(ofSystem, e.IsLost(), e.subjectReports(), e.listManager && !e.introduced)
	return e
}

// speaksForRecipient reports whether the message is from the only recipient
// that it names, and reports a failure in its subject.
//
// QUIRK: gateways to telephones answer in the name of the one called.
func (e *evidence) speaksForRecipient() bool {
	if len(e.recipients) != 1 || !e.isListed() {
		return false
	}
	address := e.recipients[0].Address
	return e.IsFrom(address) && !e.IsTo(address) && e.subjectReports()
}

// isListed reports whether the first recipient stands in a shape that reports
// have.
func (e *evidence) isListed() bool { return e.first != nil && e.first.tier <= tierListed }

// inSentence reports whether a sentence names the first recipient.
func (e *evidence) inSentence() bool { return e.first != nil && e.first.inSentence }

// A rule decides by one property whether a text is a report.
type rule struct {
	name string
	// report is what a text is for which the rule holds.
	report bool
	holds  func(*evidence) bool
}

// rules are asked in this order; the first that holds has decided.
var rules = []rule{
	{"names nobody", true, namesNobody},
	// Any other report that names nobody cannot be told from what only speaks of one.
	{"no recipient", false, func(e *evidence) bool { return len(e.recipients) == 0 }},
	// Nothing but reports of a mail system has these fields.
	{"fields of the header", true, func(e *evidence) bool { return e.Has(failedField) || e.IsTypedReport() }},
	{"reply or log", false, replyOrLog},
	// What a filter holds back it lists without the replies of servers.
	{"digest", false, func(e *evidence) bool { return !e.replied && e.opensWith(wording.SaysDigest) }},
	{"challenge", false, challenge},
	{"no reply, unknown writer", false, noReplyUnknownWriter},
	{"no reply, sentence from a return path", false, noReplySentence},
	{"post to a list", false, listPost},
	{"nobody but the addressee", false, nobodyButAddressee},
	{"warning to the addressee", false, warningToAddressee},
	// A table of messages that were held back has a column for their senders, and one for
	// their subjects, which speak of bounces too.
	{"list of messages", false, func(e *evidence) bool { return e.opensWith(wording.SaysColumns) }},
	{"statistics", false, statistics},
}

// scoreRule is the name of the decision where no rule has decided: the signs
// are summed up.
const scoreRule = "signs"

// weigh decides whether a text is a report, and names the rule that decided.
func weigh(e *evidence) (report bool, rule string) {
	for _, r := range rules {
		if r.holds(e) {
			return r.report, r.name
		}
	}
	return e.hasEnoughSigns(), scoreRule
}

// countTrue returns how many of signs there are.
func countTrue(signs ...bool) (n int) {
	for _, sign := range signs {
		if sign {
			n++
		}
	}
	return n
}

// saysWhat reports whether the text opens with what happened.
func (e *evidence) saysWhat() bool {
	return e.openingSenses()&(wording.SaysOutcome|wording.SaysDelivered) != 0
}

// saysWhy reports whether the words about the first recipient give a known reason,
// under the subject of a report.
func (e *evidence) saysWhy() bool {
	return e.subjectReports() && reply.HasKnownReason([]string{e.recipients[0].Response})
}

// hasEnoughSigns reports whether the signs are enough: some of both kinds, and
// the less of a mail system the more of the text.
func (e *evidence) hasEnoughSigns() bool {
	// What a mail system writes around a reply or a known reason, or anybody of what
	// happened, counts twice.
	tells := e.saysWhat() || e.system >= author.DaemonEvidence && (e.replied || e.saysWhy())
	text := countTrue(tells, tells, e.IsLost() && e.saysWhat(), e.subjectReports(), e.isListed())
	return e.system >= 2 && text >= 2 || e.system == 1 && text >= 3
}

// namesNobody: a mail system that writes from the null return path under the
// subject of a report says that delivery failed, and not to whom.
func namesNobody(e *evidence) bool {
	return len(e.recipients) == 0 && e.NullReturnPath && e.header >= author.DaemonEvidence && e.subjectReports() && e.outcome.failed
}

// replyOrLog: what begins with a server's reply, without a header, is no message but
// the reply, or lines of a log, each about a message of its own.
func replyOrLog(e *evidence) bool {
	i := slices.IndexFunc(e.firstLines(), func(line string) bool { return line != "" })
	return i >= 0 && e.IsLost() && reply.ReplyIn(e.report[i]) >= 0
}

// challenge: who asks the sender to prove that a person wrote goes on to deliver the
// message. A server may say so too, in its reply to the recipient.
func challenge(e *evidence) bool {
	return !e.replied && e.openingSenses()&wording.SaysChallenge != 0
}

// noReplyUnknownWriter: without the reply of a server it takes the header of a
// mail system or list manager, the words by which one introduces itself, or at
// least no header that proves another.
func noReplyUnknownWriter(e *evidence) bool {
	return !e.replied && e.header == 0 && !e.introduced && !e.listManager && !e.IsLost()
}

// noReplySentence: a sentence that names somebody, in mail with an ordinary
// return path, is written by anybody.
func noReplySentence(e *evidence) bool {
	return !e.replied && !e.introduced && e.inSentence() && e.HasPath()
}

// listPost: what comes over a mailing list somebody posted there, unless a list
// manager writes itself.
func listPost(e *evidence) bool {
	return e.header < author.DaemonEvidence && e.IsListMail() && !e.listManager
}

// nobodyButAddressee: a message with a return path that names only the person it
// was sent to is about no mail of that person, if its sentences say so
// without the reply of a server, or if it returns no message: what asks people
// to "release" their mail reads so. A report about mail to oneself comes from
// the null return path.
func nobodyButAddressee(e *evidence) bool {
	bare := e.PathScore == 0 && len(e.original) == 0 && !lex.HasPhrase(e.ContentType(), []string{"multipart/mixed", "multipart/report"})
	return !e.NullReturnPath && !slices.ContainsFunc(e.recipients, func(r found.Recipient) bool {
		return !e.IsTo(r.Address) || !bare && (!e.inSentence() || isReplied(r))
	})
}

// warningToAddressee: where only a sentence tells the addressee of his own
// mailbox, it takes what a server answered, or the message: a warning that the
// mailbox is almost full reads so, and gives the code that others will get.
func warningToAddressee(e *evidence) bool {
	return e.NullReturnPath && e.inSentence() && !e.returns() &&
		slices.ContainsFunc(e.recipients, func(r found.Recipient) bool {
			return e.IsTo(r.Address) && !(isReplied(r) && strings.ContainsFunc(r.Response, unicode.IsLetter))
		})
}

// statistics: a list of what a mail system did goes to the one who runs it, and
// shows two signs of a list. It returns no message.
func statistics(e *evidence) bool {
	signs := min(e.pairs, 1) + min(countRows(e.firstLines()), 2)
	for i, words := range statisticsWords {
		if signs+len(statisticsWords)-i < 2 {
			break // as in most reports, which show none
		}
		if lex.HasPhrase(e.Subject, words) || lex.HasPhrase(e.opening(), words) {
			signs++
		}
	}
	return signs > 1 && !e.returns()
}

// isReplied reports whether what was said of a recipient is a server's reply.
func isReplied(r found.Recipient) bool { return reply.HasReply([]string{r.Response}) }

// opensWith reports whether the subject or the opening says something.
func (e *evidence) opensWith(what wording.Sense) bool {
	return (e.subject|e.openingSenses())&what != 0
}

// countRows returns how many lines are a name and how many there were of it,
// apart from it as in a table or behind a colon.
func countRows(lines []string) (n int) {
	for _, line := range lines {
		if isCountAhead(line) {
			n++
			continue
		}
		name := strings.TrimRight(line, "0123456789")
		count := line[len(name):]
		if count == "" {
			continue
		}
		column := (strings.HasSuffix(name, "  ") || strings.HasSuffix(name, "\t")) && (len(count) != 3 || !reply.IsReplyCode(count))
		name, _, ok := strings.Cut(name, ":")
		if column && strings.TrimSpace(name) != "" || ok && lex.HasPhrase(lex.FoldLower(name), countWords) {
			n++
		}
	}
	return n
}

// isCountAhead reports whether a line is a count and, in the next column, the name
// of what statistics count: "    12   bounced".
func isCountAhead(line string) bool {
	line = strings.TrimLeft(line, " ")
	name := strings.TrimLeft(line, "0123456789")
	return len(name) < len(line) && strings.HasPrefix(name, "  ") && lex.HasPhrase(lex.FoldLower(name), countWords)
}

// statisticsWords are what the lists hold that a mail system sends to the one
// who runs it: each kind of word counts once.
var statisticsWords = [][]string{
	{"sender recipient", "sender | recipient"},
	{"top bounce", "top failure", "top recipient", "top sender", "top 10", "top domain"},
	{"statistic", "statistik", "summary", "daily report", "weekly report", "monthly report", "report for yesterday", "failures yesterday", "last 24 hours", "zusammenfassung", "tagesbericht"},
}

// countWords are in the names of what statistics count.
var countWords = []string{"delivered", "bounced", "deferred", "rejected", "failed", "total", "zugestellt", "abgelehnt"}
