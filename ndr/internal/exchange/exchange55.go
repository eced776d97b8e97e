package exchange

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// readExchange55 reads the reports of Exchange 5.5, 2000 and 2003. A recipient
// begins at a heading, which every language writes in its own way around the
// address and the date, and ends with a code:
//
//	a@example.com on 1/2/2006 3:04 PM
//	      The e-mail account does not exist at the organization ...
//	      <mail.example.net #5.1.1>
func readExchange55(s section) (d found.Report) {
	blocks := s.headedBlocks()
	if len(blocks) == 0 {
		return d
	}
	to, header := s.sentRows()
	for _, b := range blocks {
		if b.address == "" && len(to) == 1 && strings.Contains(strings.ToLower(b.code), to[0]) {
			b.address = to[0] // the reply names it too
		}
		if b.address == "" {
			// A display name is no address, and the address in To may be anybody's.
			if b.heading == "" || header == nil {
				continue
			}
			d.Kind = found.Failure
		}
		r, server := b.recipient()
		if d.Server = cmp.Or(d.Server, server); r.Address != "" {
			d.Recipients = append(d.Recipients, r)
		}
	}
	d.Original = header
	return d
}

// A headedBlock is what such a report says of one recipient.
type headedBlock struct {
	address string // of the heading
	heading string
	reason  string
	code    string
}

// headedBlocks parts the lines into the lines about each recipient.
func (s section) headedBlocks() (blocks []headedBlock) {
	var b headedBlock
	start := 0 // of the reason
	for i := 0; i < len(s.lines); i++ {
		text := s.lines[i].text
		if s.isWrappedHeading(i) {
			i++
			text += " " + s.lines[i].text
		}
		address, heading := parseHeading(text)
		switch {
		case isCode(text):
			last := s.codeEnd(i)
			b.reason, b.code = reasonOf(s.lines[start:i]), join(s.lines[i:last+1])
			blocks = append(blocks, b)
			b, i = headedBlock{}, last
		case lex.EndsInColon(text):
			b = headedBlock{}
		case heading && (address != "" || b.address == ""):
			b = headedBlock{address: address, heading: text}
		default:
			continue
		}
		start = i + 1
	}
	return blocks
}

// reasonOf returns the reason in the lines above a code. The X.400 name that the message
// had on the server, which may hold any word, is no part of it; the term MTS-ID is the
// same in every language.
func reasonOf(lines []line) string {
	if i := slices.IndexFunc(lines, func(l line) bool { return strings.Contains(l.text, "MTS-ID") }); i >= 0 {
		lines = lines[:i]
	}
	return join(lines)
}

// isWrappedHeading reports whether the heading on line i goes on with the time, on
// the next one.
func (s section) isWrappedHeading(i int) bool {
	text := s.lines[i].text
	if i+1 == len(s.lines) || s.lines[i+1].first || strings.IndexByte(text, '@') < 0 && ddaAddress(text) == "" || lex.HoldsDate(text) {
		return false
	}
	next := s.lines[i+1].text
	return lex.IsDigits(next[:1]) && lex.HoldsDate(text+" "+next)
}

// parseHeading reads the line that names a recipient: an address alone, or a
// date and time with an address or, where Exchange gives no more, a name.
func parseHeading(text string) (address string, ok bool) {
	if address = ddaAddress(text); address != "" {
		return address, true
	}
	if label, _ := lex.CutRow(text); label != "" {
		return "", false
	}
	if address = lex.LoneAddress(text); address != "" {
		return address, true
	}
	if !lex.HoldsDate(text) {
		return "", false
	}
	if addresses := lex.Addresses(text); addresses != nil {
		address = addresses[0]
		// QUIRK: Exchange 5.5 makes the local part of a display name, "last,_first".
		if first := firstWord(text); strings.HasSuffix(first, address) && !strings.ContainsAny(first, "<:;\"") {
			address = first
		}
	}
	return address, true
}

// ddaSMTP stands before the address in an O/R address of X.400 that has one of the
// Internet as a domain-defined attribute (RFC 2156, section 4.1).
const ddaSMTP = "dda:smtp="

// unprintable are the characters that X.400 cannot have there (RFC 2156, section
// 3.4).
var unprintable = strings.NewReplacer("(a)", "@", "(p)", "%", "(u)", "_", "(b)", "!", "(q)", "\"")

// ddaAddress returns the address of the Internet in an O/R address:
// "c=US;a= ;p=Office;dda:SMTP=kim(a)example.com;".
func ddaAddress(text string) string {
	if strings.IndexByte(text, ';') < 0 {
		return ""
	}
	_, value, ok := strings.Cut(lex.LowerASCII(text), ddaSMTP)
	if !ok {
		return ""
	}
	value, _, _ = strings.Cut(value, ";")
	return lex.LoneAddress(unprintable.Replace(value))
}

// isCode reports whether text begins the code under a reason: "<host #5.1.1 ...>"
// or "MSEXCH:IMS:ORGANIZATION:SITE:SERVER 3550 (000B09B6) 550 ...".
func isCode(text string) bool {
	if strings.HasPrefix(text, "MSEXCH:") {
		return true
	}
	_, inner, ok := cutBracketed(text)
	return ok && codes.FindStatus(firstWord(inner)).IsValid()
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return strings.TrimSuffix(word, ">")
}

// codeEnd returns the last line of the code that begins at line i.
func (s section) codeEnd(i int) int {
	bracketed, depth := strings.HasPrefix(s.lines[i].text, "<"), 0
	last := i
	for ; last+1 < len(s.lines); last++ {
		text := s.lines[last].text
		depth += strings.Count(text, "<") - strings.Count(text, ">")
		if bracketed && depth <= 0 {
			break
		}
		next := s.lines[last+1]
		if _, heading := parseHeading(next.text); heading || next.first {
			break
		}
	}
	return last
}

// recipient returns what a block says of its recipient, and the server that
// wrote the report where the code names it: <host #...>.
func (b *headedBlock) recipient() (r found.Recipient, server string) {
	var e entry
	if said, ok := strings.CutPrefix(b.code, "MSEXCH:"); ok {
		_, said, _ = strings.Cut(said, ")")
		e.response = oneLine(said)
	} else {
		e.parse(b.code)
	}
	if !startsPayload(e.response) {
		e.response = oneLine(b.reason + e.response)
	}
	r = e.recipient(b.address)
	_, date, _ := strings.Cut(b.heading, " on ")
	r.LastAttempt = lex.ParseDate(date)
	return r, cmp.Or(e.hosts...)
}

// sentRows reads the rows that name the original message, in any language: the last of
// a run is the one with a date, the subject stands above it, and to whom it was sent
// above that. header holds them as fields, nil where there are none.
func (s section) sentRows() (to, header []string) {
	run := 0
	for i := range s.lines {
		label, value := lex.CutRow(s.lines[i].text)
		if label == "" {
			run = 0
			continue
		}
		if run++; run < 2 || !lex.HoldsDate(value) {
			continue
		}
		if run > 2 {
			_, names := lex.CutRow(s.lines[i-2].text)
			if to = lex.Addresses(names); to != nil {
				header = append(header, "To: "+strings.Join(to, ", "))
			}
		}
		_, subject := lex.CutRow(s.lines[i-1].text)
		header = append(header, "Subject: "+subject)
		if !lex.ParseDate(value).IsZero() {
			header = append(header, "Date: "+value)
		}
		return to, header
	}
	return nil, nil
}
