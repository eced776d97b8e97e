package ndr

import (
	"log/slog"
	"strconv"
	"strings"
)

// LogValue implements [slog.LogValuer]: kind, format, generating server and
// recipients, without what is personal.
func (r *Report) LogValue() slog.Value {
	recipients := make([]slog.Attr, 0, min(len(r.Recipients), maxLogged))
	for i := range r.Recipients[:min(len(r.Recipients), maxLogged)] {
		recipients = append(recipients, slog.Any(strconv.Itoa(i), r.Recipients[i]))
	}
	return slog.GroupValue(
		slog.String("kind", r.Kind.String()),
		slog.String("format", r.Format),
		slog.String("generating_server", clip(r.GeneratingServer, maxErrorText)),
		slog.Int("recipients", len(r.Recipients)),
		slog.Attr{Key: "recipient", Value: slog.GroupValue(recipients...)},
		slog.Int("defects", len(r.Defects)),
	)
}

// maxLogged is how many recipients of a report are logged.
const maxLogged = 10

// LogValue implements [slog.LogValuer]: the domain of the address, the codes
// and the reason. The local part, which names a person, and the response, which
// may quote it, stay out.
func (r Recipient) LogValue() slog.Value {
	_, domain, _ := strings.Cut(r.Address, "@")
	return slog.GroupValue(
		slog.String("domain", clip(domain, maxErrorText)),
		slog.String("action", r.Action.String()),
		slog.String("status", r.Status.String()),
		slog.Int("reply", int(r.Reply)),
		slog.String("reason", r.Reason.String()),
		slog.String("remote_server", clip(r.RemoteServer, maxErrorText)),
		slog.Bool("suppress", r.Suppress),
	)
}

// LogValue implements [slog.LogValuer]: that of the recipient.
func (e *DeliveryError) LogValue() slog.Value { return e.Recipient.LogValue() }
