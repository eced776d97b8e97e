package codes

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxText bounds [Response.Text] as [ParseResponse] makes it, in bytes. A
// reply line has at most 512 (RFC 5321, section 4.5.3.1.5); a reply of many
// lines is cut here.
const maxText = 8 << 10

// Response is what a mail system said. The zero value says nothing.
type Response struct {
	// Reply is the SMTP reply code, zero for none.
	Reply Reply `json:"reply"`
	// Status is the enhanced status code, zero for none.
	Status Status `json:"status"`
	// Text is the rest, on one line.
	Text string `json:"text"`
}

// ParseResponse reads what a mail system said, or the part of a report or of
// a log line that holds it, in any of its spellings:
//
//	550 5.1.1 User unknown
//	550-5.1.1 User
//	550 5.1.1 unknown
//	smtp; 550 #5.1.1 User unknown
//	host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown
//	dsn=5.1.1, stat=User unknown
//	'550 User unknown'
//
// It reports only codes that stand in s. A number counts as a reply code where
// a reply code can stand: at the start, after a colon, bracket or quote, before
// an enhanced status code, or after a word such as "said" or "code". Where
// several codes stand in s, the first enhanced status code that is not generic
// wins, together with the reply code before it; where all are generic, the
// reply that is quoted inside another wins.
//
// Text is s without the codes and the diagnostic type ("smtp;") it starts with
// and without the codes that continuation lines repeat, on one line, without
// control characters, and cut after 8 KiB. Where no code stands at the start,
// or a code for now while another wins that is for good, Text is all of s. ParseResponse takes time linear in the length of s.
func ParseResponse(s string) Response {
	var p responseParser
	p.scan(s)
	reply, status := p.choose()
	n := leadLen(s)
	if p.first.Transient() && reply.Permanent() {
		n = 0 // that it may be for now is not lost
	}
	return Response{Reply: reply, Status: status, Text: oneLine(s[n:], leadReply(s[:n]))}
}

// String returns r as a server would say it on one line: "550 5.1.1 User
// unknown".
func (r Response) String() string {
	parts := []string{r.Reply.String(), r.Status.String(), r.Text}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " ")
}

// responseParser collects the codes of a text. Only those that can be chosen
// are kept, so that its size does not depend on the text.
type responseParser struct {
	first  Reply   // of the outermost reply
	last   Reply   // the innermost reply code, or the code of the last line
	before Reply   // the reply code before best
	paired bool    // before stands right before best
	close  bool    // nothing stands after last
	lead   Status  // first enhanced status code
	best   Status  // most specific enhanced status code, the first of equals
	rank   int     // of best
	word   keyword // what the word before allows a number to be
	later  bool    // a code is of class 4
}

// A keyword is what a word says about the number that follows it.
type keyword uint8

const (
	wordOther    keyword = iota
	wordCode             // "said", "code": a reply code follows
	wordQuantity         // "port", "size": the number is none
	wordSection          // "section", "RFC": the number of a document or of a part of one follows
)

// scan goes over s once, from digit to digit: of the words between, the last one tells
// what a number is.
func (p *responseParser) scan(s string) {
	read := 0
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			continue
		}
		word, end := lastWord(s[read:i])
		switch {
		case word != "":
			p.word, p.close = keywordOf(word), false
		case p.word == wordSection && strings.Trim(s[read:i], " ,") != "":
			p.word = wordOther
		}
		if word != "" && read+end == i {
			if p.word != wordSection { // RFC5321
				p.word = wordOther // the digit belongs to it
			}
			i += wordLen(s[i:])
		} else {
			i += p.number(s, i)
		}
		read = i
		i--
	}
}

// lastWord returns the last word in s, which holds no digit, and where it ends; "" where
// there is none.
func lastWord(s string) (word string, end int) {
	for end = len(s); end > 0; {
		start := end
		for start > 0 && partOfWord(s[start-1]) {
			start--
		}
		if word = strings.TrimLeft(s[start:end], "_"); word != "" {
			return word, end
		}
		end = min(start, end-1)
	}
	return "", 0
}

