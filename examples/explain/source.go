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
	// open gives its bytes; the worker that explains the item calls it. It is
	// nil where there is nothing to open: for a reply, and where err says why.
	open func() (io.ReadCloser, error)
	err  error
}

// A source is where the items come from.
type source struct {
	stdin io.Reader // nil once it was read
	paths []string
	mode  mode
}

var (
	errEmptyFolder = errors.New("no message in this folder")
	errStdinTwice  = errors.New("standard input was read already")
)

// each calls yield for every item, in order, until it returns false.
func (s *source) each(yield func(item) bool) {
	if len(s.paths) == 0 {
		s.path("-", yield)
	}
	for _, path := range s.paths {
		if !s.path(path, yield) {
			return
		}
	}
}

// path yields the items of standard input ("-"), of a file or, in the order of
// their names, of all files below a folder.
func (s *source) path(path string, yield func(item) bool) bool {
	if path == "-" {
		r := s.stdin
		s.stdin = nil
		if r == nil {
			return yield(item{name: path, err: errStdinTwice})
		}
		return s.stream(path, &untilEnd{r: r}, yield)
	}
	root, err := filepath.EvalSymlinks(path)
	if err != nil {
		return yield(item{name: path, err: err})
	}
	if info, err := os.Stat(root); err == nil && info.IsDir() {
		return s.folder(path, root, yield)
	}
	return s.file(path, yield)
}

// folder yields the items below a folder that is called path and stands at root.
// Of a Maildir only what is delivered counts: its folders cur and new.
func (s *source) folder(path, root string, yield func(item) bool) bool {
	goOn, empty := true, true
	filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		name := path
		if rel, err := filepath.Rel(root, p); err == nil {
			name = filepath.Join(path, rel)
		}
		switch {
		case err != nil:
			goOn, empty = yield(item{name: name, err: err}), false
		case d.IsDir():
			if p != root && d.Name() == "tmp" && isMaildir(filepath.Dir(p)) || d.Name() == ".git" {
				return filepath.SkipDir
			}
		case d.Type().IsRegular() && s.wants(p):
			goOn, empty = s.file(name, yield), false
		}
		if !goOn {
			return filepath.SkipAll
		}
		return nil
	})
	if empty {
		return yield(item{name: path, err: errEmptyFolder})
	}
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

// wants reports whether a file that was found in a folder may hold what is
// looked for: all in cur and new of a Maildir does, what stands beside these is
// the index of a server, and elsewhere people put data beside messages. A file
// named on the command line is read all the same.
func (s *source) wants(path string) bool {
	folder, name := filepath.Split(path)
	folder = filepath.Clean(folder)
	if s.mode == events {
		return name[0] != '.'
	}
	if isMaildir(folder) {
		return false
	}
	if base := filepath.Base(folder); (base == "cur" || base == "new") && isMaildir(filepath.Dir(folder)) {
		return true
	}
	switch extension(name) {
	case ".json", ".jsonl", ".tsv", ".csv", ".md":
		return s.mode == responses && extension(name) == ".csv" // an Exchange tracking log
	}
	return name[0] != '.'
}

// extension returns the extension of a file, in lower case, before that of gzip.
func extension(name string) string {
	name = strings.ToLower(name)
	return filepath.Ext(strings.TrimSuffix(name, ".gz"))
}

// file yields the items of one file. A message is opened by the worker that
// reads it; the rest is read here, piece by piece.
func (s *source) file(path string, yield func(item) bool) bool {
	f, err := openFile(path)
	if err != nil {
		return yield(item{name: path, err: err})
	}
	defer f.Close()
	br := bufio.NewReaderSize(f, 64<<10)
	if s.isMany(path, br) {
		return s.stream(path, br, yield)
	}
	return yield(item{name: path, open: func() (io.ReadCloser, error) { return openFile(path) }})
}

// isMany reports whether a file holds lines or an mbox, rather than one message
// or one body. One called .eml holds one message, whatever it begins with.
func (s *source) isMany(path string, br *bufio.Reader) bool {
	if s.mode != messages {
		return s.mode == responses
	}
	start, _ := br.Peek(len(fromLine))
	return string(start) == fromLine && extension(path) != ".eml"
}

// stream yields the items of r, which is read once.
func (s *source) stream(name string, r io.Reader, yield func(item) bool) bool {
	plain, err := unpack(r)
	if err != nil {
		return yield(item{name: name, err: err})
	}
	br := bufio.NewReaderSize(plain, 64<<10)
	switch {
	case s.mode == responses:
		return lines(name, br, yield)
	case s.isMany(name, br):
		return mbox(name, br, yield)
	}
	return yield(item{name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(br), nil }})
}
