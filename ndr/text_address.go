package ndr

import (
	"strings"
	"unicode/utf8"
)

// The longest parts of an address that are read (RFC 5321, section 4.5.3.1).
// Real local parts are longer than the 64 bytes of the RFC: VERP and SRS put a
// whole address into one.
const (
	maxLocalPart = 256
	maxDomain    = 255
)

// A mention is an address in a line.
type mention struct {
	address string
	// start and end bound the address with its brackets or quotes.
	start, end int
	angled     bool
}

// nextAddress finds the first address in s at or after from. Each byte is
// looked at no more than twice, whatever s holds.
func nextAddress(s string, from int) (mention, bool) {
	floor := from
	for at := from; at < len(s); at++ {
		i := strings.IndexByte(s[at:], '@')
		if i < 0 {
			return mention{}, false
		}
		at += i
		if m, ok := addressAt(s, at, floor); ok {
			return m, true
		}
		floor = at + 1
	}
	return mention{}, false
}

// addressAt reads the address around the "@" at s[at], no byte of which lies
// before floor.
func addressAt(s string, at, floor int) (mention, bool) {
	start := localStart(s, at, floor)
	end := at + 1 + domainLength(s[at+1:])
	if start == at || end == at+1 || inURL(s, start, floor) {
		return mention{}, false
	}
	m := mention{start: start, end: end}
	m.address = strings.ToLower(s[start:end])
	return widen(s, m, floor), true
}

// localStart returns where the local part that ends before at begins: at
// itself where there is none.
func localStart(s string, at, floor int) int {
	if at > floor && s[at-1] == '"' {
		if i := strings.LastIndexByte(s[max(floor, at-maxLocalPart):at-1], '"'); i >= 0 {
			return max(floor, at-maxLocalPart) + i
		}
		return at
	}
	start := at
	for start > floor && at-start < maxLocalPart && isLocalByte(s[start-1]) {
		start--
	}
	// QUIRK: RFC 6531 lets letters of any language stand in a local part, but
	// Japanese text runs into an address without a blank between. Only
	// brackets tell them apart.
	if wide := wideStart(s, start, floor); wide < start {
		return wide
	}
	// QUIRK: gateways put a whole X.400 address into a local part (RFC 2156,
	// section 4.1): "/G=Kim/S=Example/C=DE/@example.com".
	if s[start:at] != "" && s[start] == '/' && s[at-1] == '/' && strings.IndexByte(s[start:at], '=') > 0 {
		return start
	}
	for start < at && (start == floor || s[start-1] != '<') && strings.IndexByte("'`./=*", s[start]) >= 0 {
		start++
	}
	return start
}

// wideStart extends a local part over non-ASCII letters back to a "<".
func wideStart(s string, start, floor int) int {
	i := start
	for i > floor && start-i < maxLocalPart && (s[i-1] >= utf8.RuneSelf || isLocalByte(s[i-1])) {
		i--
	}
	if i > floor && s[i-1] == '<' {
		return i
	}
	return start
}

func isLocalByte(c byte) bool {
	return isAlnum(c) || strings.IndexByte("!#$%&'*+-/=?^_`{|}~.", c) >= 0
}

// domainLength returns the length of the domain or address literal that s
// begins with.
func domainLength(s string) int {
	if strings.HasPrefix(s, "[") {
		if i := strings.IndexByte(s[:min(len(s), 64)], ']'); i > 0 {
			return i + 1
		}
		return 0
	}
	n := 0
	for n < len(s) && n < maxDomain && isDomainByte(s[n]) && !strings.HasPrefix(s[n:], "..") {
		n++
	}
	// An internationalised domain (RFC 6531) is told by the ">" behind it.
	if n < len(s) && s[n] >= utf8.RuneSelf {
		if i := strings.IndexAny(s[:min(len(s), maxDomain)], "> \t"); i > n && s[i] == '>' && utf8.ValidString(s[:i]) {
			return i
		}
	}
	return len(strings.TrimRight(s[:n], ".-_"))
}

func isDomainByte(c byte) bool { return isAlnum(c) || c == '-' || c == '.' || c == '_' }

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// inURL reports whether the word that leads up to s[start] is a URL.
func inURL(s string, start, floor int) bool {
	word := s[max(floor, start-maxDomain):start]
	if i := strings.LastIndexAny(word, " \t<>()\""); i >= 0 {
		word = word[i+1:]
	}
	return strings.Contains(word, "://") || strings.HasSuffix(strings.ToLower(word), "mailto:")
}

// widen moves the bounds of m over the brackets or quotes around it.
func widen(s string, m mention, floor int) mention {
	for m.start > floor && m.end < len(s) {
		pair := string([]byte{s[m.start-1], s[m.end]})
		if pair != "<>" && pair != `""` && pair != "''" && pair != "()" && pair != "[]" {
			break
		}
		m.angled = m.angled || pair == "<>"
		m.start--
		m.end++
	}
	return m
}

// addressOrLocal reads the value of a field that holds one recipient:
// "rfc822; <a@b>", "a@b (Name)", or a local part alone.
func addressOrLocal(value string) string {
	if m, ok := nextAddress(value, 0); ok {
		return m.address
	}
	if i := strings.IndexByte(value, ';'); i >= 0 {
		value = value[i+1:]
	}
	value = strings.ToLower(strings.Trim(strings.TrimSpace(value), "<>\"'"))
	if !isLocalPart(value) {
		return ""
	}
	return value
}

// isLocalPart reports whether s can be a local part that stands alone.
func isLocalPart(s string) bool {
	if s == "" || len(s) > maxLocalPart {
		return false
	}
	for i := range len(s) {
		if !isLocalByte(s[i]) {
			return false
		}
	}
	return strings.Trim(s, "!#$%&'*+-/=?^_`{|}~.") != ""
}

// leadingHost returns the host name or IP address that s begins with, lower
// case, and what follows it. Brackets and a final dot are left out.
func leadingHost(s string) (host, rest string) {
	s = strings.TrimLeft(s, " \t<([\"'")
	n := 0
	for n < len(s) && n < maxDomain && (isDomainByte(s[n]) || s[n] == ':' && isIPv6Start(s)) {
		n++
	}
	host = strings.ToLower(strings.TrimRight(s[:n], ".:-_"))
	if !isHost(host) {
		return "", s
	}
	return host, s[n:]
}

// isIPv6Start reports whether s begins with a group of an IPv6 address, two
// of which ":" parts.
func isIPv6Start(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isHex(s[n]) {
		n++
	}
	if n >= len(s) || s[n] != ':' {
		return false
	}
	return n+1 < len(s) && (isHex(s[n+1]) || s[n+1] == ':')
}

func isHex(c byte) bool {
	_, ok := hexDigit(c)
	return ok
}

// isHost reports whether s can be the name of a host or an IP address: two
// labels at least, so that no word of a sentence passes.
func isHost(s string) bool {
	if strings.Count(s, ":") >= 2 {
		return true
	}
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || i == len(s)-1 || strings.Contains(s, "..") {
		return false
	}
	return isDottedQuad(s) || len(s)-i > 2 && !isDigits(s[i+1:])
}

func isDottedQuad(s string) bool {
	return strings.Count(s, ".") == 3 && isDigits(strings.ReplaceAll(s, ".", ""))
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
