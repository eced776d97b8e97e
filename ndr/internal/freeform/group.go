package freeform

import (
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// A reading is what the lines of a report say, grouped by recipient. It does
// not change once it is made.
type reading struct {
	candidates []*candidate
	// byAddress finds candidates by each address that is known of them.
	byAddress map[string]*candidate
	// tooMany says that candidates were left out.
	tooMany bool
	// reasons are the values of rows about no candidate.
	reasons []string
	// refusals are what the server of the last session said of no candidate, and
	// refusing is the server, where it is the only one talked to.
	refusals
	refusing string
	// refused are the sessions that were refused before RCPT, by the replyKey of the
	// refusal.
	refused map[string]refusedSession
	// ofDomain are the lines of a transcript in which the reporting system speaks of a domain.
	ofDomain map[string][]string
	// server is the host that names itself as the reporting one.
	server string
	// subject is what the subject tells, and outcome what the text says happened.
	subject wording.Sense
	outcome outcome
	// pairs is how many rows begin with two addresses.
	pairs int
}

// An outcome is what a text says happened to a message, for anybody.
type outcome struct {
	failed, delayed, delivered bool
	// final says that what was late is not tried again.
	final bool
}

// action is what happened to a recipient about whom the text does not say it.
func (o outcome) action() found.Action {
	switch {
	case o.final:
		return found.Failed
	case o.delayed:
		return found.Delayed
	case o.delivered && !o.failed:
		return found.Delivered
	}
	return found.Failed
}

// A grouper walks over the lines of a report once and tells what belongs to
// which recipient. It is the only step that keeps state from line to line.
type grouper struct {
	*TextView
	// out is what it returns.
	out reading
	// open is the candidate that the lines which follow are about, nil after a
	// blank line; last is the latest candidate.
	open, last *candidate
	// listing says that addresses which stand alone are recipients, since a
	// sentence or a colon announced them; listIndent is how far the latest list
	// is indented.
	listing    bool
	listIndent int
	// action is what the latest introduction says happened.
	action found.Action
	// previous is the index of the last line that was not blank, -1 before the
	// first, and afterBlank says that blank lines stand between.
	previous   int
	afterBlank bool
	// session is the transcript of the session at hand.
	session session
	// pending holds the rows ahead of the recipient that they are about, nil
	// where there are none.
	pending *candidate
}

// A session is what the transcript of an SMTP session says.
type session struct {
	// host is the one talked to, hosts how many there were.
	host  string
	hosts int
	// recipient is the one that the last RCPT command named, owner the one below whom
	// the session stands.
	recipient, owner *candidate
	// stage is the stage of the last command. What a server says before the first
	// command is about the connection.
	stage codes.Stage
	// toNobody are the refusals of no recipient.
	toNobody refusals
}

// A refusedSession is one that a host refused at a stage before RCPT. The host is "" where
// several gave that answer.
type refusedSession struct {
	stage codes.Stage
	host  string
}

// refusals are the replies by which a server refused.
type refusals struct {
	replies []string
	// stage is the stage of the command that the first of them answers.
	stage codes.Stage
}

// group reads every line of the report.
func group(v *TextView) *reading {
	g := &grouper{TextView: v, previous: -1}
	g.out.byAddress, g.out.server = map[string]*candidate{}, v.Server
	subject := v.sensesOf(v.Subject)
	g.out.subject = subject
	g.out.outcome.delayed = subject&wording.SaysDelayed != 0 && subject&wording.SaysFailed == 0
	for i := 0; i < len(v.report); i++ {
		l := classify(v.report, i, v.senses(i, i+1))
		g.take(&l)
		if l.goesOn {
			i++
		}
	}
	g.setAside()
	if g.session.hosts == 1 && len(g.out.replies) > 0 {
		g.out.refusing = g.session.host
	}
	g.delayDeferred()
	return &g.out
}

// setAside keeps what the server said of no candidate.
func (g *grouper) setAside() {
	if len(g.session.toNobody.replies) > 0 {
		g.out.refusals, g.session.toNobody = g.session.toNobody, refusals{}
	}
}

// delayDeferred makes candidates delayed that only a transcript names, as deferred,
// where others are known: what the text says of all is about the others.
func (g *grouper) delayDeferred() {
	all := g.out.candidates
	others := slices.ContainsFunc(all, func(c *candidate) bool { return !c.deferred })
	for _, c := range all {
		if c.deferred && others {
			c.action = found.Delayed
		}
	}
}

// take takes the next line.
func (g *grouper) take(l *line) {
	switch l.class {
	case classBlank:
		g.open, g.session.recipient, g.session.owner, g.pending = nil, nil, nil, nil
		g.afterBlank = true
		return
	case classQuoted:
		return
	case classQuotedEntry:
		if !g.listing {
			return
		}
		g.takeText(l)
	case classRule:
		g.open = nil
	case classHost:
		g.session = session{host: l.value, hosts: g.session.hosts + 1, stage: codes.StageConnect}
		g.open = nil
	case classCommand:
		g.command(l)
	case classReply:
		g.serverReplied(l.value)
	case classRow:
		if !g.row(l) {
			text := classifyText(*l, g.report)
			g.takeText(&text)
		}
	default:
		g.takeText(l)
	}
	g.afterBlank = false
	g.previous = l.index
}

// takeText takes a line that is neither a row nor of a session.
func (g *grouper) takeText(l *line) {
	if l.class == classText {
		g.ownVerdict(l.text)
	}
	switch {
	case g.open != nil && g.open.inRow && wording.IsRow(l.text):
		// A row that is not known says nothing of why.
	case g.open != nil && l.indent > g.open.indent:
		g.addToOpen(l.text)
	case l.class == classPipe:
		// Its address is in a line below.
		g.open = &candidate{piped: true, indent: l.indent, action: g.action, tier: tierListed, first: l.index, last: l.index}
		g.open.addLine(strings.TrimLeft(l.text, "- "))
	case g.open != nil && g.repeatsSentence(l.text):
		g.prose(l)
	case g.entry(l):
	case g.open == nil && l.class == classAlias:
		g.alias(l)
	case g.open == nil:
		g.prose(l)
	case g.closes(l.text):
	default:
		g.noteDelay(l)
		g.addToOpen(l.text)
	}
}

// add notes an address on the line with the index i and returns its candidate:
// the earlier one where there is one.
func (g *grouper) add(i int, address string, t tier) *candidate {
	c := g.out.byAddress[address]
	if c != nil {
		c.tier = min(c.tier, t)
	}
	if c == nil || t <= tierListed && g.contradicts(c) {
		c = &candidate{address: address, tier: t, action: g.action, first: i}
		g.keep(c, address)
	}
	c.last, g.last = i, c
	return c
}

// contradicts reports whether an earlier list or sentence said the contrary of c: that
// the message was delivered, or that it was not. The merge weighs both.
func (g *grouper) contradicts(c *candidate) bool {
	return c.action == found.Delivered && g.action == found.Failed || c.action == found.Failed && g.action == found.Delivered
}

// keep adds a candidate to the result, up to the limit.
func (g *grouper) keep(c *candidate, address string) {
	if len(g.out.candidates) == MaxRecipients {
		g.out.tooMany = true
		return
	}
	g.out.candidates = append(g.out.candidates, c)
	g.out.byAddress[address] = c
}

// addToOpen notes a line about the open candidate, or the address that it says
// the open candidate was made from.
func (g *grouper) addToOpen(line string) {
	if address := aliasOf(line); address != "" {
		g.nameOpen(address)
		return
	}
	g.open.addLine(line)
	if !g.open.hasDomain() {
		g.complete(line)
	}
}

// nameOpen notes the address that the open candidate was made from: the only
// one that a pipe has.
func (g *grouper) nameOpen(address string) {
	c, known := g.open, g.out.byAddress[address] != nil
	switch {
	case c.address != "":
		c.original = address
		if !known {
			g.out.byAddress[address] = c
		}
	case c.piped && !known:
		c.address = address
		g.keep(c, address)
		g.last = c
	}
}

// complete gives the domain to a local part alone when a line about it names
// the command that was sent: "after RCPT TO:<a@b>".
func (g *grouper) complete(line string) {
	c := g.open
	i := strings.Index(lex.LowerASCII(line), "rcpt to:")
	if i < 0 {
		return
	}
	if m, ok := lex.NextAddress(line, i); ok && strings.HasPrefix(m.Address, c.address+"@") && g.out.byAddress[m.Address] == nil {
		c.address = m.Address
		g.out.byAddress[m.Address] = c
	}
}

// alias takes "(generated from a@b)" below no recipient: the line before is a
// program or file, which has no address but that one.
func (g *grouper) alias(l *line) {
	g.open = g.add(l.index, l.value, tierListed)
	if l.index > 0 {
		g.addToOpen(strings.Trim(g.report[l.index-1], " \t-"))
	}
}

// command takes what the reporting system sent in a session.
func (g *grouper) command(l *line) {
	if g.open != nil && !g.open.inSession {
		g.session.owner = g.open
	}
	g.session.recipient, g.open = nil, nil
	g.session.stage = stageOfCommand(l.value)
	m, ok := lex.NextAddress(l.value, 0)
	if !ok || g.session.stage != codes.StageRcpt {
		return
	}
	g.session.recipient = g.add(l.index, m.Address, tierBare)
	g.attribute(g.session.recipient)
	// QUIRK: Merak writes "RCPT TO:<a@b> (550 ...)".
	if said := strings.Trim(l.value[m.End:], " ()"); reply.IsReplyCode(said) {
		g.serverReplied(said)
	}
}

// serverReplied notes what a server answered: to the recipient that was asked
// for, or to none.
func (g *grouper) serverReplied(said string) {
	s := &g.session
	if banner, ok := strings.CutPrefix(said, "220"); ok && s.host == "" {
		// QUIRK: MDaemon writes the address that it connects to; the greeting
		// (RFC 5321, section 4.2) has the name.
		if s.host, _ = lex.LeadingHost(strings.TrimLeft(banner, " -")); s.host != "" {
			s.hosts++ // the other lines of a greeting name none
			s.stage = codes.StageConnect
		}
	}
	if said[0] == '2' || said[0] == '3' {
		if s.recipient != nil {
			s.recipient.replies = nil // another server takes what one before refused
		}
		return
	}
	if (said[0] == '4' || said[0] == '5') && codes.StageUnknown < s.stage && s.stage < codes.StageRcpt {
		g.noteRefused(replyKey(said))
	}
	a := g.answered()
	if len(a.replies) == 0 {
		a.stage = s.stage
		if s.stage == codes.StageUnknown && g.meetsServer() && lex.IsDigits(said[:min(len(said), 3)]) {
			a.stage = codes.StageConnect
		}
	}
	if len(a.replies) < maxBlock && (len(a.replies) == 0 || !followsRefusal(said)) {
		a.replies = append(a.replies, said)
	}
}

// noteRefused notes that the session at hand was refused.
func (g *grouper) noteRefused(key string) {
	if g.out.refused == nil {
		g.out.refused = map[string]refusedSession{}
	}
	refused := refusedSession{g.session.stage, g.session.host}
	if before, ok := g.out.refused[key]; ok && before.host != refused.host {
		refused.host = ""
	}
	g.out.refused[key] = refused
}

// answered returns the refusals that another belongs to: the refusals of the recipient
// that was asked for, else of the one that the session stands below, else of no recipient.
func (g *grouper) answered() *refusals {
	s := &g.session
	switch {
	case s.recipient != nil:
		return &s.recipient.refusals
	case g.open != nil && !g.open.inSession:
		return &g.open.refusals
	case s.owner != nil:
		return &s.owner.refusals
	}
	return &s.toNobody
}

// meetsServer reports whether the line before is that by which a transcript begins
// to tell of a server: Courier's "mx.example.com [192.0.2.1]:", MDaemon's
// "Connecting to mx.example.com", or "--- Session Transcript ---" right above.
func (g *grouper) meetsServer() bool {
	line := afterDate(strings.TrimSpace(g.report[max(g.previous, 0)]))
	_, rest := lex.LeadingHost(line)
	return strings.HasPrefix(rest, " [") || lex.HasPrefixLower(line, "connecting to ") ||
		lex.HasPrefixLower(strings.TrimLeft(line, "- "), "session transcript")
}

// followsRefusal reports whether a reply only follows from the refusal of an
// earlier command: a bad sequence of commands (RFC 5321, section 4.3.2), or DATA
// where no recipient was accepted.
func followsRefusal(said string) bool {
	return strings.HasPrefix(said, "503") || lex.HasPhrase(lex.LowerASCII(said), []string{"no valid recipients", "no recipients"})
}

// attribute says that the host talked to, and what it answered to no
// recipient, are about c. What a later host answers replaces what one before did.
func (g *grouper) attribute(c *candidate) {
	if len(c.replies) == 0 || len(g.session.toNobody.replies) > 0 {
		c.asked = g.session.host
		c.refusals, g.session.toNobody = g.session.toNobody, refusals{}
	}
}

// closes reports whether a line of a transcript that begins with a reply code
// ends what was said of a recipient. Sendmail 5 names the host there that it
// gave up, which is not the one it talked to before.
func (g *grouper) closes(line string) bool {
	code, _, rest := leadingCode(line)
	if !code || !g.open.afterCode {
		return false
	}
	if _, after := lex.LeadingHost(rest); strings.HasPrefix(strings.TrimSpace(after), "(") {
		g.session.host, g.session.toNobody = "", refusals{}
	}
	g.open = nil
	return true
}

// noteDelay notes that the sentence behind one that names a recipient says that
// the message will be tried again.
func (g *grouper) noteDelay(l *line) {
	if g.open.inSentence && reply.ReplyIn(l.text) < 0 && g.senses(g.previous, l.index+1)&wording.SaysDelayed != 0 {
		g.out.outcome.delayed = true
	}
}
