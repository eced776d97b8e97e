package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// explanationFor returns the lines that say why: the Diagnostic-Code, what a server
// answered in the transcript, the lines about the recipient, those around it
// between start and end, where other recipients stand.
func (r *textReader) explanationFor(f *candidate, start, end int) []string {
	if f.diagnostic != "" {
		return append([]string{f.diagnostic}, f.block...)
	}
	if len(f.replies) > 0 && reply.HasReply(f.replies) {
		return f.replies
	}
	if reply.HasReply(f.block) {
		return append(f.block[:len(f.block):len(f.block)], r.quotedBelow(f, end)...)
	}
	if len(f.replies) == 0 && reply.HasReply(r.transcriptReplies) && !f.piped {
		return r.transcriptReplies
	}
	if f.piped {
		return r.saidOfPipe(f)
	}
	if f.tier == tierNamed {
		return f.block
	}
	if len(f.block) > 0 && !f.isFragment() {
		start = f.first
	}
	around := r.around(f, start, end)
	if reply.HasReply(around) {
		return append(slices.Clone(f.block), around...)
	}
	switch {
	case f.namingSentence != "" && (!reply.HasKnownReason(f.block) || f.isFragment()):
		return r.sentenceOf(f, around)
	case len(f.block) > 0:
		return r.withCause(f, end)
	case len(f.replies) > 0:
		return f.replies
	}
	return around
}

// withCause returns what is said of f, and the paragraph below that names the
// cause where no more is said than that the time ran out.
//
// QUIRK: Sun's mail servers write so.
func (r *textReader) withCause(f *candidate, end int) []string {
	if reply.Reason(reply.Response(f.block)) != codes.Expired {
		return f.block
	}
	for _, p := range paragraphs(r.lines[f.last+1 : max(f.last+1, min(end, f.last+1+maxBlock))]) {
		switch reply.Reason(reply.Response(p)) {
		case codes.ConnectionFailed, codes.DNSFailure, codes.HostUnknown, codes.TLSFailed, codes.Greylisted, codes.MailboxFull:
			return append(f.block[:len(f.block):len(f.block)], p...)
		}
	}
	return f.block
}

// saidOfPipe returns what says why a program did not take the message: the
// line of the transcript that is about a program, else those below its name.
// Its code may be that of another program where there are several recipients.
func (r *textReader) saidOfPipe(f *candidate) []string {
	for i := f.last + 1; i < min(len(r.lines), f.last+1+2*maxAround); i++ {
		if line := lex.FoldLower(r.lines[i]); strings.Contains(line, "mailer error") && reply.ReplyIn(line) == 0 {
			if len(r.found) == 1 {
				return r.lines[i : i+1]
			}
			_, _, words := leadingCode(strings.TrimSpace(r.lines[i]))
			return []string{words}
		}
	}
	return f.block
}

// isFragment reports whether what is known of f is no more than the end of the
// sentence that names it: not what a colon parts from it.
func (f *candidate) isFragment() bool {
	if !f.prose || len(f.block) != 1 {
		return false
	}
	head, ok := strings.CutSuffix(f.namingSentence, f.block[0])
	return ok && !lex.EndsInColon(head)
}

// quotedBelow returns the paragraph behind a recipient that is indented deeper
// and holds a reply, where its own lines hold a status and no reply: SIMS and
// iPlanet put what the server said below.
func (r *textReader) quotedBelow(f *candidate, end int) []string {
	if reply.ReplyIn(lex.JoinLines(f.block)) >= 0 {
		return nil
	}
	for n := f.last + 1; n < min(end, f.last+4); n++ {
		if line := r.lines[n]; strings.TrimSpace(line) != "" && lex.IndentWidth(line) > f.indent && reply.ReplyIn(line) >= 0 {
			if ps := paragraphs(r.lines[n:min(end, n+maxBlock)]); len(ps) > 0 {
				return ps[0]
			}
			return nil
		}
	}
	return nil
}

