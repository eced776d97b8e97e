package lex

import (
	"strings"
	"unicode/utf8"
)

// decodeIMCEA undoes the encapsulation by which Exchange writes an address of
// another system as a mail address: "IMCEA", the type of the address, "-", the
// address with "_" for "/" and "+XX" for any other byte that is no letter or
// digit, "@", and the domain of the encapsulating system (MS-OXOAB,
// PidTagAddressType). ok is false where address is not of this form.
func decodeIMCEA(address string) (decoded string, ok bool) {
	const prefix = "IMCEA"
	if len(address) < len(prefix) || !strings.EqualFold(address[:len(prefix)], prefix) {
		return "", false
	}
	_, local, _ := strings.Cut(address, "-")
	if at := strings.LastIndexByte(local, '@'); at >= 0 {
		local = local[:at]
	}
	b := make([]byte, 0, len(local))
	for i := 0; i < len(local); i++ {
		switch c := local[i]; c {
		case '_':
			b = append(b, '/')
		case '+':
			v, ok := HexByte(local[i+1:])
			if !ok {
				return "", false
			}
			b = append(b, v)
			i += 2
		default:
			b = append(b, c)
		}
	}
	decoded = string(b)
	return decoded, decoded != "" && utf8.ValidString(decoded) && !hasControl(decoded)
}

// ResolveIMCEA returns the address to show for one that may be encapsulated,
// and the decoded form where that is not a mail address: an X.500 name, which
// still tells whom the sender had in his address book.
func ResolveIMCEA(address string) (final, original string) {
	decoded, _ := decodeIMCEA(address)
	const smtp = "IMCEASMTP-"
	if strings.EqualFold(address[:min(len(smtp), len(address))], smtp) && IsAddress(decoded) {
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
	hi, ok1 := hexDigit(s[0])
	lo, ok2 := hexDigit(s[1])
	return hi<<4 | lo, ok1 && ok2
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func hasControl(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) >= 0
}