// number reads the number, or the word that begins as one, at s[i:] and
// returns its length.
func (p *responseParser) number(s string, i int) int {
	if i > 0 && (partOfNumber(s[i-1]) || s[i-1] == '/') {
		return wordLen(s[i:])
	}
	if st, n := consumeStatus(s[i:]); n > 0 && p.word != wordSection && standsAlone(s, i, i+n) {
		p.addStatus(st)
		p.word = wordOther
		return n
	}
	if r, ok := p.replyAt(s, i); ok {
		p.addReply(r)
		p.word = wordCode // 550 SMTP error 5.1.1
		return 3
	}
	return wordLen(s[i:])
}

// standsAlone reports whether the dotted number s[i:j] is no part of a longer
// one, a host name or a version ("linux-4.4.2").
func standsAlone(s string, i, j int) bool {
	if i > 1 && s[i-1] == '-' && isLetter(s[i-2]) {
		return false
	}
	if j == len(s) {
		return true
	}
	if partOfWord(s[j]) || s[j] == '@' {
		return false
	}
	return s[j] != '.' || j+1 == len(s) || !partOfWord(s[j+1])
}

func (p *responseParser) addReply(r Reply) {
	if p.first == 0 {
		p.first = r
	}
	p.last, p.close, p.later = r, true, p.later || r.Transient()
}

func (p *responseParser) addStatus(st Status) {
	if !p.lead.IsValid() {
		p.lead = st
	}
	p.later = p.later || st.class == 4
	rank := specificity(st)
	if rank > p.rank || st == p.best && p.close && !p.paired {
		p.best, p.rank, p.before, p.paired = st, rank, p.last, p.close
	}
	p.close = false
}

// specificity ranks codes that stand in one text: 3 for one that names a
// detail, 2 for one that names a subject, or what a queue says when it gives
// up (x.4.7), or what Exchange Online wraps a quoted reply in (x.0.350), 1 for
// x.0.0 and for success.
func specificity(st Status) int {
	switch {
	case st.Generic() || st.class == 2:
		return 1
	case st.detail == 0 || st.subject == 0 || st.subject == 4 && st.detail == 7:
		return 2
	}
	return 3
}

// choose returns the codes that say most.
func (p *responseParser) choose() (Reply, Status) {
	switch {
	case p.rank == 3 && p.before != 0:
		return p.before, p.best
	case p.rank == 3 || !p.last.refuses():
		return p.first, p.best
	default:
		return p.last, p.best
	}
}

func (r Reply) refuses() bool { return r.Permanent() || r.Transient() }

// replyAt returns the reply code at s[i:], where one can stand there.
func (p *responseParser) replyAt(s string, i int) (Reply, bool) {
	if len(s)-i < 3 || !isDigit(s[i+1]) || !isDigit(s[i+2]) {
		return 0, false
	}
	r := Reply(s[i]-'0')*100 + Reply(s[i+1]-'0')*10 + Reply(s[i+2]-'0')
	rest := s[i+3:]
	if !r.IsValid() || !endsReply(rest) || p.word == wordQuantity {
		return 0, false
	}
	if beforeStatus(r, rest) {
		return r, true
	}
	starts := startsReply(s[:i])
	if s[i+1] > '5' && !starts || countsSomething(rest) && !(starts && opensSentence(rest)) {
		return 0, false // RFC 5321, section 4.2: the second digit is 0 to 5
	}
	if r.Positive() && !starts {
		return 0, false
	}
	return r, starts || p.word == wordCode || followsOpening(s[:i], rest)
}

// endsReply reports whether a reply code can end before rest.
func endsReply(rest string) bool {
	if rest == "" {
		return true
	}
	switch c := rest[0]; {
	case partOfWord(c), c == '@', c == '/', c == '%', c >= utf8.RuneSelf:
		return false
	case c == '.' || c == ':' || c == ',':
		return len(rest) == 1 || !partOfWord(rest[1]) // no 550.example, no 500:1
	}
	return true
}

// beforeStatus reports whether an enhanced status code of the class of r
// begins rest: "550 5.1.1", "550-5.1.1", "550 #5.1.1", "550-'5.1.1".
func beforeStatus(r Reply, rest string) bool {
	const most = 8 // marks between, line ends aside: folding adds them
	for i, marks := 0, 0; i < len(rest) && marks < most; i++ {
		switch rest[i] {
		case '\r', '\n':
			continue
		case ' ', '\t', '-', '#', '\'', '"', '(', '[', ',', ':':
			marks++
			continue
		}
		st, n := consumeStatus(rest[i:])
		return n > 0 && i > 0 && st.Class() == r.Class()
	}
	return false
}

