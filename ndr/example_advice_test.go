package ndr_test

import (
	"errors"
	"fmt"
	"strings"

	"example.com/ndr/ndr"
)

// refusedBounce is a report about a server that refused.
const refusedBounce = `From: MAILER-DAEMON@mx.example.net
To: alice@example.com
Subject: Undeliverable: Minutes
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; bob@example.org
Action: failed
Status: 5.7.1
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org

--b
Content-Type: message/rfc822-headers

From: alice@example.com
To: bob@example.org
Subject: Minutes
Message-ID: <1@example.com>

--b--
`

// How to read a report: the remote server is the one that refused, and where
// there is none, the generating server is. Its response decides; the text above
// it is for people. The returned header shows the address that was written to,
// the way that the message took, and what SPF said of it.
func ExampleDeliveryError_Advice() {
	report, err := ndr.Parse(strings.NewReader(refusedBounce), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var failed *ndr.DeliveryError
	if !errors.As(report.Err(), &failed) {
		return
	}
	who := failed.Recipient.RemoteServer
	if who == "" {
		who = failed.GeneratingServer
	}
	fmt.Println(who, "said:", failed.Recipient.Response)
	advice := failed.Advice()
	fmt.Println(advice.Meaning)
	fmt.Println(advice.Fixes[0])
	// Output:
	// mx.example.org said: 554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org
	// mx.example.org refuses 192.0.2.7, which is listed by Spamhaus ZEN.
	// Ask your administrator to look up 192.0.2.7 at https://check.spamhaus.org/, stop the cause, and then ask for removal.
}
