package codes

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Rule is one of the caller's own. It applies to a reply that fits all of
// Host, Code and Phrase; an empty one fits every reply, but not all three may
// be empty.
type Rule struct {
	// Host is the remote server: a name, or a dot and a domain for the domain
	// and every host in it.
	Host string
	// Code is a reply code ("550"), an enhanced status code ("5.7.1"), or
	// one of any class ("X.7.1").
	Code string
	// Phrase stands in the text as whole words. Case, accents, punctuation
	// and blanks do not matter, nor do addresses, quoted words and numbers of
	// up to three digits, which are left out of texts and phrases.
	Phrase string
	// Reason is what such a reply means.
	Reason Reason
}

// Rules are the caller's own rules, ready to be used in [Options.Rules]. They
// are safe for concurrent use. The nil Rules are none.
type Rules struct {
	rules   []Rule
	wording *wording
	phrases []phrase
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

// NewRules compiles rules; of those that apply to a reply the first decides.
// The error is a [*RuleError] with the number of the rule.
func NewRules(rules []Rule) (*Rules, error) {
	rs := &Rules{rules: slices.Clone(rules)}
	for i, rule := range rules {
		if err := rule.check(); err != nil {
			return nil, &RuleError{i + 1, err}
		}
	}
	rs.compile()
	return rs, nil
}

// ReadRules reads rules from a text of one rule a line: the name of a reason,
// then any of host=, code= and phrase=, in this order, each after a blank. The
// phrase goes to the end of the line. Empty lines and lines that begin with #
// are skipped. A file of 64 KiB lines at most:
//
//	# our own gateway
//	ip-blocked      host=.example.net code=554 phrase=not on the guest list
//	mailbox-full    phrase=locker is full
//	greylisted      code=4.7.99
//
// The error of a line that is not well formed is a [*RuleError]; an error of r
// is returned as it is.
func ReadRules(r io.Reader) (*Rules, error) {
	var rules []Rule
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
		rules = append(rules, rule)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, &RuleError{n + 1, ErrTooLong}
	} else if err != nil {
		return nil, err
	}
	rs := &Rules{rules: rules}
	rs.compile()
	return rs, nil
}

// parseRule parses one line of a rule file.
func parseRule(line string) (Rule, error) {
	var rule Rule
	name, rest := cutBlank(line)
	if err := rule.Reason.UnmarshalText([]byte(name)); err != nil {
		return Rule{}, err
	}
	for _, field := range [...]struct {
		key   string
		value *string
	}{{"host=", &rule.Host}, {"code=", &rule.Code}} {
		if value, ok := strings.CutPrefix(rest, field.key); ok {
			*field.value, rest = cutBlank(value)
		}
	}
	if value, ok := strings.CutPrefix(rest, "phrase="); ok {
		rule.Phrase, rest = value, ""
	}
	if rest != "" {
		return Rule{}, fmt.Errorf("%w: host=, code= or phrase= expected at %.40q", ErrRule, rest)
	}
	return rule, rule.check()
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
	case r.Host == "" && r.Code == "" && r.Phrase == "":
		return fmt.Errorf("%w: neither host, code nor phrase", ErrRule)
	case r.Reason == Unknown || int(r.Reason) >= numReasons:
		return fmt.Errorf("%w: no reason", ErrRule)
	case r.Code != "" && !validCode(r.Code):
		return fmt.Errorf("%w: code %.40q", ErrRule, r.Code)
	case r.Phrase != "" && foldPhrase(r.Phrase) == "":
		return fmt.Errorf("%w: phrase %.40q has no words", ErrRule, r.Phrase)
	}
	return nil
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

// compile builds the matcher of the phrases. The strength of an entry is used
// to find its rule again, so that it does not matter here.
func (rs *Rules) compile() {
	rs.phrases = make([]phrase, len(rs.rules))
	var entries []*phrase
	for i := range rs.rules {
		r := &rs.rules[i]
		if class, rest, ok := strings.Cut(r.Code, "."); ok && class == "x" {
			r.Code = "X." + rest
		}
		rs.phrases[i] = phrase{text: r.Phrase, reason: r.Reason, strength: own, host: r.Host, code: r.Code}
		if r.Phrase != "" {
			entries = append(entries, &rs.phrases[i])
		}
	}
	rs.wording = newWording(entries)
}

// find returns the first rule that applies, or no evidence.
func (rs *Rules) find(r Response, o *Options) candidate {
	var f matches
	if len(rs.wording.entries) > 0 {
		f = rs.wording.matches(r.Text, o)
	}
	for i := range rs.phrases {
		p := &rs.phrases[i]
		if p.appliesTo(r, o) && (p.text == "" || rs.wording.found(p, &f)) {
			return candidate{proves: own, reason: p.reason, evidence: Evidence{Kind: EvidenceRule, Text: rs.rules[i].label(), Host: p.host}}
		}
	}
	return candidate{}
}

// appliesTo reports whether host and code of p fit r.
func (p *phrase) appliesTo(r Response, o *Options) bool {
	if p.host != "" && (o == nil || !hostMatches(o.Host, p.host)) {
		return false
	}
	return p.code == "" || hasCode(r, p.code)
}

// found reports whether p is among the matches of f.
func (w *wording) found(p *phrase, f *matches) bool {
	for _, m := range f.list[:f.n] {
		for _, e := range w.entries[w.first[m.phrase]:w.first[m.phrase+1]] {
			if e == p {
				return true
			}
		}
	}
	return false
}

// label is what stands in [Evidence.Text] for r.
func (r *Rule) label() string {
	switch {
	case r.Phrase != "":
		return r.Phrase
	case r.Code != "":
		return r.Code
	}
	return r.Host
}
