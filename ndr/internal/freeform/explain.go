package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

const (
	// maxAround is how many lines from a recipient its reason is looked for.
	maxAround = 30
	// maxBelow is how many lines below a recipient a reply that belongs to it
	// may begin.
	maxBelow = 3
	// maxResponses is how many bytes the copies of a response that recipients
	// share may take together, and minResponse how many each may have however
	// many share it.
	maxResponses = 512 << 10
	minResponse  = 256
)

// maxSharedResponse is how long the response may be that n recipients share.
func maxSharedResponse(n int) int { return max(minResponse, maxResponses/n) }

// An explainer finds why candidates were not reached. It reads, and keeps
// only what is the same for all of them.
type explainer struct {
	*TextView
	*reading
	chosen []*candidate
}

// explain makes a recipient of each chosen candidate.
func (x *explainer) explain() []found.Recipient {
	said, ends := make([][]string, len(x.chosen)), make([]int, len(x.chosen))
	for i, c := range x.chosen {
		start, end := x.passageOf(i)
		said[i], ends[i] = x.explanationFor(c, start, end), min(end, c.last+1+maxAround)
	}
	x.share(said)
	out := make([]found.Recipient, len(x.chosen))
	var why answer
	for i, c := range x.chosen {
		if i == 0 || !sameLines(said[i], said[i-1]) {
			if why = x.answerIn(said[i]); i+1 < len(said) && sameLines(said[i], said[i+1]) {
				why.response = lex.CutText(why.response, maxSharedResponse(len(said)))
			}
		}
		out[i] = x.recipient(c, why, ends[i])
		out[i].Stage = x.stageFor(c, why)
		out[i].Inferred = out[i].Inferred || !x.Located && x.isOfAnother(c, why.text)
	}
	shareHosts(out, said)
	x.markShared(out)
	return out
}

// passageOf returns the lines, from start to before end, that stand between the chosen
// candidates before and after one, and may explain it.
func (x *explainer) passageOf(i int) (start, end int) {
	c := x.chosen[i]
	if i > 0 {
		start = min(x.endOf(x.chosen[i-1], c.first), c.first)
	}
	if i+1 < len(x.chosen) && x.chosen[i+1].first > c.last {
		return start, x.introductionOf(x.chosen[i+1].first, c.last+1)
	}
	return start, len(x.report)
}

// introductionOf returns the first line, behind line start, of the paragraph that
// introduces a list which begins on line first, or first where none does.
func (x *explainer) introductionOf(first, start int) int {
	end := first
	for end > start && strings.TrimSpace(x.report[end-1]) == "" {
		end--
	}
	begin := end
	for begin > start && strings.TrimSpace(x.report[begin-1]) != "" {
		begin--
	}
	if lex.EndsInColon(x.report[end-1]) && x.senses(begin, end)&wording.SaysOutcome != 0 {
		return begin
	}
	return first
}

// endOf returns the index of the line behind c and the lines that belong to it.
// next is the line on which another candidate begins. The lines up to next
// belong to c where they are indented below it, as in a list; else the lines up
// to a blank line do, if there is one.
func (x *explainer) endOf(c *candidate, next int) int {
	if c.last+1 < next && lex.IndentWidth(x.report[c.last+1]) > c.indent {
		return next
	}
	for n := c.last + 1; n < next; n++ {
		if strings.TrimSpace(x.report[n]) == "" {
			return n
		}
	}
	return c.last + 1
}

// explanationFor returns the lines that say why: the Diagnostic-Code, what a
// server answered in the transcript, the lines about the candidate, those
// around it.
func (x *explainer) explanationFor(c *candidate, start, end int) []string {
	switch {
	case c.diagnostic != "":
		return append([]string{c.diagnostic}, c.block...)
	case c.isContradicted():
		return []string{c.reason}
	case reply.HasReply(c.replies):
		return c.replies
	case reply.HasReply(c.block):
		return append(slices.Clip(c.block), x.replyBelow(c, end)...)
	case c.inOwnRow && len(x.chosen) > 1:
		return c.block // a reply elsewhere is about another
	case c.piped:
		return x.saidOfPipe(c)
	case x.ofDomain[c.domain()] != nil:
		return x.ofDomain[c.domain()]
	case len(c.replies) == 0 && reply.HasReply(x.replies):
		return x.replies
	case c.tier == tierNamed, x.Explained:
		return first(notEmpty, [][]string{c.block, c.replies})
	}
	return x.explanationAround(c, start, end)
}

// explanationAround returns the lines about a candidate, its sentence, or the
// lines around it, whichever say most, where no reply is known to be its own.
func (x *explainer) explanationAround(c *candidate, start, end int) []string {
	own := c.block
	if c.isFragment() {
		own = nil
	}
	if len(own) > 0 {
		start = c.first
	}
	start = max(start, 0, c.last-maxAround)
	before := paragraphs(x.report[start:max(start, c.last)])
	behind := paragraphs(x.report[c.last+1 : max(c.last+1, min(end, c.last+1+maxAround))])
	replied := first(reply.HasReply, behind)
	for i := len(before) - 1; i >= 0 && replied == nil; i-- {
		replied = first(reply.HasReply, before[i:i+1])
	}
	if replied != nil {
		return append(slices.Clip(c.block), replied...)
	}
	sentence := []string{c.sentence}
	if said := first(reply.HasKnownReason, [][]string{own, c.replies, sentence}); said != nil {
		return said
	}
	if len(own) > 0 && c.sentence == "" {
		return own
	}
	around := x.explainingParagraph(behind, before)
	if said := first(reply.HasKnownReason, [][]string{x.reasons, around}); said != nil {
		return said
	}
	if c.inSentence {
		return sentence
	}
	return first(notEmpty, [][]string{own, c.replies, x.reasons, around})
}

