package codes

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
)

// The files begin with a description of their format.
//
//go:embed data/advice.txt data/advice.*.txt
var adviceFiles embed.FS

// adviceData returns the table, read once. Its error is dropped: a test reads
// the same files, so that it cannot occur in a build that passed.
var adviceData = sync.OnceValue(func() *adviceTable {
	t, _ := loadAdvice(adviceFiles)
	return t
})

// An adviceTable holds all advice, by each way that leads to it.
type adviceTable struct {
	entries map[string]*adviceEntry
	codes   map[Status][]adviceMatch
	ranges  []adviceRange
	worded  []adviceMatch // entries with a phrase, in the order of the file
	auth    map[string]*adviceEntry
	general [numReasons]*adviceEntry
}

// An adviceEntry is one block of data/advice.txt with its texts.
type adviceEntry struct {
	name    string
	codes   []string // as the table writes them
	phrases []string
	common  bool
	reason  Reason
	owner   Owner
	scope   Scope
	link    string
	texts   [len(adviceLanguages)]adviceText
}

// An adviceText is what an entry says in one language.
type adviceText struct {
	title, meaning string
	causes, fixes  []string
}

// An adviceRange is a run of codes that differ in the last number.
type adviceRange struct {
	first   Status
	last    uint16
	matches []adviceMatch // one
}

func (r adviceRange) contains(st Status) bool {
	return st.class == r.first.class && st.subject == r.first.subject &&
		r.first.detail <= st.detail && st.detail <= r.last
}

// code returns the first code of e, "" where it has none.
func (e *adviceEntry) code() string {
	if len(e.codes) == 0 {
		return ""
	}
	return e.codes[0]
}

// loadAdvice reads data/advice.txt and the texts beside it. An error names the
// file and the line; what was read before it is returned too.
func loadAdvice(fsys fs.FS) (*adviceTable, error) {
	t := &adviceTable{
		entries: make(map[string]*adviceEntry),
		codes:   make(map[Status][]adviceMatch),
		auth:    make(map[string]*adviceEntry),
	}
	if err := readBlocks(fsys, "data/advice.txt", t.begin, t.setFact); err != nil {
		return t, err
	}
	for i, tag := range adviceLanguages {
		set := func(e *adviceEntry, key, value string) error { return e.texts[i].set(key, value) }
		if err := readBlocks(fsys, "data/advice."+tag.String()+".txt", t.lookup, set); err != nil {
			return t, err
		}
	}
	return t, nil
}

// readBlocks reads a file of blocks: "[name]", then lines "key: value". Empty
// lines and those that begin with "#" say nothing. It calls begin for each
// name and set for each line under it.
func readBlocks(fsys fs.FS, file string, begin func(name string) (*adviceEntry, error), set func(e *adviceEntry, key, value string) error) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	var e *adviceEntry
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' && strings.HasSuffix(line, "]") {
			e, err = begin(line[1 : len(line)-1])
		} else {
			err = setLine(e, line, set)
		}
		if err != nil {
			return fmt.Errorf("codes: %s:%d: %w", file, n, err)
		}
	}
	return nil
}

func setLine(e *adviceEntry, line string, set func(e *adviceEntry, key, value string) error) error {
	key, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch {
	case e == nil:
		return fmt.Errorf("%.40q stands before the first [name]", line)
	case !ok || value == "":
		return fmt.Errorf("%.40q is not \"key: value\"", line)
	}
	return set(e, key, value)
}

// begin adds the entry called name.
func (t *adviceTable) begin(name string) (*adviceEntry, error) {
	if t.entries[name] != nil {
		return nil, fmt.Errorf("second [%s]", name)
	}
	e := &adviceEntry{name: name}
	t.entries[name] = e
	return e, nil
}

// lookup returns the entry called name, for its texts.
func (t *adviceTable) lookup(name string) (*adviceEntry, error) {
	e := t.entries[name]
	if e == nil {
		return nil, fmt.Errorf("[%s] is not in advice.txt", name)
	}
	return e, nil
}

// setFact sets one fact of e and the index that leads to it.
func (t *adviceTable) setFact(e *adviceEntry, key, value string) error {
	switch key {
	case "code":
		return t.addCode(e, value)
	case "phrase":
		if len(e.phrases) == 0 {
			t.worded = append(t.worded, adviceMatch{entry: e})
		}
		e.phrases = append(e.phrases, value)
		return checkPhrase(value)
	case "auth":
		if t.auth[value] != nil {
			return fmt.Errorf("second advice on %s", value)
		}
		t.auth[value] = e
	case "general":
		return t.setGeneral(e, value)
	case "reason":
		return e.setReason(value)
	case "owner":
		return e.owner.UnmarshalText([]byte(value))
	case "scope":
		return e.scope.UnmarshalText([]byte(value))
	case "link":
		e.link = value
	case "common":
		e.common = value == "yes"
		if !e.common {
			return fmt.Errorf("common is %.40q, want yes", value)
		}
	default:
		return fmt.Errorf("unknown key %.40q", key)
	}
	return nil
}

// addCode adds a code, "5.1.1", or a range, "5.7.606-649".
func (t *adviceTable) addCode(e *adviceEntry, value string) error {
	from, to, isRange := strings.Cut(value, "-")
	st, err := ParseStatus(from)
	if err != nil {
		return err
	}
	e.codes = append(e.codes, value)
	m := adviceMatch{entry: e, code: value}
	if !isRange {
		t.codes[st] = append(t.codes[st], m)
		return nil
	}
	last, err := strconv.ParseUint(to, 10, 16)
	if err != nil || last <= uint64(st.detail) || last > 999 {
		return fmt.Errorf("%.40q is not a range of codes", value)
	}
	t.ranges = append(t.ranges, adviceRange{st, uint16(last), []adviceMatch{m}})
	return nil
}

// setReason sets the reason of e, and with it owner and scope.
func (e *adviceEntry) setReason(value string) error {
	if e.owner != OwnerUnknown || e.scope != ScopeUnknown {
		return errors.New("reason stands twice, or after owner or scope")
	}
	err := e.reason.UnmarshalText([]byte(value))
	e.owner, e.scope = e.reason.Owner(), e.reason.Scope()
	return err
}

// setGeneral makes e the general advice on a reason.
func (t *adviceTable) setGeneral(e *adviceEntry, value string) error {
	if err := e.setReason(value); err != nil {
		return err
	}
	if t.general[e.reason] != nil {
		return fmt.Errorf("second general advice on %s", value)
	}
	t.general[e.reason] = e
	return nil
}

// checkPhrase reports a phrase that a folded text cannot contain.
func checkPhrase(p string) error {
	if foldAdvice(p) != p {
		return fmt.Errorf("phrase %.40q is not lower case", p)
	}
	return nil
}

// set sets one line of the text.
func (t *adviceText) set(key, value string) error {
	switch key {
	case "title", "meaning":
		p := &t.title
		if key == "meaning" {
			p = &t.meaning
		}
		if *p != "" {
			return fmt.Errorf("second %s", key)
		}
		*p = value
	case "cause":
		t.causes = append(t.causes, value)
	case "fix":
		t.fixes = append(t.fixes, value)
	default:
		return fmt.Errorf("unknown key %.40q", key)
	}
	return nil
}
