package fuzz

import (
	"encoding/json"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/headers"
)

// FuzzAuthResults checks that what is parsed and written parses to the same,
// and that on clean input a slow and simple reader finds the same.
func FuzzAuthResults(f *testing.F) {
	for _, seed := range []string{
		"",
		"example.org; none",
		"example.org 1; none",
		"spf=none (sender IP is 192.0.2.1)\r\n smtp.mailfrom=a.example.com; dkim=none (message not signed) header.d=none;dmarc=fail action=oreject header.from=example.com;compauth=fail reason=000",
		"i=1; mx.example.com 1; spf=pass smtp.mailfrom=example.com; arc=none",
		`foo.example.net (foobar) 1 (baz); dkim (x) / 1 (y) = (z) fail policy (a . b) . (c) expired (d) = (e) 1362471462`,
		`x; dkim=fail reason="a; \"b\"" header.d=example.com (c (d) \) ; e); dmarc=success(p=REJECT)`,
		"mx.example.net from=example.com; domainkeys=neutral (no sig); from=example.org; dkim=pass (ok)",
		`x; spf=pass smtp.mailfrom="a b"@example.com; arc=fail (1 set(s))`,
		"((((((", `"""""`, "x; a=b (", `x; a="b`, "x; =;;=", "none", `"none"; a=b`,
		"example.com; spf=pass smtp.mailfrom=example.net",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		a := headers.ParseAuthResults(value)
		for _, r := range a.Results {
			checkStrings(t, r)
			if v := headers.FromValue(r.Value); r.Value != nil && (v.Method != r.Method || v.Result != r.Result) {
				t.Fatalf("%q: %s has the value %#v", value, r, r.Value)
			}
		}
		b := headers.ParseAuthResults(a.String())
		forgetRaw(a.Results)
		forgetRaw(b.Results)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%q\n gives %+v\nwritten %q\n gives %+v", value, a, a.String(), b)
		}
		if isPlain(value) {
			compareSimple(t, value, a)
		}
	})
}

func forgetRaw(results []headers.Result) {
	for i := range results {
		results[i].Raw = ""
	}
}

// checkStrings checks that everything handed out is bounded UTF-8 without
// control characters.
func checkStrings(t *testing.T, r headers.Result) {
	t.Helper()
	texts := []string{r.Header, r.Server, r.Method, r.Result, r.Reason, r.Comment, r.Domain, r.Raw}
	for _, p := range r.Properties {
		texts = append(texts, p.Type, p.Name, p.Value)
	}
	if err := r.Err(); err != nil {
		texts = append(texts, err.Error())
	}
	for _, s := range texts {
		if !utf8.ValidString(s) || len(s) > 4000 || strings.IndexFunc(s, unicode.IsControl) >= 0 {
			t.Fatalf("unclean string %q", s)
		}
	}
}

// isPlain reports whether value is of a form that can be read by splitting:
// "server; method=result property=value ...; ...".
func isPlain(value string) bool {
	const chars = "abcdefghijklmnopqrstuvwxyz0123456789.-@=; "
	chunks := strings.Split(value, "; ")
	if len(chunks) < 2 || len(value) > 500 || strings.Trim(value, chars) != "" || !isPlainWord(chunks[0]) {
		return false
	}
	for _, chunk := range chunks[1:] {
		for i, word := range strings.Split(chunk, " ") {
			key, v, ok := strings.Cut(word, "=")
			if !ok || !isPlainWord(strings.ReplaceAll(key, ".", "")) || !isPlainWord(v) {
				return false
			}
			typ, name, typed := strings.Cut(key, ".")
			if strings.Contains(key, "@") || typed != (i > 0) || typed && (typ == "" || name == "" || strings.Contains(name, ".")) {
				return false
			}
			if i == 0 && slices.Contains(notMethods, key) {
				return false
			}
		}
	}
	return true
}

// notMethods are words that are never read as a method.
var notMethods = []string{"i", "from", "action", "reason", "client-ip", "envelope-from", "helo", "identity", "receiver"}

