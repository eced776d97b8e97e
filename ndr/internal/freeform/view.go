package freeform

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// A TextView is the text of a report with the header that came with it. It
// does not change once made, except that it keeps what it works out on demand.
type TextView struct {
	*author.Header
	table *wording.FormatTable
	// report holds the lines before the returned message, MaxReportLines at most,
	// and original the lines of the returned message from its header on.
	report, original []string
	// tooLong says that lines of the report were left out.
	tooLong bool
	// Returned is the header of a message that came with the text as a part,
	// empty where fields name the recipients.
	Returned headers.Header
	// ByFields says that fields name the recipients and what happened to them, so
	// that nobody asks whether the text alone is a report.
	ByFields bool
	// Explained says that those fields tell why as well, Located that they name every
	// recipient and his remote host, so that the text is not asked for either.
	Explained, Located bool
	// Server is the reporting host that fields name, "" for none.
	Server string
	// format is the index of the format, AnyFormat where none is known.
	format int
	// introduced says that the text begins with the words by which its format
	// introduces itself, listManager that the format belongs to a list manager.
	introduced, listManager bool

	// folded holds the report and the line behind it, folded and joined by single
	// blanks, without the addresses in them: "delivery to <a@b> failed" reads as one
	// phrase. starts holds where each line begins in it, and where the last ends.
	folded string
	starts []int32
	// hits are the phrases in folded, in the order of their beginnings.
	hits []hit
	// openingSize is how many bytes of folded are the opening.
	openingSize int
	// refused are the sessions that were refused before RCPT, by the replyKey of the
	// refusal.
	refused map[string]refusedSession
}

// A hit is a phrase found in the folded text.
type hit struct{ start, end, entry int32 }

// Limits of what is read of a text. A report that names more recipients than
// MaxRecipients, or is longer than MaxReportLines, is read that far.
const (
	MaxRecipients  = 10000
	MaxReportLines = 100000
)

const (
	// openingLines is how many lines are the opening, in which systems introduce
	// themselves and say what happened.
	openingLines = 60
	// introductionSize is how many bytes of the opening must hold the words by
	// which a system introduces itself: behind them they may be a quotation.
	introductionSize = 200
	// usualHits is more than the phrases of most reports: room made at once.
	usualHits = 12
)

// NewView makes a view of the decoded text without line ends, and recognises
// its format.
func NewView(table *wording.FormatTable, head *author.Header, lines []string) *TextView {
	v := &TextView{Header: head, table: table}
	if head.IsForwarded() || head.IsSystem() && isQuotedWhole(lines) {
		// Somebody passed the report on.
		lines = unquoteLines(lines)
	}
	v.report, v.original = splitOriginal(&table.Words, lines)
	if len(v.report) > MaxReportLines {
		v.report, v.tooLong = v.report[:MaxReportLines], true
	}
	// The line that announces the returned message tells a format too.
	lines = lines[:min(len(v.report)+1, len(lines))]
	v.fold(lines)
	v.openingSize = int(v.starts[min(len(lines), openingLines)])
	v.format = table.Recognise(head.Header, v.formatFromText())
	v.introduced = v.sensesBetween(0, min(v.openingSize, introductionSize))&wording.SaysFormat != 0
	v.listManager = v.introduced && table.Formats[v.format].List || v.isFromListManager()
	return v
}

// isFromListManager reports whether the header is the header of a list manager
// that writes of its own accord, not of a message that it passes on.
func (v *TextView) isFromListManager() bool {
	if v.format != wording.AnyFormat || v.IsListMail() {
		return false
	}
	who, _ := v.Author()
	return who == author.List
}

// firstLines returns the first lines of the report, blank ones among them.
func (v *TextView) firstLines() []string { return v.report[:min(len(v.report), openingLines)] }

// fold folds lines, those that are quoted aside, and finds the phrases in them.
func (v *TextView) fold(lines []string) {
	buf := foldBuffers.Get().(*[]byte)
	defer foldBuffers.Put(buf)
	b := (*buf)[:0]
	v.starts = make([]int32, 0, len(lines)+1)
	for _, line := range lines {
		v.starts = append(v.starts, int32(len(b)))
		if isQuoted(line[lex.IndentWidth(line):]) {
			continue
		}
		b = lex.AppendPlain(append(b, ' '), line)
	}
	v.starts = append(v.starts, int32(len(b)))
	v.folded = string(b)
	if cap(b) <= maxFoldBuffer {
		*buf = b
	}
	v.hits = make([]hit, 0, usualHits)
	words := v.table.Words.PhraseSet
	for at, i := range words.All(v.folded) {
		v.hits = append(v.hits, hit{int32(at), int32(at + len(words.List[i])), int32(i)})
	}
}

