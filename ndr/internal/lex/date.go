package lex

import (
	"net/mail"
	"strings"
	"time"
)

// maxDate is the longest text that is tried as a date; net/mail takes long
// over hostile comments.
const maxDate = 100

// ParseDate reads a date-time (RFC 5322, section 3.3), and returns the zero
// Time where v is none.
func ParseDate(v string) time.Time {
	if v == "" || len(v) > maxDate {
		return time.Time{}
	}
	// The day of the week tells nothing, may be wrong or in another language,
	// and net/mail tries the layouts without it first.
	if day, rest, ok := strings.Cut(v, ","); ok && len(day) < 12 {
		v = strings.TrimSpace(rest)
	}
	t, err := mail.ParseDate(v)
	if err != nil {
		return time.Time{}
	}
	return t
}
