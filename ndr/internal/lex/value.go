package lex

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of package ndr where the caller gives none: bytes of a message, bytes
// of a header, parts, depth of parts, recipients, bytes of text.
const (
	DefaultMaxBytes      = 256 << 20
	DefaultMaxHeader     = 256 << 10
	DefaultMaxParts      = 250
	DefaultMaxDepth      = 20
	DefaultMaxRecipients = 5000
	DefaultMaxText       = 512 << 10

	// MaxValue bounds one response text and every other single value.
	MaxValue = 4 << 10
)

// CleanValue makes s fit to be handed out: one line of valid UTF-8, without
// control characters, with single blanks, and no longer than MaxValue bytes.
func CleanValue(s string) string {
	s = s[:min(len(s), MaxValue)]
	if isClean(s) {
		return s
	}
	blank := ' ' // what white space becomes: nothing behind other white space
	s = strings.Map(func(r rune) rune {
		switch {
		case ' ' < r && r <= '~':
			blank = ' '
		case r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r):
			r, blank = blank, -1
		case unicode.Is(unicode.Cf, r): // direction marks and the like, which spoof
			r = -1
		default:
			blank = ' '
		}
		return r
	}, s)
	return strings.Trim(s, " ")
}

// isClean reports whether CleanValue has nothing to do: printable ASCII with
// single blanks between words.
func isClean(s string) bool {
	for i := range len(s) {
		if c := s[i]; c-'!' > '~'-'!' && (c != ' ' || i == 0 || s[i-1] == ' ') {
			return false
		}
	}
	return s == "" || s[len(s)-1] != ' '
}

// DecodeXtext undoes the xtext (RFC 3461, section 4) that some systems leave in
// an address. "+" and two digits are decoded only where the result is one of
// the characters that xtext must encode, and valid UTF-8: user+ab@example.com
// is an address of its own.
func DecodeXtext(s string) string {
	out := unescapePlus(s, func(c byte) bool { return c == '+' || c == '=' || c >= utf8.RuneSelf })
	if !utf8.ValidString(out) {
		return s
	}
	return out
}

// DecodeEnvelopeID decodes the xtext of an Original-Envelope-Id (RFC 3464,
// section 2.2.1), which every sender encodes.
func DecodeEnvelopeID(s string) string {
	return CleanValue(unescapePlus(s, func(byte) bool { return true }))
}

// unescapePlus replaces "+" and two hexadecimal digits by the byte that they
// mean, where wanted.
func unescapePlus(s string, wanted func(byte) bool) string {
	return unescape(s, "+", func(code string) (text, rest string, ok bool) {
		c, ok := HexByte(code)
		if !ok || code[0] >= 'a' || code[1] >= 'a' || !wanted(c) { // the digits of xtext are capitals
			return "", "", false
		}
		return string([]byte{c}), code[2:], true
	})
}

// unescape replaces each mark of an escape in s, with the code behind it, by the text
// that decode makes of what begins with the code, where ok.
func unescape(s, mark string, decode func(code string) (text, rest string, ok bool)) string {
	if !strings.Contains(s, mark) {
		return s
	}
	parts := strings.Split(s, mark)
	for i, code := range parts[1:] {
		if text, rest, ok := decode(code); ok {
			parts[i+1] = text + rest
		} else {
			parts[i+1] = mark + code
		}
	}
	return strings.Join(parts, "")
}

// DecodeUnitext undoes the \x{...} of utf-8-addr-unitext (RFC 6533, section
// 3).
func DecodeUnitext(s string) string {
	return unescape(s, `\x{`, func(code string) (text, rest string, ok bool) {
		digits, rest, closed := strings.Cut(code, "}")
		if !closed || len(digits) < 2 || len(digits) > 6 {
			return "", "", false
		}
		r, err := strconv.ParseUint(digits, 16, 32)
		return string(rune(r)), rest, err == nil && utf8.ValidRune(rune(r))
	})
}

// CleanText makes a text fit to be read and handed out: valid UTF-8 without
// control characters but LF and tab, with common blanks, and without characters
// that nobody sees. Where one of those stands within an address, the address is
// another than it looks like: the replacement character takes its place.
func CleanText(s string) string {
	if isPlainText(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf && isPlain(byte(r)):
			b.WriteByte(byte(r))
		case unicode.IsControl(r) || r == 0xA0 || r == 0x3000 || r == 0x2028:
			b.WriteByte(' ')
		case !unicode.Is(unicode.Cf, r):
			b.WriteRune(r)
		case inAddress(s, i, i+utf8.RuneLen(r)):
			b.WriteRune(utf8.RuneError)
		}
	}
	return b.String()
}

// isPlainText reports whether CleanText has nothing to do: ASCII without control
// characters but LF and tab.
func isPlainText(s string) bool {
	for i := range len(s) { // all texts come this way
		if !isPlain(s[i]) {
			return false
		}
	}
	return true
}

// isPlain reports whether c is printable ASCII, LF or tab.
func isPlain(c byte) bool { return c-' ' <= '~'-' ' || c == '\n' || c == '\t' }

// inAddress reports whether s[start:end] stands within an address: between
// characters of one, with an "@" among them, or between them and an angle bracket.
func inAddress(s string, start, end int) bool {
	from, to := start, end
	for from > 0 && start-from < MaxLocalPart && (IsLocalByte(s[from-1]) || s[from-1] == '@') {
		from--
	}
	for to < len(s) && to-end < MaxDomain && (IsLocalByte(s[to]) || s[to] == '@') {
		to++
	}
	begins, ends := start > 0 && s[start-1] == '<', end < len(s) && s[end] == '>'
	return (from < start || begins) && (to > end || ends) && (strings.IndexByte(s[from:start], '@') >= 0 || strings.IndexByte(s[end:to], '@') >= 0)
}
