package ndr

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/headers"
)

// A page is the text of a report with the header that came with it. Its lines
// are folded, and searched for phrases, no more than once.
type page struct {
	*letterhead
	table *formatTable
	lines []string
	// report are the lines before the returned message, and original those of
	// it from its header on.
	report, original []string
	// returned is the header of a message that came with the text as a part,
	// empty where fields name the recipients.
	returned headers.Header
	// forwarded says that somebody passed the report on.
	forwarded bool
	// format is the index of the format, anyFormat where none is known.
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

// newPage makes a page of the decoded text without line ends, and recognises its
// format.
func newPage(table *formatTable, head *letterhead, lines []string) *page {
	p := &page{letterhead: head, table: table, lines: lines, forwarded: head.isForwarded() || head.isSystem() && isQuotedWhole(lines)}
	if p.forwarded {
		p.lines = unquoteLines(lines)
	}
	p.report, p.original = splitOriginal(&table.words, p.lines)
	// The line that announces the returned message tells a format too.
	p.read(openingEnd(p.lines[:min(len(p.report)+1, len(p.lines))]))
	p.opening = len(p.folded)
	p.format = table.recognise(head, p.told())
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
func (p *page) read(end int) {
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
		if isQuoted(line[indentWidth(line):]) {
			continue
		}
		if plain := appendPlain(append(buf[:0], ' '), line); len(plain) > 1 {
			b.Write(plain)
		}
	}
	p.starts = append(p.starts, b.Len())
	p.find(b.String())
}

// find finds the phrases in folded, which begins with what was read before.
func (p *page) find(folded string) {
	if p.hits == nil {
		p.hits = make([]hit, 0, usualHits)
	}
	from := max(0, len(p.folded)-maxPhrase)
	words := p.table.words.phraseSet
	for i := from; i+minPhrase <= len(folded); i++ {
		for n := words.chain(folded, i); n != 0; n = words.links[n-1].next {
			if !words.links[n-1].mayEnd(folded, i) {
				continue
			}
			phrase := words.list[n-1]
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
func (p *page) text(first, end int) string {
	return strings.TrimPrefix(p.folded[p.starts[first]:p.starts[end]], " ")
}

// senses returns what the phrases in the lines from first to before end tell.
func (p *page) senses(first, end int) (all sense) {
	return p.between(p.starts[first], p.starts[end])
}

// opened returns what the opening tells.
func (p *page) opened() sense { return p.between(0, p.opening) }

func (p *page) between(start, end int) (all sense) {
	for _, says := range p.phrases(start, end) {
		all |= says
	}
	return all
}

// phrases gives the phrases in folded from start to end that count in the
// format of the page, with what they tell.
func (p *page) phrases(start, end int) iter.Seq2[hit, sense] {
	return func(yield func(hit, sense) bool) {
		i := sort.Search(len(p.hits), func(i int) bool { return int(p.hits[i].start) >= start })
		for ; i < len(p.hits) && int(p.hits[i].start) < end; i++ {
			e := &p.table.words.entries[p.hits[i].entry]
			if int(p.hits[i].end) <= end && (e.format == anyFormat || e.format == p.format) && !yield(p.hits[i], e.sense) {
				return
			}
		}
	}
}

// told returns the index of the first format of the table that words of the
// opening tell, anyFormat where none do.
func (p *page) told() int {
	first := anyFormat
	for _, h := range p.hits {
		if e := &p.table.words.entries[h.entry]; e.sense == saysFormat && (first == anyFormat || e.format < first) {
			first = e.format
		}
	}
	return first
}

// formatName names the format, "" where none is known.
func (p *page) formatName() string {
	if p.format == anyFormat {
		return ""
	}
	return p.table.formats[p.format].name
}

// announcesDelay reports whether subject or first lines say that delivery is
// late.
func (p *page) announcesDelay() bool {
	subject := p.table.words.senses(p.subject, p.format)
	return subject&saysDelayed != 0 || p.opened()&saysDelayed != 0 && subject&saysFailed == 0
}

// introduction is how much of the opening must hold the words by which a
// system introduces itself.
const introduction = 200

// isIntroduced reports whether the text begins with the words of its format.
func (p *page) isIntroduced() bool {
	return p.format != anyFormat && p.between(0, min(p.opening, introduction))&saysFormat != 0
}

// maxPhraseLine is how much of a line phrases are looked for in.
const maxPhraseLine = 2048

// foldLower returns s in lower case, each run of blanks one space, typographic
// apostrophes plain. Long lines are cut: no phrase is looked for behind
// maxPhraseLine bytes.
func foldLower(s string) string {
	if isFolded(s) {
		return s
	}
	var buf [256]byte
	return string(appendFolded(buf[:0], s))
}

func isFolded(s string) bool {
	blank := true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || '\t' <= c && c <= '\r' || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return len(s) <= maxPhraseLine && (!blank || s == "")
}

// appendFolded appends what foldLower makes of s.
func appendFolded(dst []byte, s string) []byte {
	s = cutText(s, maxPhraseLine)
	start := len(dst)
	b := slices.Grow(dst, len(s))[:start+len(s)] // ASCII never gets longer
	n := start
	for i := 0; i < len(s); i++ {
		c := foldedBytes[s[i]]
		switch {
		case c == wideByte:
			return appendWide(b[:n], start, s[i:])
		case c != ' ' || n > start && b[n-1] != ' ':
			b[n] = c
			n++
		}
	}
	return trimBlank(b[:n], start)
}

// appendWide is appendFolded for a text that is not all ASCII, and was folded to
// dst[start:] so far.
func appendWide(dst []byte, start int, s string) []byte {
	for _, r := range s {
		switch {
		case r == '’':
			dst = append(dst, '\'')
		case !unicode.IsSpace(r):
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		case len(dst) > start && dst[len(dst)-1] != ' ':
			dst = append(dst, ' ')
		}
	}
	return trimBlank(dst, start)
}

// trimBlank takes the blank off the end of b[start:].
func trimBlank(b []byte, start int) []byte {
	if n := len(b); n > start && b[n-1] == ' ' {
		return b[:n-1]
	}
	return b
}

// foldedBytes gives for each byte what folding makes of it: a space of a blank,
// wideByte where more than one byte matters.
var foldedBytes = func() (t [256]byte) {
	for i := range t {
		switch c := byte(i); {
		case c >= utf8.RuneSelf:
			t[i] = wideByte
		case c == ' ' || '\t' <= c && c <= '\r':
			t[i] = ' '
		case 'A' <= c && c <= 'Z':
			t[i] = c + 'a' - 'A'
		default:
			t[i] = c
		}
	}
	return t
}()

const wideByte = utf8.RuneSelf

// appendPlain is appendFolded without the addresses in s.
func appendPlain(dst []byte, s string) []byte {
	return appendFolded(dst, withoutAddresses(s))
}

func withoutAddresses(s string) string {
	if strings.IndexByte(s, '@') < 0 {
		return s
	}
	s = cutText(s, maxPhraseLine)
	var b strings.Builder
	from := 0
	for {
		m, ok := nextAddress(s, from)
		if !ok {
			break
		}
		b.WriteString(s[from:m.start])
		from = m.end
	}
	b.WriteString(s[from:])
	return b.String()
}

// foldPlain is foldLower without the addresses in s.
func foldPlain(s string) string { return foldLower(withoutAddresses(s)) }
