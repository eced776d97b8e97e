package freeform

import (
	"iter"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// A tier says how sure it is that an address is a recipient. Only the addresses
// of the best tier found are returned.
type tier uint8

const (
	// tierNamed is the Final-Recipient of fields that stand in the text.
	tierNamed tier = iota + 1
	// tierListed is an address that a shape or an introduction makes a
	// recipient.
	tierListed
	// tierBare is an address alone on its line, or one in a transcript.
	tierBare
	// tierQuoted is an address in a To field.
	tierQuoted
	// tierProse is any other in a text that reports a failure.
	tierProse
	// tierVague is one in a sentence of a mail system whose words are not known.
	tierVague
)

// A candidate is an address that may be a recipient's, with the lines that
// belong to it. It does not change once the text is grouped.
type candidate struct {
	address, original string
	tier              tier
	action            found.Action
	status            codes.Status
	// indent is the width of the indentation of the line that named it.
	indent int
	// first and last are the indexes of the lines that it stands on.
	first, last int
	// block holds the lines about it, refusals what a server said of it, and
	// sentence the whole line in which a sentence or row named it.
	block []string
	refusals
	sentence string
	// diagnostic, remote and lastAttempt are the values of rows about it, reason
	// the value of the row that follows it in a list.
	diagnostic, remote, lastAttempt, reason string
	// asked is the host that replies are from.
	asked string
	// inRow says that a row "Recipient: a@b" named it, inSentence that a
	// sentence did, and inTable that a row of a table did.
	inRow, inSentence, inTable bool
	// inOwnRow says that a row "a@b: reason" gives its reason.
	inOwnRow bool
	// ofGroup says that what is said may be of another: the sentence calls it the
	// address of several people, or one that mail for another is passed on to.
	ofGroup bool
	// afterCode says that it stood behind a reply code, and ownStatus is the
	// status that the reporting system gave it there.
	afterCode bool
	// inSession says that it stood in the transcript of a session, below what
	// the server answered.
	inSession bool
	// deferred says that only a transcript names it, as a recipient that will be
	// tried again.
	deferred  bool
	ownStatus codes.Status
	// byRow says that a row "Action: failed" gives the action.
	byRow bool
	// piped says that a program or file was to take the message.
	piped bool
}

const (
	// maxBlock is how many lines about one recipient are kept, and usualBlock is how many
	// most have: room made at once.
	maxBlock, usualBlock = 40, 4
	// maxFullAddresses is among how many candidates the whole address of a local
	// part is looked for: each local part is compared with each of them.
	maxFullAddresses = 100
)

// addLine adds a line to the lines about the candidate, once.
func (c *candidate) addLine(line string) {
	if c.block == nil {
		c.block = make([]string, 0, usualBlock)
	}
	if line != "" && len(c.block) < maxBlock && !slices.Contains(c.block, line) {
		c.block = append(c.block, line)
	}
}

// hasDomain reports whether its address is more than a local part.
func (c *candidate) hasDomain() bool { return c.domain() != "" }

// domain returns the domain of its address, "" for a local part alone.
func (c *candidate) domain() string {
	_, domain, _ := strings.Cut(c.address, "@")
	return domain
}

// choose returns the candidates that are recipients: the candidates of the
// surest tier. A candidate that only prose names counts where it is the only
// one that the report was not sent to.
func choose(v *TextView, read *reading) []*candidate {
	all := read.candidates
	if v.listManager {
		all = without(all, func(c *candidate) bool { return isListRole(v, c) })
	}
	best := tierVague
	for _, c := range all {
		best = min(best, c.tier)
	}
	if best >= tierProse {
		all = without(all, func(c *candidate) bool { return v.IsTo(c.address) })
		if len(all) != 1 {
			return nil
		}
	}
	return withoutLocalParts(without(all, func(c *candidate) bool { return c.tier != best }))
}

// without returns the candidates for which drop returns false.
func without(all []*candidate, drop func(*candidate) bool) []*candidate {
	if !slices.ContainsFunc(all, drop) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), drop)
}

// withoutLocalParts leaves out the local parts that another candidate gives in
// full.
func withoutLocalParts(all []*candidate) []*candidate {
	full := all[:min(len(all), maxFullAddresses)]
	return without(all, func(c *candidate) bool {
		return slices.ContainsFunc(full, func(other *candidate) bool {
			return strings.HasPrefix(other.address, c.address+"@")
		})
	})
}

// isListRole reports whether what a list manager names is the one who posted,
// or who runs the list.
func isListRole(v *TextView, c *candidate) bool {
	local, _, _ := strings.Cut(c.address, "@")
	return author.ListName(local) != "" || v.IsTo(c.address)
}

// onlyAddress returns the address in s where there is exactly one.
func onlyAddress(s string) string {
	only := ""
	for m := range addressesIn(s) {
		if only != "" && only != m.Address {
			return ""
		}
		only = m.Address
	}
	return only
}

// addressesIn gives the addresses in s, in their order.
func addressesIn(s string) iter.Seq[lex.Mention] {
	return func(yield func(lex.Mention) bool) {
		for m, ok := lex.NextAddress(s, 0); ok && yield(m); m, ok = lex.NextAddress(s, m.End) {
		}
	}
}
