package ndr

import "example.com/ndr/headers"

// Automatic reports whether a program must not answer the message by itself (RFC
// 3834, section 2), and gives the name of the field that says so, as
// [headers.Automatic] does for the header of the message. Where no field does,
// but a program is known to have written the message, field is "" and
// [Report.AuthorRule] names the rule that told. What a person wrote may be
// answered, also where it quotes a report: to its return path, and once in some
// days to each sender.
func (r *Report) Automatic() (field string, automatic bool) {
	if field, ok := headers.Automatic(&r.Header); ok {
		return field, true
	}
	switch r.Author {
	case AuthorSystem, AuthorList, AuthorResponder:
		return "", true
	}
	return "", r.Kind != Other
}
