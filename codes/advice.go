package codes

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Advice explains a refusal to a person: what it means, what causes it, what
// to do about it and who must do it. All texts stand in English, Italian and
// Swedish; those on each [Reason] and on the most frequent situations in German,
// French, Spanish and Japanese too. An advice is never mixed of two languages.
type Advice struct {
	// Code is the code or the range of codes that the advice was found by,
	// such as "5.1.10" or "5.7.606-649". It is "" for the general advice on
	// a reason, and for a wording that has no code.
	Code string `json:"code"`
	// Title is a few words, without a full stop.
	Title string `json:"title"`
	// Meaning is a sentence or two on what happened.
	Meaning string `json:"meaning"`
	// Causes are what can have led to it, the most common first.
	Causes []string `json:"causes"`
	// Fixes are what to do; the first is the one to try first.
	Fixes []string `json:"fixes"`
	// Owner is who must act.
	Owner Owner `json:"owner"`
	// Scope is what the refusal is about.
	Scope Scope `json:"scope"`
	// Reason is the one that the advice is for.
	Reason Reason `json:"reason"`
	// Link is a public document about it.
	Link string `json:"link"`
	// Provider is the mail system that alone means this by the code or the
	// words, such as "gmail"; "" for what they mean everywhere.
	Provider string `json:"provider"`
	// Language is what the texts are written in.
	Language language.Tag `json:"language"`
	// Common reports that the code means several things, that no wording
	// decided between them, and that this is the most common one.
	Common bool `json:"common"`

	text  *adviceText // with its holes
	facts adviceFacts // what fills them
}

// With returns a with the values of f in the places of its texts that name
// them, such as "the administrator of example.com" instead of "the
// administrator of the recipient's domain". What is "" in f stays as it is, and
// so do texts that the caller added or changed.
func (a Advice) With(f Facts) Advice {
	if a.text == nil {
		return a // made by the caller, or read from JSON
	}
	old := a.facts
	a.facts.merge(f)
	rewrite := func(was, text string) string {
		if was == old.fill(text) {
			return a.facts.fill(text)
		}
		return was
	}
	a.Meaning = rewrite(a.Meaning, a.text.meaning)
	a.Causes, a.Fixes = slices.Clone(a.Causes), slices.Clone(a.Fixes)
	for _, list := range []struct{ given, texts []string }{{a.Causes, a.text.causes}, {a.Fixes, a.text.fixes}} {
		for i := range list.given {
			for _, text := range list.texts {
				list.given[i] = rewrite(list.given[i], text)
			}
		}
	}
	return a
}

// Advice returns the advice on r in the first of langs that there is a
// translation for, else in English: it is [Response.AdviceFor] of what
// [Response.Judge] finds without options.
func (r Response) Advice(langs ...language.Tag) Advice {
	return r.AdviceFor(r.Judge(nil), langs...)
}

// AdviceFor returns the advice on r for a caller that has judged it already,
// with the remote host or with rules of its own. Reason, Owner and Scope are taken
// from v; where v has no Owner or Scope, they are what the text is for. Of the texts
// on that Reason that ask v.Owner to act, or another on the same side, the first of
// these is given:
//
//   - a text of the provider that v.Host belongs to, or whose own words the reply
//     holds: by code and wording, by wording, by code;
//   - the text for the code together with its wording, then for a wording alone;
//   - the text for the code;
//   - for a permanent code, the text for the transient code of the same numbers,
//     since a system that gives up on 4.4.316 reports 5.4.316;
//   - the text for a range that holds the code;
//   - the general text for v.Owner, else the general text.
//
// A reply that accepts has the general one whatever it holds. The texts name the
// host, and the IP address, the block list, the size, the limit and the time to
// wait that r gives; see [Advice.With] for the rest. At most the first 4 KiB of
// the text are looked at.
//
// A typical reply takes 1.5 µs and 6 allocations.
func (r Response) AdviceFor(v Verdict, langs ...language.Tag) Advice {
	if int(v.Reason) >= numReasons {
		v.Reason = Unknown
	}
	status, words := r.Status, foldAdvice(r.Text)
	if r.accepts() {
		status, words = Status{}, "" // it refuses nothing, whatever code it holds
	}
	a := adviceData().find(status, words, v).advice(langs)
	a.Reason = v.Reason
	if v.Owner != OwnerUnknown {
		a.Owner = v.Owner
	}
	if v.Scope != ScopeUnknown {
		a.Scope = v.Scope
	}
	a.facts = adviceFacts{Facts: Facts{Host: v.Host}, reply: r.Text[:min(len(r.Text), maxAdviceText)]}
	return a.written()
}

