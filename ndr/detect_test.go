package ndr

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
)

// statusOf returns a recipient's group with an action and a status.
func statusOf(address, action, status string) string {
	return "Final-Recipient: rfc822; " + address + "\nAction: " + action + "\nStatus: " + status + "\n\n"
}

func TestKindOfStatus(t *testing.T) {
	failed, delayed := statusOf("a@example.com", "failed", "5.1.1"), statusOf("b@example.com", "delayed", "4.4.1")
	done, relayed := statusOf("c@example.com", "delivered", "2.0.0"), statusOf("d@example.com", "relayed", "2.1.9")
	tests := []struct {
		name, status string
		want         Kind
	}{
		{"failed", failed, Failure},
		{"delayed", delayed, Delay},
		{"delivered", done, Success},
		{"relayed", relayed, Success},
		{"expanded", statusOf("e@example.com", "expanded", "2.0.0"), Success},
		{"delayed and failed", delayed + failed, Failure},
		{"delivered and failed", done + failed, Failure},
		{"delivered and delayed", done + delayed, Delay},
		{"delayed and delivered", delayed + done, Delay},
		{"failed after retries, the last code of class 4", statusOf("a@example.com", "failed", "4.4.7"), Failure},
		{"a status alone, class 5", "Final-Recipient: rfc822; a@example.com\nStatus: 5.1.1\n\n", Failure},
		{"a status alone, class 4", "Final-Recipient: rfc822; a@example.com\nStatus: 4.4.1\n\n", Delay},
		{"a status alone, class 2", "Final-Recipient: rfc822; a@example.com\nStatus: 2.1.5\n\n", Success},
		{"nothing but a recipient", "Final-Recipient: rfc822; a@example.com\n\n", Failure},
	}
	for _, tt := range tests {
		rep := reportOf(t, reportWith(perMessage+tt.status))
		if rep.Kind != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, rep.Kind, tt.want)
		}
		if tt.want != Failure && rep.Err() != nil {
			t.Errorf("%s: got %v", tt.name, rep.Err())
		}
	}
}

// complaint returns an abuse report with fields in its machine-readable part.
func complaint(fields string) string {
	return "From: fbl@isp.example\nTo: abuse@example.org\nSubject: complaint\n" +
		"Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n" +
		"--b\n\nThis is an abuse report.\n--b\nContent-Type: message/feedback-report\n\n" + fields +
		"\n--b\nContent-Type: message/rfc822\n\nFrom: news@example.org\nTo: reader@isp.example\nSubject: News\nMessage-ID: <n1@example.org>\n\nNews.\n--b--\n"
}

func TestFeedback(t *testing.T) {
	rep := reportOf(t, complaint("Feedback-Type: Abuse\nUser-Agent: Loop/1.0\nVersion: 1\nSource-IP: 192.0.2.7\n"+
		"Original-Rcpt-To: <Reader@isp.example>\nRemoval-Recipient: other@isp.example\nReporting-MTA: dns; mx.isp.example\n"+
		"Original-Mail-From: <bounces@example.org>\n"))
	if rep.Kind != Feedback || rep.Feedback == nil {
		t.Fatalf("got kind %v, %+v", rep.Kind, rep.Feedback)
	}
	if c := rep.Feedback; c.Type != "abuse" || c.UserAgent != "Loop/1.0" || c.SourceIP != "192.0.2.7" || len(c.Fields) != 8 {
		t.Errorf("got %+v", c)
	}
	var got []string
	for i := range rep.Recipients {
		r := &rep.Recipients[i]
		got = append(got, r.Address)
		if r.Action != NoAction || r.Suppress || r.Permanent {
			t.Errorf("%s: got action %v, suppress %t, permanent %t", r.Address, r.Action, r.Suppress, r.Permanent)
		}
	}
	if want := []string{"reader@isp.example", "other@isp.example"}; !slices.Equal(got, want) {
		t.Errorf("recipients: got %v, want %v", got, want)
	}
	if rep.GeneratingServer != "mx.isp.example" || rep.Original.MessageID != "n1@example.org" || rep.Original.From != "news@example.org" {
		t.Errorf("got %q, %+v", rep.GeneratingServer, rep.Original)
	}
	if err := rep.Err(); err != nil {
		t.Errorf("a complaint is no failure: %v", err)
	}
}

