package codes

import (
	"cmp"
	"slices"
	"sync"

	"example.com/ndr/codes/internal/grammar"
)

//go:generate go run gen.go

// A strength says how much wording or a code proves. The order is that in
// which evidence wins.
type strength uint8

const (
	none    strength = iota
	bare             // a reply code: 550
	hint             // wording that goes along with many reasons: "rejected"
	generic          // a code for many reasons: 5.0.0, 5.1.0, 4.4.7
	weak             // wording that can be a cover: "mailbox unavailable"
	broad            // a code that systems use for several reasons: 5.7.1
	medium           // wording that has one meaning, but yields to a specific code
	narrow           // a code that has one meaning: 5.1.10
	strong           // wording that has one meaning: "user unknown"
	exact            // one vendor's own number: 5.7.606
	token            // a mark of one vendor: RESOLVER.ADR.RecipNotFound
	own              // the caller's rule
)

// A rule is what a line of data/grammar.txt means. What is zero is as for
// reason.
type rule struct {
	text     string // the line
	reason   Reason
	strength strength
	says     saying
	stage    Stage  // that it tells, or else needs
	host     string // ending of the host that it is for, "" for any
	code     string // code that it needs, as [hasCode] reads it, "" for any
	owner    Owner
	scope    Scope
	keep     bool // never a reason to suppress the address
	named    bool // none where neither the recipient's domain nor the status is named
}

// A saying is what a rule says besides a reason.
type saying uint8

const (
	saysReason    saying = iota
	saysNothing          // nor does what is in it
	saysLater            // that the refusal is for now
	saysElsewhere        // that something else than the recipient is refused
	saysStage            // at which stage the reply came
)

// A reading is what the grammar finds in the text of a response.
type reading struct {
	found     grammar.Found
	silencers []*grammar.Match // that can silence others
	applying  []*grammar.Match // that say a reason of this reply
	telling   []*grammar.Match // the matches in applying that count
	room      [3][grammar.MaxMatches]*grammar.Match
	said
}

// A said is what makes up a reading besides what the grammar found: it is cleared
// before the reading is used again.
type said struct {
	r     Response
	o     *Options
	stage Stage
	later bool
	// elsewhere: the words are about something else than the recipient, or
	// there are too many to know.
	elsewhere bool
	// byStatus and byWord are what the status and the wording say each.
	byStatus, byWord candidate
	// contradicted is the best evidence that speaks for another reason, "" for none.
	contradicted string
}

// readings holds some for further use: to clear one takes as long as to decide what a
// short reply means.
var readings = sync.Pool{New: func() any { return new(reading) }}

var noOptions Options

// read reads the text of r; o may be nil. It is to be given back with [reading.free].
func read(r Response, o *Options) *reading {
	g := readings.Get().(*reading)
	g.r, g.o = r, cmp.Or(o, &noOptions)
	theGrammar.Find(r.Text, &g.found)
	g.elsewhere, g.stage = g.found.Full(), g.o.Stage
	if g.stage == StageUnknown && r.Reply.ofAuth() {
		g.stage = StageAuth
	}
	g.silencers, g.applying, g.telling = g.room[0][:0], g.room[1][:0], g.room[2][:0]
	for i := range g.found.Matches {
		m := &g.found.Matches[i]
		e := &ruleTable[m.Rule]
		if e.says == saysReason {
			continue
		}
		switch {
		case e.says == saysLater:
			g.later = true
			continue
		case e.says == saysElsewhere:
			g.elsewhere = true
		case e.says == saysStage && g.stage == StageUnknown:
			g.stage = e.stage
		}
		g.silencers = append(g.silencers, m)
	}
	return g
}

// free gives g back, which nothing may refer to any more.
func (g *reading) free() {
	g.said = said{}
	readings.Put(g)
}

// host reports whether the reply came from a host that matches pattern: the
// host of the options or, without one, a host that the text names.
func (g *reading) host(pattern string) bool {
	if g.o.Host != "" {
		return hostMatches(g.o.Host, pattern)
	}
	return slices.ContainsFunc(g.found.Names, func(n grammar.Name) bool {
		return n.Host && hostMatches(g.r.Text[n.Start:n.End], pattern)
	})
}

// applies reports whether what a rule needs is there.
func (g *reading) applies(e *rule) bool {
	return e.says == saysReason && (e.host == "" || g.host(e.host)) && (e.code == "" || hasCode(g.r, e.code)) &&
		(e.stage == StageUnknown || e.stage == g.stage)
}

// tell finds the matches that tell a reason of this reply, except matches that begin or
// end within words that say nothing, and matches within one that proves as much: "relay
// access denied" says nothing about "access denied".
func (g *reading) tell() {
	for i := range g.found.Matches {
		if m := &g.found.Matches[i]; g.applies(&ruleTable[m.Rule]) && !g.isSilenced(m) {
			g.applying = append(g.applying, m)
		}
	}
	for _, m := range g.applying {
		if g.isOuter(m) {
			g.telling = append(g.telling, m)
		}
	}
}

// isSilenced reports whether m begins or ends within words that say nothing, or
// condemns an address by words about something else.
func (g *reading) isSilenced(m *grammar.Match) bool {
	for _, a := range g.silencers {
		if ruleTable[a.Rule].says == saysElsewhere && !isLasting(ruleTable[m.Rule].reason) {
			continue
		}
		if a.Start < m.End && m.Start < a.End && (a.Start <= m.Start || a.End >= m.End) {
			return true
		}
	}
	return false
}

