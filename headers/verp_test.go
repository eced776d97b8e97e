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
		{"SRS1=GGGG=first.example=xHHHH=TT=example.com=alice@second.example", ""},
		{"SRS0=HHHH=TT=example.com=@forwarder.example", ""},
		{"SRS0=HHHH=TT=exam'ple=alice@forwarder.example", ""},
		{"srs0xHHHH=TT=example.com=alice@example.com", ""},
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
		{"prvs=1234abcdef=@example.com", "", ""},
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
		{"list-bounces-alice=example.com@lists.example.org", "", "alice@example.com"},
		{"list-bounce-alice=example.com@lists.example.org", "", "alice@example.com"},
		{"owner-list-alice=example.com@lists.example.org", "owner-list-", "alice@example.com"},
		{"bounces-alice-b=example.com@lists.example.org", "", "alice-b@example.com"},
		{"bounces+1234567-ab12-alice=example.com@em.example.org", "", "alice@example.com"},
		{"bounce+0a1b2c.3d4e5f-alice=example.com@mg.example.org", "", "alice@example.com"},
		{"bounces+17-wxyz-alice=example.com@lists.example.org", "", "wxyz-alice@example.com"},
		{"bounces+17-ab-alice=example.com@lists.example.org", "", "ab-alice@example.com"},
		{"bounces+17=example.com@lists.example.org", "", "17@example.com"},
		{"bounces+1.2=example.com@lists.example.org", "", "1.2@example.com"},
		{"bounces+abc-alice=example.com@lists.example.org", "", "abc-alice@example.com"},
		{"bounces+.1-alice=example.com@lists.example.org", "", ".1-alice@example.com"},
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
	for _, now := range []time.Time{day.Add(week + 24*time.Hour), day.Add(-24 * time.Hour)} {
		if _, err := key.Check(path, now, week); err != nil {
			t.Errorf("at %s: %v", now, err)
		}
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
	key := VERPKey("0123456789abcdef")
	ok := VERP{Prefix: "b", ID: "1", Recipient: Address{Local: "alice", Domain: "example.com"}, Day: time.Unix(0, 0)}
	if _, err := key.Make(ok, "example.org"); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(v *VERP){
		"no prefix":       func(v *VERP) { v.Prefix = "" },
		"+ in the prefix": func(v *VERP) { v.Prefix = "a+b" },
		"no ID":           func(v *VERP) { v.ID = "" },
		"- in the ID":     func(v *VERP) { v.ID = "a-b" },
		"Kelvin sign":     func(v *VERP) { v.ID = "\u212A" },
		"no day":          func(v *VERP) { v.Day = time.Time{} },
		"a late day":      func(v *VERP) { v.Day = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"no local part":   func(v *VERP) { v.Recipient.Local = "" },
		"quoted":          func(v *VERP) { v.Recipient.Local = "a b" },
		"no domain":       func(v *VERP) { v.Recipient.Domain = "" },
		"literal":         func(v *VERP) { v.Recipient.Domain = "[192.0.2.1]" },
		"too long":        func(v *VERP) { v.Recipient.Local = strings.Repeat("a", 40) },
	} {
		v := ok
		change(&v)
		if _, err := key.Make(v, "example.org"); !errors.Is(err, ErrVERPValue) || errors.Is(err, ErrVERP) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := key.Make(ok, "bad domain"); !errors.Is(err, ErrVERPValue) {
		t.Errorf("bad domain: %v", err)
	}
	if _, err := VERPKey("short").Make(ok, "example.org"); !errors.Is(err, ErrVERPKey) {
		t.Errorf("short key: %v", err)
	}
	if _, err := VERPKey("short").Check(Address{}, time.Time{}, 0); err != ErrVERPKey {
		t.Errorf("short key: %v", err)
	}
}

func TestVERPKeyBind(t *testing.T) {
	key := VERPKey("0123456789abcdef")
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	week := 7 * 24 * time.Hour
	for _, recipient := range []Address{
		{Local: "alice", Domain: "example.com"},
		{Name: "Alice", Local: strings.Repeat("a", 64), Domain: strings.Repeat("b.", 100) + "example"},
		{Local: "a b\"@c", Domain: "[IPv6:2001:db8::1]"},
		{Local: "δοκιμή", Domain: "bücher.example"},
	} {
		path, err := key.Bind(VERP{Prefix: "bounces", ID: "m42", Recipient: recipient, Day: day.Add(13 * time.Hour)}, "bounce.example.org")
		if err != nil {
			t.Fatal(err)
		}
		if !ValidMailbox(path.Spec()) {
			t.Errorf("%s is no mailbox", path)
		}
		recipient.Name = ""
		want := VERP{Prefix: "bounces", ID: "m42", Recipient: recipient, Day: day}
		if got, err := key.CheckBound(path, recipient, day.Add(week), week); err != nil || got != want {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
		want.Recipient = Address{}
		if got, err := key.Check(path, day, week); err != nil || got != want {
			t.Errorf("without the recipient: %+v, %v", got, err)
		}
		other := Address{Local: recipient.Local + "x", Domain: recipient.Domain}
		if got, err := key.CheckBound(path, other, day, week); err != ErrVERPRecipient || got != want {
			t.Errorf("of another recipient: %+v, %v", got, err)
		}
		if _, err := key.CheckBound(path, recipient, day.Add(week+25*time.Hour), week); err != ErrVERPExpired {
			t.Errorf("too old: %v", err)
		}
		if _, ok := DecodeVERP(path, ""); ok {
			t.Errorf("%s seems to carry a recipient", path)
		}
	}
}

func TestVERPKeyBindSameRecipient(t *testing.T) {
	key := VERPKey("0123456789abcdef")
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	v := VERP{Prefix: "b", ID: "1", Recipient: Address{Local: "Kalice", Domain: "Bücher.example"}, Day: day}
	for name, sign := range map[string]func(VERP, string) (Address, error){"bound": key.Bind, "carried": key.Make} {
		path, err := sign(v, "example.org")
		if err != nil {
			t.Fatal(err)
		}
		upper := Address{Local: strings.ToUpper(path.Local), Domain: "EXAMPLE.org."}
		if name == "carried" {
			upper.Local = path.Local // its recipient is not of ASCII
		}
		if _, err := key.CheckBound(upper, Address{Local: "kALICE", Domain: "XN--bcher-kva.example."}, day, time.Hour); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := key.CheckBound(path, Address{Local: "\u212Aalice", Domain: "bücher.example"}, day, time.Hour); err != ErrVERPRecipient {
			t.Errorf("%s: the Kelvin sign is a k: %v", name, err)
		}
	}
}

// No byte of a bound return path can be changed, nor can one be made of two.
func TestVERPKeyBindForged(t *testing.T) {
	key := VERPKey("0123456789abcdef")
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	alice, bob := Address{Local: "alice", Domain: "example.com"}, Address{Local: "bob", Domain: "example.com"}
	path, err := key.Bind(VERP{Prefix: "b", ID: "1", Recipient: alice, Day: now}, "example.org")
	other, err2 := key.Bind(VERP{Prefix: "b", ID: "1", Recipient: bob, Day: now}, "example.org")
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	for i := range path.Local {
		forged := path
		c := byte('x')
		if path.Local[i] == c {
			c = 'y'
		}
		forged.Local = path.Local[:i] + string(c) + path.Local[i+1:]
		if _, err := key.CheckBound(forged, alice, now, time.Hour); err == nil {
			t.Errorf("accepted %s", forged)
		}
	}
	end := strings.LastIndexByte(path.Local, '-')
	spliced := Address{Local: path.Local[:end] + other.Local[end:], Domain: path.Domain}
	if _, err := key.CheckBound(spliced, bob, now, time.Hour); err != ErrVERPForged {
		t.Errorf("spliced: %v", err)
	}
	long := VERP{Prefix: strings.Repeat("b", 16), ID: strings.Repeat("1", 17), Recipient: alice, Day: now}
	if path, err := key.Bind(long, "example.org"); err != nil || len(path.Local) != maxLocal {
		t.Errorf("%d bytes, %v", len(path.Local), err)
	}
	long.ID += "1"
	if _, err := key.Bind(long, "example.org"); !errors.Is(err, ErrVERPValue) {
		t.Errorf("too long: %v", err)
	}
	for _, recipient := range []Address{{Local: "a"}, {Domain: "example.com"}} {
		if _, err := key.Bind(VERP{Prefix: "b", ID: "1", Recipient: recipient, Day: now}, "example.org"); !errors.Is(err, ErrVERPValue) {
			t.Errorf("%+v: %v", recipient, err)
		}
	}
}

func TestVERPKeys(t *testing.T) {
	last, old, today := VERPKey("last year's secret"), VERPKey("yesterday's secret"), VERPKey("the secret of today")
	keys := VERPKeys{today, old}
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	alice := Address{Local: "alice", Domain: "example.com"}
	for _, key := range []VERPKey{last, old, today} {
		v := VERP{Prefix: "b", ID: "1", Recipient: alice, Day: now}
		carried, err := key.Make(v, "example.org")
		bound, err2 := key.Bind(v, "example.org")
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		var want error
		if string(key) == string(last) {
			want = ErrVERPForged
		}
		if got, err := keys.Check(carried, now, time.Hour); err != want || want == nil && got.Recipient != alice {
			t.Errorf("%s: %+v, %v", key, got, err)
		}
		if got, err := keys.CheckBound(bound, alice, now, time.Hour); err != want || want == nil && got.Recipient != alice {
			t.Errorf("%s, bound: %+v, %v", key, got, err)
		}
		if _, err := keys.CheckBound(bound, Address{Local: "bob", Domain: "example.com"}, now, time.Hour); want == nil && err != ErrVERPRecipient {
			t.Errorf("%s, of another: %v", key, err)
		}
		if got, err := keys.Check(carried, now.AddDate(1, 0, 0), time.Hour); want == nil && (err != ErrVERPExpired || got.ID != "1") {
			t.Errorf("%s, too old: %+v, %v", key, got, err)
		}
	}
	if _, err := keys.Check(alice, now, time.Hour); err != ErrVERP {
		t.Errorf("no signed path: %v", err)
	}
	for _, keys := range []VERPKeys{nil, {[]byte("short"), today}} {
		if _, err := keys.Check(alice, now, time.Hour); err != ErrVERPKey {
			t.Errorf("%q: %v", keys, err)
		}
	}
}
