package main

import (
	"runtime"
	"sync"
)

// results holds those that were emitted, whose memory is used again.
var results = sync.Pool{New: func() any { return new(result) }}

// inOrder calls explain for the batches that each yields, on all cores, and emit for the
// results in their order. It stops at the first error of emit, and returns it. However
// many batches there are, it needs the memory of a few for each core.
func inOrder(each func(yield func([]item)), explain func([]item, *result), emit func(*result) error) error {
	queue, stop := make(chan chan *result, 2*runtime.GOMAXPROCS(0)), make(chan struct{})
	defer close(stop)
	go func() {
		defer close(queue)
		each(func(batch []item) {
			done := make(chan *result, 1)
			select {
			case queue <- done:
			case <-stop:
				runtime.Goexit() // and each with it: nobody wants more
			}
			go func() {
				r := results.Get().(*result)
				explain(batch, r)
				done <- r
			}()
		})
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
