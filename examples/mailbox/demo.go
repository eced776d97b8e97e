package main

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"time"

	"example.com/ndr/ndr"
	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

//go:embed messages
var messages embed.FS

// newServer returns a server that keeps its mail in memory, and its only user.
func newServer(user, password string) (*imapserver.Server, *imapmemserver.User, error) {
	memory, account := imapmemserver.New(), imapmemserver.NewUser(user, password)
	memory.AddUser(account)
	server := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return memory.NewSession(), nil, nil
		},
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapIMAP4rev2: {}},
		InsecureAuth: true,
	})
	return server, account, account.Create("INBOX", nil)
}

// arrive puts a message into INBOX.
func arrive(account *imapmemserver.User, name string) error {
	text, err := fs.ReadFile(messages, "messages/"+name)
	if err != nil {
		return err
	}
	_, err = account.Append("INBOX", literal{bytes.NewReader(text)}, &imap.AppendOptions{})
	return err
}

// A literal is a message to append.
type literal struct{ *bytes.Reader }

func (l literal) Size() int64 { return l.Reader.Size() }

// demonstrate watches a mailbox in memory, into which the embedded messages
// come one after another. It ends when they are filed.
func demonstrate(ctx context.Context, w *watcher, stdout io.Writer) (err error) {
	entries, err := messages.ReadDir("messages")
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "mailbox")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	server, account, err := newServer(w.user, w.password)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	defer func() { err = errors.Join(err, server.Close(), <-served) }()

	filed, say := make(chan struct{}), w.filed
	w.filed = func(uid imap.UID, folder string, report *ndr.Report) {
		say(uid, folder, report)
		filed <- struct{}{}
	}
	w.dial = func(ctx context.Context) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "tcp", listener.Addr().String())
	}
	w.state, w.poll = filepath.Join(dir, "state"), time.Second
	watching, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- w.run(watching) }()
	defer stop()
	for _, entry := range entries {
		fmt.Fprintf(stdout, "\n%s comes\n", entry.Name())
		if err := arrive(account, entry.Name()); err != nil {
			return err
		}
		select {
		case <-filed:
		case err := <-ended:
			return err
		}
	}
	stop()
	return <-ended
}