func TestFeedbackWithoutRecipient(t *testing.T) {
	rep := reportOf(t, complaint("Feedback-Type: abuse\n"))
	if rep.Kind != Feedback || len(rep.Recipients) != 0 {
		t.Errorf("got %v, %+v", rep.Kind, rep.Recipients)
	}
	if slices.ContainsFunc(rep.Defects, func(d Defect) bool { return d.Kind == DefectNoRecipient }) {
		t.Error("a complaint need not name a recipient")
	}
}

// TestFeedbackOutlook reads a complaint of Outlook.com, which is no
// multipart/report.
func TestFeedbackOutlook(t *testing.T) {
	rep := reportOf(t, "From: staff@provider.example\nTo: abuse@example.org\nSubject: complaint about message from 192.0.2.7\n"+
		"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n"+
		"X-HmXmrOriginalRecipient: Reader@isp.example\nFrom: news@example.org\nMessage-ID: <n1@example.org>\n\nNews.\n--b--\n")
	if rep.Kind != Feedback || len(rep.Recipients) != 1 || rep.Recipients[0].Address != "reader@isp.example" {
		t.Errorf("got %v, %+v", rep.Kind, rep.Recipients)
	}
	if rep.Feedback == nil || rep.Feedback.Type != "abuse" || rep.Original.MessageID != "n1@example.org" {
		t.Errorf("got %+v, %+v", rep.Feedback, rep.Original)
	}
}

func TestDisposition(t *testing.T) {
	for _, typ := range []string{"message/disposition-notification", "message/global-disposition-notification"} {
		rep := reportOf(t, "From: alice@example.com\nTo: sender@example.org\nSubject: Read: Minutes\n"+
			"Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nYour message was displayed.\n"+
			"--b\nContent-Type: "+typ+"\n\nReporting-UA: pc.example.com; Mail 1.0\nFinal-Recipient: rfc822; alice@example.com\n"+
			"Original-Message-ID: <7@example.org>\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--b--\n")
		if rep.Kind != Disposition || len(rep.Recipients) != 0 || rep.Err() != nil {
			t.Errorf("%s: got %v, %+v", typ, rep.Kind, rep.Recipients)
		}
	}
}

