package main

import (
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"golang.org/x/text/language"
)

// oneLanguageInputs are answers of each kind; isWhole says that there are texts
// on all of it in every language.
var oneLanguageInputs = []struct {
	name    string
	isWhole bool
	input   string
	args    []string
}{
	{"mailbox full", true, refusalOf("a@example.com", "5.2.2", "552 5.2.2 over quota"), nil},
	{"authentication", true, refusalOf("a@example.com", "5.7.20", "550 5.7.20 DKIM did not pass"), nil},
	{"delay", true, strings.Replace(refusalOf("a@example.com", "4.2.2", "452 4.2.2 over quota"), "Action: failed", "Action: delayed\nWill-Retry-Until: Tue, 5 Mar 2024 10:00:00 +0100", 1), nil},
	{"Gmail's rule", false, strings.ReplaceAll(refusalOf("a@example.com", "5.7.1", "550 5.7.1 This does not meet IPv6 sending guidelines. - gsmtp"), "mx.example.com", "gmail-smtp-in.l.google.com"), nil},
	{"one of two", false, strings.Replace(refusalOf("a@example.com", "5.2.2", "552 5.2.2 over quota"), "\n--b\nContent-Type: text/rfc822-headers",
		"\nFinal-Recipient: rfc822; b@example.com\nAction: failed\nStatus: 5.7.510\nDiagnostic-Code: smtp; 550 5.7.510 Access denied\n\n--b\nContent-Type: text/rfc822-headers", 1), nil},
	{"damage", true, strings.Replace(bounceOf("a@example.com"), "Subject:", "no field\nnor this\nSubject:", 1), nil},
	{"no report", true, "Subject: Lunch\n\nSee you at noon.\n", nil},
	{"filter", true, strings.Replace(refusalOf("a@example.com", "5.7.1", "550 5.7.1 message identified as spam"), "Authentication-Results:", "X-Forefront-Antispam-Report: SFV:SPM;\nAuthentication-Results:", 1), nil},
	{"reply", true, "550 5.1.1 no such user\n", []string{"-responses"}},
	{"reply without texts", false, "550 5.7.510 Access denied\n", []string{"-responses"}},
	{"code", true, "", []string{"-advice", "5.2.2"}},
	{"code with meanings", true, "", []string{"-advice", "5.7.1"}},
	{"unlisted code", true, "", []string{"-advice", "5.1.234", "-host", "mx.example.com"}},
	{"code without texts", false, "", []string{"-advice", "5.7.510"}},
	{"accepted", true, "", []string{"-advice", "250"}},
	{"list", true, "", []string{"-advice", "list"}},
	{"summary", true, refusalOf("a@example.com", "5.7.510", "550 5.7.510 Access denied"), []string{"-summary"}},
	{"event", true, bounced, []string{"-events"}},
}

// TestOneLanguage wants each answer in one language: in the one asked for, or
// the whole of it in English.
func TestOneLanguage(t *testing.T) {
	for _, tt := range oneLanguageInputs {
		for i, lang := range languages {
			out, errs, exit := explain(t, tt.input, append(slices.Clone(tt.args), "-lang", lang.String())...)
			if exit != 0 || errs != "" {
				t.Errorf("%s, %v: exit %d, %s", tt.name, lang, exit, errs)
			}
			want := lang
			if !tt.isWhole && i >= 3 {
				want = language.English
			}
			checkLanguage(t, tt.name+", "+lang.String(), out, want)
		}
	}
}

// checkLanguage fails where a text of another language stands in out, or none of
// this one.
func checkLanguage(t *testing.T, name, out string, want language.Tag) {
	t.Helper()
	own := partsOf(wordsFor(want))
	out = squeeze(out)
	if !slices.ContainsFunc(own, func(s string) bool { return strings.Contains(out, s) }) {
		t.Errorf("%s: nothing in the language that is wanted", name)
	}
	for _, lang := range languages {
		for _, s := range partsOf(wordsFor(lang)) {
			isOwn := slices.ContainsFunc(own, func(o string) bool { return strings.Contains(o, s) })
			if lang != want && !isOwn && strings.Contains(out, s) {
				t.Errorf("%s: %q is %v", name, s, lang)
			}
		}
	}
}

// partsOf returns the texts of a language, parted where something is put in.
// Parts of a few letters, which words of any language hold, are left out.
func partsOf(w words) (list []string) {
	for _, text := range w {
		for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '%' }) {
			part = squeeze(strings.TrimLeft(part, "sd"))
			if len(strings.Trim(part, " .:;,")) >= 9 {
				list = append(list, part)
			}
		}
	}
	return list
}

// squeeze takes out all blanks, since a page may break a line at any.
func squeeze(s string) string {
	return strings.Join(strings.Fields(s), "")
}

// TestAdviceInOneLanguage wants the advice in JSON in the language of the line.
func TestAdviceInOneLanguage(t *testing.T) {
	type row struct {
		Recipients []struct {
			Advice struct{ Title, Language string }
		}
	}
	for _, tt := range oneLanguageInputs[:5] {
		for i, lang := range languages {
			want := lang
			if !tt.isWhole && i >= 3 {
				want = language.English
			}
			out, _, _ := explain(t, tt.input, "-json", "-lang", lang.String())
			for _, r := range decode[row](t, out)[0].Recipients {
				if r.Advice.Language != want.String() || r.Advice.Title == "" {
					t.Errorf("%s, %v: got %q in %s", tt.name, lang, r.Advice.Title, r.Advice.Language)
				}
			}
		}
	}
	out, _, _ := explain(t, "", "-advice", codes.MailboxFull.String(), "-json", "-lang", "ja")
	if got := decode[struct{ Language string }](t, out)[0].Language; got != "ja" {
		t.Errorf("a reason: got %s", got)
	}
	out, _, _ = explain(t, "250 ok\n", "-responses", "-json", "-lang", "ja")
	if got := decode[struct{ Language string }](t, out)[0].Language; got != "" {
		t.Errorf("nothing to say: got %s", got)
	}
}

// TestWrapJapanese breaks lines between characters, since there are no blanks,
// but not before a full stop.
func TestWrapJapanese(t *testing.T) {
	p := &page{words: japanese}
	p.wrap("> ", "> ", strings.Repeat("あいうえおかきくけこさし（す）せ。", 20)+" example.com")
	for line := range strings.Lines(p.String()) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "> "))
		if n := columns(line); n > pageWidth || strings.HasPrefix(line, "。") || strings.HasPrefix(line, "）") || strings.HasSuffix(line, "（") {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	if got := strings.Count(p.String(), "\n"); got < 8 || got > 10 {
		t.Errorf("%d lines", got)
	}
}
