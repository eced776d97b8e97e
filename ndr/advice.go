package ndr

import (
	"slices"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"golang.org/x/text/language"
)

// Advice is [Recipient.Advice] with what the failed checks in Auth prove: they
// say for which domain SPF, DKIM or DMARC is to be mended, and what to do for
// it comes first. Where somebody else must act on a check than on the refusal,
// such as a forwarder, that comes last. A check that there is no text on in the
// language of the advice adds nothing.
func (e *DeliveryError) Advice(langs ...language.Tag) codes.Advice {
	a := e.Recipient.Advice(langs...).With(codes.Facts{Sender: e.checkedDomain()})
	var first, last []string
	for _, failed := range e.Auth {
		check := codes.AuthAdvice(failed.Method, string(failed.Cause), langs...).With(codes.Facts{Sender: failed.Domain})
		switch told := slices.Concat(first, a.Fixes, last); {
		case isNoNews(failed) || check.Language != a.Language || slices.Contains(told, check.Fixes[0]):
		case check.Owner == a.Owner:
			first = append(first, check.Fixes[0])
		default:
			last = append(last, check.Fixes[0])
		}
	}
	a.Fixes = slices.Concat(first, a.Fixes, last)
	return a
}

// isNoNews reports whether a check says only that authentication failed:
// nothing shows why, or only that the DMARC policy asks for the refusal.
func isNoNews(failed *headers.AuthError) bool {
	return failed.Cause == "" || failed.Method == "dmarc" && failed.Cause == headers.CausePolicy
}

// checkedDomain returns the domain that the failed checks are about: the domain
// of DMARC before the others, since the others are to be aligned with it.
func (e *DeliveryError) checkedDomain() (domain string) {
	for _, failed := range e.Auth {
		if domain == "" || failed.Method == "dmarc" && failed.Domain != "" {
			domain = failed.Domain
		}
	}
	return domain
}
