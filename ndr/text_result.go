package ndr

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/mime"
)

// recipients turns the findings of the best tier into recipients.
func (r *textReader) recipients() []Recipient {
	if r.list {
		r.found = slices.DeleteFunc(r.found, r.isNoList)
	}
	best := r.bestTier()
	nobody := len(r.found) == 0
	fallback := r.actionOfAll()
	r.found = slices.DeleteFunc(r.found, func(f *finding) bool { return f.tier != best })
	named := slices.Clone(r.found[:min(len(r.found), maxNamed)])
	r.found = slices.DeleteFunc(r.found, func(f *finding) bool { return f.isShadowed(named) })
	said := make([][]string, len(r.found))
	for i, f := range r.found {
		start, end := 0, len(r.lines)
		if i > 0 {
			start = min(r.endOf(r.found[i-1], f.first), f.first)
		}
		if i+1 < len(r.found) && r.found[i+1].first > f.last {
			end = r.found[i+1].first
		}
		f.end = min(end, f.last+1+maxAround)
		said[i] = r.saidOf(f, start, end)
	}
	r.share(said)
	var out []Recipient
	var why answer
	for i, f := range r.found {
		if i == 0 || !sameLines(said[i], said[i-1]) {
			why = answerIn(said[i])
		}
		out = append(out, r.recipient(f, why, fallback))
	}
	out = r.withFailedField(out, fallback)
	if len(out) == 0 && nobody {
		return r.unnamed(fallback)
	}
	return out
}

// unnamed returns the recipient of a report whose text names nobody: the one in
// a subject that reports a failure, the list that a list manager writes for, or
// the only one that the returned message was to.
func (r *textReader) unnamed(fallback Action) []Recipient {
	returned := r.returned
	if returned.Len() == 0 {
		returned = mime.HeaderOf(r.quotedHeader())
	}
	author := onlyAddress(returned.Get("From"))
	mine := author != "" && r.isTo(author)
	r.sawFailure = r.sawFailure || mine && r.says(r.subject)&saysFailed != 0
	if !r.sawFailure && !r.sawDelay {
		return nil
	}
	if !r.list && !(r.null && r.isDaemon()) && !(r.from >= 2 && mine && r.reports(&r.table.words, r.format)) {
		return nil
	}
	subject := mime.DecodeHeader(r.Get("Subject"))
	address := ""
	if r.says(foldPlain(subject))&saysOutcome != 0 {
		address = onlyAddress(subject)
	}
	if address == "" && r.list {
		address = r.listAddress(&returned)
	}
	if address == "" && r.sawFailure {
		address = onlyAddress(returned.Get("To") + " " + returned.Get("Cc") + " " + returned.Get("Bcc"))
	}
	if address == "" || r.list && r.isTo(address) {
		return nil
	}
	f := &finding{address: address, tier: tierVague}
	why := answerIn(r.explanation(subject))
	if i := r.lineOfUser(address); i >= 0 && !r.list {
		f.address, _, _ = strings.Cut(address, "@")
		why = answerIn(r.lines[i : i+1])
	}
	if r.list {
		f.tier = tierListed
		if reasonOf(why.response) == codes.Unknown && !mine {
			return nil
		}
	}
	r.found = []*finding{f}
	return []Recipient{r.recipient(f, why, fallback)}
}

// lineOfUser returns the line of the opening that names the user of an address
// by the local part alone, -1 where none does.
func (r *textReader) lineOfUser(address string) int {
	local, _, _ := strings.Cut(address, "@")
	for i, line := range r.lines[:min(len(r.lines), openingLines)] {
		head, rest, ok := strings.Cut(lowerASCII(cutText(line, maxPhraseLine)), local)
		if ok && endsInWord(strings.TrimRight(head, " \"'<"), userWords) && (rest == "" || !isLocalByte(rest[0])) {
			return i
		}
	}
	return -1
}

// explanation returns the paragraph of a report that names nobody which tells
// why: one that holds a reply, else one whose words are those of a known reason,
// rather than that there is a policy; else its subject.
func (r *textReader) explanation(subject string) []string {
	ps := paragraphs(r.lines)
	if i := slices.IndexFunc(ps, hasReply); i >= 0 {
		return ps[i]
	}
	said := []string{subject}
	for _, p := range ps {
		switch reasonOf(response(p)) {
		case codes.Unknown:
		case codes.PolicyRejected:
			if len(said) == 1 && said[0] == subject {
				said = p
			}
		default:
			return p
		}
	}
	return said
}

func reasonOf(said string) codes.Reason { return codes.ParseResponse(said).Reason() }

