package headers

import (
	"cmp"
	"strings"
)

// domainProperties tells, for each method, the properties that name the domain
// it was about, the best first. "from" without a type is Yahoo's of old, and "d"
// Cisco's; smtp.pra is of Cisco's check of the Purported Responsible Address
// (RFC 4407), the address of From or of what stands for it.
var domainProperties = map[string][]string{
	"spf":        mailFromProperties,
	"dkim":       {"header.d", "header.i", "header.from", "from"},
	"dmarc":      {"header.from", "from", "header.d", "d"},
	"domainkeys": {"header.d", "header.from", "header.sender", "from"},
	"sender-id":  {"header.from", "header.sender", "header.resent-from", "header.resent-sender", "smtp.pra"},
	"dkim-adsp":  {"header.from"},
	"dkim-atps":  {"header.from"},
	"vbr":        {"header.md"},
	"bimi":       {"header.d", "header.from"},
	"compauth":   {"header.from"},
}

// mailFromProperties and heloProperties name the two identities of SPF. Those without
// a type are of Received-SPF (RFC 7208, section 9.1), and smtp.mfrom is of Sendmail's
// sid-milter, smtp.mail of Google until 2014.
var (
	mailFromProperties = []string{
		"smtp.mailfrom", "smtp.mfrom", "smtp.mail", "smtp.envelope-from", "envelope-from", "mailfrom",
	}
	heloProperties = []string{"smtp.helo", "helo"}
)

// findDomain returns the domain that the check was about.
func (r *Result) findDomain() string {
	names := domainProperties[r.Method]
	if strings.EqualFold(r.first("identity"), "helo") { // RFC 7208, section 9.1
		names = heloProperties
	}
	for _, name := range names {
		if domain := domainOf(r.first(name)); domain != "" {
			return domain
		}
	}
	if r.Method == "spf" { // QUIRK: Microsoft's Received-SPF names MAIL FROM in the comment alone.
		return cmp.Or(domainInProse(r.Comment), domainOf(r.first(heloProperties...)), domainOf(r.first("smtp.pra")))
	}
	return ""
}

// domainOf returns the domain of an address, an identity (RFC 6376, i=) or a
// domain, in lower case and without the final dot. QUIRK: Microsoft writes
// "header.d=none" for no signature, Postfix filters "unknown".
func domainOf(value string) string {
	value = strings.Trim(value, "<>\" \t")
	value = value[strings.LastIndexByte(value, '@')+1:]
	value = strings.TrimSuffix(lower(value, maxDomain), ".")
	if value == "none" || value == "unknown" || strings.ContainsAny(value, " \"<>();,:") {
		return ""
	}
	return value
}

// proseBefore are the words that stand before the domain in the comment of an
// SPF result. Source: the examples of RFC 7208, section 9.1, and what
// Mail::SPF::Query, Google and Microsoft made of them.
var proseBefore = [...]string{"domain of transitioning ", "domain of ", "lookup of "}

// proseAfter are the words that stand after it where none of these stands
// before.
var proseAfter = [...]string{" does not designate", " designates"}

// domainInProse returns the domain that the comment of an SPF result speaks of,
// as in "example.net: domain of a@example.com designates 192.0.2.1 as permitted
// sender" and "domain example.com does not designate 192.0.2.1".
func domainInProse(comment string) string {
	for _, words := range proseBefore {
		if i := indexFold(comment, words); i >= 0 {
			word, _, _ := strings.Cut(comment[i+len(words):], " ")
			return domainOf(strings.TrimSuffix(word, ":"))
		}
	}
	for _, words := range proseAfter {
		if i := indexFold(comment, words); i >= 0 {
			word := comment[strings.LastIndexByte(comment[:i], ' ')+1 : i]
			if isDomain(lowerASCII(word)) {
				return domainOf(word)
			}
		}
	}
	return ""
}
