// Package headers reads what the header of a message says about its way and
// its authentication: Authentication-Results and its relatives, Received-SPF,
// DKIM-Signature, Received, addresses, identifiers, dates. It reads what real
// systems write, and turns a failed check into an error with its cause.
//
// [ParseHeader] reads the header of a message, of a report as of any other;
// [FromMail] takes one that go-message read, and [Header.Mail] makes one for
// go-message. [ReadAuth] gives all authentication results of a header as a list of
// [Result]; [Result.Err] makes an [AuthError] of one that failed; [ReadReply]
// does the same for the text of an SMTP reply. [Correlators] finds by which
// values a sender knows its own message again, and [Automatic] says whether a
// program may answer one.
//
// # Trust
//
// Nothing here is verified. A result in a returned header is a claim of whoever
// wrote the field, and of whoever returned the header: a "pass" proves nothing,
// and a whole report can be forged. Each [Result] says which field and which
// server it came from; for a message that one's own servers received, [ReadAuth]
// also says which results are theirs. What a sender can prove is that a report
// came back to a return path of its own making, and to whom the message went;
// see [VERPKey]. Before a program acts upon an address, [ValidMailbox] says
// whether it is one.
//
// # Differences from the standards
//
// Authentication-Results (RFC 8601) is read with these tolerances: without an
// authserv-id, as Microsoft writes; with words between results that belong to
// none; with blanks around "="; with a missing semicolon before a known method;
// with properties that have no type; with a quoted string or a comment that is
// never closed. Unknown methods and verdicts are given as written. The version
// of a method is dropped. What was read is also given as go-msgauth/authres has
// it, in [Result.Value].
//
// Addresses, dates, identifiers and encoded-words are read by net/mail, mime and
// go-message, where those can read them; what they refuse is read by this package.
// Addresses (RFC 5322, section 3.4) may have dots anywhere, UTF-8 and lone
// local parts. Identifiers may lack their angle brackets. No character of an
// address is changed or left out, and letters are folded in ASCII alone.
//
// # Limits
//
// Of a header 10,000 fields are kept, of which 200 with authentication results
// and 200 Received fields are read, of one field 64 KiB, and 1000 results are
// given; of one result 64 properties and 32 comments; and at most 500
// correlators for each header. Texts are cut to 1000 bytes, domains to 255,
// methods and verdicts to 64. Every string handed out is valid UTF-8 without
// control characters, but for what a [Header] holds, which is as it came. The time
// to read a field is linear in its length.
package headers
