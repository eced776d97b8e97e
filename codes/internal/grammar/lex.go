package grammar

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// The marks that can stand in a rule.
const (
	markAddress = iota // <address>: an address
	markNull           // <null>: the null return path
	markIP             // <ip>: an IP address
	markHost           // <host>: the name of a host or a domain
	markURL            // <url>
	markSent           // <sent>: ">>>", before what a client sent
	markQuoted         // <quoted>: a name in quotes
	markPath           // <path>: the name of a file
	numMarks
)

var markNames = [numMarks]string{"<address>", "<null>", "<ip>", "<host>", "<url>", "<sent>", "<quoted>", "<path>"}

// Limits of a clause. A longer one ends there.
const (
	maxText  = 1 << 10 // folded bytes
	maxWords = 96
	maxMarks = 16
)

// maxPlain bounds the length of a word that is read the short way. The text of a
// clause has room for one more.
const maxPlain = 48

// maxQuoted bounds the length of a quoted word or subject.
const maxQuoted = 160

// A clause is the folded form of a part of a text: its words in lower case
// without accents, a blank before each and at the end.
type clause struct {
	text  [maxText + 64]byte
	words [maxWords + 8]word
	marks [maxMarks]mark
	n     int // bytes
	nw    int // words
	nm    int // marks
}

type word struct {
	start, end int32  // in the text itself
	node       int32  // in the grammar, 0 for a word that is not there
	at, to     uint16 // in the folded text
	host       bool   // the name of a host
	comma      bool   // a comma stands before it
	character  bool   // of a script that does not part words
}

// A mark is something that is no word.
type mark struct {
	start, end int32 // in the text itself
	kind       uint8
	at         uint8 // number of the word that follows
}

// A lexer parts a text into clauses.
type lexer struct {
	text   string
	i      int
	c      *clause
	g      *Grammar // nil for one that knows no word
	status [2]int   // where the enhanced status code stands that was read last
	comma  bool     // a comma was read last
}

// next reads the next clause, and reports whether there is one. It takes time
// linear in what it reads.
func (x *lexer) next() bool {
	x.c.n, x.c.nw, x.c.nm, x.comma = 0, 0, 0, false
	for x.i < len(x.text) && x.c.n < maxText && x.c.nw < maxWords {
		ends := false
		switch c := x.text[x.i]; {
		case c == ' ':
			x.i++
		case isASCIILetter(c):
			ends = x.letters()
		default:
			ends = x.step()
		}
		if ends && x.c.nw+x.c.nm > 0 {
			break
		}
	}
	x.c.text[x.c.n] = ' '
	return x.c.nw+x.c.nm > 0 || x.i < len(x.text)
}

// letters reads what ASCII letters begin, one after the other with a blank between,
// and reports whether the clause ends with it. Most are words that a blank or a mark
// follows which belongs to no name: what makes up a name takes several times as long
// to find out.
func (x *lexer) letters() bool {
	c := x.c
	for c.n < maxText && c.nw < maxWords {
		s := x.text[x.i:]
		n := lowerLetters((*[maxPlain]byte)(c.text[c.n+1:]), s)
		switch {
		case n == 0:
			return false
		case n == len(s):
			x.push(n)
			return false
		}
		switch after := s[n]; {
		case after == ' ':
			x.push(n)
			x.i++
		case after == ',', after == ')', after == ';':
			x.push(n)
			return false
		case n+1 < len(s) && s[n+1] != ' ', after != ':' && after != '.', after == '.' && n == 1: // no "e. g."
			return x.atom(atomOf(s, n))
		case after == ':':
			x.push(n)
			return false
		default:
			x.push(n)
			x.i++
			return true
		}
	}
	return false
}

// lowerLetters copies the ASCII letters that s begins with, at most maxPlain, in lower
// case and returns their number. It takes eight bytes at a time, which is a word in
// most cases.
func lowerLetters(dst *[maxPlain]byte, s string) int {
	n := 0
	for ; n+8 <= len(s) && n < maxPlain; n += 8 {
		v := eight(s[n:]) | 0x20*ones
		binary.LittleEndian.PutUint64(dst[n:], v)
		// The highest bit of a byte tells whether it is 'a' or more, and 'z' or less.
		low := v & (0x7f * ones)
		letters := (low + (0x80-'a')*ones) &^ (low + (0x7f-'z')*ones) &^ v & (0x80 * ones)
		if letters != 0x80*ones {
			return n + bits.TrailingZeros64(letters^0x80*ones)/8
		}
	}
	for n < len(s) && n < maxPlain && isASCIILetter(s[n]) {
		dst[n] = s[n] | 0x20
		n++
	}
	return n
}

