package ndr

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"os"
	"reflect"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// An Attempt is what a program knows of a delivery that it tried. The zero value
// is an attempt of which nothing is known.
type Attempt struct {
	// Host is the server that answered, or that could not be reached.
	Host string
	// Recipient is the address that was refused. A reply that names another one
	// alone condemns nobody.
	Recipient string
	// Sender is the address of MAIL FROM. A reply that names it as unknown
	// refuses the sender.
	Sender string
	// Stage is how far the SMTP session had come.
	Stage codes.Stage
	// Rules are tried before the tables of package codes; nil means none.
	Rules *codes.Rules
}

// FromResponse makes a [*DeliveryError] of a reply that refused an attempt; a may
// be nil. The result is nil for a reply that refuses nothing: a positive one, an
// empty one, and words such as "ok" without a code. A text without a code that
// says something else is a failure for the reason that its words tell, or for
// [codes.Unknown].
func FromResponse(r codes.Response, a *Attempt) *DeliveryError {
	accepts := r.Status.Class() == 2 || !r.Status.IsValid() && isAgreement(r.Text)
	if r.Reply.Positive() || r.Reply == 0 && accepts {
		return nil
	}
	if a == nil {
		a = &Attempt{}
	}
	to := a.failed(r.String())
	to.judge(r, &codes.Options{
		Host: a.Host, Addresses: []string{a.Recipient}, Sender: a.Sender, Stage: a.Stage, Rules: a.Rules,
	})
	if a.Recipient != "" && !headers.ValidMailbox(to.Address) {
		to.withhold(WithheldAddress)
	}
	return newDeliveryError(to, "", &Original{})
}

// failed returns the recipient of an attempt that failed, with what was said.
func (a *Attempt) failed(said string) Recipient {
	return Recipient{
		Address: lex.CleanAddress(a.Recipient), Action: Failed,
		RemoteServer: lex.HostName(a.Host), Response: lex.CleanValue(said),
	}
}

// isAgreement reports whether a text without a code refuses nothing.
func isAgreement(text string) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	switch strings.Trim(word, ".,:;!") {
	case "", "ok", "accepted", "queued", "delivered", "sent", "success":
		return true
	}
	return false
}

// FromError makes a [*DeliveryError] of the error of a live attempt; a may be
// nil, and says what the error does not. ok is false, and e nil, where neither
// err nor an error that it wraps is about delivery. It knows
//
//   - a [*DeliveryError];
//   - an SMTP reply: [*textproto.Error], as net/smtp returns it, and any other error with a reply code
//     of 400 to 599 in a field Code, a text in a field Message or Msg, and
//     perhaps three numbers in a field EnhancedCode, whose package or text speaks
//     of SMTP, such as the SMTPError of github.com/emersion/go-smtp;
//   - several such errors at once, from [errors.Join] or go-smtp's LMTPDataError:
//     one is returned, the rest are its Others, each with its recipient where
//     it is from LMTP;
//   - what happens before there is a reply: [*net.DNSError], [*net.OpError], TLS
//     and certificate errors, and deadlines that passed.
//
// The result wraps the error that it was made of. At most 1,000 replies are read.
func FromError(err error, a *Attempt) (e *DeliveryError, ok bool) {
	if errors.As(err, &e) {
		return e, e != nil
	}
	var known Attempt
	if a != nil {
		known = *a
	}
	if e = fromReplies(err, known); e == nil {
		e = fromNetwork(err, known)
	}
	return e, e != nil
}

// fromReplies makes an error of the replies in the tree below err, nil where
// there is none.
func fromReplies(err error, known Attempt) *DeliveryError {
	var first *DeliveryError
	for _, found := range findReplies(nil, err, "", 0) {
		a := known
		if found.recipient != "" {
			a.Recipient = found.recipient
		}
		e := FromResponse(found.response, &a)
		if e == nil {
			continue // the reply quotes one that accepts
		}
		e.cause = found.err
		if first == nil {
			first = e
		} else {
			first.Others = append(first.Others, e)
		}
	}
	if first != nil && first.Others == nil {
		first.cause = err // with whatever the caller said around it
	}
	return first
}

// A foundReply is a reply in a tree of errors.
type foundReply struct {
	response  codes.Response
	recipient string // of LMTP, "" where it is not told
	err       error
}

const (
	// maxWrapped bounds how deep an error is searched, maxReplies how many
	// replies of one are read.
	maxWrapped = 50
	maxReplies = 1000
)

// findReplies appends the replies in the tree of errors below err.
func findReplies(list []foundReply, err error, recipient string, depth int) []foundReply {
	if depth > maxWrapped || len(list) >= maxReplies {
		return list
	}
	if resp, ok := replyOf(err); ok {
		return append(list, foundReply{resp, recipient, err})
	}
	if byRecipient := recipientErrors(err); byRecipient != nil {
		for _, r := range byRecipient {
			list = findReplies(list, r.err, r.recipient, depth+1)
		}
		return list
	}
	switch w := err.(type) {
	case interface{ Unwrap() error }:
		return findReplies(list, w.Unwrap(), recipient, depth+1)
	case interface{ Unwrap() []error }:
		for _, sub := range w.Unwrap() {
			list = findReplies(list, sub, recipient, depth+1)
		}
	}
	return list
}

