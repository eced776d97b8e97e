package headers

import (
	"strconv"
	"strings"
	"time"
)

// A Signature holds the tags of a DKIM-Signature field (RFC 6376, section 3.5)
// that say who signed, with which key, and for how long.
type Signature struct {
	// Domain is d=, lower case, and Selector s=: the key is at
	// Selector._domainkey.Domain.
	Domain   string `json:"domain"`
	Selector string `json:"selector"`
	// Identity is i=, as written.
	Identity string `json:"identity,omitempty"`
	// Algorithm is a=, lower case.
	Algorithm string `json:"algorithm"`
	// BodyHash is bh= and Headers h=, with blanks removed from the first.
	BodyHash string   `json:"body_hash"`
	Headers  []string `json:"headers"`
	// Time is t= and Expires x=, or the zero Time.
	Time    time.Time `json:"time,omitzero"`
	Expires time.Time `json:"expires,omitzero"`
}

// ParseSignature reads the value of a DKIM-Signature field, folded or not. A
// tag that is missing or malformed leaves its field zero; of a tag that
// occurs twice the first counts.
func ParseSignature(value string) Signature {
	var s Signature
	for tag := range strings.SplitSeq(cut(value, maxField), ";") {
		name, text, _ := strings.Cut(tag, "=")
		s.set(strings.TrimSpace(name), strings.TrimSpace(text))
	}
	return s
}

// set sets the field of a tag, unless it is set.
func (s *Signature) set(tag, value string) {
	switch {
	case tag == "d" && s.Domain == "":
		s.Domain = strings.TrimSuffix(lower(value, maxDomain), ".")
	case tag == "s" && s.Selector == "":
		s.Selector = blank(value, maxDomain)
	case tag == "i" && s.Identity == "":
		s.Identity = blank(value, maxText)
	case tag == "a" && s.Algorithm == "":
		s.Algorithm = lower(value, maxName)
	case tag == "bh" && s.BodyHash == "":
		s.BodyHash = clean(withoutBlanks.Replace(cut(value, maxText)), maxText)
	case tag == "h" && s.Headers == nil:
		for name := range strings.SplitSeq(cut(value, maxText*8), ":") {
			if name = blank(name, maxName); name != "" && len(s.Headers) < maxFields {
				s.Headers = append(s.Headers, name)
			}
		}
	case tag == "t" && s.Time.IsZero():
		s.Time = unixTime(value)
	case tag == "x" && s.Expires.IsZero():
		s.Expires = unixTime(value)
	}
}

// unixTime reads seconds since 1970 (RFC 6376, section 3.5), of ten digits at
// most, which lasts until the year 2286. Any other text gives the zero Time.
func unixTime(value string) time.Time {
	seconds, err := strconv.ParseUint(value, 10, 64)
	if err != nil || len(value) > 10 {
		return time.Time{}
	}
	return time.Unix(int64(seconds), 0).UTC()
}

// Expired reports whether the signature has an end that lies before t.
func (s Signature) Expired(t time.Time) bool { return !s.Expires.IsZero() && t.After(s.Expires) }
