package main

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"time"

	"example.com/ndr/ndr"
	"github.com/emersion/go-mbox"
	"golang.org/x/text/language"
)

const topRank = 6 // reasons that are told apart by colour

// mailbox reads the messages of an mbox file, none of anything else.
func mailbox(data []byte) (reports []*ndr.Report) {
	for box := mbox.NewReader(bytes.NewReader(data)); ; {
		message, err := box.NextMessage()
		if err != nil {
			return reports
		}
		if report, err := ndr.Parse(message, nil); err == nil { // it is not empty
			reports = append(reports, report)
		}
	}
}

// A chart counts what failed in a mailbox.
type chart struct {
	Messages, Failures      int
	Times, Reasons, Domains []*bar
}

// A bar is drawn as one part over another, from the longest to the shortest, so
// that each shows where it is longer than the next.
type bar struct {
	Label string
	Parts [topRank + 1]int // failures for reasons of that rank or a higher one
}

// A failure is one recipient that a message did not reach.
type failure struct {
	reason, domain string
	date           time.Time
	rank           int // of the reason: topRank for the most common, 0 for the rest
}

// newChart counts what failed in the messages of a mailbox.
func newChart(reports []*ndr.Report, lang language.Tag) *chart {
	var all []failure
	for _, report := range reports {
		for _, r := range report.Recipients {
			if r.Failed() {
				all = append(all, failure{r.Reason.Advice(lang).Title, organization(r.Address), report.Date.UTC(), 0})
			}
		}
	}
	reason := func(f failure) string { return f.reason }
	reasons := count(all, reason)
	for i, f := range all {
		all[i].rank = max(0, topRank-slices.IndexFunc(reasons, func(b *bar) bool { return b.Label == f.reason }))
	}
	return &chart{len(reports), len(all), overTime(all), count(all, reason), count(all, func(f failure) string { return f.domain })}
}

// count counts failures by label, the most common first.
func count(failures []failure, label func(failure) string) []*bar {
	all := make(map[string]*bar)
	for _, f := range failures {
		b := cmp.Or(all[label(f)], &bar{Label: label(f)})
		for rank := range f.rank + 1 {
			b.Parts[rank]++
		}
		all[b.Label] = b
	}
	return slices.SortedFunc(maps.Values(all), func(a, b *bar) int { return cmp.Or(b.Parts[0]-a.Parts[0], cmp.Compare(a.Label, b.Label)) })
}

// overTime counts failures by day or, where that is too many bars, by month.
func overTime(failures []failure) []*bar {
	dated := slices.DeleteFunc(slices.Clone(failures), func(f failure) bool {
		return f.date.Year() < 1990 || f.date.Year() > 2050 // no date, or the date of a wrong clock
	})
	if len(dated) == 0 {
		return nil
	}
	slices.SortFunc(dated, func(a, b failure) int { return a.date.Compare(b.date) })
	first, last := dated[0].date, dated[len(dated)-1].date
	layout := time.DateOnly
	if last.Sub(first) > 60*24*time.Hour {
		layout = "2006-01"
	}
	for t := first; t.Before(last); t = t.AddDate(0, 0, 1) {
		dated = append(dated, failure{date: t, rank: -1}) // a day without failures has a bar too
	}
	all := count(dated, func(f failure) string { return f.date.Format(layout) })
	slices.SortFunc(all, func(a, b *bar) int { return cmp.Compare(a.Label, b.Label) })
	return all
}
