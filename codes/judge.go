package codes

import (
	"slices"
	"strings"

	"example.com/ndr/codes/internal/grammar"
)

// Options say what is known about a reply besides its words. The zero value
// is what is known of a reply alone.
type Options struct {
	// Host is the remote server that gave the reply, "" where unknown:
	// providers use the same code for different things.
	Host string
	// Addresses are the addresses of the recipient: the final one, and the one that the
	// message was first sent to. A reply that names other addresses alone, such
	// as the sender's, does not condemn the recipient. Nil where unknown.
	Addresses []string
	// Sender is the address of MAIL FROM. A reply that says of it what would
	// condemn the recipient refuses the sender. "" where unknown.
	Sender string
	// Stage is the point of the session at which the reply came,
	// [StageUnknown] where only the text can tell.
	Stage Stage
	// Rules are the caller's own, tried first; nil for none.
	Rules *Rules
}

// A Verdict is what a reply means.
type Verdict struct {
	// Reason is why delivery failed.
	Reason Reason `json:"reason"`
	// Owner is who must act.
	Owner Owner `json:"owner"`
	// Scope is what the refusal is about.
	Scope Scope `json:"scope"`
	// Stage is the point of the session at which the reply came: Stage of [Options],
	// or what the text tells.
	Stage Stage `json:"stage"`
	// Permanent reports whether the refusal is for good: the reply code is of
	// class 5, or there is none and the enhanced status code is, or there is
	// neither and the reason is of a kind that waiting does not settle.
	Permanent bool `json:"permanent"`
	// Suppress reports whether to stop mailing this address: true only where
	// Reason is about the address itself and none of the Withheld constants
	// holds.
	Suppress bool `json:"suppress"`
	// Withheld names what kept Suppress from being true where Reason alone
	// would condemn the address: one of the Withheld constants, "" otherwise.
	Withheld string `json:"withheld"`
	// Evidence is what decided Reason.
	Evidence Evidence `json:"evidence"`
	// Host is Host of [Options]: the advice on a code depends on the provider.
	Host string `json:"-"`
}

// What [Verdict.Withheld] names: the first of these that a reply lacks.
const (
	// WithheldPermanent: it does not refuse for good. The reply code or the
	// enhanced status code is not of class 5, another code in the text is of
	// class 4, or the words speak of later.
	WithheldPermanent = "permanent"
	// WithheldStage: it came before a recipient was named, so that it is said
	// of the sender or of his server.
	WithheldStage = "stage"
	// WithheldMeaning: neither a code that has this one meaning nor words
	// whose subject is the recipient show it.
	WithheldMeaning = "meaning"
	// WithheldContradiction: something said as plainly points elsewhere, another
	// address than the recipient's is named as the one that failed, or the reply
	// holds more names or phrases than are read.
	WithheldContradiction = "contradiction"
)

// Judge returns what r means; o may be nil. The package documentation tells
// how evidence is ranked. Judge allocates only memory that later calls use again, and
// takes time linear in the length of r.Text.
func (r Response) Judge(o *Options) Verdict {
	g := read(r, o)
	defer g.free()
	c := g.ownRule()
	if c.proves == none {
		c = g.weigh()
	}
	return g.verdict(c)
}

// Reason returns why delivery failed: the Reason of [Response.Judge].
func (r Response) Reason() Reason {
	g := read(r, nil)
	defer g.free()
	return g.decide().reason // what a verdict adds needs options to change it
}

// ReasonAt is [Response.Reason] for a reply that host gave.
func (r Response) ReasonAt(host string) Reason { return r.Judge(&Options{Host: host}).Reason }

// Suppress reports whether to stop mailing the address: the Suppress of
// [Response.Judge].
func (r Response) Suppress() bool { return r.Judge(nil).Suppress }

// A candidate is one piece of evidence, and what it says.
type candidate struct {
	proves  strength
	reason  Reason
	owner   Owner // zero for the owner of reason
	scope   Scope // zero for the scope of reason
	keep    bool  // never a reason to suppress the address
	doubted bool  // something said as plainly points elsewhere
	kind    EvidenceKind
	text    string         // what stands in [Evidence.Text]
	host    string         // ending of the host that it is for, "" for any
	clause  int32          // number of the clause, where it is wording
	match   *grammar.Match // the wording, nil for a code or a rule of the caller
	rule    *rule          // of the wording
}

