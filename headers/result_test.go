package headers

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/emersion/go-msgauth/authres"
)

func TestReadAuthOrder(t *testing.T) {
	h := header(t, `Received: by x
received-spf: pass
Subject: spf=fail
X-Received-SPF: none
arc-authentication-results: i=2; a.example; arc=pass
Old-Authentication-Results: b.example; dkim=pass
X-MS-Exchange-Authentication-Results: spf=pass
Authentication-Results: c.example; none
Received-SPF: identity=mailfrom; client-ip=192.0.2.1`)
	var got []string
	for _, r := range ReadAuth(h) {
		got = append(got, fmt.Sprint(r.Header, " ", r.Position, " ", r.Server, " ", r.Instance, " ", r.Method, "=", r.Result))
	}
	want := []string{
		"Received-SPF 1  0 spf=pass",
		"X-Received-SPF 3  0 spf=none",
		"ARC-Authentication-Results 4 a.example 2 arc=pass",
		"Old-Authentication-Results 5 b.example 0 dkim=pass",
		"X-MS-Exchange-Authentication-Results 6  0 spf=pass",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadAuthLimits(t *testing.T) {
	for _, n := range []int{maxFields, maxFields + 1} {
		h := header(t, strings.TrimSpace(strings.Repeat("Authentication-Results: x; spf=pass\n", n)))
		if got := len(ReadAuth(h)); got != maxFields {
			t.Errorf("%d fields give %d results", n, got)
		}
	}
	for _, n := range []int{maxResults, maxResults + 1} {
		h := header(t, "Authentication-Results: x"+strings.Repeat("; spf=pass", n))
		if got := len(ReadAuth(h)); got != maxResults {
			t.Errorf("%d results give %d", n, got)
		}
	}
	h := header(t, "Authentication-Results: x"+strings.Repeat("; spf=pass", maxResults-1)+"\nAuthentication-Results: x; spf=pass; dkim=pass")
	if got := len(ReadAuth(h)); got != maxResults {
		t.Errorf("two fields give %d results", got)
	}
	for _, n := range []int{maxProperties, maxProperties + 1} {
		a := ParseAuthResults("x; spf=pass" + strings.Repeat(" a.b=c", n))
		if got := len(a.Results[0].Properties); got != maxProperties {
			t.Errorf("%d properties give %d", n, got)
		}
	}
	long := ParseAuthResults("x; spf=pass" + strings.Repeat(" ", maxField) + "a.b=c")
	if len(long.Results[0].Properties) != 0 {
		t.Error("read beyond the limit of a field")
	}
}

func TestRoundTrip(t *testing.T) {
	for _, in := range []string{
		"example.org; none",
		"example.org 1; none",
		"none",
		"i=3; example.org; arc=pass",
		`x; dkim=pass (a \(b\) \\c) reason="d; e" header.i="\"a b\"@example.com" p=none`,
		`"a=b; c" 2; x-y="a b"`,
		`"None"; spf=pass`,
		"x; spf=pass policy.a=smtp.b=c",
		`x; spf=pass reason=a reason=b; dkim=pass i=3`,
	} {
		if got := ParseAuthResults(in).String(); got != in {
			t.Errorf("%s\nis written %s", in, got)
		}
	}
	const spf = `pass (example.org: domain of a@example.com) client-ip=192.0.2.1; envelope-from="a b"`
	r, ok := ParseReceivedSPF(spf)
	if !ok || r.String() != spf {
		t.Errorf("%s\nis written %s", spf, r)
	}
	if got := ParseAuthResults("x; spf=pass smtp.helo=a").Results[0].String(); got != "spf=pass smtp.helo=a" {
		t.Error(got)
	}
}

// What comes before the results: the number of a set once, one server, and its version.
func TestParseAuthResultsBegin(t *testing.T) {
	for in, want := range map[string]string{
		"i=2; i=3; x; spf=pass":                              "i=2; x; spf=pass i=3",
		"i=0; x; spf=pass":                                   "x; spf=pass i=0",
		"i=one; x; spf=pass":                                 "x; spf=pass i=one",
		"v=1; x; spf=pass":                                   "v=1; spf=pass",
		"x y; spf=pass":                                      "x; spf=pass",
		`""; x; spf=pass`:                                    "x; spf=pass",
		"x 1234567890; spf=pass":                             "x; spf=pass",
		"x; .a=b; spf=pass a.=b .c=d":                        "x; spf=pass",
		"x; spf=pass smtp.mail= smtp.a;":                     "x; spf=pass smtp.mail=smtp.a",
		"x; spf=pass smtp.helo= smtp.example.com; dkim=pass": "x; spf=pass smtp.helo=smtp.example.com; dkim=pass",
	} {
		if got := ParseAuthResults(in).String(); got != want {
			t.Errorf("%s\nis read as %s, want %s", in, got, want)
		}
	}
}

func TestRaw(t *testing.T) {
	a := ParseAuthResults("x;  spf=pass (c; d)\r\n smtp.mailfrom=A@Example.com ; outlook.com; DKIM/1 = Fail ;")
	if got := a.Results[0].Raw; got != "spf=pass (c; d) smtp.mailfrom=A@Example.com ; outlook.com" {
		t.Errorf("%q", got)
	}
	if r := a.Results[1]; r.Raw != "DKIM/1 = Fail" || r.Method != "dkim" || r.Result != "fail" {
		t.Errorf("%+v", r)
	}
}

func TestValue(t *testing.T) {
	a := ParseAuthResults(`x (c; d) 1; spf=pass (e; f=g) smtp.mailfrom=a@example.com smtp.helo="h i"; dkim=fail reason="bad; signature" header.d=example.com header.d=example.net;` +
		`dmarc=fail reason="a b" header.from=example.com; auth=pass reason="a b" smtp.auth=u; domainkeys=pass reason="a b"; iprev=pass reason="a b" policy.iprev=192.0.2.1;` +
		`sender-id=pass reason="a b" header.from=a header.sender=b header.to=c; arc=fail header.oldest-pass=1 smtp.remote-ip=192.0.2.1; arc=pass header.oldest-pass=x; arc=pass header.oldest-pass=0;` +
		`dkim="a b" header.d=example.com; x-y=maybe a.b=c reason="d e"; spf="pass;" ; dkim=Ìx; spf = none smtp.mfrom=b@example.com helo=c smtp.helo=d; dkim=none`)
	want := []authres.Result{
		&authres.SPFResult{Value: "pass", From: "a@example.com", Helo: "h i"},
		&authres.DKIMResult{Value: "fail", Reason: "bad; signature", Domain: "example.com"},
		&authres.DMARCResult{Value: "fail", Reason: "a b", From: "example.com"},
		&authres.AuthResult{Value: "pass", Reason: "a b", Auth: "u"},
		&authres.DomainKeysResult{Value: "pass", Reason: "a b"},
		&authres.IPRevResult{Value: "pass", Reason: "a b", IP: "192.0.2.1"},
		&authres.SenderIDResult{Value: "pass", Reason: "a b", HeaderKey: "from", HeaderValue: "a"},
		&authres.ARCResult{Value: "fail", OldestPass: 1, RemoteIP: "192.0.2.1"},
		&authres.ARCResult{Value: "pass"},
		&authres.ARCResult{Value: "pass"},
		&authres.DKIMResult{Value: "a b", Domain: "example.com"},
		&authres.GenericResult{Method: "x-y", Value: "maybe", Params: map[string]string{"a.b": "c", "reason": "d e"}},
		&authres.SPFResult{Value: "pass;"},
		&authres.DKIMResult{Value: "Ìx"},
		&authres.SPFResult{Value: "none", From: "b@example.com", Helo: "c"},
		&authres.DKIMResult{Value: "none"},
	}
	if len(a.Results) != len(want) {
		t.Fatalf("%d results, want %d", len(a.Results), len(want))
	}
	for i, r := range a.Results {
		if !reflect.DeepEqual(r.Value, want[i]) {
			t.Errorf("%s: %#v, want %#v", r, r.Value, want[i])
		}
	}
}

// Of a field that authres reads rightly, the values are what it reads.
func TestValueAgrees(t *testing.T) {
	const field = "mx.example.com 1; spf=pass smtp.mailfrom=a@example.com smtp.helo=mail.example.com; dkim=fail reason=expired header.d=example.com header.i=@example.com; " +
		"dmarc=pass header.from=example.com; arc=pass header.oldest-pass=2 smtp.remote-ip=192.0.2.1; auth=pass reason=r smtp.auth=u; iprev=pass policy.iprev=192.0.2.1; " +
		"domainkeys=none header.d=example.com header.from=a@example.com header.sender=b@example.com; sender-id=pass header.from=a@example.com; x-y=maybe reason=r a.b=c d=e; x-z=none"
	_, want, err := authres.Parse(field)
	if err != nil {
		t.Fatal(err)
	}
	results := ParseAuthResults(field).Results
	if len(results) != len(want) {
		t.Fatalf("%d results, want %d", len(results), len(want))
	}
	for i, r := range results {
		if !reflect.DeepEqual(r.Value, want[i]) {
			t.Errorf("%s: %#v, want %#v", r, r.Value, want[i])
		}
	}
}

// The fields that authres by itself misreads or refuses.
func TestValueOtherFields(t *testing.T) {
	spf, _ := ParseReceivedSPF(`Fail (x: a; b) client-ip=192.0.2.1; envelope-from="a@example.com"; helo=mail.example.com;`)
	for _, test := range []struct {
		r    Result
		want authres.Result
	}{
		{ParseAuthResults("spf=none (sender IP is 192.0.2.1) smtp.mailfrom=example.com").Results[0], &authres.SPFResult{Value: "none", From: "example.com"}},
		{ParseAuthResults("i=2; mx.example.com 2; arc=none").Results[0], &authres.ARCResult{Value: "none"}},
		{spf, &authres.SPFResult{Value: "fail", From: "a@example.com", Helo: "mail.example.com"}},
		{ParseAuthResults("x; spf=fail smtp.mfrom=example.com").Results[0], &authres.SPFResult{Value: "fail", From: "example.com"}},
		{ParseAuthResults("x; spf=fail smtp.mail=example.com").Results[0], &authres.SPFResult{Value: "fail", From: "example.com"}},
		{ParseAuthResults("x; spf=fail smtp.envelope-from=example.com").Results[0], &authres.SPFResult{Value: "fail", From: "example.com"}},
		{ParseAuthResults("x; spf=fail mailfrom=example.com").Results[0], &authres.SPFResult{Value: "fail", From: "example.com"}},
		{ParseAuthResults("x; x-y=maybe a.b=c a.b=d").Results[0], &authres.GenericResult{Method: "x-y", Value: "maybe", Params: map[string]string{"a.b": "c"}}},
		{ReadReply("550 5.7.26 DKIM = did not pass")[0], &authres.DKIMResult{Value: "fail"}},
		{ReadReply("550 5.7.23 no")[0], &authres.SPFResult{Value: "fail"}},
	} {
		if !reflect.DeepEqual(test.r.Value, test.want) {
			t.Errorf("%s: %#v, want %#v", test.r, test.r.Value, test.want)
		}
	}
}

func TestFromValue(t *testing.T) {
	for want, v := range map[string]authres.Result{
		"arc=fail smtp.remote-ip=192.0.2.1 header.oldest-pass=2|":                    &authres.ARCResult{Value: "fail", RemoteIP: "192.0.2.1", OldestPass: 2},
		"auth=pass smtp.auth=u|":                                                     &authres.AuthResult{Value: "pass", Auth: "u"},
		`dkim=fail reason="a; b" header.d=Example.com header.i=@a|example.com`:       &authres.DKIMResult{Value: "Fail", Reason: "a; b", Domain: "Example.com", Identifier: "@a"},
		"dmarc=none header.from=example.com|example.com":                             &authres.DMARCResult{Value: "none", From: "example.com"},
		"domainkeys=pass header.d=a.example header.from=b header.sender=c|a.example": &authres.DomainKeysResult{Value: "pass", Domain: "a.example", From: "b", Sender: "c"},
		"iprev=fail policy.iprev=192.0.2.1|":                                         &authres.IPRevResult{Value: "fail", IP: "192.0.2.1"},
		"sender-id=pass header.from=a@example.com|example.com":                       &authres.SenderIDResult{Value: "pass", HeaderKey: "From", HeaderValue: "a@example.com"},
		"spf=none smtp.helo=b|b":                                                     &authres.SPFResult{Value: "none", Helo: "b"},
		"spf=softfail smtp.mailfrom=a@example.com smtp.helo=b|example.com":           &authres.SPFResult{Value: authres.ResultSoftFail, From: "a@example.com", Helo: "b"},
		"x-y=maybe reason=r a.b=c d=e|":                                              &authres.GenericResult{Method: "X-Y", Value: "maybe", Params: map[string]string{"d": "e", "a.b": "c", "reason": "r", "bad key": "f", "": "g"}},
		"sender-id=none|":                                                            &authres.SenderIDResult{Value: "none", HeaderKey: "b c", HeaderValue: "d"},
	} {
		r := FromValue(v)
		if got := r.String() + "|" + r.Domain; got != want {
			t.Errorf("%#v\n got %s\nwant %s", v, got, want)
		}
		if r.Value != v {
			t.Errorf("%s: the value is lost", want)
		}
	}
	for _, v := range []authres.Result{nil, (*authres.SPFResult)(nil)} {
		if r := FromValue(v); r.Method != "" || r.Value != nil {
			t.Errorf("%#v: %+v", v, r)
		}
	}
	if err := FromValue(&authres.SPFResult{Value: "fail", From: "example.com"}).Err(); !errors.Is(err, ErrSPF) {
		t.Error(err)
	}
	if got := FromValue(&authres.DKIMResult{Value: "a\x00b", Reason: "\xff", Domain: "c\x1b"}); !isClean(got.Result + got.Reason + got.Properties[0].Value + got.Domain) {
		t.Errorf("%+v", got)
	}
}

func TestProperty(t *testing.T) {
	r := ParseAuthResults("x; dmarc=fail action=none header.from=example.com header.from=example.org").Results[0]
	for name, want := range map[string]string{"action": "none", "header.from": "example.com", "from": "", "header.action": ""} {
		if got := r.Property(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestAuthError(t *testing.T) {
	h := header(t, "Authentication-Results: mx.example.net; spf=none smtp.mailfrom=example.com; dkim=none; dmarc=fail (p=reject) header.from=example.com; arc=fail; compauth=fail reason=000; iprev=fail")
	sentinel := map[string]error{"spf": ErrSPF, "dkim": ErrDKIM, "dmarc": ErrDMARC, "arc": ErrARC, "compauth": ErrCompAuth}
	for _, r := range ReadAuth(h) {
		var err error = r.Err()
		for method, target := range sentinel {
			if got := errors.Is(fmt.Errorf("wrapped: %w", err), target); got != (method == r.Method) {
				t.Errorf("%v is %v: %v", err, target, got)
			}
		}
		var failed *AuthError
		if !errors.As(err, &failed) || failed.Domain != r.Domain || failed.Position != r.Position || failed.Cause != r.Cause {
			t.Errorf("%v: %+v", err, failed)
		}
	}
	if got, want := ReadAuth(h)[2].Err().Error(), "dmarc=fail for example.com: policy (in Authentication-Results of mx.example.net)"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := (&AuthError{Result{Method: "spf", Result: "fail"}}).Error(); got != "spf=fail" {
		t.Error(got)
	}
}

func TestAuthErrorIsBounded(t *testing.T) {
	long := strings.Repeat("é\n", 1000)
	err := &AuthError{Result{Header: long, Server: long, Method: long, Result: long, Domain: long, Cause: Cause(long)}}
	got := err.Error()
	if len(got) > 700 || !utf8.ValidString(got) || strings.IndexFunc(got, unicode.IsControl) >= 0 {
		t.Errorf("%d bytes: %q", len(got), got)
	}
}

func TestResultJSON(t *testing.T) {
	r := ReadAuth(header(t, "Authentication-Results: spf=none smtp.mailfrom=example.com"))[0]
	got, err := json.Marshal(r)
	const want = `{"header":"Authentication-Results","server":"","position":0,"method":"spf","result":"none","domain":"example.com","properties":[{"type":"smtp","name":"mailfrom","value":"example.com"}],"cause":"no-record"}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}

func TestStringsAreClean(t *testing.T) {
	h := header(t, "Authentication-Results: m\x00x; spf=pa\x1bss (c\x07 \xff) reason=\"\x7f\u0085\" smtp.mailfrom=\xe9@"+strings.Repeat("é", 2000))
	for _, r := range ReadAuth(h) {
		for _, s := range []string{r.Server, r.Result, r.Reason, r.Comment, r.Domain, r.Raw, r.Properties[0].Value} {
			if !isClean(s) || len(s) > maxRaw {
				t.Errorf("%q", s)
			}
		}
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		in   string
		max  int
		want string
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "abc"}, {"aé", 2, "a"}, {"é", 1, ""}, {"€€", 5, "€"}, {"\x80\x80\x80\x80\x80", 4, "\x80"},
	} {
		if got := cut(test.in, test.max); got != test.want {
			t.Errorf("cut(%q, %d) = %q, want %q", test.in, test.max, got, test.want)
		}
	}
}

// What a program logs of a result names no person.
func TestLogValue(t *testing.T) {
	h := header(t, "Authentication-Results: mx.example.net; spf=fail (domain of alice@example.com) smtp.mailfrom=alice@example.com")
	r := ReadAuth(h)[0]
	for _, v := range []any{r, &r, r.Err(), *r.Err()} {
		var b strings.Builder
		slog.New(slog.NewJSONHandler(&b, nil)).Info("x", "auth", v)
		if got := b.String(); strings.Contains(got, "alice") || !strings.Contains(got, `"method":"spf","result":"fail","domain":"example.com","cause":"not-permitted"`) {
			t.Errorf("%T: %s", v, got)
		}
	}
}

// Every key of the package's JSON is in snake case.
func TestJSONKeys(t *testing.T) {
	a := ParseAuthResults("i=1; x 2; dmarc=fail (p=reject)")
	s := ParseSignature("d=a; s=b; i=c; t=1; x=2")
	reason, _ := CompAuth("000")
	for _, v := range []any{Address{}, a, Alignment{}, Antispam{{"A", "b"}}, AntispamMeaning{}, reason, FeedbackID{}, s, VERP{}, Hop{Via: "a", ID: "b", For: "c"}, Correlator{}, a.Results[0].Err()} {
		text, err := json.Marshal(v)
		if err != nil || !regexp.MustCompile(`^[^A-Z]*$`).MatchString(strings.Join(regexp.MustCompile(`"\w+":`).FindAllString(string(text), -1), "")) {
			t.Errorf("%T: %s, %v", v, text, err)
		}
	}
}

// The name of a field is given as its standard writes it.
func TestAuthFields(t *testing.T) {
	for name := range strings.FieldsSeq("Authentication-Results ARC-Authentication-Results Received-SPF Authentication-Results-Original X-Received-SPF " +
		"X-MS-Exchange-Authentication-Results X-MS-Exchange-Organization-Authentication-Results X-Original-Authentication-Results") {
		h := header(t, strings.ToLower(name)+": pass")
		if strings.HasSuffix(name, "Results") || strings.HasSuffix(name, "Original") {
			h = header(t, strings.ToLower(name)+": x; spf=pass")
		}
		if list := ReadAuth(h); len(list) != 1 || list[0].Header != name {
			t.Errorf("%s: %+v", name, list)
		}
	}
}
