package codes

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// An adviceRow is a code with the words of its reply and the entry of the
// advice on it.
type adviceRow struct {
	code, text   string
	reason       Reason
	owner        Owner
	entry        string
	alone, words string // "" for entry
}

// adviceRows names every code that the documents on Exchange Online's
// non-delivery reports and on mail flow intelligence explain, with the words
// of its reply. The entry is the name in data/advice.txt. Where the code or
// the words alone mean several things, alone and words name the entry that
// they lead to.
var adviceRows = []adviceRow{
	{"4.3.2", "STOREDRV.Deliver; recipient thread limit exceeded", RateLimited, OwnerNobody, "4.3.2", "", ""},
	{"5.6.7", "SMTPUTF8 is required, but was not offered by host mx.example.com[192.0.2.1]", ContentRejected, OwnerSender, "smtputf8", "", ""},
	{"4.4.7", "Message expired", Expired, OwnerRecipientAdmin, "4.4.7", "", ""},
	{"4.4.8", "MX hosts of example.com failed MTA-STS validation", TLSFailed, OwnerRecipientAdmin, "4.4.8", "", ""},
	{"5.4.8", "MX hosts of example.com failed MTA-STS validation", TLSFailed, OwnerRecipientAdmin, "4.4.8", "", ""},
	{"4.5.3", "Too many recipients", TooManyRecipients, OwnerSenderAdmin, "4.5.3", "", ""},
	{"4.7.5", "Remote certificate failed MTA-STS validation. Reason: expired", TLSFailed, OwnerRecipientAdmin, "4.7.5", "", ""},
	{"5.7.5", "Remote certificate failed MTA-STS validation. Reason: expired", TLSFailed, OwnerRecipientAdmin, "4.7.5", "", ""},
	{"4.7.5", "Cryptographic failure", TLSFailed, OwnerSenderAdmin, "4.7.5 cryptography", "4.7.5", ""},
	{"4.7.26", "Access denied, a message sent over IPv6 [2001:db8::1] must pass either SPF or DKIM validation, this message is not signed", AuthFailed, OwnerSenderAdmin, "4.7.26", "", ""},
	{"4.7.321", "starttls-not-supported: Destination mail server must support TLS to receive mail.", TLSFailed, OwnerRecipientAdmin, "4.7.321", "", ""},
	{"5.7.321", "starttls-not-supported: Destination mail server must support TLS to receive mail.", TLSFailed, OwnerRecipientAdmin, "4.7.321", "", ""},
	{"4.7.322", "certificate-expired: Destination mail server's certificate is expired.", TLSFailed, OwnerRecipientAdmin, "4.7.322", "", ""},
	{"5.7.322", "certificate-expired: Destination mail server’s certificate is expired.", TLSFailed, OwnerRecipientAdmin, "4.7.322", "", ""},
	{"4.7.323", "tlsa-invalid: The domain failed DANE validation.", TLSFailed, OwnerRecipientAdmin, "4.7.323", "", ""},
	{"5.7.323", "tlsa-invalid: The domain failed DANE validation.", TLSFailed, OwnerRecipientAdmin, "4.7.323", "", ""},
	{"4.7.324", "dnssec-invalid: Destination domain returned invalid DNSSEC records", TLSFailed, OwnerRecipientAdmin, "4.7.324", "", ""},
	{"5.7.324", "dnssec-invalid: Destination domain returned invalid DNSSEC records", TLSFailed, OwnerRecipientAdmin, "4.7.324", "", ""},
	{"4.7.325", "certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)", TLSFailed, OwnerRecipientAdmin, "4.7.325", "", ""},
	{"5.7.325", "certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)", TLSFailed, OwnerRecipientAdmin, "4.7.325", "", ""},
	{"4.7.500", "Access denied, please try again later", IPBlocked, OwnerNobody, "4.7.500-699", "", ""},
	{"4.7.699", "Access denied, please try again later", IPBlocked, OwnerNobody, "4.7.500-699", "", ""},
	{"4.7.850", "Access denied, please try again later", IPBlocked, OwnerNobody, "4.7.850-899", "", "4.7.500-699"},
	{"4.7.899", "Access denied, please try again later", IPBlocked, OwnerNobody, "4.7.850-899", "", "4.7.500-699"},
	{"5.0.350", "x-dg-ref header is too long", ContentRejected, OwnerSender, "5.0.350 header", "5.0.350", ""},
	{"5.0.350", "Requested action not taken: policy violation detected (AS345)", ContentRejected, OwnerSender, "5.0.350 attachment", "5.0.350", ""},
	{"5.0.350", "Generic error", Unknown, OwnerRecipientAdmin, "5.0.350", "", "reason unknown"},
	{"5.1.0", "Sender denied", SenderRejected, OwnerSender, "5.1.0", "", ""},
	{"5.1.1", "Bad destination mailbox address", UserUnknown, OwnerSender, "exchange unknown", "5.1.1", ""},
	{"5.1.8", "Access denied, bad outbound sender", SenderBlocked, OwnerSenderAdmin, "5.1.8", "", ""},
	{"5.1.10", "Recipient not found", UserUnknown, OwnerSender, "5.1.10", "", ""},
	{"5.1.90", "Your message can't be sent because you've reached your daily limit for message recipients", SenderBlocked, OwnerSenderAdmin, "5.1.90", "", ""},
	{"5.2.2", "Submission quota exceeded", SenderBlocked, OwnerSenderAdmin, "5.2.2 submission", "5.2.2", ""},
	{"5.2.2", "Mailbox full", MailboxFull, OwnerRecipient, "5.2.2", "", ""},
	{"5.2.121", "Recipient's per hour message receive limit from specific sender exceeded", RateLimited, OwnerSender, "5.2.121", "", ""},
	{"5.2.122", "Recipient's per hour message receive limit exceeded", RateLimited, OwnerNobody, "5.2.122", "", ""},
	{"5.3.190", "Journaling on-premises messages to Microsoft 365 or Office 365 not supported when Journaling Archive is disabled", SystemError, OwnerSenderAdmin, "5.3.190", "", ""},
	{"5.4.1", "Relay Access Denied", RelayDenied, OwnerRecipientAdmin, "5.4.1 relay", "5.4.1", ""},
	{"5.4.1", "Recipient address rejected: Access denied", UserUnknown, OwnerSender, "5.4.1", "", ""},
	{"5.4.1", "No answer from host", ConnectionFailed, OwnerRecipientAdmin, "5.4.1 no answer", "5.4.1", "connection timed out"},
	{"5.4.6", "Routing loop detected", RoutingLoop, OwnerRecipientAdmin, "5.4.6", "", ""},
	{"5.4.14", "Routing loop detected", RoutingLoop, OwnerRecipientAdmin, "5.4.6", "", ""},
	{"5.4.300", "Message expired", Expired, OwnerRecipientAdmin, "5.4.300", "", "4.4.7"},
	{"5.5.0", "Requested action not taken: mailbox unavailable", UserUnknown, OwnerSender, "5.5.0", "", ""},
	{"5.6.11", "Invalid characters", ContentRejected, OwnerSender, "5.6.11", "", "reason content-rejected"},
	{"5.7.1", "Delivery not authorized", RecipientRestricted, OwnerRecipientAdmin, "5.7.1", "", ""},
	{"5.7.1", "Unable to relay", RelayDenied, OwnerRecipientAdmin, "5.7.1 relay", "5.7.1", ""},
	{"5.7.1", "Client was not authenticated", AuthenticationRequired, OwnerRecipientAdmin, "5.7.1 authentication", "5.7.1", ""},
	{"5.7.12", "Sender was not authenticated by organization", RecipientRestricted, OwnerRecipientAdmin, "5.7.12", "", ""},
	{"5.7.13", "Sender was not authenticated for public folder", RecipientRestricted, OwnerRecipientAdmin, "5.7.13", "", ""},
	{"5.7.135", "Sender was not authenticated for public folder", RecipientRestricted, OwnerRecipientAdmin, "5.7.13", "", ""},
	{"5.7.23", "The message was rejected because of Sender Policy Framework violation", AuthFailed, OwnerSenderAdmin, "5.7.23", "", ""},
	{"5.7.25", "Access denied, the sending IPv6 address [2001:db8::1] must have a reverse DNS record", ReverseDNS, OwnerSenderAdmin, "5.7.25", "", ""},
	{"5.7.57", "Client was not authenticated to send anonymous mail during MAIL FROM", AuthenticationRequired, OwnerSenderAdmin, "5.7.57", "", ""},
	{"5.7.64", "TenantAttribution; Relay Access Denied", RelayDenied, OwnerSenderAdmin, "5.7.64", "", ""},
	{"5.7.124", "Sender not in allowed-senders list", RecipientRestricted, OwnerRecipientAdmin, "5.7.124", "", ""},
	{"5.7.133", "Sender not authenticated for group", RecipientRestricted, OwnerRecipientAdmin, "5.7.133", "", ""},
	{"5.7.134", "Sender was not authenticated for mailbox", RecipientRestricted, OwnerRecipientAdmin, "5.7.134", "", ""},
	{"5.7.136", "Sender was not authenticated", RecipientRestricted, OwnerRecipientAdmin, "5.7.136", "", ""},
	{"5.7.501", "Access denied, spam abuse detected", SenderBlocked, OwnerSenderAdmin, "5.7.501", "", ""},
	{"5.7.502", "Access denied, banned sender", SenderBlocked, OwnerSenderAdmin, "5.7.502", "", ""},
	{"5.7.503", "Access denied, banned sender", SenderBlocked, OwnerSenderAdmin, "5.7.502", "", ""},
	{"5.7.504", "[a@example.com]: Recipient address rejected: Access denied", UserUnknown, OwnerSender, "5.7.504", "", "5.4.1"},
	{"5.7.505", "Access denied, banned recipient", UserUnknown, OwnerSender, "5.7.505", "", ""},
	{"5.7.506", "Access Denied, Bad HELO", ReverseDNS, OwnerSenderAdmin, "5.7.506", "", ""},
	{"5.7.507", "Access denied, rejected by recipient", IPBlocked, OwnerRecipientAdmin, "5.7.507", "", ""},
	{"5.7.508", "Access denied, [2001:db8::1] has exceeded permitted limits within 2001:db8::/64 range", RateLimited, OwnerSenderAdmin, "5.7.508", "", ""},
	{"5.7.509", "Access denied, sending domain [example.com] does not pass DMARC verification and has a DMARC policy of reject.", AuthFailed, OwnerSenderAdmin, "5.7.509", "", ""},
	{"5.7.510", "Access denied, [example.com] does not accept email over IPv6", PolicyRejected, OwnerSenderAdmin, "5.7.510", "", ""},
	{"5.7.511", "Access denied, banned sender", IPBlocked, OwnerSenderAdmin, "5.7.511", "", "5.7.502"},
	{"5.7.511", "Access denied, banned sender[192.0.2.1]. To request removal, please forward this message to delist@microsoft.com.", IPBlocked, OwnerSenderAdmin, "5.7.511", "", ""},
	{"5.7.512", "Access denied, message must be RFC 5322 section 3.6.2 compliant", ContentRejected, OwnerSender, "5.7.512", "", ""},
	{"5.7.513", "Service unavailable, Client host [192.0.2.1] blocked by example.com using Customer Block list (AS16012607)", IPBlocked, OwnerRecipientAdmin, "5.7.513", "", ""},
	{"5.7.606", "Access denied, banned sending IP [192.0.2.1]", IPBlocked, OwnerSenderAdmin, "5.7.606-649", "", ""},
	{"5.7.649", "Access denied, banned sending IP [192.0.2.1]", IPBlocked, OwnerSenderAdmin, "5.7.606-649", "", ""},
	{"5.7.703", "Your message can't be delivered because messages to a@example.com are blocked by your organization using Tenant Allow Block List.", PolicyRejected, OwnerSenderAdmin, "5.7.703", "", ""},
	{"5.7.705", "Access denied, tenant has exceeded threshold", SenderBlocked, OwnerSenderAdmin, "5.7.705", "", ""},
	{"5.7.708", "Access denied, traffic not accepted from this IP", SenderBlocked, OwnerSenderAdmin, "5.7.708", "", ""},
	{"5.7.750", "Service unavailable. Client blocked from sending from unregistered domains", SenderBlocked, OwnerSenderAdmin, "5.7.750", "", ""},
	{"5.7.800", "Access denied, banned sender", SenderBlocked, OwnerSenderAdmin, "5.7.800", "", "5.7.502"},
	{"", "The message can't be submitted because the sender's submission quota was exceeded", SenderBlocked, OwnerSenderAdmin, "submission quota", "reason unknown", ""},

	{"4.4.310", "DNS domain example.com does not exist [Message=InfoDomainNonexistent]", HostUnknown, OwnerSender, "4.4.310", "", ""},
	{"4.4.312", "DNS query failed", DNSFailure, OwnerRecipientAdmin, "4.4.312", "", "reason dns-failure"},
	{"4.4.315", "Connection timed out", ConnectionFailed, OwnerRecipientAdmin, "4.4.315", "", "connection timed out"},
	{"4.4.316", "Connection refused [Message=Socket error code 10061]", ConnectionFailed, OwnerRecipientAdmin, "4.4.316", "", ""},
	{"4.4.317", "Cannot connect to remote server", ConnectionFailed, OwnerRecipientAdmin, "4.4.317", "", "reason connection-failed"},
	{"4.4.318", "Connection was closed abruptly", ConnectionFailed, OwnerRecipientAdmin, "4.4.318", "", ""},
	{"4.7.320", "Certificate validation failed", TLSFailed, OwnerRecipientAdmin, "4.7.320", "", ""},
	{"5.4.312", "DNS query failed", DNSFailure, OwnerRecipientAdmin, "4.4.312", "", "reason dns-failure"},
	{"5.4.315", "Connection timed out", ConnectionFailed, OwnerRecipientAdmin, "4.4.315", "", "connection timed out"},
	{"5.4.316", "Message expired, connection refused(Socket error code 10061)", ConnectionFailed, OwnerRecipientAdmin, "4.4.316", "", "connection refused"},
	{"5.4.317", "Message expired, cannot connect to remote server", ConnectionFailed, OwnerRecipientAdmin, "4.4.317", "", "reason connection-failed"},
	{"5.4.318", "Message expired, connection was closed abruptly", ConnectionFailed, OwnerRecipientAdmin, "4.4.318", "", ""},
	{"5.7.320", "Certificate validation failed", TLSFailed, OwnerRecipientAdmin, "4.7.320", "", ""},
}

