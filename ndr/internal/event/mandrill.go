package event

import (
	"cmp"
	"encoding/json"

	"example.com/ndr/codes"
)

// The reader of Mandrill, Mailchimp's transactional mail. Source: Mailchimp
// Transactional, "Webhooks".

// mandrillEvents lists "event". Those that are missing are of kind other.
var mandrillEvents = map[string]meaning{
	"hard_bounce": {kind: Failure, permanent: Permanent},
	"soft_bounce": {kind: Failure, permanent: Temporary},
	"deferral":    {kind: Delay},
	"delivered":   {kind: Success},
	"reject":      {kind: Failure, class: Class{Reason: codes.Suppressed, Own: true}, suppressed: true},
	"spam":        {kind: Complaint},
}

// mandrillClasses lists bounce_description, and bgtools_code for where that is
// missing.
var mandrillClasses = map[string]Class{
	"bad_mailbox":    {Reason: codes.UserUnknown},
	"10":             {Reason: codes.UserUnknown},
	"invalid_domain": {Reason: codes.HostUnknown},
	"21":             {Reason: codes.HostUnknown},
	"mailbox_full":   {Reason: codes.MailboxFull},
	"22":             {Reason: codes.MailboxFull},
}

// readMandrill reads a batch: JSON in the field of a form, or what a framework
// has made of it.
func readMandrill(o object) (records []record) {
	batch := o["mandrill_events"]
	if s := rawString(batch); json.Valid([]byte(s)) {
		batch = json.RawMessage(s)
	}
	for _, event := range firstObjects(batch, maxEvents+1) {
		records = append(records, mandrillRecord(event))
	}
	return records
}

func mandrillRecord(o object) record {
	event, msg := o.str("event"), o.object("msg")
	if event == "" { // a list changed
		return record{name: join(o.str("type"), o.str("action")), to: o.object("reject").one("email"), time: o.time("ts")}
	}
	description := msg.str("bounce_description")
	r := record{
		meaning: mandrillEvents[event], name: join(event, description), to: msg.one("email"), text: msg.str("diag"),
		providerID: cmp.Or(o.str("_id"), msg.str("_id")), time: o.time("ts"),
		metadata: msg.object("metadata").texts(), tags: msg.strs("tags"),
	}
	if attempts := msg.objects("smtp_events"); r.text == "" && len(attempts) > 0 {
		last := attempts[len(attempts)-1]
		r.text, r.remote = last.str("diag"), last.str("destination_ip")
	}
	for _, name := range []string{msg.text("bgtools_code"), description} {
		if class, ok := mandrillClasses[name]; ok && !r.class.Own {
			r.class = class
		}
	}
	if o.object("reject").str("reason") == "invalid-sender" {
		r.class, r.suppressed = Class{Reason: codes.SenderRejected, Own: true}, false
	}
	return r
}
