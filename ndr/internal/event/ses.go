package event

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// The readers of Amazon SES. It publishes one object in several envelopes: in
// that of Amazon SNS, as AWS Lambda or HTTP get it, in that of EventBridge, and
// in none. Sources: Amazon SES Developer Guide, "Contents of event
// notifications" and "Event data that Amazon SES publishes"; Amazon SNS, "HTTP
// notification JSON format".

// readSNS reads the envelope of SNS. What is not about mail, such as the
// request to confirm a subscription, is an event without a recipient.
func readSNS(o object) []record {
	if o.str("Type") == "Notification" {
		if records := readSES(parseObject([]byte(o.str("Message")))); records != nil {
			return withEventID(records, o.str("MessageId"))
		}
	}
	return []record{{name: o.str("Type"), eventID: o.str("MessageId"), time: o.time("Timestamp")}}
}

// readLambda reads what SNS hands to a function of AWS Lambda.
func readLambda(o object) (records []record) {
	for _, r := range o.objects("Records") {
		if sns := r.object("Sns"); sns != nil {
			records = append(records, readSNS(sns)...)
		}
	}
	return records
}

func isEventBridge(o object) bool {
	return o.str("source") == "aws.ses" && has("detail-type", "detail")(o)
}

// readEventBridge reads the envelope of EventBridge.
func readEventBridge(o object) []record {
	if records := readSES(o.object("detail")); records != nil {
		return withEventID(records, o.str("id"))
	}
	return []record{{name: o.str("detail-type"), eventID: o.str("id"), time: o.time("time")}}
}

// withEventID gives the envelope's identifier to records that have none.
func withEventID(records []record, id string) []record {
	for i := range records {
		records[i].eventID = cmp.Or(records[i].eventID, id)
	}
	return records
}

// sesEvents lists the events, and the object that holds what is special to
// each.
var sesEvents = map[string]struct {
	object string
	read   func(r record, o, mail object) []record
}{
	"Bounce":            {"bounce", readSESBounce},
	"Complaint":         {"complaint", readSESComplaint},
	"Delivery":          {"delivery", readSESDelivery},
	"DeliveryDelay":     {"deliveryDelay", readSESDelay},
	"Reject":            {"reject", readSESReject},
	"Rendering Failure": {"failure", readSESFailure},
	"Send":              {"send", readSESOther},
	"Open":              {"open", readSESOther},
	"Click":             {"click", readSESOther},
	"Subscription":      {"subscription", readSESOther},
}

// sesBounces lists bounceSubType. Those that are missing, such as General, say
// nothing about the reason. Resend hands the same on.
var sesBounces = map[string]Class{
	"NoEmail":                   {Reason: codes.UserUnknown},
	"Suppressed":                {Reason: codes.Suppressed, Own: true},
	"OnAccountSuppressionList":  {Reason: codes.Suppressed, Own: true},
	"OnTenantSuppressionList":   {Reason: codes.Suppressed, Own: true},
	"EmailValidationSuppressed": {Reason: codes.Suppressed, Own: true},
	"MailboxFull":               {Reason: codes.MailboxFull},
	"MessageTooLarge":           {Reason: codes.MessageTooLarge},
	"CustomTimeoutExceeded":     {Reason: codes.Expired},
	"ContentRejected":           {Reason: codes.ContentRejected},
	"AttachmentRejected":        {Reason: codes.ContentRejected},
}

// sesPermanent returns the claim of a bounceType. Undetermined claims nothing.
func sesPermanent(bounceType string) Claim {
	switch bounceType {
	case "Permanent":
		return Permanent
	case "Transient":
		return Temporary
	}
	return NotSaid
}

// sesDelays lists delayType.
var sesDelays = map[string]Class{
	"InternalFailure":                {Reason: codes.SystemError},
	"MailboxFull":                    {Reason: codes.MailboxFull},
	"SpamDetected":                   {Reason: codes.SpamRejected},
	"RecipientServerError":           {Reason: codes.SystemError},
	"IPFailure":                      {Reason: codes.IPBlocked},
	"TransientCommunicationFailure":  {Reason: codes.ConnectionFailed},
	"BYOIPHostNameLookupUnavailable": {Reason: codes.ReverseDNS},
	"SendingDeferral":                {Reason: codes.RateLimited},
}

// readSES reads the object itself. It returns nil where o is no event about mail.
func readSES(o object) []record {
	name, mail := o.str("eventType", "notificationType"), o.object("mail")
	if name == "" || mail == nil {
		return nil
	}
	r := record{name: name, providerID: mail.text("messageId"), metadata: make(map[string]string)}
	readSESHeader(&r, mail)
	for key, value := range mail.object("tags").texts() {
		if !strings.HasPrefix(key, "ses:") {
			r.metadata[key] = value
		}
	}
	event := sesEvents[name]
	if event.read == nil {
		return readSESOther(r, nil, mail)
	}
	sub := o.object(event.object)
	r.time = sub.time("timestamp")
	r.eventID = sub.text("feedbackId")
	r.remote = sub.str("remoteMtaIp")
	return event.read(r, sub, mail)
}

