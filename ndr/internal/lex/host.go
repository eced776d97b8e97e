package lex

import (
	"net/netip"
	"strings"
	"unicode"
)

// IsHost reports whether s is a host name with a dot in it or an IP address.
func IsHost(s string) bool { return IsHostName(s) || IsIP(s) }

// IsHostName reports whether s is a host name with a dot in it, whose last label
// has two characters at least and no digit first (RFC 3696, section 2): neither a
// date such as 2024.05.14.09 nor "e.g" is one.
func IsHostName(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if len(s) > MaxDomain {
		return false
	}
	dot := strings.LastIndexByte(s, '.')
	return dot >= 0 && len(s[dot:]) > len(".c") && !IsDigits(s[dot+1:dot+2]) && hasHostLabels(s)
}

// hasHostLabels reports whether s is made of labels of a host name with dots between.
// Underscores are no part of one, but Windows allows them.
func hasHostLabels(s string) bool {
	strange := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' }
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || !domainBytes.haveAll(label) && strings.ContainsFunc(label, strange) {
			return false
		}
	}
	return true
}

// IsIP reports whether s is an IP address, in brackets or without.
func IsIP(s string) bool {
	if s = strings.Trim(s, "[]"); s == "" || !IsDigits(s[:1]) && strings.IndexByte(s, ':') < 0 {
		return false // netip makes an error of each word
	}
	_, err := netip.ParseAddr(s)
	return err == nil
}

// ServerName returns the server that s names and nothing else, "" for any other
// text: a host name, an IP address or, as Windows servers have, a name of one
// label. What follows in parentheses is left out.
func ServerName(s string) string {
	name, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	if rest != "" && !(rest[0] == '(' && rest[len(rest)-1] == ')') {
		return ""
	}
	if !IsHost(name) && (strings.Contains(name, ".") || !hasHostLabels(name)) {
		return ""
	}
	return strings.Trim(name, "[]")
}

// Hosts returns the host names and IP addresses among the words of s.
func Hosts(s string) []string {
	var hosts []string
	for _, word := range strings.Fields(s) {
		if word = strings.Trim(word, "()[]<>,;"); IsHost(word) {
			hosts = append(hosts, word)
		}
	}
	return hosts
}

// LeadingHost returns the host name or IP address that s begins with, lower
// case, and what follows it. Brackets and a final dot are left out.
func LeadingHost(s string) (host, rest string) {
	for s != "" && strings.IndexByte(" \t<([\"'", s[0]) >= 0 {
		s = s[1:]
	}
	n, dots := 0, 0
	for n < len(s) && n < MaxDomain && (domainBytes[s[n]] || s[n] == ':' && isIPv6Start(s)) {
		if s[n] == '.' || s[n] == ':' {
			dots++
		}
		n++
	}
	if dots == 0 {
		return "", s // as nearly every text that begins with a word
	}
	host = strings.ToLower(strings.TrimRight(s[:n], ".:-_"))
	if !IsHost(host) {
		return "", s
	}
	return host, s[n:]
}

// isIPv6Start reports whether s begins with a group of an IPv6 address and ":".
func isIPv6Start(s string) bool {
	group, _, ok := strings.Cut(s[:min(5, len(s))], ":")
	return ok && strings.Trim(group, "0123456789abcdefABCDEF") == ""
}

// IsDigits reports whether s has digits alone, and one at least.
func IsDigits(s string) bool {
	return s != "" && digitBytes.haveAll(s)
}

// HostName makes a host name of what stands where one is expected: lower case,
// without a final dot, a port, brackets, quotes or what follows in parentheses.
// The name is preferred to an address in "mx.example.com (192.0.2.1)" and
// "mx.example.com[192.0.2.1]", and the host to the address of one of its users.
// It takes what it gets: [IsHost] tells whether that is one.
func HostName(v string) string {
	if hostBytes.haveAll(v) && len(v) <= MaxDomain && !strings.HasSuffix(v, ".") {
		return v
	}
	v = strings.TrimSpace(v)
	if HasPrefixLower(v, "mta ") {
		// QUIRK: gateways to X.400 write "mta NAME in /PRMD=.../" (RFC 2156).
		v = strings.TrimSpace(v[len("mta "):])
	}
	v = strings.TrimPrefix(v, "(")
	if i := strings.IndexAny(v, " \t(;,["); i > 0 {
		v = v[:i]
	}
	if host, port, _ := strings.Cut(v, ":"); IsDigits(port) {
		v = host
	}
	v = strings.Trim(v, "[]<>()\"'")
	v = v[strings.LastIndexByte(v, '@')+1:] // QUIRK: "dns; MAILER-DAEMON@mx.example.com"
	v = CleanValue(strings.ToLower(strings.TrimRight(v, ".:")))
	return strings.TrimPrefix(v, "ipv6:") // of an address literal (RFC 5321, section 4.1.3)
}
