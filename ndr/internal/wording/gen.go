//go:build ignore

// This program compiles the files of data into tables.go: constant data, in the
// form in which it is used, so that nothing is built when a program starts.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"log"
	"os"
	"slices"
	"strings"

	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording/data"
)

// A table is the entries of all headings of one meaning.
type table struct{ file, meaning, name, doc string }

// sets are searched for in a text, lists are compared one by one.
var (
	sets = []table{
		{"replies.txt", "before a reply", "SaidPhrases", "stand before what a mail system answered."},
		{"replies.txt", "before a host", "HostPhrases", "stand before the name of the host that refused or could not be\n// reached, the surest first."},
		{"replies.txt", "behind a reply", "TailPhrases", "end a reply: what follows is the reporting system's own again."},
		{"replies.txt", "heading of a reason", "ReasonWords", "are in the heading of a reason."},
		{"replies.txt", "start of a session", "TalkPhrases", "introduce the host that a session is with, whatever its name is."},
		{"replies.txt", "sentence about a host", "HostSentences", "begin the sentence ahead of a session that names the host and\n// no more."},
		{"replies.txt", "way of the message", "WayPhrases", "begin a paragraph that tells when a message came, and from where."},
		{"replies.txt", "before an alias", "AliasWords", "introduce the address that a recipient was made from."},
		{"outcomes.txt", "list of recipients", "ListWords", "are what a sentence holds that introduces a list of recipients."},
		{"subjects.txt", "responder", "ResponderSubjects", "stand in the subject of answers by responders."},
		{"subjects.txt", "automatic reply", "AutoReplies", "in a subject tell an answer by a person's responder."},
		{"separators.txt", "returned message", "Originals", "announce the returned message on a line of their own."},
		{"challenges.txt", "digest", "DigestPhrases", "tell the list of what a filter holds back for its reader."},
	}
	lists = []table{
		{"replies.txt", "verb of a host", "HostVerbs", "stand behind a host that does not take a message."},
		{"subjects.txt", "forwarded", "ForwardMarks", "begin the subject of a message that was forwarded by hand."},
		{"subjects.txt", "help desk", "HelpDeskSubjects", "stand in the subject by which a help desk says that it got a\n// message."},
		{"subjects.txt", "address changed", "MovedSubjects", "stand in the subject of what a responder answers to mail to an old\n// address."},
		{"subjects.txt", "away", "AwaySubjects", "stand in the subject of what responders answer, and of other mail."},
		{"subjects.txt", "challenge", "ChallengeSubjects", "stand in the subject of challenges."},
		{"challenges.txt", "challenge", "ChallengePhrases", "stand in the text of challenges."},
		{"challenges.txt", "message waits", "WaitingPhrases", "say that a message was not delivered so far."},
		{"challenges.txt", "follow a link", "LinkPhrases", "ask to follow a link."},
		{"senders.txt", "address of a mail system", "MachineSenders", "are parts of the local part of an address that a mail system sends\n// reports from."},
		{"senders.txt", "address of a daemon", "Daemons", "are those of MachineSenders that no person has."},
		{"senders.txt", "name of a mail system", "MachineNames", "are parts of the name that a mail system gives itself."},
		{"senders.txt", "list manager", "ListManagers", "are what the From field of list managers holds."},
		{"senders.txt", "filter", "FilterNames", "are what the From field of filters holds that ask senders to confirm."},
		{"senders.txt", "mailer of a responder", "ResponderMailers", "are what the X-Mailer field of responders holds."},
	}
)

