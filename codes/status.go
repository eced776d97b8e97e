package codes

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Status is an enhanced status code (RFC 3463, section 2): a class, a subject
// and a detail, written "5.1.1". Statuses are comparable with ==.
//
// The zero value means that no code was given; its String is "".
type Status struct {
	class, subject, detail uint16
}

// ErrStatus is what [ParseStatus] and [Status.UnmarshalText] wrap when a text
// is not an enhanced status code.
var ErrStatus = errors.New("codes: not an enhanced status code")

// ParseStatus parses s as one enhanced status code and nothing else: a class
// of 2, 4 or 5, then a subject and a detail of one to three digits each
// (RFC 3463, section 2). The error wraps [ErrStatus]. To find a code inside a
// longer text, use [FindStatus].
func ParseStatus(s string) (Status, error) {
	st, n := consumeStatus(s)
	if n == 0 || n != len(s) {
		return Status{}, fmt.Errorf("%w: %.40q", ErrStatus, s)
	}
	return st, nil
}

// MustParseStatus is [ParseStatus] for constants: it panics where that
// returns an error.
func MustParseStatus(s string) Status {
	st, err := ParseStatus(s)
	if err != nil {
		panic(err)
	}
	return st
}

// FindStatus returns the first enhanced status code in text, or the zero
// Status where there is none. A code stands on its own: it neither touches a
// letter or digit, nor is part of an IP address, a version or the name of a host.
// It takes time linear in the length of text.
func FindStatus(text string) Status {
	for i := range len(text) {
		if !isDigit(text[i]) {
			continue
		}
		st, n := consumeStatus(text[i:])
		if n > 0 && (i == 0 || !partOfNumber(text[i-1])) && standsAlone(text, i, i+n) {
			return st
		}
	}
	return Status{}
}

// consumeStatus reads a code at the start of s and returns its length, 0
// where there is none.
func consumeStatus(s string) (Status, int) {
	if len(s) < 5 || s[1] != '.' {
		return Status{}, 0
	}
	switch s[0] {
	case '2', '4', '5':
	default:
		return Status{}, 0
	}
	subject, n := consumeNumber(s[2:])
	i := 2 + n
	if n == 0 || i >= len(s) || s[i] != '.' {
		return Status{}, 0
	}
	detail, m := consumeNumber(s[i+1:])
	if m == 0 {
		return Status{}, 0
	}
	return Status{uint16(s[0] - '0'), subject, detail}, i + 1 + m
}

// consumeNumber reads one to three digits at the start of s. A fourth digit, or
// a zero before another (RFC 3463, section 2), makes it no number at all.
func consumeNumber(s string) (v uint16, n int) {
	for n < len(s) && isDigit(s[n]) {
		if n == 3 || n == 1 && s[0] == '0' {
			return 0, 0
		}
		v = v*10 + uint16(s[n]-'0')
		n++
	}
	return v, n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func partOfWord(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

// partOfNumber reports whether a digit that follows c belongs to a longer
// number, word or host name.
func partOfNumber(c byte) bool { return partOfWord(c) || c == '.' || c == '@' }

// IsValid reports whether s holds a code, that is, whether it is not the zero
// Status.
func (s Status) IsValid() bool { return s.class != 0 }

// Class returns the first number of s: 2, 4 or 5, or 0 for the zero Status.
func (s Status) Class() int { return int(s.class) }

// Subject returns the second number of s (RFC 3463, section 3).
func (s Status) Subject() int { return int(s.subject) }

// Detail returns the third number of s (RFC 3463, section 3).
func (s Status) Detail() int { return int(s.detail) }

// Permanent reports whether s is of class 5: trying again without a change
// will not help (RFC 3463, section 2).
func (s Status) Permanent() bool { return s.class == 5 }

// Transient reports whether s is of class 4: trying again later may help
// (RFC 3463, section 2).
func (s Status) Transient() bool { return s.class == 4 }

// Generic reports whether s names a class and says no more: x.0.0
// (RFC 3463, section 3.1).
func (s Status) Generic() bool { return s.IsValid() && s.subject == 0 && s.detail == 0 }

// WithClass returns s with its class replaced. The zero Status stays zero, and
// a class other than 2, 4 and 5 gives the zero Status.
func (s Status) WithClass(class int) Status {
	if !s.IsValid() || class != 2 && class != 4 && class != 5 {
		return Status{}
	}
	s.class = uint16(class)
	return s
}

// String returns s as "5.1.1", and "" for the zero Status.
func (s Status) String() string {
	b, _ := s.AppendText(nil)
	return string(b)
}

// AppendText implements [encoding.TextAppender]. The error is always nil.
func (s Status) AppendText(b []byte) ([]byte, error) {
	if !s.IsValid() {
		return b, nil
	}
	b = strconv.AppendUint(b, uint64(s.class), 10)
	b = append(b, '.')
	b = strconv.AppendUint(b, uint64(s.subject), 10)
	b = append(b, '.')
	return strconv.AppendUint(b, uint64(s.detail), 10), nil
}

// MarshalText implements [encoding.TextMarshaler]. The error is always nil.
func (s Status) MarshalText() ([]byte, error) { return s.AppendText([]byte{}) }

// UnmarshalText implements [encoding.TextUnmarshaler]. An empty text gives the
// zero Status; the error of any other text that is no code wraps [ErrStatus].
func (s *Status) UnmarshalText(text []byte) error {
	str := strings.TrimSpace(string(text))
	if str == "" {
		*s = Status{}
		return nil
	}
	st, err := ParseStatus(str)
	if err != nil {
		return err
	}
	*s = st
	return nil
}

// Value implements [driver.Valuer]: it gives [Status.String].
func (s Status) Value() (driver.Value, error) { return s.String(), nil }

// Scan implements [database/sql.Scanner] for text; NULL is the zero Status. The
// error wraps [ErrStatus] or [ErrScan].
func (s *Status) Scan(src any) error { return scanText(s, "Status", src) }
