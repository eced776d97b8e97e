package headers

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// address reads an address that must be one.
func address(t *testing.T, s string) Address {
	t.Helper()
	a, ok := ParseAddress(s)
	if !ok {
		t.Fatalf("no address: %s", s)
	}
	return a
}

func TestDecodeSRS(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"SRS0=HHHH=TT=example.com=alice@forwarder.example", "alice@example.com"},
		{"SRS0+HHHH=TT=example.com=alice@forwarder.example", "alice@example.com"},
		{"srs0-HHHH=TT=example.com=alice=b@forwarder.example", "alice=b@example.com"},
		{"SRS1=GGGG=first.example==HHHH=TT=example.com=alice@second.example", "alice@example.com"},
		{"SRS1+GGGG=first.example=-HHHH=TT=example.com=alice@second.example", "alice@example.com"},
		{"bob+SRS=HHHH=TT=example.com=alice@forwarder.example", "alice@example.com"},
		{"SRS0=HHHH=TT=example.com@forwarder.example", ""},
		{"SRS1=GGGG=first.example@second.example", ""},
		{"SRS1=GGGG@second.example", ""},
		{"SRS0@forwarder.example", ""},
		{"srs0mith@example.com", ""},
		{"alice@example.com", ""},
	} {
		got, ok := DecodeSRS(address(t, test.in))
		if ok != (test.want != "") || ok && got.Spec() != test.want {
			t.Errorf("%s: %s, %v, want %s", test.in, got, ok, test.want)
		}
	}
}

func TestDecodeBATV(t *testing.T) {
	for _, test := range []struct{ in, want, tag string }{
		{"prvs=1234abcdef=alice@example.com", "alice@example.com", "1234abcdef"},
		{"PRVS=1234abcdef=alice=b@example.com", "alice=b@example.com", "1234abcdef"},
		{"prvs=alice/1234abcdef@example.com", "alice@example.com", "1234abcdef"},
		{"btv1==123abc==alice@example.com", "alice@example.com", "123abc"},
		{"prvs=alice@example.com", "", ""},
		{"prvs==alice@example.com", "", ""},
		{"alice@example.com", "", ""},
	} {
		got, tag, ok := DecodeBATV(address(t, test.in))
		if ok != (test.want != "") || ok && (got.Spec() != test.want || tag != test.tag) {
			t.Errorf("%s: %s, %s, %v", test.in, got, tag, ok)
		}
	}
}

func TestDecodeVERP(t *testing.T) {
	for _, test := range []struct{ in, prefix, want string }{
		{"list-bounces+alice=example.com@lists.example.org", "", "alice@example.com"},
		{"list-bounces+alice+x=example.com@lists.example.org", "", "alice+x@example.com"},
		{"list-return-17-alice=example.com@lists.example.org", "", "alice@example.com"},
		{"owner-list-alice=example.com@lists.example.org", "owner-list-", "alice@example.com"},
		{"bounces-alice-b=example.com@lists.example.org", "", "alice-b@example.com"},
		{"bounces+1234567-ab12-alice=example.com@em.example.org", "", "alice@example.com"},
		{"bounce+0a1b2c.3d4e5f-alice=example.com@mg.example.org", "", "alice@example.com"},
		{"bounces+a-b=example.com@lists.example.org", "bounces+", "a-b@example.com"},
		{"bounces+alice=example.com@lists.example.org", "other+", ""},
		{"bounces+=example.com@lists.example.org", "", ""},
		{"alice=example.com@lists.example.org", "", ""},
		{"bounces+alice=nodomain@lists.example.org", "", ""},
		{"alice@example.com", "", ""},
	} {
		got, ok := DecodeVERP(address(t, test.in), test.prefix)
		if ok != (test.want != "") || ok && got.Spec() != test.want {
			t.Errorf("%s: %s, %v, want %s", test.in, got, ok, test.want)
		}
	}
}

