package ndr

import "strings"

// splitOriginal parts the lines of a text into the report and the returned
// message, told by words. header are the lines of the returned message from its
// header on, nil where none is returned.
func splitOriginal(words *lexicon, lines []string) (report, header []string) {
	for i := 0; i < len(lines); i++ {
		if isSeparator(lines, i) {
			return lines[:i], fromHeader(lines[i+1:])
		}
		if startsHeader(lines[i:]) {
			end := quotedAhead(words, lines, i)
			if end == i {
				return lines[:i], lines[i:]
			}
			header = append(header, lines[i:end]...)
			i = end
		}
	}
	return lines, header
}

// quotedAhead returns where the fields that begin at line i end when a report
// quotes them ahead of what it has to say, and i otherwise: a line with a colon
// introduces them, and one that speaks of a failure and has a colon follows.
//
// QUIRK: Mercury begins with the fields of the message that it is about.
func quotedAhead(words *lexicon, lines []string, i int) int {
	lead := lastLine(lines[:i])
	if !endsInColon(lead) || words.senses(foldLower(lead), anyFormat)&saysFailed != 0 {
		return i
	}
	end := i
	for end < len(lines) && end < i+maxNestedHeader && lines[end] != "" {
		end++
	}
	for _, line := range lines[end:min(len(lines), end+3)] {
		if endsInColon(line) && words.senses(foldLower(line), anyFormat)&saysOutcome != 0 {
			return end
		}
	}
	return i
}

// lastLine returns the last of a few lines that is not blank.
func lastLine(lines []string) string {
	for n := len(lines) - 1; n >= max(0, len(lines)-3); n-- {
		if lines[n] != "" {
			return lines[n]
		}
	}
	return ""
}

// isSeparator reports whether line i announces the returned message: one of
// the phrases alone on its line, between dashes as often as not.
func isSeparator(lines []string, i int) bool {
	line := lines[i]
	if len(line) > 120 {
		return false
	}
	trimmed := trimRule(line)
	if !originals.mayLead(trimmed) {
		return false
	}
	text := foldLower(trimmed)
	for phrase := range originals.leading(text) {
		if !strings.ContainsAny(line, "-:.=*#_>") {
			return false
		}
		if len(text) <= len(phrase)+48 {
			return separates(line, text, phrase)
		}
	}
	return false
}

var originals = newPhraseSet(originalPhrases...)

// trimRule returns line without what sets off a heading at its ends.
func trimRule(line string) string {
	for line != "" && isRuleByte[line[0]] {
		line = line[1:]
	}
	for line != "" && isRuleByte[line[len(line)-1]] {
		line = line[:len(line)-1]
	}
	return line
}

var isRuleByte = [256]bool{' ': true, '\t': true, '-': true, '=': true, '*': true, '#': true, '_': true, '>': true, '.': true, ':': true, '|': true, '+': true, '~': true}

// separates reports whether a line that begins with a separating phrase is a
// heading: set off by dashes, or ending as one does. A sentence that goes on
// is none.
func separates(line, text, end string) bool {
	if text == end {
		return true
	}
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "--") || strings.HasPrefix(line, "==") || strings.HasPrefix(line, "**") ||
		strings.HasSuffix(line, ":") || strings.HasSuffix(line, ".") || strings.HasSuffix(line, "--")
}

// fromHeader skips what stands between a separator and the returned header:
// blank lines, rules, and a few words.
func fromHeader(lines []string) []string {
	for i := 0; i < len(lines) && i < 12; i++ {
		if name, _, ok := headerField(lines[i]); ok && len(name) > 1 {
			return lines[i:]
		}
	}
	return nil
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

// startsHeader reports whether a message header begins at lines[0]: fields
// without indentation, of which enough are those of a message. A few lines
// are looked at.
func startsHeader(lines []string) bool {
	if _, _, ok := headerField(lines[0]); !ok {
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
		name, value, ok := headerField(line)
		if !ok || i == 0 && weightOf(name) == 0 && !strings.HasPrefix(name, "X-") {
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
	return weightOf(name)
}

// weightOf returns the weight of a field, 0 of one that is not known.
func weightOf(name string) int {
	var buf [32]byte
	if len(name) > len(buf) {
		return 0
	}
	return headerWeights[string(appendFolded(buf[:0], name))]
}

// headerField reads "Name: value" at the start of a line, where Name is the
// name of a field (RFC 5322, section 2.2) that begins with a capital letter
// or has a hyphen. A sentence with a colon in it does not pass.
func headerField(line string) (name, value string, ok bool) {
	i := strings.IndexByte(line[:min(len(line), 80)], ':')
	if i < 2 {
		return "", "", false
	}
	for j := range i {
		if !isAlnum(line[j]) && line[j] != '-' && line[j] != '_' {
			return "", "", false
		}
	}
	if c := line[0]; 'a' <= c && c <= 'z' && !strings.Contains(line[:i], "-") && headerWeights[line[:i]] == 0 || isDigits(line[:1]) {
		return "", "", false
	}
	return line[:i], strings.TrimSpace(line[i+1:]), true
}
