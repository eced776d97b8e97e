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
)

// maxCards is how many different refusals are shown of one input.
const maxCards = 20

// An outcome is what the page says about an input.
type outcome struct {
	Notice string      // the key of what the input is, where that needs saying
	Report *ndr.Report // nil for lines and mailboxes
	Cards  []*card
	Hidden int // recipients whose refusals are not shown
	Chart  *chart
}

// A card explains one refusal, which may have met several recipients.
type card struct {
	*ndr.Recipient // the first
	Advice         codes.Advice
	Addresses      []string
	Way            way
	Checks         []check
}

// A check is one of the sender that failed, and what to do about it.
type check struct {
	*headers.AuthError
	codes.Advice
}

// explain says what data means: a mailbox of several messages, a report, a
// letter that holds one, or lines.
func explain(data []byte, w words) *outcome {
	if messages := mailbox(data); len(messages) > 1 {
		return &outcome{Chart: newChart(messages, w)}
	}
	report, err := ndr.Parse(bytes.NewReader(data), nil)
	if err != nil { // there is no text in data
		return &outcome{Notice: "kind.other"}
	}
	if report.Kind == ndr.Other && report.Quoted == nil && !report.Header.Has("From") {
		if o := explainLines(string(data), w); len(o.Cards) > 0 {
			return o
		}
	}
	return explainReport(report, w)
}

func explainReport(report *ndr.Report, w words) *outcome {
	o := &outcome{Report: report}
	if report.Quoted != nil {
		if report.Author != ndr.AuthorUnknown { // not a report that was pasted without its header
			o.Notice = "letter"
		}
		report = report.Quoted
	}
	checks := make(map[string][]*headers.AuthError)
	var failures *ndr.ReportError
	if errors.As(report.Err(), &failures) {
		for _, f := range failures.Failures {
			checks[f.Recipient.Address] = f.Auth
		}
	}
	for i := range report.Recipients {
		if r := &report.Recipients[i]; r.Action == ndr.Failed || r.Action == ndr.Delayed {
			o.add(r, newWay(r, report), checks[r.Address], w)
		}
	}
	if len(o.Cards) == 0 {
		o.Notice = "kind." + report.Kind.String()
	}
	return o
}

// add puts a recipient onto the card of its refusal.
func (o *outcome) add(r *ndr.Recipient, on way, failed []*headers.AuthError, w words) {
	advice := r.Advice(w.Tag)
	i := slices.IndexFunc(o.Cards, func(c *card) bool {
		return c.Advice.Title == advice.Title && c.Action == r.Action && c.RemoteServer == r.RemoteServer && c.Suppress == r.Suppress
	})
	if i >= 0 {
		o.Cards[i].Addresses = append(o.Cards[i].Addresses, r.Address)
		return
	}
	if len(o.Cards) == maxCards {
		o.Hidden++
		return
	}
	c := &card{Recipient: r, Advice: advice, Addresses: []string{r.Address}, Way: on}
	for _, f := range failed {
		a := codes.AuthAdvice(f.Method, string(f.Cause), w.Tag)
		if !slices.ContainsFunc(c.Checks, func(c check) bool { return c.Method == f.Method && c.Title == a.Title }) {
			c.Checks = append(c.Checks, check{f, a}) // several servers may have done the same check
		}
	}
	o.Cards = append(o.Cards, c)
}

var (
	// lineRecipient finds the recipient in a line: Postfix and Sendmail write
	// to=<a@example.com>, Exim ** a@example.com or == a@example.com, and many
	// replies name it in brackets.
	lineRecipient = regexp.MustCompile(`(?:\bto=<?|\*\* |== |<)([^\s<>,;]+@[^\s<>,;:]+)`)
	// lineHost finds the server that answered: relay=mx.example.com[192.0.2.1],
	// host mx.example.com said, H=mx.example.com.
	lineHost = regexp.MustCompile(`(?:\brelay=|\bhost |\bH=)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)`)
	// continued is a line of a reply that another follows (RFC 5321, section
	// 4.2.1).
	continued = regexp.MustCompile(`(?m)^(\d{3}-.*)\r?\n`)
)

// explainLines explains each line that holds a reply.
func explainLines(text string, w words) *outcome {
	o := &outcome{}
	for line := range strings.Lines(continued.ReplaceAllString(text, "$1 ")) {
		response := codes.ParseResponse(line)
		failure := ndr.FromResponse(response, &ndr.Attempt{Host: submatch(lineHost, line), Recipient: submatch(lineRecipient, line)})
		if failure == nil || failure.Recipient.Reason == codes.Unknown && !response.Status.IsValid() {
			continue
		}
		if !failure.Recipient.Permanent {
			failure.Recipient.Action = ndr.Delayed // a log tells of each try
		}
		o.add(&failure.Recipient, newWay(&failure.Recipient, &ndr.Report{}), failure.Auth, w)
	}
	return o
}

func submatch(re *regexp.Regexp, s string) string {
	if m := re.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}