// TestAdviceRows checks that the advice on a response is the entry of the row,
// where the verdict on the response agrees with that entry.
func TestAdviceRows(t *testing.T) {
	for _, row := range adviceRows {
		st := FindStatus(row.code)
		for _, tt := range []struct {
			how, entry string
			r          Response
		}{
			{"code and wording", row.entry, Response{Status: st, Text: row.text}},
			{"code and wording, parsed", row.entry, ParseResponse("550 " + row.code + " " + row.text)},
			{"code alone", orElse(row.alone, row.entry), Response{Status: st}},
			{"code alone, parsed", orElse(row.alone, row.entry), ParseResponse(row.code)},
			{"wording alone", orElse(row.words, row.entry), Response{Text: row.text}},
		} {
			v, want := tt.r.Judge(nil), adviceData().entries[tt.entry]
			if want.reason != v.Reason || !want.suits(v.Owner) {
				continue
			}
			if got := tt.r.Advice(); got.Title != want.text(0).title {
				t.Errorf("%s %q by %s: got %q (%v, %v), want the entry %s", row.code, row.text, tt.how, got.Title, got.Reason, got.Owner, tt.entry)
			}
		}
		want := adviceData().entries[row.entry]
		got := Response{Status: st, Text: row.text}.AdviceFor(Verdict{Reason: row.reason, Owner: row.owner})
		if got.Title != want.text(0).title || got.Owner != row.owner {
			t.Errorf("%s %q as %v: got %q (%v), want the entry %s", row.code, row.text, row.reason, got.Title, got.Owner, row.entry)
		}
		if want.reason != row.reason || want.owner != row.owner {
			t.Errorf("entry %s has %v, %v; want %v, %v", row.entry, want.reason, want.owner, row.reason, row.owner)
		}
	}
}

