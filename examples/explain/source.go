package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// An item is one message, reply or body to explain.
type item struct {
	// name is the file, with the number of the message in an mbox file; of a
	// reply it is the line itself.
	name string
	// content is nil for a file, which whoever explains the item opens, for a
	// reply, and where err says why there is none. With an err beside it, it is
	// the part that could be read.
	content io.Reader
	err     error
}

// A source is where the items come from.
type source struct {
	stdin io.Reader // nil once it was read
	paths []string
	mode  mode

	yield    func([]item) bool
	batch    []item          // what is to be yielded
	added    int             // how many items were added
	maildirs map[string]bool // which folders are Maildirs, of those that were looked at
}

// maxBatch is how many items are explained at a stretch. A few are enough to
// make the cost of handing them on small.
const maxBatch = 16

var (
	errEmptyFolder = errors.New("no message in this folder")
	errStdinTwice  = errors.New("standard input was read already")
	errNoPath      = errors.New("no such file or directory; to look up a code, use explain -advice CODE")
)

// each calls yield for all items, in order and a few at a time, until it returns
// false.
func (s *source) each(yield func([]item) bool) {
	s.yield, s.maildirs = yield, make(map[string]bool)
	paths := s.paths
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	for _, path := range paths {
		if !s.path(path) {
			return
		}
	}
	s.flush()
}

// add adds an item to the batch, and yields a full one. Like all methods here
// that return a bool, it reports whether to go on.
func (s *source) add(it item) bool {
	s.batch = append(s.batch, it)
	s.added++
	return len(s.batch) < maxBatch || s.flush()
}

// flush yields the items that were added. It is called before anything that may
// take its time, such as reading from a pipe.
func (s *source) flush() bool {
	batch := s.batch
	s.batch = nil
	return len(batch) == 0 || s.yield(batch)
}

// path adds the items of standard input ("-"), of a file or, in the order of
// their names, of all files below a folder.
func (s *source) path(path string) bool {
	if path == "-" {
		r := s.stdin
		s.stdin = nil
		if r == nil {
			return s.add(item{name: path, err: errStdinTwice})
		}
		return s.stream(path, r)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil && isCode(path):
		return s.add(item{name: path, err: errNoPath})
	case err != nil:
		return s.add(item{name: path, err: err})
	case info.IsDir():
		return s.folder(path)
	case info.Mode().IsRegular():
		return s.file(path)
	case !s.flush(): // opening a pipe may take its time
		return false
	}
	f, err := os.Open(path) // stays open: the worker that explains the item reads it
	if err != nil {
		return s.add(item{name: path, err: err})
	}
	return s.stream(path, f)
}

// folder adds the items below a folder. Of a Maildir only what is delivered counts:
// its folders cur and new.
func (s *source) folder(folder string) bool {
	before, goOn := s.added, true
	root := folder + string(filepath.Separator) // follows a link
	filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			goOn = s.add(item{name: strings.TrimSuffix(path, string(filepath.Separator)), err: err})
		case e.IsDir():
			if path != root && (e.Name() == ".git" || e.Name() == "tmp" && s.isMaildir(filepath.Dir(path))) {
				return fs.SkipDir
			}
		case e.Type().IsRegular() && s.wants(path):
			goOn = s.file(path)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	return goOn && (s.added > before || s.add(item{name: folder, err: errEmptyFolder}))
}

// isMaildir reports whether folder has the folders of a Maildir.
func (s *source) isMaildir(folder string) bool {
	is, known := s.maildirs[folder]
	if !known {
		is = isFolder(filepath.Join(folder, "cur")) && isFolder(filepath.Join(folder, "new"))
		s.maildirs[folder] = is
	}
	return is
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// isDelivered reports whether a file is a message in cur or new of a Maildir.
func (s *source) isDelivered(path string) bool {
	folder := filepath.Dir(path)
	base := filepath.Base(folder)
	return (base == "cur" || base == "new") && s.isMaildir(filepath.Dir(folder))
}

// wants reports whether a file that was found in a folder may hold what is
// looked for: all in cur and new of a Maildir does, what stands beside these is
// the index of a server, and elsewhere people put data beside messages. A file
// named on the command line is read all the same.
func (s *source) wants(path string) bool {
	isHidden := filepath.Base(path)[0] == '.'
	switch {
	case s.mode == events:
		return !isHidden
	case s.isMaildir(filepath.Dir(path)):
		return false
	case s.isDelivered(path):
		return true
	}
	switch extension(path) {
	case ".csv": // an Exchange tracking log
		return s.mode == responses
	case ".json", ".jsonl", ".tsv", ".md":
		return false
	}
	return !isHidden
}

// extension returns the extension of a file, in lower case, before that of gzip.
func extension(path string) string {
	return filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz"))
}

// file adds the items of one file. What is one item is opened by the worker that
// reads it; the rest is read here, piece by piece.
func (s *source) file(path string) bool {
	if s.isOne(path) {
		return s.add(item{name: path})
	}
	f, err := openFile(path)
	if err != nil {
		return s.add(item{name: path, err: err})
	}
	defer f.Close()
	if s.isMany(f.Reader) {
		return s.split(path, f.Reader)
	}
	return s.add(item{name: path})
}

// isOne reports whether a file is one item, whatever it begins with.
func (s *source) isOne(path string) bool {
	return s.mode == events || s.mode == messages && (extension(path) == ".eml" || s.isDelivered(path))
}

// isMany reports whether what r holds is lines, or an mbox, rather than one item.
func (s *source) isMany(r *bufio.Reader) bool {
	start, _ := r.Peek(len(fromLine))
	return s.mode == responses || s.mode == messages && string(start) == fromLine
}

// stream adds the items of r, which can be read only once.
func (s *source) stream(name string, r io.Reader) bool {
	if !s.flush() { // reading may take its time
		return false
	}
	br, err := unpack(&untilEnd{r: r})
	switch {
	case err != nil:
		return s.add(item{name: name, err: err})
	case s.isMany(br):
		return s.split(name, br)
	}
	return s.add(item{name: name, content: br})
}

// split adds the lines or the messages that r holds.
func (s *source) split(name string, r *bufio.Reader) bool {
	if s.mode == responses {
		return s.lines(name, r)
	}
	return s.mbox(name, r)
}
