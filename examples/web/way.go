package main

import (
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// A way is the one that a message takes: sender, sending service, receiving
// server, recipient.
type way [4]station

const (
	sender = iota
	service
	server
	recipient
	nowhere = -1
)

// A station is a place on the way.
type station struct {
	Role  string // the key of what the place is
	Name  string // an address or a host, "" where the report does not say
	State string // the key of what became of the message here, "" likewise
	Acts  bool   // who must act is to be found here
}

// Pieces are what a long name may be broken between.
func (s station) Pieces() []string { return strings.SplitAfter(s.Name, ".") }

// newWay draws the way of a message to r.
func newWay(r *ndr.Recipient, report *ndr.Report) way {
	w := way{{Role: "sender", Name: senderOf(report)}, {Role: "service"}, {Role: "server", Name: r.RemoteServer}, {Role: "recipient", Name: r.Address}}
	stop := stoppedAt(r, report)
	if stop == server && r.RemoteServer == "" && !unreachable(r.Reason) {
		w[server].Name = report.GeneratingServer
	} else {
		w[service].Name = report.GeneratingServer
	}
	for i := range w {
		w[i].Acts = i == standsAt(r.Owner)
		switch {
		case stop == nowhere:
		case i == sender:
			w[i].State = "state.sent"
		case i < stop:
			w[i].State = "state.passed"
		case i > stop:
			w[i].State = "state.beyond"
		case unreachable(r.Reason):
			w[i].State = "state.unreachable"
		case r.Action == ndr.Delayed:
			w[i].State = "state.waiting"
		default:
			w[i].State = "state.refused"
		}
	}
	return w
}

// stoppedAt returns the station that did not let the message pass. Where the
// report names no other server, the one that wrote it refused; it is that of
// the side whose domain it is in or, where that does not tell, of the side that
// the refusal is about.
func stoppedAt(r *ndr.Recipient, report *ndr.Report) int {
	if r.RemoteServer != "" || unreachable(r.Reason) || report.GeneratingServer == "" && r.Reply != 0 {
		return server
	}
	if wrote := headers.OrganizationalDomain(report.GeneratingServer); wrote != "" {
		switch wrote {
		case organization(r.Address):
			return server
		case organization(senderOf(report)):
			return service
		}
	}
	switch r.Scope {
	case codes.ScopeAddress, codes.ScopeRecipientDomain:
		return server
	case codes.ScopeSender, codes.ScopeSendingDomain, codes.ScopeSendingIP:
		return service
	}
	return nowhere
}

// senderOf returns the address that sent the message or, where the report does
// not say, the one that the report was sent to.
func senderOf(report *ndr.Report) string {
	if report.Original.From != "" {
		return report.Original.From
	}
	if a, ok := headers.ParseAddress(report.Header.Get("To")); ok {
		return a.Spec()
	}
	return ""
}

// organization returns the organizational domain of an address.
func organization(address string) string {
	_, domain, _ := strings.Cut(address, "@")
	return headers.OrganizationalDomain(domain)
}

// unreachable reports whether a message that failed for reason never came to a
// server that could refuse it.
func unreachable(reason codes.Reason) bool {
	switch reason {
	case codes.HostUnknown, codes.DNSFailure, codes.ConnectionFailed, codes.TLSFailed:
		return true
	}
	return false
}

// standsAt returns the station at which owner is to be found.
func standsAt(owner codes.Owner) int {
	switch owner {
	case codes.OwnerSender:
		return sender
	case codes.OwnerSenderAdmin, codes.OwnerService:
		return service
	case codes.OwnerRecipientAdmin:
		return server
	case codes.OwnerRecipient:
		return recipient
	}
	return nowhere
}
