package main

import (
	"slices"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

const (
	postfix  = "Nov 29 05:00:00 mail postfix/smtp[123]: 4ABC0: "
	sendmail = "Nov 29 05:00:00 mail sm-mta[123]: 3AT5001: to=<bob@example.com>, ctladdr=<s@example.org> (1000/1000), delay=00:00:01, mailer=esmtp, pri=120345, "
	exim     = "2024-03-05 10:00:00 1rhABC-000123-4D "
	tracking = "2024-03-05T10:00:00.123Z,192.0.2.5,mail,192.0.2.7,mail.example.org,08DC,,"
)

var logLines = []struct {
	name, line string
	reply      string // what is left
	host, to   string
	from       string
	stage      codes.Stage
	status     string
	outcome    deliveryOutcome
}{
	{name: "a reply", line: "550 5.1.1 <bob@example.com>... User unknown", reply: "550 5.1.1 <bob@example.com>... User unknown"},
	{name: "a reply without a code", line: "mailbox full", reply: "mailbox full"},
	{name: "an entry of another log", line: "Nov 29 05:00:00 mail filter[7]: refused with 5.7.1", reply: "Nov 29 05:00:00 mail filter[7]: refused with 5.7.1"},
	{name: "an entry of another log, with a reply", line: "Nov 29 05:00:00 mail filter[7]: said 550 no", reply: "Nov 29 05:00:00 mail filter[7]: said 550 no"},
	{name: "a reply that speaks of hosts", line: "554 5.7.1 <client.example[192.0.2.9]>: Client host rejected: cannot find your hostname",
		reply: "554 5.7.1 <client.example[192.0.2.9]>: Client host rejected: cannot find your hostname"},
	{name: "host said", line: "host mx.example.com said: 550 5.1.1 User unknown", reply: "550 5.1.1 User unknown", host: "mx.example.com"},
	{name: "host and address said", line: "host MX.example.com[192.0.2.1] said: 550 User unknown (in reply to RCPT TO command)",
		reply: "550 User unknown (in reply to RCPT TO command)", host: "mx.example.com"},
	{name: "Postfix, cut at the front", line: "Nov 29 05:00:00 mail postfix/error[1]: ABC: delivery temporarily suspended (host mx.example.com[192.0.2.1] said: 421 4.7.0 try again",
		reply: "421 4.7.0 try again", host: "mx.example.com"},

	{name: "Postfix, bounced", line: postfix + "to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1.2, delays=0.1/0/1/0.1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <bob@example.com>: User unknown (in reply to RCPT TO command))",
		reply: "550 5.1.1 <bob@example.com>: User unknown (in reply to RCPT TO command)", host: "mx.example.com", to: "bob@example.com", status: "5.1.1", outcome: refused},
	{name: "Postfix, what follows the time", line: "to=<a@b.example>, relay=relay.example.org[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 no)",
		reply: "550 no", host: "mx.example.com", to: "a@b.example", status: "5.1.1", outcome: refused},
	{name: "Postfix, soft_bounce", line: postfix + "to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1.2, dsn=5.1.1, status=SOFTBOUNCE (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)",
		reply: "550 5.1.1 User unknown", host: "mx.example.com", to: "bob@example.com", status: "5.1.1", outcome: deferred},
	{name: "Postfix, not reached", line: postfix + "to=<bob@example.com>, orig_to=<b@example.org>, relay=none, delay=1.2, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.1]:25: Connection timed out)",
		reply: "Connection timed out", host: "mx.example.com", to: "bob@example.com", status: "4.4.1", outcome: deferred},
	{name: "Postfix, sent", line: postfix + "to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9XYZ)",
		reply: "250 2.0.0 Ok: queued as 9XYZ", host: "mx.example.com", to: "bob@example.com", status: "2.0.0", outcome: accepted},
	{name: "Postfix, a mailbox here", line: postfix + "to=<bob@example.com>, relay=local, delay=1, dsn=5.2.2, status=bounced (maildir over quota)",
		reply: "maildir over quota", to: "bob@example.com", status: "5.2.2", outcome: refused},
	{name: "Postfix, without status codes", line: postfix + "to=<bob@example.com>, relay=none, delay=1, status=bounced (mail for example.com loops back to myself)",
		reply: "mail for example.com loops back to myself", to: "bob@example.com", outcome: refused},
	{name: "Postfix, client refused", line: "Nov 29 05:00:00 mail postfix/smtpd[9]: NOQUEUE: reject: RCPT from client.example[192.0.2.9]: 550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown; from=<s@example.org> to=<bob@example.com> proto=ESMTP helo=<client.example>",
		reply: "550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown", to: "bob@example.com", from: "s@example.org", stage: codes.StageRcpt, outcome: refused},
	{name: "Postfix, milter", line: "Nov 29 05:00:00 mail postfix/cleanup[9]: 4ABC0: milter-reject: END-OF-MESSAGE from client.example[192.0.2.9]: 550 5.7.1 Spam; from=<s@example.org> to=<bob@example.com> proto=ESMTP",
		reply: "550 5.7.1 Spam", to: "bob@example.com", from: "s@example.org", stage: codes.StageEndOfData, outcome: refused},

	{name: "Sendmail", line: sendmail + "relay=mx.example.com. [192.0.2.1], dsn=5.1.1, stat=User unknown",
		reply: "User unknown", host: "mx.example.com", to: "bob@example.com", status: "5.1.1"},
	{name: "Sendmail, with the reply", line: sendmail + "relay=mx.example.com. [192.0.2.1], dsn=5.7.1, reply=550 5.7.1 <bob@example.com>... Access denied, stat=Service unavailable",
		reply: "550 5.7.1 <bob@example.com>... Access denied", host: "mx.example.com", to: "bob@example.com", status: "5.7.1"},
	{name: "Sendmail, deferred", line: sendmail + "relay=mx.example.com. [192.0.2.1], dsn=4.0.0, stat=Deferred: Connection timed out with mx.example.com.",
		reply: "Deferred: Connection timed out with mx.example.com.", host: "mx.example.com", to: "bob@example.com", status: "4.0.0", outcome: deferred},
	{name: "Sendmail, sent", line: sendmail + "relay=mx.example.com. [192.0.2.1], dsn=2.0.0, stat=Sent (ok queued as 1)",
		reply: "Sent (ok queued as 1)", host: "mx.example.com", to: "bob@example.com", status: "2.0.0", outcome: accepted},
	{name: "Sendmail, several", line: "Nov 29 05:00:00 mail sendmail[1]: q: to=<a@example.com>,<b@example.com>, delay=0, relay=mx.example.com. [192.0.2.1], dsn=5.0.0, stat=Service unavailable",
		reply: "Service unavailable", host: "mx.example.com", status: "5.0.0"},

	{name: "Exim, refused", line: exim + "** bob@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: SMTP error from remote mail server after RCPT TO:<bob@example.com>: 550 5.1.1 User unknown",
		reply: "550 5.1.1 User unknown", host: "mx.example.com", to: "bob@example.com", stage: codes.StageRcpt, outcome: refused},
	{name: "Exim, before 4.83", line: exim + "** bob@example.com R=dnslookup T=remote_smtp: SMTP error from remote mailer after initial connection: host mx.example.com [192.0.2.1]: 554 5.7.1 blocked",
		reply: "554 5.7.1 blocked", host: "mx.example.com", to: "bob@example.com", stage: codes.StageConnect, outcome: refused},
	{name: "Exim, put off", line: exim + "== bob@example.com R=dnslookup T=remote_smtp defer (-44) H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after end of data: 451 4.7.1 Greylisted",
		reply: "451 4.7.1 Greylisted", host: "mx.example.com", to: "bob@example.com", stage: codes.StageEndOfData, outcome: deferred},
	{name: "Exim, no route", line: exim + "** bob@example.com: Unrouteable address", reply: "Unrouteable address", to: "bob@example.com", outcome: refused},
	{name: "Exim, an alias", line: exim + "** bob <bob@example.com> R=dnslookup: all relevant MX records point to non-existent hosts",
		reply: "all relevant MX records point to non-existent hosts", to: "bob@example.com", outcome: refused},
	{name: "Exim, delivered", line: exim + `=> bob@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1] C="250 2.0.0 OK"`,
		reply: "250 2.0.0 OK", host: "mx.example.com", to: "bob@example.com", outcome: accepted},
	{name: "Exim, client refused", line: "2024-03-05 10:00:00 H=client.example [192.0.2.9] F=<s@example.org> rejected RCPT <bob@example.com>: relay not permitted",
		reply: "relay not permitted", to: "bob@example.com", from: "s@example.org", stage: codes.StageRcpt},

	{name: "Exchange, by another server", line: tracking + `SMTP,FAIL,12345,<1@example.org>,f0f0-1,bob@example.com,"[{LED=550 5.1.10 Recipient bob@example.com not found};{MSG=};{FQDN=mx.example.com};{IP=192.0.2.1};{LRT=3/5/2024 10:00:00 AM}]",5000,1,,,Subject,s@example.org,s@example.org`,
		reply: "550 5.1.10 Recipient bob@example.com not found", host: "mx.example.com", to: "bob@example.com", outcome: refused},
	{name: "Exchange 2010", line: tracking + "ROUTING,FAIL,12345,<1@example.org>,bob@example.com,'550 5.4.310 DNS domain nx.example does not exist',5000,1,,,Subject,s@example.org,s@example.org",
		reply: "550 5.4.310 DNS domain nx.example does not exist", to: "bob@example.com", outcome: refused},
	{name: "Exchange, several", line: tracking + "SMTP,DEFER,12345,<1@example.org>,f0f0-1,a@example.com;b@example.com,'451 4.7.0 later';'451 4.7.0 later',5000,2,,,Subject,s@example.org,s@example.org",
		reply: "451 4.7.0 later';'451 4.7.0 later", outcome: deferred},
}

func TestLogLines(t *testing.T) {
	for _, tt := range logLines {
		got, ok := readLogLine(tt.line)
		want := logLine{reply: tt.reply, attempt: ndr.Attempt{Host: tt.host, Recipient: tt.to, Sender: tt.from, Stage: tt.stage}, outcome: tt.outcome}
		if tt.status != "" {
			want.status = codes.MustParseStatus(tt.status)
		}
		if !ok || got != want {
			t.Errorf("%s:\ngot  %+v, %v\nwant %+v", tt.name, got, ok, want)
		}
	}
}

// TestLogFormatsUsed wants a line for every format, and its mark in that.
func TestLogFormatsUsed(t *testing.T) {
	for _, f := range append(slices.Clone(logFormats()), saidFormats()...) {
		used := false
		for _, tt := range logLines {
			l := logLine{reply: tt.line}
			for _, formats := range [][]logFormat{logFormats(), saidFormats(), saidFormats()} {
				matches := f.line.MatchString(l.reply)
				if used = used || matches; matches && !strings.Contains(l.reply, f.mark) {
					t.Errorf("%q is not in %q", f.mark, l.reply)
				}
				l.read(formats)
			}
		}
		if !used {
			t.Errorf("no line is written as %s", f.line)
		}
	}
}

// TestReplyIsNoLog takes what a server says for no entry of the log.
func TestReplyIsNoLog(t *testing.T) {
	l, _ := readLogLine(postfix + "to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.7.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.7.1 no, to=<eve@example.com>, status=sent (ok))")
	if l.attempt.Recipient != "bob@example.com" || l.outcome != refused || !strings.HasPrefix(l.reply, "550 5.7.1 no, to=") {
		t.Errorf("got %+v", l)
	}
}

// TestOtherEntries passes what a log tells besides deliveries.
func TestOtherEntries(t *testing.T) {
	for _, line := range []string{
		"Nov 29 05:00:00 mail postfix/qmgr[1]: 4ABC0: removed",
		"2026-11-29T05:00:00.123456+01:00 mail postfix/smtpd[1]: connect from client.example[192.0.2.9]",
		exim + "Completed",
		"#Fields: date-time,client-ip,client-hostname",
	} {
		if l, ok := readLogLine(line); ok {
			t.Errorf("%q is read as %+v", line, l)
		}
	}
	out, errs, exit := explain(t, postfix+"removed\n550 5.1.1 no such user\n", "-responses")
	if exit != 0 || !strings.HasPrefix(out, "> 550 ") || errs != "explain: lines of a log that tell of no delivery: 1\n" {
		t.Errorf("exit %d, %q, %q", exit, out, errs)
	}
	out, errs, _ = explain(t, postfix+"removed\n550 5.1.1 no such user\n", "-responses", "-json")
	if rows := decode[map[string]any](t, out); len(rows) != 2 || rows[0]["reason"] != "unknown" || rows[0]["title"] != "" || errs != "" {
		t.Errorf("-json: %s, %q", out, errs)
	}
}
