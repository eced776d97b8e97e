package main

import (
	"iter"
	"runtime"
	"sync"
)

// inOrder calls explain for the items on all cores, and emit for the outcomes in
// the order of the items; more reports whether another item waits already. It
// stops at the first error of emit, and returns it. A few items for each core are
// held at a time, however many there are.
func inOrder(items iter.Seq[item], explain func(item) outcome, emit func(o outcome, more bool) error) error {
	type job struct {
		item item
		done chan outcome
	}
	workers := runtime.GOMAXPROCS(0)
	todo, queue := make(chan job, 2*workers), make(chan job, 2*workers)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(queue)
		defer close(todo)
		for it := range items {
			j := job{it, make(chan outcome, 1)}
			select {
			case queue <- j:
				todo <- j
			case <-stop:
				return
			}
		}
	})
	for range workers {
		wg.Go(func() {
			for j := range todo {
				j.done <- explain(j.item)
			}
		})
	}
	var err error
	for j := range queue {
		o := <-j.done
		if err != nil {
			continue // what was under way
		}
		if err = emit(o, len(queue) > 0); err != nil {
			close(stop)
		}
	}
	wg.Wait()
	return err
}
