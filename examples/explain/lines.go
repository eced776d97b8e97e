package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

// maxLine is how many bytes of one line are taken as a reply.
const maxLine = 64 << 10

var errNoLine = errors.New("no reply in it")

// lines adds the lines of r that are not empty.
func (s *source) lines(name string, r *bufio.Reader) bool {
	var line []byte
	none := true
	for {
		if waiting, _ := r.Peek(r.Buffered()); bytes.IndexByte(waiting, '\n') < 0 && !s.flush() { // reading may take its time
			return false
		}
		piece, err := r.ReadSlice('\n')
		line = append(line, piece[:min(len(piece), maxLine-len(line))]...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if text := strings.TrimSpace(string(line)); text != "" {
			if none = false; !s.add(item{name: text}) {
				return false
			}
		}
		line = line[:0]
		switch {
		case err == nil:
		case err != io.EOF:
			return s.add(item{name: name, err: err})
		case none:
			return s.add(item{name: name, err: errNoLine})
		default:
			return true
		}
	}
}
