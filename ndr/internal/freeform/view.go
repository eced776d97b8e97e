package freeform

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// A TextView is the text of a report with the header that came with it. Its lines
// are folded, and searched for phrases, no more than once.
type TextView struct {
	*author.Header
	table *wording.FormatTable
	lines []string
	// report are the lines before the returned message, and original those of
	// it from its header on.
	report, original []string
	// Returned is the header of a message that came with the text as a part,
	// empty where fields name the recipients.
	Returned headers.Header
	// forwarded says that somebody passed the report on.
	forwarded bool
	// format is the index of the format, AnyFormat where none is known.
	format int

	// folded holds the lines read so far, joined by single blanks, without the
	// addresses in them: "delivery to <a@b> failed" reads as one phrase. starts
	// are where each line begins in it, and where the next will.
	folded string
	starts []int
	// hits are the phrases in folded, in the order of their beginnings.
	hits []hit
	// opening is how long the opening is.
	opening int
}

// A hit is a phrase found on a page.
type hit struct{ start, end, entry int32 }

// usualHits is more than the phrases of most reports.
const usualHits = 16

// NewView makes a page of the decoded text without line ends, and recognises its
// format.
func NewView(table *wording.FormatTable, head *author.Header, lines []string) *TextView {
	p := &TextView{Header: head, table: table, lines: lines, forwarded: head.IsForwarded() || head.IsSystem() && isQuotedWhole(lines)}
	if p.forwarded {
		p.lines = unquoteLines(lines)
	}
	p.report, p.original = splitOriginal(&table.Words, p.lines)
	// The line that announces the returned message tells a format too.
	p.read(openingEnd(p.lines[:min(len(p.report)+1, len(p.lines))]))
	p.opening = len(p.folded)
	p.format = table.Recognise(head.Header, p.formatFromText())
	return p
}

// openingLines is how many lines that are not blank are looked at for signs.
const openingLines = 40

// openingEnd returns the line behind the opening.
func openingEnd(lines []string) int {
	n := 0
	for i, line := range lines {
		if line == "" || isQuoted(line) {
			continue
		}
		if n++; n == openingLines {
			return i + 1
		}
	}
	return len(lines)
}

// isQuoted reports whether a line is one that a mail program quoted. The
// ">>>" of a transcript is none.
func isQuoted(line string) bool {
	return strings.HasPrefix(line, ">") && !strings.HasPrefix(line, ">>>")
}

// read folds the lines before end that were not read yet, those that are quoted
// aside, and finds the phrases in them.
func (p *TextView) read(end int) {
	if len(p.starts) > end {
		return
	}
	if len(p.starts) > 0 {
		p.starts = p.starts[:len(p.starts)-1]
	}
	size := 0
	for _, line := range p.lines[len(p.starts):end] {
		size += len(line) + 1
	}
	var b strings.Builder
	b.Grow(len(p.folded) + size)
	b.WriteString(p.folded)
	p.starts = slices.Grow(p.starts, end+1-len(p.starts))
	var buf [256]byte
	for _, line := range p.lines[len(p.starts):end] {
		p.starts = append(p.starts, b.Len())
		if isQuoted(line[lex.IndentWidth(line):]) {
			continue
		}
		if plain := lex.AppendPlain(append(buf[:0], ' '), line); len(plain) > 1 {
			b.Write(plain)
		}
	}
	p.starts = append(p.starts, b.Len())
	p.find(b.String())
}

// find finds the phrases in folded, which begins with what was read before.
func (p *TextView) find(folded string) {
	if p.hits == nil {
		p.hits = make([]hit, 0, usualHits)
	}
	from := max(0, len(p.folded)-lex.MaxPhrase)
	words := p.table.Words.PhraseSet
	for i := from; i+lex.MinPhrase <= len(folded); i++ {
		for n := words.Chain(folded, i); n != 0; n = words.Links[n-1].Next {
			if !words.Links[n-1].MayEnd(folded, i) {
				continue
			}
			phrase := words.List[n-1]
			if end := i + len(phrase); end > len(p.folded) && folded[i:end] == phrase {
				p.hits = append(p.hits, hit{int32(i), int32(end), int32(n - 1)})
			}
		}
	}
	if p.folded != "" { // a phrase may begin in what was read before
		slices.SortStableFunc(p.hits, func(a, b hit) int { return int(a.start - b.start) })
	}
	p.folded = folded
}

// text returns the lines from first to before end, folded.
func (p *TextView) text(first, end int) string {
	return strings.TrimPrefix(p.folded[p.starts[first]:p.starts[end]], " ")
}

// senses returns what the phrases in the lines from first to before end tell.
func (p *TextView) senses(first, end int) (all wording.Sense) {
	return p.between(p.starts[first], p.starts[end])
}

// opened returns what the opening tells.
func (p *TextView) opened() wording.Sense { return p.between(0, p.opening) }

func (p *TextView) between(start, end int) (all wording.Sense) {
	for _, says := range p.phrases(start, end) {
		all |= says
	}
	return all
}

// phrases gives the phrases in folded from start to end that count in the
// format of the page, with what they tell.
func (p *TextView) phrases(start, end int) iter.Seq2[hit, wording.Sense] {
	return func(yield func(hit, wording.Sense) bool) {
		i := sort.Search(len(p.hits), func(i int) bool { return int(p.hits[i].start) >= start })
		for ; i < len(p.hits) && int(p.hits[i].start) < end; i++ {
			e := &p.table.Words.Entries[p.hits[i].entry]
			if int(p.hits[i].end) <= end && (e.Format == wording.AnyFormat || e.Format == p.format) && !yield(p.hits[i], e.Sense) {
				return
			}
		}
	}
}

// formatFromText returns the index of the first format of the table that words of the
// opening tell, AnyFormat where none do.
func (p *TextView) formatFromText() int {
	first := wording.AnyFormat
	for _, h := range p.hits {
		if e := &p.table.Words.Entries[h.entry]; e.Sense == wording.SaysFormat && (first == wording.AnyFormat || e.Format < first) {
			first = e.Format
		}
	}
	return first
}

// FormatName names the format, "" where none is known.
func (p *TextView) FormatName() string {
	if p.format == wording.AnyFormat {
		return ""
	}
	return p.table.Formats[p.format].Name
}

// AnnouncesDelay reports whether subject or first lines say that delivery is
// late.
func (p *TextView) AnnouncesDelay() bool {
	subject := p.table.Words.Senses(p.Subject, p.format)
	return subject&wording.SaysDelayed != 0 || p.opened()&wording.SaysDelayed != 0 && subject&wording.SaysFailed == 0
}

// introduction is how much of the opening must hold the words by which a
// system introduces itself.
const introduction = 200

// isIntroduced reports whether the text begins with the words of its format.
func (p *TextView) isIntroduced() bool {
	return p.format != wording.AnyFormat && p.between(0, min(p.opening, introduction))&wording.SaysFormat != 0
}
