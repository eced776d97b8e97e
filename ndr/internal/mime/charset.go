package mime

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"example.com/ndr/headers"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// decodeCharset turns text in charset into UTF-8 and reports whether the
// charset was known and the text true to it. A text that is not is guessed:
// UTF-8 where it is that, UTF-16 where it has its zero bytes, ISO-2022-JP where
// its escapes stand in it, else Windows-1252, which gives every byte a meaning.
// The result is always valid UTF-8.
func decodeCharset(charset, text string) (decoded string, ok bool) {
	switch charset {
	case "", "us-ascii", "ascii", "utf-8", "utf8":
		if isPlainUTF8(text) {
			return text, true
		}
		return guessCharset(text), utf8.ValidString(text) && !looksLikeUTF16(text)
	case "utf-7", "unicode-1-1-utf-7":
		return decodeUTF7(text), true
	}
	enc := lookupCharset(charset)
	table, isTable := enc.(*charmap.Charmap)
	switch {
	case enc == nil:
		return guessCharset(text), false
	case strings.HasPrefix(charset, "utf-16"):
		// A charset that lies must hide nothing: text of UTF-16 has zero bytes.
		if utf8.ValidString(text) && strings.IndexByte(text, 0) < 0 {
			return text, text == ""
		}
		return decodeUTF16(text), true
	case isTable && !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }):
		// All but EBCDIC begin with ASCII, and EBCDIC has no letter there.
		return text, text == "" || table.DecodeByte('A') == 'A'
	}
	return strings.ReplaceAll(decodeWith(enc, text), nextLine, "\n"), true
}

// nextLine ends a line in EBCDIC.
const nextLine = "\u0085"

// lookupCharset returns the encoding of that name, nil where there is none.
//
// QUIRK: some write an underscore for the hyphen (us_ascii), a hyphen too many
// (cp-850), or a prefix (x-sjis), which the indexes do not know. The WHATWG has
// text in some charsets replaced, for which IANA's index has the decoder.
func lookupCharset(name string) encoding.Encoding {
	hyphened := strings.ReplaceAll(name, "_", "-")
	bare := strings.TrimPrefix(hyphened, "x-")
	for _, n := range []string{name, hyphened, bare, strings.Replace(bare, "-", "", 1)} {
		if enc, err := htmlindex.Get(n); err == nil && enc != encoding.Replacement {
			return enc
		}
		if enc, _ := ianaindex.MIME.Encoding(n); enc != nil {
			return enc
		}
	}
	return nil
}

// decodeUTF16 decodes UTF-16 (RFC 2781) by its byte order mark or, where it has
// none, by which byte of most characters is zero.
//
// QUIRK: without a mark the RFC has the greater byte first. Windows writes the
// smaller one first, and calls it UTF-16 too.
func decodeUTF16(text string) string {
	order := unicode.BigEndian
	if even, odd := zeroBytes(text); odd > even {
		order = unicode.LittleEndian
	}
	return decodeWith(unicode.UTF16(order, unicode.UseBOM), text)
}

// looksLikeUTF16 reports whether text that is called something else is UTF-16:
// of its characters most have one zero byte, and always the same.
func looksLikeUTF16(text string) bool {
	even, odd := zeroBytes(text)
	n := min(len(text), maxUTF16Lead) / 2
	return max(even, odd) > max(1, n/2) && min(even, odd) == 0
}

// maxUTF16Lead is how much of a text is looked at for the zero bytes of UTF-16.
const maxUTF16Lead = 256

// zeroBytes counts the zero bytes at the even and the odd places of the
// beginning of text.
func zeroBytes(text string) (even, odd int) {
	var n [2]int
	for i := range min(len(text), maxUTF16Lead) {
		if text[i] == 0 {
			n[i%2]++
		}
	}
	return n[0], n[1]
}

func decodeWith(enc encoding.Encoding, text string) string {
	out, err := enc.NewDecoder().String(text)
	if err != nil {
		out = text
	}
	return strings.ToValidUTF8(out, "\uFFFD")
}

func guessCharset(text string) string {
	switch {
	case isPlainUTF8(text):
		return text
	case looksLikeUTF16(text):
		return decodeUTF16(text)
	case strings.Contains(text, "\x1b$"):
		return decodeWith(japanese.ISO2022JP, text)
	case utf8.ValidString(text):
		return text
	}
	return decodeWith(charmap.Windows1252, text)
}

// isPlainUTF8 reports whether text, as most, has nothing that other encodings are
// guessed by.
func isPlainUTF8(text string) bool {
	return utf8.ValidString(text) && strings.IndexByte(text, 0) < 0 && strings.IndexByte(text, '\x1b') < 0
}

// decodeUTF7 decodes UTF-7 (RFC 2152), which golang.org/x/text does not have.
// What is not well encoded stands for itself.
func decodeUTF7(text string) string {
	var b strings.Builder
	for {
		plain, rest, ok := strings.Cut(text, "+")
		b.WriteString(plain)
		if !ok {
			return strings.ToValidUTF8(b.String(), "\uFFFD")
		}
		run := rest[:len(rest)-len(strings.TrimLeft(rest, base64Alphabet))]
		text = strings.TrimPrefix(rest[len(run):], "-")
		if run == "" {
			b.WriteByte('+')
			continue
		}
		units, _ := base64.RawStdEncoding.DecodeString(run)
		b.WriteString(decodeWith(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), string(units[:len(units)&^1])))
	}
}

// maxHeaderText is the longest field value that DecodeHeader looks into.
const maxHeaderText = 16 << 10

// DecodeHeader decodes the encoded-words of a field value, as [headers.DecodeText]
// does. The result is valid UTF-8.
//
// QUIRK: RFC 5322 wants a header in ASCII, RFC 6532 in UTF-8. Old mail software
// writes the bytes of its own charset, which are guessed.
func DecodeHeader(v string) string {
	return headers.DecodeText(guessCharset(v[:min(len(v), maxHeaderText)]))
}
