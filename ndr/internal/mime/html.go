package mime

import (
	"bytes"
	"strings"

	"example.com/ndr/ndr/internal/lex"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTMLText turns an HTML document into text as a person sees it: a line for
// each block, row or <br>, a tab between cells, entities decoded. What is not
// shown is left out: comments, <title>, <script>, <style>, <template>, and what
// style or an attribute hides, see hidden.go. A link to an address whose text is
// another is followed by <mailto:address>, as mail programs write it in their
// text version. sure reports whether a person sees all of the text for certain: a
// style may hide some of it in a way that is not known.
func HTMLText(src string) (text string, sure bool) {
	w := htmlWriter{blank: true, open: newOpenElements(stylesheetOf(src))}
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.b.String(), !w.doubtful && !w.open.hidden
		case html.CommentToken:
			w.comment(string(z.Text()))
		case html.TextToken:
			if w.open.shown() {
				w.text(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			// QUIRK: some systems do not escape "<alice@example.com>".
			if tag := atom.Lookup(name); tag != 0 || bytes.IndexByte(name, '@') < 0 {
				w.start(tag, attributesOf(z, more))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(atom.Lookup(name))
		}
	}
}

// attributes are those of a start tag that matter here. They are valid until the
// next token.
type attributes struct {
	href, style, class, id []byte
	color, background      []byte
	link                   []byte // the color of links
	hidden, sized          bool   // there is an attribute "hidden", "size"
}

// attributesOf reads attributes: of two of one name the first counts.
func attributesOf(z *html.Tokenizer, more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		var to *[]byte
		switch string(key) {
		case "href":
			to = &a.href
		case "style":
			to = &a.style
		case "class":
			to = &a.class
		case "id":
			to = &a.id
		case "color", "text":
			to = &a.color
		case "link", "vlink":
			to = &a.link
		case "bgcolor", "background": // the color of an image is not known
			to = &a.background
		case "hidden":
			a.hidden = true
		case "size":
			a.sized = true
		}
		if to != nil && *to == nil {
			*to = append([]byte{}, value...)
		}
	}
	return a
}

// htmlWriter collects the text of a document.
type htmlWriter struct {
	b      strings.Builder
	blank  bool // white space was just written, or a line begun
	open   openElements
	mailto string // the address that the open link leads to
	link   int    // where its text begins in b
	// conditional says that only some mail programs show what is read: Outlook
	// skips what stands between <![if !mso]> and <![endif]>.
	conditional bool
	// doubtful says that text was written which may be hidden.
	doubtful bool
}

// comment reads a comment, which may begin or end what is shown under a condition.
func (w *htmlWriter) comment(text string) {
	if strings.Contains(text, "[endif]") {
		w.conditional = false
	} else if strings.HasPrefix(text, "[if") {
		w.conditional = true
	}
}

// start opens an element.
func (w *htmlWriter) start(tag atom.Atom, a attributes) {
	w.open.push(tag, a, w.b.Len() > 0)
	if w.open.removed() {
		return
	}
	switch {
	case tag == atom.Td || tag == atom.Th:
		w.cell()
	case tag == atom.Br:
		w.b.WriteByte('\n')
		w.blank = true
	case tag == atom.A:
		w.mailto, w.link = "", w.b.Len()
		if addr, ok := bytes.CutPrefix(a.href, []byte("mailto:")); ok && w.open.shown() {
			addr, _, _ = bytes.Cut(addr, []byte{'?'})
			w.mailto = string(addr)
		}
	case isBlock(tag):
		w.line()
	}
}

// end closes an element.
func (w *htmlWriter) end(tag atom.Atom) {
	removed := w.open.removed()
	w.open.pop(tag)
	switch {
	case removed:
	case tag == atom.A:
		if shown := w.b.String()[w.link:]; !strings.Contains(shown, w.mailto) {
			w.doubtful = w.doubtful || strings.Contains(shown, "@") && !strings.Contains(strings.ToLower(shown), strings.ToLower(w.mailto)) // another address
			w.b.WriteString("<mailto:" + w.mailto + ">")
		}
		w.mailto = ""
	case isBlock(tag):
		w.line()
	}
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
	if (w.conditional || !w.open.sure()) && len(bytes.Trim(s, " \t\r\n\u00a0\u200c")) > 0 {
		w.doubtful = true
	}
	if w.open.preformatted() {
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
