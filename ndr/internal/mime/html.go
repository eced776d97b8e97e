package mime

import (
	"bytes"
	"slices"
	"strings"

	"example.com/ndr/ndr/internal/lex"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTMLText turns an HTML document into text as a person sees it: a line for
// each block, row or <br>, a tab between cells, entities decoded. Comments, what is
// for programs, such as <script>, and what the attributes of an element hide are
// left out. Style sheets are not read, and colors not compared: what a person sees
// for certain takes a browser, so that nobody is to be condemned by such a text. A
// link to an address whose text is another is followed by <mailto:address>, as mail
// programs write it in their text version.
func HTMLText(src string) string {
	w := htmlWriter{blank: true}
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.b.String()
		case html.TextToken:
			if w.hidden == 0 {
				w.text(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			href, hidden := attributesOf(z, more)
			w.start(atom.Lookup(name), href, hidden)
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(atom.Lookup(name))
		}
	}
}

// attributesOf returns what matters of the attributes of a start tag: where it leads to,
// valid until the next token, and whether it hides what it holds.
func attributesOf(z *html.Tokenizer, more bool) (href []byte, hidden bool) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "href":
			href = value
		case "hidden":
			hidden = true
		case "style":
			hidden = hidden || hides(value)
		}
	}
	return href, hidden
}

// hidingStyles are the declarations, without blanks, by which a text is in a message
// and not shown: the preview lines of newsletters, and what is meant for programs.
var hidingStyles = []string{"display:none", "visibility:hidden", "mso-hide:all", "font-size:0", "opacity:0", "max-height:0"}

// hides reports whether a style has a declaration that hides the element.
func hides(style []byte) bool {
	var room [256]byte // most styles fit
	bare := room[:0]
	for _, c := range style {
		if c > ' ' {
			bare = append(bare, c|0x20) // letters become small ones
		}
	}
	return slices.ContainsFunc(hidingStyles, func(declaration string) bool {
		_, rest, ok := bytes.Cut(bare, []byte(declaration))
		return ok && (len(rest) == 0 || rest[0] < '.' || rest[0] > '9')
	})
}

// htmlWriter collects the text of a document.
type htmlWriter struct {
	b     strings.Builder
	blank bool // white space was just written, or a line begun
	pre   bool // inside <pre>
	// hidden is the element that is left out, 0 for none, and depth how many of
	// that name are open.
	hidden atom.Atom
	depth  int
	mailto string // the address that the open link leads to
	link   int    // where its text begins in b
}

// start opens an element.
func (w *htmlWriter) start(tag atom.Atom, href []byte, hidden bool) {
	kind := kindOf(tag)
	if w.hidden != 0 && tag == w.hidden {
		if kind&endsBeforeNext == 0 {
			w.depth++
			return
		}
		w.hidden = 0
	}
	if w.hidden == 0 && (hidden && kind&isVoid == 0 || kind&isForPrograms != 0) {
		w.hidden, w.depth = tag, 1
	}
	switch {
	case w.hidden != 0:
	case kind&isCell != 0:
		w.breakLine('\t')
	case tag == atom.Br:
		w.b.WriteByte('\n')
		w.blank = true
	case tag == atom.A:
		w.mailto, w.link = "", w.b.Len()
		if addr, ok := bytes.CutPrefix(href, []byte("mailto:")); ok {
			addr, _, _ = bytes.Cut(addr, []byte{'?'})
			w.mailto = string(addr)
		}
	case kind&isBlock != 0:
		w.breakLine('\n')
		w.pre = w.pre || tag == atom.Pre
	}
}

// end closes an element.
func (w *htmlWriter) end(tag atom.Atom) {
	switch {
	case w.hidden != 0:
		if tag != w.hidden {
			return
		}
		if w.depth--; w.depth == 0 {
			w.hidden = 0
		}
	case tag == atom.A:
		if shown := w.b.String()[w.link:]; !strings.Contains(shown, w.mailto) {
			w.b.WriteString("<mailto:" + w.mailto + ">")
		}
		w.mailto = ""
	case kindOf(tag)&isBlock != 0:
		w.breakLine('\n')
		w.pre = w.pre && tag != atom.Pre
	}
}

// A kind tells what an element that mail holds does to the text in it.
type kind uint8

const (
	isInline      kind = 1 << iota // it stands in a line of text
	isBlock                        // it stands on lines of its own
	isCell                         // it is a cell of a table
	isVoid                         // it has no content, and no end tag
	isForPrograms                  // no mail program shows what it holds
	// endsBeforeNext: its end tag may be missing before the next of its name (HTML
	// Standard, section 13.1.2.4)
	endsBeforeNext
)

// kindOf returns what an element is, 0 for one that mail does not hold.
func kindOf(tag atom.Atom) kind {
	switch tag {
	case atom.Title, atom.Script, atom.Style, atom.Template:
		return isForPrograms
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Wbr:
		return isVoid
	case atom.Hr:
		return isVoid | isBlock
	case atom.P, atom.Li, atom.Tr, atom.Dt, atom.Dd:
		return isBlock | endsBeforeNext
	case atom.Td, atom.Th:
		return isCell | endsBeforeNext
	case atom.Div, atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.Pre, atom.Blockquote, atom.Center, atom.Head, atom.Body,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return isBlock
	case atom.A, atom.B, atom.I, atom.U, atom.Span, atom.Font, atom.Strong, atom.Em, atom.Tt, atom.Small,
		atom.Html, atom.Tbody, atom.Thead:
		return isInline
	}
	return 0
}

// text writes text with its white space folded, except in <pre>.
func (w *htmlWriter) text(s []byte) {
	if w.pre {
		w.b.Write(s)
		w.blank = false
		return
	}
	for _, c := range s {
		switch c {
		case ' ', '\t', '\n', '\r':
			if !w.blank {
				w.b.WriteByte(' ')
			}
			w.blank = true
		default:
			w.b.WriteByte(c)
			w.blank = false
		}
	}
}

// breakLine writes mark unless the line is empty: blocks begin and end with a line end,
// and a cell of a table begins with a tab.
func (w *htmlWriter) breakLine(mark byte) {
	if s := w.b.String(); s != "" && s[len(s)-1] != '\n' {
		w.b.WriteByte(mark)
	}
	w.blank = true
}

// IsHTMLTag reports whether name, which stands in angle brackets, is a tag that
// mail holds rather than somebody's local part.
func IsHTMLTag(name string) bool { return kindOf(atom.Lookup([]byte(name))) != 0 }

// LooksLikeHTML reports whether a text that is called plain is a document: a
// block begins it, or <html> or <body> stands on its first line, and something
// closes an element.
func LooksLikeHTML(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n\ufeff")
	line, _, _ := strings.Cut(text[:min(len(text), maxHTMLLead)], "\n")
	for _, rest, ok := strings.Cut(line, "<"); ok; _, rest, ok = strings.Cut(rest, "<") {
		name := rest
		if end := strings.IndexAny(rest, "> \t/"); end >= 0 {
			name = rest[:end]
		}
		begins := len(rest) == len(line)-1
		tag := atom.Lookup([]byte(strings.ToLower(name)))
		if lex.OneOf(name, "!doctype", "html", "body") || begins && kindOf(tag)&isBlock != 0 {
			return strings.Contains(text, "</")
		}
	}
	return false
}

// maxHTMLLead is how much of a text is searched for the begin of a document.
const maxHTMLLead = 1 << 10
