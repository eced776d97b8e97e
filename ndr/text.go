package ndr

import (
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/mime"
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

// readText reads what the human-readable text of a report says. header is the
// header of the whole message, lines its decoded text without line ends.
//
// The kind of the draft is [Other] where the text is no report.
func readText(header *headers.Header, lines []string) draft {
	return readTextWith(allFormats, header, lines, maxNested)
}

// readTextWith is readText with another table of formats, so that a test can
// leave one out. depth is how many reports inside reports are still read.
func readTextWith(table *formatTable, header *headers.Header, lines []string, depth int) draft {
	forwarded := isForwarded(header) || isQuotedWhole(header, lines)
	if forwarded {
		lines = unquoteLines(lines)
	}
	opening := openingOf(lines)
	known := table.recognise(header, opening)
	r := newTextReader(header, known)
	r.forwarded = forwarded
	r.daemon = r.pathEvidence()+r.fromEvidence() >= daemonEvidence
	subject := foldLower(mime.DecodeHeader(header.Get("Subject")))
	r.sawDelay = r.delayed.in(subject) && !r.failed.in(subject)
	r.sawFinal = finalPhrases.in(subject)
	r.introduced = known != nil && hasPhrase(opening[:min(len(opening), introduction)], known.opening)
	r.list = r.introduced && known.list
	report, original := r.splitOriginal(lines)
	r.original = original
	r.walk(report[:min(len(report), maxReportLines)])
	if depth > 0 && r.mayNest() {
		if d := readInner(table, original, depth-1, r.fromEvidence() < 2); d.kind != Other {
			return d
		}
	}
	d := draft{original: original}
	if known != nil {
		d.format = known.name
	}
	d.server = r.server
	d.recipients = r.recipients()
	d.kind = r.kind(d.recipients, opening)
	return d
}

// openingOf returns the first lines that are not blank as one folded text.
func openingOf(lines []string) string {
	var b strings.Builder
	n := 0
	for _, line := range lines {
		if line = foldLower(line); line == "" || isQuoted(line) {
			continue
		}
		b.WriteString(line)
		b.WriteByte(' ')
		if n++; n == openingLines {
			break
		}
	}
	return b.String()
}

// introduction is how much of the opening must hold the words by which a
// system introduces itself.
const introduction = 200

// A textReader walks over the lines of a report once and gathers what they
// say of each recipient.
type textReader struct {
	header *headers.Header
	// The phrases in force: those of every system and those of the format.
	failed, delayed, servers vocabulary
	ends                     []string
	// openings are those of the format.
	openings []string

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
	// previous is the last line that was not blank, folded.
	previous string
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
	// introduced says that the text begins with the words of a known system,
	// list that this is a list manager.
	introduced, list bool
	// daemon says that nobody but a mail system wrote the message, forwarded
	// that somebody passed it on.
	daemon, forwarded bool
	// original is the returned message; pairs is how many rows begin with two
	// addresses.
	original []string
	pairs    int
	// The kinds of phrase found anywhere.
	sawFailure, sawDelay, sawSuccess bool
	// sawFinal says that what was late is tried no more.
	sawFinal bool
	// server is the host that names itself as the reporting one.
	server string
}

func newTextReader(header *headers.Header, known *format) *textReader {
	if known == nil {
		known = new(format)
	}
	r := &textReader{header: header, byKey: map[string]*finding{}, ends: originalPhrases, openings: known.opening}
	r.failed = vocabulary{failurePhrases, known.failed}
	r.delayed = vocabulary{delayPhrases, known.delayed}
	r.servers = vocabulary{serverPhrases, known.server}
	if len(known.ends) > 0 {
		r.ends = slices.Concat(known.ends, originalPhrases)
	}
	return r
}

// walk reads every line of the report.
func (r *textReader) walk(lines []string) {
	r.lines = lines
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
		r.previous = foldLower(trimmed)
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
	case r.open != nil && (isNamelessEntry(trimmed) && indent <= r.open.indent || r.isStatement(trimmed)):
		r.open = nil
		r.proseLine(i, indent, trimmed)
	case r.entryLine(i, indent, trimmed):
	case r.open != nil && r.closes(trimmed):
	case r.open != nil:
		r.noteDelay(trimmed)
		r.addToOpen(trimmed)
		r.complete(trimmed)
	default:
		r.proseLine(i, indent, trimmed)
	}
}

// noteDelay notes that the sentence behind one that names a recipient says that
// the message will be tried again.
func (r *textReader) noteDelay(line string) {
	if r.open.prose && replyIn(line) < 0 && r.delayed.in(r.previous+" "+foldPlain(line)) {
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

// isQuoted reports whether a line is one that a mail program quoted. The
// ">>>" of a transcript is none.
func isQuoted(trimmed string) bool {
	return trimmed[0] == '>' && !strings.HasPrefix(trimmed, ">>>")
}

// isRule reports whether a line holds no letter or digit.
func isRule(trimmed string) bool {
	return strings.Trim(trimmed, "-=*_#~+.·—─ \t") == ""
}

// kind decides what the message is, [Other] where the evidence is too thin.
func (r *textReader) kind(recipients []Recipient, opening string) Kind {
	if !r.isReport(recipients, opening) {
		return Other
	}
	return kindOf(recipients, Success)
}
