package freeform

import (
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/lex"
)

// listAddress returns the address of the list that a list manager writes for,
// where it writes from one of the list's own: "talk-owner@lists.example" is
// that of talk@lists.example if the text names that list, or the returned message
// was sent to it.
func (r *textReader) listAddress(returned *headers.Header) string {
	to := strings.ToLower(lex.CutText(returned.Get("To")+" "+returned.Get("Cc"), lex.MaxPhraseLine))
	for _, name := range []string{"From", "Sender", "Return-Path"} {
		m, ok := lex.NextAddress(lex.FoldLower(r.Get(name)), 0)
		if !ok {
			continue
		}
		local, domain, _ := strings.Cut(m.Address, "@")
		list := author.ListName(local)
		if list == "" {
			continue
		}
		if address := list + "@" + domain; strings.Contains(to, address) || r.isNamed(list, address) {
			return address
		}
	}
	return ""
}

// isNoList reports whether what a list manager names is the one who posted, or
// who runs the list.
func (r *textReader) isNoList(f *candidate) bool {
	local, _, _ := strings.Cut(f.address, "@")
	return author.ListName(local) != "" || r.IsTo(f.address)
}

// isNamed reports whether the first lines name a list.
func (r *textReader) isNamed(list, address string) bool {
	for _, line := range r.lines[:min(len(r.lines), openingLines)] {
		if strings.IndexByte(line, '@') >= 0 && strings.Contains(lex.LowerASCII(lex.CutText(line, lex.MaxPhraseLine)), address) {
			return true
		}
	}
	return lex.HasWord(r.folded[:r.opening], list)
}
