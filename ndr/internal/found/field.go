package found

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// A Field is one field of a delivery-status part (RFC 3464, section 2.1) or of a
// report about abuse (RFC 5965, section 3).
type Field struct {
	// Name is as written, Type lower case and "" where there is none, Value on
	// one line.
	Name, Type, Value string

	// written is the value before it was made fit to be handed out.
	written string
}

// Finish parts the type of a field from its value (RFC 3464, section 2.1.2)
// and makes the value fit to be handed out.
func (f *Field) Finish() {
	f.written = f.Value
	f.Value = lex.CleanValue(f.Value)
	typ, value, ok := strings.Cut(f.Value, ";")
	typ = strings.TrimSpace(typ)
	if ok && isType(typ) {
		f.Type, f.Value = strings.ToLower(typ), strings.TrimSpace(value)
	}
}

// maxType is the longest type of a field that is taken for one.
const maxType = 40

// isType reports whether s may be the type of a field, such as "rfc822" or
// "X-Postfix", or the mode of a Disposition ("manual-action/MDN-sent-manually"). It
// begins with a letter: in "550;no such user" no type stands. Of the other
// characters that an atom may hold none stands in a type that is registered, but
// some stand in half an address: "bob&amp;co@example.org".
func isType(s string) bool {
	if s == "" || len(s) > maxType || s[0]|0x20 < 'a' || s[0]|0x20 > 'z' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !lex.IsAlnum(c) && c != '-' && c != '_' && c != '.' && c != '/' {
			return false
		}
	}
	return true
}

// Address returns the address in a Final-Recipient or Original-Recipient field
// (RFC 3464, section 2.3.1 and 2.3.2), as [Recipient.Address] has it: with the
// characters that it was written with.
func (f *Field) Address() string {
	v := f.written
	if f.Type != "" {
		_, v, _ = strings.Cut(v, ";")
	}
	if f.Type == "utf-8" {
		v = lex.DecodeUnitext(v)
	}
	v = strings.TrimSpace(lex.DecodeXtext(v))
	hides := strings.ContainsFunc(v, func(r rune) bool { return r != ' ' && r != '\t' && lex.IsInvisible(r) })
	if hides || strings.HasPrefix(strings.TrimLeft(v, "<"), "@") || strings.Count(v, "@") > 1 && v[0] != '"' {
		return v // the merge has to see what is no plain address
	}
	return lex.CleanAddress(v)
}
