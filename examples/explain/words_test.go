package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

var english, japanese = wordsFor(languages[0]), wordsFor(languages[6])

// verbs returns the verbs of a text, in their order.
func verbs(text string) []string { return regexp.MustCompile(`%[^%]`).FindAllString(text, -1) }

// TestWords wants every text in every language, with the same places for what
// is put in.
func TestWords(t *testing.T) {
	files, err := filepath.Glob("words/*")
	if err != nil || len(files) != len(languages) {
		t.Errorf("%d files for %d languages, %v", len(files), len(languages), err)
	}
	for _, lang := range languages {
		w := wordsFor(lang)
		if got, want := slices.Sorted(maps.Keys(w)), slices.Sorted(maps.Keys(english)); !slices.Equal(got, want) {
			t.Errorf("%v: got the keys %q, want %q", lang, got, want)
		}
		for key, text := range w {
			n := columns(text)
			switch {
			case n == 0, strings.HasPrefix(key, "label.") && n > labelWidth, strings.HasPrefix(key, "reason.") && n > chartLabelWidth:
				t.Errorf("%v: %s: %q has %d columns", lang, key, text, n)
			case !slices.Equal(verbs(text), verbs(english[key])):
				t.Errorf("%v: %s: %q has other verbs than %q", lang, key, text, english[key])
			}
		}
	}
}

// TestEachKeyOnce wants no key twice in a file.
func TestEachKeyOnce(t *testing.T) {
	for _, lang := range languages {
		data, err := wordFiles.ReadFile("words/" + lang.String() + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if n := len(regexp.MustCompile(`(?m)^[a-z-]+: `).FindAll(data, -1)); n != len(english) {
			t.Errorf("%v: %d lines for %d texts", lang, n, len(english))
		}
	}
}

// TestKeys has a text for each key that the program asks for, and none that it
// does not.
func TestKeys(t *testing.T) {
	asked := make(map[string]bool)
	for _, k := range []ndr.Kind{ndr.Other, ndr.Delay, ndr.Success, ndr.Feedback, ndr.Disposition, ndr.AutoReply, ndr.Challenge} {
		asked["kind."+k.String()] = true
		if _, ok := kindOwners[k]; ok {
			asked["fix."+k.String()] = true
		}
	}
	for k := ndr.Other; k <= ndr.Challenge; k++ {
		asked["counted."+k.String()] = true
	}
	for a := ndr.Delivered; a <= ndr.Expanded; a++ {
		asked["headline."+a.String()] = true
	}
	for a := ndr.AuthorUnknown; a <= ndr.AuthorResponder; a++ {
		asked["author."+a.String()] = true
	}
	for o := codes.OwnerSender; o <= codes.OwnerNobody; o++ {
		asked["owner."+o.String()] = true
	}
	for k := codes.EvidenceNone; k <= codes.EvidenceRule; k++ {
		asked["evidence."+k.String()] = true
	}
	for _, r := range codes.Reasons() {
		asked["reason."+r.String()] = true
	}
	for _, w := range []string{ndr.WithheldAuthor, ndr.WithheldKind, ndr.WithheldAddress, codes.WithheldPermanent,
		codes.WithheldStage, codes.WithheldMeaning, codes.WithheldContradiction} {
		asked["withheld."+w] = true
	}
	for _, key := range []string{"owner.unknown", "reason." + codes.Unknown.String(), "counted.quoted", "counted.accepted", "counted.refused",
		"summary.messages", "summary.responses", "summary.events"} {
		asked[key] = true
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{"row": "label.", "list": "label.", "section": "section.", "bars": "summary.", "text": ""}
	for _, file := range sources {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range regexp.MustCompile(`\b(row|list|section|bars|text)\("([a-z.-]+[a-z])"`).FindAllStringSubmatch(string(source), -1) {
			asked[sections[m[1]]+m[2]] = true
		}
	}
	if got, want := slices.Sorted(maps.Keys(english)), slices.Sorted(maps.Keys(asked)); !slices.Equal(got, want) {
		for _, key := range slices.Concat(got, want) {
			if !asked[key] || english[key] == "" {
				t.Errorf("%s is asked for: %t; its text: %q", key, asked[key], english[key])
			}
		}
	}
}
