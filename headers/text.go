package headers

import (
	"bytes"
	"io"
	"mime"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// words decodes encoded-words of every charset that the WHATWG names.
var words = mime.WordDecoder{CharsetReader: charsetReader}

func charsetReader(charset string, r io.Reader) (io.Reader, error) {
	encoding, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	// A word is short: the decoder's own reader would take two buffers of 4 KiB.
	word, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	word, err = encoding.NewDecoder().Bytes(word)
	return bytes.NewReader(word), err
}

// DecodeText decodes the encoded-words (RFC 2047) of an unstructured field
// such as Subject. An encoded-word that cannot be decoded stays as it is. The
// text is bounded to 1000 bytes.
func DecodeText(s string) string {
	s = cut(unfold(s), maxText*2)
	if !strings.Contains(s, "=?") {
		return clean(s, maxText)
	}
	if decoded, err := words.DecodeHeader(s); err == nil {
		s = decoded
	}
	return clean(s, maxText)
}