// evidence returns c as a verdict tells it.
func (g *reading) evidence(c *candidate) Evidence {
	e := Evidence{Kind: c.kind, Text: c.text, Host: c.host, Contradicted: g.contradicted}
	if c.rule != nil {
		e.Rule = c.rule.text
	}
	return e
}

// weigh returns the best evidence, with what speaks against it.
func (g *reading) weigh() candidate {
	best := g.decide()
	bySecond := g.otherWords(&g.byWord)
	against := new(candidate)
	for _, c := range [...]*candidate{&g.byStatus, &g.byWord, &bySecond} {
		if c.contradicts(&best) && c.proves > against.proves && c.reason != against.reason {
			against = c
		}
	}
	g.contradicted = against.text
	doubt := medium
	if g.byStatus.proves >= narrow && g.byStatus.reason == g.byWord.reason {
		doubt = strong // code and wording agree
	}
	best.doubted = g.byWord.excuses(&best, doubt) || bySecond.excuses(&best, doubt)
	return best
}

// decide finds what the status and the wording say each, and returns the best
// evidence, that which proves most. Of a code and wording that agree it is the code.
func (g *reading) decide() (best candidate) {
	if g.r.accepts() {
		return best
	}
	g.tell()
	g.fromStatus()
	byStatus, byWord := &g.byStatus, &g.byWord
	if m := g.words(byStatus.reason); m != nil {
		g.fill(byWord, m)
	}
	best = *byWord
	if byStatus.proves > byWord.proves || byStatus.proves == narrow && byWord.proves == strong && byStatus.reason == byWord.reason {
		best = *byStatus
		// Words that are said for many reasons do not blunt a code that has one reason,
		// except for the words of a provider.
		keeps := byWord.keep && byWord.reason == byStatus.reason
		best.keep = byStatus.keep || keeps && (byWord.proves >= strong || byWord.host != "")
		best.clause = byWord.clause
	}
	if best.proves == none {
		best = fromReply(g.r.Reply)
	}
	if best.owner == OwnerUnknown && best.reason == byStatus.reason {
		best.owner = byStatus.owner
	}
	return best
}

// accepts reports whether r is no refusal.
func (r Response) accepts() bool {
	return r.Reply.Positive() || r.Reply == 0 && r.Status.class == 2
}

// contradicts reports whether c speaks for another reason than best. Evidence
// that goes along with every reason does not.
func (c *candidate) contradicts(best *candidate) bool {
	return c.proves >= weak && c.reason != best.reason && c.reason != Unknown && best.reason != Unknown
}

// excuses reports whether c is wording that casts doubt on best where that
// condemns an address: the same text says plainly that something else is wrong.
// A program for local delivery does not: it is named as the one that says so.
func (c *candidate) excuses(best *candidate, doubt strength) bool {
	return c.contradicts(best) && c.proves >= doubt && !isLasting(c.reason) && c.reason != MailerError
}

// fromStatus finds what the status says.
func (g *reading) fromStatus() {
	e := findStatusEntry(g.r.Status, g.host)
	if e == nil || e.Reason == Unknown && e.owner == OwnerUnknown {
		return
	}
	c := &g.byStatus
	c.proves, c.reason, c.owner, c.scope, c.keep = e.proves, e.Reason, e.owner, e.scope, e.keep
	c.text, c.host = e.Code, e.host
	if e.lo == 0 && g.r.Status.detail != 0 {
		c.proves = generic // known by its subject alone
	}
	c.kind = EvidenceGenericStatus
	if c.proves >= narrow {
		c.kind = EvidenceStatus
	}
}

func fromReply(r Reply) candidate {
	e := findReplyEntry(r)
	if e == nil || !r.refuses() {
		return candidate{}
	}
	return candidate{proves: bare, reason: e.Reason, keep: true, kind: EvidenceReply, text: e.Code}
}

