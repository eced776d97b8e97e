package fuzz

import (
	"errors"
	"fmt"
	"net/textproto"
	"reflect"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// maxFuzzed bounds the inputs: larger ones are slow to mutate and find no
// more. TestGrowth has the large ones.
const maxFuzzed = 64 << 10

// FuzzParse checks the properties of checkMessage.
func FuzzParse(f *testing.F) {
	for _, m := range testMessages(f) {
		f.Add(m.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > maxFuzzed {
			return
		}
		if err := checkMessage(data, nil); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzOptions checks the same with limits so small that they are reached.
func FuzzOptions(f *testing.F) {
	for i, m := range testMessages(f) {
		if i%8 == 0 {
			f.Add(m.data, uint16(i*40), uint16(i*8), uint8(i), uint8(i/3), uint8(i/9), uint16(i*10))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, size, header uint16, parts, depth, recipients uint8, text uint16) {
		if len(data) > maxFuzzed {
			return
		}
		opts := &ndr.Options{
			MaxBytes: int64(size), MaxHeader: int(header), MaxParts: int(parts), MaxDepth: int(depth),
			MaxRecipients: int(recipients), MaxText: int(text),
		}
		if err := checkMessage(data, opts); err != nil {
			t.Fatalf("%+v: %v", *opts, err)
		}
	})
}

// FuzzFromResponse checks the errors that are made of live replies.
func FuzzFromResponse(f *testing.F) {
	for _, reply := range []string{
		"", "250 2.0.0 OK", "550 5.1.1 <a@example.com>: no such user", "550-5.7.26 not\r\n550 5.7.26 authenticated",
		"'452 4.2.2 mailbox full'", "smtp; 550 #5.1.0", "421 try again", "550", "5.1.1", "no codes at all", "\xff\x00\x1b[31m",
		"550 5.7.1 SPF fail for example.com", strings.Repeat("5", 9000),
		"550 5" + strings.Repeat("é", 600) + ".1.1 <a@example.com>: no such user",
	} {
		f.Add(550, reply)
		f.Add(421, reply)
	}
	f.Fuzz(func(t *testing.T, code int, reply string) {
		e := ndr.FromResponse(codes.ParseResponse(reply), nil)
		if err := checkLive(e, reply); err != nil {
			t.Fatalf("%.500q: %v", reply, err)
		}
		live := fmt.Errorf("sending: %w", &textproto.Error{Code: code, Msg: reply})
		e, ok := ndr.FromError(live, nil)
		if ok != (e != nil) {
			t.Fatalf("FromError of %d %.500q gives %v, %v", code, reply, e, ok)
		}
		if err := checkLive(e, fmt.Sprintf("%d %s", code, reply)); err != nil {
			t.Fatalf("FromError of %d %.500q: %v", code, reply, err)
		}
		if ok && (code < 300 || code > 599) {
			t.Fatalf("FromError takes code %d for a failure", code)
		}
		if again, ok := ndr.FromError(e, nil); e != nil && (!ok || again != e) {
			t.Fatalf("FromError does not give back its own %v", e)
		}
	})
}

// checkLive checks what was made of a reply.
func checkLive(e *ndr.DeliveryError, reply string) error {
	if e == nil {
		return nil
	}
	r := &e.Recipient
	if !strings.Contains(reply, r.Reply.String()) {
		return fmt.Errorf("made up reply %v", r.Reply)
	}
	if !holdsStatus(reply, r.Status) {
		return fmt.Errorf("made up status %v", r.Status)
	}
	if r.Action != ndr.Failed || r.Address != "" {
		return fmt.Errorf("says more than a reply does: %+v", r)
	}
	if err := eachString(reflect.ValueOf(*r), "Recipient", checkString); err != nil {
		return err
	}
	return errors.Join(checkVerdict(r), checkDeliveryError(e))
}
