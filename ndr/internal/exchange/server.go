package exchange

import (
	"cmp"
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// servers are the servers that a report names for all of its recipients.
type servers struct {
	generating string
	// receiving is the host of the row "Receiving server" above the recipients.
	receiving string
}

// hasServerRow reports whether a line names a server in one of the ways of
// Exchange: in a row, below a label, or before the code in angle brackets.
func hasServerRow(lines []string) bool {
	label := false // the last line that is not blank ends in a colon
	for _, line := range lines {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if rowServer(line) != "" || strings.IndexByte(line, '\t') >= 0 && cellServer(line) != "" || label && serverName(line) != "" || isCode(line) {
			return true
		}
		label = lex.EndsInColon(line)
	}
	return false
}

// rowServer returns the server of a row "label: host", and "" for any other
// line.
func rowServer(line string) string {
	_, value := lex.CutRow(line)
	if value == "" {
		return ""
	}
	return serverName(value)
}

// serverName returns the server that s names, "" for a number, which ordinary
// mail has in rows of its own: "Message: 1".
func serverName(s string) string {
	name := lex.ServerName(s)
	if lex.IsDigits(name) {
		return ""
	}
	return name
}

// cellServer returns the host that a row of a label and a value names, cells by
// a tab included. A name of one label is none: any word is that.
func cellServer(line string) string {
	_, value := lex.CutCells(line)
	name, _, _ := strings.Cut(value, " ")
	if !lex.IsHost(name) {
		return ""
	}
	return serverName(value)
}

// remote picks the host that answered from hosts, the likeliest first. The
// generating server is not remote to itself, and a name is better than an
// address. What Microsoft 365 calls the receiving server can be one of its own.
func (by servers) remote(hosts ...string) string {
	own, ip := "", ""
	for _, host := range append(hosts, by.receiving) {
		switch {
		case host == "" || sameServer(host, by.generating):
		case inDatacentre(host) && inDatacentre(by.generating):
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
