package ndr_test

import (
	"fmt"
	"strings"

	"example.com/ndr/ndr"
	"github.com/emersion/go-message"
)

// A help desk keeps reports and automatic replies out of its queue, and answers
// neither. The header alone tells.
func ExampleSniff() {
	for _, mail := range []string{
		"Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nSubject: Undelivered Mail Returned to Sender\n\n",
		"Return-Path: <>\nFrom: Kim <kim@example.com>\nAuto-Submitted: auto-replied\nSubject: Out of office\n\n",
		"From: Kim <kim@example.com>\nUser-Agent: Mozilla Thunderbird\nSubject: Undelivered Mail Returned to Sender?\n\n",
	} {
		kind, err := ndr.Sniff(strings.NewReader(mail), nil)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(kind)
	}
	// Output:
	// failure
	// auto-reply
	// other
}

// A program that took a message apart with go-message hands the entity on.
func ExampleParseEntity() {
	entity, err := message.Read(strings.NewReader(`Return-Path: <>
From: MAILER-DAEMON@mail.example.org
To: kim@example.com
Subject: failure notice

Hi. This is the qmail-send program at mail.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.

<bob@example.net>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 User unknown
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := ndr.ParseEntity(entity, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range report.Recipients {
		fmt.Println(r.Address, r.Reason, r.Suppress)
	}
	// Output:
	// bob@example.net user-unknown true
}
