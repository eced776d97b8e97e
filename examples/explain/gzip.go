package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
)

// unpack returns what r holds, unpacked where gzip (RFC 1952) packed it. The
// content tells, not a name.
func unpack(r io.Reader) (io.Reader, error) {
	br := bufio.NewReader(r)
	if start, _ := br.Peek(2); string(start) != "\x1f\x8b" {
		return br, nil
	}
	return gzip.NewReader(br)
}

// An unpackedFile reads a file, unpacked.
type unpackedFile struct {
	io.Reader
	io.Closer
}

// openFile opens a file, unpacked.
func openFile(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r, err := unpack(f)
	if err != nil {
		f.Close()
		return nil, err
	}
	return unpackedFile{r, f}, nil
}
