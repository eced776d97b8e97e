package codes_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// A stored value is one that a database or JSON holds as text.
type stored interface {
	driver.Valuer
	encoding.TextMarshaler
}

type scanned interface {
	sql.Scanner
	encoding.TextUnmarshaler
}

func TestStoredAsText(t *testing.T) {
	for _, c := range []struct {
		value stored
		text  string
		into  scanned
		back  func(scanned) any
	}{
		{codes.MailboxFull, "mailbox-full", new(codes.Reason), func(v scanned) any { return *v.(*codes.Reason) }},
		{codes.OwnerRecipientAdmin, "recipient-admin", new(codes.Owner), func(v scanned) any { return *v.(*codes.Owner) }},
		{codes.ScopeSendingIP, "sending-ip", new(codes.Scope), func(v scanned) any { return *v.(*codes.Scope) }},
		{codes.StageEndOfData, "end-of-data", new(codes.Stage), func(v scanned) any { return *v.(*codes.Stage) }},
		{codes.EvidenceToken, "token", new(codes.EvidenceKind), func(v scanned) any { return *v.(*codes.EvidenceKind) }},
		{codes.MustParseStatus("5.1.1"), "5.1.1", new(codes.Status), func(v scanned) any { return *v.(*codes.Status) }},
	} {
		if got, err := c.value.Value(); got != c.text || err != nil {
			t.Errorf("%T: Value is %v, %v, want %q", c.value, got, err, c.text)
		}
		if got, err := c.value.MarshalText(); string(got) != c.text || err != nil {
			t.Errorf("%T: MarshalText gives %q, %v, want %q", c.value, got, err, c.text)
		}
		for _, src := range []any{c.text, []byte(c.text)} {
			if err := c.into.Scan(src); err != nil || c.back(c.into) != any(c.value) {
				t.Errorf("%T: Scan of %T gives %v, %v", c.value, src, c.back(c.into), err)
			}
		}
		if err := c.into.Scan(nil); err != nil {
			t.Errorf("%T: Scan of NULL: %v", c.value, err)
		} else if back, _ := c.back(c.into).(stored).Value(); back != "" && back != "unknown" && back != "none" {
			t.Errorf("%T: NULL is %v", c.value, back)
		}
		if err := c.into.Scan(int64(4)); !errors.Is(err, codes.ErrScan) {
			t.Errorf("%T: Scan of a number: %v", c.value, err)
		}
		if err := c.into.Scan("no such name"); !errors.Is(err, codes.ErrName) && !errors.Is(err, codes.ErrStatus) {
			t.Errorf("%T: Scan of another text: %v", c.value, err)
		}
	}
}

func TestReasons(t *testing.T) {
	list := codes.Reasons()
	if len(list) != 33 || list[0] != codes.Unknown || list[len(list)-1] != codes.Suppressed {
		t.Fatalf("%d reasons, %v to %v", len(list), list[0], list[len(list)-1])
	}
	for _, want := range list {
		if got, err := codes.ParseReason(want.String()); got != want || err != nil {
			t.Errorf("ParseReason(%q) is %v, %v", want, got, err)
		}
	}
	if got, err := codes.ParseReason("mailbox full"); got != codes.Unknown || !errors.Is(err, codes.ErrName) {
		t.Errorf("ParseReason of no name: %v, %v", got, err)
	}
}

func TestVerdictJSON(t *testing.T) {
	r := codes.ParseResponse("550 5.1.1 User unknown")
	got, err := json.Marshal(r)
	if want := `{"reply":550,"status":"5.1.1","text":"User unknown"}`; string(got) != want || err != nil {
		t.Errorf("Response: %s, %v, want %s", got, err, want)
	}
	got, err = json.Marshal(r.Judge(nil))
	want := `{"reason":"user-unknown","owner":"sender","scope":"address","stage":"","permanent":true,"suppress":true,"withheld":"","evidence":{`
	if !strings.HasPrefix(string(got), want) || err != nil {
		t.Errorf("Verdict: %s, %v, want %s", got, err, want)
	}
}
