package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// A body is what was found out about what a webhook posted.
type body struct {
	file   string
	events []ndr.Event
	err    error // what kept it from being read, or from being read to its end
}

// maxBody is how many bytes of one body are read. No provider posts more than a
// few megabytes.
const maxBody = 64 << 20

// readBody reads the body of a webhook.
func readBody(file string, r io.Reader) body {
	data, err := io.ReadAll(io.LimitReader(r, maxBody+1))
	if err != nil {
		return body{file: file, err: err}
	}
	if len(data) > maxBody {
		return body{file: file, err: fmt.Errorf("longer than %d MiB", maxBody>>20)}
	}
	found, err := ndr.ParseEvent(contentType(data), data)
	return body{file, found, err}
}

// contentType guesses the type of a body, which a file does not have: a
// multipart form begins with its boundary, and JSON needs no type.
func contentType(data []byte) string {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	if boundary, ok := strings.CutPrefix(strings.TrimSpace(string(line)), "--"); ok {
		return `multipart/form-data; boundary="` + boundary + `"`
	}
	return "application/x-www-form-urlencoded"
}

func (b body) text(p *page) {
	for i := range b.events {
		b.event(p, &b.events[i])
		fmt.Fprintln(p)
	}
}

// event explains one event.
func (b body) event(p *page, e *ndr.Event) {
	if e.Recipient.Action != ndr.NoAction {
		g := groups(ndr.Recipients{e.Recipient}, e.Err(), p)[0]
		g.text(p, nil)
	} else {
		p.kind(e.Kind)
		p.row("recipient", e.Recipient.Address)
	}
	p.row("reporter", e.Provider+parenthesis(e.Name))
	if says := e.ProviderPermanent; says != nil && *says {
		p.row("provider", p.text("clause.provider-permanent"))
	} else if says != nil {
		p.row("provider", p.text("clause.provider-temporary"))
	}
	if e.ProviderSuppressed {
		p.row("provider", p.text("clause.provider-suppressed"))
	}
	p.row("message", between("<", e.MessageID, ">"))
}

// eventJSON is what -events -json prints of an event.
type eventJSON struct {
	File               string       `json:"file"`
	Provider           string       `json:"provider"`
	Kind               ndr.Kind     `json:"kind"`
	Recipient          string       `json:"recipient"`
	Reply              codes.Reply  `json:"reply"`
	Status             codes.Status `json:"status"`
	Response           string       `json:"response"`
	Reason             codes.Reason `json:"reason"`
	Permanent          bool         `json:"permanent"`
	Suppress           bool         `json:"suppress"`
	ProviderPermanent  *bool        `json:"provider_permanent"`
	ProviderSuppressed bool         `json:"provider_suppressed"`
	MessageID          string       `json:"message_id"`
	ProviderID         string       `json:"provider_id"`
	Time               string       `json:"time"`
	RemoteServer       string       `json:"remote_server"`
}

func (b body) rows(*page) (rows []any) {
	for i := range b.events {
		e := &b.events[i]
		r, when := &e.Recipient, ""
		if !e.Time.IsZero() {
			when = e.Time.Format(time.RFC3339Nano)
		}
		rows = append(rows, eventJSON{
			File: b.file, Provider: e.Provider, Kind: e.Kind,
			Recipient: r.Address, Reply: r.Reply, Status: r.Status, Response: r.Response,
			Reason: r.Reason, Permanent: r.Permanent, Suppress: r.Suppress,
			ProviderPermanent: e.ProviderPermanent, ProviderSuppressed: e.ProviderSuppressed,
			MessageID: e.MessageID, ProviderID: e.ProviderID, Time: when, RemoteServer: r.RemoteServer,
		})
	}
	if b.err != nil {
		rows = append(rows, struct {
			File  string `json:"file"`
			Error string `json:"error"`
		}{b.file, cause(b.err).Error()})
	}
	return rows
}
