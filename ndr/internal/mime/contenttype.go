package mime

import (
	stdmime "mime"
	"strings"
)

// ContentType is what a Content-Type field says (RFC 2045, section 5), as far
// as it matters for reports. All but Boundary are lower case.
type ContentType struct {
	// Type is type and subtype, "text/plain" where the field is missing or
	// makes no sense. A part of a report that is a delivery-status part under
	// another type has "message/delivery-status".
	Type string
	// Boundary is the parameter of a multipart (RFC 2046, section 5.1.1).
	Boundary string
	// Charset is the parameter of a text.
	Charset string
	// ReportType is the report-type of a multipart/report (RFC 6522).
	ReportType string
	// IsWrapped says that the part is the message that a filter put into one of its
	// own. QUIRK: SpamAssassin (report_safe) marks it with x-spam-type=original.
	IsWrapped bool
}

// maxContentType is how much of a Content-Type field is read. [stdmime] had
// parsers that took more than linear time before Go 1.26.4.
const maxContentType = 4 << 10

// parseContentType reads a Content-Type value. What RFC 2231 adds (continuations,
// charsets), which an asterisk marks, is [stdmime.ParseMediaType]'s to read. In all
// other values [ContentType.read] finds what ParseMediaType does, and more where that
// refuses the value, and it makes neither a map nor an error. It takes every escape for
// one (RFC 5322, section 3.2.1); ParseMediaType keeps a backslash before a letter.
func parseContentType(v string) ContentType {
	v = v[:min(len(v), maxContentType)]
	ct := ContentType{Type: "text/plain"}
	ct.read(v)
	if strings.IndexByte(v, '*') >= 0 {
		_, params, _ := stdmime.ParseMediaType(v)
		for key, value := range params {
			ct.set(key, value)
		}
	}
	return ct
}

// set takes a parameter.
func (ct *ContentType) set(name, value string) {
	switch {
	case strings.EqualFold(name, "boundary"):
		ct.Boundary = strings.TrimRight(value, " \t")
	case strings.EqualFold(name, "charset"):
		ct.Charset = strings.ToLower(strings.TrimSpace(value))
	case strings.EqualFold(name, "report-type"):
		ct.ReportType = strings.ToLower(value)
	case strings.EqualFold(name, "x-spam-type"):
		ct.IsWrapped = strings.EqualFold(value, "original")
	}
}

// read reads a Content-Type, also one that [stdmime.ParseMediaType] refuses:
// with comments, with parameters that white space alone parts, that stand
// twice, that have no value, or whose value has a character that needs quotes,
// and with a quoted value that does not end. Of a parameter that stands twice
// the last counts.
func (ct *ContentType) read(v string) {
	name, rest := consumeToken(skipBlanks(v))
	if strings.Contains(name, "/") {
		ct.Type = strings.ToLower(name)
	}
	for rest != "" {
		var key, value string
		key, value, rest = consumeParam(rest)
		ct.set(key, value)
	}
}

// consumeParam reads "; name = value" in front of s. An empty name means that
// what stood there was no parameter; rest is always shorter than s.
func consumeParam(s string) (name, value, rest string) {
	for s != "" && endsValue[s[0]] {
		s = s[1:]
	}
	name, rest = consumeToken(skipBlanks(s))
	if name == "" {
		return "", "", rest[min(1, len(rest)):]
	}
	rest, ok := strings.CutPrefix(skipBlanks(rest), "=")
	if !ok {
		return "", "", rest
	}
	rest = skipBlanks(rest)
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		value, rest = consumeQuoted(quoted)
		return name, value, rest
	}
	// QUIRK: RFC 2045 wants a value with one of ()<>@,;:\"/[]?= quoted. Many
	// do not quote their boundaries.
	value, rest = cutAny(rest, &endsValue)
	return name, value, rest
}

// consumeToken reads up to white space or one of ;="( in front of s.
func consumeToken(s string) (token, rest string) { return cutAny(s, &endsToken) }

// endsValue and endsToken tell the bytes that end a value without quotes, and a
// token.
var (
	endsValue = [256]bool{';': true, ' ': true, '\t': true, '\r': true, '\n': true}
	endsToken = [256]bool{';': true, ' ': true, '\t': true, '\r': true, '\n': true, '=': true, '"': true, '(': true}
)

// cutAny cuts s before the first byte that ends it.
func cutAny(s string, ends *[256]bool) (before, rest string) {
	i := 0
	for i < len(s) && !ends[s[i]] {
		i++
	}
	return s[:i], s[i:]
}

// consumeQuoted reads the rest of a quoted-string (RFC 5322, section 3.2.4).
// A missing quote at the end is taken for granted.
func consumeQuoted(s string) (value, rest string) {
	var before []byte // what stood before s, without its backslashes
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			return string(before) + s[:i], s[i+1:]
		case '\\': // the next byte stands for itself
			before = append(before, s[:i]...)
			s, i = s[i+1:], 0
		}
	}
	return string(before) + s, ""
}

// skipBlanks passes over white space and comments (RFC 5322, section 3.2.2).
func skipBlanks(s string) string {
	for depth := 0; s != ""; s = s[1:] {
		switch c := s[0]; {
		case c == '\\' && depth > 0 && len(s) > 1:
			s = s[1:]
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth == 0 && c != ' ' && c != '\t' && c != '\r' && c != '\n':
			return s
		}
	}
	return ""
}
