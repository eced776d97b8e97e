package codes_test

import (
	"errors"
	"fmt"
	"testing"

	"example.com/ndr/codes"
)

// names are the names that users and reports rely on, in the order of the
// constants.
var names = []string{
	"unknown", "user-unknown", "user-moved", "mailbox-disabled", "mailbox-full", "recipient-restricted",
	"host-unknown", "not-accepting-mail", "relay-denied", "authentication-required", "sender-rejected",
	"sender-blocked", "auth-failed", "reverse-dns", "ip-blocked", "policy-rejected", "spam-rejected",
	"virus-rejected", "content-rejected", "message-too-large", "too-many-recipients", "rate-limited",
	"greylisted", "dns-failure", "connection-failed", "tls-failed", "routing-loop", "expired",
	"protocol-error", "system-full", "system-error", "mailer-error", "suppressed",
}

func TestReasonNames(t *testing.T) {
	for i, name := range names {
		r := codes.Reason(i)
		var back codes.Reason
		text, err := r.MarshalText()
		if r.String() != name || r.Error() != name || err != nil || back.UnmarshalText(text) != nil || back != r {
			t.Errorf("%d: %q, want %q", i, r, name)
		}
		if r != codes.Unknown && (r.Owner() == codes.OwnerUnknown || r.Scope() == codes.ScopeUnknown) {
			t.Errorf("%v has no owner or no scope", r)
		}
	}
	if over := codes.Reason(len(names)); over.String() != "unknown" || over.Owner() != codes.OwnerUnknown || over.Scope() != codes.ScopeUnknown {
		t.Errorf("a number that is no reason is %v", over)
	}
	if r := new(codes.Reason); !errors.Is(r.UnmarshalText([]byte("full")), codes.ErrName) {
		t.Error("full is a reason")
	}
}

func TestReasonIsError(t *testing.T) {
	err := fmt.Errorf("sending: %w", codes.ParseResponse("552 5.2.2 full").Reason())
	if !errors.Is(err, codes.MailboxFull) || errors.Is(err, codes.UserUnknown) {
		t.Errorf("%v", err)
	}
}

func TestOwnerAndScopeNames(t *testing.T) {
	for o := codes.OwnerUnknown; o <= codes.OwnerNobody; o++ {
		var back codes.Owner
		if text, _ := o.MarshalText(); back.UnmarshalText(text) != nil || back != o {
			t.Errorf("owner %q does not come back", o)
		}
	}
	for s := codes.ScopeUnknown; s <= codes.ScopeSystem; s++ {
		var back codes.Scope
		if text, _ := s.MarshalText(); back.UnmarshalText(text) != nil || back != s {
			t.Errorf("scope %q does not come back", s)
		}
	}
	if codes.Owner(99).String() != "" || codes.Scope(99).String() != "" {
		t.Error("a number that has no name")
	}
	if !errors.Is(new(codes.Owner).UnmarshalText([]byte("x")), codes.ErrName) || !errors.Is(new(codes.Scope).UnmarshalText([]byte("x")), codes.ErrName) {
		t.Error("x is a name")
	}
}
