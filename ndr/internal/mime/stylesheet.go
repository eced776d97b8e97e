package mime

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A stylesheet tells which elements the <style> elements of a document hide, by
// the last simple selector of a rule: "*", "p", ".note", "#top". The conditions that
// a rule sets on the elements around are not checked, so it may hide too much.
// Rules within another, as for a kind of screen, are left out.
type stylesheet map[string]element

// maxRules bounds the rules of a stylesheet that are kept.
const maxRules = 1000

// stylesheetOf reads all <style> elements of a document: each holds for what stands
// before it too.
func stylesheetOf(src string) stylesheet {
	var s stylesheet
	for {
		i := strings.IndexByte(src, '<')
		if i < 0 {
			return s
		}
		src = src[i+1:]
		if len(src) < len("style") || !strings.EqualFold(src[:len("style")], "style") {
			continue
		}
		_, src, _ = strings.Cut(src, ">")
		if s == nil {
			s = stylesheet{}
		}
		text, _, _ := strings.Cut(src, "</")
		s.read(htmlComment.Replace(withoutComments(text)))
		src = src[len(text):]
	}
}

// htmlComment removes the HTML comment around a style sheet that hides it from
// programs without CSS.
var htmlComment = strings.NewReplacer("<!--", "", "-->", "")

// withoutComments leaves the comments out.
func withoutComments(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, text, _ = strings.Cut(rest, "*/")
	}
}

// read takes in the rules of text that hide.
func (s stylesheet) read(text string) {
	for text != "" {
		var selectors, block string
		selectors, text, _ = strings.Cut(text, "{")
		if strings.Contains(selectors, "@") {
			text = afterBlock(text)
			continue
		}
		block, text, _ = strings.Cut(text, "}")
		var e element
		e.apply(block)
		if e == (element{}) {
			continue
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			if len(s) < maxRules {
				key := simpleSelector(selector)
				s[key] = s[key].with(e)
			}
		}
	}
}

// afterBlock returns what follows the block that text is in.
func afterBlock(text string) string {
	depth := 1
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return text[i+1:]
		}
	}
	return ""
}

// simpleSelector returns the part of a selector that says most of the element
// itself: its id, else its class, else its name, "*" for any.
func simpleSelector(selector string) string {
	selector = strings.TrimRight(selector, " \t\r\n")
	selector = selector[strings.LastIndexAny(selector, " \t\r\n>+~")+1:]
	if i := strings.IndexAny(selector, ":["); i >= 0 {
		selector = selector[:i]
	}
	for _, mark := range []string{"#", "."} {
		if i := strings.LastIndex(selector, mark); i >= 0 {
			name := selector[i+1:]
			if j := strings.IndexAny(name, ".#"); j >= 0 {
				name = name[:j]
			}
			return mark + name
		}
	}
	if selector == "" {
		return "*"
	}
	return strings.ToLower(selector)
}

// hide makes e what the rules make of it.
func (s stylesheet) hide(e *element, tag atom.Atom, a attributes) {
	if len(s) == 0 {
		return
	}
	*e = e.with(s["*"]).with(s[tag.String()]).with(s["#"+string(a.id)])
	for class := range strings.FieldsSeq(string(a.class)) {
		*e = e.with(s["."+class])
	}
}

// with returns e hidden in the ways that other is hidden too.
func (e element) with(other element) element {
	e.removed = e.removed || other.removed
	e.invisible = e.invisible || other.invisible
	e.tiny = e.tiny || other.tiny
	return e
}
