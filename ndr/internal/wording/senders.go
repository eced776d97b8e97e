package wording

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// Endings are words by their last byte.
type Endings [256][]string

// EndIn reports whether a folded text ends in one of the words.
func (e *Endings) EndIn(text string) bool {
	return text != "" && lex.EndsInWord(text, e[text[len(text)-1]])
}

// EndsInSender reports whether a folded text ends in one of the words that stand
// before the address of a sender.
func EndsInSender(before string) bool {
	return Senders.EndIn(strings.TrimRight(before, " <\"'(="))
}
