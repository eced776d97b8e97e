package event

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/ndr/internal/found"
)

const bounce = `{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","reportingMTA":"dns; mx.example.net","remoteMtaIp":"192.0.2.1",
"bouncedRecipients":[{"emailAddress":"a@example.com","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 no"},
{"emailAddress":"b@example.com"}]},"mail":{"headers":[{"name":"Subject","value":"Hello\r\nX: y"},{"name":"To","value":"a@example.com"}]}}`

// TestReadMail shows what is read of each kind of notification: the recipients
// with action, status, response and remote server.
func TestReadMail(t *testing.T) {
	tests := []struct {
		name, text string
		kind       found.Kind
		server     string
		recipients []string
	}{
		{"bounce", bounce, found.Failure, "mx.example.net",
			[]string{"a@example.com 1 5.1.1 550 5.1.1 no|192.0.2.1", "b@example.com 1  |192.0.2.1"}},
		{"delay", `{"eventType":"DeliveryDelay","deliveryDelay":{"reportingMTA":"mx.example.net","delayedRecipients":[{"emailAddress":"a@example.com","status":"4.4.1","diagnosticCode":"smtp; 421 later"}]}}`,
			found.Delay, "mx.example.net", []string{"a@example.com 2 4.4.1 421 later|"}},
		{"delivery", `{"notificationType":"Delivery","delivery":{"reportingMTA":"mx.example.net","recipients":["a@example.com"],"smtpResponse":"250 ok"}}`,
			found.Success, "mx.example.net", []string{"a@example.com 3  250 ok|"}},
		{"complaint", `{"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"a@example.com"}],"complaintFeedbackType":"abuse","userAgent":"x"}}`,
			found.Feedback, "", []string{"a@example.com 0  |"}},
		{"no recipients", `{"notificationType":"Bounce"}`, found.Failure, "", nil},
		{"one recipient of another type", `{"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"a@example.com"},"b@example.com"]}}`, found.Failure, "", []string{"a@example.com 1  |"}},
		{"recipients of another type", `{"notificationType":"Bounce","bounce":{"bouncedRecipients":"a@example.com"}}`, found.Failure, "", nil},
		{"keys of another case", `{"notificationType":"Bounce","Bounce":{"bouncedRecipients":[{"emailAddress":"a@example.com"}]},"bounce":{"BOUNCEDRECIPIENTS":[{"emailAddress":"b@example.com"}]}}`,
			found.Failure, "", nil},
	}
	for _, tt := range tests {
		d, c, ok := ReadMail(strings.Split("Words.\n\n  "+tt.text+"\n\n--\nIf you wish to stop receiving notifications\n", "\n"))
		if !ok || d.Format != "amazonses" || d.Kind != tt.kind || d.Server != tt.server {
			t.Errorf("%s: got %v, %+v", tt.name, ok, d)
		}
		var got []string
		for _, r := range d.Recipients {
			got = append(got, fmt.Sprintf("%s %d %v %s|%s", r.Address, r.Action, r.Status, r.Response, r.RemoteServer))
		}
		if !slices.Equal(got, tt.recipients) {
			t.Errorf("%s: recipients %q, want %q", tt.name, got, tt.recipients)
		}
		if (c != nil) != (tt.kind == found.Feedback) || c != nil && (c.Type != "abuse" || c.UserAgent != "x") {
			t.Errorf("%s: complaint %+v", tt.name, c)
		}
	}
}

func TestReadMailOriginal(t *testing.T) {
	d, _, _ := ReadMail(strings.Split(bounce, "\n"))
	if want := []string{"Subject: Hello X: y", "To: a@example.com"}; !slices.Equal(d.Original, want) {
		t.Errorf("got %q, want %q", d.Original, want)
	}
}

// TestReadMailForms wraps one notification in the ways in which it comes by mail.
func TestReadMailForms(t *testing.T) {
	quoted, err := json.Marshal(bounce)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"plain":                bounce,
		"cut by Sendmail":      strings.ReplaceAll(bounce, "bouncedRecipients", "bounced!\n Recipients"),
		"envelope":             `{"Type":"Notification","TopicArn":"arn:x","Message":` + string(quoted) + `}`,
		"envelope, over lines": "{\n  \"Type\" : \"Notification\",\n  \"Message\" : " + string(quoted) + "\n}",
	} {
		if d, _, ok := ReadMail(strings.Split(text, "\n")); !ok || len(d.Recipients) != 2 {
			t.Errorf("%s: got %v, %+v", name, ok, d)
		}
	}
}

func TestReadMailNone(t *testing.T) {
	for _, text := range []string{
		"", "Hello.", "{", "{}", "[]", `{"notificationType":"AmazonSnsSubscriptionSucceeded"}`, `{"notificationType":["Bounce"]}`,
		`{"NOTIFICATIONTYPE":"Bounce"}`, `{"Type":"Notification"}`, `{"Type":"Notification","Message":"Bounce"}`,
		`{"Type":"SubscriptionConfirmation","Message":"{\"notificationType\":\"Bounce\"}"}`,
		`{"notificationType":"Bounce"`, `x {"notificationType":"Bounce"}`, "{\n" + bounce,
		strings.Repeat(`{"a":`, 100_000),
	} {
		if d, c, ok := ReadMail(strings.Split(text, "\n")); ok || c != nil || d.Recipients != nil {
			t.Errorf("%.60q: got %+v", text, d)
		}
	}
}
