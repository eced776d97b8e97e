package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"golang.org/x/text/language"
)

// TestText compares whole pages: one for each language, and one for what the
// advice of package codes has no part in.
func TestText(t *testing.T) {
	for _, lang := range languages {
		out, errs, exit := explain(t, bounceOf("alice@example.com"), "-lang", lang.String())
		if exit != 0 || errs != "" {
			t.Errorf("%v: exit %d, %q", lang, exit, errs)
		}
		golden(t, "unknown."+lang.String()+".txt", out)
	}
}

// TestFirstLine tells the first reader what it is, and who must act.
func TestFirstLine(t *testing.T) {
	action := func(name, status, reply string) string {
		return strings.Replace(refusalOf("a@example.com", status, reply), "Action: failed", "Action: "+name, 1)
	}
	nobody := strings.Replace(bounceOf("x"), "Final-Recipient: rfc822; x\nAction: failed\nStatus: 5.1.1\n", "", 1)
	nobody = strings.Replace(nobody, "Original-Recipient: rfc822; first@example.com\n", "", 1)
	letter, err := os.ReadFile("testdata/letter.eml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, message string
		first         string // line
		rest          []string
	}{
		{"failed", bounceOf("a@example.com"), "Not delivered to a@example.com: ", []string{"the sender (sender@example.org)", "Take it off the list", "Recipient       a@example.com ← first@example.com"}},
		{"delayed", action("delayed", "4.4.1", "450 4.4.1 connection timed out"), "Not yet delivered to a@example.com, but the server goes on trying: ",
			[]string{"Who must act    nobody yet, because the server goes on trying; if it gives up,\n                  the recipient's administrator (example.com)", "What to do      1. Wait; what follows applies only if the server gives up.\n                  2. ", "Keep it", "temporary"}},
		{"delayed, and given up", action("delayed", "4.4.7", "Envelope expired"), "Not delivered to a@example.com: ",
			[]string{"Who must act    the recipient's administrator (example.com)\n  What to do      1. Ask", "contradiction: a@example.com"}},
		{"delivered", action("delivered", "2.0.0", "250 ok"), "Delivered to a@example.com.", []string{"\n\n  For the postmaster\n", "Reply           mx.example.com: 250 ok"}},
		{"relayed", action("relayed", "2.0.0", "250 ok"), "The message to a@example.com was passed on to a mail system that does not\nconfirm delivery.\n", nil},
		{"expanded", action("expanded", "2.0.0", "250 ok"), "Delivered to a@example.com, a list, ", nil},
		{"nobody named", nobody, "Not delivered, but the report does not say to whom.", []string{"What to do      Find out", "Keep all addresses", "no-recipient"}},
		{"letter", string(letter), "Not a report, but a message that quotes one. The quoted report says:",
			[]string{"\nNot delivered to bob@example.net: ", "Keep it on the list, because nothing proves"}},
		{"ordinary mail", "Subject: Lunch\n\nSee you at noon.\n", "Not a delivery report.", nil},
		{"automatic reply", "Subject: Re: Lunch\nAuto-Submitted: auto-replied\n\nI am away.\n", "An automatic reply: ", nil},
		{"no mail", "\x7fELF\x02\x01\x01\n\x00\x00\n\x01\n", "This is not an email message: it has no header.", []string{"\n  What to do      For replies of a mail server"}},
	}
	for _, tt := range tests {
		out, _, exit := explain(t, tt.message)
		if exit != 0 || !strings.HasPrefix(out, tt.first) {
			t.Errorf("%s: exit %d, want %q first in\n%s", tt.name, exit, tt.first, out)
		}
		for _, want := range tt.rest {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is not in\n%s", tt.name, want, out)
			}
		}
	}
}

// TestKinds prints what the kinds without failed recipients say.
func TestKinds(t *testing.T) {
	for _, lang := range languages {
		w := wordsFor(lang)
		for kind := ndr.Other; kind <= ndr.Challenge; kind++ {
			p := &page{words: w, lang: lang}
			message{"a", &ndr.Report{Kind: kind, Author: ndr.AuthorSystem, Recipients: ndr.Recipients{}}}.text(p)
			out := flat(p.String())
			asks := strings.Contains(out, w["label.who"])
			if want := kind == ndr.Feedback || kind == ndr.Challenge; asks != want && !isReport(kind) {
				t.Errorf("%v, %v: asks somebody to act: %v, in %s", lang, kind, asks, out)
			}
			if headline := w["kind."+kind.String()]; kind != ndr.Other && kind != ndr.Failure && !strings.HasPrefix(squeeze(out), squeeze(headline)) {
				t.Errorf("%v, %v: got\n%s", lang, kind, out)
			}
		}
	}
}

