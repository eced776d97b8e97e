package ndr

import (
	"slices"
	"strings"
)

// isReport weighs what speaks for a report of a mail system: its header, the
// words of its first lines, and recipients in a shape that reports have.
func (r *textReader) isReport(recipients []Recipient) bool {
	if len(recipients) == 0 {
		return false
	}
	if r.Has("X-Failed-Recipients") || strings.Contains(foldLower(r.Get("Content-Type")), "delivery-status") {
		return true
	}
	machine := r.path + r.from
	if machine == 0 && r.from == 0 && len(recipients) == 1 && r.found[0].tier <= tierListed && r.isFrom(recipients[0].Address) && !r.isTo(recipients[0].Address) && r.reports(&r.table.words, r.format) {
		// QUIRK: gateways to telephones answer in the name of the one called.
		machine++
	}
	replied := slices.ContainsFunc(recipients, func(rec Recipient) bool { return hasReply([]string{rec.Response}) })
	if !replied && (r.opensWith(digestPhrases) || machine == 0 && !r.introduced && !r.isLost()) {
		return false
	}
	if !replied && !r.introduced && r.found[0].prose && r.hasPath() {
		return false
	}
	if machine < daemonEvidence && r.isListMail() && !r.list || (machine < daemonEvidence || r.hasPath() && !(replied && r.returns())) && r.isAutoReply(replied) || r.isPretence(recipients) {
		return false
	}
	if r.isStatistics() || r.isPersonal() || !replied && r.from == 0 && asksToConfirm(r.folded[:r.opening]) {
		return false
	}
	if r.introduced {
		machine++
		if r.isLost() {
			// The header was lost on the way: the system's own words are left.
			machine++
		}
	} else if r.format != anyFormat && r.from >= 2 {
		machine++ // the header is that of a known system
	}
	words := 0
	if r.reports(&r.table.words, r.format) {
		machine++
		words++
	}
	if r.opened()&(saysOutcome|saysDelivered) != 0 || machine >= daemonEvidence && replied {
		words += 2
	}
	if r.found[0].tier <= tierListed {
		words++
	}
	return machine >= 2 && words >= 2 || machine == 1 && words >= 3
}

// returns reports whether the message returns another, or its header.
func (r *textReader) returns() bool { return len(r.original) > 0 || r.page.returned.Len() > 0 }

// isAutoReply reports whether the subject is that of an answer by a person's
// responder. A help desk reports what its answers met: from the null path, with
// the reply of a server.
func (r *textReader) isAutoReply(replied bool) bool {
	return autoReplies.in(r.subject) && !(replied && r.path > 0 && r.says(r.subject)&saysFailed != 0)
}

var autoReplies = newPhraseSet(autoReplyPhrases...)

// opensWith reports whether one of the phrases stands in the subject or the
// opening.
func (r *textReader) opensWith(phrases []string) bool {
	return hasPhrase(r.subject, phrases) || hasPhrase(r.folded[:r.opening], phrases)
}

// digestPhrases tell the list of what a filter holds back for its reader.
var digestPhrases = []string{
	"quarantine report", "quarantine digest", "quarantine summary", "quarantine notification", "quarantined messages", "quarantined mail", "spam digest", "spam report", "spam summary", "held in quarantine", "emails in quarantine", "messages in quarantine",
	"quarantäne-bericht", "quarantänebericht", "spam-bericht", "in quarantäne gehalten", "rapport de quarantaine", "rapporto di quarantena", "informe de cuarentena", "quarantaine-overzicht",
}