// quotedHeader is the header of the returned message in the text, which may bear
// the marks of quoted lines.
func (r *textReader) quotedHeader() []string {
	if len(r.original) > 0 {
		return r.original
	}
	var quoted []string
	for _, line := range r.lines[:min(len(r.lines), maxNestedHeader)] {
		if strings.HasPrefix(line, ">") {
			quoted = append(quoted, strings.TrimPrefix(line[1:], " "))
		}
	}
	if len(quoted) > 0 && startsHeader(quoted) {
		return quoted
	}
	return nil
}

// onlyAddress returns the address in s where there is exactly one.
func onlyAddress(s string) string {
	m, ok := nextAddress(s, 0)
	if !ok {
		return ""
	}
	for at := m.end; ; {
		other, more := nextAddress(s, at)
		if !more {
			return m.address
		}
		if other.address != m.address {
			return ""
		}
		at = other.end
	}
}

// endOf returns the line behind f and the lines right below it, where a blank
// line parts them from the line next, on which another finding begins, or where
// they are those of a list that are indented below it.
func (r *textReader) endOf(f *finding, next int) int {
	if f.last+1 < next && len(f.block) > 0 && indentWidth(r.lines[f.last+1]) > f.indent {
		return next
	}
	for n := f.last + 1; n < next; n++ {
		if strings.TrimSpace(r.lines[n]) == "" {
			return n
		}
	}
	return f.last + 1
}

// An answer is what lines say of why a recipient was not reached.
type answer struct {
	response, remote string
	// signed is the host that the response ends with.
	signed  string
	status  codes.Status
	replied bool
}

// answerIn reads the answer in lines. A list of recipients that share one is
// read no more than once.
func answerIn(said []string) answer {
	text := joinLines(said)
	reply := replyIn(text)
	a := answer{remote: remoteHostIn(text, reply), status: leadingStatus(text, reply), replied: reply >= 0 || hasReply(said)}
	if a.replied || !introducesOnly(text, said) {
		a.response = responseIn(text, reply)
		a.signed = signedHost(a.response)
	}
	return a
}

// sameLines reports whether a and b are the same lines, not only alike.
func sameLines(a, b []string) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// share gives recipients of which nothing is said what is said of the next one
// in the same list, or of the one before: a list stands before or behind its
// reason. What a server said of one address by name is about no other.
func (r *textReader) share(said [][]string) {
	var l loan
	for i := len(said) - 2; i >= 0; i-- {
		r.lend(&l, said, i+1, i, i)
	}
	for i := 1; i < len(said); i++ {
		r.lend(&l, said, i-1, i, i-1)
	}
}

// A loan is what is known of the lines that were lent last: many recipients may
// share them.
type loan struct {
	lines          []string
	names, replied bool
	telling        bool // valid where weighed
	weighed        bool
}

// tells reports whether the words of the lines are those of a known reason.
func (l *loan) tells() bool {
	if !l.weighed {
		l.weighed, l.telling = true, tells(l.lines)
	}
	return l.telling
}

// lend gives the finding with the index to what is said of the one before or
// after it, from; first is the smaller of the two indexes. What happens to stand
// behind the last one of a list gives way to a reply, and a sentence that says
// no more than who was not reached to what is said behind the next one.
func (r *textReader) lend(l *loan, said [][]string, from, to, first int) {
	if len(said[from]) == 0 || !r.inOneList(first) || sameLines(said[from], said[to]) {
		return
	}
	if lines := said[from]; !sameLines(lines, l.lines) {
		*l = loan{lines: lines, names: r.namesRecipient(lines), replied: hasReply(lines)}
	}
	if l.names {
		return
	}
	if len(said[to]) == 0 || len(r.found[to].block) == 0 && (l.replied || to < from && r.found[from].standsAbove(l.lines) && l.tells()) && !hasReply(said[to]) && !tells(said[to]) {
		said[to] = said[from]
	}
}

// standsAbove reports whether said is not what the sentence says that names f.
//
// QUIRK: IMail writes "undeliverable to a@b" for each recipient, and why not
// behind the last.
func (f *finding) standsAbove(said []string) bool {
	return f.prose && !strings.Contains(f.ahead, said[0])
}

// inOneList reports whether the finding of that index and the next stand on
// lines that nothing parts.
func (r *textReader) inOneList(i int) bool {
	return r.found[i+1].first-r.found[i].last <= 1
}

