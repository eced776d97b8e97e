package grammar

import (
	"errors"
	"fmt"
	"regexp"
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

// Limits of a pattern.
const (
	maxPattern  = 1 << 10 // bytes
	maxExpanded = 256     // what alternatives make of it
	maxGap      = 20      // words
)

// innermost is a bracket that holds no other.
var innermost = regexp.MustCompile(`\([^()\[\]]*\)|\[[^()\[\]]*\]`)

// expand returns every sequence of words, classes, marks and gaps that a pattern stands
// for. With groups, alternatives of words alone are kept together: "{a,b c}".
func expand(pattern string, groups bool) ([][]string, error) {
	if len(pattern) > maxPattern {
		return nil, fmt.Errorf("%w: a pattern of more than %d bytes", ErrSyntax, maxPattern)
	}
	at := innermost.FindStringIndex(pattern)
	if at == nil {
		if i := strings.IndexAny(pattern, "()[]|"); i >= 0 {
			return nil, fmt.Errorf("%w: %q stands alone", ErrSyntax, pattern[i])
		}
		return [][]string{token.FindAllString(pattern, -1)}, nil
	}
	choices := strings.Split(pattern[at[0]+1:at[1]-1], "|")
	switch {
	case pattern[at[0]] == '[':
		choices = slices.Insert(choices, 0, "")
	case groups:
		choices = grouped(choices)
	}
	var list [][]string
	for _, choice := range choices {
		more, err := expand(pattern[:at[0]]+" "+choice+" "+pattern[at[1]:], groups)
		if err != nil {
			return nil, err
		}
		if list = append(list, more...); len(list) > maxExpanded {
			return nil, fmt.Errorf("%w: more than %d alternatives", ErrSyntax, maxExpanded)
		}
	}
	return list, nil
}

// token is a group or what stands between blanks.
var token = regexp.MustCompile(`{[^}]*}|[^\s{}]+`)

// grouped returns choices with all choices of words alone joined into one group.
func grouped(choices []string) []string {
	var list, words []string
	isOther := func(token string) bool { return !isWord(token) }
	for _, c := range choices {
		if tokens := token.FindAllString(c, -1); slices.ContainsFunc(tokens, isOther) {
			list = append(list, c)
		} else {
			words = append(words, strings.Join(tokens, " "))
		}
	}
	if len(words) > 1 {
		slices.Sort(words) // "(a|b)" is "(b|a)"
		words = []string{"{" + strings.Join(words, ",") + "}"}
	}
	return append(list, words...)
}

// isWord reports whether a token is no gap, mark, group or name of a class.
func isWord(token string) bool {
	return !strings.HasPrefix(token, "..") && token[0] != '<' && token[0] != '{' && !isClassName(token)
}

// readGap reads "..3" or "...3" into the element behind it; ok is false for another
// token.
func (e *Element) readGap(token string) (ok bool, err error) {
	digits, ok := strings.CutPrefix(token, "..")
	if !ok {
		return false, nil
	}
	digits, e.Over = strings.CutPrefix(digits, ".")
	gap, err := strconv.Atoi(digits)
	if err != nil || gap < 1 || gap > maxGap {
		return true, fmt.Errorf("%w: %q is no gap of 1 to %d words", ErrSyntax, token, maxGap)
	}
	e.Gap = min(e.Gap+uint8(gap), maxGap)
	return true, nil
}
