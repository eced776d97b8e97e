package codes_test

import (
	"errors"
	"fmt"
	"strings"

	"example.com/ndr/codes"
)

func ExampleParseResponse() {
	r := codes.ParseResponse("host mx.example.com[192.0.2.1] said: 552 5.2.2 <alice@example.com>: Over quota")
	fmt.Println(r.Reply, r.Status, r.Reason())
	fmt.Println(errors.Is(r.Reason(), codes.MailboxFull))
	// Output:
	// 552 5.2.2 mailbox-full
	// true
}

func ExampleResponse_Judge() {
	r := codes.ParseResponse("550 5.1.1 <alice@example.com>: blocked using zen.spamhaus.org")
	v := r.Judge(&codes.Options{Addresses: []string{"alice@example.com"}})
	fmt.Println(v.Reason, v.Scope, v.Owner)
	fmt.Println("permanent:", v.Permanent, "stop mailing:", v.Suppress)
	fmt.Printf("because of the %v %q, against %q\n", v.Evidence.Kind, v.Evidence.Text, v.Evidence.Contradicted)
	// Output:
	// ip-blocked sending-ip sender-admin
	// permanent: true stop mailing: false
	// because of the wording "blocked using zen.spamhaus.org", against "X.1.1"
}

func ExampleReadRules() {
	rules, err := codes.ReadRules(strings.NewReader(`
# what our own gateway says
recipient-restricted  host=.example.net code=550 phrase=not on the guest list
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	r := codes.ParseResponse("550 alice@example.com: you are not on the guest list")
	v := r.Judge(&codes.Options{Host: "mx.example.net", Rules: rules})
	fmt.Println(v.Reason, v.Evidence.Kind)

	_, err = codes.ReadRules(strings.NewReader("mailbox-empty phrase=nothing here"))
	fmt.Println(err)
	// Output:
	// recipient-restricted rule
	// line 1: codes: unknown name: reason "mailbox-empty"
}

func ExampleStatus_Registration() {
	reg, _ := codes.MustParseStatus("5.7.26").Registration()
	fmt.Println(reg.Code, reg.Title, reg.Source, reg.Reason)
	// Output: X.7.26 Multiple authentication checks failed RFC 7372 auth-failed
}
