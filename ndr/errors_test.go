package ndr

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
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

func TestFromResponse(t *testing.T) {
	tests := []struct {
		reply     string
		reason    codes.Reason
		status    string
		code      codes.Reply
		permanent bool
		suppress  bool
	}{
		{"550 5.1.1 no such user", codes.UserUnknown, "5.1.1", 550, true, true},
		{"550-5.1.1 no such\r\n550 5.1.1 user", codes.UserUnknown, "5.1.1", 550, true, true},
		{"452 4.2.2 mailbox full", codes.MailboxFull, "4.2.2", 452, false, false},
		{"552 5.2.2 mailbox full", codes.MailboxFull, "5.2.2", 552, true, false},
		{"451 4.7.1 Greylisted, please try again in 5 minutes", codes.Greylisted, "4.7.1", 451, false, false},
		{"554 5.7.1 Your IP 192.0.2.1 is listed at a DNS block list", codes.IPBlocked, "5.7.1", 554, true, false},
		{"gibberish", codes.Unknown, "", 0, false, false},
		{"", codes.Unknown, "", 0, false, false},
	}
	for _, tt := range tests {
		e := FromResponse(tt.reply)
		if e == nil {
			t.Errorf("%q: got nil", tt.reply)
			continue
		}
		r := &e.Recipient
		if r.Reason != tt.reason || r.Status.String() != tt.status || r.Reply != tt.code || r.Suppress != tt.suppress {
			t.Errorf("%q: got %v %v %v suppress %t", tt.reply, r.Reason, r.Status, r.Reply, r.Suppress)
		}
		if errors.Is(e, ErrPermanent) != tt.permanent && tt.reply != "" || errors.Is(e, ErrTemporary) == errors.Is(e, ErrPermanent) {
			t.Errorf("%q: permanent %t, temporary %t", tt.reply, errors.Is(e, ErrPermanent), errors.Is(e, ErrTemporary))
		}
	}
	for _, positive := range []string{"250 2.1.5 ok", "220 mx.example.com ESMTP", "354 go ahead"} {
		if e := FromResponse(positive); e != nil {
			t.Errorf("%q: got %v", positive, e)
		}
	}
}

// enhancedStatus and smtpError have the form of EnhancedCode and SMTPError of
// github.com/emersion/go-smtp.
type enhancedStatus [3]int

type smtpError struct {
	Code         int
	EnhancedCode enhancedStatus
	Message      string
}

func (e *smtpError) Error() string { return fmt.Sprintf("SMTP error %03d: %q", e.Code, e.Message) }

// valueError has methods on the value, and its text in Msg.
type valueError struct {
	Code uint16
	Msg  string
}

func (e valueError) Error() string { return e.Msg }

// These are no SMTP replies although they have such fields.
type httpError struct {
	Code    string
	Message string
}

func (e *httpError) Error() string { return e.Message }

type funcError func()

func (funcError) Error() string { return "func" }

func TestFromError(t *testing.T) {
	base := &textproto.Error{Code: 550, Msg: "5.1.1 no such user"}
	tests := []struct {
		name   string
		err    error
		reply  codes.Reply
		status string
		reason codes.Reason
		text   string
	}{
		{"textproto", base, 550, "5.1.1", codes.UserUnknown, "no such user"},
		{"wrapped", fmt.Errorf("rcpt: %w", base), 550, "5.1.1", codes.UserUnknown, ""},
		{"wrapped twice", fmt.Errorf("send: %w", fmt.Errorf("rcpt: %w", base)), 550, "5.1.1", codes.UserUnknown, ""},
		{"joined", errors.Join(io.ErrUnexpectedEOF, base), 550, "5.1.1", codes.UserUnknown, ""},
		{"several %w", fmt.Errorf("%w, %w", context.Canceled, base), 550, "5.1.1", codes.UserUnknown, ""},
		{"several lines", &textproto.Error{Code: 552, Msg: "5.2.2 The mailbox is\n5.2.2 over quota"}, 552, "5.2.2", codes.MailboxFull, ""},
		{"quotes and percent signs", &textproto.Error{Code: 550, Msg: `5.1.1 "alice" 100% unknown user`}, 550, "5.1.1", codes.UserUnknown, `"alice" 100% unknown user`},
		{"go-smtp", &smtpError{550, enhancedStatus{5, 1, 1}, "no such user"}, 550, "5.1.1", codes.UserUnknown, "no such user"},
		{"go-smtp wrapped", fmt.Errorf("rcpt: %w", &smtpError{452, enhancedStatus{4, 2, 2}, "over quota"}), 452, "4.2.2", codes.MailboxFull, ""},
		{"go-smtp joined", errors.Join(io.EOF, &smtpError{550, enhancedStatus{5, 1, 1}, "gone"}), 550, "5.1.1", codes.UserUnknown, ""},
		{"go-smtp, the code not set", &smtpError{550, enhancedStatus{0, 0, 0}, "no such user"}, 550, "", codes.UserUnknown, "no such user"},
		{"go-smtp, no code wanted", &smtpError{550, enhancedStatus{-1, -1, -1}, "no such user"}, 550, "", codes.UserUnknown, "no such user"},
		{"go-smtp, the code in the text too", &smtpError{550, enhancedStatus{5, 1, 1}, "5.1.1 no such user"}, 550, "5.1.1", codes.UserUnknown, ""},
		{"go-smtp, no text", &smtpError{550, enhancedStatus{5, 1, 1}, ""}, 550, "5.1.1", codes.UserUnknown, ""},
		{"a value with Msg", valueError{450, "greylisted, try again later"}, 450, "", codes.Greylisted, ""},
		{"a pointer to it", &valueError{450, "greylisted, try again later"}, 450, "", codes.Greylisted, ""},
		{"FromResponse", fmt.Errorf("send: %w", FromResponse("550 5.1.1 no such user")), 550, "5.1.1", codes.UserUnknown, ""},
	}
	for _, tt := range tests {
		e, ok := FromError(tt.err)
		if !ok || e == nil {
			t.Errorf("%s: not recognised", tt.name)
			continue
		}
		r := &e.Recipient
		if r.Reply != tt.reply || r.Status.String() != tt.status || r.Reason != tt.reason || !r.Failed() {
			t.Errorf("%s: got %v %v %v %v", tt.name, r.Action, r.Reply, r.Status, r.Reason)
		}
		if !strings.Contains(r.Response, tt.text) {
			t.Errorf("%s: got response %q, want %q in it", tt.name, r.Response, tt.text)
		}
		if strings.Contains(r.Response, "-1") || strings.Contains(r.Response, "0.0.0") {
			t.Errorf("%s: an unset code stands in %q", tt.name, r.Response)
		}
	}
}

