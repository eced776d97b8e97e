package codes_test

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"example.com/ndr/codes"
)

// TestEvidence checks what decides where the pieces disagree.
func TestEvidence(t *testing.T) {
	for _, tt := range []struct {
		in, host             string
		reason               codes.Reason
		kind                 codes.EvidenceKind
		text, contradictedBy string
	}{
		{"550 5.1.1 User unknown", "", codes.UserUnknown, codes.EvidenceStatus, "X.1.1", ""},
		{"550 5.1.1 mailbox full", "", codes.MailboxFull, codes.EvidenceWording, "mailbox full", "X.1.1"},
		{"550 5.7.1 user unknown", "", codes.UserUnknown, codes.EvidenceWording, "user unknown", "X.7.1"},
		{"550 5.1.1 TRANSPORT.RULES.RejectMessage; user unknown", "", codes.PolicyRejected, codes.EvidenceToken, "TRANSPORT.RULES.RejectMessage", "X.1.1"},
		{"550 5.7.606 user unknown", "", codes.IPBlocked, codes.EvidenceStatus, "5.7.606-649", "user unknown"},
		{"550 ไม่พบ ผู้ใช้", "", codes.UserUnknown, codes.EvidenceWording, "ไม่พบ ผู้ใช้", ""}, // with the mark above the last
		{"550 5.7.1 hm", "", codes.PolicyRejected, codes.EvidenceGenericStatus, "X.7.1", ""},
		{"550 5.2.2 mailbox unavailable", "", codes.MailboxFull, codes.EvidenceStatus, "X.2.2", "mailbox unavailable"},
		{"452 hm", "", codes.SystemFull, codes.EvidenceReply, "452", ""},
		{"hm", "", codes.Unknown, codes.EvidenceNone, "", ""},
		{"550 5.0.0 hm", "", codes.Unknown, codes.EvidenceReply, "550", ""},
		{"550 5.7.30 hm", "gmail-smtp-in.l.google.com", codes.AuthFailed, codes.EvidenceStatus, "X.7.30", ""},
		{"550 5.7.30 hm", "mx.example.com", codes.TLSFailed, codes.EvidenceGenericStatus, "X.7.30", ""},
		{"550 5.4.1 hm", "a.mail.protection.outlook.com.", codes.UserUnknown, codes.EvidenceGenericStatus, "5.4.1", ""},
		{"550 not a spam report: user unknown", "", codes.UserUnknown, codes.EvidenceWording, "user unknown", ""},
		{"550 5.7.1 no such user, inbox full", "", codes.MailboxFull, codes.EvidenceWording, "user, inbox full", "no such user"},
		{"550 5.1.1 no such user; sender verify failed", "", codes.SenderRejected, codes.EvidenceWording, "sender verify failed", "X.1.1"},
		// Two rules of one strength read these words: they do not contradict themselves,
		// unless one of them may say that the address is good.
		{"550 cannot find your reverse hostname", "", codes.ReverseDNS, codes.EvidenceWording, "cannot find your reverse hostname", ""},
		{"550 5.7.25 Client host rejected: cannot find your reverse hostname", "", codes.ReverseDNS, codes.EvidenceStatus, "X.7.25", ""},
		{"550 5.1.2 Cannot resolve the domain of the recipient", "", codes.HostUnknown, codes.EvidenceStatus, "X.1.2", "Cannot resolve the domain"},
	} {
		v := codes.ParseResponse(tt.in).Judge(&codes.Options{Host: tt.host})
		e := v.Evidence
		if v.Reason != tt.reason || e.Kind != tt.kind || e.Text != tt.text || e.Contradicted != tt.contradictedBy {
			t.Errorf("%q: %v by %+v\n\twant %v by %v %q, contradicted by %q", tt.in, v.Reason, e, tt.reason, tt.kind, tt.text, tt.contradictedBy)
		}
	}
}

