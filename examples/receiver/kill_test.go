package main

import (
	"bufio"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// TestMain runs the command itself in the processes that TestKill starts.
func TestMain(m *testing.M) {
	if os.Getenv("RUN_RECEIVER") != "" {
		main()
		return
	}
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// A sender is a mail system with bounces to deliver. It delivers each until it
// sees 250.
type sender struct {
	mu      sync.Mutex
	pending []string // addresses that failed
	seen    []string // addresses for whose bounce it saw 250
	killAt  int      // calls kill when that many were seen
	kill    func() error
}

func (s *sender) next() (recipient string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pending) == 0 {
		return "", false
	}
	recipient, s.pending = s.pending[0], s.pending[1:]
	return recipient, true
}

func (s *sender) done(recipient string, err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.pending = append(s.pending, recipient)
		return nil
	}
	s.seen = append(s.seen, recipient)
	if len(s.seen) == s.killAt {
		return s.kill()
	}
	return nil
}

// deliverAll delivers on one connection until nothing is left or the receiver
// is gone.
func (s *sender) deliverAll(t *testing.T, addr string) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return
	}
	defer conn.Close()
	c := smtp.NewClient(conn)
	for {
		recipient, ok := s.next()
		if !ok {
			return
		}
		reply := unknownUser
		if strings.HasPrefix(recipient, "full") {
			reply = mailboxFull
		}
		err := c.SendMail("", []string{signed(t, recipient, "may", time.Now())}, strings.NewReader(bounce(recipient, "failed", reply)))
		if killing := s.done(recipient, err); killing != nil {
			t.Error(killing)
		}
		if err != nil {
			return
		}
	}
}

// startReceiver starts the command in a process of its own, and returns the
// address of its SMTP server.
func startReceiver(t *testing.T, args ...string) (process *exec.Cmd, addr string) {
	t.Helper()
	process = exec.CommandContext(t.Context(), os.Args[0], append(args, "-smtp", "127.0.0.1:0", "-lmtp", "127.0.0.1:0", "-http", "127.0.0.1:0")...)
	process.Env = append(os.Environ(), "RUN_RECEIVER=1")
	stdout, err := process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if addr, ok := strings.CutPrefix(lines.Text(), "smtp "); ok {
			return process, addr
		}
	}
	t.Fatalf("the receiver did not start: %v", process.Wait())
	return nil, ""
}

// TestKill kills the process again and again while many connections deliver.
// Whatever it said 250 to is in the file, and what came twice, because the 250
// was lost, counts once.
func TestKill(t *testing.T) {
	const bounces, kills, connections = 600, 6, 8
	dir := t.TempDir()
	db, key := filepath.Join(dir, "b.db"), filepath.Join(dir, "b.key")
	if err := os.WriteFile(key, testKey, 0o600); err != nil {
		t.Fatal(err)
	}
	s := &sender{}
	for i := range bounces / 2 {
		s.pending = append(s.pending, fmt.Sprintf("dead%d@example.com", i), fmt.Sprintf("full%d@example.com", i))
	}
	again := 0
	for round := 1; len(s.pending) > 0; round++ {
		process, addr := startReceiver(t, "-db", db, "-key", key)
		s.killAt, s.kill = round*bounces/(kills+1), process.Process.Kill
		if round > kills {
			s.killAt = bounces
		}
		var senders sync.WaitGroup
		for range connections {
			senders.Go(func() { s.deliverAll(t, addr) })
		}
		senders.Wait()
		if err := process.Wait(); err == nil {
			t.Fatal("the receiver was not killed")
		}
		again += checkStored(t, db, s.seen)
	}
	if !t.Failed() {
		t.Logf("killed %d times: of %d bounces none was lost; %d were stored but not seen to be, came again and count once", kills+1, bounces, again)
	}
}

// checkStored checks that every report that the client saw stored is in the
// file, each once, and returns how many more are.
func checkStored(t *testing.T, file string, seen []string) (more int) {
	t.Helper()
	db, err := openStore(file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT subscriber, (SELECT count(*) FROM suppression WHERE address = subscriber)
			+ (SELECT coalesce(sum(count), 0) FROM soft_bounce WHERE address = subscriber) FROM event`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	stored, events := map[string]int{}, 0
	for ; rows.Next(); events++ {
		var subscriber string
		var counted int
		if err := rows.Scan(&subscriber, &counted); err != nil {
			t.Fatal(err)
		}
		stored[subscriber] += counted
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, recipient := range seen {
		if stored[recipient] != 1 {
			t.Errorf("%s: 250 was said, and it counts %d times", recipient, stored[recipient])
		}
	}
	if events != len(stored) {
		t.Errorf("%d events about %d subscribers", events, len(stored))
	}
	return len(stored) - len(seen)
}
