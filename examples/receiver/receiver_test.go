package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/iotest"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"github.com/emersion/go-smtp"
)

const domain = "bounce.example.org"

var (
	testKey = headers.VERPKey("0123456789abcdef")
	today   = time.Now()
)

// signed returns a return path for a newsletter to recipient.
func signed(t testing.TB, recipient, mailing string, day time.Time) string {
	t.Helper()
	a, _ := headers.ParseAddress(recipient)
	path, err := testKey.Make(headers.VERP{Prefix: "bounces", ID: mailing, Recipient: a, Day: day}, domain)
	if err != nil {
		t.Fatal(err)
	}
	return path.Spec()
}

// bounce returns a report about a recipient, as a mail system writes it.
func bounce(recipient, action, reply string) string {
	status, _, _ := strings.Cut(reply[4:], " ")
	return strings.ReplaceAll("From: MAILER-DAEMON@mx.example.net\nTo: list@example.org\nSubject: Undelivered Mail\n"+
		"Message-ID: <"+recipient+"@mx.example.net>\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"+
		"--b\n\nIt was not delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n"+
		"Final-Recipient: rfc822; "+recipient+"\nAction: "+action+"\nStatus: "+status+"\nDiagnostic-Code: smtp; "+reply+"\n\n--b--\n", "\n", "\r\n")
}

const (
	unknownUser = "550 5.1.1 no such user"
	mailboxFull = "552 5.2.2 mailbox full"
)

// newReceiver returns a receiver with a store of its own.
func newReceiver(t testing.TB) *receiver {
	t.Helper()
	db, err := openStore(filepath.Join(t.TempDir(), "bounces?%41.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return &receiver{domain, testKey, db}
}

// serveMail starts a server of rv, and returns its address.
func serveMail(t testing.TB, rv *receiver, lmtp bool) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := rv.mailServer(lmtp)
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	t.Cleanup(func() {
		if err := errors.Join(server.Close(), <-done); err != nil {
			t.Error(err)
		}
	})
	return listener.Addr().String()
}

// dial connects to a server; it ends the session with the test.
func dial(t testing.TB, addr string, lmtp bool) *smtp.Client {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if lmtp {
		return smtp.NewClientLMTP(conn)
	}
	return smtp.NewClient(conn)
}

// deliver hands a message over as go-smtp's client does.
func deliver(t testing.TB, c *smtp.Client, message string, to ...string) {
	t.Helper()
	if err := c.SendMail("", to, strings.NewReader(message)); err != nil {
		t.Fatal(err)
	}
}

// request asks the HTTP server.
func request(t *testing.T, rv *receiver, path string) *httptest.ResponseRecorder {
	t.Helper()
	answer := httptest.NewRecorder()
	rv.httpServer().Handler.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), "GET", path, nil))
	return answer
}

// A standing is what the HTTP server knows of a subscriber.
type standing struct {
	Address     string               `json:"address"`
	Suppressed  bool                 `json:"suppressed"`
	Reason      codes.Reason         `json:"reason"`
	Since       time.Time            `json:"since"`
	SoftBounces map[codes.Reason]int `json:"soft_bounces"`
}

// A storedEvent is an event as the HTTP server has it.
type storedEvent struct {
	ID         int64         `json:"id"`
	Received   time.Time     `json:"received"`
	ReturnPath string        `json:"return_path"`
	Kind       ndr.Kind      `json:"kind"`
	Author     ndr.Author    `json:"author"`
	Subscriber string        `json:"subscriber"`
	Recipient  ndr.Recipient `json:"recipient"`
}

// get asks the HTTP server, and reads JSON into v.
func get(t *testing.T, rv *receiver, path string, v any) {
	t.Helper()
	answer := request(t, rv, path)
	if answer.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, answer.Code, answer.Body)
	}
	if err := json.NewDecoder(answer.Body).Decode(v); err != nil {
		t.Fatal(err)
	}
}

