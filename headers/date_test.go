package headers

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"Mon, 02 Jan 2006 15:04:05 -0700":                            "2006-01-02T15:04:05-07:00",
		"Mon,  2 Jan 2006 15:04:05 +0100 (CET)":                      "2006-01-02T15:04:05+01:00",
		"2 Jan 2006 15:04:05 -0000":                                  "2006-01-02T15:04:05Z",
		"2 Jan 06 15:04 GMT":                                         "2006-01-02T15:04:00Z",
		"Mon, 2 Jan 2006 15:04:05 EDT":                               "2006-01-02T15:04:05-04:00",
		"Mon, 2 Jan 2006 15:04:05 pst (Pacific)":                     "2006-01-02T15:04:05-08:00",
		"Mon, 2 Jan 2006 15:04:05 EST":                               "2006-01-02T15:04:05-05:00",
		"Mon, 2 Jan 2006 15:04:05 CDT":                               "2006-01-02T15:04:05-05:00",
		"Mon, 2 Jan 2006 15:04:05 CST":                               "2006-01-02T15:04:05-06:00",
		"Mon, 2 Jan 2006 15:04:05 MDT":                               "2006-01-02T15:04:05-06:00",
		"Mon, 2 Jan 2006 15:04:05 MST":                               "2006-01-02T15:04:05-07:00",
		"Mon, 2 Jan 2006 15:04:05 PDT":                               "2006-01-02T15:04:05-07:00",
		"Mon, 2 Jan 2006 15:04:05 CET":                               "2006-01-02T15:04:05Z",
		"Mon, 2 Jan 2006 15:04:05 UT":                                "2006-01-02T15:04:05Z",
		"Mo, 2 Jan 2006 15:04:05 +0100":                              "2006-01-02T15:04:05+01:00",
		"понедельник, 2 Jan 2006 15:04:05 +0300":                     "2006-01-02T15:04:05+03:00",
		"2006-01-02T15:04:05.25Z":                                    "2006-01-02T15:04:05.25Z",
		"Mon, 31 Dec 9999 23:59:59 +0100":                            "9999-12-31T23:59:59+01:00",
		"Mon, 2 Jan 2006 15:04:05 +2359":                             "2006-01-02T15:04:05+23:59",
		"Mon, 2 Jan 2006 15:04:05 +2400":                             "",
		"Mon, 2 Jan 2006 15:04:05 -2400":                             "",
		"Mon, 31 Dec 9999 23:59:59 -0100":                            "",
		"Sat, 1 Jan 0000 00:00:00 +0000":                             "",
		"2 Jan 0001 00:00:00 +0000":                                  "0001-01-02T00:00:00Z",
		"Mon, 2 Jan 2006 15:04:05 +02":                               "",
		"Mon, 2 Jan 2006 15:04:05 +020 (CEST)":                       "",
		"Mon, 2 Jan 2006 15:04:05 +00":                               "2006-01-02T15:04:05Z",
		"Mon, 2 Jan 2006":                                            "",
		"2006-01-02T15:04:05+24:00":                                  "",
		"32 Jan 2006 15:04:05 +0000":                                 "",
		"1, 2 Jan 2006 15:04:05 +0000":                               "",
		"yesterday":                                                  "",
		"":                                                           "",
		"Mon, 2 Jan 2006 15:04:05 +0000 (" + strings.Repeat("x", 80): "",
		"Mon, 2 Jan 2006 15:04:05 +0100 (CE":                         "2006-01-02T15:04:05+01:00",
	} {
		got, ok := ParseDate(in)
		if ok != (want != "") || ok && got.Format(time.RFC3339Nano) != want {
			t.Errorf("%q: %v, %v, want %s", in, got, ok, want)
		}
		if _, err := json.Marshal(got); ok && err != nil {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// The machine's own zone does not show in a date.
func TestParseDateOtherZone(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	time.Local = time.FixedZone("CET", 60*60)
	for in, want := range map[string]string{"2 Jan 2006 15:04:05 CET": "2006-01-02 15:04:05 +0000 UTC", "2 Jan 2006 15:04:05 +0100": "2006-01-02 15:04:05 +0100 +0100"} {
		if got, ok := ParseDate(in); !ok || got.String() != want {
			t.Errorf("%q: %s, %v, want %s", in, got, ok, want)
		}
	}
}

func TestParseDateLimit(t *testing.T) {
	const date = "2 Jan 2006 15:04:05 +0000 ("
	for n, want := range map[int]bool{maxDate: true, maxDate + 1: false} {
		if _, ok := ParseDate(date + strings.Repeat("a", n-len(date)-1) + ")"); ok != want {
			t.Errorf("%d bytes: %v", n, ok)
		}
	}
}
