package ndr

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"example.com/ndr/codes"
)

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
	}
	for _, tt := range tests {
		e := FromResponse(codes.ParseResponse(tt.reply), nil)
		if e == nil {
			t.Errorf("%q: got nil", tt.reply)
			continue
		}
		r := &e.Recipient
		if r.Reason != tt.reason || r.Status.String() != tt.status || r.Reply != tt.code || r.Suppress != tt.suppress {
			t.Errorf("%q: got %v %v %v suppress %t", tt.reply, r.Reason, r.Status, r.Reply, r.Suppress)
		}
		if errors.Is(e, ErrPermanent) != tt.permanent || errors.Is(e, ErrTemporary) != (tt.code/100 == 4) {
			t.Errorf("%q: permanent %t, temporary %t", tt.reply, errors.Is(e, ErrPermanent), errors.Is(e, ErrTemporary))
		}
	}
	for _, positive := range []string{"250 2.1.5 ok", "220 mx.example.com ESMTP", "354 go ahead", "2.0.0 sent", "", " ", "ok", "OK: queued as 4711"} {
		if e := FromResponse(codes.ParseResponse(positive), nil); e != nil {
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
		{"a value with Msg", valueError{450, "4.7.1 greylisted, try again later"}, 450, "4.7.1", codes.Greylisted, ""},
		{"a pointer to it", &valueError{450, "4.7.1 greylisted, try again later"}, 450, "4.7.1", codes.Greylisted, ""},
		{"FromResponse", fmt.Errorf("send: %w", FromResponse(codes.ParseResponse("550 5.1.1 no such user"), nil)), 550, "5.1.1", codes.UserUnknown, ""},
	}
	for _, tt := range tests {
		e, ok := FromError(tt.err, nil)
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
		nil, io.EOF, errors.New("550 5.1.1 no such user"), context.Canceled,
		&textproto.Error{Code: 250, Msg: "ok"}, &textproto.Error{Code: 0, Msg: "short response"}, &textproto.Error{Code: 999, Msg: "odd"},
		&smtpError{Code: 200}, &smtpError{Code: 7, Message: "no reply"}, &httpError{"550", "no such page"}, valueError{404, "no such page"}, valueError{503, "service unavailable"},
		funcError(func() {}), codes.Reason(0),
		fmt.Errorf("%w", nilError), fmt.Errorf("%w", nilTextproto), (*DeliveryError)(nil),
	} {
		if e, ok := FromError(err, nil); ok || e != nil {
			t.Errorf("%#v: got %v, %t", err, e, ok)
		}
	}
	deep := error(&textproto.Error{Code: 550, Msg: "x"})
	for range 1000 {
		deep = fmt.Errorf("%w", deep)
	}
	FromError(deep, nil) // it ends
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
	if e, ok := FromError(notThere{Op: "dial"}, nil); ok {
		t.Errorf("got %v", e)
	}
	if e, ok := FromError(notThere{&inner{550, "5.1.1 no such user"}, "rcpt"}, nil); !ok || e.Recipient.Reason != codes.UserUnknown {
		t.Errorf("got %v, %v", e, ok)
	}
}

func TestFromErrorSeveralLines(t *testing.T) {
	e, ok := FromError(&textproto.Error{Code: 550, Msg: "5.1.1 The account that you tried to reach does not\n5.1.1 exist. Check the address."}, nil)
	want := "550 5.1.1 The account that you tried to reach does not exist. Check the address."
	if !ok || e.Recipient.Response != want || e.Recipient.Reason != codes.UserUnknown {
		t.Errorf("got %q, %v; want %q", e.Recipient.Response, e.Recipient.Reason, want)
	}
}

func TestFromResponseKeepsTheReply(t *testing.T) {
	if e := FromResponse(codes.ParseResponse("550 5.1.1\tno such user\r\n"), nil); e.Recipient.Response != "550 5.1.1 no such user" {
		t.Errorf("got %q", e.Recipient.Response)
	}
}

