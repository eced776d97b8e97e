package ndr_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.com/ndr/ndr"
)

// dump is the folder that the messages of the tests that run are written to:
// go test ./ndr -run 'TestLetters/gmail-web/de' -args -dump DIR
var dump = flag.String("dump", "", "write each generated message to this `folder`")

// A sample is one generated message with what must be said of it.
type sample struct {
	name string
	data []byte
	want want
}

// want is what must be said of a message. Empty lists are not compared, but for
// suppress: nobody else may be suppressed.
type want struct {
	kind     []string // the kinds that are right
	author   []string // the authors that are right
	found    []string // must be among the recipients
	absent   []string // must not be among the recipients
	suppress []string // may be suppressed
	must     []string // must be suppressed
	quoted   string   // a recipient of the report that the message carries whole
}

// check tests what was read of s against what is wanted.
func (s sample) check(t *testing.T, r *ndr.Report) {
	t.Helper()
	if kind := r.Kind.String(); !slices.Contains(s.want.kind, kind) {
		t.Errorf("kind %s, want %s", kind, strings.Join(s.want.kind, " or "))
	}
	if author := authorOf(r); s.want.author != nil && !slices.Contains(s.want.author, author) {
		t.Errorf("author %q, want %s", author, strings.Join(s.want.author, " or "))
	}
	for _, rec := range r.Recipients {
		// A complaint names those who complain; nothing happened to them.
		if !isReport(r.Kind) && (r.Kind != ndr.Feedback || rec.Action != ndr.NoAction) {
			t.Errorf("recipient %q in a message of kind %s", rec.Address, r.Kind)
		}
	}
	found := addresses(r, false)
	for _, address := range s.want.found {
		if !slices.Contains(found, address) {
			t.Errorf("recipient %q not found among %q", address, found)
		}
	}
	for _, address := range s.want.absent {
		if slices.Contains(found, address) {
			t.Errorf("recipient %q is made up", address)
		}
	}
	s.checkSuppressed(t, r)
}

// checkSuppressed tests who is suppressed against who may and who must be.
func (s sample) checkSuppressed(t *testing.T, r *ndr.Report) {
	t.Helper()
	suppressed := addresses(r, true)
	for _, address := range suppressed {
		if !slices.Contains(s.want.suppress, address) && !slices.Contains(s.want.must, address) {
			t.Errorf("%q is suppressed", address)
		}
	}
	for _, address := range s.want.must {
		if !slices.Contains(suppressed, address) {
			t.Errorf("%q is not suppressed", address)
		}
	}
	for i := range r.Recipients {
		if rcpt := &r.Recipients[i]; rcpt.Suppress && withheldOf(rcpt) != "" {
			t.Errorf("%q is suppressed, and that is withheld by %q", rcpt.Address, withheldOf(rcpt))
		}
	}
	if quoted := quotedOf(r); quoted != nil && len(addresses(quoted, true)) > 0 {
		t.Errorf("%q is suppressed in the quoted report", addresses(quoted, true))
	}
}

// isReport reports whether a message of kind k names recipients.
func isReport(k ndr.Kind) bool { return k == ndr.Failure || k == ndr.Delay || k == ndr.Success }

// addresses returns the addresses of the recipients of r, or of those that are
// suppressed.
func addresses(r *ndr.Report, suppressed bool) (all []string) {
	for _, rcpt := range r.Recipients {
		if rcpt.Suppress || !suppressed {
			all = append(all, rcpt.Address)
		}
	}
	return all
}

// authorOf returns Report.Author.
func authorOf(r *ndr.Report) string { return r.Author.String() }

// quotedOf returns Report.Quoted.
func quotedOf(r *ndr.Report) *ndr.Report { return r.Quoted }

// withheldOf returns Recipient.Withheld.
func withheldOf(r *ndr.Recipient) string { return r.Withheld }

// run parses and checks s in a test of its own, and returns the report.
func (s sample) run(t *testing.T) *ndr.Report {
	t.Helper()
	r, err := ndr.Parse(bytes.NewReader(s.data), nil)
	if err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	t.Run(s.name, func(t *testing.T) {
		if *dump != "" {
			path := filepath.Join(*dump, strings.ReplaceAll(s.name, "/", "_")+".eml")
			if err := os.WriteFile(path, s.data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		s.check(t, r)
	})
	return r
}

// A section is one part of a file in testdata/letters, below "-- name --".
type section struct{ name, text string }

// readSections reads a file in testdata/letters, in the form of
// golang.org/x/tools/txtar. What stands before the first section is a comment.
func readSections(t testing.TB, file string) []section {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "letters", file))
	if err != nil {
		t.Fatal(err)
	}
	var all []section
	for line := range strings.Lines(string(data)) {
		name, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			all = append(all, section{name: name})
		} else if len(all) > 0 {
			all[len(all)-1].text += line
		}
	}
	if len(all) == 0 {
		t.Fatalf("no sections in %s", file)
	}
	return all
}

