package wording

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// EndsInSender reports whether a folded text ends in one of the words that stand
// before the address of a sender.
func EndsInSender(before string) bool {
	return lex.EndsInWord(strings.TrimRight(before, " <\"'(="), Senders)
}
