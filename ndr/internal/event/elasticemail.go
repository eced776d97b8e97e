package event

import "example.com/ndr/codes"

// The reader of Elastic Email, whose forms carry no text of a server. Source:
// Elastic Email, "How to manage HTTP web notifications".

// elasticEvents lists "status". Those that are missing are of kind other.
var elasticEvents = map[string]Kind{"Error": Failure, "Sent": Success, "AbuseReport": Complaint}

// elasticCategories lists "category". ManualCancel, Ignore, NotDelivered and
// Unknown say nothing about the reason.
var elasticCategories = map[string]Class{
	"NoMailbox":            {Reason: codes.UserUnknown},
	"BlackListed":          {Reason: codes.IPBlocked},
	"Spam":                 {Reason: codes.SpamRejected},
	"ContentFilter":        {Reason: codes.ContentRejected},
	"GreyListed":           {Reason: codes.Greylisted},
	"Throttled":            {Reason: codes.RateLimited},
	"Timeout":              {Reason: codes.ConnectionFailed},
	"ConnectionProblem":    {Reason: codes.ConnectionFailed},
	"ConnectionTerminated": {Reason: codes.ConnectionFailed},
	"SPFProblem":           {Reason: codes.AuthFailed},
	"AccountProblem":       {Reason: codes.MailboxDisabled, Weak: true}, // or full
	"DNSProblem":           {Reason: codes.DNSFailure},
	"WhitelistingProblem":  {Reason: codes.RecipientRestricted},
	"CodeError":            {Reason: codes.ProtocolError},
}

func readElasticEmail(o object) []record {
	status := o.str("status")
	r := record{
		meaning: meaning{kind: elasticEvents[status]}, name: status, to: o.one("to"),
		providerID: o.str("messageid"), time: parseTime(o.str("date"), "1/2/2006 3:04:05 PM"), // UTC
	}
	if r.kind == Failure {
		r.name = join(status, o.str("category"))
		r.class = elasticCategories[o.str("category")]
	}
	if postback := o.str("postback"); postback != "" {
		r.metadata = map[string]string{"postback": postback}
	}
	return []record{r}
}