// verdict completes what c says.
func (g *reading) verdict(c candidate) Verdict {
	if isLasting(c.reason) && g.namesSender(c.clause) {
		c.reason, c.owner, c.scope = SenderRejected, 0, 0
	}
	v := Verdict{
		Reason: c.reason, Owner: c.owner, Scope: c.scope, Stage: g.stage,
		Permanent: g.r.permanent(c.reason), Evidence: g.evidence(&c), Host: g.o.Host,
	}
	if v.Owner == OwnerUnknown {
		v.Owner = c.reason.Owner()
	}
	if v.Scope == ScopeUnknown {
		v.Scope = c.reason.Scope()
	}
	if condemns(v) {
		v.Withheld = g.withheld(c, v)
		v.Suppress = v.Withheld == ""
	}
	return v
}

// withheld returns the first rule of suppression that c, which condemns an
// address, does not meet.
func (g *reading) withheld(c candidate, v Verdict) string {
	switch {
	case !v.Permanent, g.later, g.r.Status.IsValid() && !g.r.Status.Permanent(), holdsTransient(g.r.Text):
		return WithheldPermanent
	case v.Stage.beforeRecipient():
		return WithheldStage
	case c.keep || c.proves < medium, g.r.Reply == badSequence, v.Reason == HostUnknown && g.mayBeOtherHost(&c):
		return WithheldMeaning
	case c.doubted, g.elsewhere, g.r.aboutStorage(), v.Reason != UserMoved && g.namesAnother(c.clause, v.Scope):
		return WithheldContradiction
	}
	return ""
}

// badSequence is the reply to a command that comes too early: what it says of a
// recipient is what an earlier reply has said of another (RFC 5321, section 4.3.2).
const badSequence Reply = 503

// mayBeOtherHost reports whether c is wording about a host that may be the client's,
// or the server's own. It is the recipient's where the status says so (RFC 3463,
// section 3.5, X.4.4), or the reply names the recipient's domain; 500 to 504 are about
// the command.
func (g *reading) mayBeOtherHost(c *candidate) bool {
	if c.match == nil || !g.r.Reply.refuses() || g.r.Status.subject == 4 && g.r.Status.detail == 4 {
		return false
	}
	return g.r.Reply <= 504 || c.rule.named && !g.namesDomain()
}

// namesAnother reports whether what is named as having failed is another's than
// the recipient's.
func (g *reading) namesAnother(clause int32, scope Scope) bool {
	if !slices.ContainsFunc(g.o.Addresses, func(a string) bool { return a != "" }) {
		return false
	}
	if scope == ScopeRecipientDomain && g.namesHost() {
		return !g.namesDomain()
	}
	another := false
	for _, n := range g.found.Names {
		if n.Clause != clause || n.After || n.Host {
			continue
		}
		name := g.r.Text[n.Start:n.End]
		if g.isKnown(name) {
			return false
		}
		another = another || !n.Local || g.isOtherLocal(strings.Trim(name, "'."))
	}
	return another || g.isOtherLocal(g.leadingName())
}

// namesHost reports whether the reply names a host: Postfix and Sendmail do so
// behind the reason.
func (g *reading) namesHost() bool {
	return slices.ContainsFunc(g.found.Names, func(n grammar.Name) bool { return n.Host && !n.After })
}

// namesDomain reports whether the reply names a host in a domain of the
// recipient.
func (g *reading) namesDomain() bool {
	return slices.ContainsFunc(g.found.Names, func(n grammar.Name) bool {
		return n.Host && !n.After && g.isDomain(g.r.Text[n.Start:n.End])
	})
}

// leadingName returns the local part that the text begins with, as in "bob: user
// unknown", or "". A word with a capital letter, or one of the grammar, is none.
func (g *reading) leadingName() string {
	text := g.r.Text[leadLen(g.r.Text):]
	name, rest, _ := strings.Cut(text[:min(len(text), maxLocal)], ": ")
	if rest == "" || name == "" || isDigit(name[0]) {
		return ""
	}
	for i := range len(name) {
		if c := name[i]; !isDigit(c) && (c < 'a' || c > 'z') && c != '_' && c != '+' {
			return ""
		}
	}
	if theGrammar.Knows(name) {
		return ""
	}
	return name
}

