package freeform

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
)

// recipients turns the findings of the best tier into recipients.
func (r *textReader) recipients() []found.Recipient {
	if r.list {
		r.found = slices.DeleteFunc(r.found, r.isNoList)
	}
	best := r.bestTier()
	nobody := len(r.found) == 0
	fallback := r.actionOfAll()
	r.found = slices.DeleteFunc(r.found, func(f *candidate) bool { return f.tier != best })
	named := slices.Clone(r.found[:min(len(r.found), maxNamed)])
	r.found = slices.DeleteFunc(r.found, func(f *candidate) bool { return f.isShadowed(named) })
	said := make([][]string, len(r.found))
	for i, f := range r.found {
		start, end := 0, len(r.lines)
		if i > 0 {
			start = min(r.endOf(r.found[i-1], f.first), f.first)
		}
		if i+1 < len(r.found) && r.found[i+1].first > f.last {
			end = r.found[i+1].first
		}
		f.end = min(end, f.last+1+maxAround)
		said[i] = r.explanationFor(f, start, end)
	}
	r.share(said)
	var out []found.Recipient
	var why answer
	for i, f := range r.found {
		if i == 0 || !sameLines(said[i], said[i-1]) {
			why = answerIn(said[i])
		}
		out = append(out, r.recipient(f, why, fallback))
	}
	out = r.withFailedField(out, fallback)
	if len(out) == 0 && nobody {
		return r.inferRecipient(fallback)
	}
	return out
}

// endOf returns the line behind f and the lines right below it, where a blank
// line parts them from the line next, on which another finding begins, or where
// they are those of a list that are indented below it.
func (r *textReader) endOf(f *candidate, next int) int {
	if f.last+1 < next && len(f.block) > 0 && lex.IndentWidth(r.lines[f.last+1]) > f.indent {
		return next
	}
	for n := f.last + 1; n < next; n++ {
		if strings.TrimSpace(r.lines[n]) == "" {
			return n
		}
	}
	return f.last + 1
}

// An answer is what lines say of why a recipient was not reached.
type answer struct {
	response, remote string
	// signed is the host that the response ends with.
	signed  string
	status  codes.Status
	replied bool
}

// answerIn reads the answer in lines. A list of recipients that share one is
// read no more than once.
func answerIn(said []string) answer {
	text := lex.JoinLines(said)
	at := reply.ReplyIn(text)
	a := answer{remote: reply.RemoteHostIn(text, at), status: leadingStatus(text, at), replied: at >= 0 || reply.HasReply(said)}
	if a.replied || !introducesOnly(text, said) {
		a.response = reply.ResponseIn(text, at)
		a.signed = reply.SignedHost(a.response)
	}
	return a
}

// bestTier returns the surest tier of which a finding is there. An address
// that only prose names counts when no other stands beside it, and is not the
// one that the report was sent to.
func (r *textReader) bestTier() tier {
	best := tierVague + 1
	for _, f := range r.found {
		best = min(best, f.tier)
	}
	if best >= tierProse {
		r.found = slices.DeleteFunc(r.found, func(f *candidate) bool { return r.IsTo(f.address) })
		if len(r.found) != 1 {
			return 0
		}
	}
	return best
}

// maxNamed is among how many findings the whole of a local part is looked for.
const maxNamed = 100

// isShadowed reports whether f is a local part alone that one of the others
// gives in full.
func (f *candidate) isShadowed(others []*candidate) bool {
	return !strings.Contains(f.address, "@") && slices.ContainsFunc(others, func(other *candidate) bool {
		return strings.HasPrefix(other.address, f.address+"@")
	})
}

// actionOfAll is what happened to a recipient of which the text does not say
// it.
func (r *textReader) actionOfAll() found.Action {
	switch {
	case r.sawFinal:
		return found.Failed
	case r.sawDelay:
		return found.Delayed
	case r.sawFailure || !r.sawSuccess:
		return found.Failed
	}
	return found.Delivered
}

// recipient makes a recipient of f and of the answer that says why.
func (r *textReader) recipient(f *candidate, why answer, fallback found.Action) found.Recipient {
	rec := found.Recipient{Address: f.address, OriginalAddress: f.original, Action: f.action, Status: f.status, Response: why.response}
	if rec.Action == found.NoAction || rec.Action == found.Failed && fallback == found.Delayed && f.tier != tierNamed {
		rec.Action = fallback
	}
	if r.sawFinal && rec.Action == found.Delayed && f.tier != tierNamed {
		rec.Action = found.Failed
	}
	rec.LastAttempt = lex.ParseDate(f.lastAttempt)
	rec.RemoteServer = cmp.Or(f.remote, why.remote)
	if rec.RemoteServer == "" {
		rec.RemoteServer = reply.RemoteHost(f.block)
	}
	if f.piped {
		return rec
	}
	if rec.RemoteServer == "" && r.hosts == 1 && len(r.transcriptReplies) > 0 && why.replied {
		// The only server talked to refused the message, not a recipient.
		rec.RemoteServer = r.host
	}
	if !rec.Status.IsValid() {
		rec.Status = why.status
	}
	if !rec.Status.IsValid() && !f.ownStatus.Generic() && !codes.FindStatus(why.response).IsValid() {
		rec.Status = f.ownStatus
	}
	if rec.RemoteServer == "" && f.row {
		rec.RemoteServer = reply.CellHost(f.block)
	}
	if rec.RemoteServer == "" && f.first < f.end {
		if host := reply.RemoteHost(r.lines[max(f.first, f.last-maxAround):f.end]); host != r.server {
			rec.RemoteServer = host
		}
	}
	if rec.RemoteServer == "" {
		rec.RemoteServer = cmp.Or(why.signed, reply.HostBelow(f.block))
	}
	if f.action == found.Delivered && why.replied && f.tier != tierNamed {
		rec.Action = actionOfReply(why.response)
	}
	return rec
}

// actionOfReply is what happened where a list of what was delivered and what
// was not holds a reply.
func actionOfReply(said string) found.Action {
	switch {
	case strings.HasPrefix(said, "5"):
		return found.Failed
	case strings.HasPrefix(said, "4"):
		return found.Delayed
	}
	return found.Delivered
}

// leadingStatus returns the status that stands before the reply on its line, as
// in "4.1.0 - Unknown address error 421-'...'". IronPort writes so.
func leadingStatus(text string, at int) codes.Status {
	start := reply.StatusLine(text)
	if start < 0 || at < start || strings.Contains(text[start:at], "\n") {
		return codes.Status{}
	}
	return codes.FindStatus(text[start:min(len(text), start+12)])
}