// Advice returns the advice on s alone, without a wording, as
// [Response.AdviceFor] finds it.
func (s Status) Advice(langs ...language.Tag) Advice {
	return Response{Status: s}.Advice(langs...)
}

// Meanings returns the advice on each thing that s can mean, as
// [Response.AdviceFor] finds it: first what holds everywhere, then what single
// providers mean by it. Which of them a reply means, its words and the host
// decide. It is empty for a code that there is no advice of its own on.
func (s Status) Meanings(langs ...language.Tag) (list []Advice) {
	t := adviceData()
	rows := t.rows("", s)
	for _, p := range t.providers {
		rows = append(slices.Clip(rows), t.rows(p.name, s)...)
	}
	for _, m := range rows {
		list = append(list, m.advice(langs).written())
	}
	return list
}

// Advice returns the general advice on r, and the advice on [Unknown] for a number
// that is no Reason.
func (r Reason) Advice(langs ...language.Tag) Advice {
	return Response{}.AdviceFor(Verdict{Reason: r}, langs...)
}

// AuthAdvice returns the advice on a failed check of the sender. The method is
// a name of RFC 8601: "spf", "dkim", "dmarc" or "arc", or Microsoft's
// "compauth". The cause is one of
//
//	no-record not-permitted not-signed signature-invalid body-altered
//	key-missing not-aligned forwarded policy too-many-lookups
//	permanent-error temporary-error
//
// Where a cause cannot occur in a method, or one of the two is unknown, the
// general advice on [AuthFailed] is returned. Upper and lower case are the
// same.
func AuthAdvice(method, cause string, langs ...language.Tag) Advice {
	key := strings.ToLower(method) + "/" + strings.ToLower(cause)
	if e := adviceData().auth[key]; e != nil {
		return adviceMatch{entry: e}.advice(langs).written()
	}
	return AuthFailed.Advice(langs...)
}

// maxAdviceText is how much of a reply is searched for a wording. RFC 5321,
// section 4.5.3.1.5, allows 512 octets a line.
const maxAdviceText = 4096

// foldAdvice returns the start of text as phrases are written: lower case,
// runs of white space as one blank, and a typographic apostrophe as ASCII.
func foldAdvice(text string) string {
	text = strings.ReplaceAll(text[:min(len(text), maxAdviceText)], "’", "'")
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '\t', c == '\r', c == '\n':
			c = ' '
		}
		if c == ' ' && (len(b) == 0 || b[len(b)-1] == ' ') {
			continue
		}
		b = append(b, c)
	}
	return string(b)
}

// An adviceMatch is an entry of the table and how it was found.
type adviceMatch struct {
	entry  *adviceEntry
	code   string
	common bool
}

// find returns the entry on the reason of v for a code and a folded text.
func (t *adviceTable) find(st Status, text string, v Verdict) adviceMatch {
	if p := t.provider(v.Host, text); p != "" {
		if m := t.findAt(p, st, text, v.Reason); m.entry.suits(v.Owner) {
			return m
		}
	}
	if m := t.findAt("", st, text, v.Reason); m.entry.suits(v.Owner) {
		return m
	}
	return adviceMatch{entry: t.generalFor(v.Reason, v.Owner)}
}

// suits reports whether e, which may be nil, asks owner to act, or another on the
// same side: who sent the message can ask his own administrator, and nobody can
// ask the administrator of the other side.
func (e *adviceEntry) suits(owner Owner) bool {
	return e != nil && (owner == OwnerUnknown || sides[e.owner] == sides[owner])
}

// sides gives the side that each owner is on: the sender's, the recipient's or
// nobody's.
var sides = [...]Owner{
	OwnerSender: OwnerSender, OwnerSenderAdmin: OwnerSender, OwnerService: OwnerSender,
	OwnerRecipient: OwnerRecipient, OwnerRecipientAdmin: OwnerRecipient,
	OwnerNobody: OwnerNobody,
}

