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
	"syscall"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"golang.org/x/sync/errgroup"
)

func main() {
	url := flag.String("nats", "", "`URL` of a NATS server with JetStream")
	workers := flag.Uint("workers", uint(runtime.GOMAXPROCS(0)), "how many `reports` to parse at the same time")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	files := flag.Args()
	if *url == "" && len(files) == 0 {
		files, _ = filepath.Glob("../../testdata/dsn/[p-s]*.eml") // the pattern is valid
		if len(files) == 0 {
			log.Fatal("name a file or, with -nats, a server")
		}
	}
	if err := run(ctx, os.Stdout, *url, *workers, files); err != nil {
		log.Fatal(err)
	}
}

// run puts files on the stream of a server, or of one of its own, and works.
func run(ctx context.Context, w io.Writer, url string, workers uint, files []string) (err error) {
	options := []nats.Option{nats.MaxReconnects(-1)}
	if url == "" {
		folder, err := os.MkdirTemp("", "ndr-stream-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		s, err := startServer(&server.Options{StoreDir: folder, DontListen: true})
		if err != nil {
			return err
		}
		defer stopServer(s)
		options = append(options, nats.InProcessServer(s))
	}
	connection, err := nats.Connect(url, options...)
	if err != nil {
		return err
	}
	defer connection.Close()
	q, err := open(ctx, connection)
	if err != nil {
		return err
	}
	err = q.run(ctx, w, workers, files)
	// What workers acknowledged last is still on its way.
	return errors.Join(err, connection.FlushTimeout(10*time.Second), q.summary(context.WithoutCancel(ctx), w))
}

// run puts files on the stream while workers parse. It ends when everything is
// parsed or, without files, when ctx does; what is left then stays on the stream.
func (q *queue) run(ctx context.Context, w io.Writer, workers uint, files []string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	group, ctx := errgroup.WithContext(ctx)
	for range workers {
		group.Go(func() error { return q.work(ctx) })
	}
	group.Go(func() error {
		err := q.putFiles(ctx, w, files)
		if err != nil || len(files) == 0 || workers == 0 {
			return err
		}
		defer stop()
		return q.waitUntilEmpty(ctx)
	})
	err := group.Wait()
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

func (q *queue) putFiles(ctx context.Context, w io.Writer, files []string) error {
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
			if _, err := fmt.Fprintf(w, "%s is on the stream already\n", name); err != nil {
				return err
			}
		}
	}
	return nil
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

func stopServer(s *server.Server) {
	s.Shutdown()
	s.WaitForShutdown()
}
