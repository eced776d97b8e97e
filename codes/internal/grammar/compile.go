package grammar

import (
	"fmt"
	"slices"
	"strings"
)

// Limits of a grammar.
const (
	maxClasses  = 1 << 11
	maxElements = 8         // of a rule
	maxNumber   = 1<<16 - 1 // of a rule or a word
)

// Names of classes that mean something to the matcher.
const (
	classNot    = "NOT"
	classFiller = "FILLER"
)

// Flags of a class.
const (
	flagSubject = 1 << iota
	flagNot
	flagFiller
)

// A compiler collects what a grammar is made of.
type compiler struct {
	ids      map[string]uint16 // by the name of a class, or a phrase
	flags    []byte            // by class
	members  map[member]bool
	patterns []pattern
}

// A member is one form of a member of a class.
type member struct {
	class uint16
	form
}

// A form is what is written as words, as it is compared.
type form struct {
	words  string // folded, parted by blanks
	star   bool   // what begins so, too
	domain bool   // the end of the name of a host
}

type pattern struct {
	rule  uint16
	elems []element
}

// An element is a class, after at most gap words.
type element struct {
	class uint16
	gap   uint8 // and gapOver where it reaches over subjects
}

const gapOver = 1 << 7

// Compile returns the compiled form of src. A match tells a rule by its Number.
// The error is an [*Error].
func Compile(src Source) (string, error) {
	c := compiler{ids: map[string]uint16{}, members: map[member]bool{}}
	for _, name := range markNames {
		c.id(name)
	}
	for _, m := range src.Members {
		if err := c.member(m); err != nil {
			return "", err
		}
	}
	for _, r := range src.Rules {
		if err := c.rule(r); err != nil {
			return "", err
		}
	}
	if len(c.flags) > maxClasses {
		return "", syntax(0, "more than %d classes and phrases", maxClasses)
	}
	return c.encode()
}

// id returns the number of a class, a new one where it has none.
func (c *compiler) id(name string) uint16 {
	id, ok := c.ids[name]
	if !ok {
		id = uint16(len(c.flags))
		c.ids[name] = id
		c.flags = append(c.flags, 0)
	}
	return id
}

func (c *compiler) member(m Member) error {
	id := c.id(m.Class)
	switch {
	case m.Class == classNot:
		c.flags[id] |= flagNot
	case m.Class == classFiller:
		c.flags[id] |= flagFiller
	case m.Subject:
		c.flags[id] |= flagSubject
	}
	list, err := expand(m.Text, false)
	for _, items := range list {
		if err == nil {
			err = c.phrase(items, id)
		}
	}
	if err != nil {
		return &Error{m.Line, err}
	}
	return nil
}

// phrase makes items, which are words, a member of the class id.
func (c *compiler) phrase(items []item, id uint16) error {
	f, err := foldPhrase(items)
	for _, f := range f.contracted() {
		c.members[member{id, f}] = true
	}
	return err
}

// contractions are the words that "not" makes with the verb before it.
var contractions = [...]struct{ verb, folded string }{
	{"does", "doesnt"}, {"do", "dont"}, {"did", "didnt"}, {"is", "isnt"}, {"are", "arent"}, {"was", "wasnt"},
	{"were", "werent"}, {"has", "hasnt"}, {"have", "havent"}, {"can", "cant"}, {"can", "cannot"}, {"could", "couldnt"},
	{"will", "wont"},
}

// contracted returns f and what it is where "not" is drawn together with a verb.
func (f form) contracted() []form {
	list := []form{f}
	words := strings.Fields(f.words)
	at := slices.Index(words, "not")
	if at < 0 {
		return list
	}
	for _, c := range contractions {
		from := at
		if at > 0 && isVerb(words[at-1]) {
			if from--; words[from] != c.verb {
				continue
			}
		}
		f.words = strings.Join(slices.Concat(words[:from], []string{c.folded}, words[at+1:]), " ")
		list = append(list, f)
	}
	return list
}

