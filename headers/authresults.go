package headers

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// AuthResults is the value of one Authentication-Results field (RFC 8601,
// section 2.2) or of a relative of it.
type AuthResults struct {
	// Instance is i= (RFC 8617, section 4.2.1), 0 where there is none.
	Instance int `json:"instance,omitempty"`
	// Server is the authserv-id, "" where there is none.
	Server string `json:"server"`
	// Version is the version after Server, 0 where there is none.
	Version int `json:"version,omitempty"`
	// Results are all results, in order. Their Header and Position are not
	// set.
	Results []Result `json:"results"`
}

// knownMethods are the methods that begin a new result even where the
// semicolon before them is missing. Source: the IANA registry "Email
// Authentication Methods", and Microsoft's compauth.
var knownMethods = map[string]bool{
	"arc": true, "auth": true, "bimi": true, "compauth": true, "dkim": true,
	"dkim-adsp": true, "dkim-atps": true, "dmarc": true, "dnswl": true,
	"domainkeys": true, "iprev": true, "rrvs": true, "sender-id": true,
	"smime": true, "spf": true, "vbr": true,
}

// neverMethods are words that some write after a semicolon although they
// belong to a result.
var neverMethods = map[string]bool{
	"action": true, // Microsoft: dmarc=fail action=oreject
	"from":   true, // Yahoo until 2018: from=example.com; dkim=pass (ok)
	"i":      true, // RFC 8617
	"reason": true,

	// Amazon SES: spf=pass (...) client-ip=192.0.2.1; envelope-from=...; helo=...
	"client-ip": true, "envelope-from": true, "helo": true, "identity": true, "receiver": true,
}

// ParseAuthResults reads the value of an Authentication-Results field, folded
// or not. It takes every result that it can tell, whatever stands between,
// and never fails: a value without any has no Results. See the package
// documentation for what it tolerates and for the limits.
func ParseAuthResults(value string) AuthResults {
	p := authParser{scanner: scanner{s: unfold(cut(value, maxField))}}
	p.parse()
	return p.out
}

// An authParser reads one field. Results are separated by semicolons; what
// stands between two is called a chunk here.
type authParser struct {
	scanner
	out AuthResults
	// cur is the result being read, nil before the first; start is where it
	// began.
	cur   *Result
	start int
	// pending holds the properties that were written before their result.
	pending Result
	// isSPF tells that the field is Received-SPF: it has one result, and nothing in
	// it begins another.
	isSPF bool
}

// parse reads the rest of the field.
func (p *authParser) parse() {
	for !p.done() {
		p.parseChunk()
	}
	p.endResult(len(p.s))
	from := ""
	for i := range p.out.Results {
		r := &p.out.Results[i]
		r.setPolicy()
		switch r.Domain = r.findDomain(); r.Method {
		case "dmarc":
			from = r.Domain
		case "compauth": // has no property of its own, and is about the same From
			r.Domain = cmp.Or(r.Domain, from)
		}
		r.Value = r.value()
	}
}

// parseChunk reads up to the next semicolon and passes it.
func (p *authParser) parseChunk() {
	for first := true; ; first = false {
		p.skipCFWS()
		if p.done() || p.peek() == ';' {
			p.pos++
			p.flush()
			return
		}
		if !first {
			p.flush()
		}
		start := p.pos
		if p.peek() == '"' {
			text, _ := p.consumeQuoted()
			p.setServer(text)
		} else if key, ok := p.consumeKey(); ok {
			p.pair(start, key, first)
		} else if !strings.EqualFold(key, "none") {
			p.setServer(key)
		}
		if p.pos == start {
			p.pos++ // a byte that begins nothing, such as ")"
		}
	}
}

// flush gives the comments that were passed to the result being read. Those
// before the first result belong to none.
func (p *authParser) flush() {
	comment := p.takeComments()
	if p.cur == nil || comment == "" {
		return
	}
	if p.cur.Comment != "" {
		comment = p.cur.Comment + "; " + comment
	}
	p.cur.Comment = blank(comment, maxText)
}

// consumeKey returns the word at pos, and whether "=" follows, which it
// passes. Blanks and comments are allowed around "." and "/" (RFC 8601,
// appendix B.7).
func (p *authParser) consumeKey() (key string, ok bool) {
	key = p.consumeUntil("=;()\"")
	p.skipCFWS()
	for key != "" && len(key) <= maxName && (p.peek() == '.' || p.peek() == '/') {
		key += p.s[p.pos : p.pos+1]
		p.pos++
		p.skipCFWS()
		key += p.consumeUntil("=;()\"")
		p.skipCFWS()
	}
	if p.peek() != '=' {
		return key, false
	}
	p.pos++
	return key, true
}

