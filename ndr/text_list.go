package ndr

import (
	"strings"

	"example.com/ndr/headers"
)

// listRoles are what list managers add to the name of a list to make the
// addresses that they write from.
var listRoles = []string{"-bounces", "-owner", "-request", "-admin", "-help", "-confirm", "-errors", "+owner", "+help", "+bounces"}

// leadingRoles are what they put in front of it.
var leadingRoles = []string{"owner-", "join-", "leave-"}

// listAddress returns the address of the list that a list manager writes for,
// where it writes from one of the list's own: "talk-owner@lists.example" is
// that of talk@lists.example if the text names that list, or the returned message
// was sent to it.
func (r *textReader) listAddress(returned *headers.Header) string {
	to := strings.ToLower(cutText(returned.Get("To")+" "+returned.Get("Cc"), maxPhraseLine))
	for _, name := range []string{"From", "Sender", "Return-Path"} {
		m, ok := nextAddress(foldLower(r.Get(name)), 0)
		if !ok {
			continue
		}
		local, domain, _ := strings.Cut(m.address, "@")
		list := listName(local)
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
func (r *textReader) isNoList(f *finding) bool {
	local, _, _ := strings.Cut(f.address, "@")
	return listName(local) != "" || r.isTo(f.address)
}

// isNamed reports whether the first lines name a list.
func (r *textReader) isNamed(list, address string) bool {
	for _, line := range r.lines[:min(len(r.lines), openingLines)] {
		if strings.IndexByte(line, '@') >= 0 && strings.Contains(lowerASCII(cutText(line, maxPhraseLine)), address) {
			return true
		}
	}
	return hasWord(r.folded[:r.opening], list)
}

// listName returns the name of the list of which local is a role, "" for none.
func listName(local string) string {
	for _, role := range leadingRoles {
		if name, ok := strings.CutPrefix(local, role); ok {
			return name
		}
	}
	for _, role := range listRoles {
		if name, ok := strings.CutSuffix(local, role); ok {
			return name
		}
	}
	return ""
}

// hasWord reports whether a folded text holds word between characters that are
// no part of a word.
func hasWord(text, word string) bool {
	for at := 0; word != ""; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		end := at + i + len(word)
		if (at+i == 0 || !isWordByte(text[at+i-1])) && (end == len(text) || !isWordByte(text[end])) {
			return true
		}
		at += i + 1
	}
	return false
}

func isWordByte(c byte) bool { return isAlnum(c) || c == '-' || c == '_' }
