package event

import (
	"cmp"
	"strings"
	"time"
)

// A provider says how its bodies are known, and where in an event its values stand:
// the strings are paths, see [object], and several of one value are
// alternatives, except for tags and what tells that an address is on a list.
type provider struct {
	name string
	// json and form are the keys by which an object of JSON, and a form, are known to be
	// the provider's, see [object.has].
	json, form []string
	// open returns the objects of the events that a body holds; nil: the body is the one
	// event. finish completes a record from its object. split makes the records of
	// single recipients; nil: there is one record.
	open   func(*object) []*object
	finish func(*record, *object)
	split  func(record, *object) []record

	parts []string // of the name of the event, of which each after the first refines its meaning
	event string   // what says the kind of event where the first part does not
	code  string   // a reply code, or a word of the provider's own that is no part of the name

	to, toAll                      string // a single recipient, or else a list of them
	text, prose                    string // what a server said, or else the provider
	status, remote                 string
	messageID, providerID, eventID string
	time, until                    string
	layouts                        []string // of time, where they are not timeLayouts; what has no zone is UTC
	permanent                      string   // a boolean
	suppressed                     string   // booleans, any of which tells that the address is on a list
	metadata, tags                 string
}

// providers lists the providers. SendGrid comes first: the sender's own arguments
// stand in its objects, and can have any name. Sources are named in words.txt.
var providers = []provider{{
	name: "sendgrid", json: []string{"sg_event_id"}, finish: finishSendGrid,
	parts: []string{"event", "type"}, code: "bounce_classification",
	to: "email", text: "reason response", status: "#status", time: "#timestamp", tags: "category",
	messageID: "smtp-id", providerID: "sg_message_id", eventID: "sg_event_id",
}, ses, {
	name: "mailgun", json: []string{"event-data", "event log-level"}, form: []string{"event token signature"},
	open: openMailgun, finish: finishMailgun,
	parts: []string{"event", "severity", "reason"}, code: "#delivery-status.code code",
	to:        "recipient",
	text:      "reject.reason reject.description delivery-status.message error notification",
	prose:     "delivery-status.description description",
	status:    "delivery-status.enhanced-code delivery-status.bounce-code code",
	remote:    "delivery-status.mx-host",
	messageID: "message.headers.message-id Message-Id message-id", providerID: "message.headers.message-id",
	eventID: "token id", time: "#timestamp", metadata: "user-variables", tags: "tags tag",
}, {
	name: "postmark", json: []string{"RecordType", "TypeCode BouncedAt"}, open: openPostmark,
	event: "Type RecordType", parts: []string{"RecordType", "Type"},
	to: "Email Recipient", text: "Details", providerID: "MessageID", eventID: "#ID",
	time: "#BouncedAt #DeliveredAt #ChangedAt #ReceivedAt", suppressed: "Inactive SuppressSending",
	metadata: "Metadata", tags: "Tag",
}, {
	name: "resend", json: []string{"type=email. data", "type=contact. data", "type=domain. data"}, split: splitResend,
	parts: []string{"type", "data.bounce.type", "data.bounce.subType", "data.suppressed.type", "data.failed.reason"},
	toAll: "data.to", prose: "data.bounce.message data.suppressed.message data.failed.reason",
	providerID: "data.email_id", time: "#created_at",
}, {
	name: "mailersend", json: []string{"type=activity. data", "type=recipient. data", "type=maintenance. data"},
	parts: []string{"type"},
	to:    "data.email.recipient.email", text: "data.morph.reason", prose: "data.morph.readable_reason",
	providerID: "data.email.message.id data.email.id", eventID: "data.id", time: "#created_at", tags: "data.email.tags",
}, {
	name: "sparkpost", json: []string{"msys", "results"}, open: openSparkPost, finish: finishSparkPost,
	parts: []string{"type", "#bounce_class"}, code: "#error_code fbtype",
	to: "rcpt_to raw_rcpt_to", text: "raw_reason reason", remote: "ip_address",
	providerID: "#transmission_id #message_id", eventID: "#event_id", time: "#timestamp",
	metadata: "rcpt_meta", tags: "rcpt_tags campaign_id",
}, {
	name: "mailjet", json: []string{"event MessageID mj_campaign_id", "event MessageID Message_GUID"}, finish: finishMailjet,
	// QUIRK: at times error is empty and its value stands in error_related_to.
	parts: []string{"event", "error error_related_to"},
	to:    "email", text: "comment", providerID: "#MessageID #Message_GUID", time: "#time",
	permanent: "hard_bounce", suppressed: "blocked", metadata: "Payload", tags: "customcampaign",
}, {
	name: "brevo", json: []string{"event email message-id"},
	parts: []string{"event"},
	to:    "email", text: "reason", messageID: "message-id", providerID: "message-id",
	time:     "#ts_epoch", // of its four times alone in UTC
	metadata: "X-Mailin-custom", tags: "tags",
}, {
	name: "smtp2go", json: []string{"event email_id rcpt", "event email_id recipients"}, form: []string{"event email_id"},
	finish: finishSMTP2GO,
	parts:  []string{"event", "bounce"},
	to:     "rcpt", toAll: "recipients", text: "message", remote: "host", messageID: "message-id", providerID: "email_id",
	time: "#time", layouts: []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05"},
}, {
	name: "mandrill", json: []string{"mandrill_events"}, form: []string{"mandrill_events"}, open: openMandrill, finish: finishMandrill,
	parts: []string{"event type", "msg.bounce_description action"}, code: "#msg.bgtools_code",
	to: "msg.email reject.email", text: "msg.diag", providerID: "_id msg._id", time: "#ts",
	metadata: "msg.metadata", tags: "msg.tags",
}, {
	name: "elasticemail", form: []string{"status transaction", "status messageid"}, finish: finishElasticEmail,
	parts: []string{"status", "category"},
	to:    "to", providerID: "messageid", time: "#date", layouts: []string{"1/2/2006 3:04:05 PM"}, metadata: "postback",
}}

