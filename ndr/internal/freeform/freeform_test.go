package freeform

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/wording"
)

var update = flag.Bool("update", false, "write what is read into testdata")

// daemonHeader is the header of a report from a mail system.
const daemonHeader = "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mail.example.org>\nTo: sender@example.org\nSubject: Undelivered mail\n"

// viewOf makes a view of a header and a text.
func viewOf(header, text string) *TextView {
	h := headers.ParseHeader(header)
	return NewView(wording.AllFormats, author.ReadHeader(&h), strings.Split(text, "\n"))
}

// An archive is a file of cases: sections in the format of
// golang.org/x/tools/txtar behind a comment. The section "header" holds the
// header of the cases behind it. Each other section is the text of a case,
// followed by the section "want".
type archive struct {
	comment  string
	sections []section
}

type section struct{ name, text string }

// A textCase is a text with its header, and what is read of it.
type textCase struct{ name, header, text, want string }

func readArchive(t testing.TB, file string) (a archive) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := &a.comment
	for line := range strings.Lines(string(data)) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- "); ok && strings.HasPrefix(line, "-- ") && strings.HasSuffix(name, " --") {
			a.sections = append(a.sections, section{name: strings.TrimSuffix(name, " --")})
			lines = &a.sections[len(a.sections)-1].text
			continue
		}
		*lines += line
	}
	return a
}

// cases returns the cases of an archive, and where the section "want" of each
// is. header is the header of cases without one.
func (a *archive) cases(t testing.TB, header string) (all []textCase, wants []int) {
	t.Helper()
	for i, s := range a.sections {
		switch {
		case s.name == "want":
		case s.name == "header":
			header = strings.TrimSpace(s.text) + "\n"
		case i+1 == len(a.sections) || a.sections[i+1].name != "want":
			t.Fatalf("case %q lacks a section want", s.name)
		default:
			all = append(all, textCase{s.name, header, strings.TrimRight(s.text, "\n"), strings.TrimSpace(a.sections[i+1].text)})
			wants = append(wants, i+1)
		}
	}
	return all, wants
}

// allCases returns the cases of all archives.
func allCases(t testing.TB) (all []textCase) {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		a := readArchive(t, file)
		cases, _ := a.cases(t, daemonHeader)
		all = append(all, cases...)
	}
	if len(all) == 0 {
		t.Fatal("no cases in testdata")
	}
	return all
}

// TestRead reads the cases of testdata. Run it with -update to write what is
// read into them.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases in testdata")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			testArchive(t, file, daemonHeader, func(c textCase) string { return describe(Read(viewOf(c.header, c.text))) })
		})
	}
}

// testArchive compares what read makes of each case of an archive with what the
// archive wants, or writes it into the archive.
func testArchive(t *testing.T, file, header string, read func(textCase) string) {
	a := readArchive(t, file)
	cases, wants := a.cases(t, header)
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := read(c)
			if *update {
				a.sections[wants[i]].text = strings.TrimPrefix(got+"\n\n", "\n")
			} else if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	if *update {
		writeArchive(t, file, &a)
	}
}

