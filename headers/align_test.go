package headers

import "testing"

func TestOrganizationalDomain(t *testing.T) {
	for _, test := range []struct{ domain, want string }{
		{"example.com", "example.com"},
		{"Mail.Example.COM.", "example.com"},
		{"a.b.c.example.co.uk", "example.co.uk"},
		{"co.uk", "co.uk"},
		{"com", "com"},
		{"localhost", "localhost"},
		{"", ""},
		{".", ""},
		{"mail.bücher.example", "xn--bcher-kva.example"},
		{"MAIL.XN--BCHER-KVA.example", "xn--bcher-kva.example"},
		{"tenant1.onmicrosoft.com", "tenant1.onmicrosoft.com"},
		{"mail1.tenant1.onmicrosoft.com", "tenant1.onmicrosoft.com"},
		{"tenant1.mail.onmicrosoft.com", "tenant1.mail.onmicrosoft.com"},
		{"onmicrosoft.com", "onmicrosoft.com"},
		{"a..b", "a..b"},
	} {
		if got := OrganizationalDomain(test.domain); got != test.want {
			t.Errorf("%q: %q, want %q", test.domain, got, test.want)
		}
	}
}

func TestAligned(t *testing.T) {
	for _, test := range []struct {
		a, b            string
		relaxed, strict bool
	}{
		{"example.com", "EXAMPLE.com.", true, true},
		{"mail.example.com", "news.example.com", true, false},
		{"example.com", "example.org", false, false},
		{"a.co.uk", "b.co.uk", false, false},
		{"bücher.example", "xn--bcher-kva.example", true, true},
		{"tenant1.onmicrosoft.com", "tenant2.onmicrosoft.com", false, false},
		{"", "", false, false},
		{"example.com", "", false, false},
	} {
		if got := Aligned(test.a, test.b); got != test.relaxed {
			t.Errorf("Aligned(%q, %q) = %v", test.a, test.b, got)
		}
		if got := AlignedStrict(test.a, test.b); got != test.strict {
			t.Errorf("AlignedStrict(%q, %q) = %v", test.a, test.b, got)
		}
	}
}

func TestReadAlignment(t *testing.T) {
	for _, test := range []struct {
		name, header string
		aligned      bool
		cause        Cause
	}{
		{"by MAIL FROM", "From: A <a@example.com>\nReturn-Path: <b@bounce.example.com>", true, ""},
		{"by a signature", "From: a@example.com\nReturn-Path: <b@example.org>\nDKIM-Signature: d=example.org; s=a\nDKIM-Signature: s=b; d=Mail.Example.com", true, ""},
		{"not at all", "From: a@example.com\nReturn-Path: <b@example.org>\nDKIM-Signature: d=example.org; s=a", false, CauseNotAligned},
		{"null MAIL FROM", "From: a@example.com\nReturn-Path: <>", false, ""},
		{"no From", "Return-Path: <b@example.org>", false, ""},
		{"nothing", "Subject: x", false, ""},
	} {
		a := ReadAlignment(header(t, test.header))
		if a.Aligned() != test.aligned || a.Cause() != test.cause {
			t.Errorf("%s: %+v aligned %v, cause %q", test.name, a, a.Aligned(), a.Cause())
		}
	}
}
