package ndr

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"golang.org/x/text/language"
)

// adviceBounce is a refusal by Gmail with the checks in the returned header.
const adviceBounce = `From: MAILER-DAEMON@mx.example.net
To: alice@example.com
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Delivery failed.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; bob@example.org
Action: failed
Status: 5.7.26
Remote-MTA: dns; gmail-smtp-in.l.google.com
Diagnostic-Code: smtp; 550 5.7.26 Unauthenticated mail from 192.0.2.7 is not
 accepted due to domain's DMARC policy. - gsmtp

--b
Content-Type: message/rfc822-headers

Authentication-Results: mx.example.net; dkim=none (message not signed)
 header.d=none; spf=fail smtp.mailfrom=news.example.com; dmarc=fail header.from=example.com
From: alice@example.com
To: bob@example.org
Subject: hello
Message-ID: <1@example.com>

--b--
`

// The advice names the provider's rule, the domains to mend and what is missing.
func TestDeliveryErrorAdvice(t *testing.T) {
	report, err := Parse(strings.NewReader(strings.ReplaceAll(adviceBounce, "\n", "\r\n")), nil)
	if err != nil {
		t.Fatal(err)
	}
	var failed *DeliveryError
	if !errors.As(report.Err(), &failed) {
		t.Fatalf("got %v", report.Err())
	}
	for _, tt := range []struct {
		lang  language.Tag
		title string
		words []string
	}{
		{language.English, "The sender's DMARC policy asks Gmail to refuse the message", []string{"SPF record of news.example.com", "sign with DKIM for"}},
		{language.Swedish, "Avsändarens DMARC-policy ber Gmail att avvisa meddelandet", []string{"SPF-posten för news.example.com", "signera med DKIM för"}},
	} {
		a := failed.Advice(tt.lang)
		if a.Title != tt.title {
			t.Errorf("title %q", a.Title)
		}
		all := strings.Join(a.Fixes, "\n")
		for _, words := range tt.words {
			if !strings.Contains(all, words) {
				t.Errorf("no %q in %s", words, all)
			}
		}
		if again := a.With(codes.Facts{Recipient: "bob@example.net"}); !slices.Equal(again.Fixes, a.Fixes) {
			t.Errorf("with another recipient: got %q, want %q", again.Fixes, a.Fixes)
		}
		plain := report.Recipients[0].Advice(tt.lang)
		if slices.Equal(plain.Fixes, a.Fixes) || plain.Title != a.Title || plain.Owner != a.Owner {
			t.Errorf("the recipient alone gives %q", plain.Fixes)
		}
	}
}

// An advice is in one language: what a check proves is left out where there is no
// text on it, and so is a check that only repeats the DMARC policy.
func TestDeliveryErrorAdviceOfChecks(t *testing.T) {
	refused := func(reason codes.Reason, response string, auth ...headers.Result) *DeliveryError {
		e := &DeliveryError{Recipient: Recipient{Address: "bob@example.org", Reason: reason, Response: response}}
		for _, r := range auth {
			e.Auth = append(e.Auth, &headers.AuthError{Result: r})
		}
		return e
	}
	spf := headers.Result{Method: "spf", Result: "fail", Domain: "bounce.example.com", Cause: headers.CauseNotPermitted}
	dmarc := headers.Result{Method: "dmarc", Result: "fail", Domain: "example.com", Cause: headers.CausePolicy}
	const said = "550 5.7.20 DKIM failed"
	lookups := headers.Result{Method: "spf", Result: "permerror", Domain: "example.com", Cause: headers.CauseTooManyLookups}
	german := refused(codes.AuthFailed, said, lookups).Advice(language.German)
	if plain := refused(codes.AuthFailed, said).Advice(language.German); german.Language != language.German || len(german.Fixes) != len(plain.Fixes) {
		t.Errorf("got %q in %v", german.Fixes, german.Language)
	}
	if a := refused(codes.AuthFailed, said, spf).Advice(language.German); !strings.Contains(a.Fixes[0], "SPF-Eintrag für bounce.example.com") {
		t.Errorf("got %q", a.Fixes)
	}
	for _, auth := range [][]headers.Result{{spf, dmarc}, {dmarc, spf}} {
		a := refused(codes.AuthFailed, said, auth...).Advice()
		if want := len(codes.AuthFailed.Advice().Fixes) + 1; len(a.Fixes) != want {
			t.Errorf("%d fixes, want %d: %q", len(a.Fixes), want, a.Fixes)
		}
		if !strings.Contains(a.Fixes[0], "SPF record of bounce.example.com") || !strings.Contains(a.Fixes[1], "example.com") || strings.Contains(a.Fixes[1], "bounce.") {
			t.Errorf("got %q", a.Fixes)
		}
	}
}

// The texts name the domain of the recipient and the server that refused.
func TestRecipientAdviceNames(t *testing.T) {
	for _, tt := range []struct {
		r     Recipient
		words string
	}{
		{Recipient{Address: "bob@example.org", RemoteServer: "mx.example.org", Response: "451 4.4.1 Connection refused", Reason: codes.ConnectionFailed},
			"the mail port of mx.example.org"},
		{Recipient{Address: "bob@example.org", Response: "451 4.4.1 Connection refused", Reason: codes.ConnectionFailed},
			"tell the administrator of example.org"},
		{Recipient{RemoteServer: "mx.example.org", Response: "554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org", Reason: codes.IPBlocked},
			"mx.example.org refuses 192.0.2.7, which is listed by Spamhaus ZEN."},
		{Recipient{Response: "554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org", Reason: codes.IPBlocked},
			"look up 192.0.2.7 at https://check.spamhaus.org/,"},
		// A value that is no host name does not reach the text.
		{Recipient{RemoteServer: "<b>mx</b>.example.org", Response: "451 4.4.1 Connection refused", Reason: codes.ConnectionFailed},
			"the mail port of the receiving server"},
	} {
		a := tt.r.Advice()
		if all := strings.Join(append(a.Fixes, a.Meaning), "\n"); !strings.Contains(all, tt.words) {
			t.Errorf("%+v: no %q in %s", tt.r.Response, tt.words, all)
		}
	}
}