// sentenceOf returns what explains most of a recipient that a sentence names:
// that sentence, what stands around it, or what follows the address.
func (r *textReader) sentenceOf(f *candidate, around []string) []string {
	sentence := []string{f.namingSentence}
	switch {
	case reply.HasKnownReason(sentence):
		return sentence
	case reply.HasKnownReason(around):
		return around
	case f.prose:
		return sentence
	case len(f.block) > 0:
		return f.block
	}
	return around
}

// maxAround is how far from a recipient its reason is looked for.
const maxAround = 30

// around returns the paragraph near a recipient that tells why: the first one
// behind it that holds a reply, else a labelled reason, else the one behind
// or, at last, the one before.
func (r *textReader) around(f *candidate, start, end int) []string {
	behind := paragraphs(r.lines[f.last+1 : max(f.last+1, min(end, f.last+1+maxAround))])
	for _, p := range behind {
		if reply.HasReply(p) {
			return p
		}
	}
	before := paragraphs(r.lines[max(start, 0, f.last-maxAround):max(start, 0, f.last)])
	for _, p := range slices.Backward(before) {
		if reply.HasReply(p) {
			return p
		}
	}
	if !sameLines(r.labelled.lines, r.reasons) {
		r.labelled = sharedReason{lines: r.reasons}
	}
	if len(r.reasons) > 0 && r.labelled.tells() {
		return r.reasons
	}
	if f.namingSentence != "" && reply.HasKnownReason([]string{f.namingSentence}) {
		return []string{f.namingSentence}
	}
	if len(r.reasons) > 0 && telling(behind, before) == nil {
		return r.reasons
	}
	return r.explaining(behind, before)
}

// explaining chooses the paragraph that tells why where none holds a reply:
// one that a heading announces, one whose words are those of a known reason,
// the next one, or the last one before.
func (r *textReader) explaining(behind, before [][]string) []string {
	for i, p := range behind {
		if len(p) > 1 && isReasonHeading(p[:1]) {
			return p[1:]
		}
		if isReasonHeading(p[max(0, len(p)-2):]) && i+1 < len(behind) {
			return behind[i+1]
		}
	}
	if p := telling(behind, before); p != nil {
		return p
	}
	for _, p := range behind {
		if r.says(lex.FoldLower(p[0]))&wording.SaysContact == 0 && !lex.EndsInColon(lex.FoldLower(p[len(p)-1])) && !wording.IsRow(p[0]) {
			return p
		}
	}
	if len(before) > 0 && !lex.EndsInColon(lex.FoldLower(before[len(before)-1][0])) {
		return before[len(before)-1]
	}
	return nil
}

// telling returns the first paragraph whose words are those of a known reason.
// One that says no more than that there is a policy, or that one may try again,
// gives way to any other.
func telling(behind, before [][]string) []string {
	var vague []string
	for _, ps := range [][][]string{behind, before} {
		for _, p := range ps {
			switch reply.Reason(reply.Response(p)) {
			case codes.Unknown:
			case codes.PolicyRejected, codes.Greylisted:
				if vague == nil {
					vague = p
				}
			default:
				return p
			}
		}
	}
	return vague
}

// isReasonHeading reports whether lines announce a reason.
func isReasonHeading(lines []string) bool {
	return lex.EndsInColon(lines[len(lines)-1]) && wording.ReasonWords.In(lex.FoldLower(strings.Join(lines, " ")))
}

// paragraphs parts lines at blank lines and rules.
func paragraphs(lines []string) [][]string {
	var out [][]string
	var p []string
	for _, line := range lines {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || isRule(trimmed) {
			if p != nil {
				out = append(out, p)
			}
			p = nil
			continue
		}
		if l, _ := wording.ReadLabel(trimmed); l == wording.NoLabel || l == wording.LabelReason || l == wording.LabelDiagnostic {
			p = append(p, trimmed)
		}
	}
	if p != nil {
		out = append(out, p)
	}
	return out
}

