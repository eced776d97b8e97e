package lex

import (
	"net/netip"
	"strings"
	"unicode"
)

// IsHostName reports whether s is a host name with a dot in it.
func IsHostName(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if len(s) > 253 {
		return false
	}
	labels, last := 0, ""
	for label := range strings.SplitSeq(s, ".") {
		if !IsHostLabel(label) {
			return false
		}
		labels, last = labels+1, label
	}
	return labels > 1 && (last[0] < '0' || last[0] > '9')
}

// IsHostLabel reports whether s is one label of a host name. Underscores are
// no part of one, but Windows allows them.
func IsHostLabel(s string) bool {
	if s == "" || len(s) > 63 {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' {
			return false
		}
	}
	return true
}

func IsIP(s string) bool {
	if s = strings.Trim(s, "[]"); s == "" || !IsDigits(s[:1]) && strings.IndexByte(s, ':') < 0 {
		return false
	}
	_, err := netip.ParseAddr(s)
	return err == nil
}

// LeadingHost returns the host name or IP address that s begins with, lower
// case, and what follows it. Brackets and a final dot are left out.
func LeadingHost(s string) (host, rest string) {
	s = strings.TrimLeft(s, " \t<([\"'")
	n := 0
	for n < len(s) && n < MaxDomain && (isDomainByte(s[n]) || s[n] == ':' && isIPv6Start(s)) {
		n++
	}
	host = strings.ToLower(strings.TrimRight(s[:n], ".:-_"))
	if !isHost(host) {
		return "", s
	}
	return host, s[n:]
}

// isIPv6Start reports whether s begins with a group of an IPv6 address, two
// of which ":" parts.
func isIPv6Start(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isHex(s[n]) {
		n++
	}
	if n >= len(s) || s[n] != ':' {
		return false
	}
	return n+1 < len(s) && (isHex(s[n+1]) || s[n+1] == ':')
}

func isHex(c byte) bool {
	_, ok := hexDigit(c)
	return ok
}

// isHost reports whether s can be the name of a host or an IP address: two
// labels at least, so that no word of a sentence passes.
func isHost(s string) bool {
	if strings.Count(s, ":") >= 2 {
		return true
	}
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || i == len(s)-1 || strings.Contains(s, "..") {
		return false
	}
	return isDottedQuad(s) || len(s)-i > 2 && !IsDigits(s[i+1:])
}

func isDottedQuad(s string) bool {
	return strings.Count(s, ".") == 3 && IsDigits(strings.ReplaceAll(s, ".", ""))
}

func IsDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func IsIPLiteral(host string) bool { return isDottedQuad(host) || strings.Count(host, ":") > 1 }

// HostName makes a host name of what stands where one is expected: lower case,
// without a final dot, a port, brackets, quotes or what follows in parentheses.
// The name is preferred to an address in "mx.example.com (192.0.2.1)" and
// "mx.example.com[192.0.2.1]".
func HostName(v string) string {
	v = strings.TrimSpace(v)
	if HasPrefixLower(v, "mta ") {
		// QUIRK: gateways to X.400 write "mta NAME in /PRMD=.../" (RFC 2156).
		v = strings.TrimSpace(v[len("mta "):])
	}
	if i := strings.IndexAny(v, " \t(;,"); i > 0 {
		v = v[:i]
	}
	v = strings.TrimPrefix(v, "(")
	if i := strings.IndexByte(v, '['); i > 0 && v[i-1] != ':' {
		v = v[:i]
	}
	if host, port, ok := strings.Cut(v, ":"); ok && IsDigits(port) {
		v = host
	}
	v = strings.Trim(v, "[]<>()\"'")
	v = CleanValue(strings.ToLower(strings.TrimRight(v, ".:")))
	return strings.TrimPrefix(v, "ipv6:") // of an address literal (RFC 5321, section 4.1.3)
}
