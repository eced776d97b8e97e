package headers

import (
	"strings"
	"testing"
)

// said are the comments and reasons of checkers, and what they prove.
var said = []struct {
	method, text string
	want         Cause
}{
	{"spf", "SPF Permanent Error: Too many DNS lookups", CauseTooManyLookups},
	{"spf", "too many lookups", CauseTooManyLookups},
	{"spf", "Too many void lookups", CauseTooManyLookups},
	{"spf", "Too many included lookups", CauseTooManyLookups},
	{"spf", "Void lookup limit of 2 exceeded", CauseTooManyLookups},
	{"spf", "DNS lookups limit reached", CauseTooManyLookups},
	{"spf", "Maximum DNS-interactive terms limit (10) exceeded", CauseTooManyLookups},
	{"spf", "Maximum void DNS look-ups limit (2) exceeded", CauseTooManyLookups},
	{"spf", "MX record limit exceeded", CauseTooManyLookups},
	{"spf", "error in processing during lookup of a@example.com: DNS timeout", CauseTemporaryError},
	{"spf", "No applicable sender policy available", CauseNoRecord},
	{"spf", "example.com: no SPF record", CauseNoRecord},

	{"dkim", "body hash did not verify", CauseBodyAltered},
	{"dkim", "bodyhash_mismatch", CauseBodyAltered},
	{"dkim", "body_hash mismatch", CauseBodyAltered},
	{"dkim", "fail, body altered", CauseBodyAltered},
	{"dkim", "body has been altered", CauseBodyAltered},
	{"dkim", "no key for signature", CauseKeyMissing},
	{"dkim", "key not found in DNS", CauseKeyMissing},
	{"dkim", "key missing", CauseKeyMissing},
	{"dkim", "key revoked", CauseKeyMissing},
	{"dkim", "the key was revoked", CauseKeyMissing},
	{"dkim", "the key was not found", CauseKeyMissing},
	{"dkim", "public key not available", CauseKeyMissing},
	{"dkim", "public key: not available", CauseKeyMissing},
	{"dkim", "pubkey_unavailable", CauseKeyMissing},
	{"dkim", "public key record not found", CauseKeyMissing},
	{"dkim", "invalid public key", CausePermanentError},
	{"dkim", "invalid DKIM record", CausePermanentError},
	{"dkim", "public key: invalid data", CausePermanentError},
	{"dkim", "query timed out", CauseTemporaryError},
	{"dkim", "key query timeout", CauseTemporaryError},
	{"dkim", "DNS error", CauseTemporaryError},
	{"dkim", "message not signed", CauseNotSigned},
	{"dkim", "no sig", CauseNotSigned},
	{"dkim", "signature did not verify", CauseSignatureInvalid},
	{"dkim", "verification failed", CauseSignatureInvalid},
	{"dkim", "signature_incorrect", CauseSignatureInvalid},
	{"dkim", "bad signature", CauseSignatureInvalid},
	{"dkim", "bad RSA signature", CauseSignatureInvalid},
	{"dkim", "invalid signature", CauseSignatureInvalid},
	{"dkim", "signature is not valid", CauseSignatureInvalid},
	{"dkim", "signature invalid", CauseSignatureInvalid},
	{"dkim", "wrong signature", CauseSignatureInvalid},
	{"dkim", "message has been altered", CauseSignatureInvalid},
	{"dkim", "headers rsa verify failed", CauseSignatureInvalid},
	{"dkim", "signature expired", CauseSignatureInvalid},

	{"dmarc", "SPF and DKIM not aligned", CauseNotAligned},
}

func TestCauseInWords(t *testing.T) {
	for _, s := range said {
		for _, field := range []string{"=neutral (" + s.text + ")", `=neutral reason="` + s.text + `"`} {
			if s.method == "dmarc" {
				field = strings.Replace(field, "neutral", "fail", 1)
			}
			h := header(t, "Authentication-Results: x; "+s.method+field)
			if got := ReadAuth(h)[0].Cause; got != s.want {
				t.Errorf("%s%s: cause %q, want %q", s.method, field, got, s.want)
			}
		}
	}
}

