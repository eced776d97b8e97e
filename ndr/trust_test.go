package ndr

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"example.com/ndr/headers"
	"github.com/emersion/go-msgauth/dkim"
)

var (
	trustDay  = time.Date(2026, 7, 6, 12, 0, 0, 0, time.UTC)
	verpKey   = headers.VERPKey("0123456789abcdef")
	otherKey  = headers.VERPKey("fedcba9876543210")
	senderHas = Ours{
		Keys: headers.VERPKeys{otherKey, verpKey}, BATV: headers.BATVKey("secret"), Domains: []string{"example.org"},
		SentMessageID: func(id string) bool { return id == "n1@example.org" || id == "n1@mail.example.net" },
		Now:           trustDay,
	}
)

// pathFor returns a return path that the key signed for the recipient.
func pathFor(t *testing.T, key headers.VERPKey, recipient string, age time.Duration) string {
	t.Helper()
	to, _ := headers.ParseAddress(recipient)
	a, err := key.Bind(headers.VERP{Prefix: "bounces", ID: "7", Recipient: to, Day: trustDay.Add(-age)}, "bounce.example.org")
	if err != nil {
		t.Fatal(err)
	}
	return a.Spec()
}

// A claimed is a report to be believed or not.
type claimed struct {
	fields    string // of its header, before all others
	status    string // groups of recipients; alice@example.com failed
	original  string // the returned message
	reporting string // the Reporting-MTA
}

func (c claimed) parse(t *testing.T) *Report {
	t.Helper()
	if c.status == "" {
		c.status = aliceFailed
	}
	if c.reporting == "" {
		c.reporting = "mx.example.net"
	}
	if c.original == "" {
		c.original = "From: News <news@example.org>\nTo: alice@example.com\nSubject: News\n\nNews.\n"
	}
	report := c.fields + "From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered Mail Returned to Sender\n" +
		"Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n" +
		"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; " + c.reporting + "\n\n" + c.status +
		"--b\nContent-Type: message/rfc822\n\n" + c.original + "\n--b--\n"
	return parseWith(t, report, &Options{LookupTXT: lookupKeys})
}

// failedGroup returns the fields of a failed recipient.
func failedGroup(original, final string) string {
	if original != "" {
		original = "Original-Recipient: rfc822; " + original + "\n"
	}
	return original + "Final-Recipient: rfc822; " + final + "\nAction: failed\nStatus: 5.1.1\n\n"
}