// isPretence reports whether a message names nobody but the one it was sent
// to, and either its sentences do so without the reply of a server, or it comes
// from a return path and returns no message: what asks people to "release"
// their mail does so. A report about mail to oneself comes from the null return
// path, and where nothing but a sentence tells of it, from a mail system.
func (r *textReader) isPretence(recipients []Recipient) bool {
	if r.null {
		return r.from == 0 && r.found[0].prose && !r.returns() && slices.ContainsFunc(recipients, func(rec Recipient) bool {
			return r.isTo(rec.Address) && !hasReply([]string{rec.Response})
		})
	}
	bare := r.path == 0 && len(r.original) == 0 && !hasPhrase(foldLower(r.Get("Content-Type")), []string{"multipart/mixed", "multipart/report"})
	for i := range recipients {
		if !r.isTo(recipients[i].Address) || !bare && (!r.found[0].prose || hasReply([]string{recipients[i].Response})) {
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
	if len(r.original) > 0 || !r.hasPath() && !(r.null && r.from < 2) {
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
		column := (strings.HasSuffix(name, "  ") || strings.HasSuffix(name, "\t")) && (len(count) != 3 || !isReplyCode(count))
		name, _, ok := strings.Cut(name, ":")
		if column && strings.TrimSpace(name) != "" || ok && hasPhrase(foldLower(name), countWords) {
			n++
		}
	}
	return n
}

// isPersonal reports whether a person wrote the message, and put a report into
// it: the return path is in the domain of the ordinary address that it is from,
// and it answers, or begins with words that speak of no failure.
func (r *textReader) isPersonal() bool {
	if r.list || r.forwarded || !r.hasPath() || r.from > 0 || !r.isFromPath() {
		return false
	}
	if strings.HasPrefix(r.subject, "re:") {
		return true
	}
	greeting := r.greeting()
	return r.says(greeting)&(saysOutcome|saysFormat) == 0 && (endsInColon(greeting) || !r.reports(&r.table.words, r.format))
}

// greeting returns the first paragraph, folded.
func (r *textReader) greeting() string {
	if ps := paragraphs(r.lines[:min(len(r.lines), openingLines)]); len(ps) > 0 {
		return foldLower(joinLines(ps[0]))
	}
	return ""
}

// serverPhrases stand before the name of the host that made the report.
var serverPhrases = []string{
	"this is the mail system at host ", "program at host ", "this is a delivery status notification from ", "delivery status notification from ", "this is the mail server on ", "this is the mail server at ", "this is the mail delivery system at ", "this is the mail delivery agent at ",
	"gateway at host ", "generated by the program amavisd-new at host ", "on the queue on ", "this is the mail system at ", "this message was created automatically by the mail system at ", "this message is created automatically by mail delivery software on ", "mail delivery software at ", "mail delivery software (exim) at ", "mail delivery software on ", "the mail server at ", "the mail server on ",
	"reporting-mta: dns; ", "message from ", "this report comes from ", "this report is from ", "this message was generated by ", "mail system on ", "created automatically by the server ", "mailserver auf ", "przez serwer ", "mailsystem auf ", "serveur de messagerie ", "logiciel de messagerie de ", "logiciel de messagerie ", "dal software di posta di ", "software de correo de ", "software de correo en ", "software de e-mail em ", "почтовым сервером ", "сервером ",
	"automatisch vom server ", "automatisch auf ", "automatisch von ", "le relais de messagerie ", "automatiquement par le serveur ", "automatiquement par ", "il postmaster di ", "automaticamente da ", "automáticamente por ", "automáticamente en ", "automaticamente por ", "automatisch door ", "automatisk af ", "automatisk av ", "automatiskt av ",
	"automatycznie przez ", "poštovním serverem ", "automaticky serverem ", "poštovým serverom ", "automaticky serverom ", "automatikusan a ", "автоматично от ", "поштовим сервером ", "автоматично сервером ", "メールゲートウェイ ",
}

// serverLeads begin the words by which a mail system names itself, its host
// behind an "at" or "on" among them.
var serverLeads = []string{"this is the ", "generated by ", "created automatically by "}

// qmailSend is the program of qmail that writes its reports, in whatever language
// its owner has it greet.
const qmailSend = "qmail-send "

// serverIn returns the host that names itself in the lines from first to before
// end: behind one of the phrases, in "This is the ... at host" or "generated by
// ... at host", or behind the name of qmail's program.
func (r *textReader) serverIn(first, end int) string {
	for h, says := range r.phrases(r.starts[first], r.starts[end]) {
		if says != saysServer {
			continue
		}
		if host := namedHost(r.folded[h.end:r.starts[end]]); host != "" {
			return host
		}
	}
	return introducedHost(r.text(first, end))
}

// signature returns the host of a line "program on host", which names the host
// that the report is from: its own address is in that domain.
func (r *textReader) signature(line string) string {
	at := strings.LastIndex(line, " on ")
	if at < 0 || strings.Count(line[:at], " ") > 3 {
		return ""
	}
	host, rest := leadingHost(line[at+len(" on "):])
	if from, ok := nextAddress(foldLower(r.Get("From")), 0); !ok || rest != "" || host == "" || !strings.HasSuffix(from.address, "@"+host) {
		return ""
	}
	return host
}

// introducedHost returns the host in the words by which a mail system introduces
// itself.
func introducedHost(folded string) string {
	for _, lead := range serverLeads {
		if i := strings.Index(folded, lead); i >= 0 && (i <= 16 || lead != serverLeads[0]) {
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
	if _, rest, ok := strings.Cut(folded, qmailSend); ok {
		return hostAmong(rest)
	}
	return ""
}

// greetings begin the sentence in which a mail system names itself, where it
// does not speak English.
var greetings = []string{
	"tu program ", "tu serwer ", "tutaj program ", "hier ist das ", "hier ist der ", "dies ist das ", "dies ist der ", "hier spricht ", "ceci est le ", "ici le ", "questo è il ", "qui il ", "este es el ", "soy el ", "este é o ", "aqui é o ", "dit is het ", "dit is de ",
	"det här är ", "dette er ", "tämä on ", "to jest ", "toto je ", "ez a ", "acesta este ", "αυτό είναι το ", "это письмо создано ", "это почтовая ", "это почтовый ", "poštovní server ", "bu ileti ", "這是由 ", "这是由 ", "こちらは ",
}

// unablePhrases follow the name of the host that reports, at the start.
var unablePhrases = []string{" unable to deliver", " was unable to", " could not deliver", " cannot deliver", " can't deliver", " failed to deliver"}

// hostLeads stand before the name of a host that says behind it that it could
// not deliver, or that it wrote the report: see hostVerbs.
var hostLeads = []string{" server at ", " server on ", " system at ", " system on ", " mailer at ", "(", "mailserver ", "mail-server ", "メールサーバ ", "メールサーバー "}

// placeWords stand before the name of the host that a program runs on.
var placeWords = []string{"on", "running on", "at host", "on host"}

// hostVerbs follow the name of the host that reports.
var hostVerbs = []string{"unable to deliver", "was unable to", "could not deliver", "cannot deliver", "can't deliver", "failed to deliver", "has generated this", "erzeugt", "generiert", "erstellt", "から自動"}

// unableHost returns the host in "the ... server at host could not deliver" and
// its like.
func unableHost(folded string) string {
	for _, verb := range hostVerbs {
		head, _, ok := strings.Cut(folded, verb)
		if !ok {
			continue
		}
		head = strings.TrimSuffix(strings.TrimRight(head, ") "), " is")
		at := strings.LastIndexByte(head, ' ') + 1
		if host, rest := leadingHost(head[at:]); host != "" && rest == "" && endsInWord(strings.TrimRight(head[:at], " "), placeWords) {
			return host
		}
	}
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
			if host := namedHost(folded[j+len(word):]); host != "" {
				return host
			}
		}
	}
	return ""
}

// namedHost returns the host that a folded text begins with. A name without a
// domain counts where it ends its sentence, and no word has a digit or hyphen
// as it does.
//
// QUIRK: James and other systems that were never told their name use that of
// the machine alone.
func namedHost(folded string) string {
	host, rest := leadingHost(folded)
	if host != "" {
		if strings.HasPrefix(rest, "@") {
			return ""
		}
		return host
	}
	name, rest, ended := strings.Cut(folded[:min(len(folded), maxHostLabel+2)], ".")
	letters, marks := 0, 0
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z':
			letters++
		case '0' <= c && c <= '9' || c == '-':
			marks++
		default:
			return ""
		}
	}
	if !ended || rest != "" && rest[0] != ' ' || letters == 0 || marks == 0 {
		return ""
	}
	return name
}

// maxHostLabel is the length of the longest label of a host name (RFC 1035,
// section 2.3.4).
const maxHostLabel = 63
