package mime

import (
	"slices"
	"strconv"
	"strings"
)

// This file reads the declarations of a style as far as it takes to tell whether
// the text under it can be seen. What it does not know may hide: a message can
// show its reader one text and give a program another.

// An effect is what declarations do to the text of an element.
type effect struct {
	// removed: nothing of it is drawn, and nothing inside can undo that.
	removed bool
	// doubtful: something is declared that may hide text, and covers: that of other
	// elements too.
	doubtful, covers bool
	// inline: the element stands on a line with others.
	inline bool
	// visibility, size, height and the colors are set where their kind is not zero.
	visibility visibility
	// size is the factor of the size of letters, or the size in pixels.
	size length
	// flat says of line-height that lines lie upon each other.
	flat choice
	// struck says that lines are drawn through the text.
	struck            bool
	color, background paint
	// clips says that what does not fit is not drawn, and bounded that the place for
	// it is.
	clips, bounded bool
}

type visibility uint8

const (
	inherited visibility = iota
	visible
	hidden
)

// A choice is yes, no, or not made.
type choice uint8

const (
	undecided choice = iota
	no
	yes
)

// A length is a number of pixels, or of the length of the element around.
type length struct {
	number   float64
	relative bool
	set      bool
}

// Sizes in pixels below which nobody reads letters, and nothing fits into a box.
// One that is a part of another is a tenth at least.
const (
	minLetter = 4
	minBox    = 4
	minClip   = 300 // where what does not fit is not drawn
	minPart   = 0.1
)

// maxShift is how many pixels text may be moved to the left by, and maxTight how many
// letters may be moved together by; farther is how many are outside of the window for
// sure.
const (
	maxShift = 20
	maxTight = 2
	farther  = 1000
)

// effectOf reads declarations.
func effectOf(style string) (e effect) {
	if style == "" {
		return e
	}
	style = bareStyle(strings.ToLower(style))
	e.doubtful = strings.IndexByte(style, '\\') >= 0 // a name may be another
	for decl := range strings.SplitSeq(style, ";") {
		name, value, ok := strings.Cut(decl, ":")
		if !ok {
			continue
		}
		value, _, _ = strings.Cut(value, "!") // !important
		e.declare(strings.TrimSpace(name), strings.TrimSpace(value))
	}
	e.doubtful = e.doubtful || e.clips && e.bounded
	return e
}

// bareStyle returns a style or style sheet without its comments, which part words, and
// without what stands in quotes, for which it writes a letter where something does, and
// in the parentheses of a URL: semicolons and braces in them are no marks.
func bareStyle(style string) string {
	const marks = "\"'(/"
	if !strings.ContainsAny(style, marks) {
		return style
	}
	var b strings.Builder
	for {
		i := strings.IndexAny(style, marks)
		if i < 0 {
			b.WriteString(style)
			return b.String()
		}
		b.WriteString(style[:i])
		mark := style[i]
		style = style[i+1:]
		switch {
		case mark == '/' && strings.HasPrefix(style, "*"):
			_, style, _ = strings.Cut(style[1:], "*/")
			b.WriteByte(' ')
		case mark == '/':
			b.WriteByte('/')
		case mark == '(':
			b.WriteByte('(')
			if strings.HasSuffix(b.String(), "url(") && (style == "" || style[0] != '"' && style[0] != '\'') {
				style = style[endOfURL(style):]
			}
		default:
			end := endOfString(style, mark)
			if end > 1 {
				b.WriteByte('s')
			}
			style = style[end:]
		}
	}
}

// endOfURL returns where a URL without quotes ends.
func endOfURL(style string) int {
	if end := strings.IndexByte(style, ')'); end >= 0 {
		return end
	}
	return len(style)
}

// endOfString returns where a string of CSS ends that was opened by a quote.
func endOfString(style string, quote byte) int {
	for i := 0; i < len(style); i++ {
		switch style[i] {
		case '\\':
			i++
		case quote, '\n':
			return i + 1
		}
	}
	return len(style)
}

// mayHide reports whether e does more than make letters that can be read.
func (e effect) mayHide() bool {
	if e.size.relative || e.size.number >= minLetter {
		e.size = length{}
	}
	return e != effect{}
}

