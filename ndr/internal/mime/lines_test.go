package mime

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// readLines joins the lines that l hands out with "|", pieces with "+".
func readLines(t *testing.T, r io.Reader, limit int64) (string, *lineReader) {
	t.Helper()
	var l lineReader
	l.reset(r, limit)
	var b strings.Builder
	for {
		line, more, err := l.next()
		if err == io.EOF {
			return b.String(), &l
		}
		if err != nil {
			t.Fatalf("next: %v", err)
		}
		b.Write(line)
		if more {
			b.WriteByte('+')
		} else {
			b.WriteByte('|')
		}
	}
}

func TestLineEnds(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"LF", "a\nb\n\nc\n", "a|b||c|"},
		{"no last end", "a\nb", "a|b|"},
		{"CRLF", "a\r\nb\r\n\r\nc\r\n", "a|b||c|"},
		{"CRCRLF", "a\r\r\nb\r\r\n\r\r\nc\r\r\n", "a|b||c|"},
		{"bare CR", "a\rb\r\rc\r", "a|b||c|"},
		{"mixed", "a\r\nb\rc\nd", "a|b|c|d|"},
		{"CR run before LF", "a\r\r\r\r\nb", "a|||b|"},
		{"CR run at the end", "a\r\r\r", "a||||"[:4]},
		{"CR inside", "a\rb\nc", "a|b|c|"},
		{"UTF-16, little endian", "\xff\xfea\x00\r\x00\n\x00\xe9\x00", "a|é|"},
		{"UTF-16, big endian", "\xfe\xff\x00a\x00\n\x00b", "a|b|"},
		{"one byte", "a", "a|"},
	}
	for _, tt := range tests {
		for _, one := range []bool{false, true} {
			r := io.Reader(strings.NewReader(tt.in))
			if one {
				r = iotest.OneByteReader(r)
			}
			if got, _ := readLines(t, r, 1<<20); got != tt.want {
				t.Errorf("%s (one byte a read: %v): got %q, want %q", tt.name, one, got, tt.want)
			}
		}
	}
}

func TestLongLine(t *testing.T) {
	for _, n := range []int{bufferSize - 3, bufferSize - 2, bufferSize - 1, bufferSize, bufferSize + 1, 5*bufferSize + 7} {
		in := strings.Repeat("x", n) + "\r\ny\r\n"
		got, l := readLines(t, strings.NewReader(in), 1<<30)
		if want := strings.Repeat("x", n) + "|y|"; strings.ReplaceAll(got, "+", "") != want {
			t.Errorf("line of %d bytes: not handed out whole", n)
		}
		if l.line != 2 {
			t.Errorf("line of %d bytes: counted %d lines, want 2", n, l.line)
		}
	}
}

// Lines are cut where they end, not where the buffer does, whatever ends them.
func TestLinesAcrossBuffers(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n", "\r\r\n"} {
		const lines = 5 * bufferSize / len("a line")
		got, _ := readLines(t, strings.NewReader(strings.Repeat("a line"+end, lines)), 1<<20)
		if want := strings.Repeat("a line|", lines); got != want {
			t.Errorf("%q: %d of %d lines are whole", end, strings.Count("|"+got, "|a line|"), lines)
		}
	}
}

// What ends a line decides when it is handed out: nothing behind it is asked for.
func TestBareCRReadsNoFurther(t *testing.T) {
	var l lineReader
	l.reset(io.MultiReader(strings.NewReader("a\rb"), iotest.ErrReader(errors.New("broken"))), 1<<20)
	if line, _, err := l.next(); string(line) != "a" || err != nil || l.failed() != nil {
		t.Errorf("got %q, %v, %v", line, err, l.failed())
	}
}

func TestByteLimit(t *testing.T) {
	for _, tt := range []struct {
		limit int64
		want  string
		over  bool
	}{{1, "a|", true}, {5, "abc|d|", true}, {6, "abc|de|", true}, {7, "abc|de|", false}} {
		got, l := readLines(t, iotest.OneByteReader(strings.NewReader("abc\nde\n")), tt.limit)
		if got != tt.want || l.over != tt.over {
			t.Errorf("limit %d: got %q, over %v; want %q, %v", tt.limit, got, l.over, tt.want, tt.over)
		}
	}
}

func TestReadError(t *testing.T) {
	boom := errors.New("boom")
	var l lineReader
	l.reset(io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(boom)), 1<<20)
	for _, want := range []string{"a", "b"} {
		if line, _, err := l.next(); err != nil || string(line) != want {
			t.Fatalf("next = %q, %v; want %q", line, err, want)
		}
	}
	if _, _, err := l.next(); err != boom {
		t.Errorf("err = %v, want %v", err, boom)
	}
	l.reset(&failsOnce{boom}, 1<<20)
	if line, _, err := l.next(); err != nil || string(line) != "a" {
		t.Errorf("next = %q, %v; want what came with the error", line, err)
	}
	if _, _, err := l.next(); err != boom {
		t.Errorf("err = %v, want %v", err, boom)
	}
	l.reset(stuck{}, 1<<20)
	if _, _, err := l.next(); err != io.ErrNoProgress {
		t.Errorf("err = %v, want %v", err, io.ErrNoProgress)
	}
}

// failsOnce is a reader that gives its error together with a byte, and then ends.
type failsOnce struct{ err error }

func (f *failsOnce) Read(b []byte) (int, error) {
	err := f.err
	if f.err = io.EOF; err == io.EOF {
		return 0, err
	}
	return copy(b, "a"), err
}

// stuck is a reader that never says anything.
type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }
