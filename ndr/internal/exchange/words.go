package exchange

import (
	"strings"
	"unicode"

	"example.com/ndr/ndr/internal/lex"
)

// rowHost returns the host of a row "label: host", and "" for any other line.
// An address may follow in parentheses.
func rowHost(line string) string {
	label, value := cutRow(line)
	if label == "" {
		return ""
	}
	return hostOf(value)
}

// hostOf returns the host name that s is, with an IP address in parentheses
// after it or not. A name without a dot is one, as Windows servers have.
func hostOf(s string) string {
	name, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	if rest != "" && !(rest[0] == '(' && rest[len(rest)-1] == ')') {
		return ""
	}
	if lex.IsHostName(name) || lex.IsIP(name) || lex.IsHostLabel(name) {
		return strings.Trim(name, "[]")
	}
	return ""
}

// cutRow parts "label: value". The colon may be a full-width one, and French
// has a blank before it. label is "" where the line is no row.
func cutRow(line string) (label, value string) {
	label, value, ok := strings.Cut(line, ":")
	ok = ok && value != "" && unicode.IsSpace(rune(value[0]))
	if wide := strings.Index(label, "："); wide >= 0 {
		label, value, ok = label[:wide], line[wide+len("："):], true
	}
	if !ok || len(label) > 100 {
		return "", ""
	}
	return strings.TrimSpace(label), strings.TrimSpace(value)
}

// isLabel reports whether line ends in a colon, as a heading does.
func isLabel(line string) bool {
	return strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：")
}

// hostsIn returns the host names and IP addresses among the words of s.
func hostsIn(s string) []string {
	var hosts []string
	for _, word := range strings.Fields(s) {
		word = strings.Trim(word, "()[]<>,;")
		if lex.IsHostName(word) || lex.IsIP(word) {
			hosts = append(hosts, word)
		}
	}
	return hosts
}

// isHostWord reports whether s is a host and blanks.
func isHostWord(s string) bool { return hostOf(strings.TrimSpace(s)) != "" }

// bareAddress returns the address that s is, "" for any other text. It may
// stand in brackets or quotes, behind a display name, and before the
// "<mailto:...>" of a link turned into text.
func bareAddress(s string) string {
	if strings.IndexByte(s, '@') < 0 {
		return ""
	}
	s, _, _ = strings.Cut(s, "<mailto:")
	s = strings.TrimSpace(s)
	if at := strings.LastIndexAny(s, "(<"); at >= 0 && strings.HasSuffix(s, map[byte]string{'(': ")", '<': ">"}[s[at]]) {
		s = s[at:]
	}
	s = strings.Trim(s, "<>()'\"")
	if !lex.IsAddress(s) {
		return ""
	}
	return s
}

// cutAddress parts a line that begins with an address from what follows.
func cutAddress(line string) (address, rest string) {
	word, rest, ok := strings.Cut(line, " ")
	if address = bareAddress(word); !ok || address == "" {
		return "", ""
	}
	return address, strings.TrimSpace(rest)
}

// oneLine replaces each run of blanks by one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
