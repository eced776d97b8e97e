package ndr

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// keysOf returns the keys of a JSON object in their order.
func keysOf(t *testing.T, object []byte) (keys []string) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(object))
	if tok, err := dec.Token(); err != nil || tok != json.Delim('{') {
		t.Fatalf("no object: %s", object)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
		var skip json.RawMessage
		if err := dec.Decode(&skip); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// isSubsequence reports whether want stands in got in that order.
func isSubsequence(want, got []string) bool {
	for _, key := range got {
		if len(want) > 0 && key == want[0] {
			want = want[1:]
		}
	}
	return len(want) == 0
}

// TestJSONKeys holds on to the keys that other programs read, and their order.
func TestJSONKeys(t *testing.T) {
	message := strings.Replace(wholeReport, originalHead,
		"Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org\n"+originalHead, 1)
	rep := reportOf(t, message)
	tests := []struct {
		name  string
		value any
		want  string
	}{
		{"report", rep, "kind format generating_server recipients original defects"},
		{"recipient", rep.Recipients[0], "address original_address action status reply response remote_server reason permanent owner scope suppress"},
		{"original", rep.Original, "message_id from to subject envelope_id auth"},
		{"auth", rep.Original.Auth[0], "header server method result domain cause"},
		{"defect", Defect{}, "kind line"},
		{"field", Field{Type: "dns"}, "name type value"},
		{"complaint", Complaint{}, "type"},
	}
	for _, tt := range tests {
		if got := keysOf(t, marshal(t, tt.value)); !isSubsequence(strings.Fields(tt.want), got) {
			t.Errorf("%s: got %v, want %s", tt.name, got, tt.want)
		}
	}
}

func TestJSONValues(t *testing.T) {
	got := marshal(t, reportOf(t, wholeReport))
	var v struct {
		Kind             string
		GeneratingServer string `json:"generating_server"`
		Recipients       []map[string]any
		Original         map[string]any
		Defects          []any
	}
	if err := json.Unmarshal(got, &v); err != nil {
		t.Fatal(err)
	}
	if v.Kind != "failure" || v.GeneratingServer != "mx.example.net" || v.Defects == nil || len(v.Recipients) != 1 {
		t.Fatalf("got %s", got)
	}
	for key, want := range map[string]any{
		"address": "alice@example.com", "original_address": "", "action": "failed", "status": "5.1.1", "reply": 550.0,
		"response": "550 5.1.1 no such user", "remote_server": "mx.example.com", "reason": "user-unknown", "permanent": true,
		"owner": "sender", "scope": "address", "suppress": true,
	} {
		if v.Recipients[0][key] != want {
			t.Errorf("%s: got %v, want %v", key, v.Recipients[0][key], want)
		}
	}
	for key, want := range map[string]any{
		"message_id": "7@example.org", "from": "sender@example.org", "subject": "Minutes", "envelope_id": "",
	} {
		if v.Original[key] != want {
			t.Errorf("original %s: got %v, want %v", key, v.Original[key], want)
		}
	}
	if got := fmt.Sprint(v.Original["to"]); got != "[alice@example.com]" {
		t.Errorf("original to: got %s", got)
	}
}

// TestJSONEmpty gives "" and 0 and empty lists, never null, where the message
// does not say.
func TestJSONEmpty(t *testing.T) {
	for _, message := range []string{
		"Subject: Lunch\n\nSee you.\n",
		reportWith(perMessage + "Final-Recipient: rfc822; alice@example.com\nAction: failed\n\n"),
		daemonHead + reportType + "\n",
	} {
		b := marshal(t, reportOf(t, message))
		if bytes.Contains(b, []byte("null")) {
			t.Errorf("null in %s", b)
		}
		if bytes.Contains(b, []byte("0001-01-01")) {
			t.Errorf("the zero time in %s", b)
		}
	}
	var v struct{ Recipients []map[string]any }
	b := marshal(t, reportOf(t, reportWith(perMessage+"Final-Recipient: rfc822; alice@example.com\nAction: failed\n\n")))
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	if r := v.Recipients[0]; r["status"] != "" || r["reply"] != 0.0 || r["remote_server"] != "" || r["reason"] != "unknown" {
		t.Errorf("got %v", r)
	}
}

// TestJSONBack reads what was written: a Report can be stored and read again.
func TestJSONBack(t *testing.T) {
	paths := goldenMessages(t)
	if testing.Short() {
		paths = paths[:20]
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := reportOf(t, string(data))
		var got Report
		if err := json.Unmarshal(marshal(t, want), &got); err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if !reflect.DeepEqual(marshal(t, &got), marshal(t, want)) {
			t.Errorf("%s: got %s, want %s", path, marshal(t, &got), marshal(t, want))
		}
		if len(got.Recipients) > 0 && got.Recipients[0].Reason != want.Recipients[0].Reason {
			t.Errorf("%s: got %v, want %v", path, got.Recipients[0].Reason, want.Recipients[0].Reason)
		}
	}
}

// TestJSONHostile writes valid JSON whatever bytes the message holds.
func TestJSONHostile(t *testing.T) {
	rep := reportOf(t, strings.NewReplacer("no such user", "no \xff\xed\xa0\xbd \x00\u2028</script> user", "Minutes", "\x1b]0;\xc3\x28").Replace(wholeReport))
	b := marshal(t, rep)
	if !json.Valid(b) || slices.ContainsFunc(b, func(c byte) bool { return c < ' ' || c == 0x7f }) {
		t.Errorf("got %q", b)
	}
	if bytes.Contains(b, []byte("\\ufffd")) || bytes.Contains(b, []byte("\\u0000")) || bytes.Contains(b, []byte("\\u001b")) {
		t.Errorf("got %s", b)
	}
}
