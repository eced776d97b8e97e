package freeform

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// stageHints stand before the name of a command in the words around a reply:
// Postfix's "(in reply to RCPT TO command)", Exim's "error from remote mail server
// after MAIL FROM:<a@b>". Neither is in the fields of the report.
var stageHints = []string{"(in reply", "mail server after"}

// maxStage is longer than a hint and the name of a command behind it.
const maxStage = 60

// Stages returns what a text and its lines tell of recipients whom fields name and
// explain: the stage at which they were refused, and the address that they were
// made from. It is all that [Read] could add to complete fields.
func Stages(text string, lines []string) (out []found.Recipient) {
	hinted := strings.Contains(text, refusedToTalk) || lex.HasPhrase(text, stageHints)
	address, alias := "", ""
	add := func(stage codes.Stage) {
		last := len(out) - 1
		switch {
		case address == "" || stage == codes.StageUnknown && alias == "":
		case last >= 0 && out[last].Address == address && out[last].Stage == codes.StageUnknown:
			out[last].Stage = stage
		case len(out) < MaxRecipients:
			out = append(out, found.Recipient{Address: address, OriginalAddress: alias, Stage: stage})
		}
	}
	for i, line := range lines {
		if line == "" {
			address, alias = "", ""
		} else if made, ok := aliasOf(line); ok {
			alias = made
			add(codes.StageUnknown)
		} else if named := recipientOfLine(line); named != "" {
			address, alias = named, ""
		}
		if !hinted {
			continue
		}
		if strings.Contains(line, refusedToTalk) {
			add(codes.StageConnect)
		}
		for _, hint := range stageHints {
			if at := strings.Index(line, hint); at >= 0 {
				add(codes.FindStage(lex.CutText(line[at:]+" "+next(lines, i), maxStage)))
			}
		}
	}
	return out
}

// recipientOfLine returns the recipient that a line names: Postfix's begins at the
// margin, Exim's stands alone.
func recipientOfLine(line string) string {
	if strings.IndexByte(line, '@') < 0 || lex.IndentWidth(line) > 0 && len(strings.Fields(line)) > 1 {
		return ""
	}
	e, _ := readEntry(line)
	return e.address
}
