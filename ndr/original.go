package ndr

import (
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
)

// maxOriginalTo is how many addresses of the To field are given.
const maxOriginalTo = 100

// readOriginal reads what the header of the returned message tells about it.
func readOriginal(h headers.Header) Original {
	o := Original{Header: h, To: []string{}, Auth: []headers.Result{}}
	if h.Len() == 0 {
		return o
	}
	o.MessageID = messageID(&h)
	if addr, ok := headers.ParseAddress(h.Get("From")); ok {
		o.From = lex.CleanAddress(addr.String())
	}
	for _, addr := range headers.ParseAddressList(h.Get("To")) {
		if len(o.To) == maxOriginalTo {
			break
		}
		o.To = append(o.To, lex.CleanAddress(addr.String()))
	}
	o.Subject = lex.CleanValue(mime.DecodeHeader(h.Get("Subject")))
	o.Date = lex.ParseDate(h.Get("Date"))
	if auth := headers.ReadAuth(&h); auth != nil {
		o.Auth = auth
	}
	return o
}

// messageID returns the Message-ID of a header without its angle brackets.
func messageID(h *headers.Header) string {
	if ids := headers.MessageIDs(h.Get("Message-ID")); len(ids) > 0 {
		return lex.CleanValue(ids[0])
	}
	return ""
}
