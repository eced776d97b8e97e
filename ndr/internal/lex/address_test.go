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
		{"\x7f\u0080\u00a0\u2003alice@example.com\u200b", "alice@example.com"},
		{"imceasmtp-alice+40example.com@relay.example.net", "alice@example.com"},
		{strings.Repeat("x", MaxValue+1), strings.Repeat("x", MaxValue)},
		{"<@relay.example.net:alice@example.com>", "alice@example.com"},
		{"alice", "alice"},
		{"o'neil@example.com", "o'neil@example.com"},
		{"alice+news@example.com", "alice+news@example.com"},
		{`"a b"@example.com`, `"a b"@example.com`},
		{"jörg@bücher.example", "jörg@bücher.example"},
		{"<>", ""},
		{"alice@example.com\r\nBcc: eve@example.com", "alice@example.com"},
		{"\u202emoc.elpmaxe@ecila\u202c", "moc.elpmaxe@ecila"},
		// Nothing is left out or changed within: that makes another address.
		{"alice\u202emoc.elpmaxe@example.com", "alice\u202emoc.elpmaxe@example.com"},
		{"alice@example.com\x00.evil.example", "alice@example.com\x00.evil.example"},
		{"al\u200bice@example.com", "al\u200bice@example.com"},
		{"mi\u212ae@EXAMPLE.com", "mi\u212ae@example.com"}, // the Kelvin sign is no k
		{"m\u0130a@example.com", "m\u0130a@example.com"},
		{"alice\xff@example.com", "alice\ufffd@example.com"},
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
		"a@b":                     "a@b",
		"å@example.com":           "å@example.com",
		"mail a@example.com":      "",
		"Some One <a@example.com": "", "Some One (a@example.com": "", "a\u00a0b@example.com": "",
		"a@example.com:": "",
		"a@":             "", "@example.com": "", "a": "", "": "", "<": "", "()": "",
		"a@example..com": "",
		strings.Repeat("a", maxAddress) + "@example.com": "",
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

func TestHexByte(t *testing.T) {
	for in, want := range map[string]int{"4a": 0x4a, "F9!": 0xf9, "": -1, "4": -1, "/0": -1, "0:": -1, "@0": -1, "0G": -1, "`0": -1, "0g": -1, "g0": -1} {
		if c, ok := HexByte(in); ok != (want >= 0) || ok && int(c) != want {
			t.Errorf("HexByte(%q) = %#x, %v", in, c, ok)
		}
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
		{"HELLO-user@example.com", "", false},
		{"IMCEAEX-a+4z@example.com", "", false},
		{"IMCEAEX-a+z4@example.com", "", false},
		{"IMCEAEX-a+/4@example.com", "", false},
		{"IMCEAEX-a+7F@example.com", "", false},
		{"", "", false},
	}
	for _, test := range tests {
		got, ok := decodeIMCEA(test.address)
		if ok != test.ok || ok && got != test.want {
			t.Errorf("%q: got %q, %v, want %q, %v", test.address, got, ok, test.want, test.ok)
		}
	}
}

