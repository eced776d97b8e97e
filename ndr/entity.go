package ndr

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"

	"example.com/ndr/ndr/internal/lex"
	"github.com/emersion/go-message"
	"github.com/emersion/go-message/textproto"
)

// ParseEntity is [Parse] for a message that a program took apart with go-message
// already: an IMAP client, or an SMTP server that looked at the header. It reads
// e.Body to its end, and nothing of it may have been read before; opts may be
// nil.
//
// The answer is that of Parse on the bytes of the message, as far as the entity
// still holds them. go-message decodes the body of a message that is no
// multipart, so damage to its transfer encoding is no longer seen; and it refuses
// to open a message whose header has a line that is no field, or more than 1 MiB,
// which Parse reads. Lines that end in bare CR are read as go-message read them.
func ParseEntity(e *message.Entity, opts *Options) (*Report, error) {
	var header bytes.Buffer
	if err := textproto.WriteHeader(&header, undecoded(e.Header).Header); err != nil {
		return nil, fmt.Errorf("ndr: header of entity: %w", err)
	}
	body := decodedBody{r: e.Body}
	report, err := Parse(io.MultiReader(&header, &body), opts)
	if body.damaged != nil && report != nil {
		report.Defects = append(report.Defects, Defect{Kind: DefectTransferEncoding, Detail: lex.CleanValue(body.damaged.Error())})
	}
	return report, err
}

// A decodedBody is a body that go-message decodes. Where its transfer encoding is
// damaged it ends, as a body that was cut off does.
type decodedBody struct {
	r       io.Reader
	damaged error
}

// Read implements [io.Reader].
func (b *decodedBody) Read(p []byte) (int, error) {
	if b.damaged != nil {
		return 0, io.EOF
	}
	n, err := b.r.Read(p)
	var corrupt base64.CorruptInputError
	// The errors of mime/quotedprintable have no type.
	if errors.As(err, &corrupt) || err != nil && strings.HasPrefix(err.Error(), "quotedprintable: ") {
		b.damaged, err = err, nil
	}
	return n, err
}

// undecoded returns h with the fields that say how the body is encoded as
// [message.New] left the body.
func undecoded(h message.Header) message.Header {
	typ, params, err := h.ContentType()
	if err != nil || strings.HasPrefix(typ, "multipart/") {
		return h
	}
	h = h.Copy()
	h.Del("Content-Transfer-Encoding")
	if charset := params["charset"]; strings.HasPrefix(typ, "text/") && isConverted(charset) {
		params["charset"] = "utf-8"
		if value := mime.FormatMediaType(typ, params); value != "" {
			h.Set("Content-Type", value)
		}
	}
	return h
}

// isConverted reports whether go-message turns text of that charset into UTF-8:
// what it knows depends on the program, which sets [message.CharsetReader].
func isConverted(charset string) bool {
	if charset == "" || message.CharsetReader == nil {
		return false
	}
	_, err := message.CharsetReader(strings.ToLower(charset), strings.NewReader(""))
	return err == nil
}
