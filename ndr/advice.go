package ndr

import (
	"slices"

	"example.com/ndr/codes"
	"golang.org/x/text/language"
)

// Advice is [Recipient.Advice] with what the failed checks in Auth prove: they
// say for which domain SPF, DKIM or DMARC is to be mended, and what to do for
// it comes first. Where somebody else must act on a check than on the refusal,
// such as a forwarder, that comes last.
func (e *DeliveryError) Advice(langs ...language.Tag) codes.Advice {
	a := e.Recipient.Advice(langs...)
	var first, last []string
	for _, failed := range e.Auth {
		check := codes.AuthAdvice(failed.Method, string(failed.Cause), langs...).With(codes.Facts{Sender: failed.Domain})
		a = a.With(codes.Facts{Sender: failed.Domain})
		if failed.Cause == "" || len(check.Fixes) == 0 || slices.Contains(append(first, last...), check.Fixes[0]) {
			continue
		}
		if check.Owner == a.Owner {
			first = append(first, check.Fixes[0])
		} else {
			last = append(last, check.Fixes[0])
		}
	}
	a.Fixes = slices.Concat(first, a.Fixes, last)
	return a
}
