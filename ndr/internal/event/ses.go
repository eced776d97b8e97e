package event

import (
	"encoding/json"
	"maps"
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// Amazon SES publishes one object in several envelopes: of Amazon SNS, by AWS Lambda or
// HTTP; of EventBridge; and in none. See also Amazon SNS, "HTTP notification JSON
// format".

// The keys of the envelopes of SNS and EventBridge.
const (
	snsKeys         = "Type TopicArn"
	eventBridgeKeys = "source=aws.ses detail-type detail"
)

var ses = provider{
	name: "ses", json: []string{snsKeys, "Records", eventBridgeKeys, "mail eventType", "mail notificationType"},
	open: openSES, split: splitSES,
	parts: []string{
		"eventType notificationType Type detail-type", "bounceType", "bounceSubType", "delayType", "reason",
		"complaintSubType", "complaintFeedbackType",
	},
	toAll: "recipients", text: "smtpResponse", prose: "errorMessage", remote: "remoteMtaIp",
	providerID: "#mail.messageId", eventID: "#feedbackId envelope MessageId id",
	time: "#timestamp #Timestamp #time", until: "#expirationTime",
}

// openSES takes the events out of their envelopes.
func openSES(o *object) (events []*object) {
	switch {
	case o.has(snsKeys):
		return []*object{openSNS(o)}
	case o.has("Records"):
		for _, r := range o.objects("Records") {
			if sns := r.object("Sns"); sns != nil {
				events = append(events, openSNS(sns))
			}
		}
	case o.has(eventBridgeKeys):
		return []*object{openEnvelope(o, o.object("detail"), o.at("id"))}
	default:
		if event := openEvent(o); event != nil && o.object("mail") != nil {
			return []*object{event}
		}
	}
	return events
}

func openSNS(o *object) *object { return openEnvelope(o, o.inSNS(), o.at("MessageId")) }

// inSNS returns the object that a notification of SNS holds, nil for none.
func (o *object) inSNS() *object {
	if o.str("Type") != "Notification" {
		return nil
	}
	return parseObject([]byte(o.str("Message")))
}

// openEnvelope returns the event in an envelope, with the identifier of that. What is
// not about mail, such as the request to confirm a subscription, is an event without a
// recipient.
func openEnvelope(envelope, inside *object, id json.RawMessage) *object {
	event := openEvent(inside)
	if event == nil {
		return envelope
	}
	event.values["envelope"] = id
	return event
}

// openEvent returns the values of an event together with those that are special to its
// kind, which stand in an object of their own; nil where o is no event about mail.
func openEvent(o *object) *object {
	name := o.str("eventType notificationType")
	if name == "" {
		return nil
	}
	event := &object{values: maps.Clone(o.values)}
	special := strings.ToLower(name[:1]) + name[1:] // "DeliveryDelay" has "deliveryDelay"
	if name == "Rendering Failure" {
		special = "failure"
	}
	if s := o.object(special); s != nil {
		maps.Copy(event.values, s.values)
	}
	event.last, event.lastKey = o.object("mail"), "mail"
	return event
}

// splitSES reads the header of the message, and whom the event is about.
func splitSES(r record, o *object) []record {
	mail := o.object("mail")
	readSESHeader(&r, mail)
	switch strings.ToLower(o.str("eventType notificationType")) { // as words.txt has them
	case "bounce":
		return readSESRecipients(r, o.objects("bouncedRecipients"))
	case "deliverydelay":
		return readSESRecipients(r, o.objects("delayedRecipients"))
	case "complaint":
		for _, to := range o.objects("complainedRecipients") {
			r.to = append(r.to, to.list("emailAddress")...)
		}
		// Several are all at one domain who got the message, and one of them complained.
		r.Shared = r.Kind == found.Feedback && len(r.to) > 1
		r.Suppressed = r.Suppressed || r.Kind == found.Feedback && !r.Shared
	case "delivery":
	default: // the message was not sent, or what became of it later is not told
		r.to = mail.strs("destination")
		if r.Kind == found.Other && r.Name != "Send" && len(r.to) > 1 {
			r.to = nil // who of them opened it is not said
		}
	}
	return []record{r}
}

// readSESHeader takes the Message-ID and the sender's own fields from the
// original header, as far as SES gives it, and its tags. In commonHeaders the Message-ID
// may be the identifier of SES.
func readSESHeader(r *record, mail *object) {
	r.Metadata = mail.object("tags").texts()
	maps.DeleteFunc(r.Metadata, func(key, _ string) bool { return strings.HasPrefix(key, "ses:") })
	for field := range elements(mail.at("headers")) {
		field := parseObject(field)
		name, value := field.str("name"), field.str("value")
		switch {
		case strings.EqualFold(name, "Message-ID"):
			r.MessageID = value
		case lex.HasPrefixLower(name, "x-"):
			r.Metadata[name] = value
		}
	}
	if id := mail.str("commonHeaders.messageId"); r.MessageID == "" && messageID(id) != r.ProviderID {
		r.MessageID = id
	}
}

// readSESRecipients makes a record of each recipient: an event may hold some that failed
// and some that are late.
func readSESRecipients(r record, recipients []*object) []record {
	if len(recipients) == 0 {
		return []record{r}
	}
	records := make([]record, 0, len(recipients))
	for _, o := range recipients[:min(len(recipients), maxList)] {
		r := r
		r.to = o.list("emailAddress")
		r.text, r.status = o.str("diagnosticCode"), o.str("status")
		switch o.str("action") {
		case "delayed":
			r.Kind, r.Suppressed = found.Delay, false
		case "delivered", "relayed", "expanded":
			r.Meaning = Meaning{Kind: found.Success}
		}
		records = append(records, r)
	}
	records[len(records)-1].Truncated = len(recipients) > maxList
	return records
}
