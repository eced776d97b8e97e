package codes

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// The files begin with a description of their format.
//
//go:embed data/advice.txt data/advice.*.txt
var adviceFiles embed.FS

// adviceNamesFile holds the providers and the block lists.
const adviceNamesFile = "data/advice.names.txt"

// adviceData returns the table, read once. Its error is dropped: a test reads
// the same files, so that it cannot occur in a build that passed.
var adviceData = sync.OnceValue(func() *adviceTable {
	t, _ := loadAdvice(adviceFiles)
	return t
})

// An adviceTable holds all advice, by each way that leads to it.
type adviceTable struct {
	entries map[string]*adviceEntry
	names   map[string]*adviceName
	// providers and lists are the values of names, in the order of the file.
	providers, lists []*adviceName
	// codes, ranges and worded are by provider, "" for what holds everywhere.
	codes   map[providerStatus][]adviceMatch
	ranges  []adviceRange
	worded  map[string][]adviceWords
	auth    map[string]*adviceEntry
	general [numReasons][]*adviceEntry // the first is for the owner of the reason
}

// A providerStatus is a code and the provider that it is advice on, "" for all.
type providerStatus struct {
	provider string
	status   Status
}

// An adviceName is a provider, or a block list.
type adviceName struct {
	name  string   // "gmail", "Spamhaus ZEN"
	hosts []string // of the provider, as [hostMatches] takes them
	signs []string // words that no other provider writes, or that name the list
	link  string   // where to look an address up in the list
}

// An adviceEntry is one block of data/advice.txt with its texts.
type adviceEntry struct {
	name     string
	provider string   // "" for an entry that holds everywhere
	codes    []string // as the table writes them
	phrases  []string // words that decide between the entries of a code or provider
	common   bool
	reason   Reason
	owner    Owner
	scope    Scope
	link     string
}

// An adviceText is what an entry says in one language.
type adviceText struct {
	title, meaning string
	causes, fixes  []string
}

// adviceWords are words of a reply that find an entry without its code.
type adviceWords struct {
	words string
	entry *adviceEntry
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

// code returns the code of e that words in a reply with the status st found: st
// itself where it is one of e, the first one where the reply has none.
func (e *adviceEntry) code(st Status) string {
	switch {
	case len(e.codes) == 0 || st.IsValid() && !slices.Contains(e.codes, st.String()):
		return ""
	case st.IsValid():
		return st.String()
	}
	return e.codes[0]
}

// loadAdvice reads data/advice.txt and the names beside it. An error names the
// file and the line; what was read before it is returned too.
func loadAdvice(fsys fs.FS) (*adviceTable, error) {
	t := &adviceTable{
		entries: make(map[string]*adviceEntry),
		names:   make(map[string]*adviceName),
		codes:   make(map[providerStatus][]adviceMatch),
		worded:  make(map[string][]adviceWords),
		auth:    make(map[string]*adviceEntry),
	}
	if err := readBlocks(fsys, adviceNamesFile, t.beginName, (*adviceName).set); err != nil {
		return t, err
	}
	return t, readBlocks(fsys, "data/advice.txt", t.begin, t.setFact)
}

// adviceTexts are the texts in each language by the names of their entries, read
// when the language is first asked for. An error is dropped as that of adviceData
// is.
var adviceTexts = func() (texts [len(adviceLanguages)]func() map[string]*adviceText) {
	for i, tag := range adviceLanguages {
		texts[i] = sync.OnceValue(func() map[string]*adviceText {
			byName, _ := loadTexts(adviceFiles, tag, adviceData().entries)
			return byName
		})
	}
	return texts
}()

// loadTexts reads the texts of entries in a language. An error is as that of
// loadAdvice.
func loadTexts(fsys fs.FS, tag language.Tag, entries map[string]*adviceEntry) (map[string]*adviceText, error) {
	texts := make(map[string]*adviceText, len(entries))
	begin := func(name string) (*adviceText, error) {
		switch {
		case entries[name] == nil:
			return nil, fmt.Errorf("[%s] is not in advice.txt", name)
		case texts[name] != nil:
			return nil, fmt.Errorf("second [%s]", name)
		}
		texts[name] = &adviceText{}
		return texts[name], nil
	}
	return texts, readBlocks(fsys, "data/advice."+tag.String()+".txt", begin, (*adviceText).set)
}

// text returns the text of e in a language, an empty one where there is none.
func (e *adviceEntry) text(lang int) *adviceText {
	if text := adviceTexts[lang]()[e.name]; text != nil {
		return text
	}
	return &adviceText{}
}

// readBlocks reads a file of blocks: "[name]", then lines "key: value". Empty
// lines and those that begin with "#" say nothing. It calls begin for each
// name and set for each line under it.
func readBlocks[T any](fsys fs.FS, file string, begin func(name string) (*T, error), set func(block *T, key, value string) error) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	var block *T
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' && strings.HasSuffix(line, "]") {
			block, err = begin(line[1 : len(line)-1])
		} else {
			err = setLine(block, line, set)
		}
		if err != nil {
			return fmt.Errorf("codes: %s:%d: %w", file, n, err)
		}
	}
	return nil
}

