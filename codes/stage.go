package codes

import "database/sql/driver"

// A Stage is the point of an SMTP session (RFC 5321, section 3) at which a
// reply came. It says whom a refusal is about: up to MAIL FROM the sender and
// his server, at RCPT TO the recipient, later the message or the recipient.
type Stage uint8

// The stages, in the order of a session.
const (
	// StageUnknown: nothing says.
	StageUnknown Stage = iota
	// StageConnect: the connection, and the greeting of the server.
	StageConnect
	// StageHELO: HELO, EHLO or LHLO.
	StageHELO
	// StageStartTLS: STARTTLS and the handshake after it (RFC 3207).
	StageStartTLS
	// StageAuth: AUTH (RFC 4954).
	StageAuth
	// StageMail: MAIL FROM.
	StageMail
	// StageRcpt: RCPT TO.
	StageRcpt
	// StageData: DATA, before the message is sent.
	StageData
	// StageEndOfData: the final dot, or the last BDAT (RFC 3030).
	StageEndOfData

	numStages int = iota
)

var stages = [numStages]string{"", "connect", "helo", "starttls", "auth", "mail", "rcpt", "data", "end-of-data"}

// String returns the name of s, such as "end-of-data", and "" for
// [StageUnknown].
func (s Stage) String() string { return nameOf(stages[:], s) }

// MarshalText implements [encoding.TextMarshaler]: it gives [Stage.String].
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (s *Stage) UnmarshalText(text []byte) error { return parseName(s, stages[:], "stage", text) }

// Value implements [driver.Valuer]: it gives [Stage.String].
func (s Stage) Value() (driver.Value, error) { return s.String(), nil }

// Scan implements [database/sql.Scanner] for text; NULL is [StageUnknown]. The
// error wraps [ErrName] or [ErrScan].
func (s *Stage) Scan(src any) error { return scanText(s, "Stage", src) }

// beforeRecipient reports whether no recipient has been named yet at s.
func (s Stage) beforeRecipient() bool { return StageUnknown < s && s < StageRcpt }

// FindStage returns the stage that text names as the stage of the reply, such as
// [StageRcpt] for "(in reply to RCPT TO command)", and [StageUnknown] where it
// names none. It takes time linear in the length of text.
func FindStage(text string) Stage {
	g := read(Response{Text: text}, nil)
	defer g.free()
	return g.stage
}
