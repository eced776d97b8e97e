package codes

import (
	"database/sql/driver"
	"fmt"
)

// Reason says why a message was not delivered. It is an error, as
// [syscall.Errno] is, so a caller can write
//
//	errors.Is(err, codes.MailboxFull)
//
// The zero value is [Unknown].
type Reason uint8

// The reasons. Each is the most specific that a reply supports; the order
// carries no meaning.
const (
	// Unknown: nothing in the text tells.
	Unknown Reason = iota
	// UserUnknown: there is no such mailbox at an existing domain.
	UserUnknown
	// UserMoved: the mailbox moved.
	UserMoved
	// MailboxDisabled: the mailbox exists but is disabled, suspended,
	// inactive or expired.
	MailboxDisabled
	// MailboxFull: the mailbox is over its quota.
	MailboxFull
	// RecipientRestricted: the recipient or group takes mail only from
	// certain senders: authenticated ones, members, an allow list.
	RecipientRestricted
	// HostUnknown: the recipient's domain or host does not exist in DNS.
	HostUnknown
	// NotAcceptingMail: the domain exists but takes no mail (null MX,
	// RFC 7505, or words to that effect).
	NotAcceptingMail
	// RelayDenied: the server does not serve the recipient's domain.
	RelayDenied
	// AuthenticationRequired: SMTP AUTH (RFC 4954) is missing or wrong.
	AuthenticationRequired
	// SenderRejected: the sender's address or domain is refused or invalid.
	// Refusals for SPF, DKIM or DMARC are [AuthFailed].
	SenderRejected
	// SenderBlocked: the sending account or tenant is blocked, banned or over
	// its own sending quota.
	SenderBlocked
	// AuthFailed: SPF, DKIM, DMARC or ARC failed or is missing.
	AuthFailed
	// ReverseDNS: the PTR record is missing or generic, or the HELO name is
	// wrong.
	ReverseDNS
	// IPBlocked: the sending IP address is on a block list or has a bad
	// reputation.
	IPBlocked
	// PolicyRejected: a local policy refused, and no better reason is given.
	PolicyRejected
	// SpamRejected: the content was classified as spam.
	SpamRejected
	// VirusRejected: malware was found.
	VirusRejected
	// ContentRejected: attachment types, header fields, encodings or a
	// malformed message.
	ContentRejected
	// MessageTooLarge: the message exceeds a size limit.
	MessageTooLarge
	// TooManyRecipients: more recipients than allowed.
	TooManyRecipients
	// RateLimited: too many messages or connections in a time.
	RateLimited
	// Greylisted: told to come back later by greylisting (RFC 6647).
	Greylisted
	// DNSFailure: a DNS lookup failed or timed out. A domain that does not
	// exist is [HostUnknown].
	DNSFailure
	// ConnectionFailed: refused, timed out, dropped, no route.
	ConnectionFailed
	// TLSFailed: STARTTLS, certificate, DANE or MTA-STS.
	TLSFailed
	// RoutingLoop: a mail loop, too many hops.
	RoutingLoop
	// Expired: the retry time ran out, and no better reason is given.
	Expired
	// ProtocolError: a bad command, a bad sequence or a syntax error in SMTP.
	ProtocolError
	// SystemFull: the receiving system is out of storage.
	SystemFull
	// SystemError: a local configuration or system failure on the reporting
	// or the remote side.
	SystemError
	// MailerError: a program or pipe used for local delivery failed.
	MailerError
	// Suppressed: the provider has the recipient on its suppression list and
	// did not try.
	Suppressed

	numReasons int = iota
)

// A Scope says what a refusal is about.
type Scope uint8