func TestSubaddress(t *testing.T) {
	base, detail, ok := Subaddress(address(t, "alice+bounce-7@example.com"))
	if !ok || base.Spec() != "alice@example.com" || detail != "bounce-7" {
		t.Errorf("%s %s %v", base, detail, ok)
	}
	for _, in := range []string{"alice@example.com", "+x@example.com", "alice+@example.com"} {
		if _, _, ok := Subaddress(address(t, in)); ok {
			t.Errorf("%s has no detail", in)
		}
	}
}

func TestVERPKey(t *testing.T) {
	key := VERPKey("0123456789abcdef")
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	v := VERP{Prefix: "bounces", ID: "m42", Recipient: Address{Local: "Alice.B-c=d", Domain: "example.com"}, Day: day.Add(13 * time.Hour)}
	path, err := key.Make(v, "bounce.example.org")
	if err != nil {
		t.Fatal(err)
	}
	v.Day = day
	week := 7 * 24 * time.Hour
	if got, err := key.Check(path, day.Add(week), week); err != nil || got != v {
		t.Errorf("got %+v, %v, want %+v", got, err, v)
	}
	upper := Address{Local: strings.ToUpper(path.Local), Domain: "Bounce.Example.ORG."}
	if _, err := key.Check(upper, day, week); err != nil {
		t.Errorf("a relay changed the case: %v", err)
	}
	if got, ok := DecodeVERP(path, ""); !ok || got.Domain != "example.com" {
		t.Errorf("not of the form of a VERP: %s", path)
	}
	if _, err := key.Check(path, day.Add(week+25*time.Hour), week); !errors.Is(err, ErrVERPExpired) {
		t.Errorf("too old: %v", err)
	}
	if _, err := key.Check(path, day.Add(-25*time.Hour), week); !errors.Is(err, ErrVERPExpired) {
		t.Errorf("of the future: %v", err)
	}
}

func TestVERPKeyForged(t *testing.T) {
	key := VERPKey("0123456789abcdef")
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	path, err := key.Make(VERP{Prefix: "b", ID: "1", Recipient: Address{Local: "alice", Domain: "example.com"}, Day: now}, "example.org")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := VERPKey("another secret!!").Check(path, now, time.Hour); !errors.Is(err, ErrVERPForged) {
		t.Errorf("another key: %v", err)
	}
	for i := range path.Local {
		forged := path
		c := byte('x')
		if path.Local[i] == c {
			c = 'y'
		}
		forged.Local = path.Local[:i] + string(c) + path.Local[i+1:]
		if _, err := key.Check(forged, now, time.Hour); err == nil {
			t.Errorf("accepted %s", forged)
		}
	}
	forged := path
	forged.Domain = "example.net"
	if _, err := key.Check(forged, now, time.Hour); !errors.Is(err, ErrVERPForged) {
		t.Errorf("another domain: %v", err)
	}
	for _, in := range []string{"alice@example.org", "b+x@example.org", "b+x-y@example.org", "b+x-y-z@example.org"} {
		if _, err := key.Check(address(t, in), now, time.Hour); !errors.Is(err, ErrVERP) {
			t.Errorf("%s: %v", in, err)
		}
	}
}

func TestVERPKeyCannotCarry(t *testing.T) {
	ok := VERP{Prefix: "b", ID: "1", Recipient: Address{Local: "alice", Domain: "example.com"}}
	for name, change := range map[string]func(v *VERP){
		"no prefix":       func(v *VERP) { v.Prefix = "" },
		"+ in the prefix": func(v *VERP) { v.Prefix = "a+b" },
		"no ID":           func(v *VERP) { v.ID = "" },
		"- in the ID":     func(v *VERP) { v.ID = "a-b" },
		"quoted":          func(v *VERP) { v.Recipient.Local = "a b" },
		"no domain":       func(v *VERP) { v.Recipient.Domain = "" },
		"literal":         func(v *VERP) { v.Recipient.Domain = "[192.0.2.1]" },
		"too long":        func(v *VERP) { v.Recipient.Local = strings.Repeat("a", 40) },
	} {
		v := ok
		change(&v)
		if _, err := VERPKey("k").Make(v, "example.org"); !errors.Is(err, ErrVERP) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := VERPKey("k").Make(ok, "bad domain"); !errors.Is(err, ErrVERP) {
		t.Errorf("bad domain: %v", err)
	}
}
