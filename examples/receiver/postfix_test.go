package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// masterCF lists the services of Postfix that relay and write bounces.
const masterCF = `
127.0.0.1:%d inet n - n - - smtpd
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 300 1 qmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp     unix - - n - - smtp
lmtp     unix - - n - - lmtp
anvil    unix - - n - 1 anvil
postlog  unix-dgram n - n - 1 postlogd
`

// mainCF has the mail for dead.example go to a host that refuses it, and the
// bounces to the receiver.
const mainCF = `
compatibility_level = 3.6
queue_directory = %[1]s/queue
data_directory = %[1]s/data
maillog_file = %[1]s/log
maillog_file_prefixes = %[1]s
myhostname = mx.example.net
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
smtp_tls_security_level = none
lmtp_tls_security_level = none
transport_maps = inline:{ dead.example=smtp:[127.0.0.1]:%[2]s }
relayhost = [127.0.0.1]:%[3]s
default_transport = %[4]s
`

// refuser refuses every recipient, as the server of another domain does.
type refuser struct{}

func (refuser) NewSession(*smtp.Conn) (smtp.Session, error) { return &refusals{}, nil }

type refusals struct{ session }

func (*refusals) Rcpt(to string, _ *smtp.RcptOptions) error {
	if strings.HasPrefix(to, "full") {
		return &smtp.SMTPError{Code: 552, EnhancedCode: smtp.EnhancedCode{5, 2, 2}, Message: "mailbox full"}
	}
	return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
}

// serveRefusals starts a server that refuses, and returns its port.
func serveRefusals(t *testing.T) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(refuser{})
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	t.Cleanup(func() {
		if err := errors.Join(server.Close(), <-done); err != nil {
			t.Error(err)
		}
	})
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	return port
}

// startPostfix runs a Postfix with a configuration and a queue of its own, and
// returns the address on which it takes mail.
func startPostfix(t *testing.T, deadPort, receiverPort, transport string) string {
	t.Helper()
	postfix, err := exec.LookPath("postfix")
	if err != nil || os.Getuid() != 0 {
		t.Skip("needs Postfix (apt-get install postfix), and root to start it")
	}
	dir, err := os.MkdirTemp("", "postfix") // the user postfix may not enter t.TempDir
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	port := freePort(t)
	for _, err := range []error{
		os.Chmod(dir, 0o755),
		os.Mkdir(filepath.Join(dir, "queue"), 0o755), // Postfix makes what is in it
		os.WriteFile(filepath.Join(dir, "main.cf"), fmt.Appendf(nil, mainCF, dir, deadPort, receiverPort, transport), 0o644),
		os.WriteFile(filepath.Join(dir, "master.cf"), fmt.Appendf(nil, masterCF, port), 0o644),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	command := func(verb string) error {
		out, err := exec.Command(postfix, "-c", dir, verb).CombinedOutput()
		if err != nil {
			log, _ := os.ReadFile(filepath.Join(dir, "log"))
			return fmt.Errorf("postfix %s: %w\n%s%s", verb, err, out, log)
		}
		return nil
	}
	if err := command("start"); err != nil { // returns when Postfix listens
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := command("stop"); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			log, err := os.ReadFile(filepath.Join(dir, "log"))
			t.Logf("%s%v", log, err)
		}
	})
	return fmt.Sprintf("127.0.0.1:%d", port)
}

func freePort(t *testing.T) int {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// lines are the lines of a log.
type lines chan string

func (l lines) Write(p []byte) (int, error) {
	l <- string(p)
	return len(p), nil
}

// TestPostfix sends newsletters through a real Postfix, to addresses that
// another server refuses. Postfix writes the bounces and relays them to the
// receiver, by SMTP and by LMTP.
func TestPostfix(t *testing.T) {
	const subscribers = 10
	for transport, nexthop := range map[string]string{"smtp": "smtp", "lmtp": "lmtp:inet:127.0.0.1:%s"} {
		t.Run(transport, func(t *testing.T) {
			rv := newReceiver(t)
			log := make(lines, 100)
			slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
			t.Cleanup(func() { slog.SetDefault(slog.New(slog.DiscardHandler)) })
			_, port, _ := net.SplitHostPort(serveMail(t, rv, transport == "lmtp"))
			if transport == "lmtp" {
				nexthop = fmt.Sprintf(nexthop, port)
			}
			c := dial(t, startPostfix(t, serveRefusals(t), port, nexthop), false)
			for i := range subscribers {
				for _, name := range []string{"dead", "full"} {
					recipient := fmt.Sprintf("%s%d@dead.example", name, i)
					err := c.SendMail(signed(t, recipient, "may", today), []string{recipient},
						strings.NewReader("From: list@example.org\r\nTo: "+recipient+"\r\nSubject: News\r\n\r\nHello.\r\n"))
					if err != nil {
						t.Fatal(err)
					}
				}
			}
			deadline := time.After(time.Minute)
			for range 2 * subscribers {
				select {
				case line := <-log:
					if !strings.Contains(line, "msg=stored ") {
						t.Error(line)
					}
				case <-deadline:
					t.Fatal("the bounces did not come within a minute")
				}
			}
			for i := range subscribers {
				var dead, full standing
				get(t, rv, fmt.Sprintf("/suppressed?address=dead%d@dead.example", i), &dead)
				get(t, rv, fmt.Sprintf("/suppressed?address=full%d@dead.example", i), &full)
				if !dead.Suppressed || full.Suppressed || fmt.Sprint(full.SoftBounces) != "map[mailbox-full:1]" {
					t.Errorf("got %+v and %+v", dead, full)
				}
			}
		})
	}
}
