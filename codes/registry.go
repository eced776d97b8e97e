package codes

import (
	"cmp"
	"slices"
	"strings"
)

// A Registration is what a registry or a vendor's document says about a code.
type Registration struct {
	// Code is the code as listed: "X.1.1" for any class, "4.7.500-699" for a
	// range, "550".
	Code string
	// Title is the name of the code.
	Title string
	// Source is the document that defines it, such as "RFC 3463".
	Source string
	// Reason is what the code means where the text says no more.
	Reason Reason
}

// A statusEntry is a line of data/status.tsv.
type statusEntry struct {
	Registration
	class   uint16 // 0 for any
	subject uint16
	lo, hi  uint16 // of the detail
	proves  strength
	host    string // ending of the host that it is for, "" for any
	owner   Owner  // zero for the owner of the reason
	scope   Scope  // zero for the scope of the reason
	keep    bool   // never a reason to suppress the address
}

// A replyEntry is a line of data/replies.tsv.
type replyEntry struct {
	Registration
	reply Reply
}

// Registration returns what is known of s without its text and sender. A code
// that nobody listed, such as 5.1.99, is known by its subject (RFC 3463,
// section 3); ok is false where even that is not.
func (s Status) Registration() (reg Registration, ok bool) {
	e := findStatusEntry(s, nil)
	if e == nil {
		return Registration{}, false
	}
	return e.Registration, true
}

// Registration returns what the standards say of r; ok is false for a code
// that they do not define.
func (r Reply) Registration() (reg Registration, ok bool) {
	e := findReplyEntry(r)
	if e == nil {
		return Registration{}, false
	}
	return e.Registration, true
}

// findStatusEntry returns the entry that fits s best, of the entries for any host and
// the entries for a host that isFrom reports true for: one for the host, then one of
// the class of s, then one that names the detail.
// A queue that gives up makes 5.4.316 of 4.4.316, so an entry of the other
// class comes before the subject alone. Nil where not even that is known.
func findStatusEntry(s Status, isFrom func(host string) bool) *statusEntry {
	if !s.IsValid() || int(s.subject) >= len(statusTable) {
		return nil
	}
	var best *statusEntry
	points := 0
	entries := statusTable[s.subject]
	for i := range entries {
		e := &entries[i]
		if e.lo > s.detail {
			break
		}
		if n := e.fit(s); n > points && (e.host == "" || isFrom != nil && isFrom(e.host)) {
			best, points = e, n
		}
	}
	return best
}

// fit returns how well e fits s, 0 for not at all.
func (e *statusEntry) fit(s Status) int {
	n := 1
	switch {
	case e.lo == e.hi && e.lo == s.detail:
		n = 5
	case e.lo <= s.detail && s.detail <= e.hi:
		n = 4
	case e.class != 0 || e.hi != 0:
		return 0 // X.s.0 stands for the whole subject
	}
	switch {
	case e.class == s.class:
		n += 4
	case e.class == 0 && n > 1:
		n += 3
	case e.class != 0:
		return n - 2 // of the other class
	}
	if e.host != "" {
		n += 8
	}
	return n
}

func findReplyEntry(r Reply) *replyEntry {
	byReply := func(e replyEntry, r Reply) int { return cmp.Compare(e.reply, r) }
	i, ok := slices.BinarySearchFunc(replyTable[:], r, byReply)
	if !ok {
		return nil
	}
	return &replyTable[i]
}

// hostMatches reports whether host is the name pattern, or ends with it where
// pattern begins with a dot; ".example.com" is for example.com as well. A dot
// at the end of host does not matter.
func hostMatches(host, pattern string) bool {
	host = strings.TrimSuffix(host, ".")
	if rest, ok := strings.CutPrefix(pattern, "."); ok {
		return inDomain(host, rest)
	}
	return strings.EqualFold(host, pattern)
}

// inDomain reports whether host is domain or ends with it after a dot,
// whatever the case.
func inDomain(host, domain string) bool {
	n := len(host) - len(domain)
	if n < 0 || !strings.EqualFold(host[n:], domain) {
		return false
	}
	return n == 0 || host[n-1] == '.'
}

// hasCode reports whether r has the code: a reply code "550", an enhanced
// status code "5.1.1", or one of any class, "X.1.1".
func hasCode(r Response, code string) bool {
	if len(code) == 3 {
		return r.Reply != 0 && int(r.Reply) == int(code[0]-'0')*100+int(code[1]-'0')*10+int(code[2]-'0')
	}
	if !r.Status.IsValid() {
		return false
	}
	var buf [len("5.100.100")]byte
	written, _ := r.Status.AppendText(buf[:0])
	return string(written[1:]) == code[1:] && (code[0] == 'X' || code[0] == written[0])
}
