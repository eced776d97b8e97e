package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// maxLine is how many bytes of one line are taken as a reply.
const maxLine = 64 << 10

var errNoLine = errors.New("no reply in it")

// eachLine calls take for the lines of r, with their ends. A line longer than maxLine
// comes in pieces; only the first isStart. The error is the one that ended r
// before its end.
func (s *source) eachLine(r io.Reader, take func(piece []byte, isStart bool)) error {
	br, isStart := bufio.NewReaderSize(r, maxLine), true
	for {
		if waiting, _ := br.Peek(br.Buffered()); bytes.IndexByte(waiting, '\n') < 0 {
			s.flush() // reading may take its time
		}
		piece, err := br.ReadSlice('\n')
		if len(piece) > 0 {
			take(piece, isStart)
		}
		switch isStart = err == nil; err {
		case nil, bufio.ErrBufferFull:
		case io.EOF:
			return nil
		default:
			return err
		}
	}
}

// lines adds the lines of r that are not empty.
func (s *source) lines(name string, r io.Reader) {
	before := s.added
	err := s.eachLine(r, func(line []byte, isStart bool) {
		if line = bytes.TrimSpace(line); isStart && len(line) > 0 {
			s.add(item{name: string(line)})
		}
	})
	if err == nil && s.added == before {
		err = errNoLine
	}
	s.fail(name, err)
}