// isOuter reports whether m lies within none of the others that proves as much, and
// stands where no rule is found that needs more.
func (g *reading) isOuter(m *grammar.Match) bool {
	x := &ruleTable[m.Rule]
	for _, a := range g.applying {
		if a.Start > m.Start || a.End < m.End || ruleTable[a.Rule].strength < x.strength {
			continue
		}
		if y := &ruleTable[a.Rule]; a.End-a.Start > m.End-m.Start || y.needs() > x.needs() {
			return false
		}
	}
	return true
}

// needs returns how much a rule needs besides its words.
func (e *rule) needs() int {
	n := 0
	if e.host != "" {
		n++
	}
	if e.code != "" {
		n++
	}
	return n
}

// words returns the wording that decides, nil for none. hinted is what the code says.
func (g *reading) words(hinted Reason) (best *grammar.Match) {
	highest := int32(-1)
	for _, m := range g.telling {
		if rank := g.rank(m, hinted); rank > highest || rank == highest && isBefore(m, best) {
			best, highest = m, rank
		}
	}
	if best == nil {
		return nil
	}
	reason, proves := g.reason(best), ruleTable[best.Rule].strength
	if reason != SenderRejected && !isLasting(reason) {
		return best
	}
	for _, m := range g.telling {
		if r, s := g.reason(m), ruleTable[m.Rule].strength; s >= proves && tellsMore(r, reason) {
			best, reason, proves = m, r, s
		}
	}
	return best
}

// otherWords returns the best wording for a reason other than the reason of best.
func (g *reading) otherWords(best *candidate) (other candidate) {
	for _, m := range g.telling {
		var c candidate
		if g.fill(&c, m); c.reason != best.reason && c.isStronger(&other) && !g.canMean(&c, best.reason) {
			other = c
		}
	}
	return other
}

// canMean reports whether another rule reads reason from the same words as c, and
// proves as much: the words do not contradict themselves. Words that may mean that the
// address is good do contradict a reason that condemns it.
func (g *reading) canMean(c *candidate, reason Reason) bool {
	if isLasting(reason) && !isLasting(c.reason) {
		return false
	}
	for _, m := range g.telling {
		if m.Start == c.match.Start && m.End == c.match.End &&
			ruleTable[m.Rule].strength == c.proves && g.reason(m) == reason {
			return true
		}
	}
	return false
}

// isBefore reports whether m decides before o, which proves as much: it begins
// first, or its rule has more elements or stands first in data/grammar.txt.
func isBefore(m, o *grammar.Match) bool {
	return cmp.Or(cmp.Compare(m.Start, o.Start), cmp.Compare(o.Elements, m.Elements), cmp.Compare(m.Rule, o.Rule)) < 0
}

// fill makes c, which is empty, what m says.
func (g *reading) fill(c *candidate, m *grammar.Match) {
	e := &ruleTable[m.Rule]
	c.kind, c.text, c.host = EvidenceWording, g.r.Text[m.Start:m.End], e.host
	c.clause, c.match, c.rule = m.Clause, m, e
	c.proves, c.reason, c.keep = e.strength, g.reason(m), e.keep
	if c.reason == e.reason {
		c.owner, c.scope = e.owner, e.scope
	}
	if e.strength == token {
		c.kind = EvidenceToken
	}
}

// reason returns the reason that m tells in this reply: what would condemn an address
// may be said of the sender.
func (g *reading) reason(m *grammar.Match) Reason {
	reason := ruleTable[m.Rule].reason
	switch {
	case !isLasting(reason):
	case g.stage.beforeRecipient():
		return ofSender(reason, g.stage)
	case g.r.Status.subject == 1 && g.r.Status.detail == 8:
		return SenderRejected // "5.1.8 host not found"
	}
	return reason
}

// ofSender returns what a reason to give up an address means at a stage at
// which only the sender has been named.
func ofSender(r Reason, at Stage) Reason {
	switch {
	case at == StageMail:
		return SenderRejected
	case at == StageAuth && r == MailboxDisabled:
		return SenderBlocked
	case at == StageAuth:
		return AuthenticationRequired
	case at == StageHELO:
		return ReverseDNS
	}
	return r
}

// rank says how much the wording m proves. Of wording of one strength that for the host
// wins, then that for hinted, then what does not condemn the recipient's address, then
// the longest.
func (g *reading) rank(m *grammar.Match, hinted Reason) int32 {
	e := &ruleTable[m.Rule]
	rank := int32(e.strength) * 6
	if e.host != "" {
		rank += 3
	}
	switch reason := g.reason(m); {
	case reason == hinted:
		rank += 2
	case !isLasting(reason):
		rank++
	}
	return rank<<16 + min(m.End-m.Start, 1<<16-1)
}

// isStronger reports whether c proves more than o. Of two that prove as much it is
// the one that does not condemn the recipient's address.
func (c *candidate) isStronger(o *candidate) bool {
	return c.proves > o.proves || c.proves == o.proves && isLasting(o.reason) && !isLasting(c.reason)
}

// tellsMore reports whether wording for reason, which proves as much, tells what that
// for another is about: the sender, as in "user unknown; sender verify failed", or the
// check that he did not pass, as in "SPF fail, sender not authorized".
func tellsMore(reason, another Reason) bool {
	return reason == SenderRejected && isLasting(another) || reason == AuthFailed && another == SenderRejected
}
