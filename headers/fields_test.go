package headers

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestParseSignature(t *testing.T) {
	got := ParseSignature("v=1; a=RSA-sha256; c=relaxed/relaxed; d=Example.com.;\r\n\ts=sel1; i=@mail.example.com; t=1700000000; x=1700086400;\r\n h=From::To :Subject; bh=ab\r\n cd=; b=xx; d=other.example; t=1; x=2; h=Date; bh=z; s=s2; i=@x; a=y")
	want := Signature{
		Domain: "example.com", Selector: "sel1", Identity: "@mail.example.com", Algorithm: "rsa-sha256", BodyHash: "abcd=",
		Headers: []string{"From", "To", "Subject"}, Time: time.Unix(1700000000, 0).UTC(), Expires: time.Unix(1700086400, 0).UTC(),
	}
	if got.Domain != want.Domain || got.Selector != want.Selector || got.Identity != want.Identity || got.Algorithm != want.Algorithm ||
		got.BodyHash != want.BodyHash || !slices.Equal(got.Headers, want.Headers) || !got.Time.Equal(want.Time) || !got.Expires.Equal(want.Expires) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got.Expired(want.Expires) || !got.Expired(want.Expires.Add(time.Second)) {
		t.Error("wrong end")
	}
	for _, in := range []string{"", ";;;", "d", "x=soon; t=-1; t=10000000000; t=99999999999999999999"} {
		if s := ParseSignature(in); s.Domain != "" || !s.Expires.IsZero() || !s.Time.IsZero() || s.Expired(time.Now()) {
			t.Errorf("%q: %+v", in, s)
		}
	}
}

func TestMessageIDs(t *testing.T) {
	for _, test := range []struct {
		in   string
		want []string
	}{
		{"<1@example.com>", []string{"1@example.com"}},
		{" <1@example.com>\r\n\t<2@example.com> (c <3@example.com>) <4@example.com>", []string{"1@example.com", "2@example.com", "4@example.com"}},
		{"1@example.com", []string{"1@example.com"}},
		{"Your message of Monday <1@example.com>", []string{"1@example.com"}},
		{"<1@exam\r\n ple.com>", []string{"1@example.com"}},
		{"<1@example.com", []string{"1@example.com"}},
		{"<a..b@[192.0.2.1]>", []string{"a..b@[192.0.2.1]"}},
		{"<(a)@example.com> <b@example.com>", []string{"(a)@example.com", "b@example.com"}},
		{"<" + strings.Repeat("a", 2*maxText) + "@example.com>", []string{strings.Repeat("a", maxText)}},
		{"<1@example.com<2@example.com>", []string{"1@example.com", "2@example.com"}},
		{"<no-at-sign>", []string{"no-at-sign"}},
		{"<>", nil}, {"", nil}, {"word", nil}, {strings.Repeat("(", 10000), nil},
	} {
		if got := MessageIDs(test.in); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.in, got, test.want)
		}
	}
	for _, n := range []int{maxIDs, maxIDs + 1} {
		if got := len(MessageIDs(strings.Repeat("<1@example.com>", n))); got != maxIDs {
			t.Errorf("%d identifiers give %d", n, got)
		}
	}
}

func TestListID(t *testing.T) {
	for _, test := range []struct{ in, id, phrase string }{
		{"<News.Example.com>", "news.example.com", ""},
		{`"Our =?utf-8?q?N=C3=A9ws?=" <news.example.com>`, "news.example.com", "Our Néws"},
		{"news.example.com", "news.example.com", ""},
		{"News <news.example.com", "news.example.com", "News"},
		{"", "", ""},
	} {
		if id, phrase := ListID(test.in); id != test.id || phrase != test.phrase {
			t.Errorf("%q: %q, %q", test.in, id, phrase)
		}
	}
}

func TestParseFeedbackID(t *testing.T) {
	for _, test := range []struct {
		in, ids, sender string
	}{
		{"campaign7:customer9:newsletter:example", "campaign7,customer9,newsletter", "example"},
		{"a::b:example", "a,,b", "example"},
		{"example", "", "example"},
		{"", "", ""},
	} {
		got := ParseFeedbackID(test.in)
		if strings.Join(got.IDs, ",") != test.ids || got.Sender != test.sender {
			t.Errorf("%q: %+v", test.in, got)
		}
	}
}

