package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"github.com/emersion/go-smtp"
)

// maxMessage is how many bytes a message may have: a report may return the
// whole newsletter.
const maxMessage = 10 << 20

// maxTokenAge is how long after sending a report is believed. Mail is given up
// after five days as a rule (RFC 5321, section 4.5.4.1).
const maxTokenAge = 14 * 24 * time.Hour

// The answers that refuse a message. After the first the client keeps it.
var (
	errNotStored = &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "Not stored, try again later"}
	errRelay     = &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 7, 1}, Message: "Only bounces to the domain of the return paths"}
	errEmpty     = &smtp.SMTPError{Code: 554, EnhancedCode: smtp.EnhancedCode{5, 6, 0}, Message: "No message"}
)

// A token says what the signature in a return path is worth.
type token string

const (
	tokenValid   token = "valid"
	tokenExpired token = "expired"
	tokenForged  token = "forged"
	tokenNone    token = "none"
)

// A returnPath is an address that a report came to.
type returnPath struct {
	headers.Address
	token token
	// mailing is the newsletter's own identifier, in lower case, where it
	// signed the token.
	mailing string
	// subscribers has, for each recipient of the report, the address to which
	// the token proves that the newsletter went, in lower case, and "" where it
	// proves nothing.
	subscribers []string
}

// A receiver takes reports, and says 250 to those that it stored.
type receiver struct {
	domain  string
	key     headers.VERPKey
	store   *store
	metrics *metrics
	log     *slog.Logger
	now     func() time.Time
}

// smtpServer returns a server of SMTP, or of LMTP. It stores nothing more when
// ctx ends.
func (rv *receiver) smtpServer(ctx context.Context, lmtp bool) *smtp.Server {
	s := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) {
		return &session{receiver: rv, ctx: ctx}, nil
	}))
	s.LMTP = lmtp
	s.Domain = rv.domain
	s.MaxRecipients = 100
	s.MaxMessageBytes = maxMessage
	s.MaxLineLength = maxMessage // QUIRK: RFC 5321, section 4.5.3.1.6 allows 1000, reports in HTML have more
	s.EnableSMTPUTF8 = true
	s.ReadTimeout = 5 * time.Minute // RFC 5321, section 4.5.3.2.7
	s.WriteTimeout = s.ReadTimeout
	s.ErrorLog = slog.NewLogLogger(rv.log.Handler(), slog.LevelWarn)
	return s
}

// readReturnPath checks the signature in an address.
func (rv *receiver) readReturnPath(a headers.Address) returnPath {
	v, err := rv.key.Check(a, rv.now(), maxTokenAge)
	p := returnPath{Address: a, token: tokenValid, mailing: strings.ToLower(v.ID)}
	switch {
	case errors.Is(err, headers.ErrVERPExpired):
		p.token = tokenExpired
	case errors.Is(err, headers.ErrVERPForged):
		p.token = tokenForged
	case err != nil:
		p.token = tokenNone
	}
	return p
}

// subscriber returns the address of r to which the newsletter went by this
// return path: the one that failed, or the one that it was first sent to. It
// returns "" where the token is of neither.
func (rv *receiver) subscriber(p headers.Address, r *ndr.Recipient) string {
	for _, address := range []string{r.Address, r.OriginalAddress} {
		a, _ := headers.ParseAddress(address)
		if _, err := rv.key.CheckBound(p, a, rv.now(), maxTokenAge); err == nil {
			return strings.ToLower(address)
		}
	}
	return ""
}

// A session is that of one client. What it hands over is stored for all
// recipients or for none, so one answer serves them all, in LMTP too.
type session struct {
	*receiver
	ctx   context.Context
	paths []returnPath
}

// Mail takes every sender: some systems report from another than the null one.
func (s *session) Mail(string, *smtp.MailOptions) error { return nil }

// Rcpt takes every address of the domain. What comes to one without a genuine
// token is kept, and condemns nobody.
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	a, _ := headers.ParseAddress(to)
	if !strings.EqualFold(a.Domain, s.domain) {
		return s.refuse(errRelay)
	}
	s.paths = append(s.paths, s.readReturnPath(a))
	return nil
}

// Data reads a report and stores it. Only after the commit it returns nil, for
// which the server says 250.
func (s *session) Data(r io.Reader) error {
	message, err := io.ReadAll(r) // at most maxMessage, by the server
	if err != nil {
		return s.refuse(err)
	}
	report, err := ndr.Parse(bytes.NewReader(message), nil)
	if err != nil {
		return s.refuse(errEmpty)
	}
	for i := range s.paths {
		p := &s.paths[i]
		for j := range report.Recipients {
			p.subscribers = append(p.subscribers, s.subscriber(p.Address, &report.Recipients[j]))
		}
	}
	d := &delivery{received: s.now(), paths: s.paths, report: report, message: message}
	added, err := s.store.add(s.ctx, d)
	if err != nil {
		s.log.Error("not stored", "err", err, "report", report)
		return s.refuse(errNotStored)
	}
	s.metrics.count(d, added)
	s.log.Info("stored", "new", len(added), "return_paths", len(d.paths), "report", report)
	return nil
}

func (s *session) refuse(err error) error {
	s.metrics.deliveries.WithLabelValues("refused").Inc()
	return err
}

func (s *session) Reset() { s.paths = nil }

func (s *session) Logout() error { return nil }
