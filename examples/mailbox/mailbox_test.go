package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/ndr/ndr"
	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// names are the embedded messages, and filedIn where each belongs.
var (
	names   = []string{"1-report.eml", "2-delay.eml", "3-complaint.eml", "4-out-of-office.eml", "5-question.eml", "6-letter.eml"}
	filedIn = []string{reports, reports, complaints, automatic, letters, letters}
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

func TestDemonstrate(t *testing.T) {
	var out strings.Builder
	if err := run(t.Context(), nil, &out, nil); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != len(names) {
		t.Fatal(out.String())
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, filedIn[i]+" ") {
			t.Errorf("%s is not in %s: %s", names[i], filedIn[i], line)
		}
	}
	for i, want := range map[int]string{
		0: "\"Undelivered Mail Returned to Sender\": failure by system: nobody@example.net: No such mailbox",
		4: "other by person, quotes a failure: postbox@example.com: No such mailbox",
	} {
		if !strings.HasSuffix(lines[i], want) {
			t.Errorf("got %s, want %s", lines[i], want)
		}
	}
}

func TestFolder(t *testing.T) {
	quoted := &ndr.Report{Kind: ndr.Failure}
	tests := []struct {
		report ndr.Report
		want   string
	}{
		{ndr.Report{Kind: ndr.Failure, Author: ndr.AuthorSystem}, reports},
		{ndr.Report{Kind: ndr.Delay, Author: ndr.AuthorSystem}, reports},
		{ndr.Report{Kind: ndr.Success}, reports},
		{ndr.Report{Kind: ndr.Feedback, Author: ndr.AuthorPerson}, complaints},
		{ndr.Report{Kind: ndr.AutoReply, Author: ndr.AuthorResponder, Quoted: quoted}, automatic},
		{ndr.Report{Kind: ndr.Disposition}, automatic},
		{ndr.Report{Kind: ndr.Challenge}, automatic},
		{ndr.Report{Author: ndr.AuthorSystem}, automatic},
		{ndr.Report{Author: ndr.AuthorList}, automatic},
		{ndr.Report{Author: ndr.AuthorResponder, Quoted: quoted}, automatic},
		{ndr.Report{Author: ndr.AuthorPerson, Quoted: quoted}, letters},
		{ndr.Report{Quoted: quoted}, letters},
		{ndr.Report{Author: ndr.AuthorPerson}, letters},
		{ndr.Report{}, letters},
	}
	for _, tt := range tests {
		if got := folder(&tt.report); got != tt.want {
			t.Errorf("%s by %s, quoted %t: got %s, want %s", tt.report.Kind, tt.report.Author, tt.report.Quoted != nil, got, tt.want)
		}
	}
}

// certificate returns one for 127.0.0.1, and who trusts it.
func certificate(t *testing.T) (tls.Certificate, *tls.Config) {
	t.Helper()
	s := httptest.NewTLSServer(nil)
	defer s.Close()
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	return s.TLS.Certificates[0], &tls.Config{RootCAs: pool}
}

// A server is go-imap's, over TLS. It tells of new messages during IDLE when,
// and only when, tell gives something, refuses to move the messages in stuck, and names
// one that somebody else has moved away.
type server struct {
	account *imapmemserver.User
	addr    string
	trust   *tls.Config
	tell    chan struct{}
	stuck   imap.UIDSet
}

type session struct {
	imapserver.SessionIMAP4rev2
	*server
}

func (s session) Move(w *imapserver.MoveWriter, numSet imap.NumSet, dest string) error {
	if numSet.String() == s.stuck.String() {
		return &imap.Error{Type: imap.StatusResponseTypeNo, Code: imap.ResponseCodeOverQuota, Text: "it does not fit"}
	}
	return s.SessionIMAP4rev2.(imapserver.SessionMove).Move(w, numSet, dest)
}

func (s session) Search(kind imapserver.NumKind, criteria *imap.SearchCriteria, options *imap.SearchOptions) (*imap.SearchData, error) {
	data, err := s.SessionIMAP4rev2.Search(kind, criteria, options)
	if uids, ok := data.All.(imap.UIDSet); ok && len(s.stuck) > 0 {
		uids.AddNum(999)
		data.All = uids
	}
	return data, err
}

func (s session) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	for {
		select {
		case <-s.tell:
			if err := s.Poll(w, true); err != nil {
				return err
			}
		case <-stop:
			return nil
		}
	}
}