// values are what stands for the placeholders of a template.
type values map[string]string

// fill replaces each {{name}} in text that v holds, also in what replaced
// another.
func (v values) fill(text string) string {
	for before := ""; before != text && strings.Contains(text, "{{"); {
		before = text
		for name, value := range v {
			text = strings.ReplaceAll(text, "{{"+name+"}}", value)
		}
	}
	return text
}

// families reads a file of families: messages by templates and parameters. Each
// family has a section "NAME/want" with lines "kind: failure delay", and the
// fields of [want]; a section "NAME/values" that gives parameters; and its
// message in "NAME". The first line of a parameter is "NAME:" or, for several
// that vary together, "NAME ~ NAME:", its indented lines are its values. A
// value with a backslash is read as a Go string, and "*N text" is N times text.
// Each combination of values is a message; max bounds how many of a family.
func families(t testing.TB, file string, max int) (all []sample) {
	t.Helper()
	wants := map[string]string{}
	axes := map[string][][]values{}
	for _, s := range readSections(t, file) {
		name, part, _ := strings.Cut(s.name, "/")
		switch part {
		case "want":
			wants[name] = s.text
		case "values":
			axes[name] = readAxes(t, s.name, s.text)
		case "":
			all = append(all, combine(t, name, s.text, wants[name], axes[name], max)...)
		default:
			t.Fatalf("%s: section %q", file, s.name)
		}
	}
	return all
}

// readAxes reads a section of values.
func readAxes(t testing.TB, name, text string) (axes [][]values) {
	t.Helper()
	var keys []string
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if head, ok := strings.CutSuffix(line, ":"); ok && !strings.HasPrefix(line, " ") {
			keys = strings.Split(head, " ~ ")
			axes = append(axes, nil)
			continue
		}
		row := strings.Split(strings.TrimPrefix(line, "  "), " ~ ")
		if len(row) != len(keys) {
			t.Fatalf("%s: %q has %d values, want %d", name, line, len(row), len(keys))
		}
		v := values{}
		for i, value := range row {
			v[keys[i]] = unquote(t, value)
		}
		axes[len(axes)-1] = append(axes[len(axes)-1], v)
	}
	return axes
}

// unquote reads the escapes and the repetition of a value.
func unquote(t testing.TB, value string) string {
	t.Helper()
	n := 1
	if count, rest, ok := strings.Cut(value, " "); ok && strings.HasPrefix(count, "*") {
		if times, err := strconv.Atoi(count[1:]); err == nil {
			n, value = times, rest
		}
	}
	if strings.Contains(value, `\`) {
		plain, err := strconv.Unquote(`"` + strings.ReplaceAll(value, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%q: %v", value, err)
		}
		value = plain
	}
	return strings.Repeat(value, n)
}

// combine makes the messages of a family. Where there are more than max
// combinations, it takes as many that are spread over all.
func combine(t testing.TB, name, message, wanted string, axes [][]values, max int) (all []sample) {
	t.Helper()
	total := 1
	for _, axis := range axes {
		total *= len(axis)
	}
	step := stride(total)
	for i := range min(total, max) {
		v := values{}
		n := i * step % total
		for _, axis := range axes {
			for key, value := range axis[n%len(axis)] {
				v[key] = value
			}
			n /= len(axis)
		}
		all = append(all, sample{
			name: fmt.Sprintf("%s/%02d", name, i),
			data: []byte(v.fill(message)),
			want: readWant(t, name, v.fill(wanted)),
		})
	}
	return all
}

// stride returns a step that, taken again and again, meets each of total places
// once: the golden section of it, and coprime to it.
func stride(total int) int {
	step := total*618/1000 + 1
	for gcd(step, total) != 1 {
		step++
	}
	return step
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// readWant reads a section of what is wanted.
func readWant(t testing.TB, name, text string) (w want) {
	t.Helper()
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(line, ":")
		list := strings.Fields(value)
		switch key {
		case "kind":
			w.kind = list
		case "author":
			w.author = list
		case "found":
			w.found = list
		case "absent":
			w.absent = list
		case "suppress":
			w.suppress = list
		case "must":
			w.must, w.found = list, append(w.found, list...)
		case "quoted":
			w.quoted = strings.TrimSpace(value)
		default:
			t.Fatalf("%s: wanted %q", name, line)
		}
	}
	if w.kind == nil {
		t.Fatalf("%s: no kind is wanted", name)
	}
	return w
}
