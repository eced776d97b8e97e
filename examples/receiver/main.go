// Command receiver takes the bounces of a newsletter by SMTP and LMTP, and
// answers by HTTP whom not to mail again.
//
//	receiver [-smtp ADDR] [-lmtp ADDR] [-http ADDR] [-domain DOMAIN] [-db FILE] [-key FILE]
//	receiver [-domain DOMAIN] [-key FILE] -sign ADDRESS
//
// The newsletter sends each message from a return path of its own, signed with
// the key that the two share; -sign prints one. The receiver stores every
// report that comes to the domain in one SQLite file, and says 250 when it is
// on the disk. It suppresses an address where the library says so and the
// signature proves that the address was mailed. Nobody is asked for a password:
// the ports are for this host, or for a network of one's own.
package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"example.com/ndr/headers"
	"golang.org/x/sync/errgroup"
)

// grace is how long clients may take to end their sessions when the program is
// told to stop.
const grace = 5 * time.Second

// errKey: the file of the key holds none.
var errKey = errors.New("must hold at least 16 bytes in hexadecimal")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "receiver:", err)
		os.Exit(1)
	}
}

// run runs the command until ctx ends. It writes the addresses on which it
// listens to stdout.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("receiver", flag.ContinueOnError)
	flags.SetOutput(stderr)
	smtpAddr := flags.String("smtp", "127.0.0.1:2525", "`address` of the SMTP server")
	lmtpAddr := flags.String("lmtp", "127.0.0.1:2424", "`address` of the LMTP server")
	httpAddr := flags.String("http", "127.0.0.1:8025", "`address` of the HTTP server")
	domain := flags.String("domain", "bounce.example.org", "`domain` of the return paths")
	db := flags.String("db", "bounces.db", "SQLite `file`, made where there is none")
	keyFile := flags.String("key", "bounces.key", "`file` with the key of the return paths, made where there is none")
	sign := flags.String("sign", "", "print a return path for mail to `address`, and stop")
	if err := flags.Parse(args); err != nil {
		return err
	}
	key, err := loadKey(*keyFile)
	if err != nil {
		return err
	}
	if *sign != "" {
		return printReturnPath(stdout, key, *sign, *domain)
	}
	store, err := openStore(ctx, *db)
	if err != nil {
		return err
	}
	storing, giveUp := context.WithCancel(context.WithoutCancel(ctx))
	rv := &receiver{*domain, key, store, newMetrics(), slog.New(slog.NewTextHandler(stderr, nil)), time.Now}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return serve(ctx, stdout, "smtp", *smtpAddr, rv.smtpServer(storing, false)) })
	group.Go(func() error { return serve(ctx, stdout, "lmtp", *lmtpAddr, rv.smtpServer(storing, true)) })
	group.Go(func() error {
		return serve(ctx, stdout, "http", *httpAddr, &http.Server{Handler: rv.handler(), ReadHeaderTimeout: time.Minute})
	})
	err = group.Wait()
	giveUp()
	return errors.Join(err, store.db.Close())
}

// loadKey reads the key, or makes one.
func loadKey(file string) (headers.VERPKey, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		key := make([]byte, 32)
		rand.Read(key) // never fails
		return key, os.WriteFile(file, []byte(hex.EncodeToString(key)+"\n"), 0o600)
	}
	if err != nil {
		return nil, err
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) < 16 {
		return nil, fmt.Errorf("%s: %w", file, errKey)
	}
	return key, nil
}

func printReturnPath(w io.Writer, key headers.VERPKey, recipient, domain string) error {
	a, _ := headers.ParseAddress(recipient)
	path, err := key.Bind(headers.VERP{Prefix: "bounces", ID: "test", Recipient: a, Day: time.Now()}, domain)
	if err != nil {
		return fmt.Errorf("%q: %w", recipient, err)
	}
	_, err = fmt.Fprintln(w, path.Spec())
	return err
}

// A server is one of go-smtp or net/http.
type server interface {
	Serve(net.Listener) error
	Shutdown(context.Context) error
}

// serve serves until ctx ends or the server fails, then lets the clients finish
// what they began.
func serve(ctx context.Context, stdout io.Writer, name, addr string, s server) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(stdout, name, listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("%s: %w", name, err)
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	err = s.Shutdown(stopping)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil // sessions that were idle all the time; what they send now is not stored
	}
	return err
}
