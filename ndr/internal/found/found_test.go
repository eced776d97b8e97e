package found

import (
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// TestParseAction shows every word that is taken for an action.
func TestParseAction(t *testing.T) {
	for want, words := range map[Action]string{
		Failed:    "failed Failed FAILED failure fail error expired undeliverable bounced rejected failed(permanent) failed; failed,",
		Delayed:   "delayed delay deferred",
		Delivered: "delivered deliverable delivery",
		Relayed:   "relayed relay",
		Expanded:  "expanded",
		NoAction:  "none unknown failed? unfailed",
	} {
		for word := range strings.FieldsSeq(words) {
			if got := ParseAction(word); got != want {
				t.Errorf("%q: got %v, want %v", word, got, want)
			}
		}
	}
	for in, want := range map[string]Action{
		"": NoAction, "failed (could not deliver)": Failed, "failed\tpermanently": Failed, "delayed to dawn": Delayed, " failed": NoAction,
	} {
		if got := ParseAction(in); got != want {
			t.Errorf("%q: got %v, want %v", in, got, want)
		}
	}
}

// TestFinish shows what of a value is its type.
func TestFinish(t *testing.T) {
	tests := []struct{ in, typ, value string }{
		{"rfc822; a@example.com", "rfc822", "a@example.com"},
		{"RFC822;a@example.com", "rfc822", "a@example.com"},
		{"rfc822 ; a@example.com", "rfc822", "a@example.com"},
		{"rfc822;", "rfc822", ""},
		{"X-Postfix; no; really", "x-postfix", "no; really"},
		{"x-unix; 67", "x-unix", "67"},
		{"a@example.com", "", "a@example.com"},
		{"", "", ""},
		{"; a@example.com", "", "; a@example.com"},
		{"550;no such user", "", "550;no such user"},
		{"550 5.1.1 no; see below", "", "550 5.1.1 no; see below"},
		{"a@example.com; b@example.com", "", "a@example.com; b@example.com"},
		{"<a>; b", "", "<a>; b"},
		{"#550; no", "", "#550; no"},
		{"~x; no", "", "~x; no"},
		{"x_a.b-c; no", "x_a.b-c", "no"},
		{"manual-action/MDN-sent-manually; deleted", "manual-action/mdn-sent-manually", "deleted"},
		{"bob&amp;co@example.org", "", "bob&amp;co@example.org"},
		{strings.Repeat("x", maxType) + ";v", strings.Repeat("x", maxType), "v"},
		{strings.Repeat("x", maxType+1) + ";v", "", strings.Repeat("x", maxType+1) + ";v"},
		{" smtp;\t550\r\n no\x07 ", "smtp", "550 no"},
	}
	for _, tt := range tests {
		f := Field{Value: tt.in}
		f.Finish()
		if f.Type != tt.typ || f.Value != tt.value {
			t.Errorf("%q: got %q, %q, want %q, %q", tt.in, f.Type, f.Value, tt.typ, tt.value)
		}
	}
}

// TestFieldAddress shows the addresses of recipient fields, damaged as systems
// damage them.
func TestFieldAddress(t *testing.T) {
	tests := []struct{ in, want string }{
		{"rfc822; Alice@Example.com", "alice@example.com"},
		{"rfc822;<alice@example.com>", "alice@example.com"},
		{"alice@example.com", "alice@example.com"},
		{"rfc822; @relay.example:alice@example.com", "@relay.example:alice@example.com"},
		{"rfc822; alice+2Bnews@example.com", "alice+news@example.com"},
		{`utf-8; J\x{F6}rg@example.com`, "jörg@example.com"},
		{`rfc822; J\x{F6}rg@example.com`, `j\x{f6}rg@example.com`},
		{"rfc822; alice", "alice"},
		{"LOCAL; <alice>", "alice"},
		{"X400; /G=Kim/S=Example/C=DE/", "/g=kim/s=example/c=de/"},
		{"rfc822; IMCEASMTP-user+40example+2Ecom@example.net", "user@example.com"},
		{"rfc822;", ""},
		{"rfc822; <>", ""},
	}
	for _, tt := range tests {
		f := Field{Value: tt.in}
		f.Finish()
		if got := f.Address(); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestKindOf shows the kind of a report by what it says of its recipients:
// actions are letters, statuses digits, "-" says nothing.
func TestKindOf(t *testing.T) {
	recipient := map[rune]Recipient{
		'F': {Action: Failed}, 'D': {Action: Delayed}, 'd': {Action: Delivered}, 'R': {Action: Relayed}, 'E': {Action: Expanded},
		'2': {Status: codes.FindStatus("2.0.0")}, '4': {Status: codes.FindStatus("4.0.0")}, '5': {Status: codes.FindStatus("5.0.0")},
		'-': {},
		'f': {Action: Failed, Status: codes.FindStatus("2.0.0")}, 'z': {Action: Delivered, Status: codes.FindStatus("4.0.0")},
		'x': {Action: Delayed, Status: codes.FindStatus("5.0.0")}, 'y': {Action: Delivered, Status: codes.FindStatus("5.0.0")},
	}
	tests := []struct {
		recipients string
		fallback   Kind
		want       Kind
	}{
		{"F", Other, Failure}, {"D", Other, Delay}, {"d", Other, Success}, {"R", Other, Success}, {"E", Other, Success},
		{"5", Other, Failure}, {"4", Other, Delay}, {"2", Other, Success}, {"-", Other, Failure}, {"", Other, Failure},
		{"5", Success, Success}, {"-", Delay, Delay}, {"-", Success, Success},
		{"x", Other, Delay}, {"y", Other, Success}, {"f", Other, Failure}, {"z", Other, Success},
		{"dF", Other, Failure}, {"DF", Other, Failure}, {"FD", Other, Failure}, {"d5", Other, Failure},
		{"dD", Other, Delay}, {"Dd", Other, Delay}, {"d4", Other, Delay}, {"4d", Other, Delay}, {"-d", Other, Success}, {"d-", Other, Success},
		{"F", Delay, Failure},
	}
	for _, tt := range tests {
		var list []Recipient
		for _, r := range tt.recipients {
			list = append(list, recipient[r])
		}
		if got := KindOf(list, tt.fallback); got != tt.want {
			t.Errorf("%q, else %v: got %v, want %v", tt.recipients, tt.fallback, got, tt.want)
		}
	}
}
