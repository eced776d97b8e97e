package ndr_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"example.com/ndr/ndr"
	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // as a mail program has it
)

// entityLoses are the messages of which go-message gives less than they hold: lines
// that end in bare CR, and a body that its transfer encoding does not fit.
var entityLoses = map[string]bool{"damaged-bare-cr.eml": true, "damaged-base64.eml": true, "damaged-base64-not-encoded.eml": true}

// TestParseEntity compares ParseEntity with Parse on every message of testdata
// that go-message can open.
func TestParseEntity(t *testing.T) {
	names, err := filepath.Glob("../testdata/*/*.eml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	opened := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		e, err := message.Read(bytes.NewReader(data))
		if err != nil || entityLoses[filepath.Base(name)] {
			continue
		}
		opened++
		want := marshalReport(t, func() (*ndr.Report, error) { return ndr.Parse(bytes.NewReader(data), nil) })
		got := marshalReport(t, func() (*ndr.Report, error) { return ndr.ParseEntity(e, nil) })
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
	t.Logf("go-message opens %d of %d messages", opened, len(names))
	if opened*10 < len(names)*9 {
		t.Errorf("go-message opens %d of %d messages alone", opened, len(names))
	}
}

func marshalReport(t *testing.T, parse func() (*ndr.Report, error)) string {
	t.Helper()
	r, err := parse()
	if err != nil {
		t.Fatal(err)
	}
	r.Defects = nil // lines are counted in another text
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + r.Text
}

// TestParseEntityDamaged checks that damage to the transfer encoding costs what is
// behind it, and is told.
func TestParseEntityDamaged(t *testing.T) {
	for name := range entityLoses {
		data, err := os.ReadFile(filepath.Join("../testdata/text", name))
		if err != nil {
			t.Fatal(err)
		}
		e, err := message.Read(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		r, err := ndr.ParseEntity(e, nil)
		if err != nil || len(r.Defects) == 0 && name != "damaged-bare-cr.eml" {
			t.Errorf("%s: defects %v, %v", name, r.Defects, err)
		}
	}
}
