package ndr

import (
	"errors"
	"fmt"
	"net/textproto"
	"reflect"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// ErrPermanent and ErrTemporary are matched with [errors.Is] by every
// [DeliveryError]: by the first where trying again without a change is
// useless, else by the second.
var (
	ErrPermanent = errors.New("ndr: permanent failure")
	ErrTemporary = errors.New("ndr: temporary failure")
)

// ErrNoMessage is returned by [Parse] for an input that holds no text at all.
var ErrNoMessage = errors.New("ndr: no message")

// A DeliveryError is one failed delivery. With [errors.Is] it matches
// [ErrPermanent] or [ErrTemporary] and its [codes.Reason]; with [errors.As] it
// gives a [*headers.AuthError] where authentication is why, and so matches
// [headers.ErrSPF] and the like.
type DeliveryError struct {
	// Recipient is the one that failed. Where a live reply failed, only what
	// the reply says is set.
	Recipient Recipient
	// GeneratingServer is that of the report, "" for a live reply.
	GeneratingServer string
	// Auth are the failed authentication checks that are why, if any.
	Auth []*headers.AuthError
}

// maxErrorText is the longest response that an error string quotes.
const maxErrorText = 200

// Error says who failed, why, and what was said, in one line of at most about
// 600 bytes without control characters.
func (e *DeliveryError) Error() string {
	r := &e.Recipient
	var b strings.Builder
	b.WriteString("ndr: ")
	if r.Address != "" {
		fmt.Fprintf(&b, "delivery to %s failed: ", clip(r.Address, maxErrorText))
	}
	b.WriteString(r.Reason.String())
	if r.Response != "" {
		who := ""
		if r.RemoteServer != "" {
			who = clip(r.RemoteServer, maxErrorText) + ": "
		}
		fmt.Fprintf(&b, " (%s%s)", who, clip(r.Response, maxErrorText))
	}
	return b.String()
}

// clip shortens s to about n bytes, at the border of a character, and takes
// out what a log must not see.
func clip(s string, n int) string {
	s = lex.CleanValue(s)
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "..."
}

// Is reports whether target is [ErrPermanent] or [ErrTemporary], as e is.
func (e *DeliveryError) Is(target error) bool {
	if e.Recipient.Permanent {
		return target == ErrPermanent
	}
	return target == ErrTemporary
}

// Unwrap returns the [codes.Reason] of e, then its authentication failures.
func (e *DeliveryError) Unwrap() []error {
	errs := []error{e.Recipient.Reason}
	for _, a := range e.Auth {
		errs = append(errs, a)
	}
	return errs
}

// A ReportError is what [Report.Err] returns: the failures of one report.
type ReportError struct {
	// Failures has one entry for each failed recipient, in the order of the
	// report, and never none.
	Failures []*DeliveryError
}

// Error quotes the first failure and counts the others.
func (e *ReportError) Error() string {
	s := e.Failures[0].Error()
	if n := len(e.Failures) - 1; n > 0 {
		s = fmt.Sprintf("%s, and %d more", s, n)
	}
	return s
}

// Unwrap returns the failures.
func (e *ReportError) Unwrap() []error {
	errs := make([]error, len(e.Failures))
	for i, f := range e.Failures {
		errs[i] = f
	}
	return errs
}

// Err returns nil unless delivery failed to a recipient of the report, else a
// [*ReportError], which unwraps to a [*DeliveryError] for each. Delayed,
// relayed, delivered and expanded recipients are no failures.
func (r *Report) Err() error {
	var failures []*DeliveryError
	for i := range r.Recipients {
		if !r.Recipients[i].Failed() {
			continue
		}
		e := &DeliveryError{Recipient: r.Recipients[i], GeneratingServer: r.GeneratingServer}
		e.addAuth(&r.Original)
		failures = append(failures, e)
	}
	if failures == nil {
		return nil
	}
	return &ReportError{failures}
}

// addAuth adds the failed checks that are why: those that the response tells
// of, and those of the returned header, of which only the methods that the
// response blames count where it gives another reason besides. A refusal of the
// address itself has nothing to do with them.
func (e *DeliveryError) addAuth(o *Original) {
	if e.Recipient.Suppress {
		return
	}
	said := headers.ReadReply(e.Recipient.Response)
	headers.Explain(said, &o.Header)
	blamed := make(map[string]bool)
	for _, result := range said {
		if err := result.Err(); err != nil {
			e.Auth = append(e.Auth, err)
			blamed[result.Method] = true
		}
	}
	for _, result := range o.Auth {
		if e.Recipient.Reason != codes.AuthFailed && !blamed[result.Method] {
			continue
		}
		if err := result.Err(); err != nil {
			e.Auth = append(e.Auth, err)
		}
	}
}

// FromResponse makes a [*DeliveryError] of a bare SMTP reply, such as
// "550 5.1.1 no such user", in any of the spellings that
// [codes.ParseResponse] reads. It returns nil for a positive reply. A text
// without any code is a failure for a reason that its words tell, or
// [codes.Unknown].
func FromResponse(reply string) *DeliveryError {
	return fromResponse(codes.ParseResponse(reply), reply)
}

// fromResponse makes an error of resp; said is how the system gave it.
func fromResponse(resp codes.Response, said string) *DeliveryError {
	if resp.Reply.Positive() {
		return nil
	}
	e := &DeliveryError{Recipient: Recipient{Action: Failed, Response: lex.CleanValue(said)}}
	e.Recipient.judge(resp, nil)
	e.addAuth(&Original{})
	return e
}

// FromError finds the SMTP reply in err, or in one of the errors that it
// wraps, and makes a [*DeliveryError] of it. It knows [*DeliveryError] itself,
// [*textproto.Error], and every other error that has a reply code in a field
// Code and a text in a field Message or Msg, such as the SMTPError of
// github.com/emersion/go-smtp, whose EnhancedCode it also reads: hand it errors
// of mail only. ok is false where err holds no negative reply.
func FromError(err error) (e *DeliveryError, ok bool) {
	if errors.As(err, &e) {
		return e, e != nil
	}
	resp, ok := findResponse(err, 0)
	if !ok {
		return nil, false
	}
	e = fromResponse(resp, resp.String())
	return e, e != nil
}

// maxWrapped bounds how deep an error is searched.
const maxWrapped = 50

// findResponse searches the tree of errors below err, as [errors.As] does.
func findResponse(err error, depth int) (codes.Response, bool) {
	if err == nil || depth > maxWrapped {
		return codes.Response{}, false
	}
	if resp, ok := responseOf(err); ok {
		return resp, true
	}
	switch w := err.(type) {
	case interface{ Unwrap() error }:
		return findResponse(w.Unwrap(), depth+1)
	case interface{ Unwrap() []error }:
		for _, sub := range w.Unwrap() {
			if resp, ok := findResponse(sub, depth+1); ok {
				return resp, true
			}
		}
	}
	return codes.Response{}, false
}

// responseOf returns the reply that err itself is.
func responseOf(err error) (codes.Response, bool) {
	if e, ok := err.(*textproto.Error); ok && e != nil {
		return makeResponse(e.Code, "", e.Msg)
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
	if !ok || !text.IsValid() || text.Kind() != reflect.String {
		return codes.Response{}, false
	}
	return makeResponse(n, enhancedCode(field(v, "EnhancedCode")), text.String())
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
	case v.IsValid() && v.CanInt():
		return int(v.Int()), true
	case v.IsValid() && v.CanUint():
		return int(v.Uint()), true
	}
	return 0, false
}

// enhancedCode returns the status that an array of three numbers holds, "" for
// anything else.
func enhancedCode(v reflect.Value) string {
	if !v.IsValid() || v.Kind() != reflect.Array || v.Len() != 3 || !v.Index(0).CanInt() {
		return ""
	}
	s := fmt.Sprintf("%d.%d.%d", v.Index(0).Int(), v.Index(1).Int(), v.Index(2).Int())
	if st, err := codes.ParseStatus(s); err == nil {
		return st.String() + " "
	}
	return ""
}

// makeResponse parses a negative reply that came in pieces. Of a reply of
// several lines [textproto.Error] keeps the lines without their code.
func makeResponse(code int, status, text string) (codes.Response, bool) {
	if code < 400 || code > 599 {
		return codes.Response{}, false
	}
	// An enhanced code that the text gives itself is not said twice.
	if codes.FindStatus(text).IsValid() {
		status = ""
	}
	text = strings.ReplaceAll(text, "\n", fmt.Sprintf("\n%d ", code))
	return codes.ParseResponse(fmt.Sprintf("%d %s%s", code, status, text)), true
}