// foldBuffers keeps the memory in which texts are folded, none larger than
// maxFoldBuffer.
var foldBuffers = sync.Pool{New: func() any { return new([]byte) }}

const maxFoldBuffer = 64 << 10

// foldedText returns the lines from first to before end, folded.
func (v *TextView) foldedText(first, end int) string {
	return strings.TrimPrefix(v.folded[v.starts[first]:v.starts[end]], " ")
}

// opening returns the opening, folded.
func (v *TextView) opening() string { return v.folded[:v.openingSize] }

// sensesOf returns what the phrases in a folded text tell.
func (v *TextView) sensesOf(text string) wording.Sense { return v.table.Words.Senses(text, v.format) }

// senses returns what the phrases in the lines from first to before end tell.
func (v *TextView) senses(first, end int) wording.Sense {
	return v.sensesBetween(int(v.starts[first]), int(v.starts[end]))
}

// openingSenses returns what the opening tells.
func (v *TextView) openingSenses() wording.Sense { return v.sensesBetween(0, v.openingSize) }

func (v *TextView) sensesBetween(start, end int) (all wording.Sense) {
	for _, says := range v.phrases(start, end) {
		all |= says
	}
	return all
}

// phrases gives the phrases in folded from start to end that count in the
// format of the text, with what they tell.
func (v *TextView) phrases(start, end int) iter.Seq2[hit, wording.Sense] {
	return func(yield func(hit, wording.Sense) bool) {
		i := sort.Search(len(v.hits), func(i int) bool { return int(v.hits[i].start) >= start })
		for ; i < len(v.hits) && int(v.hits[i].start) < end; i++ {
			e := &v.table.Words.Entries[v.hits[i].entry]
			if int(v.hits[i].end) <= end && (e.Format == wording.AnyFormat || e.Format == v.format) && !yield(v.hits[i], e.Sense) {
				return
			}
		}
	}
}

// formatFromText returns the index of the first format of the table that words
// of the opening tell, AnyFormat where none do.
func (v *TextView) formatFromText() int {
	first := wording.AnyFormat
	for _, h := range v.hits {
		if int(h.end) > v.openingSize {
			break
		}
		if e := &v.table.Words.Entries[h.entry]; e.Sense == wording.SaysFormat && (first == wording.AnyFormat || e.Format < first) {
			first = e.Format
		}
	}
	return first
}

// FormatName names the format, "" where none is known.
func (v *TextView) FormatName() string {
	if v.format == wording.AnyFormat {
		return ""
	}
	return v.table.Formats[v.format].Name
}

// IntroducesItself reports whether the text begins with the words by which its
// format introduces itself.
func (v *TextView) IntroducesItself() bool { return v.introduced }

// AnnouncesDelay reports whether the subject or the first lines say that
// delivery is late.
func (v *TextView) AnnouncesDelay() bool {
	subject := v.sensesOf(v.Subject)
	return subject&wording.SaysDelayed != 0 || v.openingSenses()&wording.SaysDelayed != 0 && subject&wording.SaysFailed == 0
}

// DeniesFailure reports whether the subject or the first lines say that delivery
// is late or was done, and not that it failed.
func (v *TextView) DeniesFailure() bool {
	subject := v.sensesOf(" " + v.Subject)
	if slices.ContainsFunc(successWords, func(word string) bool { return lex.HasWord(v.Subject, word) }) {
		subject |= wording.SaysDelivered
	}
	for _, says := range []wording.Sense{subject, v.openingSenses()} {
		if says&(wording.SaysDelayed|wording.SaysDelivered) != 0 && says&(wording.SaysFailed|wording.SaysFinal) == 0 {
			return true
		}
	}
	return false
}

// HasForeword reports whether somebody put words before the report: a paragraph that
// says nothing that reports say stands before the first that does.
func (v *TextView) HasForeword() bool {
	for first := 0; first < len(v.firstLines()); {
		end := first
		for end < len(v.report) && v.report[end] != "" {
			end++
		}
		if end > first {
			says := v.senses(first, end)
			if says&wording.OfReport != 0 || isPartOfReport(v.report[first:end]) {
				begins := says&(wording.SaysFailed|wording.SaysFormat|wording.HintsServer) != 0 || lex.HasPrefixLower(v.report[first], "reporting-mta:")
				return first > 0 && v.hasWords(first) && begins
			}
		}
		first = end + 1
	}
	return false
}

// ReportsBefore reports whether the lines before the line with the index end say that
// delivery failed, and they or fields that begin there name an address; or whether they
// hold no words at all. The fields of the message that failed name its recipients, and
// the fields of a report do not.
func (v *TextView) ReportsBefore(end int, address string) bool {
	end = min(end, len(v.report))
	if !v.hasWords(end) {
		return true
	}
	if v.senses(0, end)&wording.SaysFailed == 0 {
		return false
	}
	for end < len(v.report) && v.report[end] != "" && !isQuoted(v.report[end]) {
		end++
	}
	return slices.ContainsFunc(v.report[:end], func(line string) bool { return strings.Contains(lex.LowerASCII(line), address) })
}

