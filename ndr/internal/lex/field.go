package lex

import (
	"strings"
)

// maxFieldName is the longest name of a field that is taken for one.
const maxFieldName = 200

// CutField cuts a line into the name of a field and its value. White space may
// stand before the colon, as in the obsolete syntax of RFC 5322.
func CutField(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line, ":")
	name = strings.TrimRight(name, " \t")
	if !ok || name == "" || len(name) > maxFieldName {
		return "", "", false
	}
	for i := 0; i < len(name); i++ {
		if c := name[i]; c != '-' && !('a' <= c|0x20 && c|0x20 <= 'z') && !('0' <= c && c <= '9') {
			return "", "", false
		}
	}
	return name, strings.TrimSpace(value), true
}

// headerWeights tell how much a field name at the start of a line speaks for
// a message header.
var headerWeights = map[string]int{
	"received": 3, "return-path": 3, "message-id": 3, "dkim-signature": 3, "x-received": 3, "mime-version": 2,
	"domainkey-signature": 3, "authentication-results": 3, "x-originating-ip": 2, "arc-seal": 3,
	"content-type": 1, "from": 1, "subject": 1, "date": 1, "to": 1, "x-mailer": 2, "delivered-to": 2,
	"x-original-to": 2, "envelope-to": 2, "received-spf": 3, "content-transfer-encoding": 1, "reply-to": 1, "sender": 1,
	"list-id": 2, "user-agent": 1, "x-google-smtp-source": 3,
}

// headerEvidence is the weight from which on a run of fields is a header.
const headerEvidence = 4

// StartsHeader reports whether a message header begins at lines[0]: fields
// without indentation, of which enough are those of a message. A few lines
// are looked at.
func StartsHeader(lines []string) bool {
	if _, _, ok := HeaderField(lines[0]); !ok {
		return false
	}
	weight, fields := 0, 0
	for i, line := range lines {
		if i > 24 || weight >= headerEvidence && fields > 1 {
			break
		}
		if line != "" && (line[0] == ' ' || line[0] == '\t') && i > 0 {
			continue
		}
		name, value, ok := HeaderField(line)
		if !ok || i == 0 && WeightOf(name) == 0 && !strings.HasPrefix(name, "X-") {
			break
		}
		fields++
		weight += fieldWeight(name, value)
	}
	return weight >= headerEvidence && fields > 1
}

func fieldWeight(name, value string) int {
	if strings.EqualFold(name, "From") && strings.Contains(value, "@") {
		return 2
	}
	return WeightOf(name)
}

// WeightOf returns the weight of a field, 0 of one that is not known.
func WeightOf(name string) int {
	var buf [32]byte
	if len(name) > len(buf) {
		return 0
	}
	return headerWeights[string(AppendFolded(buf[:0], name))]
}

// HeaderField reads "Name: value" at the start of a line, where Name is the
// name of a field (RFC 5322, section 2.2) that begins with a capital letter
// or has a hyphen. A sentence with a colon in it does not pass.
func HeaderField(line string) (name, value string, ok bool) {
	i := strings.IndexByte(line[:min(len(line), 80)], ':')
	if i < 2 {
		return "", "", false
	}
	for j := range i {
		if !IsAlnum(line[j]) && line[j] != '-' && line[j] != '_' {
			return "", "", false
		}
	}
	if c := line[0]; 'a' <= c && c <= 'z' && !strings.Contains(line[:i], "-") && headerWeights[line[:i]] == 0 || IsDigits(line[:1]) {
		return "", "", false
	}
	return line[:i], strings.TrimSpace(line[i+1:]), true
}
