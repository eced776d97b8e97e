package data

import (
	"reflect"
	"strings"
	"testing"
)

func TestParseGroups(t *testing.T) {
	groups, err := parseGroups("x.txt", "# comment\n\n[failed, German]\nnicht zustellbar\n\n[before a host]\n\"host \"\n\"[fwd:\"\n")
	want := []Group{{"failed", "German", []string{"nicht zustellbar"}}, {"before a host", "", []string{"host ", "[fwd:"}}}
	if err != nil || !reflect.DeepEqual(groups, want) {
		t.Errorf("parseGroups = %+v, %v", groups, err)
	}
}

func TestParseFormats(t *testing.T) {
	formats, err := parseFormats("[a]\nlist\nfrom host\nopening  this is a\nheader   From: mailer@a.\nheader   X-A:\nfailed   went wrong\nserver   \"a at \"\n\n[b]\n")
	want := []Format{{"a", true, true, []string{"this is a"}, []string{"From: mailer@a.", "X-A:"}, []string{"went wrong"}, []string{"a at "}}, {Name: "b"}}
	if err != nil || !reflect.DeepEqual(formats, want) {
		t.Errorf("parseFormats = %+v, %v", formats, err)
	}
}

// TestErrors checks that an error says which line is wrong, and why.
func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"nicht zustellbar\n":                    `x.txt:1: "nicht zustellbar" stands under no heading`,
		"[failed]\n\nNicht zustellbar\n":        `x.txt:3: "Nicht zustellbar" is not folded`,
		"[failed]\nnot  delivered\n":            `x.txt:2: "not  delivered" is not folded`,
		"[failed]\nbounced\nbounced\n":          `x.txt:3: "bounced" stands twice`,
		"[failed]\n" + strings.Repeat("x", 121): `x.txt:2: more than 120 characters`,
	} {
		if _, err := parseGroups("x.txt", text); err == nil || err.Error() != want {
			t.Errorf("%q gives the error %v, want %s", text, err, want)
		}
	}
	for text, want := range map[string]string{
		"opening  this is a\n":       `formats.txt:1: "opening  this is a" stands under no heading`,
		"[a]\nopening\n":             `formats.txt:2: "opening" is neither list, from host nor opening, header, failed or server with a text`,
		"[a]\nclosing  this was a\n": `formats.txt:2: "closing  this was a" is neither list, from host nor opening, header, failed or server with a text`,
		"[a]\nheader   mailer@a\n":   `formats.txt:2: "mailer@a" does not read "Name: part of the value"`,
		"[a]\nheader   From: A\n":    `formats.txt:2: " A" is not folded`,
		"[a]\nopening  This is a\n":  `formats.txt:2: "This is a" is not folded`,
	} {
		if _, err := parseFormats(text); err == nil || err.Error() != want {
			t.Errorf("%q gives the error %v, want %s", text, err, want)
		}
	}
}

// TestFiles reads all files.
func TestFiles(t *testing.T) {
	for _, name := range []string{"outcomes.txt", "labels.txt", "replies.txt", "separators.txt", "subjects.txt", "challenges.txt", "senders.txt"} {
		if groups, err := Groups(name); err != nil || len(groups) == 0 {
			t.Errorf("%s: %d groups, %v", name, len(groups), err)
		}
	}
	if formats, err := Formats(); err != nil || len(formats) == 0 {
		t.Errorf("formats.txt: %d formats, %v", len(formats), err)
	}
	if _, err := Groups("nothing.txt"); err == nil {
		t.Error("a file that is missing is no error")
	}
}
