package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// bounceOf returns a bounce of an address.
func bounceOf(address string) string {
	return "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: sender@example.org\n" +
		"Subject: Undelivered Mail Returned to Sender\n" +
		"Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n" +
		"--b\n\nYour message could not be delivered.\n" +
		"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n" +
		"Original-Recipient: rfc822; first@example.com\nFinal-Recipient: rfc822; " + address + "\nAction: failed\nStatus: 5.1.1\n" +
		"Remote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n" +
		"--b\nContent-Type: text/rfc822-headers\n\n" +
		"Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org; dkim=none\n" +
		"From: sender@example.org\nSubject: Minutes\nMessage-ID: <7@example.org>\n\n--b--\n"
}

const fromLine = "From MAILER-DAEMON Tue Mar  5 10:00:00 2024\n"

// explain runs the command and returns what it printed.
func explain(t *testing.T, stdin string, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	var out, errs bytes.Buffer
	exit = run(args, strings.NewReader(stdin), &out, &errs)
	return out.String(), errs.String(), exit
}

// write puts files into a new folder: names and contents by turns.
func write(t *testing.T, files ...string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(folder, filepath.FromSlash(files[i]))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// line is what the tests look at in a line of -json.
type line struct {
	File       string
	Kind       string
	Recipients []struct{ Address, Reason string }
}

// lines decodes the output of -json.
func lines(t *testing.T, out string) (all []line) {
	t.Helper()
	for s := range strings.Lines(out) {
		var l line
		if err := json.Unmarshal([]byte(s), &l); err != nil {
			t.Fatalf("%v in %q", err, s)
		}
		all = append(all, l)
	}
	return all
}

// addresses returns the recipients that -json printed, in order.
func addresses(t *testing.T, out string) (all []string) {
	for _, l := range lines(t, out) {
		for _, r := range l.Recipients {
			all = append(all, strings.TrimSuffix(r.Address, "@example.com"))
		}
	}
	return all
}

func TestText(t *testing.T) {
	tests := []struct {
		lang string
		want []string
	}{
		{"en", []string{"delivery failed, reported by mx.example.net", "alice@example.com: failed (first sent to first@example.com)",
			"mx.example.com: 550 5.1.1 no such user", "user-unknown, permanent", "the sender", "stop mailing it", "Minutes  <7@example.org>", "spf=fail example.org"}},
		{"it", []string{"recapito non riuscito, secondo mx.example.net", "alice@example.com: non riuscito", "definitivo", "il mittente", "non scrivere più"}},
		{"sv", []string{"leveransen misslyckades, enligt mx.example.net", "alice@example.com: misslyckades", "permanent", "avsändaren", "sluta skicka dit"}},
		{"it-CH", []string{"recapito non riuscito"}},
		{"de", []string{"delivery failed"}},
	}
	seen := make(map[string]bool)
	for _, tt := range tests {
		out, errs, exit := explain(t, bounceOf("alice@example.com"), "-lang", tt.lang)
		if exit != 0 || errs != "" {
			t.Errorf("%s: exit %d, %q", tt.lang, exit, errs)
		}
		for _, want := range tt.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is not in\n%s", tt.lang, want, out)
			}
		}
		seen[out] = true
	}
	if len(seen) != 3 {
		t.Errorf("got %d languages, want 3", len(seen))
	}
}

// TestLabels wants every word in every language.
func TestLabels(t *testing.T) {
	for i, w := range labels {
		for name, words := range map[string]map[string]string{"kinds": w.kinds, "actions": w.actions, "owners": w.owners} {
			english := map[string]map[string]string{"kinds": labels[0].kinds, "actions": labels[0].actions, "owners": labels[0].owners}[name]
			if len(words) != len(english) {
				t.Errorf("%v: %d %s, want %d", languages[i], len(words), name, len(english))
			}
			for key := range english {
				if words[key] == "" {
					t.Errorf("%v: no word for %s %q", languages[i], name, key)
				}
			}
		}
		for _, label := range []string{w.kind, w.message, w.recipient, w.said, w.reason, w.owner, w.address, w.meaning, w.cause, w.fix, w.link, w.auth, w.defect} {
			if n := len([]rune(label)); n == 0 || n > labelWidth {
				t.Errorf("%v: the label %q has %d letters", languages[i], label, n)
			}
		}
	}
}

