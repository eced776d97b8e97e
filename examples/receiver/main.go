// Command receiver takes the bounces of a newsletter by SMTP and LMTP, and
// answers by HTTP whom not to mail again.
//
//	receiver [-smtp ADDR] [-lmtp ADDR] [-http ADDR] [-domain DOMAIN] [-db FILE] [-key FILE]
//	receiver [-domain DOMAIN] [-key FILE] -sign ADDRESS
//
// The newsletter sends each message from a return path of its own, signed with
// the key that the two share; -sign prints one. The receiver stores every
// report that comes to the domain in one SQLite file, and answers 250 when it
// is on the disk. It suppresses an address where the library says so and the
// signature proves that the newsletter went there. It asks nobody for a
// password: let the ports be reached from this host or a private network alone.
package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/ndr/headers"
	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run runs the command until ctx ends. It writes the addresses on which it
// listens to stdout.
func run(ctx context.Context, args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("receiver", flag.ExitOnError)
	smtpAddr := flags.String("smtp", "127.0.0.1:2525", "`address` of the SMTP server")
	lmtpAddr := flags.String("lmtp", "127.0.0.1:2424", "`address` of the LMTP server")
	httpAddr := flags.String("http", "127.0.0.1:8025", "`address` of the HTTP server")
	domain := flags.String("domain", "bounce.example.org", "`domain` of the return paths")
	file := flags.String("db", "bounces.db", "SQLite `file`, created where there is none")
	keyFile := flags.String("key", "bounces.key", "`file` with the key of the return paths, created where there is none")
	sign := flags.String("sign", "", "print a return path for mail to `address`, and stop")
	flags.Parse(args) // exits on an error
	key, err := loadKey(*keyFile)
	if err != nil {
		return err
	}
	if *sign != "" {
		return printReturnPath(stdout, key, *sign, *domain)
	}
	db, err := openStore(*file)
	if err != nil {
		return err
	}
	rv := &receiver{*domain, key, db}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return serve(ctx, stdout, "smtp", *smtpAddr, rv.mailServer(false)) })
	group.Go(func() error { return serve(ctx, stdout, "lmtp", *lmtpAddr, rv.mailServer(true)) })
	group.Go(func() error { return serve(ctx, stdout, "http", *httpAddr, rv.httpServer()) })
	return errors.Join(group.Wait(), db.Close())
}

// loadKey reads the key, or creates one.
func loadKey(file string) (headers.VERPKey, error) {
	key, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		key = []byte(rand.Text())
		err = os.WriteFile(file, key, 0o600)
	}
	if key = bytes.TrimSpace(key); err == nil && len(key) < 16 {
		err = fmt.Errorf("%s: %w", file, headers.ErrVERPKey)
	}
	return key, err
}

func printReturnPath(w io.Writer, key headers.VERPKey, recipient, domain string) error {
	to, _ := headers.ParseAddress(recipient)
	path, err := key.Bind(headers.VERP{Prefix: "bounces", ID: "test", Recipient: to, Day: time.Now()}, domain)
	if err != nil {
		return fmt.Errorf("%q: %w", recipient, err)
	}
	_, err = fmt.Fprintln(w, path.Spec())
	return err
}

// A server is one of go-smtp or net/http.
type server interface {
	Serve(net.Listener) error
	Close() error
}

// serve serves until ctx ends or the server fails. A client that is cut off then
// has seen no 250, and comes again.
func serve(ctx context.Context, stdout io.Writer, name, addr string, s server) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, func() {
		s.Close()
		listener.Close() // the server may not know of it yet
	})()
	if _, err := fmt.Fprintln(stdout, name, listener.Addr()); err != nil {
		return err
	}
	err = s.Serve(listener)
	if ctx.Err() != nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, err)
}
