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
}

// maxContentType is how much of a Content-Type field is read. [stdmime] had
// parsers that took more than linear time before Go 1.26.4.
const maxContentType = 4 << 10

// parseContentType reads a Content-Type value. [stdmime.ParseMediaType] reads it
// first, with continuations and charsets of parameters (RFC 2231); what it
// refuses is read by [readDamagedType].
func parseContentType(v string) ContentType {
	v = v[:min(len(v), maxContentType)]
	ct := ContentType{Type: "text/plain"}
	if bare, rest := consumeToken(skipBlanks(v)); rest == "" {
		if strings.Contains(bare, "/") {
			ct.Type = strings.ToLower(bare)
		}
		return ct // most parts have no parameters
	}
	name, params, err := stdmime.ParseMediaType(v)
	if err != nil {
		name, params = readDamagedType(v)
	}
	if strings.Contains(name, "/") {
		ct.Type = name
	}
	ct.Boundary = strings.TrimRight(params["boundary"], " \t")
	ct.Charset = strings.ToLower(strings.TrimSpace(params["charset"]))
	ct.ReportType = strings.ToLower(params["report-type"])
	return ct
}

// readDamagedType reads a Content-Type that [stdmime.ParseMediaType] refuses:
// one with comments, with parameters that white space alone parts, that stand
// twice, that have no value, or whose value has a character that needs quotes,
// and with a quoted value that does not end. Of a parameter that stands twice
// the last counts.
func readDamagedType(v string) (name string, params map[string]string) {
	name, rest := consumeToken(skipBlanks(v))
	params = map[string]string{}
	for rest != "" {
		var key, value string
		key, value, rest = consumeParam(rest)
		params[strings.ToLower(key)] = value
	}
	return strings.ToLower(name), params
}

// consumeParam reads "; name = value" in front of s. An empty name means that
// what stood there was no parameter; rest is always shorter than s.
func consumeParam(s string) (name, value, rest string) {
	s = skipBlanks(strings.TrimLeft(s, "; \t\r\n"))
	name, rest = consumeToken(s)
	if name == "" {
		if rest == "" {
			return "", "", ""
		}
		return "", "", rest[1:]
	}
	rest = skipBlanks(rest)
	if !strings.HasPrefix(rest, "=") {
		return "", "", rest
	}
	rest = skipBlanks(rest[1:])
	if strings.HasPrefix(rest, `"`) {
		value, rest = consumeQuoted(rest[1:])
		return name, value, rest
	}
	// QUIRK: RFC 2045 wants a value with one of ()<>@,;:\"/[]?= quoted. Many
	// do not quote their boundaries.
	i := strings.IndexAny(rest, "; \t\r\n")
	if i < 0 {
		i = len(rest)
	}
	return name, rest[:i], rest[i:]
}

// consumeToken reads up to white space or one of ;="( in front of s.
func consumeToken(s string) (token, rest string) {
	if i := strings.IndexAny(s, "; \t\r\n=\"("); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// consumeQuoted reads the rest of a quoted-string (RFC 5322, section 3.2.4).
// A missing quote at the end is taken for granted.
func consumeQuoted(s string) (value, rest string) {
	i := strings.IndexAny(s, `"\`)
	if i < 0 {
		return s, ""
	}
	if s[i] == '"' {
		return s[:i], s[i+1:]
	}
	var b strings.Builder
	for i = 0; i < len(s) && s[i] != '"'; i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	if i < len(s) {
		i++
	}
	return b.String(), s[i:]
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
