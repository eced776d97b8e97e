package ndr

import (
	"cmp"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/letter"
	"example.com/ndr/ndr/internal/mime"
)

// readLetter reads a message that a person wrote, or a program on behalf of one.
// A report in it stands in [Report.Quoted].
func (p *parser) readLetter(head *author.Header, c content) *Report {
	kind := author.Kind(head, c.text)
	switch {
	case c.complaint != nil:
		return p.readReport(head, c, 0)
	case p.disposition() != nil:
		kind = found.Disposition
	}
	rep := newReport(head, c, kind)
	rep.Recipients, rep.Original = []Recipient{}, readOriginal(headers.Header{})
	rep.Quoted = p.readQuoted(head, c)
	return rep
}

// readQuoted reads the report that a letter holds: attached as a message, with
// its parts, or in its text; nil where there is none.
func (p *parser) readQuoted(head *author.Header, c content) *Report {
	defer func(n int) { p.defects = p.defects[:n] }(len(p.defects)) // what is damaged in it is no damage of the letter
	for i := range p.msg.Parts {
		if part := &p.msg.Parts[i]; part.Attached && part.Kept {
			if rep := p.readAttached(part.Body); rep != nil {
				return rep
			}
		}
	}
	if h := p.enclosedHeader(1); h.Len() > 0 {
		inner := author.ReadHeader(&h)
		attached := p.readParts(1)
		if who, _ := inner.Author(); who != author.Person && who != author.Responder {
			if rep := p.readReport(inner, attached, 1); rep.isReport() {
				return rep.withhold()
			}
		}
		c.setText(c.text + "\n" + attached.text) // a letter that holds one again
	}
	m := letter.Find(c.lines)
	c.setText(strings.Join(m.Lines, "\n"))
	// The header of a report that is quoted is lost, except for what the mail
	// program keeps of it. Without that, the words have to tell.
	kept := "Return-Path: <>\nSubject: " + cmp.Or(m.Subject, head.Get("Subject")) + "\n"
	if m.From != "" {
		kept = "From: " + m.From + "\n" + kept
	}
	h := headers.ParseHeader(kept)
	rep := p.readReport(author.ReadHeader(&h), c, 0)
	if m.From == "" {
		rep.Author, rep.AuthorRule = AuthorUnknown, ""
	}
	if !rep.isReport() {
		return nil
	}
	return rep.withhold()
}

// readAttached reads a message that is attached as a file, and returns the report
// that it is, or quotes; nil where it is none.
func (p *parser) readAttached(text string) *Report {
	msg, err := mime.Read(strings.NewReader(text), p.opts.mime())
	if err != nil {
		return nil
	}
	defer msg.Release()
	for i := range msg.Parts {
		msg.Parts[i].Attached = false // a file in the file is not read
	}
	inner := parser{opts: p.opts, msg: msg}
	rep := inner.report()
	if !rep.isReport() {
		return rep.Quoted
	}
	return rep.withhold()
}

// isReport reports whether r says what became of a message.
func (r *Report) isReport() bool {
	return r.Kind == Failure || r.Kind == Delay || r.Kind == Success
}

// withhold takes back every verdict that condemns an address: nobody knows
// whether a report that is quoted is as the mail system wrote it.
func (r *Report) withhold() *Report {
	for i := range r.Recipients {
		r.Recipients[i].withhold(WithheldAuthor)
	}
	r.Defects = []Defect{}
	return r
}
