package ndr_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"example.com/ndr/ndr"
)

// signingKey is what the provider shows beside the webhook.
const signingKey = "not-a-secret"

// takeEvents is the webhook of a shop that sends through MailerSend.
func takeEvents(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 8<<20))
	if err != nil {
		http.Error(w, "cannot read the body", http.StatusBadRequest)
		return
	}
	// Whoever finds the URL could have any address suppressed.
	mac := hmac.New(sha256.New, []byte(signingKey))
	mac.Write(body)
	signature, err := hex.DecodeString(r.Header.Get("Signature"))
	if err != nil || !hmac.Equal(signature, mac.Sum(nil)) {
		http.Error(w, "wrong signature", http.StatusForbidden)
		return
	}

	events, err := ndr.ParseEvent(r.Header.Get("Content-Type"), body)
	if err != nil {
		// Another status would make the provider post it again for hours.
		fmt.Println("not understood:", err)
	}
	for _, e := range events {
		var failure *ndr.DeliveryError
		switch {
		case e.Kind == ndr.Feedback && !e.Ambiguous:
			fmt.Println("unsubscribe", e.Recipient.Address)
		case !errors.As(e.Err(), &failure):
			// It is late, was delivered or opened: nothing to do.
		case failure.Recipient.Suppress:
			fmt.Println("suppress", failure.Recipient.Address)
		default:
			fmt.Printf("keep %s: %v, ask the %v\n", failure.Recipient.Address, failure.Recipient.Reason, failure.Recipient.Owner)
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

// A handler verifies the signature of a webhook, reads its events, and does
// what each asks for. The provider calls both failures permanent; one of them
// is the sender's own fault.
func ExampleParseEvent() {
	server := httptest.NewServer(http.HandlerFunc(takeEvents))
	defer server.Close()

	const event = `{"type": "activity.hard_bounced", "data": {"email": {"recipient": {"email": "%s"}}, "morph": {"reason": "%s"}}}`
	post := func(body string) {
		mac := hmac.New(sha256.New, []byte(signingKey))
		io.WriteString(mac, body)
		req, err := http.NewRequest(http.MethodPost, server.URL, strings.NewReader(body))
		if err != nil {
			fmt.Println(err)
			return
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Signature", hex.EncodeToString(mac.Sum(nil)))
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			fmt.Println(err)
			return
		}
		resp.Body.Close()
		fmt.Println(resp.Status)
	}
	post(fmt.Sprintf(event, "alice@example.com", "550 5.1.1 no such user here"))
	post(fmt.Sprintf(event, "bob@example.net", "550 5.7.26 Rejected due to the DMARC policy of shop.example.org"))
	post(`{"greeting": "hello"}`)
	// Output:
	// suppress alice@example.com
	// 204 No Content
	// keep bob@example.net: auth-failed, ask the sender-admin
	// 204 No Content
	// not understood: ndr: no delivery event: the form of no known provider
	// 204 No Content
}

// Err makes a failure an error, so that webhooks, bounces and live replies are
// handled alike.
func ExampleEvent_Err() {
	events, err := ndr.ParseEvent("application/json", []byte(`[
		{"sg_event_id": "1", "event": "bounce", "type": "blocked", "email": "alice@example.com",
		 "reason": "552 5.2.2 The mailbox is full", "order": "4711"},
		{"sg_event_id": "2", "event": "delivered", "email": "bob@example.com", "response": "250 2.0.0 OK"}]`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range events {
		fmt.Println(e.Provider, e.Name, e.Metadata["order"], e.Err())
	}
	// Output:
	// sendgrid bounce/blocked 4711 ndr: delivery to alice@example.com failed: mailbox-full (552 5.2.2 The mailbox is full)
	// sendgrid delivered  <nil>
}