func isPlainWord(s string) bool {
	return s != "" && len(s) <= 60 && s != "none" && !strings.ContainsAny(s, "=; ")
}

// compareSimple reads a plain value by splitting it.
func compareSimple(t *testing.T, value string, got headers.AuthResults) {
	t.Helper()
	chunks := strings.Split(value, "; ")
	if got.Server != chunks[0] || len(got.Results) != len(chunks)-1 {
		t.Fatalf("%q: server %q and %d results, want %q and %d", value, got.Server, len(got.Results), chunks[0], len(chunks)-1)
	}
	for i, chunk := range chunks[1:] {
		words := strings.Split(chunk, " ")
		if s := got.Results[i].Method + "=" + got.Results[i].Result; s != words[0] {
			t.Fatalf("%q: result %d is %q, want %q", value, i, s, words[0])
		}
		for j, p := range got.Results[i].Properties {
			if s := p.Type + "." + p.Name + "=" + p.Value; s != words[1+j] {
				t.Fatalf("%q: property %d is %q, want %q", value, j, s, words[1+j])
			}
		}
		if len(got.Results[i].Properties) != min(len(words)-1, 64) {
			t.Fatalf("%q: %d properties", value, len(got.Results[i].Properties))
		}
	}
}

// FuzzReceivedSPF checks that what is parsed and written parses to the same.
func FuzzReceivedSPF(f *testing.F) {
	f.Add("Pass (mx.example.org: domain of a@example.com designates 192.0.2.1 as permitted sender) receiver=mx.example.org; client-ip=192.0.2.1; envelope-from=\"a@example.com\"; helo=foo.example.com;")
	f.Add("None (protection.outlook.com: example.com does not designate permitted sender hosts)")
	f.Add("fail identity=helo; helo=a.example.com; envelope-from=<>")
	f.Fuzz(func(t *testing.T, value string) {
		a, ok := headers.ParseReceivedSPF(value)
		if !ok {
			return
		}
		checkStrings(t, a)
		b, ok := headers.ParseReceivedSPF(a.String())
		a.Raw, b.Raw = "", ""
		if !ok || !reflect.DeepEqual(a, b) {
			t.Fatalf("%q\n gives %+v\nwritten %q\n gives %+v", value, a, a.String(), b)
		}
	})
}

// FuzzAddress checks that an address that is read and written reads the same,
// and that a list gives its first address first.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{
		"", "<>", "a@example.com", "Name <a@example.com>", "a@example.com (Name)", `"a b"@example.com`,
		`"Last, First" <a@example.com>, b@example.org`, "Group: a@example.com, b@example.org;", "<@x.example,@y.example:a@example.com>",
		"=?utf-8?q?N=C3=A4me?= <a@example.com>", "ä@example.com", "'a@example.com'", "a@[192.0.2.1]", "MAILER-DAEMON", "((((", `"""`, "<<<", "a@b@c", "undisclosed recipients:;",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, ok := headers.ParseAddress(s)
		list := headers.ParseAddressList(s)
		if ok != (len(list) > 0) || ok && list[0] != a {
			t.Fatalf("%q: %+v %v, list %+v", s, a, ok, list)
		}
		if !ok {
			return
		}
		for _, text := range []string{a.Name, a.Local, a.Domain, a.String()} {
			if !utf8.ValidString(text) || strings.IndexFunc(text, unicode.IsControl) >= 0 || len(text) > 8000 {
				t.Fatalf("%q: unclean %q", s, text)
			}
		}
		if strings.Contains(a.Name, "=?") || len(a.Local)+len(a.Domain) > 400 {
			return // a name that looks encoded twice
		}
		if b, ok := headers.ParseAddress(a.String()); !ok || b != a {
			t.Fatalf("%q gives %+v, written %q gives %+v", s, a, a.String(), b)
		}
	})
}

