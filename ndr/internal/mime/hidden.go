package mime

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// openElements is the stack of open elements of a document, as far as it takes
// to tell what is hidden. An unclosed element ends where it does in a browser:
// with the element around it, or before one that cannot stand in it (HTML
// Standard, section 13.2.6.4.7).
//
// A message can show its reader one text and hide another from him. What he
// cannot see is nothing that a mail system reports. <noscript> is shown: mail
// programs run no scripts.
type openElements struct {
	list []element
	// deeper counts the open elements beyond maxOpen.
	deeper int
	rules  stylesheet
}

// maxOpen is how deep elements are told apart, as in golang.org/x/net/html. It
// bounds what one tag costs.
const maxOpen = 512

// An element is an open element, with what it inherits.
type element struct {
	tag       atom.Atom
	removed   bool // display: none, which nothing inside can undo
	invisible bool // visibility: hidden
	tiny      bool // font-size: 0
	pre       bool
}

func (o *openElements) top() element {
	if n := len(o.list); n > 0 {
		return o.list[n-1]
	}
	return element{}
}

// removed reports whether an element here takes no part in the layout.
func (o *openElements) removed() bool { return o.top().removed }

// shown reports whether text here can be seen. What stands deeper than elements are
// told apart counts as hidden.
func (o *openElements) shown() bool {
	e := o.top()
	return o.deeper == 0 && !e.removed && !e.invisible && !e.tiny
}

func (o *openElements) preformatted() bool { return o.top().pre }

// push opens an element. A void element has no content that it could hide.
func (o *openElements) push(tag atom.Atom, a attributes) {
	if isVoid(tag) {
		return
	}
	o.closeImplied(tag)
	if len(o.list) == maxOpen {
		o.deeper++
		return
	}
	e := o.top()
	e.tag = tag
	e.removed = e.removed || a.hidden || isNeverShown(tag)
	e.pre = e.pre || tag == atom.Pre
	o.rules.hide(&e, tag, a)
	e.apply(string(a.style))
	if tag == atom.Font && a.sized {
		e.tiny = false
	}
	o.list = append(o.list, e)
}

// pop closes the innermost element of that name with all that is in it. An end
// tag closes nothing outside of the cell or table that it stands in, and that of
// an inline element closes no block.
func (o *openElements) pop(tag atom.Atom) {
	if o.deeper > 0 {
		o.deeper--
		return
	}
	if tag == atom.Body || tag == atom.Html {
		return // QUIRK: a footer that software adds stands behind </body>
	}
	for i := len(o.list) - 1; i >= 0; i-- {
		e := o.list[i].tag
		if e == tag {
			o.list = o.list[:i]
			return
		}
		if isBlock(e) && !isBlock(tag) && !isTablePart(tag) || isTablePart(e) && !isTablePart(tag) || e == atom.Table {
			return
		}
	}
}

// closeImplied closes what a start tag ends without an end tag: a paragraph
// before a block, a list item, row or cell before the next.
func (o *openElements) closeImplied(tag atom.Atom) {
	ends := impliedEnds[tag]
	if ends == nil && isBlock(tag) {
		ends = impliedEnds[atom.P]
	}
	for _, end := range ends {
		for i := len(o.list) - 1; i >= 0; i-- {
			e := o.list[i].tag
			if e == end {
				o.list = o.list[:i]
				break
			}
			if e == atom.Table || e != atom.Tr && isTablePart(e) && !isTablePart(tag) || isListOf(e, tag) {
				break
			}
		}
	}
}

// impliedEnds are the elements that a start tag closes.
var impliedEnds = map[atom.Atom][]atom.Atom{
	atom.P:     {atom.P},
	atom.Li:    {atom.Li, atom.P},
	atom.Dt:    {atom.Dt, atom.Dd, atom.P},
	atom.Dd:    {atom.Dt, atom.Dd, atom.P},
	atom.Td:    {atom.Td, atom.Th},
	atom.Th:    {atom.Td, atom.Th},
	atom.Tr:    {atom.Tr},
	atom.Tbody: {atom.Tbody, atom.Thead, atom.Tfoot},
	atom.Thead: {atom.Tbody, atom.Thead, atom.Tfoot},
	atom.Tfoot: {atom.Tbody, atom.Thead, atom.Tfoot},
}

// isListOf reports whether an item of the name tag belongs to the list e.
func isListOf(e, tag atom.Atom) bool {
	return tag == atom.Li && (e == atom.Ul || e == atom.Ol) || (tag == atom.Dt || tag == atom.Dd) && e == atom.Dl
}

func isTablePart(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return true
	}
	return false
}

func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isNeverShown reports whether a mail program shows no text of an element: what is
// for programs, the alternative to what it draws or plays, and the choices of a
// list that is closed.
func isNeverShown(tag atom.Atom) bool {
	switch tag {
	case atom.Title, atom.Script, atom.Style, atom.Template, atom.Datalist, atom.Noembed, atom.Noframes,
		atom.Svg, atom.Iframe, atom.Object, atom.Video, atom.Audio, atom.Canvas, atom.Select, atom.Dialog:
		return true
	}
	return false
}

// apply takes in what a style attribute says of the visibility of an element.
func (e *element) apply(style string) {
	if strings.Contains(style, "/*") {
		style = withoutComments(style)
	}
	for decl := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(decl, ":")
		value, _, _ = strings.Cut(value, "!") // !important
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(name) {
		case "display":
			e.removed = e.removed || value == "none"
		case "mso-hide": // Outlook
			e.removed = e.removed || value == "all"
		case "opacity", "height", "max-height", "width", "max-width": // what is drawn in nothing is not seen
			e.removed = e.removed || isZero(value)
		case "left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top": // nor what is drawn outside the window
			number := withoutUnit(value)
			e.removed = e.removed || len(number) > len("-999") && number[0] == '-'
		case "clip", "clip-path":
			e.removed = e.removed || value != "auto" && value != "none"
		case "color":
			e.removed = e.removed || value == "transparent"
		case "visibility":
			hidden := value == "hidden" || value == "collapse"
			e.invisible = hidden || e.invisible && value != "visible"
		case "font-size":
			e.tiny = isZero(value) || e.tiny && isRelative(value)
		case "font": // "bold 0/0 sans-serif"
			e.tiny = slices.ContainsFunc(strings.Fields(value), func(word string) bool {
				size, _, _ := strings.Cut(word, "/")
				return isZero(size)
			})
		}
	}
}

// isZero reports whether a length of CSS is zero: "0", "0px", "0.0em".
func isZero(length string) bool {
	number := withoutUnit(length)
	return strings.TrimLeft(number, "0.") == "" && strings.Contains(number, "0")
}

// withoutUnit returns the number of a length in lower case.
func withoutUnit(length string) string {
	return strings.TrimRight(length, "abcdefghijklmnopqrstuvwxyz%")
}

// isRelative reports whether a font size is a part of that of the element
// around.
func isRelative(size string) bool {
	return strings.HasSuffix(size, "em") && !strings.HasSuffix(size, "rem") || strings.HasSuffix(size, "%") ||
		size == "inherit" || size == "larger" || size == "smaller" || size == ""
}
