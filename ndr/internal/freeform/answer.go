package freeform

import (
	"cmp"
	"slices"
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
func answerIn(said []string) answer {
	text := reply.Join(said)
	a := answer{said: said, remote: text.RemoteHost(), status: leadingStatus(text.Lines, text.Reply), replied: reply.HasReply(said)}
	// Without a reply or a reason, the words of a list say only that recipients follow.
	if a.replied || !wording.ListWords.In(text.Line) || reply.HasKnownReason(said) {
		a.response = text.Response()
		a.signed = reply.SignedHost(a.response)
		a.stage = cmp.Or(stageOfRefusal(text.Lines[:max(text.Reply, 0)]), stageAround(text.Line, a.response))
	}
	return a
}

// stageAround returns the stage of the session that text names before or behind
// a response: "(in reply to MAIL FROM command)".
func stageAround(text, response string) codes.Stage {
	before, behind, _ := strings.Cut(text, response)
	around := before + " " + behind
	if strings.Contains(around, RefusedToTalk) {
		return codes.StageConnect
	}
	if !stageWords.In(around) {
		return codes.StageUnknown
	}
	for at := range stageWords.All(around) {
		if stage := codes.FindStage(lex.CutText(around[at:], maxStage)); stage != codes.StageUnknown {
			return stage
		}
	}
	return codes.FindStage(around)
}

// maxStage is longer than one of the stageWords and the name of a command behind it.
const maxStage = 60

// stageOfRefusal returns the stage of the command in capitals that a line before a
// reply ends in, or that stands behind a colon there: "MAIL FROM: 550 ...", "RCPT
// failed: 550 ..." and "smtp: EHLO mx.example.net: 550 ..." name one, "Sending mail
// failed" does not.
func stageOfRefusal(before string) codes.Stage {
	if before == "" {
		return codes.StageUnknown
	}
	lines := strings.Split(before, "\n")
	for _, line := range slices.Backward(lines[max(0, len(lines)-maxStageLines):]) {
		line = strings.TrimRight(line, ".: \t")
		for _, verb := range []string{" failed", " refused", " rejected"} {
			line = strings.TrimSuffix(line, verb)
		}
		last := line[strings.LastIndex(line, ": ")+1:]
		for _, name := range []string{"MAIL", "MAIL FROM", "RCPT", "RCPT TO", "DATA", "BDAT", "HELO", "EHLO", "LHLO", "STARTTLS", "AUTH"} {
			head, ok := strings.CutSuffix(line, name)
			if ok && (head == "" || strings.IndexByte(" \t", head[len(head)-1]) >= 0) || strings.HasPrefix(last, " "+name+" ") {
				return stageOfCommand(name)
			}
		}
	}
	return codes.StageUnknown
}

// maxStageLines is how many lines before a reply may name its command.
const maxStageLines = 3

// RefusedToTalk is what Postfix says of a server that greets it with a refusal.
const RefusedToTalk = "refused to talk to me"

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
	case !sameLines(why.said, x.replies):
		return why.stage
	case len(x.chosen) > 1:
		return cmp.Or(x.stage, codes.StageData)
	}
	return withoutData(x.stage)
}

// withoutData returns a stage that the answer to one recipient is known to be of.
// DATA is sent together with the commands before it where they are pipelined (RFC
// 2920), so that what stands below it may answer any of them.
func withoutData(stage codes.Stage) codes.Stage {
	if stage == codes.StageData {
		return codes.StageUnknown
	}
	return stage
}

// actionFor returns what happened: what the lines about c say, else what the
// text says of all. A text that says on the whole that a message is late, or
// was given up, says so of each recipient but of those that fields name.
func (x *explainer) actionFor(c *candidate, why answer) found.Action {
	ofAll := x.outcome.action()
	switch {
	case c.action == found.NoAction:
		return ofAll
	case c.tier == tierNamed:
		return c.action
	case c.action == found.Failed && ofAll == found.Delayed, c.action == found.Delayed && x.outcome.final:
		return ofAll
	case c.action == found.Delivered && why.replied && !c.piped:
		return actionOfReply(why.response)
	}
	return c.action
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

// remoteServer returns the host that refused c or could not be reached: the one
// that a row or the session gives, the one in the answer, in the lines about c,
// below it, or at the beginning of a line above.
func (x *explainer) remoteServer(c *candidate, why answer, end int) string {
	if host := cmp.Or(c.remote, why.remote); host != "" {
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
	if c.inTable {
		if host := reply.CellHost(c.block); host != "" {
			return host
		}
	}
	if host := reply.Join(x.report[max(c.first, c.last-maxAround):end]).RemoteHost(); host != x.server && host != "" {
		return host
	}
	return cmp.Or(why.signed, reply.HostBelow(c.block), reply.SpeakerAmong(x.report[max(0, c.first-maxAround):c.first]))
}
