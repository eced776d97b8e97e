package event

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/ndr/ndr/internal/found"
)

func TestParseTime(t *testing.T) {
	tests := []struct{ json, want string }{
		{`1793614274`, "2026-11-02T10:11:14Z"},
		{`1793614274.5`, "2026-11-02T10:11:14.5Z"},
		{`1793614274.123456789123`, "2026-11-02T10:11:14.123456789Z"},
		{`"1793614274"`, "2026-11-02T10:11:14Z"},
		{`1793614274372`, "2026-11-02T10:11:14.372Z"},
		{`99999999999`, "5138-11-16T09:46:39Z"},
		{`100000000000`, "1973-03-03T09:46:40Z"},
		{`253402300799999`, "9999-12-31T23:59:59.999Z"},
		{`"2026-11-02T10:11:14Z"`, "2026-11-02T10:11:14Z"},
		{`"2026-11-02T10:11:14.1234567Z"`, "2026-11-02T10:11:14.1234567Z"},
		{`"2026-11-02T11:11:14.126+01:00"`, "2026-11-02T10:11:14.126Z"},
		{`"2026-11-02T10:11:12 +0000"`, "2026-11-02T10:11:12Z"},
		{`"2026-11-02 10:11:12.126000+00"`, "2026-11-02T10:11:12.126Z"},
		{`"2026-11-02 10:11:12Z"`, "2026-11-02T10:11:12Z"},

		{`253402300800000`, ""},            // beyond the year 9999
		{`99999999999999999999999999`, ""}, // beyond 64 bits
		{`"2026-11-02T10:11:12"`, ""},      // no zone
		{`"0001-01-01T00:00:00Z"`, ""},     // what Go and others write for none
		{`-62135596801`, ""}, {`0`, ""}, {`1e400`, ""}, {`"soon"`, ""}, {`null`, ""}, {`{}`, ""}, {`[1793614274]`, ""}, {`true`, ""},
	}
	for _, tt := range tests {
		got := parseTime(parseObject([]byte(`{"t":`+tt.json+`}`)).str("#t"), timeLayouts...)
		var want time.Time
		if tt.want != "" {
			var err error
			if want, err = time.Parse(time.RFC3339Nano, tt.want); err != nil {
				t.Fatal(err)
			}
		}
		if !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%s: got %v, want %v", tt.json, got, tt.want)
		}
	}
}

func TestParseAddress(t *testing.T) {
	long := strings.Repeat("x", 65)
	tests := []struct {
		in, want string
		sound    bool
	}{
		{"alice@example.com", "alice@example.com", true},
		{" Alice@Example.COM ", "alice@example.com", true},
		{"Alice B <alice@example.com>", "alice@example.com", true},
		{"<alice@example.com>", "alice@example.com", true},
		{"päivi@bücher.example", "päivi@bücher.example", true},
		{`"a b"@example.com`, `"a b"@example.com`, true},
		{"alice+tag=x@example.com", "alice+tag=x@example.com", true},
		{"alice@[192.0.2.1]", "alice@[192.0.2.1]", true},
		{long[1:] + "@example.com", long[1:] + "@example.com", true},

		{"\u212aate@Example.com", "\u212aate@example.com", true}, // the Kelvin sign, which is no k
		{"\u0130d@example.com", "\u0130d@example.com", true},

		{"", "", false},
		{"not an address", "not an address", false},
		{".alice@example.com", ".alice@example.com", false},
		{"ali..ce@example.com", "ali..ce@example.com", false},
		{"alice@-x.example", "alice@-x.example", false},
		{"alice@[300.1.1.1]", "alice@[300.1.1.1]", false},
		{"alice", "alice", false},
		{"alice@@example.com", "alice@@example.com", false},
		{"alice@localhost", "alice@localhost", false},
		{"alice@example..com", "alice@example..com", false},
		{"alice@exam_ple.com", "alice@exam_ple.com", false},
		{"*@example.com", "*@example.com", false},
		{long + "@example.com", long + "@example.com", false},
		{"alice@" + strings.Repeat("x.", 127) + "example", "alice@" + strings.Repeat("x.", 127) + "example", false},
		{"alice@example.com, bob@example.com", "alice@example.com, bob@example.com", false},
		{"bob <bob@example.com>, alice <alice@example.com>", "alice@example.com", false},
		{"@relay.example:alice@example.com", "@relay.example:alice@example.com", false},
		{"alice@example.com\r\nBcc: bob@example.com", "alice@example.com", false},
		{"ali\x00ce@example.com", "alice@example.com", false},
		{"ali\u200bce@example.com", "alice@example.com", false},
		{"alice@example.com\x00", "alice@example.com", false},
		{"\u202ealice@example.com", "alice@example.com", false},
		{"ali\ufffdce@example.com", "alice@example.com", false},
		{"ali\xffce@example.com", "alice@example.com", false},
	}
	for _, tt := range tests {
		if got, sound := parseAddress(tt.in); got != tt.want || sound != tt.sound {
			t.Errorf("%q: got %q, %v, want %q, %v", tt.in, got, sound, tt.want, tt.sound)
		}
	}
}

