package ndr

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/event"
	"example.com/ndr/ndr/internal/found"
)

// webhookType is the content type of the samples: JSON needs none.
func webhookType(body []byte) string {
	if bytes.HasPrefix(body, []byte("--bdry")) {
		return "multipart/form-data; boundary=bdry"
	}
	return "application/x-www-form-urlencoded"
}

// webhooks returns the bodies in ../testdata/webhooks by path. Beside each
// NAME.body stands NAME.json, the expected events; a key that these leave out
// is not compared.
func webhooks(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "webhooks", "*.body"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no bodies in testdata/webhooks: %v", err)
	}
	bodies := make(map[string][]byte)
	for _, path := range paths {
		if bodies[path], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return bodies
}

// eventsOf returns the events of a body that must be read without an error.
func eventsOf(t testing.TB, body []byte) []Event {
	t.Helper()
	events, err := ParseEvent(webhookType(body), body)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func TestWebhooks(t *testing.T) {
	for path, body := range webhooks(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			golden, err := os.ReadFile(strings.TrimSuffix(path, ".body") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want, got any
			if err := json.Unmarshal(golden, &want); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(marshal(t, eventsOf(t, body)), &got); err != nil {
				t.Fatal(err)
			}
			for _, diff := range compare("", want, got) {
				t.Error(diff)
			}
		})
	}
}

