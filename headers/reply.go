package headers

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxReply bounds the text of a reply that is read.
const maxReply = 8 << 10

// replyMethods are the words by which a reply names a method.
var replyMethods = map[string]bool{"spf": true, "dkim": true, "dmarc": true, "arc": true}

// replyVerdicts gives the words of RFC 8601 for those that begin a verdict in a
// reply: Google's is "did not pass".
var replyVerdicts = map[string]string{
	"did": "fail", "does": "fail", "didn't": "fail", "doesn't": "fail", "not": "fail",
	"fail": "fail", "failed": "fail", "failure": "fail", "softfail": "softfail", "hardfail": "hardfail",
	"pass": "pass", "passed": "pass", "success": "pass", "none": "none", "neutral": "neutral",
	"permerror": "permerror", "temperror": "temperror", "policy": "policy",
}

// replyCodes are the enhanced status codes that stand for one method by
// themselves. Sources: RFC 7372, section 3; Microsoft, "Email non-delivery
// reports in Exchange Online".
// The first digit, which is left out, does not matter.
var replyCodes = map[string]Result{
	".7.20":  {Method: "dkim", Result: "fail"},
	".7.21":  {Method: "dkim", Result: "policy", Cause: CausePolicy},
	".7.22":  {Method: "dkim", Result: "fail", Cause: CauseNotAligned},
	".7.23":  {Method: "spf", Result: "fail"},
	".7.24":  {Method: "spf", Result: "permerror", Cause: CausePermanentError},
	".7.509": {Method: "dmarc", Result: "fail", Cause: CausePolicy},
	".7.515": {Method: "dmarc", Result: "fail"},
}

// failWords are the beginnings of the words by which a sentence about a method
// says that it failed.
var failWords = [...]string{
	"fail", "softfail", "hardfail", "permerror", "temperror", "violat", "reject",
	"refus", "invalid", "unauthori", "unauthentic", "prohibit", "denied",
	"bad", "block", "missing", "lack", "requir", "not", "no", "doesn't", "didn't", "isn't",
	"without", "cannot", "error", "misconfigur", "mismatch",
}

// replyDomains are the words before the domain that a reply says a method was
// about, the most specific first. Sources: the replies of Google, Microsoft,
// Apple, OpenDMARC, Exim's and Postfix's SPF filters.
var replyDomains = map[string][]string{
	"spf":   {"spf", "spf for", "mail from domain", "send mail from", "send from", "send mail for", "domain of", "spf record for", "spf record of", "sending domain", "domain"},
	"dkim":  {"dkim", "signature for", "signature of", "signed by", "sending domain", "domain"},
	"dmarc": {"dmarc policy for", "dmarc policy of", "dmarc policy for domain", "dmarc policy of domain", "dmarc policy of the domain", "dmarc for", "email from", "mail from", "message from", "sending domain", "policy for", "policy of", "from domain", "domain"},
}

// replyCauses are the wordings of a sentence in a reply that tell a cause.
var replyCauses = map[string][]wording{
	"spf": {
		{"no spf", CauseNoRecord}, {"missing spf", CauseNoRecord}, {"not have an spf", CauseNoRecord}, {"not have a valid spf", CauseNoRecord}, {"without spf", CauseNoRecord},
		{"too many", CauseTooManyLookups},
		{"temporary", CauseTemporaryError}, {"temperror", CauseTemporaryError},
		{"permerror", CausePermanentError}, {"suspicious entries", CausePolicy},
		{"hard fail", CauseNotPermitted}, {"hardfail", CauseNotPermitted}, {"softfail", CauseNotPermitted},
		{"not allowed", CauseNotPermitted}, {"not authorized", CauseNotPermitted}, {"not authorised", CauseNotPermitted}, {"not permitted", CauseNotPermitted}, {"not designate", CauseNotPermitted}, {"unauthorized", CauseNotPermitted},
	},
	"dkim": {
		{"no dkim", CauseNotSigned}, {"missing dkim", CauseNotSigned}, {"not have a dkim", CauseNotSigned}, {"not dkim", CauseNotSigned}, {"not signed", CauseNotSigned}, {"without dkim", CauseNotSigned}, {"no valid dkim", CauseSignatureInvalid},
		{"body hash", CauseBodyAltered}, {"no key", CauseKeyMissing},
		{"signature", CauseSignatureInvalid},
		{"temporary", CauseTemporaryError},
	},
	"dmarc": {
		{"temporary", CauseTemporaryError},
		{"aligned", CauseNotAligned}, {"alignment", CauseNotAligned},
		{"no dmarc", CauseNoRecord},
		{"policy", CausePolicy}, {"quarantine", CausePolicy},
	},
}

