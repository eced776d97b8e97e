package codes

import (
	"strings"
	"testing"
)

// What a reply says of addresses, lists, sizes and times fills the texts; what
// it does not say clearly does not.
func TestAdviceFactsOfReply(t *testing.T) {
	for _, tt := range []struct{ hole, reply, want string }{
		{"ip", "Client host [192.0.2.7] blocked", "192.0.2.7"},
		{"ip", "[192.0.2.7      15] suspicious", "192.0.2.7"},
		{"ip", "Client host [IPv6:2001:db8::7] blocked", "2001:db8::7"},
		{"ip", "192.0.2.7 is listed, see https://lists.example/192.0.2.7.", "192.0.2.7"},
		{"ip", "192.0.2.7 is listed as 127.0.0.2", "192.0.2.7"},
		{"ip", "192.0.2.7 or 192.0.2.8 is listed", ""},
		{"ip", "421 4.7.0 version 1.2.3", ""},
		{"list", "blocked using zen.spamhaus.org", "Spamhaus ZEN"},
		{"list", "listed at SpamHaus", "Spamhaus"},
		{"list", "blocked using dnsbl.example", ""},
		{"lookup", "blocked using zen.spamhaus.org", "https://check.spamhaus.org/"},
		{"lookup", "blocked using bl.spamcop.net", ""}, // no page that is known to be one
		{"limit", "Message size 12345678 exceeds fixed limit of 10485760", "10 MB"},
		{"size", "Message size 12345678 exceeds fixed limit of 10485760", "13 MB"},
		{"limit", "maximum message size: 25 MB", "25 MB"},
		{"limit", "exceeds 20480K", "20 MB"},
		{"limit", "limit is 1G", "1000 MB"},
		{"limit", "limit of 500000 bytes", "1 MB"},
		{"limit", "exceeds the limit of 5 recipients", ""},
		{"limit", "exceeds limit (552)", ""},
		{"limit", "limit 999999999999999999999999", ""},
		{"limit", "limit 999999999 gb", ""},
		{"size", "the message is too large", ""},
		{"wait", "greylisted, try again in 300 seconds", "300 s"},
		{"wait", "come back in 5 minutes", "5 min"},
		{"wait", "retry after 1 hour", "1 h"},
		{"wait", "try again later", ""},
	} {
		f := adviceFacts{reply: tt.reply}
		if got := f.value(tt.hole); got != tt.want {
			t.Errorf("%s of %q: got %q, want %q", tt.hole, tt.reply, got, tt.want)
		}
	}
}

// Every hole has a value; a name that is none has none.
func TestAdviceHoles(t *testing.T) {
	f := adviceFacts{Facts{"mx.example.net", "bob@example.org", "example.com", "192.0.2.7"},
		"size 12345678 over limit 10485760, blocked using zen.spamhaus.org, retry in 5 min"}
	for _, hole := range adviceHoles {
		if f.value(hole) == "" {
			t.Errorf("{%s} has no value", hole)
		}
	}
	if v := f.value("colour"); v != "" {
		t.Errorf("{colour} is %q", v)
	}
}

// A caller's values reach the text only where they are what they should be.
func TestAdviceWith(t *testing.T) {
	a := ParseResponse("451 4.4.1 Connection refused").Advice()
	for _, tt := range []struct {
		facts Facts
		words string
	}{
		{Facts{}, "the mail port of the receiving server, "},
		{Facts{Host: "mx.example.com."}, "the mail port of mx.example.com, "},
		{Facts{Host: "växel.example"}, "the mail port of växel.example, "},
		{Facts{Host: "<script>.example"}, "the mail port of the receiving server, "},
		{Facts{Host: "mx.example.com\nBcc: a@example.com"}, "the mail port of the receiving server, "},
		{Facts{Host: "{ip}.example"}, "the mail port of the receiving server, "},
		{Facts{Host: strings.Repeat("a.", 127) + "a"}, "the mail port of the receiving server, "},
		{Facts{Recipient: "bob@example.org"}, "tell the administrator of example.org some"},
		{Facts{Recipient: "bob"}, "tell the administrator of the recipient's domain some"},
		{Facts{IP: "192.0.2.7"}, "the mail port of the receiving server, "},
	} {
		got := a.With(tt.facts)
		if all := got.Meaning + "\n" + strings.Join(got.Fixes, "\n"); !strings.Contains(all, tt.words) {
			t.Errorf("%+v: no %q in %s", tt.facts, tt.words, all)
		}
	}
	if got := IPBlocked.Advice().With(Facts{IP: "2001:db8::7"}).Fixes[0]; !strings.Contains(got, "look up 2001:db8::7") {
		t.Errorf("got %q", got)
	}
	if got := IPBlocked.Advice().With(Facts{IP: "no address"}).Fixes[0]; !strings.Contains(got, "look up the sending IP address") {
		t.Errorf("got %q", got)
	}
}

// An Advice that was not made by this package keeps its texts.
func TestAdviceWithOwnText(t *testing.T) {
	a := Advice{Title: "Mine", Meaning: "I wrote {this}."}
	if got := a.With(Facts{Host: "mx.example.com"}); got.Title != a.Title || got.Meaning != a.Meaning {
		t.Errorf("got %+v", got)
	}
}

// What the caller added to the texts, or changed in them, stays.
func TestAdviceWithAddedText(t *testing.T) {
	a := IPBlocked.Advice()
	a.Fixes = append([]string{"Mine."}, a.Fixes...)
	a.Causes[0] = "Ours."
	got := a.With(Facts{IP: "192.0.2.7"})
	if got.Fixes[0] != "Mine." || !strings.Contains(got.Fixes[1], "look up 192.0.2.7") || got.Causes[0] != "Ours." || len(got.Fixes) != len(a.Fixes) {
		t.Errorf("got %q, %q", got.Fixes, got.Causes)
	}
	if strings.Contains(a.Fixes[1], "192.0.2.7") {
		t.Error("With changed the advice that it was called on")
	}
	if got = got.With(Facts{IP: "192.0.2.8"}); !strings.Contains(got.Fixes[1], "look up 192.0.2.8") {
		t.Errorf("a second time: got %q", got.Fixes[1])
	}
}

// The domain to mend stands in the advice on a check.
func TestAuthAdviceWith(t *testing.T) {
	got := AuthAdvice("dmarc", "no-record").With(Facts{Sender: "example.com"})
	if !strings.Contains(got.Fixes[0], "at _dmarc below example.com a record") {
		t.Errorf("got %q", got.Fixes[0])
	}
}

// TestLongFact has names of the greatest length that a text names, and beyond.
func TestLongFact(t *testing.T) {
	for n, want := range map[int]bool{254: true, 255: false} {
		f := adviceFacts{Facts: Facts{Host: strings.Repeat("a", n-len(".example")) + ".example"}}
		if got := f.value("host"); (got != "") != want {
			t.Errorf("a name of %d bytes: %q", n, got)
		}
	}
}
