package ndr

import (
	"cmp"
	"strings"

	"example.com/ndr/codes"
)

// talkPhrases introduce the host that a transcript talks to, whatever its name
// is.
var talkPhrases = newPhraseSet("while talking to ", "session with ")

// hostSentences begin the sentence ahead of a dialogue that names the host and
// no more.
var hostSentences = newPhraseSet(
	"the remote host was ", "the remote server was ", "the remote mail server was ", "the destination host was ", "the receiving host was ",
	"sent mail to host ", "sending mail to host ", "mail was sent to host ",
)

// maxTalkLead is how much of a line is searched for one of them.
const maxTalkLead = 25

// sentMarks and saidMarks stand before what was sent and received in a
// transcript.
var (
	sentMarks = []string{">>>", "-->", "sent <<<", "<<-"}
	saidMarks = []string{"<<<", "<--", "received >>>", "->>"}
)

// mayTalk tells with which bytes the lines of a dialogue begin.
var mayTalk = [256]bool{'>': true, '<': true, '-': true, 's': true, 'S': true, 'r': true, 'R': true}

// transcriptLine takes a line of an SMTP dialogue: "... while talking to
// host:", ">>> RCPT To:<a@b>", "<<< 550 ...".
func (r *textReader) transcriptLine(i int, line string) bool {
	line = afterDate(line)
	if host, ok := talksTo(line); ok {
		r.host, r.rcpt, r.said = host, nil, nil
		r.hosts++
		r.open = nil
		return true
	}
	if !mayTalk[line[0]] {
		return false
	}
	lower := lowerASCII(line[:min(len(line), 80)])
	if n := markLength(lower, saidMarks); n > 0 && isReplyLine(line[n:]) {
		r.heard(strings.TrimSpace(line[n:]))
		return true
	}
	if n := markLength(lower, sentMarks); n > 0 && isCommand(lower[n:]) {
		r.command(i, strings.TrimSpace(line[n:]))
		return true
	}
	if strings.HasPrefix(lower, "rcpt to:") {
		r.command(i, line)
		return true
	}
	return false
}

// afterDate returns a line of a dialogue without the date that MDaemon puts in
// front, and the number of its session: "Tue 2024-05-14 09:14:02: [12:1] ".
func afterDate(line string) string {
	i := strings.Index(line[:min(len(line), 48)], ": ")
	if i < len("09:14:02") || line[i-3] != ':' || line[i-6] != ':' || !isDigits(line[i-2:i]) || !isDigits(line[i-5:i-3]) {
		return line
	}
	line = strings.TrimLeft(line[i+2:], " ")
	if end := strings.Index(line[:min(len(line), 48)], "] "); end > 0 && strings.Trim(line[:end], "[0123456789:") == "" {
		return strings.TrimLeft(line[end+2:], " ")
	}
	return line
}

func talksTo(line string) (host string, ok bool) {
	if hasPrefixLower(line, "attempting mx:") {
		// QUIRK: MDaemon names the host here alone, then its address.
		if _, mx, found := strings.Cut(line, "MX=["); found {
			host, _ = leadingHost(mx)
		}
		return host, host != ""
	}
	for lead := range hostSentences.leading(line) {
		host, rest := leadingHost(line[len(lead):])
		return host, host != "" && strings.Trim(rest, "0123456789.:[]() ") == ""
	}
	for at, i := range talkPhrases.all(line[:min(len(line), maxTalkLead)]) {
		rest := line[at+len(talkPhrases.list[i]):]
		if host, _ = leadingHost(rest); host == "" {
			host = strings.ToLower(strings.Trim(cutText(rest, maxDomain), " .:<>[]"))
		}
		return host, true
	}
	return "", false
}

func markLength(lower string, marks []string) int {
	for _, mark := range marks {
		if strings.HasPrefix(lower, mark) {
			return len(mark)
		}
	}
	return 0
}

// isReplyLine reports whether s begins with an SMTP reply, or is what Courier
// writes in place of one.
func isReplyLine(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && (len(s) >= 3 && isReplyCode(s) || s[0] != '<')
}

func isCommand(lower string) bool {
	lower = strings.TrimSpace(lower)
	for _, command := range []string{"rcpt", "mail", "data", "helo", "ehlo", "quit", "rset", "auth", "starttls", "bdat", "."} {
		if strings.HasPrefix(lower, command) {
			return true
		}
	}
	return lower == ""
}

// command notes what the reporting system sent.
func (r *textReader) command(i int, line string) {
	r.rcpt, r.open = nil, nil
	if len(line) < 5 || !strings.EqualFold(line[:4], "rcpt") {
		return
	}
	m, ok := nextAddress(line, 0)
	if !ok {
		return
	}
	r.rcpt = r.add(i, m.address, tierBare)
	r.attribute(r.rcpt)
	// QUIRK: Merak writes the reply behind the command: "RCPT TO:<a@b> (550 ...)".
	if rest := strings.Trim(line[m.end:], " ()"); len(rest) >= 3 && isDigits(rest[:3]) && isReplyCode(rest) {
		r.heard(rest)
	}
}

