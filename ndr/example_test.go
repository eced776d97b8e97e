package ndr_test

import (
	"errors"
	"fmt"
	"net/textproto"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

const bounce = `From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: news@example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

Your message could not be delivered to all recipients.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Original-Envelope-Id: campaign-7

Final-Recipient: rfc822; alice@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 no such user

Final-Recipient: rfc822; bob@example.com
Action: delayed
Status: 4.2.2
Diagnostic-Code: smtp; 452 4.2.2 mailbox full

--b
Content-Type: text/rfc822-headers

From: news@example.org
Subject: News
Message-ID: <n1@example.org>

--b--
`

// Parse reads a bounce; its error values tell what became of each recipient.
func ExampleParse() {
	report, err := ndr.Parse(strings.NewReader(bounce), nil)
	if err != nil {
		fmt.Println(err) // the reader failed, or held no message
		return
	}
	fmt.Println(report.Kind, "reported by", report.GeneratingServer)
	for _, r := range report.Recipients {
		fmt.Println(r.Address, r.Action, r.Status, r.Reason, "suppress:", r.Suppress)
	}
	fmt.Println("about", report.Original.MessageID, report.Original.EnvelopeID)
	// Output:
	// failure reported by mx.example.net
	// alice@example.com failed 5.1.1 user-unknown suppress: true
	// bob@example.com delayed 4.2.2 mailbox-full suppress: false
	// about n1@example.org campaign-7
}

// Err is nil unless delivery failed; delayed recipients are no failures.
func ExampleReport_Err() {
	report, err := ndr.Parse(strings.NewReader(bounce), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	err = report.Err()
	fmt.Println("unknown user:", errors.Is(err, codes.UserUnknown))
	fmt.Println("permanent:", errors.Is(err, ndr.ErrPermanent))
	fmt.Println("mailbox full:", errors.Is(err, codes.MailboxFull))

	var failed *ndr.DeliveryError
	if errors.As(err, &failed) {
		fmt.Println(failed)
	}
	// Output:
	// unknown user: true
	// permanent: true
	// mailbox full: false
	// ndr: delivery to alice@example.com failed: user-unknown (mx.example.com: 550 5.1.1 no such user)
}

// Every failed recipient has an error of its own.
func ExampleReportError() {
	report, err := ndr.Parse(strings.NewReader(strings.Replace(bounce, "Action: delayed", "Action: failed", 1)), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var all *ndr.ReportError
	if errors.As(report.Err(), &all) {
		for _, failed := range all.Failures {
			fmt.Println(failed.Recipient.Address, failed.Recipient.Reason)
		}
	}
	// Output:
	// alice@example.com user-unknown
	// bob@example.com mailbox-full
}

// A message that was refused because of DMARC: the failed checks come from the
// returned header.
func ExampleReport_Err_authentication() {
	const refused = `From: MAILER-DAEMON@mx.example.net
To: news@example.org
Subject: Undeliverable: News
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

Your message was refused.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; alice@example.com
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 550 5.7.1 Rejected by the DMARC policy of example.org

--b
Content-Type: message/rfc822

Authentication-Results: mx.example.com;
 spf=pass smtp.mailfrom=bulk.example.net;
 dkim=none; dmarc=fail header.from=example.org
From: News <news@example.org>
Subject: News

Hello.
--b--
`
	report, err := ndr.Parse(strings.NewReader(refused), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	err = report.Err()
	fmt.Println("authentication:", errors.Is(err, codes.AuthFailed))
	fmt.Println("DMARC:", errors.Is(err, headers.ErrDMARC), "DKIM:", errors.Is(err, headers.ErrDKIM), "SPF:", errors.Is(err, headers.ErrSPF))
	fmt.Println("ask:", report.Recipients[0].Owner, "suppress:", report.Recipients[0].Suppress)
	// Output:
	// authentication: true
	// DMARC: true DKIM: true SPF: false
	// ask: sender-admin suppress: false
}

// A live reply of net/smtp is read from its fields, never from its string.
func ExampleFromError() {
	reply := &textproto.Error{Code: 452, Msg: "4.2.2 The mailbox is over quota"}
	err := fmt.Errorf("sending to bob@example.com: %w", reply)

	if failed, ok := ndr.FromError(err, nil); ok {
		fmt.Println(failed.Recipient.Status, failed.Recipient.Reason)
		fmt.Println("try again:", errors.Is(failed, ndr.ErrTemporary))
	}
	_, ok := ndr.FromError(errors.New("no route to host"), nil)
	fmt.Println("is a reply:", ok)
	// Output:
	// 4.2.2 mailbox-full
	// try again: true
	// is a reply: false
}

// A reply from a log tells as much as a report.
func ExampleFromResponse() {
	err := ndr.FromResponse(codes.ParseResponse("550-5.1.1 The account does not exist.\n550 5.1.1 Check for typos."), nil)
	fmt.Println(err.Recipient.Reply, err.Recipient.Status, err.Recipient.Reason)
	fmt.Println("permanent:", errors.Is(err, ndr.ErrPermanent), "suppress:", err.Recipient.Suppress)
	// Output:
	// 550 5.1.1 user-unknown
	// permanent: true suppress: true
}

// Advice explains a failure to a person.
func ExampleRecipient_Advice() {
	report, err := ndr.Parse(strings.NewReader(bounce), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	advice := report.Recipients[0].Advice()
	fmt.Println(advice.Code, advice.Owner, len(advice.Fixes) > 0)
	// Output:
	// 5.1.1 sender true
}
