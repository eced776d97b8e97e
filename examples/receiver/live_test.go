package main

import (
	"errors"
	"io"
	"net"
	netsmtp "net/smtp"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
	"github.com/emersion/go-smtp"
)

// A refusing server knows no recipient but carol, and takes nothing that is
// longer than a line.
type refusing struct{}

func (refusing) NewSession(*smtp.Conn) (smtp.Session, error) { return refusing{}, nil }
func (refusing) Mail(string, *smtp.MailOptions) error        { return nil }
func (refusing) Reset()                                      {}
func (refusing) Logout() error                               { return nil }

func (refusing) Rcpt(to string, _ *smtp.RcptOptions) error {
	if !strings.HasPrefix(to, "bob@") {
		return nil
	}
	return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "No such user"}
}

func (refusing) Data(r io.Reader) error {
	_, err := io.Copy(io.Discard, r)
	return errors.Join(err, &smtp.SMTPError{Code: 552, EnhancedCode: smtp.EnhancedCode{5, 2, 2}, Message: "Mailbox full"})
}

func (refusing) LMTPData(r io.Reader, status smtp.StatusCollector) error {
	status.SetStatus("alice@example.com", &smtp.SMTPError{Code: 552, EnhancedCode: smtp.EnhancedCode{5, 2, 2}, Message: "Mailbox full"})
	status.SetStatus("carol@example.com", nil)
	_, err := io.Copy(io.Discard, r)
	return err
}

func listen(t *testing.T, lmtp bool) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(refusing{})
	server.LMTP, server.Domain = lmtp, "mx.example.com"
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return l.Addr().String()
}

// TestLiveErrors sends by net/smtp and by go-smtp, and asks ndr what their errors mean.
func TestLiveErrors(t *testing.T) {
	plain := listen(t, false)
	attempt := &ndr.Attempt{Host: "mx.example.com", Recipient: "bob@example.com", Stage: codes.StageRcpt}

	err := netsmtp.SendMail(plain, nil, "news@example.org", []string{"bob@example.com"}, []byte("Subject: x\r\n\r\nx\r\n"))
	if e, ok := ndr.FromError(err, attempt); !ok || !e.Recipient.Suppress || !errors.Is(e, codes.UserUnknown) {
		t.Errorf("net/smtp: %v gives %+v", err, e)
	}
	session, err := smtp.Dial(plain)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	if err := session.Mail("news@example.org", nil); err != nil {
		t.Fatal(err)
	}
	err = session.Rcpt("bob@example.com", nil)
	var refusal *smtp.SMTPError
	if e, ok := ndr.FromError(err, attempt); !ok || !e.Recipient.Suppress || !errors.As(e, &refusal) || refusal.Code != 550 {
		t.Errorf("go-smtp: %v gives %+v", err, e)
	}
	if _, err := net.Dial("tcp", "127.0.0.1:1"); err != nil {
		if e, ok := ndr.FromError(err, nil); !ok || !errors.Is(e, codes.ConnectionFailed) || !errors.Is(e, ndr.ErrTemporary) {
			t.Errorf("refused connection: %v gives %+v", err, e)
		}
	}
}

// TestLiveErrorsLMTP does the same over LMTP, which answers for each recipient.
func TestLiveErrorsLMTP(t *testing.T) {
	conn, err := net.Dial("tcp", listen(t, true))
	if err != nil {
		t.Fatal(err)
	}
	client := smtp.NewClientLMTP(conn)
	defer client.Close()
	if err := client.Mail("news@example.org", nil); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"alice@example.com", "carol@example.com"} {
		if err := client.Rcpt(to, nil); err != nil {
			t.Fatal(err)
		}
	}
	data, err := client.Data()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(data, "Subject: x\r\n\r\nx\r\n"); err != nil {
		t.Fatal(err)
	}
	err = data.Close()
	e, ok := ndr.FromError(err, nil)
	if !ok || len(e.Others) != 0 || e.Recipient.Address != "alice@example.com" || !errors.Is(e, codes.MailboxFull) {
		t.Errorf("LMTP: %v gives %+v", err, e)
	}
}
