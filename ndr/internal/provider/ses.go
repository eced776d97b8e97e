package provider

import (
	"cmp"
	"encoding/json"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// sesNotification is what Amazon SES says of a message through Amazon SNS
// (Amazon SES Developer Guide, "Amazon SNS notification contents for Amazon
// SES"). An SNS topic may deliver it by mail.
type sesNotification struct {
	NotificationType string `json:"notificationType"`
	EventType        string `json:"eventType"` // of event publishing, the same values
	Bounce           struct {
		BounceType        string         `json:"bounceType"`
		BouncedRecipients []sesRecipient `json:"bouncedRecipients"`
		ReportingMTA      string         `json:"reportingMTA"`
		RemoteMTAIP       string         `json:"remoteMtaIp"`
	} `json:"bounce"`
	Complaint struct {
		ComplainedRecipients  []sesRecipient `json:"complainedRecipients"`
		ComplaintFeedbackType string         `json:"complaintFeedbackType"`
		UserAgent             string         `json:"userAgent"`
	} `json:"complaint"`
	DeliveryDelay struct {
		DelayedRecipients []sesRecipient `json:"delayedRecipients"`
		ReportingMTA      string         `json:"reportingMTA"`
	} `json:"deliveryDelay"`
	Delivery struct {
		Recipients   []string `json:"recipients"`
		SMTPResponse string   `json:"smtpResponse"`
		ReportingMTA string   `json:"reportingMTA"`
	} `json:"delivery"`
	Mail struct {
		Headers []struct {
			Name  string `json:"name"`
			Value string `json:"value"`
		} `json:"headers"`
	} `json:"mail"`
}

type sesRecipient struct {
	EmailAddress   string `json:"emailAddress"`
	Action         string `json:"action"`
	Status         string `json:"status"`
	DiagnosticCode string `json:"diagnosticCode"`
}

// ReadSES reads a notification of Amazon SES that stands as JSON in the text,
// as the mail that SNS sends has it. The complaint is nil for other kinds.
func ReadSES(lines []string) (d found.Report, c *found.Complaint, ok bool) {
	n := findSES(lines)
	if n == nil {
		return found.Report{}, nil, false
	}
	d.Format = "amazonses"
	for _, h := range n.Mail.Headers {
		d.Original = append(d.Original, lex.CleanValue(h.Name)+": "+lex.CleanValue(h.Value))
	}
	switch strings.ToLower(cmp.Or(n.NotificationType, n.EventType)) {
	case "bounce":
		d.Kind, d.Server = found.Failure, untyped(n.Bounce.ReportingMTA)
		for _, r := range n.Bounce.BouncedRecipients {
			d.Recipients = append(d.Recipients, r.recipient(n.Bounce.RemoteMTAIP))
		}
	case "deliverydelay":
		d.Kind, d.Server = found.Delay, untyped(n.DeliveryDelay.ReportingMTA)
		for _, r := range n.DeliveryDelay.DelayedRecipients {
			d.Recipients = append(d.Recipients, r.recipient(""))
		}
	case "complaint":
		d.Kind = found.Feedback
		c = &found.Complaint{Type: lex.CleanValue(n.Complaint.ComplaintFeedbackType), UserAgent: lex.CleanValue(n.Complaint.UserAgent)}
		for _, r := range n.Complaint.ComplainedRecipients {
			d.Recipients = append(d.Recipients, found.Recipient{Address: r.EmailAddress})
		}
	case "delivery":
		d.Kind, d.Server = found.Success, untyped(n.Delivery.ReportingMTA)
		for _, addr := range n.Delivery.Recipients {
			d.Recipients = append(d.Recipients, found.Recipient{Address: addr, Action: found.Delivered, Response: n.Delivery.SMTPResponse})
		}
	default:
		return found.Report{}, nil, false
	}
	return d, c, true
}

// findSES decodes the notification in lines, nil where none is there.
//
// QUIRK: it is one very long line. Sendmail cuts lines after 990 bytes with "!"
// and goes on after a blank (its mailer flag L=), in the middle of JSON.
func findSES(lines []string) *sesNotification {
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "{") {
			continue
		}
		text := strings.ReplaceAll(strings.Join(lines[i:], "\n"), "!\n ", "")
		if !strings.Contains(text, `"notificationType"`) && !strings.Contains(text, `"eventType"`) {
			return nil
		}
		n := new(sesNotification)
		if json.NewDecoder(strings.NewReader(text)).Decode(n) != nil {
			return nil
		}
		return n
	}
	return nil
}

// recipient makes a Recipient of a bounced one.
func (s sesRecipient) recipient(remote string) found.Recipient {
	r := found.Recipient{Address: s.EmailAddress, Action: found.ParseAction(s.Action), RemoteServer: remote}
	r.Status = codes.FindStatus(s.Status)
	r.Response = untyped(s.DiagnosticCode)
	return r
}

// untyped returns the value in "dns; host" or "smtp; 550 ...", as a field of a
// delivery-status part has it.
func untyped(v string) string {
	f := found.Field{Value: v}
	f.Finish()
	return f.Value
}
