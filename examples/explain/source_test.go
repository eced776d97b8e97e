package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// packed returns what gzip makes of s.
func packed(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestStandardInput(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("alice@example.com"))
	a := filepath.Join(folder, "a.eml")
	out, _, exit := explain(t, bounceOf("bob@example.com"), "-json", a, "-", a)
	if got := addresses(t, out); exit != 0 || !slices.Equal(got, []string{"alice", "bob", "alice"}) {
		t.Errorf("exit %d, %v", exit, got)
	}
	out, errs, exit := explain(t, bounceOf("bob@example.com"), "-json", "-", "-")
	if got := addresses(t, out); exit != 1 || !slices.Equal(got, []string{"bob"}) || !strings.Contains(errs, "-: standard input was read already") {
		t.Errorf("twice: exit %d, %v, %q", exit, got, errs)
	}
	if out, errs, exit := explain(t, ""); exit != 1 || out != "" || !strings.Contains(errs, "no message") {
		t.Errorf("nothing: exit %d, %q, %q", exit, out, errs)
	}
}

func TestMbox(t *testing.T) {
	two := mboxLine + bounceOf("alice@example.com") + "\n" + mboxLine + bounceOf("bob@example.com")
	quoted := mboxLine + "Subject: x\n\nA line:\n\nFrom here on it is text.\n\n" + mboxLine + bounceOf("bob@example.com")
	prose := mboxLine + bounceOf("alice@example.com") + "\nFrom now on we meet at 10:30 every day in 2024\n\n" + mboxLine + bounceOf("bob@example.com")
	tests := []struct {
		name, content string
		want          []string // what follows the path in the name of each message
	}{
		{"two messages", two, []string{":1", ":2"}},
		{"one message", mboxLine + bounceOf("alice@example.com"), []string{""}},
		{"CRLF", strings.ReplaceAll(two, "\n", "\r\n"), []string{":1", ":2"}},
		{"a text line that begins with From", quoted, []string{":1", ":2"}},
		{"a text line with a time", prose, []string{":1", ":2"}},
		{"a zone in the From line", strings.ReplaceAll(two, "10:00:00 2024", "10:00:00 +0100 2024"), []string{":1", ":2"}},
		{"no blank line before From", mboxLine + "Subject: x\n\ntext\n" + mboxLine + "more\n", []string{""}},
		{"a time that is no From line", mboxLine + "Subject: x\n\nAt Tue Mar  5 10:00:00 2024 it rained.\n", []string{""}},
		{"a From line within a long line", mboxLine + "Subject: x\n\n" + strings.Repeat("x", 64<<10) + mboxLine, []string{""}},
		{"From without a day", mboxLine + "Subject: x\n\nFrom me to you: the Mar issue is out at 10:30\n", []string{""}},
		{"From without a month", mboxLine + "Subject: x\n\nFrom me to you: we meet on Tue at 10:30\n", []string{""}},
		{"From without a time", mboxLine + "Subject: x\n\nFrom me to you: we meet on Tue 5 Mar 2024\n", []string{""}},
		{"From and much more", mboxLine + "Subject: x\n\nFrom now on, Tue 5 Mar 2024 10:30, we meet" + strings.Repeat(" and meet", 20) + "\n", []string{""}},
		{"gzip", packed(t, two), []string{":1", ":2"}},
	}
	for _, tt := range tests {
		path := filepath.Join(write(t, "box", tt.content), "box")
		out, errs, exit := explain(t, "", "-json", path)
		var got []string
		for _, l := range decode[line](t, out) {
			got = append(got, strings.TrimPrefix(l.File, path))
		}
		if exit != 0 || errs != "" || !slices.Equal(got, tt.want) {
			t.Errorf("%s: exit %d, %q, got %q, want %q", tt.name, exit, errs, got, tt.want)
		}
		out, _, _ = explain(t, tt.content, "-json")
		if n := len(decode[line](t, out)); n != len(tt.want) {
			t.Errorf("%s on standard input: got %d messages", tt.name, n)
		}
	}
	out, _, _ := explain(t, two, "-json")
	if got := addresses(t, out); !slices.Equal(got, []string{"alice", "bob"}) {
		t.Errorf("got %v", got)
	}
	path := filepath.Join(write(t, "one.eml", two), "one.eml")
	if out, _, _ := explain(t, "", "-json", path); strings.Count(out, "\n") != 1 {
		t.Errorf("a file called .eml: got %q", out)
	}
}

