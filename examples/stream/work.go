package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"time"

	"example.com/ndr/ndr"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	fetchAhead  = 32               // reports that a worker asks for at a time
	storeWithin = 10 * time.Second // how long storing a result may take
)

// A result is what a worker says of a report.
type result struct {
	ID string `json:"id"` // the SHA-256 of the report, in hex
	*ndr.Report
}

// work parses reports until ctx is done. It finishes those that it holds then;
// what was on the way to it is given to another worker after ackWait.
func (q *queue) work(ctx context.Context) error {
	for ctx.Err() == nil {
		// Batches, not Consumer.Messages: as of nats.go 1.55 its iterator can
		// forget to ask for more on a busy machine, and then waits half a
		// minute.
		batch, err := q.consumer.Fetch(fetchAhead, jetstream.FetchContext(ctx))
		if err != nil {
			return err
		}
		for m := range batch.Messages() {
			if err := q.handle(context.WithoutCancel(ctx), m); err != nil {
				slog.Error("a report stays on the stream", "err", err)
				if err := m.NakWithDelay(patience(m)); err != nil {
					slog.Error("it is given out again when the time for its acknowledgement is over", "err", err)
				}
			}
		}
		switch err := batch.Error(); {
		case err == nil, errors.Is(err, context.Canceled):
		case errors.Is(err, jetstream.ErrNoHeartbeat), errors.Is(err, nats.ErrNoResponders):
			slog.Warn("the server is away", "err", err)
			select { // the connection comes back by itself
			case <-time.After(time.Second):
			case <-ctx.Done():
			}
		default:
			return err
		}
	}
	return nil
}

// patience returns when a report that could not be handled is tried again: from
// a second to four minutes, so that a disk or a network may come back.
func patience(m jetstream.Msg) time.Duration {
	about, err := m.Metadata()
	if err != nil {
		return time.Second
	}
	return time.Second << (2 * min(about.NumDelivered-1, maxTries-1))
}

// handle parses one report and acknowledges it when everything that follows
// from it is stored. It may be called again for the same report, by a worker
// that does not know of the first: whatever it stores has a name of its own, so
// that storing it twice changes nothing.
func (q *queue) handle(ctx context.Context, m jetstream.Msg) error {
	ctx, cancel := context.WithTimeout(ctx, storeWithin)
	defer cancel()
	about, err := m.Metadata()
	if err != nil {
		return err
	}
	if about.NumDelivered > maxTries {
		return q.bury(ctx, m, "tried too often")
	}
	report, err := ndr.Parse(bytes.NewReader(m.Data()), nil)
	if err != nil { // nothing in it can be read
		return q.bury(ctx, m, err.Error())
	}
	for _, r := range report.Recipients {
		// Anybody can send a report. A program that knows what it sent looks
		// at report.Correlators first, see the documentation of package ndr.
		if r.Suppress {
			if err := q.suppress(ctx, r.Address, r.Reason.String()); err != nil {
				return err
			}
		}
	}
	id := idOf(m.Data())
	if err := q.store(ctx, id, result{id, report}); err != nil {
		return err
	}
	slog.Info("parsed", "id", id[:8], "report", report)
	return m.Ack()
}