// TestEventVerdict has a case for each rule of judgeEvent.
func TestEventVerdict(t *testing.T) {
	unknown := event.Class{Reason: codes.UserUnknown}
	const refused, nobody = "550 5.1.1 no such user here", "550 we would rather not"
	tests := []struct {
		name     string
		said     string
		e        event.Event
		reason   codes.Reason
		suppress bool
	}{
		{"the server's words", refused, event.Event{}, codes.UserUnknown, true},
		{"a temporary reply", "450 4.1.1 no such user here", event.Event{}, codes.UserUnknown, false},
		{"the provider says permanent", "550 5.7.1 spam", event.Event{Meaning: event.Meaning{Permanent: event.Permanent, Suppressed: true}}, codes.SpamRejected, false},
		{"the provider says temporary", refused, event.Event{Meaning: event.Meaning{Permanent: event.Temporary}}, codes.UserUnknown, true},
		{"the provider says temporary of what has no code", "no such user here", event.Event{Meaning: event.Meaning{Permanent: event.Temporary}}, codes.UserUnknown, false},
		{"what has no code", "no such user here", event.Event{}, codes.UserUnknown, true},
		{"an answer to MAIL FROM", refused, event.Event{Stage: codes.StageMail}, codes.SenderRejected, false},
		{"an address that had to be repaired", refused, event.Event{Address: "a@example.com"}, codes.UserUnknown, false},
		{"one of several recipients", refused, event.Event{Shared: true}, codes.UserUnknown, false},
		{"a delay", refused, event.Event{Meaning: event.Meaning{Kind: found.Delay}}, codes.UserUnknown, false},
		{"a delay by its class", "", event.Event{Meaning: event.Meaning{Kind: found.Delay, Class: unknown}}, codes.UserUnknown, false},
		{"words of the provider", refused, event.Event{Prose: true}, codes.UserUnknown, false},

		{"the class alone", "", event.Event{Meaning: event.Meaning{Class: unknown}}, codes.UserUnknown, true},
		{"the class and a permanent reply", "550", event.Event{Meaning: event.Meaning{Class: unknown}}, codes.UserUnknown, true},
		{"the class and a temporary reply", "450", event.Event{Meaning: event.Meaning{Class: unknown}}, codes.UserUnknown, false},
		{"the class and a status that says nothing", "5.0.0", event.Event{Meaning: event.Meaning{Class: unknown}}, codes.UserUnknown, true},
		{"a class and a status that says more", "5.2.2", event.Event{Meaning: event.Meaning{Class: unknown}}, codes.MailboxFull, false},
		{"a class that the provider calls temporary", "", event.Event{Meaning: event.Meaning{Class: unknown, Permanent: event.Temporary}}, codes.UserUnknown, false},
		{"a class that is wrong at times", "", event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.UserUnknown, Weak: true}}}, codes.UserUnknown, false},
		{"a class of another kind", "", event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.SpamRejected}, Permanent: event.Permanent}}, codes.SpamRejected, false},
		{"words of the provider beside its class", "we gave up", event.Event{Prose: true, Meaning: event.Meaning{Class: unknown}}, codes.UserUnknown, true},

		{"words that tell nothing, and an unknown recipient", nobody, event.Event{Meaning: event.Meaning{Class: unknown}}, codes.Unknown, false},
		{"words that tell nothing, and another class", nobody, event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.IPBlocked}}}, codes.IPBlocked, false},
		{"words that tell nothing, and a class that condemns", nobody, event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.HostUnknown}}}, codes.HostUnknown, false},
		{"words and a class that tell nothing", "550 5.7.1 refused by policy", event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.SystemError}}}, codes.PolicyRejected, false},
		{"no reason, and a class that tells little", "no words of use", event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.SystemError}}}, codes.SystemError, false},
		{"words against a class", "552 5.2.2 mailbox is full", event.Event{Meaning: event.Meaning{Class: unknown}}, codes.MailboxFull, false},
		{"a class that blames the sender", refused, event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.IPBlocked}}}, codes.UserUnknown, false},
		{"a class that says that the mailbox is full", refused, event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.MailboxFull}}}, codes.UserUnknown, false},
		{"a class that blames the path", refused, event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.Expired}}}, codes.UserUnknown, true},

		{"the provider's own list", "550 5.7.1 spam", event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.Suppressed, Own: true}}}, codes.Suppressed, true},
		{"the provider's own quota", refused, event.Event{Meaning: event.Meaning{Class: event.Class{Reason: codes.SenderBlocked, Own: true}}}, codes.SenderBlocked, false},
	}
	for _, tt := range tests {
		f := tt.e
		f.Response, f.Said = codes.ParseResponse(tt.said), tt.said
		f.Kind = max(f.Kind, found.Failure)
		f.Sound = f.Address == ""
		r := newEvent(&f).Recipient
		if r.Reason != tt.reason || r.Suppress != tt.suppress {
			t.Errorf("%s: got %v, suppress %v, want %v, %v", tt.name, r.Reason, r.Suppress, tt.reason, tt.suppress)
		}
		if r.Owner != r.Reason.Owner() && f.Class.Reason == r.Reason {
			t.Errorf("%s: the owner is %v", tt.name, r.Owner)
		}
	}
}

// TestEventNoSuppression takes the words of a server in every form in which a
// provider calls them permanent, and keeps the address.
func TestEventNoSuppression(t *testing.T) {
	const said = "550 5.7.1 Client host [192.0.2.9] blocked using lists.example"
	for _, body := range []string{
		`{"sg_event_id":"1","event":"bounce","type":"bounce","email":"a@example.com","reason":"` + said + `"}`,
		`{"event-data":{"event":"failed","severity":"permanent","reason":"bounce","recipient":"a@example.com","delivery-status":{"message":"` + said + `"}}}`,
		`{"RecordType":"Bounce","Type":"HardBounce","Inactive":true,"Email":"a@example.com","Details":"` + said + `"}`,
		`[{"msys":{"message_event":{"type":"bounce","bounce_class":"10","rcpt_to":"a@example.com","raw_reason":"` + said + `"}}}]`,
	} {
		e := eventsOf(t, []byte(body))[0]
		if e.ProviderPermanent == nil || !*e.ProviderPermanent || !e.ProviderSuppressed {
			t.Errorf("the provider's claims are lost: %+v", e)
		}
		if e.Recipient.Suppress || e.Recipient.Reason != codes.IPBlocked {
			t.Errorf("%s: %v, suppress %v", e.Provider, e.Recipient.Reason, e.Recipient.Suppress)
		}
	}
}

