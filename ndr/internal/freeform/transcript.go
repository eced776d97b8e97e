package freeform

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file tells the lines of an SMTP session: "... while talking to host:",
// ">>> RCPT To:<a@b>", "<<< 550 ...".

const (
	// maxSessionDate is how far into a line the date of a session, or the
	// number behind it, may end.
	maxSessionDate = 48
	// maxTalkLead is how much of a line is searched for a phrase that
	// introduces the host: behind that it is part of a sentence.
	maxTalkLead = 25
)

// classifySession tells the class of a line of a session, and what it gives;
// classText for any other line. says is what the phrases of the line tell: where they
// hint at no session, the line is not searched for the host of one.
func classifySession(line string, says wording.Sense) (class, string) {
	line = afterDate(line)
	if host := attemptedHost(line); host != "" {
		return classHost, host
	}
	if says&wording.HintsSession != 0 {
		if host, ok := hostOfSession(line); ok {
			return classHost, host
		}
	}
	if line == "" || !mayBeginSessionLine[line[0]] {
		return classText, ""
	}
	if lex.HasPrefixLower(line, "rcpt to:") {
		return classCommand, line
	}
	if n := markLength(line, receivedMarks); n > 0 && isReplyLine(line[n:], line[n-1] == ':') {
		return classReply, strings.TrimSpace(line[n:])
	}
	if n := markLength(line, sentMarks); n > 0 && isCommand(line[n:]) {
		return classCommand, strings.TrimSpace(line[n:])
	}
	return classText, ""
}

// afterDate returns a line of a session without the date that MDaemon puts in
// front, and the number of its session: "Tue 2024-05-14 09:14:02: [12:1] ".
func afterDate(line string) string {
	i := strings.Index(line[:min(len(line), maxSessionDate)], ": ")
	if i < len("09:14:02") || line[i-3] != ':' || line[i-6] != ':' || !lex.IsDigits(line[i-2:i]) || !lex.IsDigits(line[i-5:i-3]) {
		return line
	}
	line = strings.TrimLeft(line[i+2:], " ")
	if end := strings.Index(line[:min(len(line), maxSessionDate)], "] "); end > 0 && strings.Trim(line[:end], "[0123456789:") == "" {
		return strings.TrimLeft(line[end+2:], " ")
	}
	return line
}

// attemptedHost returns the host that MDaemon says it connects to.
//
// QUIRK: it names the host here alone, then its address.
func attemptedHost(line string) (host string) {
	if lex.HasPrefixLower(line, "attempting mx:") {
		_, mx, _ := strings.Cut(line, "MX=[")
		host, _ = lex.LeadingHost(mx)
	}
	return host
}

// hostOfSession returns the host that a line says a session is with, "" where
// the line says so of a host that it does not name.
func hostOfSession(line string) (host string, ok bool) {
	for lead := range wording.HostSentences.Leading(line) {
		host, rest := lex.LeadingHost(line[len(lead):])
		return host, host != "" && strings.Trim(rest, "0123456789.:[]() ") == ""
	}
	for at, i := range wording.TalkPhrases.All(line[:min(len(line), maxTalkLead)]) {
		rest := line[at+len(wording.TalkPhrases.List[i]):]
		if host, _ = lex.LeadingHost(rest); host == "" {
			host = strings.ToLower(strings.Trim(lex.CutText(rest, lex.MaxDomain), " .:<>[]"))
		}
		return host, true
	}
	return "", false
}

func markLength(line string, marks []string) int {
	for _, mark := range marks {
		if lex.HasPrefixLower(line, mark) {
			return len(mark)
		}
	}
	return 0
}

// isReplyLine reports whether s begins with an SMTP reply, or may be, unless it must
// be a reply, what Courier writes in place of one.
func isReplyLine(s string, mustBe bool) bool {
	s = strings.TrimSpace(s)
	return s != "" && (reply.IsReplyCode(s) || !mustBe && s[0] != '<')
}

func isCommand(s string) bool {
	s = strings.TrimSpace(s)
	return s == "" || stageOfCommand(s) != codes.StageUnknown || lex.HasPrefixLower(s, "quit") || lex.HasPrefixLower(s, "rset")
}

// ownVerdict takes a line that is Sendmail's own word: on what the server answered, for
// recipients that get no line of their own, "554 5.0.0 Service unavailable", or on a
// domain, "553 5.3.5 example.net. config error: mail loops back to me".
func (g *grouper) ownVerdict(line string) {
	code, _, rest := leadingCode(line)
	if !code {
		return
	}
	host, _ := lex.LeadingHost(rest)
	if host == "" {
		g.setAside()
		return
	}
	if g.out.ofDomain == nil {
		g.out.ofDomain = map[string][]string{}
	}
	g.out.ofDomain[host] = []string{line}
}

// stageOfCommand returns the stage at which a command is answered.
func stageOfCommand(command string) codes.Stage {
	for verb, stage := range stageCommands {
		if lex.HasPrefixLower(command, verb) {
			return stage
		}
	}
	return codes.StageUnknown
}

// stageCommands are the commands of SMTP (RFC 5321, section 4.1.1) and the dot that ends
// the data.
var stageCommands = map[string]codes.Stage{
	"helo": codes.StageHELO, "ehlo": codes.StageHELO, "lhlo": codes.StageHELO, "starttls": codes.StageStartTLS, "auth": codes.StageAuth,
	"mail": codes.StageMail, "rcpt": codes.StageRcpt, "data": codes.StageData, ".": codes.StageEndOfData, "bdat": codes.StageEndOfData,
}

// sentMarks and receivedMarks stand before what was sent and received. The words of
// GroupWise stand in other texts too, where no command or reply follows.
var (
	sentMarks     = []string{">>>", "-->", "sent <<<", "<<-", "command:"}
	receivedMarks = []string{"<<<", "<--", "received >>>", "->>", "response:"}
)

// mayBeginSessionLine tells the bytes with which the lines of a session begin.
var mayBeginSessionLine = [256]bool{'>': true, '<': true, '-': true, 's': true, 'S': true, 'r': true, 'R': true, 'c': true, 'C': true}