// TestTrust has each rule decide, and not decide where what it needs is missing.
func TestTrust(t *testing.T) {
	const day = 24 * time.Hour
	bound := pathFor(t, verpKey, "Alice@example.com", 0)
	flipped := strings.Replace(bound, "bounces+", "bouncer+", 1)
	old := pathFor(t, verpKey, "alice@example.com", 40*day)
	signed := sign(t, newsletter, "ed", nil)
	withID := func(id string) string {
		return "From: n@example.org\nTo: alice@example.com\nMessage-ID: <" + id + ">\n\nNews.\n"
	}
	received := "Received: from mx.example.com (mx.example.com [192.0.2.1]) by in.example.org; Mon, 6 Jul 2026 10:00:00 +0000\n"
	tests := []struct {
		name   string
		report claimed
		level  Level
		rule   string
	}{
		{"path of the recipient", claimed{fields: "To: " + bound + "\n"}, Proven, RuleReturnPath},
		{"in Delivered-To", claimed{fields: "Delivered-To: " + bound + "\nTo: news@example.org\n"}, Proven, RuleReturnPath},
		{"in X-Original-To", claimed{fields: "X-Original-To: " + bound + "\nDelivered-To: in@host.example.org\n"}, Proven, RuleReturnPath},
		{"in Envelope-To", claimed{fields: "Envelope-To: " + bound + "\n"}, Proven, RuleReturnPath},
		{"in a field that proves nothing", claimed{fields: "Reply-To: " + bound + "\n"}, Unproven, RuleNone},
		{"in capitals", claimed{fields: "To: " + strings.ToUpper(bound) + "\n"}, Proven, RuleReturnPath},
		{"by the older key", claimed{fields: "To: " + pathFor(t, otherKey, "alice@example.com", 0) + "\n"}, Proven, RuleReturnPath},
		{"almost too old", claimed{fields: "To: " + pathFor(t, verpKey, "alice@example.com", 29*day) + "\n"}, Proven, RuleReturnPath},
		{"a delay", claimed{fields: "To: " + bound + "\n", status: strings.Replace(aliceFailed, "failed", "delayed", 1)}, Proven, RuleReturnPath},
		{"one of two recipients", claimed{fields: "To: " + bound + "\n", status: aliceFailed + failedGroup("", "bob@example.com")}, Plausible, RuleReturnPathOther},
		{"one failed, another was delivered", claimed{fields: "To: " + bound + "\n",
			status: aliceFailed + strings.Replace(failedGroup("", "bob@example.com"), "failed", "delivered", 1)}, Proven, RuleReturnPath},
		{"of another recipient", claimed{fields: "To: " + pathFor(t, verpKey, "mallory@example.com", 0) + "\n"}, Plausible, RuleReturnPathOther},
		{"of the original recipient", claimed{fields: "To: " + bound + "\n", status: failedGroup("alice@example.com", "box@example.net")}, Plausible, RuleReturnPathOriginal},
		{"of nobody", claimed{fields: "To: " + bound + "\n", status: "Action: failed\n\n"}, Plausible, RuleReturnPathOther},
		{"wrong signature", claimed{fields: "To: " + flipped + "\n"}, Forged, RuleReturnPathForged},
		{"wrong signature, and a right one", claimed{fields: "To: " + flipped + ", " + bound + "\n"}, Proven, RuleReturnPath},
		{"wrong signature, before a DKIM signature", claimed{fields: "To: " + flipped + "\n", original: signed}, Forged, RuleReturnPathForged},
		{"an address of others in the form of a path", claimed{fields: "To: list+a-b-c-d@example.net\n"}, Unproven, RuleNone},
		{"too old", claimed{fields: "To: " + old + "\n"}, Unproven, RuleReturnPathExpired},
		{"too old, but a message that was sent", claimed{fields: "To: " + old + "\n", original: withID("n1@example.org")}, Plausible, RuleMessageID},
		{"too old, with a signature", claimed{fields: "To: " + old + "\n", original: signed}, Proven, RuleSignature},

		{"tagged", claimed{fields: "To: prvs=0645df4ef0=news@example.org\n"}, Plausible, RuleReturnPathTagged},
		{"tagged long ago", claimed{fields: "To: prvs=0595309758=news@example.org\n"}, Unproven, RuleReturnPathExpired},
		{"wrongly tagged", claimed{fields: "To: prvs=0645000000=news@example.org\n"}, Forged, RuleReturnPathForged},
		{"tagged by others", claimed{fields: "To: prvs=0645000000=news@example.net\n"}, Unproven, RuleNone},

		{"a signature", claimed{original: signed}, Proven, RuleSignature},
		{"a signature, the recipient in capitals", claimed{original: sign(t, strings.ReplaceAll(newsletter, "alice@example.com", "Alice <ALICE@example.com>"), "ed", nil)}, Proven, RuleSignature},
		{"the recipient is in Cc", claimed{original: sign(t, strings.Replace(newsletter, "To: ", "To: bob@example.com\nCc: ", 1), "ed",
			func(o *dkim.SignOptions) { o.HeaderKeys = append(o.HeaderKeys, "Cc") })}, Proven, RuleSignature},
		{"Cc is not signed", claimed{original: sign(t, strings.Replace(newsletter, "To: ", "To: bob@example.com\nCc: ", 1), "ed", nil)}, Plausible, RuleSignatureOther},
		{"To is not signed", claimed{original: sign(t, newsletter, "ed", func(o *dkim.SignOptions) { o.HeaderKeys = []string{"From"} })}, Plausible, RuleSignatureOther},
		{"To was added above", claimed{original: "To: alice@example.com\n" + sign(t, strings.Replace(newsletter, "alice", "mallory", 1), "ed", nil)}, Plausible, RuleSignatureOther},
		{"a message to another", claimed{original: sign(t, strings.Replace(newsletter, "alice", "mallory", 1), "ed", nil)}, Plausible, RuleSignatureOther},
		{"a look-alike of the recipient", claimed{original: sign(t, strings.Replace(newsletter, "alice", "\u212aate", 1), "ed", nil), status: failedGroup("", "kate@example.com")}, Plausible, RuleSignatureOther},
		{"a changed message", claimed{original: strings.Replace(signed, "this is", "that is", 1)}, Plausible, RuleMessageID},
		{"signed by another domain", claimed{original: strings.ReplaceAll(signed, "d=example.org", "d=example.net")}, Plausible, RuleMessageID},

		{"an identifier that was sent", claimed{original: withID("n1@mail.example.net")}, Plausible, RuleMessageID},
		{"an answer to one that was sent", claimed{fields: "In-Reply-To: <n1@example.org>\n"}, Plausible, RuleMessageID},
		{"an identifier of others", claimed{original: withID("n2@example.net")}, Unproven, RuleNone},
		{"an identifier of ours that was not sent", claimed{original: withID("n2@example.org")}, Forged, RuleMessageIDForged},
		{"that, to a genuine path of another", claimed{fields: "To: " + pathFor(t, verpKey, "mallory@example.com", 0) + "\n", original: withID("n2@example.org")}, Forged, RuleMessageIDForged},

		{"from the recipient's server", claimed{fields: received, reporting: "mx1.example.com"}, Plausible, RuleReportingMTA},
		{"the server is named only", claimed{reporting: "mx1.example.com"}, Unproven, RuleNone},
		{"it is on the way only", claimed{fields: received}, Unproven, RuleNone},
		{"it is that of one of two", claimed{fields: received, reporting: "mx1.example.com", status: aliceFailed + failedGroup("", "bob@example.net")}, Unproven, RuleNone},
		{"nothing", claimed{}, Unproven, RuleNone},
	}
	decided := map[string]bool{RuleNone: true}
	for _, tt := range tests {
		r := tt.report.parse(t)
		if got := r.Trust(&senderHas); got != (Trust{tt.level, tt.rule}) {
			t.Errorf("%s: got %v, want %v (%s)", tt.name, got, tt.level, tt.rule)
		}
		decided[tt.rule] = true
		for _, o := range []*Ours{nil, {}} {
			if got := r.Trust(o); got.Level == Proven || got.Level == Forged {
				t.Errorf("%s, to somebody who knows nothing: got %v", tt.name, got)
			}
		}
	}
	for _, rule := range trustRules {
		if !decided[rule.name] {
			t.Errorf("no test has the rule %s decide", rule.name)
		}
	}
}

