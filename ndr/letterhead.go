package ndr

import (
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/mime"
)

// A letterhead is what the header of a message says about who wrote it.
type letterhead struct {
	*headers.Header
	// subject is decoded and folded.
	subject string
	// path and from weigh whether the return path and From are those of a
	// mail system.
	path, from int
	// null says that the return path is the null one.
	null bool
	// to are the fields with the addresses that the message was sent to, in
	// lower case, nil before they were asked for.
	to []string
}

func newLetterhead(h *headers.Header) *letterhead {
	l := &letterhead{Header: h, subject: foldLower(mime.DecodeHeader(h.Get("Subject")))}
	l.weighPath()
	l.weighFrom()
	return l
}

// machineSenders are parts of the local part of an address that a mail system
// sends reports from.
var machineSenders = []string{"mailer-daemon", "mailerdaemon", "mailer_daemon", "maildaemon", "mail-daemon", "postmaster", "post_master", "mdaemon", "mailer", "bounce", "mail.delivery", "antivirus", "anti-virus", "virus-scan", "virusscan", "mailscanner", "mailgateway", "mail-gateway", "mailgw", "spamfilter", "spam-filter", "content-filter", "mmdf", "messageswitch"}

// daemons are those of them that no person has.
var daemons = []string{"mailer-daemon", "mailerdaemon", "mailer_daemon", "maildaemon", "mail-daemon"}

// machineNames are parts of the name that a mail system gives itself.
var machineNames = []string{"mail delivery", "mail deliver", "delivery subsystem", "mailer daemon", "mailer-daemon", "postmaster", "mail system", "mail administrator", "system administrator", "content-filter", "interscan", "mail service", "mail server", "delivery system", "mta ", "e-mail gateway", "smtp gateway", "fax gateway", "fax server", "fax service"}

// weighPath weighs the return path: the null one is a report's (RFC 5321,
// section 4.5.5).
func (l *letterhead) weighPath() {
	if !l.Has("Return-Path") {
		return
	}
	path := foldLower(l.Get("Return-Path"))
	l.null = strings.Trim(path, "<> ") == ""
	if l.null || hasPhrase(path, daemons) {
		l.path = 2
	}
}

func (l *letterhead) weighFrom() {
	from := foldLower(l.Get("From"))
	name := from
	if m, ok := nextAddress(from, 0); ok {
		local, _, _ := strings.Cut(m.address, "@")
		if hasPhrase(local, machineSenders) {
			l.from += 2
		}
		if hasPhrase(local, daemons) && !l.Has("Return-Path") {
			l.from++ // stored without its envelope, the message is a daemon's all the same
		}
		name = from[:m.start] + from[m.end:]
	} else if strings.Trim(from, "<>\" ") == "" && l.Has("From") || hasPhrase(from, daemons) {
		l.from += 2
	}
	if hasPhrase(name, machineNames) {
		l.from++
	}
}

// isSystem reports whether a mail system wrote the message.
func (l *letterhead) isSystem() bool { return l.path+l.from >= 2 }

// daemonEvidence is the evidence of a header from which on nobody but a mail
// system wrote the message: what servers said needs no words around it that are
// known, in whatever language.
const daemonEvidence = 3

func (l *letterhead) isDaemon() bool { return l.path+l.from >= daemonEvidence }

// hasPath reports whether the return path is neither lost, null, nor that of a
// mail system.
func (l *letterhead) hasPath() bool { return l.path == 0 && l.Has("Return-Path") }

// isFromPath reports whether From and the return path are of one domain.
func (l *letterhead) isFromPath() bool {
	from, ok := nextAddress(foldLower(l.Get("From")), 0)
	path, found := nextAddress(foldLower(l.Get("Return-Path")), 0)
	if !ok || !found {
		return false
	}
	_, a, _ := strings.Cut(from.address, "@")
	_, b, _ := strings.Cut(path.address, "@")
	return a == b
}

// isListMail reports whether a mailing list passed the message on.
func (l *letterhead) isListMail() bool {
	return l.Has("List-Id") || l.Has("List-Post") || l.Has("List-Unsubscribe")
}

// forwardMarks begin the subject of a message that was forwarded by hand, by
// language.
var forwardMarks = []string{"fwd:", "fw:", "wg:", "tr:", "i:", "rv:", "enc:", "vs:", "doorst:", "pd:", "vb:", "转发:", "转发：", "轉寄:", "転送:", "fwd：", "[fwd:"}

// isForwarded reports whether somebody forwards another message: a report in
// it is read as if it had come directly. What a mailing list forwards is not.
func (l *letterhead) isForwarded() bool {
	if l.Has("List-Id") || l.Has("List-Post") {
		return false
	}
	for _, mark := range forwardMarks {
		if strings.HasPrefix(l.subject, mark) {
			return true
		}
	}
	return false
}

// forwardFields are written by programs that forward mail by a rule.
var forwardFields = []string{"X-Auto-Forwarded", "X-Autoforwarded", "X-Autoforward"}

// isAutoForwarded reports whether a program forwards another message: nobody
// wrote a letter about it.
func (l *letterhead) isAutoForwarded() bool {
	for _, name := range forwardFields {
		if l.Has(name) {
			return true
		}
	}
	return false
}

// isForwardedByHand reports whether a person forwards another message, and may
// have written a letter about it.
func (l *letterhead) isForwardedByHand() bool {
	return l.isForwarded() && !l.isSystem() && !l.isAutoForwarded()
}

// isFrom reports whether the message is from an address.
func (l *letterhead) isFrom(address string) bool {
	m, ok := nextAddress(foldLower(l.Get("From")), 0)
	return ok && m.address == address
}

// isTo reports whether the message was sent to an address.
func (l *letterhead) isTo(address string) bool {
	if l.to == nil {
		l.to = make([]string, 0, 2)
		for _, name := range []string{"To", "Delivered-To", "Envelope-To"} {
			n := 0
			for value := range l.Values(name) {
				l.to = append(l.to, strings.ToLower(cutText(value, 4096)))
				if n++; n == 8 {
					break
				}
			}
		}
	}
	return slices.ContainsFunc(l.to, func(to string) bool { return strings.Contains(to, address) })
}

// isLost reports whether the header was lost on the way.
func (l *letterhead) isLost() bool { return l.Len() == 0 }

// maxSubjectLead is how far into a subject its report of a failure may begin.
// "My mail to you bounced" is a person's.
const maxSubjectLead = 20

// reports reports whether the subject is that of a report, and not of an answer
// to one. format is the index of the report's.
func (l *letterhead) reports(words *lexicon, format int) bool {
	if strings.HasPrefix(l.subject, "re:") && l.Has("In-Reply-To") {
		return false
	}
	lead := cutText(l.subject, maxSubjectLead+maxPhrase)
	return words.sensesBefore(lead, maxSubjectLead+1, format)&(saysOutcome|saysDelivered) != 0
}

// maxPhrase is longer than any phrase.
const maxPhrase = 96
