package dsn

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// Read reads the body of a message/delivery-status part (RFC 3464,
// section 2) or a message/global-delivery-status part (RFC 6533, section 4).
// The fields that are about the whole message come back apart.
//
// QUIRK: RFC 3464, section 2.1, parts the groups of fields by one blank line.
// Some systems write none, and put per-message and per-recipient fields into
// one group; others write several, or some within a group. So it is the fields
// that decide where a recipient begins.
func Read(text string) (d found.Report, message []found.Field) {
	var cur []found.Field // of the recipient that is being read
	flush := func() {
		if r, ok := readRecipient(cur); ok {
			d.Recipients = append(d.Recipients, r)
		}
		cur = nil
	}
	for _, group := range StatusGroups(text) {
		if beginsRecipient(group, cur) {
			flush()
		}
		ofMessage := cur == nil && !isRecipientGroup(group)
		if !ofMessage {
			cur = slices.Grow(cur, len(group))
		}
		for _, f := range group {
			switch {
			case ofMessage || isMessageField(f.Name):
				message = append(message, f)
			case isRecipientField(f.Name) && hasField(cur, f.Name):
				flush()
				fallthrough
			default:
				cur = append(cur, f)
			}
		}
	}
	flush()
	for _, f := range message {
		if d.Server == "" && strings.EqualFold(f.Name, "Reporting-MTA") {
			d.Server = lex.HostName(f.Value)
		}
	}
	return d, message
}

// StatusGroups cuts text into its groups of fields.
func StatusGroups(text string) (groups [][]found.Field) {
	const usual = 8 // fields of a group
	var group []found.Field
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" {
			if group != nil {
				groups = append(groups, group)
			}
			group = nil
			continue
		}
		name, value, ok := lex.CutField(line)
		switch {
		case ok:
			if group == nil {
				group = make([]found.Field, 0, usual)
			}
			group = append(group, found.Field{Name: name, Value: value})
		case len(group) > 0:
			// QUIRK: a continuation that lost its leading blank, or one that
			// a relay wrapped.
			f := &group[len(group)-1]
			if len(f.Value) < lex.MaxValue {
				f.Value += " " + strings.TrimSpace(line)
			}
		}
	}
	if group != nil {
		groups = append(groups, group)
	}
	for _, g := range groups {
		for i := range g {
			g[i].Finish()
		}
	}
	return groups
}

// isMessageField reports whether a field is one of the per-message fields of
// RFC 3464, section 2.2.
func isMessageField(name string) bool {
	return lex.OneOf(name, "Original-Envelope-Id", "Reporting-MTA", "DSN-Gateway", "Received-From-MTA", "Arrival-Date")
}

// isRecipientField reports whether a field is one that stands once in the
// group of each recipient (RFC 3464, section 2.3).
func isRecipientField(name string) bool {
	return lex.OneOf(name, "Final-Recipient", "Original-Recipient", "Action", "Status")
}

func isRecipientGroup(group []found.Field) bool {
	for _, f := range group {
		if isRecipientField(f.Name) || strings.EqualFold(f.Name, "Diagnostic-Code") {
			return true
		}
	}
	return false
}

// beginsRecipient reports whether group is about another recipient than cur is:
// it repeats one of its fields.
func beginsRecipient(group, cur []found.Field) bool {
	for _, f := range group {
		if isRecipientField(f.Name) && hasField(cur, f.Name) {
			return true
		}
	}
	return false
}

func hasField(fields []found.Field, name string) bool {
	for _, f := range fields {
		if strings.EqualFold(f.Name, name) {
			return true
		}
	}
	return false
}

// readRecipient makes a Recipient of the fields of its group. ok is false where
// they name none and say nothing.
func readRecipient(fields []found.Field) (r found.Recipient, ok bool) {
	r.Fields = fields
	for i := range fields {
		f := &fields[i]
		switch name := strings.ToLower(f.Name); name {
		case "final-recipient":
			r.Address = f.Address()
		case "original-recipient":
			r.OriginalAddress = f.Address()
		case "action":
			r.Action = found.ParseAction(f.Value)
		case "status":
			r.Status = codes.FindStatus(f.Value)
		case "remote-mta":
			r.RemoteServer = lex.HostName(f.Value)
		case "diagnostic-code":
			addDiagnostic(&r, f.Value)
		case "last-attempt-date":
			r.LastAttempt = lex.ParseDate(f.Value)
		case "will-retry-until":
			r.WillRetryUntil = lex.ParseDate(f.Value)
		}
	}
	if r.Address == "" {
		r.Address = r.OriginalAddress
	}
	return r, r.Address != "" || r.Action != found.NoAction || r.Response != ""
}

// addDiagnostic adds a Diagnostic-Code. Some systems write two: their own
// words and those of the remote system, whose reply comes first then.
func addDiagnostic(r *found.Recipient, text string) {
	switch {
	case r.Response == "":
		r.Response = text
	case text == "" || len(r.Response)+len(text) >= lex.MaxValue:
	case codes.ParseResponse(r.Response).Reply == 0 && codes.ParseResponse(text).Reply != 0:
		r.Response = text + " " + r.Response
	default:
		r.Response += " " + text
	}
}
