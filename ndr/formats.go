package ndr

import (
	"slices"
	"strings"

	"example.com/ndr/headers"
)

// A format is how one mail system writes its reports. Most need a name and
// their signs alone: the general mechanism reads what they say. Signs and
// phrases are in lower case, with single spaces and plain apostrophes.
//
// To teach the library a new system, add an entry here and a message to
// testdata/text. The entry needs no more than what tells the system's reports
// from others; phrases belong into it only where those of text_phrases.go do
// not find the recipient, the reply or the end of the report.
type format struct {
	name string
	// opening are phrases in the first lines, any of which tells the format.
	opening []string
	// header are fields, each written "Name: part of the value", or "Name:"
	// for a field that only needs to be there. They tell the format too, when
	// all of them match.
	header []string
	// list says that it is a list manager, which writes in the name of a list.
	list bool
	// failed and delayed introduce recipients.
	failed, delayed []string
	// ends announce the returned message.
	ends []string
	// server stands before the name of the reporting host.
	server []string
}

// openingLines is how many lines that are not blank are looked at for signs.
const openingLines = 40

// A formatTable is formats together with what finds them fast.
type formatTable struct {
	formats []format
	// openings are those of all formats, and owner by their index the index
	// of the format.
	openings *phraseSet
	owner    []int
}

func newFormatTable(formats []format) *formatTable {
	t := &formatTable{formats: formats}
	var openings []string
	for i, f := range formats {
		openings = append(openings, f.opening...)
		t.owner = append(t.owner, slices.Repeat([]int{i}, len(f.opening))...)
	}
	t.openings = newPhraseSet(openings...)
	return t
}

var allFormats = newFormatTable(formats)

// recognise returns the format of a report, nil where none is known: the first
// of the table that an opening or the header tells.
func (t *formatTable) recognise(header *headers.Header, opening string) *format {
	first := len(t.formats)
	t.openings.each(opening, len(opening), func(i int) bool {
		first = min(first, t.owner[i])
		return true
	})
	signs := headerSigns{header: header}
	for i := range t.formats[:first] {
		if signs.match(t.formats[i].header) {
			return &t.formats[i]
		}
	}
	if first == len(t.formats) {
		return nil
	}
	return &t.formats[first]
}

// headerSigns looks for signs in a header, each field of which it folds once.
type headerSigns struct {
	header *headers.Header
	folded map[string][]string
}

// match reports whether all conditions hold: "Name: part of the value".
func (h *headerSigns) match(conditions []string) bool {
	for _, condition := range conditions {
		name, part, _ := strings.Cut(condition, ":")
		if !h.contains(name, strings.TrimSpace(part)) {
			return false
		}
	}
	return len(conditions) > 0
}

// maxSigns is how many fields of one name are looked at.
const maxSigns = 16

// contains reports whether a field of that name is there and holds part.
func (h *headerSigns) contains(name, part string) bool {
	values, ok := h.folded[name]
	if !ok {
		for value := range h.header.Values(name) {
			if values = append(values, foldLower(value)); len(values) == maxSigns {
				break
			}
		}
		if h.folded == nil {
			h.folded = make(map[string][]string)
		}
		h.folded[name] = values
	}
	for _, value := range values {
		if strings.Contains(value, part) {
			return true
		}
	}
	return false
}

func hasPhrase(text string, phrases []string) bool {
	for _, phrase := range phrases {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
}
