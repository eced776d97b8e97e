package ndr

// A draft is what one reader found in one part of a message. Several drafts
// are merged into the Report; what a reader does not find it leaves zero.
type draft struct {
	// format names the mail system that was recognised, "" for none.
	format string
	// kind is Other unless the reader is sure.
	kind Kind
	// server is the generating server as written.
	server string
	// recipients hold what the part says of each. Reply, Reason and what
	// follows from it are filled in later, from Response.
	recipients []Recipient
	// original are the lines of the original message's header where the text
	// quotes it, nil otherwise.
	original []string
	// tooLong and tooMany say that lines or recipients were left out.
	tooLong, tooMany bool
}