// senses are the meanings that a Lexicon holds, with the name of their Sense.
var senses = []struct{ file, meaning, sense string }{
	{"outcomes.txt", "failed", "SaysFailed"}, {"outcomes.txt", "delayed", "SaysDelayed"}, {"outcomes.txt", "final", "SaysFinal"},
	{"outcomes.txt", "delivered", "SaysDelivered"}, {"outcomes.txt", "later", "SaysLater"}, {"outcomes.txt", "contact", "SaysContact"},
	{"outcomes.txt", "reporting host", "SaysServer"}, {"outcomes.txt", "self-introduction", "IntroducesServer"}, {"outcomes.txt", "greeting", "GreetsAsServer"},
	{"outcomes.txt", "behind the reporting host", "FollowsServer"}, {"outcomes.txt", "reporting program", "NamesProgram"},
	{"replies.txt", "start of a session", "HintsSession"}, {"replies.txt", "sentence about a host", "HintsSession"},
	{"challenges.txt", "digest", "SaysDigest"}, {"challenges.txt", "columns of messages", "SaysColumns"}, {"challenges.txt", "challenge", "SaysChallenge"},
}

// labels are the meanings of labels.txt, with the name of their Label.
var labels = [][2]string{
	{"recipient", "LabelRecipient"}, {"to", "LabelTo"}, {"original recipient", "LabelOriginal"}, {"sender", "LabelSender"},
	{"reason", "LabelReason"}, {"diagnostic", "LabelDiagnostic"}, {"remote host", "LabelRemote"}, {"reporting host", "LabelServer"},
	{"status", "LabelStatus"}, {"action", "LabelAction"}, {"last attempt", "LabelLastAttempt"},
}

func main() {
	log.SetFlags(0)
	var out bytes.Buffer
	fmt.Fprint(&out, "// Code generated by go run gen.go from data; DO NOT EDIT.\n\npackage wording\n\nimport \"example.com/ndr/ndr/internal/lex\"\n\n")
	for _, t := range sets {
		fmt.Fprintf(&out, "// %s %s\nvar %s = %s\n\n", t.name, t.doc, t.name, phraseSet(entries(t.file, t.meaning)))
	}
	for _, t := range lists {
		fmt.Fprintf(&out, "// %s %s\nvar %s = %s\n\n", t.name, t.doc, t.name, stringList(entries(t.file, t.meaning)))
	}
	writeSenders(&out)
	writeLabels(&out)
	writeFormats(&out)
	if err := os.WriteFile("tables.go", must(format.Source(out.Bytes())), 0o666); err != nil {
		log.Fatal(err)
	}
}

// must returns v, and ends the program where there is an error.
func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}

// entries returns what stands in a file under the headings of a meaning.
func entries(file, meaning string) (all []string) {
	for _, g := range must(data.Groups(file)) {
		if g.Meaning == meaning {
			all = append(all, g.Entries...)
		}
	}
	if len(all) == 0 {
		log.Fatalf("%s: nothing stands under %q", file, meaning)
	}
	return all
}

// writeSenders writes the words that stand before a sender, by their last byte.
func writeSenders(out *bytes.Buffer) {
	var byLast [256][]string
	for _, word := range entries("outcomes.txt", "sender") {
		last := word[len(word)-1]
		byLast[last] = append(byLast[last], word)
	}
	fmt.Fprint(out, "// Senders stand right before the address of a sender.\nvar Senders = Endings{\n")
	for last, words := range byLast {
		if words != nil {
			fmt.Fprintf(out, "%#x: {%s},\n", last, quoted(words, ", "))
		}
	}
	fmt.Fprint(out, "}\n\n")
}

// writeLabels writes the names of labels as cases: the compiler makes the best
// search of them.
func writeLabels(out *bytes.Buffer) {
	fmt.Fprint(out, "// LabelNamed returns the label of a folded name, NoLabel for any other.\nfunc LabelNamed(name string) Label {\n\tswitch name {\n")
	for _, l := range labels {
		fmt.Fprintf(out, "case %s:\nreturn %s\n", quoted(entries("labels.txt", l[0]), ",\n"), l[1])
	}
	fmt.Fprint(out, "}\nreturn NoLabel\n}\n\n")
}