func TestTextOfOthers(t *testing.T) {
	tests := []struct{ name, message, want string }{
		{"ordinary mail", "Subject: Lunch\n\nSee you at noon.\n", "no report"},
		{"automatic reply", "Subject: Re: Lunch\nAuto-Submitted: auto-replied\n\nI am away.\n", "automatic reply"},
		{"delay", strings.NewReplacer("Action: failed", "Action: delayed", "5.1.1", "4.4.1", "550", "450").Replace(bounceOf("a@example.com")), "may be mailed again"},
		{"damage", strings.Replace(bounceOf("a@example.com"), "Subject:", "no field\nSubject:", 1), "line 3: header-line: no field"},
	}
	for _, tt := range tests {
		if out, _, exit := explain(t, tt.message); exit != 0 || !strings.Contains(out, tt.want) {
			t.Errorf("%s: exit %d, %q is not in\n%s", tt.name, exit, tt.want, out)
		}
	}
}

// TestTextSafe prints nothing that drives a terminal.
func TestTextSafe(t *testing.T) {
	hostile := strings.NewReplacer("no such user", "no \x1b[31m\x9b user\x07", "Minutes", "=?utf-8?q?=1B]0;x=07?=").Replace(bounceOf("a@example.com"))
	out, _, _ := explain(t, hostile)
	replies, _, _ := explain(t, "550 5.1.1 no \x1b[31m user\x07\n", "-responses")
	if i := strings.IndexAny(out+replies, "\x1b\x07\u009b"); i >= 0 {
		t.Errorf("a control character in %q", out+replies)
	}
}

func TestJSON(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("alice@example.com"))
	path := filepath.Join(folder, "a.eml")
	out, _, exit := explain(t, "", "-json", path)
	name, _ := json.Marshal(path)
	if exit != 0 || !strings.HasPrefix(out, `{"file":`+string(name)+`,"kind":"failure"`) || strings.Count(out, "\n") != 1 {
		t.Errorf("exit %d, got %q", exit, out)
	}
	if l := lines(t, out)[0]; l.Recipients[0].Address != "alice@example.com" || l.Recipients[0].Reason != "user-unknown" {
		t.Errorf("got %+v", l)
	}
	out, _, _ = explain(t, bounceOf("alice@example.com"), "-json")
	if l := lines(t, out)[0]; l.File != "-" || l.Kind != "failure" {
		t.Errorf("standard input: got %+v", l)
	}
}

func TestMbox(t *testing.T) {
	two := fromLine + bounceOf("alice@example.com") + "\n" + fromLine + bounceOf("bob@example.com")
	quoted := fromLine + "Subject: x\n\nA line:\n\nFrom here on it is text.\n\n" + fromLine + bounceOf("bob@example.com")
	tests := []struct {
		name, content string
		want          []string // what follows the path in the name of each message
	}{
		{"two messages", two, []string{":1", ":2"}},
		{"one message", fromLine + bounceOf("alice@example.com"), []string{""}},
		{"CRLF", strings.ReplaceAll(two, "\n", "\r\n"), []string{":1", ":2"}},
		{"a text line that begins with From", quoted, []string{":1", ":2"}},
		{"a zone in the From line", strings.ReplaceAll(two, "10:00:00 2024", "10:00:00 +0100 2024"), []string{":1", ":2"}},
		{"no blank line before From", fromLine + "Subject: x\n\ntext\n" + fromLine + "more\n", []string{""}},
	}
	for _, tt := range tests {
		path := filepath.Join(write(t, "box", tt.content), "box")
		out, errs, exit := explain(t, "", "-json", path)
		var got []string
		for _, l := range lines(t, out) {
			got = append(got, strings.TrimPrefix(l.File, path))
		}
		if exit != 0 || errs != "" || !slices.Equal(got, tt.want) {
			t.Errorf("%s: exit %d, %q, got %q, want %q", tt.name, exit, errs, got, tt.want)
		}
		out, _, _ = explain(t, tt.content, "-json")
		if n := len(lines(t, out)); n != len(tt.want) {
			t.Errorf("%s on standard input: got %d messages", tt.name, n)
		}
	}
	out, _, _ := explain(t, two, "-json")
	if got := addresses(t, out); !slices.Equal(got, []string{"alice", "bob"}) {
		t.Errorf("got %v", got)
	}
}