// TestAdviceSuitsOwner wants for each reply an advice that asks somebody on the
// side of the verdict's owner to act.
func TestAdviceSuitsOwner(t *testing.T) {
	side := map[Owner]string{OwnerSender: "sender", OwnerSenderAdmin: "sender", OwnerService: "sender", OwnerRecipient: "recipient", OwnerRecipientAdmin: "recipient", OwnerNobody: "nobody"}
	check := func(r Response, host string) {
		v := r.Judge(&Options{Host: host})
		if e := adviceData().find(r.Status, foldAdvice(r.Text), v).entry; v.Owner != OwnerUnknown && side[e.owner] != side[v.Owner] {
			t.Errorf("%s: %v must act on %v, and the advice is [%s]", r.Text, v.Owner, v.Reason, e.name)
		}
	}
	for _, row := range adviceHostRows {
		check(ParseResponse(row.reply), row.host)
	}
	for _, row := range adviceRows {
		check(ParseResponse("550 "+row.code+" "+row.text), "")
		check(Response{Text: row.text}, "")
	}
	files, err := filepath.Glob("../testdata/replies/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no replies found: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			cells := strings.Split(strings.TrimSpace(line), "\t")
			if !strings.HasPrefix(line, "#") && len(cells) == 7 {
				check(ParseResponse(cells[6]), cells[5])
			}
		}
	}
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// Every entry with a phrase or a code is one that a row names.
func TestAdviceRowsComplete(t *testing.T) {
	named := map[string]bool{"4.4.300-399": true} // no words of its own; see TestAdviceCode
	for _, row := range adviceRows {
		named[row.entry] = true
	}
	for _, row := range adviceHostRows {
		named[row.entry] = true
	}
	for name, e := range adviceData().entries {
		if len(e.codes)+len(e.phrases) > 0 && !named[name] {
			t.Errorf("no row of adviceRows or adviceHostRows names the entry [%s] of data/advice.txt", name)
		}
	}
}