// with returns what e and f do together, where it is not known which is stronger.
func (e effect) with(f effect) effect {
	f.removed = f.removed || e.removed
	f.doubtful = f.doubtful || e.doubtful
	f.covers = f.covers || e.covers
	f.inline = f.inline || e.inline
	f.struck = f.struck || e.struck
	f.visibility = max(f.visibility, e.visibility)
	f.flat = max(f.flat, e.flat)
	if e.size.set && (!f.size.set || e.size.number < f.size.number) {
		f.size = e.size
	}
	if f.color.kind == noPaint {
		f.color = e.color
	}
	if f.background.kind == noPaint {
		f.background = e.background
	}
	return f
}

// declare takes in one declaration, in lower case.
func (e *effect) declare(name, value string) {
	switch name {
	case "display":
		e.removed = e.removed || value == "none"
		e.doubt(value != "none" && !slices.Contains(displays, value))
		e.inline = strings.HasPrefix(value, "inline")
	case "mso-hide": // Outlook
		e.removed = e.removed || value == "all"
	case "visibility":
		e.visibility = visible
		if value == "hidden" || value == "collapse" {
			e.visibility = hidden
		} else if value != "visible" {
			e.visibility = inherited
		}
	case "opacity":
		part, ok := number(value)
		e.removed = e.removed || ok && part == 0
		e.doubt(!ok || part < 3*minPart)
	case "clip", "clip-path":
		e.removed = e.removed || !isNeutral(value)
	case "color":
		e.color = paintOf(value)
		e.removed = e.removed || value == "transparent"
		e.doubt(e.color.kind == unknownPaint)
	case "background", "background-color", "background-image":
		e.paintBackground(value)
	case "font-size":
		e.size = sizeOf(value)
		e.doubt(!e.size.set && value != "")
	case "font":
		e.font(value)
	case "line-height":
		e.line(value)
	case "text-decoration", "text-decoration-line":
		e.struck = strings.Contains(value, "line-through")
	default:
		e.place(name, value)
	}
}

// place takes in a declaration of where text is drawn, and in how much room.
func (e *effect) place(name, value string) {
	switch name {
	case "height", "max-height", "width", "max-width":
		e.box(name, value)
	case "left", "right", "top", "bottom": // text is drawn over another
		l, ok := lengthOf(value)
		e.removed = e.removed || l.number <= -farther
		e.cover(!isNeutral(value) && (!ok || l.number != 0))
	case "margin-left", "margin-right", "text-indent":
		e.shift(value, maxShift)
	case "letter-spacing", "word-spacing":
		e.shift(value, maxTight)
	case "vertical-align":
		if _, ok := lengthOf(value); ok {
			e.shift(value, maxTight)
		}
	case "overflow", "overflow-x", "overflow-y":
		e.clips = e.clips || value == "hidden" || value == "clip"
	case "position":
		e.cover(value != "static" && value != "relative" && value != "inherit")
	default:
		e.other(name, value)
	}
}

func (e *effect) doubt(doubtful bool) { e.doubtful = e.doubtful || doubtful }

func (e *effect) cover(covers bool) { e.covers = e.covers || covers }

// displays are the values of display that draw the text of an element.
var displays = []string{
	"block", "inline", "inline-block", "list-item", "table", "inline-table", "table-row", "table-cell", "table-row-group", "table-header-group",
	"table-footer-group", "table-caption", "flex", "inline-flex", "grid", "flow-root", "inherit", "initial",
}

// isNeutral reports whether a value leaves a property as it is without it.
func isNeutral(value string) bool {
	switch value {
	case "", "none", "auto", "normal", "inherit", "initial":
		return true
	}
	return false
}

// box takes in a declaration of the size of a box.
func (e *effect) box(name, value string) {
	if isNeutral(value) {
		return
	}
	l, ok := lengthOf(value)
	switch {
	case !ok:
		e.doubtful = true
	case l.number == 0:
		e.removed = true
	case l.relative:
		e.doubt(l.number < minPart/10)
	default:
		e.doubt(l.number < minBox)
		e.bounded = e.bounded || name == "height" || name == "max-height" || l.number < minClip
	}
}

// shift takes in lengths by which text is moved, back by limit at most.
func (e *effect) shift(value string, limit float64) {
	for word := range strings.FieldsSeq(value) {
		l, ok := lengthOf(word)
		switch {
		case isNeutral(word):
		case !ok:
			e.covers = true
		case strings.HasSuffix(word, "%"):
			e.cover(l.number < 0 || l.number > 1)
		default:
			if l.relative {
				l.number *= defaultSize
			}
			e.removed = e.removed || l.number <= -farther
			e.cover(l.number < -limit || l.number > farther)
		}
	}
}

