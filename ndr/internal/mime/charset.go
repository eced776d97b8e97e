package mime

import (
	"encoding/base64"
	"io"
	stdmime "mime"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
)

// decodeCharset turns text in charset into UTF-8 and reports whether the
// charset was known and the text true to it. A text that is not is guessed:
// UTF-8 where it is that, ISO-2022-JP where its escapes stand in it, else
// Windows-1252, which gives every byte a meaning. The result is always valid
// UTF-8.
func decodeCharset(charset, text string) (decoded string, ok bool) {
	switch charset {
	case "", "us-ascii", "ascii", "utf-8", "utf8":
		return guessCharset(text), utf8.ValidString(text)
	case "utf-7", "unicode-1-1-utf-7":
		return decodeUTF7(text), true
	}
	enc := lookupCharset(charset)
	if enc == nil {
		return guessCharset(text), false
	}
	if table, ok := enc.(*charmap.Charmap); ok && table.DecodeByte('A') == 'A' && isASCII(text) {
		return text, true // all but EBCDIC begin with ASCII
	}
	return decodeWith(enc, text), true
}

// lookupCharset returns the encoding of that name, nil where there is none.
//
// QUIRK: some write an underscore for the hyphen (us_ascii), or a prefix as
// in "x-sjis" and "cp-850", which the indexes do not know.
func lookupCharset(name string) encoding.Encoding {
	for _, n := range []string{name, strings.ReplaceAll(name, "_", "-"), strings.TrimPrefix(name, "x-")} {
		if enc, err := htmlindex.Get(n); err == nil {
			return enc
		}
		if enc, err := ianaindex.MIME.Encoding(n); err == nil && enc != nil {
			return enc
		}
	}
	return nil
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
	case strings.Contains(text, "\x1b$"):
		return decodeWith(japanese.ISO2022JP, text)
	case utf8.ValidString(text):
		return text
	}
	return decodeWith(charmap.Windows1252, text)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decodeUTF7 decodes UTF-7 (RFC 2152), which golang.org/x/text does not have.
// What is not well encoded stands for itself.
func decodeUTF7(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		i := strings.IndexByte(text, '+')
		if i < 0 {
			i = len(text)
		}
		b.WriteString(text[:i])
		if text = text[i:]; len(text) == 0 {
			break
		}
		end := 1
		for end < len(text) && base64Values[text[end]] >= 0 {
			end++
		}
		run := text[1:end]
		text = text[end:]
		hyphen := len(text) > 0 && text[0] == '-'
		if hyphen {
			text = text[1:]
		}
		if len(run) == 0 {
			b.WriteByte('+')
			continue
		}
		units := make([]byte, base64.RawStdEncoding.DecodedLen(len(run)))
		n, _ := base64.RawStdEncoding.Decode(units, []byte(run))
		var u []uint16
		for j := 0; j+1 < n; j += 2 {
			u = append(u, uint16(units[j])<<8|uint16(units[j+1]))
		}
		b.WriteString(string(utf16.Decode(u)))
	}
	return strings.ToValidUTF8(b.String(), "\uFFFD")
}

// maxHeaderText is the longest field value that DecodeHeader looks into.
const maxHeaderText = 16 << 10

var wordDecoder = stdmime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxHeaderText))
	if err != nil {
		return nil, err
	}
	s, _ := decodeCharset(strings.ToLower(charset), string(b))
	return strings.NewReader(s), nil
}}

// DecodeHeader decodes the encoded-words (RFC 2047) of a field value to UTF-8.
// Words that cannot be decoded stay as they are; of a value longer than 16 KiB
// the rest is cut off. The result is valid UTF-8.
func DecodeHeader(v string) string {
	if n := maxHeaderText; len(v) > n {
		for n > 0 && !utf8.RuneStart(v[n]) {
			n--
		}
		v = v[:n]
	}
	if !strings.Contains(v, "=?") {
		return guessCharset(v)
	}
	s, err := wordDecoder.DecodeHeader(v)
	if err != nil {
		s = v
	}
	if utf8.ValidString(s) {
		return s
	}
	return guessCharset(s)
}
