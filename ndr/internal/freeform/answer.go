package freeform

import (
	"cmp"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// An answer is what lines say of why a recipient was not reached.
type answer struct {
	said             []string
	text             reply.Text
	response, remote string
	// signed is the host that the response ends with.
	signed string
	status codes.Status
	// stage is the one that the lines name around the response.
	stage codes.Stage
	// replied says that the lines hold a server's reply.
	replied bool
}

// answerIn reads the answer in lines.
func (x *explainer) answerIn(said []string) answer {
	text := reply.Join(said)
	a := answer{said: said, text: text, replied: text.Reply >= 0 || reply.HasReply(said)}
	a.status = leadingStatus(text.Lines, text.Reply)
	// Without a reply or a reason, the words of a list say only that recipients follow.
	if a.replied || !wording.ListWords.In(text.Line) || reply.HasKnownReason(said) {
		a.response = text.Response()
		a.stage = cmp.Or(stageOfRefusal(text.Lines[:max(text.Reply, 0)]), stageAround(text.Line, a.response))
	}
	if x.Located {
		return a
	}
	a.remote, a.signed = text.RemoteHost(), reply.SignedHost(a.response)
	if a.signed == "" && a.response != "" {
		_, behind, _ := strings.Cut(text.Line, a.response)
		a.signed = reply.BracketedHost(behind)
	}
	return a
}

// leadingStatus returns the status that stands before the reply on its line, as
// in "4.1.0 - Unknown address error 421-'...'". IronPort writes so.
func leadingStatus(text string, at int) codes.Status {
	start := reply.StatusLine(text)
	if start < 0 || at < start || strings.Contains(text[start:at], "\n") {
		return codes.Status{}
	}
	return codes.FindStatus(text[start:min(len(text), start+maxStatus)])
}

// recipient makes a recipient of c and of the answer that says why. end is the
// line that nothing about c stands behind.
func (x *explainer) recipient(c *candidate, why answer, end int) found.Recipient {
	rec := found.Recipient{
		Address: c.address, OriginalAddress: c.original,
		Inferred: c.tier >= tierQuoted || c.ofGroup,
		Action:   x.actionFor(c, why), Status: c.status,
		Response: why.response, RemoteServer: x.remoteServer(c, why, end),
		LastAttempt: lex.ParseDate(c.lastAttempt),
	}
	if rec.Status.IsValid() || c.piped {
		return rec
	}
	rec.Status = why.status
	if !rec.Status.IsValid() && !c.ownStatus.Generic() && !codes.FindStatus(why.response).IsValid() {
		rec.Status = c.ownStatus
	}
	return rec
}

// stageFor returns the stage of the session at which the answer that explains c was
// given: the stage of the command that it answers, else the one that it tells.
func (x *explainer) stageFor(c *candidate, why answer) codes.Stage {
	switch {
	case sameLines(why.said, c.replies):
		return withoutData(c.stage)
	case len(x.replies) == 0 || !sameLines(why.said, x.replies):
		return why.stage
	case len(x.chosen) > 1:
		return cmp.Or(x.stage, codes.StageData)
	}
	return withoutData(x.stage)
}

// actionFor returns what happened: what the lines about c say, else what the
// text says of all. A text that says on the whole that a message is late, or
// was given up, says so of each recipient that no field names.
func (x *explainer) actionFor(c *candidate, why answer) found.Action {
	ofAll := x.outcome.action()
	refuted := c.action == found.Delivered && why.replied && !c.piped // by a list of both
	switch {
	case c.action == found.NoAction:
		return ofAll
	case c.tier == tierNamed:
		return c.action
	case c.action == found.Failed && ofAll == found.Delayed, c.action == found.Delayed && x.outcome.final:
		return ofAll
	case refuted && strings.HasPrefix(why.response, "5"):
		return found.Failed
	case refuted && strings.HasPrefix(why.response, "4"):
		return found.Delayed
	}
	return c.action
}

// remoteServer returns the host that refused c or could not be reached: the one
// that a row or the session gives, the one in the answer, in the lines about c,
// below it, or at the beginning of a line above.
func (x *explainer) remoteServer(c *candidate, why answer, end int) string {
	if host := cmp.Or(c.remote, why.remote); host != "" || x.Located {
		return host
	}
	if c.asked != "" && !c.isContradicted() {
		return c.asked
	}
	if !sameLines(why.said, c.block) { // else why.remote would have it
		if host := reply.Join(c.block).RemoteHost(); host != "" {
			return host
		}
	}
	if c.piped {
		return ""
	}
	if why.replied && x.refusing != "" {
		return x.refusing
	}
	if len(x.reading.refused) > 0 {
		if host := x.reading.refused[replyKey(why.response)].host; host != "" {
			return host
		}
	}
	if c.inTable {
		if host := reply.CellHost(c.block); host != "" {
			return host
		}
	}
	if host := reply.Join(x.report[max(c.first, c.last-maxAround):end]).RemoteHost(); host != x.server && host != "" {
		return host
	}
	above, below := x.report[max(0, c.first-maxAround):c.first], x.report[c.last:max(c.last, end)]
	return cmp.Or(why.signed, reply.HostBelow(c.block), reply.HostAlone(below), reply.SpeakerAmong(above))
}