// Each wording is there because somebody writes it.
func TestWordsAreSaid(t *testing.T) {
	for method, table := range map[string][]wording{"spf": spfWords, "dkim": signatureWords, "dmarc": dmarcWords} {
		for _, w := range table {
			for _, text := range w.texts {
				isSaid := false
				for _, s := range said {
					isSaid = isSaid || s.method == method && s.want == w.cause && containsFold(s.text, text)
				}
				if !isSaid {
					t.Errorf("%s: nobody says %q", method, text)
				}
			}
		}
	}
}

func TestVerdicts(t *testing.T) {
	for want, words := range map[string][]string{
		"pass":      {"dkim_pass", "success", "ok", "bestguesspass", "softpass"},
		"fail":      {"dkim_fail", "failed", "failure", "hardfail", "reject", "quarantine", "invalid"},
		"none":      {"dkim_none"},
		"temperror": {"error", "timeout", "tempfail"},
		"permerror": {"unknown", "permfail"},
	} {
		for _, word := range words {
			r := ParseAuthResults("x; dkim=" + word).Results[0]
			if r.Result != word || r.verdict() != want || r.Passed() != (want == "pass") || r.Failed() != (want != "pass") {
				t.Errorf("%s: verdict %q, passed %v, failed %v", word, r.verdict(), r.Passed(), r.Failed())
			}
		}
	}
}

// Each property that names the domain of a method does so.
func TestDomainProperties(t *testing.T) {
	for method, names := range map[string]string{
		"spf":        "smtp.mailfrom smtp.mfrom smtp.mail smtp.envelope-from envelope-from mailfrom smtp.helo helo smtp.pra",
		"dkim":       "header.d header.i header.from from",
		"dmarc":      "header.from from header.d d",
		"domainkeys": "header.d header.from header.sender from",
		"sender-id":  "header.from header.sender header.resent-from header.resent-sender smtp.pra",
		"dkim-adsp":  "header.from",
		"dkim-atps":  "header.from",
		"vbr":        "header.md",
		"bimi":       "header.d header.from",
		"compauth":   "header.from",
	} {
		for name := range strings.FieldsSeq(names) {
			field := "x; " + method + "=fail " + name + "=a@Example.COM."
			if got := ParseAuthResults(field).Results[0].Domain; got != "example.com" {
				t.Errorf("%s: domain %q", field, got)
			}
		}
	}
}

// Each known method begins a result where the semicolon before it is missing.
func TestKnownMethods(t *testing.T) {
	for method := range strings.FieldsSeq("arc auth bimi compauth dkim dkim-adsp dkim-atps dmarc dnswl domainkeys iprev rrvs sender-id smime spf vbr") {
		a := ParseAuthResults("x; y=pass " + method + "=fail")
		if len(a.Results) != 2 || a.Results[1].Method != method {
			t.Errorf("%s: %+v", method, a.Results)
		}
	}
	for word := range strings.FieldsSeq("action i reason client-ip envelope-from helo identity receiver") {
		a := ParseAuthResults("x; spf=pass (c); " + word + "=y")
		if len(a.Results) != 1 {
			t.Errorf("%s: %+v", word, a.Results)
		}
	}
	for typ := range strings.FieldsSeq("smtp header body policy") {
		r := ParseAuthResults("x; spf=pass smtp.mail= " + typ + ".a=b").Results[0]
		if r.Property("smtp.mail") != "" || r.Property(typ+".a") != "b" {
			t.Errorf("%s: %+v", typ, r.Properties)
		}
	}
}

// Each of these fields shows that somebody passed the message on.
func TestForwardFields(t *testing.T) {
	for name := range strings.FieldsSeq("Resent-From Resent-Sender Resent-To X-Forwarded-To X-Forwarded-For X-MS-Exchange-ForwardingLoop " +
		"X-MS-Exchange-Inbox-Rules-Loop X-BeenThere X-Mailman-Version X-Mailing-List List-Post X-Mailman-Original-DKIM-Signature") {
		h := header(t, "Authentication-Results: x; spf=fail\n"+name+": y")
		if got := ReadAuth(h)[0].Cause; got != CauseForwarded {
			t.Errorf("%s: cause %q", name, got)
		}
	}
}
