package wording

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording/data"
)

// entriesOf reads what stands in a file of data under the headings of a meaning.
func entriesOf(t *testing.T, file, meaning string) (all []string) {
	t.Helper()
	groups, err := data.Groups(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range groups {
		if g.Meaning == meaning {
			all = append(all, g.Entries...)
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s has nothing under %q", file, meaning)
	}
	return all
}

// sameSet checks that a compiled set is the one that is built from the phrases.
func sameSet(t *testing.T, name string, got, want *lex.PhraseSet) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s is not what its phrases make: run go generate", name)
	}
}

func TestSets(t *testing.T) {
	for _, c := range []struct {
		file, meaning string
		set           *lex.PhraseSet
	}{
		{"replies.txt", "before a reply", SaidPhrases},
		{"replies.txt", "before a host", HostPhrases},
		{"replies.txt", "behind a reply", TailPhrases},
		{"replies.txt", "heading of a reason", ReasonWords},
		{"replies.txt", "start of a session", TalkPhrases},
		{"replies.txt", "sentence about a host", HostSentences},
		{"replies.txt", "before an alias", AliasWords},
		{"outcomes.txt", "list of recipients", ListWords},
		{"subjects.txt", "responder", ResponderSubjects},
		{"subjects.txt", "automatic reply", AutoReplies},
		{"separators.txt", "returned message", Originals},
		{"challenges.txt", "digest", DigestPhrases},
	} {
		sameSet(t, c.meaning, c.set, lex.NewPhraseSet(entriesOf(t, c.file, c.meaning)...))
	}
	sameSet(t, "parts of fields", fieldParts, lex.NewPhraseSet(fieldParts.List...))
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		file, meaning string
		list          []string
	}{
		{"replies.txt", "verb of a host", HostVerbs},
		{"subjects.txt", "forwarded", ForwardMarks},
		{"subjects.txt", "help desk", HelpDeskSubjects},
		{"subjects.txt", "address changed", MovedSubjects},
		{"subjects.txt", "away", AwaySubjects},
		{"subjects.txt", "challenge", ChallengeSubjects},
		{"challenges.txt", "challenge", ChallengePhrases},
		{"challenges.txt", "message waits", WaitingPhrases},
		{"challenges.txt", "follow a link", LinkPhrases},
		{"senders.txt", "address of a mail system", MachineSenders},
		{"senders.txt", "address of a daemon", Daemons},
		{"senders.txt", "name of a mail system", MachineNames},
		{"senders.txt", "list manager", ListManagers},
		{"senders.txt", "filter", FilterNames},
		{"senders.txt", "mailer of a responder", ResponderMailers},
	} {
		if !slices.Equal(c.list, entriesOf(t, c.file, c.meaning)) {
			t.Errorf("%s: other entries are compiled than stand in the file: run go generate", c.meaning)
		}
	}
}

// TestLabels looks up each name of the file, and names that are like them.
func TestLabels(t *testing.T) {
	labels := map[string]Label{}
	for meaning, label := range map[string]Label{
		"recipient": LabelRecipient, "to": LabelTo, "original recipient": LabelOriginal, "sender": LabelSender, "reason": LabelReason,
		"diagnostic": LabelDiagnostic, "remote host": LabelRemote, "reporting host": LabelServer, "status": LabelStatus, "action": LabelAction, "last attempt": LabelLastAttempt,
	} {
		for _, name := range entriesOf(t, "labels.txt", meaning) {
			if labels[name] != NoLabel {
				t.Errorf("%q has two meanings", name)
			}
			labels[name] = label
		}
	}
	for name := range labels {
		for _, like := range []string{name, name + "s", name[:len(name)-1], name[1:], strings.ToUpper(name)} {
			if got := LabelNamed(like); got != labels[like] {
				t.Errorf("%q is label %d, want %d", like, got, labels[like])
			}
		}
	}
}

func TestReadLabel(t *testing.T) {
	for _, c := range []struct {
		line  string
		label Label
		value string
	}{
		{"Recipient: a@b.example", LabelRecipient, "a@b.example"},
		{"Final-Recipient: rfc822; a@b.example", LabelRecipient, "rfc822; a@b.example"},
		{"  * Diagnostic-Code\tsmtp; 550 no", LabelDiagnostic, "smtp; 550 no"},
		{"Destinatario(s): a@b.example", LabelRecipient, "a@b.example"},
		{"Empfänger / recipient: a@b.example", LabelRecipient, "a@b.example"},
		{"收件人：a@b.example", LabelRecipient, "a@b.example"},
		{"宛 先: a@b.example", LabelRecipient, "a@b.example"},
		{"Réponse : 550 non", LabelDiagnostic, "550 non"},
		{"Failed-Recipient: a@b.example", LabelRecipient, "a@b.example"},
		{"收件人：a@b.example: c", LabelRecipient, "a@b.example: c"},
		{"收件人: a@b.example：c", LabelRecipient, "a@b.example：c"},
		{"收件人（全部）：a@b.example", LabelRecipient, "a@b.example"},
		{"Recipient:\t| a@b.example", LabelRecipient, "a@b.example"},
		{"Recipient (of the message that could not be delivered): a@b.example", NoLabel, ""},
		{"Favourite colour: red", NoLabel, "red"},
		{": a@b.example", NoLabel, ""},
		{"no row", NoLabel, ""},
	} {
		if label, value := ReadLabel(c.line); label != c.label || value != c.value {
			t.Errorf("ReadLabel(%q) = %d, %q, want %d, %q", c.line, label, value, c.label, c.value)
		}
	}
}

func TestIsRow(t *testing.T) {
	for line, want := range map[string]bool{
		"Queue ID: 4VdrA0":                      true,
		"Name of the queue: 4VdrA0":             false, // four words
		"Nachrichtenwarteschlangenname: 4VdrA0": false, // a long name
		"queue: 4VdrA0":                         false, // no capital
		": 4VdrA0":                              false,
		"Queue 4VdrA0":                          false,
		"":                                      false,
	} {
		if got := IsRow(line); got != want {
			t.Errorf("IsRow(%q) = %t", line, got)
		}
	}
}

// TestSenders compares the compiled endings with a slow and simple twin.
func TestSenders(t *testing.T) {
	words := entriesOf(t, "outcomes.txt", "sender")
	for _, word := range words {
		for _, text := range []string{word, "message " + word, "x" + word, word + "x", word[1:]} {
			if got, want := Senders.EndIn(text), lex.EndsInWord(text, words); got != want {
				t.Errorf("%q ends in a sender's word: %t, want %t", text, got, want)
			}
		}
	}
	if Senders.EndIn("") || !EndsInSender("a message from <") || !EndsInSender("from=<") {
		t.Error("EndsInSender")
	}
}
