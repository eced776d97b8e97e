package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
)

// unpack returns what r holds, unpacked where gzip (RFC 1952) packed it. The
// content tells, not a name.
func unpack(r io.Reader) (*bufio.Reader, error) {
	br := bufio.NewReader(r)
	if start, _ := br.Peek(2); string(start) != "\x1f\x8b" {
		return br, nil
	}
	z, err := gzip.NewReader(br)
	return bufio.NewReader(z), err
}

// An unpackedFile reads a file, unpacked.
type unpackedFile struct {
	*bufio.Reader
	io.Closer
}

// openFile opens a file, unpacked.
func openFile(path string) (unpackedFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return unpackedFile{}, err
	}
	r, err := unpack(f)
	if err != nil {
		f.Close()
	}
	return unpackedFile{r, f}, err
}
