package headers

import (
	"slices"
	"strings"
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
// themselves. Their class, which is left out, does not matter. Sources: RFC 7372,
// section 3; Microsoft, "Email non-delivery reports in Exchange Online".
var replyCodes = map[string]Result{
	"7.20":  {Method: "dkim", Result: "fail"},
	"7.21":  {Method: "dkim", Result: "policy", Cause: CausePolicy},
	"7.22":  {Method: "dkim", Result: "fail", Cause: CauseNotAligned},
	"7.23":  {Method: "spf", Result: "fail"},
	"7.24":  {Method: "spf", Result: "permerror", Cause: CausePermanentError},
	"7.509": {Method: "dmarc", Result: "fail", Cause: CausePolicy},
	"7.515": {Method: "dmarc", Result: "fail"},
}

// failWords are the beginnings of the words by which a sentence about a method says
// that it failed; those with a blank behind are whole words.
var failWords = [...]string{
	" fail", " softfail", " hardfail", " permerror", " temperror", " violat", " reject",
	" refus", " invalid", " unauthori", " unauthentic", " prohibit", " denied",
	" bad ", " block", " missing", " lack", " requir", " not ", " no ", " doesn't", " didn't", " isn't",
	" without", " cannot", " error", " misconfigur", " mismatch",
}

// replyDomains are the words before the domain that a reply says a method was
// about, the most specific first. Sources: the replies of Google, Microsoft,
// Apple, OpenDMARC, Exim's and Postfix's SPF filters.
var replyDomains = map[string][]string{
	"spf": {
		"spf", "spf for", "mail from domain", "send mail from", "send from", "send mail for", "domain of",
		"spf record for", "spf record of", "sending domain", "domain",
	},
	"dkim": {"dkim", "signature for", "signature of", "signed by", "sending domain", "domain"},
	"dmarc": {
		"dmarc policy for", "dmarc policy of", "dmarc policy for domain", "dmarc policy of domain",
		"dmarc policy of the domain", "dmarc for", "email from", "mail from", "message from", "sending domain",
		"policy for", "policy of", "from domain", "domain",
	},
}

// replyCauses are the wordings of a sentence in a reply that tell a cause.
var replyCauses = map[string][]wording{
	"spf": {
		{CauseNoRecord, []string{"no spf", "missing spf", "not have an spf", "not have a valid spf", "without spf"}},
		{CauseTooManyLookups, []string{"too many"}},
		{CauseTemporaryError, []string{"temporary", "temperror"}},
		{CausePermanentError, []string{"permerror"}},
		{CausePolicy, []string{"suspicious entries"}},
		{CauseNotPermitted, []string{
			"hard fail", "hardfail", "softfail", "not allowed", "not authorized", "not authorised", "not permitted",
			"not designate", "unauthorized",
		}},
	},
	"dkim": {
		{CauseNotSigned, []string{
			"no dkim", "missing dkim", "not have a dkim", "not dkim", "not signed", "without dkim",
		}},
		{CauseBodyAltered, []string{"body hash"}},
		{CauseKeyMissing, []string{"no key"}},
		{CauseSignatureInvalid, []string{"signature", "no valid dkim"}},
		{CauseTemporaryError, []string{"temporary"}},
	},
	"dmarc": {
		{CauseTemporaryError, []string{"temporary"}},
		{CauseNotAligned, []string{"aligned", "alignment"}},
		{CauseNoRecord, []string{"no dmarc"}},
		{CausePolicy, []string{"policy", "quarantine"}},
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
	p.split(lowerASCII(text))
	if p.listed(); len(p.out) == 0 {
		for sentence := range strings.SplitSeq(p.text, "\n") {
			p.sentence(sentence)
		}
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

// A replyParser holds the words of one reply and the results that they state.
type replyParser struct {
	// words are the words of the reply, in lower case and without the punctuation
	// around them. "=" is a word of its own, and so is "\n", which ends a sentence.
	words []string
	// text is made of the words, with one blank around each.
	text string
	// codes are the enhanced status codes, without their class: "7.26".
	codes []string
	out   []Result
}

// split splits a reply in lower case into words.
func (p *replyParser) split(text string) {
	for field := range strings.FieldsSeq(text) {
		if strings.Contains(field, "://") {
			p.words = append(p.words, field)
			continue
		}
		for word := range strings.FieldsSeq(strings.ReplaceAll(field, "=", " = ")) {
			p.addWord(word)
		}
	}
	p.text = strings.ReplaceAll(" "+strings.Join(p.words, " ")+" ", " sender policy framework ", " spf ")
}

// addWord adds a word without the punctuation around it. "SPF/DKIM" and "SPF-DKIM" are
// two. Codes, "550", "5.7.26", "550-5.7.26" or "550#5.7.26", are kept apart.
func (p *replyParser) addWord(field string) {
	word := strings.Trim(field, ".,:;!?()[]<>'\"*#")
	if word != "" && (word[0] == '4' || word[0] == '5') && strings.Trim(word, digits+".-#") == "" {
		class, code, _ := strings.Cut(word[strings.LastIndexAny(word, "-#")+1:], ".")
		if len(class) == 1 { // no version, such as 40.7.22
			p.codes = append(p.codes, code)
		}
		return
	}
	if i := strings.IndexAny(word, "/-_"); i > 0 && replyMethods[word[:i]] && isLetters(word[i+1:]) {
		p.words = append(p.words, word[:i])
		word = word[i+1:]
	}
	if word != "" {
		p.words = append(p.words, word)
	}
	if strings.IndexByte(".;!?", field[len(field)-1]) >= 0 {
		p.words = append(p.words, "\n")
	}
}

// listed reads "method [domain] with ip: [address] = verdict".
func (p *replyParser) listed() {
	for i, method := range p.words {
		if !replyMethods[method] || len(p.out) == maxResults {
			continue
		}
		rest := p.words[i+1 : min(i+7, len(p.words))]
		at := slices.IndexFunc(rest, func(word string) bool { return word == "=" || replyMethods[word] })
		if at < 0 || rest[at] != "=" || at+1 == len(rest) || replyVerdicts[rest[at+1]] == "" {
			continue
		}
		r := Result{Method: method, Result: replyVerdicts[rest[at+1]]}
		if isDomain(rest[0]) {
			r.Domain = domainOf(rest[0])
		}
		p.out = append(p.out, r)
	}
}

// sentence reads a sentence that names a method and says that it failed.
func (p *replyParser) sentence(text string) {
	if !slices.ContainsFunc(failWords[:], func(word string) bool { return strings.Contains(text, word) }) {
		return
	}
	words := strings.Fields(text)
	for i, word := range words {
		passed := i+1 < len(words) && strings.HasPrefix(words[i+1], "pass")
		if replyMethods[word] && !passed {
			p.addFailure(word, text)
		}
	}
	// RFC 7208, section 9.1
	if strings.Contains(text, " not designate ") && strings.Contains(text, " permitted sender") {
		p.addFailure("spf", text)
	}
}

// addFailure adds the result of a method that failed by the words of a
// sentence, unless there is one.
func (p *replyParser) addFailure(method, sentence string) {
	if p.has(method) {
		return
	}
	r := Result{Method: method, Result: verdictInSentence(sentence), Domain: p.domain(method, sentence)}
	if r.Domain == "" && method == "spf" {
		r.Domain = domainInProse(sentence)
	}
	r.Cause = causeInWords(replyCauses[method], sentence)
	p.out = append(p.out, r)
}

func (p *replyParser) has(method string) bool {
	return slices.ContainsFunc(p.out, func(r Result) bool { return r.Method == method })
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
func (p *replyParser) domain(method, sentence string) string {
	for _, text := range [...]string{sentence, p.text} {
		for _, before := range replyDomains[method] {
			if domain := domainAfter(text, " "+before+" "); domain != "" {
				return domain
			}
		}
	}
	if owner, _, ok := strings.Cut(sentence, "'s "+method+" "); ok { // Apple: "due to example.com's DMARC policy"
		if owner = owner[strings.LastIndexByte(owner, ' ')+1:]; isDomain(owner) {
			return domainOf(owner)
		}
	}
	if method == "spf" {
		return p.openSPF()
	}
	return ""
}

// domainAfter returns the first domain that follows the words before.
func domainAfter(text, before string) string {
	for {
		i := strings.Index(text, before)
		if i < 0 {
			return ""
		}
		text = text[i+len(before)-1:] // a blank ends these words and may begin the next
		if word, _, _ := strings.Cut(text[1:], " "); isDomain(word) {
			return domainOf(word)
		}
	}
}

// openSPF returns the domain of the sender in the link to an explanation that
// SPF filters give (RFC 7208, section 6.2): "...Why?s=mfrom;id=a%40example.com".
func (p *replyParser) openSPF() string {
	for _, word := range p.words {
		_, id, _ := strings.Cut(word, "id=") // a link alone keeps its "="
		id, _, _ = strings.Cut(strings.ReplaceAll(id, "%40", "@"), ";")
		id, _, _ = strings.Cut(id, "&")
		if isDomain(id) {
			return domainOf(id)
		}
	}
	return ""
}

// byCode reads a status code that stands for a method.
func (p *replyParser) byCode() {
	for _, code := range p.codes {
		if r, ok := replyCodes[code]; ok && !p.has(r.Method) {
			r.Domain = p.domain(r.Method, "")
			p.out = append(p.out, r)
		}
	}
}
