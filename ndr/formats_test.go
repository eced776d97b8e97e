package ndr

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/wording"
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
const leaveOneOutFloor = 0.95

// TestLeaveOneOut measures what the general mechanism reads on its own: each
// message is read without any entry of its own format. Run it with -v for the
// figure and the misses.
func TestLeaveOneOut(t *testing.T) {
	right, total := 0, 0
	for _, g := range goldenTexts(t) {
		if g.format == "" || strings.HasPrefix(g.format, "exchange") {
			continue
		}
		d := freeform.Read(freeform.NewView(wording.AllFormats.Without(g.format), author.ReadHeader(g.header), g.lines))
		var got []string
		for _, r := range d.Recipients {
			got = append(got, r.Address)
		}
		slices.Sort(got)
		total++
		if d.Kind != found.Other && slices.Equal(got, g.want) {
			right++
			continue
		}
		t.Logf("%s without %s: kind %v, recipients %v, want %v", g.name, g.format, d.Kind, got, g.want)
	}
	share := float64(right) / float64(total)
	t.Logf("%d of %d messages (%.1f %%) read without the entry of their format", right, total, 100*share)
	if share < leaveOneOutFloor {
		t.Errorf("share %.3f is below %.2f", share, leaveOneOutFloor)
	}
}

// TestFormatsAreListed keeps the list of the README complete.
func TestFormatsAreListed(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range wording.Formats {
		if f.Name != "exchange" && !strings.Contains(string(readme), "`"+f.Name+"`") {
			t.Errorf("README.md does not name %s", f.Name)
		}
	}
}

// TestFormatsHaveSamples checks that each format is the one expected of some
// message of testdata.
func TestFormatsHaveSamples(t *testing.T) {
	sampled := goldenFormats(t)
	for _, f := range wording.Formats {
		if !sampled[f.Name] {
			t.Errorf("no message of testdata has the format %s", f.Name)
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
