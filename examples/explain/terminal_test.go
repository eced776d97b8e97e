package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

// TestProgress renews the line only as often as it can be read, and leaves
// nothing behind.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	var clock time.Time
	p := progress{w: &out, now: func() time.Time { return clock }, next: clock.Add(progressEvery)}
	for range 1100 {
		p.step([]string{"mail/" + strings.Repeat("long", 30) + "\x1b.eml"})
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

// A teletype ends, and goes on.
type teletype struct{ lines []string }

func (t *teletype) Read(p []byte) (int, error) {
	s := t.lines[0]
	t.lines = t.lines[1:]
	if s == "" {
		return 0, io.EOF
	}
	return copy(p, s), nil
}

// TestEndOnce ends with the first end of a terminal.
func TestEndOnce(t *testing.T) {
	for _, args := range [][]string{{"-json"}, {"-responses", "-json"}} {
		var out, errs bytes.Buffer
		tty := &teletype{[]string{"550 5.1.1 ", "no such user\n", "", "550 5.1.1 more\n", ""}}
		if exit := run(args, tty, &out, &errs); exit != 0 || strings.Count(out.String(), "\n") != 1 || len(tty.lines) != 2 {
			t.Errorf("%v: exit %d, %q, %q, %d lines left", args, exit, out.String(), errs.String(), len(tty.lines))
		}
	}
}
