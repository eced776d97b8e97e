package event

import (
	"encoding/json"

	"example.com/ndr/headers"
)

// openMailgun takes an event out of the body of a webhook. The token of its signature
// tells repeats apart; the identifier of an event is unique within a day only. Without
// an envelope the Events API lists events, and the legacy form has them.
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
func finishMailgun(r record, o *object) []record {
	if len(r.to) == 0 {
		for _, a := range headers.ParseAddressList(o.str("message.headers.to")) {
			r.to = append(r.to, a.Spec())
		}
		r.Shared = len(r.to) > 1
	}
	if header := o.str("message-headers"); header != "" {
		r.Metadata = mailgunVariables(header)
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
