package headers

import (
	"errors"
	"fmt"
	"slices"
)

// A Cause says why a check failed, as far as the header proves it. Its text is
// its name, as in "not-aligned".
type Cause string

// The causes. "" means that none is proved.
const (
	// CauseNoRecord: the domain publishes no record for the method.
	CauseNoRecord Cause = "no-record"
	// CauseNotPermitted: the SPF record does not list the sending address.
	CauseNotPermitted Cause = "not-permitted"
	// CauseNotSigned: the message carries no signature.
	CauseNotSigned Cause = "not-signed"
	// CauseSignatureInvalid: the signature does not verify, or is malformed or
	// expired.
	CauseSignatureInvalid Cause = "signature-invalid"
	// CauseBodyAltered: the body hash differs: the body was changed after
	// signing.
	CauseBodyAltered Cause = "body-altered"
	// CauseKeyMissing: the public key is not in DNS, or was revoked.
	CauseKeyMissing Cause = "key-missing"
	// CauseNotAligned: what passed was for the domain of another organization than
	// the domain of From (RFC 7489, section 3.1).
	CauseNotAligned Cause = "not-aligned"
	// CauseForwarded: somebody other than the sender passed the message on: a
	// forwarder or a mailing list.
	CauseForwarded Cause = "forwarded"
	// CausePolicy: the check failed, and a policy asks to reject or quarantine
	// such mail; or the receiver does not accept such a signature.
	CausePolicy Cause = "policy"
	// CauseTooManyLookups: the SPF record takes more than ten DNS lookups
	// (RFC 7208, section 4.6.4).
	CauseTooManyLookups Cause = "too-many-lookups"
	// CausePermanentError: the record or signature cannot be understood.
	CausePermanentError Cause = "permanent-error"
	// CauseTemporaryError: the check could not be done now, mostly because of
	// DNS.
	CauseTemporaryError Cause = "temporary-error"
)

// Causes returns every cause but "".
func Causes() []Cause {
	return []Cause{
		CauseNoRecord, CauseNotPermitted, CauseNotSigned, CauseSignatureInvalid,
		CauseBodyAltered, CauseKeyMissing, CauseNotAligned, CauseForwarded,
		CausePolicy, CauseTooManyLookups, CausePermanentError, CauseTemporaryError,
	}
}

// ErrCause is what [Cause.UnmarshalText] wraps when a text is no cause.
var ErrCause = errors.New("headers: unknown cause")

// UnmarshalText implements [encoding.TextUnmarshaler]. "" gives the cause "";
// an error wraps [ErrCause].
func (c *Cause) UnmarshalText(text []byte) error {
	if !slices.Contains(append(Causes(), ""), Cause(text)) {
		return fmt.Errorf("%w: %.40q", ErrCause, text)
	}
	*c = Cause(text)
	return nil
}
