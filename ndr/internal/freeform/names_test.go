package freeform

import (
	"strings"
	"testing"
)

func TestNameEntry(t *testing.T) {
	for line, want := range map[string]string{
		"kim (User unknown)": "kim",
		"Year 9 Club,North Hall (The name was not found at the remote site)": "year 9 club,north hall",
		"Éva Example (User unknown)":                                         "Éva example",
		"KIM42 at VM7 -- Userid not in CP directory.":                        "kim42",
		"kim.one    User unknown":                                            "kim.one",
		"the club (User unknown)":                                            "",
		"Kim: Sales (User unknown)":                                          "",
		strings.Repeat("Kim ", 20) + "(User unknown)":                        "",
		"KIM42 at VM7 -- see you":                                            "",
		"KIM42 -- User unknown":                                              "",
		"Kim Example at VM7 -- User unknown":                                 "",
		"name. (#4.1.2)":                                                     "",
		"kim (hello)":                                                        "",
		"kim   hello":                                                        "",
		"Kim    User unknown":                                                "",
		"{kim    User unknown":                                               "",
		"kim one    User unknown":                                            "",
		"reason    User unknown":                                             "",
		"kim  User unknown":                                                  "",
		"":                                                                   "",
	} {
		if e, ok := nameEntry(line); ok != (want != "") || e.address != want {
			t.Errorf("%q: %q, %t, want %q", line, e.address, ok, want)
		}
	}
}

func TestIsListedName(t *testing.T) {
	for line, want := range map[string]bool{"kim": true, "Kim.Example": true, "/var/mail/kim": false, "recipient": false, "kim example": false, "---": false, "": false} {
		if got := isListedName(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}

func TestIsDirectoryName(t *testing.T) {
	for line, want := range map[string]bool{
		"Kim Example/Sales/ACME":       true,
		"Éva Example/Sales":            true,
		"CN=Kim/OU=Sales/O=ACME":       true,
		"/G=Kim/S=Example/C=DE/":       true,
		"/G=Kim/S=Example/C=DE":        true,
		"/Kim Example/Sales":           false,
		"Kim Example/Sales/":           false,
		"Kim/Sales":                    false,
		"Kim Example/sales":            false,
		"Kim Example/ Sales":           false,
		"Kim Example//Sales":           false,
		"Kim Example/Sales, Marketing": false,
		"/G=Kim/":                      false,
		"Kim Example":                  false,
		"2024/05/14":                   false,
		"":                             false,
		"Kim Example/" + strings.Repeat("Sales", 60): false,
	} {
		if got := isDirectoryName(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}
