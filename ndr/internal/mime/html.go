package mime

import (
	"bytes"
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
			w.start(atom.Lookup(name), attributesOf(z, more))
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(atom.Lookup(name))
		}
	}
}

// attributes are those of a start tag that matter here. They are valid until the
// next token.
type attributes struct {
	href   []byte
	hidden bool
}

func attributesOf(z *html.Tokenizer, more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "href":
			a.href = value
		case "hidden":
			a.hidden = true
		case "style":
			a.hidden = a.hidden || hides(value)
		}
	}
	return a
}

// hidingStyles are the declarations, without blanks, by which a text is in a message
// and not shown: the preview lines of newsletters, and what is meant for programs.
var hidingStyles = []string{"display:none", "visibility:hidden", "mso-hide:all", "font-size:0", "opacity:0", "max-height:0"}

// hides reports whether a style has a declaration that hides the element.
func hides(style []byte) bool {
	var b strings.Builder
	b.Grow(len(style))
	for _, c := range style {
		if c > ' ' {
			b.WriteByte(c | 0x20) // letters become small ones
		}
	}
	for _, declaration := range hidingStyles {
		if _, rest, ok := strings.Cut(b.String(), declaration); ok && (rest == "" || rest[0] < '.' || rest[0] > '9') {
			return true
		}
	}
	return false
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
func (w *htmlWriter) start(tag atom.Atom, a attributes) {
	if w.hidden != 0 && tag == w.hidden {
		if !endsBeforeNext(tag) {
			w.depth++
			return
		}
		w.hidden = 0
	}
	if w.hidden == 0 && (a.hidden && !isVoid(tag) || isForPrograms(tag)) {
		w.hidden, w.depth = tag, 1
	}
	switch {
	case w.hidden != 0:
	case tag == atom.Td || tag == atom.Th:
		w.cell()
	case tag == atom.Br:
		w.b.WriteByte('\n')
		w.blank = true
	case tag == atom.A:
		w.mailto, w.link = "", w.b.Len()
		if addr, ok := bytes.CutPrefix(a.href, []byte("mailto:")); ok {
			addr, _, _ = bytes.Cut(addr, []byte{'?'})
			w.mailto = string(addr)
		}
	case isBlock(tag):
		w.line()
		w.pre = w.pre || tag == atom.Pre
	}
}

// end closes an element.
func (w *htmlWriter) end(tag atom.Atom) {
	switch {
	case w.hidden != 0:
		if tag == w.hidden {
			w.depth--
		}
		if w.depth == 0 {
			w.hidden = 0
		}
	case tag == atom.A:
		if shown := w.b.String()[w.link:]; !strings.Contains(shown, w.mailto) {
			w.b.WriteString("<mailto:" + w.mailto + ">")
		}
		w.mailto = ""
	case isBlock(tag):
		w.line()
		w.pre = w.pre && tag != atom.Pre
	}
}

// isForPrograms reports whether an element holds text that no mail program shows.
func isForPrograms(tag atom.Atom) bool {
	switch tag {
	case atom.Title, atom.Script, atom.Style, atom.Template:
		return true
	}
	return false
}

// isVoid reports whether an element has no content, and no end tag.
func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Wbr:
		return true
	}
	return false
}

// endsBeforeNext reports whether an element that is not closed ends before the next
// of its name (HTML Standard, section 13.1.2.4).
func endsBeforeNext(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Li, atom.Td, atom.Th, atom.Tr, atom.Dt, atom.Dd:
		return true
	}
	return false
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Tr, atom.Table, atom.Li, atom.Ul, atom.Ol, atom.Pre, atom.Hr,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dt, atom.Dd, atom.Dl,
		atom.Blockquote, atom.Center, atom.Body, atom.Head:
		return true
	}
	return false
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

// line ends the line unless it is empty. Blocks begin and end one.
func (w *htmlWriter) line() {
	if s := w.b.String(); s != "" && s[len(s)-1] != '\n' {
		w.b.WriteByte('\n')
	}
	w.blank = true
}

// cell begins a cell of a table.
func (w *htmlWriter) cell() {
	if s := w.b.String(); s != "" && s[len(s)-1] != '\n' {
		w.b.WriteByte('\t')
	}
	w.blank = true
}

// IsHTMLTag reports whether name, which stands in angle brackets, is a tag that
// mail holds rather than somebody's local part.
func IsHTMLTag(name string) bool {
	name = strings.Trim(name, "/")
	tag := atom.Lookup([]byte(name))
	if isBlock(tag) {
		return true
	}
	switch tag {
	case atom.A, atom.B, atom.I, atom.U, atom.Br, atom.Span, atom.Font, atom.Strong, atom.Em, atom.Tt, atom.Small,
		atom.Html, atom.Meta, atom.Style, atom.Tbody, atom.Thead, atom.Td, atom.Th, atom.Img:
		return true
	}
	return false
}

// LooksLikeHTML reports whether a text that is called plain is a document: a
// block begins it, or <html> or <body> stands on its first line, and something
// closes an element.
func LooksLikeHTML(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n\ufeff")
	line, _, _ := strings.Cut(text[:min(len(text), maxHTMLLead)], "\n")
	for at := 0; ; {
		i := strings.IndexByte(line[at:], '<')
		if i < 0 {
			return false
		}
		at += i + 1
		n := at
		for n < len(line) && (lex.IsAlnum(line[n]) || line[n] == '!') {
			n++
		}
		if n < len(line) && strings.IndexByte("> \t/", line[n]) < 0 {
			continue
		}
		switch name := strings.ToLower(line[at:n]); {
		case name == "!doctype", name == "html", name == "body", at == 1 && isBlock(atom.Lookup([]byte(name))):
			return strings.Contains(text, "</")
		}
	}
}

// maxHTMLLead is how much of a text is searched for the begin of a document.
const maxHTMLLead = 1 << 10
