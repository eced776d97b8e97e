package lex

import (
	"slices"
	"strings"
	"testing"
)

func TestCleanAddress(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Alice@Example.COM", "alice@example.com"},
		{"<alice@example.com>", "alice@example.com"},
		{" < alice@example.com > ", "alice@example.com"},
		{"Alice <alice@example.com>", "alice@example.com"},
		{"'alice@example.com'", "alice@example.com"},
		{"alice@example.com;", "alice@example.com"},
		{"alice@example.com (unverified)", "alice@example.com"},
		{"mailto:alice@example.com", "alice@example.com"},
		{"MAILTO:alice@example.com", "alice@example.com"},
		{"@relay.example.net,@two.example.net:alice@example.com", "alice@example.com"},
		{"<@relay.example.net:alice@example.com>", "alice@example.com"},
		{"alice", "alice"},
		{"o'neil@example.com", "o'neil@example.com"},
		{"alice+news@example.com", "alice+news@example.com"},
		{`"a b"@example.com`, `"a b"@example.com`},
		{"jörg@bücher.example", "jörg@bücher.example"},
		{"<>", ""},
		{"alice@example.com\r\nBcc: eve@example.com", "alice@example.com"},
		{"alice\u202emoc.elpmaxe@example.com", "alicemoc.elpmaxe@example.com"},
	}
	for _, tt := range tests {
		if got := CleanAddress(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLoneAddress(t *testing.T) {
	for in, want := range map[string]string{
		"a@example.com":                            "a@example.com",
		"<a@example.com>":                          "a@example.com",
		"'a@example.com'":                          "a@example.com",
		"Some One <a@example.com>":                 "a@example.com",
		"Some One (a@example.com)":                 "a@example.com",
		"a@example.com<mailto:b@example.com>":      "a@example.com",
		"Some One (a@example.com)<mailto:b@x.com>": "a@example.com",
		"a@b":                "a@b",
		"å@example.com":      "å@example.com",
		"mail a@example.com": "",
		"a@example.com:":     "",
		"a@":                 "", "@example.com": "", "a": "", "": "", "<": "", "()": "",
		"a@example..com": "",
		strings.Repeat("a", MaxAddress) + "@example.com": "",
	} {
		if got := LoneAddress(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	got := Addresses("a@example.com; <B@example.com>,b@example.com\tc@example.com. x d@")
	if want := []string{"a@example.com", "B@example.com", "c@example.com"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDecodeIMCEA(t *testing.T) {
	tests := []struct {
		address, want string
		ok            bool
	}{
		{"IMCEAEX-_O=EXAMPLE_OU=A+20B_CN=USER@example.com", "/O=EXAMPLE/OU=A B/CN=USER", true},
		{"imceaex-_o=example@example.com", "/o=example", true},
		{"IMCEASMTP-user+40example+2Ecom@example.net", "user@example.com", true},
		{"IMCEAFAX-Some+20One+40+2B46@example.net", "Some One@+46", true},
		{"IMCEAEX-_O=EXAMPLE", "/O=EXAMPLE", true},
		{"IMCEAEX-+C3+A5@example.com", "å", true},
		{"IMCEAEX-+c3+a5@example.com", "å", true},
		{"IMCEAEX-+C3@example.com", "", false}, // not UTF-8
		{"IMCEAEX-+0A@example.com", "", false}, // a line end
		{"IMCEAEX-+4@example.com", "", false},
		{"IMCEAEX-+zz@example.com", "", false},
		{"IMCEAEX-@example.com", "", false},
		{"IMCEAEX", "", false},
		{"user@example.com", "", false},
		{"", "", false},
	}
	for _, test := range tests {
		got, ok := DecodeIMCEA(test.address)
		if ok != test.ok || ok && got != test.want {
			t.Errorf("%q: got %q, %v, want %q, %v", test.address, got, ok, test.want, test.ok)
		}
	}
}