// namesRecipient reports whether lines name one of the recipients.
func (r *textReader) namesRecipient(lines []string) bool {
	room := maxReplyText
	for _, line := range lines {
		line = cutText(line, room)
		room -= len(line)
		for at := 0; ; {
			m, ok := nextAddress(line, at)
			if !ok {
				break
			}
			if r.byKey[m.address] != nil {
				return true
			}
			at = m.end
		}
	}
	return false
}

// bestTier returns the surest tier of which a finding is there. An address
// that only prose names counts when no other stands beside it, and is not the
// one that the report was sent to.
func (r *textReader) bestTier() tier {
	best := tierVague + 1
	for _, f := range r.found {
		best = min(best, f.tier)
	}
	if best >= tierProse {
		r.found = slices.DeleteFunc(r.found, func(f *finding) bool { return r.isTo(f.address) })
		if len(r.found) != 1 {
			return 0
		}
	}
	return best
}

// maxNamed is among how many findings the whole of a local part is looked for.
const maxNamed = 100

// isShadowed reports whether f is a local part alone that one of the others
// gives in full.
func (f *finding) isShadowed(others []*finding) bool {
	return !strings.Contains(f.address, "@") && slices.ContainsFunc(others, func(other *finding) bool {
		return strings.HasPrefix(other.address, f.address+"@")
	})
}

// actionOfAll is what happened to a recipient of which the text does not say
// it.
func (r *textReader) actionOfAll() Action {
	switch {
	case r.sawFinal:
		return Failed
	case r.sawDelay:
		return Delayed
	case r.sawFailure || !r.sawSuccess:
		return Failed
	}
	return Delivered
}

// isReasonHeading reports whether lines announce a reason.
func isReasonHeading(lines []string) bool {
	return endsInColon(lines[len(lines)-1]) && reasonWords.in(foldLower(strings.Join(lines, " ")))
}

// recipient makes a recipient of f and of the answer that says why.
func (r *textReader) recipient(f *finding, why answer, fallback Action) Recipient {
	rec := Recipient{Address: f.address, OriginalAddress: f.original, Action: f.action, Status: f.status, Response: why.response}
	if rec.Action == NoAction || rec.Action == Failed && fallback == Delayed && f.tier != tierNamed {
		rec.Action = fallback
	}
	if r.sawFinal && rec.Action == Delayed && f.tier != tierNamed {
		rec.Action = Failed
	}
	rec.LastAttempt = parseDate(f.lastAttempt)
	rec.RemoteServer = cmp.Or(f.remote, why.remote)
	if rec.RemoteServer == "" {
		rec.RemoteServer = remoteHost(f.block)
	}
	if f.piped {
		return rec
	}
	if rec.RemoteServer == "" && r.hosts == 1 && len(r.said) > 0 && why.replied {
		// The only server talked to refused the message, not a recipient.
		rec.RemoteServer = r.host
	}
	if !rec.Status.IsValid() {
		rec.Status = why.status
	}
	if !rec.Status.IsValid() && !f.ownStatus.Generic() && !codes.FindStatus(why.response).IsValid() {
		rec.Status = f.ownStatus
	}
	if rec.RemoteServer == "" && f.row {
		rec.RemoteServer = cellHost(f.block)
	}
	if rec.RemoteServer == "" && f.first < f.end {
		if host := remoteHost(r.lines[max(f.first, f.last-maxAround):f.end]); host != r.server {
			rec.RemoteServer = host
		}
	}
	if rec.RemoteServer == "" {
		rec.RemoteServer = cmp.Or(why.signed, hostBelow(f.block))
	}
	if f.action == Delivered && why.replied && f.tier != tierNamed {
		rec.Action = actionOfReply(why.response)
	}
	return rec
}

// actionOfReply is what happened where a list of what was delivered and what
// was not holds a reply.
func actionOfReply(said string) Action {
	switch {
	case strings.HasPrefix(said, "5"):
		return Failed
	case strings.HasPrefix(said, "4"):
		return Delayed
	}
	return Delivered
}

// saidOf returns the lines that say why: the Diagnostic-Code, what a server
// answered in the transcript, the lines about the recipient, those around it
// between start and end, where other recipients stand.
func (r *textReader) saidOf(f *finding, start, end int) []string {
	if f.diagnostic != "" {
		return append([]string{f.diagnostic}, f.block...)
	}
	if len(f.replies) > 0 && hasReply(f.replies) {
		return f.replies
	}
	if hasReply(f.block) {
		return append(f.block[:len(f.block):len(f.block)], r.quotedBelow(f, end)...)
	}
	if len(f.replies) == 0 && hasReply(r.said) && !f.piped {
		return r.said
	}
	if f.piped {
		return r.saidOfPipe(f)
	}
	if f.tier == tierNamed {
		return f.block
	}
	if len(f.block) > 0 && !f.isFragment() {
		start = f.first
	}
	around := r.around(f, start, end)
	if hasReply(around) {
		return append(slices.Clone(f.block), around...)
	}
	switch {
	case f.ahead != "" && (!tells(f.block) || f.isFragment()):
		return r.sentenceOf(f, around)
	case len(f.block) > 0:
		return r.withCause(f, end)
	case len(f.replies) > 0:
		return f.replies
	}
	return around
}

