package freeform

import (
	"testing"
)

func TestNameEntry(t *testing.T) {
	for line, want := range map[string]string{
		"kim (User unknown)": "kim",
		"Year 9 Club,North Hall (The name was not found at the remote site)": "year 9 club,north hall",
		"KIM42 at VM7 -- Userid not in CP directory.":                        "kim42",
		"the club (User unknown)":                                            "",
		"KIM42 at VM7 -- see you":                                            "",
		"KIM42 -- User unknown":                                              "",
		"kim (hello)":                                                        "",
		"":                                                                   "",
	} {
		if e, ok := nameEntry(line); ok != (want != "") || e.address != want {
			t.Errorf("%q: %q, %t, want %q", line, e.address, ok, want)
		}
	}
}
