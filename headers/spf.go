package headers

import (
	"strings"
	"unicode"
)

const receivedSPF = "Received-SPF"

// ParseReceivedSPF reads the value of a Received-SPF field (RFC 7208, section
// 9.1), folded or not, and reports whether it holds a result. The pairs of the
// field become properties without a type: client-ip, envelope-from, helo,
// identity, mechanism, problem, receiver. The server is receiver=, or else the
// host at the beginning of the comment, "host.example: ...".
func ParseReceivedSPF(value string) (Result, bool) {
	sc := scanner{s: unfold(cut(value, maxField))}
	sc.skipCFWS()
	verdict := strings.TrimRightFunc(lower(sc.consumeValue(), maxName), endsVerdict)
	if verdict == "" || strings.IndexByte(verdict, '=') >= 0 {
		return Result{}, false
	}
	r := Result{Header: receivedSPF, Method: "spf", Result: verdict, Raw: blank(sc.s, maxRaw)}
	for !sc.done() {
		sc.skipCFWS()
		sc.consumePair(&r)
	}
	r.Comment = sc.takeComments()
	r.Server = spfReceiver(&r)
	r.Domain = spfDomain(&r)
	one := []Result{r}
	setValues(one)
	return one[0], true
}

// endsVerdict reports whether r stands behind a verdict and is no part of it.
func endsVerdict(r rune) bool { return r == ':' || r == ',' || unicode.IsSpace(r) }

// consumePair adds the "key=value" at pos to r, and passes anything else.
func (sc *scanner) consumePair(r *Result) {
	key := sc.consumeUntil("=;()\"")
	sc.skipCFWS()
	if sc.peek() != '=' {
		if key == "" && !sc.done() {
			sc.pos++
		}
		return
	}
	sc.pos++
	sc.skipCFWS()
	value := sc.consumeValue()
	if validKey(key) && len(r.Properties) < maxProperties {
		r.Properties = append(r.Properties, Property{"", lowerASCII(key), clean(value, maxText)})
	}
}

// spfReceiver returns the host that made the check. QUIRK: Microsoft and
// Yahoo have no receiver=, and policyd-spf writes "receiver=<UNKNOWN>" where
// it is told to hide the recipient.
func spfReceiver(r *Result) string {
	if host, _ := r.property("receiver"); host != "" && host[0] != '<' && domainOf(host) != "" {
		return blank(host, maxDomain)
	}
	host, _, ok := strings.Cut(r.Comment, ": ")
	if !ok || strings.IndexByte(host, '.') < 0 || strings.IndexByte(host, ' ') >= 0 {
		return ""
	}
	return blank(host, maxDomain)
}

// spfDomain returns the domain that was checked: that of HELO where identity=
// says so.
func spfDomain(r *Result) string {
	if identity, _ := r.property("identity"); strings.EqualFold(identity, "helo") {
		if helo, _ := r.property("helo"); helo != "" {
			return domainOf(helo)
		}
	}
	if from, _ := r.property("envelope-from"); domainOf(from) != "" {
		return domainOf(from)
	}
	if domain := domainInProse(r.Comment); domain != "" {
		return domain
	}
	return r.findDomain()
}

func (r *Result) isReceivedSPF() bool { return strings.HasSuffix(r.Header, receivedSPF) }

// appendReceivedSPF appends the result as a Received-SPF field has it.
func (r *Result) appendReceivedSPF(b []byte) []byte {
	b = appendComment(appendValue(b, r.Result), r.Comment)
	for i := range r.Properties {
		sep := "; "
		if i == 0 {
			sep = " "
		}
		b = append(append(append(b, sep...), r.Properties[i].Name...), '=')
		b = appendValue(b, r.Properties[i].Value)
	}
	return b
}
