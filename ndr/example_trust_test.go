package ndr_test

import (
	"fmt"
	"strings"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// A sender signs the return path of each message, and stops mailing an address
// only for a report that came back to the path made for it.
func ExampleReport_Trust() {
	key := headers.VERPKey("a secret of 16 bytes or more")
	alice, _ := headers.ParseAddress("alice@example.com")
	sent := time.Date(2026, 7, 6, 10, 0, 0, 0, time.UTC)

	// When the message is sent, this is its MAIL FROM.
	path, err := key.Bind(headers.VERP{Prefix: "bounces", ID: "campaign7", Recipient: alice, Day: sent}, "example.org")
	if err != nil {
		fmt.Println(err)
		return
	}

	// When a report comes in, the mail server writes to which address it came.
	ours := &ndr.Ours{
		Keys:    headers.VERPKeys{key},
		Domains: []string{"example.org"},
		Now:     sent.Add(48 * time.Hour), // a program leaves it out: the clock counts
	}
	for _, to := range []string{path.Spec(), "news@example.org", "bounces+forged-kjr-campaign7-alice@example.org"} {
		report, err := ndr.Parse(strings.NewReader("Delivered-To: "+to+"\n"+bounce), nil)
		if err != nil {
			fmt.Println(err)
			return
		}
		trust := report.Trust(ours)
		for _, r := range report.Recipients {
			if r.Suppress {
				fmt.Println(r.Address, trust, "stop mailing:", trust.Level == ndr.Proven)
			}
		}
	}
	// Output:
	// alice@example.com proven (return-path) stop mailing: true
	// alice@example.com unproven (none) stop mailing: false
	// alice@example.com forged (return-path-forged) stop mailing: false
}

// The surest way to the message that a report is about comes first: here the
// envelope id that the sender gave with MAIL FROM, then the Message-ID, then the
// number in a field of the sender's own.
func ExampleReport_Correlators() {
	message := strings.Replace(bounce, "Subject: News\n", "Subject: News\nX-Campaign-Number: 7\n", 1)
	report, err := ndr.Parse(strings.NewReader("Delivered-To: news+a1b2@example.org\n"+message), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range report.Correlators("X-Campaign-Number") {
		fmt.Println(c.Kind, c.Value, "in", c.Header, "of the", c.Source)
	}
	// Output:
	// envelope-id campaign-7 in Original-Envelope-Id of the status
	// message-id n1@example.org in Message-ID of the original
	// custom 7 in X-Campaign-Number of the original
	// return-path news+a1b2@example.org in Delivered-To of the report
	// return-path news@example.org in To of the report
	// detail a1b2 in Delivered-To of the report
}

// A help desk asks before it confirms that a message came in, so that it never
// answers a program.
func ExampleReport_Automatic() {
	for _, message := range []string{
		"From: Alice <alice@example.com>\nSubject: My order\n\nWhere is it?\n",
		"From: Alice <alice@example.com>\nSubject: Away\nAuto-Submitted: auto-replied\n\nBack on Monday.\n",
		bounce,
	} {
		report, err := ndr.Parse(strings.NewReader(message), nil)
		if err != nil {
			fmt.Println(err)
			return
		}
		if field, automatic := report.Automatic(); automatic {
			fmt.Println("no answer, because of", field)
		} else {
			fmt.Println("answer", report.Header.Get("From"))
		}
	}
	// Output:
	// answer Alice <alice@example.com>
	// no answer, because of Auto-Submitted
	// no answer, because of From
}