// withCause returns what is said of f, and the paragraph below that names the
// cause where no more is said than that the time ran out.
//
// QUIRK: Sun's mail servers write so.
func (r *textReader) withCause(f *finding, end int) []string {
	if reasonOf(response(f.block)) != codes.Expired {
		return f.block
	}
	for _, p := range paragraphs(r.lines[f.last+1 : max(f.last+1, min(end, f.last+1+maxBlock))]) {
		switch reasonOf(response(p)) {
		case codes.ConnectionFailed, codes.DNSFailure, codes.HostUnknown, codes.TLSFailed, codes.Greylisted, codes.MailboxFull:
			return append(f.block[:len(f.block):len(f.block)], p...)
		}
	}
	return f.block
}

// saidOfPipe returns what says why a program did not take the message: the
// line of the transcript that is about a program, else those below its name.
// Its code may be that of another program where there are several recipients.
func (r *textReader) saidOfPipe(f *finding) []string {
	for i := f.last + 1; i < min(len(r.lines), f.last+1+2*maxAround); i++ {
		if line := foldLower(r.lines[i]); strings.Contains(line, "mailer error") && replyIn(line) == 0 {
			if len(r.found) == 1 {
				return r.lines[i : i+1]
			}
			_, _, words := leadingCode(strings.TrimSpace(r.lines[i]))
			return []string{words}
		}
	}
	return f.block
}

// isFragment reports whether what is known of f is no more than the end of the
// sentence that names it: not what a colon parts from it.
func (f *finding) isFragment() bool {
	if !f.prose || len(f.block) != 1 {
		return false
	}
	head, ok := strings.CutSuffix(f.ahead, f.block[0])
	return ok && !endsInColon(head)
}

// quotedBelow returns the paragraph behind a recipient that is indented deeper
// and holds a reply, where its own lines hold a status and no reply: SIMS and
// iPlanet put what the server said below.
func (r *textReader) quotedBelow(f *finding, end int) []string {
	if replyIn(joinLines(f.block)) >= 0 {
		return nil
	}
	for n := f.last + 1; n < min(end, f.last+4); n++ {
		if line := r.lines[n]; strings.TrimSpace(line) != "" && indentWidth(line) > f.indent && replyIn(line) >= 0 {
			if ps := paragraphs(r.lines[n:min(end, n+maxBlock)]); len(ps) > 0 {
				return ps[0]
			}
			return nil
		}
	}
	return nil
}

// leadingStatus returns the status that stands before the reply on its line, as
// in "4.1.0 - Unknown address error 421-'...'". IronPort writes so.
func leadingStatus(text string, reply int) codes.Status {
	start := statusLine(text)
	if start < 0 || reply < start || strings.Contains(text[start:reply], "\n") {
		return codes.Status{}
	}
	return codes.FindStatus(text[start:min(len(text), start+12)])
}

// sentenceOf returns what explains most of a recipient that a sentence names:
// that sentence, what stands around it, or what follows the address.
func (r *textReader) sentenceOf(f *finding, around []string) []string {
	sentence := []string{f.ahead}
	switch {
	case tells(sentence):
		return sentence
	case tells(around):
		return around
	case f.prose:
		return sentence
	case len(f.block) > 0:
		return f.block
	}
	return around
}

// listWords are what a sentence holds that introduces a list of recipients.
var listWords = newPhraseSet(
	"following recipient", "following address", "following user", "following e-mail", "following email", "these recipients", "these address", "recipient(s)", "address(es)", "one or more recipients", "one or more of its recipients",
	"folgende empfänger", "folgenden empfänger", "folgende adresse", "folgenden adresse", "destinataires suivants", "destinataire suivant", "adresses suivantes", "seguenti destinatari", "seguenti indirizzi", "siguientes destinatarios", "siguientes direcciones", "seguintes destinatários", "volgende geadresseerden", "volgende adres", "następujących adres", "следующим адрес",
)

// introducesOnly reports whether lines without a reply, which text joins, say that
// recipients follow, and not why they were not reached.
func introducesOnly(text string, lines []string) bool {
	return len(lines) < 4 && listWords.in(foldLower(text)) && !tells(lines)
}

