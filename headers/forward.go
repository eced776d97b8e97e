package headers

import (
	"cmp"
	"slices"
)

// forwardFields are the fields that show that somebody passed a message on.
// List-Id and List-Unsubscribe are not among them: newsletters have them too.
var forwardFields = [...]string{
	"Resent-From", "Resent-Sender", "Resent-To", // RFC 5322, section 3.6.6
	"X-Forwarded-To", "X-Forwarded-For", // Gmail
	"X-MS-Exchange-ForwardingLoop", "X-MS-Exchange-Inbox-Rules-Loop", // Exchange: a forwarding mailbox
	"X-BeenThere",                                            // Mailman, Google Groups
	"X-Mailman-Version", "X-Mailman-Original-DKIM-Signature", // Mailman
	"X-Mailing-List", // Majordomo and others
	"List-Post",      // RFC 2369: a list that people write to
}

// isForwarded reports whether the header proves that somebody other than the
// sender passed the message on.
func (e *evidence) isForwarded() bool {
	return slices.ContainsFunc(forwardFields[:], e.header.Has) ||
		e.isRewritten() || e.isSealed() || e.isRedirected()
}

// isRewritten reports whether a forwarder rewrote MAIL FROM.
func (e *evidence) isRewritten() bool {
	if isSRS(e.header.Get("Return-Path")) {
		return true
	}
	for i := range e.results {
		if r := &e.results[i]; r.Method == "spf" && isSRS(r.first(mailFromProperties...)) {
			return true
		}
	}
	return false
}

func isSRS(path string) bool {
	a, _ := ParseAddress(path)
	_, ok := DecodeSRS(a)
	return ok
}

// isSealed reports whether an ARC set tells that its host took the message
// from another, whose SPF passed there, before another organization checked it
// again. A set without a client's address does not count: Microsoft seals what
// its own users send.
func (e *evidence) isSealed() bool {
	for i := range e.results {
		r := &e.results[i]
		if r.Instance > 0 && r.Method == "spf" && r.Passed() && r.Server != "" && r.namesClient() {
			return e.checkedElsewhere(r.Server)
		}
	}
	return false
}

// namesClient reports whether the result says which address it was about.
func (r *Result) namesClient() bool {
	return r.first("smtp.remote-ip") != "" ||
		containsFold(r.Comment, "sender ip is") || containsFold(r.Comment, "designates")
}

// checkedElsewhere reports whether a check outside ARC failed at a server that
// is not of the sealer's organization. QUIRK: Microsoft does not name its
// servers, except in ARC fields.
func (e *evidence) checkedElsewhere(sealer string) bool {
	for i := range e.results {
		r := &e.results[i]
		if r.Instance == 0 && r.Failed() && !Aligned(cmp.Or(r.Server, "microsoft.com"), sealer) {
			return true
		}
	}
	return false
}

// isRedirected reports whether two hops name recipients of different
// organizations.
func (e *evidence) isRedirected() bool {
	first := ""
	for _, hop := range Trace(e.header) {
		a, _ := ParseAddress(hop.For)
		switch {
		case a.Domain == "":
		case first == "":
			first = a.Domain
		case !Aligned(first, a.Domain):
			return true
		}
	}
	return false
}
