package author

import (
	"testing"

	"example.com/ndr/headers"
)

// Parts of headers that several cases share.
const (
	daemon   = "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\n"
	kim      = "From: Kim Example <kim@example.com>\n"
	dsn      = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n"
	nullPath = "Return-Path: <>\n"
	returned = "Subject: Undelivered Mail Returned to Sender\n"
)

// authorCases have for each rule headers that it decides, and headers that are
// nearly so.
var authorCases = []struct {
	name, header string
	want         Author
	rule         string
}{
	{"Postfix", nullPath + daemon + returned + dsn, System, "daemon-sender"},
	{"without its envelope", daemon + returned, System, "daemon-sender"},
	{"sent on by a list", "Return-Path: <bounces+bncb@example.com>\nList-Id: <bounces.example.com>\n" + daemon, System, "daemon-sender"},
	{"empty From", "From: <>\n" + returned, System, "daemon-sender"},
	{"Exchange", "From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.com>\nThread-Index: AQH\n", System, "daemon-sender"},
	{"a provider that names its mail program", "Return-Path: <postmaster@qq.com>\nFrom: PostMaster@qq.com\nX-Mailer: QQMail 2.x\n", System, "daemon-sender"},
	{"a postmaster with that program", "Return-Path: <postmaster@example.net>\nFrom: PostMaster@example.net\nX-Mailer: QQMail 2.x\n" + returned, Person, "mail-program"},
	{"as long as Exchange", "From: kim.of.the.example.company.with.a.name.of.len.049@example.com\n", Unknown, ""},
	{"not Exchange", "Return-Path: <microsoftexchange-team@example.com>\nFrom: Team <microsoftexchange-team@example.com>\nUser-Agent: Mozilla Thunderbird\n", Person, "mail-program"},

	{"status report from an ordinary address", nullPath + "From: relay@example.net\n" + dsn, System, "report-from-null-path"},
	{"X-Failed-Recipients", nullPath + "From: relay@example.net\nX-Failed-Recipients: bob@example.com\n", System, "report-from-null-path"},
	{"X-MailerError", nullPath + "From: root@example.net\nX-MailerError: Message = [1.2.3] Server = [example.net]\n", System, "report-from-null-path"},
	{"responder with the type of a report", nullPath + kim + dsn + "X-Autoreply: yes\n", Responder, "responder-field"},

	{"complaint", "Return-Path: <kim@example.com>\n" + kim + "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n", System, "complaint-type"},

	{"Mailman", "From: talk-bounces@lists.example.org\nX-List-Administrivia: yes\n", List, "list-manager"},
	{"Majordomo", "From: majordomo@lists.example.org\n", List, "list-manager"},

	{"vacation by subject", nullPath + kim + "Subject: Automatic reply: Undeliverable parcels\n", Responder, "responder-field"},
	{"[request received]", nullPath + kim + "Subject: [Request received] Order\n", Responder, "responder-field"},
	{"on leave", nullPath + kim + "Subject: On leave until Monday\n", Responder, "responder-field"},
	{"ticket", "From: Support <support@example.net>\nSubject: [Ticket#20240514] Undelivered Mail Returned to Sender\nAuto-Submitted: auto-generated\n", Responder, "responder-field"},
	{"ticket of another help desk", kim + "Subject: [example.net #417] Order\nAuto-Submitted: auto-generated\n", Responder, "responder-field"},
	{"no ticket", kim + "Subject: [example.net #four] Order ] [\nAuto-Submitted: auto-generated\n", Unknown, ""},
	{"brackets", kim + "Subject: ] [ #1\n", Unknown, ""},
	{"ticket of a postmaster", "Return-Path: <postmaster@example.net>\nFrom: postmaster@example.net\nSubject: [Ticket#417] Order\nAuto-Submitted: auto-generated\n", Responder, "automatic-answer"},
	{"vacation program", kim + "X-Mailer: vacation 1.2\n", Responder, "responder-field"},
	{"Jira", nullPath + "From: Desk <desk@example.net>\nX-JIRA-FingerPrint: 1\nSubject: (HELP-1) Undelivered Mail\n", Responder, "responder-field"},

	{"Thunderbird", kim + "User-Agent: Mozilla Thunderbird\n", Person, "mail-program"},
	{"Apple Mail", kim + "Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3774\\))\n", Person, "mail-program"},
	{"Gmail", kim + "X-Gm-Message-State: AOJu0Y\n", Person, "mail-program"},
	{"Gmail by its identifier", kim + "Message-ID: <CAH+x@mail.gmail.com>\n", Person, "mail-program"},
	{"type of a report, from a mail program", "Return-Path: <kim@example.com>\n" + kim + dsn + "User-Agent: Mozilla Thunderbird\n", Person, "mail-program"},
	{"postmaster with a mail program", "From: Postmaster <postmaster@example.net>\nReturn-Path: <kim@example.net>\nX-Mailer: Apple Mail (2.3)\n", Person, "mail-program"},
	{"report of a postmaster that names a mail program", "Return-Path: <postmaster@example.net>\nFrom: postmaster@example.net\nX-Mailer: Lotus Notes Release 8\n" + dsn, System, "system-sender"},
	{"mail program on the null path", nullPath + kim + "User-Agent: Mozilla Thunderbird\n", Unknown, ""},

	{"answer", kim + "In-Reply-To: <1@example.net>\nSubject: Re: Undelivered Mail Returned to Sender\n", Person, "reply-thread"},
	{"answer by its references", kim + "References: <1@example.net>\nSubject: Re: Order\n", Person, "reply-thread"},
	{"answer in German", kim + "In-Reply-To: <1@example.net>\nSubject: AW: Undelivered Mail Returned to Sender\n", Person, "reply-thread"},
	{"answer without a mark", kim + "In-Reply-To: <1@example.net>\nSubject: Order\n", Person, "reply-thread"},
	{"answer from the null path", nullPath + kim + "In-Reply-To: <1@example.net>\nSubject: Re: Order\n", Unknown, ""},
	{"Outlook's thread", kim + "Thread-Index: AQH\nSubject: Undeliverable: x\n", Person, "reply-thread"},
	{"report that names what it answers", "From: 15550100@sms.example.net\nIn-Reply-To: <1@example.net>\nSubject: Undeliverable: x\n", Unknown, ""},
	{"list role in a thread", "From: talk-admin@example.org\nReferences: <1@example.net>\nSubject: You are not a member\n", List, "list-role"},

	{"forward", kim + "Subject: Fwd: Undelivered Mail Returned to Sender\n", Person, "forwarded-by-hand"},
	{"forward in German", kim + "Subject: WG: Undelivered Mail Returned to Sender\n", Person, "forwarded-by-hand"},

	{"forward through a service", kim + "Subject: Fwd: Undelivered Mail Returned to Sender\nList-Unsubscribe: <mailto:x@example.com>\n", Person, "forwarded-by-hand"},
	{"forward of a postmaster through a service", "Return-Path: <postmaster@example.net>\nFrom: postmaster@example.net\nSubject: Fwd: Undelivered Mail Returned to Sender\nList-Unsubscribe: <mailto:x@example.com>\n", Unknown, ""},
	{"forwarded by a program", kim + "Subject: Fwd: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-generated\n", Unknown, ""},
	{"forwarded by a list", kim + "Subject: Fwd: Undelivered Mail Returned to Sender\nList-Id: <talk.example.com>\n", Unknown, ""},
	{"signed by its provider", "From: kim@gmail.com\nDKIM-Signature: v=1; d=gmail.com; s=s; h=from; bh=x; b=x\n", Person, "mailbox-provider"},
	{"forward from the null path", nullPath + kim + "Subject: Fwd: Undelivered Mail Returned to Sender\n", Unknown, ""},
	{"signed by its provider, from the null path", nullPath + "From: kim@gmail.com\nDKIM-Signature: v=1; d=gmail.com; s=s; h=from; bh=x; b=x\n", Unknown, ""},
	{"signed by its own domain", kim + "DKIM-Signature: v=1; d=example.com; s=s; h=from; bh=x; b=x\n", Unknown, ""},
	{"signed by another", "From: kim@gmail.com\nDKIM-Signature: v=1; d=example.net; s=s; h=from; bh=x; b=x\n", Unknown, ""},

	{"postmaster", "From: postmaster@example.net\nSubject: x\n", System, "system-sender"},
	{"postmaster with a return path", "Return-Path: <postmaster@example.net>\nFrom: postmaster@example.net\n" + returned, System, "system-sender"},
	{"postmaster with the return path of a daemon", "Return-Path: <MAILER-DAEMON@example.net>\nFrom: postmaster@example.net\nSubject: x\n", System, "system-sender"},
	{"postmaster with the type of a report", "Return-Path: <postmaster@example.net>\nFrom: postmaster@example.net\nSubject: x\n" + dsn, System, "system-sender"},
	{"postmaster who is away", "Return-Path: <postmaster@example.net>\nFrom: postmaster@example.net\nSubject: Automatic reply: Undeliverable parcels\n", Unknown, ""},
	{"help desk of a postmaster", "Return-Path: <desk@example.net>\nFrom: postmaster-help@example.net\nSubject: Order\n", Unknown, ""},
	{"carrier", "From: post_master@vtext.example\nIn-Reply-To: <1@example.net>\nSubject: Re:Water level\n", System, "daemon-sender"},
	{"James", nullPath + "From: postmaster@example.net\nSubject: Re: Undelivered Mail\n", System, "system-sender"},
	{"postmaster who answers", "From: postmaster@example.net\nSubject: Re: Undelivered Mail\n", Unknown, ""},
	{"ticket from the null path", nullPath + "From: Desk <desk@example.net>\nSubject: [#417] Undelivered Mail Returned to Sender\n", Unknown, ""},

	{"SNS", "Return-Path: <0101@us-west-2.amazonses.com>\nFrom: no-reply@sns.amazonaws.com\nSubject: AWS Notification Message\n", System, "notification-service"},
	{"mailbox rule", "From: Desk Relay <relay@example.org>\nSubject: FW: Undeliverable: Course dates\nX-Auto-Forwarded: yes\n", System, "passed-on-by-rule"},
	{"mailbox rule for all mail", nullPath + "From: Desk Relay <relay@example.org>\nSubject: FW: Course dates\nX-Auto-Forwarded: yes\n", Unknown, ""},
	{"mailbox rule for an answer", nullPath + "From: relay@example.org\nSubject: AW: Undeliverable: Course dates\nX-Auto-Forwarded: yes\n", Unknown, ""},
	{"generated report with an envelope", "Return-Path: <relay@example.net>\nFrom: relay@example.net\n" + dsn + "Auto-Submitted: auto-generated\n", Unknown, ""},
	{"generated report without its envelope", "From: relay@example.net\n" + dsn + "Auto-Submitted: auto-generated\n", System, "report-without-path"},
	{"report type alone", "From: Kim <kim@example.com>\n" + dsn, Unknown, ""},
	{"no From", "To: kim@example.com\n" + dsn, System, "report-without-sender"},
	{"no From, and generated", "Return-Path: <kim@example.com>\n" + dsn + "Auto-Submitted: auto-replied\n", System, "report-without-sender"},
	{"null path and subject", nullPath + "From: SMTP relay <relay@example.net>\n" + returned, System, "null-path"},
	{"null path alone", nullPath + "From: Kim <kim@example.net>\nSubject: Order 8812\n", Unknown, ""},

	{"answered by a program", "From: kim@example.com\nAuto-Submitted: auto-replied\n", Responder, "automatic-answer"},

	{"own address with a name", "Return-Path: <kim@example.com>\n" + kim + "Subject: Returned mail\n", Person, "own-return-path"},
	{"own address without a name, reports", "Return-Path: <kim@example.com>\nFrom: kim@example.com\nSubject: Returned mail\n", Unknown, ""},
	{"own address without a name", "Return-Path: <kim@example.com>\nFrom: kim@example.com\nSubject: Order\n", Person, "own-return-path"},
	{"own address of a program", "Return-Path: <kim@example.com>\n" + kim + "Subject: Order\nAuto-Submitted: auto-generated\n", Unknown, ""},
	{"own address of a list role", "Return-Path: <talk-owner@example.org>\nFrom: Talk <talk-owner@example.org>\nSubject: Order\n", List, "list-role"},
	{"own address of nobody", "Return-Path: <no-reply@example.com>\nFrom: Shop <no-reply@example.com>\nSubject: Order\n", Unknown, ""},
	{"own address of a list", "Return-Path: <kim@example.com>\n" + kim + "List-Unsubscribe: <mailto:x@example.com>\nSubject: News\n", Unknown, ""},
	{"own address in bulk", "Return-Path: <kim@example.com>\n" + kim + "Precedence: bulk\nSubject: News\n", Unknown, ""},
	{"another return path", "Return-Path: <bounce-1@mailer.example>\n" + kim + "Subject: News\n", Unknown, ""},

	{"list role", "From: gardeners-owner@lists.example.org\nReturn-Path: <gardeners-bounces@lists.example.org>\nSubject: Order\n", List, "list-role"},
	{"a daemon in the name", "Return-Path: <kim@example.com>\nFrom: \"MAILER-DAEMON@example.net\" <kim@example.com>\n" + returned, Unknown, ""},
	{"two daemons in the name", "Return-Path: <kim@example.com>\nFrom: \"MAILER-DAEMON@example.net MAILER-DAEMON@example.org\" <kim@example.com> (x)\n" + returned, Unknown, ""},
	{"two senders", "From: MAILER-DAEMON@example.net, kim@example.com\n" + returned, Unknown, ""},
	{"a daemon and its name", "From: MAILER-DAEMON@example.net (kim@example.com)\n", System, "daemon-sender"},
	{"the mailbox of anybody", "Return-Path: <the.mailer-daemon@gmail.com>\nFrom: the.mailer-daemon@gmail.com\n" + returned, Unknown, ""},
	{"the daemon of a provider", "Return-Path: <mailer-daemon@gmail.com>\nFrom: mailer-daemon@gmail.com\n" + returned, System, "daemon-sender"},
	{"the postmaster of a provider", "Return-Path: <postmaster@gmx.de>\nFrom: postmaster@gmx.de\n" + returned, System, "system-sender"},
	{"a daemon of a provider", nullPath + "From: the.mailer-daemon@gmail.com\n" + returned, System, "daemon-sender"},
	{"a daemon of a provider that lost its path", "From: the.mailer-daemon@gmail.com\n" + returned, System, "daemon-sender"},
	{"two From fields", "From: MAILER-DAEMON@example.net\n" + kim + returned, Unknown, ""},
	{"nothing", "Subject: x\n", Unknown, ""},
}

