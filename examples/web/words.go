package main

import (
	_ "embed"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/text/language"
)

// wordsTSV holds the words of the page: a key, then English, Italian, Swedish.
//
//go:embed words.tsv
var wordsTSV string

var (
	dictionary = readWords(wordsTSV)
	languages  = []words{{0, language.English}, {1, language.Italian}, {2, language.Swedish}}
	matcher    = language.NewMatcher([]language.Tag{language.English, language.Italian, language.Swedish})
)

// words are those of one language.
type words struct {
	column int
	Tag    language.Tag
}

func readWords(tsv string) map[string][]string {
	all := make(map[string][]string)
	for line := range strings.Lines(tsv) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		all[cells[0]] = cells[1:]
	}
	return all
}

// wordsFor returns the words of the language that was chosen on the page or,
// where none was, that the browser asks for.
func wordsFor(r *http.Request) words {
	_, i := language.MatchStrings(matcher, r.FormValue("lang"), r.Header.Get("Accept-Language"))
	return languages[i]
}

// T returns the words of a key, with args in the place of their verbs. A key
// that there are no words of is an error, which ends the template.
func (w words) T(key string, args ...any) (string, error) {
	texts, ok := dictionary[key]
	if !ok {
		return "", fmt.Errorf("no words for %q", key)
	}
	if len(args) == 0 {
		return texts[w.column], nil
	}
	return fmt.Sprintf(texts[w.column], args...), nil
}

// Languages are those that the page can be read in.
func (words) Languages() []words { return languages }