func TestMaildir(t *testing.T) {
	folder := write(t,
		"cur/1:2,S", bounceOf("cur@example.com"), "new/2", bounceOf("new@example.com"), "tmp/3", bounceOf("tmp@example.com"),
		".git/x", "no message\n")
	out, _, exit := explain(t, "", "-json", folder)
	if got := addresses(t, out); exit != 0 || !slices.Equal(got, []string{"cur", "new"}) {
		t.Errorf("exit %d, got %v, want cur and new", exit, got)
	}
	// A folder called tmp that belongs to no Maildir is a folder.
	folder = write(t, "tmp/3", bounceOf("tmp@example.com"))
	out, _, _ = explain(t, "", "-json", folder)
	if got := addresses(t, out); !slices.Equal(got, []string{"tmp"}) {
		t.Errorf("got %v, want tmp", got)
	}
}

// TestOrder prints the messages of a folder by name, and those of several paths
// in the order of the paths, however many are read at once.
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

func TestBadPath(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("alice@example.com"), "empty.eml", "", "z.eml", bounceOf("zoe@example.com"))
	missing := filepath.Join(folder, "missing.eml")
	out, errs, exit := explain(t, "", "-json", filepath.Join(folder, "a.eml"), missing, filepath.Join(folder, "z.eml"))
	if got := addresses(t, out); exit != 1 || !slices.Equal(got, []string{"alice", "zoe"}) {
		t.Errorf("exit %d, got %v", exit, got)
	}
	if !strings.Contains(errs, "explain: "+missing) || strings.Count(errs, "\n") != 1 {
		t.Errorf("got %q", errs)
	}
	// A file that holds no message is one too.
	out, errs, exit = explain(t, "", "-json", folder)
	if got := addresses(t, out); exit != 1 || !slices.Equal(got, []string{"alice", "zoe"}) || !strings.Contains(errs, "empty.eml") {
		t.Errorf("exit %d, got %v, %q", exit, got, errs)
	}
	if out, errs, exit := explain(t, ""); exit != 1 || out != "" || !strings.Contains(errs, "no message") {
		t.Errorf("nothing on standard input: exit %d, %q, %q", exit, out, errs)
	}
}

// TestReadError tells of a standard input that breaks.
func TestReadError(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, args := range [][]string{nil, {"-responses"}} {
		var out, errs bytes.Buffer
		if exit := run(args, iotest.ErrReader(broken), &out, &errs); exit != 1 || !strings.Contains(errs.String(), broken.Error()) {
			t.Errorf("%v: exit %d, %q", args, exit, errs.String())
		}
	}
}

// brokenWriter is a full disk.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteError(t *testing.T) {
	var errs bytes.Buffer
	if exit := run([]string{"-json"}, strings.NewReader(bounceOf("a@example.com")), brokenWriter{}, &errs); exit != 1 || !strings.Contains(errs.String(), "no space left") {
		t.Errorf("exit %d, %q", exit, errs.String())
	}
}

func TestSummary(t *testing.T) {
	box := fromLine + bounceOf("alice@example.com") + "\n" + fromLine + bounceOf("bob@example.com") + "\n" + fromLine + "Subject: Lunch\n\nSee you.\n"
	out, _, exit := explain(t, box, "-summary")
	var got []string
	for s := range strings.Lines(out) {
		got = append(got, strings.Join(strings.Fields(s), " "))
	}
	want := []string{"kind failure 2", "kind other 1", "reason user-unknown 2", "owner sender 2"}
	if exit != 0 || !slices.Equal(got, want) {
		t.Errorf("exit %d, got %q, want %q", exit, got, want)
	}
}

