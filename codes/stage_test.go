package codes_test

import (
	"testing"

	"example.com/ndr/codes"
)

func TestFindStage(t *testing.T) {
	for text, want := range map[string]codes.Stage{
		"host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)":                      codes.StageRcpt,
		"host mx.example.com[192.0.2.1] said: 554 5.7.1 Spam (in reply to end of DATA command)":                          codes.StageEndOfData,
		"host mx.example.com[192.0.2.1] said: 554 5.7.1 hm (in reply to DATA command)":                                   codes.StageData,
		"host mx.example.com[192.0.2.1] said: 550 hm (in reply to MAIL FROM command)":                                    codes.StageMail,
		"host mx.example.com[192.0.2.1] said: 550 hm (in reply to EHLO command)":                                         codes.StageHELO,
		"SMTP error from remote mail server after RCPT TO:<alice@example.com>: 550 no":                                   codes.StageRcpt,
		"SMTP error from remote mail server after MAIL FROM:<news@example.com> SIZE=1: 550 no":                           codes.StageMail,
		"SMTP error from remote mail server after pipelined MAIL FROM:<news@example.com>: 550 no":                        codes.StageMail,
		"SMTP error from remote mail server after end of data: 550 no":                                                   codes.StageEndOfData,
		"SMTP error from remote mail server after initial connection: 554 no":                                            codes.StageConnect,
		"lost connection with mx.example.com[192.0.2.1] while sending RCPT TO":                                           codes.StageRcpt,
		"lost connection with mx.example.com[192.0.2.1] while receiving the initial server greeting":                     codes.StageConnect,
		"conversation with mx.example.com[192.0.2.1] timed out while performing the HELO handshake":                      codes.StageHELO,
		"lost connection with mx.example.com[192.0.2.1] while sending end of data -- message may be sent more than once": codes.StageEndOfData,
		">>> RCPT To:<alice@example.com> <<< 550 5.1.1 no":                                                               codes.StageRcpt,
		">>> MAIL From:<news@example.com> <<< 553 no":                                                                    codes.StageMail,
		">>> DATA <<< 554 no":             codes.StageData,
		"RCPT failed: 550 no":             codes.StageRcpt,
		"mail from command failed":        codes.StageMail,
		"550 no such domain in MAIL FROM": codes.StageUnknown,
		"550 User unknown":                codes.StageUnknown,
		"Connected to 192.0.2.1 but greeting failed. Remote host said: 550 no such user":                     codes.StageConnect,
		"Connected to 192.0.2.1 but my name was rejected. Remote host said: 550 no such user":                codes.StageHELO,
		"Connected to 192.0.2.1 but authentication was rejected (login). Remote host said: 550 no such user": codes.StageAuth,
		"Connected to 192.0.2.1 but sender was rejected. Remote host said: 550 no such user":                 codes.StageMail,
		"192.0.2.1 does not like sender. Remote host said: 550 no such user":                                 codes.StageMail,
		"192.0.2.1 does not like recipient. Remote host said: 550 no such user":                              codes.StageRcpt,
		"hMailServer sent: MAIL FROM:<news@example.org> Remote server replied: 550 no such user":             codes.StageMail,
		"hMailServer sent: RCPT TO:<alice@example.com> Remote server replied: 550 no such user":              codes.StageRcpt,
		"alice@example.com: MAIL failed: 550 no such user":                                                   codes.StageMail,
		"Error: smtp: MAIL From: 550 no such user":                                                           codes.StageMail,
		"NOQUEUE: reject: RCPT from mx.example.com[192.0.2.1]: 550 no such user":                             codes.StageRcpt,
		"NOQUEUE: reject: MAIL from mx.example.com[192.0.2.1]: 550 no such user":                             codes.StageMail,
		"sending mail failed: 550 no such user":                                                              codes.StageUnknown,
		"":                                                                                                   codes.StageUnknown,
	} {
		if got := codes.FindStage(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestStage checks that what is refused before a recipient is named is the
// sender's affair.
func TestStage(t *testing.T) {
	for _, tt := range []struct {
		text   string
		stage  codes.Stage
		reason codes.Reason
	}{
		{"550 5.7.1 user unknown", codes.StageMail, codes.SenderRejected},
		{"550 domain not found", codes.StageMail, codes.SenderRejected},
		{"550 user unknown", codes.StageAuth, codes.AuthenticationRequired},
		{"550 account disabled", codes.StageAuth, codes.SenderBlocked},
		{"550 unknown host", codes.StageHELO, codes.ReverseDNS},
		{"550 user unknown", codes.StageRcpt, codes.UserUnknown},
		{"550 user unknown", codes.StageEndOfData, codes.UserUnknown},
		{"535 account disabled", codes.StageUnknown, codes.SenderBlocked},
		{"534 account disabled", codes.StageUnknown, codes.SenderBlocked},
		{"538 account disabled", codes.StageUnknown, codes.SenderBlocked},
		{"535 account disabled", codes.StageRcpt, codes.MailboxDisabled},
	} {
		v := codes.ParseResponse(tt.text).Judge(&codes.Options{Stage: tt.stage})
		if v.Reason != tt.reason || tt.stage != codes.StageUnknown && v.Stage != tt.stage {
			t.Errorf("%q at %q: %v at %q, want %v", tt.text, tt.stage, v.Reason, v.Stage, tt.reason)
		}
		if v.Suppress && v.Stage != codes.StageRcpt && v.Stage != codes.StageEndOfData {
			t.Errorf("%q at %q: suppressed", tt.text, tt.stage)
		}
	}
}

func TestWithheld(t *testing.T) {
	o := &codes.Options{Addresses: []string{"alice@example.com", "", "alias@example.com"}, Sender: "news@example.org"}
	for _, tt := range []struct {
		text string
		o    *codes.Options
		want string
	}{
		{"550 5.1.1 user unknown", o, ""},
		{"550 <alice@example.com>: user unknown", o, ""},
		{"550 5.7.1 spam", o, ""}, // no reason that condemns
		{"450 5.1.1 user unknown", o, codes.WithheldPermanent},
		{"550 4.1.1 user unknown", o, codes.WithheldPermanent},
		{"550 5.1.1 user unknown, try again later", o, codes.WithheldPermanent},
		{"550 5.1.1 hm", &codes.Options{Stage: codes.StageMail}, codes.WithheldStage},
		{"550 5.1.1 hm (in reply to EHLO command)", o, codes.WithheldStage},
		{"550 mailbox unavailable", o, codes.WithheldMeaning},
		{"550 recipient rejected", o, codes.WithheldMeaning},
		{"550 5.1.0 hm", o, codes.WithheldMeaning},
		{"550 5.1.1 mailbox does not exist (greylisted)", o, codes.WithheldPermanent},
		{"550 5.1.1 user unknown: message looks like spam", o, codes.WithheldContradiction},
		{"552 5.1.1 user unknown", o, codes.WithheldContradiction},
		{"550 <bob@example.net>: user unknown", o, codes.WithheldContradiction},
		{"550 <bob@example.net>: user unknown", nil, ""},
		{"550 user unknown, contact postmaster@example.net", o, ""},
		{"550 domain example.net does not exist", o, codes.WithheldContradiction},
		{"550 domain example.com does not exist", o, ""},
		{"550 domain MX.Example.com does not exist", o, ""},
		{"421 too busy (previous: 550 5.1.1 User unknown)", o, codes.WithheldPermanent},
		{"550-5.1.1 User unknown\n450 4.2.1 mailbox busy", o, codes.WithheldPermanent},
		{"550 5.1.1 User unknown (in reply to #4.1.1)", o, codes.WithheldPermanent},
		{`lookup of host "relay.example.net" failed in smarthost router: host not found`, o, codes.WithheldContradiction},
		{`lookup of host "example.com" failed in dnslookup router: host not found`, o, ""},
		{"550 5.1.2 <alice@example.com>... Host unknown (Name server: relay.example.net: host not found)", o, codes.WithheldContradiction},
		{"Host or domain name not found. Name service error for name=relay.example.net type=A: Host not found", o, codes.WithheldContradiction},
		{"550 bob: user unknown", o, codes.WithheldContradiction},
		{"550 alias: user unknown", o, ""},
		{"550: 550: user unknown", o, ""},
		{"550 alice: user unknown", o, ""},
		{"550 Alice_Smith: user unknown", o, ""},
		{"550 mailbox: unknown user", o, ""},
		{`550 unknown user "bob"`, o, codes.WithheldContradiction},
		{`550 unknown user "Alice+tag"`, o, ""},
		{`550 unknown user "bob"`, nil, ""},
		{`unknown user: "news"`, o, codes.WithheldContradiction},
	} {
		v := codes.ParseResponse(tt.text).Judge(tt.o)
		if v.Withheld != tt.want || v.Suppress && v.Withheld != "" {
			t.Errorf("%q: %v, suppress %v, withheld %q, want %q", tt.text, v.Reason, v.Suppress, v.Withheld, tt.want)
		}
	}
}

// TestNamedAddress condemns an address whose domain has an underscore and capital
// letters, as the reply writes it.
func TestNamedAddress(t *testing.T) {
	o := &codes.Options{Addresses: []string{"alice@my_zone.example"}}
	for text, want := range map[string]bool{
		"550 5.1.1 alice@My_Zone.example: user unknown":    true,
		"550 5.1.1 alice@MY_ZONE.EXAMPLE: user unknown":    true,
		"550 5.1.1 alice@other_zone.example: user unknown": false,
	} {
		if v := codes.ParseResponse(text).Judge(o); v.Suppress != want {
			t.Errorf("%q: suppress %v, withheld %q", text, v.Suppress, v.Withheld)
		}
	}
}

// TestOtherLocalPart checks that a code in front of a local part does not hide it.
func TestOtherLocalPart(t *testing.T) {
	o := &codes.Options{Addresses: []string{"alice@example.com"}}
	for text, want := range map[string]string{
		"550 5.1.1 bob: user unknown":   codes.WithheldContradiction,
		"550 5.1.1 alice: user unknown": "",
	} {
		r := codes.Response{Reply: 550, Text: text}
		if v := r.Judge(o); v.Withheld != want {
			t.Errorf("%q: withheld %q, want %q", text, v.Withheld, want)
		}
	}
}

// TestSenderNamed checks that what a reply says of the sender's address refuses
// the sender.
func TestSenderNamed(t *testing.T) {
	o := &codes.Options{Addresses: []string{"alice@example.com"}, Sender: "news@example.org"}
	for text, want := range map[string]codes.Reason{
		"550 5.1.1 <news@example.org>: User unknown":                            codes.SenderRejected,
		"550 5.1.1 unknown user <NEWS@example.org>":                             codes.SenderRejected,
		"550 5.1.1 <alice@example.com>: User unknown":                           codes.UserUnknown,
		"550 5.1.1 <alice@example.com>: User unknown (from <news@example.org>)": codes.UserUnknown,
		"550 5.1.1 User unknown":                                                codes.UserUnknown,
		"552 5.2.2 <news@example.org>: mailbox full":                            codes.MailboxFull,
	} {
		if v := codes.ParseResponse(text).Judge(o); v.Reason != want || v.Suppress != (want == codes.UserUnknown) {
			t.Errorf("%q: %v, suppress %t, want %v", text, v.Reason, v.Suppress, want)
		}
	}
	self := &codes.Options{Addresses: []string{"news@example.org"}, Sender: "news@example.org"}
	if v := codes.ParseResponse("550 5.1.1 <news@example.org>: User unknown").Judge(self); !v.Suppress {
		t.Errorf("mail to oneself: %+v", v)
	}
}

// TestAccepted checks that a reply that accepts has no reason.
func TestAccepted(t *testing.T) {
	for _, text := range []string{"250 2.1.5 user unknown", "250 ok", "354 mailbox full", "2.1.5 user unknown", "252 user unknown"} {
		if v := codes.ParseResponse(text).Judge(nil); v.Reason != codes.Unknown || v.Permanent || v.Suppress || v.Evidence.Kind != codes.EvidenceNone {
			t.Errorf("%q: %+v", text, v)
		}
	}
}

// TestHostInText checks that a provider's own meaning of a code needs its host,
// told or named in the reply.
func TestHostInText(t *testing.T) {
	for _, tt := range []struct {
		text, host string
		want       codes.Reason
	}{
		{"550 5.7.30 hm", "", codes.TLSFailed},
		{"550 5.7.30 hm", "gmail-smtp-in.l.google.com", codes.AuthFailed},
		{"host gmail-smtp-in.l.google.com said: 550 5.7.30 hm", "", codes.AuthFailed},
		{"host gmail-smtp-in.l.google.com said: 550 5.7.30 hm", "mx.example.com", codes.TLSFailed},
		{"550 5.7.30 hm [AM0.prod.protection.outlook.com]", "", codes.AuthenticationRequired},
		{"550 5.7.30 write to a@gmail-smtp-in.l.google.com", "", codes.TLSFailed},
		{"550 5.4.1 hm", "", codes.ConnectionFailed},
		{"550 5.4.1 hm", "a.mail.protection.outlook.com", codes.UserUnknown},
	} {
		if got := codes.ParseResponse(tt.text).ReasonAt(tt.host); got != tt.want {
			t.Errorf("%q at %q: %v, want %v", tt.text, tt.host, got, tt.want)
		}
	}
}