func TestAuthor(t *testing.T) {
	decided := map[string]bool{}
	for _, c := range authorCases {
		h := headers.ParseHeader(c.header)
		got, rule := ReadHeader(&h).Author()
		if got != c.want || rule != c.rule {
			t.Errorf("%s: author %d by %q, want %d by %q", c.name, got, rule, c.want, c.rule)
		}
		decided[rule] = true
	}
	for _, r := range Rules {
		if !decided[r.Name] {
			t.Errorf("no row of authorCases is decided by the rule %q: add one", r.Name)
		}
	}
}

// TestScores weighs senders and return paths.
func TestScores(t *testing.T) {
	const daemon = "From: MAILER-DAEMON@mx.example.net\n"
	for header, want := range map[string][2]int{ // of the path, and of From
		daemon: {0, 3}, nullPath + daemon: {2, 2}, "Return-Path: <kim@example.com>\n" + daemon: {0, 2},
		"Return-Path: <kim@example.com>\nTo: kim@example.com\n" + daemon:                   {0, 3},
		"Return-Path: <kim@example.com>\nList-Id: <talk.example.com>\n" + daemon:           {0, 3},
		"Return-Path: <kim@example.com>\nList-Post: <mailto:talk@example.com>\n" + daemon:  {0, 3},
		"Return-Path: <kim>\nTo: kim@example.com\n" + daemon:                               {0, 2},
		"Return-Path: <MAILER-DAEMON@example.com>\nList-Id: <talk.example.com>\n" + daemon: {2, 2},
		"Return-Path: <the.mailer-daemon@gmail.com>\nFrom: the.mailer-daemon@gmail.com\n":  {0, 0},
		"From: <>\n": {0, 2}, "From: MAILER-DAEMON\n": {0, 3}, "From: kim\n": {0, 0}, "From: postmaster@example.net\n": {0, 2},
	} {
		h := headers.ParseHeader(header)
		if l := ReadHeader(&h); [2]int{l.PathScore, l.FromScore} != want {
			t.Errorf("%q: path %d, From %d, want %d", header, l.PathScore, l.FromScore, want)
		}
	}
}

