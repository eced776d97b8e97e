package ndr

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// A stored value is one that a database column or a JSON text can hold.
type stored interface {
	fmt.Stringer
	encoding.TextMarshaler
	driver.Valuer
}

// TestNames writes every named value as text and as a column, and reads it back.
func TestNames(t *testing.T) {
	var kind Kind
	var action Action
	var author Author
	for _, c := range []struct {
		count int
		value func(n int) stored
		into  interface {
			encoding.TextUnmarshaler
			sql.Scanner
		}
		back func() stored
	}{
		{len(kinds.names), func(n int) stored { return Kind(n) }, &kind, func() stored { return kind }},
		{len(actions.names), func(n int) stored { return Action(n) }, &action, func() stored { return action }},
		{len(authors.names), func(n int) stored { return Author(n) }, &author, func() stored { return author }},
	} {
		for n := range c.count {
			want := c.value(n)
			text, err := want.MarshalText()
			if err != nil || string(text) != want.String() || c.into.UnmarshalText(text) != nil || c.back() != want {
				t.Errorf("%T %v: text %q, %v, back %v", want, want, text, err, c.back())
			}
			column, err := want.Value()
			if err != nil || column != want.String() {
				t.Errorf("%T %v: column %v, %v", want, want, column, err)
			}
			for _, src := range []any{column, []byte(want.String())} {
				if err := c.into.Scan(src); err != nil || c.back() != want {
					t.Errorf("%T %v: scan %T gives %v, %v", want, want, src, c.back(), err)
				}
			}
		}
		for _, bad := range []any{"Failure", "bounce", []byte("x"), 1, nil, strings.Repeat("x", 10000)} {
			if err := c.into.Scan(bad); !errors.Is(err, ErrName) || len(err.Error()) > 200 {
				t.Errorf("%T: scan %.20v gives %.200v", c.into, bad, err)
			}
		}
		if err := c.into.UnmarshalText([]byte("Failure")); !errors.Is(err, ErrName) {
			t.Errorf("%T: got %v", c.into, err)
		}
	}
	if Kind(200).String() != "other" || Action(200).String() != "" || Author(200).String() != "unknown" {
		t.Errorf("got %q, %q and %q for numbers without a name", Kind(200), Action(200), Author(200))
	}
}
