package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// isTerminal reports whether f is a terminal.
func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull) // a character device too
	return err != nil || !os.SameFile(info, null)
}

// isColourful reports whether to use colour and bold letters: on a terminal that
// can, unless the user wants none (https://no-color.org).
func isColourful(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// A progress shows on a terminal how far a long run has come, on one line that
// is taken away at the end.
type progress struct {
	w     io.Writer // nil where nobody looks
	now   func() time.Time
	next  time.Time
	count int
	shown bool
}

// progressEvery is how often the line is renewed, and how long a run may take
// before there is one.
const progressEvery = time.Second / 2

// newProgress returns the progress line of a run. There is none where what was
// found goes to a terminal too as it comes: that is progress enough.
func newProgress(stdout, stderr io.Writer, summary bool) *progress {
	p := &progress{now: time.Now}
	if isTerminal(stderr) && (summary || !isTerminal(stdout)) {
		p.w, p.next = stderr, p.now().Add(progressEvery)
	}
	return p
}

// step counts the items with these names.
func (p *progress) step(names []string) {
	p.count += len(names)
	if p.w == nil {
		return
	}
	if now := p.now(); now.After(p.next) {
		last := names[len(names)-1]
		fmt.Fprintf(p.w, "\r%s\x1b[K", shorten(fmt.Sprintf("%s read: %s", thousands(p.count, ","), printable(last)), pageWidth-1))
		p.next, p.shown = now.Add(progressEvery), true
	}
}

// clear takes the line off the terminal.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
