package freeform

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// stageWords stand before the name of a stage in the words around a reply, such as
// Postfix's "(in reply to RCPT TO command)", Exim's "error from remote mail server
// after MAIL FROM:<a@b>" and Stalwart's "rejected command 'MAIL FROM:<a@b>'": most
// texts hold none of them, and need no closer look.
var stageWords = lex.NewPhraseSet("in reply", "after", "while", "during", "initial", "but ", "not like", "sent:", "smtp:",
	"greeting", "server for ", "server in ", " for ", "rejected command", "smtpsenderfailed", "smtpaddressfailed")

// RefusedBefore returns the stage before RCPT at which a session in the text was
// refused with the codes and words of response, [codes.StageUnknown] for none; it knows
// after [Read]. A recipient who was given that answer was refused there, wherever the
// text names him.
func (v *TextView) RefusedBefore(response string) codes.Stage {
	if len(v.refused) == 0 {
		return codes.StageUnknown
	}
	return v.refused[replyKey(response)]
}

// replyKey returns the codes and words of the first line of a reply, folded, so that
// lines that tell the same reply have the same key.
func replyKey(line string) string {
	line, _, _ = strings.Cut(strings.TrimSpace(line), "\n")
	if len(line) > 3 && line[3] == '-' {
		line = line[:3] + " " + line[4:]
	}
	return lex.FoldPlain(line)
}
