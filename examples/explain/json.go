package main

import (
	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// reportJSON is what -json prints of a message: its file, the report, and advice
// for each recipient that needs some.
type reportJSON struct {
	File string `json:"file,omitempty"`
	*ndr.Report
	Recipients []recipientJSON `json:"recipients"`
	Quoted     *reportJSON     `json:"quoted,omitempty"`
}

type recipientJSON struct {
	ndr.Recipient
	Advice *adviceJSON `json:"advice,omitempty"`
}

// adviceJSON is the part of an advice that the verdict does not hold already.
type adviceJSON struct {
	Title   string   `json:"title"`
	Meaning string   `json:"meaning"`
	Causes  []string `json:"causes"`
	Fixes   []string `json:"fixes"`
	Link    string   `json:"link"`
	// Language is what the texts are written in, "" where there are none.
	Language string `json:"language"`
}

func newAdviceJSON(a codes.Advice) adviceJSON {
	row := adviceJSON{Title: a.Title, Meaning: a.Meaning, Causes: orEmpty(a.Causes), Fixes: orEmpty(a.Fixes), Link: a.Link}
	if a.Title != "" {
		row.Language = a.Language.String()
	}
	return row
}

// orEmpty makes JSON print [] for a list of none.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func (m message) rows(p *page) []any {
	row := newReportJSON(m.report, p)
	row.File = m.file
	return []any{row}
}

func newReportJSON(r *ndr.Report, p *page) *reportJSON {
	row := &reportJSON{Report: r, Recipients: make([]recipientJSON, len(r.Recipients))}
	for i, d := range deliveries(r.Recipients, r.Err()) {
		row.Recipients[i].Recipient = d.Recipient
		if acted(d.Recipient.Action) {
			advice := newAdviceJSON(p.in(d.Advice(p.lang)))
			row.Recipients[i].Advice = &advice
		}
	}
	if r.Quoted != nil {
		row.Quoted = newReportJSON(r.Quoted, p)
	}
	return row
}
