package headers

import "strings"

// A scanner reads the structured text of a header field: words, quoted strings
// and comments (RFC 5322, section 3.2). It looks at no byte more than a fixed
// number of times.
type scanner struct {
	s   string
	pos int
	// comments are the comments passed since the last call of takeComments.
	comments []string
	// noQuote and noParen tell that a closing quote or parenthesis was once
	// missed, after which no opening one is trusted to have it: the text is
	// not searched to its end twice.
	noQuote, noParen bool
}

func (sc *scanner) done() bool { return sc.pos >= len(sc.s) }

// peek returns the next byte, 0 at the end.
func (sc *scanner) peek() byte {
	if sc.done() {
		return 0
	}
	return sc.s[sc.pos]
}

// skipCFWS passes blanks and comments (RFC 5322, section 3.2.2) and keeps the
// comments.
func (sc *scanner) skipCFWS() {
	for !sc.done() {
		switch c := sc.s[sc.pos]; {
		case isSpace(c):
			sc.pos++
		case c == '(':
			sc.consumeComment()
		default:
			return
		}
	}
}

// consumeComment passes the comment at "(". One that is never closed ends
// before the next semicolon, so that a field cut off in the middle keeps its
// other results.
func (sc *scanner) consumeComment() {
	start := sc.pos + 1
	sc.pos = sc.commentEnd()
	text := blank(unescape(sc.s[start:sc.pos]), maxText)
	if text != "" && len(sc.comments) < maxComments {
		sc.comments = append(sc.comments, text)
	}
	if sc.peek() == ')' {
		sc.pos++
	}
}

// commentEnd returns where the text of the comment at pos ends.
func (sc *scanner) commentEnd() int {
	if !sc.noParen {
		depth := 0
		for i := sc.pos; i < len(sc.s); i++ {
			switch sc.s[i] {
			case '\\':
				i++
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					return i
				}
			}
		}
		sc.noParen = true
	}
	if i := strings.IndexAny(sc.s[sc.pos:], ");"); i >= 0 {
		return sc.pos + i
	}
	return len(sc.s)
}

// takeComments returns the comments passed so far as one text.
func (sc *scanner) takeComments() string {
	text := strings.Join(sc.comments, "; ")
	sc.comments = sc.comments[:0]
	return blank(text, maxText)
}

// consumeQuoted returns the text of the quoted string (RFC 5322, section
// 3.2.4) at pos. Where the closing quote is missing, it reports false and
// stays.
func (sc *scanner) consumeQuoted() (text string, ok bool) {
	if sc.noQuote {
		return "", false
	}
	for i := sc.pos + 1; i < len(sc.s); i++ {
		switch sc.s[i] {
		case '\\':
			i++
		case '"':
			text = unescape(sc.s[sc.pos+1 : i])
			sc.pos = i + 1
			return text, true
		}
	}
	sc.noQuote = true
	return "", false
}

// consumeUntil returns the text up to one of the bytes in stop, or a blank.
func (sc *scanner) consumeUntil(stop string) string {
	start := sc.pos
	for !sc.done() && !isSpace(sc.s[sc.pos]) && strings.IndexByte(stop, sc.s[sc.pos]) < 0 {
		sc.pos++
	}
	return sc.s[start:sc.pos]
}

// consumeProtected returns the text up to one of the bytes in stop. Quoted strings
// protect what they hold, and are kept.
func (sc *scanner) consumeProtected(stop string) string {
	start := sc.pos
	for !sc.done() && strings.IndexByte(stop, sc.s[sc.pos]) < 0 {
		if sc.s[sc.pos] == '"' {
			if _, ok := sc.consumeQuoted(); ok {
				continue
			}
		}
		sc.pos++
	}
	return sc.s[start:sc.pos]
}

// consumeValue returns the value at pos: a quoted string without its quotes,
// or all up to the next blank, comment or semicolon, in which quotes are kept, as in
// "a b"@example.com.
func (sc *scanner) consumeValue() string { return unquote(sc.consumeProtected(" \t\r\n;(")) }

// unquote returns what stands between the quotes around s, and any other text as it
// is.
func unquote(s string) string {
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return unescape(s[1 : len(s)-1])
	}
	return s
}

// unescape removes the backslashes of quoted pairs.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b = append(b, s[i])
	}
	return string(b)
}

// appendValue appends s so that consumeValue reads it back.
func appendValue(b []byte, s string) []byte {
	if s != "" && !strings.ContainsAny(s, " ;()\"\\") {
		return append(b, s...)
	}
	return append(b, quote(s)...)
}

var (
	quotedPairs  = strings.NewReplacer(`"`, `\"`, `\`, `\\`)
	commentPairs = strings.NewReplacer(`(`, `\(`, `)`, `\)`, `\`, `\\`)
)

// quote returns s as a quoted string that consumeQuoted reads back.
func quote(s string) string { return `"` + quotedPairs.Replace(s) + `"` }

// appendComment appends s, which may be "", as a comment that consumeComment reads
// back.
func appendComment(b []byte, s string) []byte {
	if s == "" {
		return b
	}
	return append(append(append(b, " ("...), commentPairs.Replace(s)...), ')')
}
