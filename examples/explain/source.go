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
	stdin  io.Reader
	paths  []string
	lines  bool // the items are lines, not messages
	bodies bool // the items are files of any name, not messages
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
// files below a folder. Of a Maildir only what is delivered counts: the folders
// cur and new.
func (s source) path(path string, yield func(item) bool) bool {
	root, err := filepath.EvalSymlinks(path)
	if err != nil {
		return yield(item{name: path, err: err})
	}
	goOn := true
	filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		name := path + strings.TrimPrefix(p, root)
		switch {
		case err != nil:
			goOn = yield(item{name: name, err: err})
		case d.IsDir():
			if p != root && d.Name() == "tmp" && isMaildir(filepath.Dir(p)) || d.Name() == ".git" {
				return filepath.SkipDir
			}
		case p == root || d.Type().IsRegular() && (s.bodies && d.Name()[0] != '.' || isMessage(p)):
			goOn = s.file(name, yield)
		}
		if !goOn {
			return filepath.SkipAll
		}
		return nil
	})
	return goOn
}

// isMaildir reports whether folder has the folders of a Maildir.
func isMaildir(folder string) bool {
	for _, name := range []string{"cur", "new"} {
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// isMessage reports whether a file that was found in a folder may be a message:
// all in cur and new of a Maildir are, what stands beside these is the index of
// a server, and elsewhere people put data beside messages. A file named on the
// command line is read all the same.
func isMessage(path string) bool {
	folder, name := filepath.Split(path)
	folder = filepath.Clean(folder)
	if isMaildir(folder) {
		return false
	}
	if base := filepath.Base(folder); (base == "cur" || base == "new") && isMaildir(filepath.Dir(folder)) {
		return true
	}
	switch filepath.Ext(name) {
	case ".json", ".jsonl", ".tsv", ".csv", ".md":
		return false
	}
	return name[0] != '.'
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
	single := s.bodies || strings.EqualFold(filepath.Ext(path), ".eml")
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
	return yield(item{name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(br), nil }})
}

func opener(data []byte) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }
}

// maxReply is how much of one line is taken as a reply.
const maxReply = 64 << 10

// replies yields the lines of r that are not empty.
func replies(name string, r *bufio.Reader, yield func(item) bool) bool {
	var reply []byte
	for {
		piece, err := r.ReadSlice('\n')
		reply = append(reply, piece[:min(len(piece), maxReply-len(reply))]...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if line := strings.TrimSpace(string(reply)); line != "" && !yield(item{name: line}) {
			return false
		}
		reply = reply[:0]
		if err == io.EOF {
			return true
		}
		if err != nil {
			return yield(item{name: name, err: err})
		}
	}
}

// mbox yields the messages of an mbox file (RFC 4155), named after the file
// and their number. A file with a single message has no numbers. Of a message
// beyond maxMboxMessage the rest is left out.
func mbox(name string, r *bufio.Reader, yield func(item) bool) bool {
	var message []byte
	number, full := 0, false
	emit := func(last bool) bool {
		number++
		n := name
		if !last || number > 1 {
			n += ":" + strconv.Itoa(number)
		}
		data := message
		message, full = nil, false
		return yield(item{name: n, open: opener(data)})
	}
	begins, blank := true, true // a line begins, and the one before was blank
	for {
		piece, err := r.ReadSlice('\n')
		if begins && blank && len(message) > 0 && isFromLine(piece) && !emit(false) {
			return false
		}
		if full = full || len(message)+len(piece) > maxMboxMessage; !full {
			message = append(message, piece...)
		}
		if begins {
			blank = len(bytes.TrimSpace(piece)) == 0
		}
		begins = err == nil
		switch err {
		case nil, bufio.ErrBufferFull:
		case io.EOF:
			return emit(true)
		default:
			return yield(item{name: name, err: err})
		}
	}
}

// isFromLine reports whether line begins a message in an mbox file: "From ",
// the envelope sender and a date as of asctime, "Thu Jan  1 00:00:00 1970". The
// day may stand before the month, and a zone somewhere.
func isFromLine(line []byte) bool {
	if !bytes.HasPrefix(line, []byte("From ")) || len(line) > 200 {
		return false
	}
	words := strings.Fields(string(line))
	day, month, clock := false, false, false
	for _, w := range words[min(2, len(words)):] {
		day = day || strings.Contains("Mon Tue Wed Thu Fri Sat Sun Mon, Tue, Wed, Thu, Fri, Sat, Sun,", w) && len(w) >= 3
		month = month || strings.Contains("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", w) && len(w) == 3
		clock = clock || strings.Count(w, ":") >= 1
	}
	return day && month && clock
}
