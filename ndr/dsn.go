package ndr

import (
	"net/mail"
	"slices"
	"strings"
	"time"

	"example.com/ndr/codes"
)

// readStatus reads the body of a message/delivery-status part (RFC 3464,
// section 2) or a message/global-delivery-status part (RFC 6533, section 4).
// The fields that are about the whole message come back apart.
//
// QUIRK: RFC 3464, section 2.1, parts the groups of fields by one blank line.
// Some systems write none, and put per-message and per-recipient fields into
// one group; others write several, or some within a group. So it is the fields
// that decide where a recipient begins.
func readStatus(text string) (d draft, message []Field) {
	var cur []Field // of the recipient that is being read
	flush := func() {
		if r, ok := newRecipient(cur); ok {
			d.recipients = append(d.recipients, r)
		}
		cur = nil
	}
	for _, group := range statusGroups(text) {
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
		if d.server == "" && strings.EqualFold(f.Name, "Reporting-MTA") {
			d.server = hostName(f.Value)
		}
	}
	return d, message
}

// statusGroups cuts text into its groups of fields.
func statusGroups(text string) (groups [][]Field) {
	const usual = 8 // fields of a group
	var group []Field
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" {
			if group != nil {
				groups = append(groups, group)
			}
			group = nil
			continue
		}
		name, value, ok := cutField(line)
		switch {
		case ok:
			if group == nil {
				group = make([]Field, 0, usual)
			}
			group = append(group, Field{Name: name, Value: value})
		case len(group) > 0:
			// QUIRK: a continuation that lost its leading blank, or one that
			// a relay wrapped.
			f := &group[len(group)-1]
			if len(f.Value) < maxValue {
				f.Value += " " + strings.TrimSpace(line)
			}
		}
	}
	if group != nil {
		groups = append(groups, group)
	}
	for _, g := range groups {
		for i := range g {
			g[i].finish()
		}
	}
	return groups
}

// maxFieldName is the longest name of a field that is taken for one.
const maxFieldName = 200

// cutField cuts a line into the name of a field and its value. White space may
// stand before the colon, as in the obsolete syntax of RFC 5322.
func cutField(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line, ":")
	name = strings.TrimRight(name, " \t")
	if !ok || name == "" || len(name) > maxFieldName {
		return "", "", false
	}
	for i := 0; i < len(name); i++ {
		if c := name[i]; c != '-' && !('a' <= c|0x20 && c|0x20 <= 'z') && !('0' <= c && c <= '9') {
			return "", "", false
		}
	}
	return name, strings.TrimSpace(value), true
}

// finish parts the type of a field from its value (RFC 3464, section 2.1.2)
// and makes the value fit to be handed out.
func (f *Field) finish() {
	f.Value = cleanValue(f.Value)
	typ, value, ok := strings.Cut(f.Value, ";")
	typ = strings.TrimSpace(typ)
	if ok && isAtom(typ) {
		f.Type, f.Value = strings.ToLower(typ), strings.TrimSpace(value)
	}
}

// isAtom reports whether s may be the type of a field: "rfc822", "X-Postfix".
func isAtom(s string) bool {
	return s != "" && len(s) <= 40 && !strings.ContainsAny(s, " \t<>@:\"'()[]")
}

// isMessageField reports whether a field is one of the per-message fields of
// RFC 3464, section 2.2.
func isMessageField(name string) bool {
	return oneOf(name, "Original-Envelope-Id", "Reporting-MTA", "DSN-Gateway", "Received-From-MTA", "Arrival-Date")
}

// isRecipientField reports whether a field is one that stands once in the
// group of each recipient (RFC 3464, section 2.3).
func isRecipientField(name string) bool {
	return oneOf(name, "Final-Recipient", "Original-Recipient", "Action", "Status")
}

func isRecipientGroup(group []Field) bool {
	for _, f := range group {
		if isRecipientField(f.Name) || strings.EqualFold(f.Name, "Diagnostic-Code") {
			return true
		}
	}
	return false
}

