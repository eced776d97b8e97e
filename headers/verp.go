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
	"-",        // "bounces-alice=example.com"
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
	tag, rest, ok := strings.Cut(s, "-")
	if ok && isNumber(tag) {
		if tag, recipient, ok := strings.Cut(rest, "-"); ok && len(tag) == 4 && hexBytes.makes(tag) {
			return recipient
		}
		return rest
	}
	if ok && strings.IndexByte(tag, '.') > 0 && hexBytes.makes(strings.ReplaceAll(tag, ".", "")) {
		return rest
	}
	return s
}

var hexBytes = bytesOf(digits + "abcdef")

// A VERPKey signs variable envelope return paths, so that a bounce to one that
// was never sent from is told from a real one. It is a secret of 16 bytes or
// more.
//
// A return path of [VERPKey.Make] carries the recipient, as long as it fits into
// the 64 bytes of a local part; one of [VERPKey.Bind] fits every recipient, but
// says to whom the message went only to somebody who asks whether it was one
// address or another. Both are checked by the key, or by [VERPKeys].
type VERPKey []byte

// VERPKeys are the keys by which return paths are checked: the one that signs
// today and the keys before it, until no bounce to their paths is expected any
// more. Their order does not matter.
type VERPKeys []VERPKey

// A VERP is what a signed return path says.
type VERP struct {
	// Prefix is the mailbox that takes the bounces, such as "bounces".
	Prefix string `json:"prefix"`
	// ID is the sender's own identifier of the message or campaign: letters and
	// digits.
	ID string `json:"id"`
	// Recipient is to whom the message went. Its Name does not count.
	Recipient Address `json:"recipient"`
	// Day is when, to the day, in UTC.
	Day time.Time `json:"day"`
}

// The errors of signed return paths. What cannot be made and what cannot be
// read are told apart.
var (
	// ErrVERPKey: the key is shorter than 16 bytes, or there is none.
	ErrVERPKey = errors.New("headers: key of a return path is too short")
	// ErrVERPValue: the value does not fit into a return path.
	ErrVERPValue = errors.New("headers: value does not fit a return path")
	// ErrVERP: the address is not a signed return path.
	ErrVERP = errors.New("headers: not a signed return path")
	// ErrVERPForged: the signature is wrong.
	ErrVERPForged = errors.New("headers: forged return path")
	// ErrVERPRecipient: the return path is genuine, but was made for another
	// recipient.
	ErrVERPRecipient = errors.New("headers: return path of another recipient")
	// ErrVERPExpired: the signature is older than allowed, or of the future.
	ErrVERPExpired = errors.New("headers: expired return path")
)

const (
	daySecond   = 24 * 60 * 60
	macSize     = 10 // bytes of the signature of a return path; 80 bits
	bindingSize = 5  // bytes of the signature of its recipient; 40 bits
	minKey      = 16 // bytes of a key
)

var macEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Make returns the return path for v at domain:
//
//	bounces+MAC-DAY-ID-alice=example.com@bounce.example.org
//
// An error wraps [ErrVERPKey], or [ErrVERPValue]: v has no day, the prefix, the
// ID or the recipient have characters that cannot be carried, or the local part
// exceeds 64 bytes. Letters are signed in lower case, since relays may change
// theirs.
func (k VERPKey) Make(v VERP, domain string) (Address, error) {
	if !isAtom(v.Recipient.Local) || !validDomain(v.Recipient.Domain) || v.Recipient.Domain[0] == '[' {
		return Address{}, fmt.Errorf("%w: recipient cannot be carried", ErrVERPValue)
	}
	return k.sign(v, v.Recipient.Local+"="+v.Recipient.Domain, domain)
}

// Bind returns the return path for v at domain, in which the recipient is
// bound and not carried, so that every address fits:
//
//	bounces+MAC-DAY-ID-BINDING@bounce.example.org
//
// Prefix and ID may have 32 bytes together. An error wraps [ErrVERPKey], or
// [ErrVERPValue] as with [VERPKey.Make].
func (k VERPKey) Bind(v VERP, domain string) (Address, error) {
	if v.Recipient.Local == "" || v.Recipient.Domain == "" {
		return Address{}, fmt.Errorf("%w: no recipient", ErrVERPValue)
	}
	return k.sign(v, k.binding(v), domain)
}

// sign returns the return path for v that ends in rest.
func (k VERPKey) sign(v VERP, rest, domain string) (Address, error) {
	if len(k) < minKey {
		return Address{}, fmt.Errorf("%w: %d bytes, want %d", ErrVERPKey, len(k), minKey)
	}
	if v.Day.Unix() < 0 || !isYear(v.Day.UTC().Year()) {
		return Address{}, fmt.Errorf("%w: no day from 1970 to 9999", ErrVERPValue)
	}
	if !isAtom(v.Prefix) || strings.Contains(v.Prefix, "+") || !idBytes.makes(v.ID) || !validDomain(domain) {
		return Address{}, fmt.Errorf("%w: prefix, ID or domain cannot be carried", ErrVERPValue)
	}
	body := v.day() + "-" + v.ID + "-" + rest
	local := v.Prefix + "+" + k.mac(v.Prefix, body, domain) + "-" + body
	if len(local) > maxLocal {
		return Address{}, fmt.Errorf("%w: local part of %d bytes exceeds %d", ErrVERPValue, len(local), maxLocal)
	}
	return Address{Local: local, Domain: domain}, nil
}

