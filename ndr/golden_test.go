package ndr

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

// goldenFolders are the folders of ../testdata that hold messages. Beside each
// message.eml stands message.json, the expected result, written by reading the
// message. A key that it leaves out is not compared.
var goldenFolders = []string{"dsn", "exchange", "kinds", "text", "quiet"}

// goldenMessages returns the paths of all messages. It fails the test where a
// folder holds none.
func goldenMessages(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, folder := range goldenFolders {
		var found []string
		err := filepath.WalkDir(filepath.Join("..", "testdata", folder), func(path string, d fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".eml") {
				found = append(found, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			t.Fatalf("no messages in testdata/%s", folder)
		}
		all = append(all, found...)
	}
	return all
}

func TestGolden(t *testing.T) {
	for _, path := range goldenMessages(t) {
		t.Run(strings.TrimPrefix(filepath.ToSlash(path), "../testdata/"), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			golden, err := os.ReadFile(strings.TrimSuffix(path, ".eml") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want any
			if err := json.Unmarshal(golden, &want); err != nil {
				t.Fatal(err)
			}
			got := parseJSON(t, data)
			for _, diff := range compare("", want, got) {
				t.Error(diff)
			}
		})
	}
}

// parseJSON parses a message and gives the report as JSON has it.
func parseJSON(t testing.TB, data []byte) any {
	t.Helper()
	r, err := Parse(bytes.NewReader(data), nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// compare returns where got differs from want. Of an object only the keys of
// want are looked at.
func compare(where string, want, got any) (diffs []string) {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return []string{fmt.Sprintf("%s: got %v, want an object", where, got)}
		}
		for key, value := range w {
			diffs = append(diffs, compare(where+"."+key, value, g[key])...)
		}
	case []any:
		g, _ := got.([]any)
		if len(g) != len(w) {
			return []string{fmt.Sprintf("%s: got %d entries, want %d: %v", where, len(g), len(w), brief(got))}
		}
		for i := range w {
			diffs = append(diffs, compare(fmt.Sprintf("%s[%d]", where, i), w[i], g[i])...)
		}
	default:
		if fmt.Sprint(want) != fmt.Sprint(got) {
			return []string{fmt.Sprintf("%s: got %v, want %v", where, brief(got), want)}
		}
	}
	return diffs
}

func brief(v any) string {
	b, _ := json.Marshal(v)
	if len(b) > 300 {
		b = append(b[:300], "..."...)
	}
	return string(b)
}

// TestLineEnds reads every message with each kind of line end, and one byte a
// read: the report stays the same.
func TestLineEnds(t *testing.T) {
	for _, path := range goldenMessages(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lf := bytes.ReplaceAll(data, []byte("\r\r\n"), []byte("\n"))
		lf = bytes.ReplaceAll(lf, []byte("\r\n"), []byte("\n"))
		lf = bytes.ReplaceAll(lf, []byte("\r"), []byte("\n"))
		want := parseJSON(t, lf)
		for _, end := range []string{"\r\n", "\r", "\r\r\n"} {
			got := parseJSON(t, bytes.ReplaceAll(lf, []byte("\n"), []byte(end)))
			if diffs := compare("", want, got); diffs != nil {
				t.Errorf("%s with %q: %s", path, end, diffs)
			}
		}
		r, err := Parse(iotest.OneByteReader(bytes.NewReader(lf)), nil)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := json.Marshal(r)
		var got any
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if diffs := compare("", want, got); diffs != nil {
			t.Errorf("%s, one byte a read: %s", path, diffs)
		}
	}
}

// TestTruncated cuts every message at every 64th byte: there is always an
// answer.
func TestTruncated(t *testing.T) {
	for _, path := range goldenMessages(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for n := 64; n < len(data); n += 64 {
			r, err := Parse(bytes.NewReader(data[:n]), nil)
			if err != nil || r == nil {
				t.Errorf("%s cut at %d: %v", path, n, err)
			}
		}
	}
}