const ones = 0x0101010101010101 // in each byte

// eight returns the first eight bytes of s, the first one lowest.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// push reads the n bytes at x.i as a word whose folded form, of as many, stands after
// the place of the blank before it.
func (x *lexer) push(n int) {
	x.pushFolded(x.i, x.i+n, n)
	x.i += n
}

// pushFolded adds the word text[start:end], the n bytes of whose folded form stand
// there.
func (x *lexer) pushFolded(start, end, n int) {
	c := x.c
	c.text[c.n] = ' '
	w := &c.words[c.nw]
	w.start, w.end = int32(start), int32(end)
	w.at, w.to = uint16(c.n+1), uint16(c.n+1+n)
	w.comma, w.host, w.character = x.comma, false, false
	c.n += 1 + n
	c.nw++
	x.comma = false
}

// step reads one atom or character and reports whether it ends the clause.
func (x *lexer) step() bool {
	s := x.text[x.i:]
	switch c := s[0]; {
	case endsSentence(s):
		x.i += len("。")
		return true
	case strings.HasPrefix(s, "<<<"), strings.HasPrefix(s, "->"):
		x.i += 2
		return true
	case isDigit(c) && numberLen(s) > 0:
		start := x.i
		x.i += numberLen(s)
		return x.number(start, x.i)
	case kinds[c] != 0:
		return x.atom(atomOf(s, 0))
	case strings.HasPrefix(s, ">>>"):
		if x.c.nw > 0 {
			return true // read it at the start of the next clause
		}
		x.mark(markSent, x.i, x.i+3)
		x.i += 3
		return false
	case c == '<' || c == '"':
		return x.quoted()
	default:
		x.i++
		x.comma = x.comma || c == ','
		return c == ';'
	}
}

// numberLen returns the length of the digits and dots that begin s where a blank
// follows: a reply code or a status code, which need no longer look.
func numberLen(s string) int {
	n := 0
	for n < len(s) && (isDigit(s[n]) || s[n] == '.') {
		n++
	}
	if n == len(s) || s[n] != ' ' || s[n-1] == '.' {
		return 0
	}
	return n
}

// mark adds a mark at text[start:end].
func (x *lexer) mark(kind uint8, start, end int) {
	if x.c.nm < maxMarks {
		x.c.marks[x.c.nm] = mark{int32(start), int32(end), kind, uint8(x.c.nw)}
		x.c.nm++
	}
}

// quoted reads what a quote or an angle bracket opens.
func (x *lexer) quoted() bool {
	s, start := x.text[x.i:], x.i
	x.i++
	if s[0] == '"' && !x.comma && x.afterSubject() {
		if n := strings.IndexByte(s[1:min(len(s), maxQuoted)], '"'); n >= 0 {
			x.i += n + 1
			return false
		}
	}
	n := quotedLen(s)
	if n == 0 {
		if strings.HasPrefix(s, "<>") {
			x.mark(markNull, start, start+2)
			x.i++
		}
		return false
	}
	x.i += n + 1
	switch inner := s[1 : n+1]; {
	case strings.IndexByte(inner, '@') >= 0:
		x.mark(markAddress, start+1, start+1+n)
	case strings.IndexByte(inner, '.') > 0:
		x.mark(markHost, start+1, start+1+n)
	default:
		x.mark(markQuoted, start+1, start+1+n)
	}
	return false
}

// afterSubject reports whether the last word is one that the subject of a
// message follows in quotes.
func (x *lexer) afterSubject() bool {
	switch string(x.lastWord()) {
	case "message", "subject", "mail", "titled", "entitled", "betreff", "nachricht", "objet", "asunto", "oggetto":
		return true
	}
	return false
}

func (x *lexer) lastWord() []byte {
	if x.c.nw == 0 {
		return nil
	}
	return x.c.text[x.c.words[x.c.nw-1].at:x.c.n]
}

// quotedLen returns the length of the word in quotes or angle brackets that
// begins s, without the closing one; 0 where there is none, where blanks
// stand in it, and where it is a URL.
func quotedLen(s string) int {
	end := byte('"')
	if s[0] == '<' {
		end = '>'
	}
	for i := 1; i < len(s) && i < maxQuoted; i++ {
		switch c := s[i]; {
		case c == end:
			return i - 1
		case c <= ' ' || c == '/' || c == '<':
			return 0
		}
	}
	return 0
}