// FuzzReceived checks that a trace field never gives unclean strings.
func FuzzReceived(f *testing.F) {
	f.Add("from a.example (b.example [192.0.2.1]) by mx.example with ESMTPS id 1 for <c@example.com>; Mon, 02 Jan 2006 15:04:05 -0700")
	f.Add("(qmail 1 invoked by uid 5); 2 Jan 2006 15:04:05 -0000")
	f.Fuzz(func(t *testing.T, value string) {
		hop := headers.ParseReceived(value)
		for _, s := range []string{hop.From, hop.FromInfo, hop.By, hop.Via, hop.With, hop.ID, hop.For} {
			if !utf8.ValidString(s) || strings.IndexFunc(s, unicode.IsControl) >= 0 || len(s) > 1000 {
				t.Fatalf("%q: unclean %q", value, s)
			}
		}
	})
}

// FuzzReply checks that a verdict read from a reply has nothing that the reply
// does not say.
func FuzzReply(f *testing.F) {
	f.Add("550-5.7.26 Authentication results: DKIM = did not pass SPF [example.com] with ip: [192.0.2.1] = did not pass")
	f.Add("550 5.7.1 rejected by DMARC policy for example.com")
	f.Add("DKIM = did not pass SPF Ϸ.example") // a letter that only Unicode puts in lower case
	f.Add("550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level. Spf= Fail , Dkim= Pass , DMARC= Fail")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range headers.ReadReply(text) {
			checkStrings(t, r)
			if r.Header != "" || r.Domain != "" && !strings.Contains(lowerASCII(strings.ReplaceAll(text, "%40", "@")), r.Domain) && utf8.ValidString(text) {
				t.Fatalf("%q gives %+v", text, r)
			}
		}
	})
}

// lowerASCII puts the ASCII letters of s in lower case, as a domain name has
// them; case mapping of other letters can make other domains of them.
func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// FuzzDecode checks that decoders of return paths never panic and that a
// signed one checks.
func FuzzDecode(f *testing.F) {
	f.Add("SRS0=abcd=AB=example.com=alice", "example.org")
	f.Add("SRS1=abcd=example.net==efgh=AB=example.com=alice", "example.org")
	f.Add("prvs=1234abcdef=alice", "example.com")
	f.Add("list-return-17-alice=example.com", "example.org")
	f.Fuzz(func(t *testing.T, local, domain string) {
		a := headers.Address{Local: local, Domain: domain}
		for _, decode := range []func(headers.Address) (headers.Address, bool){
			headers.DecodeSRS,
			func(a headers.Address) (headers.Address, bool) { return headers.DecodeVERP(a, "") },
			func(a headers.Address) (headers.Address, bool) { b, _, ok := headers.DecodeBATV(a); return b, ok },
			func(a headers.Address) (headers.Address, bool) { b, _, ok := headers.Subaddress(a); return b, ok },
		} {
			if b, ok := decode(a); ok && (b.Local == "" || !strings.Contains(local, b.Local)) {
				t.Fatalf("%+v gives %+v", a, b)
			}
		}
		headers.MessageIDs(local)
		headers.ParseSignature(local)
	})
}

// FuzzHeader checks that a header that is read and written field by field reads
// the same, and that each name finds its first field.
func FuzzHeader(f *testing.F) {
	for _, seed := range []string{
		"", "\n", "From: a@example.com\r\nSubject: one\r\n two\r\n\r\nbody", "no field\nA:\n b\n\tc\nA : d\n", " x: y\n: z\nä: b\n", "A: b\x00\rc\r\r\n d\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		h := headers.ParseHeader(text)
		var b strings.Builder
		for field := range h.Fields() {
			name, value := field.Name(), field.Value()
			if strings.ContainsAny(name, ": \t\r\n") || strings.Contains(value, "\n") || strings.Trim(value, " \t") != value {
				t.Fatalf("%q: field %q: %q", text, name, value)
			}
			first, ok := "", false
			for v := range h.Values(name) {
				first, ok = v, true
				break
			}
			if !ok || !h.Has(name) || h.Get(strings.ToUpper(name)) != first {
				t.Fatalf("%q: %q is not found", text, name)
			}
			b.WriteString(name + ": " + value + "\n")
		}
		again := headers.ParseHeader(b.String())
		if again.Len() != h.Len() {
			t.Fatalf("%q: %d fields, written %q has %d", text, h.Len(), b.String(), again.Len())
		}
		next, stop := iter.Pull(again.Fields())
		defer stop()
		for field := range h.Fields() {
			if f, _ := next(); f.Name() != field.Name() || f.Value() != field.Value() {
				t.Fatalf("%q: %q: %q, written %q: %q", text, field.Name(), field.Value(), f.Name(), f.Value())
			}
		}
	})
}

