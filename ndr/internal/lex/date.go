package lex

import (
	"time"
	"unicode"

	"example.com/ndr/headers"
)

// ParseDate is [headers.ParseDate]; the zero Time where v is no date.
func ParseDate(v string) time.Time {
	t, _ := headers.ParseDate(v)
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
