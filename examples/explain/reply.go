package main

import (
	"fmt"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// A reply is what was found out about a bare SMTP reply or a line of a log.
type reply struct {
	line     string
	response codes.Response
	attempt  ndr.Attempt
	failure  *ndr.DeliveryError // nil where nothing was refused
	isOther  bool               // an entry of a log that tells of no delivery
}

// readReply reads a reply or a line of a log.
func readReply(line string) reply {
	l, ok := readLogLine(line)
	r := reply{line: line, attempt: l.attempt, response: codes.ParseResponse(l.reply), isOther: !ok}
	if !r.response.Status.IsValid() {
		r.response.Status = l.status
	}
	if l.outcome == accepted || r.isOther {
		return r
	}
	r.failure = ndr.FromResponse(r.response, &r.attempt)
	if r.failure != nil && l.outcome == deferred {
		f := &r.failure.Recipient
		if f.Action, f.Permanent = ndr.Delayed, false; f.Suppress {
			f.Suppress, f.Withheld = false, codes.WithheldPermanent
		}
	}
	return r
}

func (r reply) text(p *page) {
	if r.isOther {
		return
	}
	p.wrap("> ", "> ", r.line)
	if r.failure == nil {
		p.headline(p.text("headline.accepted"))
	} else {
		rcpt := r.failure.Recipient
		g := &group{&rcpt, []*ndr.Recipient{&rcpt}, p.in(r.failure.Advice(p.lang)), true}
		if rcpt.Response == r.line {
			rcpt.Response = "" // it stands above
		}
		g.text(p, nil)
		for _, check := range checks(r.failure.Auth, p) {
			p.row("auth", check)
		}
	}
	fmt.Fprintln(p)
}

// replyJSON is what -responses -json prints of a reply.
type replyJSON struct {
	Response  string         `json:"response"`
	Reply     codes.Reply    `json:"reply"`
	Status    codes.Status   `json:"status"`
	Reason    codes.Reason   `json:"reason"`
	Permanent bool           `json:"permanent"`
	Owner     codes.Owner    `json:"owner"`
	Scope     codes.Scope    `json:"scope"`
	Suppress  bool           `json:"suppress"`
	Withheld  string         `json:"withheld"`
	Evidence  codes.Evidence `json:"evidence"`
	adviceJSON
	Recipient    string      `json:"recipient"`
	RemoteServer string      `json:"remote_server"`
	Stage        codes.Stage `json:"stage"`
}

func (r reply) rows(p *page) []any {
	var advice codes.Advice
	f := &ndr.Recipient{Address: r.attempt.Recipient, RemoteServer: r.attempt.Host, Stage: r.attempt.Stage}
	if r.failure != nil {
		f, advice = &r.failure.Recipient, p.in(r.failure.Advice(p.lang))
	}
	return []any{replyJSON{
		Response: r.line, Reply: r.response.Reply, Status: r.response.Status,
		Reason: f.Reason, Permanent: f.Permanent, Owner: f.Owner, Scope: f.Scope,
		Suppress: f.Suppress, Withheld: f.Withheld, Evidence: f.Evidence, adviceJSON: newAdviceJSON(advice),
		Recipient: f.Address, RemoteServer: f.RemoteServer, Stage: f.Stage,
	}}
}
