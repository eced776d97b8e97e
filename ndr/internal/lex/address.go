// Package lex has the one reader of each small thing that reports are made of: a
// host, an address, a date, "Name: value", folded text, the phrases in it. They
// take and return strings, and know nothing of each other's places in a report.
// What is read in public too is read by packages codes and headers: a reply by
// [codes.ParseResponse].
//
// Where two read different things under one name, each says what it reads: see
// [CutField], [NextAddress], [HostName].
package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest parts of an address that are read (RFC 5321, section 4.5.3.1).
// Real local parts are longer than the 64 bytes of the RFC: VERP and SRS put a
// whole address into one.
const (
	MaxLocalPart = 256
	MaxDomain    = 255
)

// A Mention is an address in a line.
type Mention struct {
	Address string // in lower case
	// Start and End bound the address with its brackets or quotes.
	Start, End int
	// Angled reports whether angle brackets stand around it.
	Angled bool
}

// NextAddress finds the first address in s at or after from. Each byte is
// looked at twice at most, whatever s holds.
func NextAddress(s string, from int) (Mention, bool) {
	for {
		i := strings.IndexByte(s[from:], '@')
		if i < 0 {
			return Mention{}, false
		}
		if m, ok := addressAt(s, from+i, from); ok {
			return m, true
		}
		from += i + 1
	}
}

// addressAt reads the address around the "@" at s[at]. No byte of it lies
// before floor.
func addressAt(s string, at, floor int) (Mention, bool) {
	start := localStart(s, at, floor)
	end := at + 1 + domainLength(s[at+1:])
	if start == at || end == at+1 || inURL(s, start, floor) || isPartOfWord(s, start, end) || isInChain(s, start, end) {
		return Mention{}, false
	}
	return widen(s, Mention{Address: LowerASCII(s[start:end]), Start: start, End: end}, floor), true
}

// isInChain reports whether what stands from start to end in s is a piece of a name that
// has several "@" outside of quotes: the "a@b" and "b@c" of VMS's "a@b@c".
func isInChain(s string, start, end int) bool {
	return end < len(s) && s[end] == '@' || start > 0 && s[start-1] == '@'
}

// IsPart reports whether the address m of s may be only the end of one with
// characters that may stand only in quotes: "b@c.example" of "a,b@c.example",
// `a\b@c.example` or "<a b@c.example>"; or only the name before an address: `"a@b.example" <c@d.example>`.
// Of "*b@c.example" it may be the end, or what follows the mark of an item.
// A list may stand without blanks, and a label or a type before its value.
func (m Mention) IsPart(s string) bool {
	start := m.Start + (m.End-m.Start-len(m.Address))/2
	before, behind := s[max(0, start-MaxLocalPart):start], s[start+len(m.Address):]
	last, _ := utf8.DecodeLastRuneInString(before)
	return goesOn(behind) || isName(behind) || before != "" && isJoined(last) || sharesBrackets(before, behind) ||
		m.isJoinedBy(before, behind)
}

// sharesBrackets reports whether an address has angle brackets, or single quotes, with
// other words before it or behind it in them: "<@relay.example:a@b>", "<a@b,c@d>", "'a
// b@c'". A type may stand there: "<SMTP:a@b>".
func sharesBrackets(before, behind string) bool {
	if strings.HasSuffix(before, "<") {
		return !strings.HasPrefix(behind, ">")
	}
	if open := strings.LastIndexByte(before, '<'); open >= 0 && strings.HasPrefix(behind, ">") {
		return !alnumBytes.haveAll(strings.TrimRight(before[open+1:], ":;"))
	}
	if open := strings.LastIndexByte(before, '\''); open >= 0 && strings.HasPrefix(behind, "'") {
		name, ok := strings.CutSuffix(before[open+1:], " ")
		return ok && IsLocalPart(name)
	}
	return false
}

// isJoinedBy reports whether the word that ends before the address m, or the mark of
// an item or a quote there that is not closed behind it, may be a part of the address.
func (m Mention) isJoinedBy(before, behind string) bool {
	before = before[strings.LastIndexAny(before, " \t<")+1:]
	if before == "" {
		return false
	}
	last, rest := before[len(before)-1], before[:len(before)-1]
	if m.Address[0] == '"' && IsLocalByte(last) && last != '=' {
		return true
	}
	switch last {
	case '\\', '.', '/', ')', ']':
		return true
	case ':':
		return strings.HasPrefix(rest, "@")
	case '*', '=':
		return rest == ""
	case '`', '\'':
		return rest == "" && !strings.HasPrefix(behind, "'") && !strings.HasPrefix(behind, before)
	case ',', ';':
		return rest != "" && strings.IndexByte(rest, '@') < 0 && !strings.EqualFold(rest, "rfc822")
	case '(', '[', '"':
		return rest != "" && IsLocalByte(rest[len(rest)-1]) && rest[len(rest)-1] != '='
	}
	return false
}