// FuzzMail checks that a header that go-message takes over comes back with the
// same fields in the same order, and that both read the same values.
func FuzzMail(f *testing.F) {
	for _, seed := range []string{
		"", "From: a@example.com\r\nSubject: one\r\n two\r\n\r\nbody", "no field\nA:\n b\n\tc\nA : d\n", "a: \rb\r\r\n \rc\n", "A:b\nB:c\na:d",
		"A: " + strings.Repeat("x", 2000) + "\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		h := headers.ParseHeader(text)
		m := h.Mail()
		again := headers.FromMail(m)
		if again.Len() != h.Len() || m.Len() != h.Len() {
			t.Fatalf("%q: %d fields, in go-message %d, back %d", text, h.Len(), m.Len(), again.Len())
		}
		next, stop := iter.Pull(again.Fields())
		defer stop()
		theirs := m.Fields()
		for field := range h.Fields() {
			back, _ := next()
			if back.Name() != field.Name() || back.Value() != field.Value() {
				t.Fatalf("%q: %q: %q, back %q: %q", text, field.Name(), field.Value(), back.Name(), back.Value())
			}
			if theirs.Next(); !slices.Equal(strings.Fields(theirs.Value()), strings.Fields(field.Value())) {
				t.Fatalf("%q: %q: %q, in go-message %q", text, field.Name(), field.Value(), theirs.Value())
			}
		}
	})
}

// FuzzStrict checks what the strict readers promise: a mailbox is one address to
// [headers.ParseAddress] too and has nothing that does not show, a host reads the
// same again, and every time can be marshalled.
func FuzzStrict(f *testing.F) {
	for _, seed := range []string{
		"alice@example.com", `"a b"@example.com`, `".a"@example.com`, `""@example.com`, `"\ "@example.com`, "a@[IPv6:2001:db8::1]", "δοκιμή@παράδειγμα.example", "*@example.com", "a\u200b@example.com", "a\uff20b@c.example", "a@\u0d9a\u0dca\u200d\u0dbb.example",
		"MX.Example.com.", "[192.0.2.1]", "2024.05.14.09", "Mon, 2 Jan 2006 15:04:05 +2400", "Mon, 31 Dec 9999 23:59:59 -0100", "2006-01-02T15:04:05Z",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if headers.ValidMailbox(s) {
			a, ok := headers.ParseAddress(s)
			// Spec writes dots without quotes wherever they stand, as Japanese operators do.
			sound := headers.ValidMailbox(a.Spec()) || slices.Contains(strings.Split(a.Local, "."), "")
			if list := headers.ParseAddressList(s); !ok || len(list) != 1 || !sound || a.Name != "" {
				t.Fatalf("%q is a mailbox, and read as %+v", s, list)
			}
			for _, r := range s {
				if !unicode.IsPrint(r) {
					t.Fatalf("%q holds %q", s, r)
				}
			}
		}
		if host, ok := headers.ParseHost(s); ok {
			if again, ok := headers.ParseHost(host); !ok || again != host {
				t.Fatalf("%q is the host %q, and that %q", s, host, again)
			}
		}
		if date, ok := headers.ParseDate(s); ok {
			if _, err := json.Marshal([]time.Time{date, date.UTC()}); err != nil {
				t.Fatalf("%q: %v", s, err)
			}
		}
	})
}