func TestAdviceCode(t *testing.T) {
	for _, tt := range []struct {
		code, found string
		common      bool
	}{
		{"5.1.1", "5.1.1", false},
		{"5.4.14", "5.4.14", false},
		{"5.7.135", "5.7.135", false},
		{"5.7.708", "5.7.708", false},
		{"5.7.606", "5.7.606-649", false},
		{"5.7.605", "", false},
		{"5.7.649", "5.7.606-649", false},
		{"5.7.650", "", false},
		{"4.7.606", "4.7.500-699", false},
		{"5.4.316", "4.4.316", false},
		{"4.4.319", "4.4.300-399", false},
		{"5.4.319", "5.4.300-399", false},
		{"5.7.516", "", false}, // not what 4.7.500-699 means
		{"4.1.1", "", false},   // a transient code has no permanent advice
		{"5.7.1", "", false},   // any policy
		{"5.4.1", "5.4.1", false},
		{"5.2.2", "5.2.2", true},
		{"5.0.350", "5.0.350", true},
		{"4.7.5", "4.7.5", true},
		{"2.1.5", "", false},
	} {
		got := MustParseStatus(tt.code).Advice()
		if got.Code != tt.found || got.Common != tt.common {
			t.Errorf("%s: found by %q, common %v; want %q, %v", tt.code, got.Code, got.Common, tt.found, tt.common)
		}
		if got.Title == "" {
			t.Errorf("%s: no title", tt.code)
		}
	}
}

