package main

import (
	"bytes"
	"fmt"
	"iter"
	"strings"
	"unicode"

	"example.com/ndr/codes"
	"golang.org/x/text/language"
	"golang.org/x/text/width"
)

// pageWidth is how many columns a page has, whatever the terminal.
const pageWidth = 80

// labelWidth is how many columns the labels of rows have; no label of any
// language is longer.
const labelWidth = 15

// A page is an answer in one language. What is written to it is text for a person:
// headlines, and below them rows with a label.
type page struct {
	bytes.Buffer
	lang   language.Tag // one of languages
	words               // in that language
	lacks  bool         // whether there is an advice in another language alone
	isBold bool
	title  string // of the section that the next row begins
}

// in returns an advice that was asked for in the language of p.
func (p *page) in(a codes.Advice) codes.Advice {
	p.lacks = p.lacks || a.Language != p.lang
	return a
}

// ruler returns the line that begins what is about one of several files.
func ruler(name string) []byte {
	name = printable(name)
	return fmt.Appendf(nil, "── %s %s\n", name, strings.Repeat("─", max(3, pageWidth-4-columns(name))))
}

// headline prints what comes first. A section above that has no rows goes.
func (p *page) headline(text string) {
	p.title = ""
	p.strong("", text)
}

// strong prints text in bold letters, indented.
func (p *page) strong(indent, text string) {
	p.WriteString(p.style(bold))
	p.wrap(indent, indent, text)
	p.WriteString(p.style(plain))
}

// paragraph prints text below a headline.
func (p *page) paragraph(text string) {
	if text != "" {
		p.wrap("  ", "  ", text)
	}
}

// section begins the rows for another reader, if any follow, under the title of
// that key.
func (p *page) section(key string) { p.title = p.text("section." + key) }

// row prints a text with the label of that key; nothing where the text is empty.
func (p *page) row(key, text string) {
	if text != "" {
		p.list(key, []string{text})
	}
}

// list prints texts with the label of that key before the first, each with a
// number where there are several. The title of a section stands before its first row.
func (p *page) list(key string, texts []string) {
	if len(texts) > 0 && p.title != "" {
		fmt.Fprintln(p)
		p.strong("  ", p.title)
		p.title = ""
	}
	label := p.text("label." + key)
	for i, text := range texts {
		mark := ""
		if len(texts) > 1 {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		first := "  " + pad(label, labelWidth) + " " + mark
		p.wrap(first, strings.Repeat(" ", labelWidth+3+len(mark)), text)
		label = ""
	}
}

// wrap prints text in lines of pageWidth, where its words allow it: the first
// begins with first, the others with rest.
func (p *page) wrap(first, rest, text string) {
	p.WriteString(first)
	column, gap := columns(first), ""
	for word := range strings.FieldsFuncSeq(printable(text), func(r rune) bool { return r == ' ' }) {
		for piece := range pieces(word) {
			n := columns(piece)
			if column > columns(rest) && column+len(gap)+n > pageWidth {
				p.WriteString("\n" + rest)
				column, gap = columns(rest), ""
			}
			p.WriteString(gap + piece)
			column, gap = column+len(gap)+n, ""
		}
		gap = " "
	}
	p.WriteByte('\n')
}

// pieces yields the parts of a word between which a line may be broken: in
// Japanese nearly everywhere, in other languages nowhere.
func pieces(word string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, before := 0, rune(0)
		for i, r := range word {
			if i > 0 && mayBreak(before, r) {
				if !yield(word[start:i]) {
					return
				}
				start = i
			}
			before = r
		}
		yield(word[start:])
	}
}

// mayBreak reports whether a line may end between two characters: beside a wide
// one, but not before a mark that closes or after one that opens (JIS X 4051).
func mayBreak(before, after rune) bool {
	return (isWide(before) || isWide(after)) &&
		!strings.ContainsRune("「『（(", before) && !strings.ContainsRune("、。，．・：；」』）),.:;ーっゃゅょァィゥェォッャュョ", after)
}

// Styles of letters (ECMA-48, section 8.3.117).
const (
	plain = 0
	bold  = 1
	cyan  = 36
)

// style returns what begins a style, nothing where there are none.
func (p *page) style(number int) string {
	if !p.isBold {
		return ""
	}
	return fmt.Sprintf("\x1b[%dm", number)
}

// printable takes out what could drive a terminal or reverse its text: file
// names and replies are written by strangers.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// columns returns how many columns of a terminal s takes.
func columns(s string) (n int) {
	for _, r := range s {
		switch {
		case r < 0x300: // no letter below is wide or none
			n++
		case unicode.In(r, unicode.Mn, unicode.Me):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// isWide reports whether a terminal gives r two columns (Unicode annex 11).
func isWide(r rune) bool {
	if r < 0x1100 { // none below is
		return false
	}
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}

// pad fills s with blanks to n columns.
func pad(s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-columns(s)))
}

// shorten cuts s to n columns, with a mark where something is missing.
func shorten(s string, n int) string {
	column, end := 0, 0 // end leaves a column for the mark
	for i, r := range s {
		if column < n {
			end = i
		}
		if column += columns(string(r)); column > n {
			return s[:end] + "…"
		}
	}
	return s
}
