package event

import (
	"encoding/json"

	"example.com/ndr/codes"
)

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
func finishMandrill(r record, o *object) []record {
	if attempts := o.objects("msg.smtp_events"); r.text == "" && len(attempts) > 0 {
		last := attempts[len(attempts)-1]
		r.text, r.Remote = last.str("diag"), last.str("destination_ip")
	}
	if o.str("reject.reason") == "invalid-sender" {
		r.Class, r.Suppressed = Class{Reason: codes.SenderRejected, Own: true}, false
	}
	return []record{r}
}
