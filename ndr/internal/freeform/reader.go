package freeform

import (
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// Limits of what is read of a text. A report that names more recipients than
// MaxRecipients, or is longer than MaxReportLines, is read that far.
const (
	MaxRecipients  = 10000
	MaxReportLines = 100000
	// maxBlock is how many lines about one recipient are kept.
	maxBlock = 40
	// maxNested is how many reports inside reports are read.
	maxNested = 2
)

// Read reads what the human-readable text of a report says: all that its
// page holds. The kind of the draft is [Other] where the text is no report.
func Read(p *TextView) found.Report { return readNested(p, maxNested) }

// readNested is Read; depth is how many reports inside reports are still
// read.
func readNested(p *TextView, depth int) found.Report {
	r := newTextReader(p)
	tooLong := len(p.report) > MaxReportLines
	r.walk(p.report[:min(len(p.report), MaxReportLines)])
	if depth > 0 && r.mayNest() {
		if d := readInner(p.table, p.original, depth-1, p.FromScore < 2 && !p.IsAutoForwarded()); d.Kind != found.Other {
			d.TooLong = d.TooLong || tooLong
			return d
		}
	}
	d := found.Report{Format: p.FormatName(), Original: p.original, Server: r.server, TooLong: tooLong}
	d.Recipients = r.recipients()
	d.TooMany = r.tooMany
	d.Kind = r.kind(d.Recipients)
	return d
}

// A textReader walks over the lines of a report once and gathers what they
// say of each recipient.
type textReader struct {
	*TextView
	// lines are those of the report, without the returned message.
	lines []string
	found []*candidate
	byKey map[string]*candidate
	// open is the finding that the lines which follow are about, nil after a
	// blank line.
	open *candidate
	// last is the latest finding.
	last *candidate
	// listening says that addresses which stand alone are recipients, since a
	// phrase or a colon announced them.
	listening bool
	// listIndent is how far the list in progress is indented.
	listIndent int
	// action is what the latest introduction says happened.
	action found.Action
	// previous is the index of the last line that was not blank, -1 before the
	// first.
	previous int
	// afterBlank says that a blank line came before this one.
	afterBlank bool
	// host is the one that a transcript talks to, hosts how many it did; rcpt the recipient that its
	// last RCPT command named; said what the server answered to no recipient.
	host              string
	hosts             int
	rcpt              *candidate
	transcriptReplies []string
	// pending are delivery-status fields ahead of their Final-Recipient.
	pending candidate
	// reasons are labelled reasons ahead of, or away from, any recipient.
	reasons []string
	// labelled is what is known of them.
	labelled sharedReason
	// TooMany says that recipients were left out.
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

func newTextReader(p *TextView) *textReader {
	r := &textReader{TextView: p, byKey: map[string]*candidate{}, previous: -1, introduced: p.isIntroduced()}
	r.list = r.introduced && p.table.Formats[p.format].List
	subject := r.says(p.Subject)
	r.sawDelay = subject&wording.SaysDelayed != 0 && subject&wording.SaysFailed == 0
	r.sawFinal = subject&wording.SaysFinal != 0
	return r
}

// says returns what the phrases in a folded text tell.
func (r *textReader) says(text string) wording.Sense { return r.table.Words.Senses(text, r.format) }

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
	r.pending = candidate{}
}

// line reads one line: the first of the readers that knows its shape takes
// it.
func (r *textReader) line(i int, line, trimmed string) {
	indent := lex.IndentWidth(line)
	switch {
	case isRule(trimmed):
		r.open = nil
	case r.transcriptLine(i, trimmed):
	case r.labelLine(i, trimmed):
	case r.open != nil && r.open.labelled && wording.IsRow(trimmed):
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
	if r.open.prose && reply.ReplyIn(line) < 0 && r.senses(r.previous, i+1)&wording.SaysDelayed != 0 {
		r.sawDelay = true
	}
}

// continues reports whether a line belongs to the open finding since it is
// indented deeper.
func (r *textReader) continues(indent int) bool {
	return r.open != nil && indent > r.open.indent
}

// isRule reports whether a line holds no letter or digit.
func isRule(trimmed string) bool {
	return strings.TrimLeft(trimRule(trimmed), "·—─-=*_#~+. \t") == ""
}

// kind decides what the message is, [Other] where the evidence is too thin.
func (r *textReader) kind(recipients []found.Recipient) found.Kind {
	if !r.isReport(recipients) {
		return found.Other
	}
	return found.KindOf(recipients, found.Success)
}
