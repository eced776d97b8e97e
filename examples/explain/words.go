package main

import (
	"cmp"
	"embed"
	"fmt"
	"strings"
	"sync"

	"example.com/ndr/codes"
	"golang.org/x/text/language"
)

// wordFiles hold the texts, in one file for each language.
//
//go:embed words
var wordFiles embed.FS

// languages are the languages of the texts, the default first.
var languages = []language.Tag{
	language.English, language.Italian, language.Swedish,
	language.German, language.French, language.Spanish, language.Japanese,
}

// words are the texts of one language, by section and key, such as "label.who".
type words map[string]string

// text returns a text, with args in the place of its verbs.
func (w words) text(key string, args ...any) string {
	if len(args) == 0 {
		return w[key]
	}
	return fmt.Sprintf(w[key], args...)
}

// owner says who must act.
func (w words) owner(o codes.Owner) string {
	return w.text("owner." + cmp.Or(o.String(), "unknown"))
}

// reason says what a reason is.
func (w words) reason(r codes.Reason) string { return w.text("reason." + r.String()) }

// join makes one clause of the clauses that are not empty.
func (w words) join(clauses ...string) (joined string) {
	for _, clause := range clauses {
		if joined != "" && clause != "" {
			clause = w.text("form.clauses", joined, clause)
		}
		joined = cmp.Or(clause, joined)
	}
	return joined
}

// loaded holds the texts that were read, by language: a run needs the texts of
// one or two.
var loaded sync.Map

// wordsFor returns the texts of tag, which is one of languages.
func wordsFor(tag language.Tag) words {
	if w, ok := loaded.Load(tag); ok {
		return w.(words)
	}
	w := readWords(tag)
	loaded.Store(tag, w)
	return w
}

// readWords reads the texts of tag; words/en.txt describes their form.
func readWords(tag language.Tag) words {
	data, err := wordFiles.ReadFile("words/" + tag.String() + ".txt")
	if err != nil {
		panic(err) // a file of this program is missing in it
	}
	w, section := make(words), ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]") + "."
		default:
			key, text, _ := strings.Cut(line, ":")
			text = strings.TrimSpace(text)
			if blank, ok := strings.CutPrefix(text, `"`); ok && strings.HasSuffix(blank, `"`) {
				text = strings.TrimSuffix(blank, `"`)
			}
			w[section+key] = text
		}
	}
	return w
}