// BeginsWrapped reports whether the first address m of line may be what a line break
// left of one: the line above is a word that does not end there, or opens the angle
// bracket that m is in. Both may be quoted.
func (m Mention) BeginsWrapped(above, line string) bool {
	return strings.Trim(line[:m.Start], " \t>|") == "" && breaksOff(above)
}

// EndsWrapped reports whether the address m of line ends in a dot, and the line below
// is a word of small letters: its domain may go on.
func (m Mention) EndsWrapped(line, below string) bool {
	if line[m.End:] != "." {
		return false
	}
	word, more, _ := strings.Cut(strings.TrimLeft(below, " \t"), " ")
	name := strings.TrimRight(word, ">:")
	return name != "" && (more == "" || name != word) && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789.-") == ""
}

// EndsOpen reports whether line ends with the address m, and no bracket or quote
// closes it.
func (m Mention) EndsOpen(line string) bool {
	return m.End == len(line) && m.End-m.Start == len(m.Address)
}

// Item returns the address m of line without what may be the mark of an item in a
// list, or a part of the address: "-b@c.example". The sides of a cell are neither.
func (m Mention) Item(line string) string {
	address := m.Address
	if address[0] == '|' && strings.Contains(line[m.End:], "|") {
		address = strings.TrimLeft(address, "|")
		if strings.IndexByte(Bullets, address[0]) < 0 {
			return m.Address
		}
	}
	return strings.TrimLeft(address, Bullets)
}

// breaksOff reports whether a line ends within what may be a local part: at a soft
// line break of quoted-printable that nobody decoded (RFC 2045, section 6.7), behind
// an open angle bracket, or in a word of its own with a mark that joins two.
func breaksOff(line string) bool {
	if head, ok := strings.CutSuffix(line, "="); ok {
		return head != "" && IsLocalByte(head[len(head)-1]) && head[len(head)-1] != '='
	}
	if open := strings.LastIndexByte(line, '<'); open > strings.LastIndexByte(line, '>') && IsLocalPart(line[open+1:]) {
		return true
	}
	word := strings.TrimLeft(line, " \t"+Bullets)
	return len(word) > 1 && IsLocalPart(word) && IsAlnum(word[len(word)-2]) && strings.IndexByte("-_.+%&", word[len(word)-1]) >= 0
}

// isName reports whether an address follows in angle brackets, so that what stands
// before it is its display name (RFC 5322, section 3.4).
func isName(rest string) bool {
	rest = strings.TrimLeft(strings.TrimLeft(rest, "\"'"), " ")
	inner, _, closed := strings.Cut(rest, ">")
	return closed && inner[:min(1, len(inner))] == "<" && IsAddress(inner[1:])
}

// goesOn reports whether the domain of an address may go on in what follows it: in a
// character beyond ASCII, or on the next line.
func goesOn(rest string) bool {
	if rest == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return isJoined(r) || len(rest) == 1 && (rest[0] == '-' || rest[0] == '_')
}

// isJoined reports whether r, which stands beside an address, may be a part of it: a
// character beyond ASCII that is no blank, no punctuation and not the mark of an
// item. Nobody may see it. An ellipsis stands for a part.
func isJoined(r rune) bool {
	return r == '…' || r >= utf8.RuneSelf && !unicode.IsSpace(r) && !unicode.IsPunct(r) && !strings.ContainsRune(Bullets, r)
}

// Bullets may stand before the address of an item in a list, with a blank or
// without one. In ASCII they may also begin a local part.
const Bullets = "*-=>•·・●■◆→|#"

// isPartOfWord reports whether the letters of s[start:end] go on before it or
// behind it: "rg@b" is no address in "jörg@bücher.example". Languages that write
// no blanks between words may.
func isPartOfWord(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return isWideLetter(before) || isWideLetter(after)
}

