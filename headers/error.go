package headers

import (
	"errors"
	"log/slog"
)

// The checks that [AuthError.Is] tells apart.
var (
	ErrSPF      = errors.New("headers: SPF failed")
	ErrDKIM     = errors.New("headers: DKIM failed")
	ErrDMARC    = errors.New("headers: DMARC failed")
	ErrARC      = errors.New("headers: ARC failed")
	ErrCompAuth = errors.New("headers: composite authentication failed")
)

// sentinels tells which error a method's failure is.
var sentinels = map[string]error{
	"spf": ErrSPF, "dkim": ErrDKIM, "dmarc": ErrDMARC, "arc": ErrARC, "compauth": ErrCompAuth,
}

// An AuthError is one failed check.
type AuthError struct {
	// Result is the check: method, verdict, domain, cause, and the field that
	// it came from.
	Result
}

// Err returns the failed check as an error, nil for one that did not fail.
// The nil is an [*AuthError]: test it before it becomes an error.
func (r Result) Err() *AuthError {
	if !r.Failed() {
		return nil
	}
	return &AuthError{r}
}

// Is reports whether target is the sentinel of the failed method: [ErrSPF],
// [ErrDKIM], [ErrDMARC], [ErrARC] or [ErrCompAuth].
func (e *AuthError) Is(target error) bool {
	err, ok := sentinels[e.Method]
	return ok && target == err
}

// maxErrorValue bounds each value that an error string quotes.
const maxErrorValue = 100

// Error says what failed, of which domain, why, and where it is written. It is
// bounded in length and free of control characters.
func (e *AuthError) Error() string {
	short := func(s string) string { return clean(s, maxErrorValue) }
	text := short(e.Method) + "=" + short(e.Result.Result)
	if e.Domain != "" {
		text += " for " + short(e.Domain)
	}
	if e.Cause != "" {
		text += ": " + short(string(e.Cause))
	}
	switch {
	case e.Header != "" && e.Server != "":
		text += " (in " + short(e.Header) + " of " + short(e.Server) + ")"
	case e.Header != "":
		text += " (in " + short(e.Header) + ")"
	}
	return text
}

// LogValue implements [slog.LogValuer], for an [*AuthError] too: it gives what was
// checked, with which result and why, and leaves out the properties and comments,
// which can hold addresses.
func (r Result) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("header", r.Header), slog.String("server", r.Server), slog.String("method", r.Method),
		slog.String("result", r.Result), slog.String("domain", r.Domain), slog.String("cause", string(r.Cause)),
	)
}
