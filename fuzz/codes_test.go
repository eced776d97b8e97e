package fuzz

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/codes"
)

// FuzzResponse checks what holds for every reply: a code that is reported
// stands in the text; upper or lower case, folding and the address of the
// recipient do not change the reason; suppress implies what [codes.Verdict] says of
// it; the advice has the reason, owner and scope of the verdict.
func FuzzResponse(f *testing.F) {
	for _, s := range []string{
		"550 5.1.1 <alice@example.com>: Recipient address rejected: User unknown",
		"550-5.2.2 mailbox\r\n550 5.2.2 full",
		"smtp; 550 #5.1.1",
		"host mx.example.com[192.0.2.1] said: 450 4.7.1 alice@example.com greylisted",
		"550 5.0.350 Remote server returned an error -> 552 5.2.2 over quota",
		"#550 5.0.0 x #<x #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#",
		"dsn=5.1.1, stat=User unknown",
		"550 邮箱已满 Postfach überfüllt bo\xeete pleine",
		"'[(<550 5.1.1 554>)]'",
		">>> MAIL From:<alice@example.com> <<< 553 5.1.8 domain does not exist",
		"550 mailbox -> 550 full; sender. Not, full... unknown.user 'x' \"y z\"",
		"550-5.7.1 see https://support.google.com/mail/?p=NoSuchUser a1 - gsmtp",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4<<10 {
			return // the text of a longer one is cut, and folding moves the place
		}
		r := codes.ParseResponse(s)
		if r.Reply != 0 && !strings.Contains(s, r.Reply.String()) {
			t.Errorf("%q: reply %v is not in it", s, r.Reply)
		}
		if !holdsStatus(s, r.Status) {
			t.Errorf("%q: status %v is not in it", s, r.Status)
		}
		if !utf8.ValidString(r.Text) || strings.ContainsFunc(r.Text, unicode.IsControl) {
			t.Errorf("%q: text %q", s, r.Text)
		}
		o := &codes.Options{Addresses: []string{"alice@example.com"}}
		v := r.Judge(o)
		checkSuppress(t, s, r, v)
		if a := r.AdviceFor(v); a.Reason != v.Reason || a.Owner != v.Owner || a.Scope != v.Scope {
			t.Errorf("%q: %+v, but advice on %v, %v, %v", s, v, a.Reason, a.Owner, a.Scope)
		}
		for _, same := range sameReplies(s) {
			if got := codes.ParseResponse(same).Judge(o); got.Reason != v.Reason {
				t.Errorf("%q: %v by %+v\n%q: %v by %+v", s, v.Reason, v.Evidence, same, got.Reason, got.Evidence)
			}
		}
		const alice, other = "<alice@example.com>", "<blocked.spam@user-unknown.example>"
		if rest := strings.ReplaceAll(r.Text, alice, ""); len(rest) < len(r.Text) && !strings.Contains(rest, "example.com") {
			renamed := codes.Response{Reply: r.Reply, Status: r.Status, Text: strings.ReplaceAll(r.Text, alice, other)}
			if got := renamed.Judge(&codes.Options{Addresses: []string{strings.Trim(other, "<>")}}); got.Reason != v.Reason {
				t.Errorf("%q: %v, with another address %v", s, v.Reason, got.Reason)
			}
		}
	})
}

// checkSuppress checks that a suppression breaks none of the rules that Withheld
// names, and that a reply that accepts has no reason.
func checkSuppress(t *testing.T, s string, r codes.Response, v codes.Verdict) {
	about := v.Scope == codes.ScopeAddress || v.Scope == codes.ScopeRecipientDomain
	early := codes.StageUnknown < v.Stage && v.Stage < codes.StageRcpt
	switch {
	case v.Suppress && (!v.Permanent || !about || early || v.Withheld != ""),
		v.Suppress && (r.Reply != 0 && !r.Reply.Permanent() || r.Status.IsValid() && !r.Status.Permanent()),
		v.Suppress && (r.Reply == 552 || v.Evidence.Kind <= codes.EvidenceReply):
		t.Errorf("%q: suppress, but %+v", s, v)
	case r.Reply.Positive() && v.Reason != codes.Unknown:
		t.Errorf("%q accepts, but %+v", s, v)
	}
}

// sameReplies returns replies that say the same as s.
func sameReplies(s string) []string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || r < ' ' }) {
		return nil // upper case of other scripts is not always reversible
	}
	return []string{
		strings.ToUpper(s),
		strings.ToLower(s),
		strings.ReplaceAll(s, " ", "\r\n\t"),
		strings.ReplaceAll(s, " ", "  "),
	}
}

// FuzzRules checks that a file of rules is read, or refused with the line.
func FuzzRules(f *testing.F) {
	f.Add("ip-blocked host=.example.net code=554 phrase=not on the guest list\n# x\n", "554 not on the guest list")
	f.Add("user-unknown code=X.7.99", "550 5.7.99")
	f.Add("mailbox-full stage=rcpt phrase=(locker|box) ..2 FULL\nspam-rejected phrase=NOT [here] <ip> x*", "552 locker is full")
	f.Add("greylisted phrase=\n", "")
	f.Add("ip-blocked phrase="+strings.Repeat("x", 400), "") // a word that is too long
	f.Fuzz(func(t *testing.T, file, reply string) {
		rules, err := codes.ReadRules(strings.NewReader(file))
		if err != nil {
			var re *codes.RuleError
			if !errors.As(err, &re) || re.Line < 1 || re.Line > strings.Count(file, "\n")+1 {
				t.Errorf("%q: %#v", file, err)
			}
			if !errors.Is(err, codes.ErrRule) && !errors.Is(err, codes.ErrName) && !errors.Is(err, codes.ErrTooLong) {
				t.Errorf("%q: %v", file, err)
			}
			return
		}
		v := codes.ParseResponse(reply).Judge(&codes.Options{Rules: rules})
		if v.Evidence.Kind == codes.EvidenceRule && !strings.Contains(strings.ToLower(file), v.Reason.String()) {
			t.Errorf("%q: %v for %q", file, v.Reason, reply)
		}
	})
}
