// Package grammar finds rules of wording in what mail systems say.
//
// A grammar is a text of word classes and rules. A class names what one thing
// is called, a rule is a sequence of classes and words:
//
//	class MAILBOX subject
//		mailbox, mail box, (email|mail) account, postfach
//
//	mailbox-full strong
//		MAILBOX ..3 FULL
//
// Members of a class are parted by commas. In a member and in a rule (a|b) is
// one of several, [a] can be missing, and "word*" begins with word. The word
// "not" stands for its contractions too, with the verb before it where there is
// one: "not found" is also "isn't found", and "does not exist" is "doesn't exist".
// In a rule a name in capitals is a class, ..3 allows for three words between, ...3
// does so whatever is spoken of in them, and everything else stands in the text as
// it is. A mark such as <address> is what stands in the text and is no word.
//
// # How a text is read
//
// Words are compared without case and accents. The characters between them do
// not count; hyphens and underscores part words as blanks do. Addresses, URLs,
// paths, numbers of up to three digits, single words in quotes or angle
// brackets, and the subject of a message in quotes are no words. The name of a
// host is none either, but a member may name a domain and is found at the end
// of a host name. A Chinese, Japanese or Thai character is a word of its own.
//
// A rule holds within one clause. A clause ends with a sentence, at a semicolon, at an
// arrow and where a reply is quoted. Between two elements of a rule no word of a class
// that is marked "subject" may stand: a predicate belongs to the nearest subject. The name
// of a subject within the name of another does not count: an "ip address" is no address of
// a recipient. An element right after a word of the class NOT does not count, unless the
// rule says so itself. Words of the class FILLER do not count as words between.
//
// # Compiled form
//
// [Compile] makes tables that are used as they stand, so that package codes has the
// tables of its grammar as Go. A hash table tells the number of a word; one that is not in it
// costs one look and no more. Another one leads from the first words of a phrase and
// the next word to what is known of both: the classes of which they are a member, and
// the rules that these find. A rule is found by the one of its classes that is likely
// the rarest, and listed with the next one: most rules are passed over for want of the
// second.
package grammar
