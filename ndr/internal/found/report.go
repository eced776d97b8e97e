package found

// A Report is what one reader found in one part of a message. Several drafts
// are merged into the Report; what a reader does not find it leaves zero.
type Report struct {
	// Format names the mail system that was recognised, "" for none.
	Format string
	// Kind is Other unless the reader is sure.
	Kind Kind
	// Rule names the rule by which a reader of prose decided whether it is a
	// report, "" where no rule was asked.
	Rule string
	// Server is the generating server as written.
	Server string
	// Recipients hold what the part says of each. Reply, Reason and what
	// follows from it are filled in later, from Response.
	Recipients []Recipient
	// Original are the lines of the original message's header where the text
	// quotes it, nil otherwise.
	Original []string
	// TooLong and TooMany say that lines or recipients were left out.
	TooLong, TooMany bool
}