func isWideLetter(r rune) bool {
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// localStart returns where the local part that ends before at begins: at
// itself where there is none.
func localStart(s string, at, floor int) int {
	if at > floor && s[at-1] == '"' {
		if i := strings.LastIndexByte(s[max(floor, at-MaxLocalPart):at-1], '"'); i >= 0 {
			return max(floor, at-MaxLocalPart) + i
		}
		return at
	}
	start := at
	for start > floor && at-start < MaxLocalPart && IsLocalByte(s[start-1]) {
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
	if s[start] == '/' && s[at-1] == '/' && strings.IndexByte(s[start:at], '=') > 0 {
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
	for i > floor && start-i < MaxLocalPart && (s[i-1] >= utf8.RuneSelf || IsLocalByte(s[i-1])) {
		i--
	}
	if i > floor && s[i-1] == '<' {
		return i
	}
	return start
}

// IsLocalByte reports whether c may stand in a local part without quotes (RFC
// 5322, section 3.2.3: atext, and the dot).
func IsLocalByte(c byte) bool { return localBytes[c] }

// What is made of the letters and digits of ASCII, and of some marks.
var (
	digitBytes = bytesOf("0123456789")
	alnumBytes = bytesOf(alnum)
	localBytes = bytesOf(alnum + localMarks + "/=")
	// localPartBytes are the bytes of a local part that stands alone.
	localPartBytes = bytesOf(alnum + localMarks)
	domainBytes    = bytesOf(alnum + "-._")
	// addressBytes and hostBytes are the bytes of an address and of a host in lower
	// case, as most are.
	addressBytes = bytesOf(lowerAlnum + "@.-_+=")
	hostBytes    = bytesOf(lowerAlnum + "-._")
	// fieldBytes and headerBytes are the bytes of the name of a field in a
	// delivery-status part, and in a text.
	fieldBytes  = bytesOf(alnum + "-")
	headerBytes = bytesOf(alnum + "-_")
	// besideAddress are the bytes that part an address from what stands beside it.
	besideAddress = bytesOf("<>()'\",;:\x7f")
)

const (
	lowerAlnum = "abcdefghijklmnopqrstuvwxyz0123456789"
	alnum      = lowerAlnum + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	localMarks = "!#$%&'*+-?^_`{|}~."
)

// A byteSet holds the bytes that a word may be made of.
type byteSet [256]bool

func bytesOf(chars string) (set byteSet) {
	for i := range len(chars) {
		set[chars[i]] = true
	}
	return set
}

// haveAll reports whether s is made of the bytes of the set.
func (set *byteSet) haveAll(s string) bool {
	for i := range len(s) {
		if !set[s[i]] {
			return false
		}
	}
	return true
}

// IsAlnum reports whether c is a letter or digit of ASCII.
func IsAlnum(c byte) bool { return alnumBytes[c] }

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
	for n < len(s) && n < MaxDomain && domainBytes[s[n]] && (s[n] != '.' || n == 0 || s[n-1] != '.') {
		n++
	}
	// An internationalised domain (RFC 6531) is told by the ">" behind it. What nobody
	// sees, or what took its place, is none of it.
	if n < len(s) && s[n] >= utf8.RuneSelf {
		hides := func(r rune) bool { return r == utf8.RuneError || IsInvisible(r) }
		i := strings.IndexAny(s[:min(len(s), MaxDomain)], "> \t")
		if i > n && s[i] == '>' && !strings.ContainsFunc(s[n:i], hides) {
			return i
		}
	}
	return len(strings.TrimRight(s[:n], ".-_"))
}

// inURL reports whether the word that leads up to s[start] is a URL.
func inURL(s string, start, floor int) bool {
	if start == floor || strings.IndexByte(" \t<>()\"", s[start-1]) >= 0 {
		return false // nothing leads up to it
	}
	word := s[max(floor, start-MaxDomain):start]
	word = word[strings.LastIndexAny(word, " \t<>()\"")+1:]
	return strings.Contains(word, "://") || strings.HasSuffix(strings.ToLower(word), "mailto:")
}

// widen moves the bounds of m over the brackets or quotes around it.
func widen(s string, m Mention, floor int) Mention {
	for m.Start > floor && m.End < len(s) {
		i := strings.IndexByte(`<"'([`, s[m.Start-1])
		if i < 0 || s[m.End] != `>"')]`[i] {
			break
		}
		m.Angled = m.Angled || s[m.End] == '>'
		m.Start--
		m.End++
	}
	return m
}

// AddressOrLocal reads the value of a field that holds one recipient:
// "rfc822; <a@b>", "a@b (Name)", or a local part alone.
func AddressOrLocal(value string) string {
	if m, ok := NextAddress(value, 0); ok {
		return m.Address
	}
	if i := strings.IndexByte(value, ';'); i >= 0 {
		value = value[i+1:]
	}
	value = strings.ToLower(strings.Trim(strings.TrimSpace(value), "<>\"'"))
	if !IsLocalPart(value) {
		return ""
	}
	return value
}

// IsLocalPart reports whether s can be a local part that stands alone. A name with
// "/" is a path, a mailbox below another or an X.400 name, and one with "=" says what
// something is, so neither is taken for one.
func IsLocalPart(s string) bool {
	return len(s) <= MaxLocalPart && localPartBytes.haveAll(s) && strings.Trim(s, localMarks) != ""
}

// CleanAddress makes an address of what stands where one is expected: ASCII
// letters in lower case, without angle brackets, quotes around the whole, a
// comment, "mailto:" or a source route (RFC 5321, appendix C), and without what
// nobody sees around it. Nothing within the address is changed or left out: that
// would make another one of it. So it may hold any character; see
// [headers.ValidMailbox]. At most MaxValue bytes are kept.
func CleanAddress(v string) string {
	if addressBytes.haveAll(v) && len(v) <= MaxValue && !strings.HasPrefix(v, "imcea") {
		return v
	}
	v = strings.TrimFunc(CutText(v, MaxValue), IsInvisible)
	// What follows a line end is what somebody wants to add to a header or a log.
	if i := strings.IndexAny(v, "\r\n"); i >= 0 {
		v = v[:i]
	}
	if i := strings.IndexByte(v, '<'); i >= 0 {
		if j := strings.IndexByte(v[i:], '>'); j > 1 {
			v = v[i+1 : i+j]
		}
	}
	v = strings.Trim(v, "<>'; \t")
	if i := strings.Index(v, " ("); i > 0 {
		v = v[:i]
	}
	if HasPrefixLower(v, "mailto:") {
		v = v[len("mailto:"):]
	}
	if strings.HasPrefix(v, "@") {
		if _, rest, ok := strings.Cut(v, ":"); ok {
			v = rest
		}
	}
	v, _ = ResolveIMCEA(v)
	return strings.ToValidUTF8(LowerASCII(strings.TrimFunc(v, IsInvisible)), "\ufffd")
}

// IsInvisible reports whether nobody sees r: blanks, control characters, and
// those that format text, such as marks of direction.
func IsInvisible(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// maxAddress bounds an address. An encapsulated X.500 name is longer than what
// RFC 5321 allows.
const maxAddress = 1000

// IsAddress reports whether s is a mail address and nothing else. It is not
// strict: what Exchange sends to need not follow RFC 5321.
func IsAddress(s string) bool {
	at := strings.LastIndexByte(s, '@')
	parts := func(r rune) bool { return r <= ' ' || r == '\u00a0' || r < utf8.RuneSelf && besideAddress[r] }
	return at > 0 && len(s) <= maxAddress && !strings.ContainsFunc(s, parts) && hasHostLabels(s[at+1:])
}

// LoneAddress returns the address that s is, "" for any other text. It may stand
// in brackets or quotes, behind a display name, and before the "<mailto:...>" of
// a link turned into text. [NextAddress] finds one in a sentence; [CleanAddress]
// is for a field that can hold nothing else, and takes what it gets.
func LoneAddress(s string) string {
	if strings.IndexByte(s, '@') < 0 {
		return ""
	}
	s, _, _ = strings.Cut(s, "<mailto:")
	s = strings.TrimSpace(s)
	if at := strings.LastIndexAny(s, "(<"); at >= 0 && (s[at] == '(' && strings.HasSuffix(s, ")") || s[at] == '<' && strings.HasSuffix(s, ">")) {
		s = s[at:]
	}
	s = strings.Trim(s, "<>()'\"")
	if !IsAddress(s) {
		return ""
	}
	return s
}

// Addresses returns the addresses among the words of s, each once. A word that
// holds anything else is none.
func Addresses(s string) []string {
	var list []string
	seen := map[string]bool{}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\t' || r == ';' || r == ',' }) {
		address := LoneAddress(strings.TrimRight(word, "."))
		if folded := strings.ToLower(address); address != "" && !seen[folded] {
			seen[folded] = true
			list = append(list, address)
		}
	}
	return list
}
