package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"

	"golang.org/x/text/language"
)

// An answer can be printed.
type answer interface {
	// text explains it to a person.
	text(p *page)
	// rows returns what -json prints of it, one a line.
	rows(p *page) []any
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
	out      io.Writer
	problems *problems
	progress *progress
	bold     bool // on a terminal that shows it
}

// A result is what became of a batch of items.
type result struct {
	names    []string
	out      bytes.Buffer // what was found, as it is printed
	findings []finding    // what is to be counted
	problems []problem
	others   int // lines of a log that tell of no delivery
}

// reset empties a result, and keeps its memory for the next.
func (r *result) reset() {
	r.out.Reset()
	clear(r.findings)
	r.names, r.findings, r.problems, r.others = r.names[:0], r.findings[:0], r.problems[:0], 0
}

// all explains the items of s in their order.
func (e *explainer) all(s *source) error {
	sum, others := newSummary(e.mode), 0
	err := inOrder(s.each, e.explain, func(r *result) error {
		e.progress.step(r.names)
		for _, p := range r.problems {
			e.progress.clear()
			e.problems.add(p.what, p.err)
		}
		for _, f := range r.findings {
			f.count(sum)
		}
		others += r.others
		_, err := r.out.WriteTo(e.out) // without delay: somebody may wait for it
		return err
	})
	e.progress.clear()
	if others > 0 && !e.json {
		fmt.Fprintf(e.problems.w, "explain: lines of a log that tell of no delivery: %d\n", others)
	}
	if err == nil && e.summary {
		p := e.newPage(e.lang)
		sum.chart(p)
		_, err = p.WriteTo(e.out)
	}
	return err
}

// explain finds out about the items of a batch, and puts what it found into r.
// Several workers call it at once.
func (e *explainer) explain(batch []item, r *result) {
	for _, it := range batch {
		r.names = append(r.names, it.name)
		f, err := e.read(it)
		if e.mode == events && f == nil {
			f = body{file: it.name, err: err} // which -json tells of too
		}
		if l, ok := f.(reply); ok && l.isOther {
			r.others++
		}
		switch {
		case f == nil:
		case e.summary:
			r.findings = append(r.findings, f)
		default:
			err = cmp.Or(e.print(&r.out, it.name, f), err)
		}
		if err != nil {
			r.problems = append(r.problems, problem{it.name, err})
		}
	}
}

// read reads an item. A finding can stand beside an error that came later.
func (e *explainer) read(it item) (finding, error) {
	r := it.content
	switch {
	case r == nil && it.err != nil:
		return nil, it.err
	case e.mode == responses:
		return readReply(it.name), nil
	case r == nil:
		f, err := openFile(it.name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	if e.mode == events {
		b := readBody(it.name, r)
		return b, b.err
	}
	m, err := readMessage(it.name, r)
	return m, cmp.Or(err, it.err)
}

// print prints an answer as JSON or as text: in the language that was asked for,
// or, where that lacks an advice of it, the whole answer in English.
func (e *explainer) print(out *bytes.Buffer, name string, a answer) error {
	p, rows := e.answer(a, e.lang)
	if p.lacks {
		p, rows = e.answer(a, languages[0])
	}
	if e.isOneOfMany(name) && p.Len() > 0 {
		out.Write(ruler(name))
	}
	out.Write(p.Bytes())
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, row := range rows {
		if err := enc.Encode(row); err != nil {
			return err
		}
	}
	return nil
}

// answer gives an answer in one language: a page of text, or rows for -json.
func (e *explainer) answer(a answer, lang language.Tag) (p *page, rows []any) {
	p = e.newPage(lang)
	if e.json {
		return p, a.rows(p)
	}
	a.text(p)
	return p, nil
}

// isOneOfMany reports whether the text about an item must say which it is about. A reply
// stands before its text.
func (e *explainer) isOneOfMany(name string) bool {
	return e.mode != responses && (len(e.paths) > 1 || len(e.paths) == 1 && name != e.paths[0])
}

func (e *explainer) newPage(lang language.Tag) *page {
	return &page{lang: lang, words: wordsFor(lang), isBold: e.bold}
}