// isVerb reports whether word is one that "not" is drawn together with.
func isVerb(word string) bool {
	for _, c := range contractions {
		if c.verb == word {
			return true
		}
	}
	return false
}

// foldPhrase returns the form of words.
func foldPhrase(words []item) (f form, err error) {
	for i, it := range words {
		w := it.text
		if !it.isWord() {
			return f, fmt.Errorf("%w: %.40q is no word", ErrSyntax, w)
		}
		if i == len(words)-1 {
			w, f.star = strings.CutSuffix(w, "*")
		}
		part, host, ok := foldWord(w)
		if !ok {
			return f, fmt.Errorf("%w: %.40q is no word", ErrSyntax, w)
		}
		if len(part) > maxLength {
			return f, fmt.Errorf("%w: %.40q is a word of more than %d bytes", ErrSyntax, w, maxLength)
		}
		f.domain = host && len(words) == 1
		f.words += " " + part
	}
	f.words = f.words[1:]
	return f, nil
}

// foldWord returns the folded form of what is written as one word, such as
// "e-mail", and whether it is the name of a host.
func foldWord(w string) (folded string, host, ok bool) {
	if strings.HasPrefix(w, helpToken) {
		return strings.ToLower(w), false, len(w) > len(helpToken)
	}
	x := lexer{text: w, c: new(clause)}
	x.next()
	host = x.c.nw == 1 && x.c.words[0].host
	ok = x.c.nw > 0 && x.i == len(w) && (x.c.nm == 0 || host) && !strings.ContainsAny(w, `=<>"()[]*^\`)
	return string(x.c.text[min(1, x.c.n):x.c.n]), host, ok
}

// rule adds the patterns of a rule.
func (c *compiler) rule(r Rule) error {
	if r.Number > maxNumber {
		return syntax(r.Line, "more than %d rules", maxNumber)
	}
	list, err := expand(r.Text, true)
	if err != nil {
		return &Error{r.Line, err}
	}
	for _, items := range list {
		elems, err := c.elements(items)
		if err != nil {
			return &Error{r.Line, err}
		}
		c.patterns = append(c.patterns, pattern{uint16(r.Number), elems})
	}
	return nil
}

// elements returns the elements of items. Words that stand together are one
// element.
func (c *compiler) elements(items []item) ([]element, error) {
	var elems []element
	gap := uint8(0)
	for i := 0; i < len(items); {
		n := 1
		if items[i].gap > 0 {
			if i == 0 || i == len(items)-1 {
				return nil, fmt.Errorf("%w: a gap stands between two elements", ErrSyntax)
			}
			gap = min(gap&^gapOver+uint8(items[i].gap), maxGap)
			if items[i].over {
				gap |= gapOver
			}
			i++
			continue
		}
		for items[i].isWord() && i+n < len(items) && items[i+n].isWord() {
			n++
		}
		id, err := c.element(items[i : i+n])
		if err != nil {
			return nil, err
		}
		elems = append(elems, element{id, gap})
		gap = 0
		i += n
	}
	if len(elems) == 0 || len(elems) > maxElements {
		return nil, fmt.Errorf("%w: %d elements, not 1 to %d", ErrSyntax, len(elems), maxElements)
	}
	return elems, nil
}

// element returns the class that items stand for: words, the name of a class,
// a mark, or a group.
func (c *compiler) element(items []item) (uint16, error) {
	it := items[0]
	if it.group == nil && !it.isWord() {
		id, ok := c.ids[it.text]
		if !ok {
			return 0, fmt.Errorf("%w: no class %.40s", ErrSyntax, it.text)
		}
		return id, nil
	}
	choices := it.group
	if choices == nil {
		choices = [][]item{items}
	}
	var names []string
	for _, words := range choices {
		names = append(names, fmt.Sprint(words))
	}
	slices.Sort(names) // "(a|b)" is "(b|a)"
	id := c.id(fmt.Sprint(names))
	for _, words := range choices {
		if err := c.phrase(words, id); err != nil {
			return 0, err
		}
	}
	return id, nil
}
