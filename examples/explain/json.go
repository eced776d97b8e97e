package main

import (
	"example.com/ndr/codes"
	"example.com/ndr/ndr"
	"golang.org/x/text/language"
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
}

func newAdviceJSON(a codes.Advice) adviceJSON {
	return adviceJSON{a.Title, a.Meaning, orEmpty(a.Causes), orEmpty(a.Fixes), a.Link}
}

// orEmpty makes JSON print [] for a list of none.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func (m message) rows(lang language.Tag) []any {
	row := newReportJSON(m.report, lang)
	row.File = m.file
	return []any{row}
}

func newReportJSON(r *ndr.Report, lang language.Tag) *reportJSON {
	row := &reportJSON{Report: r, Recipients: make([]recipientJSON, len(r.Recipients))}
	for i := range r.Recipients {
		rcpt := &r.Recipients[i]
		row.Recipients[i].Recipient = *rcpt
		if acted(rcpt.Action) {
			advice := newAdviceJSON(rcpt.Advice(lang))
			row.Recipients[i].Advice = &advice
		}
	}
	if r.Quoted != nil {
		row.Quoted = newReportJSON(r.Quoted, lang)
	}
	return row
}