func TestResponses(t *testing.T) {
	const replies = "550 5.1.1 no such user\n\n452 4.2.2 mailbox full\r\n"
	out, _, exit := explain(t, replies, "-responses")
	for _, want := range []string{"550 5.1.1 no such user", "user-unknown, permanent", "452 4.2.2 mailbox full", "mailbox-full, temporary", "the sender"} {
		if exit != 0 || !strings.Contains(out, want) {
			t.Errorf("exit %d, %q is not in\n%s", exit, want, out)
		}
	}

	out, _, exit = explain(t, replies, "-responses", "-json")
	var got []string
	for s := range strings.Lines(out) {
		var v map[string]any
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"response", "reply", "status", "reason", "permanent", "owner", "scope", "suppress", "title", "causes", "fixes", "link"} {
			if v[key] == nil {
				t.Errorf("no %s in %s", key, s)
			}
		}
		got = append(got, fmt.Sprint(v["response"], v["reply"], v["status"], v["reason"], v["permanent"], v["suppress"]))
	}
	want := []string{fmt.Sprint("550 5.1.1 no such user", 550, "5.1.1", "user-unknown", true, true),
		fmt.Sprint("452 4.2.2 mailbox full", 452, "4.2.2", "mailbox-full", false, false)}
	if exit != 0 || !slices.Equal(got, want) {
		t.Errorf("exit %d, got %q, want %q", exit, got, want)
	}

	path := filepath.Join(write(t, "log.txt", "550 5.1.1 no such user"), "log.txt")
	if out, _, _ := explain(t, "", "-responses", "-json", path); !strings.HasPrefix(out, `{"response":"550 5.1.1 no such user"`) {
		t.Errorf("a file without a last line end: got %q", out)
	}
	if out, _, _ := explain(t, "xyzzy\n", "-responses", "-json"); strings.Contains(out, "null") {
		t.Errorf("a reply that says nothing: got %q", out)
	}
	if out, _, _ := explain(t, replies, "-responses", "-lang", "sv"); !strings.Contains(out, "sluta skicka dit") {
		t.Errorf("Swedish: got\n%s", out)
	}
}

func TestFlags(t *testing.T) {
	tests := []struct {
		args []string
		exit int
		want string // on standard error
	}{
		{[]string{"-h"}, 0, "-responses"},
		{[]string{"-unknown"}, 2, "not defined"},
		{[]string{"-lang", "!"}, 2, "-lang"},
	}
	for _, tt := range tests {
		if _, errs, exit := explain(t, "", tt.args...); exit != tt.exit || !strings.Contains(errs, tt.want) {
			t.Errorf("%v: exit %d, %q", tt.args, exit, errs)
		}
	}
}

// TestProgress counts on a terminal alone, not more often than it can be read,
// and leaves nothing behind.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := progress{w: &out}
	for range 300 {
		p.step()
	}
	p.clear()
	if got := out.String(); got != "\r100 read\r\x1b[K" {
		t.Errorf("got %q", got)
	}
	if p := newProgress(&out); p.w != nil {
		t.Error("a buffer is taken for a terminal")
	}
}

func TestLinkedFolder(t *testing.T) {
	folder := write(t, "mail/a.eml", bounceOf("a@example.com"))
	link := filepath.Join(folder, "link")
	if err := os.Symlink(filepath.Join(folder, "mail"), link); err != nil {
		t.Fatal(err)
	}
	out, _, exit := explain(t, "", "-json", link)
	if got := lines(t, out); exit != 0 || len(got) != 1 || got[0].File != filepath.Join(link, "a.eml") {
		t.Errorf("got %+v, exit %d", got, exit)
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

func TestMboxProse(t *testing.T) {
	mbox := fromLine + bounceOf("a@example.com") + "\nFrom now on we meet at 10:30 every day in 2024\n\n" + fromLine + bounceOf("b@example.com")
	out, _, _ := explain(t, mbox, "-json")
	if got := addresses(t, out); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("got %q", got)
	}
}

func TestAccepted(t *testing.T) {
	out, _, _ := explain(t, "250 2.0.0 Ok: queued\n", "-responses")
	if !strings.Contains(out, "accepted") || strings.Contains(out, "not delivered") {
		t.Errorf("got %q", out)
	}
	out, _, _ = explain(t, "250 2.0.0 Ok: queued\n", "-responses", "-json")
	if !strings.Contains(out, `"title":""`) {
		t.Errorf("got %q", out)
	}
}

func TestAuthenticationOfReply(t *testing.T) {
	out, _, _ := explain(t, "550 5.7.515 Access denied, sending domain example.com does not meet the required authentication level. SPF= Fail, DKIM= Pass, DMARC= Pass\n", "-responses")
	if !strings.Contains(out, "spf=fail") {
		t.Errorf("got %q", out)
	}
}

func TestSummaryAlone(t *testing.T) {
	for _, flag := range []string{"-json", "-responses"} {
		if _, stderr, exit := explain(t, "", "-summary", flag); exit != 2 || stderr == "" {
			t.Errorf("%s: exit %d, %q", flag, exit, stderr)
		}
	}
}
