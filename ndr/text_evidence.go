package ndr

import (
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/mime"
)

// isReport weighs what speaks for a report of a mail system: its header, the
// words of its first lines, and recipients in a shape that reports have.
func (r *textReader) isReport(recipients []Recipient, opening string) bool {
	if len(recipients) == 0 {
		return false
	}
	subject := foldLower(mime.DecodeHeader(r.header.Get("Subject")))
	if r.header.Has("X-Failed-Recipients") || strings.Contains(foldLower(r.header.Get("Content-Type")), "delivery-status") {
		return true
	}
	machine := r.pathEvidence() + r.fromEvidence()
	replied := slices.ContainsFunc(recipients, func(rec Recipient) bool { return hasReply([]string{rec.Response}) })
	if !replied && (hasPhrase(subject+" "+opening, digestPhrases) || machine == 0 && !r.introduced && r.header.Len() > 0) {
		return false
	}
	if !replied && !r.introduced && r.found[0].prose && r.header.Has("Return-Path") && r.pathEvidence() == 0 {
		return false
	}
	if machine < 3 && (isListMail(r.header) && !r.list || r.isAutoReply(subject, replied)) || r.isPretence(recipients) {
		return false
	}
	if r.isStatistics(subject, opening) || r.isPersonal(subject) || !replied && r.fromEvidence() == 0 && asksToConfirm(opening) {
		return false
	}
	if r.introduced {
		machine++
		if r.header.Len() == 0 {
			// The header was lost on the way: the system's own words are left.
			machine++
		}
	}
	words := 0
	if r.subjectReports(subject) {
		machine++
		words++
	}
	if r.reportsFailure(opening) || successPhrases.in(opening) || machine >= daemonEvidence && replied {
		words += 2
	}
	if r.found[0].tier <= tierListed {
		words++
	}
	return machine >= 2 && words >= 2 || machine == 1 && words >= 3
}

// isAutoReply reports whether the subject is that of an answer by a person's
// responder. A help desk reports what its answers met: from the null path, with
// the reply of a server.
func (r *textReader) isAutoReply(subject string, replied bool) bool {
	return hasPhrase(subject, autoReplyPhrases) && !(replied && r.pathEvidence() > 0 && r.failed.in(subject))
}

// daemonEvidence is the evidence of a header from which on nobody but a mail
// system wrote the message: what servers said needs no words around it that are
// known, in whatever language.
const daemonEvidence = 3

// digestPhrases tell the list of what a filter holds back for its reader.
var digestPhrases = []string{
	"quarantine report", "quarantine digest", "quarantine summary", "quarantine notification", "quarantined messages", "quarantined mail", "spam digest", "spam report", "spam summary", "held in quarantine", "emails in quarantine", "messages in quarantine",
	"quarantäne-bericht", "quarantänebericht", "spam-bericht", "in quarantäne gehalten", "rapport de quarantaine", "rapporto di quarantena", "informe de cuarentena", "quarantaine-overzicht",
}

// maxSubjectLead is how far into a subject its report of a failure may begin.
// "My mail to you bounced" is a person's.
const maxSubjectLead = 20

// subjectReports reports whether a folded subject is that of a report, and not
// of an answer to one.
func (r *textReader) subjectReports(subject string) bool {
	if strings.HasPrefix(subject, "re:") && r.header.Has("In-Reply-To") {
		return false
	}
	lead := cutText(subject, maxSubjectLead+maxPhrase)
	return r.failed.begins(lead, maxSubjectLead+1) || r.delayed.begins(lead, maxSubjectLead+1) || successPhrases.begins(lead, maxSubjectLead+1)
}

// maxPhrase is longer than any phrase.
const maxPhrase = 96

// isPretence reports whether a message names nobody but the one it was sent
// to, and either its sentences do so without the reply of a server, or it comes
// from a return path and returns no message: what asks people to "release"
// their mail does so. A report about mail to oneself comes from the null return
// path.
func (r *textReader) isPretence(recipients []Recipient) bool {
	if r.pathEvidence() > 0 && strings.Trim(r.header.Get("Return-Path"), "<> ") == "" {
		return false
	}
	bare := r.hasPath() && len(r.original) == 0 && !hasPhrase(foldLower(r.header.Get("Content-Type")), []string{"multipart/mixed", "multipart/report"})
	for i := range recipients {
		if !r.isOwn(recipients[i].Address) || !bare && (!r.found[0].prose || hasReply([]string{recipients[i].Response})) {
			return false
		}
	}
	return true
}

// hasPath reports whether the return path is neither lost, null, nor that of a
// mail system.
func (r *textReader) hasPath() bool { return r.header.Has("Return-Path") && r.pathEvidence() == 0 }

// statistics are what the lists hold that a mail system sends to the one who
// runs it: each kind of word counts once.
var statistics = [][]string{
	{"statistic", "statistik", "summary", "daily report", "weekly report", "monthly report", "zusammenfassung", "tagesbericht"},
	{"sender recipient", "sender | recipient"},
	{"top bounce", "top recipient", "top sender", "top 10", "top domain"},
}

