package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"example.com/ndr/ndr"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	fetchAhead = 32          // reports that a worker asks for at a time
	retryAfter = time.Minute // time for a disk or a network to come back
)

// A result is what a worker says of a report.
type result struct {
	ID string `json:"id"` // the SHA-256 of the report, in hex
	*ndr.Report
}

// work parses reports until ctx is done. It finishes those that it holds then;
// what was on the way to it is given to another worker after AckWait.
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
				slog.Error("a report stays on the stream", "err", errors.Join(err, m.NakWithDelay(retryAfter)))
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

// handle parses one report and acknowledges it when everything that follows
// from it is stored. It may be called again for the same report, by a worker
// that does not know of the first: whatever it stores has a name of its own, so
// that storing it twice changes nothing.
func (q *queue) handle(ctx context.Context, m jetstream.Msg) error {
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
		// Anybody can send a report. A program that knows what it sent asks
		// report.Trust first.
		if r.Suppress {
			if _, err := q.suppressed.PutString(ctx, addressKey(r.Address), r.Reason.String()); err != nil {
				return err
			}
		}
	}
	id := idOf(m.Data())
	data, err := json.Marshal(result{id, report})
	if err != nil {
		return err
	}
	if _, err := q.js.Publish(ctx, results.Subjects[0], data, jetstream.WithMsgID(id)); err != nil {
		return err
	}
	slog.Info("parsed", "id", id[:8], "report", report)
	return m.Ack()
}

// bury puts a report among the dead letters, where a person can look at it.
func (q *queue) bury(ctx context.Context, m jetstream.Msg, why string) error {
	letter := nats.NewMsg(dead.Subjects[0])
	letter.Data = m.Data()
	letter.Header.Set("Why", why)
	if _, err := q.js.PublishMsg(ctx, letter, jetstream.WithMsgID(idOf(m.Data()))); err != nil {
		return err
	}
	return m.Ack()
}
