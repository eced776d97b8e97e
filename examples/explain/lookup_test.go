package main

import (
	"strings"
	"testing"

	"example.com/ndr/codes"
)

func TestAdvice(t *testing.T) {
	tests := []struct {
		args []string
		want []string
	}{
		{[]string{"5.1.1"}, []string{"5.1.1: No such mailbox.\n", "Who must act    the sender\n", "user-unknown (no such mailbox)", "Decided by      the code X.1.1", "X.1.1 \"Bad destination mailbox address\" (RFC 3463)"}},
		{[]string{"550"}, []string{"550: ", "requested action not taken"}},
		{[]string{"mailbox-full"}, []string{"mailbox-full: ", "the recipient\n"}},
		{[]string{"Mailbox-Full", "-lang", "it"}, []string{"Chi deve agire  il destinatario\n"}},
		{[]string{"250"}, []string{"250: Accepted"}},
		{[]string{"2.1.5"}, []string{"2.1.5: Accepted"}},
		{[]string{"550 5.7.1 mailbox full"}, []string{"mailbox-full ("}},
		{[]string{"RESOLVER.ADR.RecipNotFound"}, []string{": No such mailbox in this organization.\n", "Decided by      the vendor's own code"}},
		{[]string{"mailbox is full"}, []string{"mailbox is full: The mailbox is full.\n", "mailbox-full (mailbox full)\n"}},
		{[]string{"550"}, []string{"2. Look up the whole reply (explain -responses)"}},
		{[]string{"5.7.1"}, []string{"3. Look up the whole reply (explain -responses)"}},
		{[]string{"X.1.1"}, []string{"X.1.1: No such mailbox.\n"}},
		{[]string{"4.4.7"}, []string{"(given up after many tries), temporary\n"}},
		{[]string{"5.1.234"}, []string{"Code            not in any registry or provider's document", "Code            X.1.0 "}},
		{[]string{"5.7.30"}, []string{"Can also mean   1. gmail: Gmail requires DKIM", "2. exchange: Login with a password"}},
		{[]string{"5.7.30", "-host", "mx.example.com"}, []string{"The service     mx.example.com is not known to have codes of its own\n", "Can also mean"}},
		{[]string{"5.1.1", "-lang", "ja"}, []string{"ほかの意味      1. gmail：このGoogleアカウントは存在しません", "3. icloud：メールボックスが無効 (mailbox-disabled)\n"}},
	}
	for _, tt := range tests {
		out, errs, exit := explain(t, "", append([]string{"-advice"}, tt.args...)...)
		for _, want := range tt.want {
			if exit != 0 || errs != "" || !strings.Contains(out, want) {
				t.Errorf("%v: exit %d, %q, %q is not in\n%s", tt.args, exit, errs, want, out)
			}
		}
	}
	if out, _, _ := explain(t, "", "-advice", "mailbox-full"); strings.Contains(out, "Decided by") {
		t.Errorf("evidence for a reason: %s", out)
	}
	if out, _, _ := explain(t, "", "-advice", "5.7.30", "-host", "smtp.office365.com"); strings.Contains(out, "gmail") || strings.Contains(out, "The service") {
		t.Errorf("Exchange Online does not mean what Gmail means:\n%s", out)
	}
	for _, code := range []string{"nonsense", "9.9.9", "999"} {
		if out, errs, exit := explain(t, "", "-advice", code); exit != 1 || out != "" || !strings.Contains(errs, "see -advice list") {
			t.Errorf("%s: exit %d, %q, %q", code, exit, out, errs)
		}
	}
}

// TestAdviceHost asks what one provider means by a code.
func TestAdviceHost(t *testing.T) {
	reason := func(args ...string) string {
		out, _, _ := explain(t, "", append(args, "-advice", "4.4.5", "-json")...)
		return decode[struct{ Reason string }](t, out)[0].Reason
	}
	if a, b := reason(), reason("-host", "gmail-smtp-in.l.google.com"); a == b || b != "sender-blocked" {
		t.Errorf("got %s, and %s from Google", a, b)
	}
}

func TestAdviceKeys(t *testing.T) {
	out, _, exit := explain(t, "", "-advice", "5.1.1", "-json")
	v := decode[map[string]any](t, out)[0]
	for _, key := range []string{"code", "reply", "status", "reason", "permanent", "owner", "scope", "evidence", "title", "meaning", "causes", "fixes", "link", "language", "listed", "meanings"} {
		if v[key] == nil {
			t.Errorf("no %s in %v", key, v)
		}
	}
	if exit != 0 || v["status"] != "5.1.1" || v["reason"] != "user-unknown" {
		t.Errorf("exit %d, %v", exit, v)
	}
}

func TestAdviceList(t *testing.T) {
	out, _, exit := explain(t, "", "-advice", "list")
	for _, r := range codes.Reasons() {
		if exit != 0 || !strings.Contains("\n"+out, "\n"+r.String()+" ") {
			t.Errorf("exit %d, %v is not in the list", exit, r)
		}
	}
	for _, code := range []string{"550", "X.1.1", "4.7.500-699"} {
		if n := strings.Count(out, "\n"+code+" "); n != 1 {
			t.Errorf("%s stands %d times in the list", code, n)
		}
	}
	out, _, _ = explain(t, "", "-advice", "list", "-json")
	if rows := decode[map[string]any](t, out); len(rows) < 100 || rows[0]["code"] != "421" {
		t.Errorf("got %d rows", len(rows))
	}
}
