package headers

import (
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// tenantSuffixes are domains below which each name belongs to another
// organization, although the public suffix list lacks them; the longer first.
var tenantSuffixes = [...]string{
	// Microsoft 365 gives each tenant a name here. It does not count two
	// tenants as aligned: see "Why does DMARC fail?" in its documentation of
	// non-delivery reports.
	".mail.onmicrosoft.com",
	".onmicrosoft.com",
}

// OrganizationalDomain returns the domain at which an organization registered:
// "example.co.uk" for "Mail.Example.CO.UK.". A public suffix itself and a name that
// the list of suffixes does not cover, such as "localhost", are returned as they
// are; all in lower case, in ASCII (IDNA) and without the final dot. "" gives "".
// The tenants of onmicrosoft.com count as organizations of their own.
//
// It goes by the public suffix list, as RFC 7489, section 3.2, did. RFC 9989,
// which obsoletes it, walks up the DNS tree instead and takes the domain with the
// fewest labels that publishes a DMARC record, or the one that a psd= tag marks.
// A header holds no DNS, so that is not done here. The two differ where
//
//   - the registered domain publishes no DMARC record, but a domain below it
//     does: mail.example.com is its own organizational domain by the walk,
//     and example.com is by the list;
//   - a domain below the registered one, such as the domain of a faculty, says psd=n:
//     it is an organization of its own by the walk alone;
//   - an operator of names for others publishes psd=y, and the list lacks it,
//     or the list has it, and no record says so;
//   - the copy of the list in this build is older than the suffix.
//
// In all of these a receiver of today may find two domains not aligned that
// [Aligned] finds aligned, or the other way round; its own result in
// Authentication-Results decides.
func OrganizationalDomain(domain string) string {
	if domain = asciiDomain(domain); domain == "" {
		return ""
	}
	for _, suffix := range tenantSuffixes {
		if rest, ok := strings.CutSuffix(domain, suffix); ok {
			return rest[strings.LastIndexByte(rest, '.')+1:] + suffix
		}
	}
	if organization, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		return organization
	}
	return domain
}

// asciiDomain returns domain as DNS has it. One that IDNA refuses stays, in
// lower case: it is equal to itself at least.
func asciiDomain(domain string) string {
	domain = strings.TrimSuffix(lower(domain, maxDomain), ".")
	if isASCII(domain) {
		return domain
	}
	if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
		return strings.TrimSuffix(ascii, ".")
	}
	return domain
}

// Aligned reports whether two domains are of one organization: the relaxed
// mode of DMARC (RFC 9989). Two that are empty are not.
func Aligned(a, b string) bool {
	return a != "" && b != "" && (a == b || OrganizationalDomain(a) == OrganizationalDomain(b))
}

// AlignedStrict reports whether two domains are the same: the strict mode of
// DMARC (RFC 9989). Two that are empty are not.
func AlignedStrict(a, b string) bool {
	return a != "" && b != "" && asciiDomain(a) == asciiDomain(b)
}

// An Alignment holds the domains that DMARC compares, as a header has them
// without the results of any check. Microsoft calls the domain of MAIL FROM P1
// and the domain of From P2.
type Alignment struct {
	// From is the domain of the From field.
	From string `json:"from"`
	// MailFrom is the domain of Return-Path, "" for a null one or for none.
	MailFrom string `json:"mail_from"`
	// Signers are the domains of the DKIM-Signature fields.
	Signers []string `json:"signers"`
}

// ReadAlignment reads the domains from a header.
func ReadAlignment(h *Header) Alignment {
	a := Alignment{MailFrom: firstDomain(h.Get("Return-Path")), From: firstDomain(h.Get("From"))}
	for value := range h.Values("DKIM-Signature") {
		if len(a.Signers) == maxFields {
			break
		}
		if s := ParseSignature(value); s.Domain != "" {
			a.Signers = append(a.Signers, s.Domain)
		}
	}
	return a
}

func firstDomain(list string) string {
	a, _ := ParseAddress(list)
	return asciiDomain(a.Domain)
}

// Aligned reports whether MAIL FROM or a signature is of From's organization,
// so that DMARC can pass in relaxed mode if that check does.
func (a Alignment) Aligned() bool {
	signed := slices.ContainsFunc(a.Signers, func(domain string) bool { return Aligned(domain, a.From) })
	return signed || Aligned(a.MailFrom, a.From)
}

// Cause returns [CauseNotAligned] where the header proves that DMARC cannot
// pass: From and Return-Path are known, and neither Return-Path nor any
// signature is of From's organization.
func (a Alignment) Cause() Cause {
	if a.From == "" || a.MailFrom == "" || a.Aligned() {
		return ""
	}
	return CauseNotAligned
}
