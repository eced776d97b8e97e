package exchange

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// maxEntries bounds the attempts that are kept of one recipient, and
// maxEntryLines the lines of one attempt.
const (
	maxEntries    = 16
	maxEntryLines = 128
)

// An exchangeRecipient is a recipient whose lines are being collected.
type exchangeRecipient struct {
	name    string     // the line that names him
	remote  string     // a host on a line of its own
	entries [][]string // the attempts, newest first, each in lines
	// closer ends the reply that the last line left open: "#SMTP#", "##" or a
	// quote; "" when none is.
	closer string
	opened bool // the last entry has begun a reply
}

func newExchangeRecipient(line string) *exchangeRecipient {
	address, rest := cutAddress(line)
	if rest == "" {
		return &exchangeRecipient{name: line}
	}
	r := &exchangeRecipient{name: address}
	r.begin(rest)
	return r
}

// take adds a line under the recipient and reports whether it belongs there.
func (r *exchangeRecipient) take(line exchangeLine) bool {
	text := line.text
	switch {
	case len(r.entries) == 0 && r.remote == "" && lex.IsHostName(text):
		r.remote = text
	case len(r.entries) == 0 && rowHost(text) != "":
		r.remote = rowHost(text)
	case len(r.entries) == 0, isDated(text):
		r.begin(text)
	case line.first && r.closer == "", isLabel(text) && (r.closer == "" || line.first):
		return false
	default:
		r.extend(text)
	}
	return true
}

func (r *exchangeRecipient) begin(text string) {
	if len(r.entries) < maxEntries {
		r.entries = append(r.entries, nil)
		r.closer, r.opened = "", false
		r.extend(text)
	}
}

func (r *exchangeRecipient) extend(text string) {
	last := &r.entries[len(r.entries)-1]
	if len(*last) == maxEntryLines {
		r.closer = ""
		return
	}
	*last = append(*last, text)
	if !r.opened {
		r.closer, text = openedReply(text)
		r.opened = r.closer != ""
	}
	if closes(text, r.closer) {
		r.closer = ""
	}
}

// openedReply returns what ends the reply that begins in line, and the line
// from that beginning on.
func openedReply(line string) (closer, rest string) {
	_, text, _ := cutDate(line)
	if at := openingQuote(text); at >= 0 {
		return "'", text[at:]
	}
	if at := strings.IndexByte(text, '#'); at == 0 || at > 0 && isHostWord(text[:at]) {
		if strings.HasPrefix(text[at:], "#<") {
			return "#SMTP#", text[at:]
		}
		return "##", text[at:]
	}
	return "", line
}

// closes reports whether line holds closer.
func closes(line, closer string) bool {
	if closer == "'" {
		return closingQuote(line) >= 0
	}
	return closer == "" || strings.Contains(line, closer)
}
