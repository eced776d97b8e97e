package headers_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"example.com/ndr/headers"
	"github.com/emersion/go-message"
	"github.com/emersion/go-msgauth/authres"
)

const returned = "Authentication-Results: spf=none (sender IP is 192.0.2.88)\r\n" +
	" smtp.mailfrom=bounces.example.net; dkim=none (message not signed)\r\n" +
	" header.d=none;dmarc=fail action=oreject\r\n" +
	" header.from=example.com;compauth=fail reason=000\r\n" +
	"From: alice@example.com\r\n" +
	"Subject: hello\r\n\r\n"

func ExampleReadAuth() {
	header := headers.ParseHeader(returned)
	for _, r := range headers.ReadAuth(&header) {
		fmt.Println(r.Method, r.Result, r.Domain, r.Cause)
	}
	// Output:
	// spf none bounces.example.net no-record
	// dkim none  not-signed
	// dmarc fail example.com policy
	// compauth fail example.com policy
}

func ExampleResult_Err() {
	header := headers.ParseHeader(returned)
	for _, r := range headers.ReadAuth(&header) {
		failed := r.Err()
		if failed == nil {
			continue
		}
		err := fmt.Errorf("not delivered: %w", failed)
		var auth *headers.AuthError
		if errors.Is(err, headers.ErrDMARC) && errors.As(err, &auth) {
			fmt.Println("alert the administrator of", auth.Domain, "about", auth.Cause)
			fmt.Println(err)
		}
	}
	// Output:
	// alert the administrator of example.com about policy
	// not delivered: dmarc=fail for example.com: policy (in Authentication-Results)
}

func ExampleReadReply() {
	const reply = "550-5.7.26 Authentication results:\n550-5.7.26  DKIM = did not pass\n550-5.7.26  SPF [example.com] with ip: [192.0.2.1] = did not pass"
	for _, r := range headers.ReadReply(reply) {
		fmt.Println(r.Err())
	}
	// Output:
	// dkim=fail
	// spf=fail for example.com
}

func ExampleTrace() {
	h := headers.ParseHeader("Received: from relay.example.net by mx.example.org; Mon, 2 Jan 2006 15:04:35 +0000\r\n" +
		"Received: from [192.0.2.1] by relay.example.net; Mon, 2 Jan 2006 15:04:05 +0000\r\n\r\n")
	for _, hop := range headers.Trace(&h) {
		fmt.Println(hop.By, hop.Delay)
	}
	// Output:
	// relay.example.net 0s
	// mx.example.org 30s
}

// Only the results of one's own server in a received message can be believed.
// What the sender wrote in its name is told apart.
func ExampleReadAuth_trusted() {
	h := headers.ParseHeader("Authentication-Results: mx.example.org; spf=fail smtp.mailfrom=example.com\r\n" +
		"Received: from mail.example.net by mx.example.org; Mon, 2 Jan 2006 15:04:05 +0000\r\n" +
		"Authentication-Results: mx.example.org; dkim=pass header.d=example.com\r\n" +
		"Authentication-Results: mail.example.net; dmarc=pass header.from=example.com\r\n\r\n")
	for _, r := range headers.ReadAuth(&h, "mx.example.org") {
		fmt.Println(r.Server, r.Method, r.Result, r.Trust)
	}
	// Output:
	// mx.example.org spf fail trusted
	// mx.example.org dkim pass suspect
	// mail.example.net dmarc pass untrusted
}

// What the owner of the domain asks, and what the receiver did.
func ExampleDMARCPolicy() {
	h := headers.ParseHeader("Authentication-Results: mx.example.org;" +
		" dmarc=fail (p=REJECT sp=NONE dis=QUARANTINE) header.from=example.com\r\n\r\n")
	for _, r := range headers.ReadAuth(&h) {
		fmt.Println(r.Domain, "asks to", r.Policy.Domain, "and the message went to", r.Policy.Disposition)
	}
	// Output: example.com asks to reject and the message went to quarantine
}

