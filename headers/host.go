package headers

import (
	"net/netip"
	"strings"
	"unicode"
)

// ParseHost reads s, which must be one host and nothing else, and reports
// whether it is: a domain name ("MX.Example.com."), an IP address, or an address
// literal (RFC 5321, section 4.1.3: "[192.0.2.1]", "[IPv6:2001:db8::1]"). It
// returns the name in lower case and without the final dot, in Unicode where it
// was, and the address without brackets in its shortest form (RFC 5952). A name
// may be one label, such as "localhost", and have underscores, which Windows
// allows. A text of digits and dots that is no address is no name: it is a date
// or a version.
func ParseHost(s string) (host string, ok bool) {
	if name := strings.TrimSuffix(s, "."); isHostName(name) {
		return lowerASCII(name), true
	}
	ip, ok := parseIP(s)
	if !ok {
		return "", false
	}
	return ip.String(), true
}

// isHostName reports whether s is the name of a host, without a final dot.
func isHostName(s string) bool {
	for label := range strings.SplitSeq(s, ".") {
		if !isHostLabel(label) {
			return false
		}
	}
	return len(s) <= maxDomain && !isNumber(s[strings.LastIndexByte(s, '.')+1:])
}

// isDomain reports whether word is a host name of two labels at least, or an address
// at one.
func isDomain(word string) bool {
	word = word[strings.LastIndexByte(word, '@')+1:]
	return strings.IndexByte(word, '.') >= 0 && isHostName(word)
}

// parseIP reads an IP address without a zone, in brackets or not.
func parseIP(s string) (netip.Addr, bool) {
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		s = s[1 : len(s)-1]
		if hasPrefixFold(s, "ipv6:") {
			s = s[len("ipv6:"):]
		}
	}
	ip, err := netip.ParseAddr(s)
	return ip, err == nil && ip.Zone() == ""
}

// isHostLabel reports whether s can be a label of a host name.
func isHostLabel(s string) bool {
	if s == "" || isASCII(s) && len(s) > maxLabel || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, r := range s {
		if r != '-' && r != '_' && !unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
			return false
		}
	}
	return true
}