// heard notes what a server answered: to the recipient that was asked for, or
// to none.
func (r *textReader) heard(reply string) {
	if banner, ok := strings.CutPrefix(reply, "220"); ok && r.host == "" {
		// QUIRK: MDaemon writes the address that it connects to; the greeting
		// (RFC 5321, section 4.2) has the name.
		if r.host, _ = leadingHost(strings.TrimLeft(banner, " -")); r.host != "" {
			r.hosts++
		}
	}
	if reply[0] == '2' || reply[0] == '3' {
		return
	}
	f := r.rcpt
	if f == nil && r.open != nil {
		f = r.open
	}
	said := &r.said
	if f != nil {
		said = &f.replies
	}
	// A bad sequence of commands (503) is what a refused command leads to.
	if len(*said) < maxBlock && (len(*said) == 0 || !strings.HasPrefix(reply, "503")) {
		*said = append(*said, reply)
	}
}

// attribute says that the host talked to, and what it answered to no
// recipient, are about f.
func (r *textReader) attribute(f *finding) {
	if f.remote == "" {
		f.remote = r.host
	}
	if len(f.replies) == 0 {
		f.replies, r.said = r.said, nil
	}
}

// labelLine takes a row "name: value" whose name is known. The value of one
// that stands alone is on the lines below, which are read as what they are.
func (r *textReader) labelLine(i int, line string) bool {
	l, value := readLabel(line)
	if l == noLabel {
		return false
	}
	if r.open != nil && r.open.tier == tierListed && len(r.open.block) > 0 && l != labelRecipient && l != labelReason && l != labelDiagnostic && l != labelRemote {
		return false
	}
	if r.isHeading(line, value) {
		r.open, r.listening = nil, true
		return true
	}
	if value == "" && r.below(i, l) {
		return true
	}
	if value == "" {
		r.listening = r.listening || l == labelRecipient || l == labelTo
		return l != labelRemote
	}
	return r.row(i, l, value, line)
}

// below takes the value of a label from the next line where it is a status, an
// action or a host and nothing else. ZMailer writes so.
func (r *textReader) below(i int, l label) bool {
	next := strings.TrimSpace(r.next(i))
	switch {
	case next == "":
		return false
	case l == labelRemote && hasPrefixLower(next, "dns;"), l == labelStatus && statusLine(next) == 0, l == labelAction && fieldAction(next) != NoAction:
		return r.row(i, l, next, next)
	}
	return false
}

// isHeading reports whether a line with a label is the head of a table: the
// next cell is the name of a label too.
func (r *textReader) isHeading(line, value string) bool {
	i := strings.IndexAny(line, ":\t|")
	cell, _, _ := strings.Cut(strings.ReplaceAll(value, "|", "\t"), "\t")
	return i > 0 && line[i] != ':' && labels[foldLower(cell)] != noLabel
}

// row notes the value of a label. It reports false where the value is not
// what the label promises, so that the line is read another way.
func (r *textReader) row(i int, l label, value, line string) bool {
	switch l {
	case labelRecipient:
		return r.recipientRow(i, value, line, tierListed)
	case labelTo:
		return r.recipientRow(i, value, line, tierQuoted)
	case labelOriginal:
		r.about().original = addressOrLocal(value)
	case labelSender:
		return true
	case labelReason:
		r.reason(i, value)
	case labelDiagnostic:
		f := r.about()
		f.diagnostic, f.block = value, nil
		r.open = f
	case labelRemote:
		host := fieldHost(value)
		if host == "" {
			return false
		}
		if r.server == "" && isOneWord(line) && r.isFromHost(host) {
			// Behind "Server:" alone many give their own name.
			r.server = host
			return true
		}
		r.about().remote = host
	case labelServer:
		if r.server == "" {
			r.server = cmp.Or(fieldHost(value), hostAmong(foldLower(value)))
		}
	case labelStatus:
		if st := codes.FindStatus(value[:min(len(value), 40)]); st.IsValid() {
			f := r.about()
			f.status = st
			if i := strings.IndexByte(value, '('); i > 0 && f.diagnostic == "" {
				f.block = append(f.block, strings.Trim(value[i:], "()"))
			}
			return true
		}
		return false
	case labelAction:
		r.about().action = fieldAction(value)
	case labelLastAttempt:
		r.about().lastAttempt = value
	}
	return true
}

// isOneWord reports whether the name of a row is one word.
func isOneWord(line string) bool {
	return strings.IndexAny(line, ":：\t") < strings.IndexAny(line+" ", " -")
}

// isFromHost reports whether the report is from an address at that very host.
func (r *textReader) isFromHost(host string) bool {
	m, ok := nextAddress(foldLower(r.Get("From")), 0)
	return ok && strings.HasSuffix(m.address, "@"+host)
}

