package headers

import (
	"strings"
	"testing"
)

// find returns the first result of a method.
func find(t *testing.T, results []Result, method string) Result {
	t.Helper()
	for _, r := range results {
		if r.Method == method {
			return r
		}
	}
	t.Fatalf("no %s in %+v", method, results)
	return Result{}
}

// The first of Microsoft's two examples of a DMARC failure: nothing
// authenticates the message, and the domain's policy is to reject.
const rejected = `Authentication-Results: spf=none (sender IP is 192.0.2.88)
 smtp.mailfrom=tenant1.onmicrosoft.com; dkim=none (message not signed)
 header.d=none;dmarc=fail action=oreject
 header.from=tenant2.onmicrosoft.com;compauth=fail reason=000
Received-SPF: None (protection.outlook.com: tenant2.onmicrosoft.com does
 not designate permitted sender hosts)
Authentication-Results-Original: dkim=none (message not signed)
 header.d=none; dmarc=none action=none
 header.from=tenant2.onmicrosoft.com;
From: admin@tenant2.onmicrosoft.com`

// The second: MAIL FROM (P1) and From (P2) are of different organizations.
const unaligned = `Message-ID: <1@example.com>
From: admin@tenant1.onmicrosoft.com
Sender: "admin@tenant2.onmicrosoft.com"
 <admin@tenant2.onmicrosoft.com>
Return-Path: admin@tenant2.onmicrosoft.com`

