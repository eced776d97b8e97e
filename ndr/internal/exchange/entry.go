package exchange

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// An entry is what stands under a recipient: what a server said, and which and
// when where it tells.
type entry struct {
	date     string
	hosts    []string     // as written, the likeliest first
	status   codes.Status // that Exchange writes before the response
	response string
	original string // of a "##rfc822;address" at the end
}

// parseEntry reads an entry, unfolded to one line:
//
//	mail.example.com #<ex.example.com #5.7.1 smtp;530 5.7.1 ...> #SMTP#
//	#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;a@example.com
//	1/2/2006 3:04:05 PM - Remote Server at example.com (192.0.2.1) returned '550 5.4.1 ...'
//
// An entry of another form is a response as a whole.
func parseEntry(text string) entry {
	date, text, _ := cutDate(text)
	words, said, _ := cutPayload(text)
	e := entry{date: date, hosts: lex.Hosts(words)}
	e.parse(said)
	e.hosts = append(e.hosts, lex.AttemptedHosts(e.response)...)
	return e
}

// isEntry reports whether text begins an entry.
func isEntry(text string) bool {
	_, text, _ = cutDate(text)
	_, _, ok := cutPayload(text)
	return ok
}

// cutPayload parts what a server said from the words before it. ok is false,
// and all of text the payload, where no code or mark tells.
func cutPayload(text string) (words, said string, ok bool) {
	if startsPayload(text) {
		return "", text, true
	}
	if at := openingQuote(text); at >= 0 {
		return text[:at], insideQuotes(text[at:]), true
	}
	if at := strings.IndexByte(text, '#'); at > 0 && isServer(text[:at]) && startsPayload(text[at:]) {
		return text[:at], text[at:], true
	}
	if at := replyInside(text); at >= 0 {
		return text[:at], text[at:], true
	}
	return "", text, false
}

// isServer reports whether s is a server and blanks.
func isServer(s string) bool { return lex.ServerName(strings.TrimSpace(s)) != "" }

// parse reads what the server said, in the forms "550 5.1.1 text", "#550 5.1.1
// text ##", "<host #5.1.1 smtp;550 text>" and "#5.1.1 smtp;550 text".
func (e *entry) parse(s string) {
	if at := strings.LastIndex(s, "#SMTP#"); at >= 0 {
		s = s[:at]
	} else if at := strings.LastIndex(s, "##"); at >= 0 {
		e.original = lex.LoneAddress(trimType(s[at+2:]))
		s = s[:at]
	}
	s = strings.TrimPrefix(strings.TrimSpace(s), "#")
	if host, inner, ok := cutBracketed(s); ok {
		e.hosts, s = append(e.hosts, host), inner
	}
	status, rest, _ := strings.Cut(s, " ")
	if st, err := codes.ParseStatus(status); err == nil {
		rest = strings.TrimSpace(rest)
		if typed := trimType(rest); rest == "" || typed != rest {
			e.status, s = st, typed
		}
	}
	e.response = oneLine(trimType(s))
}

// cutBracketed takes "<host #5.1.1 text>" apart into the host, which may be
// missing, and what follows the "#".
func cutBracketed(s string) (host, inner string, ok bool) {
	if !strings.HasPrefix(s, "<") {
		return "", "", false
	}
	inner = s[1:]
	if end := strings.LastIndexByte(inner, '>'); end >= 0 {
		inner = inner[:end]
	}
	host, inner, ok = strings.Cut(inner, "#")
	host = strings.TrimSpace(host)
	if !ok || host != "" && lex.ServerName(host) == "" {
		return "", "", false
	}
	return strings.Trim(host, "[]"), strings.TrimSpace(inner), true
}

// trimType takes the type from "smtp;550 ..." and "rfc822;a@example.com".
func trimType(s string) string {
	f := found.Field{Value: s}
	if f.Finish(); lex.OneOf(f.Type, "smtp", "rfc822") {
		return f.Value
	}
	return s
}

// recipient returns what an entry says of address.
func (e *entry) recipient(address string) found.Recipient {
	r := found.Recipient{Action: found.Failed, Response: e.response, Status: e.status}
	address, r.OriginalAddress = lex.ResolveIMCEA(address)
	r.Address = strings.ToLower(address)
	if e.original != "" {
		r.OriginalAddress = e.original
	}
	said := e.codes()
	r.Reply = said.Reply
	if !r.Status.IsValid() || r.Status.Generic() && said.Status.IsValid() {
		r.Status = said.Status
	}
	if r.Reply.Transient() {
		// A report that gives up says 550 even where the status is 4.x.x, most
		// of the time; the words of the report have the last one.
		r.Action = found.Delayed
	}
	return r
}

