package author

import (
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/wording"
)

// A Header is what the header of a message says about who wrote it.
type Header struct {
	*headers.Header
	// Subject is decoded and folded.
	Subject string
	// PathScore and FromScore weigh whether the return path and From belong to a
	// mail system.
	PathScore, FromScore int
	// NullReturnPath says that the return path is the null one.
	NullReturnPath bool

	// from and path are fields, folded; hasPath says that path is there.
	from, path string
	hasPath    bool
	// sender is the address in from, and sent the one in path; both are "" where
	// there is none. name is what stands beside the address in from.
	sender, sent, name string
	// contentType is the field, folded, "" before it was asked for.
	contentType string
	// to are the fields with the addresses that the message was sent to, in
	// lower case, nil before they were asked for.
	to []string
	// author and rule are what [Header.Author] found.
	author Author
	rule   string
}

// ReadHeader reads what the rules of authorship look at.
func ReadHeader(h *headers.Header) *Header {
	l := &Header{
		Header: h, Subject: lex.FoldLower(mime.DecodeHeader(h.Get("Subject"))),
		from: lex.FoldLower(h.Get("From")), path: lex.FoldLower(h.Get("Return-Path")),
	}
	l.hasPath, l.name = h.Has("Return-Path"), l.from
	if m, ok := senderIn(l.from); ok {
		l.sender, l.name = m.Address, l.from[:m.Start]+l.from[m.End:]
	}
	if m, ok := lex.NextAddress(l.path, 0); ok {
		l.sent = m.Address
	}
	l.weighPath()
	l.weighFrom()
	l.author, l.rule = l.decide()
	return l
}

// senderIn finds the address in a folded From: one in angle brackets, since others
// before it are a name that anybody gives himself, else the first.
func senderIn(from string) (lex.Mention, bool) {
	first, ok := lex.NextAddress(from, 0)
	for m, more := first, ok; more; m, more = lex.NextAddress(from, m.End) {
		if m.Angled {
			return m, true
		}
	}
	return first, ok
}

// Author says who wrote the message, and by which of the [Rules]; the name is ""
// where none holds.
func (h *Header) Author() (Author, string) { return h.author, h.rule }

// ContentType returns the field, folded.
func (h *Header) ContentType() string {
	if h.contentType == "" {
		h.contentType = lex.FoldLower(h.Get("Content-Type"))
	}
	return h.contentType
}

// weighPath weighs the return path: the null one is a report's (RFC 5321,
// section 4.5.5).
func (h *Header) weighPath() {
	h.NullReturnPath = h.hasPath && strings.Trim(h.path, "<> ") == ""
	if h.NullReturnPath || lex.HasPhrase(h.path, wording.Daemons) && !h.mayBeMailbox() {
		h.PathScore = 2
	}
}

// weighFrom weighs the address and the name in From.
func (h *Header) weighFrom() {
	switch local := h.fromLocal(); {
	case h.sender == "" && h.isFromDaemon():
		h.FromScore += 2
	case h.mayBeMailbox():
	case lex.HasPhrase(local, wording.MachineSenders):
		h.FromScore += 2
		if lex.HasPhrase(local, wording.Daemons) && (!h.hasPath || h.isPathRewritten()) {
			h.FromScore++ // without its envelope the message is a daemon's all the same
		}
	}
	if lex.HasPhrase(h.name, wording.MachineNames) {
		h.FromScore++
	}
}

// mayBeMailbox reports whether From is an address that anybody may have got from a
// provider of mailboxes: one that holds the name of a daemon, and more. The provider's
// own daemon has the very name, or writes from the null return path.
func (h *Header) mayBeMailbox() bool {
	local := h.fromLocal()
	return h.hasPath && !h.NullReturnPath && isOfMailboxProvider(h.sender) &&
		local != "postmaster" && !slices.Contains(wording.Daemons, local)
}