// Meanings lists what holds everywhere before what a provider means.
func TestStatusMeanings(t *testing.T) {
	for _, tt := range []struct {
		code string
		want []string // provider and reason
	}{
		{"5.7.26", []string{" auth-failed", "gmail auth-failed"}},
		{"5.7.30", []string{"gmail auth-failed", "exchange authentication-required"}},
		{"5.4.316", []string{" connection-failed"}}, // as 4.4.316
		{"5.7.630", []string{" ip-blocked"}},
		{"5.1.99", nil},
		{"2.0.0", nil},
	} {
		var got []string
		for _, a := range MustParseStatus(tt.code).Meanings(language.Swedish) {
			checkAdvice(t, a)
			if a.Language != language.Swedish {
				t.Errorf("%s: %q is in %v", tt.code, a.Title, a.Language)
			}
			got = append(got, a.Provider+" "+a.Reason.String())
		}
		if got = slices.Compact(got); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.code, got, tt.want)
		}
	}
	if got := len(MustParseStatus("5.7.1").Meanings()); got < 10 {
		t.Errorf("5.7.1 has %d meanings", got)
	}
	a, b := MustParseStatus("5.7.1").Meanings(), MustParseStatus("5.7.1").Meanings()
	if a[0].Fixes[0] = "changed"; b[0].Fixes[0] == "changed" {
		t.Error("two calls share a text")
	}
}

func TestProvider(t *testing.T) {
	for host, want := range map[string]string{
		gmailMX: "gmail", "gmail.com": "gmail", exchangeMX: "exchange", outlookMX: "outlook",
		"mx.example.com": "", "": "", "notgmail.com": "",
	} {
		if got := Provider(host); got != want {
			t.Errorf("%q: got %q, want %q", host, got, want)
		}
	}
	if got := ParseResponse("550 5.7.26 x").AdviceFor(Verdict{Reason: AuthFailed, Host: gmailMX}).Provider; got != "gmail" {
		t.Errorf("Gmail's advice is of %q", got)
	}
}

