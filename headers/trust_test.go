package headers

import (
	"strings"
	"testing"
)

func TestReadAuthTrust(t *testing.T) {
	const own = "Authentication-Results: mx.example.org"
	const received = "\nReceived: from a by mx.example.org; Mon, 2 Jan 2006 15:04:05 +0000\n"
	for _, test := range []struct{ name, header, want string }{
		{"the field of the server", own + "; spf=pass; dkim=fail" + received, "spf trusted, dkim trusted"},
		{"below its Received", received + own + "; spf=pass", "spf trusted"},
		{"a field for each method", own + "; dmarc=pass\n" + own + "; dkim=pass; dkim=fail\nDKIM-Filter: x\n" + own + "; spf=pass" + received, "dmarc trusted, dkim trusted, dkim trusted, spf trusted"},
		{"case, dot and queue identifier", "authentication-results: MX.Example.ORG./4ABC 1; spf=pass", "spf trusted"},
		{"another server", "Authentication-Results: mx.example.net; spf=pass", "spf untrusted"},
		{"a longer name", "Authentication-Results: mx.example.org.example.net; spf=pass", "spf untrusted"},
		{"no server", "Authentication-Results: spf=pass smtp.mailfrom=mx.example.org", "spf untrusted"},
		{"another field", "ARC-" + own + "; spf=pass\nReceived-SPF: pass receiver=mx.example.org\nX-Original-" + own + "; dkim=pass", "spf untrusted, spf untrusted, dkim untrusted"},
		{"forged below a Received", own + "; spf=fail" + received + own + "; dkim=pass; dmarc=pass", "spf trusted, dkim suspect, dmarc suspect"},
		{"forged beside the own field", received + own + "; spf=fail\n" + own + "; dkim=pass; spf=pass", "spf trusted, dkim suspect, spf suspect"},
		{"forged below another server's", received + own + "; spf=fail" + "\nAuthentication-Results: mx.example.net; spf=pass" + received + own + "; dkim=pass", "spf trusted, spf untrusted, dkim suspect"},
		{"forged where nothing was checked", own + "; none\n" + own + "; spf=pass", "spf suspect"},
		{"another trusted server, forged", own + "; spf=fail" + received + "Authentication-Results: in.example.org; dkim=pass", "spf trusted, dkim suspect"},
	} {
		var got []string
		for _, r := range ReadAuth(header(t, strings.TrimPrefix(test.header, "\n")), "in.example.org", "mx.example.org") {
			got = append(got, r.Method+" "+string(r.Trust))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: got %s, want %s", test.name, strings.Join(got, ", "), test.want)
		}
	}
}

func TestReadAuthTrustNoServer(t *testing.T) {
	h := header(t, "Authentication-Results: spf=pass smtp.mailfrom=example.com\nAuthentication-Results: mx.example.net; dkim=pass")
	if r := ReadAuth(h, ""); r[0].Trust != Trusted || r[1].Trust != Untrusted {
		t.Errorf("%s, %s", r[0].Trust, r[1].Trust)
	}
	if r := ReadAuth(h); r[0].Trust != "" || r[1].Trust != "" {
		t.Errorf("nobody is trusted: %q, %q", r[0].Trust, r[1].Trust)
	}
}
