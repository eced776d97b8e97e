package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// isReport weighs what speaks for a report of a mail system: its header, the
// words of its first lines, and recipients in a shape that reports have.
func (r *textReader) isReport(recipients []found.Recipient) bool {
	if len(recipients) == 0 {
		return false
	}
	if r.Has("X-Failed-Recipients") || strings.Contains(lex.FoldLower(r.Get("Content-Type")), "delivery-status") {
		return true
	}
	machine := r.PathScore + r.FromScore
	if machine == 0 && r.FromScore == 0 && len(recipients) == 1 && r.found[0].tier <= tierListed && r.IsFrom(recipients[0].Address) && !r.IsTo(recipients[0].Address) && r.Reports(&r.table.Words, r.format) {
		// QUIRK: gateways to telephones answer in the name of the one called.
		machine++
	}
	replied := slices.ContainsFunc(recipients, func(rec found.Recipient) bool { return reply.HasReply([]string{rec.Response}) })
	if !replied && (r.opensWith(author.DigestPhrases) || machine == 0 && !r.introduced && !r.IsLost()) {
		return false
	}
	if !replied && !r.introduced && r.found[0].prose && r.HasPath() {
		return false
	}
	if machine < author.DaemonEvidence && r.IsListMail() && !r.list || (machine < author.DaemonEvidence || r.HasPath() && !(replied && r.returns())) && r.isAutoReply(replied) || r.looksForged(recipients) {
		return false
	}
	if r.isStatistics() || r.isPersonal() || !replied && r.FromScore == 0 && author.AsksToConfirm(r.folded[:r.opening]) {
		return false
	}
	if r.introduced {
		machine++
		if r.IsLost() {
			// The header was lost on the way: the system's own words are left.
			machine++
		}
	} else if r.format != wording.AnyFormat && r.FromScore >= 2 {
		machine++ // the header is that of a known system
	}
	words := 0
	if r.Reports(&r.table.Words, r.format) {
		machine++
		words++
	}
	if r.opened()&(wording.SaysOutcome|wording.SaysDelivered) != 0 || machine >= author.DaemonEvidence && replied {
		words += 2
	}
	if r.found[0].tier <= tierListed {
		words++
	}
	return machine >= 2 && words >= 2 || machine == 1 && words >= 3
}

// returns reports whether the message returns another, or its header.
func (r *textReader) returns() bool { return len(r.original) > 0 || r.TextView.Returned.Len() > 0 }

// isAutoReply reports whether the subject is that of an answer by a person's
// responder. A help desk reports what its answers met: from the null path, with
// the reply of a server.
func (r *textReader) isAutoReply(replied bool) bool {
	return autoReplies.In(r.Subject) && !(replied && r.PathScore > 0 && r.says(r.Subject)&wording.SaysFailed != 0)
}

var autoReplies = lex.NewPhraseSet(wording.AutoReplyPhrases...)

// opensWith reports whether one of the phrases stands in the subject or the
// opening.
func (r *textReader) opensWith(phrases []string) bool {
	return lex.HasPhrase(r.Subject, phrases) || lex.HasPhrase(r.folded[:r.opening], phrases)
}

// looksForged reports whether a message names nobody but the one it was sent
// to, and either its sentences do so without the reply of a server, or it comes
// from a return path and returns no message: what asks people to "release"
// their mail does so. A report about mail to oneself comes from the null return
// path, and where nothing but a sentence tells of it, from a mail system.
func (r *textReader) looksForged(recipients []found.Recipient) bool {
	if r.NullReturnPath {
		return r.FromScore == 0 && r.found[0].prose && !r.returns() && slices.ContainsFunc(recipients, func(rec found.Recipient) bool {
			return r.IsTo(rec.Address) && !reply.HasReply([]string{rec.Response})
		})
	}
	bare := r.PathScore == 0 && len(r.original) == 0 && !lex.HasPhrase(lex.FoldLower(r.Get("Content-Type")), []string{"multipart/mixed", "multipart/report"})
	for i := range recipients {
		if !r.IsTo(recipients[i].Address) || !bare && (!r.found[0].prose || reply.HasReply([]string{recipients[i].Response})) {
			return false
		}
	}
	return true
}

// statistics are what the lists hold that a mail system sends to the one who
// runs it: each kind of word counts once.
var statistics = [][]string{
	{"statistic", "statistik", "summary", "daily report", "weekly report", "monthly report", "report for yesterday", "failures yesterday", "last 24 hours", "zusammenfassung", "tagesbericht"},
	{"sender recipient", "sender | recipient"},
	{"top bounce", "top failure", "top recipient", "top sender", "top 10", "top domain"},
}

// isStatistics reports whether a message is a list of what a mail system did,
// and not a report to the one who wrote.
func (r *textReader) isStatistics() bool {
	if len(r.original) > 0 || !r.HasPath() && !(r.NullReturnPath && r.FromScore < 2) {
		return false
	}
	signs := min(r.pairs, 1) + min(r.counts(), 2)
	for _, words := range statistics {
		if r.opensWith(words) {
			signs++
		}
	}
	return signs > 1
}

// countWords are in the names of what statistics count.
var countWords = []string{"delivered", "bounced", "deferred", "rejected", "failed", "total", "zugestellt", "abgelehnt"}

// counts returns how many lines are a name and how many there were of it, apart
// from it as in a table or behind a colon.
func (r *textReader) counts() int {
	n := 0
	for _, line := range r.lines[:min(len(r.lines), openingLines)] {
		name := strings.TrimRight(line, "0123456789")
		count := line[len(name):]
		if count == "" || name == "" {
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

// isPersonal reports whether a person wrote the message, and put a report into
// it: the return path is in the domain of the ordinary address that it is from,
// and it answers, or begins with words that speak of no failure.
func (r *textReader) isPersonal() bool {
	if r.list || r.forwarded || !r.HasPath() || r.FromScore > 0 || !r.IsFromPath() {
		return false
	}
	if strings.HasPrefix(r.Subject, "re:") {
		return true
	}
	greeting := r.greeting()
	return r.says(greeting)&(wording.SaysOutcome|wording.SaysFormat) == 0 && (lex.EndsInColon(greeting) || !r.Reports(&r.table.Words, r.format))
}

// greeting returns the first paragraph, folded.
func (r *textReader) greeting() string {
	if ps := paragraphs(r.lines[:min(len(r.lines), openingLines)]); len(ps) > 0 {
		return lex.FoldLower(lex.JoinLines(ps[0]))
	}
	return ""
}
