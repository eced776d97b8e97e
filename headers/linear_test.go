package headers

import (
	"strings"
	"testing"
)

// hostile are inputs that make a careless reader search its text again and
// again. Each is made for a size in bytes.
var hostile = map[string]func(n int) string{
	"open comments":     func(n int) string { return strings.Repeat("(", n) },
	"nested comments":   func(n int) string { return strings.Repeat("(", n/2) + strings.Repeat(")", n/2) },
	"comments":          func(n int) string { return strings.Repeat("()", n/2) },
	"half comments":     func(n int) string { return strings.Repeat("((a)", n/4) },
	"open quotes":       func(n int) string { return strings.Repeat(`a="`, n/3) },
	"quotes":            func(n int) string { return strings.Repeat(`""`, n/2) },
	"backslashes":       func(n int) string { return "(" + strings.Repeat(`\`, n-1) },
	"quoted":            func(n int) string { return `a="` + strings.Repeat(`\"`, n/2) },
	"semicolons":        func(n int) string { return strings.Repeat(";", n) },
	"equals":            func(n int) string { return strings.Repeat("=", n) },
	"results":           func(n int) string { return strings.Repeat("a=b;", n/4) },
	"DMARC":             func(n int) string { return strings.Repeat("dmarc=fail;spf=pass;", n/20) },
	"properties":        func(n int) string { return "a=b" + strings.Repeat(" c.d=e", n/6) },
	"empty properties":  func(n int) string { return "a=b" + strings.Repeat(" smtp.a= ", n/9) },
	"dots":              func(n int) string { return "a" + strings.Repeat(" .", n/2) },
	"slashes":           func(n int) string { return "a=b " + strings.Repeat("a/", n/2) },
	"commented key":     func(n int) string { return "a" + strings.Repeat("()", n/2) + "=b" },
	"open angles":       func(n int) string { return strings.Repeat("<", n) },
	"angles":            func(n int) string { return strings.Repeat("<a>", n/3) },
	"angles and quotes": func(n int) string { return strings.Repeat(`<"`, n/2) },
	"routes":            func(n int) string { return strings.Repeat("@a,", n/3) },
	"literals":          func(n int) string { return strings.Repeat("[", n) },
	"colons":            func(n int) string { return strings.Repeat("a:", n/2) },
	"words":             func(n int) string { return strings.Repeat("a ", n/2) },
	"at signs":          func(n int) string { return strings.Repeat("@", n) },
	"encoded words":     func(n int) string { return strings.Repeat("=?utf-8?q?a?= ", n/14) },
	"identifiers":       func(n int) string { return strings.Repeat("<a@b>", n/5) },
	"one long word":     func(n int) string { return strings.Repeat("a", n) },
	"clauses":           func(n int) string { return strings.Repeat("from by ", n/8) },
	"protocol":          func(n int) string { return "with" + strings.Repeat(" a", n/2) },
	"methods":           func(n int) string { return strings.Repeat("SPF not DMARC ", n/14) },
}

// readers are the functions under test.
var readers = map[string]func(s string){
	"ParseAuthResults": func(s string) { ParseAuthResults("x;" + s) },
	"ParseReceivedSPF": func(s string) { ParseReceivedSPF("pass " + s) },
	"ParseAddressList": func(s string) { ParseAddressList(s) },
	"ParseReceived":    func(s string) { ParseReceived(s) },
	"ParseSignature":   func(s string) { ParseSignature(s) },
	"MessageIDs":       func(s string) { MessageIDs(s) },
	"ParseAntispam":    func(s string) { ParseAntispam(s) },
	"DecodeText":       func(s string) { DecodeText(s) },
	"ReadReply":        func(s string) { ReadReply("spf " + s) },
	"ParseDate":        func(s string) { ParseDate(s) },
	"ParseHost":        func(s string) { ParseHost(s) },
	"ValidMailbox":     func(s string) { ValidMailbox(s) },
	"ReadAuth":         func(s string) { ReadAuth(header(nopTB{}, "Authentication-Results: "+s), "x") },
	"Automatic":        func(s string) { Automatic(header(nopTB{}, "Return-Path: "+s)) },
	"ReturnedCorrelators": func(s string) {
		ReturnedCorrelators(header(nopTB{}, "To: "+s+"\nReceived: for "+s+"\nReferences: "+s))
	},
	"FromMail": func(s string) {
		h := ParseHeader("Subject: " + s)
		FromMail(h.Mail())
	},
}

// nopTB is for a header that cannot fail.
type nopTB struct{ testing.TB }

func (nopTB) Helper() {}

// TestMemoryIsLinear reads growing hostile input. Twice the input may take
// twice the memory, and not more than a fixed multiple of the input. Work that
// repeats over the input shows as memory wherever text is copied; for the rest
// see the benchmark.
func TestMemoryIsLinear(t *testing.T) {
	const size = 8 << 10
	for inputName, make := range hostile {
		for readerName, read := range readers {
			small, large := make(size), make(4*size)
			a := testing.AllocsPerRun(1, func() { read(small) })
			b := testing.AllocsPerRun(1, func() { read(large) })
			if b > 6*a+100 {
				t.Errorf("%s of %s: %v allocations for %d bytes, %v for %d", readerName, inputName, a, size, b, 4*size)
			}
		}
	}
}

// TestScannerSteps counts how far the scanner searches for the end of comments
// and quoted strings that have none.
func TestScannerSteps(t *testing.T) {
	for _, in := range []string{strings.Repeat("(", 1000), strings.Repeat("((a)", 250)} {
		sc := scanner{s: in}
		sc.skipCFWS()
		if !sc.noParen {
			t.Errorf("%.10q...: an open comment is searched for again", in)
		}
	}
	sc := scanner{s: strings.Repeat(`"a\`, 333)}
	for range 10 {
		if _, ok := sc.consumeQuoted(); ok {
			t.Fatal("a quoted string that has no end")
		}
		if !sc.noQuote {
			t.Error("an open quoted string is searched for again")
		}
	}
}

// BenchmarkHostile reads hostile input of growing size; bytes per second must
// not fall with the size.
func BenchmarkHostile(b *testing.B) {
	for inputName, make := range hostile {
		for _, size := range []int{4 << 10, 16 << 10, 64 << 10} {
			in := make(size)
			for _, readerName := range []string{"ParseAuthResults", "ParseReceivedSPF", "ParseAddressList", "ParseReceived", "MessageIDs", "DecodeText", "ReadAuth"} {
				read := readers[readerName]
				b.Run(readerName+"/"+strings.ReplaceAll(inputName, " ", "-")+"/"+itoa(size>>10)+"K", func(b *testing.B) {
					b.SetBytes(int64(size))
					for b.Loop() {
						read(in)
					}
				})
			}
		}
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

const typical = `Received: from a by b; Mon, 2 Jan 2006 15:10:00 +0000
Authentication-Results: spf=none (sender IP is 192.0.2.88)
 smtp.mailfrom=example.net; dkim=none (message not signed)
 header.d=none;dmarc=fail action=oreject header.from=example.com;compauth=fail reason=000
Received-SPF: None (protection.outlook.com: example.com does not designate permitted sender hosts)
Message-ID: <1@example.com>
From: Alice <alice@example.com>
To: bob@example.net
Subject: hello
Date: Mon, 2 Jan 2006 15:04:05 +0000`

// A header without authentication fields must cost next to nothing, a typical
// one little; half of that is authres, which makes a map of each result.
func TestAllocations(t *testing.T) {
	plain := header(t, "From: a@example.com\nTo: b@example.net\nSubject: x\nReceived: by c")
	if got := testing.AllocsPerRun(100, func() { ReadAuth(plain) }); got > 4 {
		t.Errorf("%v allocations without authentication fields", got)
	}
	h := header(t, typical)
	if got := testing.AllocsPerRun(100, func() { ReadAuth(h) }); got > 60 {
		t.Errorf("%v allocations for a typical header", got)
	}
	if got := testing.AllocsPerRun(100, func() { ReadReply("550 5.1.1 user unknown") }); got > 0 {
		t.Errorf("%v allocations for a reply that names no method", got)
	}
}

func BenchmarkReadAuth(b *testing.B) {
	h := header(b, typical)
	b.ReportAllocs()
	for b.Loop() {
		ReadAuth(h)
	}
}
