package event

import (
	"cmp"
	"encoding/json"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
)

// The readers of Mailgun: of its webhooks, and of the forms that it posted
// before. Sources: Mailgun, "Webhook payloads" and "Event structure"; the types
// of mailgun-go.

// mailgunEvents lists "event", with "severity" behind it where it has one, and
// the names of the legacy form. Those that are missing are of kind other.
var mailgunEvents = map[string]meaning{
	"failed":           {kind: Failure},
	"failed/permanent": {kind: Failure, permanent: Permanent},
	"failed/temporary": {kind: Delay},
	"rejected":         {kind: Failure, class: Class{Reason: codes.PolicyRejected}},
	"delivered":        {kind: Success},
	"complained":       {kind: Complaint, suppressed: true},
	"bounced":          {kind: Failure, permanent: Permanent, suppressed: true},
	"dropped":          {kind: Failure},
}

// mailgunClasses lists "reason", and the codes that are Mailgun's own and no
// replies of SMTP.
var mailgunClasses = map[string]Class{
	"suppress-bounce":      {Reason: codes.Suppressed, Own: true},
	"suppress-unsubscribe": {Reason: codes.Suppressed, Own: true},
	"suppress-complaint":   {Reason: codes.Suppressed, Own: true},
	"greylisted":           {Reason: codes.Greylisted},
	"espblock":             {Reason: codes.IPBlocked},
	"old":                  {Reason: codes.Expired},
	"498":                  {Reason: codes.ConnectionFailed},
	"499":                  {Reason: codes.ConnectionFailed},
	"605":                  {Reason: codes.Suppressed, Own: true},
	"606":                  {Reason: codes.Suppressed, Own: true},
	"607":                  {Reason: codes.Suppressed, Own: true},
	"625":                  {Reason: codes.SenderBlocked, Own: true},
}

// classifyMailgun fills in what the reason and the code of Mailgun say.
func (r *record) classifyMailgun(reason, code string) {
	if code != "498" && code != "499" {
		r.reply = code
	}
	for _, name := range []string{code, reason} {
		if class, ok := mailgunClasses[name]; ok {
			r.class = class
			break
		}
	}
	r.suppressed = r.suppressed || r.class.Reason == codes.Suppressed || reason == "bounce" && r.permanent == Permanent
}

// readMailgun reads a webhook. The token of its signature tells repeats apart;
// the identifier of an event is unique within a day only.
func readMailgun(o object) []record {
	records := readMailgunEvent(o.object("event-data"))
	for i := range records {
		records[i].eventID = cmp.Or(o.object("signature").str("token"), records[i].eventID)
	}
	return records
}

// readMailgunEvent reads an event without the envelope, as the Events API lists
// it.
func readMailgunEvent(o object) []record {
	if o == nil {
		return nil
	}
	status, header := o.object("delivery-status"), o.object("message").object("headers")
	reason := o.str("reason")
	r := record{
		name: join(o.str("event"), o.str("severity")), to: o.one("recipient"),
		text: status.str("message"), status: status.str("enhanced-code", "bounce-code"),
		remote: status.str("mx-host"), eventID: o.str("id"), time: o.time("timestamp"),
		messageID: header.str("message-id"), providerID: messageID(header.str("message-id")),
		metadata: o.object("user-variables").texts(), tags: o.strs("tags"),
	}
	r.meaning = mailgunEvents[r.name]
	r.name = join(r.name, reason)
	r.classifyMailgun(reason, status.text("code"))
	if r.text == "" {
		r.text, r.prose = status.str("description"), true
	}
	if reject := o.object("reject"); reject != nil {
		r.text, r.prose = reject.str("reason", "description"), false
	}
	if len(r.to) == 0 { // of a message that was never accepted
		for _, a := range headers.ParseAddressList(header.str("to")) {
			r.to = append(r.to, a.Spec())
		}
		r.shared = len(r.to) > 1
	}
	return []record{r}
}

// readMailgunForm reads the legacy form. Its code is a reply code or an
// enhanced one.
func readMailgunForm(o object) []record {
	event, reason, code := o.str("event"), o.str("reason"), o.str("code")
	r := record{
		meaning: mailgunEvents[event], name: join(event, reason), to: o.one("recipient"),
		text: o.str("error", "notification"), status: code, eventID: o.str("token"), time: o.time("timestamp"),
		messageID: o.str("Message-Id", "message-id"),
		metadata:  mailgunVariables(o.str("message-headers")), tags: o.strs("tag"),
	}
	r.classifyMailgun(reason, code)
	if r.text == "" {
		r.text, r.prose = o.str("description"), true
	}
	return []record{r}
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