// readSESHeader takes the Message-ID and the sender's own fields from the
// original header, as far as SES gives it. In commonHeaders the Message-ID may
// be the identifier of SES.
func readSESHeader(r *record, mail object) {
	for field := range elements(mail["headers"]) {
		field := parseObject(field)
		name, value := field.str("name"), field.str("value")
		switch {
		case strings.EqualFold(name, "Message-ID"):
			r.messageID = value
		case isExtension(name):
			r.metadata[name] = value
		}
	}
	if id := mail.object("commonHeaders").str("messageId"); r.messageID == "" && messageID(id) != r.providerID {
		r.messageID = id
	}
}

// isExtension reports whether name is a header field of the sender's own.
func isExtension(name string) bool { return lex.HasPrefixLower(name, "x-") }

// readSESBounce reads the recipients one by one: an event may hold some that
// failed and some that are late.
func readSESBounce(r record, o, _ object) (records []record) {
	kind, sub := o.str("bounceType"), o.str("bounceSubType")
	r.name = join(r.name, kind, sub)
	r.kind = Failure
	r.permanent = sesPermanent(kind)
	r.class = sesBounces[sub]
	r.suppressed = kind == "Permanent"
	return readSESRecipients(r, o.objects("bouncedRecipients"))
}

func readSESDelay(r record, o, _ object) []record {
	r.name = join(r.name, o.str("delayType"))
	r.kind = Delay
	r.class = sesDelays[o.str("delayType")]
	r.until = o.time("expirationTime")
	return readSESRecipients(r, o.objects("delayedRecipients"))
}

// readSESRecipients makes a record of each recipient.
func readSESRecipients(r record, recipients []object) []record {
	if len(recipients) == 0 {
		return []record{r}
	}
	records := make([]record, 0, len(recipients))
	for _, o := range recipients[:min(len(recipients), maxList)] {
		r := r
		r.to = o.one("emailAddress")
		r.text, r.status = o.str("diagnosticCode"), o.str("status")
		switch o.str("action") {
		case "delayed":
			r.kind, r.suppressed = Delay, false
		case "delivered", "relayed", "expanded":
			r.meaning = meaning{kind: Success}
		}
		records = append(records, r)
	}
	records[len(records)-1].truncated = len(recipients) > maxList
	return records
}

// readSESComplaint reads a complaint. Where several recipients are named, these
// are all at one domain who got the message, and one of them complained.
func readSESComplaint(r record, o, _ object) []record {
	sub, feedback := o.str("complaintSubType"), o.str("complaintFeedbackType")
	r.name = join(r.name, sub, feedback)
	for _, c := range o.objects("complainedRecipients") {
		r.to = append(r.to, c.one("emailAddress")...)
	}
	r.kind = complaintKind(feedback)
	if class := sesBounces[sub]; class.Own {
		// Nobody complained anew: SES did not send because of a list.
		r.meaning = meaning{kind: Failure, class: class, suppressed: true}
	} else if r.kind == Complaint {
		r.shared = len(r.to) > 1
		r.suppressed = !r.shared
	}
	return []record{r}
}

// complaintKind returns the kind of an abuse report by its Feedback-Type
// (RFC 5965, section 7.3; RFC 6591 for auth-failure). "not-spam" is written
// when a recipient takes a message out of the folder for spam.
func complaintKind(feedback string) Kind {
	switch strings.ToLower(feedback) {
	case "not-spam", "auth-failure":
		return Other
	}
	return Complaint
}

func readSESDelivery(r record, o, _ object) []record {
	r.kind = Success
	r.to = o.strs("recipients")
	r.text = o.str("smtpResponse")
	return []record{r}
}

// readSESReject reads the refusal of a message that holds malware, before it
// was sent to anybody.
func readSESReject(r record, o, mail object) []record {
	reason := o.str("reason")
	r.name = join(r.name, reason)
	r.kind = Failure
	r.to = mail.strs("destination")
	if reason == "Bad content" {
		r.permanent = Permanent
		r.class = Class{Reason: codes.VirusRejected, Own: true}
	}
	return []record{r}
}

// readSESFailure reads a failure to fill in the sender's template.
func readSESFailure(r record, o, mail object) []record {
	r.kind = Failure
	r.to = mail.strs("destination")
	r.class = Class{Reason: codes.ContentRejected, Own: true}
	r.text, r.prose = o.str("errorMessage"), true
	return []record{r}
}

// readSESOther reads what tells of no failure. Who of several recipients opened
// a message is not said.
func readSESOther(r record, _, mail object) []record {
	r.to = mail.strs("destination")
	if r.name != "Send" && len(r.to) > 1 {
		r.to = nil
	}
	return []record{r}
}

// join puts a provider's own words into one name: "Bounce/Permanent/General".
func join(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), "/")
}
