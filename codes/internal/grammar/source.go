package grammar

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ErrSyntax is what [Error] wraps.
var ErrSyntax = errors.New("malformed grammar")

// An Error says what is wrong with a line of a grammar.
type Error struct {
	Line int // from 1
	Err  error
}

// Error returns the error as "line 7: ...".
func (e *Error) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns e.Err, which is or wraps [ErrSyntax].
func (e *Error) Unwrap() error { return e.Err }

// A Source is a grammar as it is written.
type Source struct {
	Members []Member
	Rules   []Rule
}

// A Member is one of the names of a class.
type Member struct {
	Line    int
	Class   string
	Subject bool
	Text    string
}

// A Rule is a line of a rule: Text is what it looks for, Head the line that it
// stands under.
type Rule struct {
	Line   int
	Head   string
	Text   string
	Number int // that a match tells
}

// Read reads a grammar. The error is an [*Error].
func Read(text string) (Source, error) {
	var src Source
	var class, head string
	var subject bool
	n := 0
	for line := range strings.Lines(text) {
		n++
		indented := line[0] == '\t' || line[0] == ' '
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case !indented:
			class, head = "", line
			if rest, ok := strings.CutPrefix(line, "class "); ok {
				class, subject = strings.CutSuffix(rest, " subject")
				head = ""
				if !isClassName(class) {
					return src, syntax(n, "%.40q is no name of a class", class)
				}
			}
		case class != "":
			for _, m := range strings.Split(line, ",") {
				if m = strings.TrimSpace(m); m != "" {
					src.Members = append(src.Members, Member{n, class, subject, m})
				}
			}
		case head != "":
			src.Rules = append(src.Rules, Rule{n, head, line, len(src.Rules)})
		default:
			return src, syntax(n, "%.40q stands under nothing", line)
		}
	}
	return src, nil
}

func syntax(line int, format string, args ...any) error {
	return &Error{line, fmt.Errorf("%w: "+format, append([]any{ErrSyntax}, args...)...)}
}

// isClassName reports whether s is a name in capitals, with digits and hyphens.
func isClassName(s string) bool {
	for i := range len(s) {
		if c := s[i]; !('A' <= c && c <= 'Z') && (i == 0 || c != '-' && !isDigit(c)) {
			return false
		}
	}
	return len(s) > 1
}

// An item is an element of an expanded pattern: a word, the name of a class, a
// mark, a gap, or a group of which one stands there.
type item struct {
	text  string
	gap   int      // of "..3"; 0 for another item
	over  bool     // of "...3"
	group [][]item // of words
}

// isWord reports whether it is a word.
func (it item) isWord() bool {
	return it.gap == 0 && it.group == nil && !isClassName(it.text) && it.text[0] != '<'
}

// Limits of a pattern.
const (
	maxExpanded = 256 // what alternatives make of it
	maxGap      = 20  // words
)

// expand returns every sequence of items that a pattern stands for. With groups
// it keeps alternatives together that are of one element each.
func expand(pattern string, groups bool) ([][]item, error) {
	e := expander{tokens(pattern), groups}
	list, err := e.sequences()
	if err == nil && len(e.rest) > 0 {
		err = fmt.Errorf("%w: %q stands alone", ErrSyntax, e.rest[0])
	}
	return list, err
}

// tokens parts a pattern at blanks and at the characters that mean something.
func tokens(pattern string) []string {
	for _, c := range []string{"(", ")", "[", "]", "|"} {
		pattern = strings.ReplaceAll(pattern, c, " "+c+" ")
	}
	return strings.Fields(pattern)
}

type expander struct {
	rest   []string
	groups bool
}

// sequences reads up to a closing bracket, a bar or the end.
func (e *expander) sequences() ([][]item, error) {
	list := [][]item{nil}
	for len(e.rest) > 0 {
		var choices [][]item
		var err error
		switch t := e.rest[0]; t {
		case ")", "]", "|":
			return list, nil
		case "(", "[":
			choices, err = e.choices()
			if e.groups && t == "(" {
				choices = grouped(choices)
			}
		default:
			var it item
			it, err = readItem(t)
			choices, e.rest = [][]item{{it}}, e.rest[1:]
		}
		if err != nil {
			return nil, err
		}
		if list = product(list, choices); len(list) > maxExpanded {
			return nil, fmt.Errorf("%w: more than %d alternatives", ErrSyntax, maxExpanded)
		}
	}
	return list, nil
}

// choices reads "(a|b)" or "[a|b]".
func (e *expander) choices() ([][]item, error) {
	end := ")"
	var list [][]item
	if e.rest[0] == "[" {
		end, list = "]", [][]item{nil}
	}
	for {
		e.rest = e.rest[1:]
		one, err := e.sequences()
		if err != nil {
			return nil, err
		}
		list = append(list, one...)
		if len(e.rest) == 0 || e.rest[0] != "|" && e.rest[0] != end {
			return nil, fmt.Errorf("%w: %q is missing", ErrSyntax, end)
		}
		if e.rest[0] == end {
			e.rest = e.rest[1:]
			return list, nil
		}
	}
}

// grouped returns choices with those of words alone as one.
func grouped(choices [][]item) [][]item {
	var list, words [][]item
	for _, items := range choices {
		if slices.ContainsFunc(items, func(it item) bool { return !it.isWord() }) {
			list = append(list, items)
		} else {
			words = append(words, items)
		}
	}
	if len(words) > 1 {
		words = [][]item{{{group: words}}}
	}
	return append(list, words...)
}

// product returns each of a followed by each of b.
func product(a, b [][]item) [][]item {
	list := make([][]item, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			list = append(list, append(x[:len(x):len(x)], y...))
		}
	}
	return list
}

func readItem(token string) (item, error) {
	digits, ok := strings.CutPrefix(token, "..")
	if !ok {
		return item{text: token}, nil
	}
	digits, over := strings.CutPrefix(digits, ".")
	gap, err := strconv.Atoi(digits)
	if err != nil || gap < 1 || gap > maxGap {
		return item{}, fmt.Errorf("%w: %q is no gap of 1 to %d words", ErrSyntax, token, maxGap)
	}
	return item{gap: gap, over: over}, nil
}
