package wording_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/wording"
	"example.com/ndr/ndr/internal/wording/data"
)

// A use is an entry that was found, by the meaning that its file gives it.
type use struct{ meaning, entry string }

// uses are the entries that messages or sentences use.
type uses map[use]bool

// phraseMeanings are the meanings of the entries that are searched for in a
// text, and the set that finds each.
var phraseMeanings = map[string]*lex.PhraseSet{
	"failed": wording.AllFormats.Words.PhraseSet, "delayed": wording.AllFormats.Words.PhraseSet, "final": wording.AllFormats.Words.PhraseSet,
	"delivered": wording.AllFormats.Words.PhraseSet, "later": wording.AllFormats.Words.PhraseSet, "contact": wording.AllFormats.Words.PhraseSet, "reporting host": wording.AllFormats.Words.PhraseSet,
	"self-introduction": wording.AllFormats.Words.PhraseSet, "greeting": wording.AllFormats.Words.PhraseSet, "reporting program": wording.AllFormats.Words.PhraseSet,
	"behind the reporting host": wording.AllFormats.Words.PhraseSet, "columns of messages": wording.AllFormats.Words.PhraseSet,
	"before a reply": wording.SaidPhrases, "before a host": wording.HostPhrases, "behind a reply": wording.TailPhrases, "heading of a reason": wording.ReasonWords,
	"start of a session": wording.TalkPhrases, "sentence about a host": wording.HostSentences, "list of recipients": wording.ListWords,
	"way of the message": wording.WayPhrases,
}

// labelMeanings are the meanings of the labels of rows.
var labelMeanings = map[string]wording.Label{
	"recipient": wording.LabelRecipient, "to": wording.LabelTo, "original recipient": wording.LabelOriginal, "sender": wording.LabelSender,
	"reason": wording.LabelReason, "diagnostic": wording.LabelDiagnostic, "remote host": wording.LabelRemote, "reporting host": wording.LabelServer,
	"status": wording.LabelStatus, "action": wording.LabelAction, "last attempt": wording.LabelLastAttempt,
}

// lists are the entries that are looked for in a subject, in a text, and in the
// fields of a header, by meaning.
var (
	subjectLists = map[string][]string{
		"automatic reply": wording.AutoReplies.List, "responder": wording.ResponderSubjects.List, "help desk": wording.HelpDeskSubjects,
		"address changed": wording.MovedSubjects, "away": wording.AwaySubjects, "challenge subject": wording.ChallengeSubjects,
	}
	textLists = map[string][]string{
		"challenge": wording.ChallengePhrases, "message waits": wording.WaitingPhrases, "follow a link": wording.LinkPhrases,
		"digest": wording.DigestPhrases.List,
	}
	fromLists = map[string][]string{
		"address of a mail system": wording.MachineSenders, "address of a daemon": wording.Daemons, "name of a mail system": wording.MachineNames,
		"list manager": wording.ListManagers, "filter": wording.FilterNames,
	}
	mailerLists = map[string][]string{"mailer of a responder": wording.ResponderMailers}
)

// list notes the entries of lists that a folded text holds.
func (u uses) list(lists map[string][]string, folded string) {
	for meaning, list := range lists {
		for _, entry := range list {
			if strings.Contains(folded, entry) {
				u[use{meaning, entry}] = true
			}
		}
	}
}

// header notes what the fields of a header use.
func (u uses) header(h headers.Header) {
	u.list(fromLists, lex.FoldLower(h.Get("From")))
	u.list(mailerLists, lex.FoldLower(h.Get("X-Mailer")))
}

// message notes what the subject, the text and the fields of a message use.
func (u uses) message(t *testing.T, data []byte) {
	r, err := ndr.Parse(bytes.NewReader(data), nil)
	if err != nil {
		t.Fatal(err)
	}
	h := headerOf(data)
	u.header(h)
	subject := mime.DecodeHeader(h.Get("Subject"))
	u.subject(subject)
	u.text([]string{subject})
	for _, text := range []string{r.Text, string(data)} {
		lines := strings.Split(text, "\n")
		u.text(lines)
		for _, line := range lines {
			u.line(line)
		}
	}
}

