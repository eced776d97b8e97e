package headers

import (
	"slices"
	"strings"
	"time"
)

// A Hop is one Received field (RFC 5321, section 4.4): a host took the message
// from another. Values are as the host wrote them; the name after from is what
// the client called itself.
type Hop struct {
	// From is the name that the client gave, and FromInfo what the host knew
	// of it: the text of the comment, mostly its name in DNS and its address.
	From     string `json:"from"`
	FromInfo string `json:"from_info,omitempty"`
	// By is the host itself.
	By string `json:"by"`
	// Via and With are the link and the protocol, such as "ESMTPS".
	Via  string `json:"via,omitempty"`
	With string `json:"with,omitempty"`
	// ID is the host's identifier of the message.
	ID string `json:"id,omitempty"`
	// For is the recipient, without angle brackets.
	For string `json:"for,omitempty"`
	// Time is when, or the zero Time.
	Time time.Time `json:"time,omitzero"`
	// Delay is the time since the hop before, 0 for the first hop and where
	// either time is unknown. It is negative where clocks disagree.
	Delay time.Duration `json:"delay,omitzero"`
	// Position is the index of the field in the header, 0 for the first.
	Position int `json:"position"`
}

// Trace returns the Received fields of a header in the order of time: the
// first hop is the lowest field, and each Delay is against the hop before. At
// most 200 fields are read, from the top.
func Trace(h *Header) []Hop {
	var hops []Hop
	for i := h.next(0, "Received"); i >= 0 && len(hops) < maxHops; i = h.next(i+1, "Received") {
		hop := ParseReceived(h.value(i))
		hop.Position = i
		hops = append(hops, hop)
	}
	slices.Reverse(hops)
	for i := 1; i < len(hops); i++ {
		if a, b := hops[i-1].Time, hops[i].Time; !a.IsZero() && !b.IsZero() {
			hops[i].Delay = b.Sub(a)
		}
	}
	return hops
}

// ParseReceived reads the value of one Received field, folded or not. A clause
// that is missing leaves its field "". A word that belongs to no clause, as
// qmail's "(qmail 123 invoked by uid 5)" and "invoked from network", is
// skipped.
func ParseReceived(value string) Hop {
	var hop Hop
	sc := scanner{s: unfold(cut(value, maxField))}
	// The date stands behind the last semicolon; one in a comment comes before it.
	if i := strings.LastIndexByte(sc.s, ';'); i >= 0 {
		hop.Time, _ = ParseDate(sc.s[i+1:])
		sc.s = sc.s[:i]
	}
	for sc.skipCFWS(); !sc.done(); sc.skipCFWS() {
		sc.consumeClause(&hop)
	}
	return hop
}

// consumeClause reads one clause at pos into hop: a name and its value. Of a
// clause that occurs twice the first counts.
func (sc *scanner) consumeClause(hop *Hop) {
	name := sc.consumeUntil("()\"")
	if name == "" {
		sc.pos++
		return
	}
	field := hop.clause(name)
	if field == nil || *field != "" {
		return
	}
	sc.skipCFWS()
	sc.comments = sc.comments[:0]
	*field = blank(strings.Trim(sc.consumeReceivedValue(), "<>;,"), maxText)
	switch field {
	case &hop.From:
		sc.skipCFWS()
		hop.FromInfo = sc.takeComments()
	case &hop.With:
		sc.consumeProtocol(hop)
	}
}

// consumeProtocol reads the other words of a protocol. QUIRK: Exchange writes
// "with Microsoft SMTP Server (version=TLS1_2) id 15.20.1".
func (sc *scanner) consumeProtocol(hop *Hop) {
	for isSpace(sc.peek()) && len(hop.With) < maxName {
		sc.pos++
		word := sc.consumeUntil("(\"")
		if hop.clause(word) != nil {
			sc.pos -= len(word)
			return
		}
		hop.With = blank(hop.With+" "+word, maxText)
	}
}

// consumeReceivedValue reads a word, or an address in angle brackets with all
// that it holds.
func (sc *scanner) consumeReceivedValue() string {
	if sc.peek() == '<' {
		if i := strings.IndexByte(cut(sc.s[sc.pos:], maxText), '>'); i >= 0 {
			sc.pos += i + 1
			return sc.s[sc.pos-i-1 : sc.pos]
		}
	}
	return sc.consumeUntil("(")
}

// clauses are the names of clauses, in the order of the fields of a Hop.
var clauses = [...]string{"from", "by", "via", "with", "id", "for"}

// clause returns the field that the clause of that name fills, nil for none.
func (hop *Hop) clause(name string) *string {
	for i, field := range [...]*string{&hop.From, &hop.By, &hop.Via, &hop.With, &hop.ID, &hop.For} {
		if strings.EqualFold(name, clauses[i]) {
			return field
		}
	}
	return nil
}