// recipientErrors returns the errors of a map from recipient to error, as
// LMTP gives one for each (RFC 2033, section 4.2), by recipient; nil for any
// other error.
func recipientErrors(err error) (list []foundReply) {
	v := reflect.ValueOf(err)
	if v.Kind() != reflect.Map || v.Type().Key().Kind() != reflect.String {
		return nil
	}
	for _, key := range v.MapKeys() {
		if sub, ok := v.MapIndex(key).Interface().(error); ok {
			list = append(list, foundReply{recipient: key.String(), err: sub})
		}
	}
	slices.SortFunc(list, func(a, b foundReply) int { return strings.Compare(a.recipient, b.recipient) })
	return list
}

// fromNetwork makes an error of what failed before there was a reply, nil where
// err is nothing of the kind.
func fromNetwork(err error, a Attempt) *DeliveryError {
	reason, stage := networkReason(err)
	if reason == codes.Unknown {
		return nil
	}
	to := a.failed(err.Error())
	to.Reason, to.Owner, to.Scope = reason, reason.Owner(), reason.Scope()
	to.Stage = cmp.Or(a.Stage, stage)
	if reason == codes.HostUnknown {
		// One resolver said so, and of a host that the caller chose.
		to.Withheld = codes.WithheldPermanent
	}
	return &DeliveryError{Recipient: to, cause: err}
}

// networkReason returns why a connection failed and at what stage,
// [codes.Unknown] where err is no failure of one.
func networkReason(err error) (codes.Reason, codes.Stage) {
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return codes.HostUnknown, codes.StageConnect
	case dns != nil:
		return codes.DNSFailure, codes.StageConnect
	case isTLS(err):
		return codes.TLSFailed, codes.StageStartTLS
	case errors.As(err, &op) && op.Op == "dial":
		return codes.ConnectionFailed, codes.StageConnect
	case op != nil, errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return codes.ConnectionFailed, codes.StageUnknown
	}
	return codes.Unknown, codes.StageUnknown
}

// isTLS reports whether err is about TLS or a certificate.
func isTLS(err error) bool {
	var (
		certificate *tls.CertificateVerificationError
		record      tls.RecordHeaderError
		alert       tls.AlertError
		authority   x509.UnknownAuthorityError
		host        x509.HostnameError
		invalid     x509.CertificateInvalidError
	)
	return errors.As(err, &certificate) || errors.As(err, &record) || errors.As(err, &alert) ||
		errors.As(err, &authority) || errors.As(err, &host) || errors.As(err, &invalid)
}

// replyOf returns the reply that err itself is.
func replyOf(err error) (codes.Response, bool) {
	if e, ok := err.(*textproto.Error); ok && e != nil {
		return makeResponse(e.Code, codes.Status{}, e.Msg)
	}
	v := reflect.ValueOf(err)
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return codes.Response{}, false
	}
	code, text := field(v, "Code"), field(v, "Message")
	if !text.IsValid() {
		text = field(v, "Msg")
	}
	n, ok := number(code)
	if !ok || text.Kind() != reflect.String || !speaksOfSMTP(v.Type(), err, text.String()) {
		return codes.Response{}, false
	}
	return makeResponse(n, enhancedCode(field(v, "EnhancedCode")), text.String())
}

// speaksOfSMTP reports whether an error that looks like a reply is one: other
// protocols have codes and messages too.
func speaksOfSMTP(t reflect.Type, err error, text string) bool {
	return lex.HasWord(strings.ToLower(err.Error()), "smtp") || strings.Contains(t.PkgPath(), "smtp") ||
		codes.FindStatus(text).IsValid()
}

// field returns the field of that name, or the zero Value where v has none or
// it stands in an embedded struct that is not there.
func field(v reflect.Value, name string) reflect.Value {
	f, ok := v.Type().FieldByName(name)
	if !ok {
		return reflect.Value{}
	}
	value, err := v.FieldByIndexErr(f.Index)
	if err != nil {
		return reflect.Value{}
	}
	return value
}

// number returns the whole number that v holds, signed or not.
func number(v reflect.Value) (n int, ok bool) {
	switch {
	case v.CanInt():
		return int(v.Int()), true
	case v.CanUint():
		return int(v.Uint()), true
	}
	return 0, false
}

// enhancedCode returns the status that an array of three numbers holds, the zero
// Status for anything else.
func enhancedCode(v reflect.Value) codes.Status {
	if v.Kind() != reflect.Array || v.Len() != 3 || !v.Index(0).CanInt() {
		return codes.Status{}
	}
	st, err := codes.ParseStatus(fmt.Sprintf("%d.%d.%d", v.Index(0).Int(), v.Index(1).Int(), v.Index(2).Int()))
	if err != nil {
		return codes.Status{}
	}
	return st
}

// makeResponse makes a negative reply of what came in pieces. Of a reply of
// several lines [textproto.Error] keeps the lines without their code.
func makeResponse(code int, status codes.Status, text string) (codes.Response, bool) {
	if code < 400 || code > 599 {
		return codes.Response{}, false
	}
	text = strings.ReplaceAll(text, "\n", fmt.Sprintf("\n%d ", code))
	resp := codes.ParseResponse(fmt.Sprintf("%d %s", code, text))
	if !resp.Reply.IsValid() { // "550 recipients unknown" seems to count them
		resp.Reply = codes.Reply(code)
	}
	if !resp.Status.IsValid() { // a code that the text gives itself counts
		resp.Status = status
	}
	return resp, true
}
