package codes_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"example.com/ndr/codes"
)

const ruleFile = `# our own gateways

ip-blocked	host=.example.net code=554 phrase=not on the guest list
mailbox-full    phrase=locker is full
greylisted code=4.7.99
virus-rejected code=x.7.98
spam-rejected host=mx.example.org
user-unknown phrase=Wir haben keinen [Herrn] Müller
mailbox-full stage=end-of-data phrase=(cabinet|shelf) ..2 FULL
`

func TestReadRules(t *testing.T) {
	rules, err := codes.ReadRules(strings.NewReader(ruleFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		host, in string
		want     codes.Reason
		text     string
	}{
		{"mx.example.net", "554 Not on the GUEST-list", codes.IPBlocked, "not on the guest list"},
		{"example.net.", "554 not on the guest list", codes.IPBlocked, "not on the guest list"},
		{"", "554 not on the guest list", codes.Unknown, "554"},
		{"mx.example.net", "550 not on the guest list", codes.Unknown, "550"},
		{"", "550 5.1.1 user unknown: locker <a@example.com> is full", codes.MailboxFull, "locker is full"},
		{"", "450 4.7.99 hm", codes.Greylisted, "4.7.99"},
		{"", "550 5.7.98 hm", codes.VirusRejected, "X.7.98"},
		{"mx.example.org", "550 5.1.1 User unknown", codes.SpamRejected, "mx.example.org"},
		{"mx2.example.org", "550 5.1.1 User unknown", codes.UserUnknown, "X.1.1"},
		{"", "550 wir haben keinen muller", codes.UserUnknown, "Wir haben keinen [Herrn] Müller"},
		{"", "550 shelf seems over quota (in reply to end of DATA command)", codes.MailboxFull, "(cabinet|shelf) ..2 FULL"},
		{"", "550 shelf seems over quota", codes.MailboxFull, "over quota"},
	} {
		v := codes.ParseResponse(tt.in).Judge(&codes.Options{Host: tt.host, Rules: rules})
		if v.Reason != tt.want || v.Evidence.Text != tt.text {
			t.Errorf("%s %q: %v by %+v, want %v by %q", tt.host, tt.in, v.Reason, v.Evidence, tt.want, tt.text)
		}
	}
}

func TestReadRulesErrors(t *testing.T) {
	for _, tt := range []struct {
		in   string
		line int
		err  error
	}{
		{"no-such-reason phrase=x", 1, codes.ErrName},
		{"greylisted code=45x", 1, codes.ErrRule},
		{"# ok\n\nuser-unknown", 3, codes.ErrRule},
		{"user-unknown phrase=", 1, codes.ErrRule},
		{"user-unknown phrase=...", 1, codes.ErrRule},
		{"policy-rejected phrase=x host=y", 1, codes.ErrRule},
		{"policy-rejected host= phrase=x", 1, codes.ErrRule},
		{"policy-rejected host=a/b phrase=x", 1, codes.ErrRule},
		{"policy-rejected stage=never", 1, codes.ErrName},
		{"user-unknown phrase=write to <alice@example.com>", 1, codes.ErrRule},
		{"user-unknown phrase=the \"inner\" circle", 1, codes.ErrRule},
		{"user-unknown phrase=NO-SUCH-CLASS here", 1, codes.ErrRule},
		{"user-unknown phrase=(a|b", 1, codes.ErrRule},
		{"user-unknown phrase=..2 here", 1, codes.ErrRule},
		{"user-unknown phrase=here ..99 there", 1, codes.ErrRule},
		{"user-unknown phrase=error 12", 1, codes.ErrRule},
		{"# \nuser-unknown code=550\nuser-unknown phrase=]", 3, codes.ErrRule},
		{"user-unknown words=x", 1, codes.ErrRule},
		{"user-unknown code=5.1", 1, codes.ErrRule},
		{"user-unknown code=999", 1, codes.ErrRule},
		{"unknown phrase=x", 1, codes.ErrRule},
		{"user-unknown code=550 host=a", 1, codes.ErrRule},
		{"greylisted code=450\ngreylisted phrase=" + strings.Repeat("x", 1<<16), 2, codes.ErrTooLong},
	} {
		_, err := codes.ReadRules(strings.NewReader(tt.in))
		var re *codes.RuleError
		if !errors.As(err, &re) || re.Line != tt.line || !errors.Is(err, tt.err) {
			t.Errorf("%.40q: %v, want %v in line %d", tt.in, err, tt.err, tt.line)
		}
	}
	if _, err := codes.ReadRules(iotest.ErrReader(io.ErrUnexpectedEOF)); err != io.ErrUnexpectedEOF {
		t.Errorf("error of the reader: %v", err)
	}
}

func TestNewRules(t *testing.T) {
	list := []codes.Rule{
		{Code: "550", Phrase: "gone", Reason: codes.UserMoved},
		{Phrase: "gone", Reason: codes.UserUnknown},
	}
	rules, err := codes.NewRules(list)
	if err != nil {
		t.Fatal(err)
	}
	list[0].Reason = codes.SpamRejected
	for in, want := range map[string]codes.Reason{"550 gone": codes.UserMoved, "551 gone": codes.UserUnknown} {
		if v := codes.ParseResponse(in).Judge(&codes.Options{Rules: rules}); v.Reason != want || v.Evidence.Kind != codes.EvidenceRule {
			t.Errorf("%q: %v by %v, want %v", in, v.Reason, v.Evidence.Kind, want)
		}
	}
	var re *codes.RuleError
	_, err = codes.NewRules([]codes.Rule{{Code: "550", Reason: codes.UserMoved}, {Reason: codes.UserMoved}})
	if !errors.As(err, &re) || re.Line != 2 {
		t.Errorf("second rule is empty: %v", err)
	}
	if v := codes.ParseResponse("550 5.1.1 x").Judge(&codes.Options{Rules: new(codes.Rules)}); v.Reason != codes.UserUnknown {
		t.Errorf("the zero Rules: %v", v.Reason)
	}
	if rules, err := codes.NewRules(nil); err != nil || codes.ParseResponse("550 5.1.1 x").Judge(&codes.Options{Rules: rules}).Reason != codes.UserUnknown {
		t.Errorf("no rules: %v", err)
	}
}
