package headers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits. What lies beyond one is left out; nothing fails.
const (
	maxField      = 64 << 10 // bytes of one field that are read
	maxFields     = 200      // authentication fields of one header
	maxResults    = 1000     // results of one header
	maxProperties = 64       // properties of one result
	maxComments   = 32       // comments of one result
	maxHops       = 200      // Received fields of one header
	maxAddresses  = 2000     // addresses of one list
	maxText       = 1000     // bytes of a comment, reason or value
	maxName       = 64       // bytes of a method, verdict or property
	maxDomain     = 255      // bytes of a domain or server (RFC 1035, section 2.3.4)
	maxRaw        = 4000     // bytes of Result.Raw, and of a list of addresses that may be correlators
)

// What reaches net/mail and mime is bounded too: before Go 1.26.4 some of their
// parsers took time that grew faster than the text.
const (
	maxDate = 100     // bytes of a date
	maxList = 4 << 10 // bytes of an address list; of a longer one our own reader reads it all
)

// clean returns s as valid UTF-8 of at most max bytes: a control character
// becomes a blank, an invalid byte U+FFFD. It copies only what it must change.
func clean(s string, max int) string {
	s = cut(s, max)
	if isClean(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	return cut(strings.ToValidUTF8(s, "\uFFFD"), max)
}

// blank is clean without the blanks around.
func blank(s string, max int) string {
	return strings.TrimSpace(clean(strings.TrimSpace(s), max))
}

// lower is blank in lower case.
func lower(s string, max int) string {
	return blank(lowerASCII(cut(s, 4*max)), max)
}

// cut returns at most max bytes of s and does not split a character.
func cut(s string, max int) string {
	if len(s) <= max {
		return s
	}
	for i := 0; i < utf8.UTFMax-1 && max > 0 && !utf8.RuneStart(s[max]); i++ {
		max--
	}
	return s[:max]
}

// cutList returns at most max bytes of a list whose items end with the byte end.
// What would be left of the item there is left out: it is another address, or
// identifier, than the one that was written.
func cutList(s string, max int, end byte) string {
	if len(s) <= max {
		return s
	}
	return s[:strings.LastIndexByte(s[:max], end)+1]
}

func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == 0x7f {
			return false
		} else if c >= utf8.RuneSelf {
			return utf8.ValidString(s[i:]) && strings.IndexFunc(s[i:], unicode.IsControl) < 0
		}
	}
	return true
}
