package wording

import (
	"slices"

	"example.com/ndr/headers"
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

// A sign is a condition of a format about a field, as a bit.
type sign struct {
	field  string
	format int
	bit    uint8
}

// Recognise returns the index of the format of a report: the first format in the
// table, before told, whose conditions the header meets; else told, which is the
// format that the opening tells, or AnyFormat.
func (t *FormatTable) Recognise(h *headers.Header, told int) int {
	var room [256]uint8 // more than there are formats: it stays on the stack
	end := len(t.Formats)
	if told != AnyFormat {
		end = told
	}
	met := append(room[:0], make([]uint8, len(t.Formats))...)
	for _, f := range fieldSigns {
		switch {
		case f.format >= end: // it tells none of those before
		case f.bit == 0:
			meetParts(met, h, f.field)
		case h.Has(f.field):
			met[f.format] |= f.bit
		}
	}
	for i, bits := range met[:end] {
		if bits != 0 && bits == t.Formats[i].conditions {
			return i
		}
	}
	return told
}

// meetParts notes which conditions the values of a field meet.
func meetParts(met []uint8, h *headers.Header, field string) {
	for value := range h.Values(field) {
		for _, i := range fieldParts.All(value) {
			if s := &partSigns[i]; s.field == field {
				met[s.format] |= s.bit
			}
		}
	}
}
