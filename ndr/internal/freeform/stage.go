package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// This file finds the stage of the session at which a recipient was refused.

// stageWords stand before the name of a stage in the words around a reply, such as
// Postfix's "(in reply to RCPT TO command)", Exim's "error from remote mail server
// after MAIL FROM:<a@b>" and Stalwart's "rejected command 'MAIL FROM:<a@b>'": most
// texts hold none of them, and need no closer look.
var stageWords = lex.NewPhraseSet("in reply", "after", "while", "during", "initial", "but ", "not like", "sent:", "smtp:",
	"greeting", "server for ", "server in ", " for ", "rejected command", "smtpsenderfailed", "smtpaddressfailed")

// stageAround returns the stage of the session that text names before or behind
// a response: "(in reply to MAIL FROM command)".
func stageAround(text, response string) codes.Stage {
	before, behind, _ := strings.Cut(text, response)
	around := before + " " + behind
	if strings.Contains(around, RefusedToTalk) {
		return codes.StageConnect
	}
	if !stageWords.In(around) {
		return codes.StageUnknown
	}
	for at := range stageWords.All(around) {
		if stage := codes.FindStage(lex.CutText(around[at:], maxStage)); stage != codes.StageUnknown {
			return stage
		}
	}
	return codes.FindStage(around)
}

// maxStage is longer than one of the stageWords and the name of a command behind it.
const maxStage = 60

// stageOfRefusal returns the stage of the command in capitals that a line before a
// reply ends in, or that stands behind a colon there: "MAIL FROM: 550 ...", "RCPT
// failed: 550 ..." and "smtp: EHLO mx.example.net: 550 ..." name one, "Sending mail
// failed" does not.
func stageOfRefusal(before string) codes.Stage {
	if before == "" {
		return codes.StageUnknown
	}
	lines := strings.Split(before, "\n")
	for _, line := range slices.Backward(lines[max(0, len(lines)-maxStageLines):]) {
		line = strings.TrimRight(line, ".: \t")
		for _, verb := range []string{" failed", " refused", " rejected"} {
			line = strings.TrimSuffix(line, verb)
		}
		last, isLast := strings.CutPrefix(line[strings.LastIndex(line, ": ")+1:], " ")
		for _, name := range []string{"MAIL", "MAIL FROM", "RCPT", "RCPT TO", "DATA", "BDAT", "HELO", "EHLO", "LHLO", "STARTTLS", "AUTH"} {
			head, ok := strings.CutSuffix(line, name)
			behind, begins := strings.CutPrefix(last, name)
			if ok && (head == "" || strings.IndexByte(" \t", head[len(head)-1]) >= 0) || isLast && begins && strings.HasPrefix(behind, " ") {
				return stageOfCommand(name)
			}
		}
	}
	return codes.StageUnknown
}

// maxStageLines is how many lines before a reply may name its command.
const maxStageLines = 3

// RefusedToTalk is what Postfix says of a server that greets it with a refusal.
const RefusedToTalk = "refused to talk to me"

// withoutData returns a stage that the answer to one recipient is known to be of.
// DATA is sent together with the commands before it where they are pipelined (RFC
// 2920), so that what stands below it may answer any of them.
func withoutData(stage codes.Stage) codes.Stage {
	if stage == codes.StageData {
		return codes.StageUnknown
	}
	return stage
}

// RefusedBefore returns the stage before RCPT at which a session in the text was
// refused with the codes and words of response, [codes.StageUnknown] for none; it knows
// after [Read]. A recipient who was given that answer was refused there, wherever the
// text names him.
func (v *TextView) RefusedBefore(response string) codes.Stage {
	if len(v.refused) == 0 {
		return codes.StageUnknown
	}
	return v.refused[replyKey(response)].stage
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
