// Package codes says what a mail system meant by its answer: why a message was
// refused, who must act, what the refusal is about, and whether to stop
// mailing the address.
//
//	r := codes.ParseResponse("550 5.1.1 <alice@example.com>: User unknown")
//	v := r.Judge(nil)
//	// v.Reason is codes.UserUnknown, v.Suppress is true
//
// # Evidence
//
// An answer can hold a reply code (RFC 5321), an enhanced status code
// (RFC 3463), and words, and they often contradict each other. The best of
// these decides; [Evidence] tells which it was and what spoke against it:
//
//  1. a rule of the caller, see [Rules]
//  2. a mark that one vendor writes: RESOLVER.ADR.RecipNotFound, TSS04, or
//     a number of its own such as 5.7.606
//  3. words that have one meaning and contradict the code: "550 5.1.1
//     mailbox full" is [MailboxFull], "5.7.1 user unknown" is [UserUnknown]
//  4. an enhanced status code that has one meaning: 5.1.1, 4.2.2
//  5. words that have one meaning unless a code says more
//  6. a code that systems use for several reasons: 5.7.1, 5.2.1, 5.4.1
//  7. words that can be a cover: "mailbox unavailable", "access denied"
//  8. a code that says where to look: 5.1.0, 4.4.7
//  9. the reply code
//
// Of several phrases that prove as much the one decides that the code hints
// at, then one that does not condemn the address, then the longest. A phrase
// inside a longer one does not count. What is said of the sender's address is
// no verdict on the recipient's: "sender's mailbox does not exist" and "no such
// user; sender verify failed" are [SenderRejected]. Nothing is guessed: where
// no evidence speaks, the reason is [Unknown], and a code that does not stand
// in the text is never reported.
//
// # Stop mailing an address
//
// [Verdict.Suppress] is true only for a permanent refusal of the address or
// its domain itself. It is false for every temporary answer, for a full
// mailbox and any answer with 552 or x.2.2, for whatever refuses the sender,
// the message or the network, where the reply code is all there is, where a
// provider is known to call its blocks an unknown user, and where the same text
// says as plainly that something else is wrong: "user unknown, too many
// connections".
//
// # Extending the tables
//
// The files in the folder data hold the knowledge, one entry a line, with
// their columns explained at the top: phrases.tsv the words, status.tsv the
// enhanced status codes, replies.tsv the reply codes. After a change run
//
//	go generate ./codes
//
// and add a line for it to a file in testdata/replies.
//
// # Limits
//
// Judging takes time linear in the text, whatever the number of phrases, and
// does not allocate; a common reply takes about 1 µs to judge and 0.4 µs to
// parse on a 2.5 GHz server. The first reply that is judged builds the
// automaton of the phrases, which takes about 25 ms and 2 MB. A text is judged
// by its first 48 phrases. Everything here is safe for concurrent use.
package codes
