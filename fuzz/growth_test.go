package fuzz

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// An attack makes an input of about n bytes that costs a careless reader more
// than n.
type attack struct {
	name string
	make func(n int) string
}

// isText reports whether all of the attack stands in lines of text: what is
// beyond MaxText is passed over like the text of any other.
func (a attack) isText() bool { return strings.HasPrefix(a.name, "lines of") }

// piles are pieces that make an attack of a megabyte, wherever they stand.
var piles = []string{"<", ">", "(", ")", `"`, `\`, "=?", "=?a?q?", "--", "@", ":", ";", ",", "[", "{", "+", "_", "=", "&", " ", "\t", "a@b.example ", "550 ", "5.1.1 ", "550-", "é", "\x00", "\xff", "<a@b>", `\x{1}`, "+3D", "&lt;", "IMCEAEX-", "SRS0=a=b=c="}

// attacks returns all attacks; with -short only those that have a shape.
func attacks() []attack {
	all := []attack{
		{"nested multiparts", repeat("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n")},
		{"nested messages", repeat("Content-Type: message/rfc822\n\n")},
		{"parts", in("Content-Type: multipart/report; boundary=b\n\n", "--b\n\ntext\n")},
		{"delivery-status parts", in("Content-Type: multipart/report; boundary=b\n\n", "--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822;a@b.example\n\n")},
		{"HTML parts", in("Content-Type: multipart/alternative; boundary=b\n\n", "--b\nContent-Type: text/html\n\n<p>x\n")},
		{"header fields", repeat("X-%d: %d\n")},
		{"a reply to a whole list", func(n int) string {
			return failing("<a%d@b.example>\n")(n/2) + "550 " + strings.Repeat("@ ", n/4) + "\n"
		}},
		{"a reason of brackets behind a list", func(n int) string {
			return failing("<a%d@b.example>\n")(n/2) + "\nReason: " + strings.Repeat("[", n/2) + "\n"
		}},
		{"addresses named twice, far apart", func(n int) string {
			list := failing("<a%d@b.example>\n")(n / 8)
			return list + strings.Repeat("\n", n/2) + list
		}},
		{"hosts behind lists on one line", failing("<a%d@b.example>, <b%d@b.example>, <c%d@b.example>, <d%d@b.example>\n" + strings.Repeat("x[192.0.2.1] ", 20) + "\n\n")},
		{"a list manager's recipients", func(n int) string {
			return "To: " + strings.Repeat("x@a.example,\n ", n/32) + "x@b.example\nFrom: LISTSERV@b.example\nSubject: Rejected posting to a@b.example\n\nYou are not authorized to post.\n\n" + failing("<a%d@b.example>: 550 no\n")(n/2)
		}},
		{"equal header fields", repeat("Received: from a.example by b.example; Mon, 2 Jan 2006 15:04:05 +0000\n")},
		{"folded field", in("Subject: x\n", " x\n")},
		{"empty lines", repeat("\n")},
		{"lines that are no fields", repeat("x\n")},
		{"one line", repeat("x")},
		{"carriage returns", in("A: b\n\n", "\r")},
		{"boundaries that begin alike", repeat("Content-Type: multipart/mixed; boundary=" + strings.Repeat("b", 60) + "%d\n\n--" + strings.Repeat("b", 60) + "%d\n")},
		{"almost boundaries", in("Content-Type: multipart/mixed; boundary="+strings.Repeat("b", 60)+"\n\n", "--"+strings.Repeat("b", 59)+"\n")},
		{"undeclared boundaries", repeat("\n--bbbbb%d\nContent-Type: text/plain; x=%d\n\nx\n")},
		{"comments in the type", field("Content-Type", "(")},
		{"parameters of the type", field("Content-Type", ";a=b")},
		{"comments in addresses", field("From", "(")},
		{"comments in Message-ID", returned("Message-ID", "(")},
		{"comments in From of the original", returned("From", "(")},
		{"comments in To of the original", returned("To", "(a)")},
		{"addresses in To of the original", returned("To", "a@b.example,")},
		{"encoded words of the original", returned("Subject", "=?utf-8?q?a?= ")},
		{"open words of the original", returned("Subject", "=?utf-8?q?")},
		{"comments in Authentication-Results", returned("Authentication-Results", "(")},
		{"results in Authentication-Results", returned("Authentication-Results", "; spf=fail (x) smtp.mailfrom=a.example")},
		{"Authentication-Results", in("Content-Type: message/rfc822\n\n", "Authentication-Results: a.example; spf=fail\n")},
		{"DKIM-Signatures", in("Content-Type: message/rfc822\n\n", "DKIM-Signature: d=a.example; s=b; c=d\n")},
		{"failed recipients in the header", in("Subject: Mail delivery failed: returning message to sender\nX-Failed-Recipients:", "\n %d@b.example,")},
		{"recipients", statusOf("Final-Recipient: rfc822; %d@b.example\nAction: failed\nStatus: 5.1.1\n\n")},
		{"one recipient many times", statusOf("Final-Recipient: rfc822; a@b.example\nAction: failed\n\n")},
		{"groups without a recipient", statusOf("Diagnostic-Code: x\n\n")},
		{"short groups without a recipient", statusOf("Diagnostic-Code:\n\n")},
		{"groups with an action", statusOf("Action: x\n\n")},
		{"fields in one group", statusOf("X-%d: y\n")},
		{"Final-Recipients in one group", statusOf("Final-Recipient: %d@b.example\n")},
		{"lines that go on", statusOf("x\n")},
		{"Diagnostic-Code", statusOf(" 550 5.1.1 <a@b.example> user unknown;")},
		{"recipients as text", in("Subject: failure notice\n\nYour message could not be delivered to:\n", "%d@b.example\n")},
		{"recipients with reasons as text", in("Subject: failure notice\n\nYour message could not be delivered to:\n", "<%d@b.example>:\n550 5.1.1 user unknown\n\n")},
		{"recipients in prose", in("Subject: failure notice\n\n", "Delivery to %d@b.example failed permanently.\n")},
		{"recipients in one line", in("Subject: failure notice\n\nYour message could not be delivered to:\n", "%d@b.example, ")},
		{"recipients in status and text", statusAndText},
		{"recipients first and last in the text", firstAndLast},
		{"failed recipients after much text", headerAndText},
		{"sentences below a long one", longSentence},
		{"quoted lines", in("Subject: failure notice\n\n", "> x\n")},
		{"separators", in("Subject: failure notice\n\n", "--- Original message follows ---\n")},
		{"transcript", in("Subject: failure notice\n\n... while talking to mx.example:\n", ">>> RCPT To:<%d@b.example>\n<<< 550 5.1.1 user unknown\n")},
		{"fields in the text", in("Subject: failure notice\n\n", "Final-Recipient: rfc822; %d@b.example\nStatus: 5.1.1\n\n")},
		{"headers in the text", in("Subject: failure notice\n\n", "Received: from a.example\nSubject: failure notice\n\n")},
		{"Exchange sections", in("\n", "Diagnostic information for administrators:\n\nGenerating server: a.example\n\n%d@b.example\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n\n")},
		{"JSON", in("\n", "{\n\"bounce\":")},
		{"nested JSON", in("\n{\"bounce\":", "[")},
		{"nested tables", html("<table><tr><td>")},
		{"unclosed tags", html("<a href=\"")},
		{"unclosed comments", html("<!--")},
		{"links", html("<a href=\"mailto:a@b.example\">c</a>")},
		{"one link around much text", html("<a href=\"mailto:a@b.example\">x</a")},
		{"scripts", html("<script>x</script>")},
		{"entities", html("&nbsp;&#60;")},
		{"base64", in("Content-Transfer-Encoding: base64\n\n", "eHh4\n")},
		{"quoted-printable", in("Content-Transfer-Encoding: quoted-printable\n\n", "=3D=\n")},
		{"UTF-7", in("Content-Type: text/plain; charset=utf-7\n\n", "+AAA-")},
		{"ISO-2022-JP", in("Content-Type: text/plain; charset=iso-2022-jp\n\n", "\x1b$B\x1b(B")},
	}
	if testing.Short() {
		return all
	}
	for _, pile := range piles {
		all = append(all,
			attack{fmt.Sprintf("%q in a header", pile), field("Subject", pile)},
			attack{fmt.Sprintf("%q in a delivery-status field", pile), in(strings.TrimSuffix(status(""), "\n\n--b\n")+"\nDiagnostic-Code: ", pile)},
			attack{fmt.Sprintf("%q in many delivery-status fields", pile), statusOf("Diagnostic-Code: smtp; " + strings.Repeat(pile, 100) + "\nRemote-MTA: " + strings.Repeat(pile, 100) + "\nFinal-Recipient: " + strings.Repeat(pile, 100) + "\n\n")},
			attack{fmt.Sprintf("%q in one line of text", pile), in("Subject: failure notice\n\n", pile)},
			attack{fmt.Sprintf("%q in lines of text", pile), in("Subject: failure notice\n\nCould not be delivered to a@b.example\n", strings.Repeat(pile, 70/len(pile))+"\n")},
			attack{fmt.Sprintf("lines of %q", pile), in("Subject: failure notice\n\n", pile+"\n")},
		)
	}
	return all
}

// repeat makes an attack of nothing but piece.
func repeat(piece string) func(int) string { return in("", piece) }

// in makes an attack of before and then piece, in which %d is a number that
// counts up.
func in(before, piece string) func(int) string {
	return func(n int) string {
		if !strings.Contains(piece, "%d") {
			return before + strings.Repeat(piece, n/len(piece)+1)
		}
		var b strings.Builder
		b.WriteString(before)
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.ReplaceAll(piece, "%d", strconv.Itoa(i)))
		}
		return b.String()
	}
}

// failing makes an attack on the reader of a text that reports failures.
func failing(piece string) func(int) string {
	return in("Return-Path: <>\nFrom: MAILER-DAEMON@b.example\nSubject: failure notice\n\nThe following addresses failed:\n\n", piece)
}

func field(name, piece string) func(int) string {
	return func(n int) string { return in(name+": ", piece)(n) + "\n\ntext\n" }
}

func returned(name, piece string) func(int) string {
	return func(n int) string {
		return in(status("")+"Content-Type: message/rfc822\n\n"+name+": a.example", piece)(n) + "\n\ntext\n"
	}
}

func statusOf(piece string) func(int) string {
	return in("Content-Type: message/delivery-status\n\nReporting-MTA: dns; a.example\n\n", piece)
}

func html(piece string) func(int) string { return in("Content-Type: text/html\n\n<html>", piece) }

// statusAndText has the same recipients in two parts, in opposite order.
func statusAndText(n int) string {
	return "Content-Type: multipart/report; boundary=b\n\n--b\n\nYour message could not be delivered to:\n" +
		in("", "1%d@b.example\n")(n/2) + "\n--b\nContent-Type: message/delivery-status\n\n" +
		in("", "Final-Recipient: rfc822;2%d@b.example\n\n")(n/2)
}

// firstAndLast names each recipient at the beginning and at the end.
func firstAndLast(n int) string {
	list := in("", "%d@b.example\n")(n / 2)
	return "Subject: failure notice\n\nYour message could not be delivered to:\n" + list + "\n" + list
}

// headerAndText has the recipients in the header and a text that says why at
// its end.
func headerAndText(n int) string {
	return in("X-Failed-Recipients:", "\n %d@b.example,")(n/2) + "\n\n" + in("", "x\n")(n/2) + "Delivery failed\n"
}

// longSentence has a long sentence that names a recipient, and many short ones
// below it that do.
func longSentence(n int) string {
	return "Return-Path: <>\nFrom: MAILER-DAEMON@b.example\nSubject: failure notice\n\n" + strings.Repeat("x ", n/4) +
		"undeliverable to a@b.example\n" + in("", "not for %d@b.example:\n")(n/2)
}

const (
	// factor is how much larger the second input of a pair is.
	factor = 4
	// tolerance is how much more than that the cost may be: 1 is linear, and
	// a quadratic cost has factor.
	tolerance = 2.5
	// enough is the time below which nothing can be measured, and nothing
	// needs to be.
	enough = 20 * time.Millisecond
)

// A pair is one attack in two sizes.
type pair struct {
	name         string
	n, m         int // bytes
	small, large func()
}

// pairs returns the pairs of a whole message: below the limits of Options,
// where all is read, and above them.
func pairs() (all []pair) {
	for _, a := range attacks() {
		sizes := []int{100 << 10, 1 << 20}
		if testing.Short() || a.isText() {
			sizes = sizes[:1]
		}
		for _, n := range sizes {
			small, large := a.make(n), a.make(n*factor)
			all = append(all, pair{a.name, len(small), len(large), func() { parseString(small) }, func() { parseString(large) }})
		}
	}
	return all
}

// valueReaders read single values.
var valueReaders = map[string]func(string){
	"FromResponse":       func(s string) { ndr.FromResponse(codes.ParseResponse(s), nil) },
	"FindStatus":         func(s string) { _ = codes.FindStatus(s) },
	"ParseAddress":       func(s string) { headers.ParseAddress(s) },
	"ParseAddressList":   func(s string) { headers.ParseAddressList(s) },
	"ParseAuthResults":   func(s string) { headers.ParseAuthResults(s) },
	"ParseReceivedSPF":   func(s string) { headers.ParseReceivedSPF(s) },
	"ParseReceived":      func(s string) { headers.ParseReceived(s) },
	"ParseSignature":     func(s string) { headers.ParseSignature(s) },
	"ParseAntispam":      func(s string) { headers.ParseAntispam(s) },
	"ReadReply":          func(s string) { headers.ReadReply(s) },
	"MessageIDs":         func(s string) { headers.MessageIDs(s) },
	"ListID":             func(s string) { headers.ListID(s) },
	"DecodeText":         func(s string) { headers.DecodeText(s) },
	"OrganizationalName": func(s string) { headers.OrganizationalDomain(s) },
	"ReadRules":          func(s string) { codes.ReadRules(strings.NewReader(s)) },
}

// valuePairs returns the pairs of single values.
func valuePairs() (all []pair) {
	const n = 64 << 10
	for name, read := range valueReaders {
		for _, pile := range append(piles[:len(piles):len(piles)], "a.", "a=b;", "a=b (c) ", "550 5.7.1 spf fail; ", "mailbox-full phrase=x\n") {
			small, large := repeat(pile)(n), repeat(pile)(n*factor)
			all = append(all, pair{name + " of " + strconv.Quote(pile), len(small), len(large), func() { read(small) }, func() { read(large) }})
		}
	}
	return all
}

// limit is how many times the cost of the small input the large one may have.
func (p pair) limit() float64 { return float64(p.m) / float64(p.n) * tolerance }

// TestGrowth checks that what is allocated grows no faster than the input.
func TestGrowth(t *testing.T) {
	for _, p := range slices.Concat(pairs(), valuePairs(), eventPairs()) {
		_, few := cost(1, p.small)
		_, many := cost(1, p.large)
		if float64(many)/float64(max(few, 1<<20)) > p.limit() {
			t.Errorf("%s: %d bytes allocate %d, %d bytes %d", p.name, p.n, few, p.m, many)
		}
	}
}

// BenchmarkGrowth fails where time grows faster than the input. It compares two
// inputs on the same machine, and what is slow once may be the machine's fault.
func BenchmarkGrowth(b *testing.B) {
	worst := 0.0
	for _, p := range slices.Concat(pairs(), valuePairs(), eventPairs()) {
		ratio := p.slowdown()
		if ratio > p.limit() {
			b.Errorf("%s: %d times the input takes %.1f times as long", p.name, p.m/p.n, ratio)
		}
		worst = max(worst, ratio/float64(p.m)*float64(p.n))
	}
	b.ReportMetric(worst, "worst/linear")
}

// slowdown returns how many times as long the large input takes.
func (p pair) slowdown() float64 {
	if slow, _ := cost(1, p.large); slow < enough {
		return 0
	}
	ratio := 0.0
	for runs := 1; runs <= 9; runs *= 3 {
		fast, _ := cost(runs, p.small)
		slow, _ := cost(runs, p.large)
		ratio = float64(slow) / float64(max(fast, enough/factor))
		if ratio <= p.limit() {
			break
		}
	}
	return ratio
}

func parseString(s string) { ndr.Parse(strings.NewReader(s), nil) }

// cost returns the least time that do takes, and the bytes that it allocates.
func cost(runs int, do func()) (least time.Duration, allocated uint64) {
	for range runs {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		do()
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		allocated = after.TotalAlloc - before.TotalAlloc
		if least == 0 || took < least {
			least = took
		}
	}
	return least, allocated
}

// A heapReader reads from r and notes the largest heap that it sees.
type heapReader struct {
	r          io.Reader
	read, peak uint64
}

func (h *heapReader) Read(p []byte) (int, error) {
	n, err := h.r.Read(p)
	if before := h.read >> 18; (h.read+uint64(n))>>18 != before || h.read == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		h.peak = max(h.peak, m.HeapAlloc)
	}
	h.read += uint64(n)
	return n, err
}

// lines gives n bytes of lines, or of one line where perLine is 0.
type lines struct{ n, perLine int }

func (l *lines) Read(p []byte) (int, error) {
	if l.n == 0 {
		return 0, io.EOF
	}
	p = p[:min(len(p), l.n)]
	for i := range p {
		p[i] = 'x'
		if l.perLine > 0 && (l.n-i)%l.perLine == 0 {
			p[i] = '\n'
		}
	}
	l.n -= len(p)
	return len(p), nil
}

// returnedOriginal is a report that returns a message of size bytes.
func returnedOriginal(size, perLine int) io.Reader {
	return io.MultiReader(strings.NewReader(status("")+"Content-Type: message/rfc822\n\nSubject: large\nFrom: a@example.com\n\n"),
		&lines{size, perLine}, strings.NewReader("\n--b--\n"))
}

// TestPeakHeap checks that memory does not depend on the returned original.
func TestPeakHeap(t *testing.T) {
	const largest = 8 << 20
	for name, r := range map[string]io.Reader{
		"returned original": returnedOriginal(64<<20, 76),
		"one line":          returnedOriginal(64<<20, 0),
		"text":              io.MultiReader(strings.NewReader("Subject: failure notice\n\n"), &lines{64 << 20, 76}),
		"line of text":      io.MultiReader(strings.NewReader("Subject: failure notice\n\n"), &lines{64 << 20, 0}),
		"line of header":    io.MultiReader(strings.NewReader("Subject: "), &lines{64 << 20, 0}),
		"attachment":        io.MultiReader(strings.NewReader("Content-Type: application/zip\n\n"), &lines{64 << 20, 76}),
	} {
		t.Run(name, func(t *testing.T) {
			runtime.GC()
			h := &heapReader{r: r}
			if _, err := ndr.Parse(h, nil); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d MiB read, heap at most %.1f MiB", h.read>>20, float64(h.peak)/(1<<20))
			if h.peak > largest {
				t.Errorf("heap of %d bytes", h.peak)
			}
			if h.read < 64<<20 {
				t.Errorf("only %d bytes read", h.read)
			}
		})
	}
}

// TestAllocationFlat checks that 64 MiB of returned original allocate at most
// 1 MiB.
func TestAllocationFlat(t *testing.T) {
	measure := func(size int) uint64 {
		_, allocated := cost(1, func() { ndr.Parse(returnedOriginal(size, 76), nil) })
		return allocated
	}
	measure(1 << 20)
	small := measure(1 << 20)
	for size := 4 << 20; size <= 64<<20; size *= 4 {
		if large := measure(size); large > small+64<<10 {
			t.Errorf("%d MiB allocate %d bytes, 1 MiB %d", size>>20, large, small)
		}
	}
}

// BenchmarkReturned tells the cost of each MiB of a returned original.
func BenchmarkReturned(b *testing.B) {
	for size := 1 << 20; size <= 64<<20; size *= 8 {
		b.Run(fmt.Sprintf("%dMiB", size>>20), func(b *testing.B) {
			data, _ := io.ReadAll(returnedOriginal(size, 76))
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			ndr.Parse(bytes.NewReader(data), nil) // the table of phrases is built on first use
			for b.Loop() {
				ndr.Parse(bytes.NewReader(data), nil)
			}
		})
	}
}
