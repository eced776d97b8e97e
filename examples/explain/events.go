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

// An eventPrinter explains what webhooks of mail providers posted, as JSON or
// to a person.
type eventPrinter struct {
	textPrinter
	json bool
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

// maxBody is how much of one body is read. No provider posts more than a few
// megabytes.
const maxBody = 64 << 20

// explainEvents explains the bodies of src in their order, and reports whether
// one failed.
func explainEvents(src source, p *eventPrinter, stderr io.Writer) (failed bool) {
	progress := newProgress(stderr)
	for it := range src.each {
		progress.step()
		if err := p.explain(it); err != nil {
			failed = true
			progress.clear()
			fmt.Fprintf(stderr, "explain: %s: %v\n", it.name, cause(err))
			if p.json {
				writeJSON(p.w, struct {
					File  string `json:"file"`
					Error string `json:"error"`
				}{it.name, cause(err).Error()})
			}
		}
	}
	progress.clear()
	return failed
}

// explain prints the events of one body.
func (p *eventPrinter) explain(it item) error {
	if it.err != nil {
		return it.err
	}
	r, err := it.open()
	if err != nil {
		return err
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, maxBody+1))
	if err != nil {
		return err
	}
	if len(body) > maxBody {
		return fmt.Errorf("longer than %d bytes", maxBody)
	}
	events, err := ndr.ParseEvent(contentType(body), body)
	for i := range events {
		if p.json {
			writeJSON(p.w, newEventJSON(it.name, &events[i]))
		} else {
			p.event(it.name, &events[i])
		}
	}
	return err
}

// contentType guesses the type of a body, which a file does not have: a
// multipart form begins with its boundary, and JSON needs no type.
func contentType(body []byte) string {
	line, _, _ := bytes.Cut(body, []byte("\n"))
	if boundary, ok := strings.CutPrefix(strings.TrimSpace(string(line)), "--"); ok {
		return `multipart/form-data; boundary="` + boundary + `"`
	}
	return "application/x-www-form-urlencoded"
}

func newEventJSON(file string, e *ndr.Event) eventJSON {
	r := &e.Recipient
	row := eventJSON{
		File: file, Provider: e.Provider, Kind: e.Kind, Recipient: r.Address, Reply: r.Reply, Status: r.Status, Response: r.Response,
		Reason: r.Reason, Permanent: r.Permanent, Suppress: r.Suppress,
		ProviderPermanent: e.ProviderPermanent, ProviderSuppressed: e.ProviderSuppressed,
		MessageID: e.MessageID, ProviderID: e.ProviderID, RemoteServer: r.RemoteServer,
	}
	if !e.Time.IsZero() {
		row.Time = e.Time.Format(time.RFC3339Nano)
	}
	return row
}

// event explains an event to a person.
func (p *eventPrinter) event(file string, e *ndr.Event) {
	words := wordsFor(p.lang)
	p.heading(file)
	p.row(words.kind, fmt.Sprintf("%s, %s %s (%s)", words.kinds[e.Kind.String()], words.reportedBy, e.Provider, e.Name))
	if id := e.MessageID; id != "" {
		p.row(words.message, "<"+id+">")
	}
	p.recipient(&e.Recipient)
}