// ReadReply returns the verdicts that the text of an SMTP reply states, in its
// order: Google's "Authentication results: DKIM = did not pass SPF [d] with
// ip: [i] = did not pass", Microsoft's "Spf= Fail , Dkim= Pass", a sentence
// that says of a method that it failed ("rejected by DMARC policy for d"), or
// else a status code that stands for a method. It returns nil where the text
// speaks of none. Server and Header are "". Domain and Cause are what the text
// itself names; see [Explain] for what a returned header adds. At most 8 KiB
// are read.
func ReadReply(text string) []Result {
	text = clean(cut(text, maxReply), maxReply)
	if !namesMethod(text) {
		return nil
	}
	var p replyParser
	p.split(text)
	if p.listed(); len(p.out) == 0 {
		p.sentences()
	}
	if len(p.out) == 0 {
		p.byCode()
	}
	for i := range p.out {
		p.out[i].Value = p.out[i].value()
	}
	return p.out
}

// namesMethod is a quick look that spares most replies the rest.
func namesMethod(text string) bool {
	for _, sub := range [...]string{".7.", "spf", "dkim", "dmarc", "arc", "sender policy", "permitted sender"} {
		if containsFold(text, sub) {
			return true
		}
	}
	return false
}

// A replyWord is one word of a reply: as written but for the punctuation
// around, in lower case, and whether a sentence ends after it.
type replyWord struct {
	text, lower string
	end         bool
}

type replyParser struct {
	words []replyWord
	// codes are the enhanced status codes, without the first digit.
	codes []string
	out   []Result
}

// split splits the reply into words; "=" is a word of its own.
func (p *replyParser) split(text string) {
	for field := range strings.FieldsSeq(text) {
		if strings.Contains(field, "://") {
			p.words = append(p.words, replyWord{text: field, lower: lowerASCII(field)})
			continue
		}
		for more := true; more; {
			var word string
			word, field, more = strings.Cut(field, "=")
			p.addWord(word)
			if more {
				p.words = append(p.words, replyWord{text: "=", lower: "="})
			}
		}
	}
}

// addWord adds a word without the punctuation around it. Codes, which open each
// line of a reply, are kept apart.
func (p *replyParser) addWord(field string) {
	if field == "" {
		return
	}
	end := strings.IndexByte(".;!?", field[len(field)-1]) >= 0
	text := strings.Trim(field, ".,:;!?()[]<>'\"*#")
	lower := lowerASCII(text)
	if code, ok := replyCode(lower); ok {
		p.codes = append(p.codes, code)
		return
	}
	n := len(p.words)
	switch {
	case text == "":
		if n > 0 {
			p.words[n-1].end = p.words[n-1].end || end
		}
	case lower == "framework" && n >= 2 && p.words[n-1].lower == "policy" && p.words[n-2].lower == "sender":
		p.words = append(p.words[:n-2], replyWord{"SPF", "spf", end})
	default:
		p.addMethods(replyWord{text, lower, end})
	}
}

// addMethods adds a word; "SPF/DKIM" and "SPF-DKIM" are two.
func (p *replyParser) addMethods(word replyWord) {
	if i := strings.IndexAny(word.lower, "/-_"); i > 0 {
		a, b := word.lower[:i], word.lower[i+1:]
		if replyMethods[a] && isLetters(b) {
			p.words = append(p.words, replyWord{a, a, false}, replyWord{b, b, word.end})
			return
		}
	}
	p.words = append(p.words, word)
}

// replyCode reports whether word is a code, "550", "5.7.26", "550-5.7.26" or
// "550#5.7.1", and gives the enhanced one without its first digit: ".7.26".
func replyCode(word string) (string, bool) {
	if len(word) < 3 || strings.Trim(word, "0123456789.-#") != "" || word[0] != '4' && word[0] != '5' {
		return "", false
	}
	if i := strings.LastIndexAny(word, "-#"); i >= 0 {
		word = word[i+1:]
	}
	switch {
	case strings.Count(word, ".") == 2 && word[1] == '.':
		return word[1:], true
	case len(word) == 3 && strings.IndexByte(word, '.') < 0, word == "":
		return "", true
	}
	return "", false
}

// listed reads "method [domain] with ip: [address] = verdict".
func (p *replyParser) listed() {
	for i := 0; i < len(p.words); i++ {
		method := p.words[i].lower
		if !replyMethods[method] {
			continue
		}
		r := Result{Method: method}
		for j := i + 1; j < len(p.words) && j <= i+5; j++ {
			word := p.words[j]
			if replyMethods[word.lower] {
				break
			}
			if word.lower == "=" {
				if r.Result = p.verdict(j + 1); r.Result != "" {
					p.out = append(p.out, r)
				}
				break
			}
			if j == i+1 && isDomain(word.lower) {
				r.Domain = domainOf(word.lower)
			}
		}
		if len(p.out) >= maxFields {
			return
		}
	}
}

// verdict returns the verdict at word i in the words of RFC 8601, "" for a word
// that is none.
func (p *replyParser) verdict(i int) string {
	if i >= len(p.words) {
		return ""
	}
	return replyVerdicts[p.words[i].lower]
}

