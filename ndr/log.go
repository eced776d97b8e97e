package ndr

import (
	"log/slog"
	"strconv"
	"strings"
)

// LogValue implements [slog.LogValuer]: kind, author, format, generating server
// and recipients, without what is personal.
func (r Report) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("kind", r.Kind.String()),
		slog.String("author", r.Author.String()),
		slog.String("author_rule", r.AuthorRule),
		slog.String("format", r.Format),
		slog.String("generating_server", clip(r.GeneratingServer, maxErrorText)),
		slog.Int("recipients", len(r.Recipients)),
		slog.Any("recipient", r.Recipients),
		slog.Int("defects", len(r.Defects)),
	)
}

// LogValue implements [slog.LogValuer]: the first ten as [Recipient.LogValue] has
// them.
func (rs Recipients) LogValue() slog.Value { return logList(rs) }

// logList gives the first values of a list, each as it logs itself, by its index.
func logList[T slog.LogValuer](list []T) slog.Value {
	attrs := make([]slog.Attr, 0, min(len(list), maxLogged))
	for i, value := range list[:min(len(list), maxLogged)] {
		attrs = append(attrs, slog.Any(strconv.Itoa(i), value))
	}
	return slog.GroupValue(attrs...)
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
		slog.String("withheld", r.Withheld),
	)
}

// LogValue implements [slog.LogValuer]: what identifies the message, without
// addresses and its subject.
func (o Original) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("message_id", clip(o.MessageID, maxErrorText)),
		slog.String("envelope_id", clip(o.EnvelopeID, maxErrorText)),
	)
}

// LogValue implements [slog.LogValuer]: the recipient as [Recipient.LogValue] has
// it.
func (e DeliveryError) LogValue() slog.Value { return e.Recipient.LogValue() }

// LogValue implements [slog.LogValuer]: each failure as [DeliveryError.LogValue]
// has it.
func (e ReportError) LogValue() slog.Value {
	failures := slog.Attr{Key: "failure", Value: logList(e.Failures)}
	return slog.GroupValue(slog.Int("failures", len(e.Failures)), failures)
}
