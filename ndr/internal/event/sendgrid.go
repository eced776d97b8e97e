package event

import (
	"maps"
	"slices"
	"strings"

	"example.com/ndr/codes"
)

// The reader of SendGrid. Source: Twilio SendGrid, "Event Webhook Reference",
// and the classifications as its API lists them.

// sendgridEvents lists "event", with "type" behind it where it has one. Those
// that are missing, such as open, are of kind other.
var sendgridEvents = map[string]meaning{
	"bounce":         {kind: Failure},
	"bounce/bounce":  {kind: Failure, permanent: Permanent, suppressed: true},
	"bounce/blocked": {kind: Failure, permanent: Temporary},
	"bounce/expired": {kind: Failure, permanent: Temporary, class: Class{Reason: codes.Expired}},
	"blocked":        {kind: Failure, permanent: Temporary},
	"deferred":       {kind: Delay},
	"delivered":      {kind: Success},
	"dropped":        {kind: Failure},
	"spamreport":     {kind: Complaint, suppressed: true},
}

// sendgridDrops lists, in lower case, why SendGrid did not try at all.
var sendgridDrops = map[string]meaning{
	"bounced address":                   {class: Class{Reason: codes.Suppressed, Own: true}, suppressed: true},
	"unsubscribed address":              {class: Class{Reason: codes.Suppressed, Own: true}, suppressed: true},
	"spam reporting address":            {class: Class{Reason: codes.Suppressed, Own: true}, suppressed: true},
	"invalid":                           {class: Class{Reason: codes.UserUnknown, Own: true}},
	"spam content":                      {class: Class{Reason: codes.SpamRejected, Own: true}},
	"recipient list over package quota": {class: Class{Reason: codes.SenderBlocked, Own: true}},
	"invalid smtpapi header":            {class: Class{Reason: codes.ContentRejected, Own: true}},
}

// sendgridClasses lists bounce_classification in lower case. Mailbox
// Unavailable, Technical Failure and Unclassified say nothing about the reason.
var sendgridClasses = map[string]Class{
	"invalid address":              {Reason: codes.UserUnknown},
	"reputation":                   {Reason: codes.IPBlocked},
	"content":                      {Reason: codes.ContentRejected},
	"frequency or volume too high": {Reason: codes.RateLimited},
}

// sendgridFields are the fields that are SendGrid's own, besides those that
// begin with "sg_". All others are the sender's.
var sendgridFields = []string{
	"email", "event", "type", "timestamp", "reason", "response", "status", "attempt", "smtp-id", "ip", "tls", "cert_err",
	"category", "bounce_classification", "url", "url_offset", "useragent", "asm_group_id", "send_at", "pool",
}

func readSendGrid(o object) []record {
	event, reason := o.str("event"), o.str("reason")
	r := record{
		name: join(event, o.str("type")), to: o.one("email"), text: o.str("reason", "response"), status: o.text("status"),
		messageID: o.str("smtp-id"), providerID: o.str("sg_message_id"), eventID: o.str("sg_event_id"),
		time: o.time("timestamp"), tags: o.strs("category"), metadata: o.texts(),
	}
	m, ok := sendgridEvents[r.name]
	if !ok {
		m = sendgridEvents[event]
	}
	r.meaning = m
	if class, ok := sendgridClasses[strings.ToLower(o.str("bounce_classification"))]; ok {
		r.class = class
	}
	if drop, ok := sendgridDrops[strings.ToLower(reason)]; ok && event == "dropped" {
		r.name = join(event, reason)
		r.class, r.suppressed, r.prose = drop.class, drop.suppressed, true
	}
	maps.DeleteFunc(r.metadata, func(key, _ string) bool {
		return strings.HasPrefix(key, "sg_") || slices.Contains(sendgridFields, key)
	})
	return []record{r}
}
