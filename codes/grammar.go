package codes

import (
	"cmp"
	_ "embed"
	"math/bits"

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

// grammarData is data/grammar.txt, compiled.
//
//go:embed grammar.bin
var grammarData string

var theGrammar = grammar.New(grammarData)

// A reading is what the grammar finds in the text of a response.
type reading struct {
	r     Response
	o     *Options
	found grammar.Found
	stage Stage
	later bool
	// elsewhere: the words are about something else than the recipient, or
	// there are too many to know.
	elsewhere bool
	// The numbers of matches as bits: of those that can silence others, and of those
	// that tell a reason.
	silencers, telling uint64
	// contradicted is the best evidence that speaks for another reason, "" for none.
	contradicted string
}

// read reads the text of r; o may be nil. It fills g, which is too large to be returned.
func (g *reading) read(r Response, o *Options) {
	g.r, g.o = r, o
	theGrammar.Find(r.Text, &g.found)
	g.elsewhere = g.found.Full()
	if o != nil {
		g.stage = o.Stage
	}
	if g.stage == StageUnknown && r.Reply.ofAuth() {
		g.stage = StageAuth
	}
	for i := range g.found.Matches[:g.found.N] {
		e := &ruleTable[g.found.Matches[i].Rule]
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
		g.silencers |= 1 << i
	}
}

// host reports whether the reply came from a host that pattern is for: that of
// the options, or else one that the text names.
func (g *reading) host(pattern string) bool {
	if g.o != nil && g.o.Host != "" {
		return hostMatches(g.o.Host, pattern)
	}
	for _, n := range g.found.Names[:g.found.NNames] {
		if n.Host && hostMatches(g.r.Text[n.Start:n.End], pattern) {
			return true
		}
	}
	return false
}

// applies reports whether what a rule needs is there.
func (g *reading) applies(e *rule) bool {
	return e.says == saysReason && (e.host == "" || g.host(e.host)) && (e.code == "" || hasCode(g.r, e.code)) &&
		(e.stage == StageUnknown || e.stage == g.stage)
}

// tell finds the matches that tell a reason of this reply, but for those that begin or
// end within words that say nothing, and those within one that proves as much: "relay
// access denied" says nothing about "access denied".
func (g *reading) tell() {
	all := uint64(0)
	for i := range g.found.Matches[:g.found.N] {
		if m := &g.found.Matches[i]; g.applies(&ruleTable[m.Rule]) && !g.isSilenced(m) {
			all |= 1 << i
		}
	}
	g.telling = all
	for rest := all; rest != 0; rest &= rest - 1 {
		if lowest := rest & -rest; !g.isOuter(g.match(rest), all&^lowest) {
			g.telling &^= lowest
		}
	}
}

// match returns the match of the lowest bit of numbers.
func (g *reading) match(numbers uint64) *grammar.Match {
	return &g.found.Matches[bits.TrailingZeros64(numbers)]
}

// isSilenced reports whether m begins or ends within words that say nothing, or
// condemns an address by words about something else.
func (g *reading) isSilenced(m *grammar.Match) bool {
	for rest := g.silencers; rest != 0; rest &= rest - 1 {
		a := g.match(rest)
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
func (g *reading) isOuter(m *grammar.Match, others uint64) bool {
	x := &ruleTable[m.Rule]
	for ; others != 0; others &= others - 1 {
		a := g.match(others)
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

// words returns the wording that decides. hinted is what the code says.
func (g *reading) words(hinted Reason) (best candidate) {
	highest := int32(-1)
	for rest := g.telling; rest != 0; rest &= rest - 1 {
		c := g.candidate(g.match(rest))
		if rank := c.rank(hinted); rank > highest || rank == highest && isBefore(c.match, best.match) {
			best, highest = c, rank
		}
	}
	if best.reason != SenderRejected && !isLasting(best.reason) {
		return best
	}
	for rest := g.telling; rest != 0; rest &= rest - 1 {
		if c := g.candidate(g.match(rest)); c.tellsOfSender(&best) || c.tellsOfCheck(&best) {
			best = c
		}
	}
	return best
}

// otherWords returns the best wording for another reason than that of best.
func (g *reading) otherWords(best *candidate) (other candidate) {
	for rest := g.telling; rest != 0; rest &= rest - 1 {
		c := g.candidate(g.match(rest))
		if c.reason != best.reason && c.isStronger(&other) && !g.canMean(&c, best.reason) {
			other = c
		}
	}
	return other
}

// canMean reports whether another rule, which proves as much as that of c by the same
// words, speaks for reason: they do not contradict themselves. Words that may mean that
// the address is good do, where reason condemns it.
func (g *reading) canMean(c *candidate, reason Reason) bool {
	if isLasting(reason) && !isLasting(c.reason) {
		return false
	}
	for rest := g.telling; rest != 0; rest &= rest - 1 {
		a := g.candidate(g.match(rest))
		if a.match.Start == c.match.Start && a.match.End == c.match.End && a.proves == c.proves && a.reason == reason {
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

// candidate returns what m says.
func (g *reading) candidate(m *grammar.Match) candidate {
	e := &ruleTable[m.Rule]
	c := candidate{kind: EvidenceWording, clause: m.Clause, match: m, rule: e}
	c.proves, c.reason, c.owner, c.scope, c.keep = e.strength, e.reason, e.owner, e.scope, e.keep
	if e.strength == token {
		c.kind = EvidenceToken
	}
	switch {
	case g.stage.beforeRecipient() && isLasting(c.reason):
		c.reason, c.owner, c.scope = ofSender(c.reason, g.stage), 0, 0
	case isLasting(c.reason) && g.r.Status.subject == 1 && g.r.Status.detail == 8:
		c.reason, c.owner, c.scope = SenderRejected, 0, 0 // "5.1.8 host not found"
	}
	return c
}

// ofSender returns what a reason to give up an address means at a stage at
// which nobody but the sender has been spoken of.
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

// rank says how much wording proves. Of wording of one strength that for the host wins,
// then that for hinted, then what does not condemn the recipient's address, then the
// longest.
func (c *candidate) rank(hinted Reason) int32 {
	rank := int32(c.proves) * 6
	if c.rule.host != "" {
		rank += 3
	}
	switch {
	case c.reason == hinted:
		rank += 2
	case !isLasting(c.reason):
		rank++
	}
	return rank<<16 + min(c.match.End-c.match.Start, 1<<16-1)
}

// isStronger reports whether c proves more than o. Of two that prove as much it is
// the one that does not condemn the recipient's address.
func (c *candidate) isStronger(o *candidate) bool {
	return c.proves > o.proves || c.proves == o.proves && isLasting(o.reason) && !isLasting(c.reason)
}

// tellsOfSender reports whether c says that best, which proves no more and
// condemns an address, is about the sender's: "user unknown; sender verify
// failed".
func (c *candidate) tellsOfSender(best *candidate) bool {
	return c.reason == SenderRejected && isLasting(best.reason) && c.proves >= best.proves
}

// tellsOfCheck reports whether c names the check that best, which proves no
// more, is the outcome of: "SPF fail, sender not authorized".
func (c *candidate) tellsOfCheck(best *candidate) bool {
	return c.reason == AuthFailed && best.reason == SenderRejected && c.proves >= best.proves
}