// atom reads a run of n bytes of an atom, which have the kinds seen, and reports
// whether the clause ends with it.
func (x *lexer) atom(n int, seen kind) bool {
	start := x.i
	s := x.text[start : start+n]
	if m := addressLen(x.text[start:], n); m > 0 {
		x.mark(markAddress, start, start+m)
		x.i += m
		return false
	}
	x.i += n
	if s[0] == '\'' && isQuotedName(x.lastWord(), s) {
		x.mark(markQuoted, start, start+n)
		return false
	}
	if strings.HasPrefix(x.text[x.i:], "://") {
		if m := urlLen(x.text[start:]); m > 0 {
			x.url(start, m)
			x.i = start + m
			return false
		}
	}
	switch {
	case seen&kindSlash != 0 && (s[0] == '/' && n > 1 || strings.Count(s, "/") > 1):
		x.mark(markPath, start, start+n)
		return false
	case seen&^kindDigit == kindLetter:
		x.add(start, start+n, s)
		return false
	}
	return x.names(start, start+n)
}

// names reads text[start:end], which names and the characters between make
// up, as far as the clause goes, and reports whether it ends there.
func (x *lexer) names(start, end int) bool {
	s := x.text[start:end]
	for i := 0; i < len(s); {
		if !isNameByte(s, i) {
			i++
			continue
		}
		j := i + 1
		for j < len(s) && (kinds[s[j]]&kindName != 0 || isNameByte(s, j)) && !strings.HasPrefix(s[j:], "..") {
			j++
		}
		if next := x.name(start+i, start+j); next > 0 {
			x.i = next
			return true
		}
		i = j
	}
	last := s[len(s)-1]
	return last == '!' || last == '?'
}

// name reads the name text[start:end]: letters, digits, dots, hyphens and
// underscores. Where the clause ends in or after it, name returns the place of
// what follows, else 0.
func (x *lexer) name(start, end int) (next int) {
	after, dots := end, 0
	if end-start > 4 && isNumber(x.text[start:start+3]) && x.text[start+3] == '-' {
		start += len("550-") // of a line of a reply
	}
	for start < end && parts(x.text[start]) {
		start++
	}
	for start < end && parts(x.text[end-1]) {
		if x.text[end-1] == '.' {
			dots++
		}
		end--
	}
	s := x.text[start:end]
	dot := strings.IndexByte(s, '.')
	if dots == 1 && len(s) > 1 && !(dot > 0 && len(s) <= 3) { // no "e. g." or "e.g."
		next = after
	}
	switch {
	case s == "":
		return 0
	case isNumber(s):
		if x.number(start, end) {
			next = after
		}
	case dot < 0:
		x.word(start, end)
	case x.sentenceEnd(s):
		// QUIRK: no blank after the end of a sentence.
		x.word(start, start+dot)
		return start + dot + 1
	default:
		x.host(start, end)
	}
	return next
}

// sentenceEnd reports whether the words around the first dot in s are words
// of the grammar.
func (x *lexer) sentenceEnd(s string) bool {
	before, after, _ := strings.Cut(s, ".")
	if x.g == nil || strings.IndexByte(after, '.') >= 0 {
		return false
	}
	var buf [64]byte
	return len(s) < len(buf) && x.g.knows(fold(buf[:0], before)) && x.g.knows(fold(buf[:0], after))
}

// number reads a number, and reports whether a quoted reply begins with it.
func (x *lexer) number(start, end int) bool {
	s := x.text[start:end]
	switch dots := strings.Count(s, "."); {
	case dots == 0 && len(s) > 3:
		x.add(start, end, s)
	case dots == 0:
		return len(s) == 3 && (s[0] == '4' || s[0] == '5') && x.opensReply(start)
	case dots == 3:
		x.mark(markIP, start, end)
	case dots == 2 && len(s) >= 5 && (s[0] == '4' || s[0] == '5') && s != x.text[x.status[0]:x.status[1]]:
		x.status = [2]int{start, end}
		return x.c.nw > 0
	}
	return false
}

// opensReply reports whether what stands before a reply code at text[at]
// introduces it: "said: 550", "(550".
func (x *lexer) opensReply(at int) bool {
	before := strings.TrimRight(x.text[:at], " \t\r\n")
	if before == "" {
		return false
	}
	switch c := before[len(before)-1]; c {
	case ':', '(', '[', '<', '\'', '"':
		return true
	}
	return false
}

// word adds the words of text[start:end], which holds no dot.
func (x *lexer) word(start, end int) {
	from := start
	for i := start; i < end; i++ {
		c := x.text[i]
		joins := c == '_' && i+1 < end && isDigit(x.text[i+1])
		if n := apostrophe(x.text[i:end]); parts(c) && !joins || n > 0 && end-i-n > 2 {
			x.add(from, i, x.text[from:i])
			i += max(n, 1) - 1
			from = i + 1
		}
	}
	x.add(from, end, x.text[from:end])
}

