package freeform

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
)

// talkPhrases introduce the host that a transcript talks to, whatever its name
// is.
var talkPhrases = lex.NewPhraseSet("while talking to ", "session with ")

// hostSentences begin the sentence ahead of a dialogue that names the host and
// no more.
var hostSentences = lex.NewPhraseSet(
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
		r.host, r.rcpt, r.transcriptReplies = host, nil, nil
		r.hosts++
		r.open = nil
		return true
	}
	if !mayTalk[line[0]] {
		return false
	}
	lower := lex.LowerASCII(line[:min(len(line), 80)])
	if n := markLength(lower, saidMarks); n > 0 && isReplyLine(line[n:]) {
		r.serverReplied(strings.TrimSpace(line[n:]))
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
	if i < len("09:14:02") || line[i-3] != ':' || line[i-6] != ':' || !lex.IsDigits(line[i-2:i]) || !lex.IsDigits(line[i-5:i-3]) {
		return line
	}
	line = strings.TrimLeft(line[i+2:], " ")
	if end := strings.Index(line[:min(len(line), 48)], "] "); end > 0 && strings.Trim(line[:end], "[0123456789:") == "" {
		return strings.TrimLeft(line[end+2:], " ")
	}
	return line
}

func talksTo(line string) (host string, ok bool) {
	if lex.HasPrefixLower(line, "attempting mx:") {
		// QUIRK: MDaemon names the host here alone, then its address.
		if _, mx, found := strings.Cut(line, "MX=["); found {
			host, _ = lex.LeadingHost(mx)
		}
		return host, host != ""
	}
	for lead := range hostSentences.Leading(line) {
		host, rest := lex.LeadingHost(line[len(lead):])
		return host, host != "" && strings.Trim(rest, "0123456789.:[]() ") == ""
	}
	for at, i := range talkPhrases.All(line[:min(len(line), maxTalkLead)]) {
		rest := line[at+len(talkPhrases.List[i]):]
		if host, _ = lex.LeadingHost(rest); host == "" {
			host = strings.ToLower(strings.Trim(lex.CutText(rest, lex.MaxDomain), " .:<>[]"))
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
	return s != "" && (len(s) >= 3 && reply.IsReplyCode(s) || s[0] != '<')
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
	m, ok := lex.NextAddress(line, 0)
	if !ok {
		return
	}
	r.rcpt = r.add(i, m.Address, tierBare)
	r.attribute(r.rcpt)
	// QUIRK: Merak writes the reply behind the command: "RCPT TO:<a@b> (550 ...)".
	if rest := strings.Trim(line[m.End:], " ()"); len(rest) >= 3 && lex.IsDigits(rest[:3]) && reply.IsReplyCode(rest) {
		r.serverReplied(rest)
	}
}

// serverReplied notes what a server answered: to the recipient that was asked for, or
// to none.
func (r *textReader) serverReplied(reply string) {
	if banner, ok := strings.CutPrefix(reply, "220"); ok && r.host == "" {
		// QUIRK: MDaemon writes the address that it connects to; the greeting
		// (RFC 5321, section 4.2) has the name.
		if r.host, _ = lex.LeadingHost(strings.TrimLeft(banner, " -")); r.host != "" {
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
	said := &r.transcriptReplies
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
func (r *textReader) attribute(f *candidate) {
	if f.remote == "" {
		f.remote = r.host
	}
	if len(f.replies) == 0 {
		f.replies, r.transcriptReplies = r.transcriptReplies, nil
	}
}

// closes reports whether a line of a transcript that begins with a reply code
// ends what was said of a recipient. Sendmail 5 names the host there that it
// gave up, which is not the one it talked to before.
func (r *textReader) closes(line string) bool {
	code, _, rest := leadingCode(line)
	if !code || !r.open.afterReplyCode {
		return false
	}
	if host, after := lex.LeadingHost(rest); host != "" && strings.HasPrefix(strings.TrimSpace(after), "(") {
		r.host, r.transcriptReplies = "", nil
	}
	r.open = nil
	return true
}
