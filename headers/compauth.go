package headers

// A CompAuthReason explains a reason code of Microsoft's composite
// authentication, "compauth=fail reason=000".
type CompAuthReason struct {
	// Code is the code or, where it ends in "xx", a range of them.
	Code string `json:"code"`
	// Meaning says in a sentence what the code stands for.
	Meaning string `json:"meaning"`
	// Cause is the cause that a failure with this code proves by itself.
	Cause Cause `json:"cause"`
}

// compAuthReasons explains the reason codes, the specific before the ranges.
// Source: Microsoft, "Anti-spam message headers in Microsoft 365",
// https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo
var compAuthReasons = []CompAuthReason{
	{"000", "Explicit authentication failed: DMARC failed, and the domain's policy asks to reject or quarantine.", CausePolicy},
	{"001", "Implicit authentication failed: the domain publishes no authentication records, or only weak ones (SPF ~all or ?all, DMARC p=none).", ""},
	{"002", "The recipient's organization forbids this pair of sender and domain to send spoofed mail.", CausePolicy},
	{"010", "DMARC failed with a policy of reject or quarantine, and From is a domain of the recipient's own organization.", CausePolicy},
	{"100", "SPF or DKIM passed with a domain aligned with From.", ""},
	{"101", "The domain of From signed the message with DKIM.", ""},
	{"102", "SPF passed, and MAIL FROM is aligned with From.", ""},
	{"103", "From's domain is aligned with the PTR record of the sending address.", ""},
	{"104", "The PTR record of the sending address is aligned with From's domain.", ""},
	{"108", "DKIM failed because a legitimate earlier hop changed the body.", ""},
	{"109", "The domain has no DMARC record, but the message would pass one.", ""},
	{"111", "DMARC met an error, but SPF or DKIM is aligned with From.", ""},
	{"112", "A DNS timeout kept the DMARC record from being read.", ""},
	{"115", "The message comes from a Microsoft 365 organization that has From's domain among its accepted domains.", ""},
	{"116", "The MX record of From's domain is aligned with the PTR record of the sending address.", ""},
	{"130", "The ARC result of a trusted sealer overrode the DMARC failure.", ""},
	{"1xx", "The message passed explicit or implicit authentication.", ""},
	{"201", "The PTR record of From's domain is aligned with the subnet of that of the sending address.", ""},
	{"202", "From's domain is aligned with the domain of the PTR record of the sending address.", ""},
	{"2xx", "The message passed implicit authentication softly.", ""},
	{"3xx", "The message was not checked for composite authentication.", ""},
	{"4xx", "The message bypassed composite authentication.", ""},
	{"501", "DMARC was not enforced: a valid non-delivery report between parties known to each other.", ""},
	{"502", "DMARC was not enforced: a valid non-delivery report for a message of this organization.", ""},
	{"601", "Implicit authentication failed, and From is a domain of the recipient's own organization.", ""},
	{"6xx", "The message failed implicit authentication.", ""},
	{"701", "DMARC was not enforced: the organization has a history of mail from this infrastructure.", ""},
	{"702", "DMARC was not enforced: the organization has a history of mail from this infrastructure.", ""},
	{"703", "DMARC was not enforced: the organization has a history of mail from this infrastructure.", ""},
	{"704", "DMARC was not enforced: the organization has a history of mail from this infrastructure.", ""},
	{"7xx", "The message passed implicit authentication.", ""},
	{"9xx", "The message bypassed composite authentication.", ""},
}

// CompAuth explains a reason code such as "000", and reports whether the code
// is known. The answer for a code known by its range alone has the range as
// its Code.
func CompAuth(code string) (CompAuthReason, bool) {
	if len(code) != 3 {
		return CompAuthReason{}, false
	}
	for _, reason := range compAuthReasons {
		if reason.Code == code || reason.Code[1:] == "xx" && reason.Code[0] == code[0] {
			return reason, true
		}
	}
	return CompAuthReason{}, false
}
