package codes

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A folder turns text into the form that phrases are compared in, byte by
// byte: lower case, without accents, words apart by one blank, and without
// what changes from one reply to the next: addresses, numbers of up to three
// digits, IP addresses, codes, single words in quotes or angle brackets, and
// the names of the hosts that take part. A blank stands before each word and
// at the end. The dot inside a name stays and a blank follows it:
// "zen.spamhaus.org" becomes " zen. spamhaus. org ". A Chinese, Japanese or Thai
// character is a word of its own, since those languages do not part words. In
// the path of a URL hyphens and underscores do not part words either:
// "http://mx.example/user_unknown" does not say that a user is unknown.
type folder struct {
	opts  *Options
	inner bool // a word has begun
	path  bool // in the path of a URL
}

// fold appends the folded form of text to dst. opts may be nil. It takes time
// linear in the length of text.
func fold(dst []byte, text string, opts *Options) []byte {
	f := folder{opts: opts}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isAtext[c]:
			n := atomLen(text[i:])
			if m := addressLen(text[i:], n); m > 0 {
				n = m
			} else if c != '\'' || !isQuotedName(dst, text[i:i+n]) {
				dst = f.atom(dst, text[i:i+n])
			}
			i += n
		case c == '<' || c == '"':
			i += 1 + quotedLen(text[i:])
		default:
			i++
		}
		f.end()
	}
	return append(dst, ' ')
}

// isAtext tells of each byte whether it can stand in a word or a local part:
// atext (RFC 5322, section 3.2.3), the dot, and what is not ASCII. inName tells
// whether it can stand in a name.
var isAtext, inName = func() (atext, name [256]bool) {
	for i := range atext {
		c := byte(i)
		name[c] = partOfWord(c) || c >= utf8.RuneSelf || c == '.' || c == '-'
		atext[c] = name[c] || strings.IndexByte("'!#$%&*+/=?^`{|}~", c) >= 0
	}
	return atext, name
}()

func atomLen(s string) int {
	n := 0
	for n < len(s) && isAtext[s[n]] {
		n++
	}
	return n
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
	return n + 1 + m
}

// maxAddress is longer than an address can be (RFC 5321, section 4.5.3.1); a
// longer one is not looked for.
const maxAddress = 512

// maxQuoted bounds the length of a quoted word that is left out.
const maxQuoted = 80

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
		case c <= ' ' || c == '/' || c == '"' || c == '<':
			return 0
		}
	}
	return 0
}

// named are the words before the name of a mailbox that stands in apostrophes,
// folded.
var named = []string{" user", " recipient", " mailbox", " account", " address", " username", " alias", " box", " benutzer", " utilisateur", " utente", " usuario"}

// isQuotedName reports whether atom, which follows the folded text, is the name
// of a mailbox in apostrophes: "user 'alice' unknown". Other words in them tell
// something: "classified as 'spam'".
func isQuotedName(folded []byte, atom string) bool {
	atom = strings.TrimRight(atom, ".")
	if len(atom) < 3 || atom[len(atom)-1] != '\'' {
		return false
	}
	for _, word := range named {
		if bytes.HasSuffix(folded, []byte(word)) {
			return true
		}
	}
	return false
}

// atom folds a run of atext. It parts it into names, which letters, digits,
// dots, hyphens and underscores make up.
func (f *folder) atom(dst []byte, s string) []byte {
	url := strings.HasPrefix(s, "//")
	f.path = false
	for i := 0; i < len(s); {
		if !isNameByte(s, i) {
			f.path = url && i > 1
			f.end()
			i++
			continue
		}
		j := i + 1
		for j < len(s) && isNameByte(s, j) {
			j++
		}
		dst = f.name(dst, s[i:j])
		i = j
	}
	return dst
}

// isNameByte reports whether s[i] belongs to a name: an apostrophe does
// between letters, as in "doesn't".
func isNameByte(s string, i int) bool {
	return inName[s[i]] || s[i] == '\'' && i > 0 && i+1 < len(s) && isLetter(s[i-1]) && isLetter(s[i+1])
}

// name folds a name, unless it is one of those to leave out.
func (f *folder) name(dst []byte, s string) []byte {
	for s != "" && parts(s[0]) {
		s = s[1:]
	}
	for s != "" && parts(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	if s == "" || isNumber(s) || f.takesPart(s) {
		f.end()
		return dst
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case partOfWord(c) && c != '_':
			dst = f.word(dst, lower(c))
		case c >= utf8.RuneSelf:
			var n int
			dst, n = f.rune(dst, s[i:])
			i += n - 1
		case c == '.' && insideName(s[i-1]) && insideName(s[i+1]):
			dst = append(dst, '.')
			f.inner = false
		case c == '_' && isDigit(s[i+1]):
			dst = f.word(dst, c)
		case f.path && (c == '-' || c == '_'):
		case parts(c):
			f.end()
		}
	}
	return dst
}

