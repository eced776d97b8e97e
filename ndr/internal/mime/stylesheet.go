package mime

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A stylesheet tells what the <style> elements of a document do to an element, by
// the last simple selector of a rule: "*", "p", ".note", "#top". The conditions that
// a rule sets on the elements around are not checked, so it may hide too much. What
// a rule hides within another, as for a kind of screen, is in doubt, and so is
// everything where a rule is not understood.
type stylesheet map[string]effect

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
		text := src[:endOfStyle(src)]
		s.read(bareStyle(htmlComment.Replace(text)))
		src = src[len(text):]
	}
}

// endOfStyle returns where the content of a <style> element ends.
func endOfStyle(src string) int {
	for at := 0; ; at += len("</") {
		i := strings.Index(src[at:], "</")
		if i < 0 {
			return len(src)
		}
		if at += i; len(src) >= at+len("</style") && strings.EqualFold(src[at:at+len("</style")], "</style") {
			return at
		}
	}
}

// htmlComment removes the HTML comment around a style sheet that hides it from
// programs without CSS.
var htmlComment = strings.NewReplacer("<!--", "", "-->", "")

// read takes in the rules of text.
func (s stylesheet) read(text string) {
	depth := 0 // of rules that hold under a condition
	for {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			return
		}
		head, brace := text[:i], text[i]
		text = text[i+1:]
		head = strings.TrimSpace(head[strings.LastIndexByte(head, ';')+1:])
		switch {
		case brace == '}':
			depth = max(0, depth-1)
		case isConditional(head):
			depth++
		case strings.HasPrefix(head, "@"):
			text = afterBlock(text)
		default:
			block, rest, _ := strings.Cut(text, "}")
			text = rest
			s.add(head, block, depth > 0)
		}
	}
}

// isConditional reports whether a rule holds others that hold under a condition.
func isConditional(head string) bool {
	end := strings.IndexAny(head+" ", " \t\r\n(")
	switch strings.ToLower(head[:end]) {
	case "@media", "@supports", "@layer", "@container", "@scope", "@starting-style", "@document", "@-moz-document":
		return true
	}
	return false
}

// add adds a rule. Where it holds under a condition what it hides is in doubt, and
// where it cannot be understood everything is.
func (s stylesheet) add(selectors, block string, conditional bool) {
	f := effectOf(block)
	if conditional {
		f = effect{doubtful: f.mayHide()}
	}
	if strings.IndexByte(selectors, '\\') >= 0 || strings.IndexByte(block, '{') >= 0 {
		selectors, f = "*", effect{doubtful: true}
	}
	if f == (effect{}) {
		return
	}
	for selector := range strings.SplitSeq(selectors, ",") {
		key := simpleSelector(selector)
		if len(s) >= maxRules {
			key, f = "*", effect{doubtful: true}
		}
		s[key] = s[key].with(f)
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
			return mark + strings.ToLower(name)
		}
	}
	if selector == "" {
		return "*"
	}
	return strings.ToLower(selector)
}

// of returns what the rules do to an element. The names of classes are compared in
// small letters, as browsers do in a document without a type.
func (s stylesheet) of(tag atom.Atom, a attributes) effect {
	if len(s) == 0 {
		return effect{}
	}
	f := s["*"].with(s[tag.String()]).with(s["#"+strings.ToLower(string(a.id))])
	for class := range strings.FieldsSeq(strings.ToLower(string(a.class))) {
		f = f.with(s["."+class])
	}
	return f
}
