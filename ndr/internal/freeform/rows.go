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

// labelLine takes a row "name: value" whose name is known. The value of one
// that stands alone is on the lines below, which are read as what they are.
func (r *textReader) labelLine(i int, line string) bool {
	l, value := wording.ReadLabel(line)
	if l == wording.NoLabel {
		return false
	}
	if r.open != nil && r.open.tier == tierListed && len(r.open.block) > 0 && l != wording.LabelRecipient && l != wording.LabelReason && l != wording.LabelDiagnostic && l != wording.LabelRemote {
		return false
	}
	if r.isHeading(line, value) {
		r.open, r.listening = nil, true
		return true
	}
	if value == "" && r.below(i, l) {
		return true
	}
	if value == "" {
		r.listening = r.listening || l == wording.LabelRecipient || l == wording.LabelTo
		return l != wording.LabelRemote
	}
	return r.row(i, l, value, line)
}

// below takes the value of a label from the next line where it is a status, an
// action or a host and nothing else. ZMailer writes so.
func (r *textReader) below(i int, l wording.Label) bool {
	next := strings.TrimSpace(r.next(i))
	switch {
	case next == "":
		return false
	case l == wording.LabelRemote && lex.HasPrefixLower(next, "dns;"), l == wording.LabelStatus && reply.StatusLine(next) == 0, l == wording.LabelAction && found.ParseAction(next) != found.NoAction:
		return r.row(i, l, next, next)
	}
	return false
}

// isHeading reports whether a line with a label is the head of a table: the
// next cell is the name of a label too.
func (r *textReader) isHeading(line, value string) bool {
	i := strings.IndexAny(line, ":\t|")
	cell, _, _ := strings.Cut(strings.ReplaceAll(value, "|", "\t"), "\t")
	return i > 0 && line[i] != ':' && wording.LabelNamed(lex.FoldLower(cell)) != wording.NoLabel
}

// row notes the value of a label. It reports false where the value is not
// what the label promises, so that the line is read another way.
func (r *textReader) row(i int, l wording.Label, value, line string) bool {
	switch l {
	case wording.LabelRecipient:
		return r.recipientRow(i, value, line, tierListed)
	case wording.LabelTo:
		return r.recipientRow(i, value, line, tierQuoted)
	case wording.LabelOriginal:
		r.about().original = lex.AddressOrLocal(value)
	case wording.LabelSender:
		return true
	case wording.LabelReason:
		r.reason(i, value)
	case wording.LabelDiagnostic:
		f := r.about()
		f.diagnostic, f.block = value, nil
		r.open = f
	case wording.LabelRemote:
		host := fieldHost(value)
		if host == "" {
			return false
		}
		if r.server == "" && isOneWord(line) && r.isFromHost(host) {
			// Behind "Server:" alone many give their own name.
			r.server = host
			return true
		}
		r.about().remote = host
	case wording.LabelServer:
		if r.server == "" {
			r.server = cmp.Or(fieldHost(value), hostAmong(lex.FoldLower(value)))
		}
	case wording.LabelStatus:
		if st := codes.FindStatus(value[:min(len(value), 40)]); st.IsValid() {
			f := r.about()
			f.status = st
			if i := strings.IndexByte(value, '('); i > 0 && f.diagnostic == "" {
				f.block = append(f.block, strings.Trim(value[i:], "()"))
			}
			return true
		}
		return false
	case wording.LabelAction:
		r.about().action = found.ParseAction(value)
	case wording.LabelLastAttempt:
		r.about().lastAttempt = value
	}
	return true
}

// isOneWord reports whether the name of a row is one word.
func isOneWord(line string) bool {
	return strings.IndexAny(line, ":：\t") < strings.IndexAny(line+" ", " -")
}

// isFromHost reports whether the report is from an address at that very host.
func (r *textReader) isFromHost(host string) bool {
	m, ok := lex.NextAddress(lex.FoldLower(r.Get("From")), 0)
	return ok && strings.HasSuffix(m.Address, "@"+host)
}

