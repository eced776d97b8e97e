package headers

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// DecodeBATV returns the address within one signed by Bounce Address Tag
// Validation, and its tag: of "prvs=1234abcdef=alice@example.com" it is
// alice@example.com and "1234abcdef". Barracuda's "btv1==tag==alice" and the
// reversed "prvs=alice/tag" of older Exim are read too. Anybody can write
// a tag; [BATVKey] checks one's own. Source: draft-levine-smtp-batv-01.
func DecodeBATV(a Address) (original Address, tag string, ok bool) {
	rest, sep := "", "="
	switch {
	case hasPrefixFold(a.Local, "prvs="):
		rest = a.Local[len("prvs="):]
	case hasPrefixFold(a.Local, "btv1=="):
		rest, sep = a.Local[len("btv1=="):], "=="
	default:
		return Address{}, "", false
	}
	tag, local, ok := strings.Cut(rest, sep)
	if !ok {
		if local, tag, ok = strings.Cut(rest, "/"); !ok {
			return Address{}, "", false
		}
	}
	return Address{Local: local, Domain: a.Domain}, tag, local != "" && tag != ""
}

// A BATVKey checks the tags of one's own return paths, which a mail server
// signed by Bounce Address Tag Validation, as Exim's "prvs" does. It is the
// secret that the server signs with. A tag has 24 bits: it keeps forgeries out that
// were not aimed at the sender, and proves less than a [VERPKey].
type BATVKey []byte

// Check returns the address within one that the key signed, "alice@example.com"
// of "prvs=KDDDSSSSSS=alice@example.com", whose day DDD is not over at the time
// now. The address counts as it was signed, or in lower case. An error is
// [ErrVERPKey] for an empty key, [ErrVERP] where the address has no tag of this
// form, [ErrVERPForged], or [ErrVERPExpired]; only with the last one the address
// is returned too. Source: draft-levine-smtp-batv-01, section 4.
func (k BATVKey) Check(a Address, now time.Time) (Address, error) {
	original, tag, ok := DecodeBATV(a)
	tag = lowerASCII(tag)
	switch {
	case len(k) == 0:
		return Address{}, ErrVERPKey
	case !ok || !hasPrefixFold(a.Local, "prvs=") || len(tag) != 10 || !isNumber(tag[:4]):
		return Address{}, ErrVERP
	case !k.signed(tag, original.Spec()) && !k.signed(tag, lowerASCII(original.Spec())):
		return Address{}, ErrVERPForged
	case batvExpired(tag[1:4], now):
		return original, ErrVERPExpired
	}
	return original, nil
}

// signed reports whether the tag, K, DDD and SSSSSS, is the signature of an address.
func (k BATVKey) signed(tag, address string) bool {
	h := hmac.New(sha1.New, k)
	h.Write([]byte(tag[:4] + address))
	return hmac.Equal([]byte(tag[4:]), []byte(hex.EncodeToString(h.Sum(nil)[:3])))
}

// batvExpired reports whether the day, counted from 1970 without its thousands,
// lies before now. The nearer of past and future counts.
func batvExpired(day string, now time.Time) bool {
	last, _ := strconv.Atoi(day)
	today := int(now.Unix() / daySecond % 1000)
	return (last-today+1000)%1000 >= 500
}
