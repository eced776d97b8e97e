package ndr

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/mime"
	"github.com/emersion/go-message"
	"github.com/emersion/go-msgauth/authres"
	"github.com/emersion/go-msgauth/dkim"
)

// signingKeys are the keys of example.org, each with its TXT record.
var signingKeys = sync.OnceValue(func() map[string]crypto.Signer {
	ed := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	rsaKey, err := rsa.GenerateKey(rand.New(rand.NewSource(1)), 1024)
	if err != nil {
		panic(err)
	}
	return map[string]crypto.Signer{"ed": ed, "rsa": rsaKey}
})

// lookupKeys is a DNS with the keys of example.org.
func lookupKeys(domain string) ([]string, error) {
	selector, zone, _ := strings.Cut(domain, "._domainkey.")
	key, ok := signingKeys()[selector]
	if !ok || zone != "example.org" {
		return nil, &net.DNSError{Err: "no such host", Name: domain, IsNotFound: true}
	}
	switch pub := key.Public().(type) {
	case ed25519.PublicKey:
		return []string{"v=DKIM1; k=ed25519; p=" + base64.StdEncoding.EncodeToString(pub)}, nil
	default:
		der, err := x509.MarshalPKIXPublicKey(pub)
		return []string{"v=DKIM1; k=rsa; p=" + base64.StdEncoding.EncodeToString(der)}, err
	}
}

// sign signs a message for example.org. The result has LF line ends.
func sign(t *testing.T, message, selector string, change func(*dkim.SignOptions)) string {
	t.Helper()
	o := &dkim.SignOptions{
		Domain: "example.org", Selector: selector, Signer: signingKeys()[selector], Hash: crypto.SHA256,
		HeaderCanonicalization: dkim.CanonicalizationRelaxed, BodyCanonicalization: dkim.CanonicalizationRelaxed,
		HeaderKeys: []string{"From", "To", "Subject", "Message-ID"},
	}
	if change != nil {
		change(o)
	}
	var out bytes.Buffer
	if err := dkim.Sign(&out, strings.NewReader(strings.ReplaceAll(message, "\n", "\r\n")), o); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(out.String(), "\r\n", "\n")
}

func simple(o *dkim.SignOptions) {
	o.HeaderCanonicalization, o.BodyCanonicalization = dkim.CanonicalizationSimple, dkim.CanonicalizationSimple
}

const newsletter = "From: News <news@example.org>\nTo: alice@example.com\nSubject: News\nMessage-ID: <n1@example.org>\n" +
	"Content-Type: text/plain\n\nHello  Alice,\n\nthis is   new. \n\n\n"

// A wayBack is a way in which a report returns a message.
type wayBack struct {
	name   string
	report func(message string) string
	body   string
}

// headerOnly returns the header of a message.
func headerOnly(message string) string {
	head, _, _ := strings.Cut(message, "\n\n")
	return head + "\n"
}

func inPart(fields string, message func(string) string) func(string) string {
	return func(m string) string {
		before, _, _ := strings.Cut(reportWith(perMessage+aliceFailed), "--b\nContent-Type: text/rfc822-headers")
		return before + "--b\n" + fields + "\n\n" + message(m) + "\n--b--\n"
	}
}

const aliceFailed = "Final-Recipient: rfc822; alice@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n"

func asIs(m string) string { return m }

func asBase64(m string) string {
	s := base64.StdEncoding.EncodeToString([]byte(m))
	var b strings.Builder
	for ; len(s) > 76; s = s[76:] {
		b.WriteString(s[:76] + "\n")
	}
	return b.String() + s + "\n"
}

const qmailReport = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nTo: news@example.org\nSubject: failure notice\n\n" +
	"Hi. This is the qmail-send program at mx.example.net.\n" +
	"I'm afraid I wasn't able to deliver your message to the following addresses.\n" +
	"This is a permanent error; I've given up. Sorry it didn't work out.\n\n" +
	"<alice@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 no such user\n\n" +
	"--- Below this line is a copy of the message.\n\n"

