package headers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// The limits of a Mailbox (RFC 5321, section 4.5.3.1).
const (
	maxLocal   = 64  // bytes of a local part
	maxMailbox = 254 // bytes of an address: a path of 256 without its angle brackets
	maxLabel   = 63  // bytes of a label of a domain (RFC 1035, section 2.3.4)
)

// ValidMailbox reports whether s is one address to which mail can go: a
// Mailbox of RFC 5321, section 4.1.2, or of RFC 6531, section 3.3, where it has
// other letters than ASCII's. It is strict, where [ParseAddress] is not, so
// that a program can act upon an address. None is a text with anything around
// the address, a list, a source route, or a wildcard such as "*@example.com"
// and "@example.com"; an address with a control, format or other invisible
// character, or a look-alike of "@"; a domain with an underscore or a final
// dot; an address literal other than "[192.0.2.1]" and "[IPv6:2001:db8::1]".
func ValidMailbox(s string) bool {
	at := strings.LastIndexByte(s, '@')
	if at < 0 || len(s) > maxMailbox || strings.ContainsFunc(s, isInvisible) {
		return false
	}
	local, domain := s[:at], s[at+1:]
	return isLocalPart(local) && (isMailDomain(domain) || isAddressLiteral(domain))
}

// isLocalPart reports whether s is a Local-part. One with a "*" is a pattern,
// though the grammar allows it.
func isLocalPart(s string) bool {
	if s == "" || len(s) > maxLocal || strings.IndexByte(s, '*') >= 0 {
		return false
	}
	if s[0] == '"' {
		sc := scanner{s: s}
		text, ok := sc.consumeQuoted()
		return ok && sc.done() && validLocal(text)
	}
	for atom := range strings.SplitSeq(s, ".") {
		if atom == "" || strings.ContainsAny(atom, localSpecials) {
			return false
		}
	}
	return true
}

// isInvisible reports whether r cannot be part of an address: it does not show, it
// changes how its neighbours show, or it passes for an "@". IDNA lets some labels
// have a joiner (RFC 5892, appendix A); such a domain counts in ASCII alone.
func isInvisible(r rune) bool {
	switch r {
	case '\uFF20', '\uFE6B', // fullwidth and small commercial at
		'\u2800',       // blank braille pattern
		utf8.RuneError: // or a byte that is no UTF-8
		return true
	}
	return !unicode.IsPrint(r) || r >= utf8.RuneSelf &&
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// registration checks labels by the rules of IDNA without mapping them, since a
// name that must be mapped first is another name.
var registration = idna.New(idna.ValidateForRegistration(), idna.StrictDomainName(true), idna.BidiRule())

// isMailDomain reports whether s is a Domain: labels of letters, digits and
// hyphens, or of U-labels (RFC 5890, section 2.3.2.1).
func isMailDomain(s string) bool {
	s = lowerASCII(s)
	if isASCII(s) && !strings.Contains(s, "xn--") {
		return isHostName(s) && strings.IndexByte(s, '_') < 0
	}
	_, err := registration.ToASCII(s) // a final dot is right there
	last := s[strings.LastIndexByte(s, '.')+1:]
	return err == nil && last != "" && !isNumber(last)
}

// isAddressLiteral reports whether s is an address-literal (RFC 5321, section
// 4.1.3) of IPv4 or IPv6. No other kind is registered.
func isAddressLiteral(s string) bool {
	ip, ok := parseIP(s)
	return ok && s[0] == '[' && ip.Is6() == hasPrefixFold(s, "[ipv6:")
}
