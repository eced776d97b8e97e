package lex

import (
	"strings"
)

// MaxAddress bounds an address. An encapsulated X.500 name is longer than what
// RFC 5321 allows.
const MaxAddress = 1000

// notInAddress tells which bytes part an address from what stands beside it.
var notInAddress = func() (t [256]bool) {
	for c := range ' ' + 1 {
		t[c] = true
	}
	for _, c := range []byte("<>()'\",;:\x7f") {
		t[c] = true
	}
	return t
}()

// IsAddress reports whether s is a mail address and nothing else. It is not
// strict: what Exchange sends to need not follow RFC 5321.
func IsAddress(s string) bool {
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 || len(s) > MaxAddress {
		return false
	}
	for i := range len(s) {
		if notInAddress[s[i]] {
			return false
		}
	}
	if strings.Contains(s, "\u00a0") {
		return false
	}
	for label := range strings.SplitSeq(s[at+1:], ".") {
		if !IsHostLabel(label) {
			return false
		}
	}
	return true
}
