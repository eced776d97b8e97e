package freeform

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestChoose: the candidates of the surest tier are recipients; those that only
// prose names are where there is one that the report was not sent to.
func TestChoose(t *testing.T) {
	for _, c := range []struct {
		all  map[string]tier
		want string
	}{
		{map[string]tier{"a@x": tierNamed, "b@x": tierListed}, "a@x"},
		{map[string]tier{"a@x": tierListed, "b@x": tierListed, "c@x": tierBare}, "a@x b@x"},
		{map[string]tier{"a@x": tierProse}, "a@x"},
		{map[string]tier{"a@x": tierProse, "b@x": tierProse}, ""},
		{map[string]tier{"a@x": tierProse, "me@x": tierProse}, "a@x"},
		{map[string]tier{"a@x": tierProse, "me@x": tierVague}, "a@x"},
		{map[string]tier{"a@x": tierVague, "me@x": tierProse}, ""},
		{map[string]tier{"me@x": tierProse}, ""},
		{map[string]tier{"me@x": tierListed}, "me@x"},
		{nil, ""},
	} {
		read := &reading{}
		for _, address := range slices.Sorted(maps.Keys(c.all)) {
			read.candidates = append(read.candidates, &candidate{address: address, tier: c.all[address]})
		}
		n := len(read.candidates)
		chosen := choose(viewOf("To: me@x\n", ""), read)
		var got []string
		for _, c := range chosen {
			got = append(got, c.address)
		}
		if strings.Join(got, " ") != c.want || len(read.candidates) != n {
			t.Errorf("%v: %q", c.all, got)
		}
	}
}

func TestOnlyAddress(t *testing.T) {
	for s, want := range map[string]string{"": "", "x": "", "a@one.example": "a@one.example", "a@one.example <a@one.example>": "a@one.example", "a@one.example, b@one.example": ""} {
		if got := onlyAddress(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

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
