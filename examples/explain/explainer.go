package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"

	"golang.org/x/text/language"
)

// An answer can be printed.
type answer interface {
	// text explains it to a person.
	text(p *page)
	// rows returns what -json prints of it, one a line.
	rows(s *speaker) []any
}

// A finding is what was found out about an item: a message, a reply, or the body
// of a webhook.
type finding interface {
	answer
	// count adds it to a summary.
	count(s *summary)
}

// An explainer finds out about items and prints what it found.
type explainer struct {
	*options
	out      *bufio.Writer
	problems *problems
	progress *progress
	bold     bool // on a terminal that shows it
}

// An outcome is what became of an item.
type outcome struct {
	name    string
	finding finding // nil where there is none
	out     []byte  // the finding as it is printed
	err     error
}

// all explains the items of s in their order.
func (e *explainer) all(s *source) {
	var sum *summary
	if e.summary {
		sum = newSummary(e.mode)
	}
	others := 0
	err := inOrder(s.each, e.explain, func(o outcome, more bool) error {
		e.progress.step(o.name)
		if r, ok := o.finding.(reply); ok && r.isOther {
			others++
		}
		if o.err != nil {
			e.progress.clear()
			e.problems.add(o.name, o.err)
		}
		if sum != nil && o.finding != nil {
			o.finding.count(sum)
		}
		_, err := e.out.Write(o.out)
		if !more {
			err = e.out.Flush() // whoever waits for the next line sees this one
		}
		return err
	})
	e.progress.clear()
	if others > 0 && !e.json {
		fmt.Fprintf(e.problems.w, "explain: lines of a log that tell of no delivery: %d\n", others)
	}
	if err == nil && sum != nil {
		e.out.Write(sum.chart(e.newPage(e.lang))) // the writer keeps its error for Flush
	}
}

// explain finds out about an item. It is called by several workers at once.
func (e *explainer) explain(it item) outcome {
	f, err := e.read(it)
	if f == nil && e.mode == events {
		f = body{file: it.name, err: err} // which -json tells of too
	}
	o := outcome{name: it.name, finding: f, err: err}
	if f == nil || e.summary {
		return o
	}
	if o.out, err = e.print(it.name, f); err != nil {
		o.err = err
	}
	return o
}

// read reads an item. A finding can stand beside an error that came later.
func (e *explainer) read(it item) (finding, error) {
	switch {
	case it.open == nil && it.err != nil:
		return nil, it.err
	case e.mode == responses:
		return readReply(it.name), nil
	}
	r, err := it.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if e.mode == events {
		b := readBody(it.name, r)
		return b, b.err
	}
	m, err := readMessage(it.name, r)
	if err == nil {
		err = it.err
	}
	return m, err
}

// print returns an answer as JSON or as text: in the language that was asked
// for, or, where that lacks an advice of it, the whole answer in English.
func (e *explainer) print(name string, a answer) ([]byte, error) {
	if e.json {
		return e.printJSON(a)
	}
	p := e.newPage(e.lang)
	if a.text(p); p.lacks {
		p = e.newPage(languages[0])
		a.text(p)
	}
	if e.isOneOfMany(name) && p.Len() > 0 {
		return append(ruler(name), p.Bytes()...), nil
	}
	return p.Bytes(), nil
}

// printJSON is print for -json.
func (e *explainer) printJSON(a answer) ([]byte, error) {
	s := &speaker{lang: e.lang}
	rows := a.rows(s)
	if s.lacks {
		rows = a.rows(&speaker{lang: languages[0]})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, row := range rows {
		if err := enc.Encode(row); err != nil {
			return b.Bytes(), err
		}
	}
	return b.Bytes(), nil
}

// isOneOfMany reports whether the text about an item must say which it is about.
func (e *explainer) isOneOfMany(name string) bool {
	switch {
	case e.mode == responses:
		return false // each stands before its text
	case len(e.paths) == 1:
		return name != e.paths[0]
	}
	return len(e.paths) > 1
}

func (e *explainer) newPage(lang language.Tag) *page {
	return &page{words: wordsFor(lang), speaker: speaker{lang: lang}, isBold: e.bold}
}
