package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"example.com/ndr/ndr"
	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// errGiveUp: another attempt will not mend it.
var errGiveUp = errors.New("giving up")

// A watcher files what comes into a mailbox. What is filed is moved away, so
// whatever is in the mailbox is still to be filed.
type watcher struct {
	dial           func(context.Context) (net.Conn, error)
	user, password string
	mailbox        string
	// poll is how often the mailbox is looked at when the server says nothing,
	// and how soon a lost connection is made again.
	poll time.Duration
	// filed is called for each message when it was moved into a folder.
	filed func(folder string, report *ndr.Report)
}

// run watches until ctx ends, over as many connections as it takes. It returns
// nil then, or the error that another attempt will not mend.
func (w *watcher) run(ctx context.Context) error {
	for {
		err := w.watch(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if errors.Is(err, errGiveUp) {
			return err
		}
		slog.Warn("connection lost", "err", err, "again_after", w.poll)
		select {
		case <-ctx.Done():
		case <-time.After(w.poll):
		}
	}
}

// watch watches over one connection, until it ends or ctx does.
func (w *watcher) watch(ctx context.Context) error {
	conn, err := w.dial(ctx)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	news := make(chan struct{}, 1)
	c := imapclient.New(conn, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(*imapclient.UnilateralDataMailbox) {
			select {
			case news <- struct{}{}:
			default: // it will be looked at anyway
			}
		},
	}})
	defer c.Close()
	if err := w.login(c); err != nil {
		return err
	}
	prefix, err := makeFolders(c)
	if err != nil {
		return err
	}
	if _, err := c.Select(w.mailbox, nil).Wait(); err != nil {
		return err
	}
	for {
		n, err := w.fileAll(c, prefix)
		if err == nil && n == 0 { // otherwise more may have come, which some servers do not say once IDLE began
			err = wait(c, news, w.poll)
		}
		if err != nil {
			return err
		}
	}
}

func (w *watcher) login(c *imapclient.Client) error {
	err := c.Login(w.user, w.password).Wait()
	if refusal, ok := errors.AsType[*imap.Error](err); ok && refusal.Code == imap.ResponseCodeAuthenticationFailed {
		return fmt.Errorf("%w: %w", errGiveUp, err)
	}
	if err == nil && !c.Caps().Has(imap.CapMove) {
		// Without it go-imap copies and deletes, and deletes even what the
		// server did not copy.
		return fmt.Errorf("%w: the server does not know MOVE (RFC 6851)", errGiveUp)
	}
	return err
}

// makeFolders creates the folders that are missing. It returns what the server
// wants before their names, such as "INBOX." (RFC 2342).
func makeFolders(c *imapclient.Client) (prefix string, err error) {
	if c.Caps().Has(imap.CapNamespace) {
		spaces, err := c.Namespace().Wait()
		if err != nil {
			return "", err
		}
		if len(spaces.Personal) > 0 {
			prefix = spaces.Personal[0].Prefix
		}
	}
	for _, name := range folders {
		there, err := c.List("", prefix+name, nil).Collect()
		if err == nil && len(there) == 0 {
			err = c.Create(prefix+name, nil).Wait()
		}
		if err != nil {
			return "", fmt.Errorf("folder %s: %w", name, err)
		}
	}
	return prefix, nil
}

// fileAll files what is in the mailbox, and returns how many messages that was.
// One that the server refuses to give or to move stays, and does not stop the
// rest.
func (w *watcher) fileAll(c *imapclient.Client, prefix string) (n int, err error) {
	found, err := c.UIDSearch(&imap.SearchCriteria{NotFlag: []imap.Flag{imap.FlagDeleted}}, nil).Wait()
	if err != nil {
		return 0, err
	}
	for _, uid := range found.AllUIDs() {
		moved, err := w.file(c, prefix, uid)
		_, refused := errors.AsType[*imap.Error](err)
		switch {
		case refused:
			slog.Error("not filed", "uid", uid, "err", err)
		case err != nil:
			return n, err
		case moved:
			n++
		}
	}
	return n, nil
}

// file moves one message into its folder, unless somebody else was faster.
func (w *watcher) file(c *imapclient.Client, prefix string, uid imap.UID) (moved bool, err error) {
	report, err := read(c, uid)
	if report == nil || err != nil {
		return false, err
	}
	name := folder(report)
	if _, err := c.Move(imap.UIDSetNum(uid), prefix+name).Wait(); err != nil {
		return false, err
	}
	w.filed(name, report)
	return true, nil
}

// read parses a message as it comes from the server, and leaves it unseen. The
// report is nil where somebody else moved the message away.
func read(c *imapclient.Client, uid imap.UID) (report *ndr.Report, err error) {
	fetch := c.Fetch(imap.UIDSetNum(uid), &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{{Peek: true}}})
	for message := fetch.Next(); message != nil; message = fetch.Next() {
		for item := message.Next(); item != nil; item = message.Next() {
			body, ok := item.(imapclient.FetchItemDataBodySection)
			if !ok || body.Literal == nil {
				continue
			}
			report, err = ndr.Parse(body.Literal, nil)
			if errors.Is(err, ndr.ErrNoMessage) {
				report, err = &ndr.Report{}, nil // a letter, for somebody to look at
			}
		}
	}
	return report, errors.Join(err, fetch.Close())
}

// wait returns when there may be news: the server says so (IDLE, RFC 2177), or
// it is time to ask.
func wait(c *imapclient.Client, news <-chan struct{}, poll time.Duration) error {
	var idle *imapclient.IdleCommand
	if c.Caps().Has(imap.CapIdle) {
		var err error
		if idle, err = c.Idle(); err != nil {
			return err
		}
	}
	select {
	case <-news:
	case <-c.Closed():
	case <-time.After(poll):
	}
	if idle == nil {
		return c.Noop().Wait()
	}
	return errors.Join(idle.Close(), idle.Wait())
}
