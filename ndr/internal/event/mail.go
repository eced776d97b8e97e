package event

import (
	"encoding/json"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// mailKinds are the kinds of the events that Amazon SES tells by mail.
var mailKinds = map[string]found.Kind{
	"Bounce": found.Failure, "DeliveryDelay": found.Delay, "Delivery": found.Success, "Complaint": found.Feedback,
}

// ReadMail reads an event of Amazon SES that stands as JSON in the lines of a text, as
// the mail that Amazon SNS sends has it, in the envelope of SNS or without. The complaint
// is nil for other kinds. ok is false where the text holds none.
func ReadMail(lines []string) (d found.Report, c *found.Complaint, ok bool) {
	o := findMail(lines)
	kind, ok := mailKinds[o.str("eventType notificationType")]
	if !ok {
		return found.Report{}, nil, false
	}
	d = found.Report{Format: "amazonses", Kind: kind, Server: untyped(o.str("reportingMTA"))}
	for _, r := range ses.read(o) {
		for _, to := range r.to {
			d.Recipients = append(d.Recipients, found.Recipient{
				Address: to, Action: found.ActionOf(r.Kind), Status: codes.FindStatus(r.status),
				Response: untyped(r.text), RemoteServer: r.Remote,
			})
		}
	}
	for field := range elements(o.at("mail.headers")) {
		if h := parseObject(field); h != nil {
			d.Original = append(d.Original, lex.CleanValue(h.str("name"))+": "+lex.CleanValue(h.str("value")))
		}
	}
	if kind == found.Feedback {
		c = &found.Complaint{
			Type: lex.CleanValue(o.str("complaintFeedbackType")), UserAgent: lex.CleanValue(o.str("userAgent")),
			Recipients: d.Recipients,
		}
	}
	return d, c, true
}

// findMail decodes the event in lines, nil where none is there.
//
// QUIRK: it is one very long line. Sendmail cuts lines after 990 bytes with "!"
// and goes on after a blank (its mailer flag L=), in the middle of JSON.
func findMail(lines []string) *object {
	for i, line := range lines {
		if !strings.HasPrefix(strings.TrimSpace(line), "{") {
			continue
		}
		text := strings.ReplaceAll(strings.Join(lines[i:], "\n"), "!\n ", "")
		var raw json.RawMessage // behind it mail has a footer
		if json.NewDecoder(strings.NewReader(text)).Decode(&raw) != nil {
			return nil
		}
		o := parseObject(raw)
		if o.str("Type") != "" {
			return openEvent(o.inSNS())
		}
		return openEvent(o)
	}
	return nil
}

// untyped returns the value in "dns; host" or "smtp; 550 ...", as a field of a
// delivery-status part has it.
func untyped(v string) string {
	f := found.Field{Value: v}
	f.Finish()
	return f.Value
}
