package exchange

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
)

// An exchangeReply is one entry under a recipient: what a server said, and
// which and when where the entry tells.
type exchangeReply struct {
	date     string
	hosts    []string // as written, the likeliest first
	status   codes.Status
	response string
	original string // of a "##rfc822;address" at the end
}

// parseExchangeReply reads an entry, unfolded to one line:
//
//	mail.example.com #<ex.example.com #5.7.1 smtp;530 5.7.1 ...> #SMTP#
//	#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;a@example.com
//	1/2/2006 3:04:05 PM - Remote Server at example.com (192.0.2.1) returned '550 5.4.1 ...'
//
// An entry of another form is a response as a whole.
func parseExchangeReply(text string) exchangeReply {
	var e exchangeReply
	if date, rest, ok := cutDate(text); ok {
		e.date, text = date, rest
	}
	words, payload, _ := cutPayload(text)
	e.hosts = hostsIn(words)
	e.parsePayload(payload)
	e.hosts = append(e.hosts, reply.AttemptedHosts(e.response)...)
	return e
}

// cutPayload parts what a server said from the words before it. ok is false,
// and all of text the payload, where no code or mark tells.
func cutPayload(text string) (words, payload string, ok bool) {
	if startsPayload(text) {
		return "", text, true
	}
	if at := openingQuote(text); at >= 0 {
		return text[:at], insideQuotes(text[at:]), true
	}
	if at := strings.IndexByte(text, '#'); at > 0 && isHostWord(text[:at]) && startsPayload(text[at:]) {
		return text[:at], text[at:], true
	}
	if at := replyInside(text); at >= 0 {
		return text[:at], text[at:], true
	}
	return "", text, false
}

// parsePayload reads what the server said, in the forms "550 5.1.1 text",
// "#550 5.1.1 text ##", "<host #5.1.1 smtp;550 text>" and "#5.1.1 smtp;550
// text".
func (e *exchangeReply) parsePayload(s string) {
	if at := strings.LastIndex(s, "#SMTP#"); at >= 0 {
		s = s[:at]
	} else if at := strings.LastIndex(s, "##"); at >= 0 {
		e.original = bareAddress(trimType(s[at+2:]))
		s = s[:at]
	}
	s = strings.TrimPrefix(strings.TrimSpace(s), "#")
	if host, inner, ok := cutBracketed(s); ok {
		if host != "" {
			e.hosts = append(e.hosts, host)
		}
		s = inner
	}
	status, rest, _ := strings.Cut(s, " ")
	if st, err := codes.ParseStatus(status); err == nil {
		if rest = strings.TrimSpace(rest); rest == "" {
			e.status = st
			return
		}
		if typed := trimType(rest); typed != rest {
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
	host = strings.Trim(strings.TrimSpace(host), "[]")
	if !ok || host != "" && hostOf(host) == "" {
		return "", "", false
	}
	return host, strings.TrimSpace(inner), true
}

// trimType takes the type from "smtp;550 ..." and "rfc822;a@example.com".
func trimType(s string) string {
	name, rest, ok := strings.Cut(s, ";")
	if name = strings.TrimSpace(name); ok && (strings.EqualFold(name, "smtp") || strings.EqualFold(name, "rfc822")) {
		return strings.TrimSpace(rest)
	}
	return s
}

// recipient returns what the reply says of address.
func (e *exchangeReply) recipient(address string) found.Recipient {
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
func (e *exchangeReply) codes() codes.Response {
	if code, ok := leadingReply(e.response); ok {
		st := codes.FindStatus(firstWord(strings.TrimLeft(e.response[3:], " -#")))
		if st.IsValid() && !st.Generic() {
			return codes.Response{Reply: codes.Reply(code), Status: st}
		}
	}
	return codes.ParseResponse(e.response)
}

// attempt returns the time of the attempt where it can be known: Microsoft 365
// writes UTC in the American way, while a server on the premises writes its
// local time in the way of its country.
func (e *exchangeReply) attempt(server string) time.Time {
	if !isMicrosoft365(server) {
		return time.Time{}
	}
	for _, date := range []string{e.date, reply.Keyed(e.response, "{LRT=")} {
		if t, err := time.Parse("1/2/2006 3:04:05 PM", date); err == nil {
			return t
		}
	}
	return time.Time{}
}

// isExchangeReply reports whether text begins an entry under a recipient.
func isExchangeReply(text string) bool {
	if _, rest, ok := cutDate(text); ok {
		text = rest
	}
	_, _, ok := cutPayload(text)
	return ok
}

// startsPayload reports whether s begins as what parsePayload reads.
func startsPayload(s string) bool {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "#"); ok {
		s = strings.TrimSpace(rest)
	}
	if _, ok := leadingReply(s); ok {
		return true
	}
	if _, inner, ok := cutBracketed(s); ok {
		s = inner
	}
	word, _, _ := strings.Cut(s, " ")
	_, err := codes.ParseStatus(word)
	return err == nil
}

// leadingReply returns the reply code of a refusal at the start of s.
func leadingReply(s string) (code int, ok bool) {
	if len(s) < 3 || s[0] != '4' && s[0] != '5' {
		return 0, false
	}
	for i := range 3 {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		code = code*10 + int(s[i]-'0')
	}
	if len(s) > 3 && !strings.ContainsRune(" -#\t;:", rune(s[3])) {
		return 0, false
	}
	return code, true
}

// replyInside returns the place of a reply code with a status behind it, at
// the start of a word: some gateways lose the quotes. It is -1 where there is
// none.
func replyInside(s string) int {
	for i := 0; i < len(s); i++ {
		if i > 0 && s[i-1] != ' ' {
			continue
		}
		if _, ok := leadingReply(s[i:]); ok && len(s) > i+4 && codes.FindStatus(firstWord(s[i+4:])).IsValid() {
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

// openingQuote returns the place of the quote that opens a reply, -1 where
// there is none.
func openingQuote(s string) int {
	before := ' '
	for i, r := range s {
		if strings.ContainsRune(openQuotes, r) && !unicode.IsDigit(before) && !isASCIILetter(before) &&
			startsPayload(s[i+utf8.RuneLen(r):min(len(s), i+300)]) {
			return i
		}
		before = r
	}
	return -1
}

// closingQuote returns the place of the last quote in s that does not stand
// inside a word, as an apostrophe does, and is not the first character.
func closingQuote(s string) int {
	after := ' '
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if end > 0 && strings.ContainsRune(closeQuotes, r) && !isASCIILetter(after) && !unicode.IsDigit(after) {
			return end
		}
		after = r
	}
	return -1
}

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

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// cutDate parts "1/2/2006 3:04:05 PM - text". The order and the separators of
// a date are those of the server's language.
func cutDate(s string) (date, rest string, ok bool) {
	date, rest, ok = strings.Cut(s, " - ")
	if !ok || len(date) > 60 || date == "" || date[0] < '0' || date[0] > '9' || !looksLikeTime(date) {
		return "", s, false
	}
	return date, strings.TrimSpace(rest), true
}

func isDated(s string) bool {
	_, _, ok := cutDate(s)
	return ok
}

// looksLikeTime reports whether s holds a date or time of any language: three
// numbers with a separator between, twice.
func looksLikeTime(s string) bool {
	numbers, in := 0, false
	for _, r := range s {
		digit := unicode.IsDigit(r)
		if digit && !in {
			numbers++
		}
		in = digit
	}
	return numbers >= 4
}