// TestSenderSide checks that what a server says of the sender's address, domain
// or host is not taken for a verdict on the recipient's.
func TestSenderSide(t *testing.T) {
	for _, tt := range []struct {
		in       string
		reason   codes.Reason
		suppress bool
	}{
		{"550 5.1.1 The sender's mailbox does not exist", codes.SenderRejected, false},
		{"550 Return path address does not exist", codes.SenderRejected, false},
		{"550 MAIL FROM: unknown user", codes.SenderRejected, false},
		{"550 Your domain does not exist", codes.SenderRejected, false},
		{"550 HELO host does not exist", codes.ReverseDNS, false},
		{"550 5.2.1 Your account has been deactivated", codes.SenderBlocked, false},
		{"550 5.1.8 host not found", codes.SenderRejected, false},
		{"550 return to sender, address unknown", codes.UserUnknown, true},
		{"550 5.1.1 The recipient does not exist. Inform the sender. User unknown", codes.UserUnknown, true},
		{"550 sender ok, recipient unknown", codes.UserUnknown, true},
		{"smtp error after MAIL FROM:<news@example.net> SIZE=1234: 550 user unknown", codes.SenderRejected, false},
	} {
		v := codes.ParseResponse(tt.in).Judge(nil)
		if v.Reason != tt.reason || v.Suppress != tt.suppress {
			t.Errorf("%q: %v, suppress %v (%+v), want %v, %v", tt.in, v.Reason, v.Suppress, v.Evidence, tt.reason, tt.suppress)
		}
	}
}

// TestDoubt checks that an address is not condemned where the same text names
// another cause, and is where that is only said in passing.
func TestDoubt(t *testing.T) {
	for _, tt := range []struct {
		in       string
		suppress bool
	}{
		{"550 user unknown; too many connections from your host", false},
		{"550 5.1.2 Cannot resolve the domain of the recipient", false},
		{"550 5.1.1 user unknown (greylisted, try again later)", false},
		{"550 5.2.1 Mailbox disabled: over quota", false},
		{"550 Mailbox unavailable: rejected by policy", false},
		{"550 User unknown, temporary failure in user lookup", false},
		{"550 5.1.1 User unknown - rejected by policy", true},
		{"550 5.1.3 User unknown - rejected by policy", false},
		{"550 5.1.1 Uporabnik ne obstaja", false}, // a language that the grammar knows little of
		{"550 5.1.1 Recipient unknown. To report spam visit http://www.example.com/spam", true},
		{"550 5.1.1 no such user here. vpopmail", true},
		{"550 5.7.1 user unknown, message refused", true},
		{"554 blocked, see http://postmaster.example.com/user_unknown", false},
		{"550 see http://postmaster.example.com/help-desk: no such user", true},
	} {
		if v := codes.ParseResponse(tt.in).Judge(nil); v.Suppress != tt.suppress {
			t.Errorf("%q: %v, suppress %v (%+v), want %v", tt.in, v.Reason, v.Suppress, v.Evidence, tt.suppress)
		}
	}
}

func TestEvidenceJSON(t *testing.T) {
	for k := codes.EvidenceNone; k <= codes.EvidenceRule; k++ {
		want := codes.Evidence{Kind: k, Text: "a", Rule: "A ..2 b", Host: ".b", Contradicted: "c"}
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got codes.Evidence
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Errorf("%s: %+v, %v", b, got, err)
		}
	}
	b, _ := json.Marshal(codes.Evidence{Kind: codes.EvidenceGenericStatus, Text: "X.7.1"})
	if want := `{"kind":"generic-status","text":"X.7.1"}`; string(b) != want {
		t.Errorf("%s, want %s", b, want)
	}
	var k codes.EvidenceKind
	if err := k.UnmarshalText([]byte("nonsense")); !errors.Is(err, codes.ErrName) {
		t.Errorf("nonsense: %v", err)
	}
}

// TestAddresses checks that the words of addresses and hosts are no evidence.
func TestAddresses(t *testing.T) {
	o := &codes.Options{Host: "mx.mailbox-full.example", Addresses: []string{"spam@user-unknown.example"}}
	for _, text := range []string{
		"550 <spam@user-unknown.example> hm",
		"550 spam@user-unknown.example hm",
		"550 host mx.mailbox-full.example said hm",
		"550 mx7.user-unknown.example said hm",
		"550 blocked-sender@elsewhere.example hm",
	} {
		if v := codes.ParseResponse(text).Judge(o); v.Evidence.Kind != codes.EvidenceReply {
			t.Errorf("%q: %v by %+v", text, v.Reason, v.Evidence)
		}
	}
}