// first returns the first of texts for which holds is true, nil for none.
func first(holds func([]string) bool, texts [][]string) []string {
	if i := slices.IndexFunc(texts, holds); i >= 0 {
		return texts[i]
	}
	return nil
}

func notEmpty(lines []string) bool { return len(lines) > 0 }

// explainingParagraph chooses the paragraph that tells why where none holds a
// reply: one that a heading announces, one whose words give a known reason, the
// next one, or the last one before.
func (x *explainer) explainingParagraph(behind, before [][]string) []string {
	for i, p := range behind {
		if len(p) > 1 && isReasonHeading(p[:1]) {
			return p[1:]
		}
		if isReasonHeading(p[max(0, len(p)-2):]) && i+1 < len(behind) {
			return behind[i+1]
		}
	}
	if p := known(slices.Concat(behind, before)); p != nil {
		return p
	}
	for _, p := range behind {
		if x.sensesOf(lex.FoldLower(p[0]))&wording.SaysContact == 0 && !lex.EndsInColon(lex.FoldLower(p[len(p)-1])) && !wording.IsRow(p[0]) {
			return p
		}
	}
	if n := len(before); n > 0 && !lex.EndsInColon(lex.FoldLower(before[n-1][0])) {
		return before[n-1]
	}
	return nil
}

// known returns the first of texts whose words give a known reason. One that says
// only that there is a policy, or that one may try again, gives way to any other.
func known(texts [][]string) (vague []string) {
	for _, text := range texts {
		switch reply.Reason(reply.Join(text).Response()) {
		case codes.Unknown:
		case codes.PolicyRejected, codes.Greylisted:
			if vague == nil {
				vague = text
			}
		default:
			return text
		}
	}
	return vague
}

// isContradicted reports whether the reason beside a candidate gives another reply
// than the session: a server asked later may have said that to all.
func (c *candidate) isContradicted() bool {
	if c.reason == "" || len(c.replies) == 0 {
		return false
	}
	told, said := codes.ParseResponse(c.reason).Reply, codes.ParseResponse(c.replies[0]).Reply
	return told != 0 && said != 0 && told != said
}

// replyBelow returns the paragraph behind a candidate that is indented deeper
// and holds a reply, where its own lines hold a status and no reply.
//
// QUIRK: SIMS and iPlanet put what the server said below.
func (x *explainer) replyBelow(c *candidate, end int) []string {
	if slices.ContainsFunc(c.block, func(line string) bool { return reply.ReplyIn(line) >= 0 }) {
		return nil
	}
	for n := c.last + 1; n < min(end, c.last+1+maxBelow); n++ {
		if line := x.report[n]; lex.IndentWidth(line) > c.indent && reply.ReplyIn(line) >= 0 {
			if ps := paragraphs(x.report[n:min(end, n+maxBlock)]); len(ps) > 0 {
				return ps[0]
			}
			return nil
		}
	}
	return nil
}

// saidOfPipe returns what says why a program did not take the message: the line
// of the transcript that is about a program, else the lines below its name. The
// code may be about another program where there are several recipients.
func (x *explainer) saidOfPipe(c *candidate) []string {
	for i := c.last + 1; i < min(len(x.report), c.last+1+2*maxAround); i++ {
		line := lex.FoldLower(x.report[i])
		if !strings.Contains(line, "mailer error") || reply.ReplyIn(line) != 0 {
			continue
		}
		if len(x.chosen) == 1 {
			return x.report[i : i+1]
		}
		_, _, words := leadingCode(strings.TrimSpace(x.report[i]))
		return []string{words}
	}
	return c.block
}

// isFragment reports whether all that is known of c is the end of the sentence
// that names it, and not what a colon parts from the sentence.
func (c *candidate) isFragment() bool {
	if !c.inSentence || len(c.block) != 1 {
		return false
	}
	head, ok := strings.CutSuffix(c.sentence, c.block[0])
	return ok && !lex.EndsInColon(head)
}

// isReasonHeading reports whether lines announce a reason.
func isReasonHeading(lines []string) bool {
	return lex.EndsInColon(lines[len(lines)-1]) && wording.ReasonWords.In(lex.FoldLower(strings.Join(lines, " ")))
}

// paragraphs parts lines at blank lines, rules and the headings of sections. Rows that
// give no reason are left out, and paragraphs that tell the way of the message.
func paragraphs(lines []string) (all [][]string) {
	p := make([]string, 0, len(lines)) // room for all of them
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		parts := isRule(trimmed) || isSectionHeading(trimmed)
		if l, _ := wording.ReadLabel(trimmed); !parts && (l == wording.NoLabel || l == wording.LabelReason || l == wording.LabelDiagnostic) {
			p = append(p, trimmed)
		}
		if len(p) > 0 && (parts || i+1 == len(lines)) {
			if !tellsWay(p[0]) {
				all = append(all, slices.Clip(p))
			}
			p = p[len(p):]
		}
	}
	return all
}

// tellsWay reports whether a line begins to tell the way of the message.
func tellsWay(line string) bool {
	for range wording.WayPhrases.Leading(line) {
		return true
	}
	return false
}
