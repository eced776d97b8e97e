package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestSafe prints nothing that drives a terminal or hides text.
func TestSafe(t *testing.T) {
	hostile := strings.NewReplacer("no such user", "no \x1b[31m\x9b user\x07", "Minutes", "=?utf-8?q?=1B]0;x=07=E2=80=AE?=").Replace(bounceOf("alice@example.com"))
	out, _, _ := explain(t, hostile)
	replies, _, _ := explain(t, "550 5.1.1 no \x1b[31m user\x07 \u202e\n", "-responses")
	folder := write(t, "\x1b[31m\u202e.eml", bounceOf("a@example.com"), "b.eml", "")
	names, errs, _ := explain(t, "", folder)
	_, missing, _ := explain(t, "", filepath.Join(folder, "\x1b[31m"), "-lang", "\x1b")
	all := out + replies + names + errs + missing
	if i := strings.IndexAny(all, "\x1b\x07\u009b\u202e"); i >= 0 {
		t.Errorf("a control character in %q", all[i:])
	}
}

// TestWidth keeps to the page where words allow it.
func TestWidth(t *testing.T) {
	for _, lang := range []string{"en", "it", "sv"} {
		long := refusalOf("alice@example.com", "5.7.26", "550 5.7.26 "+strings.Repeat("mail that is not authenticated 認証 ", 20))
		out, _, _ := explain(t, long, "-lang", lang)
		for s := range strings.Lines(out) {
			s = strings.TrimSuffix(s, "\n")
			if columns(s) > pageWidth && len(strings.Fields(s)) > 2 {
				t.Errorf("%s: %d columns: %q", lang, columns(s), s)
			}
			if s != strings.TrimRight(s, " ") {
				t.Errorf("%s: blanks at the end of %q", lang, s)
			}
		}
	}
}

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "ö": 1, "o\u0308": 1, "認証": 4, "ｅ": 2, "█▏": 2} {
		if got := columns(s); got != want {
			t.Errorf("%q: got %d, want %d", s, got, want)
		}
	}
	for s, want := range map[string]string{"abcd": "abcd", "abcde": "abc…", "認証認": "認…", "": "", "abo\u0308\u0308de": "abo\u0308\u0308…"} {
		if got := shorten(s, 4); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