// flat returns s on one line, with single blanks.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestGroups says once what is the same for several recipients.
func TestGroups(t *testing.T) {
	group := func(address, status, reply string) string {
		return "\nFinal-Recipient: rfc822; " + address + "\nAction: failed\nStatus: " + status + "\nDiagnostic-Code: smtp; " + reply + "\n"
	}
	message := strings.Replace(bounceOf("a@example.com"), "\n--b\nContent-Type: text/rfc822-headers",
		group("b@example.com", "5.1.1", "550 5.1.1 no such user here")+group("full@example.com", "5.2.2", "552 5.2.2 mailbox full")+
			group("c@example.com", "5.1.1", "550 5.1.1 no such user")+group("d@example.com", "5.1.1", "550 5.1.1 no such user")+"\n--b\nContent-Type: text/rfc822-headers", 1)
	out, _, _ := explain(t, message)
	for want, n := range map[string]int{
		"Not delivered to a@example.com, b@example.com, c@example.com and 1 more: ": 1,
		"Not delivered to full@example.com: ":                                       1,
		"What to do":                                                                2, "For the postmaster": 2, "The report\n": 1, "Reply ": 5, "Message ": 1,
		"Recipient       d@example.com\n": 1,
	} {
		if got := strings.Count(out, want); got != n {
			t.Errorf("%q stands %d times, want %d, in\n%s", want, got, n, out)
		}
	}
}

// TestGroupsOfDomains names no domain where the recipients have several.
func TestGroupsOfDomains(t *testing.T) {
	message := strings.Replace(bounceOf("a@example.com"), "\n--b\nContent-Type: text/rfc822-headers",
		"\nFinal-Recipient: rfc822; b@example.net\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n--b\nContent-Type: text/rfc822-headers", 1)
	out, _, _ := explain(t, message)
	if meaning, _, _ := strings.Cut(out, "What to do"); strings.Count(out, "Not delivered to a@example.com, b@example.net: ") != 1 || strings.Count(meaning, "example.com") != 1 {
		t.Errorf("got\n%s", out)
	}
	out, _, _ = explain(t, strings.ReplaceAll(message, "b@example.net", "b@example.com"))
	if !strings.Contains(flat(out), "at example.com") {
		t.Errorf("got\n%s", out)
	}
}

// TestChecks tells of authentication only where it is why, and of each check
// once.
func TestChecks(t *testing.T) {
	const results = "Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org; dkim=none\n"
	refused := refusalOf("a@example.com", "5.7.26", "550 5.7.26 unauthenticated mail is not accepted due to the domain's DMARC policy")
	refused = strings.Replace(refused, results, results+strings.Replace(results, "Auth", "ARC-Auth", 1)+
		"X-Forefront-Antispam-Report: CIP:192.0.2.1;SFV:SPM;SCL:9;\n", 1)
	out, _, _ := explain(t, refused)
	for _, check := range []string{"Failed check    spf=fail (example.org)", "Failed check    dkim=none", "Spam filter     SFV:SPM "} {
		if n := strings.Count(out, check); n != 1 {
			t.Errorf("%q stands %d times in\n%s", check, n, out)
		}
	}
	out, _, _ = explain(t, strings.Replace(bounceOf("a@example.com"), results, results+"X-Forefront-Antispam-Report: SFV:SPM;\n", 1))
	if strings.Contains(out, "spf=fail") || strings.Contains(out, "SFV") {
		t.Errorf("an unknown user has nothing to do with authentication:\n%s", out)
	}
}

// TestAdviceOfChecks says for which domain a check is to be mended, whomever the
// report is about besides.
func TestAdviceOfChecks(t *testing.T) {
	refused := refusalOf("a@example.com", "5.7.23", "550 5.7.23 SPF validation failed")
	refused = strings.Replace(refused, "\nOriginal-Recipient", "\nFinal-Recipient: rfc822; b@example.com\nAction: delivered\n\nOriginal-Recipient", 1)
	out, _, _ := explain(t, refused)
	if !strings.HasPrefix(out, "Delivered to b@example.com.\n\nNot delivered to a@example.com: ") ||
		!strings.Contains(flat(out), "the SPF record of example.org.") || strings.Count(out, "For the postmaster") != 1 {
		t.Errorf("got\n%s", out)
	}
	out, _, _ = explain(t, strings.Replace(bounced, "5.1.1 no such user", "5.7.1 Email rejected per DMARC policy for example.org", 1), "-events")
	if !strings.Contains(flat(out), "sends for example.org with SPF and DKIM.") {
		t.Errorf("event: got\n%s", out)
	}
}

