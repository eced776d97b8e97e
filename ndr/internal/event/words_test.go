package event

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
)

// TestWords reads words.txt: every heading names a provider, every provider has a word,
// and no word can be missed for its letters.
func TestWords(t *testing.T) {
	all, err := readWords(wordsFile)
	if err != nil {
		t.Fatal(err)
	}
	spoken := make(map[string]bool)
	for w := range all {
		spoken[w.provider] = true
		if w.word == "" || w.word != strings.ToLower(w.word) {
			t.Errorf("%s: %q is no word in lower case", w.provider, w.word)
		}
		if !slices.ContainsFunc(providers, func(p provider) bool { return p.name == w.provider }) {
			t.Errorf("no provider is called %q", w.provider)
		}
	}
	for _, p := range providers {
		if !spoken[p.name] {
			t.Errorf("%s has no words", p.name)
		}
	}
}

// TestProvidersHaveSamples checks that each provider wrote a body in testdata, and that
// package ndr names it in the comment on Event.Provider.
func TestProvidersHaveSamples(t *testing.T) {
	comment, err := os.ReadFile("../../event.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range providers {
		samples, err := filepath.Glob("../../../testdata/webhooks/" + p.name + "*.body")
		if err != nil || len(samples) == 0 {
			t.Errorf("testdata/webhooks has no sample of %s", p.name)
		}
		if !strings.Contains(string(comment), `"`+p.name+`"`) {
			t.Errorf("the comment on Event.Provider in ndr/event.go does not name %s", p.name)
		}
	}
}

func TestReadWords(t *testing.T) {
	got, err := readWords("# a comment\n\n[x y]\ndelay mailbox-full weak: a b, c\npermanent listed: d\n")
	want := map[string]Meaning{
		"a b": {Kind: found.Delay, Class: Class{Reason: codes.MailboxFull, Weak: true}},
		"c":   {Kind: found.Delay, Class: Class{Reason: codes.MailboxFull, Weak: true}},
		"d":   {Kind: found.Failure, Permanent: Permanent, Suppressed: true},
	}
	for name, meaning := range want {
		if got[word{"x", name}] != meaning || got[word{"y", name}] != meaning {
			t.Errorf("%q: got %+v, want %+v", name, got[word{"x", name}], meaning)
		}
	}
	if err != nil || len(got) != 2*len(want) {
		t.Errorf("got %d words and %v", len(got), err)
	}
	if _, err := readWords("[x]\nno-such-reason: a"); !errors.Is(err, codes.ErrName) || !strings.Contains(err.Error(), "no-such-reason: a") {
		t.Errorf("the line is lost: %v", err)
	}
}

// TestRefine has a case for what each kind takes from a further word.
func TestRefine(t *testing.T) {
	full := Class{Reason: codes.MailboxFull}
	own := Meaning{Kind: found.Failure, Class: Class{Reason: codes.Suppressed, Own: true}, Suppressed: true}
	for name, tt := range map[string]struct{ event, word, want Meaning }{
		"a failure": {
			Meaning{Kind: found.Failure, Permanent: Temporary}, Meaning{Kind: found.Failure, Permanent: Permanent, Class: full, Suppressed: true},
			Meaning{Kind: found.Failure, Permanent: Permanent, Class: full, Suppressed: true},
		},
		"a failure, and nothing new": {
			Meaning{Kind: found.Failure, Permanent: Permanent, Class: full, Suppressed: true}, Meaning{Kind: found.Failure},
			Meaning{Kind: found.Failure, Permanent: Permanent, Class: full, Suppressed: true},
		},
		"a failure that is a delay": {Meaning{Kind: found.Failure}, Meaning{Kind: found.Delay, Class: full}, Meaning{Kind: found.Delay, Class: full}},
		"a failure that was given up": {
			Meaning{Kind: found.Failure, Permanent: Permanent}, Meaning{Kind: found.Delay, Class: full},
			Meaning{Kind: found.Failure, Permanent: Permanent, Class: full},
		},
		"a failure that is none":           {Meaning{Kind: found.Failure}, Meaning{Kind: found.Other}, Meaning{Kind: found.Other}},
		"a failure, and a complaint":       {Meaning{Kind: found.Failure}, Meaning{Kind: found.Feedback, Suppressed: true}, Meaning{Kind: found.Failure}},
		"a failure, and a success":         {Meaning{Kind: found.Failure}, Meaning{Kind: found.Success}, Meaning{Kind: found.Failure}},
		"a delay":                          {Meaning{Kind: found.Delay}, Meaning{Kind: found.Failure, Permanent: Permanent, Class: full, Suppressed: true}, Meaning{Kind: found.Delay, Class: full}},
		"a success":                        {Meaning{Kind: found.Success}, Meaning{Kind: found.Failure, Class: full}, Meaning{Kind: found.Success}},
		"a success, and a word of all":     {Meaning{Kind: found.Success}, Meaning{Kind: found.Other, Class: full}, Meaning{Kind: found.Success}},
		"a complaint":                      {Meaning{Kind: found.Feedback}, Meaning{Kind: found.Failure, Class: full}, Meaning{Kind: found.Feedback}},
		"a complaint that is none":         {Meaning{Kind: found.Feedback}, Meaning{Kind: found.Other}, Meaning{Kind: found.Other}},
		"a complaint of long ago":          {Meaning{Kind: found.Feedback}, own, own},
		"what the provider alone can know": {own, Meaning{Kind: found.Failure, Permanent: Permanent, Class: full}, own},
	} {
		got := tt.event
		if got.refine(tt.word); got != tt.want {
			t.Errorf("%s: got %+v, want %+v", name, got, tt.want)
		}
	}
}
