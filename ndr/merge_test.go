package ndr

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
)

// postfixReport returns a report in the words of Postfix, with text in the
// human-readable part and status as the delivery-status part; "" for none.
func postfixReport(text, status string) string {
	message := daemonHead + reportType + "\n--b\nContent-Type: text/plain\n\n" +
		"This is the mail system at host mx.example.net.\n\n" +
		"I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n" +
		"                   The mail system\n\n" + text
	if status != "" {
		message += statusHead + "\n" + perMessage + status + "\n"
	}
	return message + originalPart + reportEnd
}

const aliceSaid = "<alice@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1\n" +
	"    No such mailbox (in reply to RCPT TO command)\n\n"

// TestWithLost adds those whom only the text lists to the recipients of a
// delivery-status part that was cut off, each once.
func TestWithLost(t *testing.T) {
	tests := []struct {
		name string
		base found.Recipient
		text found.Recipient
		want []string
	}{
		{"lost", found.Recipient{Address: "a@one.example"}, found.Recipient{Address: "B@one.example"}, []string{"a@one.example", "B@one.example"}},
		{"known", found.Recipient{Address: "a@one.example"}, found.Recipient{Address: "A@one.example"}, []string{"a@one.example"}},
		{"known by its alias", found.Recipient{Address: "a@one.example"}, found.Recipient{Address: "b@one.example", OriginalAddress: "a@one.example"}, []string{"a@one.example"}},
		{"known as an alias", found.Recipient{Address: "b@one.example", OriginalAddress: "a@one.example"}, found.Recipient{Address: "a@one.example"}, []string{"b@one.example"}},
		{"no address", found.Recipient{Address: "a@one.example"}, found.Recipient{Address: "kim"}, []string{"a@one.example"}},
		{"guessed", found.Recipient{Address: "a@one.example"}, found.Recipient{Address: "b@one.example", Inferred: true}, []string{"a@one.example"}},
		{"whole, and the beginning of another", found.Recipient{Address: "a@one.example", Action: found.Failed}, found.Recipient{Address: "a@one.example.net"}, []string{"a@one.example", "a@one.example.net"}},
	}
	for _, test := range tests {
		var got []string
		for _, r := range withLost([]found.Recipient{test.base}, []found.Recipient{test.text}) {
			got = append(got, r.Address)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestLostOnlyWhereCutOff takes whom only the text lists for a recipient where the
// message ends within the delivery-status part, and not where it ends behind it.
func TestLostOnlyWhereCutOff(t *testing.T) {
	const bob = "Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.2.2\n"
	whole := postfixReport(aliceSaid, bob)
	for cut, want := range map[string]int{"Status: 5.2.2\n": 2, originalPart: 1} {
		head, _, _ := strings.Cut(whole, cut)
		if r := parseWith(t, head+cut, nil); len(r.Recipients) != want {
			t.Errorf("cut off behind %q: %d recipients, want %d", cut, len(r.Recipients), want)
		}
	}
}

// TestMerge fills from the text what the delivery-status part leaves open, and
// nothing else.
func TestMerge(t *testing.T) {
	const to = "Final-Recipient: rfc822; alice@example.com\nAction: failed\n"
	tests := []struct {
		name, text, status string
		want               string // address status reply remote reason
	}{
		{"both say the same", aliceSaid, to + "Status: 5.1.1\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 No such mailbox\n",
			"alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"no remote server", aliceSaid, to + "Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 No such mailbox\n",
			"alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"no diagnostic", aliceSaid, to + "Status: 5.1.1\n", "alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"a generic status", aliceSaid, to + "Status: 5.0.0\n", "alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"two generic statuses", "", to + "Status: 5.0.0\nDiagnostic-Code: smtp; 550 4.0.0 no such user\n", "alice@example.com 5.0.0 550  user-unknown"},
		{"no status", aliceSaid, to, "alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"the text contradicts", aliceSaid, to + "Status: 5.2.2\nRemote-MTA: dns; mx2.example.com\nDiagnostic-Code: smtp; 552 5.2.2 over quota\n",
			"alice@example.com 5.2.2 552 mx2.example.com mailbox-full"},
		{"the text is about another", strings.Replace(aliceSaid, "alice@", "bob@", 1), to + "Status: 5.2.2\n",
			"alice@example.com 5.2.2 0  mailbox-full"},
		{"no delivery-status part", aliceSaid, "", "alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"the same recipient twice", "", to + "Status: 5.0.0\n\n" + to + "Status: 5.1.1\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 no such user\n",
			"alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"twice, in other letters", "", to + "Status: 5.1.1\n\n" + strings.Replace(to, "alice@example", "ALICE@Example", 1) + "Status: 5.1.1\n",
			"alice@example.com 5.1.1 0  user-unknown"},
		{"the text gives the original recipient as such", "<a.lice@example.com> (expanded from <alice@example.com>): host mx.example.com[192.0.2.1] said: 550 5.1.1\n    No such mailbox\n\n", to + "Status: 5.0.0\n",
			"alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"a program on the mailbox, and vague words", "<alice@example.com>: temporary failure\n\n", to + "Status: 4.3.0\nDiagnostic-Code: x-unix; Disk quota exceeded\n",
			"alice@example.com 4.3.0 0  mailbox-full"},
		{"a program on itself, and telling words", "<alice@example.com>: Command died with status 255: \"/bin/gate\"\n\n", to + "Status: 5.3.0\nDiagnostic-Code: x-unix; database connection refused\n",
			"alice@example.com 5.3.0 0  mailer-error"},
		{"a reply in quotes behind words", aliceSaid, to + "Status: 5.0.0\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; MAIL+RCPT 550 \"No such user here\"\n",
			"alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"a number of a program before quotes", "", to + "Status: 5.3.0\nDiagnostic-Code: x-unix; exit 550 \"/bin/gate\"\n",
			"alice@example.com 5.3.0 0  mailer-error"},
		{"a number that is no reply before quotes", "", to + "Status: 5.3.0\nDiagnostic-Code: smtp; ended with 255 \"/bin/gate\"\n",
			"alice@example.com 5.3.0 0  system-error"},
		{"a number at the end of words", "", to + "Status: 5.3.0\nDiagnostic-Code: smtp; queue run 550\n",
			"alice@example.com 5.3.0 0  system-error"},
		{"a status for another reason", strings.Replace(aliceSaid, "550 5.1.1\n    No such mailbox", "552 5.2.2 Mailbox full", 1), to + "Status: 5.0.0\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; no such user\n",
			"alice@example.com 5.0.0 0 mx.example.com user-unknown"},
		{"a pipe, and an address in the text", aliceSaid, "Final-Recipient: rfc822; |/bin/gate\nAction: failed\nStatus: 5.0.0\n", "alice@example.com 5.1.1 550 mx.example.com user-unknown"},
		{"a delivery, and a refusal in the text", aliceSaid, "Final-Recipient: rfc822; alice@example.com\nAction: delivered\nStatus: 2.1.5\n", "alice@example.com 2.1.5 0  unknown"},
		{"an X.400 name at a gateway", "", "Original-Recipient: rfc822; alice@example.com\nFinal-Recipient: rfc822; /G=Alice/S=Example/C=SE/@gate.example.net\nAction: failed\nStatus: 5.1.1\n",
			"alice@example.com 5.1.1 0  user-unknown"},
		{"two pipes, and an address in the text", aliceSaid, "Final-Recipient: rfc822; |/bin/gate\nAction: failed\nStatus: 5.0.0\n\nFinal-Recipient: rfc822; |/bin/sort\nAction: failed\nStatus: 5.2.2\n",
			"|/bin/gate 5.0.0 0  unknown; |/bin/sort 5.2.2 0  mailbox-full"},
		{"a pipe, and two addresses in the text", aliceSaid + strings.Replace(aliceSaid, "alice@", "bob@", 1), "Final-Recipient: rfc822; |/bin/gate\nAction: failed\nStatus: 5.0.0\n", "|/bin/gate 5.0.0 0  unknown"},
		{"a reply in place of the status", "", to + "Status: 553\nRemote-MTA: dns; mx.example.com\n", "alice@example.com  553 mx.example.com unknown"},
		{"the reply in a field of Notes", "", to + "Status: 5.0.0\nX-Supplementary-Info: < #5.1.1 smtp;550 5.1.1 No such mailbox>\n", "alice@example.com 5.1.1 550  user-unknown"},
		{"the text names the original recipient", aliceSaid,
			"Original-Recipient: rfc822; alice@example.com\nFinal-Recipient: rfc822; a.lice@example.com\nAction: failed\nStatus: 5.0.0\n",
			"a.lice@example.com 5.1.1 550 mx.example.com user-unknown"},
	}
	for _, tt := range tests {
		rep := reportOf(t, postfixReport(tt.text, tt.status))
		var got []string
		for _, r := range rep.Recipients {
			got = append(got, fmt.Sprintf("%s %s %d %s %s", r.Address, r.Status, r.Reply, r.RemoteServer, r.Reason))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, s, tt.want)
		}
	}
}

// TestStatusComment takes the comment of the Status field where nothing else tells why.
func TestStatusComment(t *testing.T) {
	tests := []struct{ status, diagnostic, want string }{
		{"5.4.4 (unable to route: no mail hosts for domain)", "", "unable to route: no mail hosts for domain"},
		{"5.0.0 (mailbox (of 1 GB) is full)", "550 5.0.0 failed", "550 5.0.0 failed (mailbox (of 1 GB) is full)"},
		{"5.0.0 (mailbox is full)", "550 5.0.0 no such user", "550 5.0.0 no such user"},
		{"5.0.0 (see below)", "550 5.0.0 failed", "550 5.0.0 failed"},
		{"5.0.0", "550 5.0.0 failed", "550 5.0.0 failed"},
	}
	for _, tt := range tests {
		status := perMessage + "Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: " + tt.status + "\n"
		if tt.diagnostic != "" {
			status += "Diagnostic-Code: smtp; " + tt.diagnostic + "\n"
		}
		if got := recipientOf(t, postfixReport("", status)).Response; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.status, got, tt.want)
		}
	}
	delivered := perMessage + "Final-Recipient: rfc822; alice@example.com\nAction: delivered\nStatus: 2.1.5 (delivered)\n"
	if got := recipientOf(t, postfixReport("", delivered)).Response; got != "" {
		t.Errorf("delivered: got %q", got)
	}
}

// TestMergeAddress takes an address from the text where the fields have none, and
// condemns it for nothing.
func TestMergeAddress(t *testing.T) {
	for _, name := range []string{"|/bin/gate", "|/bin/gate alice@gate.example", "alice b@example.com"} {
		r := recipientOf(t, postfixReport(aliceSaid, "Final-Recipient: rfc822; "+name+"\nAction: failed\nStatus: 5.0.0\n"))
		if r.Address != "alice@example.com" || r.Withheld != WithheldAddress {
			t.Errorf("%s: got %s, withheld %q", name, r.Address, r.Withheld)
		}
	}
}

// TestOriginalAddress takes the original address for a recipient that is no mail address,
// and condemns it for nothing: the answer may be about another mailbox.
func TestOriginalAddress(t *testing.T) {
	for _, name := range []string{"|/bin/gate", "|/bin/gate bob@example.com", "bob @example.com", "/G=Bob/S=Example/C=SE/@gate.example.net"} {
		r := recipientOf(t, reportWith(perMessage+"Original-Recipient: rfc822; alice@example.com\nFinal-Recipient: rfc822; "+name+"\nAction: failed\nStatus: 5.1.1\n"))
		if r.Address != "alice@example.com" || r.Withheld != WithheldAddress {
			t.Errorf("%s: got %s, withheld %q", name, r.Address, r.Withheld)
		}
	}
}

// TestMergeAlias has two recipients of one alias: what became of one contradicts nothing
// that is said of the other.
func TestMergeAlias(t *testing.T) {
	const remote = "Remote-MTA: dns; mx.one.example\n"
	rep := reportOf(t, daemonHead+reportType+"\n--b\nContent-Type: text/plain\n\nThis message was created automatically by mail delivery software.\n\n"+
		"A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n"+
		"  b@one.example\n    (generated from alias@two.example)\n    host mx.one.example [192.0.2.1]\n"+
		"    SMTP error from remote mail server after RCPT TO:<b@one.example>:\n    550 5.1.1 No such mailbox\n\n"+statusHead+"\n"+perMessage+
		"Original-Recipient: rfc822; alias@two.example\nFinal-Recipient: rfc822; a@one.example\nAction: delivered\nStatus: 2.1.5\n"+remote+"Diagnostic-Code: smtp; 250 2.1.5 Ok\n\n"+
		"Original-Recipient: rfc822; alias@two.example\nFinal-Recipient: rfc822; b@one.example\nAction: failed\nStatus: 5.1.1\n"+remote+"Diagnostic-Code: smtp; 550 5.1.1 No such mailbox\n"+
		originalPart+reportEnd)
	if len(rep.Recipients) != 2 || rep.Recipients[0].Suppress || !rep.Recipients[1].Suppress {
		t.Errorf("got %+v", rep.Recipients)
	}
}

// TestMergeOrder keeps the recipients in the order of the report.
func TestMergeOrder(t *testing.T) {
	var status, want strings.Builder
	for _, name := range []string{"zoe", "adam", "mary", "adam", "bob"} {
		fmt.Fprintf(&status, "Final-Recipient: rfc822; %s@example.com\nAction: failed\nStatus: 5.1.1\n\n", name)
	}
	for _, r := range reportOf(t, reportWith(perMessage+status.String())).Recipients {
		want.WriteString(r.Address + " ")
	}
	if want.String() != "zoe@example.com adam@example.com mary@example.com bob@example.com " {
		t.Errorf("got %s", want.String())
	}
}

// TestActionOfKind gives recipients without an action the action of their report.
func TestActionOfKind(t *testing.T) {
	const to = "Final-Recipient: rfc822; alice@example.com\n"
	tests := []struct {
		status string
		want   Action
	}{
		{to + "Status: 5.1.1\n", Failed},
		{to + "Status: 4.4.1\n", Delayed},
		{to + "Status: 2.1.5\n", Delivered},
		{to, Failed},
		{to + "Action: delayed\nStatus: 5.4.7\n", Delayed},
		{to + "Action: failed\nStatus: 4.4.1\n", Failed},
	}
	for _, tt := range tests {
		if got := recipientOf(t, reportWith(perMessage+tt.status+"\n")).Action; got != tt.want {
			t.Errorf("%q: got %v, want %v", tt.status, got, tt.want)
		}
	}
	delivered := strings.Replace(reportWith(perMessage+to+"Status: 5.1.1\n\n"), "could not be delivered", "was successfully delivered to the following recipients:\n\nalice@example.com", 1)
	if r := recipientOf(t, delivered); r.Action != Failed || r.Withheld != WithheldKind {
		t.Errorf("a status of failure beside words of success: got %v, withheld %q", r.Action, r.Withheld)
	}
}

// TestVerdict works out who must act, and never condemns an address for what
// its sender did.
func TestVerdict(t *testing.T) {
	tests := []struct {
		address, action, status, diagnostic string
		reason                              codes.Reason
		permanent, suppress                 bool
	}{
		{"alice@example.com", "failed", "5.1.1", "550 5.1.1 no such user", codes.UserUnknown, true, true},
		{"alice@example.com", "delayed", "4.2.2", "452 4.2.2 over quota", codes.MailboxFull, false, false},
		{"alice@example.com", "failed", "5.2.2", "552 5.2.2 over quota", codes.MailboxFull, true, false},
		{"alice@example.com", "failed", "5.7.1", "554 5.7.1 Service unavailable; client [192.0.2.1] blocked using bl.example", codes.IPBlocked, true, false},
		{"alice@example.com", "failed", "5.7.26", "550 5.7.26 rejected due to the domain's DMARC policy", codes.AuthFailed, true, false},
		{"alice@example.com", "failed", "5.7.1", "550 5.7.1 message rejected as spam", codes.SpamRejected, true, false},
		// The wording over a code that contradicts it.
		{"alice@example.com", "failed", "5.1.1", "550 5.1.1 rejected, your IP address is on a block list", codes.IPBlocked, true, false},
		// The words of an address are no wording.
		{"spam@blocked.example", "failed", "5.1.1", "550 5.1.1 <spam@blocked.example>: no such user", codes.UserUnknown, true, true},
		{"mailbox-full@example.com", "failed", "5.1.1", "550 5.1.1 mailbox-full@example.com: user unknown", codes.UserUnknown, true, true},
		// Nothing tells.
		{"alice@example.com", "failed", "", "", codes.Unknown, false, false},
		// It did not fail.
		{"alice@example.com", "delivered", "2.1.5", "550 5.1.1 no such user", codes.Unknown, false, false},
	}
	for _, tt := range tests {
		r := recipientOf(t, reportWith(perMessage+"Final-Recipient: rfc822; "+tt.address+"\nAction: "+tt.action+"\nStatus: "+tt.status+
			"\nDiagnostic-Code: smtp; "+tt.diagnostic+"\n\n"))
		if r.Reason != tt.reason || r.Permanent != tt.permanent || r.Suppress != tt.suppress {
			t.Errorf("%s, %q: got %v, permanent %t, suppress %t", tt.address, tt.diagnostic, r.Reason, r.Permanent, r.Suppress)
		}
		if r.Reason != codes.Unknown && (r.Evidence.Kind == codes.EvidenceNone || r.Evidence.Text == "" || r.Owner == codes.OwnerUnknown) {
			t.Errorf("%q: got no evidence or owner: %+v, %v", tt.diagnostic, r.Evidence, r.Owner)
		}
	}
}

func TestAdviceOfRecipient(t *testing.T) {
	r := recipientOf(t, reportWith(perMessage+unknownUser+"\n"))
	if a := r.Advice(); a.Title == "" || len(a.Fixes) == 0 || a.Reason != codes.UserUnknown {
		t.Errorf("got %+v", a)
	}
}

// TestNoAddress takes a group of fields that names nobody for no recipient.
func TestNoAddress(t *testing.T) {
	rep := reportOf(t, postfixReport("", "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no\n"))
	if rep.Kind != Failure || len(rep.Recipients) != 0 || !slices.ContainsFunc(rep.Defects, func(d Defect) bool { return d.Kind == DefectNoRecipient }) {
		t.Errorf("got %v, %+v, %v", rep.Kind, rep.Recipients, rep.Defects)
	}
}

// TestPlainAddress suppresses no address that is not as it looks.
func TestPlainAddress(t *testing.T) {
	for field, want := range map[string]bool{
		"rfc822; alice@example.com":                 true,
		`rfc822; "a b"@example.com`:                 true,
		"utf-8; päivi@example.com":                  true,
		"rfc822; päivi@example.com":                 false,
		"utf-8; \u200balice@example.com":            false,
		"rfc822; alice@localhost":                   false,
		"rfc822; <alice@example.com>@relay.example": false,
		"rfc822; @relay.example:alice@example.com":  false,
	} {
		rep := reportOf(t, postfixReport("", "Final-Recipient: "+field+"\nAction: failed\nStatus: 5.1.1\n"))
		if len(rep.Recipients) != 1 || rep.Recipients[0].Suppress != want {
			t.Errorf("%s: got %+v", field, rep.Recipients)
		}
	}
}

// TestNoAction suppresses an address whose fields say all but what was done.
func TestNoAction(t *testing.T) {
	rep := reportOf(t, postfixReport("", "Final-Recipient: rfc822; alice@example.com\nStatus: 5.1.1\n"))
	if len(rep.Recipients) != 1 || !rep.Recipients[0].Suppress {
		t.Errorf("got %+v", rep.Recipients)
	}
}

// BenchmarkMerge merges a text and a delivery-status part that each list thousands of
// recipients, none of whom is the same.
func BenchmarkMerge(b *testing.B) {
	var text, status strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&text, "<t%d@example.com>: no such user\n\n", i)
		fmt.Fprintf(&status, "Final-Recipient: rfc822; s%d@example.com\n\n", i)
	}
	message := postfixReport(text.String(), status.String())
	for b.Loop() {
		if rep := reportOf(b, message); len(rep.Recipients) != 4000 {
			b.Fatalf("got %d recipients", len(rep.Recipients))
		}
	}
}

