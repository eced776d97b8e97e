package exchange

import (
	"slices"
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
	for end := at; at < len(s.lines); at = end {
		for end++; end < len(s.lines) && !s.startsRecipient(end); {
			end++
		}
		name, remote, entries := readBlock(s.lines[at].text, s.lines[at+1:end])
		if entries == nil {
			continue // the lines under it are about the next recipient
		}
		d.Recipients = append(d.Recipients, recipientOf(s.address(name), remote, entries, by))
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
		if by := s.serversAbove(at); by.generating != "" || s.hasMark(at) {
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
		return join(s.lines[i : i+2])
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
func (s section) serversAbove(at int) (by servers) {
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
	return by
}

// hasMark reports whether a mark of Exchange stands in the recipient that begins
// at line at, or soon behind.
func (s section) hasMark(at int) bool {
	const soon = 4
	return slices.ContainsFunc(s.lines[at:min(at+soon, len(s.lines))], func(l line) bool { return hasMark(l.text) })
}

// readBlock reads a line that names a recipient and the lines below: the name, a host
// on a line of its own, and the entries, the newest first.
func readBlock(text string, lines []line) (name, remote string, entries []entry) {
	name, said := cutAddress(text)
	if said != "" {
		lines = append([]line{{text: said}}, lines...)
	} else if name = text; len(lines) > 0 {
		if remote = remoteAbove(lines[0].text); remote != "" {
			lines = lines[1:]
		}
	}
	for len(lines) > 0 && (entries == nil || isDated(lines[0])) {
		n := entryLines(lines)
		entries = append(entries, parseEntry(join(lines[:n])))
		lines = lines[n:]
	}
	return name, remote, entries
}

func isDated(l line) bool {
	_, _, ok := cutDate(l.text)
	return ok
}

// entryLines returns how many of lines belong to the entry that begins with the first.
// It ends at a blank line, at a heading and before the next date. A reply that is open
// goes on over blank lines, and over a heading below none.
func entryLines(lines []line) int {
	closer := "" // ends the reply that is open: "#SMTP#", "##" or a quote; "" when none is
	for i, l := range lines {
		if i > 0 && (isDated(l) || l.first && closer == "" || lex.EndsInColon(l.text) && (closer == "" || l.first)) {
			return i
		}
		text := l.text
		if closer == "" {
			closer, text = openedReply(text)
		}
		if closes(text, closer) {
			closer = ""
		}
	}
	return len(lines)
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

// recipientOf returns what entries say of address.
func recipientOf(address, remote string, entries []entry, by servers) found.Recipient {
	newest, hosts := &entries[0], []string{remote}
	for i := range entries {
		hosts = append(hosts, entries[i].hosts...)
	}
	r := newest.recipient(address)
	if len(entries) > 1 && isExpiry(r.Status) && entries[1].response != "" {
		// That time ran out does not say why; the attempt before does.
		r.Response += "; " + entries[1].response
	}
	r.RemoteServer = by.remote(hosts...)
	r.LastAttempt = newest.attempt(by.generating)
	return r
}

// isExpiry reports whether st says only that time ran out, or is running out (RFC 3463,
// section 3.5: x.4.7).
func isExpiry(st codes.Status) bool { return st.Subject() == 4 && st.Detail() == 7 }
