package freeform

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// share gives recipients about whom nothing is said what is said of the next one
// in the same list, or of the one before: a list stands before or behind its
// reason. What is said of one address or domain by name is about no other.
func (x *explainer) share(said [][]string) {
	var s sharedReason
	for i := len(said) - 2; i >= 0; i-- {
		if x.inOneList(i) {
			x.shareReason(&s, said, i+1, i)
		}
	}
	for i := 1; i < len(said); i++ {
		if x.inOneList(i - 1) {
			x.shareReason(&s, said, i-1, i)
		}
	}
}

// shareHosts gives recipients who share an answer the host of the next one who does: it
// said the same to all of them.
func shareHosts(out []found.Recipient, said [][]string) {
	for i := len(out) - 2; i >= 0; i-- {
		if len(said[i]) > 0 && sameLines(said[i], said[i+1]) {
			out[i].RemoteServer = cmp.Or(out[i].RemoteServer, out[i+1].RemoteServer)
		}
	}
}

// markShared notes which recipients have an answer that stands by itself for one of
// them at most, and is told of several.
func (x *explainer) markShared(out []found.Recipient) {
	if len(out) < 2 {
		return
	}
	users, lent := map[string]int{}, map[string]bool{}
	for i, c := range x.chosen {
		users[out[i].Response]++
		if c.diagnostic == "" && !c.isContradicted() && !reply.HasReply(c.block) && !reply.HasReply(c.replies) {
			lent[out[i].Response] = true
		}
	}
	for i := range out {
		out[i].Shared = lent[out[i].Response] && users[out[i].Response] > 1
	}
}

// isOfAnother reports whether the reply may be about another than c: the address
// of somebody who is no recipient stands behind the address of c, on its line or before
// the reply, as in "<a@b> forwarded to <c@d>: 550 no such user", or the word for a
// sender does, as in "<a@b>: sender verification: 550 no such user".
func (x *explainer) isOfAnother(c *candidate, said reply.Text) bool {
	own, line := "", lex.CutText(x.report[c.first], lex.MaxPhraseLine)
	for m := range addressesIn(line) {
		if m.Address == c.address {
			own = line[m.End:]
		}
	}
	own = aheadOfReply(own, reply.ReplyIn(own))
	return startsWithSender(own) || x.namesOther(c, aheadOfReply(said.Lines, said.Reply), false) || x.namesOther(c, own, true)
}

// startsWithSender reports whether the first word of text says that the address before
// it is a sender's.
func startsWithSender(text string) bool {
	text = strings.TrimLeft(text, " >:(-")
	return slices.ContainsFunc(senderWords, func(word string) bool { return lex.HasPrefixLower(text, word) })
}

var senderWords = []string{"sender", "absender", "expéditeur", "mittente", "remitente", "afzender"}

// aheadOfReply returns what stands in text before the reply at a place, its first line
// where that is -1, for none.
func aheadOfReply(text string, at int) string {
	if at >= 0 {
		return text[:at]
	}
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// namesOther reports whether text names somebody else than c, the sender, the one
// that the report was sent to, and whoever it lists together with c, where it may
// begin with the rest of such a list.
func (x *explainer) namesOther(c *candidate, text string, inList bool) bool {
	at := 0
	for m := range addressesIn(text) {
		inList = inList && isListGlue(text[at:m.Start])
		other := m.Address != c.address && m.Address != c.original && !x.IsTo(m.Address)
		if other && !inList && !wording.EndsInSender(lex.FoldPlain(text[at:m.Start])) {
			return true
		}
		at = m.End
	}
	return false
}

// A sharedReason is the lines that were shared last, which many recipients may share,
// and whether they name one of the recipients, or are about a domain.
type sharedReason struct {
	lines    []string
	namesOne bool
}

// shareReason copies what is said of the candidate from to its neighbour to, if
// nothing is said of that, or less.
func (x *explainer) shareReason(s *sharedReason, said [][]string, from, to int) {
	lines := said[from]
	if len(lines) == 0 || sameLines(lines, said[to]) || len(said[to]) > 0 && !x.givesWay(said, from, to) {
		return
	}
	if !sameLines(lines, s.lines) {
		*s = sharedReason{lines, x.namesRecipient(lines) || sameLines(lines, x.ofDomain[x.chosen[from].domain()])}
	}
	if !s.namesOne {
		said[to] = lines
	}
}

// givesWay reports whether what is said of the candidate to is less than what is said of its
// neighbour from. What happens to stand behind the last one of a list gives way to a reply,
// and a sentence that says only who was not reached to what is said behind the next one.
//
// QUIRK: IMail writes "undeliverable to a@b" for each recipient, and why not
// behind the last.
func (x *explainer) givesWay(said [][]string, from, to int) bool {
	if len(x.chosen[to].block) > 0 || reply.HasReply(said[to]) || reply.HasKnownReason(said[to]) {
		return false
	}
	c := x.chosen[from]
	standsBehind := to < from && c.inSentence && !strings.Contains(c.sentence, said[from][0])
	return reply.HasReply(said[from]) || standsBehind && reply.HasKnownReason(said[from])
}

// inOneList reports whether the candidate of that index and the next stand on
// lines that nothing parts.
func (x *explainer) inOneList(i int) bool {
	return x.chosen[i+1].first-x.chosen[i].last <= 1
}

// namesRecipient reports whether lines name one of the candidates.
func (x *explainer) namesRecipient(lines []string) bool {
	room := lex.MaxReplyText
	for _, line := range lines {
		line = lex.CutText(line, room)
		room -= len(line)
		for m := range addressesIn(line) {
			if x.byAddress[m.Address] != nil {
				return true
			}
		}
	}
	return false
}

// sameLines reports whether a and b are the same lines, not only alike.
func sameLines(a, b []string) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