// tells reports whether the words of lines are those of a known reason.
func tells(lines []string) bool {
	return reasonOf(response(lines)) != codes.Unknown
}

// maxAround is how far from a recipient its reason is looked for.
const maxAround = 30

// around returns the paragraph near a recipient that tells why: the first one
// behind it that holds a reply, else a labelled reason, else the one behind
// or, at last, the one before.
func (r *textReader) around(f *finding, start, end int) []string {
	behind := paragraphs(r.lines[f.last+1 : max(f.last+1, min(end, f.last+1+maxAround))])
	for _, p := range behind {
		if hasReply(p) {
			return p
		}
	}
	before := paragraphs(r.lines[max(start, 0, f.last-maxAround):max(start, 0, f.last)])
	for _, p := range slices.Backward(before) {
		if hasReply(p) {
			return p
		}
	}
	if len(r.reasons) > 0 && tells(r.reasons) {
		return r.reasons
	}
	if f.ahead != "" && tells([]string{f.ahead}) {
		return []string{f.ahead}
	}
	if len(r.reasons) > 0 && telling(behind, before) == nil {
		return r.reasons
	}
	return r.explaining(behind, before)
}

// explaining chooses the paragraph that tells why where none holds a reply:
// one that a heading announces, one whose words are those of a known reason,
// the next one, or the last one before.
func (r *textReader) explaining(behind, before [][]string) []string {
	for i, p := range behind {
		if len(p) > 1 && isReasonHeading(p[:1]) {
			return p[1:]
		}
		if isReasonHeading(p[max(0, len(p)-2):]) && i+1 < len(behind) {
			return behind[i+1]
		}
	}
	if p := telling(behind, before); p != nil {
		return p
	}
	for _, p := range behind {
		if r.says(foldLower(p[0]))&saysContact == 0 && !endsInColon(foldLower(p[len(p)-1])) && !isRow(p[0]) {
			return p
		}
	}
	if len(before) > 0 && !endsInColon(foldLower(before[len(before)-1][0])) {
		return before[len(before)-1]
	}
	return nil
}

// telling returns the first paragraph whose words are those of a known reason.
// One that says no more than that there is a policy, or that one may try again,
// gives way to any other.
func telling(behind, before [][]string) []string {
	var vague []string
	for _, ps := range [][][]string{behind, before} {
		for _, p := range ps {
			switch reasonOf(response(p)) {
			case codes.Unknown:
			case codes.PolicyRejected, codes.Greylisted:
				if vague == nil {
					vague = p
				}
			default:
				return p
			}
		}
	}
	return vague
}

// paragraphs parts lines at blank lines and rules.
func paragraphs(lines []string) [][]string {
	var out [][]string
	var p []string
	for _, line := range lines {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || isRule(trimmed) {
			if p != nil {
				out = append(out, p)
			}
			p = nil
			continue
		}
		if l, _ := readLabel(trimmed); l == noLabel || l == labelReason || l == labelDiagnostic {
			p = append(p, trimmed)
		}
	}
	if p != nil {
		out = append(out, p)
	}
	return out
}

// withFailedField adds what X-Failed-Recipients says where the text names
// nobody. Exim, Gmail and Google Groups write the field.
func (r *textReader) withFailedField(out []Recipient, fallback Action) []Recipient {
	if len(out) > 0 || !r.Has("X-Failed-Recipients") {
		return out
	}
	rec := r.ofNobody(fallback)
	seen := make(map[string]bool)
	for value := range r.Values("X-Failed-Recipients") {
		for {
			m, ok := nextAddress(value, 0)
			if !ok {
				break
			}
			value = value[m.end:]
			if len(out) == maxRecipients {
				r.tooMany = true
				return out
			}
			if !seen[m.address] {
				seen[m.address] = true
				rec.Address = m.address
				out = append(out, rec)
			}
		}
	}
	return out
}

// ofNobody is what the text says of recipients that it does not name: the same
// of each.
func (r *textReader) ofNobody(fallback Action) Recipient {
	f := &finding{action: fallback, last: r.introLine()}
	said := r.saidOf(f, 0, len(r.lines))
	if !hasReply(said) {
		said = r.lines
	}
	return r.recipient(f, answerIn(said), fallback)
}

// introLine returns the line after which a reason is to be looked for where
// the text names no recipient.
func (r *textReader) introLine() int {
	for i := range r.lines {
		if r.senses(i, i+1)&saysFailed != 0 {
			return i
		}
	}
	return -1
}