// listWords are what a sentence holds that introduces a list of recipients.
var listWords = lex.NewPhraseSet(
	"following recipient", "following address", "following user", "following e-mail", "following email", "these recipients", "these address", "recipient(s)", "address(es)", "one or more recipients", "one or more of its recipients",
	"folgende empfänger", "folgenden empfänger", "folgende adresse", "folgenden adresse", "destinataires suivants", "destinataire suivant", "adresses suivantes", "seguenti destinatari", "seguenti indirizzi", "siguientes destinatarios", "siguientes direcciones", "seguintes destinatários", "volgende geadresseerden", "volgende adres", "następujących adres", "следующим адрес",
)

// introducesOnly reports whether lines without a reply, which text joins, say that
// recipients follow, and not why they were not reached.
func introducesOnly(text string, lines []string) bool {
	return len(lines) < 4 && listWords.In(lex.FoldLower(text)) && !reply.HasKnownReason(lines)
}

// share gives recipients of which nothing is said what is said of the next one
// in the same list, or of the one before: a list stands before or behind its
// reason. What a server said of one address by name is about no other.
func (r *textReader) share(said [][]string) {
	var l sharedReason
	for i := len(said) - 2; i >= 0; i-- {
		r.shareReason(&l, said, i+1, i, i)
	}
	for i := 1; i < len(said); i++ {
		r.shareReason(&l, said, i-1, i, i-1)
	}
}

// A sharedReason is what is known of the lines that were lent last: many recipients may
// share them.
type sharedReason struct {
	lines          []string
	names, replied bool
	// telling is valid where weighed.
	weighed, telling bool
}

// tells reports whether the words of the lines are those of a known reason.
func (l *sharedReason) tells() bool {
	if !l.weighed {
		l.weighed, l.telling = true, reply.HasKnownReason(l.lines)
	}
	return l.telling
}

// shareReason gives the finding with the index to what is said of the one before or
// after it, from; first is the smaller of the two indexes. What happens to stand
// behind the last one of a list gives way to a reply, and a sentence that says
// no more than who was not reached to what is said behind the next one.
func (r *textReader) shareReason(l *sharedReason, said [][]string, from, to, first int) {
	if len(said[from]) == 0 || !r.inOneList(first) || sameLines(said[from], said[to]) {
		return
	}
	if lines := said[from]; !sameLines(lines, l.lines) {
		*l = sharedReason{lines: lines, names: r.namesRecipient(lines), replied: reply.HasReply(lines)}
	}
	if l.names {
		return
	}
	if len(said[to]) == 0 || len(r.found[to].block) == 0 && (l.replied || to < from && r.found[from].standsAbove(l.lines) && l.tells()) && !reply.HasReply(said[to]) && !reply.HasKnownReason(said[to]) {
		said[to] = said[from]
	}
}

// standsAbove reports whether said is not what the sentence says that names f.
//
// QUIRK: IMail writes "undeliverable to a@b" for each recipient, and why not
// behind the last.
func (f *candidate) standsAbove(said []string) bool {
	return f.prose && !strings.Contains(f.namingSentence, said[0])
}

// inOneList reports whether the finding of that index and the next stand on
// lines that nothing parts.
func (r *textReader) inOneList(i int) bool {
	return r.found[i+1].first-r.found[i].last <= 1
}

// namesRecipient reports whether lines name one of the recipients.
func (r *textReader) namesRecipient(lines []string) bool {
	room := lex.MaxReplyText
	for _, line := range lines {
		line = lex.CutText(line, room)
		room -= len(line)
		for at := 0; ; {
			m, ok := lex.NextAddress(line, at)
			if !ok {
				break
			}
			if r.byKey[m.Address] != nil {
				return true
			}
			at = m.End
		}
	}
	return false
}

// sameLines reports whether a and b are the same lines, not only alike.
func sameLines(a, b []string) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