// The scopes.
const (
	// ScopeUnknown: the text does not say.
	ScopeUnknown Scope = iota
	// ScopeAddress: this recipient address alone.
	ScopeAddress
	// ScopeRecipientDomain: every address at the recipient's domain.
	ScopeRecipientDomain
	// ScopeMessage: this message, whoever receives it.
	ScopeMessage
	// ScopeSender: the sender's address or account.
	ScopeSender
	// ScopeSendingDomain: the domain that the message claims to be from.
	ScopeSendingDomain
	// ScopeSendingIP: the address that delivers.
	ScopeSendingIP
	// ScopeSystem: a mail system or the path to it.
	ScopeSystem

	numScopes int = iota
)

// An Owner is who must act before delivery can succeed.
type Owner uint8

// The owners.
const (
	// OwnerUnknown: the text does not say.
	OwnerUnknown Owner = iota
	// OwnerSender: the person or program that sent the message.
	OwnerSender
	// OwnerSenderAdmin: the administrator of the sending domain or server.
	OwnerSenderAdmin
	// OwnerService: the provider that the sender sends through, or that runs
	// the service between both sides.
	OwnerService
	// OwnerRecipient: the person who reads the mailbox.
	OwnerRecipient
	// OwnerRecipientAdmin: the administrator of the receiving domain.
	OwnerRecipientAdmin
	// OwnerNobody: waiting settles it.
	OwnerNobody

	numOwners int = iota
)

// reasons says of each Reason its name in texts, who must act and what it is
// about where the reply does not say more.
var reasons = [numReasons]struct {
	name  string
	owner Owner
	scope Scope
}{
	Unknown:                {"unknown", OwnerUnknown, ScopeUnknown},
	UserUnknown:            {"user-unknown", OwnerSender, ScopeAddress},
	UserMoved:              {"user-moved", OwnerSender, ScopeAddress},
	MailboxDisabled:        {"mailbox-disabled", OwnerRecipient, ScopeAddress},
	MailboxFull:            {"mailbox-full", OwnerRecipient, ScopeAddress},
	RecipientRestricted:    {"recipient-restricted", OwnerRecipientAdmin, ScopeSender},
	HostUnknown:            {"host-unknown", OwnerSender, ScopeRecipientDomain},
	NotAcceptingMail:       {"not-accepting-mail", OwnerSender, ScopeRecipientDomain},
	RelayDenied:            {"relay-denied", OwnerRecipientAdmin, ScopeSystem},
	AuthenticationRequired: {"authentication-required", OwnerSender, ScopeSender},
	SenderRejected:         {"sender-rejected", OwnerSender, ScopeSender},
	SenderBlocked:          {"sender-blocked", OwnerSenderAdmin, ScopeSender},
	AuthFailed:             {"auth-failed", OwnerSenderAdmin, ScopeSendingDomain},
	ReverseDNS:             {"reverse-dns", OwnerSenderAdmin, ScopeSendingIP},
	IPBlocked:              {"ip-blocked", OwnerSenderAdmin, ScopeSendingIP},
	PolicyRejected:         {"policy-rejected", OwnerSenderAdmin, ScopeMessage},
	SpamRejected:           {"spam-rejected", OwnerSender, ScopeMessage},
	VirusRejected:          {"virus-rejected", OwnerSender, ScopeMessage},
	ContentRejected:        {"content-rejected", OwnerSender, ScopeMessage},
	MessageTooLarge:        {"message-too-large", OwnerSender, ScopeMessage},
	TooManyRecipients:      {"too-many-recipients", OwnerSender, ScopeMessage},
	RateLimited:            {"rate-limited", OwnerNobody, ScopeSendingIP},
	Greylisted:             {"greylisted", OwnerNobody, ScopeSendingIP},
	DNSFailure:             {"dns-failure", OwnerRecipientAdmin, ScopeRecipientDomain},
	ConnectionFailed:       {"connection-failed", OwnerRecipientAdmin, ScopeSystem},
	TLSFailed:              {"tls-failed", OwnerRecipientAdmin, ScopeSystem},
	RoutingLoop:            {"routing-loop", OwnerRecipientAdmin, ScopeSystem},
	Expired:                {"expired", OwnerRecipientAdmin, ScopeSystem},
	ProtocolError:          {"protocol-error", OwnerSenderAdmin, ScopeSystem},
	SystemFull:             {"system-full", OwnerRecipientAdmin, ScopeSystem},
	SystemError:            {"system-error", OwnerRecipientAdmin, ScopeSystem},
	MailerError:            {"mailer-error", OwnerRecipientAdmin, ScopeSystem},
	Suppressed:             {"suppressed", OwnerSender, ScopeAddress},
}

