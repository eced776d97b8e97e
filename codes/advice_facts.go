package codes

import (
	"cmp"
	"fmt"
	"net/netip"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Facts are values that a report gives and a text of advice can name; see
// [Advice.With]. A value that is not what its comment says, or longer than 254
// bytes, counts as unknown: it does not reach the text.
type Facts struct {
	// Host is the server that refused.
	Host string
	// Recipient is the address that the message was for.
	Recipient string
	// Sender is the domain of the sender, or the one that a failed check was
	// about.
	Sender string
	// IP is the address that the message was sent from.
	IP string
}

// adviceFacts are all that can fill the holes of a text.
type adviceFacts struct {
	Facts
	reply string // what the server said, bounded
}

// merge takes over what f knows.
func (a *adviceFacts) merge(f Facts) {
	a.Host, a.Recipient = cmp.Or(f.Host, a.Host), cmp.Or(f.Recipient, a.Recipient)
	a.Sender, a.IP = cmp.Or(f.Sender, a.Sender), cmp.Or(f.IP, a.IP)
}

// value returns what fills the hole of that name in a text, which stands there as
// {name|otherwise}; "" where it is not known.
func (f *adviceFacts) value(name string) string {
	switch name {
	case "host":
		return cleanName(f.Host)
	case "domain":
		return cleanName(f.Recipient[strings.LastIndexByte(f.Recipient, '@')+1:])
	case "sender":
		return cleanName(f.Sender)
	case "ip":
		return f.ip()
	case "list", "lookup":
		return f.list(name)
	case "size":
		return megabytes(saidSize.FindStringSubmatch(f.reply), 1)
	case "limit":
		return megabytes(saidLimit.FindStringSubmatch(f.reply), 0)
	case "wait":
		return f.wait()
	}
	return ""
}

// fill returns text with its holes filled.
func (f *adviceFacts) fill(text string) string {
	before, rest, ok := strings.Cut(text, "{")
	if !ok {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for ok {
		b.WriteString(before)
		hole, after, _ := strings.Cut(rest, "}")
		name, value, _ := strings.Cut(hole, "|")
		if v := f.value(name); v != "" {
			value = v
		}
		b.WriteString(value)
		before, rest, ok = strings.Cut(after, "{")
	}
	b.WriteString(before)
	return b.String()
}

func (f *adviceFacts) fillAll(texts []string) []string {
	texts = slices.Clone(texts)
	for i, text := range texts {
		texts[i] = f.fill(text)
	}
	return texts
}

// maxFact is the longest value that a text names: a domain has at most 253
// characters (RFC 1035, section 2.3.4), and one may stand after them as a dot.
const maxFact = 254

// cleanName returns the name of a host or domain, "" for what can be none.
func cleanName(s string) string {
	if len(s) > maxFact || !strings.Contains(s, ".") {
		return ""
	}
	for _, c := range s {
		if c != '.' && c != '-' && c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return ""
		}
	}
	return strings.TrimSuffix(s, ".")
}

// ip returns the address that the message was sent from: the one that is given,
// else the only one that the reply names.
func (f *adviceFacts) ip() string {
	if addr, err := netip.ParseAddr(f.IP); err == nil && addr.Zone() == "" {
		return addr.String()
	}
	var only netip.Addr
	// QUIRK: RFC 5321, section 4.1.3, writes "IPv6:" before the address.
	for word := range strings.FieldsFuncSeq(strings.ReplaceAll(f.reply, "IPv6:", " "), partsAddress) {
		word = strings.TrimRight(word, ".:")
		if !strings.ContainsAny(word, ".:") {
			continue // most words; ParseAddr would make an error for each
		}
		addr, err := netip.ParseAddr(word)
		if err != nil || addr.IsLoopback() || addr == only {
			continue
		}
		if only.IsValid() {
			return "" // which of them is the sender's is not known
		}
		only = addr
	}
	if !only.IsValid() {
		return ""
	}
	return only.String()
}

// partsAddress reports whether c cannot stand in an IP address.
func partsAddress(c rune) bool {
	return (c < '0' || c > ':') && (c|0x20 < 'a' || c|0x20 > 'f') && c != '.'
}

// list returns the name of the block list that the reply speaks of, or where
// to look an address up in it.
func (f *adviceFacts) list(value string) string {
	n := signed(adviceData().lists, foldAdvice(f.reply))
	switch {
	case n == nil:
		return ""
	case value == "lookup":
		return n.link
	}
	return n.name
}

var (
	// saidLimit finds "size limit of 10485760", "maximum message size: 20 MB",
	// "exceeds 25MB".
	saidLimit = regexp.MustCompile(`(?i)\b(?:limit|max|maximum|exceeds)\b[^0-9\n]{0,30}?\b([0-9]{1,9})(?:\.[0-9]+)? ?(bytes|[kmg]i?b?)?\b`)
	// saidSize finds "message size 12345678", "size=12345678".
	saidSize = regexp.MustCompile(`(?i)\bsize[ :=(]{1,3}([0-9]{1,9}) ?(bytes|[kmg]i?b?)?\b`)
	// saidWait finds "in 300 seconds", "5 minutes".
	saidWait = regexp.MustCompile(`(?i)\b([0-9]{1,5}) ?(sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?)\b`)
)

// minBytes is the least size that a limit on messages can be: a smaller number
// is something else.
const minBytes = 100_000

// megabytes returns the number and unit that were found as "25 MB", of 10^6
// bytes, "" for what can be no size of a message. A part of a megabyte counts
// as up: 1 for a size, 0 for a limit.
func megabytes(found []string, up int64) string {
	if found == nil {
		return ""
	}
	bytes, _ := strconv.ParseInt(found[1], 10, 64) // at most 9 digits
	if unit := strings.ToLower(found[2]); unit != "" && unit != "bytes" {
		bytes *= map[byte]int64{'k': 1e3, 'm': 1e6, 'g': 1e9}[unit[0]]
	}
	if bytes < minBytes || bytes > 1e12 {
		return ""
	}
	return fmt.Sprintf("%d MB", max(1, (bytes+up*(1e6-1))/1e6))
}

// wait returns how long the reply says to wait: "300 s", "5 min", "1 h".
func (f *adviceFacts) wait() string {
	found := saidWait.FindStringSubmatch(f.reply)
	if found == nil {
		return ""
	}
	unit := map[byte]string{'s': "s", 'm': "min", 'h': "h"}[strings.ToLower(found[2])[0]]
	return found[1] + " " + unit
}
