package headers

import "strings"

func isSRSSeparator(c byte) bool { return c == '=' || c == '+' || c == '-' }

// DecodeSRS returns the address that a forwarder rewrote by the Sender
// Rewriting Scheme, and reports whether it is one: of
// "SRS0=HHH=TT=example.com=alice@forwarder.example" it is alice@example.com, of
// an SRS1 address, which a second forwarder makes, the same. The hash is the
// forwarder's secret and is not checked. Source: M. Weber and S. Wise, "Sender
// Rewriting Scheme", and libsrs2.
func DecodeSRS(a Address) (Address, bool) {
	local := a.Local
	isTag := len(local) > 5 && isSRSSeparator(local[4])
	switch {
	case isTag && hasPrefixFold(local, "srs0"):
		local = local[5:]
	case isTag && hasPrefixFold(local, "srs1"): // SRS1=HHH=forwarder==HHH=TT=domain=local
		parts := strings.SplitN(local[5:], "=", 3)
		if len(parts) < 3 || parts[2] == "" || !isSRSSeparator(parts[2][0]) {
			return Address{}, false
		}
		local = parts[2][1:]
	default: // Exchange Online puts the forwarder's name before the tag.
		at := indexFold(local, "+srs=")
		if at < 0 {
			return Address{}, false
		}
		local = local[at+len("+srs="):]
	}
	parts := strings.SplitN(local, "=", 4) // hash, day, domain, local part
	if len(parts) < 4 || parts[3] == "" || !validDomain(parts[2]) {
		return Address{}, false
	}
	return Address{Local: parts[3], Domain: parts[2]}, true
}

// Subaddress splits a local part at "+" (RFC 5233): of
// "alice+bounce@example.com" it gives alice@example.com and "bounce". It reports
// false where there is no detail.
func Subaddress(a Address) (base Address, detail string, ok bool) {
	user, detail, _ := strings.Cut(a.Local, "+")
	if user == "" || detail == "" {
		return Address{}, "", false
	}
	return Address{Local: user, Domain: a.Domain}, detail, true
}
