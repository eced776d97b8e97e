package fuzz

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"github.com/emersion/go-msgauth/authres"
)

// nobodysKey is the record of a key that nobody signs with. A key of zeros would
// not do: it is a point of order 4, for which one signature in four can be forged.
var nobodysKey = sync.OnceValue(func() string {
	key := ed25519.NewKeyFromSeed([]byte("a seed that nobody signs with..."))
	return "v=DKIM1; k=ed25519; p=" + base64.StdEncoding.EncodeToString(key.Public().(ed25519.PublicKey))
})

// FuzzTrust checks that no report is proven to somebody whose secrets it does not
// hold, whatever it says, and that to verify signatures changes nothing else.
func FuzzTrust(f *testing.F) {
	for i, m := range testMessages(f) {
		if i%4 == 0 {
			f.Add(m.data)
		}
	}
	for _, path := range []string{"b+aaaaaaaaaaaaaaaa-gk8-7-aaaaaaaa@example.org", "prvs=0645df4ef0=news@example.org"} {
		f.Add([]byte(signedReport(path, "b=AAAA")))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > maxFuzzed {
			return
		}
		if err := checkTrust(data); err != nil {
			t.Fatal(err)
		}
	})
}

// signedReport is a report to a return path, of a message with a signature that ends
// in these tags.
func signedReport(path, tags string) string {
	return "Delivered-To: " + path + "\nFrom: MAILER-DAEMON@example.net\nSubject: Undelivered Mail\n" +
		"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n" +
		"Reporting-MTA: dns; example.net\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\n\n" +
		"--b\nContent-Type: message/rfc822\n\nDKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/simple; d=example.org; s=ed;\n h=From:To; " +
		"bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=; " + tags + "\nFrom: news@example.org\nTo: a@example.com\n\n\n--b--\n"
}

// TestNobodySigns checks that the key of nobody is none that everybody can sign for,
// as this signature does for the keys of small order.
func TestNobodySigns(t *testing.T) {
	signature := base64.StdEncoding.EncodeToString(append([]byte{1}, make([]byte, ed25519.SignatureSize-1)...))
	for i := range 16 {
		if err := checkTrust([]byte(signedReport("news@example.org", fmt.Sprintf("t=%d; b=%s", 1_700_000_000+i, signature)))); err != nil {
			t.Error(err)
		}
	}
}

func checkTrust(data []byte) error {
	asked := 0
	opts := &ndr.Options{LookupTXT: func(string) ([]string, error) { asked++; return []string{nobodysKey()}, nil }}
	rep, err := ndr.Parse(bytes.NewReader(data), opts)
	if errors.Is(err, ndr.ErrNoMessage) {
		return nil
	}
	if err != nil {
		return err
	}
	if asked > 5 {
		return fmt.Errorf("%d keys asked for", asked)
	}
	again, err := ndr.Parse(iotest.OneByteReader(bytes.NewReader(data)), opts)
	if err != nil {
		return err
	}
	if err := sameReport(rep, again); err != nil {
		return fmt.Errorf("one byte a read: %w", err)
	}
	for _, r := range []*ndr.Report{rep, rep.Quoted} {
		if r != nil {
			if err := checkUnproven(r); err != nil {
				return err
			}
		}
	}
	return checkUnchanged(rep, data)
}

// checkUnproven checks what a report is to senders who never sent its message.
func checkUnproven(r *ndr.Report) error {
	for _, s := range r.Original.Signatures {
		if s.Result == authres.ResultPass {
			return fmt.Errorf("nobody signed %+v", s)
		}
		if err := eachString(reflect.ValueOf(s), "Signature", checkString); err != nil {
			return err
		}
	}
	from, _ := headers.ParseAddress(r.Original.From)
	for _, sent := range []bool{false, true} {
		trust := r.Trust(&ndr.Ours{
			Keys: headers.VERPKeys{headers.VERPKey("nobody knows this")}, BATV: headers.BATVKey("nor this"),
			Domains:       []string{from.Domain, "example.com", "example.org"},
			SentMessageID: func(string) bool { return sent },
			Now:           time.Unix(1_800_000_000, 0),
		})
		if trust.Level == ndr.Proven || trust.Rule == "" || strings.HasPrefix(trust.Rule, "return-path") && trust.Level != ndr.Forged {
			return fmt.Errorf("without a secret the report is %v", trust)
		}
	}
	if trust := r.Trust(nil); trust.Level == ndr.Proven || trust.Level == ndr.Forged {
		return fmt.Errorf("to nobody the report is %v", trust)
	}
	return nil
}

// checkUnchanged checks that the report is the one without signatures.
func checkUnchanged(rep *ndr.Report, data []byte) error {
	plain, err := ndr.Parse(bytes.NewReader(data), nil)
	if err != nil {
		return err
	}
	bare := *rep
	bare.Original.Signatures = nil
	if rep.Quoted != nil {
		quoted := *rep.Quoted
		quoted.Original.Signatures = nil
		bare.Quoted = &quoted
	}
	return sameReport(plain, &bare)
}