// parts reports whether c parts words in a name, and belongs to none.
func parts(c byte) bool { return c == '.' || c == '-' || c == '_' }

func insideName(c byte) bool { return partOfWord(c) || c >= utf8.RuneSelf }

// word adds one byte of a word.
func (f *folder) word(dst []byte, c byte) []byte {
	if !f.inner {
		dst = append(dst, ' ')
		f.inner = true
	}
	return append(dst, c)
}

// end ends a word.
func (f *folder) end() { f.inner = false }

// isNumber reports whether s is a number of up to three digits or a dotted
// one, such as a code or an IP address.
func isNumber(s string) bool {
	dotted := false
	for i := range len(s) {
		if s[i] == '.' {
			dotted = true
		} else if !isDigit(s[i]) {
			return false
		}
	}
	return dotted || len(s) <= 3
}

// takesPart reports whether s is the remote host, or a domain of the
// addresses or a host in it.
func (f *folder) takesPart(s string) bool {
	if f.opts == nil || strings.IndexByte(s, '.') < 0 {
		return false
	}
	if len(s) == len(f.opts.Host) && strings.EqualFold(s, f.opts.Host) {
		return true
	}
	for _, address := range f.opts.Addresses {
		if len(address) > maxAddress {
			continue
		}
		domain := address[strings.LastIndexByte(address, '@')+1:]
		if domain != "" && inDomain(s, domain) {
			return true
		}
	}
	return false
}

// inDomain reports whether host is domain or ends with it after a dot,
// whatever the case.
func inDomain(host, domain string) bool {
	n := len(host) - len(domain)
	if n < 0 || !strings.EqualFold(host[n:], domain) {
		return false
	}
	return n == 0 || host[n-1] == '.'
}

// rune folds the character that begins s, which is not ASCII, and returns its
// length.
func (f *folder) rune(dst []byte, s string) ([]byte, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		r = rune(s[0]) // QUIRK: raw 8 bit, taken for ISO 8859-1
	}
	switch {
	case r == '×' || r == '÷':
		f.end()
	case 0xc0 <= r && r < 0xc0+rune(len(latin)):
		dst = f.word(dst, latin[r-0xc0])
	case r == '’' || r < 0x2e80 && unicode.Is(unicode.Mn, r): // the accents that stand apart too
	case r < 0x2e80 && !unicode.IsLetter(r):
		f.end()
	case 0x0e00 <= r && r < 0x0f00: // Thai and Lao part no words either
		f.end()
		dst = f.runeBytes(dst, r)
		f.end()
	case r < 0x2e80:
		dst = f.runeBytes(dst, plain(unicode.ToLower(r)))
	case unicode.IsPunct(r) || unicode.IsSpace(r):
		f.end()
	default:
		f.end()
		dst = f.runeBytes(dst, r)
		f.end()
	}
	return dst, n
}

// latin gives U+00C0 to U+017F without accents.
const latin = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
	"lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// plain returns a small letter without the accents that latin does not know: of
// Romanian, Vietnamese, Greek and Russian, and the forms of Arabic letters that
// many write one for the other.
func plain(r rune) rune {
	if 0x1ea0 <= r && r < 0x1ea0+rune(len(vietnamese)) {
		return rune(vietnamese[r-0x1ea0])
	}
	if to, ok := plainLetters[r]; ok {
		return to
	}
	return r
}

// vietnamese gives U+1EA0 to U+1EF9 without accents.
const vietnamese = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"

var plainLetters = map[rune]rune{
	'ș': 's', 'ț': 't', 'ơ': 'o', 'ư': 'u',
	'ά': 'α', 'έ': 'ε', 'ή': 'η', 'ί': 'ι', 'ό': 'ο', 'ύ': 'υ', 'ώ': 'ω', 'ϊ': 'ι', 'ϋ': 'υ', 'ΐ': 'ι', 'ΰ': 'υ', 'ς': 'σ',
	'ё': 'е', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ى': 'ي', 'ة': 'ه',
}

func (f *folder) runeBytes(dst []byte, r rune) []byte {
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		dst = f.word(dst, c)
	}
	return dst
}
