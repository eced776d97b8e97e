package headers

import (
	"iter"
	"strings"
)

// A Header is the header of a message (RFC 5322, section 2.2): its fields in
// their order, found by name. The zero value has none.
//
// It keeps the text that it was made of and where the fields stand in it, and
// makes a value only when it is asked for: most fields of a report never are.
type Header struct {
	text   string
	fields []span
}

// A span is where a field stands in the text of a header.
type span struct{ start, colon, end int32 }

// The limits of a header.
const (
	maxHeader       = 64 << 20 // bytes
	maxHeaderFields = 10_000
)

// ParseHeader reads a header, whose lines end with LF or CRLF: one field a line,
// folded or not, down to the first blank line. A line that is no field, and
// what continues it, is passed over. At most 10,000 fields and 64 MiB are read.
func ParseHeader(text string) Header {
	text = cut(text, maxHeader)
	h := Header{text: text, fields: make([]span, 0, min(strings.Count(text, "\n")+1, maxHeaderFields))}
	open := false // a line that begins with a blank continues the last field
	for at, end := 0, 0; at < len(text); at = end {
		line, _, _ := strings.Cut(text[at:], "\n")
		end = min(at+len(line)+1, len(text))
		switch {
		case line == "" || line[0] <= ' ' && strings.Trim(line, " \t\r") == "":
			h.text = text[:at]
			return h
		case line[0] == ' ' || line[0] == '\t':
			if open {
				h.fields[len(h.fields)-1].end = int32(end)
			}
		case len(h.fields) == maxHeaderFields:
			h.text = text[:at]
			return h
		default:
			colon := strings.IndexByte(line, ':')
			if open = colon > 0 && isFieldName(trimBlanks(line[:colon])); open {
				h.fields = append(h.fields, span{int32(at), int32(at + colon), int32(end)})
			}
		}
	}
	return h
}

// isFieldName reports whether s can be the name of a field (RFC 5322, section
// 3.6.8).
func isFieldName(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return s != ""
}

// Len returns the number of fields.
func (h *Header) Len() int { return len(h.fields) }

// Get returns the value of the first field of that name, "" for none. Upper and
// lower case are the same. The value is unfolded: one line, without blanks
// around it, otherwise as it stands.
func (h *Header) Get(name string) string {
	for i := range h.fields {
		if h.isNamed(i, name) {
			return h.value(i)
		}
	}
	return ""
}

// Has reports whether there is a field of that name.
func (h *Header) Has(name string) bool {
	for i := range h.fields {
		if h.isNamed(i, name) {
			return true
		}
	}
	return false
}

// Values gives the values of all fields of that name, as [Header.Get] does.
func (h *Header) Values(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range h.fields {
			if h.isNamed(i, name) && !yield(h.value(i)) {
				return
			}
		}
	}
}

// Fields gives the fields in their order.
func (h *Header) Fields() iter.Seq[Field] {
	return func(yield func(Field) bool) {
		for i := range h.fields {
			if !yield(Field{h, i}) {
				return
			}
		}
	}
}

// A Field is one field of a header.
type Field struct {
	header *Header
	index  int
}

// Name returns the name as it is written.
func (f Field) Name() string { return f.header.name(f.index) }

// Value returns the value as of [Header.Get].
func (f Field) Value() string { return f.header.value(f.index) }

// String returns the header as it was read.
func (h *Header) String() string { return h.text }

// name returns the name of field i. White space before the colon is the
// obsolete syntax of RFC 5322, section 4.5.
func (h *Header) name(i int) string {
	f := h.fields[i]
	return trimBlanks(h.text[f.start:f.colon])
}

// trimBlanks returns s without the blanks at its end.
func trimBlanks(s string) string {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t') {
		s = s[:len(s)-1]
	}
	return s
}

func (h *Header) isNamed(i int, name string) bool {
	f := h.fields[i]
	if name == "" || int(f.colon-f.start) < len(name) || h.text[f.start]|0x20 != name[0]|0x20 {
		return false
	}
	return strings.EqualFold(h.name(i), name)
}

func (h *Header) value(i int) string {
	f := h.fields[i]
	value := h.text[f.colon+1 : f.end]
	for value != "" && isSpace(value[0]) {
		value = value[1:]
	}
	for value != "" && isSpace(value[len(value)-1]) {
		value = value[:len(value)-1]
	}
	if strings.IndexByte(value, '\n') < 0 {
		return value
	}
	var b strings.Builder
	b.Grow(len(value))
	for line := range strings.SplitSeq(value, "\n") {
		if line = strings.Trim(line, " \t\r"); line != "" && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}
