package event

import "example.com/ndr/codes"

// The reader of Brevo. Source: Brevo, "Transactional webhooks".

// brevoEvents lists "event". Those that are missing are of kind other.
var brevoEvents = map[string]meaning{
	"hard_bounce":   {kind: Failure, permanent: Permanent, suppressed: true},
	"soft_bounce":   {kind: Failure, permanent: Temporary},
	"blocked":       {kind: Failure, class: Class{Reason: codes.Suppressed, Own: true}, suppressed: true},
	"invalid_email": {kind: Failure, class: Class{Reason: codes.UserUnknown, Own: true}},
	"error":         {kind: Failure, class: Class{Reason: codes.SystemError}},
	"deferred":      {kind: Delay},
	"spam":          {kind: Complaint, suppressed: true},
	"complaint":     {kind: Complaint, suppressed: true},
	"delivered":     {kind: Success},
}

// readBrevo reads an event. Of its four times ts_epoch alone is in UTC.
func readBrevo(o object) []record {
	event := o.str("event")
	return []record{{
		meaning: brevoEvents[event], name: event, to: o.one("email"), text: o.str("reason"),
		messageID: o.str("message-id"), providerID: messageID(o.str("message-id")), time: o.time("ts_epoch"),
		metadata: o.attached("X-Mailin-custom"), tags: o.strs("tags"),
	}}
}
