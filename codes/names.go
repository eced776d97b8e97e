package codes

import (
	"encoding"
	"errors"
	"fmt"
)

// ErrName is what the UnmarshalText and Scan methods of [Reason], [Owner],
// [Scope], [Stage] and [EvidenceKind] wrap when a text is none of the names.
var ErrName = errors.New("codes: unknown name")

// ErrScan is what the Scan methods wrap for a value that is neither a string,
// nor bytes, nor NULL.
var ErrScan = errors.New("codes: not a text")

// nameOf returns the name of v, "" for a number without one.
func nameOf[T ~uint8](names []string, v T) string {
	if int(v) >= len(names) {
		return ""
	}
	return names[v]
}

// parseName sets v to the number of the name that text is.
func parseName[T ~uint8](v *T, names []string, kind string, text []byte) error {
	for i, name := range names {
		if name == string(text) {
			*v = T(i)
			return nil
		}
	}
	return fmt.Errorf("%w: %s %.40q", ErrName, kind, text)
}

// scanText sets v, which has the type called name, to what a database holds.
// NULL is its zero value.
func scanText[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](v P, name string, src any) error {
	switch src := src.(type) {
	case nil:
		*v = *new(T)
		return nil
	case string:
		return v.UnmarshalText([]byte(src))
	case []byte:
		return v.UnmarshalText(src)
	}
	return fmt.Errorf("%w: %T for a codes.%s", ErrScan, src, name)
}
