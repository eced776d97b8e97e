package ndr

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
)

// hasDefect reports whether rep records a defect of that kind.
func hasDefect(rep *Report, kind DefectKind) bool {
	return slices.ContainsFunc(rep.Defects, func(d Defect) bool { return d.Kind == kind })
}

func parseWith(t *testing.T, message string, o *Options) *Report {
	t.Helper()
	rep, err := Parse(strings.NewReader(message), o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// nested returns a report within n multiparts more.
func nested(n int) string {
	var b strings.Builder
	b.WriteString("Subject: Undelivered Mail\n")
	for i := range n {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=\"level%d.\"\n\n--level%d.\n", i, i)
	}
	b.WriteString(reportType + "\n" + reportParts)
	for i := n - 1; i >= 0; i-- {
		fmt.Fprintf(&b, "--level%d.--\n", i)
	}
	return b.String()
}

// withRecipients returns a report about n recipients.
func withRecipients(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Final-Recipient: rfc822;r%d@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns;a.example\nDiagnostic-Code: smtp;550\n\n", i)
	}
	return reportWith(perMessage + b.String())
}

// withParts returns a report of n parts, the whole message included.
func withParts(n int) string {
	head, end := daemonHead+reportType+"\n"+textPart+statusPart, reportEnd
	return head + strings.Repeat("--b\n\nmore\n", n-3) + end
}

// withHeader returns a report whose header has n bytes without its last line
// end, counting each line end as two.
func withHeader(n int) string {
	head := strings.TrimSuffix(daemonHead+reportType, "\n")
	pad := n - len(head) - strings.Count(head, "\n") - len("X-Pad: \r\n")
	return "X-Pad: " + strings.Repeat("x", pad) + "\n" + head + "\n\n" + reportParts
}

// withText returns a report whose text parts have n bytes, the line end before
// each boundary included.
func withText(n int) string {
	const status = statusBody + "\n"
	text := strings.Repeat(strings.Repeat("x", 63)+"\n", n/64+1)[:n-len(status)-1]
	return daemonHead + reportType + "\n" + statusHead + "\n" + status + "--b\n\n" + text + "\n" + reportEnd
}

// TestLimits takes a message at a limit and one beyond it: the first is whole,
// of the second the defect tells, and what was read before stands.
func TestLimits(t *testing.T) {
	tests := []struct {
		name    string
		n       int // the limit
		options func(n int) *Options
		message func(n int) string
		defect  DefectKind
		want    int // default
	}{
		{"MaxHeader", 2000, func(n int) *Options { return &Options{MaxHeader: n} }, withHeader, DefectHeaderLimit, 256 << 10},
		{"MaxParts", 10, func(n int) *Options { return &Options{MaxParts: n} }, withParts, DefectPartsLimit, 250},
		{"MaxDepth", 3, func(n int) *Options { return &Options{MaxDepth: n} }, func(n int) string { return nested(n - 1) }, DefectDepthLimit, 20},
		{"MaxRecipients", 4, func(n int) *Options { return &Options{MaxRecipients: n} }, withRecipients, DefectRecipientsLimit, 5000},
		{"MaxText", 3000, func(n int) *Options { return &Options{MaxText: n} }, withText, DefectTextLimit, 512 << 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, step := range []struct {
				what    string
				n       int
				options *Options
				over    bool
			}{
				{"at the limit", tt.n, tt.options(tt.n), false},
				{"beyond the limit", tt.n + 1, tt.options(tt.n), true},
				{"at the default", tt.want, nil, false},
				{"beyond the default", tt.want + 1, &Options{}, true},
				{"no limit", 2 * tt.want, tt.options(-1), false},
			} {
				o := step.options
				if tt.name == "MaxRecipients" && step.n > 1000 { // which do not fit into MaxText
					o = &Options{MaxText: -1}
					if step.options != nil {
						o.MaxRecipients = step.options.MaxRecipients
					}
				}
				rep := parseWith(t, tt.message(step.n), o)
				if got := hasDefect(rep, tt.defect); got != step.over {
					t.Errorf("%s: got defects %v", step.what, rep.Defects)
				}
				if rep.Kind != Failure && tt.name != "MaxDepth" {
					t.Errorf("%s: got kind %v", step.what, rep.Kind)
				}
				if tt.name == "MaxRecipients" {
					if want := step.n; step.over && len(rep.Recipients) != want-1 || !step.over && len(rep.Recipients) != want {
						t.Errorf("%s: got %d recipients", step.what, len(rep.Recipients))
					}
				}
			}
		})
	}
}

