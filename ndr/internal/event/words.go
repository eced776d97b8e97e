package event

import (
	"cmp"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
)

// A Meaning is what a provider's name of an event, or of a class, says.
type Meaning struct {
	Kind      found.Kind
	Permanent Claim
	Class     Class
	// Suppressed tells that the provider will not try the address again.
	Suppressed bool
}

// A word is what a provider calls an event or a class, in lower case.
type word struct{ provider, word string }

//go:embed words.txt
var wordsFile string

// words holds the meanings of words.txt.
var words = sync.OnceValue(func() map[word]Meaning {
	all, err := readWords(wordsFile)
	if err != nil {
		panic(err) // never, as a test reads the file
	}
	return all
})

// readWords reads a file such as words.txt. An error quotes the line.
func readWords(file string) (map[word]Meaning, error) {
	all := make(map[word]Meaning)
	var providers []string
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			providers = strings.Fields(strings.Trim(line, "[]"))
			continue
		}
		says, list, _ := strings.Cut(line, ":")
		m, err := parseMeaning(says)
		if err != nil {
			return nil, fmt.Errorf("words.txt: %q: %w", line, err)
		}
		for w := range strings.SplitSeq(list, ",") {
			for _, p := range providers {
				all[word{p, strings.TrimSpace(w)}] = m
			}
		}
	}
	return all, nil
}

var kinds = map[string]found.Kind{
	"failure": found.Failure, "delay": found.Delay, "success": found.Success, "complaint": found.Feedback,
	"other": found.Other,
}

func parseMeaning(says string) (m Meaning, err error) {
	m.Kind = found.Failure
	for said := range strings.FieldsSeq(says) {
		kind, isKind := kinds[said]
		switch {
		case isKind:
			m.Kind = kind
		case said == "permanent":
			m.Permanent = Permanent
		case said == "temporary":
			m.Permanent = Temporary
		case said == "listed":
			m.Suppressed = true
		case said == "own":
			m.Class.Own = true
		case said == "weak":
			m.Class.Weak = true
		default:
			if m.Class.Reason, err = codes.ParseReason(said); err != nil {
				return m, err
			}
		}
	}
	return m, nil
}

// refine adds what a further word says of a failure, as far as it is a word about
// failures. Of a delay it tells the class alone, and of a complaint that it is none:
// nobody complained, or nobody did anew.
func (m *Meaning) refine(w Meaning) {
	failed := m.Kind == found.Failure || m.Kind == found.Feedback && (w.Kind == found.Other || w.Class.Own)
	if m.Class.Own || !failed && m.Kind != found.Delay || w.Kind == found.Success || w.Kind == found.Feedback {
		return
	}
	if w.Class.Reason != codes.Unknown {
		m.Class = w.Class
	}
	if !failed {
		return
	}
	if m.Permanent != Permanent { // what was given up is not tried again
		m.Kind = w.Kind
	}
	m.Permanent = cmp.Or(w.Permanent, m.Permanent)
	m.Suppressed = m.Suppressed || w.Suppressed
}
