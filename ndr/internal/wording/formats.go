package wording

import (
	"bytes"
	"slices"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// A Format is one mail system, or one of the ways in which its reports are told
// from others. Most need no more: the general mechanism reads what they say.
type Format struct {
	Name string
	// List says that it is a list manager, which writes in the name of a list.
	List bool
	// FromHost says that the address which it writes from is at its host.
	FromHost bool
	// conditions has a bit for each condition about the header: the header
	// tells the format when it meets all of them.
	conditions uint8
}

// A FormatTable is formats together with what finds them fast.
type FormatTable struct {
	Formats []Format
	Words   Lexicon
}

// AllFormats is the table of data/formats.txt.
var AllFormats = &FormatTable{Formats, lexicon}

// Without returns the table without what it knows of the formats of a name.
func (t *FormatTable) Without(name string) *FormatTable {
	without := &FormatTable{slices.Clone(t.Formats), Lexicon{t.Words.PhraseSet, slices.Clone(t.Words.Entries)}}
	for i := range without.Formats {
		if t.Formats[i].Name == name {
			without.Formats[i].conditions = 0
		}
	}
	for i := range without.Words.Entries {
		if e := &without.Words.Entries[i]; e.Format != AnyFormat && t.Formats[e.Format].Name == name {
			e.Sense = 0
		}
	}
	return without
}

// fieldSigns are the conditions about fields of one name, the first formats first.
type fieldSigns struct {
	name  string
	signs []sign
}

// A sign is one of the conditions of a format, as a bit: a part of the value of a
// field, folded, "" where the field only needs to be there.
type sign struct {
	part   []byte
	format int
	bit    uint8
}

// Recognise returns the index of the format of a report, AnyFormat where none is
// known: the first of the table that the opening, which tells of the one of
// index told, or the header tells.
func (t *FormatTable) Recognise(h *headers.Header, told int) int {
	var room [256]uint8 // more than there are formats: it stays on the stack
	end := len(t.Formats)
	if told != AnyFormat {
		end = told
	}
	met := append(room[:0], make([]uint8, len(t.Formats))...)
	for i := range signsOfFields {
		if f := &signsOfFields[i]; f.signs[0].format < end {
			f.meet(met, h)
		}
	}
	for i, bits := range met[:end] {
		if conditions := t.Formats[i].conditions; conditions != 0 && bits == conditions {
			return i
		}
	}
	return told
}

// meet notes which conditions the fields of a header meet.
func (f *fieldSigns) meet(met []uint8, h *headers.Header) {
	var room [512]byte // most values fit: they stay on the stack
	for value := range h.Values(f.name) {
		folded := lex.AppendFolded(room[:0], value)
		for _, s := range f.signs {
			if bytes.Contains(folded, s.part) {
				met[s.format] |= s.bit
			}
		}
	}
}
