package ndr

import (
	"errors"
	"fmt"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
)

// ErrPermanent and ErrTemporary are matched with [errors.Is] by a
// [DeliveryError]: the first where the message or the reply says that trying
// again without a change is useless, the second where it says that trying again
// may help. A failure that is final by its action alone, without a code or
// telling words, matches neither.
var (
	ErrPermanent = errors.New("ndr: permanent failure")
	ErrTemporary = errors.New("ndr: temporary failure")
)

// ErrNoMessage is returned by [Parse] for an input that holds no text at all.
var ErrNoMessage = errors.New("ndr: no message")

// A DeliveryError is one failed delivery. With [errors.Is] it matches its
// [codes.Reason], and [ErrPermanent] or [ErrTemporary] where that is known; with
// [errors.As] it gives a [*headers.AuthError] where authentication is why, and so
// matches [headers.ErrSPF] and the like, and the error that [FromError] made it
// of.
type DeliveryError struct {
	// Recipient is the one that failed. Where a live reply failed, only what
	// the reply and the [Attempt] say is set.
	Recipient Recipient `json:"recipient"`
	// GeneratingServer is [Report.GeneratingServer], "" for a live reply.
	GeneratingServer string `json:"generating_server"`
	// Auth are the failed authentication checks that are why, if any.
	Auth []*headers.AuthError `json:"auth,omitempty"`
	// Others are the failures of the other recipients, where [FromError] was
	// given an error about several.
	Others []*DeliveryError `json:"others,omitempty"`

	// cause is the error of a live attempt.
	cause error
}

// maxErrorText is the longest response that an error string quotes.
const maxErrorText = 200

// Error says who failed, why, and what was said, in one line of at most about
// 600 bytes without control characters.
func (e *DeliveryError) Error() string {
	if e == nil {
		return "ndr: no failure"
	}
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
	if e == nil {
		return false
	}
	switch target {
	case ErrPermanent:
		return e.Recipient.Permanent
	case ErrTemporary:
		return e.isTemporary()
	}
	return false
}

// isTemporary reports whether trying again may help: the reply code says so,
// else the enhanced status code, else the reason, or the network failed before
// any reply.
func (e *DeliveryError) isTemporary() bool {
	r := &e.Recipient
	switch {
	case r.Permanent:
		return false
	case r.Reply != 0:
		return r.Reply.Transient()
	case r.Status.IsValid():
		return r.Status.Transient()
	case e.cause != nil:
		return r.Reason != codes.HostUnknown
	}
	return r.Reason == codes.Greylisted || r.Reason == codes.RateLimited
}

// Unwrap returns the [codes.Reason] of e, then its authentication failures, then
// the error that it was made of.
func (e *DeliveryError) Unwrap() []error {
	if e == nil {
		return nil
	}
	errs := []error{e.Recipient.Reason}
	for _, a := range e.Auth {
		errs = append(errs, a)
	}
	if e.cause != nil {
		errs = append(errs, e.cause)
	}
	return errs
}

// A ReportError is what [Report.Err] returns: the failures of one report.
type ReportError struct {
	// Failures has one entry for each failed recipient, in the order of the
	// report. It is never empty in what [Report.Err] returns.
	Failures []*DeliveryError `json:"failures"`
}

// Error quotes the first failure and counts the others.
func (e *ReportError) Error() string {
	if e == nil || len(e.Failures) == 0 {
		return "ndr: no failure"
	}
	s := e.Failures[0].Error()
	if n := len(e.Failures) - 1; n > 0 {
		s = fmt.Sprintf("%s, and %d more", s, n)
	}
	return s
}

// Unwrap returns the failures.
func (e *ReportError) Unwrap() []error {
	if e == nil {
		return nil
	}
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
	for _, to := range r.Recipients {
		if to.Failed() {
			failures = append(failures, newDeliveryError(to, r.GeneratingServer, &r.Original))
		}
	}
	if failures == nil {
		return nil
	}
	return &ReportError{failures}
}

// newDeliveryError makes the error of a failure that a report of server tells, which
// returned original.
func newDeliveryError(to Recipient, server string, original *Original) *DeliveryError {
	e := &DeliveryError{Recipient: to, GeneratingServer: server}
	e.addAuth(original)
	return e
}

// addAuth adds the failed checks that explain the failure: the checks that the
// response tells of, and the checks in the returned header. Where the reason is
// another than authentication, only the methods that the response blames count in
// the header. A refusal of the address itself has nothing to do with the checks.
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
