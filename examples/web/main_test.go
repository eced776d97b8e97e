package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"golang.org/x/text/language"
)

const logLines = `Mar  5 10:00:00 mail postfix/smtp[123]: 4ABC: to=<alice@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1.2, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <alice@example.com>: User unknown (in reply to RCPT TO command))
Mar  5 10:00:00 mail postfix/qmgr[124]: 4ABC: removed
2024-03-05 10:00:00 1rhABC-000 ** bob@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<bob@example.com>: 552 5.2.2 mailbox full
Mar  5 10:00:01 mail sendmail[99]: 6xyz: to=<carl@example.net>, delay=00:00:01, mailer=esmtp, relay=mx.example.net. [192.0.2.2], dsn=4.7.1, stat=Deferred: 451 4.7.1 Greylisted, try again later
`

// testFile returns a message of the library's test data.
func testFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../testdata", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// bounce is a message of an mbox file, with a DATE to replace.
const bounce = `From MAILER-DAEMON Tue Mar  5 10:00:00 2024
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
Date: DATE
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; alice@DOMAIN.example
Action: failed
Status: STATUS
Diagnostic-Code: smtp; 550 STATUS no

--b--

`

// testMailbox returns an mbox file of 90 bounces over some days.
func testMailbox(t *testing.T) string {
	var box strings.Builder
	statuses := []string{"5.1.1", "5.2.2", "5.7.1", "5.1.1", "5.7.26", "5.3.4", "5.2.1", "5.4.4", "5.1.1", "5.4.6"}
	for i := range 90 {
		date := fmt.Sprintf("%d Mar 2024 10:00:00 +0000", 1+i*i%23)
		box.WriteString(strings.NewReplacer("DATE", date, "DOMAIN", fmt.Sprint("domain", i*i%7), "STATUS", statuses[i%10*i%10]).Replace(bounce))
	}
	return box.String()
}

