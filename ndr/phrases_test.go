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
	s := newPhraseSet("no such user", "no s", "user unknown", "nosuch", "uuuu", "почты", "не ", "no s")
	pieces := []string{"no", " such", " user", "unknown", "u", "n", " ", "почты", "п", "не", ""}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range rnd.IntN(6) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		text := b.String()
		var got, want [][2]int
		for at, i := range s.all(text) {
			got = append(got, [2]int{at, i})
		}
		for at := range text {
			for i, phrase := range s.list {
				if strings.HasPrefix(text[at:], phrase) {
					want = append(want, [2]int{at, i})
				}
			}
		}
		if !slices.Equal(got, want) || s.in(text) != (len(want) > 0) {
			t.Fatalf("all(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestSenses(t *testing.T) {
	words := newLexicon([]format{{name: "a", failed: []string{"went wrong"}}, {name: "b", opening: []string{"this is b"}}})
	for _, c := range []struct {
		text   string
		end    int
		format int
		want   sense
	}{
		{"it could not be delivered", 99, anyFormat, saysFailed},
		{"it could not be delivered", 3, anyFormat, 0},
		{"it could not be delivered", 4, anyFormat, saysFailed},
		{"not yet been delivered, please contact", 99, anyFormat, saysDelayed | saysContact},
		{"it went wrong", 99, anyFormat, 0},
		{"it went wrong", 99, 0, saysFailed},
		{"it went wrong", 99, 1, 0},
		{"this is b", 99, 1, saysFormat},
		{"", 99, 0, 0},
	} {
		if got := words.sensesBefore(c.text, c.end, c.format); got&^(hintsServer|saysServer) != c.want {
			t.Errorf("%q before %d for format %d: %b, want %b", c.text, c.end, c.format, got, c.want)
		}
	}
}

// TestPage compares what a page finds with what is found in the same lines put
// together, however much of it is read in one go.
func TestPage(t *testing.T) {
	pieces := []string{"Delivery to <a@one.example>", "failed", "could not", "be  Delivered", "", "> quoted failed", "contact", "has not yet", "ÜBER", "x"}
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var lines []string
		for range rnd.IntN(60) {
			lines = append(lines, pieces[rnd.IntN(len(pieces))])
		}
		p := pageOf(t, "", strings.Join(lines, "\n"))
		p.read(len(p.lines))
		if len(p.lines) < 2 {
			continue
		}
		first := rnd.IntN(len(p.lines))
		end := first + 1 + rnd.IntN(min(3, len(p.lines)-first))
		var plain []string
		for _, line := range p.lines[first:end] {
			if folded := foldPlain(line); folded != "" && !isQuoted(line) {
				plain = append(plain, folded)
			}
		}
		want := strings.Join(plain, " ")
		if got := p.text(first, end); got != want {
			t.Fatalf("lines %d to %d of %q: %q, want %q", first, end, p.lines, got, want)
		}
		if got := p.senses(first, end); got != p.table.words.senses(" "+want, p.format) {
			t.Fatalf("lines %d to %d of %q: %b", first, end, p.lines, got)
		}
	}
}