func TestMayReport(t *testing.T) {
	for header, want := range map[string]bool{
		"Return-Path: <x@pocket.example>\nFrom: no-reply@pocket.example\nSubject: Mail\n": false,
		"Return-Path: <x@pocket.example>\nFrom: no-reply@pocket.example\n" + returned:     true,
		nullPath + "From: Pocket <no-reply@pocket.example>\nSubject: Mail\n":              false,
		nullPath + kim + "In-Reply-To: <1@example.net>\nSubject: Re: Undeliverable: x\n":  false,
		nullPath + kim + "Subject: Re: Undeliverable: x\n":                                true,
		"":                               true,
		"From: postmaster@example.net\n": true,
		kim + dsn:                        true,
		nullPath + "From: relay@example.net\n" + returned:             true,
		nullPath + "From: no-reply@pocket.example\nSubject: Mail\n":   true,
		"From: 15550100@sms.example.net\nSubject: Undeliverable: x\n": true,
		"Return-Path: <MAILER-DAEMON@example.net>\n" + kim:            true,
		kim + returned:                                        false,
		"From: kim@example.com\n" + returned:                  false,
		nullPath + kim + "Subject: Order\n":                   false,
		nullPath + "From: root@example.net\nSubject: daily\n": false,
	} {
		h := headers.ParseHeader(header)
		if got := ReadHeader(&h).MayReport(); got != want {
			t.Errorf("%q: %t", header, got)
		}
	}
}

// TestIsSure takes only a daemon and the type of a report for sure.
func TestIsSure(t *testing.T) {
	for header, want := range map[string]bool{daemon: true, kim + dsn: true, nullPath + kim + returned: false} {
		h := headers.ParseHeader(header)
		if got := ReadHeader(&h).IsSure(); got != want {
			t.Errorf("%q: %t", header, got)
		}
	}
}
