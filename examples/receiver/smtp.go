package main

import (
	"bytes"
	"database/sql"
	"io"
	"log/slog"
	"strings"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"github.com/emersion/go-smtp"
)

const maxMessage = 10 << 20 // bytes; a report may return the whole newsletter

// The answers that refuse a message. After the first the client keeps it.
var (
	errNotStored = &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "Not stored, try again later"}
	errRelay     = &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 7, 1}, Message: "Only bounces to the domain of the return paths"}
	errEmpty     = &smtp.SMTPError{Code: 554, EnhancedCode: smtp.EnhancedCode{5, 6, 0}, Message: "No message"}
)

// A receiver takes reports, and answers 250 to each that it stored.
type receiver struct {
	domain string
	key    headers.VERPKey
	db     *sql.DB
}

// mailServer returns a server of SMTP, or of LMTP.
func (rv *receiver) mailServer(lmtp bool) *smtp.Server {
	s := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{receiver: rv}, nil }))
	s.LMTP = lmtp
	s.Domain = rv.domain
	s.EnableSMTPUTF8 = true
	s.MaxRecipients = 100 // RFC 5321, section 4.5.3.1.8
	s.MaxMessageBytes = maxMessage
	s.MaxLineLength = maxMessage    // QUIRK: RFC 5321, section 4.5.3.1.6 allows 1000, reports in HTML have more
	s.ReadTimeout = 5 * time.Minute // RFC 5321, section 4.5.3.2.7
	s.WriteTimeout = s.ReadTimeout
	return s
}

// A session serves one client. It gives one answer for all recipients of a
// message, in LMTP too.
type session struct {
	*receiver
	paths []headers.Address
}

// Mail takes every sender: some systems report from another than the null one.
func (s *session) Mail(string, *smtp.MailOptions) error { return nil }

// Rcpt takes every address of the domain. What comes to one that is not signed
// is kept, and condemns nobody.
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	path, _ := headers.ParseAddress(to)
	if !strings.EqualFold(path.Domain, s.domain) {
		return errRelay
	}
	s.paths = append(s.paths, path)
	return nil
}

// Data reads a report and stores it for each return path. It returns nil, for
// which the server answers 250, only when all are committed. If one is not, the
// client comes again with all, and those that are stored already count once.
func (s *session) Data(r io.Reader) error {
	message, err := io.ReadAll(r) // at most maxMessage, by the server
	if err != nil {
		return err
	}
	report, err := ndr.Parse(bytes.NewReader(message), nil)
	if err != nil {
		return errEmpty
	}
	for _, path := range s.paths {
		result, err := s.store(path, report, message)
		deliveries.WithLabelValues(result).Inc()
		if err != nil {
			slog.Error(result, "err", err, "report", report)
			return errNotStored
		}
		slog.Info(result, "report", report)
	}
	return nil
}

func (s *session) Reset() { s.paths = nil }

func (s *session) Logout() error { return nil }
