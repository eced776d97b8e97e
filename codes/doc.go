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
//  5. words that have one meaning, but yield to a specific code
//  6. a code that systems use for several reasons: 5.7.1, 5.2.1
//  7. words that can be a cover: "mailbox unavailable"
//  8. a code that says where to look: 5.1.0, 4.4.7
//  9. words that go along with many reasons: "access denied"
//  10. the reply code
//
// Among wordings that prove as much, one for the remote host wins, then one that
// the code hints at, then one that does not condemn the address, then the
// longest. A code that the standard gives to several reasons, such as 550
// alone, says whether a refusal is for good, and no reason. A reply that accepts
// has no reason. Nothing is guessed: where no evidence speaks, the reason is
// [Unknown], and a code that does not stand in the text is never reported.
//
// # Wording
//
// Words are read by a grammar: what a mailbox, a domain, a sender is called, what
// "does not exist" and "full" are called, and rules over these. A predicate
// counts for the nearest subject: "sender's mailbox does not exist" is
// [SenderRejected], "blocked due to too many unknown users" says nothing of the
// recipient. Addresses, host names, URLs, paths and quoted subjects are no words.
// [Evidence] names the rule and the words that it fits.
//
// # Stop mailing an address
//
// [Verdict.Suppress] is true only for a permanent refusal of the address or
// its domain itself, shown by a code that has this one meaning or by words whose
// subject is the recipient, given after the recipient was named, and with
// nothing said as plainly that points elsewhere. Words about a header, a key, a
// command, a condition, the sender or another recipient point elsewhere whatever
// code stands beside them, and a domain is not condemned where hosts outside it
// alone are named. [Verdict.Withheld] names the first of these that is missing.
//
// # Advice
//
// [Response.Advice] explains a refusal to a person in English, Italian and
// Swedish; each reason and the most frequent situations in German, French,
// Spanish and Japanese too. A provider's own codes and words are explained as
// that provider means them where the host is known, see [Options], or where the
// words can be of nobody else. [Advice.With] names hosts, domains and addresses
// in the texts, and [Status.Meanings] lists what a code can mean.
//
// # Extending the tables
//
// The files in the folder data hold the knowledge, with their form explained
// at the top: grammar.txt the words, status.tsv the enhanced status codes,
// replies.tsv the reply codes; advice.txt says which advice there is, with the
// texts of each language beside it, and needs no step after a change. After a
// change of the others run
//
//	go generate ./codes && go test ./codes/...
//
// and add a line for it to a file in testdata/replies: a test lists the words and
// rules that no line shows.
//
// # Limits
//
// Judging takes time linear in the text and does not allocate; a common reply
// takes about 3 µs to judge and 0.4 µs to parse on a 2.5 GHz server. The grammar
// is used as it is compiled, so that the first reply costs no more. A text is
// judged by the first 48 rules that it fits and the first 12 names in it; one
// that reaches either limit condemns no address. Everything here is safe for
// concurrent use.
package codes