func TestParseAntispam(t *testing.T) {
	a := ParseAntispam("CIP:192.0.2.1;CTRY:;LANG:en;scl:9;SRV:;IPV:NLI;SFV:SPM;\r\n H:mail.example.com;CAT:HPHSH;SFS:(13230040)(1);DIR:INB; broken")
	for key, want := range map[string]string{"CIP": "192.0.2.1", "SCL": "9", "SFV": "SPM", "CAT": "HPHSH", "DIR": "INB", "H": "mail.example.com", "CTRY": "", "NONE": ""} {
		if got := a.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	var got []string
	for _, m := range a.Meanings() {
		got = append(got, m.Key)
	}
	if want := "SCL SFV CAT DIR"; strings.Join(got, " ") != want {
		t.Errorf("meanings of %v, want %s", got, want)
	}
	for _, n := range []int{maxPairs, maxPairs + 1} {
		if got := len(ParseAntispam(strings.Repeat("A:b;", n))); got != maxPairs {
			t.Errorf("%d pairs give %d", n, got)
		}
	}
}

func TestDecodeText(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"plain", "plain"},
		{"=?utf-8?B?w6Q=?= =?utf-8?Q?=C3=B6?=", "äö"},
		{"=?gb18030?B?xOO6ww==?=", "你好"},
		{"=?utf-8?Q?=C3?=\r\n =?utf-8?Q?=A4?=", "ä"},
		{"=?iso_8859-1?q?=E4?= =?ISO-8859-1*de?q?=F6?=", "äö"},
		{"=?none?q?a?= =?utf-8?q?=C3=A4?=\t=?utf-8?q?=C3=B6?= c", "=?none?q?a?= äö c"},
		{"=?utf-8?q?a?= =?utf-8?q?b?=\r\n =?utf-8?q?c?= =?none?q?d?= e", "abc =?none?q?d?= e"},
		{"=?utf-8?q?a?= =?none?q?b?= =?utf-8?q?c?=", "a =?none?q?b?= c"},
		{"=?utf-8?x?a?= =?utf-8?q?b?= =?utf-8?q?c", "=?utf-8?x?a?= b =?utf-8?q?c"},
		{"=?cp-850?q?=84?= =?x-sjis?b?gqA=?= =?us_ascii?q?a?=", "äあa"},
		{"=?none?q?a?= =?utf-8?q?c?= =?utf-8?qq?b?=", "=?none?q?a?= c =?utf-8?qq?b?="},
		{"=?none?q?a?= =?none?q?b =?utf-8?q?c?=", "=?none?q?a?= =?none?q?b c"},
		{"=?hz-gb-2312?q?~{VPND~}?=", "中文"},
		{"=?utf-8?q?a b_c?=", "a b c"},
		{"a\r\n b\x00c", "a b c"},
		{"=?none?q?a?=", "=?none?q?a?="},
		{"\xff", "\uFFFD"},
		{"=?utf-8?q?na?= =?utf-8?q?me?= =?x-none?q?c?= =?utf-8?q?of?= =?utf-8?q?_all?=", "name =?x-none?q?c?= of all"}, // RFC 2047, section 6.2
	} {
		if got := DecodeText(test.in); got != test.want {
			t.Errorf("%q: %q, want %q", test.in, got, test.want)
		}
	}
	if got := len(DecodeText(strings.Repeat("ä", maxText))); got != maxText {
		t.Errorf("%d bytes", got)
	}
}

