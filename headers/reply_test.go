package headers

import (
	"strings"
	"testing"
)

func TestReadReply(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// Google
		{"550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. 550-5.7.26 550-5.7.26  Authentication results: 550-5.7.26  DKIM = did not pass 550-5.7.26  SPF [example.com] with ip: [192.0.2.1] = did not 550-5.7.26 pass", "dkim=fail , spf=fail example.com"},
		{"550-5.7.26 Authentication results:\r\n550-5.7.26  DKIM = did not pass\r\n550-5.7.26  SPF [mail.example.com] with ip: [2001:db8::1] = did not pass", "dkim=fail , spf=fail mail.example.com"},
		{"550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy. Please contact the administrator of example.com domain if this was a legitimate mail. To learn about the DMARC initiative, go to https://support.google.com/mail/?p=DmarcRejection", "dmarc=fail example.com policy"},
		{"421-4.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication.", "dmarc=temperror example.com temporary-error"},
		{"550 5.7.26 The MAIL FROM domain [example.com] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks with the ip: [192.0.2.1].", "spf=fail example.com not-permitted"},
		{"550-5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM).", "spf=fail , dkim=fail "},
		{"421-4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain. DMARC requires alignment.", "spf=fail , dkim=fail , dmarc=fail  not-aligned"},
		// Microsoft
		{"550 5.7.509 Access denied, sending domain [EXAMPLE.COM] does not pass DMARC verification and has a DMARC policy of reject. [AB1PR01.prod.outlook.com 2024-01-01T00:00:00.000Z 08DC]", "dmarc=fail example.com policy"},
		{"550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level. Spf= Fail , Dkim= Pass , DMARC= Fail", "spf=fail , dkim=pass , dmarc=fail "},
		{"550 5.7.515 L'accès est refusé pour example.com", "dmarc=fail "},
		{"550 5.7.23 The message was rejected because of Sender Policy Framework violation", "spf=fail "},
		{"550 5.7.23 Il messaggio è stato rifiutato", "spf=fail "},
		// Yahoo, AOL, Apple
		{"550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.", "spf=fail , dkim=fail "},
		{"521 5.2.1 : (DMARC) This message failed DMARC Evaluation and is being refused due to provided DMARC Policy", "dmarc=fail  policy"},
		{"554 5.7.1 Your message was rejected due to example.com's DMARC policy. See https://support.example/HT204137", "dmarc=fail example.com policy"},
		// filters and servers
		{"550 5.7.1 rejected by DMARC policy for example.com", "dmarc=fail example.com policy"},
		{"550 5.7.1 Email rejected per DMARC policy for mail.example.com (in reply to end of DATA command)", "dmarc=fail mail.example.com policy"},
		{"550 5.7.0 Message violates DMARC policy of domain example.com", "dmarc=fail example.com policy"},
		{"550 SPF check failed.", "spf=fail "},
		{"550 SPF/DKIM verification failed", "spf=fail , dkim=fail "},
		{"550 DKIM Sender Invalid - envelope rejected", "dkim=fail "},
		{"550 #5.7.1 SPF unauthorized mail is prohibited.", "spf=fail  not-permitted"},
		{"550 5.7.23 <b@example.net>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.open-spf.example/Why?s=mfrom;id=a%40example.com;ip=192.0.2.1;r=x", "spf=fail example.com not-permitted"},
		{"550 5.1.0 192.0.2.222 is not allowed to send from <example.com> per it's SPF Record.", "spf=fail example.com not-permitted"},
		{"550 5.7.1 message has no valid DKIM signature", "dkim=fail  signature-invalid"},
		{"550 5.7.1 SPF permerror for example.com: too many DNS lookups", "spf=permerror  too-many-lookups"},
		{"550 5.7.1 SPF passed but DMARC failed", "dmarc=fail "},
		{"451 4.7.24 delayed", "spf=permerror  permanent-error"},
		{"550 5.7.20 nope", "dkim=fail "},
		{"550 5.7.0 domain example.com does not designate 192.0.2.1 as permitted sender", "spf=fail example.com not-permitted"},
		{"550 (mx.example.net: domain of a@example.com does not designate 192.0.2.1 as permitted sender)", "spf=fail example.com not-permitted"},
		{"550 example.com does not designate permitted sender hosts", "spf=fail example.com not-permitted"},
		{"550-5.7.20 x", "dkim=fail "},
		{"550#5.7.20 x", "dkim=fail "},
		{"550 refused by filter 40.7.22", ""},
		{"550 5.7.1 SPF check = pass", "spf=pass "},
		{"550 5.7.1 SPF = unclear, refused", "spf=fail "},
		{"550 5.7.1 refused by Sender Policy Framework", "spf=fail "},
		{"550 5.7.1 SPF exa^mple.com failed", "spf=fail "},
		{"550 5.7.1 DKIM failed, domain of a@example.com", "dkim=fail "},
		{"550 5.7.1 refused, due to Bob's DMARC policy", "dmarc=fail  policy"},
		{"550 5.7.1 example.com's mail failed DMARC", "dmarc=fail "},
		{"550 5.7.1 DMARC failed for mail of example.com's", "dmarc=fail "},
		// no verdict
		{"250 2.7.20 ok", ""},
		{"550 5.7.20a x", ""},
		{"550 5.7.1 SPF checked . mail refused", ""},
		{"550 5.7.1 SPF checked. Mail refused", ""},
		{"550 5.7.1 refused by sender policy rules", ""},
		{"550 5.7.1 refused by Sender ID Framework", ""},
		{"550 5.7.1 refused by our policy framework", ""},
		{"550 5.7.1 Framework refused", ""},
		{"550 5.7.1 spf-2 refused", ""},
		{"550 5.7.1 x-spf refused", ""},
		{"550 5.7.1 SPF a b c d e f = pass", ""},
		{"550 5.7.1 SPF =", ""},
		{"550 5.7.1 SPF notice", ""},
		{"550 5.7.1 the alias does not designate a mailbox, it is disabled", ""},
		{"550 5.1.1 the alias does not designate a mailbox, it is disabled", ""},
		{"550 not a permitted sender", ""},
		{"", ""},
		{"550 5.1.1 no such user", ""},
		{"550 5.7.1 spf.example.com is blocked", ""},
		{"550 5.1.1 <dmarc@example.com> rejected", ""},
		{"554 Message looks like spam. Please check your SPF and DKIM records and try again", ""},
		{"550 5.7.1 rejected, see https://example.org/spf-dkim-dmarc", ""},
		// wordings, each of which one of the tables has
		{"550 5.7.1 no SPF record for example.com", "spf=fail example.com no-record"},
		{"550 missing SPF record", "spf=fail  no-record"},
		{"550 5.7.1 example.com does not have an SPF record", "spf=fail  no-record"},
		{"550 5.7.1 the sending domain does not have a valid SPF record", "spf=fail  no-record"},
		{"550 5.7.1 messages without SPF are refused", "spf=fail  no-record"},
		{"451 4.7.1 temporary SPF error", "spf=temperror  temporary-error"},
		{"451 SPF temperror for a@example.com", "spf=temperror  temporary-error"},
		{"550 SPF permerror", "spf=permerror  permanent-error"},
		{"550 5.7.1 SPF record of example.com has suspicious entries, refused", "spf=fail example.com policy"},
		{"550 5.7.1 SPF hardfail", "spf=hardfail  not-permitted"},
		{"550 5.7.1 SPF softfail, denied", "spf=softfail  not-permitted"},
		{"550 SPF: host is not authorised", "spf=fail  not-permitted"},
		{"550 5.7.1 SPF: 192.0.2.1 is not permitted to send mail from example.com", "spf=fail example.com not-permitted"},
		{"550 SPF for example.com failed", "spf=fail example.com"},
		{"550 SPF: not allowed to send mail for example.com", "spf=fail example.com not-permitted"},
		{"550 Blocked, sending domain example.com failed SPF", "spf=fail example.com"},
		{"550 5.7.1 no DKIM signature", "dkim=fail  not-signed"},
		{"550 missing DKIM signature", "dkim=fail  not-signed"},
		{"550 5.7.1 example.com does not have a DKIM signature", "dkim=fail  not-signed"},
		{"550 not DKIM signed", "dkim=fail  not-signed"},
		{"550 DKIM: message is not signed", "dkim=fail  not-signed"},
		{"550 mail without DKIM is refused", "dkim=fail  not-signed"},
		{"550 DKIM body hash mismatch", "dkim=fail  body-altered"},
		{"550 DKIM: no key for signature", "dkim=fail  key-missing"},
		{"451 4.7.1 temporary DKIM error", "dkim=temperror  temporary-error"},
		{"550 DKIM signature of example.com is invalid", "dkim=fail example.com signature-invalid"},
		{"550 DKIM signature for example.com failed", "dkim=fail example.com signature-invalid"},
		{"550 DKIM: message signed by example.com failed verification", "dkim=fail example.com"},
		{"550 DKIM of sending domain example.com failed", "dkim=fail example.com"},
		{"550 DKIM failed for domain example.com", "dkim=fail example.com"},
		{"550 DKIM example.com failed", "dkim=fail example.com"},
		{"550 5.7.1 DMARC: From is not aligned", "dmarc=fail  not-aligned"},
		{"550 5.7.1 no DMARC record for example.com, refused", "dmarc=fail  no-record"},
		{"550 5.7.1 DMARC quarantine applied, rejected", "dmarc=fail  policy"},
		{"550 rejected by DMARC policy of example.com", "dmarc=fail example.com policy"},
		{"550 rejected by the DMARC policy for domain example.com", "dmarc=fail example.com policy"},
		{"550 rejected by the DMARC policy of the domain example.com", "dmarc=fail example.com policy"},
		{"550 DMARC for example.com failed", "dmarc=fail example.com"},
		{"550 DMARC failed: mail from example.com refused", "dmarc=fail example.com"},
		{"550 DMARC failed: message from example.com refused", "dmarc=fail example.com"},
		{"550 DMARC failed by policy for example.com", "dmarc=fail example.com policy"},
		{"550 DMARC failed by policy of example.com", "dmarc=fail example.com policy"},
		{"550 DMARC failed for From domain example.com", "dmarc=fail example.com"},
		{"550 DMARC failed for domain example.com", "dmarc=fail example.com"},
		{"550 DMARC failed, sending domain example.com", "dmarc=fail example.com"},
		{"550 DMARC failed: email from example.com", "dmarc=fail example.com"},
		{"550 5.7.21 x", "dkim=policy  policy"},
		{"550 5.7.22 x", "dkim=fail  not-aligned"},
		{"550 5.7.509 x", "dmarc=fail  policy"},
		{"550 Spf= None , Dkim= Neutral , DMARC= Permerror", "spf=none, dkim=neutral, dmarc=permerror"},
		{"550 SPF = Softfail DKIM = Hardfail DMARC = Temperror", "spf=softfail, dkim=hardfail, dmarc=temperror"},
		{"550 SPF = Passed DKIM = Success DMARC = Policy", "spf=pass, dkim=pass, dmarc=policy"},
		{"550 SPF = failure DKIM = failed", "spf=fail, dkim=fail"},
		{"550 SPF = does not pass DKIM = doesn't pass DMARC = didn't pass ARC = not passed", "spf=fail, dkim=fail, dmarc=fail, arc=fail"},
		{"550 DKIM rejected", "dkim=fail"},
		{"550 SPF unauthorized", "spf=fail  not-permitted"},
		{"550 DKIM unauthenticated", "dkim=fail"},
		{"550 bad DKIM", "dkim=fail"},
		{"550 no DKIM", "dkim=fail  not-signed"},
	} {
		var got []string
		for _, r := range ReadReply(test.text) {
			got = append(got, strings.TrimRight(r.Method+"="+r.Result+" "+r.Domain+" "+string(r.Cause), " "))
		}
		if want := strings.ReplaceAll(strings.TrimRight(test.want, " "), " ,", ","); strings.Join(got, ", ") != want {
			t.Errorf("%s\n got %s\nwant %s", test.text, strings.Join(got, ", "), want)
		}
	}
}

