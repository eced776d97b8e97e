package main

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"io"
	"io/fs"
	"log"
	"net"

	"example.com/ndr/ndr"
	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

//go:embed messages
var messages embed.FS

// demonstrate watches a mailbox in memory that holds the embedded messages. It
// ends when they are filed.
func demonstrate(ctx context.Context, w *watcher) (err error) {
	memory, account := imapmemserver.New(), imapmemserver.NewUser(w.user, w.password)
	memory.AddUser(account)
	if err := account.Create(w.mailbox, nil); err != nil {
		return err
	}
	left, err := fill(account, w.mailbox)
	if err != nil {
		return err
	}
	server := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return memory.NewSession(), nil, nil
		},
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapIMAP4rev2: {}},
		InsecureAuth: true,
		Logger:       log.New(io.Discard, "", 0), // it would speak of the end
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	defer func() { err = errors.Join(err, server.Close(), <-served) }()

	w.dial = func(ctx context.Context) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "tcp", listener.Addr().String())
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	say := w.filed
	w.filed = func(folder string, report *ndr.Report) {
		say(folder, report)
		if left--; left == 0 {
			stop()
		}
	}
	return w.run(ctx)
}

// fill puts the embedded messages into a mailbox, and returns how many they are.
func fill(account *imapmemserver.User, mailbox string) (n int, err error) {
	files, err := fs.Glob(messages, "messages/*")
	for _, file := range files {
		text, err := messages.ReadFile(file)
		if err == nil {
			_, err = account.Append(mailbox, bytes.NewReader(text), &imap.AppendOptions{})
		}
		if err != nil {
			return 0, err
		}
	}
	return len(files), err
}