// post sends a form, with report as its file or, if asText, as its text.
func post(t *testing.T, lang, report string, asText bool) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	fields := map[string]string{"lang": lang}
	name := "report.eml"
	if asText {
		fields["text"], report, name = report, "", ""
	}
	file, err := form.CreateFormFile("file", name) // a browser sends one without a name if none is chosen
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(file, report); err != nil {
		t.Fatal(err)
	}
	for name, value := range fields {
		if err := form.WriteField(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return serve(r)
}

func serve(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	newHandler().ServeHTTP(w, r)
	return w
}

func TestExplain(t *testing.T) {
	exchange := testFile(t, "exchange/online-new-remote.eml")
	_, body, _ := strings.Cut(testFile(t, "exchange/online-new-italian-text.eml"), "\n\n")
	tests := []struct {
		name, report string
		want         []string
	}{
		{"a report", exchange, []string{"The sender’s mail administrator must act", "The sending IP address is blocked.", "Refused here", "mx.<wbr>example.<wbr>net", "find and stop the spam", "may be mailed again", "order-2001@shop.example.com"}},
		{"the same in an mbox file", "From MAILER-DAEMON Tue Mar  5 10:00:00 2024\n" + exchange, []string{"The sender’s mail administrator must act"}},
		{"the text of a report", body, []string{"The sender’s mail administrator must act"}},
		{"a reply without a known meaning", "451 zzz qqq", []string{"<article", "Waiting here"}},
		{"a code without a known meaning", "dsn=5.0.0, stat=zzz qqq", []string{"<article", "5.0.0"}},
		{"words without a code", "the mailbox is full", []string{"The recipient must act"}},
		{"failed checks", testFile(t, "exchange/online-dmarc-html.eml"), []string{"DMARC failed", "publish one SPF record for shop.example.com", "<code>dmarc=fail for shop.example.com: policy"}},
		{"several recipients of one reason", testFile(t, "text/imail-reason-behind-list.eml"), []string{"3 recipients"}},
		{"several reasons", testFile(t, "exchange/2010-several.eml"), []string{"The sender must act", "The recipient must act"}},
		{"a delay", testFile(t, "dsn/postfix-delay.eml"), []string{"Not delivered yet", "Tried until"}},
		{"an unreachable server", testFile(t, "dsn/exim-delay.eml"), []string{"Could not be reached"}},
		{"a letter", testFile(t, "quiet/forwarded-bounce-inline.eml"), []string{"This is a letter", "The sender must act", "bell@tower.<wbr>example", "may be mailed again"}},
		{"an absence notice", testFile(t, "quiet/vacation-swedish.eml"), []string{"This is an automatic reply"}},
		{"ordinary mail", testFile(t, "quiet/ordinary-mail.eml"), []string{"This does not report a failed delivery"}},
		{"a letter about a code", "From: bob@example.org\nSubject: 550\n\nWhat does 550 5.1.1 user unknown mean?\n", []string{"This does not report a failed delivery"}},
		{"no mail at all", "\x00\x01\x02", []string{"This does not report a failed delivery"}},
		{"a reply", "550 5.1.1 <alice@example.com>: User unknown", []string{"The sender must act", "alice@example.<wbr>com", "stop mailing it"}},
		{"a reply of two lines", "550-5.2.2 The mailbox\r\n550 5.2.2 is full", []string{"The recipient must act", "The mailbox is full"}},
		{"a log", logLines, []string{"No such mailbox", "alice@example.<wbr>com", "bob@example.<wbr>com", "The mailbox is full", "Nobody has to act: wait", "Waiting here", "carl@example.<wbr>net"}},
	}
	for _, tt := range tests {
		for _, asText := range []bool{false, true} {
			w := post(t, "en", tt.report, asText)
			if w.Code != http.StatusOK {
				t.Errorf("%s: status %d", tt.name, w.Code)
			}
			for _, want := range tt.want {
				if !strings.Contains(w.Body.String(), want) {
					t.Errorf("%s, as text %v: %q is not on the page", tt.name, asText, want)
				}
			}
		}
	}
}

// TestLines wants one card a reply, and no refusal where a log tells of one try
// of several.
func TestLines(t *testing.T) {
	page := post(t, "en", logLines, true).Body.String()
	if n := strings.Count(post(t, "en", "550-5.2.2 The mailbox\r\n550 5.2.2 is full", true).Body.String(), "<article"); n != 1 {
		t.Errorf("a reply of two lines: %d cards", n)
	}
	if refused, cards := strings.Count(page, "Refused here"), strings.Count(page, "<article"); refused != 2 || cards != 3 {
		t.Errorf("%d refusals on %d cards", refused, cards)
	}
}

// TestScreenshot wants one card of the lines that somebody reads off a screen,
// about the one recipient that they name.
func TestScreenshot(t *testing.T) {
	page := post(t, "en", `Your message to bob@example.com couldn't be delivered.
bob wasn't found at example.com.
sender                Office 365             bob
Action Required                              Recipient
Unknown To address
Status code: 550 5.1.10
Error: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup`, true).Body.String()
	if strings.Count(page, "<article") != 1 || strings.Count(page, "bob@example.<wbr>com") != 1 || strings.Contains(page, "2 recipients") {
		t.Error(page)
	}
}

// TestGroups puts recipients onto one card where one explanation fits all.
func TestGroups(t *testing.T) {
	first := ndr.Recipient{Address: "a@example.com", Action: ndr.Failed, Reason: codes.MailboxFull, RemoteServer: "mx.example.com"}
	change := map[string]func(*ndr.Recipient){
		"address":  func(r *ndr.Recipient) { r.Address = "b@example.com" },
		"reason":   func(r *ndr.Recipient) { r.Reason = codes.UserUnknown },
		"action":   func(r *ndr.Recipient) { r.Action = ndr.Delayed },
		"server":   func(r *ndr.Recipient) { r.RemoteServer = "mx.example.net" },
		"suppress": func(r *ndr.Recipient) { r.Address, r.Suppress = "b@example.com", true },
	}
	for name, f := range change {
		second := first
		f(&second)
		want := 2
		if name == "address" {
			want = 1
		}
		o := explainReport(&ndr.Report{Recipients: ndr.Recipients{first, second}}, language.English)
		if len(o.Cards) != want {
			t.Errorf("another %s: %d cards", name, len(o.Cards))
		}
	}
}

// TestPasted takes no report that was pasted without its header for a letter.
func TestPasted(t *testing.T) {
	_, body, _ := strings.Cut(testFile(t, "exchange/online-new-italian-text.eml"), "\n\n")
	if strings.Contains(post(t, "en", body, true).Body.String(), "This is a letter") {
		t.Error("a text without a header is a letter")
	}
}

// TestRecipients shows no end of recipients, and says so.
func TestRecipients(t *testing.T) {
	var fields strings.Builder
	for i := range 150 {
		fmt.Fprintf(&fields, "Final-Recipient: rfc822; a%d@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx%d.example.com\n\n", i, i)
	}
	head, _, _ := strings.Cut(bounce, "Final-Recipient")
	page := post(t, "en", head+fields.String()+"--b--\n", true).Body.String()
	if n := strings.Count(page, "<article"); n != 100 || !strings.Contains(page, "recipients-limit") {
		t.Errorf("%d cards", n)
	}
}

// TestTestdata shows every message of the library, in each language by turns.
func TestTestdata(t *testing.T) {
	n := 0
	err := filepath.WalkDir("../../testdata", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".eml" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n++
		if w := post(t, languages[n%len(languages)].String(), string(data), false); w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
		return nil
	})
	if err != nil || n < 100 {
		t.Fatal(n, err)
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct{ url, accept, want string }{
		{"/", "", "en"},
		{"/", "sv-SE,sv;q=0.9,en;q=0.5", "sv"},
		{"/?lang=it", "sv", "it"},
		{"/?lang=?", "it-CH", "it"},
		{"/", "de", "en"},
	}
	for _, tt := range tests {
		r := httptest.NewRequest(http.MethodGet, tt.url, nil)
		r.Header.Set("Accept-Language", tt.accept)
		if page := serve(r).Body.String(); !strings.Contains(page, `<html lang="`+tt.want+`">`) {
			t.Errorf("%+v: got %.60q", tt, page)
		}
	}
	for lang, want := range map[string]string{"en": "The sender must act", "it": "Deve intervenire il mittente", "sv": "Avsändaren måste agera"} {
		page := post(t, lang, "550 5.1.1 <alice@example.com>: User unknown", true).Body.String()
		if !strings.Contains(page, want) || !strings.Contains(page, `<button form="input" name="lang" value="it"`) {
			t.Errorf("%s: %q, or a button to choose another language, is not on the page", lang, want)
		}
	}
}

// TestHostile sends markup wherever a report can hold text.
func TestHostile(t *testing.T) {
	evil := `"><script>alert(1)</script><img src=x onerror=alert(1)>{{.}}`
	report := "From: MAILER-DAEMON@mx.example.net\nTo: \"" + evil + "\" <a@example.org>\nSubject: Undelivered Mail " + evil + "\n" +
		"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n" + evil + "\n" +
		"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; " + evil + "\n\n" +
		"Final-Recipient: rfc822; " + evil + "@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; " + evil + "\nDiagnostic-Code: smtp; 550 5.1.1 " + evil + "\n\n" +
		"--b\nContent-Type: text/rfc822-headers\n\nFrom: " + evil + "\nSubject: " + evil + "\nMessage-ID: <" + evil + "@example.org>\n\n--b--\n"
	box := "From x Tue Mar  5 10:00:00 2024\n" + report + "\n"
	for _, input := range []string{report, "550 5.1.1 <a@example.com> " + evil, "</textarea>" + evil, box + box} {
		page := post(t, "en", input, true).Body.String()
		if !strings.Contains(page, "&lt;script&gt;") || strings.Contains(page, "<script>") || strings.Contains(page, "<img") || strings.Count(page, "</textarea>") != 1 {
			t.Errorf("markup came through: %q in\n%s", input, page)
		}
	}
}

// TestPolicy wants nothing inline and nothing from elsewhere.
func TestPolicy(t *testing.T) {
	inline := regexp.MustCompile(`(?i)<style|<script>|<script [^>]*>[^<]| style=| on[a-z]+=|(?:src|href)="(?:https?:)?//`)
	for _, r := range []*http.Request{
		httptest.NewRequest(http.MethodGet, "/", nil),
		httptest.NewRequest(http.MethodGet, "/static/style.css", nil),
		httptest.NewRequest(http.MethodGet, "/static/drop.js", nil),
		httptest.NewRequest(http.MethodGet, "/nothing", nil),
	} {
		w := serve(r)
		csp := w.Header().Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'none'; style-src 'self'; script-src 'self';") || strings.Contains(csp, "unsafe") || w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", r.URL, w.Header())
		}
		if found := inline.FindString(w.Body.String()); found != "" {
			t.Errorf("%s: %q", r.URL, found)
		}
	}
}

