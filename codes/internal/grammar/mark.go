package grammar

import (
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

// A mark is something that is no word.
type mark struct {
	start, end int32 // in the text itself
	kind       uint8
	at         uint8 // number of the word that follows
}

// mark adds a mark at text[start:end].
func (x *lexer) mark(kind uint8, start, end int) {
	if x.c.nm < maxMarks {
		x.c.marks[x.c.nm] = mark{int32(start), int32(end), kind, uint8(x.c.nw)}
		x.c.nm++
	}
}

// maxQuoted bounds the length of a quoted word or subject.
const maxQuoted = 160

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

// domainLen returns the length of the domain of an address that s begins with.
//
// QUIRK: some write Sendmail's "alice@example.com... User unknown" without the
// blank, so that two dots end the address.
func domainLen(s string) int {
	n := 0
	for n < len(s) && (partOfWord(s[n]) || s[n] == '.' || s[n] == '-' || s[n] >= utf8.RuneSelf) && !strings.HasPrefix(s[n:], "..") {
		n++
	}
	for n > 0 && s[n-1] == '.' {
		n--
	}
	return n
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
		x.host(start+from, start+to)
	}
	if _, query, _ := strings.Cut(s, "?"); len(query) >= len(helpToken) && strings.EqualFold(query[:len(helpToken)], helpToken) {
		from = n - len(query)
		to = from + len(helpToken)
		for to < n && partOfWord(s[to]) {
			to++
		}
		x.add(start+from, start+to)
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
