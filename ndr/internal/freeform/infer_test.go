package freeform

import (
	"fmt"
	"strings"
	"testing"

	"example.com/ndr/headers"
)

// inferred writes what is inferred of a message whose text names nobody.
func inferred(header, text, returned string) string {
	v := viewOf(header, text)
	v.Returned = headers.ParseHeader(returned)
	chosen, recipients := infer(explainerOfView(v))
	if len(recipients) == 0 {
		return ""
	}
	return fmt.Sprintf("%s: %s", chosen[0].address, recipients[0].Response)
}

// TestInfer infers the recipient of a report whose text names nobody, where the
// header proves enough.
func TestInfer(t *testing.T) {
	const (
		failed   = "Your mail could not be delivered: user unknown."
		delayed  = "Your mail has not yet been delivered: mailbox full."
		returned = "From: sender@example.org\nTo: a@one.example\n"
		system   = "From: postmaster@mail.example.org\nTo: sender@example.org\nSubject: "
	)
	for _, c := range []struct{ name, header, text, returned, want string }{
		{"returned header", systemHeader + "x", failed, returned, "a@one.example: " + failed},
		{"returned header, a delay", systemHeader + "x", delayed, returned, ""},
		{"subject, a delay", systemHeader + "Delayed mail to a@one.example", delayed, "", "a@one.example: " + delayed},
		{"subject that says nothing", systemHeader + "About a@one.example", failed, "", ""},
		{"subject before the returned header", systemHeader + "Undeliverable: b@two.example", failed, returned, "b@two.example: " + failed},
		{"two in the subject", systemHeader + "Undeliverable: b@two.example c@two.example", failed, returned, "a@one.example: " + failed},
		{"the same twice", systemHeader + "Undeliverable: b@two.example <b@two.example>", failed, "", "b@two.example: " + failed},
		{"Cc", systemHeader + "x", failed, "From: sender@example.org\nCc: a@one.example\n", "a@one.example: " + failed},
		{"Bcc", systemHeader + "x", failed, "From: sender@example.org\nBcc: a@one.example\n", "a@one.example: " + failed},
		{"To and Cc", systemHeader + "x", failed, "To: a@one.example\nCc: b@one.example\n", ""},
		{"nothing said", systemHeader + "Undeliverable", "Hello.", "To: a@one.example\n", ""},
		{"nothing said but in the subject, own message", systemHeader + "Undeliverable", "Hello.", returned, "a@one.example: Undeliverable"},
		{"nothing said at all, own message", systemHeader + "x", "Hello.", returned, ""},

		{"null path alone", nobodyHeader + "x", failed, returned, ""},
		{"mail system without the null path", "From: Mail Delivery System <MAILER-DAEMON@mail.example.org>\nTo: kim@example.org\nSubject: x\n", failed, returned, ""},
		{"mail system to the sender, subject", system + "Undeliverable mail", failed, returned, "a@one.example: " + failed},
		{"mail system to another, subject", system + "Undeliverable mail", failed, "From: kim@example.org\nTo: a@one.example\n", ""},
		{"mail system to the sender", system + "x", failed, returned, ""},
		{"person to the sender", personHeader + "Undeliverable mail", failed, returned, ""},

		{"reply", systemHeader + "x", "Your mail is undeliverable.\n\nuser unknown\n\nsaid: 550 no", returned, "a@one.example: 550 no"},
		{"known reason", systemHeader + "x", "It could not be\ndelivered.\n\nmailbox full", returned, "a@one.example: mailbox full"},
		{"policy gives way", systemHeader + "x", "Undeliverable:\n\nagainst our policy\n\nrejected by policy\n\nmailbox full", returned, "a@one.example: mailbox full"},
		{"policy alone", systemHeader + "x", "Undeliverable:\n\nrejected by policy\n\nrejected due to policy", returned, "a@one.example: rejected by policy"},
		{"line that names the user", systemHeader + "x", "Your mail is undeliverable.\n\nmailbox full\n\nuser a: no", returned, "a: user a: no"},
		{"line that names another user", systemHeader + "x", "Your mail is undeliverable.\n\nmailbox full\n\nuser ab: no", returned, "a@one.example: mailbox full"},
		{"line that ends with the user", systemHeader + "x", "Your mail is undeliverable.\n\nmailbox full\n\nuser \"a", returned, "a: user \"a"},
		{"line that names no user", systemHeader + "x", "Your mail is undeliverable.\n\nmailbox full\n\nsee a: no", returned, "a@one.example: mailbox full"},
	} {
		if got := inferred(c.header, c.text, c.returned); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestInferList: a list manager that rejects a post is about the list.
func TestInferList(t *testing.T) {
	const (
		manager = "Return-Path: <>\nFrom: talk-owner@lists.example\nTo: sender@example.org\nSubject: x\n"
		text    = "Your submission to the list"
		other   = "Return-Path: <>\nFrom: lyris@lists.example\nTo: sender@example.org\nSubject: x\n"
	)
	for _, c := range []struct{ name, header, text, returned, want string }{
		{"named in the text", manager, text + " talk. The message is too large.", "", "talk@lists.example"},
		{"address in the text", manager, text + " <Talk@lists.example>. The message is too large.", "", "talk@lists.example"},
		{"part of a word", manager, text + " talks. The message is too large.", "", ""},
		{"returned message", manager, text + ". The message is too large.", "To: Talk@lists.example\n", "talk@lists.example"},
		{"returned message, Cc", manager, text + ". The message is too large.", "To: b@lists.example\nCc: talk@lists.example\n", "talk@lists.example"},
		{"no role", other, text + " talk. The message is too large.", "", ""},
		{"Sender", other + "Sender: talk-request@lists.example\n", text + " talk. The message is too large.", "", "talk@lists.example"},
		{"no known reason", manager, text + " talk. Sorry.", "", ""},
		{"no known reason, own message", manager, text + " talk. Sorry.", "From: sender@example.org\n", "talk@lists.example"},
		{"to the list", strings.Replace(manager, "To: sender@example.org", "To: talk@lists.example", 1), text + " talk. The message is too large.", "", ""},
	} {
		got, _, _ := strings.Cut(inferred(c.header, c.text, c.returned), ":")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFailedRecipients(t *testing.T) {
	v := viewOf("X-Failed-Recipients: a@one.example, b@one.example\nX-Failed-Recipients: a@one.example, c@one.example\n", "Hello.\n\nMail could not be delivered.\n\nbecause of 552 full\n\n550 no")
	out, tooMany := explainerOfView(v).failedRecipients()
	var got []string
	for _, r := range out {
		got = append(got, r.Address+" "+r.Response)
	}
	if want := "a@one.example 550 no/b@one.example 550 no/c@one.example 550 no"; strings.Join(got, "/") != want || tooMany {
		t.Errorf("%q, %t", got, tooMany)
	}

	var field strings.Builder
	field.WriteString("X-Failed-Recipients:")
	for i := range MaxRecipients + 1 {
		fmt.Fprintf(&field, "\n a%d@one.example,", i)
	}
	v = viewOf(field.String()+"\n", "")
	if out, tooMany = explainerOfView(v).failedRecipients(); len(out) != MaxRecipients || !tooMany {
		t.Errorf("%d recipients, too many: %t", len(out), tooMany)
	}
	v = viewOf("X-Failed-Recipients: nobody\n", "")
	if out, tooMany = explainerOfView(v).failedRecipients(); len(out) != 0 || tooMany {
		t.Errorf("%d recipients, too many: %t", len(out), tooMany)
	}
}
