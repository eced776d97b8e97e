package codes_test

import (
	"testing"

	"example.com/ndr/codes"
)

func TestReply(t *testing.T) {
	for _, tt := range []struct {
		reply                                 codes.Reply
		text                                  string
		class                                 int
		valid, permanent, transient, positive bool
	}{
		{0, "", 0, false, false, false, false},
		{250, "250", 2, true, false, false, true},
		{354, "354", 3, true, false, false, true},
		{421, "421", 4, true, false, true, false},
		{550, "550", 5, true, true, false, false},
		{600, "600", 0, false, false, false, false},
		{42, "42", 0, false, false, false, false},
	} {
		r := tt.reply
		if r.String() != tt.text || r.Class() != tt.class || r.IsValid() != tt.valid ||
			r.Permanent() != tt.permanent || r.Transient() != tt.transient || r.Positive() != tt.positive {
			t.Errorf("%d: %q class %d valid %v permanent %v transient %v positive %v", uint16(r),
				r.String(), r.Class(), r.IsValid(), r.Permanent(), r.Transient(), r.Positive())
		}
	}
}
