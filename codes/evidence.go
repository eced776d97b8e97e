package codes

import "database/sql/driver"

// An EvidenceKind says what sort of evidence decided a [Verdict].
type EvidenceKind uint8

// The kinds of evidence, the weakest first.
const (
	// EvidenceNone: nothing in the response tells.
	EvidenceNone EvidenceKind = iota
	// EvidenceReply: the SMTP reply code alone.
	EvidenceReply
	// EvidenceGenericStatus: an enhanced status code that covers many
	// reasons, such as 5.7.1.
	EvidenceGenericStatus
	// EvidenceWording: a phrase of the text.
	EvidenceWording
	// EvidenceStatus: an enhanced status code that has one meaning.
	EvidenceStatus
	// EvidenceToken: a mark that one vendor's software writes, such as
	// RESOLVER.ADR.RecipNotFound or TSS04.
	EvidenceToken
	// EvidenceRule: one of the caller's own [Rules].
	EvidenceRule

	numEvidenceKinds int = iota
)

var evidenceKinds = [numEvidenceKinds]string{"none", "reply", "generic-status", "wording", "status", "token", "rule"}

// String returns the name of k, such as "wording".
func (k EvidenceKind) String() string { return nameOf(evidenceKinds[:], k) }

// MarshalText implements [encoding.TextMarshaler]: it gives
// [EvidenceKind.String].
func (k EvidenceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (k *EvidenceKind) UnmarshalText(text []byte) error {
	return parseName(k, evidenceKinds[:], "evidence", text)
}

// Value implements [driver.Valuer]: it gives [EvidenceKind.String].
func (k EvidenceKind) Value() (driver.Value, error) { return k.String(), nil }

// Scan implements [database/sql.Scanner] for text; NULL is [EvidenceNone]. The
// error wraps [ErrName] or [ErrScan].
func (k *EvidenceKind) Scan(src any) error { return scanText(k, "EvidenceKind", src) }

// Evidence says why a [Verdict] is what it is.
type Evidence struct {
	// Kind is the sort of evidence that decided.
	Kind EvidenceKind `json:"kind"`
	// Text is the code as it stands in the table, "X.1.1" or "550", or the
	// words as they stand in the text.
	Text string `json:"text,omitempty"`
	// Rule is the rule of the grammar that the words fit, such as
	// "RCPT ..4 NOT-FOUND", "" for a code.
	Rule string `json:"rule,omitempty"`
	// Host is the host name, or its ending with a dot before it, that the
	// entry is for; "" for an entry that holds everywhere.
	Host string `json:"host,omitempty"`
	// Contradicted is the best other evidence that speaks for another reason,
	// "" where all agree. It is written as Text is.
	Contradicted string `json:"contradicted,omitempty"`
}