// TestReceive delivers reports by SMTP and by LMTP, and asks what became of the
// subscriber.
func TestReceive(t *testing.T) {
	const alice = "alice@example.com"
	path := signed(t, alice, "may", today)
	bound, err := testKey.Bind(headers.VERP{Prefix: "bounces", ID: "may", Recipient: headers.Address{Local: "alice", Domain: "example.com"}, Day: today}, domain)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, path, message string
		subscriber          string // to whom the return path proves that the newsletter went
		suppressed          bool
		soft                string
	}{
		{"unknown user", path, bounce(alice, "failed", unknownUser), alice, true, "map[]"},
		{"the case that relays change", strings.ToUpper(path), bounce("Alice@Example.com", "failed", unknownUser), alice, true, "map[]"},
		{"a path that does not carry the recipient", bound.Spec(), bounce(alice, "failed", unknownUser), alice, true, "map[]"},
		{"such a path and another recipient", bound.Spec(), bounce("bob@example.com", "failed", unknownUser), "", false, "map[]"},
		{"full mailbox", path, bounce(alice, "failed", mailboxFull), alice, false, "map[mailbox-full:1]"},
		{"delay", path, bounce(alice, "delayed", "451 4.2.2 mailbox full"), alice, false, "map[]"},
		{"refusal of the sender", path, bounce(alice, "failed", "550 5.7.1 rejected by DMARC policy"), alice, false, "map[auth-failed:1]"},
		{"another recipient", path, bounce("bob@example.com", "failed", unknownUser), "", false, "map[]"},
		{"the address behind an alias", path, strings.Replace(bounce("bob@example.com", "failed", unknownUser),
			"Final-Recipient", "Original-Recipient: rfc822; "+alice+"\r\nFinal-Recipient", 1), alice, true, "map[]"},
		{"forged", strings.Replace(path, "=example.com", "=example.net", 1), bounce("alice@example.net", "failed", unknownUser), "", false, "map[]"},
		{"expired", signed(t, alice, "may", today.AddDate(0, -1, 0)), bounce(alice, "failed", unknownUser), "", false, "map[]"},
		{"unsigned", "bounces@" + domain, bounce(alice, "failed", unknownUser), "", false, "map[]"},
		{"a letter", path, "From: alice@example.com\r\nSubject: Hello\r\n\r\nI am well.\r\n", "", false, "map[]"},
	}
	for _, lmtp := range []bool{false, true} {
		for _, tt := range tests {
			t.Run(fmt.Sprintf("%s,lmtp=%t", tt.name, lmtp), func(t *testing.T) {
				rv := newReceiver(t)
				deliver(t, dial(t, serveMail(t, rv, lmtp), lmtp), tt.message, tt.path)
				var st standing
				get(t, rv, "/suppressed?address="+alice, &st)
				if st.Address != alice || st.Suppressed != tt.suppressed || fmt.Sprint(st.SoftBounces) != tt.soft {
					t.Errorf("got %+v", st)
				}
				if tt.suppressed && (st.Reason != codes.UserUnknown || st.Since.Before(today.Truncate(time.Second))) {
					t.Errorf("got %+v", st)
				}
				var events []storedEvent
				get(t, rv, "/events", &events)
				if len(events) != 1 || events[0].ReturnPath != tt.path || events[0].Subscriber != tt.subscriber || events[0].Received.IsZero() {
					t.Errorf("got %+v", events)
				}
			})
		}
	}
}

// TestDuplicate delivers a report again, as a client does that did not see the
// answer: it counts once. Another report counts, and so does one about another
// newsletter.
func TestDuplicate(t *testing.T) {
	rv := newReceiver(t)
	deliveries.Reset()
	eventsTotal.Reset()
	c := dial(t, serveMail(t, rv, false), false)
	may, june := signed(t, "alice@example.com", "may", today), signed(t, "alice@example.com", "june", today)
	report := bounce("alice@example.com", "failed", mailboxFull)
	deliver(t, c, report, may)
	deliver(t, c, report, may)
	deliver(t, c, "Received: from mx2.example.net by backup.example.org; Tue, 10 Mar 2026 12:00:00 +0000\r\n"+report, may, may)
	deliver(t, c, report, strings.ToUpper(may))
	deliver(t, c, report, may, june)
	deliver(t, c, strings.Replace(report, "Message-ID: <", "Message-ID: <again-", 1), june)
	deliver(t, c, "X-Field: only a header\r\n", may)
	deliver(t, c, "X-Field: another\r\n", may)
	var st standing
	get(t, rv, "/suppressed?address=ALICE@example.com", &st)
	if fmt.Sprint(st.SoftBounces) != "map[mailbox-full:3]" {
		t.Errorf("got %+v", st)
	}
	var events []storedEvent
	get(t, rv, "/events?after=1", &events)
	if len(events) != 4 || events[0].ID != 2 || events[0].ReturnPath != june || events[1].Recipient.Reason != codes.MailboxFull ||
		events[1].Author != ndr.AuthorSystem || events[3].Kind != ndr.Other || events[3].Recipient.Address != "" {
		t.Errorf("got %+v", events)
	}
	for _, want := range []string{`bounce_deliveries_total{result="stored"} 5`, `bounce_deliveries_total{result="duplicate"} 5`,
		`bounce_events_total{action="failed",reason="mailbox-full",suppressed="false"} 3`} {
		answer := request(t, rv, "/metrics")
		if !strings.Contains(answer.Body.String(), want) {
			t.Errorf("no %q in\n%s", want, answer.Body)
		}
	}
}

