package headers

import (
	"slices"
	"strings"
	"testing"
)

func TestParseAddress(t *testing.T) {
	for _, test := range []struct {
		in   string
		want Address
	}{
		{"alice@example.com", Address{"", "alice", "example.com"}},
		{"<alice@example.com>", Address{"", "alice", "example.com"}},
		{"<alice@example.com> <bob@example.net>", Address{"", "alice", "example.com"}},
		{"< alice@example.com >", Address{"", "alice", "example.com"}},
		{"<<alice@example.com>>", Address{"", "alice", "example.com"}},
		{"Alice Example <alice@example.com>", Address{"Alice Example", "alice", "example.com"}},
		{`"Example, Alice" <alice@example.com>`, Address{"Example, Alice", "alice", "example.com"}},
		{`"A \"B\" C" <alice@example.com>`, Address{`A "B" C`, "alice", "example.com"}},
		{`"bob@example.net" <alice@example.com>`, Address{"bob@example.net", "alice", "example.com"}},
		{"Dr. Alice <alice@example.com>", Address{"Dr. Alice", "alice", "example.com"}},
		{"alice@example.com (Alice (the first))", Address{"Alice (the first)", "alice", "example.com"}},
		{"(c) alice@example.com", Address{"c", "alice", "example.com"}},
		{"alice@ example.com (Alice)", Address{"Alice", "alice", "example.com"}},
		{"<alice@example.com> (Alice)", Address{"Alice", "alice", "example.com"}},
		{`"a@b" (c)`, Address{"c", "a@b", ""}},
		{`<"a>b"@example.com> (c)`, Address{"c", "a>b", "example.com"}},
		{`alice@example.com "a@b" (c)`, Address{"a@b", "alice", "example.com"}},
		{"alice@example.com @work (c)", Address{"@work", "alice", "example.com"}},
		{"'alice@example.com (c)", Address{"c", "'alice", "example.com"}},
		{`"Ann <alice@example.com>`, Address{`"Ann`, "alice", "example.com"}},
		{`Ann" <alice@example.com>`, Address{`Ann"`, "alice", "example.com"}},
		{strings.Repeat("a ", maxComments) + "alice@example.com", Address{strings.Repeat("a ", maxComments-1) + "a", "alice", "example.com"}},
		{"Alice alice@example.com", Address{"Alice", "alice", "example.com"}},
		{"alice@example.com <alice@example.com>", Address{"alice@example.com", "alice", "example.com"}},
		{`"a b"@example.com`, Address{"", "a b", "example.com"}},
		{`<"a@b"@example.com>`, Address{"", "a@b", "example.com"}},
		{`"alice"@example.com`, Address{"", "alice", "example.com"}},
		{"<@x.example,@y.example:alice@example.com>", Address{"", "alice", "example.com"}},
		{"@x.example,@y.example:alice@example.com", Address{"", "alice", "example.com"}},
		{"=?utf-8?q?Al=C3=ADce?= <alice@example.com>", Address{"Alíce", "alice", "example.com"}},
		{`"=?iso-8859-15?Q?=A4?=" <alice@example.com>`, Address{"€", "alice", "example.com"}},
		{"=?x-none?q?Al?= <alice@example.com>", Address{"=?x-none?q?Al?=", "alice", "example.com"}},
		{"=?iso-2022-jp?B?GyRCJCIbKEI=?= <alice@example.com>", Address{"あ", "alice", "example.com"}},
		{"δοκιμή@παράδειγμα.example", Address{"", "δοκιμή", "παράδειγμα.example"}},
		{"'alice@example.com'", Address{"", "alice", "example.com"}},
		{"<'alice@example.com'>", Address{"", "alice", "example.com"}},
		{"<mailto:alice@example.com>", Address{"", "alice", "example.com"}},
		{"SMTP:alice@example.com", Address{"", "alice", "example.com"}},
		{"alice@[192.0.2.1]", Address{"", "alice", "[192.0.2.1]"}},
		{"alice@[IPv6:2001:db8::1]", Address{"", "alice", "[IPv6:2001:db8::1]"}},
		{"<alice@[IPv6:2001:db8::1]>", Address{"", "alice", "[IPv6:2001:db8::1]"}},
		{"a..b.@docomo.example", Address{"", "a..b.", "docomo.example"}},
		{"MAILER-DAEMON", Address{"", "MAILER-DAEMON", ""}},
		{"<MAILER-DAEMON>", Address{"", "MAILER-DAEMON", ""}},
		{"Mail Delivery System <MAILER-DAEMON>", Address{"Mail Delivery System", "MAILER-DAEMON", ""}},
		{"Alice <alice@example.com", Address{"Alice", "alice", "example.com"}},
		{"Friends: alice@example.com, bob@example.org;", Address{"", "alice", "example.com"}},
		{"prvs=1234abcdef=alice@example.com", Address{"", "prvs=1234abcdef=alice", "example.com"}},
		{"alice@example.com <alice>", Address{"", "alice", "example.com"}},
	} {
		got, ok := ParseAddress(test.in)
		if !ok || got != test.want {
			t.Errorf("%s: %+v, %v, want %+v", test.in, got, ok, test.want)
		}
		if again, ok := ParseAddress(got.String()); !ok || again != got {
			t.Errorf("%s: written as %s, read as %+v", test.in, got, again)
		}
	}
}

