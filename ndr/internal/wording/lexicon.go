package wording

import (
	"example.com/ndr/ndr/internal/lex"
)

// A Sense is what a phrase tells of the text that it stands in. The senses of
// all phrases in a text add up.
type Sense uint16

// What phrases tell.
const (
	SaysFailed       Sense = 1 << iota // a message was not delivered
	SaysDelayed                        // delivery is late and will be tried again
	SaysFinal                          // what was late will not be tried again
	SaysDelivered                      // a message arrived or was passed on
	SaysContact                        // the address is one to ask for help, or the sender's
	SaysServer                         // the name of the reporting host follows
	IntroducesServer                   // the reporting host names itself, behind an "at" or "on"
	GreetsAsServer                     // the reporting host names itself in the sentence that begins so
	FollowsServer                      // the name of the reporting host stands before
	NamesProgram                       // it is the name of a program that reports, and its host follows
	SaysFormat                         // which system wrote it
	SaysLater                          // the failure is for now, or delivery may be tried again
	HintsSession                       // the name of the host that a session is with may follow
	SaysDigest                         // it is the list of what a filter holds back
	SaysColumns                        // it is the head of a table of messages
	SaysChallenge                      // the sender is to prove that a person wrote

	// SaysOutcome is what a report says of a message.
	SaysOutcome = SaysFailed | SaysDelayed
	// HintsServer says that the name of the reporting host may be near.
	HintsServer = IntroducesServer | GreetsAsServer | FollowsServer | NamesProgram
	// OfReport is what reports alone say: every sense listed before HintsSession.
	OfReport = HintsSession - 1
)

// A Lexicon holds every phrase that is looked for in the lines of a report, with
// what it tells.
type Lexicon struct {
	*lex.PhraseSet
	Entries []LexiconEntry
}

// A LexiconEntry is what the phrase of the same index tells.
type LexiconEntry struct {
	Sense Sense
	// Format is the index of the only format that the phrase tells it of;
	// AnyFormat where it does of all. Of SaysFormat it is the one told.
	Format int
}

// AnyFormat is no format, or whichever.
const AnyFormat = -1

// Senses returns what the phrases in a folded text tell where format is the
// index of the report's.
func (l *Lexicon) Senses(text string, format int) Sense {
	return l.SensesBefore(text, len(text), format)
}

// SensesBefore is [Lexicon.Senses] of the phrases that begin in text before end.
func (l *Lexicon) SensesBefore(text string, end, format int) (all Sense) {
	for at, i := range l.All(text) {
		if at >= end {
			break
		}
		if e := &l.Entries[i]; e.Format == AnyFormat || e.Format == format {
			all |= e.Sense
		}
	}
	return all
}

// ThisIsThe is the phrase of IntroducesServer that introduces a server only near the
// beginning of a text.
const ThisIsThe = "this is the "