// TestReplyKind tells mail that no report is.
func TestReplyKind(t *testing.T) {
	tests := []struct {
		name, header, text string
		want               Kind
	}{
		{"ordinary mail", "Subject: Lunch\n", "See you at noon.\n", Other},
		{"RFC 3834", "Subject: Re: Lunch\nAuto-Submitted: auto-replied\n", "I am away.\n", AutoReply},
		{"RFC 3834 with a parameter", "Subject: Re: Lunch\nAuto-Submitted: auto-replied; owner-email=\"a@example.com\"\n", "I am away.\n", AutoReply},
		{"RFC 5436", "Subject: Lunch\nAuto-Submitted: auto-notified\n", "New mail.\n", AutoReply},
		{"Auto-Submitted in capitals", "Subject: Re: Lunch\nAuto-Submitted: AUTO-REPLIED\n", "I am away.\n", AutoReply},
		{"auto-generated is no reply", "Subject: Backup finished\nAuto-Submitted: auto-generated\n", "All is well.\n", Other},
		{"Auto-Submitted: no", "Subject: Lunch\nAuto-Submitted: no\n", "See you.\n", Other},
		{"X-Autoreply", "Subject: Re: Lunch\nX-Autoreply: yes\n", "I am away.\n", AutoReply},
		{"X-Autorespond", "Subject: Re: Lunch\nX-Autorespond: 1\n", "I am away.\n", AutoReply},
		{"Precedence", "Subject: Re: Lunch\nPrecedence: auto_reply\n", "I am away.\n", AutoReply},
		{"Precedence: bulk", "Subject: News\nPrecedence: bulk\n", "News.\n", Other},
		{"English", "Subject: Out of Office: Lunch\n", "I am away.\n", AutoReply},
		{"English, Exchange", "Subject: Automatic reply: Lunch\n", "I am away.\n", AutoReply},
		{"German", "Subject: =?utf-8?q?Automatische_Antwort:_Mittagessen?=\n", "Ich bin weg.\n", AutoReply},
		{"Italian", "Subject: Risposta automatica: Pranzo\n", "Sono assente.\n", AutoReply},
		{"Swedish", "Subject: =?utf-8?q?Automatiskt_svar:_Lunch?=\n", "Jag är borta.\n", AutoReply},
		{"French, encoded", "Subject: =?iso-8859-1?q?R=E9ponse_automatique_:_D=E9jeuner?=\n", "Je suis absent.\n", AutoReply},
		{"Japanese, encoded", "Subject: =?utf-8?b?6Ieq5YuV5b+c562U?=\n", "不在です。\n", AutoReply},
		{"Danish", "Subject: Automatisk svar: Frokost\n", "Jeg er ude.\n", AutoReply},
		{"Finnish", "Subject: Automaattinen vastaus: Lounas\n", "Olen poissa.\n", AutoReply},
		{"away, of vacation(1)", "Subject: Urlaub Re: Lunch\nPrecedence: bulk\n", "Ich bin weg.\n", AutoReply},
		{"away, from nobody", "Return-Path: <>\nSubject: Semester\n", "Jag är borta.\n", AutoReply},
		{"away, a newsletter", "Subject: Holiday offers\nPrecedence: bulk\n", "Cheap flights.\n", Other},
		{"away, a letter", "Subject: Re: vacation\n", "When do you go?\n", Other},
		{"X-Autoreply-From", "Subject: Re: Lunch\nX-Autoreply-From: bob@example.com\n", "I am away.\n", AutoReply},
		{"challenge once", "Subject: Re: Lunch\nAuto-Submitted: auto-replied\n", "Please reply to this message to confirm that you wrote.\n", Challenge},
		{"challenge, held back", "Subject: Lunch\nAuto-Submitted: auto-replied\n", "Ihre E-Mail wurde zurückgehalten. Bitte bestätigen Sie: https://one.example/c\n", Challenge},
		{"new address, bulk", "Subject: Adreswijziging\nPrecedence: bulk\n", "Nieuw adres.\n", AutoReply},
		{"new address, a letter", "Subject: Adreswijziging\n", "Nieuw adres.\n", Other},
		{"help desk", "Subject: We have received your request\nAuto-Submitted: auto-generated\n", "Number 7.\n", AutoReply},
		{"help desk, a person", "Subject: We have received your request\n", "Number 7.\n", Other},
		{"filter's digest", "From: AntiSpam <filter@example.net>\nSubject: Spam digest\n", "Mail is being held. Click here to see it: https://example.net/x\n", Other},
		{"filter without a question", "From: AntiSpam <filter@example.net>\nSubject: News\n", "A new version.\n", Other},
		{"challenge by subject", "Subject: Please confirm your message\n", "Follow the link.\n", Challenge},
		{"challenge by text", "Subject: Re: Lunch\nAuto-Submitted: auto-replied\n",
			"Click the link below to have your message delivered.\n", Challenge},
		{"challenge of TMDA", "Subject: Re: Lunch\nX-TMDA-Fingerprint: abc\n", "Reply to this.\n", Challenge},
	}
	for _, tt := range tests {
		rep := reportOf(t, "From: alice@example.com\nTo: sender@example.org\n"+tt.header+"\n"+tt.text)
		if rep.Kind != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, rep.Kind, tt.want)
		}
		if len(rep.Recipients) != 0 || rep.Err() != nil || len(rep.Defects) != 0 {
			t.Errorf("%s: got %+v, %v, %v", tt.name, rep.Recipients, rep.Err(), rep.Defects)
		}
	}
}

// TestReportOverReply takes a report for a report whatever its header says: many
// systems mark their bounces as answered automatically.
func TestReportOverReply(t *testing.T) {
	for _, field := range []string{"Auto-Submitted: auto-replied\n", "X-Autoreply: yes\n", "Precedence: auto_reply\n", "X-Loop: a@example.com\n"} {
		checkReport(t, field+wholeReport)
	}
}

// TestOriginalNotReport does not take the returned message for the report: the
// newsletter that bounced may speak of bounces itself.
func TestOriginalNotReport(t *testing.T) {
	message := strings.Replace(wholeReport, "See you at noon.", "550 5.7.1 spam\n<bob@example.com>: host mx.example.com said: 550 5.2.2 over quota", 1)
	checkReport(t, message)
}