var owners = [numOwners]string{"", "sender", "sender-admin", "service", "recipient", "recipient-admin", "nobody"}

var scopes = [numScopes]string{"", "address", "recipient-domain", "message", "sender", "sending-domain", "sending-ip", "system"}

// String returns the name of r, such as "mailbox-full"; for a number that is
// no Reason it returns "unknown".
func (r Reason) String() string {
	if int(r) >= numReasons {
		r = Unknown
	}
	return reasons[r].name
}

// Error returns the name of r, so that a Reason is an error.
func (r Reason) Error() string { return r.String() }

// Owner returns who must act when a delivery failed for r and nothing more is
// known.
func (r Reason) Owner() Owner {
	if int(r) >= numReasons {
		return OwnerUnknown
	}
	return reasons[r].owner
}

// Scope returns what r is about when nothing more is known.
func (r Reason) Scope() Scope {
	if int(r) >= numReasons {
		return ScopeUnknown
	}
	return reasons[r].scope
}

// MarshalText implements [encoding.TextMarshaler]: it gives [Reason.String].
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (r *Reason) UnmarshalText(text []byte) error {
	for i := range reasons {
		if reasons[i].name == string(text) {
			*r = Reason(i)
			return nil
		}
	}
	return fmt.Errorf("%w: reason %.40q", ErrName, text)
}

// Value implements [driver.Valuer]: it gives [Reason.String].
func (r Reason) Value() (driver.Value, error) { return r.String(), nil }

// Scan implements [database/sql.Scanner] for text; NULL is [Unknown]. The
// error wraps [ErrName] or [ErrScan].
func (r *Reason) Scan(src any) error { return scanText(r, "Reason", src) }

// Reasons returns all reasons, [Unknown] first.
func Reasons() []Reason {
	list := make([]Reason, numReasons)
	for i := range list {
		list[i] = Reason(i)
	}
	return list
}

// ParseReason returns the Reason called name, such as "mailbox-full". The
// error wraps [ErrName].
func ParseReason(name string) (Reason, error) {
	var r Reason
	err := r.UnmarshalText([]byte(name))
	return r, err
}

// String returns the name of o, such as "sender-admin", and "" for
// [OwnerUnknown].
func (o Owner) String() string { return nameOf(owners[:], o) }

// MarshalText implements [encoding.TextMarshaler]: it gives [Owner.String].
func (o Owner) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (o *Owner) UnmarshalText(text []byte) error { return parseName(o, owners[:], "owner", text) }

// Value implements [driver.Valuer]: it gives [Owner.String].
func (o Owner) Value() (driver.Value, error) { return o.String(), nil }

// Scan implements [database/sql.Scanner] for text; NULL is [OwnerUnknown]. The
// error wraps [ErrName] or [ErrScan].
func (o *Owner) Scan(src any) error { return scanText(o, "Owner", src) }

// String returns the name of s, such as "recipient-domain", and "" for
// [ScopeUnknown].
func (s Scope) String() string { return nameOf(scopes[:], s) }

// MarshalText implements [encoding.TextMarshaler]: it gives [Scope.String].
func (s Scope) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (s *Scope) UnmarshalText(text []byte) error { return parseName(s, scopes[:], "scope", text) }

// Value implements [driver.Valuer]: it gives [Scope.String].
func (s Scope) Value() (driver.Value, error) { return s.String(), nil }

// Scan implements [database/sql.Scanner] for text; NULL is [ScopeUnknown]. The
// error wraps [ErrName] or [ErrScan].
func (s *Scope) Scan(src any) error { return scanText(s, "Scope", src) }
