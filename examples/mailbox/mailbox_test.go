package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
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
	filedIn = []string{reports, reports, complaints, automatic, questions, letters}
)

func TestDemonstrate(t *testing.T) {
	var out strings.Builder
	if err := run(t.Context(), nil, &out, io.Discard, nil); err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		if !strings.Contains(out.String(), fmt.Sprintf("%s comes\n%d\t%s\t", name, i+1, filedIn[i])) {
			t.Errorf("%s is not in %s:\n%s", name, filedIn[i], &out)
		}
	}
	if !strings.Contains(out.String(), "nobody@example.net: No such mailbox") {
		t.Error(out.String())
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
		{ndr.Report{Author: ndr.AuthorPerson, Quoted: quoted}, questions},
		{ndr.Report{Quoted: quoted}, questions},
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
// and only when, tell gives something.
type server struct {
	account *imapmemserver.User
	addr    string
	trust   *tls.Config
	tell    chan struct{}
}

type idling struct {
	imapserver.SessionIMAP4rev2
	tell <-chan struct{}
}

func (s idling) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
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
	options := &imapserver.Options{Caps: imap.CapSet{}, InsecureAuth: true, Logger: discard{},
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return idling{memory.NewSession().(imapserver.SessionIMAP4rev2), s.tell}, nil, nil
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

type discard struct{}

func (discard) Printf(string, ...any) {}

func (s *server) arrive(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := arrive(s.account, name); err != nil {
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
		state: filepath.Join(t.TempDir(), "state"),
		filed: func(_ imap.UID, folder string, _ *ndr.Report) { files <- folder },
		log:   slog.New(slog.DiscardHandler),
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
		{"a server without MOVE", []imap.Cap{imap.CapIMAP4rev1, imap.CapUIDPlus}, time.Hour, true},
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

// TestGoOn starts with a position: what came before it stays where it is,
// unless the UIDs were given anew.
func TestGoOn(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapIMAP4rev2)
	status, err := s.account.Status("INBOX", &imap.StatusOptions{UIDValidity: true})
	if err != nil {
		t.Fatal(err)
	}
	s.arrive(t, names[:4]...)
	w := newWatch(t, s.addr, s.trust)
	if err := (position{status.UIDValidity, 2}).write(w.state); err != nil {
		t.Fatal(err)
	}
	w.start(t)
	w.expect(t, filedIn[2:4]...)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	if p, err := readPosition(w.state); err != nil || p != (position{status.UIDValidity, 4}) {
		t.Errorf("got %+v, %v", p, err)
	}
	if got := s.count(t, "INBOX"); got != 2 {
		t.Errorf("INBOX holds %d messages, want 2", got)
	}
	if err := (position{status.UIDValidity + 1, 4}).write(w.state); err != nil {
		t.Fatal(err)
	}
	w.start(t)
	w.expect(t, filedIn[:2]...)
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
	w.filed = func(uid imap.UID, folder string, report *ndr.Report) {
		filed(uid, folder, report)
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
	s := startServer(t, imap.CapIMAP4rev1)
	w := newWatch(t, s.addr, s.trust)
	if err := w.run(t.Context()); !errors.Is(err, errMove) {
		t.Errorf("got %v", err)
	}
	t.Setenv("IMAP_PASSWORD", "wrong")
	if err := run(t.Context(), []string{"-addr", s.addr, "-user", "desk"}, io.Discard, io.Discard, s.trust); !errors.Is(err, errLogin) {
		t.Errorf("got %v", err)
	}
}

// TestEmptyMessage files even what holds no text.
func TestEmptyMessage(t *testing.T) {
	s := startServer(t, imap.CapIMAP4rev1, imap.CapIMAP4rev2)
	if _, err := s.account.Append("INBOX", literal{bytes.NewReader([]byte("\r\n"))}, &imap.AppendOptions{}); err != nil {
		t.Fatal(err)
	}
	w := newWatch(t, s.addr, s.trust)
	w.start(t)
	w.expect(t, letters)
}

func TestPosition(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state")
	if p, err := readPosition(file); err != nil || p != (position{}) {
		t.Errorf("got %+v, %v", p, err)
	}
	for _, want := range []position{{7, 1}, {7, 2}} {
		if err := want.write(file); err != nil {
			t.Fatal(err)
		}
		if got, err := readPosition(file); err != nil || got != want {
			t.Errorf("got %+v, %v", got, err)
		}
	}
	if err := os.WriteFile(file, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readPosition(file); err == nil {
		t.Error("half a file was read")
	}
	if err := (position{}).write(filepath.Join(file, "nowhere")); err == nil {
		t.Error("the position was written into no folder")
	}
	if entries, err := os.ReadDir(filepath.Dir(file)); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
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