func TestMaxBytes(t *testing.T) {
	n := int64(len(wholeReport))
	rep := parseWith(t, wholeReport, &Options{MaxBytes: n})
	if hasDefect(rep, DefectBytesLimit) {
		t.Errorf("at the limit: got %v", rep.Defects)
	}
	// What follows the last boundary is not wanted, so cut inside of it.
	rep = parseWith(t, wholeReport, &Options{MaxBytes: n - int64(len(originalPart+reportEnd))})
	if !hasDefect(rep, DefectBytesLimit) || len(rep.Recipients) != 1 || rep.Recipients[0].Status.String() != "5.1.1" {
		t.Errorf("beyond the limit: got %v, %+v", rep.Defects, rep.Recipients)
	}
	for _, o := range []*Options{nil, {}, {MaxBytes: -1}, {MaxBytes: 1 << 40}} {
		if rep := parseWith(t, wholeReport, o); len(rep.Defects) != 0 {
			t.Errorf("%+v: got %v", o, rep.Defects)
		}
	}
	c := (&Options{MaxBytes: -1}).withDefaults()
	if c.MaxBytes < 1<<40 {
		t.Errorf("no limit is %d bytes", c.MaxBytes)
	}
	if c := (*Options)(nil).withDefaults(); c.MaxBytes != 256<<20 {
		t.Errorf("the default is %d bytes", c.MaxBytes)
	}
}

// TestOptionsKept does not change the options that it was given.
func TestOptionsKept(t *testing.T) {
	o := Options{MaxParts: -1}
	parseWith(t, wholeReport, &o)
	if !reflect.DeepEqual(o, Options{MaxParts: -1}) {
		t.Errorf("got %+v", o)
	}
}

// withOriginal returns a report with a returned message of n bytes.
func withOriginal(n int64) io.Reader {
	before, after, _ := strings.Cut(wholeReport, "See you at noon.\n")
	return io.MultiReader(strings.NewReader(before), io.LimitReader(&lineSource{}, n), strings.NewReader("\n"+after))
}

// lineSource gives lines without end.
type lineSource struct{ at int }

func (l *lineSource) Read(b []byte) (int, error) {
	const line = "An attachment goes on and on for tens of megabytes, as attachments do.\r\n"
	for i := range b {
		b[i] = line[(l.at+i)%len(line)]
	}
	l.at += len(b)
	return len(b), nil
}

// TestMemory reads a returned original of 50 MiB in the memory that one of a
// kilobyte takes.
func TestMemory(t *testing.T) {
	allocated := func(n int64) uint64 {
		r := withOriginal(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		rep, err := Parse(r, nil)
		runtime.ReadMemStats(&after)
		if err != nil || len(rep.Recipients) != 1 || rep.Original.MessageID != wantMessageID || len(rep.Defects) != 0 {
			t.Fatalf("%d bytes: got %+v, %v", n, rep, err)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(1 << 10) // tables are set up
	small, large := allocated(1<<10), allocated(50<<20)
	if large > small+64<<10 {
		t.Errorf("allocated %d bytes for 50 MiB, %d for 1 KiB", large, small)
	}
}

// TestReaderError returns the error of the reader with what was read before.
func TestReaderError(t *testing.T) {
	broken := errors.New("the disk is gone")
	before, _, _ := strings.Cut(wholeReport, "See you at noon.")
	rep, err := Parse(io.MultiReader(strings.NewReader(before), iotest.ErrReader(broken)), nil)
	if !errors.Is(err, broken) || errors.Is(err, ErrNoMessage) {
		t.Errorf("got error %v, want %v", err, broken)
	}
	if rep == nil || len(rep.Recipients) != 1 || rep.Recipients[0].Address != "alice@example.com" {
		t.Errorf("got %+v", rep)
	}
	if _, err := Parse(iotest.ErrReader(broken), nil); !errors.Is(err, broken) {
		t.Errorf("nothing read: got %v, want %v", err, broken)
	}
	for name, r := range map[string]io.Reader{
		"one byte a read": iotest.OneByteReader(strings.NewReader(wholeReport)),
		"data with EOF":   iotest.DataErrReader(strings.NewReader(wholeReport)),
		"half reads":      iotest.HalfReader(strings.NewReader(wholeReport)),
	} {
		if rep, err := Parse(r, nil); err != nil || len(rep.Recipients) != 1 {
			t.Errorf("%s: got %+v, %v", name, rep, err)
		}
	}
}

func TestNoMessage(t *testing.T) {
	for _, in := range []string{"", "\n", " \t\r\n\r\n", strings.Repeat("\n", 100000)} {
		if rep, err := Parse(strings.NewReader(in), nil); !errors.Is(err, ErrNoMessage) || rep != nil {
			t.Errorf("%.10q: got %v, %v", in, rep, err)
		}
	}
	for _, in := range []string{"x", "Subject: x", "\n\nx\n", "\x00", ":", "--\n--\n"} {
		if rep, err := Parse(strings.NewReader(in), nil); err != nil || rep.Kind != Other || rep.Recipients == nil || rep.Defects == nil {
			t.Errorf("%q: got %+v, %v", in, rep, err)
		}
	}
}

// TestConcurrent parses in many goroutines at once, with shared options.
func TestConcurrent(t *testing.T) {
	o := &Options{MaxParts: 50}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				rep, err := Parse(bytes.NewReader([]byte(wholeReport)), o)
				if err != nil || len(rep.Recipients) != 1 {
					t.Errorf("got %+v, %v", rep, err)
				}
			}
		})
	}
	wg.Wait()
}