// paintBackground takes in the color behind the text. That of an image is not known.
func (e *effect) paintBackground(value string) {
	if p := paintOf(value); p.kind == known || strings.Contains(value, "(") {
		e.background = p
		return
	}
	for word := range strings.FieldsSeq(value) {
		_, isLength := lengthOf(word)
		if p := paintOf(word); p.kind != noPaint && !isLength && !slices.Contains(backgroundWords, word) {
			e.background = p
		}
	}
}

// backgroundWords say how an image is laid behind the text.
var backgroundWords = []string{"repeat", "no-repeat", "repeat-x", "repeat-y", "scroll", "fixed", "center", "top", "left", "right", "bottom", "cover", "contain", "/"}

// font takes in the size of letters and lines in "bold 0/0 sans-serif".
func (e *effect) font(value string) {
	for word := range strings.FieldsSeq(value) {
		size, line, _ := strings.Cut(word, "/")
		if l := sizeOf(size); l.set && !isWeight(size) {
			e.size = l
			e.line(line)
			return
		}
	}
}

// isWeight reports whether a word of "font" is how bold the letters are.
func isWeight(word string) bool {
	n, err := strconv.Atoi(word)
	return err == nil && n >= 100
}

// line takes in the height of lines: a part of that of the letters, or a length.
func (e *effect) line(value string) {
	if value == "" || value == "inherit" {
		return
	}
	e.flat = no
	if value == "normal" || value == "initial" {
		return
	}
	n, err := strconv.ParseFloat(value, 64)
	l, ok := lengthOf(value)
	switch {
	case err == nil:
		l = length{number: n, relative: true}
	case !ok:
		e.doubtful = true
	}
	if l.relative && l.number < 5*minPart || !l.relative && l.number < minLetter {
		e.flat = yes
	}
}

// other takes in a property that is told by its first word, or whose name is not
// known.
func (e *effect) other(name, value string) {
	if strings.HasPrefix(name, "mso-") || slices.Contains(harmless, name) || isNeutral(value) {
		return
	}
	family, _, _ := strings.Cut(strings.TrimLeft(name, "-"), "-")
	switch family {
	case "border", "list", "page", "text", "font", "background":
		e.cover(slices.Contains(hiding, name) || strings.HasPrefix(name, "border-image") || strings.Contains(value, "(") && family != "border")
	case "webkit", "moz", "ms", "o":
		_, rest, _ := strings.Cut(name[1:], "-")
		e.cover(!strings.HasPrefix(rest, "border-radius") && !slices.Contains(harmless, rest) && rest != "text-size-adjust" && rest != "font-smoothing")
	case "margin", "padding":
		e.shift(value, 0)
	default:
		e.covers = true
	}
}

// harmless are properties that hide no text, whatever their value.
var harmless = []string{
	"white-space", "word-break", "word-wrap", "overflow-wrap", "hyphens", "float", "clear", "min-width", "min-height", "cursor",
	"table-layout", "box-sizing", "direction", "z-index", "caption-side", "empty-cells", "orphans", "widows", "tab-size", "quotes",
	"src", "size", "panose-1", "interpolation-mode", "osx-font-smoothing", "line-break", "color-scheme", "align-items", "justify-content",
}

// hiding are properties that may hide text, though others of their family do not.
var hiding = []string{"text-security", "text-fill-color", "text-combine-upright", "text-overflow", "text-orientation", "background-clip", "font-size-adjust"}

// sizeOf reads the size of letters; not set where it is none.
func sizeOf(value string) length {
	switch value {
	case "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "initial":
		return length{number: defaultSize, set: true}
	case "smaller":
		return length{number: 0.8, relative: true, set: true}
	case "larger":
		return length{number: 1.2, relative: true, set: true}
	case "inherit":
		return length{number: 1, relative: true, set: true}
	}
	l, ok := lengthOf(value)
	l.set = ok && l.number >= 0
	return l
}

// defaultSize is how many pixels letters have in a browser.
const defaultSize = 16

// pixels are how many a unit of CSS has; those of zero are parts of what is around.
var pixels = map[string]float64{
	"": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "rem": defaultSize, "em": 0, "ex": 0, "ch": 0, "%": 0,
}

