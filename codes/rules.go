package codes

import (
	"bufio"
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"example.com/ndr/codes/internal/grammar"
)

// A Rule is one of the caller's own. It applies to a reply that fits all of
// Host, Code, Stage and Phrase; an empty one fits every reply, but not all of
// them may be empty.
type Rule struct {
	// Host is the remote server: a name, or a dot and a domain for the domain
	// and every host in it.
	Host string
	// Code is a reply code ("550"), an enhanced status code ("5.7.1"), or
	// one of any class ("X.7.1").
	Code string
	// Stage is the stage of the session.
	Stage Stage
	// Phrase is what stands in the text, in the language of data/grammar.txt:
	// "locker is full", "(locker|cabinet) ..2 FULL". Case and accents do not
	// matter. Addresses, quoted words and numbers of up to three digits are no
	// words of a text, so that Phrase must not hold them.
	Phrase string
	// Reason is what such a reply means.
	Reason Reason
}

// Rules are the caller's own rules, ready to be used in [Options.Rules]. They
// are safe for concurrent use. The nil Rules and the zero value are none.
type Rules struct {
	rules []rule
	words *grammar.Grammar // of the phrases; nil where there is none
}

// ErrRule is what [RuleError] wraps for a rule that is not well formed.
var ErrRule = errors.New("codes: malformed rule")

// ErrTooLong is what [RuleError] wraps for a line that is longer than 64 KiB.
var ErrTooLong = errors.New("codes: line too long")

// A RuleError is returned for a rule that cannot be used.
type RuleError struct {
	// Line is the line of the file, or the number of the rule, from 1.
	Line int
	// Err is or wraps [ErrRule], [ErrName] or [ErrTooLong].
	Err error
}

// Error returns the error as "line 7: ...".
func (e *RuleError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns e.Err.
func (e *RuleError) Unwrap() error { return e.Err }

// NewRules compiles rules; the first rule that applies to a reply decides.
// The error is a [*RuleError] with the number of the rule.
func NewRules(rules []Rule) (*Rules, error) {
	lines := make([]int, len(rules))
	for i := range lines {
		lines[i] = i + 1
	}
	return compileRules(rules, lines)
}

// ReadRules reads rules from a text of one rule a line: the name of a reason,
// then any of host=, code=, stage= and phrase=, in this order, each after a
// blank. The phrase goes to the end of the line. Empty lines and lines that
// begin with # are skipped. A file of 64 KiB lines at most:
//
//	# our own gateway
//	ip-blocked      host=.example.net code=554 phrase=not on the guest list
//	mailbox-full    phrase=(locker|cabinet) ..2 FULL
//	greylisted      code=4.7.99
//
// The error of a line that cannot be meant as it is written is a [*RuleError];
// an error of r is returned as it is.
func ReadRules(r io.Reader) (*Rules, error) {
	var rules []Rule
	var at []int
	lines := bufio.NewScanner(r)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		rule, err := parseRule(line)
		if err != nil {
			return nil, &RuleError{n, err}
		}
		rules, at = append(rules, rule), append(at, n)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, &RuleError{n + 1, ErrTooLong}
	} else if err != nil {
		return nil, err
	}
	return compileRules(rules, at)
}

// parseRule parses one line of a rule file.
func parseRule(line string) (Rule, error) {
	var rule Rule
	name, rest := cutBlank(line)
	if err := rule.Reason.UnmarshalText([]byte(name)); err != nil {
		return Rule{}, err
	}
	var stage string
	for _, field := range [...]struct {
		key   string
		value *string
	}{{"host=", &rule.Host}, {"code=", &rule.Code}, {"stage=", &stage}} {
		if value, ok := strings.CutPrefix(rest, field.key); ok {
			if *field.value, rest = cutBlank(value); *field.value == "" {
				return Rule{}, fmt.Errorf("%w: %s stands without a value", ErrRule, field.key)
			}
		}
	}
	if err := rule.Stage.UnmarshalText([]byte(stage)); err != nil {
		return Rule{}, err
	}
	if value, ok := strings.CutPrefix(rest, "phrase="); ok {
		if rule.Phrase, rest = value, ""; value == "" {
			return Rule{}, fmt.Errorf("%w: phrase= stands without a value", ErrRule)
		}
	}
	if rest != "" {
		return Rule{}, fmt.Errorf("%w: host=, code=, stage= or phrase= expected at %.40q", ErrRule, rest)
	}
	return rule, nil
}

