package event

import (
	"strings"

	"example.com/ndr/ndr/internal/found"
)

// finishMailjet reads the sender's identifier, and the reply of a server that took the
// message: "250 OK" of "sent (250 OK)".
func finishMailjet(r record, o *object) []record {
	if id := o.str("CustomID"); id != "" {
		r.Metadata["CustomID"] = id
	}
	if r.Kind == found.Success {
		r.text = o.str("smtp_reply")
		if _, inner, ok := strings.Cut(r.text, "("); ok {
			r.text = strings.TrimSuffix(inner, ")")
		}
	}
	return []record{r}
}
