package ndr

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"example.com/ndr/codes"
)

func TestLogValue(t *testing.T) {
	r := Recipient{
		Address: "alice@example.com", Action: Failed, Status: codes.MustParseStatus("5.1.1"), Reply: 550,
		Response: "550 5.1.1 <alice@example.com> unknown", RemoteServer: "mx.example.com\x1b[31m", Reason: codes.UserUnknown,
	}
	rep := &Report{Kind: Failure, Recipients: []Recipient{r, r}}
	for _, v := range []any{r, &r, rep, *rep, rep.Recipients, &DeliveryError{Recipient: r}, DeliveryError{Recipient: r}, rep.Err(), *rep.Err().(*ReportError)} {
		var b bytes.Buffer
		slog.New(slog.NewTextHandler(&b, nil)).Info("bounce", "it", v)
		out := b.String()
		if strings.Contains(out, "alice") || strings.Contains(out, "\x1b") {
			t.Errorf("%T logs what it must not: %s", v, out)
		}
		for _, want := range []string{"domain=example.com", "reason=user-unknown", "status=5.1.1", "reply=550", "remote_server"} {
			if !strings.Contains(out, want) {
				t.Errorf("%T does not log %s: %s", v, want, out)
			}
		}
	}
	var b bytes.Buffer
	slog.New(slog.NewTextHandler(&b, nil)).Info("bounce", "it", &Original{MessageID: "7@example.org", From: "alice@example.com", To: []string{"alice@example.com"}, Subject: "alice"})
	if out := b.String(); strings.Contains(out, "alice") || !strings.Contains(out, "message_id=7@example.org") {
		t.Errorf("an Original logs %s", out)
	}
	b.Reset()
	slog.New(slog.NewTextHandler(&b, nil)).Info("bounce", "it", &Report{Recipients: make([]Recipient, 100)})
	if n := strings.Count(b.String(), "reason="); n != maxLogged {
		t.Errorf("%d of 100 recipients logged, want %d", n, maxLogged)
	}
}