// beginsRecipient reports whether group is about another recipient than cur is:
// it repeats one of its fields.
func beginsRecipient(group, cur []Field) bool {
	for _, f := range group {
		if isRecipientField(f.Name) && hasField(cur, f.Name) {
			return true
		}
	}
	return false
}

func hasField(fields []Field, name string) bool {
	for _, f := range fields {
		if strings.EqualFold(f.Name, name) {
			return true
		}
	}
	return false
}

func oneOf(name string, names ...string) bool {
	for _, n := range names {
		if strings.EqualFold(name, n) {
			return true
		}
	}
	return false
}

// newRecipient makes a Recipient of the fields of its group. ok is false where
// they name none and say nothing.
func newRecipient(fields []Field) (r Recipient, ok bool) {
	r.Fields = fields
	for i := range fields {
		f := &fields[i]
		switch name := strings.ToLower(f.Name); name {
		case "final-recipient":
			r.Address = f.address()
		case "original-recipient":
			r.OriginalAddress = f.address()
		case "action":
			r.Action = parseAction(f.Value)
		case "status":
			r.Status = codes.FindStatus(f.Value)
		case "remote-mta":
			r.RemoteServer = hostName(f.Value)
		case "diagnostic-code":
			r.addDiagnostic(f.Value)
		case "last-attempt-date":
			r.LastAttempt = parseDate(f.Value)
		case "will-retry-until":
			r.WillRetryUntil = parseDate(f.Value)
		}
	}
	if r.Address == "" {
		r.Address = r.OriginalAddress
	}
	return r, r.Address != "" || r.Action != NoAction || r.Response != ""
}

// addDiagnostic adds a Diagnostic-Code. Some systems write two: their own
// words and those of the remote system, whose reply comes first then.
func (r *Recipient) addDiagnostic(text string) {
	switch {
	case r.Response == "":
		r.Response = text
	case text == "" || len(r.Response)+len(text) >= maxValue:
	case codes.ParseResponse(r.Response).Reply == 0 && codes.ParseResponse(text).Reply != 0:
		r.Response = text + " " + r.Response
	default:
		r.Response += " " + text
	}
}

// isExit reports whether the Diagnostic-Code is what a program said when it
// ended: Sendmail and Postfix give it the type X-Unix. "255" is no reply then.
func (r *Recipient) isExit() bool {
	for _, f := range r.Fields {
		if f.Type == "x-unix" {
			return true
		}
	}
	return false
}

// said is the response with the type of its field where that matters.
func (r *Recipient) said() string {
	if r.isExit() {
		return "x-unix; " + r.Response
	}
	return r.Response
}

// parseAction reads an Action field (RFC 3464, section 2.3.3).
//
// QUIRK: some systems write "failure", "expired", "undeliverable", or a comment
// after the word.
func parseAction(v string) Action {
	word := strings.ToLower(v)
	if i := strings.IndexAny(word, " \t(;,"); i >= 0 {
		word = word[:i]
	}
	switch word {
	case "failed", "failure", "fail", "error", "expired", "undeliverable", "bounced", "rejected":
		return Failed
	case "delayed", "delay", "deferred":
		return Delayed
	case "delivered", "deliverable", "delivery":
		return Delivered
	case "relayed", "relay":
		return Relayed
	case "expanded":
		return Expanded
	}
	return NoAction
}

// maxDate is the longest text that is tried as a date; net/mail takes long
// over hostile comments.
const maxDate = 100

// parseDate reads a date-time (RFC 5322, section 3.3), and returns the zero
// Time where v is none.
func parseDate(v string) time.Time {
	if v == "" || len(v) > maxDate {
		return time.Time{}
	}
	// The day of the week tells nothing, may be wrong or in another language,
	// and net/mail tries the layouts without it first.
	if day, rest, ok := strings.Cut(v, ","); ok && len(day) < 12 {
		v = strings.TrimSpace(rest)
	}
	t, err := mail.ParseDate(v)
	if err != nil {
		return time.Time{}
	}
	return t
}
