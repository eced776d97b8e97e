package headers

import (
	"slices"
	"strings"
)

// A Trust says whether a [Result] is the word of a server that the reader of
// the header trusts. "" means that [ReadAuth] was told of none.
type Trust string

// The kinds of trust.
const (
	// Trusted: the field names a trusted server, and stands where that server
	// writes.
	Trusted Trust = "trusted"
	// Suspect: the field names a trusted server, but the sender can have put it
	// there. It is forged, unless the message passed a second server of that
	// name or one server writes the same check twice.
	Suspect Trust = "suspect"
	// Untrusted: the field names another server or none, or is of a kind that
	// anybody can write and that no server is bound to remove.
	Untrusted Trust = "untrusted"
)

// A trustZone is the top of a header, which the trusted servers wrote (RFC 8601,
// section 4: fields are put on top). It begins with the first field of theirs.
type trustZone struct {
	header  *Header
	trusted []string
	// start is the field with which the zone began, -1 if it did not yet. It ends at
	// the first Received field after that: what stands there came in with the
	// message.
	start int
	// methods are the methods whose results the zone gave, all where a field said
	// that nothing was checked.
	methods []string
	nothing bool
}

// judge returns how far to trust field i, which holds a.
func (z *trustZone) judge(i int, name string, a AuthResults) Trust {
	switch {
	case len(z.trusted) == 0:
		return ""
	case name != authFields[0] || !z.names(a.Server):
		return Untrusted
	case z.start < 0:
		z.start = i
	case z.nothing || z.receivedBefore(i) || slices.ContainsFunc(a.Results, z.gave):
		return Suspect
	}
	z.nothing = len(a.Results) == 0
	for _, r := range a.Results {
		z.methods = append(z.methods, r.Method)
	}
	return Trusted
}

// names reports whether server is one of the trusted.
func (z *trustZone) names(server string) bool {
	server = asciiDomain(serverName(server))
	return slices.ContainsFunc(z.trusted, func(id string) bool { return asciiDomain(id) == server })
}

// serverName returns the name in an authserv-id. QUIRK: OpenDKIM can write a queue
// identifier after it.
func serverName(server string) string {
	name, _, _ := strings.Cut(server, "/")
	return name
}

// receivedBefore reports whether a Received field stands between the beginning
// of the zone and field i.
func (z *trustZone) receivedBefore(i int) bool {
	received := z.header.next(z.start, "Received")
	return 0 <= received && received < i
}

// gave reports whether the zone has a result of the same method already. A
// server gives all its results of one method in one field.
func (z *trustZone) gave(r Result) bool { return slices.Contains(z.methods, r.Method) }
