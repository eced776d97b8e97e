package grammar

import "strings"

// names reads text[start:end], which names and the characters between make
// up, as far as the clause goes, and reports whether it ends there.
func (x *lexer) names(start, end int) bool {
	for i := start; i < end; {
		n := nameLen(x.text[i:end])
		if n == 0 {
			i++
			continue
		}
		if next := x.name(i, i+n); next > 0 {
			x.i = next
			return true
		}
		i += n
	}
	last := x.text[end-1]
	return last == '!' || last == '?'
}

// nameLen returns the length of the name that s begins with, which ends before two
// dots. An apostrophe between letters belongs to it, as in "doesn't".
func nameLen(s string) int {
	n := 0
	for ; n < len(s); n++ {
		switch c := s[n]; {
		case c == '.' && n > 0 && n+1 < len(s) && s[n+1] == '.':
			return n
		case kinds[c]&kindName != 0:
		case c == '\'' && n > 0 && n+1 < len(s) && isLetter(s[n-1]) && isLetter(s[n+1]):
		default:
			return n
		}
	}
	return n
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
	case x.sentenceEnd(s[:dot], s[dot+1:]):
		// QUIRK: no blank after the end of a sentence.
		x.word(start, start+dot)
		return start + dot + 1
	default:
		x.mark(markHost, start, end)
		x.host(start, end)
	}
	return next
}

// sentenceEnd reports whether what stands before a dot and after it is a word of the
// grammar each.
func (x *lexer) sentenceEnd(before, after string) bool {
	return x.g != nil && strings.IndexByte(after, '.') < 0 && x.g.Knows(before) && x.g.Knows(after)
}

// number reads a number, and reports whether a quoted reply begins with it.
func (x *lexer) number(start, end int) bool {
	s := x.text[start:end]
	switch dots := strings.Count(s, "."); {
	case dots == 0 && len(s) > 3:
		x.add(start, end)
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
		if kinds[c]&kindPart == 0 && c != '\'' {
			continue
		}
		joins := c == '_' && i+1 < end && isDigit(x.text[i+1])
		if n := apostrophe(x.text[i:end]); parts(c) && !joins || n > 0 && end-i-n > 2 {
			x.add(from, i)
			i += max(n, 1) - 1
			from = i + 1
		}
	}
	x.add(from, end)
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
	before := x.c.nw
	x.add(start, end)
	if x.c.nw > before {
		x.c.words[before].host = true
	}
}
