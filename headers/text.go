package headers

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
)

// words decodes encoded-words of every charset that the WHATWG or IANA names.
var words = mime.WordDecoder{CharsetReader: charsetReader}

func charsetReader(charset string, r io.Reader) (io.Reader, error) {
	enc := lookupCharset(charset)
	if enc == nil {
		return nil, fmt.Errorf("headers: unknown charset %.40q", charset)
	}
	// A word is short: the decoder's own reader would take two buffers of 4 KiB.
	word, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	word, err = enc.NewDecoder().Bytes(word)
	return bytes.NewReader(word), err
}

// lookupCharset returns the encoding of that name, nil where there is none. A
// language after "*" (RFC 2231, section 5) does not matter. QUIRK: some write an
// underscore for the hyphen ("us_ascii"), "x-" before the name ("x-gb2312"), or
// a hyphen too many ("cp-850"). The WHATWG replaces the text of some charsets
// that IANA's index can decode.
func lookupCharset(name string) encoding.Encoding {
	name, _, _ = strings.Cut(name, "*")
	for _, n := range [...]string{
		name, strings.ReplaceAll(name, "_", "-"), strings.TrimPrefix(name, "x-"), strings.ReplaceAll(name, "-", ""),
	} {
		if enc, err := htmlindex.Get(n); err == nil && enc != encoding.Replacement {
			return enc
		}
		if enc, err := ianaindex.MIME.Encoding(n); err == nil && enc != nil {
			return enc
		}
	}
	return nil
}

// DecodeText decodes the encoded-words (RFC 2047) of an unstructured field
// such as Subject to UTF-8. An encoded-word that cannot be decoded stays as it
// is. Line ends of folding are removed, other control characters become blanks,
// and bytes outside of encoded-words that are no UTF-8 become U+FFFD. At most
// 4000 bytes are read and 1000 returned.
func DecodeText(s string) string {
	return clean(decodeWords(cut(unfold(s), 4*maxText)), maxText)
}

// decodeWords decodes the encoded-words of s by mime, which gives up all of
// them at one of an unknown charset: what stands around that is decoded alone.
func decodeWords(s string) string {
	if decoded, err := words.DecodeHeader(s); err == nil {
		return decoded
	}
	var out, known []string
	flush := func() {
		if len(known) > 0 {
			decoded, _ := words.DecodeHeader(strings.Join(known, " ")) // each by itself was decoded
			out, known = append(out, decoded), known[:0]
		}
	}
	for word := range strings.SplitSeq(s, " ") {
		decoded, err := words.DecodeHeader(word)
		if err == nil && (decoded != word || !strings.Contains(word, "=?")) {
			known = append(known, word)
			continue
		}
		flush()
		out = append(out, word)
	}
	flush()
	return strings.Join(out, " ")
}
