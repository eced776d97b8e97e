package headers

import "strings"

// A Policy is what the owner of a domain asks receivers to do with mail that
// does not pass DMARC (RFC 7489, section 6.3), or what a receiver did. "" means
// that nothing says.
type Policy string

// The policies.
const (
	PolicyNone       Policy = "none"
	PolicyQuarantine Policy = "quarantine"
	PolicyReject     Policy = "reject"
)

// A DMARCPolicy holds the policies behind a [Result] of DMARC, as far as its
// field tells.
type DMARCPolicy struct {
	// Domain is p=, the policy for the domain, as published.
	Domain Policy `json:"p,omitempty"`
	// Subdomain is sp=, the policy for subdomains, as published.
	Subdomain Policy `json:"sp,omitempty"`
	// Disposition is dis=, what the receiver says that it applied to the
	// message. It is less than what was published where the receiver made an
	// exception.
	Disposition Policy `json:"dis,omitempty"`
}

// setPolicy sets the Policy of a result of DMARC. Properties come before the comment.
func (r *Result) setPolicy() {
	if r.Method != "dmarc" {
		return
	}
	for i := range r.Properties {
		r.Policy.set(r.Properties[i].key(), r.Properties[i].Value)
	}
	for word := range strings.FieldsFuncSeq(r.Comment, isSeparator) {
		if key, value, ok := strings.Cut(word, "="); ok {
			r.Policy.set(lowerASCII(key), value)
		}
	}
	if Policy(r.Result).isStrict() { // QUIRK: Halon writes dmarc=reject
		r.Policy.set("p", r.Result)
	}
}

// isSeparator reports whether r stands between two words of a comment or of a list.
func isSeparator(r rune) bool { return strings.ContainsRune(" ;,()", r) }

// set sets the policy that a property, or a word with "=" in a comment, gives, unless
// it is known or value is none. Sources: the comments of Google, OpenDMARC, rspamd and
// Mimecast; the properties of Fastmail and Halon; Microsoft, "Anti-spam message headers
// in Microsoft 365".
func (p *DMARCPolicy) set(key, value string) {
	value = lowerASCII(value)
	var field *Policy
	switch key {
	case "p", "policy", "policy.dmarc", "policy.policy", "policy.published-domain-policy":
		field = &p.Domain
	case "sp", "policy.published-subdomain-policy":
		field = &p.Subdomain
	case "dis", "policy.applied-disposition":
		field = &p.Disposition
	case "action":
		// Microsoft: "reject" was applied; "oreject" and "o.reject" override a published
		// reject; "pct.reject" spares a message for the sake of pct= (RFC 7489, section 6.6.4).
		field = &p.Disposition
		for _, prefix := range [...]string{"o.", "o", "pct."} {
			if published, ok := strings.CutPrefix(value, prefix); ok {
				field, value = &p.Domain, published
			}
		}
	}
	if policy := Policy(value); field != nil && *field == "" && policy.isKnown() {
		*field = policy
	}
}

func (p Policy) isKnown() bool { return p == PolicyNone || p.isStrict() }

// isStrict reports whether the policy asks for action.
func (p Policy) isStrict() bool { return p == PolicyQuarantine || p == PolicyReject }
