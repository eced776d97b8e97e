// Package data reads the files beside it, in which the words of reports stand.
// The generator of package wording compiles them, and tests compare what it
// compiled with them; no program that reads reports imports this package.
//
// Every file is read in the same way. A line in brackets is a heading, as in
// "[failed, German]": what its entries mean and, behind a comma, whose language
// they are in. Each line below it is an entry, in lower case, with single blanks
// and plain apostrophes, as [lex.FoldLower] leaves a text. An entry stands in
// quotes where a blank at its beginning or end belongs to it, or where it begins
// with "[", "#" or a quote. Lines that begin with "#" are comments.
package data

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"example.com/ndr/ndr/internal/lex"
)

//go:embed *.txt
var files embed.FS

// maxLine is how many characters a line of a file has at most.
const maxLine = 120

// A Group is the entries under one heading, in the order of the file.
type Group struct {
	Meaning, Language string
	Entries           []string
}

// Groups reads a file of entries. An error names the file and the line.
func Groups(name string) ([]Group, error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return parseGroups(name, string(text))
}

func parseGroups(name, text string) ([]Group, error) {
	var groups []Group
	seen := map[[2]string]bool{}
	err := eachLine(name, text, func(heading string) {
		meaning, language, _ := strings.Cut(heading, ", ")
		groups = append(groups, Group{Meaning: meaning, Language: language})
	}, func(line string) error {
		g := &groups[len(groups)-1]
		entry := unquote(line)
		key := [2]string{g.Meaning, entry}
		if seen[key] {
			return fmt.Errorf("%q stands twice", entry)
		}
		seen[key] = true
		g.Entries = append(g.Entries, entry)
		return checkFolded(entry)
	})
	return groups, err
}

// A Format is what formats.txt says of one mail system: see the head of that
// file.
type Format struct {
	Name                            string
	List, FromHost                  bool
	Opening, Header, Failed, Server []string
}

// Formats reads formats.txt, in its order. An error names the line.
func Formats() ([]Format, error) {
	text, err := files.ReadFile("formats.txt")
	if err != nil {
		return nil, err
	}
	return parseFormats(string(text))
}

func parseFormats(text string) ([]Format, error) {
	var formats []Format
	err := eachLine("formats.txt", text, func(name string) {
		formats = append(formats, Format{Name: name})
	}, func(line string) error {
		return formats[len(formats)-1].add(line)
	})
	return formats, err
}

// add takes a line of a format: a key, and what it says.
func (f *Format) add(line string) error {
	key, rest, _ := strings.Cut(line, " ")
	entry := unquote(strings.TrimSpace(rest))
	lists := map[string]*[]string{"opening": &f.Opening, "header": &f.Header, "failed": &f.Failed, "server": &f.Server}
	list, ok := lists[key]
	switch {
	case line == "list":
		f.List = true
		return nil
	case line == "from host":
		f.FromHost = true
		return nil
	case !ok || entry == "":
		return fmt.Errorf("%q is neither list, from host nor opening, header, failed or server with a text", line)
	}
	*list = append(*list, entry)
	if key == "header" {
		name, part, ok := strings.Cut(entry, ":")
		if !ok || name == "" {
			return fmt.Errorf("%q does not read \"Name: part of the value\"", entry)
		}
		return checkFolded(part)
	}
	return checkFolded(entry)
}

// eachLine calls heading for each heading of a file, and entry for each entry below one.
func eachLine(name, text string, heading func(string), entry func(string) error) error {
	n, headed := 0, false
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		var err error
		switch {
		case utf8.RuneCountInString(line) > maxLine:
			err = fmt.Errorf("more than %d characters", maxLine)
		case line == "", line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			heading(line[1 : len(line)-1])
			headed = true
		case !headed:
			err = fmt.Errorf("%q stands under no heading", line)
		default:
			err = entry(line)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}

func unquote(entry string) string {
	if len(entry) >= 2 && entry[0] == '"' && entry[len(entry)-1] == '"' {
		return entry[1 : len(entry)-1]
	}
	return entry
}

// checkFolded checks that an entry is as folded text is, so that it can be
// found.
func checkFolded(entry string) error {
	if strings.TrimSpace(entry) != lex.FoldLower(entry) {
		return fmt.Errorf("%q is not folded", entry)
	}
	return nil
}
