package event

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// The code for single providers that is short, in the order of providers.

// sendgridFields are the fields that are SendGrid's own, besides those that
// begin with "sg_". All others are the sender's.
var sendgridFields = []string{
	"email", "event", "type", "timestamp", "reason", "response", "status", "attempt", "smtp-id", "ip", "tls", "cert_err",
	"category", "bounce_classification", "url", "url_offset", "useragent", "asm_group_id", "send_at", "pool",
}

// finishSendGrid reads why SendGrid did not try at all, which stands where else a
// server's words do, and the sender's own fields.
func finishSendGrid(r *record, o *object) {
	if reason := o.str("reason"); o.str("event") == "dropped" {
		if drop, ok := words()[word{"sendgrid", "dropped/" + strings.ToLower(reason)}]; ok {
			r.refine(drop)
			r.Name, r.Prose = join("dropped", reason), true
		}
	}
	r.Metadata = o.texts()
	maps.DeleteFunc(r.Metadata, func(key, _ string) bool {
		return strings.HasPrefix(key, "sg_") || slices.Contains(sendgridFields, key)
	})
}

// openMailgun takes an event out of the body of a webhook. The token of its signature
// tells repeats apart; the identifier of an event is unique within a day only. The Events
// API and the legacy form have events without an envelope.
func openMailgun(o *object) []*object {
	if o.at("event-data") == nil {
		return []*object{o}
	}
	event := o.object("event-data")
	if event == nil {
		return nil
	}
	event.values["token"] = o.at("signature.token")
	return []*object{event}
}

// finishMailgun reads the recipients of a message that was never accepted, and the
// sender's data in the legacy form.
func finishMailgun(r *record, o *object) {
	if len(r.to) == 0 {
		for _, a := range headers.ParseAddressList(o.str("message.headers.to")) {
			r.to = append(r.to, a.Spec())
		}
		r.Shared = len(r.to) > 1
	}
	if header := o.str("message-headers"); header != "" {
		r.Metadata = mailgunVariables(header)
	}
}

// mailgunVariables returns the sender's data, which stands as JSON in a field of
// the header, which stands as a JSON array of pairs in a field of the form.
func mailgunVariables(header string) map[string]string {
	for pair := range elements([]byte(header)) {
		var field [2]string
		if json.Unmarshal(pair, &field) == nil && field[0] == "X-Mailgun-Variables" {
			return parseObject([]byte(field[1])).texts()
		}
	}
	return nil
}

// openPostmark leaves the type out of every record except a bounce: it tells more only
// of a bounce. Old events name no record.
func openPostmark(o *object) []*object {
	if record := o.str("RecordType"); record != "" && record != "Bounce" {
		delete(o.values, "Type")
	}
	return []*object{o}
}

// finishMailjet reads the sender's identifier, and the reply of a server that took the
// message: "250 OK" of "sent (250 OK)".
func finishMailjet(r *record, o *object) {
	if id := o.str("CustomID"); id != "" {
		r.Metadata["CustomID"] = id
	}
	if r.Kind == found.Success {
		r.text = o.str("smtp_reply")
		if _, inner, ok := strings.Cut(r.text, "("); ok {
			r.text = strings.TrimSuffix(inner, ")")
		}
	}
}

// finishSMTP2GO reads the command that failed, with or without the reply to it, and the
// sender's own header fields.
func finishSMTP2GO(r *record, o *object) {
	command, reply, _ := strings.Cut(o.str("context"), ": ")
	r.Stage = codes.FindStage("in reply to " + command)
	r.text = cmp.Or(r.text, reply)
	r.Metadata = o.texts()
	maps.DeleteFunc(r.Metadata, func(key, _ string) bool { return !lex.HasPrefixLower(key, "x-") })
}

// openMandrill opens a batch: JSON in the field of a form, or what a framework has made
// of it.
func openMandrill(o *object) []*object {
	batch := o.at("mandrill_events")
	if s := rawString(batch); json.Valid([]byte(s)) {
		batch = json.RawMessage(s)
	}
	return firstObjects(batch, maxEvents+1)
}

// finishMandrill reads the last attempt where no more is told of the failure, and the one
// refusal that is no fault of the recipient.
func finishMandrill(r *record, o *object) {
	if attempts := o.objects("msg.smtp_events"); r.text == "" && len(attempts) > 0 {
		last := attempts[len(attempts)-1]
		r.text, r.Remote = last.str("diag"), last.str("destination_ip")
	}
	if o.str("reject.reason") == "invalid-sender" {
		r.Class, r.Suppressed = Class{Reason: codes.SenderRejected, Own: true}, false
	}
}

// finishElasticEmail leaves the category out of the name of what is no failure: it says
// nothing of that.
func finishElasticEmail(r *record, o *object) {
	if r.Kind != found.Failure {
		r.Name = o.str("status")
	}
}
