package fuzz

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

const formType = "application/x-www-form-urlencoded"

// FuzzParseEvent checks the events of any body: what is handed out is bounded
// and fit for a log, JSON keeps it, and nobody is suppressed without an address
// and a reason that condemns it.
func FuzzParseEvent(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "webhooks", "*.body"))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no bodies: %v", err)
	}
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(formType, body)
	}
	f.Add("multipart/form-data; boundary=b", []byte("--b\r\nContent-Disposition: form-data; name=\"mandrill_events\"\r\n\r\n[{\"event\":\"reject\"}]\r\n--b--"))
	f.Add("", []byte(`[{"sg_event_id":1,"event":"dropped","reason":"Invalid","email":["a@b.example\u202e",null]},{"Event":"bounce"}]`))
	f.Fuzz(func(t *testing.T, contentType string, body []byte) {
		if len(body) > maxFuzzed {
			return
		}
		events, err := ndr.ParseEvent(contentType, body)
		if err != nil && !errors.Is(err, ndr.ErrEventLimit) && (!errors.Is(err, ndr.ErrNoEvent) || len(events) > 0) {
			t.Fatalf("%d events and %v", len(events), err)
		}
		if err == nil && len(events) == 0 {
			t.Fatal("neither an event nor an error")
		}
		for i := range events {
			if err := checkEvent(&events[i]); err != nil {
				t.Fatalf("%v in %+v", err, events[i])
			}
		}
		if err := survivesJSON(events, new([]ndr.Event)); err != nil {
			t.Fatal(err)
		}
	})
}

// checkEvent checks what holds for every event.
func checkEvent(e *ndr.Event) error {
	if err := eachString(reflect.ValueOf(*e), "Event", checkString); err != nil {
		return err
	}
	for key, value := range e.Metadata {
		if err := errors.Join(checkString("key", key), checkString("value of "+key, value)); err != nil {
			return err
		}
	}
	var failure *ndr.DeliveryError
	switch err := e.Err(); {
	case (err != nil) != (e.Kind == ndr.Failure):
		return fmt.Errorf("kind %v with error %v", e.Kind, err)
	case err != nil && !errors.As(err, &failure):
		return fmt.Errorf("error of type %T", err)
	}
	return errors.Join(checkVerdict(&e.Recipient), checkSuppressed(e))
}

// checkSuppressed checks that an address is suppressed for a reason of its own.
func checkSuppressed(e *ndr.Event) error {
	r := &e.Recipient
	if !r.Suppress {
		return nil
	}
	if e.Kind != ndr.Failure || e.Ambiguous || r.Evidence.Kind < codes.EvidenceWording {
		return fmt.Errorf("suppressed by %+v", r.Evidence)
	}
	if list := headers.ParseAddressList(r.Address); len(list) != 1 || list[0].Spec() != r.Address || list[0].Domain == "" {
		return fmt.Errorf("suppressed is %q", r.Address)
	}
	return nil
}

// FuzzEventText puts one text into what several providers post, once called
// permanent and once not: their claim never condemns an address, though one of a
// temporary failure, or of a block, may spare it, and a text that does not condemn
// it by itself never does.
func FuzzEventText(f *testing.F) {
	for _, s := range []string{
		"550 5.1.1 no such user here", "550 5.7.1 Client host [192.0.2.1] blocked using lists.example", "550", "",
		"552 5.2.2 The mailbox is full", "550 5.7.26 DMARC", "no words of use", "no such user", "smtp; 550 #5.1.1", "\xff\u202e550",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, said string) {
		for _, format := range []string{
			`{"sg_event_id":"1","email":"alice@example.com","event":"bounce","reason":%s,"type":"%s"}`,
			`{"RecordType":"Bounce","Email":"alice@example.com","Details":%s,"Type":"%s"}`,
			`{"email_id":"1","rcpt":"alice@example.com","event":"bounce","message":%s,"bounce":"%s"}`,
			`{"event":"failed","log-level":"x","recipient":"alice@example.com","delivery-status":{"message":%s},"severity":"%s"}`,
		} {
			quoted, err := json.Marshal(said)
			if err != nil {
				t.Fatal(err)
			}
			var condemned []bool
			for _, claim := range []string{"permanent", "hard", "bounce", "HardBounce", "blocked", "soft", "SoftBounce"} {
				events, err := ndr.ParseEvent("", fmt.Appendf(nil, format, quoted, claim))
				if err != nil || len(events) != 1 {
					t.Fatalf("got %d events and %v", len(events), err)
				}
				e := &events[0]
				if e.Kind != ndr.Failure || strings.TrimSpace(e.Recipient.Response) == "" {
					continue
				}
				maySpare := claim == "blocked" || e.ProviderPermanent != nil && !*e.ProviderPermanent
				if !maySpare || e.Recipient.Suppress {
					condemned = append(condemned, e.Recipient.Suppress)
				}
				if e.Recipient.Suppress && e.Recipient.Response == said && !codes.ParseResponse(said).Suppress() {
					t.Errorf("%s: %q condemns %+v", claim, said, e.Recipient)
				}
			}
			for _, c := range condemned {
				if c != condemned[0] {
					t.Errorf("%q suppresses by the claim of the provider in %s", said, format)
				}
			}
		}
	})
}

// eventAttacks are bodies that cost a careless reader more than their size.
var eventAttacks = []attack{
	{"arrays in arrays", repeat("[")},
	{"elements that are no objects", closed("[", "null,", "{}]")},
	{"events", closed("[", `{"sg_event_id":1},`, "{}]")},
	{"recipients that share a long value", func(n int) string {
		return closed(`{"eventType":"Bounce","mail":{"tags":{"a":"`+strings.Repeat("x", n/2)+`"}},"bounce":{"bouncedRecipients":[`, `{"emailAddress":"a"},`, "{}]}}")(n / 2)
	}},
	{"recipients looked for in diagnostics", func(n int) string {
		to := strings.Repeat(`"a@b.example",`, 100)
		said := strings.Repeat(`"`+strings.Repeat("a@b.example2 ", 100)+`",`, 100)
		return closed("[", `{"type":"email.bounced","data":{"to":[`+to+`""],"bounce":{"diagnosticCode":[`+said+`""]}}},`, "{}]")(n)
	}},
	{"addresses", closed(`{"sg_event_id":1,"email":"`, "<a@b,", `"}`)},
	{"fields of a header", closed(`{"eventType":"Send","mail":{"headers":[`, `{"name":"X-a","value":"b"},`, "{}]}}")},
	{"fields of a form", repeat("a=b&")},
	{"parts of a form", repeat("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n")},
	{"a header of a part", in("--b\r\n", "A: b\r\n")},
	{"almost boundaries", in("--b\r\n\r\n", "\r\n--")},
}

// closed returns a function that makes an input with an end.
func closed(before, piece, after string) func(int) string {
	return func(n int) string { return in(before, piece)(n) + after }
}

// eventPairs returns each attack in two sizes.
func eventPairs() (all []pair) {
	const n = 256 << 10
	read := func(body string) { ndr.ParseEvent("multipart/form-data; boundary=b", []byte(body)) }
	for _, a := range eventAttacks {
		small, large := a.make(n), a.make(n*factor)
		all = append(all, pair{a.name, len(small), len(large), func() { read(small) }, func() { read(large) }})
	}
	return all
}
