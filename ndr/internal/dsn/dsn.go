// Package dsn reads the fields of a delivery-status part: message/delivery-status
// (RFC 3464, section 2) and message/global-delivery-status (RFC 6533, section 4).
//
// [Read] takes the text of the part, in UTF-8, and gives a [found.Report] with
// the recipients, and apart from them the fields about the whole message.
// [StatusGroups] gives the fields alone, for other parts that are written so: a
// disposition notification, a report about abuse.
//
// It knows nothing of the message that the part stands in, of its text, and of
// what a reply means: the codes in a Diagnostic-Code are left in its text.
//
// It differs from RFC 3464 where real reports do. Which field belongs to which
// recipient is told by the fields, not by blank lines, see [Read]; a field may
// lack its type; a value may go on over lines without indentation; Action, Status
// and addresses are read as packages found, codes and lex read them anywhere.
package dsn

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// Read reads the body of a delivery-status part. The fields that are about the
// whole message come back apart.
//
// QUIRK: RFC 3464, section 2.1, parts the groups of fields by one blank line.
// Some systems write none, and put per-message and per-recipient fields into
// one group; others write several, or some within a group. So it is the fields
// that decide where a recipient begins: where one is repeated that stands once
// for each.
func Read(text string) (d found.Report, message []found.Field) {
	message, recipients := split(StatusGroups(text))
	for _, fields := range recipients {
		r, ok := readRecipient(fields)
		if last := len(d.Recipients) - 1; r.Address == "" && last >= 0 {
			// Nobody is named anew: it is said a second time of the one before.
			r.Address, ok = d.Recipients[last].Address, true
		}
		if ok {
			d.Recipients = append(d.Recipients, r)
		}
	}
	for _, f := range message {
		if d.Server == "" && strings.EqualFold(f.Name, "Reporting-MTA") {
			d.Server = lex.HostName(f.Value)
		}
	}
	return d, message
}

// usualFields is more than the fields of most parts: room made at once.
const usualFields = 32

// StatusGroups cuts text into its groups of fields, at blank lines.
func StatusGroups(text string) (groups [][]found.Field) {
	// The groups of most parts fit into one array.
	group := make([]found.Field, 0, min(strings.Count(text, "\n")+1, usualFields))
	indent := 0
	for line := range strings.Lines(text) {
		line = strings.TrimRightFunc(line, isBlankOrControl)
		// QUIRK: a group that a relay indented, or the first field of one.
		if len(group) == 0 {
			indent = lex.IndentWidth(line)
		}
		line = line[min(indent, lex.IndentWidth(line)):]
		name, value, ok := lex.CutField(line)
		switch {
		case line == "":
			groups, group = appendGroup(groups, group), group[len(group):]
		case ok:
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
	return appendGroup(groups, group)
}

func isBlankOrControl(c rune) bool { return c <= ' ' }

// appendGroup adds a group that has fields, whose values are complete now.
func appendGroup(groups [][]found.Field, group []found.Field) [][]found.Field {
	if len(group) == 0 {
		return groups
	}
	for i := range group {
		group[i].Finish()
	}
	return append(groups, slices.Clip(group)) // more fields go into another array
}

// messageFields stand once for the whole message (RFC 3464, section 2.2).
var messageFields = []string{"Original-Envelope-Id", "Reporting-MTA", "DSN-Gateway", "Received-From-MTA", "Arrival-Date"}

// recipientFields stand once in the group of each recipient (RFC 3464, section
// 2.3). Those that other fields can stand without are not among them: two
// Diagnostic-Code fields are about one recipient.
var recipientFields = []string{"Final-Recipient", "Original-Recipient", "Action", "Status"}

// recipientField returns the bit of a field that stands once for each recipient,
// 0 for any other.
func recipientField(name string) uint8 {
	for i, known := range recipientFields {
		if len(name) == len(known) && strings.EqualFold(name, known) {
			return 1 << i
		}
	}
	return 0
}

// split parts the fields of all groups into the fields about the message and the
// fields about each recipient.
func split(groups [][]found.Field) (message []found.Field, recipients [][]found.Field) {
	var cur []found.Field // about one recipient
	var seen uint8        // the recipientFields among them
	next := func() {
		recipients = append(recipients, cur)
		cur, seen = nil, 0
	}
	for _, group := range groups {
		has, isRecipient := fieldsOf(group)
		if seen&has != 0 {
			next()
		}
		if len(cur) == 0 && !isRecipient {
			message = append(message, group...)
			continue
		}
		if len(cur) == 0 {
			cur = group[:0] // nearly always all of them stay in their place
		}
		for _, f := range group {
			bit := recipientField(f.Name)
			if bit == 0 && lex.OneOf(f.Name, messageFields...) {
				message = append(message, f)
				continue
			}
			if seen&bit != 0 {
				next()
			}
			cur, seen = append(cur, f), seen|bit
		}
	}
	next()
	return message, recipients
}

// fieldsOf returns which of the recipientFields a group has, and whether it is
// about a recipient at all.
func fieldsOf(group []found.Field) (has uint8, isRecipient bool) {
	for _, f := range group {
		has |= recipientField(f.Name)
		isRecipient = isRecipient || strings.EqualFold(f.Name, "Diagnostic-Code")
	}
	return has, isRecipient || has != 0
}

// readRecipient makes a Recipient of the fields of its group. ok is false where
// they name none and say nothing.
func readRecipient(fields []found.Field) (r found.Recipient, ok bool) {
	r.Fields = fields
	var name [32]byte
	for i := range fields {
		f := &fields[i]
		switch string(lex.AppendFolded(name[:0], f.Name)) { // makes no string
		case "final-recipient":
			r.Address = f.Address()
		case "original-recipient":
			r.OriginalAddress = f.Address()
		case "action":
			r.Action = found.ParseAction(f.Value)
		case "status":
			r.Status = codes.FindStatus(f.Value)
			if !r.Status.IsValid() {
				r.Reply = codes.ParseResponse(f.Value).Reply // QUIRK: a few systems write "553" here
			}
		case "remote-mta":
			r.RemoteServer = lex.HostName(f.Value)
		case "diagnostic-code", "x-supplementary-info", "x-exim-diagnostic":
			r.Response = addDiagnostic(r.Response, f.Value)
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

// addDiagnostic adds a Diagnostic-Code to a response. Some systems write two: their
// own words and the words of the remote system, whose reply comes first then.
func addDiagnostic(response, text string) string {
	switch {
	case response == "":
		return text
	case text == "" || len(response)+len(text) >= lex.MaxValue:
		return response
	case codes.ParseResponse(response).Reply == 0 && codes.ParseResponse(text).Reply != 0:
		return text + " " + response
	}
	return response + " " + text
}