// Where the wording decides between the meanings of a code, the advice is no
// longer a guess.
func TestAdviceCommonOnlyForCodeAlone(t *testing.T) {
	for _, text := range []string{"Delivery not authorized", "Unable to relay", "Client was not authenticated"} {
		if a := (Response{Status: MustParseStatus("5.7.1"), Text: text}).Advice(); a.Common {
			t.Errorf("%q is marked as the common meaning of 5.7.1", text)
		}
	}
}

// The codes of one vendor do not explain what another means by them.
func TestAdviceOtherVendor(t *testing.T) {
	for _, tt := range []struct {
		code, text string
		reason     Reason
		code2      string
		want       Reason
	}{
		{"5.7.1", "Service refused, client host listed by a block list", IPBlocked, "", IPBlocked},
		{"5.7.1", "Message looks like spam", SpamRejected, "", SpamRejected},
		{"5.7.13", "User account disabled", MailboxDisabled, "", MailboxDisabled},
		{"5.1.10", "Recipient address has null MX", NotAcceptingMail, "", NotAcceptingMail},
		{"5.5.0", "Bad command", ProtocolError, "", ProtocolError},
		{"5.2.2", "Quotas are strange here", MailboxFull, "5.2.2", MailboxFull},
		// A wording that is not in the table, of the same reason: among the
		// meanings of the code the one that agrees.
		{"5.7.1", "we do not relay", RelayDenied, "5.7.1", RelayDenied},
		// A phrase of ours in a reply that is about something else.
		{"5.3.4", "Connection refused for large mail", MessageTooLarge, "", MessageTooLarge},
	} {
		r := Response{Status: MustParseStatus(tt.code), Text: tt.text}
		got := r.AdviceFor(Verdict{Reason: tt.reason})
		if got.Code != tt.code2 || got.Reason != tt.want {
			t.Errorf("%s %q (%v): got %q %q %v", tt.code, tt.text, tt.reason, got.Code, got.Title, got.Reason)
		}
	}
}

// TestAdviceIsThatOfTheVerdict checks that a verdict and the advice on it never
// differ: for every code, every pair of codes and words, and every host that a
// code is a provider's own at.
func TestAdviceIsThatOfTheVerdict(t *testing.T) {
	var texts []string
	for _, row := range adviceRows {
		texts = append(texts, row.text)
	}
	texts = append(texts, "", "user unknown", "mailbox full", "message looks like spam", "hm")
	for _, class := range []int{2, 4, 5} {
		for _, e := range slices.Concat(statusTable[:]...) {
			for _, text := range texts {
				r := Response{Status: Status{uint16(class), e.subject, e.lo}, Text: text}
				v := r.Judge(&Options{Host: strings.TrimPrefix(e.host, ".")})
				a := r.AdviceFor(v)
				if a.Reason != v.Reason || a.Owner != v.Owner || a.Scope != v.Scope || a.Title == "" {
					t.Errorf("%v %q: %v, %v, %v; advice on %v, %v, %v", r.Status, text, v.Reason, v.Owner, v.Scope, a.Reason, a.Owner, a.Scope)
				}
			}
		}
	}
}

// TestAdviceOfAcceptance has nobody act on a reply that accepts, as its verdict does.
func TestAdviceOfAcceptance(t *testing.T) {
	for _, text := range []string{"350 go on 5.0.350", "250 2.0.0 OK", "354 send it 5.1.1 no such user"} {
		r := ParseResponse(text)
		if v, a := r.Judge(nil), r.Advice(); a.Reason != Unknown || a.Owner != v.Owner || a.Scope != v.Scope {
			t.Errorf("%s: advice on %v for %v, %v", text, a.Reason, a.Owner, a.Scope)
		}
	}
}

// TestAdviceFacts checks that the table of advice and the table of codes agree
// on who must act and what a refusal is about.
func TestAdviceFacts(t *testing.T) {
	for at, rows := range adviceData().codes {
		st := at.status
		v := Response{Status: st}.Judge(&Options{Host: hostOf(at.provider)})
		for _, m := range rows {
			if e := m.entry; e.reason == v.Reason && (e.owner != v.Owner || e.scope != v.Scope) && (e.common || len(rows) == 1) {
				t.Errorf("%v: %v, %v; entry %s: %v, %v", st, v.Owner, v.Scope, e.name, e.owner, e.scope)
			}
		}
	}
}

