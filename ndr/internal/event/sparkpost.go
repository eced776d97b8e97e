package event

import (
	"encoding/json"
	"slices"
	"strings"

	"example.com/ndr/codes"
)

// openSparkPost opens what SparkPost's Events API lists, or an element of a batch. One
// without an event is what SparkPost posts to test an endpoint.
func openSparkPost(o *object) []*object {
	msys := o.object("msys")
	if msys == nil {
		return slices.DeleteFunc(firstObjects(o.at("results"), maxEvents+1), func(o *object) bool {
			return !o.has("type event_id timestamp")
		})
	}
	if len(msys.values) == 0 {
		return []*object{{values: map[string]json.RawMessage{"type": json.RawMessage(`"ping"`)}}}
	}
	for _, class := range []string{"message_event", "gen_event", "track_event", "unsubscribe_event", "relay_event", "relay_message"} {
		if event := msys.object(class); event != nil {
			return []*object{event}
		}
	}
	return nil
}

// finishSparkPost reads what SparkPost says itself in place of a server.
func finishSparkPost(r *record, o *object) {
	if o.str("type") == "out_of_band" {
		r.Remote = "" // whose address stands there then is not told
	}
	says := func(words string) bool { return strings.Contains(r.text, words) }
	switch {
	case says("suppressed due to customer policy"), says("suppressed due to system policy"):
		r.Class, r.Suppressed = Class{Reason: codes.Suppressed, Own: true}, true
	case says("[internal] Sending IP temporarily suspended"):
		r.Class, r.Suppressed = Class{Reason: codes.RateLimited, Own: true}, false
	case says("[internal] message timeout"):
		r.Permanent = Temporary // SparkPost gave up after a temporary reply, which it quotes
	}
}