// text notes the phrases in lines, which are joined as the reader joins them.
func (u uses) text(lines []string) {
	var folded []byte
	for _, line := range lines {
		folded = lex.AppendFolded(append(folded, ' '), line)
	}
	u.list(textLists, string(folded))
	for _, set := range []*lex.PhraseSet{wording.AllFormats.Words.PhraseSet, wording.SaidPhrases, wording.HostPhrases, wording.TailPhrases, wording.ReasonWords, wording.TalkPhrases, wording.HostSentences, wording.ListWords, wording.WayPhrases} {
		fold := lex.AppendFolded
		if set == wording.AllFormats.Words.PhraseSet {
			fold = lex.AppendPlain
		}
		var text []byte
		for _, line := range lines {
			if n := len(text); n > 0 && text[n-1] != ' ' {
				text = append(text, ' ')
			}
			text = fold(text, line)
		}
		for _, i := range set.All(string(text)) {
			for meaning, s := range phraseMeanings {
				if s == set {
					u[use{meaning, set.List[i]}] = true
				}
			}
		}
	}
}

// line notes what a line uses as a whole.
func (u uses) line(line string) {
	line = strings.TrimRight(line, "\r")
	if label, _ := wording.ReadLabel(line); label != wording.NoLabel {
		name := lex.FoldLower(strings.Trim(line[:strings.IndexAny(line, ":：\t")], " \t*-=#>[].()【】「」<•·|\u00a0"))
		for _, name := range []string{name, strings.ReplaceAll(name, "-", " ")} {
			if l := wording.LabelNamed(name); l != wording.NoLabel {
				u[use{"label", name}] = true
			}
		}
	}
	for phrase := range wording.Originals.Leading(lex.FoldLower(strings.Trim(line, " -=*#_>.:|+~"))) {
		u[use{"returned message", phrase}] = true
	}
	if host, rest := lex.LeadingHost(line); host != "" {
		for _, verb := range wording.HostVerbs {
			if strings.HasPrefix(strings.TrimLeft(rest, " :]"), verb) {
				u[use{"verb of a host", verb}] = true
			}
		}
	}
	for words := range wording.AliasWords.Leading(strings.TrimLeft(line, "( ")) {
		u[use{"before an alias", words}] = true
	}
	if m, ok := lex.NextAddress(line, 0); ok {
		before := lex.FoldLower(strings.TrimRight(line[:m.Start], " <\"'(="))
		for _, words := range wording.Senders {
			for _, word := range words {
				if lex.EndsInWord(before, []string{word}) && wording.EndsInSender(before) {
					u[use{"sender word", word}] = true
				}
			}
		}
	}
}

// subject notes what a subject uses.
func (u uses) subject(subject string) {
	subject = lex.FoldLower(subject)
	u.list(subjectLists, subject)
	for _, mark := range wording.ForwardMarks {
		if strings.HasPrefix(subject, mark) {
			u[use{"forwarded", mark}] = true
		}
	}
}