func TestNoEvent(t *testing.T) {
	for _, body := range []string{
		"", " \r\n", "\ufeff", "{", "[", "{}", "[]", "[{}]", "null", `"text"`, "17", "[null,7,[]]", "a=b&c=d", "%zz=%zz",
		`{"event":"something","email":"a@example.com"}`, `{"sg_event_id":"1"} {}`, `{"Records":[]}`, `{"type":"email.sent","data":[]}`,
		`{"type":"activity.sent"}`, `{"source":"aws.ses"}`, `{"eventType":7,"mail":{}}`, `{"results":[{"type":"bounce"}]}`,
		`{"source":"aws.s3","detail-type":"Object Created","detail":{}}`, `{"eventType":"Bounce","mail":[]}`, `{"event-data":7}`,
		"mandrill_events=%5B%5D", "mandrill_events=no", "--bdry\r\n", strings.Repeat("[", 20_000),
	} {
		events, err := ParseEvent(webhookType([]byte(body)), []byte(body))
		if !errors.Is(err, ErrNoEvent) || len(events) > 0 {
			t.Errorf("%.40q: got %d events and %v", body, len(events), err)
		}
	}
	var syntax *json.SyntaxError
	if _, err := ParseEvent("", []byte(`{"a":}`)); !errors.As(err, &syntax) || syntax.Offset != 6 {
		t.Errorf("the place of the damage is lost: %v", err)
	}
}

// TestEventWithoutRecipient keeps a failure that names nobody.
func TestEventWithoutRecipient(t *testing.T) {
	for _, body := range []string{
		`{"eventType":"Bounce","mail":{},"bounce":{"bounceType":"Permanent"}}`,
		`{"sg_event_id":"1","event":"bounce"}`,
		`{"event-data":{"event":"failed"}}`,
		`{"type":"email.bounced","data":{"bounce":{}}}`,
	} {
		events := eventsOf(t, []byte(body))
		if len(events) != 1 || events[0].Kind != Failure || events[0].Recipient.Address != "" || events[0].Recipient.Suppress {
			t.Errorf("%s: got %+v", body, events)
		}
	}
}

// TestEventSuppressedComplaint takes a complaint of long ago, for which Amazon SES did not
// send, for a failure of each recipient.
func TestEventSuppressedComplaint(t *testing.T) {
	for _, e := range eventsOf(t, []byte(`{"eventType":"Complaint","mail":{},"complaint":{"complaintSubType":"OnAccountSuppressionList",`+
		`"complainedRecipients":[{"emailAddress":"a@example.com"},{"emailAddress":"b@example.com"}]}}`)) {
		if e.Kind != Failure || e.Ambiguous || !e.ProviderSuppressed || !e.Recipient.Suppress {
			t.Errorf("got %+v", e)
		}
	}
}

// TestEventAmbiguous tells an event of one of several recipients from one of all.
func TestEventAmbiguous(t *testing.T) {
	for name, want := range map[string]bool{"sent": false, "delivered": false, "bounced": true, "complained": true} {
		for _, e := range eventsOf(t, []byte(`{"type":"email.`+name+`","data":{"to":["a@example.com","b@example.com"]}}`)) {
			if e.Ambiguous != want || e.Recipient.Address == "" {
				t.Errorf("%s: got %+v", name, e)
			}
		}
	}
}

