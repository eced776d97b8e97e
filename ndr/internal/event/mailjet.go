package event

import (
	"strings"

	"example.com/ndr/codes"
)

// The reader of Mailjet. Source: Mailjet, "Event API: real-time notifications".

// mailjetEvents lists "event". Those that are missing are of kind other.
var mailjetEvents = map[string]Kind{"sent": Success, "bounce": Failure, "blocked": Failure, "spam": Complaint}

// mailjetErrors lists "error".
var mailjetErrors = map[string]Class{
	"user unknown":               {Reason: codes.UserUnknown},
	"mailbox inactive":           {Reason: codes.MailboxDisabled},
	"quota exceeded":             {Reason: codes.MailboxFull},
	"blacklisted":                {Reason: codes.Suppressed, Own: true},
	"spam reporter":              {Reason: codes.Suppressed, Own: true},
	"invalid domain":             {Reason: codes.HostUnknown},
	"no mail host":               {Reason: codes.ConnectionFailed},
	"relay/access denied":        {Reason: codes.RelayDenied},
	"greylisted":                 {Reason: codes.Greylisted},
	"typofix":                    {Reason: codes.HostUnknown, Own: true},
	"bad or empty template":      {Reason: codes.ContentRejected, Own: true},
	"error in template language": {Reason: codes.ContentRejected, Own: true},
	"sender blocked":             {Reason: codes.IPBlocked},
	"content blocked":            {Reason: codes.SpamRejected},
	"policy issue":               {Reason: codes.PolicyRejected},
	"system issue":               {Reason: codes.SystemError},
	"protocol issue":             {Reason: codes.ProtocolError},
	"connection issue":           {Reason: codes.ConnectionFailed},
	"preblocked":                 {Reason: codes.Suppressed, Own: true},
	"duplicate in campaign":      {Reason: codes.PolicyRejected, Own: true},
}

func readMailjet(o object) []record {
	// QUIRK: at times error is empty and its value stands in error_related_to.
	event, failure := o.str("event"), o.str("error", "error_related_to")
	r := record{
		meaning: meaning{kind: mailjetEvents[event], permanent: o.permanent("hard_bounce")},
		name:    join(event, failure), to: o.one("email"), text: o.str("comment"),
		providerID: o.text("MessageID", "Message_GUID"), time: o.time("time"),
		metadata: mailjetMetadata(o), tags: o.strs("customcampaign"),
	}
	switch r.kind {
	case Success:
		r.text = insideBrackets(o.str("smtp_reply"))
	case Failure:
		r.class = mailjetErrors[strings.ToLower(failure)]
		r.suppressed = o.is("blocked") || r.class.Reason == codes.Suppressed
		if r.class.Reason == codes.Greylisted && r.permanent != Permanent {
			r.kind = Delay
		}
	}
	return []record{r}
}

// insideBrackets returns "250 OK" of "sent (250 OK)".
func insideBrackets(s string) string {
	if _, inner, ok := strings.Cut(s, "("); ok {
		return strings.TrimSuffix(inner, ")")
	}
	return s
}

// mailjetMetadata returns what the sender attached: an identifier, and a text
// that may be JSON.
func mailjetMetadata(o object) map[string]string {
	metadata := o.attached("Payload")
	if id := o.str("CustomID"); id != "" {
		metadata["CustomID"] = id
	}
	return metadata
}
