// Package wording knows the words of reports: what their sentences, the names of
// their rows and their separators mean, and how the reports of each mail system
// are told from others. It knows nothing of how a report is read.
//
// A text that is searched is folded, as [lex.FoldLower] leaves it. What comes in
// and goes out:
//
//   - [Lexicon.Senses] takes a sentence, and says whether it tells of a failure, a
//     delay, a delivery, a contact, the reporting host, a session or a challenge.
//   - [ReadLabel] takes a line "Name: value", and says what the value is.
//   - [FormatTable.Recognise] takes a header, and says which system wrote so.
//   - [SaidPhrases], [HostPhrases], [TailPhrases], [ReasonWords] and [Originals] find
//     what stands around the reply of a server and before the returned message.
//
// The words themselves are no Go: they stand in the files of the folder data, which
// say at their heads how they are written. "go generate" compiles them into
// tables.go, constant data that is used as it stands. After a change to a file run
//
//	go generate ./ndr/internal/wording && go test ./ndr/...
//
// # To add a mail system
//
// Put a message in the exact form in which the system writes it, with reserved names
// alone, into testdata/text at the top, and what it must yield beside it (the README
// there says how). If it is read rightly, only its name is missing: add that to
// data/formats.txt with the phrase or the fields that tell it, ahead of the systems
// whose words it borrows, and to the list in the README. A test fails for a system
// without a message.
//
// # To add a phrase
//
// Put the phrase under its meaning and language into the file of data that holds
// such phrases: outcomes.txt for what sentences say, replies.txt, separators.txt,
// subjects.txt, challenges.txt or senders.txt. Take the fewest words that a letter
// between people does not hold. A phrase that one system alone writes belongs to it,
// in data/formats.txt. If no message of testdata at the top holds the phrase,
// add a sentence as the system writes it to the file of the same name in testdata
// here: a test fails for a phrase that nothing uses, and for a sentence that is not
// needed.
//
// # To add the label of a row
//
// Put the name under its meaning and language into data/labels.txt, and a row
// that a system writes into testdata/labels.txt here if no message has one.
package wording

//go:generate go run gen.go
