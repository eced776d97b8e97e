package main

import (
	"iter"
	"runtime"
	"sync"
)

// results holds those that were emitted, whose memory is used again.
var results = sync.Pool{New: func() any { return new(result) }}

// inOrder calls explain for the batches on all cores, and emit for the results in
// the order of the batches. It stops at the first error of emit, and returns it.
// However many batches there are, it needs the memory of a few for each core.
func inOrder(batches iter.Seq[[]item], explain func([]item, *result), emit func(*result) error) error {
	queue, stop := make(chan chan *result, 2*runtime.GOMAXPROCS(0)), make(chan struct{})
	defer close(stop)
	go func() {
		defer close(queue)
		for batch := range batches {
			done := make(chan *result, 1)
			select {
			case queue <- done:
			case <-stop:
				return
			}
			go func() {
				r := results.Get().(*result)
				explain(batch, r)
				done <- r
			}()
		}
	}()
	for done := range queue {
		r := <-done
		if err := emit(r); err != nil {
			return err
		}
		r.reset()
		results.Put(r)
	}
	return nil
}