func TestFromErrorNone(t *testing.T) {
	var nilError *smtpError
	var nilTextproto *textproto.Error
	for _, err := range []error{
		nil, io.EOF, errors.New("550 5.1.1 no such user"), &net.OpError{Op: "dial", Err: io.EOF},
		&textproto.Error{Code: 250, Msg: "ok"}, &textproto.Error{Code: 0, Msg: "short response"}, &textproto.Error{Code: 999, Msg: "odd"},
		&smtpError{Code: 200}, &smtpError{Code: 7, Message: "no reply"}, &httpError{"550", "no such page"},
		funcError(func() {}), codes.Reason(0),
		fmt.Errorf("%w", nilError), fmt.Errorf("%w", nilTextproto), (*DeliveryError)(nil),
	} {
		if e, ok := FromError(err); ok || e != nil {
			t.Errorf("%#v: got %v, %t", err, e, ok)
		}
	}
	deep := error(&textproto.Error{Code: 550, Msg: "x"})
	for range 1000 {
		deep = fmt.Errorf("%w", deep)
	}
	FromError(deep) // no more than: it ends
}

// notThere is an error whose embedded part is missing.
type notThere struct {
	*inner
	Op string
}

type inner struct {
	Code    int
	Message string
}

func (e notThere) Error() string { return e.Op }

func TestFromErrorWithoutItsEmbeddedPart(t *testing.T) {
	if e, ok := FromError(notThere{Op: "dial"}); ok {
		t.Errorf("got %v", e)
	}
	if e, ok := FromError(notThere{&inner{550, "5.1.1 no such user"}, "rcpt"}); !ok || e.Recipient.Reason != codes.UserUnknown {
		t.Errorf("got %v, %v", e, ok)
	}
}

func TestFromErrorSeveralLines(t *testing.T) {
	e, ok := FromError(&textproto.Error{Code: 550, Msg: "5.1.1 The account that you tried to reach does not\n5.1.1 exist. Check the address."})
	want := "550 5.1.1 The account that you tried to reach does not exist. Check the address."
	if !ok || e.Recipient.Response != want || e.Recipient.Reason != codes.UserUnknown {
		t.Errorf("got %q, %v; want %q", e.Recipient.Response, e.Recipient.Reason, want)
	}
}

func TestFromResponseKeepsTheReply(t *testing.T) {
	if e := FromResponse("550 5.1.1\tno such user\r\n"); e.Recipient.Response != "550 5.1.1 no such user" {
		t.Errorf("got %q", e.Recipient.Response)
	}
}

// TestAuthIsNotWhy has replies that speak of authentication, which is not why
// they refuse.
func TestAuthIsNotWhy(t *testing.T) {
	for _, reply := range []string{
		"550 5.7.1 SPF = pass DKIM = pass but your IP address is on a block list",
		"550 5.1.1 No such user here. SPF and DKIM are not required here.",
	} {
		e := FromResponse(reply)
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