// TestFromErrorNetwork has what fails before a server answers.
func TestFromErrorNetwork(t *testing.T) {
	dial := func(err error) error { return fmt.Errorf("send: %w", &net.OpError{Op: "dial", Net: "tcp", Err: err}) }
	for _, tt := range []struct {
		name      string
		err       error
		reason    codes.Reason
		stage     codes.Stage
		temporary bool
	}{
		{"no such host", dial(&net.DNSError{Err: "no such host", Name: "mx.example.com", IsNotFound: true}), codes.HostUnknown, codes.StageConnect, false},
		{"resolver fails", &net.DNSError{Err: "server misbehaving", Name: "mx.example.com", IsTemporary: true}, codes.DNSFailure, codes.StageConnect, true},
		{"refused", dial(os.NewSyscallError("connect", syscall.ECONNREFUSED)), codes.ConnectionFailed, codes.StageConnect, true},
		{"reset", &net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}, codes.ConnectionFailed, codes.StageUnknown, true},
		{"deadline", fmt.Errorf("data: %w", context.DeadlineExceeded), codes.ConnectionFailed, codes.StageUnknown, true},
		{"i/o timeout", os.ErrDeadlineExceeded, codes.ConnectionFailed, codes.StageUnknown, true},
		{"certificate", fmt.Errorf("starttls: %w", x509.UnknownAuthorityError{}), codes.TLSFailed, codes.StageStartTLS, true},
		{"certificate of another kind", &tls.CertificateVerificationError{Err: errors.New("no roots")}, codes.TLSFailed, codes.StageStartTLS, true},
		{"certificate that expired", x509.CertificateInvalidError{Cert: &x509.Certificate{}, Reason: x509.Expired}, codes.TLSFailed, codes.StageStartTLS, true},
		{"no TLS", tls.RecordHeaderError{Msg: "first record does not look like a TLS handshake"}, codes.TLSFailed, codes.StageStartTLS, true},
		{"alert", tls.AlertError(40), codes.TLSFailed, codes.StageStartTLS, true},
		{"wrong name", x509.HostnameError{Certificate: &x509.Certificate{}, Host: "mx.example.com"}, codes.TLSFailed, codes.StageStartTLS, true},
	} {
		e, ok := FromError(tt.err, &Attempt{Host: "MX.example.com.", Recipient: "alice@example.com"})
		if !ok {
			t.Errorf("%s: not recognised", tt.name)
			continue
		}
		r := &e.Recipient
		if r.Reason != tt.reason || r.Stage != tt.stage || r.Suppress || r.RemoteServer != "mx.example.com" || r.Address != "alice@example.com" {
			t.Errorf("%s: got %+v", tt.name, r)
		}
		if errors.Is(e, ErrTemporary) != tt.temporary || errors.Is(e, ErrPermanent) {
			t.Errorf("%s: temporary %t, permanent %t", tt.name, errors.Is(e, ErrTemporary), errors.Is(e, ErrPermanent))
		}
		if (r.Withheld == codes.WithheldPermanent) != (tt.reason == codes.HostUnknown) {
			t.Errorf("%s: withheld %q", tt.name, r.Withheld)
		}
		if e.cause != tt.err {
			t.Errorf("%s: the error that it was made of is lost", tt.name)
		}
	}
}

// TestFromErrorLimits reads at most as many replies, and at most as deep, as FromError says.
func TestFromErrorLimits(t *testing.T) {
	reply := &textproto.Error{Code: 550, Msg: "5.1.1 no such user"}
	for _, n := range []int{maxReplies, maxReplies + 1} {
		if e, ok := FromError(errors.Join(slices.Repeat([]error{reply}, n)...), nil); !ok || 1+len(e.Others) != maxReplies {
			t.Errorf("of %d replies %d are read", n, 1+len(e.Others))
		}
	}
	for depth, want := range map[int]bool{maxWrapped: true, maxWrapped + 1: false} {
		var err error = reply
		for range depth {
			err = fmt.Errorf("send: %w", err)
		}
		if _, ok := FromError(err, nil); ok != want {
			t.Errorf("%d deep: read %v", depth, ok)
		}
	}
}

// TestFromErrorAccepted makes nothing of a reply that quotes an acceptance.
func TestFromErrorAccepted(t *testing.T) {
	if e, ok := FromError(&textproto.Error{Code: 550, Msg: "250 2.1.5 5.1.1"}, nil); ok || e != nil {
		t.Errorf("got %v", e)
	}
}

// TestFromErrorCode has the code of a reply that is one whatever follows it.
func TestFromErrorCode(t *testing.T) {
	for _, code := range []int{450, 550, 585} {
		e, ok := FromError(&textproto.Error{Code: code, Msg: "kB used, no such user"}, nil)
		if permanent := code > 500; !ok || int(e.Recipient.Reply) != code || errors.Is(e, ErrPermanent) != permanent || errors.Is(e, ErrTemporary) == permanent {
			t.Errorf("%d: got %v, reply %v", code, e, e.Recipient.Reply)
		}
	}
}