// TestNextAddress shows which addresses are found in running text, and where.
func TestNextAddress(t *testing.T) {
	tests := []struct {
		in, address, mention string // the second with its brackets
		angled               bool
	}{
		{"to A@Example.com: no", "a@example.com", "A@Example.com", false},
		{"to <a@example.com>: no", "a@example.com", "<a@example.com>", true},
		{"to (<a@example.com>)", "a@example.com", "(<a@example.com>)", true},
		{`to "a@example.com"`, "a@example.com", `"a@example.com"`, false},
		{"to [a@example.com]", "a@example.com", "[a@example.com]", false},
		{"to 'a@example.com'", "a@example.com", "'a@example.com'", false},
		{"to `a@example.com'", "a@example.com", "a@example.com", false},
		{"=a@example.com", "a@example.com", "a@example.com", false},
		{"<=a@example.com>", "=a@example.com", "<=a@example.com>", true},
		{`"a b"@example.com`, `"a b"@example.com`, `"a b"@example.com`, false},
		{`b"@example.com`, "", "", false},
		{"o'neil+x@example.com", "o'neil+x@example.com", "o'neil+x@example.com", false},
		{"a@example.com.", "a@example.com", "a@example.com", false},
		{"a@example..com", "a@example", "a@example", false},
		{"a@[192.0.2.1] x", "a@[192.0.2.1]", "a@[192.0.2.1]", false},
		{"a@[192.0.2.1", "", "", false},
		{"a@localhost", "a@localhost", "a@localhost", false},
		{"a@NODE@HUB", "", "", false},
		{"a@node.example@b.example c@d.example", "c@d.example", "c@d.example", false},
		{"/G=Kim/S=Example/C=DE/@example.com", "/g=kim/s=example/c=de/@example.com", "/G=Kim/S=Example/C=DE/@example.com", false},
		{"/path/a@example.com", "path/a@example.com", "path/a@example.com", false},
		{"宛先a@example.com", "a@example.com", "a@example.com", false},
		{"<宛先a@example.com>", "宛先a@example.com", "<宛先a@example.com>", true},
		{"<jörg@bücher.example>", "jörg@bücher.example", "<jörg@bücher.example>", true},
		{"jörg@bücher.example x", "", "", false},
		{"jörg@example.com", "", "", false},
		{"a@bücher.example", "", "", false},
		{"a@example.com宛先", "a@example.com", "a@example.com", false},
		{"@ @example.com a@ x@y", "x@y", "x@y", false},
		{"https://a@example.com/ b@example.com", "b@example.com", "b@example.com", false},
		{"mailto:a@example.com b@example.com", "b@example.com", "b@example.com", false},
		{"MAILTO:a@example.com", "", "", false},
		{"a@-.", "", "", false},
		{"a@.", "", "", false},
		{"'@example.com", "", "", false},
		{"/a=b@example.com", "a=b@example.com", "a=b@example.com", false},
		{"/path/@example.com", "path/@example.com", "path/@example.com", false},
		{"=x=y/@example.com", "x=y/@example.com", "x=y/@example.com", false},
		{"to 宛先a@example.com", "a@example.com", "a@example.com", false},
		{"<a@example.com,b>", "a@example.com", "a@example.com", false},
		{"a@x宛 b", "a@x", "a@x", false},
		{"<a@x\u200b.example>", "a@x", "a@x", false},
		{"<a@x\ufffd.example>", "a@x", "a@x", false},
		{"a@" + strings.Repeat("x", MaxDomain+50), "a@" + strings.Repeat("x", MaxDomain), "a@" + strings.Repeat("x", MaxDomain), false},
		{"nothing", "", "", false},
		{"a@@example.com", "", "", false},
		{strings.Repeat("x", MaxLocalPart+50) + "@example.com", strings.Repeat("x", MaxLocalPart) + "@example.com", strings.Repeat("x", MaxLocalPart) + "@example.com", false},
	}
	for _, tt := range tests {
		m, ok := NextAddress(tt.in, 0)
		if ok != (tt.address != "") || m.Address != tt.address || tt.in[m.Start:m.End] != tt.mention || m.Angled != tt.angled {
			t.Errorf("%.60q: got %q in %q, angled %v; want %q in %q", tt.in, m.Address, tt.in[m.Start:m.End], m.Angled, tt.address, tt.mention)
		}
	}
	text := "a@example.com b@example.com"
	m, _ := NextAddress(text, 1)
	if m.Address != "b@example.com" {
		t.Errorf("from the second byte on: got %q", m.Address)
	}
	for _, unit := range []string{"@", "a@", "\"@", "<@", "é@", "a@[", "@é"} {
		s := strings.Repeat(unit, 1<<18/len(unit))
		for from, ok := 0, true; ok; from = m.End {
			m, ok = NextAddress(s, from)
		}
	}
}