// TestMboxLimit explains the beginning of a message that is too long, and says
// so.
func TestMboxLimit(t *testing.T) {
	long := mboxLine + bounceOf("alice@example.com") + strings.Repeat(strings.Repeat("x", 1<<16-1)+"\n", maxMboxMessage>>16+50)
	out, errs, exit := explain(t, long+"\n"+mboxLine+bounceOf("bob@example.com"), "-json")
	if got := addresses(t, out); exit != 1 || !slices.Equal(got, []string{"alice", "bob"}) || errs != "explain: -:1: cut after 32 MiB\n" {
		t.Errorf("exit %d, %v, %q", exit, got, errs)
	}
}

func TestGzip(t *testing.T) {
	folder := write(t, "a.eml.gz", packed(t, bounceOf("alice@example.com")), "b", packed(t, bounceOf("bob@example.com")),
		"labels.jsonl.gz", packed(t, "{}"), "torn.eml.gz", packed(t, bounceOf("torn@example.com"))[:300], "bad.eml.gz", "\x1f\x8bno more")
	out, errs, exit := explain(t, "", "-json", folder)
	if got := addresses(t, out); exit != 1 || !slices.Equal(got[:2], []string{"alice", "bob"}) {
		t.Errorf("exit %d, %v", exit, got)
	}
	for _, name := range []string{"torn.eml.gz: ", "bad.eml.gz: "} {
		if strings.Count(errs, name) != 1 {
			t.Errorf("nothing, or too much, of %s in %q", name, errs)
		}
	}
	out, _, exit = explain(t, packed(t, "550 5.1.1 no such user\n452 4.2.2 mailbox full\n"), "-responses", "-json")
	if exit != 0 || strings.Count(out, "\n") != 2 {
		t.Errorf("replies: exit %d, %q", exit, out)
	}
}

func TestMaildir(t *testing.T) {
	folder := write(t,
		"cur/1:2,S", bounceOf("cur@example.com"), "new/2", bounceOf("new@example.com"), "tmp/3", bounceOf("tmp@example.com"),
		".git/x", bounceOf("git@example.com"))
	out, _, exit := explain(t, "", "-json", folder)
	if got := addresses(t, out); exit != 0 || !slices.Equal(got, []string{"cur", "new"}) {
		t.Errorf("exit %d, got %v, want cur and new", exit, got)
	}
	out, _, _ = explain(t, "", "-json", filepath.Join(folder, "tmp"))
	if got := addresses(t, out); !slices.Equal(got, []string{"tmp"}) {
		t.Errorf("tmp by its name: got %v", got)
	}
	// A folder called tmp that belongs to no Maildir is a folder.
	folder = write(t, "tmp/3", bounceOf("tmp@example.com"))
	out, _, _ = explain(t, "", "-json", folder)
	if got := addresses(t, out); !slices.Equal(got, []string{"tmp"}) {
		t.Errorf("got %v, want tmp", got)
	}
}

// TestMaildirNames has names that elsewhere are no messages, and files that are
// none.
func TestMaildirNames(t *testing.T) {
	folder := write(t, "new/1.M1.mail.example.md", bounceOf("a@example.com"), "cur/.2.M1,S", bounceOf("b@example.com"), "dovecot-uidlist", "3 V1 N1\n")
	out, _, _ := explain(t, "", "-json", folder)
	if got := addresses(t, out); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("got %q", got)
	}
}

// TestFolderNames names the files of a folder as the user would.
func TestFolderNames(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("a@example.com"), "sub/b.eml", bounceOf("b@example.com"))
	t.Chdir(folder)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(folder, link); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string][]string{
		".":         {"a.eml", "sub/b.eml"},
		"./sub":     {"sub/b.eml"},
		"sub/":      {"sub/b.eml"},
		"sub/b.eml": {"sub/b.eml"},
		"./a.eml":   {"./a.eml"},
		folder:      {folder + "/a.eml", folder + "/sub/b.eml"},
		link:        {link + "/a.eml", link + "/sub/b.eml"},
	} {
		out, errs, exit := explain(t, "", "-json", path)
		var got []string
		for _, l := range decode[line](t, out) {
			got = append(got, filepath.ToSlash(l.File))
		}
		if exit != 0 || errs != "" || !slices.Equal(got, want) {
			t.Errorf("%s: exit %d, %q, got %q, want %q", path, exit, errs, got, want)
		}
	}
}

