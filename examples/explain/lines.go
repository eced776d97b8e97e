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

// eachLine calls take for the lines of r, with their ends, until it returns false.
// A line longer than maxLine comes in pieces, of which the first alone isStart. The
// error is the one that ended r before its end; goOn is false where take was.
func (s *source) eachLine(r io.Reader, take func(piece []byte, isStart bool) bool) (goOn bool, err error) {
	br := bufio.NewReaderSize(r, maxLine)
	for isStart := true; ; isStart = err == nil {
		if waiting, _ := br.Peek(br.Buffered()); bytes.IndexByte(waiting, '\n') < 0 && !s.flush() { // reading may take its time
			return false, nil
		}
		var piece []byte
		piece, err = br.ReadSlice('\n')
		if len(piece) > 0 && !take(piece, isStart) {
			return false, nil
		}
		switch err {
		case nil, bufio.ErrBufferFull:
		case io.EOF:
			return true, nil
		default:
			return true, err
		}
	}
}

// lines adds the lines of r that are not empty.
func (s *source) lines(name string, r io.Reader) bool {
	before := s.added
	goOn, err := s.eachLine(r, func(line []byte, isStart bool) bool {
		line = bytes.TrimSpace(line)
		return !isStart || len(line) == 0 || s.add(item{name: string(line)})
	})
	if err == nil && s.added == before {
		err = errNoLine
	}
	return goOn && (err == nil || s.add(item{name: name, err: err}))
}
