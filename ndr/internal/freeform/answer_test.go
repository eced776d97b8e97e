package freeform

import (
	"reflect"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/reply"
)

func TestLeadingStatus(t *testing.T) {
	for line, want := range map[string]codes.Status{
		"4.1.0 - Unknown address error 421-'too many'": codes.MustParseStatus("4.1.0"),
		"421 too many 4.1.0":                           {},
		"4.1.0 see\n421 too many":                      {},
		"error 421 too many":                           {},
	} {
		if got := leadingStatus(line, reply.ReplyIn(line)); got != want {
			t.Errorf("%s: %v, want %v", line, got, want)
		}
	}
}

func TestAnswerIn(t *testing.T) {
	x := &explainer{TextView: &TextView{}}
	for text, want := range map[string]answer{
		"said: 550 5.1.1 unknown":                     {response: "550 5.1.1 unknown", replied: true},
		"5.1.1 unknown":                               {response: "5.1.1 unknown", replied: true},
		"went away":                                   {response: "went away"},
		"connect to mx.one.example: timed out":        {response: "connect to mx.one.example: timed out", remote: "mx.one.example"},
		"421 try later (host mx.one.example)":         {response: "421 try later (host mx.one.example)", signed: "mx.one.example", replied: true},
		"4.1.0 - error 421-'too many'":                {response: "421-'too many'", status: codes.MustParseStatus("4.1.0"), replied: true},
		"The following recipients were not reached":   {},
		"The following recipients: mailbox full":      {response: "The following recipients: mailbox full"},
		"The following recipients: 550 5.1.1 unknown": {response: "550 5.1.1 unknown", replied: true},
		"": {},
	} {
		want.said = []string{text}
		want.text = reply.Join(want.said)
		if got := x.answerIn(want.said); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

func TestStageOfRefusal(t *testing.T) {
	for before, want := range map[string]codes.Stage{
		"MAIL FROM: ":                            codes.StageMail,
		"MAIL FROM:":                             codes.StageMail,
		"it said to RCPT: ":                      codes.StageRcpt,
		"RCPT TO failed: ":                       codes.StageRcpt,
		"DATA refused: ":                         codes.StageData,
		"STARTTLS rejected: ":                    codes.StageStartTLS,
		"smtp: EHLO mx.example.net: ":            codes.StageHELO,
		"AUTH\nthe server said: ":                codes.StageAuth,
		"AUTH\nit\nis\nlong ago: ":               codes.StageUnknown,
		"Sending mail failed: ":                  codes.StageUnknown,
		"GMAIL: ":                                codes.StageUnknown,
		"smtp: EHLOS mx.example.net: ":           codes.StageUnknown,
		"smtp: the EHLO of mx.example.net was: ": codes.StageUnknown,
		"":                                       codes.StageUnknown,
	} {
		if got := stageOfRefusal(before); got != want {
			t.Errorf("%q: %v, want %v", before, got, want)
		}
	}
}

// TestActionFor: what the lines about a recipient say goes before what the text
// says of all, but for a delay that the text speaks of on the whole.
func TestActionFor(t *testing.T) {
	const (
		none, failed, delayed, delivered = found.NoAction, found.Failed, found.Delayed, found.Delivered
	)
	for _, c := range []struct {
		c      candidate
		o      outcome
		answer answer
		want   found.Action
	}{
		{candidate{}, outcome{}, answer{}, failed},
		{candidate{}, outcome{delayed: true}, answer{}, delayed},
		{candidate{action: failed, tier: tierListed}, outcome{delayed: true}, answer{}, delayed},
		{candidate{action: failed, tier: tierListed}, outcome{delivered: true}, answer{}, failed},
		{candidate{action: failed, tier: tierNamed}, outcome{delayed: true}, answer{}, failed},
		{candidate{action: delivered, tier: tierListed}, outcome{delayed: true}, answer{}, delivered},
		{candidate{action: delayed, tier: tierListed}, outcome{failed: true}, answer{}, delayed},
		{candidate{action: delayed, tier: tierListed}, outcome{final: true}, answer{}, failed},
		{candidate{action: delayed, tier: tierNamed}, outcome{final: true}, answer{}, delayed},
		{candidate{action: delivered, tier: tierListed}, outcome{final: true}, answer{}, delivered},
		{candidate{action: delivered, tier: tierListed}, outcome{}, answer{response: "550 no", replied: true}, failed},
		{candidate{action: delivered, tier: tierListed}, outcome{}, answer{response: "450 no", replied: true}, delayed},
		{candidate{action: delivered, tier: tierListed}, outcome{}, answer{response: "250 ok", replied: true}, delivered},
		{candidate{action: delivered, tier: tierListed}, outcome{}, answer{response: "5 copies"}, delivered},
		{candidate{action: delivered, tier: tierNamed}, outcome{}, answer{response: "550 no", replied: true}, delivered},
		{candidate{action: delivered, tier: tierListed, piped: true}, outcome{}, answer{response: "550 no", replied: true}, delivered},
	} {
		x := &explainer{reading: &reading{outcome: c.o}}
		if got := x.actionFor(&c.c, c.answer); got != c.want {
			t.Errorf("%+v, %+v, %+v: %d, want %d", c.c, c.o, c.answer, got, c.want)
		}
	}
}

// TestRecipientStatus: the status of a row goes before the one in the answer,
// and that before the reporting system's own, if it says something.
func TestRecipientStatus(t *testing.T) {
	status := codes.MustParseStatus
	for _, c := range []struct {
		c      candidate
		answer answer
		want   codes.Status
	}{
		{candidate{status: status("5.1.1")}, answer{status: status("4.1.0")}, status("5.1.1")},
		{candidate{ownStatus: status("5.1.2")}, answer{status: status("4.1.0")}, status("4.1.0")},
		{candidate{ownStatus: status("5.1.2")}, answer{response: "550 no"}, status("5.1.2")},
		{candidate{ownStatus: status("5.1.2")}, answer{response: "550 5.1.1 no"}, codes.Status{}},
		{candidate{ownStatus: status("5.0.0")}, answer{response: "550 no"}, codes.Status{}},
		{candidate{ownStatus: status("5.1.2"), piped: true}, answer{status: status("4.1.0")}, codes.Status{}},
	} {
		x := &explainer{reading: &reading{}, TextView: viewOf("", "")}
		if got := x.recipient(&c.c, c.answer, 0).Status; got != c.want {
			t.Errorf("%+v, %+v: %v, want %v", c.c, c.answer, got, c.want)
		}
	}
}

// TestRemoteServer asks for the host in the order in which it is looked for.
func TestRemoteServer(t *testing.T) {
	for _, c := range []struct {
		name   string
		c      candidate
		answer answer
		read   reading
		want   string
	}{
		{"row", candidate{remote: "a.example"}, answer{remote: "b.example"}, reading{}, "a.example"},
		{"answer", candidate{block: []string{"host c.example"}}, answer{remote: "b.example"}, reading{}, "b.example"},
		{"lines about it", candidate{block: []string{"host c.example"}}, answer{replied: true}, reading{refusing: "d.example"}, "c.example"},
		{"only server of the session", candidate{}, answer{replied: true}, reading{refusing: "d.example"}, "d.example"},
		{"server of the session, no reply", candidate{}, answer{signed: "e.example"}, reading{refusing: "d.example"}, "near.example"},
		{"program", candidate{piped: true}, answer{replied: true}, reading{refusing: "d.example"}, ""},
		{"cell of a table", candidate{inTable: true, block: []string{"f.example | no"}}, answer{}, reading{}, "f.example"},
		{"no table", candidate{block: []string{"f.example | no"}}, answer{}, reading{}, "near.example"},
		{"near", candidate{}, answer{signed: "e.example"}, reading{}, "near.example"},
		{"itself near", candidate{}, answer{signed: "e.example"}, reading{server: "near.example"}, "e.example"},
		{"below", candidate{block: []string{"550 no.", "g.example"}}, answer{}, reading{server: "near.example"}, "g.example"},
		{"above", candidate{first: 2, last: 2}, answer{}, reading{}, "above.example"},
	} {
		x := &explainer{reading: &c.read, TextView: viewOf("", "<a@one.example>\nhost near.example\n<b@one.example>")}
		if c.c.first > 0 {
			x.report[1] = "Host above.example is not responding."
		}
		if got := x.remoteServer(&c.c, c.answer, 2); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
