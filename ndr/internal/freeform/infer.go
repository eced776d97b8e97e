package freeform

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// This file finds the recipient of a report whose text names nobody.

// failedField names the recipients that failed. Exim, Gmail and Google Groups
// write it.
const failedField = "X-Failed-Recipients"

// failedRecipients makes recipients of the header field that names them: the
// text says the same of each.
func (x *explainer) failedRecipients() (out []found.Recipient, tooMany bool) {
	c := &candidate{action: x.outcome.action()}
	rec, seen := x.recipient(c, x.answerIn(x.report), 0), make(map[string]bool)
	for value := range x.Values(failedField) {
		for m := range addressesIn(value) {
			if rec.Address = m.Address; seen[m.Address] {
				continue
			}
			if len(out) == MaxRecipients {
				tooMany = true
				break
			}
			seen[m.Address], out = true, append(out, rec)
		}
	}
	for i := range out {
		out[i].Response, out[i].Shared = lex.CutText(rec.Response, maxSharedResponse(len(out))), len(out) > 1
	}
	return out, tooMany
}

// infer returns the recipient of a report whose text names nobody: the one in
// a subject that reports a failure, the list that a list manager writes for, or
// the only one that the returned message was to.
func infer(x *explainer) ([]*candidate, []found.Recipient) {
	returned := x.Returned
	if returned.Len() == 0 {
		returned = mime.HeaderOf(quotedHeader(x.TextView))
	}
	sender := onlyAddress(returned.Get("From"))
	toSender := sender != "" && x.IsTo(sender)
	failed := x.outcome.failed || toSender && x.subject&wording.SaysFailed != 0
	if !failed && !x.outcome.delayed || !x.mayInfer(toSender) {
		return nil, nil
	}
	subject := mime.DecodeHeader(x.Get("Subject"))
	address := x.inferAddress(subject, &returned, failed)
	if address == "" || x.IsTo(address) {
		return nil, nil
	}
	c, said := &candidate{address: address, tier: tierVague}, x.explanationOfNobody(subject)
	if x.listManager {
		c.tier = tierListed
	} else if line := x.lineOfUser(address); line != nil {
		c.address, _, _ = strings.Cut(address, "@")
		said = line
	}
	why := x.answerIn(said)
	if x.listManager && !toSender && reply.Reason(why.response) == codes.Unknown {
		return nil, nil
	}
	rec := x.recipient(c, why, 0)
	rec.Inferred = true
	return []*candidate{c}, []found.Recipient{rec}
}

// mayInfer reports whether the header proves enough for a recipient to be
// inferred: a list manager's, a mail system's with the null return path, or one
// that sends the message back to its sender under the subject of a report.
func (x *explainer) mayInfer(toSender bool) bool {
	return x.listManager || x.NullReturnPath && x.IsDaemon() || x.FromScore >= 2 && toSender && x.subjectReports()
}

// inferAddress returns the recipient of a report whose text names nobody.
func (x *explainer) inferAddress(subject string, returned *headers.Header, failed bool) string {
	if x.sensesOf(lex.FoldPlain(subject))&wording.SaysOutcome != 0 {
		if address := onlyAddress(subject); address != "" {
			return address
		}
	}
	if address := listAddress(x.TextView, returned); address != "" {
		return address
	}
	if !failed {
		return ""
	}
	return onlyAddress(returned.Get("To") + " " + returned.Get("Cc") + " " + returned.Get("Bcc"))
}

// lineOfUser returns the line of the opening that names the user of an address
// by the local part alone, nil where none does.
func (x *explainer) lineOfUser(address string) []string {
	local, _, _ := strings.Cut(address, "@")
	for i, line := range x.firstLines() {
		head, rest, ok := strings.Cut(lex.LowerASCII(lex.CutText(line, lex.MaxPhraseLine)), local)
		if ok && lex.EndsInWord(strings.TrimRight(head, " \"'<"), userWords) && (rest == "" || !lex.IsLocalByte(rest[0])) {
			return x.report[i : i+1]
		}
	}
	return nil
}

// explanationOfNobody returns the paragraph that tells why in a report that
// names nobody: one that holds a reply, else one whose words give a known
// reason; else its subject.
func (x *explainer) explanationOfNobody(subject string) []string {
	ps := paragraphs(x.report)
	return first(notEmpty, [][]string{first(reply.HasReply, ps), known(ps), {subject}})
}

// listAddress returns the address of the list that a list manager writes for,
// where it writes from one of the list's own: "talk-owner@lists.example" is
// one of talk@lists.example if the text names that list, or the returned
// message was sent to it.
func listAddress(v *TextView, returned *headers.Header) string {
	to := strings.ToLower(lex.CutText(returned.Get("To")+" "+returned.Get("Cc"), lex.MaxPhraseLine))
	for _, name := range []string{"From", "Sender", "Return-Path"} {
		m, _ := lex.NextAddress(lex.FoldLower(v.Get(name)), 0)
		local, domain, _ := strings.Cut(m.Address, "@")
		list := author.ListName(local)
		if list == "" {
			continue
		}
		if address := list + "@" + domain; strings.Contains(to, address) || namesList(v, list, address) {
			return address
		}
	}
	return ""
}

// namesList reports whether the first lines name a list.
func namesList(v *TextView, list, address string) bool {
	for _, line := range v.firstLines() {
		if strings.Contains(lex.LowerASCII(lex.CutText(line, lex.MaxPhraseLine)), address) {
			return true
		}
	}
	return lex.HasWord(v.opening(), list)
}