// hostOf returns a host of the provider, "" for "".
func hostOf(provider string) string {
	if provider == "" {
		return ""
	}
	return "mx" + adviceData().names["provider "+provider].hosts[0]
}

// A rule of the caller is never contradicted.
func TestAdviceOwnRule(t *testing.T) {
	v := Verdict{Reason: SpamRejected, Evidence: Evidence{Kind: EvidenceRule}}
	for _, r := range []Response{
		{Status: MustParseStatus("5.2.2"), Text: "Submission quota exceeded"},
		{Status: MustParseStatus("5.1.1")},
		{Text: "Submission quota exceeded"},
	} {
		if got := r.AdviceFor(v); got.Reason != SpamRejected {
			t.Errorf("%+v: got %v", r, got.Reason)
		}
	}
}

func TestAdviceOfReason(t *testing.T) {
	for r := range Reason(numReasons) {
		a := r.Advice()
		if a.Reason != r || a.Owner != r.Owner() || a.Scope != r.Scope() || a.Code != "" || a.Common {
			t.Errorf("%v: got %+v", r, a)
		}
		checkAdvice(t, a)
	}
	if got := Reason(200).Advice(); got.Reason != Unknown || got.Title == "" {
		t.Errorf("a number that is no reason: %+v", got)
	}
	if got := (Response{}).Advice(); got.Reason != Unknown || got.Title == "" {
		t.Errorf("an empty response: %+v", got)
	}
}

func TestAuthAdvice(t *testing.T) {
	causes := []string{
		"no-record", "not-permitted", "not-signed", "signature-invalid", "body-altered", "key-missing", "not-aligned",
		"forwarded", "policy", "too-many-lookups", "permanent-error", "temporary-error",
	}
	own := map[string]string{ // the causes that occur in each method
		"spf":      "no-record not-permitted not-aligned forwarded policy too-many-lookups permanent-error temporary-error",
		"dkim":     "no-record not-signed signature-invalid body-altered key-missing not-aligned forwarded policy permanent-error temporary-error",
		"dmarc":    strings.Join(causes, " "),
		"arc":      "no-record not-signed signature-invalid body-altered key-missing not-aligned forwarded policy permanent-error temporary-error",
		"compauth": strings.Join(causes, " "),
	}
	general := AuthFailed.Advice()
	for method, specific := range own {
		for _, cause := range causes {
			a := AuthAdvice(method, cause)
			checkAdvice(t, a)
			if a.Reason != AuthFailed {
				t.Errorf("%s/%s: reason %v", method, cause, a.Reason)
			}
			if has := slices.Contains(strings.Fields(specific), cause); has == (a.Title == general.Title) {
				t.Errorf("%s/%s: title %q", method, cause, a.Title)
			}
		}
	}
	for _, tt := range []struct {
		method, cause string
		owner         Owner
	}{
		{"spf", "no-record", OwnerSenderAdmin},
		{"SPF", "Forwarded", OwnerRecipientAdmin},
		{"dkim", "temporary-error", OwnerNobody},
		{"arc", "signature-invalid", OwnerService},
		{"iprev", "policy", OwnerSenderAdmin},
		{"", "", OwnerSenderAdmin},
	} {
		if got := AuthAdvice(tt.method, tt.cause).Owner; got != tt.owner {
			t.Errorf("%s/%s: owner %v, want %v", tt.method, tt.cause, got, tt.owner)
		}
	}
}

func TestAdviceLanguage(t *testing.T) {
	full := Response{Status: MustParseStatus("5.2.2")}
	for _, tt := range []struct {
		langs string
		want  language.Tag
		title string
	}{
		{"", language.English, "The mailbox is full"},
		{"en-GB", language.English, "The mailbox is full"},
		{"it", language.Italian, "La cassetta postale è piena"},
		{"it-CH", language.Italian, "La cassetta postale è piena"},
		{"sv", language.Swedish, "Postlådan är full"},
		{"sv-FI", language.Swedish, "Postlådan är full"},
		{"pt", language.English, "The mailbox is full"},
		{"fi it sv", language.Italian, "La cassetta postale è piena"},
		{"de-AT", language.German, "Das Postfach ist voll"},
		{"fr", language.French, "La boîte aux lettres est pleine"},
		{"es-MX", language.Spanish, "El buzón está lleno"},
		{"ja", language.Japanese, "メールボックスがいっぱいです"},
		{"sv it", language.Swedish, "Postlådan är full"},
		{"und", language.English, "The mailbox is full"},
	} {
		var langs []language.Tag
		for _, s := range strings.Fields(tt.langs) {
			langs = append(langs, language.MustParse(s))
		}
		got := full.Advice(langs...)
		if got.Language != tt.want || got.Title != tt.title {
			t.Errorf("%q: got %q in %v", tt.langs, got.Title, got.Language)
		}
		if a := AuthFailed.Advice(langs...); a.Language != tt.want {
			t.Errorf("%q: reason in %v", tt.langs, a.Language)
		}
		if a := AuthAdvice("spf", "policy", langs...); slices.Index(adviceLanguages[:], tt.want) < wholeLanguages && a.Language != tt.want {
			t.Errorf("%q: authentication in %v", tt.langs, a.Language)
		}
	}
}

