package headers_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"example.com/ndr/headers"
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

func ExampleParseAddress() {
	a, ok := headers.ParseAddress(`=?utf-8?q?Al=C3=ADce?= <alice@example.com>`)
	fmt.Println(a.Name, a.Local, a.Domain, ok)
	// Output: Alíce alice example.com true
}
