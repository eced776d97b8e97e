package headers

import (
	"strings"
	"testing"
)

func TestParseHost(t *testing.T) {
	for in, want := range map[string]string{
		"MX.Example.com.":               "mx.example.com",
		"localhost":                     "localhost",
		"ex_1.example.net":              "ex_1.example.net",
		"3com.example":                  "3com.example",
		"Bücher.example":                "bücher.example",
		"xn--bcher-kva.example":         "xn--bcher-kva.example",
		"\u212Aelvin.example":           "\u212Aelvin.example",
		"192.0.2.1":                     "192.0.2.1",
		"[192.0.2.1]":                   "192.0.2.1",
		"2001:DB8:0:0::1":               "2001:db8::1",
		"[IPv6:2001:db8::1]":            "2001:db8::1",
		"[ipv6:2001:db8::1]":            "2001:db8::1",
		"[2001:db8::1]":                 "2001:db8::1",
		strings.Repeat("b.", 127) + "b": strings.Repeat("b.", 127) + "b",
		strings.Repeat("b", maxLabel):   strings.Repeat("b", maxLabel),
		strings.Repeat("ü", maxLabel):   strings.Repeat("ü", maxLabel),
	} {
		if got, ok := ParseHost(in); !ok || got != want {
			t.Errorf("%q: %q, %v, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", ".", "..", "a..b", ".a", "-a.example", "a-.example", "a b", " a.example", "a.example:25", "a@b.example", "a.example (b)", "<a.example>", "a.example;",
		"2024.05.14.09", "192.0.2.256", "550", "15.20.1", "[a.example]", "[192.0.2.1", "192.0.2.1]", "[]", "fe80::1%eth0", "[IPv6:]", "a\u200bb.example", "a\x00.example", "a\xff.example",
		strings.Repeat("b.", 127) + "bc", strings.Repeat("b", maxLabel+1),
	} {
		if got, ok := ParseHost(in); ok {
			t.Errorf("%q: %q", in, got)
		}
	}
}