// isStatistics reports whether a message is a list of what a mail system did,
// and not a report to the one who wrote.
func (r *textReader) isStatistics(subject, opening string) bool {
	if !r.hasPath() || len(r.original) > 0 {
		return false
	}
	signs := min(r.pairs, 1) + min(r.counts(), 2)
	for _, words := range statistics {
		if hasPhrase(subject+" "+opening, words) {
			signs++
		}
	}
	return signs > 1
}

// countWords are in the names of what statistics count.
var countWords = []string{"delivered", "bounced", "deferred", "rejected", "failed", "total", "zugestellt", "abgelehnt"}

// counts returns how many lines are a name and how many there were of it.
func (r *textReader) counts() int {
	n := 0
	for _, line := range r.lines[:min(len(r.lines), openingLines)] {
		name, value, ok := strings.Cut(line, ":")
		if ok && isDigits(strings.TrimSpace(value)) && hasPhrase(foldLower(name), countWords) {
			n++
		}
	}
	return n
}

// isPersonal reports whether a person wrote the message, and put a report into
// it: the return path is in the domain of the ordinary address that it is from,
// and it answers, or begins with words that speak of no failure.
func (r *textReader) isPersonal(subject string) bool {
	if r.list || r.forwarded || !r.hasPath() || r.fromEvidence() > 0 || !r.isFromPath() {
		return false
	}
	if strings.HasPrefix(subject, "re:") {
		return true
	}
	greeting := r.greeting()
	return !r.reportsFailure(greeting) && !hasPhrase(greeting, r.openings) && (endsInColon(greeting) || !r.subjectReports(subject))
}

// isFromPath reports whether From and the return path are of one domain.
func (r *textReader) isFromPath() bool {
	from, ok := nextAddress(foldLower(r.header.Get("From")), 0)
	path, found := nextAddress(foldLower(r.header.Get("Return-Path")), 0)
	if !ok || !found {
		return false
	}
	_, a, _ := strings.Cut(from.address, "@")
	_, b, _ := strings.Cut(path.address, "@")
	return a == b
}

// greeting returns the first paragraph, folded.
func (r *textReader) greeting() string {
	if ps := paragraphs(r.lines[:min(len(r.lines), openingLines)]); len(ps) > 0 {
		return foldLower(joinLines(ps[0]))
	}
	return ""
}

// machineSenders are parts of the local part of an address that a mail system
// sends reports from.
var machineSenders = []string{"mailer-daemon", "mailerdaemon", "mailer_daemon", "maildaemon", "mail-daemon", "postmaster", "post_master", "mdaemon", "mailer", "bounce", "mail.delivery", "mmdf"}

// daemons are those of them that no person has.
var daemons = []string{"mailer-daemon", "mailerdaemon", "mailer_daemon", "maildaemon", "mail-daemon"}

// machineNames are parts of the name that a mail system gives itself.
var machineNames = []string{"mail delivery", "mail deliver", "delivery subsystem", "mailer daemon", "mailer-daemon", "postmaster", "mail system", "mail administrator", "system administrator", "content-filter", "interscan", "mail service", "mail server", "delivery system"}

// pathEvidence weighs the return path: the null one is a report's (RFC 5321,
// section 4.5.5).
func (r *textReader) pathEvidence() int {
	if !r.header.Has("Return-Path") {
		return 0
	}
	path := foldLower(r.header.Get("Return-Path"))
	if strings.Trim(path, "<> ") == "" || hasPhrase(path, daemons) {
		return 2
	}
	return 0
}

// fromEvidence weighs whether From is a mail system's.
func (r *textReader) fromEvidence() int {
	evidence := 0
	from := foldLower(r.header.Get("From"))
	name := from
	if m, ok := nextAddress(from, 0); ok {
		local, _, _ := strings.Cut(m.address, "@")
		if hasPhrase(local, machineSenders) {
			evidence += 2
		}
		name = from[:m.start] + from[m.end:]
	} else if strings.Trim(from, "<>\" ") == "" && r.header.Has("From") || hasPhrase(from, daemons) {
		evidence += 2
	}
	if hasPhrase(name, machineNames) {
		evidence++
	}
	return evidence
}

// isListMail reports whether a mailing list passed the message on.
func isListMail(header *headers.Header) bool {
	return header.Has("List-Id") || header.Has("List-Post") || header.Has("List-Unsubscribe")
}

// isOwn reports whether an address is one that the message was sent to.
func (r *textReader) isOwn(address string) bool {
	for _, name := range []string{"To", "Delivered-To", "Envelope-To"} {
		n := 0
		for value := range r.header.Values(name) {
			if strings.Contains(strings.ToLower(cutText(value, 4096)), address) {
				return true
			}
			if n++; n == 8 {
				break
			}
		}
	}
	return false
}