func TestParseAddressNone(t *testing.T) {
	for _, in := range []string{
		"", " ", "<>", "undisclosed recipients:;", "Undisclosed recipients", "a@", "@", "<@x.example:>", ",;,", "(alice@example.com)", "\u00a0(x", "<\u00a0>",
		"a@b c@", "<a@b c>", "<a@[192.0.2.1> (c)", "<a@[x@y]> (c)", strings.Repeat("(", 1000), "a@" + strings.Repeat("b", 300),
	} {
		if got, ok := ParseAddress(in); ok {
			t.Errorf("%q: %+v", in, got)
		}
	}
}

func TestParseAddressList(t *testing.T) {
	const in = ` alice@example.com, "Bob, B." <bob@example.net> ,, Team: carol@example.org, <dave@example.org>;
 Empty:; broken@, <@x.example,@y.example:erin@example.com>, @nobody, gina@[192.0.2.1, @x.example,@y.example:hal@example.org, ivy@[IPv6:2001:db8::1], frank@example.com (F, r; a <n>)`
	var got []string
	for _, a := range ParseAddressList(in) {
		got = append(got, a.Spec())
	}
	want := "alice@example.com bob@example.net carol@example.org dave@example.org erin@example.com hal@example.org ivy@[IPv6:2001:db8::1] frank@example.com"
	if strings.Join(got, " ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestAddressListLimit(t *testing.T) {
	for _, n := range []int{maxAddresses, maxAddresses + 1} {
		if got := len(ParseAddressList(strings.Repeat("a@b.example,", n))); got != maxAddresses {
			t.Errorf("%d addresses give %d", n, got)
		}
	}
}

func TestAddressString(t *testing.T) {
	for _, test := range []struct {
		a    Address
		want string
	}{
		{Address{"", "alice", "example.com"}, "alice@example.com"},
		{Address{"Alice", "alice", "example.com"}, "Alice <alice@example.com>"},
		{Address{"Alice, E.", "alice", "example.com"}, `"Alice, E." <alice@example.com>`},
		{Address{"", `a "b"`, "example.com"}, `"a \"b\""@example.com`},
		{Address{"", "o'hara", "example.com"}, "o'hara@example.com"},
		{Address{"", "root", ""}, "root"},
	} {
		if got := test.a.String(); got != test.want {
			t.Errorf("%+v: %s, want %s", test.a, got, test.want)
		}
	}
}

// net/mail reads what it can, and our own reader the same of it, so that it
// does not matter which one a list falls to.
func TestParseListAgrees(t *testing.T) {
	byLibrary := 0
	for _, in := range []string{
		"alice@example.com", "<alice@example.com>", "Alice Example <alice@example.com>", `"Example, Alice" <alice@example.com>`, `"A \"B\" C" <alice@example.com>`,
		"Dr. Alice <alice@example.com>", "alice@example.com (Alice (the first))", `"a b"@example.com`, `<"a@b"@example.com>`, "=?utf-8?q?Al=C3=ADce?= <alice@example.com>",
		"=?iso-2022-jp?B?GyRCJCIbKEI=?= <alice@example.com>", "=?utf-8?q?A?= =?utf-8?q?B?= <alice@example.com>", "δοκιμή@παράδειγμα.example", "alice@[192.0.2.1]",
		"Friends: alice@example.com, bob@example.org;", "Empty:;", ` alice@example.com, "Bob, B." <bob@example.net> ,, Team: carol@example.org, <dave@example.org>;`,
	} {
		got, ok := parseList(in)
		if !ok {
			continue
		}
		byLibrary++
		p := addressParser{scanner: scanner{s: in}}
		var want []Address
		for !p.done() {
			if a, ok := p.mailbox(); ok {
				want = append(want, a)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: net/mail reads %+v, our own reader %+v", in, got, want)
		}
	}
	if byLibrary < 15 {
		t.Errorf("net/mail reads %d of these", byLibrary)
	}
}

// No character of an address is changed: one that cannot be handed out is none.
func TestParseAddressUnclean(t *testing.T) {
	for _, in := range []string{"a\x00b@example.com", "<a\x01@example.com>", "a\xff@example.com", "a@exam\x00ple.com", "\"a\x7f\"@example.com", "<a\u0085b@example.com>", "a@example.com\x00", strings.Repeat("a", maxText+1) + "@example.com"} {
		if got, ok := ParseAddress(in); ok {
			t.Errorf("%q: %+v", in, got)
		}
	}
	for _, in := range []string{"a\u200b@example.com", "\u212Aelvin@example.com", "a\u00a0@example.com", "\u202ea@example.com", "a\ufeff@ex\u00adample.com"} {
		if got, ok := ParseAddress("<" + in + ">"); !ok || got.Spec() != in {
			t.Errorf("%q: %q, %v", in, got.Spec(), ok)
		}
	}
}

// An address that the limit cuts through is left out, not cut.
func TestAddressListCut(t *testing.T) {
	for n := range 30 {
		list := ParseAddressList(strings.Repeat(" ", maxField-n) + "a@example.com, b@example.com")
		for _, a := range list {
			if a.Domain != "example.com" {
				t.Errorf("%d bytes before the limit: %s", n, a)
			}
		}
	}
	for n := range 50 {
		for _, id := range MessageIDs(strings.Repeat(" ", maxField-n) + "<a@example.com> <b@example.com>") {
			if !strings.HasSuffix(id, "@example.com") {
				t.Errorf("%d bytes before the limit: %s", n, id)
			}
		}
	}
}

// TestSpecQuotes shows that an apostrophe at the beginning needs quotes only where
// nothing stands behind the local part: Outlook puts whole addresses into apostrophes.
func TestSpecQuotes(t *testing.T) {
	for want, a := range map[string]Address{
		`"'''"`:                      {Local: "'''"},
		"'a@example.com":             {Local: "'a", Domain: "example.com"},
		`"Kim Lee" <'a@example.com>`: {Name: "Kim Lee", Local: "'a", Domain: "example.com"},
		`"a b"@example.com`:          {Local: "a b", Domain: "example.com"},
		"a..b@example.com":           {Local: "a..b", Domain: "example.com"},
	} {
		if got := a.String(); got != want {
			t.Errorf("%+v: %s, want %s", a, got, want)
		}
		if back, ok := ParseAddress(want); !ok || back != a {
			t.Errorf("%s: %+v, want %+v", want, back, a)
		}
	}
}