var waysBack = []wayBack{
	{"message/rfc822", inPart("Content-Type: message/rfc822", asIs), BodyWhole},
	{"message/rfc822 in base64", inPart("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64", asBase64), BodyWhole},
	{"behind an mbox line", inPart("Content-Type: message/rfc822", func(m string) string { return "From news@example.org Mon Jul  6 10:00:00 2026\n" + m }), BodyWhole},
	{"pasted below a separator", func(m string) string { return qmailReport + m }, BodyWhole},
	{"pasted in base64", func(m string) string {
		head, body, _ := strings.Cut(qmailReport, "\n\n")
		return head + "\nContent-Transfer-Encoding: base64\n\n" + asBase64(body+m)
	}, BodyWhole},
	{"pasted in a part", func(m string) string {
		_, body, _ := strings.Cut(qmailReport, "\n\n")
		return "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nSubject: failure notice\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n" + body + m + "\n--x\n\n--\nmx.example.net\n--x--\n"
	}, BodyWhole},
	{"text/rfc822-headers", inPart("Content-Type: text/rfc822-headers", headerOnly), BodyNone},
	{"message/rfc822 without body", inPart("Content-Type: message/rfc822", headerOnly), BodyNone},
	{"header pasted", func(m string) string { return qmailReport + headerOnly(m) }, BodyNone},
	{"cut at the end of the report", func(m string) string {
		return strings.TrimSuffix(inPart("Content-Type: message/rfc822", func(m string) string { return m[:len(m)-12] })(m), "\n--b--\n")
	}, BodyCut},
}

// signaturesOf returns the signatures of the message that the report returns.
func signaturesOf(t *testing.T, report string) []Signature {
	t.Helper()
	return parseWith(t, report, &Options{LookupTXT: lookupKeys}).Original.Signatures
}

// TestWaysBack returns a signed message in every way: where the body is whole the
// signature passes, and one changed byte is noticed; where it is not, the answer
// says so.
func TestWaysBack(t *testing.T) {
	for _, selector := range []string{"ed", "rsa"} {
		for _, change := range []func(*dkim.SignOptions){nil, simple} {
			signed := sign(t, newsletter, selector, change)
			for _, way := range waysBack {
				report := way.report(signed)
				want := authres.ResultValue(authres.ResultPass)
				if way.body != BodyWhole {
					want = authres.ResultNeutral
				}
				list := signaturesOf(t, report)
				if len(list) != 1 || list[0].Result != want || list[0].Body != way.body || list[0].Domain != "example.org" ||
					list[0].Selector != selector || (list[0].Error == "") != (want == authres.ResultPass) {
					t.Errorf("%s, %s: got %+v", way.name, selector, list)
				}
				changes := [][2]string{{"Subject: News", "Subject: Newt"}}
				if way.body == BodyWhole {
					changes = append(changes, [2]string{"this is", "This is"})
				}
				for _, c := range changes {
					changed := way.report(strings.Replace(signed, c[0], c[1], 1))
					if list := signaturesOf(t, changed); len(list) != 1 || list[0].Result == authres.ResultPass || way.body == BodyWhole && list[0].Result != authres.ResultFail {
						t.Errorf("%s, %s, %q for %q: got %+v", way.name, selector, c[1], c[0], list)
					}
				}
			}
		}
	}
}

// TestSignedMessages signs messages of testdata, which are of many shapes.
func TestSignedMessages(t *testing.T) {
	paths, err := filepath.Glob("../testdata/quiet/*.eml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no messages", err)
	}
	signedOnes := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		message := strings.ReplaceAll(string(data), "\r\n", "\n")
		rep := reportOf(t, message)
		if rep.Header.Get("From") == "" || strings.Contains(rep.Header.Get("Content-Type"), "multipart/report") {
			continue // a report returns another message
		}
		signedOnes++
		for _, change := range []func(*dkim.SignOptions){nil, simple} {
			signed := sign(t, message, "ed", change)
			for _, way := range waysBack {
				if way.body != BodyWhole {
					continue
				}
				list := signaturesOf(t, way.report(signed))
				if len(list) != 1 || list[0].Result != authres.ResultPass {
					t.Errorf("%s, %s: got %+v", path, way.name, list)
				}
			}
		}
	}
	if signedOnes < 10 {
		t.Errorf("%d messages signed", signedOnes)
	}
}