// TestSuppressedTwice keeps the first report that condemned an address.
func TestSuppressedTwice(t *testing.T) {
	rv := newReceiver(t)
	c := dial(t, serveMail(t, rv, false), false)
	for mailing, reply := range map[string]string{"may": unknownUser, "june": "550 5.2.1 mailbox disabled"} {
		deliver(t, c, bounce("alice@example.com", "failed", reply), signed(t, "alice@example.com", mailing, today))
	}
	var st standing
	get(t, rv, "/suppressed?address=alice@example.com", &st)
	var events []storedEvent
	get(t, rv, "/events", &events)
	if len(events) != 2 || events[0].Recipient.Reason == events[1].Recipient.Reason || !st.Suppressed || st.Reason != events[0].Recipient.Reason {
		t.Errorf("got %+v and %+v", st, events)
	}
}

// TestRefuse sends what is not taken: the answer tells the client whether to
// keep it.
func TestRefuse(t *testing.T) {
	rv := newReceiver(t)
	c := dial(t, serveMail(t, rv, false), false)
	path := signed(t, "alice@example.com", "may", today)
	send := func(message, to string) int {
		err := c.SendMail("", []string{to}, strings.NewReader(message))
		var refusal *smtp.SMTPError
		if err != nil && !errors.As(err, &refusal) {
			t.Fatal(err)
		}
		if err := c.Reset(); err != nil {
			t.Fatal(err)
		}
		if refusal == nil {
			return 250
		}
		return refusal.Code
	}
	report := bounce("alice@example.com", "failed", unknownUser)
	for _, tt := range []struct {
		name, message, to string
		want              int
	}{
		{"another domain", report, "alice@example.com", 550},
		{"nothing", "\r\n", path, 554},
		{"too much", strings.Repeat("0123456789abcdef\r\n", maxMessage/16), path, 552},
		{"a line longer than SMTP allows", report + strings.Repeat("x", 100_000) + "\r\n", path, 250},
	} {
		if got := send(tt.message, tt.to); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
	if err := rv.db.Close(); err != nil {
		t.Fatal(err)
	}
	if got := send(report, path); got != 451 {
		t.Errorf("a store that fails: got %d", got)
	}
}

// TestCutOff loses the connection in the middle of a message, which is not
// stored: the client has it still.
func TestCutOff(t *testing.T) {
	rv := newReceiver(t)
	s := &session{receiver: rv}
	if err := s.Rcpt(signed(t, "alice@example.com", "may", today), nil); err != nil {
		t.Fatal(err)
	}
	report := bounce("alice@example.com", "failed", unknownUser)
	half := io.MultiReader(strings.NewReader(report[:len(report)-8]), iotest.ErrReader(io.ErrUnexpectedEOF))
	if err := s.Data(half); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
	var events []storedEvent
	if get(t, rv, "/events", &events); len(events) != 0 {
		t.Errorf("got %+v", events)
	}
}

// TestComeAgain fails at the second return path: the client is told to come
// again, and then the first counts once.
func TestComeAgain(t *testing.T) {
	rv := newReceiver(t)
	if _, err := rv.db.Exec(`CREATE TRIGGER broken BEFORE INSERT ON soft_bounce
		WHEN EXISTS (SELECT * FROM soft_bounce) BEGIN SELECT RAISE(ABORT, 'disk full'); END`); err != nil {
		t.Fatal(err)
	}
	c := dial(t, serveMail(t, rv, false), false)
	paths := []string{signed(t, "alice@example.com", "may", today), signed(t, "alice@example.com", "june", today)}
	report := bounce("alice@example.com", "failed", mailboxFull)
	for _, want := range []int{1, 2} { // of the report whose soft bounce failed, nothing is there
		err := c.SendMail("", paths, strings.NewReader(report))
		var refusal *smtp.SMTPError
		if want == 1 && (!errors.As(err, &refusal) || refusal.Code != 451) || want == 2 && err != nil {
			t.Fatalf("got %v", err)
		}
		var st standing
		get(t, rv, "/suppressed?address=alice@example.com", &st)
		var events []storedEvent
		get(t, rv, "/events", &events)
		if st.SoftBounces[codes.MailboxFull] != want || len(events) != want {
			t.Errorf("got %+v and %+v", st, events)
		}
		if _, err := rv.db.Exec(`DROP TRIGGER IF EXISTS broken`); err != nil {
			t.Fatal(err)
		}
		if err := c.Reset(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestHTTPErrors(t *testing.T) {
	rv := newReceiver(t)
	for _, path := range []string{"/suppressed", "/suppressed?address=alice", "/events?after=x"} {
		if got := request(t, rv, path).Code; got != http.StatusBadRequest {
			t.Errorf("%s: got %d", path, got)
		}
	}
	if err := rv.db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/suppressed?address=alice@example.com", "/events"} {
		if got := request(t, rv, path).Code; got != http.StatusInternalServerError {
			t.Errorf("%s: got %d", path, got)
		}
	}
}

// BenchmarkReceive delivers bounces by several connections at once, each bounce
// committed to the disk before it is answered.
func BenchmarkReceive(b *testing.B) {
	rv := newReceiver(b)
	addr := serveMail(b, rv, false)
	var n atomic.Int64
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		c := dial(b, addr, false)
		for pb.Next() {
			recipient := fmt.Sprintf("alice%d@example.com", n.Add(1))
			deliver(b, c, bounce(recipient, "failed", unknownUser), signed(b, recipient, "may", today))
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "bounces/s")
}

// TestCommand runs the command: it signs, serves on three ports, stops when
// told to, and keeps what it stored.
func TestCommand(t *testing.T) {
	dir := t.TempDir()
	files := []string{"-db", filepath.Join(dir, "b.db"), "-key", filepath.Join(dir, "b.key")}
	var path strings.Builder
	if err := run(t.Context(), append(files, "-sign", "alice@example.com"), &path); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		ctx, stop := context.WithCancel(t.Context())
		stdout, w := io.Pipe()
		done := make(chan error, 1)
		go func() {
			done <- run(ctx, append(files, "-smtp", "127.0.0.1:0", "-lmtp", "127.0.0.1:0", "-http", "127.0.0.1:0"), w)
		}()
		addrs := map[string]string{}
		for range 3 {
			var name, addr string
			if _, err := fmt.Fscanln(stdout, &name, &addr); err != nil {
				t.Fatal(err)
			}
			addrs[name] = addr
		}
		for _, lmtp := range []bool{false, true} {
			c := dial(t, addrs[map[bool]string{false: "smtp", true: "lmtp"}[lmtp]], lmtp)
			deliver(t, c, bounce("alice@example.com", "failed", unknownUser), strings.TrimSpace(path.String()))
			if err := c.Quit(); err != nil {
				t.Fatal(err)
			}
		}
		answer, err := http.Get("http://" + addrs["http"] + "/events")
		if err != nil {
			t.Fatal(err)
		}
		var events []storedEvent
		if err := errors.Join(json.NewDecoder(answer.Body).Decode(&events), answer.Body.Close()); err != nil || len(events) != 1 {
			t.Errorf("got %+v, %v", events, err)
		}
		stop()
		if err := <-done; err != nil {
			t.Errorf("stopped: %v", err)
		}
	}
}

// TestCommandErrors gives what the command cannot work with.
func TestCommandErrors(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(key, []byte("abcd"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(t.Context(), []string{"-key", key}, io.Discard); !errors.Is(err, headers.ErrVERPKey) {
		t.Errorf("a short key: got %v", err)
	}
	key = filepath.Join(t.TempDir(), "key")
	if err := run(t.Context(), []string{"-key", key, "-sign", "alice"}, io.Discard); !errors.Is(err, headers.ErrVERPValue) {
		t.Errorf("no address: got %v", err)
	}
	db := filepath.Join(t.TempDir(), "b.db")
	if err := run(t.Context(), []string{"-key", key, "-db", filepath.Join(db, "nowhere")}, io.Discard); err == nil {
		t.Error("the store was opened in no folder")
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	err = run(t.Context(), []string{"-key", key, "-db", db, "-smtp", "127.0.0.1:0", "-http", "127.0.0.1:0", "-lmtp", taken.Addr().String()}, io.Discard)
	if !errors.Is(err, syscall.EADDRINUSE) {
		t.Errorf("a port that is taken: got %v", err)
	}
}
