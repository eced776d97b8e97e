package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// workerOf names the variable that makes this test program a worker of the
// server whose URL it holds, for tests that kill workers.
const workerOf = "NDR_STREAM_WORKER_OF"

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	if url := os.Getenv(workerOf); url != "" {
		if err := run(context.Background(), io.Discard, url, 1, nil); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// newQueue returns a queue on a server of its own, and the URL of that.
func newQueue(t testing.TB, before ...func(jetstream.JetStream) error) (*queue, string) {
	t.Helper()
	s, err := startServer(&server.Options{StoreDir: t.TempDir(), Host: "127.0.0.1", Port: server.RANDOM_PORT})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stopServer(s) })
	connection, err := nats.Connect("", nats.InProcessServer(s))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(connection.Close)
	js, err := jetstream.New(connection)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range before {
		if err := f(js); err != nil {
			t.Fatal(err)
		}
	}
	q, err := open(t.Context(), connection)
	if err != nil {
		t.Fatal(err)
	}
	return q, s.ClientURL()
}

// soon makes the server give a report to another worker soon, as an
// administrator can make what the queue consists of.
func soon(js jetstream.JetStream) error {
	ctx, config := context.Background(), workers
	config.AckWait = time.Second
	_, err := js.CreateStream(ctx, raw)
	if err == nil {
		_, err = js.CreateConsumer(ctx, raw.Name, config)
	}
	if err == nil {
		_, err = js.CreateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: "suppressed", Description: "made before"})
	}
	return err
}

// bounce is the nth of many reports.
func bounce(n int) []byte {
	return fmt.Appendf(nil, "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: sender@example.org\nSubject: Undelivered Mail Returned to Sender\n"+
		"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"+
		"--b\n\nYour message could not be delivered.\n"+
		"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n"+
		"Final-Recipient: rfc822; reader%d@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n"+
		"--b\nContent-Type: text/rfc822-headers\n\nFrom: sender@example.org\nSubject: News\nMessage-ID: <%d@example.org>\n\n--b--\n", n, n)
}

// put puts reports 0 to n-1 on the stream.
func put(t testing.TB, q *queue, n int) {
	t.Helper()
	for i := range n {
		if fresh, err := q.put(t.Context(), bounce(i)); err != nil || !fresh {
			t.Fatal(fresh, err)
		}
	}
}

