package lex

import (
	"encoding/hex"
	"net/url"
	"strings"
	"unicode/utf8"
)

// decodeIMCEA undoes the encapsulation by which Exchange writes an address of
// another system as a mail address: "IMCEA", the type of the address, "-", the
// address with "_" for "/" and "+XX" for any other byte that is no letter or
// digit, "@", and the domain of the encapsulating system (MS-OXOAB,
// PidTagAddressType). ok is false where address is not of this form.
func decodeIMCEA(address string) (decoded string, ok bool) {
	if !HasPrefixLower(address, "imcea") {
		return "", false
	}
	_, local, _ := strings.Cut(address, "-")
	if at := strings.LastIndexByte(local, '@'); at >= 0 {
		local = local[:at]
	}
	decoded, err := url.PathUnescape(imceaEscapes.Replace(local))
	if err != nil || decoded == "" || !utf8.ValidString(decoded) {
		return decoded, false
	}
	isControl := func(r rune) bool { return r < ' ' || r == 0x7f }
	return decoded, !strings.ContainsFunc(decoded, isControl)
}

// imceaEscapes turns the escapes of an encapsulated address into escapes of a URL.
var imceaEscapes = strings.NewReplacer("_", "/", "+", "%", "%", "%25")

// ResolveIMCEA returns the address to show for one that may be encapsulated,
// and the decoded form where that is not a mail address: an X.500 name, which
// still tells whom the sender had in his address book.
func ResolveIMCEA(address string) (final, original string) {
	decoded, _ := decodeIMCEA(address)
	if HasPrefixLower(address, "imceasmtp-") && IsAddress(decoded) {
		return decoded, ""
	}
	return address, decoded
}

// IsFoldedIMCEA reports whether line is the beginning of an encapsulated
// address: an X.500 name is often longer than a line.
func IsFoldedIMCEA(line string) bool {
	return strings.HasPrefix(line, "IMCEA") && len(line) < maxAddress && !strings.ContainsAny(line, "@ \t")
}

// HexByte returns the byte that the two hexadecimal digits in front of s mean.
func HexByte[T ~string | ~[]byte](s T) (c byte, ok bool) {
	if len(s) < 2 {
		return 0, false
	}
	var b [1]byte
	_, err := hex.Decode(b[:], []byte(s[:2]))
	return b[0], err == nil
}