func setLine[T any](block *T, line string, set func(block *T, key, value string) error) error {
	key, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch {
	case block == nil:
		return fmt.Errorf("%.40q stands before the first [name]", line)
	case !ok || value == "":
		return fmt.Errorf("%.40q is not \"key: value\"", line)
	}
	return set(block, key, value)
}

// beginName adds "provider NAME" or "list NAME".
func (t *adviceTable) beginName(name string) (*adviceName, error) {
	kind, rest, _ := strings.Cut(name, " ")
	n := &adviceName{name: rest}
	switch {
	case t.names[name] != nil:
		return nil, fmt.Errorf("second [%s]", name)
	case kind == "provider":
		t.providers = append(t.providers, n)
	case kind == "list":
		t.lists = append(t.lists, n)
	default:
		return nil, fmt.Errorf("[%.40s] is no provider and no list", name)
	}
	t.names[name] = n
	return n, nil
}

// set sets one line of a provider or list.
func (n *adviceName) set(key, value string) error {
	switch key {
	case "host":
		n.hosts = append(n.hosts, value)
		if !validHost(value) {
			return fmt.Errorf("%.40q is no host", value)
		}
	case "sign":
		n.signs = append(n.signs, value)
		return checkPhrase(value)
	case "link":
		n.link = value
	default:
		return fmt.Errorf("unknown key %.40q", key)
	}
	return nil
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

// setFact sets one fact of e and the index that leads to it.
func (t *adviceTable) setFact(e *adviceEntry, key, value string) error {
	switch key {
	case "code":
		return t.addCode(e, value)
	case "provider":
		return t.setProvider(e, value)
	case "phrase":
		e.phrases = append(e.phrases, value)
		if e.provider != "" {
			t.worded[e.provider] = append(t.worded[e.provider], adviceWords{value, e})
		}
		return checkPhrase(value)
	case "alone":
		e.phrases = append(e.phrases, value)
		t.worded[""] = append(t.worded[""], adviceWords{value, e})
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

// setProvider binds e to a provider: its codes and phrases count there alone.
func (t *adviceTable) setProvider(e *adviceEntry, value string) error {
	e.provider = value
	switch {
	case t.names["provider "+value] == nil:
		return fmt.Errorf("provider %.40q is not in %s", value, adviceNamesFile)
	case len(e.codes)+len(e.phrases) > 0:
		return errors.New("provider stands after code or phrase")
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
		at := providerStatus{e.provider, st}
		t.codes[at] = append(t.codes[at], m)
		return nil
	}
	last, err := strconv.ParseUint(to, 10, 16)
	if e.provider != "" || err != nil || last <= uint64(st.detail) || last > 999 {
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

// setGeneral makes e a general advice on a reason.
func (t *adviceTable) setGeneral(e *adviceEntry, value string) error {
	err := e.setReason(value)
	t.general[e.reason] = append(t.general[e.reason], e)
	return err
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
