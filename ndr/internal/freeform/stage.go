package freeform

import (
	"cmp"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

// stageWords stand before the name of a stage in the words around a reply, such as
// Postfix's "(in reply to RCPT TO command)", Exim's "error from remote mail server
// after MAIL FROM:<a@b>" and Stalwart's "rejected command 'MAIL FROM:<a@b>'": most
// texts hold none of them, and need no closer look.
var stageWords = lex.NewPhraseSet("in reply", "after", "while", "during", "initial", "but ", "not like", "sent:", "smtp:",
	"greeting", "server for ", "server in ", " for ", "rejected command", "smtpsenderfailed", "smtpaddressfailed")

// maxStage is longer than a hint and the name of a command behind it.
const maxStage = 60

// maxStageWords is more than any line has that names a stage.
const maxStageWords = 8

// Stages returns what the lines of the text tell of recipients whom fields name and
// explain: the stage at which they were refused, the address that they were made
// from, and the status of the answer. It is all that [Read] could add to complete
// fields, or hold against them.
func (v *TextView) Stages() []found.Recipient {
	var s stages
	inSession := v.HoldsSession()
	for i, line := range v.report {
		if line == "" {
			s.address, s.alias, s.refused = "", "", codes.StageUnknown
			continue
		}
		if made, ok := aliasOf(line); ok {
			s.alias = made
			s.add(codes.StageUnknown, codes.Status{})
		} else if named := recipientOfLine(line); named != "" {
			s.address, s.alias = named, ""
			s.add(s.refused, codes.Status{})
		}
		if inSession {
			s.session(line, v.senses(i, i+1))
		}
		if s.address != "" {
			s.words(line, next(v.report, i))
		}
	}
	return s.out
}

// stageNamed returns the stage that a line, which may go on below, names behind the
// first of the stageWords that a name of one follows. A line of words alone is
// searched for no more than maxStageWords.
func stageNamed(line, below string) codes.Stage {
	tried := 0
	for at := range stageWords.All(line) {
		if tried++; tried > maxStageWords {
			break
		}
		if stage := codes.FindStage(lex.CutText(line[at:]+" "+below, maxStage)); stage != codes.StageUnknown {
			return stage
		}
	}
	return codes.StageUnknown
}

// RefusedBefore returns the stage before RCPT at which a session in the text was
// refused with the codes and words of response, [codes.StageUnknown] for none. A
// recipient who was given that answer was refused there, wherever the text names him.
func (v *TextView) RefusedBefore(response string) codes.Stage {
	if !v.HoldsSession() {
		return codes.StageUnknown
	}
	if v.refused == nil {
		s := stages{refusals: map[string]codes.Stage{}}
		for i, line := range v.report {
			if line != "" {
				s.session(line, v.senses(i, i+1))
			}
		}
		v.refused = s.refusals
	}
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

// stages collect what Stages and RefusedBefore return.
type stages struct {
	out []found.Recipient
	// address is the recipient that the lines are about, and alias the address that
	// it was made from.
	address, alias string
	// sent is the stage of the last command of a session, and refused that of the
	// last one that was refused.
	sent, refused codes.Stage
	// refusals are the stages before RCPT at which a session was refused, by the
	// replyKey of the refusal; nil where nobody asks.
	refusals map[string]codes.Stage
}

// add notes the stage and the status of an answer to the recipient at hand, either of
// which may be unknown.
func (s *stages) add(stage codes.Stage, status codes.Status) {
	if s.address == "" || stage == codes.StageUnknown && s.alias == "" && !status.IsValid() {
		return
	}
	if n := len(s.out); n > 0 && s.out[n-1].Address == s.address {
		if last := &s.out[n-1]; last.Stage == codes.StageUnknown || stage == codes.StageUnknown || last.Stage == stage {
			last.Stage, last.Status = cmp.Or(last.Stage, stage), cmp.Or(last.Status, status)
			return
		}
	}
	if len(s.out) < MaxRecipients {
		s.out = append(s.out, found.Recipient{Address: s.address, OriginalAddress: s.alias, Stage: stage, Status: status})
	}
}

// words takes the words of a line about the recipient at hand, which may go on below.
func (s *stages) words(line, below string) {
	if strings.Contains(line, RefusedToTalk) {
		s.add(codes.StageConnect, codes.Status{})
	}
	s.add(stageNamed(line, below), codes.Status{})
	for _, mark := range []string{": 5", ": 4"} {
		if at := strings.Index(line, mark); at >= 0 {
			s.add(stageOfRefusal(line[:at]), codes.FindStatus(line[at:]))
		}
	}
}

// session takes a line of the transcript of a session; says is what its phrases tell.
// What Sendmail says below of a recipient in its own words is about the command that
// was refused.
func (s *stages) session(line string, says wording.Sense) {
	switch class, value := classifySession(line[lex.IndentWidth(line):], says); class {
	case classHost:
		s.sent, s.refused = codes.StageConnect, codes.StageUnknown
	case classCommand:
		s.sent, s.refused = stageOfCommand(value), codes.StageUnknown
	case classReply:
		if value[0] == '4' || value[0] == '5' {
			s.refused = withoutData(s.sent)
			s.add(s.refused, codes.Status{})
			if s.refusals != nil && codes.StageUnknown < s.refused && s.refused < codes.StageRcpt {
				s.refusals[replyKey(value)] = s.refused
			}
		}
	}
}

// recipientOfLine returns the recipient that a line names: Postfix's begins at the
// margin, Exim's stands alone.
func recipientOfLine(line string) string {
	if strings.IndexByte(line, '@') < 0 || lex.IndentWidth(line) > 0 && strings.IndexByte(strings.TrimSpace(line), ' ') >= 0 {
		return ""
	}
	e, _ := readEntry(line)
	return e.address
}