// read makes the records of one event. Usually it is one.
func (p *provider) read(o *object) []record {
	records := []record{{
		to: o.list(p.to), text: o.str(p.text), status: o.str(p.status), Event: Event{
			Provider: p.name, Remote: o.str(p.remote), EventID: o.str(p.eventID),
			MessageID: o.str(p.messageID), ProviderID: strings.Trim(o.str(p.providerID), "<>"),
			Time: parseTime(o.str(p.time), timeLayouts...), Until: parseTime(o.str(p.until), timeLayouts...),
			Metadata: o.attached(p.metadata), Tags: o.strs(p.tags),
		},
	}}
	r := &records[0]
	if r.to == nil {
		r.to = o.strs(p.toAll)
	}
	if p.layouts != nil {
		r.Time = parseTime(o.str(p.time), p.layouts...)
	}
	if r.text == "" {
		r.text = o.str(p.prose)
		r.Prose = r.text != ""
	}
	p.classify(r, o)
	if p.finish != nil {
		p.finish(r, o)
	}
	if p.split != nil {
		return p.split(*r, o)
	}
	return records
}

// classify fills in the name of an event, and what it and the code say.
func (p *provider) classify(r *record, o *object) {
	said := words()
	for i, path := range p.parts {
		part := o.str(path)
		lower := strings.ToLower(part)
		r.Name = join(r.Name, part)
		if i == 0 {
			r.Meaning = said[word{p.name, cmp.Or(strings.ToLower(o.str(p.event)), lower)}]
			switch string(o.at(p.permanent)) {
			case "true":
				r.Permanent = Permanent
			case "false":
				r.Permanent = Temporary
			}
		}
		meaning, ok := said[word{p.name, strings.ToLower(r.Name)}]
		if !ok {
			meaning, ok = said[word{p.name, lower}]
		}
		if ok {
			r.refine(meaning)
		}
	}
	r.reply = o.str(p.code)
	if meaning, ok := said[word{p.name, strings.ToLower(r.reply)}]; ok {
		r.refine(meaning)
		r.reply = "" // it is none
	}
	for path := range strings.FieldsSeq(p.suppressed) {
		r.Suppressed = r.Suppressed || string(o.at(path)) == "true"
	}
}

// join puts a provider's own words into one name: "Bounce/Permanent/General".
func join(name, word string) string {
	if name == "" || word == "" {
		return name + word
	}
	return name + "/" + word
}
