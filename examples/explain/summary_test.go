package main

import (
	"fmt"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"golang.org/x/text/language"
)

func TestSummary(t *testing.T) {
	var box strings.Builder
	add := func(n int, message string) {
		for range n {
			box.WriteString(mboxLine + message + "\n")
		}
	}
	add(1200, refusalOf("full@example.net", "5.2.2", "552 5.2.2 mailbox full"))
	add(300, bounceOf("alice@example.com"))
	add(3, refusalOf("a@example.org", "5.7.1", "550 5.7.1 client blocked using zen.spamhaus.org"))
	add(20, "Subject: Lunch\n\nSee you.\n")
	for i := range 20 {
		add(1, bounceOf(fmt.Sprintf("a@d%02d.example", i)))
	}
	for _, lang := range []string{"en", "sv"} {
		out, errs, exit := explain(t, box.String(), "-summary", "-lang", lang)
		if exit != 0 || errs != "" {
			t.Errorf("exit %d, %q", exit, errs)
		}
		golden(t, "summary."+lang+".txt", out)
		for s := range strings.Lines(out) {
			if s = strings.TrimSuffix(s, "\n"); strings.HasPrefix(s, "  ") && columns(s) != pageWidth {
				t.Errorf("%d columns: %q", columns(s), s)
			}
		}
	}
	out, _, exit := explain(t, "", "-summary", t.TempDir())
	if exit != 1 || out != "Nothing to count.\n" {
		t.Errorf("nothing: exit %d, %q", exit, out)
	}
}

func TestSummaryOfReplies(t *testing.T) {
	out, _, exit := explain(t, "550 5.1.1 no such user\n451 4.7.1 greylisted\n250 ok\n"+postfix+"removed\n", "-responses", "-summary")
	for _, want := range []string{"Replies: 3\n", "\n  accepted ", "\n  refused ", "\n  delivery is delayed ", "\n  no such mailbox "} {
		if exit != 0 || !strings.Contains(out, want) {
			t.Errorf("exit %d, %q is not in\n%s", exit, want, out)
		}
	}
}

// TestManyDomains counts the domains beyond the limit together.
func TestManyDomains(t *testing.T) {
	s := newSummary(messages)
	for i := range maxDomains + 2 {
		s.domain(fmt.Sprintf("a@d%d.example", i))
		s.domain("a@d0.example")
	}
	s.domain("local")
	s.domain("")
	if len(s.domains) != maxDomains+1 || s.domains[""] != 2 || s.domains["d0.example"] != maxDomains+3 {
		t.Errorf("got %d domains, %d of others, %d of the first", len(s.domains), s.domains[""], s.domains["d0.example"])
	}
}

func TestBars(t *testing.T) {
	for _, tt := range []struct {
		n, most int
		want    string
	}{{8, 8, "████"}, {4, 8, "██"}, {1, 1000, "▏"}, {3, 8, "█▌"}, {999, 1000, "███▉"}} {
		if got := drawBar(tt.n, tt.most, 4); got != tt.want {
			t.Errorf("%d of %d: got %q, want %q", tt.n, tt.most, got, tt.want)
		}
	}
	for n, want := range map[int]string{0: "<1%", 9: "<1%", 10: "1%", 15: "2%", 1000: "100%"} {
		if got := share(n, 1000); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := thousands(n, ","); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

// TestColour has colour on a terminal alone.
func TestColour(t *testing.T) {
	s := newSummary(messages)
	reply{failure: readReply("550 5.1.1 no such user").failure}.count(s)
	chart := func(isBold bool) string {
		p := &page{words: english, lang: language.English, isBold: isBold}
		s.chart(p)
		return p.String()
	}
	plain, coloured := chart(false), chart(true)
	if strings.Contains(plain, "\x1b") || !strings.Contains(coloured, "\x1b[36m█") || strings.Count(coloured, "\x1b[36m") > strings.Count(coloured, "\x1b[0m") {
		t.Errorf("got %q and %q", plain, coloured)
	}
	if s.reasons[codes.UserUnknown] != 1 {
		t.Errorf("got %v", s.reasons)
	}
}