// hasWords reports whether a line before the line with the index end holds a letter.
func (v *TextView) hasWords(end int) bool {
	return slices.ContainsFunc(v.report[:end], func(line string) bool { return strings.ContainsFunc(line, unicode.IsLetter) })
}

// isPartOfReport reports whether a paragraph has a row, a date behind a name, a
// column, an address or a reply, as reports do, or says that a program wrote it.
func isPartOfReport(lines []string) bool {
	return slices.ContainsFunc(lines, func(line string) bool {
		line = strings.TrimSpace(line)
		_, value, _ := strings.Cut(line, ": ")
		return wording.IsRow(line) && !strings.HasSuffix(line, ":") || !lex.ParseDate(value).IsZero() || strings.Contains(line, "   ") || strings.Contains(line, "@") ||
			strings.Contains(lex.LowerASCII(line), "automat") || reply.ReplyIn(line) >= 0
	})
}

// successWords say in the subject of a report that it is none of failure.
var successWords = []string{"success", "successful", "successfully", "delivered", "relay", "relayed", "expanded"}

// TriedAgain returns the addresses to which the report says in its own words that
// delivery will be tried again, or failed for now; "" where it says so of nobody in
// particular. The answers of servers are left out, since each is about its own recipient,
// and so are headings, since their section may be empty. A sentence that introduces a
// list is about the addresses in it.
func (v *TextView) TriedAgain() map[string]bool {
	if v.senses(0, len(v.report))&(wording.SaysLater|wording.SaysDelayed) == 0 {
		return nil
	}
	again := map[string]bool{}
	for first := 0; first < len(v.report); first++ {
		end := first
		for end < len(v.report) && v.isOwnWords(v.report[end]) {
			end++
		}
		if isOfLater(v.senses(first, end)) {
			list := end
			if lex.EndsInColon(v.report[end-1]) {
				list = v.endOfParagraph(min(end+1, len(v.report)))
			}
			addAddresses(again, v.report[first:list], list == end)
		}
		first = end
		if end < len(v.report) && !isSectionHeading(v.report[end]) {
			first = v.endOfParagraph(end)
		}
	}
	return again
}

// isOwnWords reports whether a line is the system's own prose: not empty, and no
// heading, line of a session, or reply.
func (v *TextView) isOwnWords(line string) bool {
	if line == "" || isSectionHeading(line) || reply.ReplyIn(line) >= 0 {
		return false
	}
	class, _ := classifySession(strings.TrimSpace(line), wording.HintsSession)
	return class == classText
}

// endOfParagraph returns the first empty line behind the line with the index i.
func (v *TextView) endOfParagraph(i int) int {
	for i < len(v.report) && v.report[i] != "" {
		i++
	}
	return i
}

// addAddresses adds the addresses in lines to all, and where they name none and may
// be about everybody, "".
func addAddresses(all map[string]bool, lines []string, everybody bool) {
	named := !everybody
	for _, line := range lines {
		for m := range addressesIn(line) {
			all[m.Address], named = true, true
		}
	}
	if !named {
		all[""] = true
	}
}

// IsOfLater reports whether what a server said is that the failure is for now, in
// the words of reports.
func (v *TextView) IsOfLater(said string) bool { return isOfLater(v.sensesOf(lex.FoldPlain(said))) }

func isOfLater(says wording.Sense) bool {
	return says&(wording.SaysLater|wording.SaysDelayed) != 0 && says&wording.SaysFinal == 0
}

// subjectReports reports whether the subject announces a report.
func (v *TextView) subjectReports() bool { return v.Reports(&v.table.Words, v.format) }

// returns reports whether the message returns another, or its header.
func (v *TextView) returns() bool { return len(v.original) > 0 || v.Returned.Len() > 0 }

// fromHost returns the host of the address that the message is from, where the
// format of the text has the reporting host there.
//
// QUIRK: Sendmail names itself nowhere else.
func (v *TextView) fromHost() string {
	if !v.introduced || !v.table.Formats[v.format].FromHost {
		return ""
	}
	m, _ := lex.NextAddress(lex.FoldLower(v.Get("From")), 0)
	_, host, _ := strings.Cut(m.Address, "@")
	return host
}

// isFromHost reports whether the message is from an address at that very host.
func (v *TextView) isFromHost(host string) bool {
	m, _ := lex.NextAddress(lex.FoldLower(v.Get("From")), 0)
	return strings.HasSuffix(m.Address, "@"+host)
}
