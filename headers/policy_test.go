package headers

import (
	"encoding/json"
	"testing"
)

func TestDMARCPolicy(t *testing.T) {
	for in, want := range map[string]DMARCPolicy{
		"dmarc=fail (p=REJECT sp=NONE dis=QUARANTINE) header.from=example.com":                                                    {PolicyReject, PolicyNone, PolicyQuarantine},
		"dmarc=fail (p=none dis=none) header.from=example.com":                                                                    {PolicyNone, "", PolicyNone},
		"dmarc=fail reason=\"x\" header.from=example.com (policy=quarantine)":                                                     {PolicyQuarantine, "", ""},
		"dmarc=fail (x, p=reject; sp=quarantine)":                                                                                 {PolicyReject, PolicyQuarantine, ""},
		"dmarc=fail policy.published-domain-policy=reject policy.published-subdomain-policy=none policy.applied-disposition=none": {PolicyReject, PolicyNone, PolicyNone},
		"dmarc=fail policy.dmarc=reject (p=none)":                                                                                 {PolicyReject, "", ""},
		"dmarc=fail policy.policy=Quarantine":                                                                                     {PolicyQuarantine, "", ""},
		"dmarc=fail action=quarantine header.from=example.com":                                                                    {"", "", PolicyQuarantine},
		"dmarc=fail action=none header.from=example.com":                                                                          {"", "", PolicyNone},
		"dmarc=fail action=oreject header.from=example.com":                                                                       {PolicyReject, "", ""},
		"dmarc=fail action=o.reject":                                                                                              {PolicyReject, "", ""},
		"dmarc=fail action=pct.quarantine":                                                                                        {PolicyQuarantine, "", ""},
		"dmarc=fail action=permerror":                                                                                             {},
		"dmarc=reject":                                                                                                            {PolicyReject, "", ""},
		"dmarc=none":                                                                                                              {},
		"dmarc=fail (p=unknown p=reject)":                                                                                         {PolicyReject, "", ""},
		"spf=fail (p=reject)":                                                                                                     {},
	} {
		if got := ParseAuthResults("x; " + in).Results[0].Policy; got != want {
			t.Errorf("%s: %+v, want %+v", in, got, want)
		}
	}
}

func TestDMARCPolicyJSON(t *testing.T) {
	got, err := json.Marshal(ParseAuthResults("x; dmarc=fail (p=reject dis=none)").Results[0])
	const want = `{"header":"","server":"x","position":0,"method":"dmarc","result":"fail","comment":"p=reject dis=none","domain":"","policy":{"p":"reject","dis":"none"},"cause":""}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

// A policy that the receiver did not apply, or that is for subdomains, still
// says what the owner asks, but is the cause only where it is for the domain.
func TestPolicyIsCause(t *testing.T) {
	for in, want := range map[string]Cause{
		"dmarc=fail (p=reject dis=none) header.from=example.com": CausePolicy,
		"dmarc=fail (dis=quarantine) header.from=example.com":    CausePolicy,
		"dmarc=fail (p=none sp=reject) header.from=example.com":  "",
		"dmarc=quarantine header.from=example.com":               CausePolicy,
		"dmarc=fail action=oreject header.from=example.com":      CausePolicy,
		"dmarc=fail (prejudice=reject) header.from=example.com":  "",
	} {
		if got := ReadAuth(header(t, "Authentication-Results: x; "+in))[0].Cause; got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// The server is receiver=, or else the host that begins the comment.
func TestSPFServer(t *testing.T) {
	for in, want := range map[string]string{
		"fail (x) receiver=mx.example.net":                                  "mx.example.net",
		"fail (mx.example.net: domain of a@example.com) receiver=<UNKNOWN>": "mx.example.net",
		"fail (mx.example.net: domain of a@example.com) receiver=unknown":   "mx.example.net",
		"fail (mx.example.net: domain of a@example.com)":                    "mx.example.net",
		"fail (mx.example.net)":                                             "",
		"fail (host: x)":                                                    "",
		"fail (at mx.example.net: x)":                                       "",
		"fail, (x) <a>=b receiver=mx.example.net":                           "mx.example.net",
	} {
		r, ok := ParseReceivedSPF(in)
		if !ok || r.Result != "fail" || r.Server != want || r.Property("<a>") != "" {
			t.Errorf("%s: %v %s %q, want %q", in, ok, r.Result, r.Server, want)
		}
	}
}

// A value that is no domain names none.
func TestDomainOf(t *testing.T) {
	for in, want := range map[string]string{
		"<a@Example.COM.>": "example.com", "@example.com": "example.com", "none": "", "unknown": "", "a b.example": "", "a@b;c": "", "a@(c)": "",
	} {
		if got := domainOf(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestSPFDomain(t *testing.T) {
	for in, want := range map[string]string{
		"spf=none smtp.pra=alice@Example.com":                                                            "example.com",
		"spf=none smtp.pra=alice@example.net smtp.mailfrom=a@example.com":                                "example.com",
		"sender-id=pass smtp.pra=alice@example.com":                                                      "example.com",
		"spf=fail (mx.example.net: domain example.com does not designate 192.0.2.1 as permitted sender)": "example.com",
		"spf=none (example.com does not designate permitted sender hosts)":                               "example.com",
		"spf=pass (mx.example.net: example.com designates 192.0.2.1 as permitted sender)":                "example.com",
		"spf=fail (domain of alice@example.com does not designate 192.0.2.1 as permitted sender)":        "example.com",
		"spf=fail (the SPF record does not designate 192.0.2.1)":                                         "",
	} {
		if got := ParseAuthResults("x; " + in).Results[0].Domain; got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
