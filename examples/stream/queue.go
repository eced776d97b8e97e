package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	// ackWait is how long the server waits for a worker before it gives its
	// report to another.
	ackWait = 30 * time.Second
	// maxTries is how often a report is tried. One that still is there then has
	// killed its workers, or its result cannot be stored.
	maxTries = 5
	// maxPending is how many reports workers may hold at a time, all together:
	// the server hands out no more before some are acknowledged.
	maxPending = 256
	// maxStored is how many bytes of raw reports may wait. Producers get an
	// error then, and keep their reports.
	maxStored = 4 << 30
	// sameWithin is how long after a report the same bytes count as the same
	// report.
	sameWithin = 24 * time.Hour
	// headerRoom is what a message may need besides a report.
	headerRoom = 4 << 10
)

// A queue is the way of reports through JetStream. Its streams and the bucket
// are made where they do not exist, and used as they are where they do: a
// cluster's administrator can make them before, with replicas.
type queue struct {
	js         jetstream.JetStream
	raw        jetstream.Stream
	consumer   jetstream.Consumer
	suppressed jetstream.KeyValue
	maxReport  int
}

// open returns the queue that a connection leads to.
func open(ctx context.Context, connection *nats.Conn, ackWait time.Duration) (*queue, error) {
	js, err := jetstream.New(connection)
	if err != nil {
		return nil, err
	}
	q := &queue{js: js, maxReport: int(connection.MaxPayload()) - headerRoom}
	q.raw, err = stream(ctx, js, jetstream.StreamConfig{
		Name: "BOUNCES", Subjects: []string{"bounces.raw"}, Duplicates: sameWithin,
		Retention: jetstream.WorkQueuePolicy, // what is acknowledged is gone
		MaxBytes:  maxStored, Discard: jetstream.DiscardNew,
	})
	if err != nil {
		return nil, err
	}
	// A worker that died after it stored a result leaves the report to
	// another, whose result is the same and is not stored again.
	if _, err = stream(ctx, js, jetstream.StreamConfig{Name: "RESULTS", Subjects: []string{"bounces.results"}, Duplicates: sameWithin}); err != nil {
		return nil, err
	}
	if _, err = stream(ctx, js, jetstream.StreamConfig{Name: "DEAD", Subjects: []string{"bounces.dead"}, Duplicates: sameWithin}); err != nil {
		return nil, err
	}
	q.consumer, err = js.CreateOrUpdateConsumer(ctx, "BOUNCES", jetstream.ConsumerConfig{
		Durable: "workers", AckPolicy: jetstream.AckExplicitPolicy, AckWait: ackWait, MaxAckPending: maxPending,
	})
	if err != nil {
		return nil, err
	}
	q.suppressed, err = js.KeyValue(ctx, "suppressed")
	if errors.Is(err, jetstream.ErrBucketNotFound) {
		q.suppressed, err = js.CreateOrUpdateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: "suppressed"})
	}
	return q, err
}

// stream makes a stream or, where it exists, returns it as it is.
func stream(ctx context.Context, js jetstream.JetStream, config jetstream.StreamConfig) (jetstream.Stream, error) {
	s, err := js.CreateStream(ctx, config)
	if errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) {
		return js.Stream(ctx, config.Name)
	}
	return s, err
}

// put stores a raw report and reports whether it is a new one. Once it returns
// without an error the report is not lost; before, the caller keeps it. Of one
// that is longer than the server takes, the end is left out: that is the body
// of the returned message, which says nothing about its delivery.
func (q *queue) put(ctx context.Context, raw []byte) (fresh bool, err error) {
	raw = raw[:min(len(raw), q.maxReport)]
	ack, err := q.js.Publish(ctx, "bounces.raw", raw, jetstream.WithMsgID(idOf(raw)))
	if err != nil {
		return false, err
	}
	return !ack.Duplicate, nil
}

// idOf returns the name of a report: the SHA-256 of its bytes, in hex.
func idOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// store stores v under the id of the report that it was made of, once.
func (q *queue) store(ctx context.Context, id string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = q.js.Publish(ctx, "bounces.results", data, jetstream.WithMsgID(id))
	return err
}

// bury puts a report among the dead letters, where a person can look at it.
func (q *queue) bury(ctx context.Context, m jetstream.Msg, why string) error {
	letter := nats.NewMsg("bounces.dead")
	letter.Data = m.Data()
	letter.Header.Set("Why", why)
	if _, err := q.js.PublishMsg(ctx, letter, jetstream.WithMsgID(idOf(m.Data()))); err != nil {
		return err
	}
	return m.Ack()
}

// suppress puts an address on the list of those that get no more mail.
func (q *queue) suppress(ctx context.Context, address, why string) error {
	_, err := q.suppressed.PutString(ctx, addressKey(address), why)
	return err
}

// addressKey writes an address with the letters that a key may have.
func addressKey(address string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(address))
}

// waitUntilEmpty returns when every report is parsed or buried.
func (q *queue) waitUntilEmpty(ctx context.Context) error {
	for tick := time.NewTicker(20 * time.Millisecond); ; {
		info, err := q.raw.Info(ctx)
		if err != nil || info.State.Msgs == 0 {
			return err
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// count returns how many messages a stream holds.
func (q *queue) count(ctx context.Context, name string) (uint64, error) {
	s, err := q.js.Stream(ctx, name)
	if err != nil {
		return 0, err
	}
	return s.CachedInfo().State.Msgs, nil
}

// summary says what became of the reports.
func (q *queue) summary(ctx context.Context, w io.Writer) error {
	for _, s := range []struct{ stream, what string }{
		{"BOUNCES", "waiting"}, {"RESULTS", "parsed"}, {"DEAD", "dead letters"}, {"KV_suppressed", "addresses suppressed"},
	} {
		n, err := q.count(ctx, s.stream)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%7d %s\n", n, s.what); err != nil {
			return err
		}
	}
	return nil
}
