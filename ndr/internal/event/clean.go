package event

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// cut returns at most n bytes of s, does not split a character, and notes whether it had
// to cut s.
func (e *Event) cut(s string, n int) string {
	e.Truncated = e.Truncated || len(s) > n
	return lex.CutText(s, n)
}

// line puts s on one line of at most n bytes, as [lex.CleanValue] does.
func (e *Event) line(s string, n int) string { return lex.CleanValue(e.cut(s, n)) }

// metadata cleans keys and values; of too many the first by name stay.
func (e *Event) metadata(values map[string]string) map[string]string {
	if len(values) == 0 {
		return nil
	}
	cleaned := make(map[string]string, min(len(values), maxList))
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if len(cleaned) == maxList {
			e.Truncated = true
			break
		}
		cleaned[e.line(key, maxValue)] = e.line(values[key], maxValue)
	}
	return cleaned
}

// tags cleans tags, and leaves out empty ones.
func (e *Event) tags(tags []string) (cleaned []string) {
	for _, tag := range tags {
		if len(cleaned) == maxList {
			e.Truncated = true
			break
		}
		if tag = e.line(tag, maxValue); tag != "" {
			cleaned = append(cleaned, tag)
		}
	}
	return cleaned
}

// response returns what the receiving server said. Codes that stand beside the
// text count where it has none, and are then put in front of it.
func (r *record) response() (resp codes.Response, said string) {
	text := lex.CleanText(r.cut(r.text, maxText))
	resp = codes.ParseResponse(text)
	complete := true
	if n, err := strconv.ParseUint(r.reply, 10, 16); err == nil && resp.Reply == 0 && codes.Reply(n).IsValid() {
		resp.Reply, complete = codes.Reply(n), false
	}
	if st := codes.FindStatus(r.cut(r.status, maxValue)); st.IsValid() && !resp.Status.IsValid() {
		resp.Status, complete = st, false
	}
	if complete {
		return resp, r.line(withoutType(text), maxText)
	}
	return resp, r.line(resp.String(), maxText)
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

// parseAddress returns the address that a provider names, lower case and on one
// line. It is sound where it is one mailbox of the Internet
// ([headers.ValidMailbox]), and the only one that s names, with nothing around it
// but a display name and angle brackets.
func parseAddress(s string) (address string, sound bool) {
	s = lex.LowerASCII(strings.TrimSpace(s)) // another letter in lower case may be another address
	line := s
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		line = s[:i] // what follows is meant for a header or a log
	}
	address = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r != ' ' && lex.IsInvisible(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, line))
	if i := strings.LastIndexByte(address, '<'); i >= 0 && strings.HasSuffix(address, ">") {
		address = address[i+1 : len(address)-1]
	}
	a, _ := headers.ParseAddress(s)
	return address, a.Spec() == address && headers.ValidMailbox(address) && strings.ContainsAny(a.Domain, ".[")
}
