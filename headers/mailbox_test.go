package headers

import (
	"strings"
	"testing"
)

func TestValidMailbox(t *testing.T) {
	for _, s := range []string{
		"alice@example.com", "Alice.B-c_d+e=f%g!h@mail.example.com", "a@localhost", "o'hara@example.com", "{a}|~^`#$&/?@example.com",
		`"a b"@example.com`, `"a@b"@example.com`, `"a\"b"@example.com`, `".."@example.com`,
		"alice@[192.0.2.1]", "alice@[IPv6:2001:db8::1]", "alice@[ipv6:2001:db8::1]",
		"δοκιμή@παράδειγμα.example", "用户@例子.example", "alice@bücher.example", "alice@col·lectiu.example", "alice@XN--bcher-kva.example", "e\u0301@example.com",
		"\u212Aelvin@example.com", "1@1.example", "a@3com.example",
		strings.Repeat("a", maxLocal) + "@example.com", "a@" + strings.Repeat("b", maxLabel) + ".example",
		"a@" + strings.Repeat("b.", 125) + "bc",
	} {
		if !ValidMailbox(s) {
			t.Errorf("%q is refused", s)
		}
	}
}

func TestValidMailboxNot(t *testing.T) {
	for _, s := range []string{
		"", "@", "alice", "alice@", "@example.com", "*@example.com", "sales*@example.com", `"*"@example.com`, "a@*.example.com",
		"a@example.com,b@example.com", "a@example.com b@example.com", "a@b@example.com", "<a@example.com>", "Alice <a@example.com>", "a@example.com ", " a@example.com",
		"@relay.example:a@example.com", "<@relay.example:a@example.com>", "mailto:a@example.com", "(c)a@example.com", "a(c)@example.com",
		"a\x00@example.com", "a\x00@example.com\x00", "a\tb@example.com", "a\x7f@example.com", "a\u0085@example.com", "\"a\nb\"@example.com", "a@exam\x00ple.com",
		"a\u200b@example.com", "a\u202e@example.com", "a\u00ad@example.com", "a\u2060@example.com", "a\ufeff@example.com", "a\u034f@example.com", "a\ufe0f@example.com", "a\u3164@example.com", "a\u2800@example.com", "a\U000e0041@example.com",
		"a\u00a0@example.com", "a\u3000b@example.com", "a\u2028@example.com", "a\ue000@example.com", "a\ufffd@example.com", "a\xff@example.com",
		"a\u200b@\u200bexample.com", "a@exam\u200bple.com", "a@exam\u202eple.com", "a@\u0d9a\u0dca\u200d\u0dbb.example", "a@\uff45xample.com", "a@example\u3002com", "a@xn--a.example", "a@BÜCHER.example",
		"a\uff20example.com", "a\uff20b@example.com", "a\ufe6bb@example.com",
		".a@example.com", "a.@example.com", "a..b@example.com", "a b@example.com", `a"b@example.com`, `"a@example.com`, `""@example.com`, `" "@example.com`, `"\ "@example.com`, `"a"b@example.com`, `"a\"@example.com`, `"@example.com`, `a\b@example.com`,
		"a@bücher.example.", "a@xn--bcher-kva.example.", "a@bücher.123", "a@b_ü.example", "a@a_b.bücher.example", "a@.bücher.example", "a@bücher..example", "a@-a.bücher.example",
		"a@example.com.", "a@.example.com", "a@example..com", "a@-example.com", "a@example-.com", "a@ex_ample.com", "a@exam ple.com", "a@example.com:25",
		"a@192.0.2.1", "a@1", "a@192.0.2.1]", "a@[192.0.2.1", "a@[192.0.2.256]", "a@[192.0.2]", "a@[2001:db8::1]", "a@[IPv6:192.0.2.1]", "a@[IPv6:fe80::1%eth0]", "a@[x:y]", "a@[]",
		strings.Repeat("a", maxLocal+1) + "@example.com", "a@" + strings.Repeat("b", maxLabel+1) + ".example",
		"a@" + strings.Repeat("b.", 125) + "bcd",
	} {
		if ValidMailbox(s) {
			t.Errorf("%q is accepted", s)
		}
	}
}
