package main

import (
	"encoding/json"
	"io"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"golang.org/x/text/language"
)

// A printer shows results.
type printer interface {
	print(result)
	finish() // after the last
}

// jsonPrinter prints each report as one line of JSON, with the name of its
// file first.
type jsonPrinter struct{ w io.Writer }

func (p *jsonPrinter) print(res result) {
	writeJSON(p.w, struct {
		File string `json:"file"`
		*ndr.Report
	}{res.name, res.report})
}

func (p *jsonPrinter) finish() {}

// writeJSON writes v as one line. What is written is made of plain strings and
// numbers, which always can be; a failing writer is noticed when it is flushed.
func writeJSON(w io.Writer, v any) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
}

// replyPrinter explains bare replies.
type replyPrinter struct {
	w    io.Writer
	json bool
	lang language.Tag
}

// replyJSON is what -responses -json prints of a reply.
type replyJSON struct {
	Response  string       `json:"response"`
	Reply     codes.Reply  `json:"reply"`
	Status    codes.Status `json:"status"`
	Reason    codes.Reason `json:"reason"`
	Permanent bool         `json:"permanent"`
	Owner     codes.Owner  `json:"owner"`
	Scope     codes.Scope  `json:"scope"`
	Suppress  bool         `json:"suppress"`
	Title     string       `json:"title"`
	Meaning   string       `json:"meaning"`
	Causes    []string     `json:"causes"`
	Fixes     []string     `json:"fixes"`
	Link      string       `json:"link"`
}

func (p *replyPrinter) print(res result) {
	resp := codes.ParseResponse(res.name)
	v := resp.Judge(nil)
	var a codes.Advice
	if !resp.Reply.Positive() {
		a = resp.AdviceFor(v, p.lang)
	}
	if p.json {
		writeJSON(p.w, replyJSON{
			Response: res.name, Reply: resp.Reply, Status: resp.Status,
			Reason: v.Reason, Permanent: v.Permanent, Owner: v.Owner, Scope: v.Scope, Suppress: v.Suppress,
			Title: a.Title, Meaning: a.Meaning, Causes: a.Causes, Fixes: a.Fixes, Link: a.Link,
		})
		return
	}
	t := &textPrinter{w: p.w, lang: p.lang}
	t.heading(res.name)
	if resp.Reply.Positive() {
		t.row(wordsFor(p.lang).kind, wordsFor(p.lang).accepted)
		return
	}
	t.verdict(v.Reason, v.Owner, v.Permanent, v.Suppress)
	t.advice(a)
	t.auth(headers.ReadReply(res.name))
}

func (p *replyPrinter) finish() {}
