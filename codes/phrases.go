package codes

import (
	"slices"
	"strings"
	"sync"
)

//go:generate go run gen.go

// A strength says how much a phrase or a code proves. The order is that in
// which evidence wins.
type strength uint8

const (
	none    strength = iota
	bare             // a reply code: 550
	hint             // wording that goes along with many reasons: "rejected"
	generic          // a code for many reasons: 5.0.0, 5.1.0, 4.4.7
	weak             // wording that can be a cover: "mailbox unavailable"
	broad            // a code that systems use for several reasons: 5.7.1
	medium           // wording that has one meaning unless a code says more
	narrow           // a code that has one meaning: 5.1.10
	strong           // wording that has one meaning: "user unknown"
	exact            // one vendor's own number: 5.7.606
	token            // a mark of one vendor: RESOLVER.ADR.RecipNotFound
	own              // the caller's rule
)

// A phrase is an entry of data/phrases.tsv. What is zero is as for reason.
type phrase struct {
	text     string // as written in the data
	reason   Reason
	strength strength
	host     string // ending of the host that it is for, "" for any
	code     string // code that it needs, as [hasCode] reads it, "" for any
	owner    Owner
	scope    Scope
	keep     bool // never a reason to suppress the address
	mark     bool // names the sender's side: what follows is about that
}

// maxPhrase is more than any phrase is long, in folded bytes.
const maxPhrase = 1 << 10

// wording is the table of phrases, ready to be matched.
type wording struct {
	matcher *matcher
	entries []*phrase // sorted by folded text
	first   []int32   // entries[first[i]:first[i+1]] have the matcher's phrase i
}

// builtin builds the wording once, on the first reply that is judged.
var builtin = sync.OnceValue(func() *wording {
	entries := make([]*phrase, len(phraseTable))
	for i := range phraseTable {
		entries[i] = &phraseTable[i]
	}
	return newWording(entries)
})

func newWording(entries []*phrase) *wording {
	type folded struct {
		text  string
		entry *phrase
	}
	all := make([]folded, len(entries))
	for i, e := range entries {
		all[i] = folded{foldPhrase(e.text), e}
	}
	slices.SortStableFunc(all, func(a, b folded) int { return strings.Compare(a.text, b.text) })
	w := new(wording)
	var texts []string
	for i, f := range all {
		if i == 0 || f.text != all[i-1].text {
			texts = append(texts, f.text)
			w.first = append(w.first, int32(i))
		}
		w.entries = append(w.entries, f.entry)
	}
	w.first = append(w.first, int32(len(all)))
	w.matcher = newMatcher(texts)
	return w
}

// foldPhrase returns the folded form of a phrase: a blank before each word and
// none at the end.
func foldPhrase(text string) string {
	return strings.TrimSuffix(string(fold(nil, text, nil)), " ")
}

// find returns the entry that decides for the text of r, and the best of those
// that speak for another reason; nil where there is none. hinted is what the
// code says.
func (w *wording) find(r Response, o *Options, hinted Reason) (best, other *phrase) {
	f := w.matches(r.Text, o)
	f.dropInner()
	var highest int32
	for i, m := range f.list[:f.n] {
		e := w.entry(m.phrase, r, o)
		if e == nil || e.mark {
			continue
		}
		if isLasting(e.reason) || e.reason == DNSFailure {
			if mark := w.markBefore(&f, i, r, o); mark != nil {
				e = mark
			}
		}
		if rank := e.rank(m.end-m.start, hinted); best == nil || rank > highest {
			other = stronger(other, best)
			best, highest = e, rank
		} else {
			other = stronger(other, e)
		}
		if other != nil && other.reason == best.reason {
			other = nil
		}
	}
	if other != nil && (other.tellsOfSender(best) || other.tellsOfCheck(best)) {
		best, other = other, best
	}
	return best, other
}

// usualReply is longer than most replies are, folded: they need no memory of
// their own.
const usualReply = 1 << 10

// matches returns the phrases found in text.
func (w *wording) matches(text string, o *Options) matches {
	var buf [usualReply]byte
	f := matches{m: w.matcher}
	f.find(fold(buf[:0], text, o))
	return f
}

// rank says how much an entry that is found as n bytes proves. Of entries of
// one strength the one for hinted wins, then one that does not condemn the
// recipient's address, then the longest.
func (p *phrase) rank(n int32, hinted Reason) int32 {
	rank := int32(p.strength) * 3
	switch {
	case p.reason == hinted:
		rank += 2
	case !isLasting(p.reason):
		rank++
	}
	return rank*maxPhrase + n
}

// tellsOfSender reports whether p says that best, which proves no more and
// condemns an address, is about the sender's: "user unknown; sender verify
// failed".
func (p *phrase) tellsOfSender(best *phrase) bool {
	return p.reason == SenderRejected && isLasting(best.reason) && p.strength >= best.strength
}

// tellsOfCheck reports whether p names the check that best, which proves no
// more, is the outcome of: "SPF fail, sender not authorized".
func (p *phrase) tellsOfCheck(best *phrase) bool {
	return p.reason == AuthFailed && best.reason == SenderRejected && p.strength >= best.strength
}

// markBefore returns the mark that match i begins in or right after, nil where
// none is there.
func (w *wording) markBefore(f *matches, i int, r Response, o *Options) *phrase {
	at := f.list[i]
	for _, m := range f.list[:i] {
		if m.start < at.start && at.start <= m.end {
			if e := w.entry(m.phrase, r, o); e != nil && e.mark {
				return e
			}
		}
	}
	return nil
}

// stronger returns the entry that proves more. Of equals it is the one that
// does not condemn the recipient's address, then a.
func stronger(a, b *phrase) *phrase {
	switch {
	case a == nil:
		return b
	case b == nil || a.strength > b.strength:
		return a
	case b.strength > a.strength || isLasting(a.reason) && !isLasting(b.reason):
		return b
	}
	return a
}

// entry returns the entry of the matcher's phrase i for r: one for the host or
// the code before one for any; nil where none is for r, and for a phrase that
// is in the table to say nothing.
func (w *wording) entry(i int32, r Response, o *Options) *phrase {
	var best *phrase
	keys := -1
	for _, e := range w.entries[w.first[i]:w.first[i+1]] {
		n := 0
		if e.host != "" {
			if o == nil || !hostMatches(o.Host, e.host) {
				continue
			}
			n += 2
		}
		if e.code != "" {
			if !hasCode(r, e.code) {
				continue
			}
			n++
		}
		if n > keys {
			best, keys = e, n
		}
	}
	if best != nil && best.strength == none {
		return nil
	}
	return best
}

// hostMatches reports whether host is the name pattern, or ends with it where
// pattern begins with a dot; ".example.com" is for example.com as well. A dot
// at the end of host does not matter.
func hostMatches(host, pattern string) bool {
	host = strings.TrimSuffix(host, ".")
	if rest, ok := strings.CutPrefix(pattern, "."); ok {
		return inDomain(host, rest)
	}
	return strings.EqualFold(host, pattern)
}

// hasCode reports whether r has the code: a reply code "550", an enhanced
// status code "5.1.1", or one of any class, "X.1.1".
func hasCode(r Response, code string) bool {
	if len(code) == 3 {
		return r.Reply != 0 && int(r.Reply) == int(code[0]-'0')*100+int(code[1]-'0')*10+int(code[2]-'0')
	}
	if !r.Status.IsValid() {
		return false
	}
	var buf [len("5.100.100")]byte
	written, _ := r.Status.AppendText(buf[:0])
	return string(written[1:]) == code[1:] && (code[0] == 'X' || code[0] == written[0])
}