// maxLocal is as long as a local part can be (RFC 5321, section 4.5.3.1.1), with
// what follows.
const maxLocal = 64 + len(": x")

// isOtherLocal reports whether name is the local part of an address that the
// options do not have. A tag, or a prefix of a virtual domain, does not matter.
func (g *reading) isOtherLocal(name string) bool {
	return name != "" && !slices.ContainsFunc(g.o.Addresses, func(a string) bool {
		local := a[:max(strings.LastIndexByte(a, '@'), 0)]
		return local != "" && (containsFold(local, name) || containsFold(name, local))
	})
}

// containsFold reports whether s, which is short, holds part, whatever the case.
func containsFold(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// namesSender reports whether the clause names the sender's address, and not the
// recipient's.
func (g *reading) namesSender(clause int32) bool {
	if g.isKnown(g.o.Sender) {
		return false
	}
	named := false
	for _, n := range g.found.Names {
		if n.Clause != clause || n.Host || n.Local {
			continue
		}
		if g.isKnown(g.r.Text[n.Start:n.End]) {
			return false
		}
		named = named || strings.EqualFold(g.r.Text[n.Start:n.End], g.o.Sender)
	}
	return named
}

// isDomain reports whether host is the domain of an address of the options, or
// in it.
func (g *reading) isDomain(host string) bool {
	return slices.ContainsFunc(g.o.Addresses, func(a string) bool {
		domain := a[strings.LastIndexByte(a, '@')+1:]
		return domain != "" && inDomain(host, domain)
	})
}

// isKnown reports whether address is one of the options.
func (g *reading) isKnown(address string) bool {
	if i := strings.LastIndexByte(address[:max(strings.IndexByte(address, '@'), 0)], '='); i >= 0 {
		address = address[i+1:] // "R=alice@example.com"
	}
	return slices.ContainsFunc(g.o.Addresses, func(a string) bool { return strings.EqualFold(a, address) })
}

// permanent reports whether r is a refusal for good. The reply code comes
// first: it is what the sending system acts on (RFC 5321, section 4.2.1).
func (r Response) permanent(reason Reason) bool {
	switch {
	case r.Reply.refuses():
		return r.Reply.Permanent()
	case r.Status.IsValid():
		return r.Status.Permanent()
	case r.Reply.Positive():
		return false
	}
	return isLasting(reason) || isRefusal(reason)
}

// isRefusal reports whether reason is one for which the same message will be
// refused again, though the address is good.
func isRefusal(reason Reason) bool { return refusals>>reason&1 != 0 }

// refusals holds the reasons of isRefusal as bits.
const refusals uint64 = 1<<RecipientRestricted | 1<<RelayDenied | 1<<AuthenticationRequired | 1<<SenderRejected |
	1<<SenderBlocked | 1<<AuthFailed | 1<<PolicyRejected | 1<<SpamRejected | 1<<VirusRejected | 1<<ContentRejected |
	1<<MessageTooLarge | 1<<RoutingLoop

// isLasting reports whether reason is about an address to which nothing can be
// delivered.
func isLasting(reason Reason) bool { return lasting>>reason&1 != 0 }

// lasting holds the reasons of isLasting as bits.
const lasting uint64 = 1<<UserUnknown | 1<<UserMoved | 1<<MailboxDisabled | 1<<HostUnknown | 1<<NotAcceptingMail | 1<<Suppressed

// condemns reports whether v is about the address itself, so that nothing
// sent to it later can arrive.
func condemns(v Verdict) bool {
	return isLasting(v.Reason) && (v.Scope == ScopeAddress || v.Scope == ScopeRecipientDomain)
}

// aboutStorage reports whether a code of r says that storage is exceeded: the
// mailbox exists then, whatever the text says.
func (r Response) aboutStorage() bool {
	return r.Reply == 552 || r.Status.subject == 2 && r.Status.detail == 2
}
