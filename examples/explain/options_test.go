package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestWrongFlags(t *testing.T) {
	const mail = "Subject: Lunch\n\nSee you at noon.\n"
	tests := []struct {
		args   []string
		stderr string
		goesOn bool
	}{
		{[]string{"-unknown"}, "not defined: -unknown", true},
		{[]string{"-json=perhaps"}, "invalid boolean", true},
		{[]string{"-lang"}, "needs an argument: -lang", true},
		{[]string{"-lang", "!"}, "-lang !: there are no texts in this language", true},
		{[]string{"-lang", "nl"}, "-lang nl: there are no texts in this language", true},
		{[]string{"-lang", "nb"}, "-lang nb: there are no texts in this language", true},
		{[]string{"-responses", "-events"}, "exclude each other", false},
		{[]string{"-summary", "-json"}, "exclude each other", false},
		{[]string{"-advice", "5.1.1", "-summary"}, "-advice reads no input", false},
		{[]string{"-advice", "5.1.1", "-responses"}, "-advice reads no input", false},
		{[]string{"-advice", "5.1.1", "a.eml"}, "-advice reads no input", false},
		{[]string{"-host", "mx.example.com"}, "-host goes with -advice", false},
	}
	for _, tt := range tests {
		out, errs, exit := explain(t, mail, tt.args...)
		if exit != 1 || !strings.Contains(errs, tt.stderr) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: exit %d, %q", tt.args, exit, errs)
		}
		if goesOn := strings.Contains(out, "Not a delivery report"); goesOn != tt.goesOn {
			t.Errorf("%v: printed %q", tt.args, out)
		}
	}
}

func TestHelp(t *testing.T) {
	out, errs, exit := explain(t, "", "-h")
	if exit != 0 || out != "" || !strings.Contains(errs, "-responses [-json") || !strings.Contains(errs, "look up a code") {
		t.Errorf("exit %d, %q, %q", exit, out, errs)
	}
}

// TestFlagsBehindPaths reads flags wherever they stand, up to "--".
func TestFlagsBehindPaths(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("alice@example.com"), "-json", bounceOf("bob@example.com"))
	a := filepath.Join(folder, "a.eml")
	for _, args := range [][]string{{a, "-json"}, {"-json", a}, {a, "--json", "--"}, {"-lang", "sv", a, "-json"}} {
		out, errs, exit := explain(t, "", args...)
		if got := addresses(t, out); exit != 0 || errs != "" || !slices.Equal(got, []string{"alice"}) {
			t.Errorf("%v: exit %d, %q, %v", args, exit, errs, got)
		}
	}
	t.Chdir(folder)
	out, _, exit := explain(t, "", "-json", "--", "a.eml", "-json")
	if got := addresses(t, out); exit != 0 || !slices.Equal(got, []string{"alice", "bob"}) {
		t.Errorf("exit %d, %v", exit, got)
	}
}

func TestLanguages(t *testing.T) {
	for lang, want := range map[string]string{"en": "Not delivered", "it": "Non recapitato", "sv": "Inte levererat", "it-CH": "Non recapitato", "de-AT": "Nicht zugestellt", "fr": "Non remis", "es": "No entregado", "ja": "alice@example.com に配信できません", "en-GB": "Not delivered"} {
		out, errs, exit := explain(t, bounceOf("alice@example.com"), "-lang", lang)
		if exit != 0 || errs != "" || !strings.HasPrefix(out, want) {
			t.Errorf("%s: exit %d, %q, %q", lang, exit, errs, out)
		}
	}
}