func writeFormats(out *bytes.Buffer) {
	formats := must(data.Formats())
	fmt.Fprint(out, "// Formats are the mail systems whose reports are told apart, the special\n// before the general.\nvar Formats = []Format{\n")
	for _, f := range formats {
		fmt.Fprintf(out, "{Name: %q, List: %t, FromHost: %t, conditions: %#x},\n", f.Name, f.List, f.FromHost, 1<<len(f.Header)-1)
	}
	fmt.Fprint(out, "}\n\nvar lexicon = Lexicon{\n")
	writeLexicon(out, formats)
	fmt.Fprint(out, "}\n\n")
	writeFieldSigns(out, formats)
}

func writeLexicon(out *bytes.Buffer, formats []data.Format) {
	var list, told []string
	add := func(sense, format string, phrases []string) {
		list = append(list, phrases...)
		for range phrases {
			told = append(told, "{"+sense+", "+format+"}")
		}
	}
	for _, s := range senses {
		add(s.sense, "AnyFormat", entries(s.file, s.meaning))
	}
	for i, f := range formats {
		index := fmt.Sprint(i)
		add("SaysFormat", index, f.Opening)
		add("SaysFailed", index, f.Failed)
		add("SaysServer", index, f.Server)
	}
	fmt.Fprintf(out, "PhraseSet: %s,\nEntries: []LexiconEntry{\n%s},\n", phraseSet(list), wrapped(told))
}

// writeFieldSigns writes what fields tell formats: those that need to be there, and
// the parts of others.
func writeFieldSigns(out *bytes.Buffer, formats []data.Format) {
	var fields, parts, signs []string
	seen := map[string]bool{}
	for i, f := range formats {
		for bit, condition := range f.Header {
			name, part, _ := strings.Cut(strings.ToLower(condition), ":")
			sign := fmt.Sprintf("{%q, %d, %d}", name, i, 1<<bit)
			if part = strings.TrimSpace(part); part == "" {
				fields = append(fields, sign)
				continue
			}
			if !seen[name] {
				fields = append(fields, fmt.Sprintf("{%q, %d, 0}", name, i))
			}
			seen[name], parts, signs = true, append(parts, part), append(signs, sign)
		}
	}
	fmt.Fprintf(out, "// fieldSigns are the fields that tell formats: one that needs to be there, or, with\n"+
		"// no bit, the first format that a part of its value tells.\n"+
		"var fieldSigns = []sign{\n%s}\n\n", wrapped(fields))
	fmt.Fprintf(out, "// fieldParts are the parts of values, and partSigns what they tell.\nvar (\nfieldParts = %s\n"+
		"partSigns = []sign{\n%s}\n)\n", phraseSet(parts), wrapped(signs))
}

// phraseSet returns a set as a Go expression.
func phraseSet(list []string) string {
	set := lex.NewPhraseSet(list...)
	var links []string
	for _, l := range set.Links {
		links = append(links, fmt.Sprintf("{Next: %d, Size: %d, Last: %#x}", l.Next, l.Size, l.Last))
	}
	return fmt.Sprintf("&lex.PhraseSet{\nList: %s,\nBegins: [1 << 16 / 64]uint64{\n%s},\nShort: [1 << 12]uint16{\n%s},\nLong: [1 << 12]uint16{\n%s},\nLinks: []lex.PhraseLink{\n%s},\n}",
		stringList(list), filled(set.Begins[:]), filled(set.Short[:]), filled(set.Long[:]), wrapped(links))
}

// filled returns the elements that are not 0, with their keys.
func filled[T uint16 | uint64](all []T) string {
	var list []string
	for i, n := range all {
		if n != 0 {
			list = append(list, fmt.Sprintf("%d: %#x", i, n))
		}
	}
	return wrapped(list)
}

func stringList(list []string) string {
	return "[]string{\n" + quoted(list, ",\n") + ",\n}"
}

// quoted joins string literals.
func quoted(list []string, separator string) string {
	var all []string
	for _, s := range list {
		all = append(all, fmt.Sprintf("%q", s))
	}
	return strings.Join(all, separator)
}

// wrapped returns the elements of a composite literal, four a line.
func wrapped(elements []string) string {
	var b strings.Builder
	for line := range slices.Chunk(elements, 4) {
		b.WriteString(strings.Join(line, ", ") + ",\n")
	}
	return b.String()
}
