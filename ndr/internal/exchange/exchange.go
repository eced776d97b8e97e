package exchange

import (
	"cmp"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// Read reads the section for administrators of a report by Exchange or
// Microsoft 365 from the lines of its text, in UTF-8 and without line ends. It
// knows the section by what no translation changes: rows of a label and a host
// name, an address on a line of its own, "#550 5.1.1 ... ##", a reply in
// quotes, "<host #5.1.1 smtp;...>", "MSEXCH:". ok is false when the lines hold
// no such section. Nothing is taken from the quoted header of the original but
// draft.original itself. lines are those of text.
func Read(text string, lines []string) (d found.Report, ok bool) {
	// Reports of other systems have neither a mark of Exchange nor a row that names
	// a server, and are not read any further.
	start := quotedHeaderStart(lines)
	body := bodyBefore(lines, start)
	if !hasMark(text) && !hasServerRow(body) {
		return found.Report{}, false
	}
	x := exchangeReader{lines: exchangeLines(body)}
	x.names = displayNames(x.lines)
	x.draft = found.Report{Format: "exchange", Original: quotedHeader(lines, start)}
	for _, read := range []func() bool{x.readDiagnostics, x.readDetails, x.readLegacy} {
		if read() {
			x.draft.Kind = found.KindOf(x.draft.Recipients, found.Other)
			return x.draft, true
		}
	}
	return found.Report{}, false
}

// hasServerRow reports whether a line names a server in one of the ways of
// Exchange: in a row, below a label, or before the code in angle brackets.
func hasServerRow(lines []string) bool {
	label := false // the last line that is not blank ends in a colon
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if rowHost(line) != "" || strings.IndexByte(line, '\t') > 0 && detailHost(line) != "" || label && hostOf(line) != "" || isLegacyCode(line) {
			return true
		}
		label = isLabel(line)
	}
	return false
}

// An exchangeReader holds the text of one report, without the quoted header.
type exchangeReader struct {
	lines []exchangeLine
	draft found.Report
	// receiving is the host of the row "Receiving server", which stands above
	// the recipients and is meant for all of them.
	receiving string
	// names are the addresses of the recipients that the section for users
	// gives by display name, in lower case.
	names map[string]string
}

// An exchangeLine is a line that is not blank, without the blanks around it.
type exchangeLine struct {
	text string
	// first reports whether a blank line stands above.
	first bool
}

func exchangeLines(lines []string) []exchangeLine {
	out := make([]exchangeLine, 0, len(lines))
	first := true
	for _, line := range lines {
		text := strings.TrimSpace(line)
		if text == "" {
			first = true
			continue
		}
		if n := len(out); !first && n > 0 && lex.IsFoldedIMCEA(out[n-1].text) {
			out[n-1].text += text
			continue
		}
		out = append(out, exchangeLine{text, first})
		first = false
	}
	return out
}

// readDiagnostics reads the layout of Exchange 2007 and later: the generating
// server, then each recipient with the replies for him.
func (x *exchangeReader) readDiagnostics() bool {
	at := 0
	for ; at < len(x.lines); at++ {
		if x.startsRecipient(at) && x.readServers(at) {
			break
		}
	}
	var r *exchangeRecipient
	for i := at; i < len(x.lines); i++ {
		line := x.lines[i]
		switch {
		case x.startsRecipient(i):
			x.finish(r)
			r = newExchangeRecipient(line.text)
		case r == nil || r.take(line):
		default:
			x.finish(r)
			r = nil
		}
	}
	x.finish(r)
	return len(x.draft.Recipients) > 0
}

// startsRecipient reports whether line i names a recipient, with a reply
// behind or under it. A remote server may stand between.
func (x *exchangeReader) startsRecipient(i int) bool {
	text := x.lines[i].text
	if len(x.names) == 0 && strings.IndexByte(text, '@') < 0 {
		return false
	}
	if address, rest := cutAddress(text); address != "" {
		return isExchangeReply(rest)
	}
	if x.address(text) == "" {
		return false
	}
	next := i + 1
	if next < len(x.lines) && (lex.IsHostName(x.lines[next].text) || rowHost(x.lines[next].text) != "") {
		next++
	}
	return next < len(x.lines) && isExchangeReply(x.twoLines(next))
}

// twoLines returns line i with the next joined on, since the words before a
// quoted reply may fill a line.
func (x *exchangeReader) twoLines(i int) string {
	text := x.lines[i].text
	if i+1 < len(x.lines) && !x.lines[i+1].first {
		text += " " + x.lines[i+1].text
	}
	return text
}

// readServers reads the rows above the first recipient: the generating server,
// and the receiving one where it is given. Without them, the recipient must
// carry a mark that no other system writes.
func (x *exchangeReader) readServers(at int) bool {
	var hosts []string
	for i := at - 1; i >= 0 && len(hosts) < 3; i-- {
		host := rowHost(x.lines[i].text)
		if host == "" && i > 0 && isLabel(x.lines[i-1].text) && hostOf(x.lines[i].text) != "" {
			host = hostOf(x.lines[i].text)
			i--
		}
		if host == "" {
			break
		}
		hosts = append(hosts, host)
	}
	if n := len(hosts); n > 0 {
		x.draft.Server = hosts[n-1]
		if n > 1 {
			x.receiving = hosts[n-2]
		}
		return true
	}
	return x.hasMark(at)
}

