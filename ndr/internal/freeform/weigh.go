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
	// recipients are those found, first the candidate that the first of them was
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
	e.system = e.header + e.points(systemSigns)
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

// A verdict says whether a text is a report.
type verdict uint8

const (
	undecided verdict = iota
	isReport
	isNoReport
)

// A rule decides by one property whether a text is a report.
type rule struct {
	name    string
	decides func(*evidence) verdict
}

// rules are asked in this order; the first that decides has decided.
var rules = []rule{
	{"names nobody", namesNobody},
	{"no recipient", noRecipient},
	{"fields of the header", headerFields},
	{"reply or log", replyOrLog},
	{"digest", digest},
	{"challenge", challenge},
	{"no reply, unknown writer", noReplyUnknownWriter},
	{"no reply, sentence from a return path", noReplySentence},
	{"post to a list", listPost},
	{"nobody but the addressee", nobodyButAddressee},
	{"warning to the addressee", warningToAddressee},
	{"list of messages", listOfMessages},
	{"statistics", statistics},
}

// scoreRule is the name of the decision where no rule has decided: the signs
// are summed up.
const scoreRule = "signs"

// weigh decides whether a text is a report, and names the rule that decided.
func weigh(e *evidence) (report bool, rule string) {
	for _, r := range rules {
		if v := r.decides(e); v != undecided {
			return v == isReport, r.name
		}
	}
	return e.hasEnoughSigns(), scoreRule
}

// A sign speaks for a report with its points.
type sign struct {
	name    string
	points  int
	isThere func(*evidence) bool
}

// systemSigns speak for a mail system as the one who wrote, beside what the
// header does.
var systemSigns = []sign{
	{"introduces itself", 1, func(e *evidence) bool { return e.introduced }},
	// Somebody pasted the text, or the header was lost on the way: it speaks
	// against nobody, and the words of the text are left.
	{"header lost", 1, func(e *evidence) bool { return e.IsLost() }},
	{"header of a known system", 1, func(e *evidence) bool {
		return !e.introduced && e.format != wording.AnyFormat && e.FromScore >= 2
	}},
	{"subject of a report", 1, func(e *evidence) bool { return e.subjectReports() }},
	{"address of a list manager", 1, func(e *evidence) bool { return e.listManager && !e.introduced }},
}

// textSigns speak for the text of a report.
var textSigns = []sign{
	{"subject of a report", 1, func(e *evidence) bool { return e.subjectReports() }},
	{"says what happened, or a mail system's words around a reply or a known reason", 2, func(e *evidence) bool {
		return e.saysWhat() || e.system >= author.DaemonEvidence && (e.replied || e.saysWhy())
	}},
	{"says what happened, header lost", 1, func(e *evidence) bool { return e.IsLost() && e.saysWhat() }},
	{"recipients in a list", 1, (*evidence).isListed},
}

func (e *evidence) points(signs []sign) (sum int) {
	for _, s := range signs {
		if s.isThere(e) {
			sum += s.points
		}
	}
	return sum
}

// saysWhat reports whether the text opens with what happened.
func (e *evidence) saysWhat() bool {
	return e.openingSenses()&(wording.SaysOutcome|wording.SaysDelivered) != 0
}

// saysWhy reports whether the words about the first recipient are those of a known
// reason, under the subject of a report.
func (e *evidence) saysWhy() bool {
	return e.subjectReports() && reply.HasKnownReason([]string{e.recipients[0].Response})
}

// hasEnoughSigns reports whether the signs are enough: some of both kinds, and
// the less of a mail system the more of the text.
func (e *evidence) hasEnoughSigns() bool {
	text := e.points(textSigns)
	return e.system >= 2 && text >= 2 || e.system == 1 && text >= 3
}

// namesNobody: a mail system that writes from the null return path under the
// subject of a report says that delivery failed, and not to whom.
func namesNobody(e *evidence) verdict {
	if len(e.recipients) == 0 && e.NullReturnPath && e.header >= author.DaemonEvidence && e.subjectReports() && e.outcome.failed {
		return isReport
	}
	return undecided
}

