package headers

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// header makes a header of its lines; LF and CRLF both do.
func header(t testing.TB, text string) *Header {
	t.Helper()
	h := ParseHeader(text)
	return &h
}

// describe writes everything that a result says on one line.
func describe(r Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %q", r.Header, r.Server)
	if r.Instance > 0 {
		fmt.Fprintf(&b, " i=%d", r.Instance)
	}
	fmt.Fprintf(&b, "\t%s=%s\tdomain=%s\tcause=%s", r.Method, r.Result, r.Domain, r.Cause)
	if p := r.Policy; p != (DMARCPolicy{}) {
		fmt.Fprintf(&b, "\tpolicy=%s/%s/%s", p.Domain, p.Subdomain, p.Disposition)
	}
	if r.Reason != "" {
		fmt.Fprintf(&b, "\treason=%q", r.Reason)
	}
	if r.Comment != "" {
		fmt.Fprintf(&b, "\tcomment=%q", r.Comment)
	}
	for _, p := range r.Properties {
		fmt.Fprintf(&b, "\t%s=%q", p.key(), p.Value)
	}
	return b.String()
}

// TestGolden reads the headers of testdata/headers, which are separated by
// blank lines, and compares with the .golden file beside each. Those were read
// through by hand.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("../testdata/headers/*.txt")
	if len(files) == 0 {
		t.Fatal("no test data")
	}
	fields := 0
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			for block := range strings.SplitSeq(string(text), "\n\n") {
				h := header(t, withoutRemarks(block))
				fields += h.Len()
				for _, r := range ReadAuth(h) {
					fmt.Fprintln(&got, describe(r))
				}
				fmt.Fprintln(&got)
			}
			compareGolden(t, strings.TrimSuffix(file, ".txt")+".golden", got.Bytes())
		})
	}
	if fields < 60 {
		t.Errorf("%d fields, want 60 at least", fields)
	}
}

// withoutRemarks removes the lines that begin with "#", and the blank line at
// the end.
func withoutRemarks(block string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.Trim(block, "\n"), "\n") {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func compareGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	wantLines, gotLines := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(wantLines), len(gotLines)) {
		var w, g string
		if i < len(wantLines) {
			w = wantLines[i]
		}
		if i < len(gotLines) {
			g = gotLines[i]
		}
		if w != g {
			t.Errorf("line %d\n got %s\nwant %s", i+1, g, w)
		}
	}
}