// exchangeMarks stand in the replies of Exchange alone: the end of a reply in
// Exchange 2007 and 2010, and the names of the components that reject
// (Exchange Server 2010, "Understanding Non-Delivery Reports").
var exchangeMarks = []string{"#SMTP#", " ##", "##rfc822;", "RESOLVER.", "STOREDRV", "QUEUE.Expired", "ROUTING.", "{LED="}

func (x *exchangeReader) hasMark(at int) bool {
	for i := at; i < len(x.lines) && i < at+4; i++ {
		if hasMark(x.lines[i].text) {
			return true
		}
	}
	return false
}

func hasMark(text string) bool {
	for _, mark := range exchangeMarks {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// finish turns what was collected of a recipient into a [Recipient].
func (x *exchangeReader) finish(r *exchangeRecipient) {
	if r == nil || len(r.entries) == 0 {
		return
	}
	address := x.address(r.name)
	if address == "" {
		return
	}
	var replies []exchangeReply
	for _, lines := range r.entries {
		replies = append(replies, parseExchangeReply(strings.Join(lines, " ")))
	}
	newest := &replies[0]
	rcpt := newest.recipient(address)
	if len(replies) > 1 && isExpiry(rcpt.Status) && replies[1].response != "" {
		// That time ran out does not say why; the attempt before does.
		rcpt.Response += "; " + replies[1].response
	}
	rcpt.RemoteServer = x.remoteServer(r.remote, replies)
	rcpt.LastAttempt = newest.attempt(x.draft.Server)
	x.draft.Recipients = append(x.draft.Recipients, rcpt)
}

// remoteServer picks the host that answered. The generating server is not
// remote to itself, and a name is better than an address. What Microsoft 365
// calls the receiving server can be one of its own.
func (x *exchangeReader) remoteServer(line string, replies []exchangeReply) string {
	hosts := []string{line}
	for i := range replies {
		hosts = append(hosts, replies[i].hosts...)
	}
	hosts = append(hosts, x.receiving)
	own, ip := "", ""
	for _, host := range hosts {
		switch {
		case host == "" || sameServer(host, x.draft.Server):
		case inDatacentre(host) && inDatacentre(x.draft.Server):
			own = cmp.Or(own, strings.ToLower(host))
		case !lex.IsIP(host):
			return strings.ToLower(host)
		default:
			ip = cmp.Or(ip, host)
		}
	}
	return cmp.Or(own, ip)
}

// inDatacentre reports whether host is named as the servers inside Microsoft
// 365 are: AB1C.eurprd01.prod.outlook.com, AB1C.mail.protection.outlook.com.
// The hosts that take mail for a customer are named after his domain:
// example-com.mail.protection.outlook.com.
func inDatacentre(host string) bool {
	host = strings.ToLower(host)
	name, _, _ := strings.Cut(host, ".")
	return strings.Contains(host, ".prod.") ||
		strings.Contains(host, ".protection.") && !strings.Contains(name, "-") && strings.ContainsAny(name, "0123456789")
}

// sameServer reports whether a and b name one server. Microsoft 365 names its
// servers by more than one domain: NAME.mail.protection.outlook.com is
// NAME.eop-REGION.prod.protection.outlook.com.
func sameServer(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a == b {
		return true
	}
	nameA, _, _ := strings.Cut(a, ".")
	nameB, _, _ := strings.Cut(b, ".")
	return nameA == nameB && isMicrosoft365(a) && isMicrosoft365(b)
}

func isMicrosoft365(host string) bool {
	host = strings.ToLower(host)
	return strings.HasSuffix(host, ".outlook.com") || strings.HasSuffix(host, ".exchangelabs.com") ||
		strings.HasSuffix(host, ".office365.com")
}

// address returns the address that a line names, or that the section for users
// gives for the display name on it.
func (x *exchangeReader) address(line string) string {
	if address := bareAddress(line); address != "" {
		return address
	}
	if len(x.names) == 0 {
		return ""
	}
	return x.names[strings.ToLower(strings.Trim(line, `'"`))]
}

// displayNames finds the lines "Name (address)" and "Name<mailto:address>".
func displayNames(lines []exchangeLine) map[string]string {
	names := map[string]string{}
	for _, line := range lines {
		if strings.IndexByte(line.text, '@') < 0 || !strings.Contains(line.text, " (") && !strings.Contains(line.text, "<mailto:") {
			continue
		}
		name, link, _ := strings.Cut(line.text, "<mailto:")
		address := bareAddress(name)
		if link = strings.TrimSuffix(link, ">"); address == "" && lex.IsAddress(link) {
			address = link
		}
		name, _, _ = strings.Cut(name, " (")
		name = strings.Trim(strings.TrimSpace(name), `'"`)
		if address != "" && name != "" {
			names[strings.ToLower(name)] = address
		}
	}
	return names
}

// isExpiry reports whether st says no more than that time ran out, or is
// running out (RFC 3463, section 3.5: x.4.7).
func isExpiry(st codes.Status) bool { return st.Subject() == 4 && st.Detail() == 7 }