// A reply says that DMARC failed, and the header of the returned message why.
func ExampleExplain() {
	const reply = "550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification and has a DMARC policy of reject."
	returned := headers.ParseHeader("From: alice@example.com\r\nReturn-Path: <bounces@mailer.example.net>\r\n\r\n")
	results := headers.ReadReply(reply)
	fmt.Println(results[0].Err())
	headers.Explain(results, &returned)
	fmt.Println(results[0].Err())
	// Output:
	// dmarc=fail for example.com: policy
	// dmarc=fail for example.com: not-aligned
}

// A program that read the message with go-message asks about its header.
func ExampleFromMail() {
	entity, err := message.Read(strings.NewReader(returned + "Hello."))
	if err != nil {
		fmt.Println(err)
		return
	}
	h := headers.FromMessage(entity.Header)
	for _, r := range headers.ReadAuth(&h) {
		if err := r.Err(); errors.Is(err, headers.ErrDMARC) {
			fmt.Println(err)
		}
	}
	// Output: dmarc=fail for example.com: policy (in Authentication-Results)
}

// Go-message reads what stands in the other fields.
func ExampleHeader_Mail() {
	h := headers.ParseHeader("Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nTo: Bob <bob@example.net>, carol@example.net\r\n\r\n")
	m := h.Mail()
	subject, err := m.Subject()
	fmt.Println(subject, err)
	to, err := m.AddressList("To")
	fmt.Println(len(to), to[0].Name, err)
	// Output:
	// Grüße <nil>
	// 2 Bob <nil>
}

// A milter checked the message with go-msgauth, and wants the failure as an
// error.
func ExampleFromValue() {
	r := headers.FromValue(&authres.DKIMResult{Value: authres.ResultFail, Domain: "example.com"})
	fmt.Println(r.Err(), errors.Is(r.Err(), headers.ErrDKIM))
	// Output: dkim=fail for example.com true
}

// A return path that carries the recipient tells by itself to whom the message
// went, and nobody else can have made it.
func ExampleVERPKey() {
	key := headers.VERPKey("a secret of sixteen bytes or more")
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	alice := headers.Address{Local: "alice", Domain: "example.com"}
	path, err := key.Make(headers.VERP{Prefix: "b", ID: "m42", Recipient: alice, Day: day}, "bounce.example.org")
	if err != nil {
		panic(err)
	}
	v, err := key.Check(path, day.AddDate(0, 0, 3), 14*24*time.Hour)
	fmt.Println(v.Recipient, v.ID, err)
	path.Local = strings.Replace(path.Local, "alice", "mallory", 1)
	_, err = key.Check(path, day, 14*24*time.Hour)
	fmt.Println(err)
	// Output:
	// alice@example.com m42 <nil>
	// headers: forged return path
}

// A return path that binds the recipient takes every address. The bounce names
// who failed, and the path proves that the message was sent there.
func ExampleVERPKey_Bind() {
	key := headers.VERPKey("a secret of sixteen bytes or more")
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	sentTo := headers.Address{Local: "a.subscriber.with.a.long.name", Domain: "department.university.example"}
	path, err := key.Bind(headers.VERP{Prefix: "bounces", ID: "m42", Recipient: sentTo, Day: day}, "bounce.example.org")
	if err != nil {
		panic(err)
	}

	// A bounce comes back to the path, and names the recipient that failed.
	now := day.AddDate(0, 0, 3)
	v, err := key.CheckBound(path, sentTo, now, 14*24*time.Hour)
	fmt.Println(v.ID, err)

	other := headers.Address{Local: "mallory", Domain: "example.com"}
	v, err = key.CheckBound(path, other, now, 14*24*time.Hour)
	fmt.Println(v.ID, err)
	// Output:
	// m42 <nil>
	// m42 headers: return path of another recipient
}