// startsReply reports whether only a diagnostic type ("smtp;") and marks stand
// before a code. It looks only at the end of before.
func startsReply(before string) bool {
	before = strings.TrimRight(before, " \t\r\n'\"([<#-")
	if before == "" {
		return true
	}
	return before[len(before)-1] == ';' && len(before) < 24 && diagnosticType(before) == len(before)
}

// followsOpening reports whether what stands before a number, with rest after
// it, can introduce a reply: "said: 550", "-> 550", "(550 no)", "; 550", or a
// new line.
func followsOpening(before, rest string) bool {
	blank := false
	for n := len(before); n > 0; n-- {
		switch c := before[n-1]; c {
		case '\n':
			if !blank {
				return true
			}
			// A blank after the line end folds it.
		case ' ', '\t', '\r':
			blank = true
		case '\'', '"', '(', '[', '<':
			return rest != "" && (isBlank(rest[0]) || rest[0] == '-')
		case '>':
			return n > 1 && before[n-2] == '-'
		case ';':
			return true
		case ':':
			return blank
		default:
			return false
		}
	}
	return true
}

// keywordOf tells what a number after word is.
func keywordOf(word string) keyword {
	if len(word) > 9 {
		return wordOther
	}
	var buf [9]byte
	switch string(appendLower(buf[:0], word)) {
	case "said", "says", "code", "error", "reply", "reply=", "returned", "response", "smtp", "lmtp", "esmtp", "with", "status", "stat", "answer", "answered", "got", "replied", "err":
		return wordCode
	case "port", "size", "limit", "id", "line", "bytes", "exit", "max", "maximum", "than", "least", "host", "year", "uid", "pid", "user", "over", "only", "as":
		return wordQuantity
	case "rfc", "section", "sec":
		return wordSection
	}
	return wordOther
}

// countsSomething reports whether rest begins with the name of what a number
// counts: "500 recipients".
func countsSomething(rest string) bool {
	rest = strings.TrimLeft(rest, " \t\r\n-")
	n := 0
	for n < len(rest) && isLetter(rest[n]) {
		n++
	}
	if n == 0 || n > 10 || n < len(rest) && rest[n] >= utf8.RuneSelf { // "451 Kết nối" counts no kilobytes
		return false
	}
	var buf [10]byte
	switch string(appendLower(buf[:0], rest[:n])) {
	case "bytes", "byte", "kb", "mb", "kib", "mib", "gb", "k", "octets", "messages", "recipients", "addresses", "connections", "seconds", "secs", "sec", "minutes", "mins", "min", "hours", "days", "hops", "emails", "mails", "times", "per", "ms", "users", "lines", "attempts":
		return true
	}
	return false
}

// opensSentence reports whether rest begins with a word with one capital letter:
// in "421 Messages from 192.0.2.1 deferred" the number counts nothing.
func opensSentence(rest string) bool {
	rest = strings.TrimLeft(rest, " \t\r\n-") // as countsSomething does
	return len(rest) > 1 && 'A' <= rest[0] && rest[0] <= 'Z' && 'a' <= rest[1] && rest[1] <= 'z'
}

// holdsTransient reports whether a code of class 4 stands in s.
func holdsTransient(s string) bool {
	if strings.IndexByte(s, '4') < 0 {
		return false // as most replies
	}
	var p responseParser
	p.scan(s)
	return p.later
}

// leadReply returns the three digits of the reply code in lead, which is what
// a response begins with.
func leadReply(lead string) string {
	for i := diagnosticType(lead); i+3 <= len(lead); i++ {
		if isDigit(lead[i]) && isDigit(lead[i+1]) && isDigit(lead[i+2]) {
			return lead[i : i+3]
		}
	}
	return ""
}

// oneLine returns s on one line, without what each line of a reply repeats, whose code
// is lead: a part of s itself where it is clean already.
func oneLine(s, lead string) string {
	if isClean(s, lead) {
		return strings.TrimSpace(s)
	}
	return unfold(s, lead)
}

// isClean reports whether s needs no unfolding.
func isClean(s, lead string) bool {
	if len(s) > maxText {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c-' ' >= 0x7f-' ': // a control character, or no ASCII
			return false
		case c == ' ' && i+1 < len(s) && s[i+1] == ' ':
			return false
		case isDigit(c) && repeatsCode(s, i, lead):
			return false
		}
	}
	return true
}

