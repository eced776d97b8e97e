package lex

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestPhraseSet compares the set with a slow and simple twin on texts made of
// pieces of its phrases.
func TestPhraseSet(t *testing.T) {
	s := NewPhraseSet("no such user", "no s", "user unknown", "nosuch", "uuuu", "почты", "не ", "no s")
	pieces := []string{"no", " such", " user", "unknown", "u", "n", " ", "почты", "п", "не", ""}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range rnd.IntN(6) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		text := b.String()
		var got, want [][2]int
		for at, i := range s.All(text) {
			got = append(got, [2]int{at, i})
		}
		for at := range text {
			for i, phrase := range s.List {
				if strings.HasPrefix(text[at:], phrase) {
					want = append(want, [2]int{at, i})
				}
			}
		}
		if !slices.Equal(got, want) || s.In(text) != (len(want) > 0) {
			t.Fatalf("all(%q) = %v, want %v", text, got, want)
		}
	}
}
