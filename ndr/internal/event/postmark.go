package event

import "example.com/ndr/codes"

// The reader of Postmark. Sources: Postmark, "Bounce webhook" and its siblings;
// the bounce types of its client libraries.

// postmarkTypes lists "Type". Only what Inactive says tells whether Postmark has
// given an address up, which it also does wrongly at times.
var postmarkTypes = map[string]meaning{
	"HardBounce":              {kind: Failure, permanent: Permanent, class: Class{Reason: codes.UserUnknown, Weak: true}},
	"Transient":               {kind: Delay, class: Class{Reason: codes.ConnectionFailed}},
	"DnsError":                {kind: Delay, class: Class{Reason: codes.DNSFailure}},
	"SpamNotification":        {kind: Failure, class: Class{Reason: codes.SpamRejected}},
	"Unknown":                 {kind: Failure},
	"SoftBounce":              {kind: Failure, permanent: Temporary},
	"VirusNotification":       {kind: Failure, class: Class{Reason: codes.VirusRejected}},
	"BadEmailAddress":         {kind: Failure, class: Class{Reason: codes.UserUnknown, Own: true}},
	"SpamComplaint":           {kind: Complaint, suppressed: true},
	"ManuallyDeactivated":     {kind: Failure, class: Class{Reason: codes.Suppressed, Own: true}, suppressed: true},
	"Unconfirmed":             {kind: Failure, class: Class{Reason: codes.Suppressed, Own: true}},
	"Blocked":                 {kind: Failure, class: Class{Reason: codes.IPBlocked}},
	"SMTPApiError":            {kind: Failure, class: Class{Reason: codes.SystemError}},
	"DMARCPolicy":             {kind: Failure, class: Class{Reason: codes.AuthFailed}},
	"TemplateRenderingFailed": {kind: Failure, class: Class{Reason: codes.ContentRejected, Own: true}},
	"":                        {kind: Failure},
	// Kind other: Unsubscribe, Subscribe, AutoResponder, AddressChange,
	// OpenRelayTest, ChallengeVerification, InboundError.
}

// postmarkRecords lists "RecordType", which old events lack.
var postmarkRecords = map[string]meaning{
	"SpamComplaint": {kind: Complaint, suppressed: true},
	"Delivery":      {kind: Success},
}

func readPostmark(o object) []record {
	recordType, typ := o.str("RecordType"), o.str("Type")
	r := record{
		meaning: postmarkRecords[recordType], name: recordType, to: o.one("Email", "Recipient"), text: o.str("Details"),
		providerID: o.str("MessageID"), eventID: o.text("ID"),
		time:     o.time("BouncedAt", "DeliveredAt", "ChangedAt", "ReceivedAt"),
		metadata: o.object("Metadata").texts(), tags: o.strs("Tag"),
	}
	if recordType == "" || recordType == "Bounce" {
		r.meaning, r.name = postmarkTypes[typ], join(recordType, typ)
	}
	r.suppressed = r.suppressed || o.is("Inactive") || o.is("SuppressSending")
	return []record{r}
}