// within returns a context that fails a test which waits for too long.
func within(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// next returns the next report that is given to a worker.
func next(t *testing.T, q *queue) jetstream.Msg {
	t.Helper()
	m, err := q.consumer.Next(jetstream.FetchContext(within(t)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// counts checks how many reports wait, are parsed and are dead letters.
func counts(t *testing.T, q *queue, waiting, parsed, dead uint64) {
	t.Helper()
	for _, s := range []struct {
		name string
		want uint64
	}{{"BOUNCES", waiting}, {"RESULTS", parsed}, {"DEAD", dead}} {
		if n, err := q.count(t.Context(), s.name); err != nil || n != s.want {
			t.Errorf("%s holds %d, want %d; %v", s.name, n, s.want, err)
		}
	}
}

// stored returns an iterator over what workers store.
func stored(t *testing.T, q *queue) func() result {
	t.Helper()
	consumer, err := q.js.OrderedConsumer(t.Context(), "RESULTS", jetstream.OrderedConsumerConfig{})
	if err != nil {
		t.Fatal(err)
	}
	all, err := consumer.Messages()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(all.Stop)
	return func() (r result) {
		m, err := all.Next(jetstream.NextContext(within(t)))
		if err == nil {
			err = json.Unmarshal(m.Data(), &r)
		}
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
}

func TestRun(t *testing.T) {
	folder := t.TempDir()
	var files []string
	for i, raw := range [][]byte{bounce(0), bounce(1), bounce(0), {}, []byte("From: a@example.org\nSubject: Lunch\n\nAt noon?\n")} {
		name := filepath.Join(folder, fmt.Sprint(i))
		if err := os.WriteFile(name, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	var out bytes.Buffer
	if err := run(within(t), &out, "", 2, files); err != nil {
		t.Fatal(err)
	}
	want := files[2] + " is on the stream already\n      0 waiting\n      3 parsed\n      1 dead letters\n      2 addresses suppressed\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

// TestProducer puts files on the stream of a server, for others to work on.
func TestProducer(t *testing.T) {
	q, url := newQueue(t)
	name := filepath.Join(t.TempDir(), "report.eml")
	if err := os.WriteFile(name, bounce(0), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(within(t), io.Discard, url, 0, []string{name}); err != nil {
		t.Fatal(err)
	}
	counts(t, q, 1, 0, 0)
	if err := run(within(t), io.Discard, url, 0, []string{name + ".missing"}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// TestInterrupt works on the reports of others until it is interrupted.
func TestInterrupt(t *testing.T) {
	q, url := newQueue(t)
	ctx, interrupt := context.WithCancel(within(t))
	defer interrupt()
	stopped := make(chan error, 1)
	var out bytes.Buffer
	go func() { stopped <- run(ctx, &out, url, 1, nil) }()
	put(t, q, 3)
	if err := q.waitUntilEmpty(within(t)); err != nil {
		t.Fatal(err)
	}
	interrupt()
	if err := <-stopped; err != nil || !strings.Contains(out.String(), "3 parsed") {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

// TestWorkerFails ends when a worker cannot go on.
func TestWorkerFails(t *testing.T) {
	q, url := newQueue(t)
	put(t, q, 1)
	failed := make(chan error, 1)
	go func() { failed <- run(within(t), io.Discard, url, 2, nil) }()
	if err := q.waitUntilEmpty(within(t)); err != nil {
		t.Fatal(err)
	}
	if err := q.js.DeleteConsumer(t.Context(), "BOUNCES", "workers"); err != nil {
		t.Fatal(err)
	}
	if err := <-failed; !errors.Is(err, jetstream.ErrConsumerDeleted) {
		t.Errorf("got %v", err)
	}
}

func TestResult(t *testing.T) {
	q, _ := newQueue(t)
	put(t, q, 1)
	if err := q.handle(t.Context(), next(t, q)); err != nil {
		t.Fatal(err)
	}
	r := stored(t, q)()
	if r.ID != idOf(bounce(0)) || len(r.Recipients) != 1 || r.Recipients[0].Address != "reader0@example.com" || r.Original.MessageID != "0@example.org" {
		t.Errorf("got %+v", r)
	}
	entry, err := q.suppressed.Get(t.Context(), addressKey("reader0@example.com"))
	if err != nil || string(entry.Value()) != "user-unknown" {
		t.Errorf("suppressed: %v, %v", entry, err)
	}
	if _, err := q.suppressed.Get(t.Context(), addressKey("reader1@example.com")); !errors.Is(err, jetstream.ErrKeyNotFound) {
		t.Errorf("another address: %v", err)
	}
}

// unacknowledged is a report whose acknowledgement does not arrive.
type unacknowledged struct{ jetstream.Msg }

func (unacknowledged) Ack() error { return nil }

// TestLostAcknowledgement handles a report a second time, since nobody knows of
// the first.
func TestLostAcknowledgement(t *testing.T) {
	q, _ := newQueue(t, soon)
	put(t, q, 1)
	if _, err := q.put(t.Context(), nil); err != nil { // a dead letter
		t.Fatal(err)
	}
	for range 2 {
		if err := q.handle(t.Context(), unacknowledged{next(t, q)}); err != nil {
			t.Fatal(err)
		}
	}
	counts(t, q, 2, 1, 1)
	for range 2 {
		if err := q.handle(t.Context(), next(t, q)); err != nil {
			t.Fatal(err)
		}
	}
	if err := q.waitUntilEmpty(within(t)); err != nil {
		t.Fatal(err)
	}
	counts(t, q, 0, 1, 1)
}

// TestPoison gives a report up that killed each of its workers.
func TestPoison(t *testing.T) {
	q, _ := newQueue(t)
	put(t, q, 1)
	for range maxTries {
		if err := next(t, q).Nak(); err != nil {
			t.Fatal(err)
		}
	}
	if err := q.handle(t.Context(), next(t, q)); err != nil {
		t.Fatal(err)
	}
	if err := q.waitUntilEmpty(within(t)); err != nil {
		t.Fatal(err)
	}
	counts(t, q, 0, 0, 1)
	dead, err := q.js.Stream(t.Context(), "DEAD")
	if err != nil {
		t.Fatal(err)
	}
	letter, err := dead.GetMsg(t.Context(), 1)
	if err != nil || !bytes.Equal(letter.Data, bounce(0)) || letter.Header.Get("Why") != "tried too often" {
		t.Errorf("got %+v, %v", letter, err)
	}
}

// TestPressure hands out at most as many reports as may be held, and takes at most
// as many as fit.
func TestPressure(t *testing.T) {
	q, _ := newQueue(t)
	put(t, q, workers.MaxAckPending+10)
	batch, err := q.consumer.FetchNoWait(workers.MaxAckPending + 10)
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	for range batch.Messages() {
		held++
	}
	if held != workers.MaxAckPending {
		t.Errorf("%d reports are held, want %d", held, workers.MaxAckPending)
	}

	q, _ = newQueue(t, func(js jetstream.JetStream) error { // a stream of an administrator's own making
		_, err := js.CreateStream(t.Context(), jetstream.StreamConfig{
			Name: "BOUNCES", Subjects: []string{"bounces.raw"}, Retention: jetstream.WorkQueuePolicy, MaxMsgs: 3, Discard: jetstream.DiscardNew,
		})
		return err
	})
	put(t, q, 3)
	if _, err := q.put(t.Context(), bounce(3)); err == nil {
		t.Error("a full stream takes a report")
	}
	counts(t, q, 3, 0, 0)
}

// TestLong leaves out the end of what is longer than a message may be.
func TestLong(t *testing.T) {
	q, _ := newQueue(t)
	long := append(bounce(0), strings.Repeat("text\n", 2<<20)...)
	for _, want := range []bool{true, false} {
		if fresh, err := q.put(t.Context(), long); err != nil || fresh != want {
			t.Fatal(fresh, err)
		}
	}
	if err := q.handle(t.Context(), next(t, q)); err != nil {
		t.Fatal(err)
	}
	if r := stored(t, q)(); len(r.Recipients) != 1 || r.Recipients[0].Address != "reader0@example.com" {
		t.Errorf("got %+v", r)
	}
}

// TestStop stops workers in the middle, and loses and doubles nothing.
func TestStop(t *testing.T) {
	const n = 200
	q, _ := newQueue(t, soon)
	put(t, q, n)
	next := stored(t, q)
	ctx, stop := context.WithCancel(within(t))
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			if err := q.work(ctx); err != nil {
				t.Error(err)
			}
		})
	}
	for range 20 {
		next()
	}
	stop()
	workers.Wait()
	ctx, stop = context.WithCancel(within(t))
	defer stop()
	workers.Go(func() {
		if err := q.work(ctx); err != nil {
			t.Error(err)
		}
	})
	if err := q.waitUntilEmpty(ctx); err != nil {
		t.Fatal(err)
	}
	stop()
	workers.Wait()
	counts(t, q, 0, n, 0)
}

// TestKill kills workers in the middle, as a broken machine does.
func TestKill(t *testing.T) {
	const n, kills = 400, maxTries - 1
	q, url := newQueue(t, soon)
	put(t, q, n)
	next := stored(t, q)
	var ids []string
	worker := func() (kill func()) {
		command := exec.Command(os.Args[0])
		command.Env = append(os.Environ(), workerOf+"="+url)
		command.Stderr = os.Stderr
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		return sync.OnceFunc(func() {
			if err := command.Process.Kill(); err != nil {
				t.Error(err)
			}
			_ = command.Wait() // "signal: killed"
		})
	}
	for range kills {
		one, two := worker(), worker()
		t.Cleanup(one)
		t.Cleanup(two)
		for range n / (2 * kills) {
			ids = append(ids, next().ID)
		}
		one()
		two()
	}
	if waiting, err := q.count(t.Context(), "BOUNCES"); err != nil || waiting == 0 {
		t.Fatalf("nothing was left when the last worker was killed; %v", err)
	}
	t.Cleanup(worker())
	if err := q.waitUntilEmpty(within(t)); err != nil {
		t.Fatal(err)
	}
	counts(t, q, 0, n, 0)
	for len(ids) < n {
		ids = append(ids, next().ID)
	}
	var want []string
	for i := range n {
		want = append(want, idOf(bounce(i)))
	}
	slices.Sort(ids)
	slices.Sort(want)
	if !slices.Equal(ids, want) {
		t.Error("the results are not those of the reports, each once")
	}
	if suppressed, err := q.count(t.Context(), "KV_suppressed"); err != nil || suppressed != n {
		t.Errorf("%d addresses are suppressed, want %d; %v", suppressed, n, err)
	}
}

// BenchmarkWorkers measures reports a second, from the stream to the stored
// result.
func BenchmarkWorkers(b *testing.B) {
	for _, workers := range []int{1, 2, 4} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			q, _ := newQueue(b)
			for i := range b.N {
				if _, err := q.js.PublishAsync("bounces.raw", bounce(i), jetstream.WithMsgID(fmt.Sprint(i))); err != nil {
					b.Fatal(err)
				}
			}
			<-q.js.PublishAsyncComplete()
			ctx, stop := context.WithCancel(b.Context())
			defer stop()
			var group sync.WaitGroup
			b.ResetTimer()
			for range workers {
				group.Go(func() {
					if err := q.work(ctx); err != nil {
						b.Error(err)
					}
				})
			}
			if err := q.waitUntilEmpty(ctx); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
			stop()
			group.Wait()
		})
	}
}
