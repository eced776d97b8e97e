package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// A tier says how sure it is that an address is a recipient. Only those of
// the best tier found are given.
type tier uint8

const (
	// tierNamed is the Final-Recipient of fields that stand in the text.
	tierNamed tier = iota + 1
	// tierListed is an address that a shape or an introduction makes a
	// recipient.
	tierListed
	// tierBare is an address alone on its line, or one in a transcript.
	tierBare
	// tierQuoted is that of a To field.
	tierQuoted
	// tierProse is any other in a text that reports a failure.
	tierProse
	// tierVague is one in a sentence of a mail system whose words are not known.
	tierVague
)

// maxInLine is how many addresses of one line are read.
const maxInLine = 100

// A candidate is what the text says about one address.
type candidate struct {
	address, original string
	tier              tier
	action            found.Action
	status            codes.Status
	indent            int
	// first and last are the lines that it stands on, end the one from which
	// on nothing is about it.
	first, last, end int
	// block are the lines about it, replies what a server said to it, ahead
	// the whole line in which a sentence named it.
	block, replies []string
	namingSentence string
	diagnostic     string
	remote         string
	lastAttempt    string
	// labelled says that a row "Recipient: a@b" named it.
	labelled bool
	// prose says that a sentence named it, row that a row of a table did.
	prose, row bool
	// afterReplyCode says that it stood behind a reply code, and ownStatus is the status
	// that the reporting system gave it there; piped says that a program was to
	// take the message.
	afterReplyCode, piped bool
	ownStatus             codes.Status
}

// add notes an address found on line i and returns its finding: the earlier
// one where there is one.
func (r *textReader) add(i int, address string, t tier) *candidate {
	if f := r.byKey[address]; f != nil {
		f.last = i
		if t < f.tier {
			f.tier = t
		}
		r.last = f
		return f
	}
	f := &candidate{address: address, tier: t, action: r.action, first: i, last: i}
	if len(r.found) < MaxRecipients {
		r.found = append(r.found, f)
		r.byKey[address] = f
	} else {
		r.tooMany = true
	}
	r.last = f
	return f
}

// addToOpen notes a line about the open finding. "(generated from a@b)" and
// its like tell the address that the message was first sent to.
func (r *textReader) addToOpen(line string) {
	f := r.open
	if address, ok := aliasOf(line); ok {
		r.nameOpen(address)
		return
	}
	if line != "" && len(f.block) < maxBlock && !slices.Contains(f.block, line) {
		f.block = append(f.block, line)
	}
}

// nameOpen notes the address that the open finding was made from: the only one
// that a pipe has.
func (r *textReader) nameOpen(address string) {
	f := r.open
	switch {
	case f.address != "":
		f.original = address
		if r.byKey[address] == nil {
			r.byKey[address] = f
		}
	case r.byKey[address] == nil && len(r.found) < MaxRecipients:
		f.address = address
		r.found = append(r.found, f)
		r.byKey[address], r.last = f, f
	}
}

// complete gives the domain to a local part alone when a line about it names
// the command that was sent: "after RCPT TO:<a@b>".
func (r *textReader) complete(line string) {
	f := r.open
	if f == nil || f.address == "" || strings.Contains(f.address, "@") {
		return
	}
	i := strings.Index(lex.LowerASCII(line), "rcpt to:")
	if i < 0 {
		return
	}
	if m, ok := lex.NextAddress(line, i); ok && strings.HasPrefix(m.Address, f.address+"@") && r.byKey[m.Address] == nil {
		f.address = m.Address
		r.byKey[m.Address] = f
	}
}

func aliasOf(line string) (string, bool) {
	text := strings.TrimLeft(line, "( \t")
	for _, words := range wording.AliasWords {
		if len(text) > len(words) && strings.EqualFold(text[:len(words)], words) {
			address := lex.AddressOrLocal(strings.TrimRight(strings.TrimSpace(text[len(words):]), ")"))
			return address, address != ""
		}
	}
	return "", false
}