func TestEmptyFolder(t *testing.T) {
	folder := write(t, "README.md", "no message\n", "a/.hidden", "none either\n")
	_, errs, exit := explain(t, "", folder)
	if exit != 1 || errs != "explain: "+folder+": no message in this folder\n" {
		t.Errorf("exit %d, %q", exit, errs)
	}
}

// TestBadPath explains the rest.
func TestBadPath(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("alice@example.com"), "empty.eml", "", "z.eml", bounceOf("zoe@example.com"))
	missing := filepath.Join(folder, "missing.eml")
	out, errs, exit := explain(t, "", "-json", filepath.Join(folder, "a.eml"), missing, filepath.Join(folder, "z.eml"))
	if got := addresses(t, out); exit != 1 || !slices.Equal(got, []string{"alice", "zoe"}) {
		t.Errorf("exit %d, got %v", exit, got)
	}
	if n := strings.Count(out, "\n"); n != 2 {
		t.Errorf("%d lines for two messages", n)
	}
	if errs != "explain: "+missing+": no such file or directory\n" {
		t.Errorf("got %q", errs)
	}
	// A code is none.
	for path, want := range map[string]bool{"5.1.1": true, "550": true, "550 5.1.1": true, "": false, "550.eml": false, "550 5.1.1 no.eml": false, "mail": false} {
		if _, errs, exit := explain(t, "", path); exit != 1 || strings.Contains(errs, "use explain -advice CODE") != want {
			t.Errorf("%q: exit %d, %q", path, exit, errs)
		}
	}
	// A file that holds no message is one too.
	out, errs, exit = explain(t, "", "-json", folder)
	if got := addresses(t, out); exit != 1 || !slices.Equal(got, []string{"alice", "zoe"}) || !strings.Contains(errs, "empty.eml: ndr: no message") {
		t.Errorf("exit %d, got %v, %q", exit, got, errs)
	}
}

// TestOrder prints the messages of a folder by name, and the messages of
// several paths in the order of the paths, however many are read at once.
func TestOrder(t *testing.T) {
	var files, want []string
	for i := range 150 {
		name := fmt.Sprintf("r%03d", i)
		size := strings.Repeat("x", (i*7919)%5000)
		files = append(files, name+".eml", bounceOf(name+"@example.com")+size)
		want = append(want, name)
	}
	folder := write(t, files...)
	out, _, _ := explain(t, "", "-json", folder)
	if got := addresses(t, out); !slices.Equal(got, want) {
		t.Errorf("folder: got %v", got)
	}
	out, _, _ = explain(t, "", "-json", filepath.Join(folder, "r090.eml"), filepath.Join(folder, "r010.eml"), filepath.Join(folder, "r050.eml"))
	if got := addresses(t, out); !slices.Equal(got, []string{"r090", "r010", "r050"}) {
		t.Errorf("paths: got %v", got)
	}
}

// TestLines keeps the beginning of a line that is too long.
func TestLines(t *testing.T) {
	long := "550 5.1.1 no such user " + strings.Repeat("x", maxLine)
	out, _, exit := explain(t, long+"\n\r\n  \n452 4.2.2 mailbox full", "-responses", "-json")
	rows := decode[map[string]any](t, out)
	if exit != 0 || len(rows) != 2 || len(rows[0]["response"].(string)) != maxLine || rows[1]["reply"] != 452.0 {
		t.Errorf("exit %d, %d rows", exit, len(rows))
	}
	if _, errs, exit := explain(t, "\n\n", "-responses"); exit != 1 || errs != "explain: -: no reply in it\n" {
		t.Errorf("no line: exit %d, %q", exit, errs)
	}
}

// TestBeside passes what stands beside messages: data, and links to nowhere.
func TestBeside(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("a@example.com"), "cur/labels.jsonl", "{}", "log.csv", "550 5.1.1 no such user\n", "notes.MD", "x", "labels.tsv.gz", "x")
	if err := os.Symlink(filepath.Join(folder, "gone"), filepath.Join(folder, "link")); err != nil {
		t.Fatal(err)
	}
	out, errs, exit := explain(t, "", "-json", folder)
	if exit != 0 || errs != "" || strings.Count(out, "\n") != 1 {
		t.Errorf("exit %d, %q, %q", exit, errs, out)
	}
	if err := os.Remove(filepath.Join(folder, "a.eml")); err != nil {
		t.Fatal(err)
	}
	out, errs, exit = explain(t, "", "-responses", "-json", folder)
	if exit != 0 || errs != "" || strings.Count(out, "\n") != 1 {
		t.Errorf("-responses: exit %d, %q, %q", exit, errs, out)
	}
}
