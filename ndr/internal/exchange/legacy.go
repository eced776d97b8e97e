package exchange

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// maxLegacyLines bounds the lines of the reason for one recipient.
const maxLegacyLines = 24

// A legacyRecipient is a recipient in a report of Exchange 5.5 to 2003:
//
//	a@example.com on 1/2/2006 3:04 PM
//	      The e-mail account does not exist at the organization ...
//	      <mail.example.net #5.1.1>
//
// It begins at the heading, which every language writes in its own way around
// the address and the date, and ends with the code.
type legacyRecipient struct {
	address string
	heading string
	reason  []string
}

// readLegacy reads the reports of Exchange 5.5, 2000 and 2003.
func (x *exchangeReader) readLegacy() bool {
	if !slices.ContainsFunc(x.lines, func(line exchangeLine) bool { return isLegacyCode(line.text) }) {
		return false
	}
	to := x.readSent()
	var r legacyRecipient
	for i := 0; i < len(x.lines); i++ {
		text := x.lines[i].text
		address, heading := legacyHeading(text)
		switch {
		case isLegacyCode(text):
			last := x.legacyCodeEnd(i)
			if r.address == "" && r.heading != "" {
				r.address = to
			}
			x.finishLegacy(r, x.join(i, last))
			r, i = legacyRecipient{}, last
		case isLabel(text):
			r = legacyRecipient{}
		case heading && (address != "" || r.address == ""):
			r = legacyRecipient{address: address, heading: text}
		case len(r.reason) < maxLegacyLines:
			r.reason = append(r.reason, text)
		}
	}
	return len(x.draft.Recipients) > 0
}

// legacyHeading reads the line that names a recipient: an address alone, or a
// date and time with an address or, where Exchange gives no more, a name.
func legacyHeading(line string) (address string, ok bool) {
	if label, _ := cutRow(line); label != "" {
		return "", false
	}
	if address = bareAddress(line); address != "" {
		return address, true
	}
	if !looksLikeTime(line) || len(line) > 300 {
		return "", false
	}
	if found := addressesIn(line); len(found) > 0 {
		address = found[0]
		// QUIRK: Exchange 5.5 makes the local part of a display name, "last,_first".
		if first := firstWord(line); strings.HasSuffix(first, address) && !strings.ContainsAny(first, "<:;\"") {
			address = first
		}
	}
	return address, true
}

// isLegacyCode reports whether line begins the code under a reason: "<host
// #5.1.1 ...>" or "MSEXCH:IMS:ORGANIZATION:SITE:SERVER 3550 (000B09B6) 550 ...".
func isLegacyCode(line string) bool {
	if strings.HasPrefix(line, "MSEXCH:") {
		return true
	}
	host, inner, ok := cutBracketed(line)
	if !ok || host == "" {
		return false
	}
	return codes.FindStatus(firstWord(inner)).IsValid()
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return strings.TrimSuffix(word, ">")
}

// legacyCodeEnd returns the last line of the code that begins at line i.
func (x *exchangeReader) legacyCodeEnd(i int) int {
	bracketed, depth := strings.HasPrefix(x.lines[i].text, "<"), 0
	for last := i; last < i+maxLegacyLines; last++ {
		text := x.lines[last].text
		depth += strings.Count(text, "<") - strings.Count(text, ">")
		if bracketed && depth <= 0 && strings.HasSuffix(text, ">") || last+1 == len(x.lines) {
			return last
		}
		next := x.lines[last+1]
		if _, heading := legacyHeading(next.text); heading || next.first || isLegacyCode(next.text) {
			return last
		}
	}
	return i
}

func (x *exchangeReader) join(from, to int) string {
	var b strings.Builder
	for _, line := range x.lines[from : to+1] {
		b.WriteString(line.text)
		b.WriteByte(' ')
	}
	return b.String()
}

func (x *exchangeReader) finishLegacy(r legacyRecipient, code string) {
	if r.address == "" {
		return
	}
	var reply exchangeReply
	if said, ok := strings.CutPrefix(code, "MSEXCH:"); ok {
		_, said, _ = strings.Cut(said, ")")
		reply.response = oneLine(said)
	} else {
		reply.parsePayload(code)
		if x.draft.Server == "" && len(reply.hosts) > 0 {
			// <host #...> names the server that wrote the report.
			x.draft.Server = reply.hosts[0]
		}
	}
	if !startsPayload(reply.response) {
		reply.response = oneLine(strings.Join(append(r.reason, reply.response), " "))
	}
	rcpt := reply.recipient(r.address)
	if _, date, ok := strings.Cut(r.heading, " on "); ok {
		rcpt.LastAttempt = lex.ParseDate(date)
	}
	x.draft.Recipients = append(x.draft.Recipients, rcpt)
}

// readSent reads the rows that name the original message, to whom, subject and
// when, in any language: the last row of a run is the one with a date. The
// result is the address that it was sent to, where there is no more than one.
func (x *exchangeReader) readSent() (to string) {
	run := 0
	for i := 0; i < len(x.lines); i++ {
		label, value := cutRow(x.lines[i].text)
		if label == "" {
			run = 0
			continue
		}
		if run++; run < 2 || !looksLikeTime(value) {
			continue
		}
		var found []string
		if run > 2 {
			_, all := cutRow(x.lines[i-2].text)
			found = addressesIn(all)
		}
		_, subject := cutRow(x.lines[i-1].text)
		x.quoteRows(found, subject, value)
		if len(found) == 1 {
			return found[0]
		}
		return ""
	}
	return ""
}

// quoteRows makes a header of the rows where the report quotes none.
func (x *exchangeReader) quoteRows(to []string, subject, sent string) {
	if x.draft.Original != nil {
		return
	}
	if len(to) > 0 {
		x.draft.Original = append(x.draft.Original, "To: "+strings.Join(to, ", "))
	}
	x.draft.Original = append(x.draft.Original, "Subject: "+subject)
	if !lex.ParseDate(sent).IsZero() {
		x.draft.Original = append(x.draft.Original, "Date: "+sent)
	}
}