func TestCorrelators(t *testing.T) {
	h := header(t, `Return-Path: <>
To: bounces+alice=example.com@lists.example.org
Delivered-To: SRS0=ab=cd=example.net=prvs=12ab=carol@forwarder.example
X-Original-To: news+tag7@example.org
In-Reply-To: <1@example.org>
References: <0@example.org> <1@example.org>
X-Failed-Recipients: alice@example.com, bob@example.com
Message-ID: <9@mx.example.com>
Original-Envelope-Id: QQ314159
Feedback-ID: a:b:c:d
X-My-Id: 17
Subject: x`)
	var got []string
	for _, c := range Correlators(h, "x-my-id") {
		got = append(got, string(c.Kind)+" "+c.Value+" "+c.Header)
	}
	want := []string{
		"envelope-id QQ314159 Original-Envelope-Id",
		"message-id 9@mx.example.com Message-ID",
		"reference 1@example.org In-Reply-To",
		"reference 0@example.org References",
		"reference 1@example.org References",
		"custom 17 X-My-Id",
		"provider-id a:b:c:d Feedback-ID",
		"return-path bounces+alice=example.com@lists.example.org To",
		"return-path SRS0=ab=cd=example.net=prvs=12ab=carol@forwarder.example Delivered-To",
		"return-path news+tag7@example.org X-Original-To",
		"verp-recipient alice@example.com To",
		"rewritten-sender prvs=12ab=carol@example.net Delivered-To",
		"rewritten-sender carol@example.net Delivered-To",
		"detail tag7 X-Original-To",
		"failed-recipient alice@example.com X-Failed-Recipients",
		"failed-recipient bob@example.com X-Failed-Recipients",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Each of these fields holds something to find a message by.
func TestCorrelatorFields(t *testing.T) {
	for kind, names := range map[CorrelatorKind]string{
		MessageID:       "Message-ID X-Original-Message-ID Resent-Message-ID",
		Reference:       "Original-Message-ID In-Reply-To References",
		EnvelopeID:      "Original-Envelope-Id X-Envelope-ID",
		FailedRecipient: "X-Failed-Recipients",
		ReturnPath:      "Return-Path Delivered-To X-Original-To Envelope-To To",
		ProviderID: "Feedback-ID List-Id X-Campaign-ID X-CampaignID X-Entity-ID X-Entity-Ref-ID X-SES-Outgoing X-SES-Message-ID X-SG-EID X-SG-ID " +
			"X-Mailgun-Sid X-Mailgun-Variables X-MC-User X-Mandrill-User X-PM-Message-Id X-MJ-Mid X-Job X-RPCampaign X-MS-Exchange-Organization-Network-Message-Id",
	} {
		for name := range strings.FieldsSeq(names) {
			h := header(t, name+": <a@example.com>")
			if list := Correlators(h); len(list) != 1 || list[0].Kind != kind || list[0].Header != name {
				t.Errorf("%s: %+v", name, list)
			}
		}
	}
	for name := range strings.FieldsSeq("To Cc Delivered-To X-Original-To Envelope-To") {
		h := header(t, name+": a@example.com")
		if list := ReturnedCorrelators(h); len(list) != 1 || list[0].Kind != Addressee {
			t.Errorf("%s of a returned message: %+v", name, list)
		}
	}
}

func TestReturnedCorrelators(t *testing.T) {
	h := header(t, `Return-Path: <news+7@bounce.example.org>
Received: by mx.example.net for <bob@example.net>; Mon, 2 Jan 2006 15:04:07 +0000
Received: by out.example.com for <bob@example.net>; Mon, 2 Jan 2006 15:04:06 +0000
Received: by mx.example.com for <alice+42@example.com>; Mon, 2 Jan 2006 15:04:05 +0000
Received: by in.example.com for <alice>; Mon, 2 Jan 2006 15:04:04 +0000
To: alice+42@example.com
Cc: carol+bounces=example.net@example.com
X-Campaign-Id: c1
X-My-Id: 17
Message-ID: <1@example.org>`)
	var got []string
	for _, c := range ReturnedCorrelators(h, "x-my-id") {
		got = append(got, string(c.Kind)+" "+c.Value+" "+c.Header+" "+itoa(c.Position))
	}
	want := []string{
		"message-id 1@example.org Message-ID 9",
		"custom 17 X-My-Id 8",
		"provider-id c1 X-Campaign-Id 7",
		"return-path news+7@bounce.example.org Return-Path 0",
		"detail 7 Return-Path 0",
		"received-for alice+42@example.com Received 3",
		"received-for bob@example.net Received 2",
		"addressee alice+42@example.com To 5",
		"addressee carol+bounces=example.net@example.com Cc 6",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// However many recipients stand before it, the identifier comes first; and the
// kinds that a header can give all have a rank.
func TestCorrelatorsSurestFirst(t *testing.T) {
	h := header(t, strings.Repeat("To: "+strings.Repeat("a@b.example, ", 200)+"c@d.example\n", 20)+"Message-ID: <1@example.com>")
	for _, list := range [][]Correlator{Correlators(h), ReturnedCorrelators(h)} {
		if len(list) != maxCorrelators || list[0].Kind != MessageID {
			t.Errorf("%d correlators, first %+v", len(list), list[0])
		}
	}
	h = header(t, strings.Repeat("X-Job: 1\n", maxCorrelatorFields)+"Message-ID: <1@example.com>")
	if list := Correlators(h); len(list) != maxCorrelatorFields || list[0].Kind != ProviderID {
		t.Errorf("%d correlators, first %+v", len(list), list[0])
	}
	for _, fields := range []map[string]CorrelatorKind{correlatorFields, returnedFields} {
		for name, kind := range fields {
			if !slices.Contains(ranks[:], kind) {
				t.Errorf("%s: %s has no rank", name, kind)
			}
		}
	}
}

// A blank of Unicode ends a verdict as one of ASCII does.
func TestReceivedSPFNoBreakSpace(t *testing.T) {
	r, ok := ParseReceivedSPF("pass\u00a0: (mx.example.net: ok)")
	if !ok || r.Result != "pass" {
		t.Errorf("result %q, %v", r.Result, ok)
	}
	if r, ok := ParseReceivedSPF(":\u00a0: (x)"); ok {
		t.Errorf("no verdict: %+v", r)
	}
}

// A check of HELO is about the domain of HELO, not the domain of MAIL FROM.
func TestReceivedSPFIdentity(t *testing.T) {
	const pairs = " envelope-from=a@example.com; helo=mail.example.net; receiver=<UNKNOWN>; identity="
	for identity, want := range map[string]string{"helo": "mail.example.net", "HELO": "mail.example.net", "mailfrom": "example.com"} {
		if r, ok := ParseReceivedSPF("fail" + pairs + identity); !ok || r.Domain != want || r.Server != "" {
			t.Errorf("%s: domain %q, server %q", identity, r.Domain, r.Server)
		}
	}
}