// TestSignatures are signatures that pass, fail, or cannot be verified.
func TestSignatures(t *testing.T) {
	whole := waysBack[0].report
	tests := []struct {
		name, message string
		results       []authres.ResultValue
		says          string // in the error of the first
	}{
		{"two", sign(t, sign(t, newsletter, "ed", nil), "rsa", simple), []authres.ResultValue{authres.ResultPass, authres.ResultPass}, ""},
		{"one of two is of another message", sign(t, strings.Replace(sign(t, newsletter, "ed", nil), "this is", "that is", 1), "rsa", nil),
			[]authres.ResultValue{authres.ResultPass, authres.ResultFail}, ""},
		{"expired", sign(t, newsletter, "ed", func(o *dkim.SignOptions) { o.Expiration = time.Unix(1e9, 0) }), []authres.ResultValue{authres.ResultFail}, "expired"},
		{"a length of the body", strings.Replace(sign(t, newsletter, "ed", nil), "DKIM-Signature: ", "DKIM-Signature: l=5; ", 1), []authres.ResultValue{authres.ResultFail}, "body length"},
		{"no key", sign(t, newsletter, "ed", func(o *dkim.SignOptions) { o.Selector = "old" }), []authres.ResultValue{authres.ResultFail}, "no such host"},
		{"no host", sign(t, newsletter, "ed", func(o *dkim.SignOptions) { o.Selector = "a/b" }), []authres.ResultValue{authres.ResultFail}, "not looked up"},
		{"malformed", "DKIM-Signature: v=1; d=example.org\n" + newsletter, []authres.ResultValue{authres.ResultFail}, "missing required tag"},
		{"none", newsletter, nil, ""},
	}
	for _, tt := range tests {
		list := signaturesOf(t, whole(tt.message))
		if len(list) != len(tt.results) {
			t.Errorf("%s: got %+v", tt.name, list)
			continue
		}
		for i, want := range tt.results {
			if list[i].Result != want || i == 0 && !strings.Contains(list[i].Error, tt.says) {
				t.Errorf("%s: signature %d is %+v, want %s", tt.name, i, list[i], want)
			}
		}
	}
	if rep := reportOf(t, whole(sign(t, newsletter, "ed", nil))); rep.Original.Signatures != nil {
		t.Errorf("without LookupTXT: got %+v", rep.Original.Signatures)
	}
}

// TestSignatureLookups asks for each key once, for five at most, and not for the keys
// of a hostile header.
func TestSignatureLookups(t *testing.T) {
	many := newsletter
	for i := range 9 {
		many = sign(t, many, "ed", func(o *dkim.SignOptions) { o.Selector = fmt.Sprintf("s%d", i) })
	}
	same := newsletter
	for range 4 {
		same = sign(t, same, "ed", nil)
	}
	long := "DKIM-Signature: v=1; a=ed25519-sha256; d=example.org; s=ed; bh=; b=; h=from" + strings.Repeat(":a", maxSignatureField) + "\n"
	tests := []struct {
		name, message string
		lookups, list int
	}{
		{"nine selectors", many, 5, 5},
		{"four times the same", same, 1, 4},
		{"a long signature", long + newsletter, 0, 0},
		{"many fields", strings.Repeat("X: y\n", maxSignedHeader) + sign(t, newsletter, "ed", nil), 0, 0},
		{"a long header", "X: " + strings.Repeat("y", 64<<10) + "\n" + sign(t, newsletter, "ed", nil), 0, 0},
	}
	for _, tt := range tests {
		lookups := 0
		rep := parseWith(t, waysBack[0].report(tt.message), &Options{LookupTXT: func(domain string) ([]string, error) {
			lookups++
			return lookupKeys(domain)
		}})
		if lookups != tt.lookups || len(rep.Original.Signatures) != tt.list {
			t.Errorf("%s: %d lookups, %d signatures, want %d, %d", tt.name, lookups, len(rep.Original.Signatures), tt.lookups, tt.list)
		}
	}
	temporary := func(string) ([]string, error) {
		return nil, &net.DNSError{Err: "server misbehaving", IsTemporary: true}
	}
	rep := parseWith(t, waysBack[0].report(sign(t, newsletter, "ed", nil)), &Options{LookupTXT: temporary})
	if list := rep.Original.Signatures; len(list) != 1 || list[0].Result != authres.ResultTempError {
		t.Errorf("no answer now: got %+v", list)
	}
}

