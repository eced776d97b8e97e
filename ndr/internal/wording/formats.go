package wording

import (
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// A Format is how one mail system writes its reports. Most need a name and
// their signs alone: the general mechanism reads what they say. Signs and
// phrases are in lower case, with single spaces and plain apostrophes, and of
// MinPhrase to MaxPhrase bytes.
//
// To teach the library a new system, add an entry here and a message to
// testdata/text. The entry needs no more than what tells the system's reports
// from others; phrases belong into it only where those of text_phrases.go do
// not find the recipient, the reply or the end of the report.
type Format struct {
	Name string
	// opening are phrases in the first lines, any of which tells the format.
	opening []string
	// header are fields, each written "Name: part of the value", or "Name:"
	// for a field that only needs to be there. They tell the format too, when
	// all of them match.
	header []string
	// List says that it is a list manager, which writes in the name of a list.
	List bool
	// failed introduce recipients.
	failed []string
	// server stands before the name of the reporting host.
	server []string
}

// A FormatTable is formats together with what finds them fast.
type FormatTable struct {
	Formats []Format
	Words   Lexicon
	// signs are the conditions about the fields of a name in lower case.
	signs map[string]*fieldSigns
}

// fieldSigns are the conditions about fields of one name.
type fieldSigns struct {
	parts *lex.PhraseSet
	// of tells by the index of a part whose sign it is, present whose the
	// field is whatever it holds.
	of, present []sign
}

// A sign is one of the conditions of a format, as a bit.
type sign struct {
	format int
	bit    uint8
}

func NewFormatTable(formats []Format) *FormatTable {
	t := &FormatTable{Formats: formats, Words: newLexicon(formats), signs: map[string]*fieldSigns{}}
	parts := map[string][]string{}
	for i := range formats {
		for bit, condition := range formats[i].header {
			name, part, _ := strings.Cut(strings.ToLower(condition), ":")
			if t.signs[name] == nil {
				t.signs[name] = new(fieldSigns)
			}
			f, s := t.signs[name], sign{i, 1 << bit}
			if part = strings.TrimSpace(part); part == "" {
				f.present = append(f.present, s)
			} else {
				f.of, parts[name] = append(f.of, s), append(parts[name], part)
			}
		}
	}
	for name, f := range t.signs {
		f.parts = lex.NewPhraseSet(parts[name]...)
	}
	return t
}

var AllFormats = NewFormatTable(Formats)

// Recognise returns the index of the format of a report, AnyFormat where none is
// known: the first of the table that the opening, which tells of the one of
// index told, or the header tells.
func (t *FormatTable) Recognise(h *headers.Header, told int) int {
	met := make([]uint8, len(t.Formats))
	var buf [64]byte
	for field := range h.Fields() {
		if name := field.Name(); len(name) < len(buf) {
			if f := t.signs[string(lex.AppendFolded(buf[:0], name))]; f != nil {
				f.meet(met, field.Value())
			}
		}
	}
	for i, bits := range met {
		if told != AnyFormat && i >= told {
			break
		}
		if n := len(t.Formats[i].header); n > 0 && bits == 1<<n-1 {
			return i
		}
	}
	return told
}

// meet notes which conditions the value of a field meets.
func (f *fieldSigns) meet(met []uint8, value string) {
	for _, s := range f.present {
		met[s.format] |= s.bit
	}
	if len(f.of) == 0 {
		return
	}
	for _, i := range f.parts.All(value) {
		met[f.of[i].format] |= f.of[i].bit
	}
}
