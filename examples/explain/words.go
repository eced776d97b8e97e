package main

import "golang.org/x/text/language"

// words are the texts of one language.
type words struct {
	// Labels of rows, for the sender of the message and for the postmaster.
	who, todo, address                                                   string
	postmaster, report, reason, recipient, reply, until, evidence        string
	cause, link, auth, reporter, provider, author, message, damage, code string

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

	// What to do, and what becomes of the address; keptAs has one of withheld.
	findOut, stop, keep, keptAs, keepAll string

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
var languages = []language.Tag{language.English, language.Italian, language.Swedish}

var (
	matcher = language.NewMatcher(languages)
	texts   = [...]*words{&english, &italian, &swedish}
)

// wordsFor returns the texts of the language that fits tag best.
func wordsFor(tag language.Tag) *words {
	return texts[languageIndex(tag)]
}

// languageIndex returns the place of tag's language in languages.
func languageIndex(tag language.Tag) int {
	_, i, _ := matcher.Match(tag)
	return i
}
