package lex

import (
	"strings"
)

// Three readers find "Name: value" at the start of a line. They differ in what
// they take for a name, as the lines around are different: [FieldColon] in the
// header of a message, where nearly every line is a field, [CutField] in a
// delivery-status part, where the rest of a value may have lost its indentation,
// [HeaderField] in a text, where a sentence can have a colon. For the rows of a
// table, whose labels are of any language, see [CutCells].

// FieldColon returns the place of the colon behind the name of a field that line
// begins with, -1 where it begins with none. A name is made of any printable
// ASCII characters but a colon (RFC 5322, section 2.2). White space before the
// colon is the obsolete syntax of section 4.5.
func FieldColon[T ~string | ~[]byte](line T) int {
	i := 0
	for i < len(line) && isNameByte[line[i]] {
		i++
	}
	if i == 0 {
		return -1
	}
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	if i == len(line) || line[i] != ':' {
		return -1
	}
	return i
}

// isNameByte tells the bytes of the name of a field.
//
// QUIRK: "<" and "@" are allowed too, but no field has them. What has is the first
// line of a text that lost its header.
var isNameByte = func() (t [256]bool) {
	for c := '!'; c < 0x7f; c++ {
		t[c] = c != ':' && c != '<' && c != '@'
	}
	return t
}()

// maxFieldName is the longest name of a field that is taken for one.
const maxFieldName = 200

// CutField cuts a line of a delivery-status part into the name of a field and its
// value. A name has letters, digits and hyphens alone, as all that are registered
// do: "host[192.0.2.1]: 550 no" continues the field above.
func CutField(line string) (name, value string, ok bool) {
	colon := FieldColon(line)
	if colon < 0 {
		return "", "", false
	}
	name = TrimBlanks(line[:colon])
	if len(name) > maxFieldName || !fieldBytes.haveAll(name) {
		return "", "", false
	}
	return name, strings.TrimSpace(line[colon+1:]), true
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

const (
	// headerEvidence is the weight from which on a run of fields is a header. No
	// field has it alone.
	headerEvidence = 4
	// maxHeaderLead is how many lines behind the first are looked at for it: a
	// header that begins with that many lines of trace fields is rare, and every
	// line of a text may begin one.
	maxHeaderLead = 24
)

// StartsHeader reports whether a message header begins at lines[0]: fields
// without indentation, enough of which are fields of a message.
func StartsHeader(lines []string) bool {
	weight := 0
	for i, line := range lines[:min(len(lines), 1+maxHeaderLead)] {
		if i > 0 && IndentWidth(line) > 0 {
			continue
		}
		name, value, ok := HeaderField(line)
		if !ok || i == 0 && WeightOf(name) == 0 && !strings.HasPrefix(name, "X-") {
			return false
		}
		if weight += WeightOf(name); strings.EqualFold(name, "From") && strings.Contains(value, "@") {
			weight++
		}
		if weight >= headerEvidence {
			return true
		}
	}
	return false
}

// WeightOf returns the weight of a field, 0 of one that is not known.
func WeightOf(name string) int {
	var buf [32]byte
	return headerWeights[string(AppendFolded(buf[:0], name))]
}

// maxHeaderName is the longest name of a field that a text quotes.
const maxHeaderName = 79

// HeaderField reads "Name: value" at the start of a line of text, where Name is
// the name of a field that begins with a capital letter, has a hyphen, or is
// known. A sentence with a colon in it does not pass.
func HeaderField(line string) (name, value string, ok bool) {
	colon := FieldColon(line)
	if colon < 2 || colon > maxHeaderName {
		return "", "", false
	}
	name = line[:colon]
	if !headerBytes.haveAll(name) || IsDigits(name[:1]) ||
		name[0] >= 'a' && !strings.Contains(name, "-") && headerWeights[name] == 0 {
		return "", "", false
	}
	return name, strings.TrimSpace(line[colon+1:]), true
}
