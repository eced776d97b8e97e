package ndr

import (
	"strings"
)

// Limits of what is read of a text. A report that names more recipients than
// maxRecipients, or is longer than maxReportLines, is read that far.
const (
	maxRecipients  = 10000
	maxReportLines = 100000
	// maxBlock is how many lines about one recipient are kept.
	maxBlock = 40
	// maxNested is how many reports inside reports are read.
	maxNested = 2
)

// readText reads what the human-readable text of a report says: all that its
// page holds. The kind of the draft is [Other] where the text is no report.
func readText(p *page) draft { return readTextIn(p, maxNested) }

// readTextIn is readText; depth is how many reports inside reports are still
// read.
func readTextIn(p *page, depth int) draft {
	r := newTextReader(p)
	tooLong := len(p.report) > maxReportLines
	r.walk(p.report[:min(len(p.report), maxReportLines)])
	if depth > 0 && r.mayNest() {
		if d := readInner(p.table, p.original, depth-1, p.from < 2 && !p.isAutoForwarded()); d.kind != Other {
			d.tooLong = d.tooLong || tooLong
			return d
		}
	}
	d := draft{format: p.formatName(), original: p.original, server: r.server, tooLong: tooLong}
	d.recipients = r.recipients()
	d.tooMany = r.tooMany
	d.kind = r.kind(d.recipients)
	return d
}

// A textReader walks over the lines of a report once and gathers what they
// say of each recipient.
type textReader struct {
	*page
	// lines are those of the report, without the returned message.
	lines []string
	found []*finding
	byKey map[string]*finding
	// open is the finding that the lines which follow are about, nil after a
	// blank line.
	open *finding
	// last is the latest finding.
	last *finding
	// listening says that addresses which stand alone are recipients, since a
	// phrase or a colon announced them.
	listening bool
	// listIndent is how far the list in progress is indented.
	listIndent int
	// action is what the latest introduction says happened.
	action Action
	// previous is the index of the last line that was not blank, -1 before the
	// first.
	previous int
	// afterBlank says that a blank line came before this one.
	afterBlank bool
	// host is the one that a transcript talks to, hosts how many it did; rcpt the recipient that its
	// last RCPT command named; said what the server answered to no recipient.
	host  string
	hosts int
	rcpt  *finding
	said  []string
	// pending are delivery-status fields ahead of their Final-Recipient.
	pending finding
	// reasons are labelled reasons ahead of, or away from, any recipient.
	reasons []string
	// labelled is what is known of them.
	labelled loan
	// tooMany says that recipients were left out.
	tooMany bool
	// introduced says that the text begins with the words of a known system,
	// list that this is a list manager.
	introduced, list bool
	// pairs is how many rows begin with two addresses.
	pairs int
	// The kinds of phrase found anywhere.
	sawFailure, sawDelay, sawSuccess bool
	// sawFinal says that what was late is tried no more.
	sawFinal bool
	// server is the host that names itself as the reporting one.
	server string
}

func newTextReader(p *page) *textReader {
	r := &textReader{page: p, byKey: map[string]*finding{}, previous: -1, introduced: p.isIntroduced()}
	r.list = r.introduced && p.table.formats[p.format].list
	subject := r.says(p.subject)
	r.sawDelay = subject&saysDelayed != 0 && subject&saysFailed == 0
	r.sawFinal = subject&saysFinal != 0
	return r
}

// says returns what the phrases in a folded text tell.
func (r *textReader) says(text string) sense { return r.table.words.senses(text, r.format) }

// walk reads every line of the report.
func (r *textReader) walk(lines []string) {
	r.lines = lines
	r.read(len(lines))
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			r.blank()
			continue
		}
		if isQuoted(trimmed) {
			// QUIRK: MDaemon lists recipients behind a ">".
			if e, ok := readEntry(trimmed[1:]); !ok || e.sep != 0 || !r.listening {
				continue
			}
		}
		r.line(i, line, trimmed)
		r.afterBlank = false
		r.previous = i
	}
}

func (r *textReader) blank() {
	r.open, r.afterBlank, r.rcpt = nil, true, nil
	r.pending = finding{}
}

// line reads one line: the first of the readers that knows its shape takes
// it.
func (r *textReader) line(i int, line, trimmed string) {
	indent := indentWidth(line)
	switch {
	case isRule(trimmed):
		r.open = nil
	case r.transcriptLine(i, trimmed):
	case r.labelLine(i, trimmed):
	case r.open != nil && r.open.labelled && isRow(trimmed):
		// A row that is not known says nothing of why.
	case r.continues(indent):
		r.addToOpen(trimmed)
		r.complete(trimmed)
	case r.open != nil && (indent <= r.open.indent && (isNamelessEntry(trimmed) || r.isFile(i, trimmed)) || r.isStatement(trimmed)):
		r.open = nil
		r.proseLine(i, indent, trimmed)
	case r.entryLine(i, indent, trimmed):
	case r.open != nil && r.closes(trimmed):
	case r.open != nil:
		r.noteDelay(i, trimmed)
		r.addToOpen(trimmed)
		r.complete(trimmed)
	default:
		r.proseLine(i, indent, trimmed)
	}
}

// noteDelay notes that the sentence behind one that names a recipient says that
// the message will be tried again.
func (r *textReader) noteDelay(i int, line string) {
	if r.open.prose && replyIn(line) < 0 && r.senses(r.previous, i+1)&saysDelayed != 0 {
		r.sawDelay = true
	}
}

// continues reports whether a line belongs to the open finding since it is
// indented deeper.
func (r *textReader) continues(indent int) bool {
	return r.open != nil && indent > r.open.indent
}

func indentWidth(line string) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}

// isRule reports whether a line holds no letter or digit.
func isRule(trimmed string) bool {
	return strings.TrimLeft(trimRule(trimmed), "·—─-=*_#~+. \t") == ""
}

// kind decides what the message is, [Other] where the evidence is too thin.
func (r *textReader) kind(recipients []Recipient) Kind {
	if !r.isReport(recipients) {
		return Other
	}
	return kindOf(recipients, Success)
}