// generalFor returns the general entry on reason that is for owner, else the
// first one, which is for the owner of the reason.
func (t *adviceTable) generalFor(reason Reason, owner Owner) *adviceEntry {
	list := t.general[reason]
	for _, e := range list {
		if e.owner == owner {
			return e
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// findAt returns the entry of one provider, "" for those that hold everywhere.
func (t *adviceTable) findAt(provider string, st Status, text string, reason Reason) adviceMatch {
	rows := t.rows(provider, st)
	if m := longestPhrase(rows, text, reason); m.entry != nil {
		return m
	}
	if e := longestWords(t.worded[provider], text, reason); e != nil {
		return adviceMatch{entry: e, code: e.code(st)}
	}
	return ofReason(rows, reason)
}

// provider returns the name of the provider that host belongs to, else of the
// one whose sign stands in text, "" for none.
func (t *adviceTable) provider(host, text string) string {
	if name := t.providerOf(host); name != "" {
		return name
	}
	if p := signed(t.providers, text); p != nil {
		return p.name
	}
	return ""
}

// Provider returns the name of the mail system that host belongs to, such as
// "gmail" for gmail-smtp-in.l.google.com, and "" for a host of none whose codes
// have meanings of their own; see [Advice].
func Provider(host string) string { return adviceData().providerOf(host) }

func (t *adviceTable) providerOf(host string) (name string) {
	longest := 0
	for _, p := range t.providers {
		for _, h := range p.hosts {
			if host != "" && len(h) > longest && hostMatches(host, h) {
				longest, name = len(h), p.name
			}
		}
	}
	return name
}

// signed returns the first of names that has a sign in the folded text.
func signed(names []*adviceName, text string) *adviceName {
	for _, n := range names {
		for _, sign := range n.signs {
			if strings.Contains(text, sign) {
				return n
			}
		}
	}
	return nil
}

// ofReason returns the row that is about reason, the most common of several, and
// no entry where there is none.
func ofReason(rows []adviceMatch, reason Reason) (best adviceMatch) {
	for _, m := range rows {
		if m.entry.reason == reason && (best.entry == nil || m.entry.common && !best.common) {
			best = m
			best.common = m.entry.common
		}
	}
	return best
}

// rows returns the entries of a provider for st: the entries of the code
// itself, else of the transient code with the same numbers, else, without a
// provider, of the range that holds st.
func (t *adviceTable) rows(provider string, st Status) []adviceMatch {
	if rows := t.codes[providerStatus{provider, st}]; rows != nil {
		return rows
	}
	if st.Permanent() {
		if rows := t.codes[providerStatus{provider, st.WithClass(4)}]; rows != nil {
			return rows
		}
	}
	if provider != "" {
		return nil
	}
	for i := range t.ranges {
		if t.ranges[i].contains(st) {
			return t.ranges[i].matches
		}
	}
	return nil
}

// longestPhrase returns the match on reason whose entry has the longest phrase in
// text, and the first of several matches of that length.
func longestPhrase(rows []adviceMatch, text string, reason Reason) (best adviceMatch) {
	longest := 0
	for _, m := range rows {
		if m.entry.reason != reason {
			continue
		}
		for _, p := range m.entry.phrases {
			if len(p) > longest && strings.Contains(text, p) {
				best, longest = m, len(p)
			}
		}
	}
	return best
}

// longestWords returns the entry on reason with the longest words in text, the
// first of several of that length, and nil for none.
func longestWords(list []adviceWords, text string, reason Reason) (best *adviceEntry) {
	longest := 0
	for _, w := range list {
		if w.entry.reason == reason && len(w.words) > longest && strings.Contains(text, w.words) {
			best, longest = w.entry, len(w.words)
		}
	}
	return best
}

// advice returns m in the language that serves langs best, its texts not yet
// written.
func (m adviceMatch) advice(langs []language.Tag) Advice {
	if m.entry == nil {
		return Advice{text: &adviceText{}}
	}
	lang := m.entry.language(langs)
	return Advice{
		Code: m.code, Owner: m.entry.owner, Scope: m.entry.scope, Reason: m.entry.reason,
		Link: m.entry.link, Provider: m.entry.provider, Language: adviceLanguages[lang], Common: m.common,
		text: m.entry.text(lang),
	}
}

// written returns a with its texts filled; the slices are the caller's own.
func (a Advice) written() Advice {
	a.Title, a.Meaning = a.text.title, a.facts.fill(a.text.meaning)
	a.Causes, a.Fixes = a.facts.fillAll(a.text.causes), a.facts.fillAll(a.text.fixes)
	return a
}

// adviceLanguages are the languages that have a data/advice.*.txt. The first is
// the default. The first three hold every entry.
var adviceLanguages = [...]language.Tag{
	language.English, language.Italian, language.Swedish,
	language.German, language.French, language.Spanish, language.Japanese,
}

var adviceMatcher = language.NewMatcher(adviceLanguages[:])

// language returns the index in adviceLanguages of the first of langs that e
// has a text in, 0 where it has none.
func (e *adviceEntry) language(langs []language.Tag) int {
	for _, tag := range langs {
		if _, i, confidence := adviceMatcher.Match(tag); confidence > language.No && e.text(i).title != "" {
			return i
		}
	}
	return 0
}
