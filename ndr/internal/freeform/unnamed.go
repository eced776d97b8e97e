package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// inferRecipient returns the recipient of a report whose text names nobody: the one in
// a subject that reports a failure, the list that a list manager writes for, or
// the only one that the returned message was to.
func (r *textReader) inferRecipient(fallback found.Action) []found.Recipient {
	returned := r.Returned
	if returned.Len() == 0 {
		returned = mime.HeaderOf(r.quotedHeader())
	}
	author := onlyAddress(returned.Get("From"))
	mine := author != "" && r.IsTo(author)
	r.sawFailure = r.sawFailure || mine && r.says(r.Subject)&wording.SaysFailed != 0
	if !r.sawFailure && !r.sawDelay {
		return nil
	}
	if !r.list && !(r.NullReturnPath && r.IsDaemon()) && !(r.FromScore >= 2 && mine && r.Reports(&r.table.Words, r.format)) {
		return nil
	}
	subject := mime.DecodeHeader(r.Get("Subject"))
	address := ""
	if r.says(lex.FoldPlain(subject))&wording.SaysOutcome != 0 {
		address = onlyAddress(subject)
	}
	if address == "" && r.list {
		address = r.listAddress(&returned)
	}
	if address == "" && r.sawFailure {
		address = onlyAddress(returned.Get("To") + " " + returned.Get("Cc") + " " + returned.Get("Bcc"))
	}
	if address == "" || r.list && r.IsTo(address) {
		return nil
	}
	f := &candidate{address: address, tier: tierVague}
	why := answerIn(r.explanation(subject))
	if i := r.lineOfUser(address); i >= 0 && !r.list {
		f.address, _, _ = strings.Cut(address, "@")
		why = answerIn(r.lines[i : i+1])
	}
	if r.list {
		f.tier = tierListed
		if reply.Reason(why.response) == codes.Unknown && !mine {
			return nil
		}
	}
	r.found = []*candidate{f}
	return []found.Recipient{r.recipient(f, why, fallback)}
}

// lineOfUser returns the line of the opening that names the user of an address
// by the local part alone, -1 where none does.
func (r *textReader) lineOfUser(address string) int {
	local, _, _ := strings.Cut(address, "@")
	for i, line := range r.lines[:min(len(r.lines), openingLines)] {
		head, rest, ok := strings.Cut(lex.LowerASCII(lex.CutText(line, lex.MaxPhraseLine)), local)
		if ok && lex.EndsInWord(strings.TrimRight(head, " \"'<"), userWords) && (rest == "" || !lex.IsLocalByte(rest[0])) {
			return i
		}
	}
	return -1
}

// explanation returns the paragraph of a report that names nobody which tells
// why: one that holds a reply, else one whose words are those of a known reason,
// rather than that there is a policy; else its subject.
func (r *textReader) explanation(subject string) []string {
	ps := paragraphs(r.lines)
	if i := slices.IndexFunc(ps, reply.HasReply); i >= 0 {
		return ps[i]
	}
	said := []string{subject}
	for _, p := range ps {
		switch reply.Reason(reply.Response(p)) {
		case codes.Unknown:
		case codes.PolicyRejected:
			if len(said) == 1 && said[0] == subject {
				said = p
			}
		default:
			return p
		}
	}
	return said
}

// quotedHeader is the header of the returned message in the text, which may bear
// the marks of quoted lines.
func (r *textReader) quotedHeader() []string {
	if len(r.original) > 0 {
		return r.original
	}
	var quoted []string
	for _, line := range r.lines[:min(len(r.lines), maxNestedHeader)] {
		if strings.HasPrefix(line, ">") {
			quoted = append(quoted, strings.TrimPrefix(line[1:], " "))
		}
	}
	if len(quoted) > 0 && lex.StartsHeader(quoted) {
		return quoted
	}
	return nil
}

// onlyAddress returns the address in s where there is exactly one.
func onlyAddress(s string) string {
	m, ok := lex.NextAddress(s, 0)
	if !ok {
		return ""
	}
	for at := m.End; ; {
		other, more := lex.NextAddress(s, at)
		if !more {
			return m.Address
		}
		if other.Address != m.Address {
			return ""
		}
		at = other.End
	}
}

// withFailedField adds what X-Failed-Recipients says where the text names
// nobody. Exim, Gmail and Google Groups write the field.
func (r *textReader) withFailedField(out []found.Recipient, fallback found.Action) []found.Recipient {
	if len(out) > 0 || !r.Has("X-Failed-Recipients") {
		return out
	}
	rec := r.ofNobody(fallback)
	seen := make(map[string]bool)
	for value := range r.Values("X-Failed-Recipients") {
		for {
			m, ok := lex.NextAddress(value, 0)
			if !ok {
				break
			}
			value = value[m.End:]
			if len(out) == MaxRecipients {
				r.tooMany = true
				return out
			}
			if !seen[m.Address] {
				seen[m.Address] = true
				rec.Address = m.Address
				out = append(out, rec)
			}
		}
	}
	return out
}

// ofNobody is what the text says of recipients that it does not name: the same
// of each.
func (r *textReader) ofNobody(fallback found.Action) found.Recipient {
	f := &candidate{action: fallback, last: r.introLine()}
	said := r.explanationFor(f, 0, len(r.lines))
	if !reply.HasReply(said) {
		said = r.lines
	}
	return r.recipient(f, answerIn(said), fallback)
}

// introLine returns the line after which a reason is to be looked for where
// the text names no recipient.
func (r *textReader) introLine() int {
	for i := range r.lines {
		if r.senses(i, i+1)&wording.SaysFailed != 0 {
			return i
		}
	}
	return -1
}
