// Package provider reads the reports that a sending service posts as JSON, where
// they come by mail.
//
// [ReadSES] takes the lines of the text of a message and gives a [found.Report],
// and a [found.Complaint] where it is one. It knows nothing of the message that
// the text stands in, and of what a reply means. Another service is another file,
// with the document that it follows.
package provider

import (
	"cmp"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// ReadSES reads a notification of Amazon SES that stands as JSON in the text, as
// the mail that Amazon SNS sends has it, in the envelope of SNS or without
// (Amazon SES Developer Guide, "Amazon SNS notification contents for Amazon SES").
// The complaint is nil for other kinds. ok is false where the text holds none.
func ReadSES(lines []string) (d found.Report, c *found.Complaint, ok bool) {
	n := findSES(lines)
	switch cmp.Or(n.text("notificationType"), n.text("eventType")) {
	case "Bounce":
		d = refused(n.object("bounce"), "bouncedRecipients", found.Failure)
	case "DeliveryDelay":
		d = refused(n.object("deliveryDelay"), "delayedRecipients", found.Delay)
	case "Delivery":
		d = delivered(n.object("delivery"))
	case "Complaint":
		d, c = complained(n.object("complaint"))
	default:
		return found.Report{}, nil, false
	}
	d.Format = "amazonses"
	for _, h := range n.object("mail").objects("headers") {
		d.Original = append(d.Original, lex.CleanValue(h.text("name"))+": "+lex.CleanValue(h.text("value")))
	}
	return d, c, true
}

// findSES decodes the notification in lines, nil where none is there.
//
// QUIRK: it is one very long line. Sendmail cuts lines after 990 bytes with "!"
// and goes on after a blank (its mailer flag L=), in the middle of JSON.
func findSES(lines []string) object {
	for i, line := range lines {
		if !strings.HasPrefix(strings.TrimSpace(line), "{") {
			continue
		}
		text := strings.ReplaceAll(strings.Join(lines[i:], "\n"), "!\n ", "")
		n := parseObject(text)
		if n.text("Type") == "Notification" { // the envelope of Amazon SNS
			n = parseObject(n.text("Message"))
		}
		return n
	}
	return nil
}

// refused reads a bounce or a delay, whose recipients stand under the key recipients.
// Their values are those of a delivery-status part.
func refused(b object, recipients string, kind found.Kind) found.Report {
	d := found.Report{Kind: kind, Server: untyped(b.text("reportingMTA"))}
	for _, r := range b.objects(recipients) {
		d.Recipients = append(d.Recipients, found.Recipient{
			Address:      r.text("emailAddress"),
			Action:       found.ParseAction(r.text("action")),
			Status:       codes.FindStatus(r.text("status")),
			Response:     untyped(r.text("diagnosticCode")),
			RemoteServer: b.text("remoteMtaIp"), // of a bounce
		})
	}
	return d
}

func delivered(b object) found.Report {
	d := found.Report{Kind: found.Success, Server: untyped(b.text("reportingMTA"))}
	for _, address := range b.texts("recipients") {
		d.Recipients = append(d.Recipients, found.Recipient{Address: address, Action: found.Delivered, Response: b.text("smtpResponse")})
	}
	return d
}

func complained(b object) (found.Report, *found.Complaint) {
	d := found.Report{Kind: found.Feedback}
	for _, r := range b.objects("complainedRecipients") {
		d.Recipients = append(d.Recipients, found.Recipient{Address: r.text("emailAddress")})
	}
	return d, &found.Complaint{Type: lex.CleanValue(b.text("complaintFeedbackType")), UserAgent: lex.CleanValue(b.text("userAgent"))}
}

// untyped returns the value in "dns; host" or "smtp; 550 ...", as a field of a
// delivery-status part has it.
func untyped(v string) string {
	f := found.Field{Value: v}
	f.Finish()
	return f.Value
}