// TestSignedHeader gives signatures for the message that the report calls its
// original alone: one of another proves nothing of it.
func TestSignedHeader(t *testing.T) {
	signed := sign(t, newsletter, "ed", nil)
	other := strings.Replace(newsletter, "alice", "bob", 1)
	tests := []struct {
		name, report string
		list         int
	}{
		{"the first part is the original", inPart("Content-Type: message/rfc822", func(m string) string {
			return other + "\n--b\nContent-Type: message/rfc822\n\n" + m
		})(signed), 0},
		{"a signed one in the text, and a part", strings.Replace(inPart("Content-Type: message/rfc822", func(string) string { return other })(""),
			"Your message could not be delivered.\n", "Your message could not be delivered.\n\n"+signed, 1), 0},
		{"an unsigned one in the text, and a part", strings.Replace(waysBack[0].report(signed),
			"Your message could not be delivered.\n", "Your message could not be delivered.\n\n"+other, 1), 1},
		{"a line that is folded badly changes what is signed", waysBack[0].report(strings.Replace(signed, "To: alice@example.com\n",
			"To: alice@example.com,\nbob@example.com\n", 1)), 0},
		{"in a report that is attached to a letter", "From: Bob <bob@example.org>\nUser-Agent: Mozilla Thunderbird\nSubject: Fwd: what is this?\n" +
			"Content-Type: multipart/mixed; boundary=o\n\n--o\n\nWhat does this mean?\n\n--o\nContent-Type: message/rfc822\n\n" + waysBack[0].report(signed) + "\n--o--\n", 1},
	}
	for _, tt := range tests {
		rep := parseWith(t, tt.report, &Options{LookupTXT: lookupKeys})
		if rep.Quoted != nil {
			rep = rep.Quoted
		}
		if list := rep.Original.Signatures; len(list) != tt.list || tt.list > 0 && list[0].Result != authres.ResultPass {
			t.Errorf("%s: got %+v of %+v", tt.name, list, rep.Original)
		}
	}
}

