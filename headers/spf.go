package headers

import "strings"

const receivedSPF = "Received-SPF"

// ParseReceivedSPF reads the value of a Received-SPF field (RFC 7208, section
// 9.1), folded or not, and reports whether it holds a result. The pairs of the
// field become properties without a type: client-ip, envelope-from, helo,
// identity, mechanism, problem, receiver. The server is receiver=, or else the
// host at the beginning of the comment, "host.example: ...".
func ParseReceivedSPF(value string) (Result, bool) {
	p := authParser{scanner: scanner{s: unfold(cut(value, maxField))}, isSPF: true}
	p.out.Results = make([]Result, 0, 1)
	p.skipCFWS()
	p.begin(0, "spf", p.consumeValue())
	if p.cur == nil || strings.Contains(p.cur.Result, "=") {
		return Result{}, false
	}
	p.parse()
	r := p.out.Results[0]
	r.Header, r.Server, r.Raw = receivedSPF, r.spfReceiver(), blank(p.s, maxRaw)
	return r, true
}

// spfReceiver returns the host that made the check. QUIRK: Microsoft and
// Yahoo have no receiver=, and policyd-spf writes "receiver=<UNKNOWN>" where
// it is told to hide the recipient.
func (r *Result) spfReceiver() string {
	if host := r.first("receiver"); domainOf(host) != "" {
		return blank(host, maxDomain)
	}
	host, _, ok := strings.Cut(r.Comment, ": ")
	if !ok || strings.IndexByte(host, '.') < 0 || strings.IndexByte(host, ' ') >= 0 {
		return ""
	}
	return blank(host, maxDomain)
}

// isReceivedSPF reports whether the field of that name is Received-SPF or a relative of
// it.
func isReceivedSPF(name string) bool {
	return len(name) >= len(receivedSPF) && strings.EqualFold(name[len(name)-len(receivedSPF):], receivedSPF)
}
