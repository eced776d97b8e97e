// Command mailbox watches a mailbox over IMAP, and files what comes into
// folders: Reports, Complaints, Automatic, Questions and Letters.
//
//	mailbox                      shows what it does to a mailbox in memory
//	mailbox -addr HOST:993 -user NAME [-mailbox INBOX] [-state FILE] [-poll 1m]
//
// The password is read from the environment, IMAP_PASSWORD. The connection is
// always encrypted (RFC 8314), the server's certificate must be valid;
// SSL_CERT_FILE names the authority of a server of one's own. The program goes
// on where it stopped: the state file holds the last message that it filed.
package main

import (
	"context"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"github.com/emersion/go-imap/v2"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr, nil)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "mailbox:", err)
		os.Exit(1)
	}
}

// run runs the command until ctx ends. It trusts the authorities of the system
// where config is nil.
func run(ctx context.Context, args []string, stdout, stderr io.Writer, config *tls.Config) error {
	w := &watcher{password: os.Getenv("IMAP_PASSWORD"), log: slog.New(slog.NewTextHandler(stderr, nil))}
	flags := flag.NewFlagSet("mailbox", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "", "`host:port` of the server, such as imap.example.org:993")
	flags.StringVar(&w.user, "user", "", "`name` to log in with; the password is IMAP_PASSWORD in the environment")
	flags.StringVar(&w.mailbox, "mailbox", "INBOX", "`mailbox` to watch")
	flags.StringVar(&w.state, "state", "mailbox.state", "`file` with the last message that was filed")
	flags.DurationVar(&w.poll, "poll", time.Minute, "`time` to look again when the server says nothing, or when the connection was lost")
	if err := flags.Parse(args); err != nil {
		return err
	}
	w.filed = func(uid imap.UID, folder string, report *ndr.Report) {
		subject := headers.DecodeText(report.Header.Get("Subject"))
		if _, err := fmt.Fprintf(stdout, "%d\t%s\t%q\t%s\n", uid, folder, subject, explain(report)); err != nil {
			w.log.Error("not written", "err", err)
		}
	}
	if *addr == "" {
		return demonstrate(ctx, w, stdout)
	}
	w.dial = func(ctx context.Context) (net.Conn, error) {
		return (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", *addr)
	}
	return w.run(ctx)
}