// TestCounterpart finds what a reader says of a recipient, and nothing that it says of
// nobody by name.
func TestCounterpart(t *testing.T) {
	f := byAddressOf([]found.Recipient{
		{Response: "of nobody"},
		{Address: "b@example.com", OriginalAddress: "a@example.com", Response: "of b"},
		{Address: "c@example.com", OriginalAddress: "b@example.com", Response: "of c"},
	})
	for _, tt := range []struct {
		r    Recipient
		want string
	}{
		{Recipient{Address: "b@example.com"}, "of b"},
		{Recipient{Address: "a@example.com"}, "of b"},
		{Recipient{Address: "x@example.com", OriginalAddress: "c@example.com"}, "of c"},
		{Recipient{Address: "x@example.com"}, ""},
	} {
		got := ""
		if c := f.counterpart(&tt.r, 2); c != nil {
			got = c.Response
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.r.Address, got, tt.want)
		}
	}
	if c := byAddressOf([]found.Recipient{{Address: "b@example.com"}}).counterpart(&Recipient{}, 2); c != nil {
		t.Errorf("of nobody: got %+v", c)
	}
}

// TestMergeStatus takes a status without words where it means what the words mean.
func TestMergeStatus(t *testing.T) {
	for _, tt := range []struct{ response, status, want string }{
		{"550 no such user", "5.1.1", "5.1.1"},
		{"550 no such user", "5.2.2", "5.0.0"},
		{"550 failed", "5.1.1", "5.0.0"},
	} {
		r := Recipient{Action: Failed, Status: codes.MustParseStatus("5.0.0"), Response: tt.response}
		r.mergeAnswer(&Recipient{Action: Failed, Status: codes.MustParseStatus(tt.status)})
		if got := r.Status.String(); got != tt.want || r.Response != tt.response {
			t.Errorf("%s and %s: got %s and %q", tt.response, tt.status, got, r.Response)
		}
	}
}
