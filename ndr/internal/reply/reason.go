package reply

import (
	"example.com/ndr/codes"
)

// HasKnownReason reports whether the words of lines are those of a known reason.
func HasKnownReason(lines []string) bool {
	return Reason(Response(lines)) != codes.Unknown
}

func Reason(said string) codes.Reason { return codes.ParseResponse(said).Reason() }
