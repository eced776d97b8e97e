package headers

import (
	"strings"
	"testing"
	"time"
)

func TestParseReceived(t *testing.T) {
	at := func(s string) time.Time {
		v, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, test := range []struct {
		name, in string
		want     Hop
	}{
		{"Postfix", "from mail.example.com (mail.example.com [192.0.2.1])\r\n\tby mx.example.net (Postfix) with ESMTPS id 4ABC\r\n\tfor <b@example.net>; Mon,  2 Jan 2006 15:04:05 +0100 (CET)",
			Hop{From: "mail.example.com", FromInfo: "mail.example.com [192.0.2.1]", By: "mx.example.net", With: "ESMTPS", ID: "4ABC", For: "b@example.net", Time: at("2006-01-02T15:04:05+01:00")}},
		{"Exim", "from [192.0.2.1] (helo=mail.example.com) by mx.example.net with esmtp (Exim 4.96; from) id 1abcde-0001 (envelope-from <a@example.com>) for b@example.net; Mon, 02 Jan 2006 15:04:05 +0000",
			Hop{From: "[192.0.2.1]", FromInfo: "helo=mail.example.com", By: "mx.example.net", With: "esmtp", ID: "1abcde-0001", For: "b@example.net", Time: at("2006-01-02T15:04:05Z")}},
		{"Exchange", "from A.example.com (2001:db8::1) by B.example.com (2001:db8::2) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20.1; Mon, 2 Jan 2006 15:04:05 +0000",
			Hop{From: "A.example.com", FromInfo: "2001:db8::1", By: "B.example.com", With: "Microsoft SMTP Server", ID: "15.20.1", Time: at("2006-01-02T15:04:05Z")}},
		{"qmail", "(qmail 123 invoked by uid 5); 2 Jan 2006 15:04:05 -0000", Hop{Time: at("2006-01-02T15:04:05Z")}},
		{"qmail network", "from unknown (HELO mail.example.com) (192.0.2.1) by mx.example.net with SMTP; 2 Jan 2006 15:04:05 -0000",
			Hop{From: "unknown", FromInfo: "HELO mail.example.com; 192.0.2.1", By: "mx.example.net", With: "SMTP", Time: at("2006-01-02T15:04:05Z")}},
		{"Google", "by 2002:a05:6000:1 with SMTP id x1csp2; Mon, 2 Jan 2006 07:04:05 -0800 (PST)",
			Hop{By: "2002:a05:6000:1", With: "SMTP", ID: "x1csp2", Time: at("2006-01-02T07:04:05-08:00")}},
		{"no date", "from a by b", Hop{From: "a", By: "b"}},
		{"bad date", "from a by b; yesterday", Hop{From: "a", By: "b"}},
		{"twice", "from a from b by c by d", Hop{From: "a", By: "c"}},
		{"spaces in for", `by mx.example.net for <"a b"@example.net>`, Hop{By: "mx.example.net", For: `"a b"@example.net`}},
		{"nothing", "", Hop{}},
		{"cut off", "from a (b [192.0.2.1", Hop{From: "a", FromInfo: "b [192.0.2.1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ParseReceived(test.in)
			if !got.Time.Equal(test.want.Time) {
				t.Errorf("time %v, want %v", got.Time, test.want.Time)
			}
			got.Time = test.want.Time
			if got != test.want {
				t.Errorf("got %+v\nwant %+v", got, test.want)
			}
		})
	}
}

func TestTrace(t *testing.T) {
	hops := Trace(header(t, `Subject: x
Received: from b by c; Mon, 2 Jan 2006 15:10:00 +0000
Received: from a by b
Received: from x by a; Mon, 2 Jan 2006 16:05:00 +0100
Received: by x; Mon, 2 Jan 2006 15:04:00 +0000`))
	var got []string
	for _, hop := range hops {
		got = append(got, hop.By+" "+hop.Delay.String())
	}
	if want := "x 0s, a 1m0s, b 0s, c 0s"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	if hops[0].Position != 4 || hops[3].Position != 1 {
		t.Errorf("positions %d, %d", hops[0].Position, hops[3].Position)
	}
}

func TestTraceLimit(t *testing.T) {
	for _, n := range []int{maxHops, maxHops + 1} {
		if got := len(Trace(header(t, strings.TrimSpace(strings.Repeat("Received: by a\n", n))))); got != maxHops {
			t.Errorf("%d fields give %d hops", n, got)
		}
	}
}
