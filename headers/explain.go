package headers

import (
	"cmp"
	"slices"
	"sync"
)

// Explain sets the cause of each failed result to the most specific that the
// results together and the header h prove. h is the header of the message that was
// checked; it may be nil where there is none, as with results that [ReadReply]
// read. A cause that is set already is kept, except that [CausePolicy] of DMARC
// gives way to a reason that the header proves.
//
// Forwarding is proved by a MAIL FROM that the Sender Rewriting Scheme made,
// by a field that forwarders and list managers leave, by two Received fields
// for recipients of different organizations, or by an ARC set in which another
// organization saw SPF pass for a host. The domains are not aligned if what
// passed is not From's domain, or, where no results tell, if neither
// Return-Path nor a DKIM-Signature is of its organization.
func Explain(results []Result, h *Header) {
	if !slices.ContainsFunc(results, Result.Failed) {
		return
	}
	if h == nil {
		h = new(Header)
	}
	e := &evidence{results: results, header: h}
	for i := range results {
		e.domains = append(e.domains, asciiDomain(results[i].Domain))
		e.servers = append(e.servers, OrganizationalDomain(serverName(results[i].Server)))
	}
	e.alignment = sync.OnceValue(func() Alignment { return ReadAlignment(h) })
	e.forwarded = sync.OnceValue(e.isForwarded)
	for _, summary := range [...]bool{false, true} {
		for i := range results {
			r := &results[i]
			if r.Failed() && r.isSummary() == summary && (r.Cause == "" || summary && r.Cause == CausePolicy) {
				r.Cause = e.cause(i)
			}
		}
	}
}

// isSummary reports whether the result was worked out from other results.
func (r *Result) isSummary() bool { return r.Method == "dmarc" || r.Method == "compauth" }

// evidence is what the causes of a header's results are worked out from. What
// is costly is worked out once, when it is first asked for.
type evidence struct {
	results   []Result
	header    *Header
	alignment func() Alignment
	forwarded func() bool
	// domains are the domains of the results as DNS has them, and servers the
	// organizational domains of their servers.
	domains, servers []string
}

// cause returns the cause of the failed result with that index.
func (e *evidence) cause(i int) Cause {
	switch r := &e.results[i]; r.Method {
	case "dmarc":
		return e.dmarcCause(i, r.asksForPolicy())
	case "compauth":
		reason, _ := CompAuth(r.Reason)
		return e.dmarcCause(i, reason.Cause == CausePolicy)
	default:
		return e.checkCause(r)
	}
}

// A failure tells what the failure of a method means: the wordings that name a cause,
// and the cause of "none" and of any other verdict where there are no such words.
type failure struct {
	words      []wording
	none, fail Cause
}

var (
	failures = map[string]failure{
		"spf":        {spfWords, CauseNoRecord, CauseNotPermitted},
		"sender-id":  {spfWords, CauseNoRecord, ""},
		"dkim":       signatureFailure,
		"domainkeys": signatureFailure,
		"arc":        signatureFailure,
		"smime":      signatureFailure,
	}
	signatureFailure = failure{signatureWords, CauseNotSigned, CauseSignatureInvalid}
)

// checkCause returns the cause of a failed result that is no summary.
func (e *evidence) checkCause(r *Result) Cause {
	f, ok := failures[r.Method]
	cause := cmp.Or(causeInWords(f.words, r.Reason, r.Comment), errorCauses[r.verdict()])
	switch verdict := r.verdict(); {
	case cause != "" || !ok:
		return cause
	case verdict == "none":
		return f.none
	case verdict == "neutral" && r.Method == "dkim": // it could not be checked (RFC 8601, section 2.7.1)
		return ""
	case e.forwarded():
		return CauseForwarded
	case r.Header == "": // a reply's "did not pass" can be any verdict
		return ""
	}
	return f.fail
}

// errorCauses are the causes that a verdict names by itself.
var errorCauses = map[string]Cause{
	"temperror": CauseTemporaryError, "permerror": CausePermanentError, "policy": CausePolicy,
}

// dmarcCause returns the cause of the failed result with that index, which
// rests on the alignment of others; policy tells whether a policy asks for
// action.
func (e *evidence) dmarcCause(i int, policy bool) Cause {
	r, checks := &e.results[i], e.checks(i)
	switch cause := errorCauses[r.verdict()]; {
	case cause != "":
		return cause
	case e.forwarded():
		return CauseForwarded
	case e.notAligned(r, checks):
		return CauseNotAligned
	}
	if cause := causeInWords(dmarcWords, r.Reason, r.Comment); cause != "" {
		return cause
	}
	if policy {
		return CausePolicy
	}
	return e.alignedFailure(r, checks)
}

// sibling reports whether two results come from one check of the message: from
// the same field, or from others of one organization's servers. QUIRK: Apple
// names a server of its own for each method.
func (e *evidence) sibling(i, j int) bool {
	r, s := &e.results[i], &e.results[j]
	return r.Header == s.Header && (r.Position == s.Position ||
		r.Server != "" && e.servers[i] == e.servers[j] && r.Instance == s.Instance)
}

// checks returns the indexes of the SPF and DKIM results that the result i of
// DMARC built on. QUIRK: policyd-spf, which runs before OpenDMARC, writes
// Received-SPF alone.
func (e *evidence) checks(i int) []int {
	var found, received []int
	hasSPF := false
	for j := range e.results {
		switch s := &e.results[j]; {
		case s.Method != "spf" && s.Method != "dkim":
		case s.first("smtp.pra") != "": // of Sender ID, not of MAIL FROM
		case e.sibling(i, j):
			found = append(found, j)
			hasSPF = hasSPF || s.Method == "spf"
		case isReceivedSPF(s.Header) && s.Server != "" && e.servers[i] == e.servers[j]:
			received = append(received, j)
		}
	}
	if hasSPF {
		return found
	}
	return append(found, received...)
}

// notAligned reports whether something passed, but nothing that is From's
// domain. Where the domains are of one organization, DMARC's mode must have
// been strict. Without checks, or where what passed does not say its domain,
// the header's own domains decide.
func (e *evidence) notAligned(r *Result, checks []int) bool {
	from := asciiDomain(r.Domain)
	if from == "" {
		from = e.alignment().From
	}
	passed, known := false, len(checks) > 0 && from != ""
	for _, i := range checks {
		if !e.results[i].Passed() {
			continue
		}
		switch e.domains[i] {
		case "":
			known = false
		case from:
			return false
		default:
			passed = true
		}
	}
	if passed || known {
		return passed
	}
	a := e.alignment()
	return a.Cause() == CauseNotAligned && from == a.From
}

// alignedFailure returns why the check failed whose domain is aligned with
// From: had it passed, DMARC would have.
func (e *evidence) alignedFailure(r *Result, checks []int) Cause {
	for _, i := range checks {
		if s := &e.results[i]; s.Failed() && Aligned(s.Domain, r.Domain) {
			return s.Cause
		}
	}
	return ""
}

// asksForPolicy reports whether a policy of reject or quarantine stands behind
// a failed DMARC check.
func (r *Result) asksForPolicy() bool {
	return r.Policy.Domain.isStrict() || r.Policy.Disposition.isStrict() || r.Cause == CausePolicy
}
