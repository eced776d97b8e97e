package headers

import (
	"strings"
	"testing"
	"time"
)

// The tags were worked out with another implementation of HMAC-SHA-1.
func TestBATVKey(t *testing.T) {
	key := BATVKey("a secret key")
	day := func(n int) time.Time { return time.Date(2026, 2, 16, 13, 0, 0, 0, time.UTC).AddDate(0, 0, n) } // day 20500
	for _, test := range []struct {
		address string
		now     time.Time
		err     error
	}{
		{"prvs=15055d4073=alice@example.com", day(0), nil},
		{"PRVS=15055D4073=ALICE@EXAMPLE.COM", day(0), nil},
		{"prvs=15055d4073=alice@example.com", day(5), nil},
		{"prvs=15055d4073=alice@example.com", day(6), ErrVERPExpired},
		{"prvs=7003d6714b=Alice.B@example.com", day(501), nil}, // day 21001: the thousands turned
		{"prvs=7003d6714b=Alice.B@example.com", day(504), ErrVERPExpired},
		{"prvs=7003d6714b=alice.b@example.com", day(501), ErrVERPForged},
		{"prvs=15055d4073=bob@example.com", day(0), ErrVERPForged},
		{"prvs=15055d4073=alice@example.net", day(0), ErrVERPForged},
		{"prvs=15065d4073=alice@example.com", day(0), ErrVERPForged},
		{"prvs=15055d4074=alice@example.com", day(0), ErrVERPForged},
		{"prvs=15055d407=alice@example.com", day(0), ErrVERP},
		{"prvs=1a055d4073=alice@example.com", day(0), ErrVERP},
		{"btv1==15055d4073==alice@example.com", day(0), ErrVERP},
		{"alice@example.com", day(0), ErrVERP},
	} {
		got, err := key.Check(address(t, test.address), test.now)
		if err != test.err {
			t.Errorf("%s: %v, want %v", test.address, err, test.err)
		}
		if _, want, _ := strings.Cut(test.address[5:], "="); (err == nil || err == ErrVERPExpired) != (got.Spec() == want) {
			t.Errorf("%s: %s, %v", test.address, got.Spec(), err)
		}
	}
	if _, err := BATVKey("another key").Check(address(t, "prvs=15055d4073=alice@example.com"), day(0)); err != ErrVERPForged {
		t.Errorf("another key: %v", err)
	}
	if _, err := BATVKey(nil).Check(Address{}, day(0)); err != ErrVERPKey {
		t.Errorf("no key: %v", err)
	}
}
