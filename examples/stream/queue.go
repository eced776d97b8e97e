package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	// maxTries is how often a report is tried. One that still is there then has
	// killed its workers, or its result cannot be stored.
	maxTries = 5
	// sameWithin is how long after a report the same bytes count as the same
	// report.
	sameWithin = 24 * time.Hour
	// headerRoom is what a message may need besides a report.
	headerRoom = 4 << 10
)

var (
	// raw is the stream of reports that wait. What is acknowledged is gone from
	// it. When it is full producers get an error, and keep their reports.
	raw = jetstream.StreamConfig{
		Name: "BOUNCES", Subjects: []string{"bounces.raw"}, Duplicates: sameWithin,
		Retention: jetstream.WorkQueuePolicy, MaxBytes: 4 << 30, Discard: jetstream.DiscardNew,
	}
	// A worker that died after it stored a result leaves the report to another,
	// whose result is the same and is not stored again; so it is with a dead
	// letter.
	results = jetstream.StreamConfig{Name: "RESULTS", Subjects: []string{"bounces.results"}, Duplicates: sameWithin}
	dead    = jetstream.StreamConfig{Name: "DEAD", Subjects: []string{"bounces.dead"}, Duplicates: sameWithin}

	// workers share out the raw reports. AckWait is how long the server waits
	// for a worker before it gives its report to another, MaxAckPending how many
	// reports all together may hold: the server hands out no more before some
	// are acknowledged.
	workers = jetstream.ConsumerConfig{
		Durable: "workers", AckPolicy: jetstream.AckExplicitPolicy, AckWait: 30 * time.Second, MaxAckPending: 256,
	}
)

// A queue is the way of reports through JetStream.
type queue struct {
	js         jetstream.JetStream
	consumer   jetstream.Consumer
	suppressed jetstream.KeyValue // the addresses that get no more mail
}

// open returns the queue that a connection leads to. What it consists of is made
// where it does not exist, and used as it is where it does: a cluster's
// administrator can make it before, with replicas.
func open(ctx context.Context, connection *nats.Conn) (*queue, error) {
	js, err := jetstream.New(connection)
	if err != nil {
		return nil, err
	}
	for _, config := range []jetstream.StreamConfig{raw, results, dead} {
		if _, err := js.CreateStream(ctx, config); err != nil && !errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) {
			return nil, err
		}
	}
	consumer, err := js.CreateConsumer(ctx, raw.Name, workers)
	if errors.Is(err, jetstream.ErrConsumerExists) {
		consumer, err = js.Consumer(ctx, raw.Name, workers.Durable)
	}
	if err != nil {
		return nil, err
	}
	suppressed, err := js.CreateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: "suppressed"})
	if errors.Is(err, jetstream.ErrBucketExists) {
		suppressed, err = js.KeyValue(ctx, "suppressed")
	}
	return &queue{js, consumer, suppressed}, err
}

// put stores a raw report and reports whether it is a new one. Once it returns
// without an error the report is not lost; before, the caller keeps it. Of one
// that is longer than the server takes, the end is left out: that is the body
// of the returned message, which says nothing about its delivery.
func (q *queue) put(ctx context.Context, report []byte) (fresh bool, err error) {
	report = report[:min(len(report), int(q.js.Conn().MaxPayload())-headerRoom)]
	ack, err := q.js.Publish(ctx, raw.Subjects[0], report, jetstream.WithMsgID(idOf(report)))
	if err != nil {
		return false, err
	}
	return !ack.Duplicate, nil
}

// idOf returns the name of a report: the SHA-256 of its bytes, in hex.
func idOf(report []byte) string {
	sum := sha256.Sum256(report)
	return hex.EncodeToString(sum[:])
}

// addressKey writes an address with the letters that a key may have.
func addressKey(address string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(address))
}

// count returns how many messages a stream holds.
func (q *queue) count(ctx context.Context, name string) (uint64, error) {
	s, err := q.js.Stream(ctx, name)
	if err != nil {
		return 0, err
	}
	return s.CachedInfo().State.Msgs, nil
}

// waitUntilEmpty returns when every report is parsed or a dead letter.
func (q *queue) waitUntilEmpty(ctx context.Context) error {
	for {
		if n, err := q.count(ctx, raw.Name); err != nil || n == 0 {
			return err
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// summary says what became of the reports.
func (q *queue) summary(ctx context.Context, w io.Writer) error {
	for _, s := range []struct{ stream, what string }{
		{raw.Name, "waiting"}, {results.Name, "parsed"}, {dead.Name, "dead letters"}, {"KV_suppressed", "addresses suppressed"},
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