// TestFromErrorKeepsWhatIsAround keeps what the caller said around one reply.
func TestFromErrorKeepsWhatIsAround(t *testing.T) {
	around := errors.New("campaign 7")
	e, ok := FromError(fmt.Errorf("%w: %w", around, &textproto.Error{Code: 550, Msg: "5.1.1 no such user"}), nil)
	if !ok || !errors.Is(e, around) {
		t.Errorf("got %v", e)
	}
}

// TestFromErrorAttempt checks that what the caller knows counts.
func TestFromErrorAttempt(t *testing.T) {
	live := fmt.Errorf("rcpt: %w", &textproto.Error{Code: 550, Msg: "5.1.1 no such user"})
	e, _ := FromError(live, &Attempt{Recipient: "alice@example.com", Stage: codes.StageRcpt})
	if !e.Recipient.Suppress || e.Recipient.Address != "alice@example.com" || e.Recipient.Stage != codes.StageRcpt {
		t.Errorf("at RCPT: %+v", e.Recipient)
	}
	var protocol *textproto.Error
	if !errors.As(e, &protocol) || protocol.Code != 550 {
		t.Error("the textproto.Error is lost")
	}
	e, _ = FromError(live, &Attempt{Recipient: "alice@example.com", Stage: codes.StageMail})
	if e.Recipient.Suppress || e.Recipient.Reason != codes.SenderRejected {
		t.Errorf("at MAIL: suppress %t, reason %v", e.Recipient.Suppress, e.Recipient.Reason)
	}
	e, _ = FromError(live, &Attempt{Recipient: "alice@example.com,bob@example.com", Stage: codes.StageRcpt})
	if e.Recipient.Suppress || e.Recipient.Withheld != WithheldAddress {
		t.Errorf("two addresses: suppress %t, withheld %q", e.Recipient.Suppress, e.Recipient.Withheld)
	}
	rules, err := codes.ReadRules(strings.NewReader("policy-rejected host=.partner.example code=5.1.1\n"))
	if err != nil {
		t.Fatal(err)
	}
	e, _ = FromError(live, &Attempt{Host: "mx.partner.example", Rules: rules})
	if e.Recipient.Reason != codes.PolicyRejected {
		t.Errorf("with a rule: %v", e.Recipient.Reason)
	}
}

// lmtpError has the form of go-smtp's LMTPDataError.
type lmtpError map[string]*smtpError

func (e lmtpError) Error() string { return "lmtp: several replies" }

// TestFromErrorSeveral has errors about more than one recipient.
func TestFromErrorSeveral(t *testing.T) {
	many := lmtpError{
		"b@example.com": {452, enhancedStatus{4, 2, 2}, "over quota"},
		"a@example.com": {550, enhancedStatus{5, 1, 1}, "no such user"},
		"c@example.com": {250, enhancedStatus{2, 0, 0}, "ok"},
	}
	e, ok := FromError(fmt.Errorf("data: %w", many), &Attempt{Recipient: "list@example.com"})
	if !ok || e.Recipient.Address != "a@example.com" || !e.Recipient.Suppress || len(e.Others) != 1 {
		t.Fatalf("got %+v, %t", e, ok)
	}
	if other := e.Others[0]; other.Recipient.Address != "b@example.com" || other.Recipient.Reason != codes.MailboxFull || !errors.Is(other, ErrTemporary) {
		t.Errorf("the other: %+v", other)
	}
	joined := errors.Join(&smtpError{550, enhancedStatus{5, 1, 1}, "no such user"}, &smtpError{552, enhancedStatus{5, 2, 2}, "full"})
	if e, ok := FromError(joined, nil); !ok || len(e.Others) != 1 || e.Others[0].Recipient.Reason != codes.MailboxFull {
		t.Errorf("joined: %+v", e)
	}
	var none error = lmtpError{}
	if e, ok := FromError(none, nil); ok || e != nil {
		t.Errorf("an empty map: %v", e)
	}
}

// TestThirdAnswer has a failure, and nothing says whether it is for good.
func TestThirdAnswer(t *testing.T) {
	e := FromResponse(codes.Response{Text: "could not be delivered"}, nil)
	if e == nil || errors.Is(e, ErrPermanent) || errors.Is(e, ErrTemporary) {
		t.Errorf("got %v", e)
	}
}
