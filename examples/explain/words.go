package main

import (
	"slices"
	"sync"

	"example.com/ndr/codes"
	"golang.org/x/text/language"
)

// words are the texts of one language.
type words struct {
	// Labels of rows, for the sender of the message and for the postmaster.
	who, todo, address                                                                    string
	postmaster, report, reason, recipient, reply, until, evidence                         string
	cause, link, auth, filter, reporter, provider, author, message, damage, code, several string

	// What the rows on a code that was looked up say: it stands in no list; the
	// host, %s, is of no provider that has codes of its own; and that only the
	// words of a reply tell what it means.
	unlisted, noSuch, whole string

	// comma parts clauses, lookedUp has what was looked up and what it means,
	// sentence makes a sentence of a title, atLine has a line and what is there.
	comma, lookedUp, sentence, atLine string

	// to names recipients in a headline, andMore counts those beyond some.
	to, andMore string
	// Headlines. The first %s is what to makes, or nothing; the second is what
	// happened.
	failed, forNow, delayed, delivered, relayed, expanded, named string
	accepted, noRecipient, quoting, quotingReply, noMail         string

	// Clauses. The %s of against and later are what speaks against it, and who
	// must act later; damaged has the kind of damage, how often, and the first.
	permanent, temporary, atStage, against, notYet, later             string
	providerPermanent, providerTemporary, providerSuppressed, damaged string

	// What to do, and what becomes of the address; wait stands before what to do
	// about a delay, keptAs has one of withheld.
	wait, findOut, stop, keep, keptAs, keepAll string

	reasons map[codes.Reason]string

	// By the names that the library gives them.
	kinds     map[string]kindWords
	authors   map[string]string
	owners    map[string]string
	evidences map[string]string
	withheld  map[string]string

	summary summaryWords
}

// kindWords are about a message that is no report of a failure.
type kindWords struct {
	headline string
	owner    string // one of codes.Owner, "" where nobody must act
	todo     string
}

// summaryWords are the texts of -summary.
type summaryWords struct {
	none                                       string
	kinds, reasons, domains, owners, addresses string
	messages, responses, events                string // %s is how many
	others                                     string
	stop, keep                                 string
	kind                                       map[string]string
	thousands                                  string
}

// languages are those that there are texts in, the default first.
var languages = []language.Tag{
	language.English, language.Italian, language.Swedish,
	language.German, language.French, language.Spanish, language.Japanese,
}

// texts gives the texts of the languages. One run needs those of one or two.
var texts = [...]func() *words{
	sync.OnceValue(english), sync.OnceValue(italian), sync.OnceValue(swedish),
	sync.OnceValue(german), sync.OnceValue(french), sync.OnceValue(spanish), sync.OnceValue(japanese),
}

// wordsFor returns the texts of tag, which is one of languages.
func wordsFor(tag language.Tag) *words { return texts[slices.Index(languages, tag)]() }

// A speaker gives the advice in an answer, and notes where there is none in the
// answer's language.
type speaker struct {
	lang  language.Tag // one of languages
	lacks bool
}

// in returns an advice that was asked for in the language of s.
func (s *speaker) in(a codes.Advice) codes.Advice {
	s.lacks = s.lacks || a.Language != s.lang
	return a
}