// apostrophe returns the bytes of the apostrophe, straight or curly, that s begins
// with, 0 for none. An article that has lost its vowel stands before it: "l'utente".
func apostrophe(s string) int {
	switch {
	case s[0] == '\'':
		return 1
	case strings.HasPrefix(s, "’"):
		return len("’")
	}
	return 0
}

// host adds the name of a host, which counts as a word for the domains that
// the grammar knows.
func (x *lexer) host(start, end int) {
	x.mark(markHost, start, end)
	before := x.c.nw
	x.add(start, end, x.text[start:end])
	if x.c.nw > before {
		x.c.words[before].host = true
	}
}

// add adds s, which stands at text[start:end], as one word; a Chinese,
// Japanese or Thai character in it is one of its own.
func (x *lexer) add(start, end int, s string) {
	if x.addASCII(start, end, s) {
		return
	}
	c, inner := x.c, false
	for i := 0; i < len(s); {
		r, n := decodeRune(s[i:])
		folded, belongs := x.fold(r)
		character := isCharacter(r, folded, belongs)
		switch {
		case !belongs && !character:
			i += n
			inner = false
			continue
		case character || !inner:
			if c.n > maxText || c.nw >= len(c.words) {
				return
			}
			x.pushFolded(start+i, start+i, 0)
			c.words[c.nw-1].character = character
		}
		if folded != 0 && c.n < len(c.text)-8 {
			c.n += utf8.EncodeRune(c.text[c.n:], folded)
		}
		i += n
		last := &c.words[c.nw-1]
		last.end, last.to = int32(start+i), uint16(c.n)
		inner = !character
	}
}

// fold is [foldRune], which the grammar knows the outcome of for most letters.
func (x *lexer) fold(r rune) (folded rune, belongs bool) {
	if x.g == nil || r < firstFolded || r >= endFolded {
		return foldRune(r)
	}
	folded = rune(x.g.u16(x.g.folded + 2*int(r-firstFolded)))
	return folded, folded != noWord
}

// decodeRune returns the rune that s begins with, and its length.
func decodeRune(s string) (r rune, n int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if r, n = utf8.DecodeRuneInString(s); r == utf8.RuneError && n == 1 {
		r = rune(s[0]) // QUIRK: raw 8 bit, taken for ISO 8859-1
	}
	return r, n
}

// addASCII adds s as one word where it is short and ASCII.
func (x *lexer) addASCII(start, end int, s string) bool {
	n := x.c.n
	if len(s) == 0 || len(s) > maxPlain || n > maxText || x.c.nw >= len(x.c.words) {
		return false
	}
	text := x.c.text[n+1 : n+1+len(s)]
	k := 0
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		text[k] = c
		if c != '\'' {
			k++
		}
	}
	x.pushFolded(start, end, k)
	return true
}

// url reads the URL text[start:start+n]: the name of its host, and what
// Google's help pages are asked for, count.
func (x *lexer) url(start, n int) {
	x.mark(markURL, start, start+n)
	s := x.text[start : start+n]
	from := strings.Index(s, "//") + 2
	to := from
	for to < n && (partOfWord(s[to]) || s[to] == '.' || s[to] == '-') {
		to++
	}
	if strings.IndexByte(strings.Trim(s[from:to], "."), '.') > 0 && !isNumber(s[from:to]) {
		x.add(start+from, start+to, s[from:to])
		x.c.words[x.c.nw-1].host = true
	}
	if p := max(strings.Index(s, "?p="), strings.Index(s, "?P=")); p > 0 {
		end := p + 1 + len(helpToken)
		for end < n && partOfWord(s[end]) {
			end++
		}
		x.add(start+p+1, start+end, s[p+1:end])
	}
}

// helpToken begins what Google's help pages are asked for.
const helpToken = "p="

// urlLen returns the length of the URL that begins s, which holds "://", 0 where none
// does.
func urlLen(s string) int {
	i := 0
	for i < 8 && isLetter(s[i]) {
		i++
	}
	if i == 0 || !strings.HasPrefix(s[i:], "://") {
		return 0
	}
	for i < len(s) && s[i] > ' ' && s[i] != '"' && s[i] != '<' && s[i] != '>' && s[i] != '\'' && s[i] < utf8.RuneSelf {
		i++
	}
	for i > 0 && strings.IndexByte(".,;:!?)]", s[i-1]) >= 0 {
		i--
	}
	return i
}