// isOfMailboxProvider reports whether an address is in a domain in which a provider
// gives addresses to people.
func isOfMailboxProvider(address string) bool {
	return slices.Contains(mailboxProviders, domainOf(address))
}

// isUnsigned reports whether From names nobody, as some daemons write it.
func (h *Header) isUnsigned() bool { return h.Has("From") && strings.Trim(h.from, "<>\" ") == "" }

// isPathRewritten reports whether the return path belongs to whoever passed the
// message on: a list or group has its own (RFC 5321, section 3.9.2), and so has
// a role address that is run as one.
func (h *Header) isPathRewritten() bool {
	return h.sent != "" && h.PathScore == 0 && (h.IsListMail() || h.IsTo(h.sent))
}

// IsSystem reports whether the return path and From belong to a mail system. The
// rules decide who wrote the message: see [Header.Author].
func (h *Header) IsSystem() bool { return h.PathScore+h.FromScore >= 2 }

// DaemonEvidence is the evidence of a header from which on only a mail system can
// have written the message: no known words in any language are needed around what
// servers said.
const DaemonEvidence = 3

// IsDaemon reports whether the evidence of the header reaches DaemonEvidence.
func (h *Header) IsDaemon() bool { return h.PathScore+h.FromScore >= DaemonEvidence }

// HasPath reports whether the return path is neither lost, null, nor a mail system's.
func (h *Header) HasPath() bool { return h.PathScore == 0 && h.hasPath }

// domainOf returns the domain of an address.
func domainOf(address string) string { return address[strings.LastIndexByte(address, '@')+1:] }

// IsListMail reports whether a mailing list passed the message on.
func (h *Header) IsListMail() bool {
	return h.Has("List-Id") || h.Has("List-Post") || h.Has("List-Unsubscribe")
}

// IsForwarded reports whether somebody forwards another message: a report in
// it is read as if it had come directly. What a mailing list forwards is not;
// List-Unsubscribe alone makes no list, as services put it into all mail.
func (h *Header) IsForwarded() bool {
	return !h.Has("List-Id") && !h.Has("List-Post") &&
		slices.ContainsFunc(wording.ForwardMarks, func(mark string) bool { return strings.HasPrefix(h.Subject, mark) })
}

// forwardFields are written by programs that forward mail by a rule.
var forwardFields = []string{"X-Auto-Forwarded", "X-Autoforwarded", "X-Autoforward"}

// IsAutoForwarded reports whether a program forwards another message: nobody
// wrote a letter about it.
func (h *Header) IsAutoForwarded() bool { return h.hasAny(forwardFields) }

// IsFrom reports whether the message is from an address.
func (h *Header) IsFrom(address string) bool { return h.sender == address }

// IsTo reports whether the message was sent to an address.
func (h *Header) IsTo(address string) bool {
	if h.to == nil {
		h.to = make([]string, 0, 2)
		for _, name := range []string{"To", "Delivered-To", "Envelope-To"} {
			n := 0
			for value := range h.Values(name) {
				h.to = append(h.to, strings.ToLower(lex.CutText(value, 4096)))
				if n++; n == 8 {
					break
				}
			}
		}
	}
	return slices.ContainsFunc(h.to, func(to string) bool { return strings.Contains(to, address) })
}

// IsLost reports whether the header was lost on the way.
func (h *Header) IsLost() bool { return h.Len() == 0 }

// maxSubjectLead is how far into a subject its report of a failure may begin.
// "My mail to you bounced" is a person's.
const maxSubjectLead = 20

// Reports reports whether the subject announces a report, and does not answer
// one. format is the index of the report's format.
func (h *Header) Reports(words *wording.Lexicon, format int) bool {
	if strings.HasPrefix(h.Subject, "re:") && h.Has("In-Reply-To") {
		return false
	}
	lead := lex.CutText(h.Subject, maxSubjectLead+lex.MaxPhrase)
	return words.SensesBefore(lead, maxSubjectLead+1, format)&(wording.SaysOutcome|wording.SaysDelivered) != 0
}
