package main

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// A summary counts what was found.
type summary struct {
	mode       mode
	items      int
	kinds      map[string]int
	reasons    map[codes.Reason]int
	domains    map[string]int // "" for the domains beyond maxDomains
	owners     map[codes.Owner]int
	stop, keep int
}

// maxDomains is how many domains are told apart, so that memory stays bounded.
const maxDomains = 100_000

func newSummary(m mode) *summary {
	return &summary{
		mode:  m,
		kinds: make(map[string]int), reasons: make(map[codes.Reason]int), domains: make(map[string]int), owners: make(map[codes.Owner]int),
	}
}

func (m message) count(s *summary) {
	s.items++
	if m.report.Quoted != nil {
		s.kinds["quoted"]++
	} else {
		s.kinds[m.report.Kind.String()]++
	}
	for i := range m.report.Recipients {
		s.recipient(&m.report.Recipients[i])
	}
}

func (r reply) count(s *summary) {
	if r.isOther {
		return
	}
	s.items++
	switch {
	case r.failure == nil:
		s.kinds["accepted"]++
		return
	case r.failure.Recipient.Action == ndr.Delayed || r.response.Reply.Transient():
		s.kinds["delay"]++
	default:
		s.kinds["refused"]++
	}
	s.recipient(&r.failure.Recipient)
}

func (b body) count(s *summary) {
	for i := range b.events {
		s.items++
		s.kinds[b.events[i].Kind.String()]++
		s.recipient(&b.events[i].Recipient)
	}
}

// recipient counts one to whom delivery failed or is late.
func (s *summary) recipient(r *ndr.Recipient) {
	if !acted(r.Action) {
		return
	}
	s.reasons[r.Reason]++
	s.owners[r.Owner]++
	if r.Suppress {
		s.stop++
	} else {
		s.keep++
	}
	s.domain(r.Address)
}

// domain counts the domain of an address, if it has one.
func (s *summary) domain(address string) {
	a, ok := headers.ParseAddress(address)
	if !ok || a.Domain == "" {
		return
	}
	name := strings.ToLower(a.Domain)
	if s.domains[name] == 0 && len(s.domains) >= maxDomains {
		name = "" // one of the others
	}
	s.domains[name]++
}

// A bar is one row of a chart.
type bar struct {
	label string
	count int
}

// chart draws the summary.
func (s *summary) chart(p *page) {
	if s.items == 0 {
		p.headline(p.text("summary.none"))
		return
	}
	mark := p.text("summary.thousands")
	p.headline(p.text("summary."+[]string{messages: "messages", responses: "responses", events: "events"}[s.mode], thousands(s.items, mark)))
	width := columns(thousands(max(s.items, s.stop+s.keep), mark))
	p.bars("kinds", bars(s.kinds, func(k string) string { return p.text("counted." + k) }), width)
	p.bars("reasons", bars(s.reasons, p.reason), width)
	p.bars("owners", bars(s.owners, p.owner), width)
	p.bars("domains", bars(s.domains, func(d string) string { return cmp.Or(d, p.text("summary.others")) }), width)
	stays := []bar{{p.text("summary.stop"), s.stop}, {p.text("summary.keep"), s.keep}}
	p.bars("addresses", slices.DeleteFunc(stays, func(b bar) bool { return b.count == 0 }), width)
}

// bars returns counts with their labels, the largest first.
func bars[K cmp.Ordered](counts map[K]int, label func(K) string) (list []bar) {
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, bar{label(key), counts[key]})
	}
	slices.SortStableFunc(list, func(a, b bar) int { return b.count - a.count })
	return list
}

// thousands writes n with a mark between groups of three digits.
func thousands(n int, mark string) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + mark + s[i:]
	}
	return s
}
