package ndr

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/mime"
)

// A golden message of testdata/text, as far as the reader of texts sees it.
type goldenText struct {
	name, format string
	header       *headers.Header
	lines        []string
	want         []string
}

// goldenTexts reads the messages of testdata/text that are a report and name a
// recipient.
func goldenTexts(t *testing.T) []goldenText {
	t.Helper()
	names, err := filepath.Glob("../testdata/text/*.eml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	var list []goldenText
	for _, name := range names {
		want, ok := goldenRecipients(t, strings.TrimSuffix(name, ".eml")+".json")
		if !ok {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		report, err := Parse(f, nil)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		f, _ = os.Open(name)
		limits := (*Options)(nil).withDefaults()
		msg, _ := mime.Read(f, limits.mime())
		f.Close()
		list = append(list, goldenText{filepath.Base(name), report.Format, &msg.Parts[0].Header, textLines(report.Text), want})
	}
	return list
}

func goldenRecipients(t *testing.T, name string) ([]string, bool) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var golden struct {
		Recipients []struct{ Address string }
	}
	if err := json.Unmarshal(data, &golden); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var want []string
	for _, r := range golden.Recipients {
		want = append(want, r.Address)
	}
	slices.Sort(want)
	return want, len(want) > 0
}

// leaveOneOutFloor is the share of messages of which the general mechanism
// must read the recipients when the entry of their format is taken away.
const leaveOneOutFloor = 0.90

// TestLeaveOneOut measures what the general mechanism reads on its own: each
// message is read without any entry of its own format. Run it with -v for the
// figure and the misses.
func TestLeaveOneOut(t *testing.T) {
	right, total := 0, 0
	for _, g := range goldenTexts(t) {
		if g.format == "" || strings.HasPrefix(g.format, "exchange") {
			continue
		}
		table := newFormatTable(slices.DeleteFunc(slices.Clone(formats), func(f format) bool { return f.name == g.format }))
		d := readText(newPage(table, newLetterhead(g.header), g.lines))
		got := summaries(d.recipients, 1)
		slices.Sort(got)
		total++
		if d.kind != Other && slices.Equal(got, g.want) {
			right++
			continue
		}
		t.Logf("%s without %s: kind %v, recipients %v, want %v", g.name, g.format, d.kind, got, g.want)
	}
	share := float64(right) / float64(total)
	t.Logf("%d of %d messages (%.1f %%) read without the entry of their format", right, total, 100*share)
	if share < leaveOneOutFloor {
		t.Errorf("share %.3f is below %.2f", share, leaveOneOutFloor)
	}
}

// TestFormatsSigned checks that each entry can match something, and that it is
// written as entries are.
func TestFormatsSigned(t *testing.T) {
	for _, f := range formats {
		if f.name == "" || len(f.opening) == 0 && len(f.header) == 0 {
			t.Errorf("%+v: no name or no sign", f)
		}
		for _, list := range [][]string{f.opening, f.failed, f.server} {
			checkPhrases(t, f.name, list)
		}
		for _, condition := range f.header {
			part, ok := "", false
			if _, part, ok = strings.Cut(condition, ": "); !ok {
				ok = strings.HasSuffix(condition, ":")
			}
			if !ok || strings.TrimSpace(part) != foldLower(part) || part != "" && len(part) < minPhrase {
				t.Errorf("%s: condition %q", f.name, condition)
			}
		}
	}
}

func TestPhrasesFolded(t *testing.T) {
	for name, list := range map[string][]string{
		"failure": failurePhrases, "delay": delayPhrases, "final": finalPhrases, "success": successPhrases, "contact": contactPhrases, "sender": senderWords,
		"auto-reply": autoReplyPhrases, "original": originalPhrases, "reason": reasonWords.list, "server": serverPhrases, "said": saidPhrases.list,
		"host": hostPhrases.list, "tail": tailPhrases.list, "alias": aliasWords, "forward": forwardMarks,
	} {
		checkPhrases(t, name, list)
	}
	for name := range labels {
		checkPhrases(t, "label", []string{name})
	}
}

// checkPhrases checks that phrases are as folded text is, so that they can be
// found, and that none stands twice.
func checkPhrases(t *testing.T, name string, list []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, phrase := range list {
		if strings.TrimSpace(phrase) != foldLower(phrase) || len(phrase) > maxPhrase || phrase == "" {
			t.Errorf("%s: phrase %q is not folded, or too long", name, phrase)
		}
		if seen[phrase] {
			t.Errorf("%s: phrase %q stands twice", name, phrase)
		}
		seen[phrase] = true
	}
}

func TestRecognise(t *testing.T) {
	const header = "From: Mail Delivery System <Mailer-Daemon@mail.example.org>\nX-Failed-Recipients: a@one.example\n"
	for opening, want := range map[string]string{
		"hi. this is the qmail-send program at mail.example.org.": "qmail",
		"this is the mail system at host mail.example.org.":       "postfix",
		"a message that you sent":                                 "exim",
	} {
		if got := pageOf(t, header, opening).formatName(); got != want {
			t.Errorf("format of %q is %q, want %s", opening, got, want)
		}
	}
	if got := pageOf(t, "From: a@one.example\n", "hello").formatName(); got != "" {
		t.Errorf("ordinary mail is %s", got)
	}
}

// TestFormatsAreListed keeps the list of the README complete.
func TestFormatsAreListed(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range formats {
		if f.name != "exchange" && !strings.Contains(string(readme), "`"+f.name+"`") {
			t.Errorf("README.md does not name %s", f.name)
		}
	}
}

// TestFormatsHaveSamples checks that each format is the one expected of some
// message of testdata.
func TestFormatsHaveSamples(t *testing.T) {
	sampled := goldenFormats(t)
	for _, f := range formats {
		if !sampled[f.name] {
			t.Errorf("no message of testdata has the format %s", f.name)
		}
	}
}

// goldenFormats returns the formats that the expected results name.
func goldenFormats(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for _, path := range goldenMessages(t) {
		data, err := os.ReadFile(strings.TrimSuffix(path, ".eml") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var golden struct{ Format string }
		if err := json.Unmarshal(data, &golden); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		found[golden.Format] = true
	}
	return found
}
