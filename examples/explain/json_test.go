package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

func TestJSON(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("alice@example.com"))
	path := filepath.Join(folder, "a.eml")
	out, _, exit := explain(t, "", "-json", path)
	name, _ := json.Marshal(path)
	if exit != 0 || !strings.HasPrefix(out, `{"file":`+string(name)+`,"kind":"failure"`) || strings.Count(out, "\n") != 1 {
		t.Errorf("exit %d, got %q", exit, out)
	}
	if l := decode[line](t, out)[0]; l.Recipients[0].Address != "alice@example.com" || l.Recipients[0].Reason != "user-unknown" {
		t.Errorf("got %+v", l)
	}
	out, _, _ = explain(t, bounceOf("alice@example.com"), "-json")
	if l := decode[line](t, out)[0]; l.File != "-" || l.Kind != "failure" {
		t.Errorf("standard input: got %+v", l)
	}
}

// verdictKeys are the keys of the verdict on a reply and on a recipient alike.
var verdictKeys = []string{"response", "reply", "status", "reason", "permanent", "owner", "scope", "suppress", "withheld", "evidence", "stage", "remote_server"}

// TestAdviceJSON has the verdict and the advice of each recipient, in the
// language that was asked for.
func TestAdviceJSON(t *testing.T) {
	titles := make(map[string]bool)
	for _, lang := range []string{"en", "it", "sv"} {
		out, _, _ := explain(t, bounceOf("alice@example.com"), "-json", "-lang", lang)
		recipient := decode[struct{ Recipients []map[string]any }](t, out)[0].Recipients[0]
		for _, key := range verdictKeys {
			if recipient[key] == nil {
				t.Errorf("no %s in %v", key, recipient)
			}
		}
		advice, _ := recipient["advice"].(map[string]any)
		for _, key := range []string{"title", "meaning", "causes", "fixes", "link"} {
			if advice[key] == nil {
				t.Errorf("no %s in %v", key, advice)
			}
		}
		titles[advice["title"].(string)] = true
	}
	if len(titles) != 3 {
		t.Errorf("got %v", titles)
	}
	out, _, _ := explain(t, strings.Replace(bounceOf("a@example.com"), "Action: failed", "Action: delivered", 1), "-json")
	if strings.Contains(out, `"advice"`) {
		t.Errorf("advice on a delivery: %s", out)
	}
}

// TestQuotedJSON gives a quoted report the same form.
func TestQuotedJSON(t *testing.T) {
	letter, err := os.ReadFile("testdata/letter.eml")
	if err != nil {
		t.Fatal(err)
	}
	out, _, _ := explain(t, string(letter), "-json")
	row := decode[struct {
		Recipients []any
		Quoted     struct {
			Recipients []struct {
				Address string
				Advice  map[string]any
			}
		}
	}](t, out)[0]
	if row.Recipients == nil || len(row.Recipients) != 0 || len(row.Quoted.Recipients) != 1 || row.Quoted.Recipients[0].Address != "bob@example.net" || row.Quoted.Recipients[0].Advice["title"] == "" {
		t.Errorf("got %+v in %s", row, out)
	}
	if strings.Count(out, `"file"`) != 1 {
		t.Errorf("a file of its own: %s", out)
	}
}

// TestRowsKeepReport wants in a row whatever the report itself marshals to.
func TestRowsKeepReport(t *testing.T) {
	f, err := readMessage("a", strings.NewReader(bounceOf("alice@example.com")))
	if err != nil {
		t.Fatal(err)
	}
	fields := func(v any) (m map[string]json.RawMessage) {
		data, err := json.Marshal(v)
		if err == nil {
			err = json.Unmarshal(data, &m)
		}
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	row := fields(f.rows(&page{lang: language.English})[0])
	for key, want := range fields(f.(message).report) {
		if got := row[key]; key != "recipients" && string(got) != string(want) {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
}
