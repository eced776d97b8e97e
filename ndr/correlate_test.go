package ndr

import (
	"slices"
	"testing"

	"example.com/ndr/headers"
)

// forwarded is a report about an address to which a subscriber forwards.
const forwarded = `Return-Path: <>
Delivered-To: news+alice=example.org@example.com
From: MAILER-DAEMON@mx.example.net
To: news+alice=example.org@example.com
Message-ID: <report@mx.example.net>
In-Reply-To: <sent@example.com>
X-Failed-Recipients: box@example.net
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Original-Envelope-Id: job+2B42

Final-Recipient: rfc822; box@example.net
Action: failed
Status: 5.1.1

--b
Content-Type: message/rfc822

Received: from mx.example.org by mx.example.net for <BOX@example.net>; Mon, 6 Jul 2026 10:00:02 +0000
Received: from out.example.com by mx.example.org for <alice@example.org>; Mon, 6 Jul 2026 10:00:01 +0000
To: alice+42@example.org
Message-ID: <sent@example.com>
X-Job-Number: 42

--b--
`

func TestCorrelators(t *testing.T) {
	r := reportOf(t, forwarded)
	want := []Correlator{
		{headers.Correlator{Kind: headers.EnvelopeID, Value: "job+42", Header: "Original-Envelope-Id", Position: 1}, "status"},
		{headers.Correlator{Kind: headers.MessageID, Value: "sent@example.com", Header: "Message-ID", Position: 3}, "original"},
		{headers.Correlator{Kind: headers.Reference, Value: "sent@example.com", Header: "In-Reply-To", Position: 5}, "report"},
		{headers.Correlator{Kind: headers.Custom, Value: "42", Header: "X-Job-Number", Position: 4}, "original"},
		{headers.Correlator{Kind: headers.ReturnPath, Value: "news+alice=example.org@example.com", Header: "Delivered-To", Position: 1}, "report"},
		{headers.Correlator{Kind: headers.ReturnPath, Value: "news+alice=example.org@example.com", Header: "To", Position: 3}, "report"},
		{headers.Correlator{Kind: headers.VERPRecipient, Value: "alice@example.org", Header: "Delivered-To", Position: 1}, "report"},
		{headers.Correlator{Kind: headers.VERPRecipient, Value: "alice@example.org", Header: "To", Position: 3}, "report"},
		{headers.Correlator{Kind: headers.FailedRecipient, Value: "box@example.net", Header: "X-Failed-Recipients", Position: 6}, "report"},
		{headers.Correlator{Kind: headers.ReceivedFor, Value: "alice@example.org", Header: "Received", Position: 1}, "original"},
		{headers.Correlator{Kind: headers.Addressee, Value: "alice+42@example.org", Header: "To", Position: 2}, "original"},
	}
	if got := r.Correlators("X-Job-Number"); !slices.Equal(got, want) {
		for _, c := range got {
			t.Errorf("got %+v", c)
		}
	}
}

// TestCorrelatorRanks has a place for each kind that package headers gives.
func TestCorrelatorRanks(t *testing.T) {
	h := headers.ParseHeader("X-Envelope-Id: 1\nMessage-ID: <1@example.com>\nIn-Reply-To: <2@example.com>\nX: 3\nList-Id: <4.example.com>\n" +
		"Return-Path: <prvs=0123abcdef=a+5@example.com>\nDelivered-To: n+a=b.example@example.com\nX-Failed-Recipients: c@example.com\n" +
		"To: d@example.com\nReceived: from a by b for <e@example.com>\n")
	list := headers.ReturnedCorrelators(&h, "X")
	list = append(list, headers.Correlators(&h, "X")...)
	seen := map[headers.CorrelatorKind]bool{}
	for _, c := range list {
		if !slices.Contains(correlatorRanks, c.Kind) {
			t.Errorf("no rank for %s", c.Kind)
		}
		seen[c.Kind] = true
	}
	if len(seen) != len(correlatorRanks) {
		t.Errorf("%d of %d ranks seen: %v", len(seen), len(correlatorRanks), seen)
	}
}
