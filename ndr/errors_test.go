package ndr

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
)

// reportOn returns a report with a recipient for each group of fields.
func reportOn(t *testing.T, groups ...string) *Report {
	t.Helper()
	return reportOf(t, reportWith(perMessage+strings.Join(groups, "\n")+"\n"))
}

const (
	unknownUser = "Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\n" +
		"Remote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n"
	overQuota = "Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.2.2\n" +
		"Diagnostic-Code: smtp; 552 5.2.2 over quota\n"
	greylisted = "Final-Recipient: rfc822; carol@example.com\nAction: delayed\nStatus: 4.7.1\n" +
		"Diagnostic-Code: smtp; 450 4.7.1 greylisted, try again later\n"
	delivered = "Final-Recipient: rfc822; dave@example.com\nAction: delivered\nStatus: 2.0.0\n"
)

func TestErr(t *testing.T) {
	tests := []struct {
		name   string
		groups []string
		want   []string // the addresses of the failures
	}{
		{"failed", []string{unknownUser}, []string{"alice@example.com"}},
		{"two failed", []string{unknownUser, overQuota}, []string{"alice@example.com", "bob@example.com"}},
		{"delayed", []string{greylisted}, nil},
		{"delivered", []string{delivered}, nil},
		{"relayed", []string{strings.Replace(delivered, "delivered", "relayed", 1)}, nil},
		{"expanded", []string{strings.Replace(delivered, "delivered", "expanded", 1)}, nil},
		{"each sort", []string{delivered, greylisted, overQuota}, []string{"bob@example.com"}},
	}
	for _, tt := range tests {
		err := reportOn(t, tt.groups...).Err()
		if (err == nil) != (tt.want == nil) {
			t.Errorf("%s: got %v", tt.name, err)
			continue
		}
		var all *ReportError
		if err == nil {
			continue
		}
		if !errors.As(err, &all) {
			t.Fatalf("%s: got %T", tt.name, err)
		}
		var got []string
		for _, sub := range err.(interface{ Unwrap() []error }).Unwrap() {
			got = append(got, sub.(*DeliveryError).Recipient.Address)
		}
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestErrIs(t *testing.T) {
	err := reportOn(t, unknownUser, greylisted).Err()
	for _, target := range []error{ErrPermanent, codes.UserUnknown} {
		if !errors.Is(err, target) {
			t.Errorf("%v is not %v", err, target)
		}
	}
	for _, target := range []error{ErrTemporary, codes.Greylisted, codes.MailboxFull, headers.ErrSPF, ErrNoMessage} {
		if errors.Is(err, target) {
			t.Errorf("%v is %v", err, target)
		}
	}
	var failed *DeliveryError
	if !errors.As(err, &failed) || failed.Recipient.Address != "alice@example.com" || failed.GeneratingServer != "mx.example.net" {
		t.Errorf("got %+v", failed)
	}
	var reason codes.Reason
	if !errors.As(err, &reason) || reason != codes.UserUnknown {
		t.Errorf("got reason %v", reason)
	}
	// Two failures: the error is each of them.
	err = reportOn(t, unknownUser, overQuota).Err()
	if !errors.Is(err, codes.UserUnknown) || !errors.Is(err, codes.MailboxFull) {
		t.Errorf("%v is not both of its failures", err)
	}
	if !strings.Contains(err.Error(), "alice@example.com") || !strings.Contains(err.Error(), "1 more") {
		t.Errorf("got %q", err)
	}
}

// TestErrAuth finds in the returned header why authentication failed.
func TestErrAuth(t *testing.T) {
	group := "Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.7.26\n" +
		"Diagnostic-Code: smtp; 550 5.7.26 Unauthenticated mail from example.org is not accepted due to its DMARC policy\n"
	message := strings.Replace(reportWith(perMessage+group+"\n"), "From: sender@example.org\n",
		"Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org;\n dkim=none; dmarc=fail header.from=example.org\n"+
			"From: sender@example.org\n", 1)
	err := reportOf(t, message).Err()
	for _, target := range []error{codes.AuthFailed, headers.ErrDMARC, headers.ErrSPF, headers.ErrDKIM, ErrPermanent} {
		if !errors.Is(err, target) {
			t.Errorf("%v is not %v", err, target)
		}
	}
	var auth *headers.AuthError
	if !errors.As(err, &auth) {
		t.Fatalf("%v holds no *headers.AuthError", err)
	}

	// Results in the returned header are no reason where the refusal is about
	// something else.
	other := strings.Replace(message, group, unknownUser, 1)
	if err := reportOf(t, other).Err(); errors.Is(err, headers.ErrDMARC) || !errors.Is(err, codes.UserUnknown) {
		t.Errorf("an unknown user became %v", err)
	}
}

// TestErrorString holds error strings to one line of bounded length whatever
// the report says.
func TestErrorString(t *testing.T) {
	long := strings.Repeat("long ", 2000)
	hostile := []Recipient{
		{},
		{Address: "a@example.com\r\nX: y", Response: "550 \x1b[31mred\x07", RemoteServer: "mx\nexample"},
		{Address: long, Response: long, RemoteServer: long},
		{Address: strings.Repeat("ö", 1000), Response: strings.Repeat("\u202e漢", 1000)},
		{Response: "\xff\xfe"},
	}
	for _, r := range hostile {
		errs := []error{
			&DeliveryError{Recipient: r, GeneratingServer: r.RemoteServer},
			&ReportError{[]*DeliveryError{{Recipient: r}, {Recipient: r}}},
		}
		for _, err := range errs {
			s := err.Error()
			if s == "" || len(s) > 700 || !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) || strings.Contains(s, "\u202e") {
				t.Errorf("%.40q: got %q", r.Address, s)
			}
		}
	}
	e := &DeliveryError{Recipient: Recipient{
		Address: "alice@example.com", Reason: codes.UserUnknown, Response: "550 5.1.1 no such user", RemoteServer: "mx.example.com",
	}}
	const want = "ndr: delivery to alice@example.com failed: user-unknown (mx.example.com: 550 5.1.1 no such user)"
	if got := e.Error(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAuthIsNotWhy has replies that speak of authentication, which is not why
// they refuse.
func TestAuthIsNotWhy(t *testing.T) {
	for _, reply := range []string{
		"550 5.7.1 SPF = pass DKIM = pass but your IP address is on a block list",
		"550 5.1.1 No such user here. SPF and DKIM are not required here.",
	} {
		e := FromResponse(codes.ParseResponse(reply), nil)
		if errors.Is(e, headers.ErrSPF) || errors.Is(e, headers.ErrDKIM) || errors.Is(e, headers.ErrDMARC) {
			t.Errorf("%q: %v of %v", reply, e.Auth, e)
		}
	}
}

// TestGroupsOfOneRecipient has a recipient about which the system tells two
// things: the failure counts.
func TestGroupsOfOneRecipient(t *testing.T) {
	const delayed = "Final-Recipient: rfc822; a@example.com\nAction: delayed\nStatus: 4.4.1\n"
	const failed = "Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n"
	for _, groups := range [][]string{{delayed, failed}, {failed, delayed}} {
		rep := reportOn(t, groups...)
		if len(rep.Recipients) != 1 || rep.Err() == nil || rep.Recipients[0].Status.String() != "5.1.1" || rep.Recipients[0].Reply != 550 {
			t.Errorf("got %+v", rep.Recipients)
		}
	}
}

// TestTemporary shows what says that trying again may help, the reply code first.
func TestTemporary(t *testing.T) {
	if e := (&DeliveryError{Recipient: Recipient{Reason: codes.RateLimited, Permanent: true}}); !errors.Is(e, ErrPermanent) || errors.Is(e, ErrTemporary) {
		t.Error("what is said to be permanent is temporary too")
	}
	for said, want := range map[string]error{
		"450 5.7.1 busy":                 ErrTemporary,
		"550 greylisted":                 ErrPermanent,
		"4.2.2 mailbox full":             ErrTemporary,
		"5.7.1 greylisted":               ErrPermanent,
		"greylisted, try again later":    ErrTemporary,
		"rate limit exceeded, slow down": ErrTemporary,
		"mailbox full":                   nil,
	} {
		e := FromResponse(codes.ParseResponse(said), nil)
		if temporary, permanent := errors.Is(e, ErrTemporary), errors.Is(e, ErrPermanent); temporary != (want == ErrTemporary) || permanent != (want == ErrPermanent) {
			t.Errorf("%s: temporary %v, permanent %v (%v)", said, temporary, permanent, e)
		}
	}
}

// TestNilErrors calls every method of errors that are nil.
func TestNilErrors(t *testing.T) {
	var failure *DeliveryError
	var report *ReportError
	if failure.Error() == "" || report.Error() == "" || (&ReportError{}).Error() == "" || failure.Unwrap() != nil || report.Unwrap() != nil || failure.Is(ErrPermanent) {
		t.Error("a nil error says something")
	}
}