func TestResponse(t *testing.T) {
	tests := []struct {
		name string
		r    record
		want string // the codes, and what was said
	}{
		{"text alone", record{text: "550 5.1.1 no"}, "550 5.1.1|550 5.1.1 no"},
		{"a type before it", record{text: "smtp; 550 5.1.1 no"}, "550 5.1.1|550 5.1.1 no"},
		{"an X-type before it", record{text: "X-Postfix;no"}, " |no"},
		{"no type before a semicolon", record{text: "no; never"}, " |no; never"},
		{"several lines", record{text: "550-5.1.1 no\r\n 550 5.1.1 never"}, "550 5.1.1|550-5.1.1 no 550 5.1.1 never"},
		{"codes beside it", record{text: "no", reply: "550", status: "5.1.1"}, "550 5.1.1|550 5.1.1 no"},
		{"the reply beside it", record{text: "5.1.1 no", reply: "550"}, "550 5.1.1|550 5.1.1 no"},
		{"codes against those in it", record{text: "550 5.1.1 no", reply: "421", status: "4.2.2"}, "550 5.1.1|550 5.1.1 no"},
		{"a code that is no reply", record{text: "no", reply: "605"}, " |no"},
		{"no codes", record{text: "no", reply: "x", status: "x"}, " |no"},
		{"a status with a comment", record{status: "5.1.1 (no such user)"}, " 5.1.1|5.1.1"},
		{"what drives a terminal", record{text: "550 n\u202eo\x1b[31m\ufeff"}, "550 |550 no [31m"},
	}
	for _, tt := range tests {
		resp, said := tt.r.response()
		if got := resp.Reply.String() + " " + resp.Status.String() + "|" + said; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestForms bounds the fields of a form, and reads what is well formed.
func TestForms(t *testing.T) {
	const field = "mandrill_events=%5B%7B%22event%22:%22open%22%7D%5D"
	if events, err := Parse("", []byte("%zz=%&a=%zz&b=;&"+field)); err != nil || len(events) != 1 {
		t.Errorf("fields that are not well formed: got %d events and %v", len(events), err)
	}
	part := "--b\r\nContent-Disposition: form-data; name=\"mandrill_events\"\r\n\r\n[{\"event\":\"open\"}]\r\n"
	other := "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n"
	for n, want := range map[int]int{maxFields - 1: 1, maxFields: 0} {
		events, _ := Parse("multipart/form-data; boundary=b", []byte(strings.Repeat(other, n)+part+"--b--"))
		if len(events) != want {
			t.Errorf("behind %d fields: got %d events, want %d", n, len(events), want)
		}
	}
	for body, want := range map[string]int{part + "--b--": 1, part + "--b\r\n": 1, part[:len(part)-10]: 0} {
		if events, _ := Parse("multipart/form-data; boundary=b", []byte(body)); len(events) != want {
			t.Errorf("%q: got %d events, want %d", body, len(events), want)
		}
	}
}

// TestWrongTypes replaces each value of an object by each of another type: the
// event stays, with the other values.
func TestWrongTypes(t *testing.T) {
	const event = `{"event":"bounce","email":"a@example.com","sg_event_id":"1","reason":"550 5.1.1 no","type":"bounce","status":"5.1.1","timestamp":1793614274,"smtp-id":"<a@b.example>","category":["x"],"bounce_classification":"Content"}`
	o := parseObject([]byte(event))
	for key := range o.values {
		for _, wrong := range []string{`null`, `true`, `-1`, `1e999`, `"x"`, `[]`, `{}`, `["a@example.com"]`, `[{"a":[1]},null]`, `{"a":{"b":null}}`} {
			changed := make(map[string]json.RawMessage)
			for k, v := range o.values {
				changed[k] = v
			}
			changed[key] = json.RawMessage(wrong)
			body, err := json.Marshal(changed)
			if err != nil {
				t.Fatal(err)
			}
			events, err := Parse("", body)
			if err != nil || len(events) != 1 {
				t.Fatalf("%s is %s: got %d events and %v", key, wrong, len(events), err)
			}
			e := events[0]
			if key == "email" && wrong != `"x"` && e.Address != "" {
				t.Errorf("%s is %s: the address is %q", key, wrong, e.Address)
			}
			if key != "email" && e.Address != "a@example.com" {
				t.Errorf("%s is %s: the address is %q", key, wrong, e.Address)
			}
			if key != "reason" && key != "event" && e.Said != "550 5.1.1 no" {
				t.Errorf("%s is %s: the response is %q", key, wrong, e.Said)
			}
		}
	}
}

// TestNames finds an address in a diagnostic as a whole.
func TestNames(t *testing.T) {
	for text, want := range map[string]bool{
		"<a@b.example>: no":           true,
		"no mailbox a@b.example.":     true,
		"a@b.example":                 true,
		"<aa@b.example>":              false,
		"<a@b.example.org>":           false,
		"<a@b.example2>":              false,
		"x.a@b.example":               false,
		"not a@b.example!":            true,
		"äa@b.example":                false,
		"xa@b.example or a@b.example": true,
		"no <x,a@b.example>":          false,
		"no":                          false,
	} {
		named, _ := textsByAddress([]string{"A@B.example"}, []string{text})
		if got := named["a@b.example"] != ""; got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// TestTextsByAddress gives a text to the recipient that it names, and to anybody
// where it names somebody else.
func TestTextsByAddress(t *testing.T) {
	texts := []string{"550 5.1.1 <a@b.example>: no", "552 over quota, ask help@b.example", "550 5.1.1 <A@B.example>: gone"}
	named, others := textsByAddress([]string{"a@b.example", "c@b.example"}, texts)
	if named["a@b.example"] != texts[0] || named["c@b.example"] != "" {
		t.Errorf("named: %q", named)
	}
	if want := []string{"", texts[1], ""}; !slices.Equal(others, want) {
		t.Errorf("others: got %q, want %q", others, want)
	}
}

// TestSESNames takes the recipients who bounced, and not all of the message, in whatever
// case the event is named.
func TestSESNames(t *testing.T) {
	for _, name := range []string{"Bounce", "bounce"} {
		body := `{"eventType":"` + name + `","mail":{"destination":["a@example.com","b@example.com"]},` +
			`"bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"a@example.com"}]}}`
		events, err := Parse("", []byte(body))
		if err != nil || len(events) != 1 || events[0].Address != "a@example.com" || events[0].Kind != found.Failure {
			t.Errorf("%s: got %+v, %v", name, events, err)
		}
	}
}
