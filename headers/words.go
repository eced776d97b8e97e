package headers

// A wording tells the cause that a text in a comment or reason= stands for.
// The text is lower case; of a table the first match counts.
type wording struct {
	text  string
	cause Cause
}

// spfWords are what SPF libraries write. Sources: RFC 7208, sections 2.6 and
// 4.6.4; libspf2's spf_strerror; Mail::SPF; pyspf; Microsoft and Google.
var spfWords = []wording{
	{"too many dns", CauseTooManyLookups},
	{"too many lookups", CauseTooManyLookups},
	{"too many void", CauseTooManyLookups},
	{"too many included", CauseTooManyLookups}, // Exim with libspf2
	{"lookup limit", CauseTooManyLookups},
	{"lookups limit", CauseTooManyLookups},
	{"maximum dns", CauseTooManyLookups}, // Mail::SPF
	{"maximum void", CauseTooManyLookups},
	{"limit exceeded", CauseTooManyLookups},
	{"dns timeout", CauseTemporaryError}, // Google, Microsoft
	{"no applicable sender policy", CauseNoRecord},
	{"no spf record", CauseNoRecord},
}

// signatureWords are what DKIM and ARC verifiers write. Sources: RFC 8601,
// section 2.7.1; OpenDKIM's dkim_geterror; Mail::DKIM; dkimpy; rspamd; Exim's
// dkim.c; Microsoft and Google.
var signatureWords = []wording{
	{"body hash", CauseBodyAltered}, // "body hash did not verify", "mismatch"
	{"bodyhash", CauseBodyAltered},  // Exim: bodyhash_mismatch
	{"body_hash", CauseBodyAltered},
	{"body altered", CauseBodyAltered},
	{"body has been altered", CauseBodyAltered}, // Mail::DKIM
	{"no key", CauseKeyMissing},                 // Microsoft, OpenDKIM, Google
	{"key not found", CauseKeyMissing},
	{"key missing", CauseKeyMissing},
	{"key revoked", CauseKeyMissing},
	{"key was revoked", CauseKeyMissing},
	{"key was not found", CauseKeyMissing},
	{"public key not available", CauseKeyMissing},
	{"public key: not available", CauseKeyMissing}, // Mail::DKIM
	{"pubkey_unavailable", CauseKeyMissing},        // Exim
	{"public key record not found", CauseKeyMissing},
	{"invalid public key", CausePermanentError},  // Google: dkim=neutral (invalid public key)
	{"invalid dkim record", CausePermanentError}, // rspamd: of the key
	{"public key: invalid", CausePermanentError}, // Mail::DKIM
	{"query timed out", CauseTemporaryError},
	{"timeout", CauseTemporaryError}, // Microsoft: key query timeout
	{"dns error", CauseTemporaryError},
	{"not signed", CauseNotSigned}, // Microsoft: message not signed
	{"no sig", CauseNotSigned},     // Yahoo, OpenDKIM: no signature
	{"did not verify", CauseSignatureInvalid},
	{"verification failed", CauseSignatureInvalid},
	{"signature_incorrect", CauseSignatureInvalid}, // Exim
	{"bad sig", CauseSignatureInvalid},
	{"bad rsa", CauseSignatureInvalid},
	{"invalid signature", CauseSignatureInvalid},
	{"signature is not valid", CauseSignatureInvalid},
	{"signature invalid", CauseSignatureInvalid},
	{"wrong signature", CauseSignatureInvalid},
	{"has been altered", CauseSignatureInvalid}, // Mail::DKIM: message
	{"headers rsa verify failed", CauseSignatureInvalid},
	{"expired", CauseSignatureInvalid},
}

// dmarcWords are what DMARC checkers write. Sources: rspamd's dmarc module,
// Mimecast.
var dmarcWords = []wording{
	{"not aligned", CauseNotAligned},
}

// causeInWords returns the cause that the reason or comment of r names.
func causeInWords(table []wording, r *Result) Cause {
	if r.Reason == "" && r.Comment == "" {
		return ""
	}
	for i := range table {
		if containsFold(r.Reason, table[i].text) || containsFold(r.Comment, table[i].text) {
			return table[i].cause
		}
	}
	return ""
}
