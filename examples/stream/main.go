// Command stream reads bounces with as many machines as it takes: producers put
// raw reports on a stream of NATS JetStream, workers parse them, and their
// results go to a second stream and into a list of suppressed addresses.
//
//	stream [-nats URL] [-workers N] [file ...]
//
// With files it puts them on the stream, works until the stream is empty and
// says what came of it; without files and with -nats it works until it is
// interrupted. With -workers 0 it only puts files on the stream. Without -nats
// it runs a server of its own, whose store is gone afterwards.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

func main() {
	url := flag.String("nats", "", "`URL` of a NATS server with JetStream")
	workers := flag.Uint("workers", uint(runtime.GOMAXPROCS(0)), "how many `reports` to parse at the same time")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Stdout, *url, *workers, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

// run is main with its surroundings, so that tests can call it.
func run(ctx context.Context, w io.Writer, url string, workers uint, files []string) (err error) {
	if url == "" && len(files) == 0 {
		const some = "../../testdata/dsn/[p-s]*.eml"
		if files, err = filepath.Glob(some); err != nil {
			return err
		}
		if len(files) == 0 {
			return errors.New("there is no file, no server, and nothing in " + some)
		}
	}
	connection, closeConnection, err := connect(url)
	if err != nil {
		return err
	}
	defer closeConnection()
	q, err := open(ctx, connection, ackWait)
	if err != nil {
		return err
	}

	working, stopWorking := context.WithCancelCause(ctx)
	defer stopWorking(nil)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			if err := q.work(working); err != nil {
				stopWorking(err)
			}
		})
	}
	err = putFiles(ctx, w, q, files)
	switch {
	case err != nil || workers == 0:
	case len(files) > 0:
		err = q.waitUntilEmpty(working)
	default:
		<-working.Done()
	}
	stopWorking(nil)
	group.Wait()
	if errors.Is(err, context.Canceled) {
		err = nil // what is left is still on the stream
	}
	if cause := context.Cause(working); ctx.Err() == nil && !errors.Is(cause, context.Canceled) {
		err = errors.Join(err, cause) // a worker failed
	}
	return errors.Join(err, q.summary(context.WithoutCancel(ctx), w))
}

func putFiles(ctx context.Context, w io.Writer, q *queue, files []string) error {
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fresh, err := q.put(ctx, raw)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if !fresh {
			fmt.Fprintf(w, "%s is on the stream already\n", name)
		}
	}
	return nil
}

// connect connects to a server or, where url is "", to one that it starts. The
// function that it returns finishes what was sent and stops that server.
func connect(url string) (*nats.Conn, func(), error) {
	options := []nats.Option{nats.MaxReconnects(-1)}
	stop := func() {}
	if url == "" {
		folder, err := os.MkdirTemp("", "ndr-stream-")
		if err != nil {
			return nil, nil, err
		}
		s, err := startServer(&server.Options{StoreDir: folder, DontListen: true})
		if err != nil {
			return nil, nil, errors.Join(err, os.RemoveAll(folder))
		}
		options = append(options, nats.InProcessServer(s))
		stop = func() {
			s.Shutdown()
			s.WaitForShutdown()
			if err := os.RemoveAll(folder); err != nil {
				log.Print(err)
			}
		}
	}
	connection, err := nats.Connect(url, options...)
	if err != nil {
		stop()
		return nil, nil, err
	}
	return connection, func() {
		if err := connection.FlushTimeout(10 * time.Second); err != nil {
			log.Print(err)
		}
		connection.Close()
		stop()
	}, nil
}

// startServer starts a NATS server within this process. It survives the death of
// workers, but not of its machine: that takes a cluster, with replicas of the
// streams.
func startServer(options *server.Options) (*server.Server, error) {
	options.JetStream = true
	options.MaxPayload = 8 << 20
	options.NoSigs = true
	s, err := server.NewServer(options)
	if err != nil {
		return nil, err
	}
	s.Start()
	if !s.ReadyForConnections(30 * time.Second) {
		s.Shutdown()
		return nil, errors.New("the NATS server does not start")
	}
	return s, nil
}
