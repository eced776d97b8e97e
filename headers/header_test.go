package headers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestParseHeader(t *testing.T) {
	const text = "From : a@example.com\r\n" +
		"Subject: one\r\n two\r\n\t three \r\n" +
		"no field\r\n continued\r\n" +
		"Received: by x\n" +
		"with blank: y\n" +
		"received:by z\n" +
		"Empty:\n" +
		"\nBody: text\n"
	h := ParseHeader(text)
	var got []string
	for f := range h.Fields() {
		got = append(got, f.Name()+"="+f.Value())
	}
	want := []string{"From=a@example.com", "Subject=one two three", "Received=by x", "received=by z", "Empty="}
	if !slices.Equal(got, want) || h.Len() != len(want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if h.Get("") != "" || h.Has("") {
		t.Error("a field without a name")
	}
	if h.Get("SUBJECT") != "one two three" || h.Get("Body") != "" || h.Get("x") != "" {
		t.Error("Get")
	}
	if !h.Has("empty") || h.Has("Body") || h.Has("Rec") || h.Has("no field") {
		t.Error("Has")
	}
	if got := slices.Collect(h.Values("Received")); !slices.Equal(got, []string{"by x", "by z"}) {
		t.Errorf("Values = %q", got)
	}
	if header, _, _ := strings.Cut(text, "\nBody"); h.String() != strings.TrimSuffix(header, "\n")+"\n" {
		t.Errorf("String = %q", h.String())
	}
}

func TestParseHeaderDamaged(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "[]",
		"\n\n":                    "[]",
		" a: b\n":                 "[]",
		": b\nc:":                 "[c=]",
		"a: b":                    "[a=b]",
		"a:\r\n b":                "[a=b]",
		"a: b\x00c\rd":            "[a=b\x00c\rd]",
		"ä: b\na\x00: b\nc : d\n": "[c=d]",
		"a: b\r\n \r\nc: d":       "[a=b]",
		"a:: b":                   "[a=: b]",
		"a \t: b\na b: c\na ":     "[a=b]",
		"a: b\n \t c\r\n  d \r\n": "[a=b c d]",
		"a:\r\n \x0b b\r\r\n c":   "[a=\x0b b c]",
	} {
		h := ParseHeader(text)
		got := []string{}
		for f := range h.Fields() {
			got = append(got, f.Name()+"="+f.Value())
		}
		if fmt.Sprint(got) != want {
			t.Errorf("ParseHeader(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestParseHeaderLimit(t *testing.T) {
	for n, want := range map[int]int{maxHeaderFields: maxHeaderFields, maxHeaderFields + 1: maxHeaderFields} {
		h := ParseHeader(strings.Repeat("a: b\n", n))
		if h.Len() != want {
			t.Errorf("%d of %d fields", h.Len(), n)
		}
	}
	h := ParseHeader(strings.Repeat("a: b\n", maxHeaderFields-1) + "c: d\n e\n")
	if got := h.Get("c"); got != "d e" {
		t.Errorf("the last field: %q", got)
	}
}

func TestHeaderStops(t *testing.T) {
	h := ParseHeader("a: 1\na: 2\nb: 3\n")
	n := 0
	for range h.Values("a") {
		n++
		break
	}
	for range h.Fields() {
		n++
		break
	}
	if n != 2 {
		t.Errorf("%d values after two breaks", n)
	}
}
