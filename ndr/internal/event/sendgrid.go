package event

import (
	"maps"
	"slices"
	"strings"
)

// sendgridFields are the fields that are SendGrid's own, besides those that
// begin with "sg_". All others are the sender's.
var sendgridFields = []string{
	"email", "event", "type", "timestamp", "reason", "response", "status", "attempt", "smtp-id", "ip", "tls", "cert_err",
	"category", "bounce_classification", "url", "url_offset", "useragent", "asm_group_id", "send_at", "pool",
}

// finishSendGrid reads why SendGrid did not try at all, which stands where else a
// server's words do, and the sender's own fields.
func finishSendGrid(r record, o *object) []record {
	reason := o.str("reason")
	if drop, ok := words()[word{"sendgrid", "dropped/" + strings.ToLower(reason)}]; ok && o.str("event") == "dropped" {
		r.refine(drop)
		r.Name, r.Prose = join("dropped", reason), true
	}
	r.Metadata = o.texts()
	maps.DeleteFunc(r.Metadata, func(key, _ string) bool {
		return strings.HasPrefix(key, "sg_") || slices.Contains(sendgridFields, key)
	})
	return []record{r}
}