// maxAtom is longer than an address can be (RFC 5321, section 4.5.3.1).
const maxAtom = 512

// atomLen returns the length of the atext characters that s begins with. The first n
// bytes are known to be such.
// atomOf returns the length of the atom that s begins with, and the kinds of its
// bytes. The first n are known to be letters.
func atomOf(s string, n int) (length int, seen kind) {
	if n > 0 {
		seen = kindLetter
	}
	for n < len(s) && n < maxAtom {
		k := kinds[s[n]]
		if k == 0 || endsSentence(s[n:]) {
			break
		}
		seen |= k
		n++
	}
	return n, seen
}

// endsSentence reports whether s begins with a full stop or the like of Chinese
// and Japanese.
func endsSentence(s string) bool { return (s[0] == 0xe3 || s[0] == 0xef) && isStop(s) }

func isStop(s string) bool {
	return strings.HasPrefix(s, "。") || strings.HasPrefix(s, "；") || strings.HasPrefix(s, "！") || strings.HasPrefix(s, "？")
}

// addressLen returns the length of the address that begins s, 0 where none
// does. Its local part would be the first n bytes.
//
// QUIRK: some write Sendmail's "alice@example.com... User unknown" without the
// blank, so that two dots end the address.
func addressLen(s string, n int) int {
	if n+1 >= len(s) || s[n] != '@' {
		return 0
	}
	domain := s[n+1:]
	m := 0
	for m < len(domain) && (partOfWord(domain[m]) || domain[m] == '.' || domain[m] == '-' || domain[m] >= utf8.RuneSelf) && !strings.HasPrefix(domain[m:], "..") {
		m++
	}
	for m > 0 && domain[m-1] == '.' {
		m--
	}
	return n + 1 + m
}

// isQuotedName reports whether atom, which follows word, is the name of a
// mailbox in apostrophes: "user 'alice' unknown". Other words in them tell
// something: "classified as 'spam'".
func isQuotedName(word []byte, atom string) bool {
	atom = strings.TrimRight(atom, ".")
	if len(atom) < 3 || atom[len(atom)-1] != '\'' {
		return false
	}
	return isOwnerWord(word) || string(word) == "group" || string(word) == "list"
}

// isOwnerWord reports whether the name of a mailbox follows word in quotes.
func isOwnerWord(word []byte) bool {
	switch string(word) {
	case "user", "recipient", "mailbox", "account", "address", "username", "alias", "box", "benutzer", "utilisateur", "utente", "usuario":
		return true
	}
	return false
}

// A kind tells what a byte is in an atom, which is made of what can stand in a word or
// a local part: atext (RFC 5322, section 3.2.3), the dot, and what is not ASCII.
type kind uint8

const (
	kindLetter kind = 1 << iota // of ASCII, or a byte of another character
	kindDigit
	kindPart // dot, hyphen, underscore
	kindSlash
	kindOther

	kindName = kindLetter | kindDigit | kindPart
)

// kinds gives the kind of each byte, 0 where it stands in no atom.
var kinds = func() (k [256]kind) {
	for i := range k {
		switch c := byte(i); {
		case isLetter(c) && c != "’"[0]:
			k[c] = kindLetter
		case isDigit(c):
			k[c] = kindDigit
		case parts(c):
			k[c] = kindPart
		case c == "’"[0]:
			k[c] = kindLetter | kindPart // and the first byte of other signs than letters
		case c == '/':
			k[c] = kindSlash
		case strings.IndexByte("'!#$%&*+=?^`{|}~", c) >= 0:
			k[c] = kindOther
		}
	}
	return k
}()

// isNameByte reports whether s[i] belongs to a name: an apostrophe does
// between letters, as in "doesn't".
func isNameByte(s string, i int) bool {
	return kinds[s[i]]&kindName != 0 || s[i] == '\'' && i > 0 && i+1 < len(s) && isLetter(s[i-1]) && isLetter(s[i+1])
}

// isNumber reports whether s holds digits and dots alone.
func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] != '.' && !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// parts reports whether c parts words in a name, and belongs to none.
func parts(c byte) bool { return c == '.' || c == '-' || c == '_' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return isASCIILetter(c) || c >= utf8.RuneSelf }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func partOfWord(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

// isCharacter reports whether r, which [foldRune] gives the rest for, is of a script
// that does not part words.
func isCharacter(r, folded rune, belongs bool) bool {
	if r < 0x2e80 {
		return 0x0e00 <= r && r < 0x0f00 && !(r <= 0x0e4e && folded == 0)
	}
	return belongs && !(0xff00 <= r && r <= 0xff5e)
}
