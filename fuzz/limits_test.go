package fuzz

import (
	"fmt"
	"strings"
	"testing"

	"example.com/ndr/ndr"
)

// limits are the limits of Options. Each make returns a report of a size that is
// counted as the limit counts it; the other limits are far from being reached.
var limits = []struct {
	name   string
	defect ndr.DefectKind
	n      int // where the test is done
	def    int // the default, 0 where testing it takes too long
	opts   func(n int) *ndr.Options
	make   func(n int) string
}{
	{"MaxBytes", ndr.DefectBytesLimit, 1000, 0,
		func(n int) *ndr.Options { return &ndr.Options{MaxBytes: int64(n)} },
		func(n int) string { return "A: b\n\n" + strings.Repeat("x", n-6) }},
	{"MaxHeader", ndr.DefectHeaderLimit, 1000, 256 << 10,
		func(n int) *ndr.Options { return &ndr.Options{MaxHeader: n} },
		func(n int) string { return "A: " + strings.Repeat("x", n-3) + "\n\ntext\n" }},
	{"MaxParts", ndr.DefectPartsLimit, 10, 250,
		func(n int) *ndr.Options { return &ndr.Options{MaxParts: n} },
		func(n int) string {
			return "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\nx\n", n-1) + "--b--\n"
		}},
	{"MaxDepth", ndr.DefectDepthLimit, 5, 20,
		func(n int) *ndr.Options { return &ndr.Options{MaxDepth: n} },
		func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
			}
			return b.String() + "\ntext\n"
		}},
	{"MaxRecipients", ndr.DefectRecipientsLimit, 10, 5000,
		func(n int) *ndr.Options { return &ndr.Options{MaxRecipients: n} },
		func(n int) string {
			var b strings.Builder
			b.WriteString("Content-Type: message/delivery-status\n\n")
			for i := range n {
				fmt.Fprintf(&b, "Final-Recipient: rfc822; %d@example.com\nAction: failed\n\n", i)
			}
			return b.String()
		}},
	{"MaxText", ndr.DefectTextLimit, 1000, 512 << 10,
		func(n int) *ndr.Options { return &ndr.Options{MaxText: n} },
		func(n int) string {
			return "A: b\n\n" + strings.Repeat(strings.Repeat("x", 49)+"\n", n/50-1) + strings.Repeat("x", 49+n%50) + "\n"
		}},
}

// TestLimits checks that a message at the limit is read whole, and that one
// beyond it is read as far and the limit recorded.
func TestLimits(t *testing.T) {
	for _, l := range limits {
		t.Run(l.name, func(t *testing.T) {
			checkLimit(t, l.opts(l.n), l.make(l.n), l.defect, false)
			checkLimit(t, l.opts(l.n), l.make(l.n+1), l.defect, true)
			checkLimit(t, l.opts(-1), l.make(l.n+1), l.defect, false)
			if l.def > 0 {
				checkLimit(t, nil, l.make(l.def), l.defect, false)
				checkLimit(t, &ndr.Options{}, l.make(l.def+1), l.defect, true)
			}
		})
	}
}

func checkLimit(t *testing.T, opts *ndr.Options, msg string, kind ndr.DefectKind, want bool) {
	t.Helper()
	rep, err := ndr.Parse(strings.NewReader(msg), opts)
	if err != nil {
		t.Fatal(err)
	}
	got := false
	for _, d := range rep.Defects {
		got = got || d.Kind == kind
	}
	if got != want {
		t.Errorf("%d bytes: %s recorded %v, want %v: %v", len(msg), kind, got, want, rep.Defects)
	}
	if err := checkLimits(rep, nil, opts); err != nil {
		t.Error(err)
	}
}
