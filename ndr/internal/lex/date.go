package lex

import (
	"net/mail"
	"strings"
	"time"
	"unicode"
)

// maxDate is the longest text that is tried as a date; net/mail takes long
// over hostile comments.
const maxDate = 100

// maxDay is longer than the name of a day in most languages, and shorter than a
// date.
const maxDay = 12

// ParseDate reads a date-time (RFC 5322, section 3.3), and returns the zero
// Time where v is none, or one that [time.Time.MarshalJSON] refuses: with a zone
// of 24 hours, or of a year that has no four digits.
func ParseDate(v string) time.Time {
	if v == "" || len(v) > maxDate { // net/mail makes an error of each layout
		return time.Time{}
	}
	// The day of the week tells nothing, may be wrong or in another language,
	// and net/mail tries the layouts without it first.
	if day, rest, _ := strings.Cut(v, ","); len(day) < maxDay {
		v = strings.TrimSpace(rest)
	}
	t, _ := mail.ParseDate(v) // zero with an error
	for _, shown := range []time.Time{t, t.UTC()} {
		if _, err := shown.MarshalText(); err != nil {
			return time.Time{}
		}
	}
	return t
}

// ParseUSDate reads a date and time in UTC as Microsoft 365 writes it in every
// language, "1/2/2006 3:04:05 PM", and returns the zero Time where v is none.
func ParseUSDate(v string) time.Time {
	if v == "" {
		return time.Time{}
	}
	t, _ := time.Parse("1/2/2006 3:04:05 PM", v) // zero with an error
	return t
}

// HoldsDate reports whether s holds a date and time as any country writes it:
// four numbers at least. Which of them is the day is not known.
func HoldsDate(s string) bool {
	numbers, in := 0, false
	for _, r := range s {
		digit := unicode.IsDigit(r)
		if digit && !in {
			numbers++
		}
		in = digit
	}
	return numbers >= 4
}