// TestTrustManyAddresses reads as many addresses as it says.
func TestTrustManyAddresses(t *testing.T) {
	path := pathFor(t, verpKey, "alice@example.com", 0)
	for n, want := range map[int]Level{maxPaths - 1: Proven, maxPaths: Unproven} {
		to := "To: " + strings.Repeat("news@example.org, ", n) + path + "\n"
		if got := (claimed{fields: to}).parse(t).Trust(&senderHas); got.Level != want {
			t.Errorf("%d before: got %v, want %v", n, got, want)
		}
	}
}

// TestTrustDefaults checks what Ours says of its zero values.
func TestTrustDefaults(t *testing.T) {
	to, _ := headers.ParseAddress("alice@example.com")
	sent := func(age time.Duration) *Report {
		a, err := verpKey.Bind(headers.VERP{Prefix: "b", ID: "7", Recipient: to, Day: time.Now().Add(-age)}, "example.org")
		if err != nil {
			t.Fatal(err)
		}
		return claimed{fields: "To: " + a.Spec() + "\n"}.parse(t)
	}
	keys := headers.VERPKeys{verpKey}
	const day = 24 * time.Hour
	for _, tt := range []struct {
		name string
		ours Ours
		age  time.Duration
		rule string
	}{
		{"29 days", Ours{Keys: keys}, 29 * day, RuleReturnPath},
		{"33 days", Ours{Keys: keys}, 33 * day, RuleReturnPathExpired},
		{"33 days of 60", Ours{Keys: keys, MaxAge: 60 * day}, 33 * day, RuleReturnPath},
		{"a wrong key and no domains", Ours{Keys: headers.VERPKeys{otherKey}}, 0, RuleReturnPathForged},
		{"a short key", Ours{Keys: headers.VERPKeys{verpKey[:15]}}, 0, RuleNone},
	} {
		if got := sent(tt.age).Trust(&tt.ours); got.Rule != tt.rule {
			t.Errorf("%s: got %v, want %s", tt.name, got, tt.rule)
		}
	}
}

// TestTrustStored stores a Trust as the text of its level, and reads it back.
func TestTrustStored(t *testing.T) {
	for n, name := range levels.names {
		want := Trust{Level(n), RuleSignature}
		column, err := want.Value()
		if err != nil || column != name {
			t.Errorf("%s: column %v, %v", name, column, err)
		}
		got := Trust{Rule: "left over"}
		if err := got.Scan(column); err != nil || got != (Trust{Level: Level(n)}) {
			t.Errorf("%s: scanned %v, %v", name, got, err)
		}
		written, err := json.Marshal(want)
		if err != nil || string(written) != `{"level":"`+name+`","rule":"signature"}` {
			t.Errorf("%s: JSON %s, %v", name, written, err)
		}
		if err := json.Unmarshal(written, &got); err != nil || got != want {
			t.Errorf("%s: read back %v, %v", name, got, err)
		}
		if got := want.String(); got != name+" (signature)" {
			t.Errorf("%s: string %q", name, got)
		}
	}
	var trust Trust
	if err := trust.Scan("Proven"); !errors.Is(err, ErrName) {
		t.Errorf("got %v", err)
	}
}
