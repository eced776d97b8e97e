package headers

import (
	"strings"
	"testing"
)

func TestAutomatic(t *testing.T) {
	for _, field := range []string{
		"Auto-Submitted: auto-replied", "auto-submitted: Auto-Generated; owner-email=\"a@example.com\"", "Auto-Submitted: (x) auto-notified", "Auto-Submitted: no-really",
		"Precedence: bulk", "Precedence: Junk (x)", "Precedence: list", "Precedence: auto_reply", "Precedence: auto-reply",
		"List-Id: <news.example.com>", "list-unsubscribe: <mailto:u@example.com>", "List-Post: NO", "Mailing-List: contact a@example.com", "X-Mailing-List: <a@example.com>", "X-BeenThere: a@example.com",
		"Return-Path: <>", "Return-Path:", "Return-Path: <MAILER-DAEMON>", "Return-Path: <mailer-daemon@example.com>", "Return-Path: <owner-list@example.com>", "Return-Path: <List-Request@example.com>",
		"From: Mail Delivery System <MAILER-DAEMON@example.com>", "Content-Type: multipart/report; report-type=delivery-status", "Content-Type: Message/Delivery-Status", "Content-Type: message/disposition-notification", "Content-Type: message/feedback-report",
		"X-Auto-Response-Suppress: All", "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply", "X-Auto-Response-Suppress: RN;AutoReply", "X-Auto-Response-Suppress: OOF",
		"Feedback-ID: a:b:c:d", "X-Failed-Recipients: a@example.com",
		"X-Autoreply: yes", "X-Autorespond: x", "X-Autoresponder: x", "X-Autoresponse: x", "X-Auto-Reply-From: a@example.com", "X-Autoreply-From: a@example.com", "X-Mail-Autoreply: x", "X-Vacation-Reply-To: x", "X-OTRS-Loop: yes",
	} {
		name, _, _ := strings.Cut(field, ":")
		got, ok := Automatic(header(t, "Subject: hello\n"+field+"\nPrecedence: bulk"))
		if !ok || got != name {
			t.Errorf("%s: %q, %v", field, got, ok)
		}
	}
	for _, field := range []string{
		"Auto-Submitted: no", "Auto-Submitted: No (by hand)", "Precedence: first-class", "Return-Path: <alice@example.com>", "Return-Path: <requests@example.com>", "Return-Path: <the-owner-list@example.com>",
		"From: Alice <alice@example.com>", "From: MAILER-DAEMON <alice@example.com>", "Content-Type: multipart/mixed", "X-Auto-Response-Suppress: DR, NDR, RN, NRN", "X-Auto-Response-Suppress: None", "X-Autoreply: no", "Listing: x", "Subject: Auto-Submitted: auto-replied", "",
	} {
		if got, ok := Automatic(header(t, field)); ok {
			t.Errorf("%s: %q", field, got)
		}
	}
	if _, ok := Automatic(new(Header)); ok {
		t.Error("an empty header")
	}
}
