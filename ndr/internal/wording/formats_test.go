package wording

import (
	"net/mail"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording/data"
)

// formatsOf reads data/formats.txt.
func formatsOf(t *testing.T) []data.Format {
	t.Helper()
	formats, err := data.Formats()
	if err != nil {
		t.Fatal(err)
	}
	if len(formats) != len(Formats) {
		t.Fatalf("%d formats are compiled, %d stand in data/formats.txt: run go generate ./ndr/internal/wording", len(Formats), len(formats))
	}
	return formats
}

// TestFormats compares the compiled formats with the file.
func TestFormats(t *testing.T) {
	for i, f := range formatsOf(t) {
		if Formats[i].Name != f.Name || Formats[i].List != f.List || Formats[i].FromHost != f.FromHost {
			t.Errorf("format %d is %v, the file has %v", i, Formats[i], f)
		}
		if len(f.Opening) == 0 && len(f.Header) == 0 {
			t.Errorf("%s has neither opening nor header", f.Name)
		}
	}
}

// TestRecogniseHeader compares Recognise with a slow and simple twin on headers
// that meet the conditions of each format, or all of them but one.
func TestRecogniseHeader(t *testing.T) {
	formats := formatsOf(t)
	for _, f := range formats {
		for left := range len(f.Header) + 1 {
			var lines []string
			for i, condition := range f.Header {
				if i != left {
					lines = append(lines, condition+" and more")
				}
			}
			message := strings.Join(lines, "\r\n") + "\r\n\r\n"
			h := headers.ParseHeader(message)
			want := AnyFormat
			if m, err := mail.ReadMessage(strings.NewReader(message)); err == nil {
				want = slices.IndexFunc(formats, func(f data.Format) bool { return meets(m.Header, f.Header) })
			}
			if got := AllFormats.Recognise(&h, AnyFormat); got != want {
				t.Errorf("%q is format %d, want %d", message, got, want)
			}
		}
	}
}

// meets reports whether a header meets all conditions. There is at least one.
func meets(h mail.Header, conditions []string) bool {
	for _, condition := range conditions {
		name, part, _ := strings.Cut(strings.ToLower(condition), ":")
		part = strings.TrimSpace(part)
		met := false
		for field, values := range h {
			met = met || strings.EqualFold(field, name) && slices.ContainsFunc(values, func(v string) bool { return strings.Contains(strings.ToLower(v), part) })
		}
		if !met {
			return false
		}
	}
	return len(conditions) > 0
}

// TestWithout takes each format away: neither its words nor its header tell it.
func TestWithout(t *testing.T) {
	for i, f := range formatsOf(t) {
		without := AllFormats.Without(f.Name)
		for _, opening := range f.Opening {
			if without.Words.Senses(opening, i)&SaysFormat != 0 || AllFormats.Words.Senses(opening, i)&SaysFormat == 0 {
				t.Errorf("%q still tells %s", opening, f.Name)
			}
		}
		if without.Formats[i].conditions != 0 {
			t.Errorf("the header still tells %s", f.Name)
		}
	}
}

// TestLexicon compares the compiled lexicon with the files.
func TestLexicon(t *testing.T) {
	type entry struct {
		phrase string
		LexiconEntry
	}
	var want []entry
	add := func(phrases []string, sense Sense, format int) {
		for _, phrase := range phrases {
			want = append(want, entry{phrase, LexiconEntry{sense, format}})
		}
	}
	for _, s := range []struct {
		file, meaning string
		sense         Sense
	}{
		{"outcomes.txt", "failed", SaysFailed}, {"outcomes.txt", "delayed", SaysDelayed}, {"outcomes.txt", "final", SaysFinal},
		{"outcomes.txt", "delivered", SaysDelivered}, {"outcomes.txt", "later", SaysLater}, {"outcomes.txt", "contact", SaysContact},
		{"outcomes.txt", "reporting host", SaysServer}, {"outcomes.txt", "self-introduction", IntroducesServer}, {"outcomes.txt", "greeting", GreetsAsServer},
		{"outcomes.txt", "behind the reporting host", FollowsServer}, {"outcomes.txt", "reporting program", NamesProgram},
		{"replies.txt", "start of a session", HintsSession}, {"replies.txt", "sentence about a host", HintsSession},
		{"challenges.txt", "digest", SaysDigest}, {"challenges.txt", "columns of messages", SaysColumns}, {"challenges.txt", "challenge", SaysChallenge},
	} {
		add(entriesOf(t, s.file, s.meaning), s.sense, AnyFormat)
	}
	for i, f := range formatsOf(t) {
		add(f.Opening, SaysFormat, i)
		add(f.Failed, SaysFailed, i)
		add(f.Server, SaysServer, i)
	}
	if len(want) != len(lexicon.Entries) || len(want) != len(lexicon.List) {
		t.Fatalf("%d phrases are compiled, %d stand in the files: run go generate", len(lexicon.Entries), len(want))
	}
	for i, e := range want {
		if got := (entry{lexicon.List[i], lexicon.Entries[i]}); got != e {
			t.Errorf("phrase %d is %v, want %v", i, got, e)
		}
	}
	sameSet(t, "lexicon", lexicon.PhraseSet, lex.NewPhraseSet(lexicon.List...))
}

func TestSenses(t *testing.T) {
	const notes = "failure reasons"
	format := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == "notes" })
	ezmlm := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == "ezmlm" })
	for _, c := range []struct {
		text   string
		end    int
		format int
		want   Sense
	}{
		{"it could not be delivered", 99, AnyFormat, SaysFailed},
		{"it could not be delivered", 3, AnyFormat, 0},
		{"it could not be delivered", 4, AnyFormat, SaysFailed},
		{"not yet been delivered, please contact", 99, AnyFormat, SaysDelayed | SaysContact},
		{"the " + notes, 99, AnyFormat, 0},
		{"the " + notes, 99, format, SaysFailed},
		{"the " + notes, 99, format + 1, 0},
		{"this is the ezmlm program", 99, ezmlm, SaysFormat},
		{"", 99, 0, 0},
	} {
		if got := lexicon.SensesBefore(c.text, c.end, c.format); got&^(HintsServer|SaysServer) != c.want {
			t.Errorf("%q before %d for format %d: %b, want %b", c.text, c.end, c.format, got, c.want)
		}
	}
	if lexicon.Senses("hi. this is the qmail-send program at", AnyFormat)&HintsServer == 0 {
		t.Error("the program of qmail hints at no host")
	}
}
