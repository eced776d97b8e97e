package wording

import (
	"strings"
	"testing"

	"example.com/ndr/ndr/internal/lex"
)

// TestFormatsSigned checks that each entry can match something, and that it is
// written as entries are.
func TestFormatsSigned(t *testing.T) {
	for _, f := range Formats {
		if f.Name == "" || len(f.opening) == 0 && len(f.header) == 0 {
			t.Errorf("%+v: no name or no sign", f)
		}
		for _, list := range [][]string{f.opening, f.failed, f.server} {
			checkPhrases(t, f.Name, list)
		}
		for _, condition := range f.header {
			part, ok := "", false
			if _, part, ok = strings.Cut(condition, ": "); !ok {
				ok = strings.HasSuffix(condition, ":")
			}
			if !ok || strings.TrimSpace(part) != lex.FoldLower(part) || part != "" && len(part) < lex.MinPhrase {
				t.Errorf("%s: condition %q", f.Name, condition)
			}
		}
	}
}

func TestPhrasesFolded(t *testing.T) {
	for name, list := range map[string][]string{
		"failure": failurePhrases, "delay": delayPhrases, "final": finalPhrases, "success": successPhrases, "contact": contactPhrases, "sender": senderWords,
		"auto-reply": AutoReplyPhrases, "original": OriginalPhrases, "reason": ReasonWords.List, "server": serverPhrases, "said": SaidPhrases.List,
		"host": HostPhrases.List, "tail": TailPhrases.List, "alias": AliasWords, "forward": ForwardMarks,
	} {
		checkPhrases(t, name, list)
	}
	for name := range Labels {
		checkPhrases(t, "label", []string{name})
	}
}

// checkPhrases checks that phrases are as folded text is, so that they can be
// found, and that none stands twice.
func checkPhrases(t *testing.T, name string, list []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, phrase := range list {
		if strings.TrimSpace(phrase) != lex.FoldLower(phrase) || len(phrase) > lex.MaxPhrase || phrase == "" {
			t.Errorf("%s: phrase %q is not folded, or too long", name, phrase)
		}
		if seen[phrase] {
			t.Errorf("%s: phrase %q stands twice", name, phrase)
		}
		seen[phrase] = true
	}
}

func TestSenses(t *testing.T) {
	words := newLexicon([]Format{{Name: "a", failed: []string{"went wrong"}}, {Name: "b", opening: []string{"this is b"}}})
	for _, c := range []struct {
		text   string
		end    int
		format int
		want   Sense
	}{
		{"it could not be delivered", 99, AnyFormat, SaysFailed},
		{"it could not be delivered", 3, AnyFormat, 0},
		{"it could not be delivered", 4, AnyFormat, SaysFailed},
		{"not yet been delivered, please contact", 99, AnyFormat, SaysDelayed | SaysContact},
		{"it went wrong", 99, AnyFormat, 0},
		{"it went wrong", 99, 0, SaysFailed},
		{"it went wrong", 99, 1, 0},
		{"this is b", 99, 1, SaysFormat},
		{"", 99, 0, 0},
	} {
		if got := words.SensesBefore(c.text, c.end, c.format); got&^(HintsServer|SaysServer) != c.want {
			t.Errorf("%q before %d for format %d: %b, want %b", c.text, c.end, c.format, got, c.want)
		}
	}
}
