package freeform

import (
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// TestReadRecipientRow reads rows that name a recipient, with the line below.
func TestReadRecipientRow(t *testing.T) {
	for lines, want := range map[string]struct {
		address string
		tier    tier
		more    []string
		rest    string
	}{
		"Recipient: a@one.example":                        {address: "a@one.example", tier: tierListed},
		"Recipient: <a@one.example> (no such user)":       {address: "a@one.example", tier: tierListed, rest: "no such user"},
		"Recipients: a@one.example, b@one.example":        {address: "a@one.example", tier: tierListed, more: []string{"b@one.example"}},
		"Recipient: the one called a@one.example":         {address: "a@one.example", tier: tierListed},
		"Recipient: the one that is called a@one.example": {},
		"Final-Recipient: rfc822; a@one.example":          {address: "a@one.example", tier: tierNamed},
		"Final-Recipient: rfc822; kim":                    {address: "kim", tier: tierNamed},
		"Recipient: kim":                                  {address: "kim", tier: tierListed},
		"User: kim":                                       {},
		"User: kim\nReason: user unknown":                 {address: "kim", tier: tierListed},
		"User: kim\nDiagnostic: user unknown":             {address: "kim", tier: tierListed},
		"User: kim\nReason: hello":                        {},
		"User: kim\nServer: user unknown":                 {},
		"To: a@one.example":                               {address: "a@one.example", tier: tierQuoted},
		"To: Kim <a@one.example>, b@one.example":          {address: "a@one.example", tier: tierQuoted},
		"To: all the people of our team <a@one.example>":  {address: "a@one.example", tier: tierQuoted},
		"To: us: a@one.example":                           {},
		"To: kim\nReason: user unknown":                   {},
		"Recipient: us: a@one.example":                    {address: "a@one.example", tier: tierListed},
	} {
		row := strings.Split(lines, "\n")
		l := classify(row, 0, 0)
		got, tier := readRecipientRow(&l, next(row, 0))
		if tier != want.tier || got.address != want.address || got.rest != want.rest || !slices.Equal(got.more, want.more) {
			t.Errorf("%q: %+v, %d, want %+v", lines, got, tier, want)
		}
	}
}

func TestStatusOfRow(t *testing.T) {
	for value, want := range map[string][2]string{"5.1.1": {"5.1.1", ""}, "5.1.1 (unknown user)": {"5.1.1", "unknown user"}, "(5.1.1)": {"5.1.1", ""}, "unknown": {"", ""}} {
		status, why := statusOfRow(value)
		if why != want[1] || status.IsValid() != (want[0] != "") || status.IsValid() && status != codes.MustParseStatus(want[0]) {
			t.Errorf("%q: %v, %q", value, status, why)
		}
	}
}

func TestFieldHost(t *testing.T) {
	for value, want := range map[string]string{"dns; mx.one.example": "mx.one.example", "mx.one.example; again": "mx.one.example", "mx.one.example (192.0.2.1)": "mx.one.example", "dns; none": "", "": ""} {
		if got := fieldHost(value); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

func TestQuotedUser(t *testing.T) {
	for reason, want := range map[string]string{
		`User "Kim" is not known here: user unknown`: "kim",
		`User "Kim is not known here: user unknown`:  "",
		`User "Kim Example" user unknown`:            "",
		`Mailbox "kim" is full`:                      "",
		`Text "kim": user unknown`:                   "",
		`user unknown`:                               "",
	} {
		if got := quotedUser(reason); got != want {
			t.Errorf("%s: %q, want %q", reason, got, want)
		}
	}
}

func TestHasOneWordName(t *testing.T) {
	for row, want := range map[string]bool{"Server: x": true, "Server\tx": true, "Remote server: x": false, "Remote-MTA: x": false, "Server：x": true} {
		if got := hasOneWordName(row); got != want {
			t.Errorf("%q: %t", row, got)
		}
	}
}
