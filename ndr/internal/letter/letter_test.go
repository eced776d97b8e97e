package letter

import (
	"strings"
	"testing"
)

const report = "This is the mail system at host mx.example.net.\n\n<bob@example.com>: host mx.example.com said: 550 5.1.1 User unknown\n"

func TestFind(t *testing.T) {
	quote := func(s string) string {
		return "> " + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n> ") + "\n"
	}
	for _, c := range []struct{ name, letter, from, subject, first string }{
		{"pasted", "Hi, what is this?\n\n" + report, "", "", "Hi, what is this?"},
		{"quoted", "What is this?\n\nOn Tue, 14 May 2024, Mail Delivery System wrote:\n" + quote(report), "", "", "This is the mail system at host mx.example.net."},
		{"quoted twice", "FYI\n" + quote("see below\n"+quote(report)), "", "", "see below"},
		{"Gmail", "FYI\n\n---------- Forwarded message ---------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nDate: Tue, May 14, 2024 at 9:14 AM\nSubject: Returned\nTo: <kim@example.com>\n\n\n" + report,
			"Mail Delivery System <MAILER-DAEMON@mx.example.net>", "Returned", ""},
		{"Outlook in German", "siehe unten\n\nVon: Microsoft Outlook <postmaster@example.net>\nGesendet: Dienstag, 14. Mai 2024 09:14\nAn: Kim\nBetreff: Unzustellbar: x\n\n" + report,
			"Microsoft Outlook <postmaster@example.net>", "Unzustellbar: x", ""},
		{"Outlook, bold", "*From:* postmaster@example.net\n*Sent:* Tuesday\n*To:* Kim\n*Subject:* Undeliverable\n\n" + report, "postmaster@example.net", "Undeliverable", ""},
		{"full-width colons", "发件人：postmaster@example.net\n发送时间：2024年5月14日\n收件人：kim@example.com\n主题：退信\n\n" + report, "postmaster@example.net", "退信", ""},
		{"subject first", "Begin forwarded message:\n\nSubject: Returned\nFrom: MAILER-DAEMON@mx.example.net\nDate: 14 May 2024\nTo: kim@example.com\n\n" + report, "MAILER-DAEMON@mx.example.net", "Returned", ""},
		{"forwarded, quoted", "Begin forwarded message:\n\n" + quote("From: MAILER-DAEMON@mx.example.net\nDate: 14 May 2024\nTo: kim@example.com\nSubject: Returned\n\n"+report), "MAILER-DAEMON@mx.example.net", "Returned", ""},
		{"forwarded twice", "From: Lee <lee@example.com>\nDate: x\nTo: y\n\nsee below\n\nFrom: MAILER-DAEMON@mx.example.net\nDate: x\nTo: y\nSubject: Returned\n\n" + report, "MAILER-DAEMON@mx.example.net", "Returned", ""},
		{"header that the report returns", report + "\nReceived: from x by y\nFrom: kim@example.com\nTo: bob@example.com\nSubject: Minutes\nMessage-ID: <1@example.com>\n", "", "", "This is the mail system at host mx.example.net."},
		{"fields that the report returns", report + "\nFrom: kim@example.com\nTo: bob@example.com\nSubject: Minutes\n", "", "", "This is the mail system at host mx.example.net."},
		{"a line of blanks below the fields", "From: MAILER-DAEMON@mx.example.net\nDate: x\nTo: y\n  \nReason: z\n\n" + report, "MAILER-DAEMON@mx.example.net", "", "  "},
		{"name of two words", "보낸 사람: postmaster@example.net\n보낸 날짜: x\n제목: 반송\n\n" + report, "postmaster@example.net", "반송", ""},
		{"name with a hyphen", "From: postmaster@example.net\nReply-To: desk@example.net\nSubject: Returned\n\n" + report, "postmaster@example.net", "Returned", ""},
		{"folded field", "From: postmaster@example.net\nTo: kim@example.com,\n lee@example.com\nSubject: Returned\n\n" + report, "postmaster@example.net", "Returned", ""},
		{"colons of both widths", "发件人：postmaster@example.net\n收件人：kim@example.com\n主题：Re: x\n\n" + report, "postmaster@example.net", "Re: x", ""},
		{"full-width colon in a value", "From: postmaster@example.net\nTo: kim@example.com\nSubject: 退信：x\n\n" + report, "postmaster@example.net", "退信：x", ""},
		{"no blank line below", "From: postmaster@example.net\nTo: kim@example.com\nSubject: Returned\n" + report, "postmaster@example.net", "Returned", "This is the mail system at host mx.example.net."},
		{"a whole header", "From: kim@example.com\nTo: bob@example.com\nSubject: Minutes\nMessage-ID: <1@example.com>\n\n" + report, "", "", "From: kim@example.com"},
		{"times of day", "From: now on\n09:00: tea\n10:00: cake\n" + report, "", "", "From: now on"},
		{"one line with a mark", "Hi,\n> what is this?\n" + report, "", "", "Hi,"},
		{"transcript", "Hi,\n>>> RCPT To:<bob@example.com>\n>>> DATA\n" + report, "", "", "Hi,"},
		{"two fields alone", "From: now on\nTo: you\n" + report, "", "", "From: now on"},
	} {
		m := Find(strings.Split(c.letter, "\n"))
		if m.From != c.from || m.Subject != c.subject {
			t.Errorf("%s: from %q, subject %q", c.name, m.From, m.Subject)
		}
		if len(m.Lines) == 0 || m.Lines[0] != c.first {
			t.Errorf("%s: lines %q", c.name, m.Lines)
		}
		if text := strings.Join(m.Lines, "\n"); !strings.Contains(text, report) {
			t.Errorf("%s: the report is lost: %q", c.name, text)
		}
	}
}

func TestStart(t *testing.T) {
	const fields = "From: a@example.com\nTo: b@example.com\nSubject: x\n"
	for _, c := range []struct {
		name, letter string
		want         int
	}{
		{"nothing", "Hi,\nbye\n", -1},
		{"quoted", "Hi,\n> a\n> b\n", 1},
		{"forwarded", "Hi,\n\n" + fields + "\n" + report, 2},
		{"forwarded, then quoted", "Hi,\n" + fields + "\n> a\n> b\n", 1},
		{"quoted, then forwarded", "Hi,\n> a\n> b\n" + fields, 1},
	} {
		if got := Start(strings.Split(c.letter, "\n")); got != c.want {
			t.Errorf("%s: got line %d, want %d", c.name, got, c.want)
		}
	}
}

func TestFindHostile(t *testing.T) {
	for _, unit := range []string{">", "> >\n", "From: a\n", "From: a\nTo: b\nDate: c\n\n", ":", "：", "From\n"} {
		Find(strings.Split(strings.Repeat(unit, 100000/len(unit)), "\n"))
	}
	if m := Find(nil); m.Lines != nil {
		t.Errorf("got %+v", m)
	}
}
