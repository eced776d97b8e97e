package codes_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// A sample is a line of testdata/replies.
type sample struct {
	where, reason, owner, suppress, reply, status, host, text string
}

func (s sample) options() *codes.Options {
	return &codes.Options{Host: s.host, Addresses: []string{recipientIn(s.text), "news@example.com"}}
}

var recipientAddress = regexp.MustCompile(`[\w.-]+@([\w-]+\.)*example\.com`)

// recipientIn returns the address at example.com that text names, alice's where
// it names none.
func recipientIn(text string) string {
	if a := recipientAddress.FindString(text); a != "" && !strings.HasPrefix(a, "news@") {
		return a
	}
	return "alice@example.com"
}

// samples reads all of testdata/replies.
func samples(t testing.TB) []sample {
	files, err := filepath.Glob("../testdata/replies/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no replies found: %v", err)
	}
	var list []sample
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			where := filepath.Base(file) + ":" + strconv.Itoa(i+1)
			cols := strings.Split(line, "\t")
			if len(cols) != 7 {
				t.Fatalf("%s: %d columns, not 7", where, len(cols))
			}
			list = append(list, sample{where, cols[0], cols[1], cols[2], cols[3], cols[4], cols[5], cols[6]})
		}
	}
	if len(list) < 300 {
		t.Fatalf("%d replies, not 300", len(list))
	}
	return list
}

func TestReplies(t *testing.T) {
	for _, s := range samples(t) {
		r := codes.ParseResponse(s.text)
		if reason, want := r.Reason(), r.Judge(nil).Reason; reason != want {
			t.Errorf("%s: reason %v, that of Judge is %v", s.where, reason, want)
		}
		v := r.Judge(s.options())
		suppress := "keep"
		if v.Suppress {
			suppress = "suppress"
		}
		for _, c := range [...]struct{ what, got, want string }{
			{"reason", v.Reason.String(), s.reason},
			{"owner", v.Owner.String(), s.owner},
			{"suppress", suppress, s.suppress},
			{"reply", r.Reply.String(), s.reply},
			{"status", r.Status.String(), s.status},
		} {
			if c.got != c.want {
				t.Errorf("%s: %.120q\n\t%s = %q, want %q (%+v)", s.where, s.text, c.what, c.got, c.want, v.Evidence)
			}
		}
	}
}

// TestRepliesFolded checks that case and line ends do not change a reason.
func TestRepliesFolded(t *testing.T) {
	for _, s := range samples(t) {
		want := codes.ParseResponse(s.text).Judge(s.options()).Reason
		for _, text := range []string{
			strings.ToUpper(s.text),
			strings.ToLower(s.text),
			strings.ReplaceAll(s.text, " ", "\r\n\t"),
			strings.ReplaceAll(s.text, " ", "   "),
		} {
			if got := codes.ParseResponse(text).Judge(s.options()).Reason; got != want {
				t.Errorf("%s: %v, but %v for %q", s.where, want, got, text)
			}
		}
	}
}

// TestSuppressIsNarrow checks the promise of [codes.Verdict.Suppress].
func TestSuppressIsNarrow(t *testing.T) {
	for _, s := range samples(t) {
		r := codes.ParseResponse(s.text)
		v := r.Judge(s.options())
		if !v.Suppress {
			continue
		}
		if !v.Permanent || v.Scope != codes.ScopeAddress && v.Scope != codes.ScopeRecipientDomain {
			t.Errorf("%s: suppressed, but permanent %v, scope %v", s.where, v.Permanent, v.Scope)
		}
		r.Reply, r.Status = 450, r.Status.WithClass(4)
		if r.Judge(s.options()).Suppress {
			t.Errorf("%s: a temporary reply suppresses", s.where)
		}
		r.Reply = 552
		if r.Judge(s.options()).Suppress {
			t.Errorf("%s: 552 suppresses", s.where)
		}
	}
}