// TestEventOfEnvelope takes the name and the time from the envelope where what is in it
// names no event.
func TestEventOfEnvelope(t *testing.T) {
	for body, want := range map[string]string{
		`{"source":"aws.ses","id":"1","detail-type":"Mail Stored","time":"2026-11-02T10:22:52Z","detail":{"mail":{"messageId":"m1"}}}`:              "Mail Stored",
		`{"Type":"Notification","TopicArn":"arn","MessageId":"1","Timestamp":"2026-11-02T10:22:52Z","Message":"{\"mail\":{\"messageId\":\"m1\"}}"}`: "Notification",
	} {
		if events := eventsOf(t, []byte(body)); len(events) != 1 || events[0].Name != want || events[0].Time.IsZero() || events[0].EventID != "1" {
			t.Errorf("%s: got %+v", body, events)
		}
	}
}

// TestEventContentType reads JSON whatever its content type, and a byte order
// mark before it.
func TestEventContentType(t *testing.T) {
	body := webhooks(t)[filepath.Join("..", "testdata", "webhooks", "ses-sns.body")]
	for _, typ := range []string{"", "text/plain; charset=UTF-8", "application/json", "multipart/form-data", "no type", strings.Repeat("a", 1<<20)} {
		if events, err := ParseEvent(typ, append([]byte("\ufeff\n"), body...)); err != nil || len(events) != 1 || !events[0].Recipient.Suppress {
			t.Errorf("%.40q: got %d events and %v", typ, len(events), err)
		}
	}
}

func TestEventLimit(t *testing.T) {
	batch := func(n int) []byte {
		return []byte("[" + strings.Repeat(`{"sg_event_id":"1"},`, n-1) + `{"sg_event_id":"1"}]`)
	}
	const most = 20_000
	if events, err := ParseEvent("", batch(most)); err != nil || len(events) != most {
		t.Errorf("got %d events and %v", len(events), err)
	}
	if events, err := ParseEvent("", batch(most+1)); !errors.Is(err, ErrEventLimit) || len(events) != most {
		t.Errorf("got %d events and %v", len(events), err)
	}
}

// TestEventTruncated reaches each limit of a single event.
func TestEventTruncated(t *testing.T) {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format+",", i)
		}
		return strings.TrimSuffix(b.String(), ",")
	}
	value := func(n int) string { return `"` + strings.Repeat("x", n) + `"` }
	tests := []struct {
		name, format string
		max          int
		content      func(n int) string
	}{
		{"response", `{"sg_event_id":"1","event":"bounce","reason":%s}`, 4 << 10, value},
		{"identifier", `{"sg_event_id":%s,"event":"bounce"}`, 1 << 10, value},
		{"address", `{"sg_event_id":"1","event":"bounce","email":%s}`, 1 << 10, value},
		{"tags", `{"sg_event_id":"1","category":[%s]}`, 100, func(n int) string { return many(n, `"t%d"`) }},
		{"metadata", `{"sg_event_id":"1",%s}`, 100, func(n int) string { return many(n, `"x%d":1`) }},
		{"value of metadata", `{"sg_event_id":"1","x":%s}`, 1 << 10, value},
		{"recipients", `{"event":"processed","email_id":"1","recipients":[%s]}`, 100, func(n int) string { return many(n, `"a%d@example.com"`) }},
		{"recipients of a diagnostic", `{"type":"email.bounced","data":{"to":[%s],"bounce":{"diagnosticCode":["550 no"]}}}`, 100, func(n int) string { return many(n, `"a%d@example.com"`) }},
		{"bounced recipients", `{"eventType":"Bounce","mail":{},"bounce":{"bouncedRecipients":[%s]}}`, 100, func(n int) string { return many(n, `{"emailAddress":"a%d@example.com"}`) }},
	}
	for _, tt := range tests {
		for n := tt.max; n <= tt.max+1; n++ {
			events := eventsOf(t, fmt.Appendf(nil, tt.format, tt.content(n)))
			last := events[len(events)-1]
			if last.Truncated != (n > tt.max) || len(events) > tt.max || len(last.Tags) > tt.max || len(last.Metadata) > tt.max {
				t.Errorf("%s, %d: truncated %v, %d events", tt.name, n, last.Truncated, len(events))
			}
		}
	}
}

