package codes_test

import (
	"encoding/json"
	"errors"
	"testing"

	"example.com/ndr/codes"
)

func TestParseStatus(t *testing.T) {
	for _, s := range []string{"5.1.1", "4.4.316", "2.0.0", "5.999.999"} {
		st, err := codes.ParseStatus(s)
		if err != nil || st.String() != s || !st.IsValid() {
			t.Errorf("%q: %v, %v", s, st, err)
		}
		text, err := st.MarshalText()
		var back codes.Status
		if err != nil || back.UnmarshalText(text) != nil || back != st {
			t.Errorf("%q: %q does not come back", s, text)
		}
	}
	for _, s := range []string{"", "5", "5.1", "5.1.", "5.1.1.1", "3.1.1", "5.1000.1", "5.1.1000", " 5.1.1", "5.1.1x", "x.1.1"} {
		if st, err := codes.ParseStatus(s); !errors.Is(err, codes.ErrStatus) {
			t.Errorf("%q: %v, %v", s, st, err)
		}
	}
}

func TestMustParseStatus(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	codes.MustParseStatus("nonsense")
}

func TestFindStatus(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"550 5.1.1 no":                 "5.1.1",
		"(#5.1.1)":                     "5.1.1",
		"192.0.2.5 and 5.1.1.9":        "",
		"v5.1.1 x.5.1.1 5.1.1a 5.1.1z": "",
		"5.1.1. End":                   "5.1.1",
		"first 4.2.2 then 5.1.1":       "4.2.2",
		"5.1 5.1. 5.. 5.1.1234 ok ":    "",
	} {
		if got := codes.FindStatus(in); got.String() != want {
			t.Errorf("%q: %v, want %q", in, got, want)
		}
	}
}

func TestStatusClasses(t *testing.T) {
	p, q, zero := codes.MustParseStatus("5.7.1"), codes.MustParseStatus("4.0.0"), codes.Status{}
	if !p.Permanent() || p.Transient() || p.Generic() || p.Class() != 5 || p.Subject() != 7 || p.Detail() != 1 {
		t.Errorf("%v is read wrong", p)
	}
	if q.Permanent() || !q.Transient() || !q.Generic() {
		t.Errorf("%v is read wrong", q)
	}
	if zero.IsValid() || zero.Generic() || zero.Permanent() || zero.String() != "" {
		t.Error("the zero Status is a code")
	}
	if p.WithClass(4).String() != "4.7.1" || p.WithClass(4).WithClass(5) != p || p.WithClass(3).IsValid() || zero.WithClass(5).IsValid() {
		t.Error("WithClass")
	}
}

func TestStatusJSON(t *testing.T) {
	var v struct{ A, B codes.Status }
	if err := json.Unmarshal([]byte(`{"A":" 5.1.1 ","B":""}`), &v); err != nil || v.A.String() != "5.1.1" || v.B.IsValid() {
		t.Errorf("%+v, %v", v, err)
	}
	if err := json.Unmarshal([]byte(`{"A":"no"}`), &v); !errors.Is(err, codes.ErrStatus) {
		t.Errorf("no code: %v", err)
	}
}
