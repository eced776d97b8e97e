package headers

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// verpPrefixes are what stands before the recipient in the variable envelope
// return paths of list managers, in the order in which they are tried. "+"
// comes first: what precedes it may have any of the others in it.
var verpPrefixes = [...]string{
	"+",         // Mailman, Postfix, SendGrid, Mailgun
	"-bounces-", // Sympa and others
	"-bounce-",
	"-return-", // ezmlm: list-return-17-alice=example.com
	"bounces-",
	"bounce-",
	"return-",
	"-",
}

// DecodeVERP returns the recipient that a variable envelope return path names:
// of "list-bounces+alice=example.com@lists.example.org" it is
// alice@example.com. prefix is what the sender puts before the recipient,
// "list-bounces+"; with "" the usual ones are tried, which can be wrong for a
// recipient that has "-" in the local part. Nothing proves that the address is
// genuine; see [VERPKey]. Source: D. J. Bernstein, "Variable Envelope Return
// Paths".
func DecodeVERP(a Address, prefix string) (Address, bool) {
	at := strings.LastIndexByte(a.Local, '=')
	if at < 0 || !isDomain(lowerASCII(a.Local[at+1:])) {
		return Address{}, false
	}
	local, domain := a.Local[:at], a.Local[at+1:]
	if prefix != "" {
		rest, ok := strings.CutPrefix(local, prefix)
		return Address{Local: rest, Domain: domain}, ok && rest != ""
	}
	for _, sep := range verpPrefixes {
		if _, rest, ok := strings.Cut(local, sep); ok {
			rest = cutTags(rest)
			return Address{Local: rest, Domain: domain}, rest != ""
		}
	}
	return Address{}, false
}

// cutTags removes the numbers that stand before the recipient: ezmlm's message
// number "17-", SendGrid's "1234567-ab12-", Mailgun's "0a1b2c.3d4e5f-".
func cutTags(s string) string {
	if tag, rest, ok := strings.Cut(s, "-"); ok && isTag(tag, "0123456789") {
		s = rest
		if tag, rest, ok = strings.Cut(s, "-"); ok && len(tag) == 4 && isTag(tag, "0123456789abcdef") {
			return rest
		}
		return s
	}
	if tag, rest, ok := strings.Cut(s, "-"); ok && strings.IndexByte(tag, '.') > 0 && isTag(tag, "0123456789abcdef.") {
		return rest
	}
	return s
}

func isTag(s, chars string) bool { return s != "" && strings.Trim(s, chars) == "" }

// A VERPKey signs variable envelope return paths, so that a bounce to one that
// was never sent from is told from a real one. It is a secret of 16 bytes or
// more.
type VERPKey []byte

// A VERP is what a signed return path says.
type VERP struct {
	// Prefix is the mailbox that takes the bounces, such as "bounces".
	Prefix string
	// ID is the sender's own identifier of the message: letters and digits.
	ID string
	// Recipient is to whom the message went. Its Name is not carried.
	Recipient Address
	// Day is when, to the day, in UTC.
	Day time.Time
}

// The errors of [VERPKey].
var (
	// ErrVERP: the value cannot be carried by, or the address is no signed
	// return path.
	ErrVERP = errors.New("headers: not a signed return path")
	// ErrVERPForged: the signature is wrong.
	ErrVERPForged = errors.New("headers: forged return path")
	// ErrVERPExpired: the signature is older than allowed, or of the future.
	ErrVERPExpired = errors.New("headers: expired return path")
)

const (
	daySecond = 24 * 60 * 60
	macSize   = 10 // bytes; 80 bits
)

// minKey is how many bytes of secret it takes.
const minKey = 16

var macEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Make returns the return path for v at domain:
//
//	bounces+MAC-DAY-ID-alice=example.com@bounce.example.org
//
// An error wraps [ErrVERP]: the key is shorter than 16 bytes, v has no day, the
// prefix, the ID or the recipient have characters that cannot be carried, or the
// local part exceeds 64 bytes. Letters are signed in lower case, since relays
// may change theirs.
func (k VERPKey) Make(v VERP, domain string) (Address, error) {
	if len(k) < minKey {
		return Address{}, fmt.Errorf("%w: key of %d bytes is shorter than %d", ErrVERP, len(k), minKey)
	}
	if v.Day.Unix() < 0 {
		return Address{}, fmt.Errorf("%w: day before 1970", ErrVERP)
	}
	if !isAtom(v.Prefix) || strings.ContainsAny(v.Prefix, "+") || !isAlnum(v.ID) ||
		!isAtom(v.Recipient.Local) || !validDomain(v.Recipient.Domain) || v.Recipient.Domain[0] == '[' || !validDomain(domain) {
		return Address{}, fmt.Errorf("%w: prefix, ID or recipient cannot be carried", ErrVERP)
	}
	day := strconv.FormatInt(v.Day.Unix()/daySecond, 36)
	body := day + "-" + v.ID + "-" + v.Recipient.Local + "=" + v.Recipient.Domain
	local := v.Prefix + "+" + k.mac(v.Prefix, body, domain) + "-" + body
	if len(local) > maxLocal {
		return Address{}, fmt.Errorf("%w: local part of %d bytes exceeds %d", ErrVERP, len(local), maxLocal)
	}
	return Address{Local: local, Domain: domain}, nil
}

// Check returns what a return path made by Make says, if its signature is
// right and not older than maxAge at the time now. The comparison takes the
// same time whatever the signature. An error wraps [ErrVERP], [ErrVERPForged]
// or [ErrVERPExpired]; only with the last one the VERP is filled in. A key shorter
// than 16 bytes proves nothing, and gives [ErrVERP].
func (k VERPKey) Check(a Address, now time.Time, maxAge time.Duration) (VERP, error) {
	prefix, rest, ok := strings.Cut(a.Local, "+")
	mac, body, ok2 := strings.Cut(rest, "-")
	parts := strings.SplitN(body, "-", 3)
	if !ok || !ok2 || len(parts) != 3 || len(a.Local) > maxLocal || len(k) < minKey {
		return VERP{}, ErrVERP
	}
	if !hmac.Equal([]byte(lowerASCII(mac)), []byte(k.mac(prefix, body, a.Domain))) {
		return VERP{}, ErrVERPForged
	}
	day, err := strconv.ParseInt(lowerASCII(parts[0]), 36, 32)
	at := strings.LastIndexByte(parts[2], '=')
	if err != nil || at < 0 {
		return VERP{}, ErrVERP
	}
	v := VERP{
		Prefix: prefix, ID: parts[1], Day: time.Unix(day*daySecond, 0).UTC(),
		Recipient: Address{Local: parts[2][:at], Domain: parts[2][at+1:]},
	}
	if age := now.Sub(v.Day); age > maxAge+24*time.Hour || age < -24*time.Hour {
		return v, ErrVERPExpired
	}
	return v, nil
}

// mac signs what a return path says, in lower case.
func (k VERPKey) mac(prefix, body, domain string) string {
	h := hmac.New(sha256.New, k)
	h.Write([]byte(lowerASCII(prefix + "+" + body + "@" + strings.TrimSuffix(domain, "."))))
	return macEncoding.EncodeToString(h.Sum(nil)[:macSize])
}

// isAtom reports whether s needs no quotes in a local part.
func isAtom(s string) bool {
	return s != "" && !strings.ContainsAny(s, specials) && isClean(s)
}

func isAlnum(s string) bool {
	return isTag(lowerASCII(s), "0123456789abcdefghijklmnopqrstuvwxyz")
}