func startServer(t *testing.T, caps ...imap.Cap) *server {
	t.Helper()
	memory, account := imapmemserver.New(), imapmemserver.NewUser("desk", "secret")
	memory.AddUser(account)
	if err := account.Create("INBOX", nil); err != nil {
		t.Fatal(err)
	}
	cert, trust := certificate(t)
	s := &server{account: account, trust: trust, tell: make(chan struct{})}
	options := &imapserver.Options{Caps: imap.CapSet{}, InsecureAuth: true, Logger: log.New(io.Discard, "", 0),
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return session{memory.NewSession().(imapserver.SessionIMAP4rev2), s}, nil, nil
		}}
	for _, c := range caps {
		options.Caps[c] = struct{}{}
	}
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{cert}})
	if err != nil {
		t.Fatal(err)
	}
	s.addr = listener.Addr().String()
	serving := imapserver.New(options)
	done := make(chan error, 1)
	go func() { done <- serving.Serve(listener) }()
	t.Cleanup(func() {
		if err := errors.Join(serving.Close(), <-done); err != nil {
			t.Error(err)
		}
	})
	return s
}

// message returns one of the embedded messages.
func message(t *testing.T, name string) []byte {
	t.Helper()
	text, err := messages.ReadFile("messages/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// arrive puts embedded messages into the mailbox.
func (s *server) arrive(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := s.account.Append("INBOX", bytes.NewReader(message(t, name)), &imap.AppendOptions{}); err != nil {
			t.Fatal(err)
		}
	}
}

// count returns how many messages are in a mailbox.
func (s *server) count(t *testing.T, mailbox string) int {
	t.Helper()
	status, err := s.account.Status(mailbox, &imap.StatusOptions{NumMessages: true})
	if err != nil {
		t.Fatal(err)
	}
	return int(*status.NumMessages)
}

// A watch is a running watcher.
type watch struct {
	*watcher
	files chan string // the folder of each message that was filed
	stop  func() error
}

// newWatch returns a watcher over TLS that is not running yet.
func newWatch(t *testing.T, addr string, trust *tls.Config) *watch {
	files := make(chan string, 100)
	return &watch{files: files, watcher: &watcher{
		dial: func(ctx context.Context) (net.Conn, error) {
			return (&tls.Dialer{Config: trust}).DialContext(ctx, "tcp", addr)
		},
		user: "desk", password: "secret", mailbox: "INBOX", poll: time.Hour,
		filed: func(folder string, _ *ndr.Report) { files <- folder },
	}}
}

// start runs the watcher until stop is called, or the test ends.
func (w *watch) start(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- w.run(ctx) }()
	w.stop = sync.OnceValue(func() error {
		cancel()
		return <-done
	})
	t.Cleanup(func() {
		if err := w.stop(); err != nil {
			t.Errorf("stopped: %v", err)
		}
	})
}

// expect waits for messages to be filed into folders, in that order.
func (w *watch) expect(t *testing.T, folders ...string) {
	t.Helper()
	deadline := time.After(30 * time.Second)
	for i, want := range folders {
		select {
		case got := <-w.files:
			if got != want {
				t.Errorf("message %d is in %s, want %s", i+1, got, want)
			}
		case <-deadline:
			t.Fatalf("message %d is not filed", i+1)
		}
	}
}

// withoutIdle hides IDLE among the capabilities of a server.
type withoutIdle struct{ net.Conn }

func (c withoutIdle) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	copy(b, bytes.ReplaceAll(b[:n], []byte(" IDLE"), []byte(" XDLE")))
	return n, err
}

// TestWatch files what is in the mailbox, then what comes.
func TestWatch(t *testing.T) {
	tests := []struct {
		name string
		caps []imap.Cap
		poll time.Duration
		idle bool
	}{
		{"IDLE", []imap.Cap{imap.CapIMAP4rev1, imap.CapIMAP4rev2}, time.Hour, true},
		{"a server that is silent during IDLE", []imap.Cap{imap.CapIMAP4rev1, imap.CapIMAP4rev2}, 10 * time.Millisecond, true},
		{"a server without IDLE", []imap.Cap{imap.CapIMAP4rev1, imap.CapMove}, 10 * time.Millisecond, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := startServer(t, tt.caps...)
			w := newWatch(t, s.addr, s.trust)
			w.poll = tt.poll
			if dial := w.dial; !tt.idle {
				w.dial = func(ctx context.Context) (net.Conn, error) {
					conn, err := dial(ctx)
					return withoutIdle{conn}, err
				}
			}
			s.arrive(t, names[:3]...)
			w.start(t)
			w.expect(t, filedIn[:3]...)
			if tt.idle {
				s.tell <- struct{}{} // nothing yet, but the watcher waits in IDLE now
			}
			s.arrive(t, names[3:]...)
			if tt.poll == time.Hour {
				s.tell <- struct{}{}
			}
			w.expect(t, filedIn[3:]...)
			if err := w.stop(); err != nil {
				t.Error(err)
			}
			for _, name := range append([]string{"INBOX"}, folders...) {
				want := 0
				for _, f := range filedIn {
					if f == name {
						want++
					}
				}
				if got := s.count(t, name); got != want {
					t.Errorf("%s holds %d messages, want %d", name, got, want)
				}
			}
		})
	}
}

