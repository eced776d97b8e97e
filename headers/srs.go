package headers

import "strings"

// isSRS reports whether a local part was made by the Sender Rewriting Scheme.
// Exchange Online puts the forwarder's name before it.
func isSRS(local string) bool {
	return isSRSTag(local) || containsFold(local, "+srs=")
}

func isSRSTag(local string) bool {
	return len(local) > 5 && (hasPrefixFold(local, "srs0") || hasPrefixFold(local, "srs1")) && isSRSSeparator(local[4])
}

func isSRSSeparator(c byte) bool { return c == '=' || c == '+' || c == '-' }

// DecodeSRS returns the address that a forwarder rewrote by the Sender
// Rewriting Scheme, and reports whether it is one: of
// "SRS0=HHH=TT=example.com=alice@forwarder.example" it is alice@example.com, of
// an SRS1 address, which a second forwarder makes, the same. The hash is the
// forwarder's secret and is not checked. Source: M. Weber and S. Wise, "Sender
// Rewriting Scheme", and libsrs2.
func DecodeSRS(a Address) (Address, bool) {
	local := a.Local
	switch {
	case isSRSTag(local) && local[3] == '1':
		// SRS1=HHH=forwarder==HHH=TT=domain=local
		_, rest, _ := strings.Cut(local[5:], "=")
		_, rest, _ = strings.Cut(rest, "=")
		if rest == "" || !isSRSSeparator(rest[0]) {
			return Address{}, false
		}
		local = rest[1:]
	case isSRSTag(local):
		local = local[5:]
	case containsFold(local, "+srs="):
		local = local[indexFold(local, "+srs=")+len("+srs="):]
	default:
		return Address{}, false
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
