package main

import (
	"errors"
	"strconv"
	"sync/atomic"
	"testing"
)

// numbers yields items without end, and counts them.
func numbers(taken *atomic.Int64) func(func([]item)) {
	return func(yield func([]item)) {
		for i := 0; ; i++ {
			yield([]item{{name: strconv.Itoa(i)}})
			taken.Add(1)
		}
	}
}

// TestInOrder keeps the order, holds few items at a time, and stops at an error.
func TestInOrder(t *testing.T) {
	var taken atomic.Int64
	const last = 1000
	enough := errors.New("enough")
	next := 0
	err := inOrder(numbers(&taken), func(batch []item, r *result) { r.names = []string{batch[0].name} }, func(r *result) error {
		if r.names[0] != strconv.Itoa(next) {
			t.Errorf("got item %s, want %d", r.names[0], next)
		}
		if ahead := taken.Load() - int64(next); ahead > 1000 {
			t.Fatalf("%d items are held", ahead)
		}
		if next++; next == last {
			return enough
		}
		return nil
	})
	if err != enough || next != last {
		t.Errorf("got %v after %d items", err, next)
	}
}
