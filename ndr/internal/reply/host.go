package reply

import (
	"cmp"
	"net/netip"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// unreachedPhrases stand before the host in a reply that the reporting system made
// itself: Postfix's "553 5.6.7 SMTPUTF8 is required, but was not offered by host
// a.b[c]", and what Sendmail says of a connection that broke (deliver.c, usersmtp.c).
var unreachedPhrases = lex.NewPhraseSet(
	"not offered by host ", "read error from ", "lost connection with ", "connection refused by ", "connection reset by ",
	"connection timed out with ", "connection dropped by ", "timeout waiting for input from ",
)

// UnreachedHost returns the host that a reply which the reporting system made
// itself blames: the far side says no such thing of another.
func UnreachedHost(response string) string {
	for at, i := range unreachedPhrases.All(response) {
		if host, _ := lex.LeadingHost(response[at+len(unreachedPhrases.List[i]):]); host != "" {
			return host
		}
	}
	return cmp.Or(dialedHost(response), quotingHost(response))
}

// dialedHost returns the host of a network error of Go (net.OpError), which has
// the local address before it once that is known: "dial tcp 192.0.2.1:25:
// connect: ...", "read tcp 192.0.2.9:4711->192.0.2.1:25: ...". A server of one's
// own, on the loopback interface, is no far side.
func dialedHost(text string) string {
	for at, i := range dialedPhrases.All(text) {
		pair, _, _ := strings.Cut(text[at+len(dialedPhrases.List[i]):], " ")
		host, rest := lex.LeadingHost(pair[strings.Index(pair, ">")+1:])
		if ip, _ := netip.ParseAddr(host); rest != "" && !ip.IsLoopback() {
			return host
		}
	}
	return ""
}

var dialedPhrases = lex.NewPhraseSet("dial tcp ", "read tcp ", "write tcp ")

// quotingHost returns the host whose words a reply repeats behind its codes:
// "550 5.0.0 mx.example.com. said: no such user". Its address may follow in
// brackets.
func quotingHost(response string) string {
	host, rest := lex.LeadingHost(behindCodes(response))
	if open := strings.TrimLeft(rest, "] "); strings.HasPrefix(open, "[") {
		_, rest, _ = strings.Cut(open, "]")
	}
	if startsWithAny(strings.TrimLeft(rest, "]"), " said:", " says:", " answered:", " replied:", " responded:") {
		return host
	}
	return ""
}

// behindCodes returns the words of a reply.
func behindCodes(response string) string {
	for {
		word, rest, _ := strings.Cut(response, " ")
		if (len(word) != 3 || !IsReplyCode(word)) && (len(word) > maxBareReply || !codes.FindStatus(word).IsValid()) {
			return response
		}
		response = rest
	}
}

// RemoteHost returns the host that a text blames: one whose address stands in
// brackets behind its name, as in "mx.example.com[192.0.2.1]", or one behind a
// phrase such as "connect to". What the server said itself is not looked at.
func (t Text) RemoteHost() string {
	text := t.Line
	if t.Reply >= 0 {
		text = text[:t.Reply]
	}
	if host := BracketedHost(text); host != "" {
		return host
	}
	best, blamed := len(wording.HostPhrases.List), ""
	for at, i := range wording.HostPhrases.All(text) {
		if i >= best || at > 0 && lex.IsAlnum(text[at-1]) {
			continue
		}
		if host, rest := lex.LeadingHost(text[at+len(wording.HostPhrases.List[i]):]); host != "" && !strings.HasPrefix(rest, "@") {
			best, blamed = i, host
		}
	}
	if blamed != "" {
		return blamed
	}
	host, rest := lex.LeadingHost(text)
	if host != "" && (acts(rest) || t.Reply >= 0 && (strings.TrimSpace(rest) == ":" || isLineAbove(t.Lines[:t.Reply], host))) {
		return host // "192.0.2.1 does not like recipient." or "192.0.2.1: 550 no such user"
	}
	if host := answeringHost(text); host != "" || t.Reply < 0 {
		return host
	}
	return headingHost(text)
}

// signMarks stand before the host that ends a reply: Yahoo has its servers sign
// "554 delivery error: no such account [0] - mta1.mail.example.com",
// AXIGEN writes "421 try later (host mx.example.com)", LSMTP "550 no such user
// (response from mx.example.com)".
var signMarks = []string{"] - ", " (host ", " (response from ", ", while talking to "}

// SignedHost returns the host that a reply ends with.
func SignedHost(reply string) string {
	for _, mark := range signMarks {
		if !strings.Contains(reply, mark) { // which is faster than LastIndex
			continue
		}
		i := strings.LastIndex(reply, mark)
		host, rest := lex.LeadingHost(reply[i+len(mark):])
		if strings.Trim(rest, ").") == "" || mark[1] == '(' && rest[0] == ')' {
			return host
		}
	}
	return ""
}

// HostBelow returns the host that fills the line below a reply which has come
// to its end.
//
// QUIRK: Merak puts the server that refused a message there; Yahoo has there
// what qmail says before: "192.0.2.1 failed after I sent the message."
func HostBelow(block []string) string {
	last := len(block) - 1
	if last < 1 {
		return ""
	}
	host, rest := lex.LeadingHost(block[last])
	said, replied := block[last-1], ReplyIn(block[last-1]) >= 0
	ended := (replied || strings.HasPrefix(said, "*** ")) && strings.IndexByte(".!)*", said[len(said)-1]) >= 0
	if ended && rest == "" || replied && acts(rest) {
		return host
	}
	return ""
}

// isLineAbove reports whether before, which a reply follows, is one line and the
// beginning of the next, and the first begins with an address: qmail in any language
// has "192.0.2.1 failed after I sent the message." above "Remote host said: ".
func isLineAbove(before, host string) bool {
	return lex.IsIP(host) && strings.HasPrefix(before, host+" ") && strings.Count(before, "\n") == 1
}

// answeringHost returns the host before the address in parentheses that text
// ends with, where a reply follows: "but mx.example.com (192.0.2.1) answered".
func answeringHost(text string) string {
	if !strings.Contains(text, " (") { // which is faster than LastIndex
		return ""
	}
	open := strings.LastIndex(text, " (")
	address, rest := lex.LeadingHost(text[open+1:])
	if !lex.IsIP(address) || !strings.HasPrefix(rest, ")") || strings.Count(strings.TrimSpace(rest), " ") > 2 {
		return ""
	}
	head := text[max(0, open-lex.MaxDomain):open]
	host, rest := lex.LeadingHost(head[strings.LastIndexByte(head, ' ')+1:])
	if rest != "" {
		return ""
	}
	return host
}

// headingHost returns the host in the parentheses of the heading that a text ends with:
// "Answer of the server (mx.example.com):".
func headingHost(text string) string {
	host, rest := lex.LeadingHost(text[strings.LastIndexByte(text, '(')+1:])
	if strings.TrimSpace(rest) != "):" {
		return ""
	}
	return host
}

// HostAlone returns the host of the first of lines that is a host with its address, and
// its port, and nothing else: "mx.example.com[192.0.2.1]:25".
func HostAlone(lines []string) string {
	for _, line := range lines {
		host, rest := lex.LeadingHost(line)
		address, port, ok := strings.Cut(rest, "]:")
		if ok && lex.IsIP(address) && lex.IsDigits(port) {
			return host
		}
	}
	return ""
}

// CellHost returns the host that fills a cell of a table's row.
func CellHost(lines []string) string {
	text := lex.JoinLines(lines)
	for _, cell := range strings.FieldsFunc(text, func(c rune) bool { return c == '|' || c == '\t' }) {
		if host, rest := lex.LeadingHost(cell); host != "" && strings.TrimSpace(rest) == "" && len(cell) < len(text) {
			return host
		}
	}
	return ""
}

// maxVerbLead is how much may stand between a host and its verb: ": ", "] ".
const maxVerbLead = 3

// acts reports whether what follows a host says that it is the one that acts.
func acts(rest string) bool {
	return slices.ContainsFunc(wording.HostVerbs, func(verb string) bool {
		return strings.Contains(rest[:min(len(rest), maxVerbLead+len(verb))], verb)
	})
}

// SpeakerAmong returns the host that the first of lines to begin with one blames:
// InterMail's "Host mx.example.com is not responding."
func SpeakerAmong(lines []string) string {
	for _, line := range lines {
		line = strings.TrimSpace(line)
		for lead := range wording.HostPhrases.Leading(line) {
			if host, rest := lex.LeadingHost(line[len(lead):]); host != "" && acts(rest) {
				return host
			}
		}
	}
	return ""
}

// opensHost are the bytes that may stand between a bracket and the host in it.
const opensHost = " \t<([\"'"

// BracketedHost finds "name[address]" or "name [address]".
func BracketedHost(text string) string {
	for from := 0; from < len(text); {
		i := strings.IndexByte(text[from:], '[')
		if i < 0 {
			return ""
		}
		open := from + i
		// A run of brackets opens one host, and is looked at once.
		inside := strings.TrimLeft(text[open+1:], opensHost)
		from = len(text) - len(inside)
		address, rest := lex.LeadingHost(inside)
		if address != "" && !lex.IsIP(address) {
			// QUIRK: Gmail writes "[mx.example.com. (10): Connection timed out]",
			// systems of the C library "[mx.example.com]: Name or service not known".
			if ip, _ := lex.LeadingHost(rest); lex.IsIP(ip) || startsWithAny(rest, " (", ": ", "]: ") {
				return address
			}
		} else if strings.HasPrefix(rest, "]") {
			if host := hostBefore(text[:open]); host != "" {
				return host
			}
			if isBlamed(text[:open]) {
				return address
			}
		}
	}
	return ""
}

// hostBefore returns the host that head ends with, before its address.
//
// QUIRK: SendGrid writes "name:[address]".
func hostBefore(head string) string {
	head = strings.TrimRight(head, " :")
	head = head[max(0, len(head)-lex.MaxDomain):]
	word := head[strings.LastIndexAny(head, " \t<(\"'=,")+1:]
	if host, rest := lex.LeadingHost(word); rest == "" {
		return host
	}
	return ""
}

func startsWithAny(s string, starts ...string) bool {
	return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(s, start) })
}

// isBlamed reports whether head ends in a phrase that a host follows.
func isBlamed(head string) bool {
	if strings.TrimSpace(head) == "" {
		return true
	}
	head = head[max(0, len(head)-lex.MaxPhrase):]
	for at, i := range wording.HostPhrases.All(head) {
		if at+len(wording.HostPhrases.List[i]) == len(head) {
			return true
		}
	}
	return false
}