// The key is changed: bounces to the paths of the old one still come for a while.
func ExampleVERPKeys() {
	old, current := headers.VERPKey("the secret of last year"), headers.VERPKey("the secret of this year")
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	alice := headers.Address{Local: "alice", Domain: "example.com"}
	path, err := old.Make(headers.VERP{Prefix: "b", ID: "m42", Recipient: alice, Day: day}, "bounce.example.org")
	if err != nil {
		panic(err)
	}
	v, err := headers.VERPKeys{current, old}.Check(path, day, 14*24*time.Hour)
	fmt.Println(v.Recipient, err)
	// Output: alice@example.com <nil>
}

// Which message is a report about, and which recipient?
func ExampleCorrelators() {
	report := headers.ParseHeader("Return-Path: <>\r\n" +
		"To: bounces+alice=example.com@lists.example.org\r\n" +
		"In-Reply-To: <m42@lists.example.org>\r\n\r\n")
	for _, c := range headers.Correlators(&report) {
		fmt.Println(c.Kind, c.Value)
	}
	// Output:
	// reference m42@lists.example.org
	// return-path bounces+alice=example.com@lists.example.org
	// verp-recipient alice@example.com
}

// The subscriber forwards to another address, which failed. The returned message
// still says whose subscription it was.
func ExampleReturnedCorrelators() {
	returned := headers.ParseHeader("Received: by mail.example.com for <alice@example.com>; Mon, 2 Jan 2006 15:04:05 +0000\r\n" +
		"Message-ID: <m42@lists.example.org>\r\n" +
		"X-Subscriber: 17\r\n" +
		"To: news@lists.example.org\r\n\r\n")
	const failed = "alice.private@example.net"
	for _, c := range headers.ReturnedCorrelators(&returned, "X-Subscriber") {
		if c.Kind == headers.ReceivedFor && c.Value == failed {
			continue // no forward
		}
		fmt.Println(c.Kind, c.Value)
	}
	// Output:
	// message-id m42@lists.example.org
	// custom 17
	// received-for alice@example.com
	// addressee news@lists.example.org
}

// A help desk confirms each request, but must not answer a newsletter.
func ExampleAutomatic() {
	request := headers.ParseHeader("From: alice@example.com\r\nSubject: a question\r\n\r\n")
	newsletter := headers.ParseHeader("From: news@example.org\r\nList-Id: <news.example.org>\r\n\r\n")
	for _, h := range []*headers.Header{&request, &newsletter} {
		if field, automatic := headers.Automatic(h); automatic {
			fmt.Println("no answer, because of", field)
		} else {
			fmt.Println("answer", h.Get("From"))
		}
	}
	// Output:
	// answer alice@example.com
	// no answer, because of List-Id
}

// Only what is one address to which mail can go may be taken off a list.
func ExampleValidMailbox() {
	for _, s := range []string{"alice@example.com", "*@example.com", "alice\u200b@example.com", "alice@example.com, bob@example.com"} {
		fmt.Printf("%+q %v\n", s, headers.ValidMailbox(s))
	}
	// Output:
	// "alice@example.com" true
	// "*@example.com" false
	// "alice\u200b@example.com" false
	// "alice@example.com, bob@example.com" false
}

func ExampleParseDate() {
	t, ok := headers.ParseDate("Mon, 2 Jan 2006 15:04:05 EST")
	fmt.Println(t.Format(time.RFC3339), ok)
	_, ok = headers.ParseDate("Mon, 2 Jan 2006 15:04:05 +9900")
	fmt.Println(ok)
	// Output:
	// 2006-01-02T15:04:05-05:00 true
	// false
}

func ExampleParseHost() {
	for _, s := range []string{"MX.Example.com.", "[IPv6:2001:db8::1]", "2024.05.14.09"} {
		fmt.Println(headers.ParseHost(s))
	}
	// Output:
	// mx.example.com true
	// 2001:db8::1 true
	//  false
}

func ExampleParseAddress() {
	a, ok := headers.ParseAddress(`=?utf-8?q?Al=C3=ADce?= <alice@example.com>`)
	fmt.Println(a.Name, a.Local, a.Domain, ok)
	// Output: Alíce alice example.com true
}
