package lex

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFoldLower shows the folding of text, by each of its three ways.
func TestFoldLower(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"plain text", "plain text"},
		{"Mixed  CASE\t\r\n text ", "mixed case text"},
		{" leading", "leading"},
		{"trailing ", "trailing"},
		{" ", ""},
		{"It’s ÉTÉ\u00a0 ici", "it's été ici"},
		{" \u3000Ä ", "ä"},
		{"ab\xffC", "ab\ufffdc"},
	}
	for _, tt := range tests {
		if got := FoldLower(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
		if got := string(AppendFolded([]byte("x "), tt.in)); got != strings.TrimRight("x "+tt.want, " ") {
			t.Errorf("%q behind x: got %q", tt.in, got)
		}
		if got := FoldLower(tt.want); got != tt.want && utf8.ValidString(tt.in) {
			t.Errorf("%q folded twice: got %q", tt.in, got)
		}
	}
	for _, long := range []string{strings.Repeat("a", 2*MaxPhraseLine), strings.Repeat("é", MaxPhraseLine)} {
		if got := FoldLower(long); len(got) > MaxPhraseLine || !utf8.ValidString(got) {
			t.Errorf("%d bytes fold to %d", len(long), len(got))
		}
	}
}

func TestFoldPlain(t *testing.T) {
	for in, want := range map[string]string{
		"Mail to <A@example.com>, B@example.com: NO": "mail to , : no",
		"a@example.com":       "",
		"no address @ all":    "no address @ all",
		"nothing":             "nothing",
		"x 'a@example.com' y": "x y",
	} {
		if got := FoldPlain(in); got != want {
			t.Errorf("FoldPlain(%q) = %q, want %q", in, got, want)
		}
		if got := string(AppendPlain(nil, in)); got != want {
			t.Errorf("AppendPlain(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCutText(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want string
	}{
		{"abc", 3, "abc"}, {"abc", 2, "ab"}, {"abc", 0, ""}, {"abc", -1, ""}, {"aé", 2, "a"}, {"aé", 3, "aé"}, {"\x80\x80", 1, ""},
	} {
		if got := CutText(tt.in, tt.n); got != tt.want {
			t.Errorf("CutText(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}

func TestCase(t *testing.T) {
	for in, want := range map[string]string{"ABC xyz": "abc xyz", "ÉK@[`{": "Ék@[`{", "ok": "ok", "": "", "AZ": "az"} {
		if got := LowerASCII(in); got != want {
			t.Errorf("LowerASCII(%q) = %q, want %q", in, got, want)
		}
	}
	for _, tt := range []struct {
		s, prefix string
		want      bool
	}{
		{"SMTP error", "smtp ", true}, {"smtp", "smtp", true}, {"smt", "smtp", false}, {"[x", "{", false}, {"@", "`", false}, {"AZ", "az", true},
	} {
		if got := HasPrefixLower(tt.s, tt.prefix); got != tt.want {
			t.Errorf("HasPrefixLower(%q, %q) = %v", tt.s, tt.prefix, got)
		}
	}
	if !OneOf("Status", "action", "STATUS") || OneOf("Status", "Stat", "Statuses") || OneOf("x") {
		t.Error("OneOf does not compare whole names in whatever case")
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		text, word string
		want       bool
	}{
		{"the mailbox is full", "full", true}, {"full", "full", true}, {"fully fullest", "full", false}, {"awful full", "full", true},
		{"a-full", "full", false}, {"full-b", "full", false}, {"full_b", "full", false}, {"(full)", "full", true}, {"x", "", false}, {"", "x", false},
		{"xx x", "x", true},
	} {
		if got := HasWord(tt.text, tt.word); got != tt.want {
			t.Errorf("HasWord(%q, %q) = %v", tt.text, tt.word, got)
		}
	}
	endings := []string{"said:", "with", "to"}
	for text, want := range map[string]bool{"he said:": true, "said:": true, "unsaid:": false, "with": true, "onto": false, "on to": true, "o": false, "": false, "within": false, "1to": false} {
		if got := EndsInWord(text, endings); got != want {
			t.Errorf("EndsInWord(%q) = %v", text, got)
		}
	}
	if !HasPhrase("no such user here", []string{"x", "such user"}) || HasPhrase("no", []string{"such", "user"}) || HasPhrase("no", nil) {
		t.Error("HasPhrase does not look for whole phrases")
	}
	for text, want := range map[string]bool{"label:": true, "label : ": true, "生成：": true, "--- label: ---": true, "label: x": false, "": false, "label:...": true} {
		if got := EndsInColon(text); got != want {
			t.Errorf("EndsInColon(%q) = %v", text, got)
		}
	}
	for line, want := range map[string]int{"": 0, "x": 0, "  x": 2, "\t x": 2, "  ": 2} {
		if got := IndentWidth(line); got != want {
			t.Errorf("IndentWidth(%q) = %d", line, got)
		}
	}
}

func TestJoinLines(t *testing.T) {
	for want, lines := range map[string][]string{
		"a\nb":  {" a ", "", "\t", "b"},
		"one":   {" one "},
		"":      nil,
		"first": {"", "first"},
		"last":  {"last", " "},
	} {
		if got := JoinLines(lines); got != want {
			t.Errorf("JoinLines(%q) = %q, want %q", lines, got, want)
		}
	}
	many := make([]string, MaxReplyText)
	for i := range many {
		many[i] = "é word"
	}
	for _, lines := range [][]string{many, {strings.Repeat("é", MaxReplyText)}, {"a", strings.Repeat("é", MaxReplyText)}} {
		if got := JoinLines(lines); len(got) > MaxReplyText || len(got) < MaxReplyText-10 || !utf8.ValidString(got) {
			t.Errorf("%d lines give %d bytes", len(lines), len(got))
		}
	}
}