func TestPermanent(t *testing.T) {
	for in, want := range map[string]bool{
		"550 5.1.1 user unknown":    true,
		"550 4.4.7 expired":         true,  // the reply counts
		"450 5.1.1 user unknown":    false, // so that it is tried again
		"5.1.1 user unknown":        true,
		"4.1.1 user unknown":        false,
		"user unknown":              true,
		"connection timed out":      false,
		"250 user unknown":          false,
		"452 4.2.2 mailbox full":    false,
		"552 5.2.2 mailbox full":    true,
		"554 5.7.1 looks like spam": true,
	} {
		if got := codes.ParseResponse(in).Judge(nil).Permanent; got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestShortForms(t *testing.T) {
	r := codes.ParseResponse("550 5.7.30 hm")
	if r.Reason() != codes.TLSFailed || r.ReasonAt("aspmx.l.google.com") != codes.AuthFailed {
		t.Errorf("%v, at Google %v", r.Reason(), r.ReasonAt("aspmx.l.google.com"))
	}
	if r.Suppress() || !codes.ParseResponse("550 5.1.1 no such user").Suppress() {
		t.Error("Suppress is not that of Judge")
	}
}

func TestJudgeAllocs(t *testing.T) {
	r := codes.ParseResponse("550 5.1.1 <alice@example.com>: Recipient address rejected: User unknown in virtual mailbox table")
	o := &codes.Options{Host: "mx.example.com", Addresses: []string{"alice@example.com"}}
	r.Judge(o)
	if n := testing.AllocsPerRun(100, func() { r.Judge(o) }); n != 0 {
		t.Errorf("Judge: %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { codes.ParseResponse("550 5.1.1 <alice@example.com>: User unknown") }); n != 0 {
		t.Errorf("ParseResponse: %v allocations", n)
	}
}

// TestHugeReply takes seconds where something is not linear.
func TestHugeReply(t *testing.T) {
	for _, unit := range []string{"user unknown ", "<", "5.1.1 ", "550-", "((((550 ", "no such user no such mailbox ", "a@", ".", "é", "邮箱", "\r\n ", "550 5.1.1\n", "'", "user."} {
		s := "550 " + strings.Repeat(unit, 1<<20/len(unit))
		codes.ParseResponse(s).Judge(nil)
		codes.Response{Reply: 550, Text: s}.Judge(&codes.Options{Host: "mx.example.com", Addresses: []string{"alice@example.com"}})
	}
}

func TestConcurrent(t *testing.T) {
	rules, err := codes.NewRules([]codes.Rule{{Phrase: "gone fishing", Reason: codes.UserMoved}})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			r := codes.ParseResponse("550 alice is gone fishing")
			if got := r.Judge(&codes.Options{Rules: rules}).Reason; got != codes.UserMoved {
				t.Error(got)
			}
		})
	}
	wg.Wait()
}

func BenchmarkJudge(b *testing.B) {
	r := codes.ParseResponse("550 5.1.1 <alice@example.com>: Recipient address rejected: User unknown in virtual mailbox table")
	o := &codes.Options{Host: "mx.example.com", Addresses: []string{"alice@example.com"}}
	r.Judge(o)
	b.ReportAllocs()
	for b.Loop() {
		r.Judge(o)
	}
}

func BenchmarkParseResponse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		codes.ParseResponse("550 5.1.1 <alice@example.com>: Recipient address rejected: User unknown in virtual mailbox table")
	}
}

func BenchmarkJudgeHuge(b *testing.B) {
	r := codes.Response{Reply: 550, Text: strings.Repeat("no such thing here ", 1<<20/19)}
	r.Judge(nil)
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		r.Judge(nil)
	}
}

// TestPermanentWithoutCode has replies that no code tells to be for good.
func TestPermanentWithoutCode(t *testing.T) {
	for text, want := range map[string]bool{
		"User unknown": true,
		"You are not a member of this mailing list": true,
		"Message exceeds the maximum size":          true,
		"Connection timed out":                      false,
		"The mailbox is full":                       false,
		"too many connections from your host":       false,
		"":                                          false,
	} {
		if got := codes.ParseResponse(text).Judge(nil).Permanent; got != want {
			t.Errorf("%q: permanent %v, want %v", text, got, want)
		}
	}
}

// TestLimits checks that no address is condemned by a reply that says more than
// is read.
func TestLimits(t *testing.T) {
	o := &codes.Options{Addresses: []string{"alice@example.com"}}
	for text, want := range map[string]string{
		"550 alice@example.com user unknown":                                                            "",
		"550 alice@example.com user unknown" + strings.Repeat(" a@example.net", 12):                     codes.WithheldContradiction,
		"550 alice@example.com user unknown" + strings.Repeat(". No such mailbox. Address unknown", 48): codes.WithheldContradiction,
	} {
		if v := codes.ParseResponse(text).Judge(o); v.Reason != codes.UserUnknown || v.Withheld != want {
			t.Errorf("%.80q: %v, withheld %q, want %q", text, v.Reason, v.Withheld, want)
		}
	}
}
