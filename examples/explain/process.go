package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"time"

	"example.com/ndr/ndr"
)

// A result is what became of an item.
type result struct {
	name   string
	report *ndr.Report
	err    error
}

// process reads the items of src on all cores and hands the results to p in
// the order of the items. It reports whether one failed.
func process(src source, p printer, stderr io.Writer) (failed bool) {
	type job struct {
		item item
		done chan result
	}
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan job, 4*workers)
	// Every job passes through inOrder, whose size bounds how far the workers
	// may be ahead of the printer.
	inOrder := make(chan job, 4*workers)
	go func() {
		for it := range src.each {
			j := job{it, make(chan result, 1)}
			inOrder <- j
			todo <- j
		}
		close(todo)
		close(inOrder)
	}()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range todo {
				j.done <- read(j.item, src.lines)
			}
		})
	}
	progress := newProgress(stderr)
	for j := range inOrder {
		res := <-j.done
		progress.step()
		if res.err != nil {
			failed = true
			progress.clear()
			fmt.Fprintf(stderr, "explain: %s: %v\n", res.name, cause(res.err))
		}
		if res.report != nil || src.lines && res.err == nil {
			p.print(res)
		}
	}
	wg.Wait()
	progress.clear()
	return failed
}

// cause takes the path off an error that names it: it is printed before.
func cause(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// read parses one message. A reply needs no reading: its name is its text.
func read(it item, reply bool) result {
	res := result{name: it.name, err: it.err}
	if res.err != nil || reply {
		return res
	}
	r, err := it.open()
	if err != nil {
		res.err = err
		return res
	}
	defer r.Close()
	res.report, res.err = ndr.Parse(r, nil)
	return res
}

// progress shows on a terminal how far a long run has come.
type progress struct {
	w     io.Writer // nil where there is no terminal
	count int
	next  time.Time
	shown bool
}

// progressEvery is how often the count is renewed, and how long a run may take
// before it is shown at all.
const progressEvery = time.Second / 2

func newProgress(stderr io.Writer) *progress {
	p := &progress{next: time.Now().Add(progressEvery)}
	if f, ok := stderr.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.w = stderr
		}
	}
	return p
}

func (p *progress) step() {
	p.count++
	if p.w == nil || p.count%100 != 0 {
		return
	}
	if now := time.Now(); now.After(p.next) {
		fmt.Fprintf(p.w, "\r%d read", p.count)
		p.next, p.shown = now.Add(progressEvery), true
	}
}

// clear takes the count off the terminal.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