// pair takes in one "key=", the value of which stands at pos. The first of a
// chunk is a result, the others are its properties.
func (p *authParser) pair(start int, key string, first bool) {
	value, after := "", p.pos
	p.skipCFWS()
	if p.pos == after || !p.atProperty() {
		value = p.consumeValue()
	}
	if !validKey(key) {
		return
	}
	key = lowerASCII(key)
	method, _, _ := strings.Cut(key, "/")
	switch {
	case p.isSPF:
		p.cur.add(key, value)
	case knownMethods[method], first && methodBytes.makes(method) && !neverMethods[method]:
		p.begin(start, method, value)
	case key == "i" && p.cur == nil && p.out.Instance == 0 && number(value) > 0:
		p.out.Instance = number(value)
	case p.cur == nil, first && key == "from":
		p.pending.add(key, value)
	default:
		p.cur.add(key, value)
	}
}

// propertyTypes are the ptypes (RFC 8601, section 2.3) as they begin a
// property.
var propertyTypes = [...]string{"smtp.", "header.", "body.", "policy."}

// atProperty reports whether a property stands at pos where a value should.
// QUIRK: Google wrote "smtp.mail=" without a value for an empty MAIL FROM.
func (p *authParser) atProperty() bool {
	name, _, ok := strings.Cut(cut(p.s[p.pos:], maxName), "=")
	return ok && !strings.ContainsAny(name, "; \t") &&
		slices.ContainsFunc(propertyTypes[:], func(typ string) bool { return hasPrefixFold(name, typ) })
}

// validKey reports whether key can be a method or a property.
func validKey(key string) bool {
	return keyBytes.makes(key) && len(key) <= maxName && key[0] != '.' && key[len(key)-1] != '.'
}

var (
	keyBytes = graphicBut(`\<>,`)
	// methodBytes are the bytes of a Keyword (RFC 8601, section 2.2), and the underscore.
	methodBytes = bytesOf(lowerLetters + digits + "-_")
)

// usualResults is how many results of one field room is made for in advance.
const usualResults = 8

// begin starts a result. One without a verdict says nothing and is none.
func (p *authParser) begin(start int, method, verdict string) {
	verdict = strings.TrimRight(lower(verdict, maxName), ":,\u00a0 ")
	if verdict == "" {
		return
	}
	p.endResult(start)
	if len(p.out.Results) == maxResults {
		p.pos = len(p.s)
		return
	}
	if p.out.Results == nil {
		p.out.Results = make([]Result, 0, 1+min(strings.Count(p.s[p.pos:], ";"), usualResults))
	}
	p.out.Results = append(p.out.Results, p.pending)
	p.cur, p.start, p.pending = &p.out.Results[len(p.out.Results)-1], start, Result{}
	p.cur.Instance, p.cur.Server, p.cur.Method, p.cur.Result = p.out.Instance, p.out.Server, method, verdict
}

// endResult ends the result being read before end.
func (p *authParser) endResult(end int) {
	if p.cur != nil {
		p.cur.Raw = blank(strings.TrimRight(p.s[p.start:end], "; \t\r\n"), maxRaw)
	}
}

// add adds a property, or the reason.
func (r *Result) add(key, value string) {
	if key == "reason" && r.Reason == "" {
		r.Reason = clean(value, maxText)
		return
	}
	if len(r.Properties) == maxProperties {
		return
	}
	typ, name, ok := strings.Cut(key, ".")
	if !ok {
		typ, name = "", key
	}
	r.Properties = append(r.Properties, Property{typ, name, clean(value, maxText)})
}

// number returns the decimal number s of at most nine digits, 0 for any other text.
func number(s string) int {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil || len(s) > 9 {
		return 0
	}
	return int(n)
}

// setServer takes a word without "=" for the authserv-id if it comes before all
// results, and the version after it. QUIRK: Microsoft writes the recipient's domain
// between results.
func (p *authParser) setServer(name string) {
	name = blank(name, maxDomain)
	if p.cur != nil || p.out.Server != "" || name == "" {
		return
	}
	p.out.Server = name
	p.skipCFWS()
	at := p.pos
	if p.out.Version = number(p.consumeUntil("=;()\"")); p.out.Version == 0 {
		p.pos = at
	}
}

// String returns the value of the field; see [AuthResults.AppendText].
func (a AuthResults) String() string {
	b, _ := a.AppendText(nil)
	return string(b)
}

// AppendText implements [encoding.TextAppender]: it appends the value of the
// field, on one line, in the form of RFC 8601 as far as the content allows.
// [ParseAuthResults] reads the same from it. The error is always nil.
func (a AuthResults) AppendText(b []byte) ([]byte, error) {
	if a.Instance > 0 {
		b = fmt.Appendf(b, "i=%d; ", a.Instance)
	}
	if a.Server != "" {
		b = appendServer(b, a.Server)
		if a.Version > 0 {
			b = fmt.Appendf(b, " %d", a.Version)
		}
		b = append(b, "; "...)
	}
	if len(a.Results) == 0 {
		return append(b, "none"...), nil
	}
	for i := range a.Results {
		if i > 0 {
			b = append(b, "; "...)
		}
		b = a.Results[i].appendResinfo(b)
	}
	return b, nil
}

func appendServer(b []byte, name string) []byte {
	if strings.EqualFold(name, "none") || strings.IndexByte(name, '=') >= 0 {
		return append(b, quote(name)...)
	}
	return appendValue(b, name)
}