// A text that a language lacks is given whole in the next one that has it.
func TestAdviceLanguageFallsBack(t *testing.T) {
	r := ParseResponse("550 5.7.510 Access denied, example.com does not accept email over IPv6")
	for _, tt := range []struct {
		langs []language.Tag
		want  language.Tag
	}{
		{[]language.Tag{language.German}, language.English},
		{[]language.Tag{language.German, language.Swedish}, language.Swedish},
	} {
		if a := r.Advice(tt.langs...); a.Language != tt.want || a.Title != r.Advice(tt.want).Title {
			t.Errorf("%v: got %q in %v", tt.langs, a.Title, a.Language)
		}
	}
}

func TestAdviceIsTheCallersOwn(t *testing.T) {
	a := MailboxFull.Advice()
	a.Causes[0], a.Fixes[0] = "changed", "changed"
	if b := MailboxFull.Advice(); b.Causes[0] == "changed" || b.Fixes[0] == "changed" {
		t.Error("a caller's change reached the table")
	}
}

func TestAdviceJSON(t *testing.T) {
	b, err := json.Marshal(Response{Status: MustParseStatus("5.7.510")}.Advice(language.Swedish))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"code":"5.7.510"`, `"title":"Mottagaren`, `"meaning":`, `"causes":[`, `"fixes":[`, `"owner":"sender-admin"`,
		`"scope":"sending-ip"`, `"reason":"policy-rejected"`, `"link":"https://`, `"language":"sv"`, `"common":false`,
	} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %s in %s", want, b)
		}
	}
}

// A wording is found however the report folded and wrote it, and a huge reply
// takes no longer than a long one.
func TestAdviceWordingFolded(t *testing.T) {
	for _, text := range []string{
		"SUBMISSION QUOTA EXCEEDED",
		"submission\r\n\tquota   exceeded",
		"x\u2019y Submission quota exceeded" + strings.Repeat(" filler", 1<<17),
	} {
		got := Response{Status: MustParseStatus("5.2.2"), Text: text}.Advice()
		if got.Reason != SenderBlocked {
			t.Errorf("%.60q: got %v", text, got.Reason)
		}
	}
	late := strings.Repeat("filler ", maxAdviceText) + "submission quota exceeded"
	if got := (Response{Text: late}).AdviceFor(Verdict{Reason: SenderBlocked}); got.Code != "" {
		t.Errorf("beyond the limit: got %v", got.Code)
	}
}

func TestAdviceAllocates(t *testing.T) {
	r := Response{Status: MustParseStatus("5.7.1"), Text: "Unable to relay for a@example.com"}
	v := Verdict{Reason: RelayDenied}
	n := testing.AllocsPerRun(100, func() { r.AdviceFor(v) })
	if n > 6 { // the folded text and its bytes, causes, fixes, and a filled hole
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkAdvice(b *testing.B) {
	for _, text := range []string{"550 5.7.1 Unable to relay for a@example.com", "550 Mailbox unavailable, please call us"} {
		r := ParseResponse(text)
		v := r.Judge(nil)
		b.Run(text[:9], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.AdviceFor(v)
			}
		})
	}
}

// checkAdvice fails where a reader would miss something.
func checkAdvice(t *testing.T, a Advice) {
	t.Helper()
	if a.Title == "" || a.Meaning == "" || len(a.Causes) == 0 || len(a.Fixes) == 0 || a.Link == "" {
		t.Errorf("incomplete advice: %+v", a)
	}
	if a.Owner == OwnerUnknown && a.Reason != Unknown {
		t.Errorf("nobody owns: %+v", a)
	}
}
