package headers

import (
	"slices"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"
)

// Mail returns the header as go-message has it, for its own readers
// (AddressList, Date, MsgIDList, ContentType, Text). All fields are there, in
// their order, with their folding; line ends become CRLF, and a line that is no
// field is left out. [FromMail] takes the header back.
func (h *Header) Mail() mail.Header {
	var m mail.Header
	for i := len(h.fields) - 1; i >= 0; i-- { // AddRaw puts a field on top
		f := h.fields[i]
		m.AddRaw(withCRLF(h.text[f.start:f.end]))
	}
	return m
}

// withCRLF returns the lines of a field, each with CRLF at its end.
func withCRLF(field string) []byte {
	raw := make([]byte, 0, len(field)+2)
	for line := range strings.Lines(field) {
		raw = append(append(raw, strings.TrimRight(line, "\r\n")...), "\r\n"...)
	}
	return raw
}

// FromMail returns a header of go-message/mail as this package has it; see
// [FromMessage].
func FromMail(h mail.Header) Header { return FromMessage(h.Header) }

// FromMessage returns the header of a go-message entity, or of one of its
// parts, as this package has it: the same fields in the same order, duplicates
// included. A field that go-message read stands as it came; one that a program
// set is written "Name: value" on one line, its name in canonical case. The
// limits of [ParseHeader] hold. A field with an invalid name (RFC 5322,
// section 3.6.8) is left out.
//
// What go-message itself did not keep is lost: it stops at the first line that
// is no field, and refuses a header of more than 1 MiB. [ParseHeader] reads
// more of a damaged header from its text.
func FromMessage(h message.Header) Header {
	var text strings.Builder
	for fields := h.Fields(); fields.Next(); {
		if field := oneField(fields); text.Len()+len(field) <= maxHeader {
			text.WriteString(field)
		}
	}
	return ParseHeader(text.String())
}

// oneField returns the text of the one field, "" where its name is none. QUIRK:
// go-message folds a field that a program set in the middle of a word of more than
// 998 bytes, in time quadratic in the value, and keeps lines that a program added
// although they are no part of the field: where more than the white space between
// words differs, the value itself counts.
func oneField(f message.HeaderFields) string {
	value := f.Value()
	if len(value) <= maxField {
		raw, err := f.Raw()
		one := ParseHeader(strings.TrimRight(string(raw), "\r\n") + "\r\n")
		if err == nil && one.Len() == 1 && slices.Equal(strings.Fields(one.value(0)), strings.Fields(value)) {
			return one.text
		}
	}
	one := ParseHeader(f.Key() + ": " + unfold(value) + "\r\n")
	if one.Len() == 0 {
		return ""
	}
	return one.text
}
