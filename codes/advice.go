package codes

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Advice explains a refusal to a person: what it means, what causes it, what
// to do about it and who must do it. The texts stand in English, Italian and
// Swedish.
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
	// Language is what the texts are written in.
	Language language.Tag `json:"language"`
	// Common reports that the code means several things, that no wording
	// decided between them, and that this is the most common one.
	Common bool `json:"common"`
}

// Advice returns the advice on r in the first of langs that there is a
// translation for, else in English: it is [Response.AdviceFor] of what
// [Response.Judge] finds without options.
func (r Response) Advice(langs ...language.Tag) Advice {
	return r.AdviceFor(r.Judge(nil), langs...)
}

// AdviceFor returns the advice on r for a caller that has judged it already,
// with the remote host or with rules of its own. Reason, Owner and Scope are
// those of v; where v has no Owner or Scope, they are what its Reason says. Of
// the texts on that Reason the first of these is given:
//
//   - that of the code together with its wording, then that of a wording alone;
//   - that of the code;
//   - for a permanent code that of the transient one of the same numbers, since
//     a system that gives up on 4.4.316 reports 5.4.316;
//   - that of a range that holds the code;
//   - the general one.
//
// At most the first 4 KiB of the text are looked at.
//
// A typical reply takes 1.5 µs and 4 allocations, two of which are the
// caller's own Causes and Fixes.
func (r Response) AdviceFor(v Verdict, langs ...language.Tag) Advice {
	if int(v.Reason) >= numReasons {
		v.Reason = Unknown
	}
	a := adviceData().find(r.Status, foldAdvice(r.Text), v.Reason).advice(langs)
	a.Reason, a.Owner, a.Scope = v.Reason, v.Owner, v.Scope
	if a.Owner == OwnerUnknown {
		a.Owner = v.Reason.Owner()
	}
	if a.Scope == ScopeUnknown {
		a.Scope = v.Reason.Scope()
	}
	return a
}

// Advice returns the advice on s alone, without a wording, as
// [Response.AdviceFor] finds it.
func (s Status) Advice(langs ...language.Tag) Advice {
	return Response{Status: s}.Advice(langs...)
}

// Advice returns the general advice on r, that of [Unknown] for a number that
// is no Reason.
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
		return adviceMatch{entry: e}.advice(langs)
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

// find returns the entry on reason for a code and a folded text.
func (t *adviceTable) find(st Status, text string, reason Reason) adviceMatch {
	rows := t.rows(st)
	if m := longestPhrase(rows, text, reason); m.entry != nil {
		return m
	}
	if m := longestPhrase(t.worded, text, reason); m.entry != nil {
		m.code = m.entry.code()
		return m
	}
	if m := ofReason(rows, reason); m.entry != nil {
		return m
	}
	return adviceMatch{entry: t.general[reason]}
}

// ofReason returns the one of rows that is about reason, the most common of
// several, no entry where none is.
func ofReason(rows []adviceMatch, reason Reason) (best adviceMatch) {
	for _, m := range rows {
		if m.entry.reason == reason && (best.entry == nil || m.entry.common && !best.common) {
			best = m
			best.common = m.entry.common
		}
	}
	return best
}

// rows returns the entries that stand for st: those of the code itself, else
// those of the transient code of the same numbers, else that of a range.
func (t *adviceTable) rows(st Status) []adviceMatch {
	if rows := t.codes[st]; rows != nil {
		return rows
	}
	if st.Permanent() {
		if rows := t.codes[st.WithClass(4)]; rows != nil {
			return rows
		}
	}
	for i := range t.ranges {
		if t.ranges[i].contains(st) {
			return t.ranges[i].matches
		}
	}
	return nil
}

// longestPhrase returns the match on reason whose entry has the longest phrase in
// text, and the first of those with the same.
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

// advice returns m as a caller sees it; its slices are the caller's own.
func (m adviceMatch) advice(langs []language.Tag) Advice {
	if m.entry == nil {
		return Advice{}
	}
	lang := matchAdviceLanguage(langs)
	text := &m.entry.texts[lang]
	return Advice{
		Code: m.code, Title: text.title, Meaning: text.meaning,
		Causes: slices.Clone(text.causes), Fixes: slices.Clone(text.fixes),
		Owner: m.entry.owner, Scope: m.entry.scope, Reason: m.entry.reason,
		Link: m.entry.link, Language: adviceLanguages[lang], Common: m.common,
	}
}

// adviceLanguages are those that there is a data/advice.*.txt for. The first
// is the default.
var adviceLanguages = [...]language.Tag{language.English, language.Italian, language.Swedish}

var adviceMatcher = language.NewMatcher(adviceLanguages[:])

// matchAdviceLanguage returns the index in adviceLanguages that serves a
// reader of langs best.
func matchAdviceLanguage(langs []language.Tag) int {
	if len(langs) == 0 {
		return 0
	}
	_, i, _ := adviceMatcher.Match(langs...)
	return i
}
