package main

import (
	"bufio"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// An item is one message, or one reply, to explain.
type item struct {
	name string
	// open gives its bytes; it is called by the worker that explains it.
	open func() (io.ReadCloser, error)
	err  error // why there is nothing to open
}

// source says where the items come from.
type source struct {
	stdin io.Reader
	paths []string
	lines bool // the items are lines, not messages
}

// maxMboxMessage is how much of one message in an mbox file is kept.
const maxMboxMessage = 32 << 20

// each calls yield for every item, in order, until it returns false.
func (s source) each(yield func(item) bool) {
	if len(s.paths) == 0 {
		s.stream("-", s.stdin, yield)
		return
	}
	for _, path := range s.paths {
		if !s.path(path, yield) {
			return
		}
	}
}

// path yields the items of a file or, in the order of their names, of all
// files below a folder. Messages that a mail server is still writing into a
// Maildir stand in its tmp folder and are left out.
func (s source) path(path string, yield func(item) bool) bool {
	goOn := true
	err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			goOn = yield(item{name: p, err: err})
		case d.IsDir():
			if p != path && (d.Name() == "tmp" && isMaildir(filepath.Dir(p)) || strings.HasPrefix(d.Name(), ".git")) {
				return filepath.SkipDir
			}
		case p == path || d.Type().IsRegular() && !isData(d.Name()):
			goOn = s.file(p, yield)
		}
		if !goOn {
			return filepath.SkipAll
		}
		return nil
	})
	return goOn && err == nil
}

// isData reports whether a file in a folder is one that people put beside
// messages. Named on the command line it is read all the same.
func isData(name string) bool {
	switch filepath.Ext(name) {
	case ".json", ".jsonl", ".tsv", ".csv", ".md":
		return true
	}
	return name[0] == '.'
}

// isMaildir reports whether folder has the folders of a Maildir.
func isMaildir(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "cur"))
	return err == nil
}

// file yields the items of one file.
func (s source) file(path string, yield func(item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(item{name: path, err: err})
	}
	defer f.Close()
	var start [5]byte
	n, _ := io.ReadFull(f, start[:])
	// A file of that name holds one message, whatever its body looks like.
	single := strings.EqualFold(filepath.Ext(path), ".eml")
	if s.lines || !single && string(start[:n]) == "From " {
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return yield(item{name: path, err: err})
		}
		return s.stream(path, f, yield)
	}
	return yield(item{name: path, open: func() (io.ReadCloser, error) { return os.Open(path) }})
}

// stream yields the items of r: lines, the messages of an mbox file, or one
// message.
func (s source) stream(name string, r io.Reader, yield func(item) bool) bool {
	br := bufio.NewReaderSize(r, 64<<10)
	if s.lines {
		return replies(name, br, yield)
	}
	if start, _ := br.Peek(5); string(start) == "From " {
		return mbox(name, br, yield)
	}
	data, err := io.ReadAll(br)
	return yield(item{name: name, open: opener(data), err: err})
}

func opener(data []byte) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }
}

// replies yields the lines of r that are not empty.
func replies(name string, r *bufio.Reader, yield func(item) bool) bool {
	for n := 1; ; n++ {
		line, err := r.ReadString('\n')
		if line = strings.TrimSpace(line); line != "" {
			if !yield(item{name: line, open: opener(nil)}) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return yield(item{name: name + ":" + strconv.Itoa(n), err: err})
		}
	}
}

// mbox yields the messages of an mbox file (RFC 4155), named after the file
// and their number. A file with a single message has no numbers.
func mbox(name string, r *bufio.Reader, yield func(item) bool) bool {
	var message []byte
	number, blank := 0, true
	emit := func(last bool) bool {
		number++
		n := name
		if !last || number > 1 {
			n += ":" + strconv.Itoa(number)
		}
		data := message
		message = nil
		return yield(item{name: n, open: opener(data)})
	}
	for {
		line, err := r.ReadBytes('\n')
		if blank && len(message) > 0 && isFromLine(line) && !emit(false) {
			return false
		}
		if len(message)+len(line) <= maxMboxMessage {
			message = append(message, line...)
		}
		blank = len(bytes.TrimSpace(line)) == 0
		if err == io.EOF {
			return emit(true)
		}
		if err != nil {
			return yield(item{name: name, err: err})
		}
	}
}

// isFromLine reports whether line begins a message in an mbox file: "From ",
// the envelope sender and a date as of asctime, whose last word is a year
// unless a zone follows.
func isFromLine(line []byte) bool {
	if !bytes.HasPrefix(line, []byte("From ")) || len(line) > 200 {
		return false
	}
	words := strings.Fields(string(line))
	if len(words) < 6 {
		return false
	}
	clock := false
	for _, w := range words[4:] {
		clock = clock || strings.Count(w, ":") >= 1
	}
	return clock
}
