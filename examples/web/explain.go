package main

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"golang.org/x/text/language"
)

// An outcome is what the page says about an input.
type outcome struct {
	Notice string      // the key of what the input is, where that needs saying
	Report *ndr.Report // nil for lines and mailboxes
	Cards  []*card
	Chart  *chart
}

// A card explains one refusal, which may have met several recipients.
type card struct {
	*ndr.DeliveryError // of the first
	Advice             codes.Advice
	Addresses          []string
	Way                []station
}

// explain says what data means: a mailbox of several messages, a report, a
// letter that holds one, or lines.
func explain(data []byte, lang language.Tag) *outcome {
	if reports := mailbox(data); len(reports) > 1 {
		return &outcome{Chart: newChart(reports, lang)}
	}
	report, err := ndr.Parse(bytes.NewReader(data), &ndr.Options{MaxRecipients: 100}) // no more are read by a person
	if err != nil {
		return &outcome{Notice: "kind.other"}
	}
	if report.Kind == ndr.Other && report.Quoted == nil && !report.Header.Has("From") {
		if o := explainLines(string(data), lang); len(o.Cards) > 0 {
			return o
		}
	}
	return explainReport(report, lang)
}

func explainReport(report *ndr.Report, lang language.Tag) *outcome {
	o := &outcome{Report: report}
	if report.Quoted != nil {
		if report.Author != ndr.AuthorUnknown { // not a report that was pasted without its header
			o.Notice = "letter"
		}
		report = report.Quoted
	}
	if failed, ok := errors.AsType[*ndr.ReportError](report.Err()); ok {
		for _, f := range failed.Failures {
			o.add(f, report, lang)
		}
	}
	for _, r := range report.Recipients {
		if r.Action == ndr.Delayed {
			o.add(&ndr.DeliveryError{Recipient: r}, report, lang)
		}
	}
	if len(o.Cards) == 0 {
		o.Notice = "kind." + report.Kind.String()
	}
	return o
}

var (
	// address is the recipient, where it is the first in a line: in most replies,
	// and in the logs of Postfix, Exim and Sendmail.
	address = regexp.MustCompile(`[^\s<>,;:="']+@[^\s<>,;:"']+`)
	// continued is a line of a reply that another follows (RFC 5321, section
	// 4.2.1).
	continued = regexp.MustCompile(`(?m)^(\d{3}-.*)\r?\n`)
)

// explainLines explains each line that holds a reply or, where none does, what
// the text says in words.
func explainLines(text string, lang language.Tag) *outcome {
	o, addresses := &outcome{}, slices.Compact(address.FindAllString(text, -1))
	for line := range strings.Lines(continued.ReplaceAllString(text, "$1 ")) {
		to := address.FindString(line)
		if len(addresses) == 1 { // all lines are about one recipient
			to = addresses[0]
		}
		if r := codes.ParseResponse(line); r.Reply != 0 || r.Status.IsValid() {
			o.addReply(r, to, lang)
		}
	}
	if len(o.Cards) == 0 {
		o.addReply(codes.ParseResponse(text), address.FindString(text), lang)
	}
	return o
}

func (o *outcome) addReply(r codes.Response, to string, lang language.Tag) {
	f := ndr.FromResponse(r, &ndr.Attempt{Recipient: to})
	if f == nil || f.Recipient.Reason == codes.Unknown && !r.Status.IsValid() {
		return
	}
	if !f.Recipient.Permanent {
		f.Recipient.Action = ndr.Delayed // a log tells of each try
	}
	o.add(f, &ndr.Report{}, lang)
}

