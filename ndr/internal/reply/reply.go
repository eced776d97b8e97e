// Package reply finds what a server answered, and which host, in the words of a report.
package reply

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// ReplyIn returns where in text an SMTP reply begins: a reply code at the
// start of a line, behind a colon, bracket or quote, or before an enhanced
// status code. It returns -1 where none does.
func ReplyIn(text string) int {
	for i := 0; i+3 <= len(text); i++ {
		if last := text[i+2]; last < '0' || last > '9' {
			i += 2 // no code of three digits begins at one of the three
			continue
		}
		if c := text[i]; c != '4' && c != '5' && c != '2' || !IsReplyCode(text[i:]) {
			continue
		}
		bare := i+3 == len(text) || text[i+3] == '\n'
		if i == 0 || opensReply(text[:i], bare) || followedByStatus(text[i+3:]) && isBlank(text[i-1]) {
			return i
		}
	}
	return -1
}

// IsReplyCode reports whether s begins with a reply code that stands alone.
// Success codes that reports of failures do not hold are left out.
func IsReplyCode(s string) bool {
	if len(s) < 3 || !lex.IsDigits(s[:3]) || s[1] > '7' || s[0] == '2' && (s[1] != '5' || s[2] > '2') {
		return false
	}
	return len(s) == 3 || !lex.IsAlnum(s[3]) && s[3] != '.' && s[3] != '/' && s[3] != '%' && s[3] != '@' && s[3] != '_'
}

// opensReply reports whether a reply code may follow head. A bare code, with
// nothing behind it on its line, needs a word in front that says what it is.
func opensReply(head string, bare bool) bool {
	trimmed := strings.TrimRight(head, " \t")
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	switch {
	case trimmed == "" || last == '\n':
		return true
	case bare:
		return endsInReplyWord(strings.TrimRight(trimmed, ": "))
	}
	return strings.ContainsRune(":;\"'[(<>,|：；（「『【“", last) || len(trimmed) < len(head) && endsInReplyWord(trimmed)
}

func endsInReplyWord(head string) bool {
	return slices.ContainsFunc(replyWords, func(word string) bool {
		return lex.HasPrefixLower(head[max(0, len(head)-len(word)):], word)
	})
}

// replyWords are the words that a reply code follows, or end as they do.
var replyWords = []string{
	"smtp", "said", "error", "code", "with", "returned", "response", "reply", "was", "status", "me", "bounce", "bounced",
	"failed", "failure",
}

func followedByStatus(s string) bool {
	s = strings.TrimLeft(s, " -:#(")
	return len(s) > 4 && s[1] == '.' && (s[0] == '5' || s[0] == '4' || s[0] == '2') && codes.FindStatus(s[:min(len(s), 12)]).IsValid()
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// A Text is what lines of a report about one recipient say.
type Text struct {
	// Lines are the lines joined by line feeds, and Line by blanks: what stands in the one
	// stands at the same place in the other.
	Lines, Line string
	// Reply is where an SMTP reply begins, -1 where none does.
	Reply int
}

// Join joins lines.
func Join(lines []string) Text {
	text := lex.JoinLines(lines)
	return Text{text, strings.ReplaceAll(text, "\n", " "), ReplyIn(text)}
}

// Response returns what the refusing system said: what stands from the SMTP reply
// on, or behind a phrase such as "said:", or all of the text.
func (t Text) Response() string {
	text, at := t.Line, t.Reply
	if at < 0 {
		at = StatusLine(t.Lines)
	}
	if at >= 0 {
		before := strings.Trim(text[:at], " \t:;,([{\"'（：")
		reply := trimTail(text[at:])
		if isBareReply(reply) && Reason(before) != codes.Unknown || refusesSender(before, reply) {
			return trimTail(text)
		}
		return reply
	}
	said := len(text)
	for at, i := range wording.SaidPhrases.All(text) {
		said = min(said, at+len(wording.SaidPhrases.List[i]))
	}
	if strings.TrimSpace(text[said:]) != "" {
		text = text[said:]
	}
	return trimTail(text)
}

// isBareReply reports whether a reply consists only of its codes.
func isBareReply(reply string) bool {
	return len(reply) <= maxBareReply && strings.IndexFunc(reply, unicode.IsLetter) < 0
}

// refusesSender reports whether the words before a reply that would condemn the
// recipient say that it is about the sender: "sender verification failed: 550 5.1.1
// user unknown".
func refusesSender(before, reply string) bool {
	if before == "" || !strings.HasPrefix(reply, "5") || isSpeaker(before) {
		return false
	}
	switch Reason(before) {
	case codes.SenderRejected, codes.SenderBlocked, codes.AuthFailed, codes.AuthenticationRequired, codes.ReverseDNS, codes.ConnectionFailed, codes.TLSFailed:
		return codes.ParseResponse(reply).Suppress()
	}
	return false
}

// isSpeaker reports whether words before a reply are no more than Postfix's "host
// mx.example.com[192.0.2.1] said", which the grammar need not read.
func isSpeaker(before string) bool {
	rest, ok := strings.CutPrefix(before, "host ")
	_, said, _ := strings.Cut(rest, " ")
	return ok && said == "said"
}

// maxBareReply is longer than a reply code and an enhanced status code.
const maxBareReply = 20

// StatusLine returns where the first line of text begins that begins with an
// enhanced status code, bullets aside, or -1.
func StatusLine(text string) int {
	for from := 0; from < len(text); {
		line, _, _ := strings.Cut(text[from:], "\n")
		bare := strings.TrimLeft(line, "-*• #(|")
		if len(bare) > 4 && bare[1] == '.' && codes.FindStatus(bare[:min(len(bare), 12)]).IsValid() {
			return from + len(line) - len(bare)
		}
		from += len(line) + 1
	}
	return -1
}

// HasReply reports whether lines hold a reply of a server: an SMTP reply, an
// enhanced status code, or a phrase that leads to one.
func HasReply(lines []string) bool {
	room := lex.MaxReplyText
	for _, line := range lines {
		line = lex.CutText(strings.TrimSpace(line), room)
		if ReplyIn(line) >= 0 || codes.FindStatus(line).IsValid() {
			return true
		}
		room -= len(line)
	}
	return false
}

// trimTail cuts what the reporting system adds behind a reply.
func trimTail(text string) string {
	lead := -1 // the phrase that text begins with ends nothing
	for at, i := range wording.TailPhrases.All(text) {
		if at > 0 && i != lead {
			text = text[:at]
			break
		}
		lead = i
	}
	text = strings.Trim(text, " \t,;")
	for _, pair := range []string{"()", "[]", "<>", "\"\"", "''"} {
		if strings.HasSuffix(text, pair[1:]) && !balanced(text, pair) {
			text = strings.TrimRight(text[:len(text)-1], " ")
		}
	}
	return text
}

// balanced reports whether text opens as many pairs as it closes.
func balanced(text, pair string) bool {
	if pair[0] == pair[1] {
		return strings.Count(text, pair[:1])%2 == 0
	}
	return strings.Count(text, pair[:1]) >= strings.Count(text, pair[1:])
}

// HasKnownReason reports whether the words of lines give a known reason.
func HasKnownReason(lines []string) bool {
	return Reason(Join(lines).Response()) != codes.Unknown
}

// Reason returns the reason that a response gives. Many lines that are asked about
// hold nothing.
func Reason(said string) codes.Reason {
	if said == "" {
		return codes.Unknown
	}
	return codes.ParseResponse(said).Reason()
}
