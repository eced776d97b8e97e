package ndr

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestPhraseSet compares the set with a slow and simple twin on texts made of
// pieces of its phrases.
func TestPhraseSet(t *testing.T) {
	s := newPhraseSet("no such user", "no", "user unknown", "nosuch", "uu", "почты", "не ")
	pieces := []string{"no", " such", " user", "unknown", "u", "n", " ", "почты", "п", "не", ""}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range rnd.IntN(6) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		text, end := b.String(), rnd.IntN(12)
		if got, want := s.in(text), hasPhrase(text, s.list); got != want {
			t.Fatalf("in(%q) = %v, want %v", text, got, want)
		}
		want := slices.ContainsFunc(s.list, func(phrase string) bool {
			i := strings.Index(text, phrase)
			return i >= 0 && i < end
		})
		if got := s.begins(text, end); got != want {
			t.Fatalf("begins(%q, %d) = %v, want %v", text, end, got, want)
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := vocabulary{newPhraseSet("general", "second"), []string{"own"}}
	if got := slices.Collect(v.found("second and general, my own")); !slices.Equal(got, []string{"own", "general", "second"}) {
		t.Errorf("found %q", got)
	}
	if !v.in("own") || !v.in("general") || v.in("other") {
		t.Error("in")
	}
	if !v.begins("my own", 4) || v.begins("my own", 3) || !v.begins("general", 1) {
		t.Error("begins")
	}
}
