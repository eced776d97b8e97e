package event

import (
	"maps"
	"strings"

	"example.com/ndr/codes"
)

// The reader of SMTP2GO, which posts JSON or forms. Source: SMTP2GO, "Webhooks
// overview".

// smtp2goEvents lists "event", with "bounce" behind it where it has one. Those
// that are missing are of kind other.
var smtp2goEvents = map[string]meaning{
	"bounce":         {kind: Failure},
	"bounce/hard":    {kind: Failure, permanent: Permanent},
	"bounce/soft":    {kind: Failure, permanent: Temporary},
	"reject":         {kind: Failure},
	"delivered":      {kind: Success},
	"spam":           {kind: Complaint, suppressed: true},
	"spam_complaint": {kind: Complaint, suppressed: true},
}

func readSMTP2GO(o object) []record {
	name := join(o.str("event"), o.str("bounce"))
	r := record{
		meaning: smtp2goEvents[name], name: name, to: o.one("rcpt"), text: o.str("message"), remote: o.str("host"),
		messageID: o.str("message-id"), providerID: o.str("email_id"),
		time: parseTime(o.text("time"), append(timeLayouts, "2006-01-02T15:04:05", "2006-01-02 15:04:05")...), // UTC
	}
	// The command that failed, with or without the reply to it.
	command, reply, _ := strings.Cut(o.str("context"), ": ")
	r.stage = codes.FindStage("in reply to " + command)
	if r.text == "" {
		r.text = reply
	}
	if len(r.to) == 0 {
		r.to = o.strs("recipients")
	}
	r.metadata = o.texts()
	maps.DeleteFunc(r.metadata, func(key, _ string) bool { return !isExtension(key) })
	return []record{r}
}