// TestRulesFirst tries the caller's rules before the tables.
func TestRulesFirst(t *testing.T) {
	rules, err := codes.NewRules([]codes.Rule{{Phrase: "no such user", Reason: codes.PolicyRejected}})
	if err != nil {
		t.Fatal(err)
	}
	rep, err := Parse(strings.NewReader(wholeReport), &Options{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	if r := rep.Recipients[0]; r.Reason != codes.PolicyRejected || r.Evidence.Kind != codes.EvidenceRule {
		t.Errorf("got %v by %+v", r.Reason, r.Evidence)
	}
}

// TestNotificationOfSES reads what Amazon SES tells through a topic that is
// delivered by mail.
func TestNotificationOfSES(t *testing.T) {
	const mail = `"mail":{"headers":[{"name":"Message-ID","value":"<n1@example.org>"},{"name":"From","value":"news@example.org"}]}`
	tests := []struct {
		name, notification string
		kind               Kind
		want               string // address action status reply remote
		server             string
	}{
		{"bounce", `{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","reportingMTA":"dns; a1.smtp.example.net","remoteMtaIp":"192.0.2.9",` +
			`"bouncedRecipients":[{"emailAddress":"Alice@example.com","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 no such user"}]},` + mail + `}`,
			Failure, "alice@example.com failed 5.1.1 550 192.0.2.9", "a1.smtp.example.net"},
		{"bounce as an event", `{"eventType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"alice@example.com","action":"failed","status":"5.1.1"}]},` + mail + `}`,
			Failure, "alice@example.com failed 5.1.1 0 ", ""},
		{"complaint", `{"notificationType":"Complaint","complaint":{"complaintFeedbackType":"abuse","userAgent":"Loop/1.0",` +
			`"complainedRecipients":[{"emailAddress":"alice@example.com"}]},` + mail + `}`,
			Feedback, "alice@example.com   0 ", ""},
		{"delay", `{"eventType":"DeliveryDelay","deliveryDelay":{"delayedRecipients":[{"emailAddress":"alice@example.com","status":"4.4.1"}],"reportingMTA":"a1.smtp.example.net"},` + mail + `}`,
			Delay, "alice@example.com delayed 4.4.1 0 ", "a1.smtp.example.net"},
		{"delivery", `{"notificationType":"Delivery","delivery":{"recipients":["alice@example.com"],"smtpResponse":"250 ok","reportingMTA":"a1.smtp.example.net"},` + mail + `}`,
			Success, "alice@example.com delivered  250 ", "a1.smtp.example.net"},
	}
	for _, tt := range tests {
		rep := reportOf(t, "From: no-reply@sns.example\nSubject: AWS Notification Message\n\n"+tt.notification+"\n\n--\nTo stop these, follow the link.\n")
		var got []string
		for _, r := range rep.Recipients {
			got = append(got, fmt.Sprintf("%s %s %s %d %s", r.Address, r.Action, r.Status, r.Reply, r.RemoteServer))
		}
		if rep.Kind != tt.kind || strings.Join(got, "; ") != tt.want || rep.GeneratingServer != tt.server {
			t.Errorf("%s: got %v of %q, %q", tt.name, rep.Kind, rep.GeneratingServer, got)
		}
		if rep.Original.MessageID != "n1@example.org" {
			t.Errorf("%s: got message id %q", tt.name, rep.Original.MessageID)
		}
		if tt.kind == Feedback && (rep.Feedback == nil || rep.Feedback.Type != "abuse" || rep.Feedback.UserAgent != "Loop/1.0") {
			t.Errorf("%s: got %+v", tt.name, rep.Feedback)
		}
	}
	for _, other := range []string{
		`{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"bounce"}`, `{"bounce":`, `{"bounce":7}`, `{"eventType":"Open","bounce":{}}`, `{}`, `{`,
	} {
		if rep := reportOf(t, "Subject: AWS Notification Message\n\n"+other+"\n"); rep.Kind != Other || len(rep.Recipients) != 0 {
			t.Errorf("%s: got %v, %+v", other, rep.Kind, rep.Recipients)
		}
	}
}