// unfold drops the codes that each line of a reply repeats, control characters
// and repeated blanks, and cuts after maxText.
func unfold(s, lead string) string {
	b := make([]byte, 0, min(len(s), maxText))
	for i := 0; i < len(s) && len(b) < maxText; {
		if isDigit(s[i]) && repeatsCode(s, i, lead) {
			if n := leadLen(s[i:]); n > 0 {
				i += n
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			r = rune(s[i]) // QUIRK: raw 8 bit, taken for ISO 8859-1
		}
		switch {
		case r > ' ' && r != 0x7f && (r < 0x80 || r > 0xa0):
			b = utf8.AppendRune(b, r)
		case len(b) > 0 && b[len(b)-1] != ' ':
			b = append(b, ' ')
		}
		i += n
	}
	return strings.TrimRight(string(b), " ")
}

// repeatsCode reports whether a continuation line of a reply begins at s[i:]:
// "550-", or "550 5.1.1", after a line end or, where a report has folded the
// lines into one, after a blank.
func repeatsCode(s string, i int, lead string) bool {
	if i == 0 || lead == "" || len(s)-i < 4 || s[i:i+3] != lead {
		return false
	}
	switch s[i-1] {
	case '\n', '\r':
		return s[i+3] == '-' || s[i+3] == ' '
	case ' ':
		r := Reply(lead[0]-'0') * 100
		return i > 1 && strings.IndexByte(":>;,", s[i-2]) < 0 && (s[i+3] == '-' || beforeStatus(r, s[i+3:]))
	}
	return false
}

// leadLen returns the length of the diagnostic type and the codes that s
// begins with, and of the marks and blanks around them.
func leadLen(s string) int {
	i := diagnosticType(s)
	for range 2 {
		i += lenOfAny(s[i:], " \t\r\n")
		n := lenOfAny(s[i:], "'\"[<(#")
		m := codeLen(s[i+n:])
		if m == 0 {
			break
		}
		i += n + m
		i += lenOfAny(s[i:], "]>):-,")
	}
	if n := codeLen(s[i+lenOfAny(s[i:], " '\"[(#"):]); n > 3 {
		i += lenOfAny(s[i:], " '\"[(#") + n
	}
	i += lenOfAny(s[i:], " \t\r\n")
	if strings.HasPrefix(s[i:], "- ") {
		i += len("- ")
	}
	return i
}

// codeLen returns the length of the reply code or enhanced status code that s
// begins with, 0 where there is none.
func codeLen(s string) int {
	if _, n := consumeStatus(s); n > 0 && standsAlone(s, 0, n) {
		return n
	}
	var p responseParser
	if _, ok := p.replyAt(s, 0); ok {
		return 3
	}
	return 0
}

// diagnosticType returns the length of the type that a Diagnostic-Code field
// begins with (RFC 3464, section 2.3.6), with its semicolon: "smtp;",
// "X-Postfix;".
func diagnosticType(s string) int {
	n := lenOfAny(s, " \t")
	start := n
	for n < len(s) && n < 24 && (partOfWord(s[n]) || s[n] == '-') {
		n++
	}
	typ := s[start:n]
	n += lenOfAny(s[n:], " \t")
	if typ == "" || n >= len(s) || s[n] != ';' {
		return 0
	}
	if strings.EqualFold(typ, "x-unix") {
		return 0 // the words of a program, or its exit status
	}
	for _, known := range [...]string{"smtp", "dns", "unknown", "lmtp", "esmtp"} {
		if strings.EqualFold(typ, known) {
			return n + 1
		}
	}
	if len(typ) > 2 && strings.EqualFold(typ[:2], "x-") {
		return n + 1
	}
	return 0
}

// lenOfAny returns how many bytes at the start of s are among set.
func lenOfAny(s, set string) int {
	n := 0
	for n < len(s) && strings.IndexByte(set, s[n]) >= 0 {
		n++
	}
	return n
}

// wordLen returns the length of the word at the start of s, 1 at least.
func wordLen(s string) int {
	n := 1
	for n < len(s) && partOfWord(s[n]) {
		n++
	}
	return n
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// appendLower appends s in lower case.
func appendLower(b []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}
