package main

import "golang.org/x/text/language"

// words are the texts of one language.
type words struct {
	// Labels of rows, for the sender and for the postmaster.
	who, todo, address                                                  string
	postmaster, report, reason, reply, evidence, cause, link, recipient string
	reporter, message, author, auth, damage, until, code, meanings      string

	// Headlines; %s are the recipients, as "to" has them, then what happened.
	to                                                             string // %s
	failed, delayed, delivered, relayed, expanded, named, accepted string
	noRecipient, quoting, quotingReply, noMail                     string

	// Clauses.
	andMore              string // %d recipients
	permanent, temporary string
	// What a sending service makes of a failure.
	provider, providerPermanent, providerTemporary, providerSuppressed string
	atStage, against                                                   string // %s
	notYet, later                                                      string // of a delay; %s is who must act later
	stop, keep, keptAs                                                 string // %s is why
	keepAll, findOut                                                   string
	damaged                                                            string // %d times, %s is the first
	said                                                               string // what the reply itself says of a check

	kinds     map[string]kindWords
	authors   map[string]string
	owners    map[string]string
	evidences map[string]string
	withheld  map[string]string
	summary   summaryWords
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
	_, i, _ := matcher.Match(tag)
	return texts[i]
}

// languageIndex returns the place of tag's language in languages.
func languageIndex(tag language.Tag) int {
	_, i, _ := matcher.Match(tag)
	return i
}
