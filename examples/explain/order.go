package main

import (
	"iter"
	"runtime"
	"sync"
)

// A job is a batch on its way through inOrder.
type job struct {
	batch  []item
	result result
	done   chan struct{} // holds one value when the result is there
}

// inOrder calls explain for the batches on all cores, and emit for the results in
// the order of the batches. It stops at the first error of emit, and returns it.
// However many batches there are, it needs the memory of a few for each core.
func inOrder(batches iter.Seq[[]item], explain func([]item, *result), emit func(*result) error) error {
	workers := runtime.GOMAXPROCS(0)
	jobs := 3 * workers
	free, todo, queue := make(chan *job, jobs), make(chan *job, jobs), make(chan *job, jobs)
	for range jobs {
		free <- &job{done: make(chan struct{}, 1)}
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(queue)
		defer close(todo)
		for batch := range batches {
			select {
			case j := <-free:
				j.batch = batch
				queue <- j
				todo <- j
			case <-stop:
				return
			}
		}
	})
	for range workers {
		wg.Go(func() {
			for j := range todo {
				explain(j.batch, &j.result)
				j.batch = nil // a job that waits for the next need not hold messages
				j.done <- struct{}{}
			}
		})
	}
	var err error
	for j := range queue {
		<-j.done
		if err != nil {
			continue // what was under way
		}
		if err = emit(&j.result); err != nil {
			close(stop)
			continue
		}
		j.result.reset()
		free <- j
	}
	wg.Wait()
	return err
}
