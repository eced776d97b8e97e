package ndr

import (
	"strings"

	"github.com/emersion/go-message/textproto"
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

// recognise returns the format of a report, nil where none is known: the first
// of the table that an opening or the header tells.
func recognise(table []format, header *textproto.Header, opening string) *format {
	for i := range table {
		if hasPhrase(opening, table[i].opening) || matchesHeader(header, table[i].header) {
			return &table[i]
		}
	}
	return nil
}

func matchesHeader(header *textproto.Header, conditions []string) bool {
	for _, condition := range conditions {
		name, part, _ := strings.Cut(condition, ":")
		if !fieldContains(header, name, strings.TrimSpace(part)) {
			return false
		}
	}
	return len(conditions) > 0
}

// fieldContains reports whether a field of that name is there and holds part.
func fieldContains(header *textproto.Header, name, part string) bool {
	fields := header.FieldsByKey(name)
	for n := 0; fields.Next() && n < 16; n++ {
		if strings.Contains(foldLower(fields.Value()), part) {
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
