package event

import (
	"cmp"
	"maps"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// finishSMTP2GO reads the command that failed, with or without the reply to it, and the
// sender's own header fields.
func finishSMTP2GO(r record, o *object) []record {
	command, reply, _ := strings.Cut(o.str("context"), ": ")
	r.Stage = codes.FindStage("in reply to " + command)
	r.text = cmp.Or(r.text, reply)
	r.Metadata = o.texts()
	maps.DeleteFunc(r.Metadata, func(key, _ string) bool { return !lex.HasPrefixLower(key, "x-") })
	return []record{r}
}