// lengthOf reads a length, such as "0.5em", "-3px" or "40%".
func lengthOf(value string) (l length, ok bool) {
	digits := strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyz%")
	n, err := strconv.ParseFloat(digits, 64)
	factor, known := pixels[value[len(digits):]]
	if err != nil || !known {
		return l, false
	}
	switch value[len(digits):] {
	case "%":
		return length{number: n / 100, relative: true}, true
	case "em", "ch":
		return length{number: n, relative: true}, true
	case "ex":
		return length{number: n / 2, relative: true}, true
	}
	return length{number: n * factor}, true
}

// number reads "0.5" or "50%".
func number(value string) (n float64, ok bool) {
	digits, percent := strings.CutSuffix(value, "%")
	n, err := strconv.ParseFloat(digits, 64)
	if percent {
		n /= 100
	}
	return n, err == nil
}

// A paint is a color.
type paint struct {
	kind    paintKind
	r, g, b int
}

type paintKind uint8

const (
	noPaint paintKind = iota // as around
	known
	unknownPaint
)

var (
	black = paint{kind: known}
	white = paint{known, 255, 255, 255}
)

// colors are the names of the colors that mail has.
var colors = map[string]paint{
	"black": black, "windowtext": black, "white": white, "window": white, "silver": {known, 192, 192, 192}, "gray": {known, 128, 128, 128}, "grey": {known, 128, 128, 128},
	"red": {known, 255, 0, 0}, "maroon": {known, 128, 0, 0}, "yellow": {known, 255, 255, 0}, "olive": {known, 128, 128, 0}, "lime": {known, 0, 255, 0},
	"green": {known, 0, 128, 0}, "aqua": {known, 0, 255, 255}, "teal": {known, 0, 128, 128}, "blue": {known, 0, 0, 255}, "navy": {known, 0, 0, 128},
	"fuchsia": {known, 255, 0, 255}, "purple": {known, 128, 0, 128}, "orange": {known, 255, 165, 0}, "darkred": {known, 139, 0, 0}, "darkblue": {known, 0, 0, 139},
	"darkgray": {known, 169, 169, 169}, "dimgray": {known, 105, 105, 105}, "lightgray": {known, 211, 211, 211}, "lightgrey": {known, 211, 211, 211},
	"whitesmoke": {known, 245, 245, 245}, "steelblue": {known, 70, 130, 180}, "lightblue": {known, 173, 216, 230}, "crimson": {known, 220, 20, 60},
}

// paintOf reads a color: its name, "#fff", "#ffffff" or "rgb(255, 255, 255)". One
// that can be seen through is not known.
func paintOf(value string) paint {
	if isNeutral(value) || value == "currentcolor" || value == "transparent" {
		return paint{}
	}
	if p, ok := colors[value]; ok {
		return p
	}
	if hex, ok := strings.CutPrefix(value, "#"); ok {
		return paintOfHex(hex)
	}
	if args, ok := strings.CutPrefix(value, "rgb"); ok {
		return paintOfArguments(strings.Trim(args, "a()"))
	}
	return paint{kind: unknownPaint}
}

func paintOfHex(hex string) paint {
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		return paint{kind: unknownPaint}
	}
	return paint{known, int(n >> 16), int(n >> 8 & 255), int(n & 255)}
}

// paintOfArguments reads "255, 255, 255" and "255 255 255 / 1".
func paintOfArguments(args string) paint {
	words := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(words) != 3 && (len(words) != 4 || words[3] != "1" && words[3] != "100%") {
		return paint{kind: unknownPaint}
	}
	var rgb [3]int
	for i := range rgb {
		n, err := strconv.Atoi(words[i])
		if err != nil {
			return paint{kind: unknownPaint}
		}
		rgb[i] = n
	}
	return paint{known, rgb[0], rgb[1], rgb[2]}
}

// minContrast is how much the three parts of two colors differ at least by which
// letters can be read.
const minContrast = 60

// paintOfAttribute reads the color in an attribute, which may lack the "#".
func paintOfAttribute(value []byte) paint {
	color := strings.ToLower(strings.TrimSpace(string(value)))
	p := paintOf(color)
	if p.kind == unknownPaint {
		p = paintOfHex(color)
	}
	return p
}

// shows reports whether letters of a color can be read on a background.
func (p paint) shows(background paint) bool {
	return p.kind == known && background.kind == known && abs(p.r-background.r)+abs(p.g-background.g)+abs(p.b-background.b) >= minContrast
}

func abs(n int) int { return max(n, -n) }
