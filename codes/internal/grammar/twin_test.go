package grammar

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A twin finds the rules of a grammar the simple way: it looks for each member
// of each class at each word, and for each rule at each member.
type twin struct {
	phrases  map[string][]twinPhrase // by class, or by the words of a rule
	first    map[string][]twinPhrase // by the first word; "" for the beginning of one, and for a host
	subjects map[string]bool
	rules    []twinRule
}

// A twinPhrase is one form of what is written as text in a line.
type twinPhrase struct {
	class string
	words []string // folded
	star  bool
	host  bool
	line  int
	text  string
}

// A twinRule is one form of a rule.
type twinRule struct {
	number int
	line   int
	elems  []twinElement
}

type twinElement struct {
	class string
	gap   int
	over  bool
}

// A place is where a phrase stands in a clause.
type place struct {
	phrase      twinPhrase
	first, last int
	mark        int // 1 and the number of the mark that it is, or 0
}

func newTwin(t testing.TB, src Source) *twin {
	w := &twin{phrases: map[string][]twinPhrase{}, first: map[string][]twinPhrase{}, subjects: map[string]bool{}}
	for _, m := range src.Members {
		if m.Subject {
			w.subjects[m.Class] = true
		}
		w.add(t, m.Class, m.Text, m.Line)
	}
	for _, r := range src.Rules {
		list, err := expand(r.Text, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, tokens := range list {
			w.rules = append(w.rules, twinRule{r.Number, r.Line, w.elements(t, tokens, r.Line)})
		}
	}
	return w
}

// add adds what a member stands for.
func (w *twin) add(t testing.TB, class, text string, line int) {
	list, err := expand(text, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range list {
		f, err := foldPhrase(words)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range f.contracted() {
			words := strings.Split(f.words, " ")
			p := twinPhrase{class, words, f.star, len(words) == 1 && isDomain(words[0]), line, text}
			first := words[0]
			if p.star && len(words) == 1 || p.host {
				first = ""
			}
			w.first[first] = append(w.first[first], p)
			w.phrases[class] = append(w.phrases[class], p)
		}
	}
}

func (w *twin) elements(t testing.TB, tokens []string, line int) []twinElement {
	var elems []twinElement
	var words []string
	var gap Element
	add := func(class string) {
		if w.phrases[class] == nil && !isClassName(class) && class[0] != '<' {
			for _, text := range strings.Split(strings.Trim(class, "{}"), ",") {
				w.add(t, class, text, line)
			}
		}
		elems = append(elems, twinElement{class, int(gap.Gap), gap.Over})
		gap, words = Element{}, nil
	}
	for i, token := range tokens {
		if isWord(token) {
			words = append(words, token)
			if i+1 == len(tokens) || !isWord(tokens[i+1]) {
				add(strings.Join(words, " "))
			}
			continue
		}
		isGap, err := gap.readGap(token)
		if err != nil {
			t.Fatal(err)
		}
		if !isGap {
			add(token)
		}
	}
	return elems
}

// find calls found with each rule in text and what it is made of.
func (w *twin) find(text string, g *Grammar, found func(number int, clause int, places []place)) {
	x := lexer{text: text, c: new(clause), g: g}
	for n := 0; x.next(); n++ {
		v := w.view(x.c)
		for _, r := range w.rules {
			if places := v.match(r); places != nil {
				found(r.number, n, places)
			}
		}
	}
}

// A twinView is a clause with what it counts between its words.
type twinView struct {
	w      *twin
	c      *clause
	words  []string
	weight []int
	before []int // without a comma right before
	places map[string][]place
}

func (w *twin) view(c *clause) *twinView {
	v := &twinView{w: w, c: c, places: map[string][]place{}}
	if c.nw > 0 {
		v.words = strings.Split(string(c.text[1:c.n]), " ")
	}
	v.find()
	sum := 0
	for i := 0; i <= c.nw; i++ {
		v.before = append(v.before, sum)
		if i < c.nw && c.words[i].comma {
			sum += wordWeight
		}
		v.weight = append(v.weight, sum)
		if i < c.nw && !c.words[i].host && !slices.ContainsFunc(v.places[classFiller], func(p place) bool { return p.first == i && p.last == i+1 }) {
			sum += int(c.words[i].weight())
		}
	}
	return v
}

// find finds the places of all classes and marks.
func (v *twinView) find() {
	for i, k := range v.c.marks[:v.c.nm] {
		name := markNames[k.kind]
		v.places[name] = append(v.places[name], place{first: int(k.at), last: int(k.at), mark: i + 1})
	}
	var subjects []place
	for i := range v.words {
		for _, first := range []string{v.words[i], ""} {
			for _, p := range v.w.first[first] {
				if n := v.length(p, i); n > 0 {
					found := place{phrase: p, first: i, last: i + n}
					v.places[p.class] = append(v.places[p.class], found)
					if v.w.subjects[p.class] {
						subjects = append(subjects, found)
					}
				}
			}
		}
	}
	for class := range v.places {
		if v.w.subjects[class] {
			v.places[class] = slices.DeleteFunc(v.places[class], func(p place) bool { return isWithin(p, subjects) })
		}
	}
}

// isWithin reports whether p lies within the name of another subject.
func isWithin(p place, subjects []place) bool {
	return slices.ContainsFunc(subjects, func(q place) bool {
		return q.phrase.class != p.phrase.class && q.first <= p.first && q.last >= p.last && q.last-q.first > p.last-p.first
	})
}

// length returns the number of words that p is at word i, 0 where it is not
// there.
func (v *twinView) length(p twinPhrase, i int) int {
	want := p.words
	if i+len(want) > len(v.words) {
		return 0
	}
	if v.c.words[i].host && len(want) == 1 {
		if p.host && (v.words[i] == want[0] || strings.HasSuffix(v.words[i], "."+want[0])) ||
			p.host && p.star && (strings.HasPrefix(v.words[i], want[0]) || strings.Contains(v.words[i], "."+want[0])) {
			return 1
		}
		return 0
	}
	for k, word := range want {
		got := v.words[i+k]
		if got != word && !(p.star && k == len(want)-1 && strings.HasPrefix(got, word)) {
			return 0
		}
	}
	return len(want)
}

// match returns the first places of r, nil where it is not in the clause.
func (v *twinView) match(r twinRule) []place {
	for _, p := range v.places[r.elems[0].class] {
		if !v.negated(p, 0) {
			if list := v.follow(r, 1, []place{p}); list != nil {
				return list
			}
		}
	}
	return nil
}

func (v *twinView) follow(r twinRule, k int, sofar []place) []place {
	if k == len(r.elems) {
		return sofar
	}
	e, from := r.elems[k], sofar[k-1].last
	for _, p := range v.places[e.class] {
		if p.mark > 0 && p.mark <= sofar[k-1].mark || p.first < from || v.weight[p.first]-v.before[from] > e.gap*wordWeight || v.negated(p, from) || !e.over && v.subjectBetween(from, p.first) {
			continue
		}
		if list := v.follow(r, k+1, append(sofar[:k:k], p)); list != nil {
			return list
		}
	}
	return nil
}

// negated reports whether a NOT that begins at word from or later stands right
// before p.
func (v *twinView) negated(p place, from int) bool {
	return slices.ContainsFunc(v.places[classNot], func(n place) bool {
		return n.first >= from && n.last <= p.first && v.before[n.last] == v.weight[p.first]
	})
}

func (v *twinView) subjectBetween(from, to int) bool {
	for class := range v.w.subjects {
		if slices.ContainsFunc(v.places[class], func(p place) bool { return p.first >= from && p.last <= to && p.last > p.first }) {
			return true
		}
	}
	return false
}

// theGrammar is the grammar of package codes.
func theGrammar(t testing.TB) (Source, *Grammar) {
	text, err := os.ReadFile("../../data/grammar.txt")
	if err != nil {
		t.Fatal(err)
	}
	src, err := Read(string(text))
	if err != nil {
		t.Fatal(err)
	}
	g, err := Compile(src)
	if err != nil {
		t.Fatal(err)
	}
	return src, g
}

// replies returns the replies of testdata.
func replies(t testing.TB) []string {
	files, err := filepath.Glob("../../../testdata/replies/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no replies: %v", err)
	}
	var list []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line[0] != '#' {
				cols := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
				list = append(list, cols[len(cols)-1])
			}
		}
	}
	return list
}

// TestTwin compares the compiled grammar with the simple one.
func TestTwin(t *testing.T) {
	src, g := theGrammar(t)
	w := newTwin(t, src)
	for _, text := range replies(t) {
		var f Found
		g.Find(text, &f)
		if len(f.Matches) == MaxMatches {
			continue
		}
		type key struct{ rule, clause int }
		got, want := map[key]bool{}, map[key]bool{}
		for _, m := range f.Matches {
			got[key{int(m.Rule), int(m.Clause)}] = true
		}
		w.find(text, g, func(rule, clause int, _ []place) { want[key{rule, clause}] = true })
		for k := range want {
			if !got[k] {
				t.Errorf("%q: clause %d: %q is not found", text, k.clause, src.Rules[k.rule].Text)
			}
		}
		for k := range got {
			if !want[k] {
				t.Errorf("%q: clause %d: %q is found", text, k.clause, src.Rules[k.rule].Text)
			}
		}
	}
}