// codes returns the codes of the response. Those at its start are what the
// report itself says; what it quotes behind them tells why.
func (e *entry) codes() codes.Response {
	if lead := leadingCodes(e.response); lead.Status.IsValid() && !lead.Status.Generic() {
		return lead
	}
	return codes.ParseResponse(e.response)
}

// attempt returns the time of the attempt where it can be known: Microsoft 365
// writes UTC in the American way, while a server on the premises writes its
// local time in the way of its country.
func (e *entry) attempt(server string) time.Time {
	if !isMicrosoft365(server) {
		return time.Time{}
	}
	if t := lex.ParseUSDate(e.date); !t.IsZero() {
		return t
	}
	return lex.ParseUSDate(lex.ValueAfter(e.response, "{LRT="))
}

// startsPayload reports whether s begins as what parsePayload reads.
func startsPayload(s string) bool {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "#"))
	if leadingCodes(s).Reply != 0 {
		return true
	}
	if _, inner, ok := cutBracketed(s); ok {
		s = inner
	}
	word, _, _ := strings.Cut(s, " ")
	_, err := codes.ParseStatus(word)
	return err == nil
}

// leadingCodes returns the reply code of a refusal that s begins with, and the
// status behind it; nothing where s begins with another word.
func leadingCodes(s string) codes.Response {
	if len(s) < 3 || !lex.IsDigits(s[:3]) {
		return codes.Response{}
	}
	first, rest, _ := strings.Cut(s, " ")
	second, _, _ := strings.Cut(rest, " ")
	if r := codes.ParseResponse(s[:min(len(s), len(first)+1+len(second))]); r.Reply.Permanent() || r.Reply.Transient() {
		return r
	}
	return codes.Response{}
}

// replyInside returns the place of a reply code with a status behind it, at
// the start of a word but the first: some gateways lose the quotes. It is -1
// where there is none.
func replyInside(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i-1] == ' ' && leadingCodes(s[i:]).Status.IsValid() {
			return i
		}
	}
	return -1
}

// The quotes around a reply, which are straight in most languages.
const (
	openQuotes  = "'\"‘’‚“„«‹「『"
	closeQuotes = "'\"’‘”“»›」』"
)

// maxLead is how much of a text is looked at for the beginning of a payload.
const maxLead = 300

// openingQuote returns the place of the quote that opens a reply, -1 where
// there is none.
func openingQuote(s string) int {
	before := ' '
	for i, r := range s {
		if strings.ContainsRune(openQuotes, r) && !inWord(before) && startsPayload(lex.CutText(s[i+utf8.RuneLen(r):], maxLead)) {
			return i
		}
		before = r
	}
	return -1
}

// closingQuote returns the place of the last quote in s that does not stand
// inside a word, as an apostrophe does, and is not the first character.
func closingQuote(s string) int {
	for at := strings.LastIndexAny(s, closeQuotes); at > 0; at = strings.LastIndexAny(s[:at], closeQuotes) {
		_, size := utf8.DecodeRuneInString(s[at:])
		if after, _ := utf8.DecodeRuneInString(s[at+size:]); !inWord(after) {
			return at
		}
	}
	return -1
}

// inWord reports whether a quote beside r is an apostrophe. Words that are not
// in Latin letters have none.
func inWord(r rune) bool { return unicode.IsDigit(r) || 'a' <= r|0x20 && r|0x20 <= 'z' }

// insideQuotes returns what stands between the quote that s begins with and the
// last one, or the end where the reply was cut off.
func insideQuotes(s string) string {
	end := closingQuote(s)
	if end < 0 {
		end = len(s)
	}
	_, size := utf8.DecodeRuneInString(s)
	return s[size:max(size, end)]
}

// maxDate is the longest text before " - " that is taken for a date.
const maxDate = 60

// cutDate parts "1/2/2006 3:04:05 PM - text". The server's language decides the
// order and the separators of a date. Where there is no date, rest is all of s.
func cutDate(s string) (date, rest string, ok bool) {
	date, rest, ok = strings.Cut(s, " - ")
	if !ok || len(date) > maxDate || !lex.IsDigits(date[:min(1, len(date))]) || !lex.HoldsDate(date) {
		return "", s, false
	}
	return date, strings.TrimSpace(rest), true
}