// noRecipient: any other report that names nobody cannot be told from what only
// speaks of one.
func noRecipient(e *evidence) verdict { return denies(len(e.recipients) == 0) }

// headerFields: nothing but reports of a mail system has these fields.
func headerFields(e *evidence) verdict {
	if e.Has(failedField) || e.IsTypedReport() {
		return isReport
	}
	return undecided
}

// replyOrLog: what begins with a server's reply, without a header, is no message but
// the reply, or lines of a log, each about a message of its own.
func replyOrLog(e *evidence) verdict {
	if !e.IsLost() {
		return undecided
	}
	for _, line := range e.firstLines() {
		if line != "" {
			return denies(reply.ReplyIn(line) >= 0)
		}
	}
	return undecided
}

// digest: what a filter holds back it lists without the replies of servers.
func digest(e *evidence) verdict { return denies(!e.replied && e.opensWith(wording.SaysDigest)) }

// challenge: who asks the sender to prove that a person wrote goes on to deliver the
// message. A server may say so too, in its reply to the recipient.
func challenge(e *evidence) verdict {
	return denies(!e.replied && e.openingSenses()&wording.SaysChallenge != 0)
}

// noReplyUnknownWriter: without the reply of a server it takes the header of a
// mail system or list manager, the words by which one introduces itself, or at
// least no header that proves another.
func noReplyUnknownWriter(e *evidence) verdict {
	return denies(!e.replied && e.header == 0 && !e.introduced && !e.listManager && !e.IsLost())
}

// noReplySentence: a sentence that names somebody, in mail with an ordinary
// return path, is written by anybody.
func noReplySentence(e *evidence) verdict {
	return denies(!e.replied && !e.introduced && e.inSentence() && e.HasPath())
}

// listPost: what comes over a mailing list somebody posted there, unless a list
// manager writes itself.
func listPost(e *evidence) verdict {
	return denies(e.header < author.DaemonEvidence && e.IsListMail() && !e.listManager)
}

// nobodyButAddressee: a message with a return path that names nobody but the
// one it was sent to is about no mail of that one, if its sentences say so
// without the reply of a server, or if it returns no message: what asks people
// to "release" their mail reads so. A report about mail to oneself comes from
// the null return path.
func nobodyButAddressee(e *evidence) verdict {
	if e.NullReturnPath {
		return undecided
	}
	bare := e.PathScore == 0 && len(e.original) == 0 && !lex.HasPhrase(e.ContentType(), []string{"multipart/mixed", "multipart/report"})
	for i := range e.recipients {
		r := &e.recipients[i]
		if !e.IsTo(r.Address) || !bare && (!e.inSentence() || isReplied(*r)) {
			return undecided
		}
	}
	return isNoReport
}

// warningToAddressee: where nothing but a sentence tells the addressee of his own
// mailbox, it takes what a server answered, or the message: a warning that the
// mailbox is almost full reads so, and gives the code that others will get.
func warningToAddressee(e *evidence) verdict {
	return denies(e.NullReturnPath && e.inSentence() && !e.returns() &&
		slices.ContainsFunc(e.recipients, func(r found.Recipient) bool {
			return e.IsTo(r.Address) && !(isReplied(r) && strings.ContainsFunc(r.Response, unicode.IsLetter))
		}))
}

// listOfMessages: a table of messages that were held back has a column for their
// senders, and one for their subjects, which speak of bounces too.
func listOfMessages(e *evidence) verdict {
	return denies(e.opensWith(wording.SaysColumns))
}

// statistics: a list of what a mail system did goes to the one who runs it, and
// shows two signs of a list. It returns no message.
func statistics(e *evidence) verdict {
	if e.returns() {
		return undecided
	}
	signs := min(e.pairs, 1) + min(countRows(e.firstLines()), 2)
	for i, words := range statisticsWords {
		if signs+len(statisticsWords)-i < 2 {
			break // as in most reports, which show none
		}
		if lex.HasPhrase(e.Subject, words) || lex.HasPhrase(e.opening(), words) {
			signs++
		}
	}
	return denies(signs > 1)
}

// denies is the verdict of a rule whose property only what is no report has.
func denies(holds bool) verdict {
	if holds {
		return isNoReport
	}
	return undecided
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