func TestExplainMicrosoftExamples(t *testing.T) {
	var got []string
	for _, r := range ReadAuth(header(t, rejected)) {
		got = append(got, r.Header+" "+r.Method+"="+r.Result+" "+string(r.Cause))
	}
	want := []string{
		"Authentication-Results spf=none no-record",
		"Authentication-Results dkim=none not-signed",
		"Authentication-Results dmarc=fail policy",
		"Authentication-Results compauth=fail policy",
		"Received-SPF spf=none no-record",
		"Authentication-Results-Original dkim=none not-signed",
		"Authentication-Results-Original dmarc=none ",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	h := header(t, unaligned)
	if cause := ReadAlignment(h).Cause(); cause != CauseNotAligned {
		t.Errorf("alignment: %q", cause)
	}
	results := ReadReply("550 5.7.509 Access denied, sending domain tenant1.onmicrosoft.com does not pass DMARC verification and has a DMARC policy of reject.")
	if r := find(t, results, "dmarc"); r.Cause != CausePolicy {
		t.Errorf("reply alone: %q", r.Cause)
	}
	Explain(results, h)
	if r := find(t, results, "dmarc"); r.Cause != CauseNotAligned {
		t.Errorf("reply and header: %q", r.Cause)
	}
}

func TestExplain(t *testing.T) {
	const spfFail = "Authentication-Results: mx.example.net; spf=fail smtp.mailfrom=a@example.com\n"
	const dmarcFail = "Authentication-Results: mx.example.net; spf=%s; dkim=%s; dmarc=fail (p=reject) header.from=example.com\n"
	const dmarcAlone = "Authentication-Results: mx.example.net; dmarc=fail (p=reject) header.from=example.com\n"
	dmarc := func(spf, dkim string) string {
		return strings.Replace(strings.Replace(dmarcFail, "%s", spf, 1), "%s", dkim, 1)
	}
	for _, test := range []struct {
		name, header, method string
		want                 Cause
	}{
		{"not permitted", spfFail + "From: a@example.com", "spf", CauseNotPermitted},
		{"redirected", spfFail + "Resent-From: b@example.org", "spf", CauseForwarded},
		{"mailing list", spfFail + "List-Post: <mailto:list@example.org>", "spf", CauseForwarded},
		{"newsletter", spfFail + "List-Id: <news.example.com>\nList-Unsubscribe: <mailto:u@example.com>", "spf", CauseNotPermitted},
		{"rewritten Return-Path", spfFail + "Return-Path: <SRS0=ab=cd=example.com=a@forwarder.example>", "spf", CauseForwarded},
		{"rewritten MAIL FROM", "Authentication-Results: mx.example.net; spf=fail smtp.mailfrom=a+SRS=x=y=example.com=a@forwarder.example", "spf", CauseForwarded},
		{"sealed by another", spfFail + "ARC-Authentication-Results: i=1; mx.forwarder.example; spf=pass (sender ip is 192.0.2.1) smtp.mailfrom=example.com", "spf", CauseForwarded},
		{"sealed, seen by Microsoft", "Authentication-Results: spf=fail (sender IP is 192.0.2.9) smtp.mailfrom=example.com\nARC-Authentication-Results: i=1; mx.forwarder.example; spf=pass smtp.remote-ip=192.0.2.1 smtp.mailfrom=example.com", "spf", CauseForwarded},
		{"sealed on submission", spfFail + "ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass smtp.mailfrom=example.com", "spf", CauseNotPermitted},
		{"sealed by the same organization", spfFail + "ARC-Authentication-Results: i=1; in.example.net; spf=pass (sender ip is 192.0.2.1) smtp.mailfrom=example.com", "spf", CauseNotPermitted},
		{"rewritten envelope-from", "Received-SPF: Fail (x) receiver=mx.example.net; envelope-from=\"SRS0=ab=cd=example.com=a@forwarder.example\"", "spf", CauseForwarded},
		{"sealed with Google's comment", spfFail + "ARC-Authentication-Results: i=1; mx.forwarder.example; spf=pass (domain of a@example.com designates 192.0.2.1 as permitted sender)", "spf", CauseForwarded},
		{"sealed after a failure", spfFail + "ARC-Authentication-Results: i=1; mx.forwarder.example; spf=fail (sender ip is 192.0.2.1) smtp.mailfrom=example.com", "spf", CauseNotPermitted},
		{"sealed after a signature", spfFail + "ARC-Authentication-Results: i=1; mx.forwarder.example; dkim=pass (sender ip is 192.0.2.1) header.d=example.com", "spf", CauseNotPermitted},
		{"sealed by nobody", spfFail + "ARC-Authentication-Results: i=1; spf=pass (sender ip is 192.0.2.1) smtp.mailfrom=example.com", "spf", CauseNotPermitted},
		{"checked by another without a seal", spfFail + "Authentication-Results: mx.forwarder.example; spf=pass (sender ip is 192.0.2.1) smtp.mailfrom=example.com", "spf", CauseNotPermitted},
		{"sealed by Microsoft, seen by Microsoft", "Authentication-Results: spf=fail smtp.mailfrom=example.com\nARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass (sender ip is 192.0.2.1) smtp.mailfrom=example.com", "spf", CauseNotPermitted},
		{"sealed twice, seen to pass", "ARC-Authentication-Results: i=2; mx.example.net; spf=fail smtp.mailfrom=example.com\nARC-Authentication-Results: i=1; mx.forwarder.example; spf=pass (sender ip is 192.0.2.1) smtp.mailfrom=example.com\nAuthentication-Results: mx.example.org; spf=pass", "spf", CauseNotPermitted},
		{"two recipients", spfFail + "Received: by mx.example.net for <b@example.net>; Mon, 2 Jan 2006 15:04:06 +0000\nReceived: by mx.forwarder.example for <b@forwarder.example>; Mon, 2 Jan 2006 15:04:05 +0000", "spf", CauseForwarded},
		{"a submission without a recipient", spfFail + "Received: by mx.example.net for <b@example.net>; Mon, 2 Jan 2006 15:04:06 +0000\nReceived: by mail.example.com for <b>; Mon, 2 Jan 2006 15:04:05 +0000", "spf", CauseNotPermitted},
		{"one recipient", spfFail + "Received: by mx.example.net for <b@example.net>; Mon, 2 Jan 2006 15:04:06 +0000\nReceived: by mail.example.com for <b@example.net>; Mon, 2 Jan 2006 15:04:05 +0000", "spf", CauseNotPermitted},
		{"signature broken on the way", "Authentication-Results: mx.example.net; dkim=fail header.d=example.com\nResent-To: b@example.org", "dkim", CauseForwarded},
		{"body altered on the way", "Authentication-Results: mx.example.net; dkim=fail (body hash did not verify) header.d=example.com\nResent-To: b@example.org", "dkim", CauseBodyAltered},

		{"DMARC, another's MAIL FROM passed", dmarc("pass smtp.mailfrom=example.org", "none"), "dmarc", CauseNotAligned},
		{"DMARC, another's signature passed", dmarc("fail smtp.mailfrom=example.com", "pass header.d=example.org"), "dmarc", CauseNotAligned},
		{"DMARC, strict mode", dmarc("pass smtp.mailfrom=mail.example.com", "none"), "dmarc", CauseNotAligned},
		{"DMARC, nothing passed", dmarc("fail smtp.mailfrom=example.com", "fail header.d=example.com"), "dmarc", CausePolicy},
		{"DMARC, it should have passed", dmarc("pass smtp.mailfrom=example.com", "none"), "dmarc", CausePolicy},
		{"DMARC without policy", "Authentication-Results: x; dmarc=fail (p=none sp=reject) header.from=example.com; dkim=fail (body hash did not verify) header.d=example.com", "dmarc", CauseBodyAltered},
		{"a signature that could not be checked", "Authentication-Results: x; dkim=neutral header.d=example.com\nResent-To: b@example.org", "dkim", ""},
		{"DMARC alone", "Authentication-Results: x; dmarc=fail header.from=example.com", "dmarc", ""},
		{"DMARC alone, unaligned header", "Authentication-Results: x; dmarc=fail header.from=example.com\nFrom: a@example.com\nReturn-Path: <a@example.org>", "dmarc", CauseNotAligned},
		{"DMARC alone, aligned signature", "Authentication-Results: x; dmarc=fail header.from=example.com\nFrom: a@example.com\nReturn-Path: <a@example.org>\nDKIM-Signature: v=1; d=mail.example.com; s=s", "dmarc", ""},
		{"DMARC of another From", "Authentication-Results: x; dmarc=fail header.from=example.net\nFrom: a@example.com\nReturn-Path: <a@example.org>", "dmarc", ""},
		{"methods in fields of their own", "Authentication-Results: dmarc.mx.example; dmarc=fail header.from=example.com\nAuthentication-Results: spf.mx.example; spf=pass smtp.mailfrom=example.org", "dmarc", CauseNotAligned},
		{"DMARC and the Received-SPF of its server", "Received-SPF: Pass (x) receiver=in.example.net; envelope-from=a@example.org\n" + dmarcAlone, "dmarc", CauseNotAligned},
		{"DMARC and the Received-SPF of another", "Received-SPF: Pass (x) receiver=mx.example.org; envelope-from=a@example.org\n" + dmarcAlone, "dmarc", CausePolicy},
		{"DMARC and the SPF of another", "Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.org\n" + dmarcAlone, "dmarc", CausePolicy},
		{"DMARC and the SPF of another field", "Authentication-Results-Original: mx.example.net; spf=pass smtp.mailfrom=example.org\n" + dmarcAlone, "dmarc", CausePolicy},
		{"DMARC and the SPF of another set", "ARC-Authentication-Results: i=1; mx.example.net; spf=pass smtp.mailfrom=example.org\nARC-Authentication-Results: i=2; mx.example.net; dmarc=fail (p=reject) header.from=example.com", "dmarc", CausePolicy},
		{"DMARC and the SPF of a server without a name", "Authentication-Results: spf=pass smtp.mailfrom=example.org\nAuthentication-Results: dmarc=fail action=oreject header.from=example.com", "dmarc", CausePolicy},
		{"DMARC and the Received-SPF of one without a name", "Received-SPF: Pass (x) envelope-from=a@example.org\nAuthentication-Results: dmarc=fail action=oreject header.from=example.com", "dmarc", CausePolicy},
		{"DMARC and both forms of SPF", "Received-SPF: Pass (x) receiver=mx.example.net; envelope-from=a@example.org\n" + dmarc("fail smtp.mailfrom=example.com", "none"), "dmarc", CausePolicy},
		{"DMARC without its domain", "Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org; dmarc=fail (p=reject)\nFrom: a@example.com", "dmarc", CauseNotAligned},
		{"DMARC, checks that failed and a header not aligned", dmarc("fail smtp.mailfrom=example.org", "none") + "From: a@example.com\nReturn-Path: <a@example.org>", "dmarc", CausePolicy},
		{"Sender ID", "Authentication-Results: x; sender-id=fail header.from=a@example.com", "sender-id", ""},
		{"forwarded DMARC", dmarc("pass smtp.mailfrom=example.org", "none") + "X-BeenThere: list@example.org", "dmarc", CauseForwarded},

		{"DMARC, the responsible address alone passed", "Authentication-Results: x; spf=pass smtp.pra=a@example.com; spf=fail smtp.mailfrom=a@example.com; dkim=pass header.d=example.org; dmarc=fail header.from=example.com", "dmarc", CauseNotAligned},
		{"a key that is none", "Authentication-Results: x; dkim=neutral (invalid public key) header.i=@example.com", "dkim", CausePermanentError},

		{"another error", "Authentication-Results: x; iprev=permerror policy.iprev=192.0.2.1", "iprev", CausePermanentError},
		{"an unknown method", "Authentication-Results: x; x-test=fail", "x-test", ""},
		{"compauth without DMARC", "Authentication-Results: spf=none smtp.mailfrom=example.com; compauth=fail reason=002", "compauth", CausePolicy},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := find(t, ReadAuth(header(t, test.header)), test.method)
			if r.Cause != test.want {
				t.Errorf("%s=%s: cause %q, want %q", r.Method, r.Result, r.Cause, test.want)
			}
		})
	}
}

