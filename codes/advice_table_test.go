package codes

import (
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
)

func TestAdviceTable(t *testing.T) {
	table, err := loadAdvice(adviceFiles)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.entries) < 100 {
		t.Fatalf("only %d entries", len(table.entries))
	}
	for name, e := range table.entries {
		if e.owner == OwnerUnknown && name != "reason unknown" {
			t.Errorf("[%s] has no owner", name)
		}
		if e.scope == ScopeUnknown && e.reason != Unknown {
			t.Errorf("[%s] has no scope", name)
		}
		checkLink(t, name, e.link)
		for i, tag := range adviceLanguages {
			checkText(t, "["+name+"] in "+tag.String(), &e.texts[i], &e.texts[0])
			if i > 0 && e.texts[i].meaning == e.texts[0].meaning {
				t.Errorf("[%s] is not translated to %v", name, tag)
			}
		}
	}
	for r, e := range table.general {
		if e == nil {
			t.Errorf("no general advice on %v", Reason(r))
		}
	}
}

// Of several entries with one code exactly one is the common one.
func TestAdviceTableCommon(t *testing.T) {
	for st, rows := range adviceData().codes {
		common := 0
		for _, m := range rows {
			if m.entry.common {
				common++
			}
		}
		if common > 1 || len(rows) > 1 && common == 0 || len(rows) == 1 && common == 1 {
			t.Errorf("%v has %d entries, %d of them common", st, len(rows), common)
		}
	}
}

// checkText fails where a text lacks something that the English one has.
func checkText(t *testing.T, what string, text, english *adviceText) {
	t.Helper()
	if text.title == "" || text.meaning == "" || len(text.causes) == 0 || len(text.fixes) == 0 {
		t.Errorf("%s: no title, meaning, cause or fix", what)
	}
	if len(text.causes) != len(english.causes) || len(text.fixes) != len(english.fixes) {
		t.Errorf("%s: %d causes and %d fixes, in English %d and %d",
			what, len(text.causes), len(text.fixes), len(english.causes), len(english.fixes))
	}
	if strings.HasSuffix(text.title, ".") || len(text.title) > 100 {
		t.Errorf("%s: %q is no title", what, text.title)
	}
	for _, s := range append(append([]string{text.meaning}, text.causes...), text.fixes...) {
		if !strings.HasSuffix(s, ".") || strings.Contains(s, "  ") || len(s) > 300 {
			t.Errorf("%s: %q is no sentence, or too long", what, s)
		}
	}
}

// checkLink fails for a link that does not lead to a document of its publisher.
func checkLink(t *testing.T, name, link string) {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" {
		t.Errorf("[%s] link %q", name, link)
		return
	}
	switch u.Host {
	case "learn.microsoft.com", "docs.aws.amazon.com":
	case "www.rfc-editor.org":
		if !strings.HasPrefix(u.Path, "/rfc/rfc") {
			t.Errorf("[%s] link %q is no RFC", name, link)
		}
	default:
		t.Errorf("[%s] link %q to a host that is not known", name, link)
	}
}

func TestLoadAdviceErrors(t *testing.T) {
	const facts = "# one\n[a]\ncode: 5.1.1\nreason: user-unknown\nlink: https://example.com/\n"
	const text = "[a]\ntitle: T\nmeaning: M.\ncause: C.\nfix: F.\n"
	for _, tt := range []struct {
		name        string
		facts, text string // "" for the good ones
		err         string // "" for none
	}{
		{"good", "", "", ""},
		{"crlf", strings.ReplaceAll(facts, "\n", "\r\n"), "", ""},
		{"name twice", facts + "[a]\n", "", "advice.txt:6: second [a]"},
		{"before a name", "code: 5.1.1\n" + facts, "", `advice.txt:1: "code: 5.1.1" stands before`},
		{"no colon", facts + "code 5.1.1\n", "", "advice.txt:6:"},
		{"no value", facts + "code:\n", "", "advice.txt:6:"},
		{"unknown key", facts + "colour: red\n", "", `advice.txt:6: unknown key "colour"`},
		{"bad code", facts + "code: 5.1\n", "", "advice.txt:6: codes: not an enhanced status code"},
		{"bad range", facts + "code: 5.7.606-605\n", "", "advice.txt:6:"},
		{"range too far", facts + "code: 5.7.606-1000\n", "", "advice.txt:6:"},
		{"range of words", facts + "code: 5.7.606-many\n", "", "advice.txt:6:"},
		{"bad reason", "[a]\nreason: bad-luck\n", "", "advice.txt:2: codes: unknown name"},
		{"two reasons", facts + "reason: expired\n", "", "advice.txt:6: reason stands twice"},
		{"owner first", "[a]\nowner: sender\nreason: expired\n", "", "advice.txt:3: reason stands"},
		{"bad general", "[a]\ngeneral: bad-luck\n", "", "advice.txt:2:"},
		{"general twice", facts + "[b]\ngeneral: expired\n[c]\ngeneral: expired\n", "", "advice.txt:9: second general"},
		{"uncommon", facts + "common: no\n", "", "advice.txt:6: common"},
		{"bad owner", facts + "owner: me\n", "", "advice.txt:6:"},
		{"bad scope", facts + "scope: world\n", "", "advice.txt:6:"},
		{"auth twice", facts + "auth: spf/policy\nauth: spf/policy\n", "", "advice.txt:7: second advice"},
		{"phrase in upper case", facts + "phrase: Mailbox Full\n", "", "advice.txt:6:"},
		{"text of nothing", "", "[b]\ntitle: T\n", "advice.en.txt:1: [b] is not in advice.txt"},
		{"unknown text", "", "[a]\nhint: H\n", `advice.en.txt:2: unknown key "hint"`},
		{"two titles", "", text + "title: T\n", "advice.en.txt:6: second title"},
		{"two meanings", "", text + "meaning: M.\n", "advice.en.txt:6: second meaning"},
	} {
		fsys := fstest.MapFS{
			"data/advice.txt":    {Data: []byte(orElse(tt.facts, facts))},
			"data/advice.en.txt": {Data: []byte(orElse(tt.text, text))},
			"data/advice.it.txt": {Data: []byte(text)},
			"data/advice.sv.txt": {Data: []byte(text)},
		}
		table, err := loadAdvice(fsys)
		if table == nil {
			t.Fatalf("%s: no table", tt.name)
		}
		switch {
		case tt.err == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.err)
		}
	}
	if _, err := loadAdvice(fstest.MapFS{}); err == nil {
		t.Error("no error where the files are missing")
	}
}

// A table that could not be read whole still answers.
func TestAdviceOfBrokenTable(t *testing.T) {
	table, err := loadAdvice(fstest.MapFS{"data/advice.txt": {Data: []byte("[a]\ncode: 5.1.1\nnonsense\n")}})
	if err == nil {
		t.Fatal("no error")
	}
	m := table.find(MustParseStatus("5.1.1"), "", Unknown)
	if a := m.advice(nil); a.Code != "5.1.1" || a.Title != "" {
		t.Errorf("got %+v", a)
	}
	if a := (adviceMatch{entry: table.general[Unknown]}).advice(nil); a.Title != "" {
		t.Errorf("got %+v", a)
	}
}
