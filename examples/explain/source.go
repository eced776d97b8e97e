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

	yield    func([]item)
	batch    []item          // what is to be yielded
	added    int             // how many items were added
	maildirs map[string]bool // whether a folder that was looked at is a Maildir
}

// maxBatch is how many items are explained at a stretch. A few are enough to
// make the cost of passing them on small.
const maxBatch = 16

var (
	errEmptyFolder = errors.New("no message in this folder")
	errStdinTwice  = errors.New("standard input was read already")
	errNoPath      = errors.New("no such file or directory; to look up a code, use explain -advice CODE")
)

// each calls yield for all items, in order and a few at a time.
func (s *source) each(yield func([]item)) {
	s.yield, s.maildirs = yield, make(map[string]bool)
	paths := s.paths
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	for _, path := range paths {
		s.path(path)
	}
	s.flush()
}

// add adds an item to the batch, and yields a full one.
func (s *source) add(it item) {
	s.added++
	if s.batch = append(s.batch, it); len(s.batch) == maxBatch {
		s.flush()
	}
}

// flush yields the items that were added. It is called before anything that may
// take its time, such as reading from a pipe.
func (s *source) flush() {
	if batch := s.batch; len(batch) > 0 {
		s.batch = nil
		s.yield(batch)
	}
}

// fail adds an err that ended what was read, if there is one.
func (s *source) fail(name string, err error) {
	if err != nil {
		s.add(item{name: name, err: err})
	}
}

// path adds the items of standard input ("-"), of a file or, in the order of
// their names, of all files below a folder.
func (s *source) path(path string) {
	info, err := os.Stat(path)
	switch {
	case path == "-" && s.stdin == nil:
		s.fail(path, errStdinTwice)
	case path == "-":
		s.stream(path, s.stdin)
		s.stdin = nil
	case err != nil && isCode(path):
		s.fail(path, errNoPath)
	case err != nil:
		s.fail(path, err)
	case info.IsDir():
		s.folder(path)
	case info.Mode().IsRegular():
		s.file(path)
	default:
		s.pipe(path)
	}
}

// folder adds the items below a folder. Of a Maildir only what is delivered counts:
// its folders cur and new.
func (s *source) folder(folder string) {
	before := s.added
	root := folder + string(filepath.Separator) // follows a link
	filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			s.fail(strings.TrimSuffix(path, string(filepath.Separator)), err)
		case e.IsDir():
			if path != root && (e.Name() == ".git" || e.Name() == "tmp" && s.isMaildir(filepath.Dir(path))) {
				return fs.SkipDir
			}
		case e.Type().IsRegular() && s.wants(path):
			s.file(path)
		}
		return nil
	})
	if s.added == before {
		s.fail(folder, errEmptyFolder)
	}
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

// extension returns the extension of a file in lower case, the one before ".gz"
// if there is one.
func extension(path string) string {
	return filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz"))
}

// file adds the items of one file. What is one item, whatever it holds, is opened by
// the worker that reads it; the rest is read here, piece by piece.
func (s *source) file(path string) {
	isOne := s.mode == events || s.mode == messages && (extension(path) == ".eml" || s.isDelivered(path))
	if !isOne {
		f, err := openFile(path)
		if err != nil {
			s.fail(path, err)
			return
		}
		defer f.Close()
		if s.split(path, f.Reader) {
			return
		}
	}
	s.add(item{name: path})
}

// pipe adds the items of a file that can be read only once. It stays open: the
// worker that explains its item reads it.
func (s *source) pipe(path string) {
	s.flush() // opening may take its time
	f, err := os.Open(path)
	if err != nil {
		s.fail(path, err)
		return
	}
	s.stream(path, f)
}

// stream adds the items of r, which can be read only once. A terminal would go on after
// its end, and ask for another Ctrl-D; a MultiReader does not.
func (s *source) stream(name string, r io.Reader) {
	s.flush() // reading may take its time
	br, err := unpack(io.MultiReader(r))
	if err != nil {
		s.fail(name, err)
	} else if !s.split(name, br) {
		s.add(item{name: name, content: br})
	}
}

// split adds the lines or the messages of an mbox that r holds, and reports whether it
// holds lines or messages rather than one item.
func (s *source) split(name string, r *bufio.Reader) bool {
	start, _ := r.Peek(len(fromLine))
	switch {
	case s.mode == responses:
		s.lines(name, r)
	case s.mode == messages && string(start) == fromLine:
		s.mbox(name, r)
	default:
		return false
	}
	return true
}
