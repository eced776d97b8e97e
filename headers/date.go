package headers

import (
	"cmp"
	"net/mail"
	"strings"
	"time"
)

// zones are the names of time zones that RFC 5322, section 4.3, gives a
// meaning. net/mail reads all of them as UTC, unless the machine is in that
// zone.
var zones = map[string]string{
	"EDT": "-0400", "EST": "-0500", "CDT": "-0500", "CST": "-0600",
	"MDT": "-0600", "MST": "-0700", "PDT": "-0700", "PST": "-0800",
}

// ParseDate reads a date and time as header fields have it (RFC 5322, section
// 3.3), with a comment behind it or without, and reports whether it is one. The
// offset of the zone is kept, its name is not: a zone that has no meaning in
// RFC 5322 counts as UTC (section 4.3). A text of more than 100 bytes, a zone
// that is 24 hours or more from UTC and a year outside of 1 to 9999, in the zone
// or in UTC, give no value, so that [time.Time.MarshalJSON] takes every time
// that ParseDate returns.
func ParseDate(s string) (time.Time, bool) {
	// A field that is missing is no rare thing, and net/mail makes an error for each
	// of its forty layouts before it gives up.
	if s = trimSpace(s); s == "" || len(s) > maxDate {
		return time.Time{}, false
	}
	date := withOffset(withoutDay(s))
	t, err := time.Parse(usualDate, date)
	if err != nil {
		t, err = mail.ParseDate(date)
	}
	if err != nil { // QUIRK: sending services write the form of RFC 3339.
		t, err = time.Parse(time.RFC3339, s)
	}
	if err != nil {
		return time.Time{}, false
	}
	zone, offset := t.Zone()
	if offset == 0 && strings.ContainsAny(zone, "123456789") {
		return time.Time{}, false // package time takes "+02" for the name of a zone
	}
	if max(offset, -offset) >= daySecond || !isYear(t.Year()) || !isYear(t.UTC().Year()) {
		return time.Time{}, false
	}
	if offset == 0 {
		return t.UTC(), true
	}
	return t.In(time.FixedZone("", offset)), true // not the machine's own zone
}

// usualDate is the form of nearly all dates, which is tried first: net/mail makes
// more ado of it.
const usualDate = "2 Jan 2006 15:04:05 -0700"

func isYear(year int) bool { return 1 <= year && year <= 9999 }

// withOffset returns the date without the comment behind it, and with its offset in
// the place of a named zone.
func withOffset(s string) string {
	date, _, _ := strings.Cut(s, "(")
	date = trimBlanks(date)
	zone := strings.LastIndexByte(date, ' ') + 1
	if !isLetters(date[zone:]) {
		return date
	}
	return date[:zone] + cmp.Or(zones[strings.ToUpper(date[zone:])], "+0000")
}

// withoutDay returns the date without the day of the week, which tells nothing, and
// without which net/mail tries fewer layouts. QUIRK: some mail servers write it in
// their own language, in full, or wrongly.
func withoutDay(s string) string {
	if day, rest, ok := strings.Cut(s, ","); ok && !strings.ContainsAny(day, "0123456789") {
		return trimSpace(rest)
	}
	return s
}
