package event

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// A cleaner makes strings fit to be handed on, and notes whether it had to cut
// one.
type cleaner struct{ truncated *bool }

// cut returns at most n bytes of s, and does not split a character.
func (c *cleaner) cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	*c.truncated = true
	for i := 0; i < utf8.UTFMax-1 && n > 0 && !utf8.RuneStart(s[n]); i++ {
		n--
	}
	return s[:n]
}

// line puts s on one line of at most n bytes: a control character becomes a
// blank, those that format or direct text disappear.
func (c *cleaner) line(s string, n int) string {
	return strings.Join(strings.FieldsFunc(visible(c.cut(s, n)), isBlank), " ")
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// visible leaves out what format characters there are, such as those that turn
// the direction of text, and bytes that are no UTF-8.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// metadata cleans keys and values; of too many the first by name stay.
func (c *cleaner) metadata(values map[string]string) map[string]string {
	if len(values) == 0 {
		return nil
	}
	cleaned := make(map[string]string, min(len(values), maxList))
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if len(cleaned) == maxList {
			*c.truncated = true
			break
		}
		cleaned[c.line(key, maxValue)] = c.line(values[key], maxValue)
	}
	return cleaned
}

// tags cleans tags, and leaves out empty ones.
func (c *cleaner) tags(tags []string) (cleaned []string) {
	for _, tag := range tags {
		if len(cleaned) == maxList {
			*c.truncated = true
			break
		}
		if tag = c.line(tag, maxValue); tag != "" {
			cleaned = append(cleaned, tag)
		}
	}
	return cleaned
}

// response returns what the receiving server said. Codes that stand beside the
// text count where it has none, and are then put in front of it.
func (r *record) response(c *cleaner) (resp codes.Response, said string) {
	text := visible(c.cut(r.text, maxText))
	resp = codes.ParseResponse(text)
	complete := true
	if n, err := strconv.ParseUint(r.reply, 10, 16); err == nil && resp.Reply == 0 && codes.Reply(n).IsValid() {
		resp.Reply, complete = codes.Reply(n), false
	}
	if st := codes.FindStatus(c.cut(r.status, maxValue)); st.IsValid() && !resp.Status.IsValid() {
		resp.Status, complete = st, false
	}
	if complete {
		return resp, c.line(withoutType(text), maxText)
	}
	return resp, c.line(resp.String(), maxText)
}

// withoutType returns text without the diagnostic type (RFC 3464, section
// 2.3.6) that it begins with: "smtp;", "X-Postfix;".
func withoutType(text string) string {
	typ, rest, ok := strings.Cut(text, ";")
	typ = strings.ToLower(strings.TrimSpace(typ))
	if ok && (typ == "smtp" || strings.HasPrefix(typ, "x-") && !strings.ContainsAny(typ, " \t\r\n")) {
		return rest
	}
	return text
}

// messageID returns the identifier in a Message-ID field, which some providers
// give without angle brackets.
func messageID(value string) string {
	if ids := headers.MessageIDs(value); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// host returns the name in "mx.example.com [192.0.2.1]" and the like, lower
// case.
func host(s string) string {
	name, _, _ := strings.Cut(s, " ")
	return strings.ToLower(strings.TrimRight(strings.Trim(name, "[]<>()"), "."))
}

// parseAddress returns the address that a provider names, lower case. It is
// sound where it is one mailbox of the Internet ([headers.ValidMailbox]) and nothing had to be
// taken away but a display name and angle brackets: no control, format or
// otherwise invisible character, no invalid UTF-8, no second address, no source
// route and no wildcard.
func parseAddress(s string) (address string, sound bool) {
	s = lex.LowerASCII(strings.TrimSpace(s)) // another letter in lower case may be another address
	repaired := strings.ContainsFunc(s, isInvisible)
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = s[:i] // what follows is meant for a header or a log
	}
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, s))
	inner := s
	if i := strings.LastIndexByte(s, '<'); i >= 0 && strings.HasSuffix(s, ">") {
		inner = s[i+1 : len(s)-1]
	}
	a, ok := headers.ParseAddress(s)
	return inner, ok && !repaired && a.Spec() == inner && headers.ValidMailbox(inner) && strings.ContainsAny(a.Domain, ".[")
}

// isInvisible reports whether r shows nothing, or stands for what was no UTF-8.
func isInvisible(r rune) bool { return r == utf8.RuneError || !unicode.IsPrint(r) }
