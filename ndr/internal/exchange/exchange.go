// Package exchange reads the section for administrators in the reports of
// Microsoft Exchange and Microsoft 365.
//
// [Read] takes the text of a report and gives a [found.Report]: the generating
// server, each recipient with what a server said of him and which one it was, and
// the lines of the original's header that the report quotes. The section is known
// by what no translation changes: rows of a label and a host name, an address on a
// line of its own, "#550 5.1.1 ... ##", a reply in quotes, "<host #5.1.1
// smtp;...>", "MSEXCH:". So no language has words of its own here.
//
// It goes one way: the lines before the quoted header make a section; a layout
// finds the recipients in it and returns plain values, which make a
// [found.Report]. There are three layouts, each in the file named for it; the first that
// finds recipients is the one:
//
//	exchange2007.go   Exchange 2007 and later, and Microsoft 365
//	microsoft365.go   Microsoft 365, tables of details without a section for recipients
//	exchange55.go     Exchange 5.5, 2000 and 2003
//
// Another layout is a function from a section to a [found.Report] in a file of
// its own, an entry in layouts, and a case in TestReadExchange. It must know its
// layout by a mark that no other system writes, as ordinary mail goes through it too:
// a text without a row that names a server reaches no layout unless that mark is in
// hashMarks or nameMarks.
//
// It knows nothing of the message that the text stands in, and of what a reply
// means. Nothing is taken from the quoted header but its lines.
package exchange

import (
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// layouts read a section, the newest first.
var layouts = [...]func(section) found.Report{readExchange2007, readMicrosoft365, readExchange55}

// Read reads the section for administrators from a text in UTF-8, and from its
// lines without their ends. ok is false when the text holds no such section.
func Read(text string, lines []string) (d found.Report, ok bool) {
	body, start := lines, quotedHeaderStart(lines)
	if start >= 0 {
		body = lines[:start]
	}
	// Most mail ends here. It saves time alone: no layout finds anything in a text
	// without a mark of Exchange or a row that names a server.
	if !hasMark(text) && !hasServerRow(body) {
		return found.Report{}, false
	}
	s := newSection(body)
	for _, read := range layouts {
		d := read(s)
		if len(d.Recipients) == 0 && d.Kind == found.Other {
			continue
		}
		if d.Format = "exchange"; len(d.Recipients) > 0 {
			d.Kind = found.KindOf(d.Recipients, found.Other)
		}
		if start >= 0 {
			d.Original = quotedHeader(lines[start:])
		}
		return d, true
	}
	return found.Report{}, false
}

// hashMarks and nameMarks stand in the replies of Exchange alone: the end of a reply in
// Exchange 2007 and 2010, and the names of the components that reject (Exchange Server
// 2010, "Understanding Non-Delivery Reports").
var (
	hashMarks = []string{"#SMTP#", " ##", "##rfc822;"}
	nameMarks = []string{"RESOLVER.", "STOREDRV", "QUEUE.Expired", "ROUTING.", "{LED="}
)

// hasMark reports whether one of the marks stands in text. Most texts have no "#".
func hasMark(text string) bool {
	return strings.IndexByte(text, '#') >= 0 && lex.HasPhrase(text, hashMarks) || lex.HasPhrase(text, nameMarks)
}