// TestGoOn stops in the middle: what was filed is filed once, the rest when the
// program starts again. What somebody marked as deleted stays where it is.
func TestGoOn(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapIMAP4rev2)
	if _, err := s.account.Append("INBOX", bytes.NewReader(message(t, names[0])), &imap.AppendOptions{Flags: []imap.Flag{imap.FlagDeleted}}); err != nil {
		t.Fatal(err)
	}
	s.arrive(t, names...)
	w := newWatch(t, s.addr, s.trust)
	ctx, stop := context.WithCancel(t.Context())
	filed := w.filed
	w.filed = func(folder string, report *ndr.Report) {
		filed(folder, report)
		if len(w.files) == 2 {
			stop()
		}
	}
	if err := w.run(ctx); err != nil {
		t.Fatal(err)
	}
	if len(w.files) != 2 {
		t.Errorf("%d messages are filed", len(w.files))
	}
	w.start(t)
	w.expect(t, filedIn...)
	if err := w.stop(); err != nil || len(w.files) != 0 || s.count(t, "INBOX") != 1 {
		t.Errorf("%v; %d more messages are filed, %d are left", err, len(w.files), s.count(t, "INBOX"))
	}
}

// TestStuck leaves a message that cannot be moved, passes over one that is not
// there any more, and files the others. Then it waits.
func TestStuck(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapIMAP4rev2)
	s.stuck = imap.UIDSetNum(2)
	s.arrive(t, names...)
	w := newWatch(t, s.addr, s.trust)
	w.start(t)
	w.expect(t, append([]string{filedIn[0]}, filedIn[2:]...)...)
	s.tell <- struct{}{}
	if n := s.count(t, "INBOX"); n != 1 {
		t.Errorf("INBOX holds %d messages", n)
	}
}

// TestReconnect cuts each connection after its first message.
func TestReconnect(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapIMAP4rev2)
	s.arrive(t, names...)
	w := newWatch(t, s.addr, s.trust)
	w.poll = time.Millisecond
	var current net.Conn // of the watcher's goroutine
	dial, filed, dials := w.dial, w.filed, 0
	w.dial = func(ctx context.Context) (conn net.Conn, err error) {
		if dials++; dials == 1 {
			return nil, io.ErrUnexpectedEOF
		}
		current, err = dial(ctx)
		return current, err
	}
	w.filed = func(folder string, report *ndr.Report) {
		filed(folder, report)
		current.Close()
	}
	w.start(t)
	w.expect(t, filedIn...)
	w.stop()
	if dials < len(names)+1 || len(w.files) > 0 {
		t.Errorf("%d connections, %d messages filed twice", dials, len(w.files))
	}
}

// TestGiveUp meets what no other attempt will mend.
func TestGiveUp(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapUIDPlus)
	for password, want := range map[string]string{"secret": "MOVE", "wrong": "AUTHENTICATIONFAILED"} {
		t.Setenv("IMAP_PASSWORD", password)
		err := run(t.Context(), []string{"-addr", s.addr, "-user", "desk"}, io.Discard, s.trust)
		if !errors.Is(err, errGiveUp) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", password, err)
		}
	}
}

// TestEmptyMessage files even what holds no text.
func TestEmptyMessage(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapIMAP4rev2)
	if _, err := s.account.Append("INBOX", strings.NewReader("\r\n"), &imap.AppendOptions{}); err != nil {
		t.Fatal(err)
	}
	w := newWatch(t, s.addr, s.trust)
	w.start(t)
	w.expect(t, letters)
}

// TestFolders: every folder is made, and is one that folder can return.
func TestFolders(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapIMAP4rev2)
	if err := s.account.Create(reports, nil); err != nil { // from an earlier run
		t.Fatal(err)
	}
	s.arrive(t, names[0])
	w := newWatch(t, s.addr, s.trust)
	w.start(t)
	w.expect(t, reports)
	for _, name := range folders {
		s.count(t, name)
		if !slices.Contains(filedIn, name) {
			t.Errorf("%s is never used", name)
		}
	}
}