func writeArchive(t *testing.T, file string, a *archive) {
	t.Helper()
	var b strings.Builder
	b.WriteString(a.comment)
	for _, s := range a.sections {
		fmt.Fprintf(&b, "-- %s --\n%s", s.name, s.text)
	}
	if err := os.WriteFile(file, []byte(strings.TrimRight(b.String(), "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// describe writes what a section "want" holds: the kind and the rule that
// decided and, of a report, the rest that was read, a line each. What is empty,
// and the action "failed", are left out.
func describe(r found.Report) string {
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	kinds := map[found.Kind]string{found.Other: "no report", found.Failure: "failure", found.Delay: "delay", found.Success: "success"}
	put("kind", kinds[r.Kind]+", by "+r.Rule)
	if r.Kind == found.Other {
		return strings.TrimSpace(b.String())
	}
	put("format", r.Format)
	put("server", r.Server)
	for _, rec := range r.Recipients {
		put("recipient", rec.Address)
		put("  original", rec.OriginalAddress)
		put("  action", map[found.Action]string{found.NoAction: "none", found.Delayed: "delayed", found.Delivered: "delivered", found.Relayed: "relayed", found.Expanded: "expanded"}[rec.Action])
		if rec.Status.IsValid() {
			put("  status", rec.Status.String())
		}
		put("  response", rec.Response)
		put("  remote", rec.RemoteServer)
		put("  stage", rec.Stage.String())
		if !rec.LastAttempt.IsZero() {
			put("  last attempt", rec.LastAttempt.UTC().Format("2006-01-02 15:04:05"))
		}
	}
	if len(r.Original) > 0 {
		put("returned", r.Original[0])
	}
	return strings.TrimSpace(b.String())
}

// TestReadLostHeader: where the header was lost, or somebody pasted the text, it is
// a report that says that delivery failed and lists to whom.
func TestReadLostHeader(t *testing.T) {
	for text, want := range map[string]found.Kind{
		"This is the mail system at host mail.example.org.\n\nYour message could not be delivered to:\n\n<kim@one.example>: 550 5.1.1 no such user": found.Failure,
		"Hello.\n\nYour message could not be delivered to:\n\n<kim@one.example>":                                                                    found.Failure,
		"Hello.\n\nPlease note the address of our new colleague:\n\n<kim@one.example>":                                                              found.Other,
	} {
		if d := Read(viewOf("", text)); d.Kind != want {
			t.Errorf("%s: kind = %v, want %v", text, d.Kind, want)
		}
	}
}

// TestReadDamage: damage of any kind gives some report, never a panic, and no
// address that the text does not hold.
func TestReadDamage(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	cases := allCases(t)
	for range 4000 {
		b := []byte(cases[rnd.Intn(len(cases))].text)
		for range 1 + rnd.Intn(8) {
			b = damage(rnd, b)
		}
		text := string(b)
		for _, r := range Read(viewOf(daemonHeader, text)).Recipients {
			if !strings.Contains(lex.LowerASCII(text), r.Address) && !strings.Contains(strings.ToLower(text), r.Address) {
				t.Fatalf("address %q is not in %q", r.Address, text)
			}
		}
	}
}

// damage changes, cuts, fills or doubles a piece of b.
func damage(rnd *rand.Rand, b []byte) []byte {
	if len(b) == 0 {
		return []byte("@")
	}
	i := rnd.Intn(len(b))
	switch rnd.Intn(4) {
	case 0:
		b[i] = byte(rnd.Intn(256))
		return b
	case 1:
		return append(b[:i], b[min(len(b), i+rnd.Intn(20)):]...)
	case 2:
		return append(b[:i:i], append([]byte("<@:\n>[."), b[i:]...)...)
	}
	return append(b, b[i:]...)
}

// TestReadShared: what very many recipients share is not copied into each
// without bound, and keeps its beginning.
func TestReadShared(t *testing.T) {
	const n = 4000
	var b strings.Builder
	b.WriteString("Your message could not be delivered to:\n\n")
	for i := range n {
		fmt.Fprintf(&b, "<a%d@one.example>\n", i)
	}
	b.WriteString("\n550 5.1.1 unknown " + strings.Repeat("and more ", 400) + "\n")
	r := Read(viewOf(daemonHeader, b.String()))
	size := 0
	for _, rec := range r.Recipients {
		size += len(rec.Response)
	}
	last := r.Recipients[len(r.Recipients)-1].Response
	if len(r.Recipients) != n || !strings.HasPrefix(last, "550 5.1.1 unknown") || size > 2*n*minResponse {
		t.Errorf("%d recipients, %d bytes of responses, the last %q", len(r.Recipients), size, last)
	}
}

// BenchmarkReadHostile tells how long a mebibyte of one piece takes.
func BenchmarkReadHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"brackets": "<", "at signs": "@", "addresses": "a@b.example ", "recipients": "<a@b.example>: 550 x\n", "colons": "x:\n", "codes": "550 ",
		"hosts": "host a.example ", "brackets of hosts": "a.example[", "header": "Subject: x\n", "arrows": ">>> RCPT TO:<a@b.example>\n<<< 550 x\n", "dots": "a.", "quotes": "\"@",
		"blank lines": "\n", "separators": "--- original message ---\n",
	} {
		text := "could not be delivered:\n\n" + strings.Repeat(unit, (1<<20)/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Read(viewOf(daemonHeader, text))
			}
		})
	}
}
