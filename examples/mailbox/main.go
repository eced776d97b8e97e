// Command mailbox watches a mailbox over IMAP, and files what comes into
// folders: Reports, Complaints, Automatic and Letters.
//
//	mailbox                      shows what it does to a mailbox in memory
//	mailbox -addr HOST:993 -user NAME [-mailbox INBOX] [-poll 1m]
//
// The password is read from the environment, IMAP_PASSWORD. The connection is
// always encrypted (RFC 8314), and the server's certificate must be valid;
// SSL_CERT_FILE names the authority of a server of one's own. What is filed is
// no longer in the mailbox, so the program goes on where it stopped, however it
// was stopped.
package main

import (
	"context"
	"crypto/tls"
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, nil); err != nil {
		log.Fatal(err)
	}
}

// run runs the command until ctx ends. It trusts the authorities of the system
// where config is nil.
func run(ctx context.Context, args []string, stdout io.Writer, config *tls.Config) error {
	w := &watcher{password: os.Getenv("IMAP_PASSWORD")}
	flags := flag.NewFlagSet("mailbox", flag.ExitOnError)
	addr := flags.String("addr", "", "`host:port` of the server, such as imap.example.org:993")
	flags.StringVar(&w.user, "user", "", "`name` to log in with; the password is IMAP_PASSWORD in the environment")
	flags.StringVar(&w.mailbox, "mailbox", "INBOX", "`mailbox` to watch")
	flags.DurationVar(&w.poll, "poll", time.Minute, "`time` to look again when the server says nothing, or when the connection was lost")
	flags.Parse(args) // exits on an error
	w.filed = func(folder string, report *ndr.Report) {
		subject := headers.DecodeText(report.Header.Get("Subject"))
		if _, err := fmt.Fprintf(stdout, "%-10s  %q: %s\n", folder, subject, explain(report)); err != nil {
			slog.Error("not written", "err", err)
		}
	}
	if *addr == "" {
		return demonstrate(ctx, w)
	}
	w.dial = func(ctx context.Context) (net.Conn, error) {
		return (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", *addr)
	}
	return w.run(ctx)
}