// TestEventJSON reads back what it writes, in snake case.
func TestEventJSON(t *testing.T) {
	for path, body := range webhooks(t) {
		written := marshal(t, eventsOf(t, body))
		var again []Event
		if err := json.Unmarshal(written, &again); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		if got := marshal(t, again); !bytes.Equal(got, written) {
			t.Errorf("%s: JSON changes:\n%s\n%s", path, written, got)
		}
	}
	want := "provider kind recipient ambiguous message_id name provider_id event_id provider_permanent provider_suppressed"
	if got := keysOf(t, marshal(t, Event{})); strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestEventErr(t *testing.T) {
	refused := eventsOf(t, []byte(`{"sg_event_id":"1","event":"bounce","email":"a@example.com","reason":"550 5.7.1 Rejected due to the DMARC policy of example.org"}`))[0]
	err := refused.Err()
	var failure *DeliveryError
	if !errors.As(err, &failure) || failure.Recipient.Address != "a@example.com" {
		t.Fatalf("got %#v", err)
	}
	if !errors.Is(err, codes.AuthFailed) || !errors.Is(err, headers.ErrDMARC) || !errors.Is(err, ErrPermanent) {
		t.Errorf("does not match what it says: %v", err)
	}
	for _, name := range []string{"deferred", "delivered", "spamreport", "open"} {
		e := eventsOf(t, []byte(`{"sg_event_id":"1","event":"`+name+`","email":"a@example.com","reason":"550 5.1.1 no such user here"}`))[0]
		if err := e.Err(); err != nil {
			t.Errorf("%s: got %#v", name, err)
		}
	}
}

func TestEventLog(t *testing.T) {
	e := eventsOf(t, []byte(`{"sg_event_id":"1","event":"bounce","type":"\u001b[31m","email":"alice@example.com","reason":"550 5.1.1 <alice@example.com> unknown","user":"alice"}`))[0]
	for _, v := range []any{e, &e} {
		var b bytes.Buffer
		slog.New(slog.NewTextHandler(&b, nil)).Info("webhook", "it", v)
		out := b.String()
		if strings.Contains(out, "alice") || strings.Contains(out, "\x1b") {
			t.Errorf("%T logs what it must not: %s", v, out)
		}
		for _, want := range []string{"it.provider=sendgrid", "it.kind=failure", "it.event_id=1", "it.recipient.domain=example.com", "it.recipient.reason=user-unknown"} {
			if !strings.Contains(out, want) {
				t.Errorf("%T does not log %s: %s", v, want, out)
			}
		}
	}
}

// TestElasticEmail has a form for each category; one form holds one event.
func TestElasticEmail(t *testing.T) {
	for category, want := range map[string]codes.Reason{
		"NoMailbox": codes.UserUnknown, "BlackListed": codes.IPBlocked, "Spam": codes.SpamRejected, "ContentFilter": codes.ContentRejected,
		"GreyListed": codes.Greylisted, "Throttled": codes.RateLimited, "Timeout": codes.ConnectionFailed,
		"ConnectionProblem": codes.ConnectionFailed, "ConnectionTerminated": codes.ConnectionFailed, "SPFProblem": codes.AuthFailed,
		"AccountProblem": codes.MailboxDisabled, "DNSProblem": codes.DNSFailure, "WhitelistingProblem": codes.RecipientRestricted,
		"CodeError": codes.ProtocolError, "ManualCancel": codes.Unknown,
	} {
		e := eventsOf(t, []byte("to=a@example.com&status=Error&transaction=1&category="+category))[0]
		if e.Recipient.Reason != want || e.Recipient.Suppress != (want == codes.UserUnknown) || e.ProviderPermanent != nil {
			t.Errorf("%s: got %v, suppress %v, permanent %v", category, e.Recipient.Reason, e.Recipient.Suppress, e.ProviderPermanent)
		}
	}
}