// recipientRow notes the recipient that a label names.
func (r *textReader) recipientRow(i int, value, line string, t tier) bool {
	named := hasPrefixLower(line, "final-recipient")
	address := ""
	m, ok := nextAddress(value, 0)
	if ok {
		address = m.address
	} else if named || hasPrefixLower(line, "recipient") || t == tierListed && r.isReasoned(i) {
		address = addressOrLocal(value)
	}
	if address == "" || ok && (t == tierListed && strings.Count(value[:m.start], " ") > 3 || t == tierQuoted && strings.Contains(value[:m.start], ":")) {
		return false
	}
	if named {
		t = tierNamed
	}
	f := r.add(i, address, t)
	if f.ahead == "" {
		f.ahead = line
	}
	r.takePending(f)
	r.open, f.labelled = f, true
	if ok {
		if rest := strings.Trim(value[m.end:], " \t,.;:()[]<>-"); rest != "" && t != tierQuoted {
			r.moreRecipients(i, value[m.end:], t)
			f.block = append(f.block, rest)
		}
	}
	return true
}

// isReasoned reports whether the next row is a known reason: what stands above
// it may be a local part alone.
func (r *textReader) isReasoned(i int) bool {
	l, value := readLabel(strings.TrimSpace(r.next(i)))
	return (l == labelReason || l == labelDiagnostic) && tells([]string{value})
}

// moreRecipients notes the other addresses of "Recipients: a@b, c@d".
func (r *textReader) moreRecipients(i int, rest string, t tier) {
	e := entry{rest: rest}.skipRepeated()
	for _, address := range e.more {
		r.add(i, address, t)
	}
}

// about returns the finding that a field belongs to: the last one in the same
// group of lines, or the next.
func (r *textReader) about() *finding {
	if r.last != nil && (r.open == r.last || !r.afterBlank && r.last.tier < tierProse) {
		return r.last
	}
	if r.last != nil && r.last.tier != tierNamed && r.last.tier < tierProse {
		return r.last
	}
	return &r.pending
}

// takePending gives f the fields that stood before its Final-Recipient.
func (r *textReader) takePending(f *finding) {
	p := r.pending
	if p.original != "" && f.original == "" {
		f.original = p.original
	}
	if p.action != NoAction {
		f.action = p.action
	}
	if p.status.IsValid() {
		f.status = p.status
	}
	if p.diagnostic != "" {
		f.diagnostic = p.diagnostic
	}
	if p.remote != "" {
		f.remote = p.remote
	}
	r.pending = finding{}
}

// closes reports whether a line of a transcript that begins with a reply code
// ends what was said of a recipient. Sendmail 5 names the host there that it
// gave up, which is not the one it talked to before.
func (r *textReader) closes(line string) bool {
	code, _, rest := leadingCode(line)
	if !code || !r.open.coded {
		return false
	}
	if host, after := leadingHost(rest); host != "" && strings.HasPrefix(strings.TrimSpace(after), "(") {
		r.host, r.said = "", nil
	}
	r.open = nil
	return true
}

// reason notes a labelled reason, for the recipient at hand or for all.
func (r *textReader) reason(i int, value string) {
	f := r.last
	if r.open != nil && r.open.address == "" {
		f = r.open
	}
	if f != nil && len(f.block) < maxBlock {
		f.block = append(f.block, value)
		r.open = f
		return
	}
	if len(r.reasons) < maxBlock {
		r.reasons = append(r.reasons, value)
	}
	if m, ok := nextAddress(value, 0); ok && (tells([]string{value}) || r.says(foldPlain(value))&saysFailed != 0) && !endsInSender(foldPlain(value[:m.start])) {
		r.add(i, m.address, tierProse).ahead = value
	} else if name := quotedUser(value); !ok && name != "" {
		r.add(i, name, tierProse).ahead = value
	}
}

// quotedUser returns the local part in quotes of which a reason says that
// nobody has it: `User "kim" is not listed in the directory`.
func quotedUser(reason string) string {
	head, rest, ok := strings.Cut(reason, "\"")
	name, _, closed := strings.Cut(rest, "\"")
	if !ok || !closed || !isLocalPart(name) || !endsInWord(foldLower(head), userWords) || codes.ParseResponse(reason).Reason() != codes.UserUnknown {
		return ""
	}
	return strings.ToLower(name)
}

// userWords stand right before the name of a mailbox.
var userWords = []string{"user", "recipient", "mailbox", "account", "benutzer", "empfänger", "utilisateur", "destinataire", "utente", "usuario"}

// fieldHost reads the host of "dns; mx.example.com (extra)" or of
// "mx.example.com".
func fieldHost(value string) string {
	if i := strings.IndexByte(value, ';'); i >= 0 && i < 12 {
		value = value[i+1:]
	}
	host, _ := leadingHost(value)
	return host
}

// fieldAction reads the value of an Action field (RFC 3464, section 2.3.3).
func fieldAction(value string) Action {
	word, _, _ := strings.Cut(foldLower(value), " ")
	switch word {
	case "failed", "failure", "expired", "error":
		return Failed
	case "delayed":
		return Delayed
	case "delivered", "deliverable":
		return Delivered
	case "relayed":
		return Relayed
	case "expanded":
		return Expanded
	}
	return NoAction
}