// cutBlank parts s at its first run of blanks.
func cutBlank(s string) (before, after string) {
	i := strings.IndexAny(s, " \t")
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimLeft(s[i:], " \t")
}

// check returns an error that wraps [ErrRule] for a rule that would never
// apply or always would.
func (r Rule) check() error {
	switch {
	case r.Host == "" && r.Code == "" && r.Stage == StageUnknown && r.Phrase == "":
		return fmt.Errorf("%w: neither host, code, stage nor phrase", ErrRule)
	case r.Reason == Unknown || int(r.Reason) >= numReasons || int(r.Stage) >= numStages:
		return fmt.Errorf("%w: no reason or stage", ErrRule)
	case r.Code != "" && !validCode(r.Code):
		return fmt.Errorf("%w: code %.40q", ErrRule, r.Code)
	case !validHost(r.Host):
		return fmt.Errorf("%w: host %.40q", ErrRule, r.Host)
	}
	return nil
}

// validHost reports whether host can be the name of a host or the end of one.
func validHost(host string) bool {
	for i := range len(host) {
		if c := host[i]; !partOfWord(c) && c != '.' && c != '-' && c < utf8.RuneSelf {
			return false
		}
	}
	return host != "."
}

// validCode reports whether code is one that [hasCode] can find.
func validCode(code string) bool {
	if class, rest, _ := strings.Cut(code, "."); class == "X" || class == "x" {
		code = "5." + rest
	}
	if _, err := ParseStatus(code); err == nil {
		return true
	}
	return len(code) == 3 && '2' <= code[0] && code[0] <= '5' && isDigit(code[1]) && isDigit(code[2])
}

// grammarText is the grammar as it is written, for the classes that a phrase
// of the caller can name.
//
//go:embed data/grammar.txt
var grammarText string

// compileRules makes Rules of rules, which stand in lines.
func compileRules(rules []Rule, lines []int) (*Rules, error) {
	rs := &Rules{rules: make([]rule, len(rules))}
	var src grammar.Source
	for i, r := range rules {
		if err := r.check(); err != nil {
			return nil, &RuleError{lines[i], err}
		}
		if class, rest, ok := strings.Cut(r.Code, "."); ok && class == "x" {
			r.Code = "X." + rest
		}
		rs.rules[i] = rule{text: r.Phrase, reason: r.Reason, strength: own, stage: r.Stage, host: r.Host, code: r.Code}
		if r.Phrase != "" {
			src.Rules = append(src.Rules, grammar.Rule{Line: lines[i], Text: r.Phrase, Number: i})
		}
	}
	if len(src.Rules) == 0 {
		return rs, nil
	}
	classes, err := grammar.Read(grammarText)
	if err != nil {
		return nil, err
	}
	src.Members = classes.Members
	rs.words, err = grammar.Compile(src)
	var at *grammar.Error
	if errors.As(err, &at) {
		return nil, &RuleError{at.Line, fmt.Errorf("%w: %v", ErrRule, at.Err)}
	}
	return rs, err
}

// ownRule returns what the first rule of the caller that applies says, or no
// evidence.
func (g *reading) ownRule() candidate {
	rs := g.o.Rules
	if rs == nil || len(rs.rules) == 0 {
		return candidate{}
	}
	other := readings.Get().(*reading)
	defer other.free()
	f := &other.found
	if rs.words != nil {
		rs.words.Find(g.r.Text, f)
	}
	for i := range rs.rules {
		e := &rs.rules[i]
		if g.applies(e) && (e.text == "" || f.Has(i)) {
			text := cmp.Or(e.text, e.code, e.host, e.stage.String())
			return candidate{proves: own, reason: e.reason, clause: -1, kind: EvidenceRule, text: text, host: e.host}
		}
	}
	return candidate{}
}
