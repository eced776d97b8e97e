package ndr

import (
	"slices"
	"strings"
	"testing"

	"example.com/ndr/headers"
)

func TestCorrelators(t *testing.T) {
	r, err := Parse(strings.NewReader(`Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: news+alice=example.org@example.com
Message-ID: <report@mx.example.net>
In-Reply-To: <sent@example.com>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Original-Envelope-Id: job+2B42

Final-Recipient: rfc822; alice@example.org
Action: failed
Status: 5.1.1

--b
Content-Type: message/rfc822

Message-ID: <sent@example.com>
X-Job-Number: 42

--b--
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	got := r.Correlators("X-Job-Number")
	for _, want := range []Correlator{
		{headers.Correlator{Kind: headers.EnvelopeID, Value: "job+42", Header: "Original-Envelope-Id", Position: 1}, "status"},
		{headers.Correlator{Kind: headers.MessageID, Value: "sent@example.com", Header: "Message-ID", Position: 0}, "original"},
		{headers.Correlator{Kind: headers.Custom, Value: "42", Header: "X-Job-Number", Position: 1}, "original"},
		{headers.Correlator{Kind: headers.Reference, Value: "sent@example.com", Header: "In-Reply-To", Position: 4}, "report"},
	} {
		if !slices.Contains(got, want) {
			t.Errorf("missing %+v in %+v", want, got)
		}
	}
	for _, c := range got {
		if c.Value == "report@mx.example.net" {
			t.Errorf("the report's own identifier: %+v", c)
		}
	}
	if got[0].Source != "status" {
		t.Errorf("first is %+v, want the envelope id", got[0])
	}
}