func TestLimits(t *testing.T) {
	long := "From: a@example.org\n\n" + strings.Repeat("text\n", maxUpload/5)
	if w := post(t, "it", long, false); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "32 MB") {
		t.Errorf("a file that is too large: status %d", w.Code)
	}
	if w := post(t, "it", " \n", true); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `role="alert"`) || !strings.Contains(w.Body.String(), `<html lang="it">`) {
		t.Errorf("nothing: status %d", w.Code)
	}
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader("text"))
	r.Header.Set("Content-Type", "multipart/form-data; boundary=b")
	if w := serve(r); w.Code != http.StatusBadRequest {
		t.Errorf("a broken form: status %d", w.Code)
	}
	// What is too long or no text is not given back in the form.
	for _, report := range []string{"550 5.1.1 user unknown " + strings.Repeat("x", maxKept), "550 5.1.1 \xff user unknown"} {
		if page := post(t, "en", report, false).Body.String(); !strings.Contains(page, "The sender must act") || !strings.Contains(page, `rows="10" spellcheck="false" autocapitalize="off">`+"\n</textarea>") {
			t.Errorf("%.30q: no answer, or a text in the form", report)
		}
	}
}

func TestChart(t *testing.T) {
	w := post(t, "en", testMailbox(t), false)
	for _, want := range []string{"90 failures in 90 messages", "2024-03-01", "domain1.example", "No such mailbox"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	c := newChart(mailbox([]byte(testMailbox(t))), language.English)
	for i, bars := range [][]*bar{c.Reasons, c.Domains, c.Times} {
		total := 0
		for _, b := range bars {
			total += b.Parts[0]
			if !slices.IsSortedFunc(b.Parts[:], func(a, b int) int { return b - a }) {
				t.Errorf("%d: %s: a part is longer than the one under it: %v", i, b.Label, b.Parts)
			}
		}
		if total != 90 {
			t.Errorf("%d: %d failures", i, total)
		}
	}
}

// TestMany draws no end of domains, and gives the rarer reasons one colour.
func TestMany(t *testing.T) {
	statuses := []string{"5.1.1", "5.2.2", "5.3.4", "5.4.6", "5.7.26", "5.2.1", "5.4.4", "5.1.8"}
	var box strings.Builder
	for i := range 24 {
		box.WriteString(strings.NewReplacer("DOMAIN", fmt.Sprint("domain", i), "STATUS", statuses[i%len(statuses)]).Replace(bounce))
	}
	if n := strings.Count(post(t, "en", box.String(), false).Body.String(), "<bdi>domain"); n != 12 {
		t.Errorf("%d domains", n)
	}
	reasons := newChart(mailbox([]byte(box.String())), language.English).Reasons
	if len(reasons) <= topRank+1 {
		t.Fatalf("%d reasons", len(reasons))
	}
	for i, b := range reasons {
		rank := max(0, topRank-i)
		if b.Parts[rank] != b.Parts[0] || rank < topRank && b.Parts[rank+1] != 0 {
			t.Errorf("the parts of the reason with rank %d are %v", rank, b.Parts)
		}
	}
}

func TestTimes(t *testing.T) {
	dates := func(years ...string) string {
		box := ""
		for _, date := range years {
			box += strings.ReplaceAll(bounce, "DATE", date)
		}
		return box
	}
	tests := []struct {
		name, box   string
		columns     int
		first, last string
	}{
		{"days, one of them without a failure", dates("1 Mar 2024 10:00:00 +0000", "3 Mar 2024 9:00:00 +0000"), 3, "2024-03-01", "2024-03-03"},
		{"months", dates("31 Dec 2023 23:00:00 -0500", "31 Mar 2024 10:00:00 +0000", "1 Jan 2024 10:00:00 +0000"), 3, "2024-01", "2024-03"},
		{"a wrong clock", dates("yesterday", "1 Mar 2024 10:00:00 +0000", "1 Mar 1904 10:00:00 +0000", "1 Mar 9999 10:00:00 +0000"), 1, "2024-03-01", "2024-03-01"},
		{"no dates", dates("yesterday", "tomorrow"), 0, "", ""},
	}
	for _, tt := range tests {
		times := newChart(mailbox([]byte(tt.box)), language.English).Times
		if len(times) != tt.columns {
			t.Errorf("%s: %d columns", tt.name, len(times))
		} else if n := len(times); n > 0 && (times[0].Label != tt.first || times[n-1].Label != tt.last || times[0].Parts[0] == 0 || times[n-1].Parts[0] == 0) {
			t.Errorf("%s: %v", tt.name, times)
		}
	}
}

func TestWay(t *testing.T) {
	const host = "mx.example.net"
	tests := []struct {
		name      string
		recipient ndr.Recipient
		report    ndr.Report
		want      string // the states, and a star where who must act stands
		names     string // of the sender, the sending service and the receiving server
	}{
		{"refused by another server", ndr.Recipient{RemoteServer: host, Reason: codes.UserUnknown, Owner: codes.OwnerSender}, ndr.Report{GeneratingServer: "mail.example.org"}, "*sent passed refused beyond", " mail.example.org mx.example.net"},
		{"refused by the recipient's server itself", ndr.Recipient{Address: "a@example.net", Owner: codes.OwnerRecipientAdmin}, ndr.Report{GeneratingServer: host}, "sent passed *refused beyond", "  mx.example.net"},
		{"refused by the sender's server itself", ndr.Recipient{Address: "a@example.com", Owner: codes.OwnerService}, ndr.Report{GeneratingServer: host, Original: ndr.Original{From: "b@example.net"}}, "sent *refused beyond beyond", "b@example.net mx.example.net "},
		{"about the recipient, by a server of neither", ndr.Recipient{Address: "a@example.com", Scope: codes.ScopeAddress, Owner: codes.OwnerRecipient}, ndr.Report{GeneratingServer: host}, "sent passed refused *beyond", "  mx.example.net"},
		{"about the sender, by a server of neither", ndr.Recipient{Address: "a@example.com", Scope: codes.ScopeSender, Owner: codes.OwnerSenderAdmin}, ndr.Report{GeneratingServer: host}, "sent *refused beyond beyond", " mx.example.net "},
		{"about the message, by a server of neither", ndr.Recipient{Address: "a@example.com", Scope: codes.ScopeMessage, Owner: codes.OwnerSender}, ndr.Report{GeneratingServer: host}, "*   ", " mx.example.net "},
		{"a reply alone", ndr.Recipient{Reply: 550, Owner: codes.OwnerSender}, ndr.Report{}, "*sent passed refused beyond", "  "},
		{"nothing known", ndr.Recipient{}, ndr.Report{}, "   ", "  "},
		{"sent by whom the report went to", ndr.Recipient{RemoteServer: host}, ndr.Report{Header: headers.ParseHeader("To: C <c@example.org>\n")}, "sent passed refused beyond", "c@example.org  mx.example.net"},
		{"no route", ndr.Recipient{Address: "a@example.com", Reason: codes.HostUnknown, Owner: codes.OwnerSender}, ndr.Report{GeneratingServer: "mail.example.com"}, "*sent passed unreachable beyond", " mail.example.com "},
		{"a delay", ndr.Recipient{RemoteServer: host, Action: ndr.Delayed, Owner: codes.OwnerNobody}, ndr.Report{}, "sent passed waiting beyond", "  mx.example.net"},
	}
	for _, tt := range tests {
		var got []string
		way := newWay(&tt.recipient, &tt.report)
		if names := way[sender].Name + " " + way[service].Name + " " + way[server].Name; names != tt.names {
			t.Errorf("%s: got %q, want %q", tt.name, names, tt.names)
		}
		for _, s := range way {
			state := strings.TrimPrefix(s.State, "state.")
			if s.Acts {
				state = "*" + state
			}
			got = append(got, state)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestWords wants every word in every language, and each one used.
func TestWords(t *testing.T) {
	var used strings.Builder
	for _, name := range []string{"page.html", "main.go", "explain.go"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		used.Write(data)
	}
	for owner := codes.OwnerUnknown; owner <= codes.OwnerNobody; owner++ {
		fmt.Fprintf(&used, "%q", "owner."+owner.String())
	}
	for kind := ndr.Other; kind <= ndr.Challenge; kind++ {
		fmt.Fprintf(&used, "%q", "kind."+kind.String())
	}
	for _, s := range newWay(&ndr.Recipient{}, &ndr.Report{}) {
		fmt.Fprintf(&used, "%q", "role."+s.Role)
	}
	for key, texts := range dictionary {
		if len(texts) != len(languages) {
			t.Errorf("%s: %d languages", key, len(texts))
			continue
		}
		for _, text := range texts {
			if text == "" || strings.Count(text, "%d") != strings.Count(texts[language.English], "%d") {
				t.Errorf("%s: %q", key, text)
			}
		}
		if !strings.Contains(used.String(), `"`+key+`"`) {
			t.Errorf("%s is not used", key)
		}
	}
	for _, key := range regexp.MustCompile(`"(?:owner|kind|role|state)\.[a-z-]*"`).FindAllString(used.String(), -1) {
		if _, ok := dictionary[strings.Trim(key, `"`)]; !ok && key != `"owner."` && key != `"kind."` && key != `"role."` && key != `"state."` {
			t.Errorf("no words for %s", key)
		}
	}
}