// TestDamage sums up.
func TestDamage(t *testing.T) {
	damaged := strings.Replace(bounceOf("a@example.com"), "Subject:", "no field\nnor this\nSubject:", 1)
	out, _, _ := explain(t, damaged)
	if !strings.Contains(out, "Damage          header-line, 2 times; the first: line 3: header-line: no field\n") {
		t.Errorf("two lines: got\n%s", out)
	}
	out, _, _ = explain(t, strings.Replace(damaged, "nor this\n", "", 1))
	if !strings.Contains(out, "Damage          line 3: header-line: no field\n") {
		t.Errorf("one line: got\n%s", out)
	}
}

// TestAddress has a sentence for each rule that withholds a suppression.
func TestAddress(t *testing.T) {
	rules := []string{ndr.WithheldAuthor, ndr.WithheldKind, ndr.WithheldAddress,
		codes.WithheldPermanent, codes.WithheldStage, codes.WithheldMeaning, codes.WithheldContradiction}
	for _, lang := range languages {
		w := wordsFor(lang)
		seen := make(map[string]bool)
		for _, rule := range rules {
			s := address(&ndr.Recipient{Withheld: rule}, w)
			if w["withheld."+rule] == "" || seen[s] {
				t.Errorf("%v: %s: %q", lang, rule, s)
			}
			seen[s] = true
		}
		if got := address(&ndr.Recipient{Suppress: true}, w); got != w["address.stop"] {
			t.Errorf("%v: got %q", lang, got)
		}
	}
	// The library's own example of one.
	out, _, _ := explain(t, strings.Replace(bounceOf("a@example.com"), "Mail Delivery System <MAILER-DAEMON@mx.example.net>", "Bob <bob@example.net>", 1))
	if !strings.Contains(flat(out), "Keep it on the list, because ") {
		t.Errorf("a report from a person: got\n%s", out)
	}
}

