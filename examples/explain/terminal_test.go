package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
)

// TestProgress renews the line no more often than it can be read, and leaves
// nothing behind.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	var clock time.Time
	p := progress{w: &out, now: func() time.Time { return clock }, next: clock.Add(progressEvery)}
	for range 1100 {
		p.step("mail/" + strings.Repeat("long", 30) + "\x1b.eml")
		clock = clock.Add(time.Millisecond)
	}
	p.clear()
	p.clear()
	shown := strings.Split(strings.TrimSuffix(out.String(), "\r\x1b[K"), "\x1b[K")
	if len(shown) != 3 || !strings.HasPrefix(shown[1], "\r1,003 read: mail/long") || columns(shown[1]) > pageWidth || !strings.HasSuffix(out.String(), "…\x1b[K\r\x1b[K") {
		t.Errorf("got %q", shown)
	}
}

// TestNoTerminal takes neither a buffer nor a file nor the null device for one.
func TestNoTerminal(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	file, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, f := range []any{&bytes.Buffer{}, file, null} {
		if isTerminal(f) {
			t.Errorf("%T is taken for a terminal", f)
		}
	}
	if p := newProgress(file, &bytes.Buffer{}, false); p.w != nil {
		t.Error("progress is written into a buffer")
	}
}
