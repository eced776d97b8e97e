package main

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"github.com/emersion/go-mbox"
)

const (
	maxSeries  = 6  // reasons with a colour of their own
	maxDomains = 12 // domains that are shown
	maxColumns = 62 // days, months or years beside each other

	// A date outside of these years comes from a wrong clock.
	firstYear, lastYear = 1990, 2050
)

// mailbox returns the messages of an mbox file, none for anything else.
func mailbox(data []byte) (messages [][]byte) {
	for box := mbox.NewReader(bytes.NewReader(data)); ; {
		r, err := box.NextMessage()
		if err != nil {
			return messages
		}
		message, err := io.ReadAll(r)
		if err != nil {
			return messages
		}
		messages = append(messages, message)
	}
}

// A chart counts what failed in a mailbox. Each bar is parted by reason.
type chart struct {
	Messages, Failures, Undated int
	Times                       []bar
	Tables                      []table
}

// A table lists bars below each other.
type table struct {
	Title string // a key; the labels of "chart.owners" are keys too
	Bars  []bar
}

// A bar is a number of failures.
type bar struct {
	Label string
	Total int
	Parts []part
}

// A part of a bar begins At and has a Size, both in percent of the longest bar.
type part struct {
	Series, Count int
	At, Size      float64
}

// A failure is one recipient that a message did not reach.
type failure struct {
	reason, owner, domain string
	series                int // the rank of the reason, at most maxSeries
	date                  time.Time
}

// newChart counts what failed in messages.
func newChart(messages [][]byte, w words) *chart {
	c := &chart{Messages: len(messages)}
	var all, dated []failure
	for _, message := range messages {
		report, err := ndr.Parse(bytes.NewReader(message), nil)
		if err != nil {
			continue // an empty message
		}
		date, _ := headers.ParseDate(report.Header.Get("Date"))
		for _, r := range report.Recipients {
			if r.Failed() {
				all = append(all, failure{r.Reason.Advice(w.Tag).Title, "owner." + r.Owner.String(), organization(r.Address), 0, date.UTC()})
			}
		}
	}
	reasons := bars(all, func(f failure) string { return f.reason })
	for i, f := range all {
		all[i].series = min(maxSeries, slices.IndexFunc(reasons, func(b bar) bool { return b.Label == f.reason }))
	}
	for _, f := range all {
		if y := f.date.Year(); firstYear <= y && y <= lastYear {
			dated = append(dated, f)
		}
	}
	c.Failures, c.Undated = len(all), len(all)-len(dated)
	domains := bars(all, func(f failure) string { return f.domain })
	c.Tables = []table{
		{"chart.reasons", bars(all, func(f failure) string { return f.reason })},
		{"chart.owners", bars(all, func(f failure) string { return f.owner })},
		{"chart.domains", domains[:min(len(domains), maxDomains)]},
	}
	c.Times = columns(dated)
	return c
}

// bars counts failures by label, the most common first.
func bars(failures []failure, label func(failure) string) (all []bar) {
	counts := make(map[string]*[maxSeries + 1]int)
	for _, f := range failures {
		if counts[label(f)] == nil {
			counts[label(f)] = new([maxSeries + 1]int)
		}
		counts[label(f)][f.series]++
	}
	longest := 0
	for l, series := range counts {
		b := bar{Label: l}
		for s, n := range series {
			if n > 0 {
				b.Parts = append(b.Parts, part{s, n, float64(b.Total), float64(n)})
				b.Total += n
			}
		}
		longest = max(longest, b.Total)
		all = append(all, b)
	}
	for _, b := range all {
		for i := range b.Parts {
			b.Parts[i].At *= 100 / float64(longest)
			b.Parts[i].Size *= 100 / float64(longest)
		}
	}
	slices.SortFunc(all, func(a, b bar) int { return cmp.Or(b.Total-a.Total, cmp.Compare(a.Label, b.Label)) })
	return all
}

// columns counts failures by day or, where there are too many days, by month or
// year. A day without failures has a column too.
func columns(failures []failure) (all []bar) {
	if len(failures) == 0 {
		return nil
	}
	older := func(a, b failure) int { return a.date.Compare(b.date) }
	first, last := slices.MinFunc(failures, older).date, slices.MaxFunc(failures, older).date
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		counted := bars(failures, func(f failure) string { return f.date.Format(layout) })
		all = nil
		for t := first.Truncate(24 * time.Hour); !t.After(last) && len(all) <= maxColumns; t = t.AddDate(0, 0, 1) {
			label := t.Format(layout)
			if len(all) > 0 && all[len(all)-1].Label == label {
				continue
			}
			column := bar{Label: label}
			if i := slices.IndexFunc(counted, func(b bar) bool { return b.Label == label }); i >= 0 {
				column = counted[i]
			}
			all = append(all, column)
		}
		if len(all) <= maxColumns {
			break
		}
	}
	return all
}

// Most is how many failures the tallest column stands for.
func (c *chart) Most() (most int) {
	for _, column := range c.Times {
		most = max(most, column.Total)
	}
	return most
}
