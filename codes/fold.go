package codes

import (
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
// "zen.spamhaus.org" becomes " zen. spamhaus. org ". A Chinese or Japanese
// character is a word of its own, since those languages do not part words. In
// the path of a URL hyphens and underscores do not part words either:
// "http://mx.example/user_unknown" does not say that a user is unknown.
type folder struct {
	emit  func(c byte)
	opts  *Options
	inner bool // a word has begun
	path  bool // in the path of a URL
}

// fold hands the folded form of text to emit. opts may be nil. It takes time
// linear in the length of text.
func fold(text string, opts *Options, emit func(c byte)) {
	f := folder{emit: emit, opts: opts}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isAtext[c]:
			n := atomLen(text[i:])
			if m := addressLen(text[i:], n); m > 0 {
				n = m
			} else {
				f.atom(text[i : i+n])
			}
			i += n
		case c == '<' || c == '"':
			i += 1 + quotedLen(text[i:])
		default:
			i++
		}
		f.end()
	}
	emit(' ')
}

// isAtext tells of each byte whether it can stand in a word or a local part:
// atext (RFC 5322, section 3.2.3), the dot, and what is not ASCII.
var isAtext = func() (set [256]bool) {
	for c := range len(set) {
		set[c] = partOfWord(byte(c)) || c >= utf8.RuneSelf || strings.IndexByte(".-'!#$%&*+/=?^`{|}~", byte(c)) >= 0
	}
	return set
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
func addressLen(s string, n int) int {
	if n+1 >= len(s) || s[n] != '@' {
		return 0
	}
	domain := s[n+1:]
	m := 0
	for m < len(domain) && (partOfWord(domain[m]) || domain[m] == '.' || domain[m] == '-' || domain[m] >= utf8.RuneSelf) {
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

// atom folds a run of atext. It parts it into names, which letters, digits,
// dots, hyphens and underscores make up.
func (f *folder) atom(s string) {
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
		f.name(s[i:j])
		i = j
	}
}

// isNameByte reports whether s[i] belongs to a name: an apostrophe does
// between letters, as in "doesn't".
func isNameByte(s string, i int) bool {
	c := s[i]
	if c == '\'' {
		return i > 0 && i+1 < len(s) && isLetter(s[i-1]) && isLetter(s[i+1])
	}
	return partOfWord(c) || c >= utf8.RuneSelf || c == '.' || c == '-'
}

// name folds a name, unless it is one of those to leave out.
func (f *folder) name(s string) {
	s = strings.Trim(s, ".-_")
	if s == "" || isNumber(s) || f.takesPart(s) {
		f.end()
		return
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			i += f.rune(s[i:])
			continue
		case c == '.' && insideName(s[i-1]) && insideName(s[i+1]):
			f.emit('.')
			f.inner = false
		case c == '_' && isDigit(s[i+1]):
			f.word(c)
		case f.path && (c == '-' || c == '_'):
		case c == '.' || c == '-' || c == '_':
			f.end()
		case c != '\'':
			f.word(lower(c))
		}
		i++
	}
}

func insideName(c byte) bool { return partOfWord(c) || c >= utf8.RuneSelf }

// word hands on one byte of a word.
func (f *folder) word(c byte) {
	if !f.inner {
		f.emit(' ')
		f.inner = true
	}
	f.emit(c)
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
func (f *folder) rune(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		r = rune(s[0]) // QUIRK: raw 8 bit, taken for ISO 8859-1
	}
	switch {
	case r == '×' || r == '÷':
		f.end()
	case 0xc0 <= r && r < 0xc0+rune(len(latin)):
		f.word(latin[r-0xc0])
	case r < 0x250:
		f.latinExtended(r)
	case r == '’':
	case r < 0x2e80 && !unicode.IsLetter(r):
		f.end()
	case r < 0x2e80:
		f.runeBytes(unicode.ToLower(r))
	case unicode.IsPunct(r) || unicode.IsSpace(r):
		f.end()
	default:
		f.end()
		f.runeBytes(r)
		f.end()
	}
	return n
}

// latin gives U+00C0 to U+017F without accents.
const latin = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
	"lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

func (f *folder) latinExtended(r rune) {
	if unicode.IsLetter(r) {
		f.runeBytes(unicode.ToLower(r))
		return
	}
	f.end()
}

func (f *folder) runeBytes(r rune) {
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		f.word(c)
	}
}
