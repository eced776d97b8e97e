package codes

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// slowMatches is the simple twin of [matches]: it compares each phrase at each
// place.
func slowMatches(phrases []string, text string) map[match]bool {
	found := map[match]bool{}
	for i, p := range phrases {
		for at := 0; at+len(p) < len(text); at++ {
			next := text[at+len(p)]
			if !strings.HasPrefix(text[at:], p) || next != ' ' && next != '.' {
				continue
			}
			if next == '.' && strings.Count(p, " ") == 1 {
				continue
			}
			found[match{int32(i), int32(at), int32(at + len(p))}] = true
		}
	}
	return found
}

func quickMatches(m *matcher, text string) map[match]bool {
	f := matches{m: m}
	f.find([]byte(text))
	found := map[match]bool{}
	for _, m := range f.list[:f.n] {
		found[m] = true
	}
	return found
}

func equal(a, b map[match]bool) bool {
	for m := range a {
		if !b[m] {
			return false
		}
	}
	return len(a) == len(b)
}

func TestMatcherAgainstTwin(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	word := func() string { return []string{" a", " b", " ab", " aa", " a.", " é"}[rnd.IntN(6)] }
	for range 3000 {
		var phrases []string
		for range 1 + rnd.IntN(8) {
			p := " a"
			for range rnd.IntN(4) {
				p += word()
			}
			phrases = append(phrases, strings.TrimSuffix(p, "."))
		}
		slices.Sort(phrases)
		phrases = slices.Compact(phrases)
		m := newMatcher(phrases)
		var text strings.Builder
		for range rnd.IntN(8) {
			text.WriteString(word())
		}
		text.WriteByte(' ')
		got, want := quickMatches(m, text.String()), slowMatches(phrases, text.String())
		if len(want) <= maxMatches && !equal(got, want) {
			t.Fatalf("%q in %q: %v, want %v", phrases, text.String(), got, want)
		}
	}
}

func TestPhraseTableAgainstTwin(t *testing.T) {
	m := builtin().matcher
	var phrases []string
	for i := range phraseTable {
		phrases = append(phrases, foldPhrase(phraseTable[i].text))
	}
	slices.Sort(phrases)
	phrases = slices.Compact(phrases)
	for i := 0; i < len(phraseTable); i += 97 {
		text := foldPhrase(phraseTable[i].text+" x "+phraseTable[(i*31)%len(phraseTable)].text) + " "
		if got, want := quickMatches(m, text), slowMatches(phrases, text); !equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestMatcherEmpty(t *testing.T) {
	if got := quickMatches(newMatcher(nil), " a b "); len(got) != 0 {
		t.Errorf("no phrases, but %v", got)
	}
}

func TestFold(t *testing.T) {
	opts := &Options{Host: "mx.blocked.example", Addresses: []string{"alice@unblocked.example"}}
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"User  UNKNOWN", " user unknown"},
		{"user-unknown.", " user unknown"},
		{"doesn't Doesn’t 'quoted words'", " doesnt doesnt quoted words"},
		{"zen.spamhaus.org", " zen. spamhaus. org"},
		{"full.Sorry", " full. sorry"},
		{"<alice@example.com>: no", " no"},
		{"a+b=c@example.com no", " no"},
		{`user "alice" <bob> unknown`, " user unknown"},
		{"user 'alice' unknown, user 'b.c'. Tagged 'spam'", " user unknown user tagged spam"},
		{"user 'alice unknown' user '' user '", " user alice unknown user user"},
		{"<http://x.example/y> <421 4.4.2 lost>", " http x. example y lost"},
		{"[192.0.2.1]:25 has 50 hops, 1024 max", " has hops 1024 max"},
		{"Boîte pleine, überfüllt, PEŁNA", " boite pleine uberfullt pelna"},
		{"bo\xeete", " boite"},
		{"ЯЩИК полон", " ящик полон"},
		{"邮箱已满。", " 邮 箱 已 满"},
		{"OFR_506 user_unknown AS(201806281) SC-001", " ofr_506 user unknown as 201806281 sc 001"},
		{"mx.blocked.example MX.Unblocked.example said", " said"},
		{"a × b", " a b"},
		{"<" + strings.Repeat("x", maxQuoted), " " + strings.Repeat("x", maxQuoted)},
	} {
		if got := strings.TrimSuffix(string(fold(nil, tt.in, opts)), " "); got != tt.want {
			t.Errorf("fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestPhraseTable checks that each phrase can be found as it is written, and
// that no two lines say different things of the same words.
func TestPhraseTable(t *testing.T) {
	type key struct{ text, host, code string }
	seen := map[key]string{}
	for _, p := range phraseTable {
		text := foldPhrase(p.text)
		if len(text) < 4 && p.text[0] < 0x80 {
			t.Errorf("%q: too short to mean anything: %q", p.text, text)
		}
		k := key{text, p.host, p.code}
		if other, ok := seen[k]; ok {
			t.Errorf("%q and %q are the same words", other, p.text)
		}
		seen[k] = p.text
		if (p.reason == Unknown) != (p.strength == none) {
			t.Errorf("%q: reason %v, but strength %d", p.text, p.reason, p.strength)
		}
		r := Response{Text: p.text}
		if p.code != "" {
			r.Status, _ = ParseStatus("5" + strings.TrimLeft(p.code, "X45"))
			if !r.Status.IsValid() {
				r.Reply = Reply(p.code[0]-'0')*100 + Reply(p.code[1]-'0')*10 + Reply(p.code[2]-'0')
			}
		}
		host := p.host
		if host != "" {
			host = "mx" + host
		}
		if best, _ := builtin().find(r, &Options{Host: host}, Unknown); best == nil && p.strength != none && !p.mark {
			t.Errorf("%q is not found", p.text)
		} else if best != nil && p.strength >= medium && best.strength < p.strength {
			t.Errorf("%q: %v by the weaker %q", p.text, best.reason, best.text)
		}
	}
}
