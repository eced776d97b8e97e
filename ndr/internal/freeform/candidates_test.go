package freeform

import (
	"slices"
	"testing"
)

func TestWithoutLocalParts(t *testing.T) {
	kim, full, other := &candidate{address: "kim"}, &candidate{address: "kim@one.example"}, &candidate{address: "other@one.example"}
	for _, c := range []struct{ all, want []*candidate }{
		{[]*candidate{other, kim, full}, []*candidate{other, full}},
		{[]*candidate{other, kim}, []*candidate{other, kim}},
	} {
		if got := withoutLocalParts(c.all); !slices.Equal(got, c.want) {
			t.Errorf("%v", got)
		}
	}
}