// A cause that is set stays, but for a policy where the header proves more.
func TestExplainKeeps(t *testing.T) {
	results := []Result{
		{Method: "spf", Result: "none", Cause: CauseTemporaryError},
		{Method: "dmarc", Result: "fail", Domain: "example.com", Cause: CauseNoRecord},
		{Method: "dmarc", Result: "fail", Domain: "example.com", Cause: CausePolicy},
	}
	want := []Cause{CauseTemporaryError, CauseNoRecord, CausePolicy}
	Explain(results, nil)
	for i, r := range results {
		if r.Cause != want[i] {
			t.Errorf("%s: cause %q, want %q", r.Method, r.Cause, want[i])
		}
	}
	Explain(results, header(t, "X-BeenThere: list@example.org"))
	if r := results[2]; r.Cause != CauseForwarded {
		t.Errorf("forwarded: cause %q", r.Cause)
	}
}

func TestExplainNothingFailed(t *testing.T) {
	for _, text := range []string{
		"Authentication-Results: x; spf=pass smtp.mailfrom=example.com; dkim=dkim_pass; dmarc=success; arc=none; compauth=softpass reason=201",
		"Authentication-Results: x; dmarc=none; x-vs=clean; bimi=skipped; sender-id=neutral",
	} {
		for _, r := range ReadAuth(header(t, text)) {
			if r.Failed() || r.Cause != "" || r.Err() != nil {
				t.Errorf("%s=%s: failed %v, cause %q", r.Method, r.Result, r.Failed(), r.Cause)
			}
		}
	}
}

func TestCompAuth(t *testing.T) {
	for _, test := range []struct {
		code, want string
		ok         bool
	}{
		{"000", "000", true}, {"130", "130", true}, {"199", "1xx", true}, {"451", "4xx", true}, {"905", "9xx", true},
		{"", "", false}, {"5", "", false}, {"800", "", false}, {"0000", "", false},
	} {
		reason, ok := CompAuth(test.code)
		if ok != test.ok || reason.Code != test.want || ok && reason.Meaning == "" {
			t.Errorf("CompAuth(%q) = %+v, %v", test.code, reason, ok)
		}
	}
}

func TestCauseText(t *testing.T) {
	for _, cause := range append(Causes(), "") {
		var got Cause
		if err := got.UnmarshalText([]byte(cause)); err != nil || got != cause {
			t.Errorf("%q: %q, %v", cause, got, err)
		}
	}
	if err := new(Cause).UnmarshalText([]byte("bad luck")); err == nil {
		t.Error("unknown cause accepted")
	}
}
