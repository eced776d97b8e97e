package main

import (
	"fmt"
	"strings"
)

// chartLabelWidth is how many columns the labels of a chart have.
const chartLabelWidth = 34

// maxBars is how many bars one chart has; what remains is summed up in one more.
const maxBars = 15

// bars draws a chart below the title of that key: one line for each of list, in its
// order, with label, bar, count and share of all. The counts have countWidth columns.
// Where there is nothing to count, it draws nothing.
func (p *page) bars(key string, list []bar, countWidth int) {
	list = cutBars(list, p.text("summary.others"))
	sum, most := 0, 0
	for _, b := range list {
		sum += b.count
		most = max(most, b.count)
	}
	if sum == 0 {
		return
	}
	fmt.Fprintln(p)
	p.headline(p.text("summary." + key))
	mark := p.text("summary.thousands")
	width := pageWidth - len("  ") - chartLabelWidth - len(" ") - len(" ") - countWidth - len(" 100%")
	for _, b := range list {
		label := pad(shorten(printable(b.label), chartLabelWidth), chartLabelWidth)
		drawn := p.style(cyan) + pad(drawBar(b.count, most, width), width) + p.style(plain)
		count := thousands(b.count, mark)
		count = strings.Repeat(" ", countWidth-columns(count)) + count
		fmt.Fprintf(p, "  %s %s %s %4s\n", label, drawn, count, share(b.count, sum))
	}
}

// cutBars joins the bars beyond maxBars into one.
func cutBars(list []bar, others string) []bar {
	if len(list) <= maxBars+1 {
		return list
	}
	rest := bar{label: others}
	for _, b := range list[maxBars:] {
		rest.count += b.count
	}
	return append(list[:maxBars:maxBars], rest)
}

// share returns the percentage of n in sum.
func share(n, sum int) string {
	if n*100 < sum {
		return "<1%"
	}
	return fmt.Sprintf("%d%%", (n*100+sum/2)/sum)
}

// drawBar returns a bar for n of most that are width columns long, in eighths of
// a column: at least one for whatever is there at all.
func drawBar(n, most, width int) string {
	eighths := max(1, n*width*8/most)
	s := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		s += string([]rune("▏▎▍▌▋▊▉")[rest-1])
	}
	return s
}
