package headers

import (
	"slices"

	"github.com/emersion/go-msgauth/authres"
)

// A Result is what one header field says of one authentication method. It is
// a claim of whoever wrote the field, and of whoever returned it.
//
// Strings are valid UTF-8 without control characters and are bounded in
// length; see the package documentation.
type Result struct {
	// Header is the name of the field, as its standard writes it:
	// "Authentication-Results", "Received-SPF". It is "" for a result that
	// [ReadReply] read.
	Header string `json:"header"`
	// Server is the authserv-id (RFC 8601, section 2.5) or the receiver
	// (RFC 7208, section 9.1), "" where the field names none, as with
	// Microsoft.
	Server string `json:"server"`
	// Trust says whether Server is one that the caller of [ReadAuth] trusts.
	Trust Trust `json:"trust,omitempty"`
	// Position is the index of the field in the header, 0 for the first.
	Position int `json:"position"`
	// Instance is the number of the ARC set (RFC 8617, section 4.2.1), 0 for
	// other fields.
	Instance int `json:"instance,omitempty"`
	// Method is what was checked, lower case and without its version: "spf",
	// "dkim", "dmarc", "arc", "compauth", or one that nobody registered.
	Method string `json:"method"`
	// Result is the verdict as written, lower case: "pass", "fail", "none",
	// or one that nobody registered.
	Result string `json:"result"`
	// Reason is the text of reason= (RFC 8601, section 2.2).
	Reason string `json:"reason,omitempty"`
	// Comment is the text of the comments, without the outer parentheses;
	// several are joined by "; ".
	Comment string `json:"comment,omitempty"`
	// Domain is the domain that the check was about: the domain of MAIL FROM or
	// HELO for SPF, the signing domain for DKIM, the domain of From for DMARC and
	// compauth. Lower case, "" where the field does not say.
	Domain string `json:"domain"`
	// Policy is what stands behind a result of DMARC, zero for other methods.
	Policy DMARCPolicy `json:"policy,omitzero"`
	// Properties are the rest, in order, the values as written.
	Properties []Property `json:"properties,omitempty"`
	// Cause is why the check failed: "" where it did not fail, or where
	// nothing proves a cause.
	Cause Cause `json:"cause"`
	// Raw is the result as it stands in the field, the comments included.
	Raw string `json:"-"`
	// Value is the result as go-msgauth has it, of the type that it has for
	// Method, or a [*authres.GenericResult].
	Value authres.Result `json:"-"`
}

// A Property is one property of a [Result] (RFC 8601, section 2.2):
// "smtp.mailfrom=a@example.com" has the Type smtp, the Name mailfrom and the
// Value a@example.com.
type Property struct {
	// Type is the ptype, lower case; "" where there is none, as in
	// Microsoft's "action=none".
	Type string `json:"type,omitempty"`
	// Name is the property, lower case.
	Name string `json:"name"`
	// Value is what stands after "=", without the quotes of a quoted string.
	Value string `json:"value"`
}

// Property returns the value of the first property of that name, "" where
// there is none. The name is "header.d", or "action" for one without a type.
func (r Result) Property(name string) string {
	return r.first(name)
}

// first returns the value of the first property that has one of the names.
func (r *Result) first(names ...string) string {
	for i := range r.Properties {
		if slices.Contains(names, r.Properties[i].key()) {
			return r.Properties[i].Value
		}
	}
	return ""
}

// key returns the name with its type, "header.d".
func (p *Property) key() string {
	if p.Type == "" {
		return p.Name
	}
	return p.Type + "." + p.Name
}

// verdict returns Result in the words of RFC 8601.
func (r *Result) verdict() string {
	switch r.Result {
	case "success", "ok", // dmarc=success(p=REJECT)
		"dkim_pass",     // some gateways
		"bestguesspass", // Microsoft: no record, would have passed
		"softpass":      // Microsoft's compauth
		return "pass"
	case "failed", "failure", "dkim_fail", "invalid",
		"hardfail",             // RFC 5451
		"reject", "quarantine": // Halon and others give the policy for dmarc
		return "fail"
	case "dkim_none":
		return "none"
	case "error", // RFC 4408
		"timeout", // Microsoft: dkim=timeout (key query timeout)
		"tempfail":
		return "temperror"
	case "unknown", // RFC 4408
		"permfail":
		return "permerror"
	}
	return r.Result
}

// Passed reports whether the check passed, in whatever words.
func (r Result) Passed() bool { return r.verdict() == "pass" }

// String returns the result in the form of its field: Received-SPF, or
// Authentication-Results without the authserv-id.
func (r Result) String() string {
	if isReceivedSPF(r.Header) {
		return string(r.appendVerdict(nil, "; "))
	}
	return string(r.appendResinfo(nil))
}

// appendResinfo appends the result as an Authentication-Results field has it
// (resinfo, RFC 8601, section 2.2).
func (r *Result) appendResinfo(b []byte) []byte {
	return r.appendVerdict(append(append(b, r.Method...), '='), " ")
}

// appendVerdict appends the verdict and what follows it, with sep between the pairs.
func (r *Result) appendVerdict(b []byte, sep string) []byte {
	b = appendComment(appendValue(b, r.Result), r.Comment)
	before := " "
	if r.Reason != "" {
		b = appendValue(append(b, " reason="...), r.Reason)
		before = sep
	}
	for i := range r.Properties {
		b = append(append(append(b, before...), r.Properties[i].key()...), '=')
		b = appendValue(b, r.Properties[i].Value)
		before = sep
	}
	return b
}

// Failed reports whether the check failed. SPF and DKIM fail with every
// verdict that DMARC does not count as a pass (RFC 7489, section 4.2): a
// message without a signature, or a domain without a record, has failed to
// authenticate. Any other method fails with fail, softfail, policy, permerror
// and temperror alone. A verdict that nobody registered is no failure.
func (r Result) Failed() bool {
	switch r.verdict() {
	case "fail", "softfail", "permerror", "temperror", "policy":
		return true
	case "none", "neutral":
		return r.Method == "spf" || r.Method == "dkim"
	}
	return false
}
