package exchange

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// readExchange2007 reads the layout of Exchange 2007 and later: the generating
// server, then each recipient with the entries about him.
//
//	Generating server: mail.example.net
//
//	a@example.com
//	mx.example.com
//	Remote Server returned '550 5.1.1 not found'
func readExchange2007(s section) found.Report {
	at, by := s.firstRecipient()
	d := found.Report{Server: by.generating}
	for _, block := range s.recipientBlocks(at) {
		if len(block.entries) == 0 {
			continue // the lines under it are about the next recipient
		}
		d.Recipients = append(d.Recipients, block.recipient(s.address(block.name), by))
	}
	return d
}

// firstRecipient returns the line of the first recipient, and the servers that
// the rows above name. Without such rows, the recipient must carry a mark that no
// other system writes.
func (s section) firstRecipient() (at int, by servers) {
	for at := range s.lines {
		if !s.startsRecipient(at) {
			continue
		}
		if by, ok := s.serversAbove(at); ok || s.hasMark(at) {
			return at, by
		}
	}
	return len(s.lines), servers{}
}

// startsRecipient reports whether line i names a recipient, with an entry
// behind or under it. A remote server may stand between.
func (s section) startsRecipient(i int) bool {
	text := s.lines[i].text
	if address, rest := cutAddress(text); address != "" {
		return isEntry(rest)
	}
	if s.address(text) == "" {
		return false
	}
	next := i + 1
	if next < len(s.lines) && remoteAbove(s.lines[next].text) != "" {
		next++
	}
	return next < len(s.lines) && isEntry(s.twoLines(next))
}

// twoLines returns line i with the next joined on, since the words before a
// quoted reply may fill a line.
func (s section) twoLines(i int) string {
	if i+1 < len(s.lines) && !s.lines[i+1].first {
		return s.join(i, i+1)
	}
	return s.lines[i].text
}

// remoteAbove returns the remote server that a line above the entries names,
// alone or in a row.
func remoteAbove(text string) string {
	if lex.IsHostName(text) {
		return text
	}
	return rowServer(text)
}

// serversAbove reads the rows above the first recipient: the generating server,
// and below it the receiving one where it is given. A host may stand on the line
// below its label.
func (s section) serversAbove(at int) (by servers, ok bool) {
	for i := at - 1; i >= 0; i-- {
		host := rowServer(s.lines[i].text)
		if host == "" && i > 0 && lex.EndsInColon(s.lines[i-1].text) {
			host = lex.ServerName(s.lines[i].text)
			i--
		}
		if host == "" {
			break
		}
		by = servers{generating: host, receiving: by.generating}
	}
	return by, by.generating != ""
}

// hasMark reports whether a mark of Exchange stands in the recipient that begins
// at line at, or soon behind.
func (s section) hasMark(at int) bool {
	const soon = 4
	for _, l := range s.lines[at:min(at+soon, len(s.lines))] {
		if hasMark(l.text) {
			return true
		}
	}
	return false
}

// recipientBlocks parts the lines from at on into those about each recipient.
func (s section) recipientBlocks(at int) (blocks []*recipientBlock) {
	var open *recipientBlock
	for i := at; i < len(s.lines); i++ {
		switch {
		case s.startsRecipient(i):
			open = newRecipientBlock(s.lines[i].text)
			blocks = append(blocks, open)
		case open != nil && !open.take(s.lines[i]):
			open = nil
		}
	}
	return blocks
}

// A recipientBlock collects the lines about one recipient.
type recipientBlock struct {
	name    string     // the line that names him
	remote  string     // a host on a line of its own
	entries [][]string // newest first, each in lines
	// closer ends the reply that the last line left open: "#SMTP#", "##" or a
	// quote; "" when none is.
	closer string
	opened bool // the last entry has begun a reply
}

func newRecipientBlock(text string) *recipientBlock {
	address, rest := cutAddress(text)
	if rest == "" {
		return &recipientBlock{name: text}
	}
	b := &recipientBlock{name: address}
	b.begin(rest)
	return b
}

// take adds a line under the recipient and reports whether it belongs there.
func (b *recipientBlock) take(l line) bool {
	var remote string
	var dated bool
	if len(b.entries) == 0 {
		remote = remoteAbove(l.text)
	} else {
		_, _, dated = cutDate(l.text)
	}
	switch {
	case remote != "" && b.remote == "":
		b.remote = remote
	case len(b.entries) == 0, dated:
		b.begin(l.text)
	case l.first && b.closer == "", lex.EndsInColon(l.text) && (b.closer == "" || l.first):
		return false
	default:
		b.extend(l.text)
	}
	return true
}

// begin begins an entry.
func (b *recipientBlock) begin(text string) {
	b.entries = append(b.entries, nil)
	b.closer, b.opened = "", false
	b.extend(text)
}

// extend adds a line to the last entry.
func (b *recipientBlock) extend(text string) {
	last := &b.entries[len(b.entries)-1]
	*last = append(*last, text)
	if !b.opened {
		b.closer, text = openedReply(text)
		b.opened = b.closer != ""
	}
	if closes(text, b.closer) {
		b.closer = ""
	}
}

// openedReply returns what ends the reply that begins in a line, and the line
// from that beginning on.
func openedReply(line string) (closer, rest string) {
	_, text, _ := cutDate(line)
	if at := openingQuote(text); at >= 0 {
		return "'", text[at:]
	}
	if at := strings.IndexByte(text, '#'); at == 0 || at > 0 && isServer(text[:at]) {
		if strings.HasPrefix(text[at:], "#<") {
			return "#SMTP#", text[at:]
		}
		return "##", text[at:]
	}
	return "", line
}

// closes reports whether a line holds closer.
func closes(line, closer string) bool {
	if closer == "'" {
		return closingQuote(line) >= 0
	}
	return strings.Contains(line, closer)
}

// recipient returns what a block says of address.
func (b *recipientBlock) recipient(address string, by servers) found.Recipient {
	hosts := []string{b.remote}
	entries := make([]entry, len(b.entries))
	for i, lines := range b.entries {
		entries[i] = parseEntry(strings.Join(lines, " "))
		hosts = append(hosts, entries[i].hosts...)
	}
	newest := &entries[0]
	r := newest.recipient(address)
	if len(entries) > 1 && isExpiry(r.Status) && entries[1].response != "" {
		// That time ran out does not say why; the attempt before does.
		r.Response += "; " + entries[1].response
	}
	r.RemoteServer = by.remote(hosts...)
	r.LastAttempt = newest.attempt(by.generating)
	return r
}

// isExpiry reports whether st says no more than that time ran out, or is
// running out (RFC 3463, section 3.5: x.4.7).
func isExpiry(st codes.Status) bool { return st.Subject() == 4 && st.Detail() == 7 }