func TestReadReplyLimit(t *testing.T) {
	if n := len(ReadReply(strings.Repeat("spf=not ", maxReply/len("spf=not ")))); n != maxResults {
		t.Errorf("%d results, want %d", n, maxResults)
	}
}

func TestReadReplyExplainsNothingMore(t *testing.T) {
	results := ReadReply("550 SPF check failed, DKIM check failed")
	Explain(results, nil)
	for _, r := range results {
		if r.Cause != "" || r.Header != "" || r.Server != "" {
			t.Errorf("%+v", r)
		}
	}
}

// Each of these words says that a check failed.
func TestReadReplyFailed(t *testing.T) {
	for _, text := range []string{
		"SPF fails", "SPF softfail", "SPF hardfail", "SPF permerror", "SPF temperror", "SPF violation", "rejected by SPF", "refused by SPF", "invalid SPF",
		"SPF unauthorized", "SPF unauthenticated", "prohibited by SPF", "SPF denied", "bad SPF", "blocked by SPF", "SPF missing", "lacks SPF",
		"SPF required", "SPF not found", "no SPF", "SPF doesn't match", "SPF didn't match", "SPF isn't right", "without SPF", "SPF cannot be checked",
		"SPF error", "SPF misconfigured", "SPF mismatch",
	} {
		if results := ReadReply("550 " + text); len(results) != 1 || results[0].Method != "spf" || !results[0].Failed() {
			t.Errorf("%s: %+v", text, results)
		}
	}
}