// serverPhrases stand before the name of the host that made the report.
var serverPhrases = newPhraseSet(
	"this is the mail system at host ", "program at host ", "this is a delivery status notification from ", "delivery status notification from ", "this is the mail server on ", "this is the mail server at ", "this is the mail delivery system at ", "this is the mail delivery agent at ",
	"gateway at host ", "generated by the program amavisd-new at host ", "on the queue on ", "this is the mail system at ", "this message was created automatically by the mail system at ", "this message is created automatically by mail delivery software on ", "mail delivery software at ", "mail delivery software (exim) at ", "mail delivery software on ", "the mail server at ", "the mail server on ",
	"reporting-mta: dns; ", "message from ", "this message was generated by ", "mail system on ", "created automatically by the server ", "mailserver auf ", "przez serwer ", "mailsystem auf ", "serveur de messagerie ", "почтовым сервером ", "сервером ",
)

// serverIn returns the host that names itself in a folded text: behind one of
// the phrases, in "This is the ... at host" or "generated by ... at host", or
// behind the name of qmail's program, in whatever language its owner greets.
func serverIn(folded string, phrases vocabulary) string {
	for phrase := range phrases.found(folded) {
		i := strings.Index(folded, phrase)
		if host, rest := leadingHost(folded[i+len(phrase):]); host != "" && !strings.HasPrefix(rest, "@") {
			return host
		}
	}
	for _, lead := range []string{"this is the ", "generated by ", "created automatically by "} {
		if i := strings.Index(folded, lead); i >= 0 && (i <= 16 || lead != "this is the ") {
			if host := hostAt(folded[i+len(lead):]); host != "" {
				return host
			}
		}
	}
	if host, rest := leadingHost(folded); host != "" && hasPhrase(rest[:min(len(rest), 32)], unablePhrases) {
		return host
	}
	if host := unableHost(folded); host != "" {
		return host
	}
	for _, lead := range greetings {
		if i := strings.Index(folded, lead); i >= 0 && i <= 24 {
			sentence, _, _ := strings.Cut(folded[i+len(lead):], ". ")
			return hostAmong(sentence)
		}
	}
	if _, rest, ok := strings.Cut(folded, "qmail-send "); ok {
		return hostAmong(rest)
	}
	return ""
}

// greetings begin the sentence in which a mail system names itself, where it
// does not speak English.
var greetings = []string{
	"hier ist das ", "hier ist der ", "dies ist das ", "dies ist der ", "hier spricht ", "ceci est le ", "ici le ", "questo è il ", "qui il ", "este es el ", "soy el ", "este é o ", "aqui é o ", "dit is het ", "dit is de ",
	"det här är ", "dette er ", "tämä on ", "to jest ", "toto je ", "ez a ", "acesta este ", "αυτό είναι το ", "это письмо создано ", "это почтовая ", "это почтовый ", "poštovní server ", "bu ileti ", "這是由 ", "这是由 ", "こちらは ",
}

// unablePhrases follow the name of the host that reports, at the start.
var unablePhrases = []string{" unable to deliver", " was unable to", " could not deliver", " cannot deliver", " can't deliver", " failed to deliver"}

// hostLeads stand before the name of a host that says behind it that it could
// not deliver, or that it wrote the report: see hostVerbs.
var hostLeads = []string{" server at ", " server on ", " system at ", " system on ", " mailer at ", "(", "mailserver ", "mail-server ", "メールサーバ ", "メールサーバー "}

// hostVerbs follow the name of the host that reports.
var hostVerbs = []string{"unable to deliver", "was unable to", "could not deliver", "cannot deliver", "can't deliver", "failed to deliver", "has generated this", "erzeugt", "generiert", "erstellt", "から自動"}

// unableHost returns the host in "the ... server at host could not deliver" and
// its like.
func unableHost(folded string) string {
	for _, lead := range hostLeads {
		_, rest, ok := strings.Cut(folded, lead)
		if !ok {
			continue
		}
		host, rest := leadingHost(rest)
		rest = strings.TrimLeft(rest, ") ")
		for _, verb := range hostVerbs {
			if host != "" && strings.HasPrefix(rest, verb) {
				return host
			}
		}
	}
	return ""
}

// hostAmong returns the first host among the words of a folded text.
func hostAmong(folded string) string {
	for word := range strings.FieldsSeq(folded) {
		if host, rest := leadingHost(word); host != "" && !strings.HasPrefix(rest, "@") {
			return host
		}
	}
	return ""
}

// hostAt returns the host behind the first "at" or "on" of a folded text.
func hostAt(folded string) string {
	for _, word := range []string{" at host ", " at ", " on host ", " on "} {
		if j := strings.Index(folded, word); j >= 0 && j < 68 {
			host, rest := leadingHost(folded[j+len(word):])
			if host != "" && !strings.HasPrefix(rest, "@") {
				return host
			}
		}
	}
	return ""
}