func TestAddressOrLocal(t *testing.T) {
	for in, want := range map[string]string{
		"rfc822; <A@example.com>": "a@example.com", "a@example.com (Name)": "a@example.com",
		"LOCAL; <Alice>": "alice", "'alice'": "alice", "two words": "", "rfc822;": "", "": "", "--": "", "...": "",
		"alice.b+c": "alice.b+c", strings.Repeat("a", MaxLocalPart): strings.Repeat("a", MaxLocalPart), strings.Repeat("a", MaxLocalPart+1): "", "ä": "",
		"status=bounced": "", "local/frank": "",
	} {
		if got := AddressOrLocal(in); got != want {
			t.Errorf("%.40q: got %q, want %q", in, got, want)
		}
	}
}

func TestResolveIMCEA(t *testing.T) {
	for in, want := range map[string][2]string{
		"a@example.com": {"a@example.com", ""},
		"IMCEASMTP-a+40example+2Ecom@example.net": {"a@example.com", ""},
		"imceasmtp-a+40example+2Ecom@example.net": {"a@example.com", ""},
		"IMCEASMTP-nobody@example.net":            {"IMCEASMTP-nobody@example.net", "nobody"},
		"IMCEAEX-_O=A@example.net":                {"IMCEAEX-_O=A@example.net", "/O=A"},
		"IMCEAEX":                                 {"IMCEAEX", ""},
		"IMCEAEX-a+40example+2Ecom@example.net":   {"IMCEAEX-a+40example+2Ecom@example.net", "a@example.com"},
		"IMCEASMTP-a+40+zz@example.net":           {"IMCEASMTP-a+40+zz@example.net", ""},
	} {
		if final, original := ResolveIMCEA(in); final != want[0] || original != want[1] {
			t.Errorf("%q: got %q, %q, want %q", in, final, original, want)
		}
	}
	for in, want := range map[string]bool{
		"IMCEAEX-_O=EXAMPLE": true, "IMCEAEX-_O=A@example.net": false, "IMCEAEX two": false, "imceaex-": false, "a": false,
		"IMCEA" + strings.Repeat("x", maxAddress-6): true, "IMCEA" + strings.Repeat("x", maxAddress-5): false,
	} {
		if got := IsFoldedIMCEA(in); got != want {
			t.Errorf("IsFoldedIMCEA(%.20q) = %v", in, got)
		}
	}
}

// TestIsPart shows which addresses in prose are part of what may be another.
func TestIsPart(t *testing.T) {
	for line, want := range map[string]bool{
		"bob@example.com":                      false,
		"<bob@example.com>:":                   false,
		"to: bob@example.com, ann@example.com": false,
		"Bob Roe <bob@example.com>":            false,
		"(bob@example.com)":                    false,
		"[bob@example.com]":                    false,
		"\"bob@example.com\"":                  false,
		"to=<bob@example.com>":                 false,
		"rcpt:bob@example.com":                 false,
		"RFC822;bob@example.com":               false,
		"ann@example.org,bob@example.com":      false,
		"ann@example.org;bob@example.com":      false,
		", bob@example.com":                    false,
		",bob@example.com":                     false,
		"ann,bob@example.com":                  true,
		"ann;bob@example.com":                  true,
		`ann\bob@example.com`:                  true,
		"ann(x)bob@example.com":                true,
		"ann(bob@example.com":                  true,
		"ann[bob@example.com":                  true,
		"ann\"bob@example.com":                 true,
		"<ann bob@example.com>":                true,
		"bob@example.com@example.net":          true,
		".bob@example.com":                     true,
		"*bob@example.com":                     true,
		"al\u200bbob@example.com":              true,
		"ale\u0301bob@example.com":             true,
		"al\ufffdbob@example.com":              true,
		"\u2022bob@example.com":                false,
		"\u25cfbob@example.com":                false,
		"\u201cbob@example.com\u201d":          false,
		"\u00a0bob@example.com\u00a0":          false,
		"bob@example.com\u200bpany.example":    true,
		"bob@example.com-":                     true,
		"bob@example.com- no":                  false,
		"<bob@example.com pany>":               true,
		"R=bob@example.com":                    false,
		"=bob@example.com":                     true,
		"'bob@example.com'":                    false,
		"`bob@example.com'":                    false,
		"`bob@example.com`":                    false,
		"'bob@example.com":                     true,
		"`bob@example.com":                     true,
		"bob@example.com…":                     true,
		"…bob@example.com":                     true,
		"<bob@example.com\u202e>":              true,
		"<bob@example.com\ufffd>":              true,
		"<@relay.example:bob@example.com>":     true,
		"@relay.example:bob@example.com":       true,
		"<ann@example.com,bob@example.com>":    true,
		"<SMTP:bob@example.com>":               false,
		"'ann bob@example.com'":                true,
		"'550 no such user bob@example.com'":   false,
		"bob@example.com <ann@example.com>":    true,
		`"bob@example.com" <ann@example.com>`:  true,
		"bob@example.com <not found>":          false,
		"bob@example.com ann@example.com>":     false,
	} {
		for m, ok := NextAddress(line, 0); ok; m, ok = NextAddress(line, m.End) {
			if m.Address == "bob@example.com" && m.IsPart(line) != want {
				t.Errorf("%q: got %v, want %v", line, !want, want)
			}
		}
	}
}

