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

// A span is where a field stands in the text of a header. Its key tells most names
// apart: see keyOf.
type span struct {
	start, colon, end int32
	key               uint32
}

// keyOf returns the length of the name of a field, and its first letter as if small.
func keyOf(name string) uint32 { return uint32(len(name))<<8 | uint32(name[0]|0x20) }

// The limits of a header.
const (
	maxHeader       = 64 << 20 // bytes
	maxHeaderFields = 10_000
)

// ParseHeader reads a header, whose lines end with LF or CRLF: one field a line,
// folded or not, down to the first blank line. A line that is no field, and
// what continues it, is skipped. At most 10,000 fields and 64 MiB are read.
func ParseHeader(text string) Header {
	text = cut(text, maxHeader)
	// Few headers have more fields than fit here, on the stack: they take one
	// allocation, of the room that they need.
	var few [32]span
	fields := few[:0]
	open := false // a line that begins with a blank continues the last field
	at := 0
	for at < len(text) {
		line := text[at:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		if isSpace(line[0]) && strings.TrimLeft(line, " \t\r\n") == "" {
			break
		}
		isFolded := line[0] == ' ' || line[0] == '\t'
		if !isFolded && len(fields) == maxHeaderFields {
			break
		}
		end := at + len(line)
		if !isFolded {
			colon := strings.IndexByte(line, ':')
			// White space before the colon is the obsolete syntax of RFC 5322, section 4.5.
			name := trimBlanks(line[:max(colon, 0)])
			if open = nameBytes.makes(name); open {
				fields = append(fields, span{int32(at), int32(at + colon), int32(end), keyOf(name)})
			}
		} else if open {
			fields[len(fields)-1].end = int32(end)
		}
		at = end
	}
	return Header{text[:at], append([]span(nil), fields...)}
}

// nameBytes are the bytes of the name of a field (RFC 5322, section 3.6.8).
var nameBytes = graphicBut(":")

// Len returns the number of fields.
func (h *Header) Len() int { return len(h.fields) }

// Get returns the value of the first field of that name, "" for none. Upper and
// lower case are the same. The value is unfolded: one line, without blanks
// around it, otherwise as it stands.
func (h *Header) Get(name string) string {
	if i := h.next(0, name); i >= 0 {
		return h.value(i)
	}
	return ""
}

// Has reports whether there is a field of that name.
func (h *Header) Has(name string) bool { return h.next(0, name) >= 0 }

// Values gives the values of all fields of that name, as [Header.Get] does.
func (h *Header) Values(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := h.next(0, name); i >= 0; i = h.next(i+1, name) {
			if !yield(h.value(i)) {
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

// name returns the name of field i.
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

// next returns the index of the first field of that name from i on, -1 for
// none.
func (h *Header) next(i int, name string) int {
	if name == "" {
		return -1
	}
	key := keyOf(name)
	for ; i < len(h.fields); i++ {
		if h.fields[i].key != key {
			continue
		}
		if written := h.name(i); written == name || strings.EqualFold(written, name) {
			return i
		}
	}
	return -1
}

func (h *Header) value(i int) string {
	f := h.fields[i]
	return unfold(h.text[f.colon+1 : f.end])
}

// unfold returns the value of a field on one line; see [Header.Get].
func unfold(value string) string {
	value = trimSpace(value)
	if strings.IndexByte(value, '\n') < 0 {
		return value
	}
	var b strings.Builder
	b.Grow(len(value))
	for line := range strings.Lines(value) {
		if line = trimSpace(line); line != "" && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

// trimSpace returns s without blanks and line ends around it.
func trimSpace(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}