// add puts a recipient onto the card of its refusal, unless it is there already.
func (o *outcome) add(f *ndr.DeliveryError, report *ndr.Report, lang language.Tag) {
	r, advice := &f.Recipient, f.Advice(lang)
	i := slices.IndexFunc(o.Cards, func(c *card) bool {
		return c.Advice.Title == advice.Title && c.Recipient.Action == r.Action && c.Recipient.RemoteServer == r.RemoteServer &&
			(c.Recipient.Suppress == r.Suppress || slices.Contains(c.Addresses, r.Address))
	})
	if i < 0 {
		i = len(o.Cards)
		o.Cards = append(o.Cards, &card{f, advice, nil, newWay(r, report)})
	}
	if c := o.Cards[i]; !slices.Contains(c.Addresses, r.Address) {
		c.Addresses = append(c.Addresses, r.Address)
	}
}

// unreachable are the reasons for which a message never came to a server that
// could refuse it.
var unreachable = []codes.Reason{codes.HostUnknown, codes.DNSFailure, codes.ConnectionFailed, codes.TLSFailed}

// The stations on the way of a message.
const (
	sender = iota
	service
	server
	recipient
	nowhere = -1
)

// A station is drawn with what the report says of it.
type station struct {
	Role  string // the key of what the place is
	Name  string // an address or a host, "" where the report does not say
	State string // the key of what became of the message here, "" likewise
	Acts  bool   // who must act is to be found here
}

// Pieces are what a long name may be broken between.
func (s station) Pieces() []string { return strings.SplitAfter(s.Name, ".") }

// newWay draws the way of a message to r.
func newWay(r *ndr.Recipient, report *ndr.Report) []station {
	way := []station{
		sender:    {Role: "sender", Name: senderOf(report), Acts: r.Owner == codes.OwnerSender},
		service:   {Role: "service", Acts: r.Owner == codes.OwnerSenderAdmin || r.Owner == codes.OwnerService},
		server:    {Role: "server", Name: r.RemoteServer, Acts: r.Owner == codes.OwnerRecipientAdmin},
		recipient: {Role: "recipient", Name: r.Address, Acts: r.Owner == codes.OwnerRecipient},
	}
	stop := stoppedAt(r, report)
	if stop == server && r.RemoteServer == "" && !slices.Contains(unreachable, r.Reason) {
		way[server].Name = report.GeneratingServer
	} else {
		way[service].Name = report.GeneratingServer
	}
	for i := range way {
		switch {
		case stop == nowhere:
		case i == sender:
			way[i].State = "state.sent"
		case i < stop:
			way[i].State = "state.passed"
		case i > stop:
			way[i].State = "state.beyond"
		case slices.Contains(unreachable, r.Reason):
			way[i].State = "state.unreachable"
		case r.Action == ndr.Delayed:
			way[i].State = "state.waiting"
		default:
			way[i].State = "state.refused"
		}
	}
	return way
}

// stoppedAt returns the station that did not let the message pass. Where the
// report names no other server, the server that wrote it refused. It is on the
// side whose domain it is in or, where the domain does not tell, on the side
// that the refusal is about.
func stoppedAt(r *ndr.Recipient, report *ndr.Report) int {
	wrote := headers.OrganizationalDomain(report.GeneratingServer)
	switch {
	case r.RemoteServer != "", slices.Contains(unreachable, r.Reason), wrote == "" && r.Reply != 0, wrote != "" && wrote == organization(r.Address):
		return server
	case wrote != "" && wrote == organization(senderOf(report)):
		return service
	case r.Scope == codes.ScopeAddress, r.Scope == codes.ScopeRecipientDomain:
		return server
	case r.Scope == codes.ScopeSender, r.Scope == codes.ScopeSendingDomain, r.Scope == codes.ScopeSendingIP:
		return service
	}
	return nowhere
}

// senderOf returns the address that sent the message or, where the report does
// not say, the one that the report was sent to.
func senderOf(report *ndr.Report) string {
	if to, ok := headers.ParseAddress(report.Header.Get("To")); ok && report.Original.From == "" {
		return to.Spec()
	}
	return report.Original.From
}

// organization returns the organizational domain of an address.
func organization(address string) string {
	_, domain, _ := strings.Cut(address, "@")
	return headers.OrganizationalDomain(domain)
}
