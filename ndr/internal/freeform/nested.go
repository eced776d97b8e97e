package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
)

// This file reads a report that stands in the text of another message, header
// and all.

const (
	// maxNested is how many reports inside reports are read.
	maxNested = 2
	// maxForeword is how many lines may stand before a report that a person
	// forwards: more are a letter about one.
	maxForeword = 4
)

// mayNest reports whether the returned message may be the report itself: a
// mail system passes it on, or a person forwards it without much to say, and
// no recipient was found ahead of it.
func mayNest(v *TextView, read *reading) bool {
	if slices.ContainsFunc(read.candidates, func(c *candidate) bool { return c.tier <= tierBare }) {
		return false
	}
	if v.FromScore >= 2 {
		return true
	}
	foreword := 0
	for _, line := range v.report {
		if strings.TrimSpace(line) != "" {
			foreword++
		}
	}
	return v.IsForwarded() && foreword <= maxForeword
}

// readInner reads the returned message as a report. One that a person forwards
// counts when it is whole, down to the delivery-status fields: else it is a
// letter about a report.
func readInner(outer *TextView, depth int) found.Report {
	lines := outer.original
	end := headerEnd(lines)
	header := mime.HeaderOf(lines[:end])
	rep := readNested(NewView(outer.table, author.ReadHeader(&header), lines[end:]), depth)
	byHand := outer.FromScore < 2 && !outer.IsAutoForwarded()
	if byHand && !holdsStatus(lines[end:]) {
		rep.Kind = found.Other
	}
	return rep
}

// holdsStatus reports whether lines hold the fields that RFC 3464 demands for
// a recipient.
func holdsStatus(lines []string) bool {
	holds := func(name string) bool {
		return slices.ContainsFunc(lines, func(line string) bool { return lex.HasPrefixLower(strings.TrimSpace(line), name) })
	}
	return holds("final-recipient:") && holds("action:")
}