// TestWrapped shows which addresses may have lost something to a line break.
func TestWrapped(t *testing.T) {
	for _, tt := range []struct {
		above, line, below string
		want               bool
	}{
		{"", "bob@example.com", "", false},
		{"ann-", "  bob@example.com", "", true},
		{"  * ann.", "bob@example.com", "", true},
		{"failed for ann.", "bob@example.com", "", false},
		{"-----", "bob@example.com", "", false},
		{"ann_.", "bob@example.com", "", false},
		{"ann", "bob@example.com", "", false},
		{"ann-", "to bob@example.com", "", false},
		{"to <ann", "bob@example.com>", "", true},
		{"to <ann@example.com>", "<bob@example.com>", "", false},
		{"if 1 < 2 then", "bob@example.com", "", false},
		{"550 5.1.1 <ann.=", "bob@example.com>: no such user", "", true},
		{"> 550 5.1.1 <ann.=", "> bob@example.com>: no such user", "", true},
		{"550 5.1.1 =", "bob@example.com: no such user", "", false},
		{"=====", "bob@example.com", "", false},
		{"", "to bob@example.com.", "de", true},
		{"", "to <bob@example.com.", "  co.uk>: no", true},
		{"", "to bob@example.com.", "de is the domain", false},
		{"", "to bob@example.com.", "Sorry", false},
		{"", "to bob@example.com", "de", false},
	} {
		m, _ := NextAddress(tt.line, 0)
		if got := m.BeginsWrapped(tt.above, tt.line) || m.EndsWrapped(tt.line, tt.below); got != tt.want {
			t.Errorf("%q, %q, %q: got %v, want %v", tt.above, tt.line, tt.below, got, tt.want)
		}
	}
}

func TestMentionEnds(t *testing.T) {
	for _, tt := range []struct {
		line, item string
		open       bool
	}{
		{"bob@example.com", "bob@example.com", true},
		{"bob@example.com:", "bob@example.com", false},
		{"<bob@example.com>", "bob@example.com", false},
		{"-bob@example.com", "bob@example.com", true},
		{"- bob@example.com", "bob@example.com", true},
		{"|bob@example.com", "bob@example.com", true},
		{"|bob@example.com | no", "|bob@example.com", false},
		{"|-bob@example.com | no", "bob@example.com", false},
	} {
		m, _ := NextAddress(tt.line, 0)
		if item, open := m.Item(tt.line), m.EndsOpen(tt.line); item != tt.item || open != tt.open {
			t.Errorf("%q: item %q, open %v, want %q, %v", tt.line, item, open, tt.item, tt.open)
		}
	}
}

func TestIsPartQuoted(t *testing.T) {
	for line, want := range map[string]bool{
		`"bob x"@example.com`: false, `R="bob x"@example.com`: false, `ann"bob x"@example.com`: true, `to "bob x"@example.com`: false, `("bob x"@example.com)`: false,
	} {
		m, ok := NextAddress(line, 0)
		if got := m.IsPart(line); !ok || m.Address != `"bob x"@example.com` || got != want {
			t.Errorf("%q: %q, %v, want %v", line, m.Address, got, want)
		}
	}
}
