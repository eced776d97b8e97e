package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"time"

	"example.com/ndr/ndr"
	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// grace is how long a command may take to end when the program is told to stop.
const grace = 5 * time.Second

// The errors that no other attempt will mend.
var (
	// errLogin: the server does not take the name and the password.
	errLogin = errors.New("login refused")
	// errMove: the server has neither MOVE (RFC 6851) nor UIDPLUS (RFC 4315).
	// Without them a message is moved by expunging all that are marked as
	// deleted, those of other people too.
	errMove = errors.New("the server cannot move single messages")
)

// A watcher files what comes into a mailbox.
type watcher struct {
	dial           func(context.Context) (net.Conn, error)
	user, password string
	mailbox        string
	// state is the file with the position.
	state string
	// poll is how often the mailbox is looked at when the server says nothing,
	// and how soon a lost connection is made again.
	poll time.Duration
	// filed is called for each message when it was moved.
	filed func(imap.UID, string, *ndr.Report)
	log   *slog.Logger
}

// run watches until ctx ends, over as many connections as it takes. It returns
// nil then, or the error that another attempt will not mend.
func (w *watcher) run(ctx context.Context) error {
	for {
		err := w.connect(ctx)
		if errors.Is(err, errLogin) || errors.Is(err, errMove) {
			return err
		}
		if err != nil {
			w.log.Warn("connection lost", "err", err, "again_after", w.poll)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(w.poll):
		}
	}
}

// connect watches over one connection. It returns nil when ctx ended between
// two messages.
func (w *watcher) connect(ctx context.Context) error {
	conn, err := w.dial(ctx)
	if err != nil {
		return err
	}
	news := make(chan struct{}, 1)
	c := imapclient.New(conn, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(*imapclient.UnilateralDataMailbox) {
			select {
			case news <- struct{}{}:
			default: // it will be looked at anyway
			}
		},
	}})
	defer c.Close() // after a logout, or after an error that says more
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, func() { c.Close() }) })()
	if err := w.login(c); err != nil {
		return err
	}
	prefix, err := makeFolders(c)
	if err != nil {
		return err
	}
	p, err := w.open(c)
	if err != nil {
		return err
	}
	for ctx.Err() == nil {
		before := p
		if err := w.fileNew(ctx, c, prefix, &p); err != nil {
			return err
		}
		if p != before { // more may have come, which some servers do not say once IDLE began
			continue
		}
		if err := w.wait(ctx, c, news); err != nil {
			return err
		}
	}
	return c.Logout().Wait()
}

func (w *watcher) login(c *imapclient.Client) error {
	err := c.Login(w.user, w.password).Wait()
	var refusal *imap.Error
	if errors.As(err, &refusal) && refusal.Code == imap.ResponseCodeAuthenticationFailed {
		return fmt.Errorf("%w: %w", errLogin, err)
	}
	if err == nil && !c.Caps().Has(imap.CapMove) && !c.Caps().Has(imap.CapUIDPlus) {
		return errMove
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

// open selects the mailbox, and returns the position in it: the beginning where
// the UIDs of the state file are no longer valid.
func (w *watcher) open(c *imapclient.Client) (position, error) {
	mailbox, err := c.Select(w.mailbox, nil).Wait()
	if err != nil {
		return position{}, err
	}
	p, err := readPosition(w.state)
	if err == nil && p.UIDValidity != mailbox.UIDValidity {
		p = position{UIDValidity: mailbox.UIDValidity}
	}
	return p, err
}

// fileNew files the messages after p, and moves p on with each. The position is
// written after the message was moved, so that none is left out; if the program
// dies between the two, the message is not in the mailbox any more.
func (w *watcher) fileNew(ctx context.Context, c *imapclient.Client, prefix string, p *position) error {
	found, err := c.UIDSearch(&imap.SearchCriteria{UID: []imap.UIDSet{{{Start: p.LastUID + 1}}}}, nil).Wait()
	if err != nil {
		return err
	}
	for _, uid := range slices.Sorted(slices.Values(found.AllUIDs())) {
		if uid <= p.LastUID { // "n:*" has the last message always
			continue
		}
		if ctx.Err() != nil {
			return nil
		}
		if err := w.file(c, prefix, uid); err != nil {
			return fmt.Errorf("message %d: %w", uid, err)
		}
		p.LastUID = uid
		if err := p.write(w.state); err != nil {
			return err
		}
	}
	return nil
}

// file moves one message into its folder.
func (w *watcher) file(c *imapclient.Client, prefix string, uid imap.UID) error {
	report, err := read(c, uid)
	if report == nil || err != nil {
		return err
	}
	name := folder(report)
	if _, err := c.Move(imap.UIDSetNum(uid), prefix+name).Wait(); err != nil {
		return err
	}
	w.filed(uid, name, report)
	return nil
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
func (w *watcher) wait(ctx context.Context, c *imapclient.Client, news <-chan struct{}) error {
	var idle *imapclient.IdleCommand
	if c.Caps().Has(imap.CapIdle) {
		var err error
		if idle, err = c.Idle(); err != nil {
			return err
		}
	}
	select {
	case <-ctx.Done():
	case <-news:
	case <-c.Closed():
	case <-time.After(w.poll):
	}
	if idle == nil {
		return c.Noop().Wait()
	}
	return errors.Join(idle.Close(), idle.Wait())
}