// sentences reads each sentence that names a method and says that it failed.
func (p *replyParser) sentences() {
	start := 0
	for i := range p.words {
		if p.words[i].end || i == len(p.words)-1 {
			p.sentence(p.words[start : i+1])
			start = i + 1
		}
	}
}

func (p *replyParser) sentence(words []replyWord) {
	if !saysFailed(words) {
		return
	}
	text := joinWords(words)
	for i, word := range words {
		if replyMethods[word.lower] && (i+1 == len(words) || !strings.HasPrefix(words[i+1].lower, "pass")) {
			p.addFailure(word.lower, words, text)
		}
	}
	if strings.Contains(text, " not designate ") && strings.Contains(text, " permitted sender") { // RFC 7208, section 9.1
		p.addFailure("spf", words, text)
	}
}

// addFailure adds the result of a method that failed by the words of a
// sentence, unless there is one.
func (p *replyParser) addFailure(method string, words []replyWord, text string) {
	if p.has(method) {
		return
	}
	r := Result{Method: method, Result: verdictInSentence(text), Domain: p.domain(method, words)}
	if r.Domain == "" && method == "spf" {
		r.Domain = domainInProse(text)
	}
	for _, w := range replyCauses[method] {
		if strings.Contains(text, w.text) {
			r.Cause = w.cause
			break
		}
	}
	p.out = append(p.out, r)
}

func (p *replyParser) has(method string) bool {
	return slices.ContainsFunc(p.out, func(r Result) bool { return r.Method == method })
}

// saysFailed reports whether a word of the sentence says that something
// failed. "not" and "no" must be whole words.
func saysFailed(words []replyWord) bool {
	for _, word := range words {
		for _, fail := range failWords {
			if word.lower == fail || len(fail) > 3 && strings.HasPrefix(word.lower, fail) {
				return true
			}
		}
	}
	return false
}

func joinWords(words []replyWord) string {
	var b strings.Builder
	for i, word := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word.lower)
	}
	return b.String()
}

// verdictInSentence returns the verdict that a sentence about a failure names,
// "fail" if it names none.
func verdictInSentence(text string) string {
	for _, verdict := range [...]string{"softfail", "hardfail", "permerror", "temperror"} {
		if strings.Contains(text, verdict) {
			return verdict
		}
	}
	if strings.Contains(text, "temporary") {
		return "temperror"
	}
	return "fail"
}

// domain returns the domain that the reply names for a method, first in the
// sentence, then anywhere.
func (p *replyParser) domain(method string, sentence []replyWord) string {
	for _, words := range [][]replyWord{sentence, p.words} {
		for _, before := range replyDomains[method] {
			if domain := domainAfter(words, before); domain != "" {
				return domain
			}
		}
	}
	// Apple: "due to example.com's DMARC policy"
	for i, word := range sentence {
		if owner, ok := strings.CutSuffix(word.lower, "'s"); ok && i+1 < len(sentence) && sentence[i+1].lower == method && isDomain(owner) {
			return domainOf(owner)
		}
	}
	if method == "spf" {
		return p.openSPF()
	}
	return ""
}

// domainAfter returns the domain that follows the words before.
func domainAfter(words []replyWord, before string) string {
	n := strings.Count(before, " ") + 1
	for i := n; i < len(words); i++ {
		if !isDomain(words[i].lower) || words[i-1].lower != before[strings.LastIndexByte(before, ' ')+1:] {
			continue
		}
		if joinWords(words[i-n:i]) == before {
			return domainOf(words[i].lower)
		}
	}
	return ""
}

// openSPF returns the domain of the sender in the link to an explanation that
// SPF filters give (RFC 7208, section 6.2): "...Why?s=mfrom;id=a%40example.com".
func (p *replyParser) openSPF() string {
	for _, word := range p.words {
		_, id, _ := strings.Cut(word.lower, "id=") // a link alone keeps its "="
		id, _, _ = strings.Cut(strings.ReplaceAll(id, "%40", "@"), ";")
		id, _, _ = strings.Cut(id, "&")
		if isDomain(id) {
			return domainOf(id)
		}
	}
	return ""
}

// isDomain reports whether word is a domain name of two labels at least, or an
// address at one. The last label must have a letter, so no IP address is one.
func isDomain(word string) bool {
	word = word[strings.LastIndexByte(word, '@')+1:]
	dot := strings.LastIndexByte(word, '.')
	if dot <= 0 || len(word) > maxDomain || !strings.ContainsAny(word[dot+1:], lowerLetters) {
		return false
	}
	for i := range len(word) {
		if c := word[i]; c < utf8.RuneSelf && !domainBytes[c] {
			return false
		}
	}
	return true
}

// domainBytes are the ASCII bytes of a domain name in lower case.
var domainBytes = bytesOf(lowerLetters + digits + "-._")

// byCode reads a status code that stands for a method.
func (p *replyParser) byCode() {
	for _, code := range p.codes {
		if r, ok := replyCodes[code]; ok && !p.has(r.Method) {
			r.Domain = p.domain(r.Method, nil)
			p.out = append(p.out, r)
		}
	}
}