// day returns the days since 1970 as a return path has them.
func (v *VERP) day() string { return strconv.FormatInt(v.Day.Unix()/daySecond, 36) }

// Check returns what a return path made by [VERPKey.Make] says, if its
// signature is right and not older than maxAge at the time now. The comparison
// takes the same time whatever the signature. One made by [VERPKey.Bind] gives
// no Recipient: it proves that the message was sent, and [VERPKey.CheckBound]
// to whom. An error is [ErrVERPKey], [ErrVERP], [ErrVERPForged] or
// [ErrVERPExpired]; only with the last one the VERP is filled in.
func (k VERPKey) Check(a Address, now time.Time, maxAge time.Duration) (VERP, error) {
	return VERPKeys{k}.Check(a, now, maxAge)
}

// CheckBound is [VERPKey.Check] with the recipient that the bounce is about, for
// a return path of [VERPKey.Bind] or of Make: it proves that the message was
// sent to that address. The case of ASCII letters and a final dot do not matter,
// and a domain in Unicode is the same in ASCII. Where a forwarder stands
// between, a report names an address to which the message was not sent: the
// error is then [ErrVERPRecipient], and the VERP is filled in, without the
// recipient where the return path does not carry it.
func (k VERPKey) CheckBound(a, recipient Address, now time.Time, maxAge time.Duration) (VERP, error) {
	return VERPKeys{k}.CheckBound(a, recipient, now, maxAge)
}

// Check is [VERPKey.Check] by the key that signed the return path. If no key did,
// the error is the error of the last key, or of the first key that is too short.
func (keys VERPKeys) Check(a Address, now time.Time, maxAge time.Duration) (VERP, error) {
	v, _, _, err := keys.read(a)
	if err != nil {
		return VERP{}, err
	}
	return v, v.checkAge(now, maxAge)
}

// CheckBound is [VERPKey.CheckBound] by the key that signed the return path. If no key
// did, the error is the error of the last key, or of the first key that is too short.
func (keys VERPKeys) CheckBound(a, recipient Address, now time.Time, maxAge time.Duration) (VERP, error) {
	v, binding, signer, err := keys.read(a)
	if err != nil {
		return VERP{}, err
	}
	bound := v
	bound.Recipient = Address{Local: recipient.Local, Domain: recipient.Domain}
	if !hmac.Equal([]byte(binding), []byte(signer.binding(bound))) {
		return v, ErrVERPRecipient
	}
	return bound, bound.checkAge(now, maxAge)
}

// read returns what a return path says, the binding of its recipient, and the key
// that signed it.
func (keys VERPKeys) read(a Address) (v VERP, binding string, signer VERPKey, err error) {
	prefix, rest, _ := strings.Cut(a.Local, "+")
	mac, body, _ := strings.Cut(rest, "-")
	parts := strings.SplitN(body, "-", 3)
	err = ErrVERPKey
	for _, k := range keys {
		switch {
		case len(k) < minKey:
			return v, "", nil, ErrVERPKey
		case len(parts) != 3:
			return v, "", nil, ErrVERP
		case hmac.Equal([]byte(lowerASCII(mac)), []byte(k.mac(prefix, body, a.Domain))):
			day, _ := strconv.ParseInt(lowerASCII(parts[0]), 36, 32) // the key signed a number
			v = VERP{Prefix: prefix, ID: parts[1], Day: time.Unix(day*daySecond, 0).UTC()}
			at := strings.LastIndexByte(parts[2], '=')
			if at < 0 {
				return v, lowerASCII(parts[2]), k, nil
			}
			v.Recipient = Address{Local: parts[2][:at], Domain: parts[2][at+1:]}
			return v, k.binding(v), k, nil
		}
		err = ErrVERPForged
	}
	return v, "", nil, err
}

func (v *VERP) checkAge(now time.Time, maxAge time.Duration) error {
	if age := now.Sub(v.Day); age > maxAge+24*time.Hour || age < -24*time.Hour {
		return ErrVERPExpired
	}
	return nil
}

// mac signs what a return path says, in lower case.
func (k VERPKey) mac(prefix, body, domain string) string {
	return k.sum(prefix+"+"+body+"@"+strings.TrimSuffix(domain, "."), macSize)
}

// binding signs the recipient. It begins with a byte that no return path has.
func (k VERPKey) binding(v VERP) string {
	return k.sum("\x00"+v.day()+"-"+v.ID+"-"+v.Recipient.Local+"@"+asciiDomain(v.Recipient.Domain), bindingSize)
}

func (k VERPKey) sum(text string, size int) string {
	h := hmac.New(sha256.New, k)
	h.Write([]byte(lowerASCII(text)))
	return macEncoding.EncodeToString(h.Sum(nil)[:size])
}

// isAtom reports whether s needs no quotes in a local part.
func isAtom(s string) bool {
	return s != "" && !strings.ContainsAny(s, specials) && isClean(s)
}

var idBytes = bytesOf(letters + digits)
