package event

import (
	"strings"

	"example.com/ndr/codes"
)

// The readers of SparkPost. Sources: SparkPost, "Bounce classification codes",
// "Event definitions", "Understanding delays and bounces".

// sparkpostEvents lists "type". Those that are missing are of kind other.
var sparkpostEvents = map[string]meaning{
	"delivery":             {kind: Success},
	"delay":                {kind: Delay},
	"bounce":               {kind: Failure},
	"out_of_band":          {kind: Failure},
	"policy_rejection":     {kind: Failure},
	"generation_rejection": {kind: Failure},
	"generation_failure":   {kind: Failure, class: Class{Reason: codes.ContentRejected, Own: true}},
	"spam_complaint":       {kind: Complaint},
}

// sparkpostClasses lists bounce_class. SparkPost calls its classes hard
// (permanent), soft (temporary), block, admin and undetermined (not said);
// those of kind other are no failures at all.
var sparkpostClasses = map[string]meaning{
	"1":   {kind: Failure},
	"10":  {kind: Failure, permanent: Permanent, class: Class{Reason: codes.UserUnknown}, suppressed: true},
	"20":  {kind: Failure, permanent: Temporary},
	"21":  {kind: Failure, permanent: Temporary, class: Class{Reason: codes.DNSFailure}},
	"22":  {kind: Failure, permanent: Temporary, class: Class{Reason: codes.MailboxFull}},
	"23":  {kind: Failure, permanent: Temporary, class: Class{Reason: codes.MessageTooLarge}},
	"24":  {kind: Failure, permanent: Temporary, class: Class{Reason: codes.Expired}},
	"25":  {kind: Failure, class: Class{Reason: codes.PolicyRejected}},
	"30":  {kind: Failure, permanent: Permanent, class: Class{Reason: codes.UserUnknown, Weak: true}, suppressed: true},
	"40":  {kind: Failure, permanent: Temporary},
	"50":  {kind: Failure, class: Class{Reason: codes.PolicyRejected}},
	"51":  {kind: Failure, class: Class{Reason: codes.IPBlocked}},
	"52":  {kind: Failure, class: Class{Reason: codes.SpamRejected}},
	"53":  {kind: Failure, class: Class{Reason: codes.ContentRejected}},
	"54":  {kind: Failure, class: Class{Reason: codes.RelayDenied}},
	"60":  {kind: Other}, // an automatic reply
	"70":  {kind: Failure, permanent: Temporary},
	"80":  {kind: Other},                                         // somebody subscribes
	"90":  {kind: Other, permanent: Permanent, suppressed: true}, // somebody unsubscribes
	"100": {kind: Other},                                         // a challenge to confirm
}

// sparkpostWords lists what SparkPost says itself in place of a server.
var sparkpostWords = []struct {
	words string
	class Class
}{
	{"suppressed due to customer policy", Class{Reason: codes.Suppressed, Own: true}},
	{"suppressed due to system policy", Class{Reason: codes.Suppressed, Own: true}},
	{"[internal] Sending IP temporarily suspended", Class{Reason: codes.RateLimited, Own: true}},
}

// readSparkPost reads an element of a batch. One without an event is what
// SparkPost posts to test an endpoint.
func readSparkPost(o object) []record {
	msys := o.object("msys")
	if msys == nil {
		return nil
	}
	if len(msys) == 0 {
		return []record{{name: "ping"}}
	}
	for _, class := range []string{"message_event", "gen_event", "track_event", "unsubscribe_event", "relay_event", "relay_message"} {
		if event := msys.object(class); event != nil {
			return []record{sparkpostRecord(event)}
		}
	}
	return nil
}

// isSparkPostList reports whether o is what SparkPost's Events API lists.
func isSparkPostList(o object) bool {
	results := firstObjects(o["results"], 1)
	return len(results) > 0 && has("type", "event_id", "timestamp")(results[0])
}

func readSparkPostList(o object) (records []record) {
	for _, event := range firstObjects(o["results"], maxEvents+1) {
		records = append(records, sparkpostRecord(event))
	}
	return records
}

func sparkpostRecord(o object) record {
	typ, class := o.str("type"), o.text("bounce_class")
	r := record{
		meaning: sparkpostEvents[typ], name: join(typ, class), to: o.one("rcpt_to", "raw_rcpt_to"),
		text: o.str("raw_reason", "reason"), reply: o.text("error_code"),
		providerID: o.text("transmission_id", "message_id"), eventID: o.text("event_id"), time: o.time("timestamp"),
		metadata: o.object("rcpt_meta").texts(), tags: o.strs("rcpt_tags"),
	}
	if campaign := o.str("campaign_id"); campaign != "" {
		r.tags = append(r.tags, campaign)
	}
	switch r.kind {
	case Complaint:
		r.kind = complaintKind(o.str("fbtype"))
	case Success, Delay, Failure:
		r.classifySparkPost(class)
	}
	if typ != "out_of_band" { // whose address stands there then is not told
		r.remote = o.str("ip_address")
	}
	return r
}

// classifySparkPost fills in what the class says, and SparkPost's own words.
func (r *record) classifySparkPost(class string) {
	if m, ok := sparkpostClasses[class]; ok && r.kind == Failure && !r.class.Own {
		r.meaning = m
	} else if ok && r.kind == Delay {
		r.class = m.class
	}
	for _, own := range sparkpostWords {
		if strings.Contains(r.text, own.words) {
			r.class, r.suppressed = own.class, own.class.Reason == codes.Suppressed
		}
	}
	if strings.Contains(r.text, "[internal] message timeout") {
		// SparkPost gave up after a temporary reply, which it quotes.
		r.permanent = Temporary
	}
}