// TestEntriesUsed checks that each entry of data is used by a message of
// testdata, or by a sentence of the file of the same name in testdata here, and
// that each of those sentences is needed.
func TestEntriesUsed(t *testing.T) {
	u := uses{}
	for _, message := range messages(t) {
		u.message(t, message)
	}
	for _, file := range []string{"outcomes.txt", "labels.txt", "replies.txt", "subjects.txt", "separators.txt", "challenges.txt", "senders.txt"} {
		groups, err := data.Groups(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sentences(t, file) {
			if !u.sentence(s, file, groups) {
				t.Errorf("ndr/internal/wording/testdata/%s: %q is not needed: a message of /testdata or a line above uses all its entries of %q; remove it", file, s.text, s.meaning)
			}
		}
		for _, g := range groups {
			for _, entry := range g.Entries {
				if !u[useOf(file, g.Meaning, entry)] {
					t.Errorf("data/%s: no message of /testdata and no line of ndr/internal/wording/testdata/%s uses %q (%s, %s)", file, file, entry, g.Meaning, g.Language)
				}
			}
		}
	}
}

// TestFormatsUsed checks that each phrase and condition of data/formats.txt is
// met by a message of testdata, or by a line of testdata/formats.txt here.
func TestFormatsUsed(t *testing.T) {
	u := uses{}
	var all []headers.Header
	for _, message := range messages(t) {
		u.message(t, message)
		all = append(all, headerOf(message))
	}
	for _, s := range sentences(t, "formats.txt") {
		u.text([]string{s.text})
		all = append(all, headers.ParseHeader(s.text))
	}
	formats, err := data.Formats()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range formats {
		for _, phrase := range slices.Concat(f.Opening, f.Failed, f.Server) {
			if !u[use{"failed", phrase}] {
				t.Errorf("%s: no message or line holds %q", f.Name, phrase)
			}
		}
		for _, condition := range f.Header {
			if !slices.ContainsFunc(all, func(h headers.Header) bool { return meets(&h, condition) }) {
				t.Errorf("%s: no message or line meets %q", f.Name, condition)
			}
		}
	}
}

// meets reports whether a header has a field "Name: part of the value".
func meets(h *headers.Header, condition string) bool {
	name, part, _ := strings.Cut(condition, ":")
	for field := range h.Fields() {
		if strings.EqualFold(field.Name(), name) && strings.Contains(lex.FoldLower(field.Value()), strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// headerOf returns the header of a message.
func headerOf(message []byte) headers.Header {
	header, _, _ := bytes.Cut(bytes.ReplaceAll(message, []byte("\r"), nil), []byte("\n\n"))
	return headers.ParseHeader(string(header))
}

// sentence notes the entries of its meaning that a sentence uses, and reports
// whether nothing used one of them before.
func (u uses) sentence(s sentence, file string, groups []data.Group) (needed bool) {
	own := uses{}
	switch file {
	case "subjects.txt":
		own.subject(s.text)
	case "senders.txt":
		own.header(headers.ParseHeader(s.text))
	default:
		own.text([]string{s.text})
		own.line(s.text)
	}
	for _, g := range groups {
		for _, entry := range g.Entries {
			if key := useOf(file, g.Meaning, entry); g.Meaning == s.meaning && own[key] {
				needed = needed || !u[key]
				u[key] = true
			}
		}
	}
	return needed
}

// useOf returns the use of an entry of a file.
func useOf(file, meaning, entry string) use {
	if file == "labels.txt" {
		return use{"label", entry}
	}
	if file == "outcomes.txt" && meaning == "sender" {
		return use{"sender word", entry}
	}
	if file == "subjects.txt" && meaning == "challenge" {
		return use{"challenge subject", entry}
	}
	return use{meaning, entry}
}

// TestRows checks what the rows of testdata/labels.txt are read as.
func TestRows(t *testing.T) {
	for _, s := range sentences(t, "labels.txt") {
		if label, value := wording.ReadLabel(s.text); label != labelMeanings[s.meaning] || label == wording.NoLabel || value == "" {
			t.Errorf("%q is label %d with value %q, want %q", s.text, label, value, s.meaning)
		}
	}
}

// messages returns the messages of the folders of testdata.
func messages(t *testing.T) (all [][]byte) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", "..", "..", "testdata"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".eml") {
			return err
		}
		message, err := os.ReadFile(path)
		all = append(all, message)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no messages")
	}
	return all
}

// A sentence is a line of a file of testdata, under the heading of its meaning.
type sentence struct{ meaning, text string }

func sentences(t *testing.T, file string) (all []sentence) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	meaning := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']' && !strings.Contains(line, ":"):
			meaning = strings.Trim(line, "[]")
		default:
			all = append(all, sentence{meaning, line})
		}
	}
	return all
}