// recipientRow notes the recipient that a label names.
func (r *textReader) recipientRow(i int, value, line string, t tier) bool {
	named := lex.HasPrefixLower(line, "final-recipient")
	address := ""
	m, ok := lex.NextAddress(value, 0)
	if ok {
		address = m.Address
	} else if named || lex.HasPrefixLower(line, "recipient") || t == tierListed && r.isReasoned(i) {
		address = lex.AddressOrLocal(value)
	}
	if address == "" || ok && (t == tierListed && strings.Count(value[:m.Start], " ") > 3 || t == tierQuoted && strings.Contains(value[:m.Start], ":")) {
		return false
	}
	if named {
		t = tierNamed
	}
	f := r.add(i, address, t)
	if f.namingSentence == "" {
		f.namingSentence = line
	}
	r.takePending(f)
	r.open, f.labelled = f, true
	if ok {
		if rest := strings.Trim(value[m.End:], " \t,.;:()[]<>-"); rest != "" && t != tierQuoted {
			r.moreRecipients(i, value[m.End:], t)
			f.block = append(f.block, rest)
		}
	}
	return true
}

// isReasoned reports whether the next row is a known reason: what stands above
// it may be a local part alone.
func (r *textReader) isReasoned(i int) bool {
	l, value := wording.ReadLabel(strings.TrimSpace(r.next(i)))
	return (l == wording.LabelReason || l == wording.LabelDiagnostic) && reply.HasKnownReason([]string{value})
}

// moreRecipients notes the other addresses of "Recipients: a@b, c@d".
func (r *textReader) moreRecipients(i int, rest string, t tier) {
	e := entry{rest: rest}.skipRepeated()
	for _, address := range e.more {
		r.add(i, address, t)
	}
}

// about returns the finding that a field belongs to: the last one in the same
// group of lines, or the next.
func (r *textReader) about() *candidate {
	if r.last != nil && (r.open == r.last || !r.afterBlank && r.last.tier < tierProse) {
		return r.last
	}
	if r.last != nil && r.last.tier != tierNamed && r.last.tier < tierProse {
		return r.last
	}
	return &r.pending
}

// takePending gives f the fields that stood before its Final-Recipient.
func (r *textReader) takePending(f *candidate) {
	p := r.pending
	if p.original != "" && f.original == "" {
		f.original = p.original
	}
	if p.action != found.NoAction {
		f.action = p.action
	}
	if p.status.IsValid() {
		f.status = p.status
	}
	if p.diagnostic != "" {
		f.diagnostic = p.diagnostic
	}
	if p.remote != "" {
		f.remote = p.remote
	}
	r.pending = candidate{}
}

// reason notes a labelled reason, for the recipient at hand or for all.
func (r *textReader) reason(i int, value string) {
	f := r.last
	if r.open != nil && r.open.address == "" {
		f = r.open
	}
	if f != nil && len(f.block) < maxBlock {
		f.block = append(f.block, value)
		r.open = f
		return
	}
	if len(r.reasons) < maxBlock {
		r.reasons = append(r.reasons, value)
	}
	if m, ok := lex.NextAddress(value, 0); ok && (reply.HasKnownReason([]string{value}) || r.says(lex.FoldPlain(value))&wording.SaysFailed != 0) && !wording.EndsInSender(lex.FoldPlain(value[:m.Start])) {
		r.add(i, m.Address, tierProse).namingSentence = value
	} else if name := quotedUser(value); !ok && name != "" {
		r.add(i, name, tierProse).namingSentence = value
	}
}

// quotedUser returns the local part in quotes of which a reason says that
// nobody has it: `User "kim" is not listed in the directory`.
func quotedUser(reason string) string {
	head, rest, ok := strings.Cut(reason, "\"")
	name, _, closed := strings.Cut(rest, "\"")
	if !ok || !closed || !lex.IsLocalPart(name) || !lex.EndsInWord(lex.FoldLower(head), userWords) || codes.ParseResponse(reason).Reason() != codes.UserUnknown {
		return ""
	}
	return strings.ToLower(name)
}

// userWords stand right before the name of a mailbox.
var userWords = []string{"user", "recipient", "mailbox", "account", "benutzer", "empfänger", "utilisateur", "destinataire", "utente", "usuario"}

// fieldHost reads the host of "dns; mx.example.com (extra)" or of
// "mx.example.com".
func fieldHost(value string) string {
	if i := strings.IndexByte(value, ';'); i >= 0 && i < 12 {
		value = value[i+1:]
	}
	host, _ := lex.LeadingHost(value)
	return host
}
