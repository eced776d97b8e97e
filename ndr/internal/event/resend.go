package event

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
)

// The reader of Resend, which sends through Amazon SES and hands its classes
// on. Source: Resend, OpenAPI description and "Email bounces".

// resendEvents lists "type". Those that are missing are of kind other.
var resendEvents = map[string]meaning{
	"email.delivered":        {kind: Success},
	"email.delivery_delayed": {kind: Delay},
	"email.bounced":          {kind: Failure},
	"email.complained":       {kind: Complaint},
	"email.suppressed":       {kind: Failure, class: Class{Reason: codes.Suppressed, Own: true}, suppressed: true},
	"email.failed":           {kind: Failure},
}

func readResend(o object) []record {
	data := o.object("data")
	if data == nil {
		return nil
	}
	r := record{
		meaning: resendEvents[o.str("type")], name: o.str("type"), to: data.strs("to"),
		providerID: data.str("email_id"), time: o.time("created_at"), metadata: resendMetadata(data),
	}
	r.shared = len(r.to) > 1 && r.kind != Success && r.kind != Other
	r.suppressed = r.suppressed || r.kind == Complaint && !r.shared
	switch r.name {
	case "email.bounced":
		return readResendBounce(r, data.object("bounce"))
	case "email.suppressed":
		suppressed := data.object("suppressed")
		r.name = join(r.name, suppressed.str("type"))
		r.text, r.prose = suppressed.str("message"), true
	case "email.failed":
		reason := data.object("failed").str("reason")
		r.name = join(r.name, reason)
		r.text, r.prose = reason, true
		if strings.HasSuffix(reason, "_quota") {
			r.class = Class{Reason: codes.SenderBlocked, Own: true}
		}
	}
	return []record{r}
}

// readResendBounce gives each recipient its own diagnostic, as far as it is
// known which that is.
func readResendBounce(r record, bounce object) []record {
	typ, sub := bounce.str("type"), bounce.str("subType")
	r.name = join(r.name, typ, sub)
	r.permanent, r.class = sesPermanent(typ), sesBounces[sub]
	r.suppressed = typ == "Permanent"
	diagnostics := bounce.strs("diagnosticCode")
	if len(diagnostics) == 0 {
		r.text, r.prose = bounce.str("message"), true
	}
	if len(diagnostics) == 0 || len(r.to) < 2 {
		r.text = cmp.Or(r.text, strings.Join(diagnostics, "\n"))
		return []record{r}
	}
	r.truncated = len(r.to) > maxList
	recipients := r.to[:min(len(r.to), maxList)]
	texts := newDiagnostics(r.to, diagnostics)
	records := make([]record, 0, len(recipients))
	for i, to := range recipients {
		own := r
		own.to = []string{to}
		own.text, own.shared = texts.of(i)
		records = append(records, own)
	}
	return records
}

// diagnostics are the texts of servers in one event, with the recipients that each
// names.
type diagnostics struct {
	recipients, texts []string
	named             [][]string
}

func newDiagnostics(to, texts []string) diagnostics {
	d := diagnostics{recipients: make([]string, len(to)), texts: texts, named: make([][]string, len(texts))}
	for i, to := range to {
		d.recipients[i], _ = parseAddress(lex.CutText(to, maxValue))
	}
	for t, text := range texts {
		text = lex.CutText(text, maxText)
		for m, ok := lex.NextAddress(text, 0); ok; m, ok = lex.NextAddress(text, m.End) {
			if !m.IsPart(text) && slices.Contains(d.recipients, m.Address) {
				d.named[t] = append(d.named[t], m.Address)
			}
		}
	}
	return d
}

// of returns the diagnostic of the recipient at index i: the one that names it;
// or else the one at its place, if there is one for each, or the only one, if
// that names nobody. Only the first is known to be its own.
func (d *diagnostics) of(i int) (text string, shared bool) {
	for t, named := range d.named {
		if slices.Contains(named, d.recipients[i]) {
			return d.texts[t], false
		}
	}
	t := 0
	if len(d.texts) == len(d.recipients) {
		t = i
	} else if len(d.texts) != 1 {
		return "", true
	}
	if d.named[t] != nil {
		return "", true
	}
	return d.texts[t], true
}

// resendMetadata returns the tags, which once were a list of names and values,
// and the sender's own header fields.
func resendMetadata(data object) map[string]string {
	metadata := data.object("tags").texts()
	for _, key := range []string{"tags", "headers"} {
		for _, o := range data.objects(key) {
			if name := o.str("name"); name != "" {
				metadata[name] = o.str("value")
			}
		}
	}
	return metadata
}
