package reply

import (
	"example.com/ndr/codes"
)

// HasKnownReason reports whether the words of lines are those of a known reason.
func HasKnownReason(lines []string) bool {
	return Reason(Response(lines)) != codes.Unknown
}

// Reason returns the reason that a response gives. Many lines that are asked about
// hold nothing.
func Reason(said string) codes.Reason {
	if said == "" {
		return codes.Unknown
	}
	return codes.ParseResponse(said).Reason()
}
