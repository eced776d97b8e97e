package mime

import (
	"golang.org/x/net/html/atom"
)

// openElements is the stack of open elements of a document, as far as it takes
// to tell what is hidden. An unclosed element ends where it does in a browser:
// with the element around it, or before one that cannot stand in it (HTML
// Standard, section 13.2.6.4.7).
//
// A message can show its reader one text and hide another from him. What he
// cannot see is nothing that a mail system reports. What may be hidden is in
// doubt: a style that is not understood, an element that is not known to show its
// text, a hidden element that ends in another way than by its own end tag.
// <noscript> is shown: mail programs run no scripts.
type openElements struct {
	list []element
	// deeper counts the open elements beyond maxOpen.
	deeper int
	rules  stylesheet
	// effects are those of the style attributes so far.
	effects map[string]effect
	// root is what the document is in.
	root element
	// doubtful says that all that follows is in doubt, and hidden that all that came
	// before is.
	doubtful, hidden bool
}

// newOpenElements returns the stack of a document with the style sheet rules. It has
// a body whether or not there is a tag of it.
func newOpenElements(rules stylesheet) openElements {
	root := element{size: defaultSize, color: black, background: white}
	hidden := false
	for _, tag := range []atom.Atom{atom.Html, atom.Body} {
		f := rules[tag.String()]
		root.take(f)
		hidden = hidden || f.covers
	}
	return openElements{rules: rules, effects: map[string]effect{}, root: root, hidden: hidden}
}

// maxOpen is how deep elements are told apart, as in golang.org/x/net/html. It
// bounds what one tag costs.
const maxOpen = 512

// An element is an open element, with what it inherits.
type element struct {
	tag       atom.Atom
	removed   bool // display: none, which nothing inside can undo
	invisible bool // visibility: hidden
	doubtful  bool // something that is not known may hide it, which nothing can undo
	flat      bool // its lines lie upon each other
	pre       bool
	// size is that of letters, in pixels.
	size              float64
	color, background paint
}

func (o *openElements) top() element {
	if n := len(o.list); n > 0 {
		return o.list[n-1]
	}
	return o.root
}

// removed reports whether an element here takes no part in the layout.
func (o *openElements) removed() bool { return o.top().removed }

// shown reports whether text here can be seen, and sure whether that is certain.
// What stands deeper than elements are told apart counts as hidden.
func (o *openElements) shown() bool {
	e := o.top()
	return o.deeper == 0 && !e.removed && !e.invisible && e.size > 0
}

func (o *openElements) sure() bool {
	e := o.top()
	return !o.doubtful && e.isSure()
}

// isSure reports whether the text of e can be seen for certain.
func (e *element) isSure() bool {
	return !e.removed && !e.invisible && !e.doubtful && !e.flat && e.size >= minLetter && e.color.shows(e.background)
}

func (o *openElements) preformatted() bool { return o.top().pre }

// push opens an element. A void element has no content that it could hide, but
// that of a column is in the cells. late says that text stands before: what is said
// of the whole document is said of that too.
func (o *openElements) push(tag atom.Atom, a attributes, late bool) {
	if isVoid(tag) && tag != atom.Col {
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
	e.doubtful = e.doubtful || !isText(tag)
	e.pre = e.pre || tag == atom.Pre
	e.takeAttributes(tag, a)
	for _, f := range []effect{o.rules.of(tag, a), o.effectOf(a.style)} {
		e.take(f)
		e.doubtful = e.doubtful || f.inline && (isBlock(tag) || isTablePart(tag))
		o.hidden = o.hidden || f.covers
	}
	if a.link != nil && !paintOfAttribute(a.link).shows(e.background) {
		o.hidden = true
	}
	around := o.top()
	hides := around.isSure() && !e.isSure()
	switch tag {
	case atom.Col, atom.Colgroup:
		o.doubtful = o.doubtful || hides
		return
	case atom.Html, atom.Body:
		o.hidden = o.hidden || late && hides
	}
	o.list = append(o.list, e)
}

// effectOf returns what the value of a style attribute does. A document that a
// program made repeats a few of them.
func (o *openElements) effectOf(style []byte) effect {
	f, known := o.effects[string(style)]
	if !known {
		f = effectOf(string(style))
		if len(o.effects) < maxRules {
			o.effects[string(style)] = f
		}
	}
	return f
}

// takeAttributes takes in what attributes say of sizes and colors.
func (e *element) takeAttributes(tag atom.Atom, a attributes) {
	if tag == atom.Font && a.sized {
		e.size = defaultSize
	}
	if a.color != nil {
		e.take(effect{color: paintOfAttribute(a.color)})
	}
	if a.background != nil {
		e.take(effect{background: paintOfAttribute(a.background)})
	}
}

// take takes in what declarations do.
func (e *element) take(f effect) {
	e.removed = e.removed || f.removed
	e.doubtful = e.doubtful || f.doubtful || f.struck
	if f.visibility != inherited {
		e.invisible = f.visibility == hidden
	}
	if f.flat != undecided {
		e.flat = f.flat == yes
	}
	switch {
	case f.size.relative:
		e.size *= f.size.number
	case f.size.set:
		e.size = f.size.number
	}
	if f.color.kind != noPaint {
		e.color = f.color
	}
	if f.background.kind != noPaint {
		e.background = f.background
	}
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
			o.cut(i, i+1)
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
				o.cut(i, i)
				break
			}
			if e == atom.Table || e != atom.Tr && isTablePart(e) && !isTablePart(tag) || isListOf(e, tag) {
				break
			}
		}
	}
}

// cut closes the elements from i on, of which those from implied on have no end tag
// of their own. Where one of these is hidden, or a hidden element is closed over
// them, a browser may go on to hide.
func (o *openElements) cut(i, implied int) {
	around := o.root
	if i > 0 {
		around = o.list[i-1]
	}
	for n := i; n < len(o.list); n++ {
		e := &o.list[n]
		if around.isSure() && !e.isSure() && (n >= implied || len(o.list) > implied) {
			o.doubtful = true
		}
		around = *e
	}
	o.list = o.list[:i]
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

// isText reports whether an element shows its text as it is. Not so what is struck
// out, stands above other text, is shown where something else cannot be, or has to
// be opened.
func isText(tag atom.Atom) bool {
	if isBlock(tag) || isTablePart(tag) || isVoid(tag) {
		return true
	}
	switch tag {
	case atom.Html, atom.A, atom.Abbr, atom.Acronym, atom.Address, atom.Article, atom.Aside, atom.B, atom.Bdi, atom.Big, atom.Cite, atom.Code,
		atom.Colgroup, atom.Dfn, atom.Em, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Font, atom.Footer, atom.Form, atom.Header, atom.I,
		atom.Ins, atom.Kbd, atom.Label, atom.Legend, atom.Main, atom.Mark, atom.Nav, atom.Nobr, atom.Noscript, atom.Q, atom.Samp,
		atom.Section, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var:
		return true
	}
	return isNeverShown(tag)
}
