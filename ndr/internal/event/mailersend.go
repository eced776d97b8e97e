package event

import (
	"cmp"
)

// The reader of MailerSend. Source: MailerSend, "Webhooks"; the types of
// mailersend-go.

// mailersendEvents lists "type". Those that are missing are of kind other.
var mailersendEvents = map[string]meaning{
	"activity.hard_bounced":   {kind: Failure, permanent: Permanent},
	"activity.soft_bounced":   {kind: Failure, permanent: Temporary},
	"activity.deferred":       {kind: Delay},
	"activity.delivered":      {kind: Success},
	"activity.spam_complaint": {kind: Complaint},
}

func readMailerSend(o object) []record {
	data := o.object("data")
	email, morph := data.object("email"), data.object("morph")
	r := record{
		meaning: mailersendEvents[o.str("type")], name: o.str("type"), to: email.object("recipient").one("email"),
		text: morph.str("reason"), eventID: data.str("id"), time: o.time("created_at"),
		providerID: cmp.Or(email.object("message").str("id"), email.str("id")), tags: email.strs("tags"),
	}
	if r.text == "" {
		r.text, r.prose = morph.str("readable_reason"), true
	}
	return []record{r}
}
