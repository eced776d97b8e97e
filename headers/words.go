package headers

import "slices"

// A wording tells the cause that each of its texts stands for. The texts are
// lower case; of a table the first match counts.
type wording struct {
	cause Cause
	texts []string
}

// spfWords are what SPF libraries write in a comment or reason=. Sources: RFC 7208,
// sections 2.6 and 4.6.4; libspf2's spf_strerror ("too many included" by Exim);
// Mail::SPF ("maximum"); pyspf; Microsoft and Google ("dns timeout").
var spfWords = []wording{
	{CauseTooManyLookups, []string{
		"too many dns", "too many lookups", "too many void", "too many included", "lookup limit", "lookups limit",
		"maximum dns", "maximum void", "limit exceeded",
	}},
	{CauseTemporaryError, []string{"dns timeout"}},
	{CauseNoRecord, []string{"no applicable sender policy", "no spf record"}},
}

// signatureWords are what DKIM and ARC verifiers write. Sources: RFC 8601,
// section 2.7.1; OpenDKIM's dkim_geterror; Mail::DKIM ("public key: ", "altered");
// dkimpy; rspamd ("invalid dkim record", of the key); Exim's dkim.c (with "_");
// Microsoft ("message not signed", "key query timeout"), Google and Yahoo ("no sig").
var signatureWords = []wording{
	{CauseBodyAltered, []string{"body hash", "bodyhash", "body_hash", "body altered", "body has been altered"}},
	{CauseKeyMissing, []string{
		"no key", "key not found", "key missing", "key revoked", "key was revoked", "key was not found",
		"public key not available", "public key: not available", "pubkey_unavailable", "public key record not found",
	}},
	{CausePermanentError, []string{"invalid public key", "invalid dkim record", "public key: invalid"}},
	{CauseTemporaryError, []string{"query timed out", "timeout", "dns error"}},
	{CauseNotSigned, []string{"not signed", "no sig"}},
	{CauseSignatureInvalid, []string{
		"did not verify", "verification failed", "signature_incorrect", "bad sig", "bad rsa", "invalid signature",
		"signature is not valid", "signature invalid", "wrong signature", "has been altered",
		"headers rsa verify failed", "expired",
	}},
}

// dmarcWords are what DMARC checkers write. Sources: rspamd's dmarc module,
// Mimecast.
var dmarcWords = []wording{{CauseNotAligned, []string{"not aligned"}}}

// causeInWords returns the cause that one of the texts names.
func causeInWords(table []wording, texts ...string) Cause {
	for _, w := range table {
		for _, words := range w.texts {
			if slices.ContainsFunc(texts, func(text string) bool { return containsFold(text, words) }) {
				return w.cause
			}
		}
	}
	return ""
}