// TestSignatureEarlyEnd leaves no goroutine behind when the message ends early or
// nobody reads it, and gives the error of the reader.
func TestSignatureEarlyEnd(t *testing.T) {
	report := waysBack[0].report(sign(t, sign(t, newsletter, "ed", nil), "rsa", nil))
	broken := errors.New("the disk is gone")
	before := runtime.NumGoroutine()
	for n := 0; n <= len(report); n += 13 {
		r := io.MultiReader(strings.NewReader(report[:n]), iotest.ErrReader(broken))
		rep, err := Parse(r, &Options{LookupTXT: lookupKeys})
		if rep != nil && !errors.Is(err, broken) && n < len(report)-10 {
			t.Errorf("cut at %d: got %v", n, err)
		}
		for _, o := range []*Options{{MaxBytes: int64(n + 1)}, {MaxHeader: n + 1}, {MaxParts: n%4 + 1}} {
			o.LookupTXT = lookupKeys
			parseWith(t, report, o)
		}
	}
	// What verifies side by side is told of the end of its work, and ends a little later.
	for range 1 << 20 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

// TestSignatureError takes no signature for one that passed when the library fails
// as a whole.
func TestSignatureError(t *testing.T) {
	v := verifier{
		returned: mime.Returned{Header: "From: news@example.org\n", Body: mime.BodyWhole},
		found:    []*dkim.Verification{{Domain: "example.org"}}, err: io.ErrUnexpectedEOF,
	}
	h := headers.ParseHeader(v.returned.Header)
	if list := v.signatures(&h); len(list) != 1 || list[0].Result != authres.ResultFail {
		t.Errorf("got %+v", list)
	}
}

// TestSignatureEntity verifies in a message that go-message read.
func TestSignatureEntity(t *testing.T) {
	e, err := message.Read(strings.NewReader(waysBack[0].report(sign(t, newsletter, "ed", nil))))
	if err != nil {
		t.Fatal(err)
	}
	rep, err := ParseEntity(e, &Options{LookupTXT: lookupKeys})
	if err != nil || len(rep.Original.Signatures) != 1 || rep.Original.Signatures[0].Result != authres.ResultPass {
		t.Errorf("got %+v, %v", rep, err)
	}
}

// TestSignatureMemory verifies a returned message of 64 MiB in the memory that one
// of a megabyte takes at a time, whatever it is made of.
func TestSignatureMemory(t *testing.T) {
	for filling, size := range map[string]int64{"An attachment goes on and on for tens of megabytes.\r\n": 64 << 20, "\r\n": 24 << 20, " \t": 24 << 20, "x": 24 << 20} {
		head, rest, _ := strings.Cut(waysBack[0].report(sign(t, newsletter, "ed", simple)), "Hello")
		var peak uint64
		source := &filler{block: bytes.Repeat([]byte(filling), 1<<20/len(filling)), each: func() { peak = max(peak, inUse()) }}
		start := inUse()
		r := io.MultiReader(strings.NewReader(head), io.LimitReader(source, size), strings.NewReader(rest))
		rep, err := Parse(r, &Options{LookupTXT: lookupKeys})
		if err != nil || len(rep.Original.Signatures) != 1 || rep.Original.Signatures[0].Result == authres.ResultPass {
			t.Fatalf("%q: got %+v, %v", filling, rep, err)
		}
		if peak > start+8<<20 {
			t.Errorf("%q: %d MiB more in use", filling, (peak-start)>>20)
		}
	}
}

// inUse returns how many bytes are in use, without what is only not collected yet.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// A filler repeats a block, and calls each before every repetition.
type filler struct {
	block []byte
	each  func()
	rest  []byte
}

func (f *filler) Read(b []byte) (int, error) {
	if len(f.rest) == 0 {
		f.each()
		f.rest = f.block
	}
	n := copy(b, f.rest)
	f.rest = f.rest[n:]
	return n, nil
}

// BenchmarkSignature reads a report that returns 8 MiB, and verifies them.
func BenchmarkSignature(b *testing.B) {
	head, rest, _ := strings.Cut(waysBack[0].report(newsletter), "Hello")
	signature := "DKIM-Signature: v=1; a=ed25519-sha256; d=example.org; s=ed; c=relaxed/relaxed; h=From; bh=AAAA; b=AAAA\n"
	head = strings.Replace(head, "From: News", signature+"From: News", 1)
	block := bytes.Repeat([]byte("An attachment goes on and on for tens of megabytes.\r\n"), 1<<14)
	for name, lookup := range map[string]func(string) ([]string, error){"without": nil, "with": lookupKeys} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(8 << 20)
			b.ReportAllocs()
			for b.Loop() {
				source := &filler{block: block, each: func() {}}
				r := io.MultiReader(strings.NewReader(head), io.LimitReader(source, 8<<20), strings.NewReader(rest))
				if rep, err := Parse(r, &Options{LookupTXT: lookup}); err != nil || (len(rep.Original.Signatures) == 1) != (lookup != nil) {
					b.Fatal(rep, err)
				}
			}
		})
	}
}
