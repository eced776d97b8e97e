package main

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// maxLine is how many bytes of one line are taken as a reply.
const maxLine = 64 << 10

var errNoLine = errors.New("no reply in it")

// lines yields the lines of r that are not empty.
func lines(name string, r *bufio.Reader, yield func(item) bool) bool {
	var line []byte
	none := true
	for {
		piece, err := r.ReadSlice('\n')
		line = append(line, piece[:min(len(piece), maxLine-len(line))]...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if text := strings.TrimSpace(string(line)); text != "" {
			if none = false; !yield(item{name: text}) {
				return false
			}
		}
		line = line[:0]
		switch {
		case err == nil:
		case err != io.EOF:
			return yield(item{name: name, err: err})
		case none:
			return yield(item{name: name, err: errNoLine})
		default:
			return true
		}
	}
}