// TestNames tells several files apart, and leaves the name out for one.
func TestNames(t *testing.T) {
	folder := write(t, "a.eml", bounceOf("a@example.com"), "b.eml", bounceOf("b@example.com"), "box", mboxLine+bounceOf("c@example.com")+"\n"+mboxLine+bounceOf("d@example.com"))
	a, box := filepath.Join(folder, "a.eml"), filepath.Join(folder, "box")
	for _, tt := range []struct {
		paths []string
		want  []string // names
	}{
		{[]string{a}, nil},
		{[]string{folder}, []string{a, filepath.Join(folder, "b.eml"), box + ":1", box + ":2"}},
		{[]string{a, a}, []string{a, a}},
		{[]string{a, "-"}, []string{a, "-"}},
		{[]string{"-"}, nil},
		{nil, nil},
		{[]string{box}, []string{box + ":1", box + ":2"}},
	} {
		out, _, _ := explain(t, bounceOf("a@example.com"), tt.paths...)
		var got []string
		for s := range strings.Lines(out) {
			if name, ok := strings.CutPrefix(s, "── "); ok {
				got = append(got, strings.Fields(name)[0])
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%v: got %v, want %v", tt.paths, got, tt.want)
		}
	}
}

// TestQuotingReply tells a program's answer that quotes a report from a letter.
func TestQuotingReply(t *testing.T) {
	quoted := &ndr.Report{Kind: ndr.Failure, Recipients: ndr.Recipients{{Address: "a@example.com", Action: ndr.Failed}}}
	p := &page{words: english, lang: language.English}
	message{"a", &ndr.Report{Kind: ndr.AutoReply, Quoted: quoted}}.text(p)
	if out := p.String(); !strings.HasPrefix(out, english["headline.quoting-reply"]+"\n\nNot delivered to a@example.com: ") {
		t.Errorf("got\n%s", out)
	}
}

func TestOwner(t *testing.T) {
	report := &ndr.Report{Original: ndr.Original{From: "bob@Sender.example"}}
	one := []*ndr.Recipient{{Address: "a@example.com"}}
	two := []*ndr.Recipient{{Address: "a@example.com"}, {Address: "b@example.com"}}
	mixed := []*ndr.Recipient{{Address: "a@example.com"}, {Address: "b@example.net"}}
	tests := []struct {
		owner      codes.Owner
		report     *ndr.Report
		recipients []*ndr.Recipient
		want       string
	}{
		{codes.OwnerSender, report, one, "the sender (bob@Sender.example)"},
		{codes.OwnerSender, nil, one, "the sender"},
		{codes.OwnerSenderAdmin, report, one, "the sender's administrator (sender.example)"},
		{codes.OwnerSenderAdmin, &ndr.Report{}, one, "the sender's administrator"},
		{codes.OwnerRecipient, report, one, "the recipient (a@example.com)"},
		{codes.OwnerRecipient, report, two, "the recipient"},
		{codes.OwnerRecipientAdmin, report, two, "the recipient's administrator (example.com)"},
		{codes.OwnerRecipientAdmin, report, mixed, "the recipient's administrator"},
		{codes.OwnerRecipientAdmin, report, nil, "the recipient's administrator"},
		{codes.OwnerNobody, report, one, "nobody: just wait"},
	}
	for _, tt := range tests {
		if got := owner(tt.owner, tt.report, tt.recipients, english); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestDelays asks nobody to act as long as the server goes on trying.
func TestDelays(t *testing.T) {
	for o, want := range map[codes.Owner]string{
		codes.OwnerUnknown: "nobody yet, because the server goes on trying",
		codes.OwnerNobody:  "nobody: just wait",
		codes.OwnerService: "nobody yet, because the server goes on trying; if it gives up, the service that carries the sender's mail",
	} {
		g := &group{Recipient: &ndr.Recipient{Action: ndr.Delayed, Owner: o}}
		if got := g.owner(nil, english); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	until := strings.Replace(bounceOf("a@example.com"), "Action: failed", "Action: delayed\nWill-Retry-Until: Tue, 5 Mar 2024 10:00:00 +0100", 1)
	if out, _, _ := explain(t, until); !strings.Contains(out, "Tries until     2024-03-05 10:00:00 +0100\n") {
		t.Errorf("got\n%s", out)
	}
}

func TestAbout(t *testing.T) {
	for want, o := range map[string]ndr.Original{
		"":                             {},
		`"Minutes" 2024-03-05 <7@a.b>`: {Subject: "Minutes", MessageID: "7@a.b", Date: time.Date(2024, 3, 5, 23, 0, 0, 0, time.UTC)},
		"<7@a.b>":                      {MessageID: "7@a.b"},
		`"x" to c@d.e <7@a.b>`:         {Subject: "x", MessageID: "7@a.b", To: []string{"c@d.e"}},
	} {
		if got := about(&o, true, english); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestEvidence(t *testing.T) {
	for want, e := range map[string]codes.Evidence{
		"nothing: neither a code nor the words say why":               {},
		`the words "user unknown", although "X.7.1" points elsewhere`: {Kind: codes.EvidenceWording, Text: "user unknown", Contradicted: "X.7.1"},
		"the code X.7.1, which has several meanings":                  {Kind: codes.EvidenceGenericStatus, Text: "X.7.1"},
	} {
		if got := evidence(e, english); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestRecipientRow names the recipients of what is no report, and the
// recipients of a report once.
func TestRecipientRow(t *testing.T) {
	for kind, want := range map[ndr.Kind]int{ndr.Feedback: 1, ndr.Disposition: 1, ndr.Failure: 0, ndr.Delay: 0, ndr.Success: 0} {
		p := &page{words: english, lang: language.English}
		message{"a", &ndr.Report{Kind: kind, Recipients: ndr.Recipients{{Address: "a@example.com", OriginalAddress: "a@example.com", Action: ndr.Delivered}}}}.text(p)
		if out := p.String(); strings.Count(out, "Recipient ") != want || strings.Count(out, "a@example.com") != 1 {
			t.Errorf("%v: got\n%s", kind, out)
		}
	}
}

func TestReplyRow(t *testing.T) {
	for want, r := range map[string]ndr.Recipient{
		"Reply           mx.example.com: 550 no\n": {Response: "550 no", RemoteServer: "mx.example.com"},
		"Reply           550 no\n":                 {Response: "550 no"},
		"":                                         {RemoteServer: "mx.example.com"},
	} {
		p := &page{words: english, lang: language.English}
		(&group{Recipient: &r, all: []*ndr.Recipient{&r}}).replies(p)
		if got := strings.TrimSpace(p.String()); got != strings.TrimSpace(want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCheckRow(t *testing.T) {
	for want, r := range map[string]headers.Result{
		"spf=fail (example.org)":                  {Method: "spf", Result: "fail", Domain: "example.org", Reason: "000"},
		"dkim=none: The message is not signed":    {Method: "dkim", Result: "none", Cause: headers.CauseNotSigned},
		"compauth=fail reason=000 (Explicit auth": {Method: "compauth", Result: "fail", Reason: "000"},
	} {
		got := checks([]*headers.AuthError{{Result: r}, {Result: r}}, &page{words: english, lang: language.English})
		if len(got) != 1 || !strings.HasPrefix(got[0], want) || r.Method == "spf" && got[0] != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestUniqueChecks keeps each check once, in the order of the first, and of two that
// begin alike the longer.
func TestUniqueChecks(t *testing.T) {
	got := unique([]string{"spf=fail (b.example)", "dmarc=fail", "spf=fail (a.example)", "spf=fail (b.example)", "dmarc=fail (c.example)", "dkim=fail", "spf=fail"})
	want := []string{"spf=fail (b.example)", "spf=fail (a.example)", "dmarc=fail (c.example)", "dkim=fail"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
