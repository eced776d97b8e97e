package grammar

import (
	"strconv"
	"strings"
	"testing"
)

// TestEveryWordIsUsed lists the rules and the members of classes that no reply of
// testdata shows. NOT and FILLER are left out, whose words no rule asks for.
func TestEveryWordIsUsed(t *testing.T) {
	src, g := theGrammar(t)
	w := newTwin(t, src)
	rules := map[int]bool{}
	words := map[string]bool{}
	for _, text := range replies(t) {
		for _, p := range w.subjectsIn(text, g) {
			words[p.text+"@"+strconv.Itoa(p.line)] = true
		}
		w.find(text, g, func(rule, _ int, places []place) {
			rules[rule] = true
			for _, p := range places {
				words[p.phrase.text+"@"+strconv.Itoa(p.phrase.line)] = true
			}
		})
	}
	for _, r := range src.Rules {
		if !rules[r.Number] {
			t.Errorf("data/grammar.txt:%d: no reply shows the rule %q", r.Line, r.Text)
		}
	}
	for _, m := range src.Members {
		if m.Class != classNot && m.Class != classFiller && !words[m.Text+"@"+strconv.Itoa(m.Line)] {
			t.Errorf("data/grammar.txt:%d: no reply shows %q of %s", m.Line, m.Text, m.Class)
		}
	}
}

// subjectsIn returns the members of subjects in text.
func (w *twin) subjectsIn(text string, g *Grammar) []twinPhrase {
	var list []twinPhrase
	x := lexer{text: text, c: new(clause), g: g}
	for x.next() {
		v := w.view(x.c)
		for class := range w.subjects {
			for _, p := range v.places[class] {
				list = append(list, p.phrase)
			}
		}
	}
	return list
}

// TestNoMemberTwice lists the members of classes that say what another one says.
func TestNoMemberTwice(t *testing.T) {
	src, _ := theGrammar(t)
	type place struct{ line, member int }
	seen := map[string]place{}
	key := func(class string, f form) string { return class + " " + strings.Join(f.split(), " ") }
	each := func(found func(number int, m Member, f form)) {
		for i, m := range src.Members {
			list, err := expand(m.Text, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, words := range list {
				f, err := foldPhrase(words)
				if err != nil {
					t.Fatal(err)
				}
				found(i, m, f)
			}
		}
	}
	each(func(i int, m Member, f form) {
		for _, c := range f.contracted()[1:] {
			seen[key(m.Class, c)] = place{m.Line, i}
		}
	})
	each(func(i int, m Member, f form) {
		if p, ok := seen[key(m.Class, f)]; ok && p.member != i {
			t.Errorf("data/grammar.txt:%d: %q of %s stands in line %d", m.Line, f.words, m.Class, p.line)
		}
		seen[key(m.Class, f)] = place{m.Line, i}
	})
}
