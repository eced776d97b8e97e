package ndr

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/reply"
)

// recipients merges what the readers found, each address once. The fields of
// the delivery-status part come first; the text fills in what they leave open,
// and never overrules them.
func (p *parser) recipients(kind Kind, readings *readings) []Recipient {
	switch kind {
	case Failure, Delay, Success, Feedback:
	default:
		return []Recipient{}
	}
	base, other := readings.status.Recipients, [][]found.Recipient{readings.exchange.Recipients, readings.text.Recipients}
	for len(base) == 0 && len(other) > 0 {
		base, other = other[0], other[1:]
	}
	if readings.status.CutOff && len(readings.status.Recipients) > 0 {
		base = withLost(base, readings.text.Recipients)
	}
	var filling []byAddress
	for _, found := range other {
		if len(found) > 0 {
			filling = append(filling, byAddressOf(found))
		}
	}
	list := make([]Recipient, 0, len(base))
	seen := make(map[string]int, len(base))
	for i := range base {
		r := newRecipient(&base[i])
		r.merge(kind, filling, len(base), readings.view)
		if r.Address == "" {
			continue
		}
		if i, ok := seen[r.Address]; ok {
			list[i].mergeDuplicate(&r)
			continue
		}
		if len(list) == p.opts.MaxRecipients {
			p.defect(DefectRecipientsLimit, "")
			break
		}
		seen[r.Address] = len(list)
		list = append(list, r)
	}
	return list
}

// withLost returns the recipients of a delivery-status part that was cut off together
// with those that only the text lists. An address that was cut in two, or stands before a name
// that was, is left out.
func withLost(base, text []found.Recipient) []found.Recipient {
	known := make(map[string]bool, len(base))
	for i := range base {
		known[lex.CleanAddress(base[i].Address)], known[lex.CleanAddress(base[i].OriginalAddress)] = true, true
	}
	delete(known, "")
	all, last := slices.Clone(base), len(base)-1
	end, mayBeHalf, isHalf := lex.CleanAddress(base[last].Address), isCutOff(&base[last]), false
	for _, r := range text {
		address := lex.CleanAddress(r.Address)
		if r.Inferred || !isMailAddress(address) || known[address] || known[lex.CleanAddress(r.OriginalAddress)] {
			continue
		}
		isHalf = isHalf || mayBeHalf && (strings.HasPrefix(address, end) || strings.HasPrefix(end, address))
		r.Inferred = true // the fields that were cut off may have said otherwise
		all = append(all, r)
	}
	if isHalf {
		return slices.Delete(all, last, last+1)
	}
	return all
}

// merge completes what one reader found of r with what the others found. recipients is
// how many recipients that reader found.
func (r *Recipient) merge(kind Kind, filling []byAddress, recipients int, view *freeform.TextView) {
	if r.Action == NoAction {
		r.Action = actionOf(kind, r.Status)
	}
	r.normalize()
	r.readCodes()
	r.findServer()
	r.guessed = r.guessed || r.leadsElsewhere()
	for _, found := range filling {
		if t := found.counterpart(r, recipients); t != nil {
			r.mergeMissing(*t)
		}
	}
	if r.Stage == codes.StageUnknown {
		r.Stage = view.RefusedBefore(r.Response)
	}
	r.addComment()
	if !isMailAddress(r.Address) && !lex.IsLocalPart(r.Address) && isMailAddress(r.OriginalAddress) {
		// A pipe, a file or an X.400 name tells nobody anything, and may name another
		// mailbox to which mail for the address is sent on.
		r.Address, r.guessed = r.OriginalAddress, true
	}
}

// normalize makes what a reader found fit to be handed out.
func (r *Recipient) normalize() {
	r.guessed = r.guessed || !r.isPlain()
	r.Address, r.OriginalAddress = lex.CleanAddress(r.Address), lex.CleanAddress(r.OriginalAddress)
	r.RemoteServer = lex.HostName(r.RemoteServer)
	r.Response = lex.CleanValue(r.Response)
	if strings.Contains(r.Response, freeform.RefusedToTalk) {
		r.Stage = codes.StageConnect
	}
}

// readCodes reads the codes in the response that r lacks.
func (r *Recipient) readCodes() {
	resp := codes.ParseResponse(r.said())
	if r.Reply == 0 {
		if r.Reply = resp.Reply; r.Reply == 0 {
			r.Reply = r.replyInQuotes()
		}
		if r.Status.IsValid() && r.Status != resp.Status {
			if lead := leadingResponse(r.Response); lead.Status == r.Status {
				r.Reply = lead.Reply
			}
		}
	}
	if r.lacks(resp.Status) {
		r.Status = resp.Status
	}
}

// lacks reports whether st says more than the status of r.
func (r *Recipient) lacks(st codes.Status) bool {
	return st.IsValid() && (!r.Status.IsValid() || r.Status.Generic() && !st.Generic())
}

// isCutOff reports whether the fields end with the one that names the recipient, which
// the end of a message may have cut off: Action, which no group is without (RFC 3464,
// section 2.3.3), would follow.
func isCutOff(r *found.Recipient) bool {
	last := len(r.Fields) - 1
	return last >= 0 && r.Action == found.NoAction && strings.HasSuffix(strings.ToLower(r.Fields[last].Name), "-recipient")
}

// leadsElsewhere reports whether the answer is about another mailbox, to which mail
// for the address is sent on.
//
// QUIRK: Sendmail names it in X-Actual-Recipient, and writes that field also where
// only the domain differs.
func (r *Recipient) leadsElsewhere() bool {
	actual, _, ok := strings.Cut(lex.CleanAddress(valueOf(r.Fields, "X-Actual-Recipient")), "@")
	local, _, _ := strings.Cut(r.Address, "@")
	return ok && actual != local
}

// replyInQuotes returns the reply code behind words that do not end in one which
// introduces it: chasquid's `MAIL+RCPT 550 "No such user here"`.
func (r *Recipient) replyInQuotes() codes.Reply {
	before, _, quoted := strings.Cut(r.Response, " \"")
	code := before[strings.LastIndexByte(before, ' ')+1:]
	if !quoted || len(code) != 3 || !reply.IsReplyCode(code) || r.isExit() {
		return 0
	}
	return codes.ParseResponse(code).Reply
}

// findServer makes the host that the response names the remote server, where there is
// none.
func (r *Recipient) findServer() {
	if r.RemoteServer == "" {
		r.RemoteServer = lex.HostName(hostIn(r.Response))
	}
}

// hostIn returns the host that a response names as its own or as the one that was
// tried, "" for none.
func hostIn(response string) string {
	if hosts := lex.AttemptedHosts(response); len(hosts) > 0 {
		return hosts[0]
	}
	if host := reply.UnreachedHost(response); host != "" {
		return host
	}
	return reply.Join([]string{response}).RemoteHost()
}

// isPlain reports whether the address is as it looks: it has one "@", so no source route,
// and a domain of more than one label; nothing stands in or around
// it that nobody sees; and letters beyond ASCII stand where they may (RFC 6533, section
// 3), not as look-alikes.
func (r *Recipient) isPlain() bool {
	_, domain, _ := strings.Cut(r.Address, "@")
	if strings.Contains(domain, "@") || !strings.ContainsAny(domain, ".[") {
		return false
	}
	wide := false
	for _, c := range r.Address {
		if c != ' ' && lex.IsInvisible(c) {
			return false
		}
		wide = wide || c >= utf8.RuneSelf
	}
	return !wide || slices.ContainsFunc(r.Fields, func(f Field) bool { return f.Type == "utf-8" })
}

// leadingResponse returns the reply and the status that text begins with, as
// in "550 4.4.7 expired [{LED=441 4.4.1 ...}]". Where Status repeats the outer
// code, the reply is the outer one too.
func leadingResponse(text string) codes.Response {
	lead, rest, _ := strings.Cut(text, " ")
	status, _, _ := strings.Cut(strings.TrimPrefix(rest, "#"), " ")
	return codes.ParseResponse(lead + " " + status)
}

// addComment makes the comment of the Status field the response where there is
// none, and adds it where nothing else tells why.
//
// QUIRK: PowerMTA writes "5.4.4 (unable to route: no mail hosts for domain)", and
// no Diagnostic-Code where it did not get as far as a server.
func (r *Recipient) addComment() {
	_, comment, _ := strings.Cut(valueOf(r.Fields, "Status"), "(")
	comment = strings.TrimSpace(comment[:max(0, strings.LastIndexByte(comment, ')'))])
	if comment == "" || r.Action != Failed && r.Action != Delayed {
		return
	}
	if r.Response == "" {
		r.Response = comment
	} else if isVague(r.verdict()) && reply.Reason(comment) != codes.Unknown {
		r.Response = lex.CleanValue(r.Response + " (" + comment + ")")
	}
}

// actionOf returns the action that a report of a kind is about where it names
// none.
func actionOf(kind Kind, status codes.Status) Action {
	if kind == Success && status.Class() > 2 {
		return Failed
	}
	return Action(found.ActionOf(found.Kind(kind)))
}

// byAddress are what one reader found, by address.
type byAddress map[string]*Recipient

func byAddressOf(found []found.Recipient) byAddress {
	f := make(byAddress, len(found))
	for i := range found {
		r := newRecipient(&found[i])
		addr := lex.CleanAddress(r.Address)
		if t := f[addr]; t != nil {
			t.contradicted = t.contradicted || t.contradicts(&r)
			continue
		}
		f[addr] = &r
	}
	for i := range found {
		// QUIRK: Exim gives the address that another was made from as final.
		if addr := lex.CleanAddress(found[i].OriginalAddress); addr != "" && f[addr] == nil {
			f[addr] = f[lex.CleanAddress(found[i].Address)]
		}
	}
	return f
}

// counterpart returns the entry that is about the same recipient as r, nil for
// none. Where the report and the reader both list one recipient, it is the same
// one if r is no mail address: a pipe, a mailbox name, an X.400 name.
func (f byAddress) counterpart(r *Recipient, recipients int) *Recipient {
	if t := f[r.Address]; t != nil {
		return t
	}
	if t := f[r.OriginalAddress]; t != nil && r.OriginalAddress != "" {
		return t
	}
	if recipients > 1 {
		return nil
	}
	var only *Recipient
	for _, t := range f {
		if only != nil && t != only || isMailAddress(r.Address) && isMailAddress(t.Address) {
			return nil
		}
		only = t
	}
	return only
}

// isMailAddress reports whether addr is the address of a mailbox, not a pipe, a
// file or a name.
func isMailAddress(addr string) bool {
	return strings.IndexByte(addr, '@') > 0 && !strings.ContainsAny(addr, " |") && !strings.HasPrefix(addr, "/")
}

// mergeDuplicate puts two groups of fields about one recipient together. Where the
// system did different things, the worst is what the sender must know.
func (r *Recipient) mergeDuplicate(other *Recipient) {
	contradicted, disagrees := r.contradicted || other.contradicted, r.disagrees || other.disagrees || r.contradicts(other)
	switch worse := severity[other.Action] - severity[r.Action]; {
	case worse > 0:
		*r = *other
	case worse == 0:
		r.mergeMissing(*other)
	}
	r.contradicted, r.disagrees = contradicted, disagrees
}

// contradicts reports whether two groups about one recipient say different things.
func (r *Recipient) contradicts(other *Recipient) bool {
	return r.Action != other.Action || r.Status.IsValid() && other.Status.IsValid() && r.Status != other.Status
}

// severity ranks the actions by what the sender must know.
var severity = [...]int{Failed: 3, Delayed: 2, Delivered: 1, Relayed: 1, Expanded: 1}

// mergeMissing takes from t, which is about the same recipient, what r leaves open. It
// works on a copy, since t may be about other recipients too: the recipients of one alias.
func (r *Recipient) mergeMissing(t Recipient) {
	t.Action = cmp.Or(t.Action, r.Action)
	t.normalize()
	if t.Response == r.Response && r.Reply.Class() == r.Status.Class() && !r.isExit() {
		// The same words have the same codes.
		t.Reply, t.Status = cmp.Or(t.Reply, r.Reply), cmp.Or(t.Status, r.Status)
	} else {
		t.readCodes()
	}
	r.contradicted = r.contradicted || t.contradicted ||
		r.Action == Failed && t.Action == Delivered || r.isOtherStatus(t.Status)
	r.mergeAddress(&t)
	if a, b := r.class(), t.class(); a != 0 && b != 0 && a != b {
		return // another answer
	}
	if r.RemoteServer == "" {
		t.findServer()
		r.RemoteServer = t.RemoteServer
	}
	r.Stage = cmp.Or(r.Stage, t.Stage)
	r.mergeAnswer(&t)
}

// isOtherStatus reports whether a status that is neither the status of r nor in its
// response means something that condemns no address.
func (r *Recipient) isOtherStatus(status codes.Status) bool {
	if !status.IsValid() || status == r.Status || r.lacks(status) || strings.Contains(r.Response, status.String()) {
		return false
	}
	v := codes.Response{Status: status}.Judge(&codes.Options{Host: r.RemoteServer})
	return v.Reason != codes.Unknown && !v.Suppress
}

// mergeAddress takes the addresses of t where r has none, and notes where t tells
// that the answer is about another mailbox.
func (r *Recipient) mergeAddress(t *Recipient) {
	if t.OriginalAddress == r.Address && t.Address != r.Address {
		r.guessed = true // the answer is about the address that this one leads to
	}
	if !isMailAddress(r.Address) && isMailAddress(t.Address) && !isMailAddress(r.OriginalAddress) {
		r.Address, r.guessed, r.fromText = t.Address, true, true
	}
	if r.OriginalAddress == "" && t.OriginalAddress != r.Address {
		r.OriginalAddress = t.OriginalAddress
	}
}

// mergeAnswer takes from the answer of t what the answer of r leaves open. Response,
// reply and status are one answer: they are taken from t only where they can belong
// to the answer of r.
func (r *Recipient) mergeAnswer(t *Recipient) {
	switch {
	case t.Response == "" && !r.lacks(t.Status):
		return // it tells nothing more
	case t.Response == r.Response && !r.isExit(): // the same words
	case r.Response == "" && t.Response != "":
		r.take(t)
	default:
		mine, theirs := r.verdict(), t.verdict()
		if t.Response != "" && r.saysLess(mine, theirs) {
			r.take(t)
		} else if mine.Reason != theirs.Reason {
			return
		}
	}
	r.Reply = cmp.Or(r.Reply, t.Reply)
	if r.lacks(t.Status) {
		r.Status, r.fromText = t.Status, true
	}
}

// take takes the response of t, and its reply. The status of a success belongs to
// another answer, and is dropped.
func (r *Recipient) take(t *Recipient) {
	r.Response, r.Reply, r.fromText, r.shared = t.Response, cmp.Or(t.Reply, r.Reply), true, t.shared
	if r.class() == 0 {
		r.Status = codes.Status{}
	}
}

// saysLess reports whether the words of r tell less than the words of another
// answer. mine and theirs are what the two answers mean.
func (r *Recipient) saysLess(mine, theirs codes.Verdict) bool {
	return !isVague(theirs) && (isVague(mine) || r.isExit() && mine.Scope != codes.ScopeAddress)
}

// class is the class of the status, else of the reply. It is 0 where there is neither,
// and for a success, which is no answer to a failure.
//
// QUIRK: Sendmail as AOL ran it gave "Status: 2.0.0" and "250 OK" beside
// "Action: failed".
func (r *Recipient) class() int {
	class := r.Reply.Class()
	if r.Status.IsValid() {
		class = r.Status.Class()
	}
	if class == 2 && r.Action == Failed {
		return 0
	}
	return class
}

// verdict is what the answer means by itself.
func (r *Recipient) verdict() codes.Verdict {
	return codes.Response{Reply: r.Reply, Status: r.Status, Text: r.said()}.Judge(nil)
}

// isVague reports whether a generic code at most decided a verdict.
func isVague(v codes.Verdict) bool { return v.Evidence.Kind <= codes.EvidenceGenericStatus }

// isExit reports whether the Diagnostic-Code is what a program said when it
// ended: Sendmail and Postfix give it the type X-Unix. "255" is no reply then.
func (r *Recipient) isExit() bool {
	return slices.ContainsFunc(r.Fields, func(f Field) bool { return f.Type == "x-unix" })
}

// said is the response with the type of its field where that matters.
func (r *Recipient) said() string {
	if r.isExit() {
		return "x-unix; " + r.Response
	}
	return r.Response
}

// newRecipient makes a Recipient of what a reader found.
func newRecipient(f *found.Recipient) Recipient {
	return Recipient{
		Address: f.Address, OriginalAddress: f.OriginalAddress, Action: Action(f.Action),
		Status: f.Status, Reply: f.Reply, Response: f.Response, Stage: f.Stage, RemoteServer: f.RemoteServer,
		LastAttempt: f.LastAttempt, WillRetryUntil: f.WillRetryUntil, Fields: newFields(f.Fields),
		guessed: f.Inferred || isCutOff(f), fromText: f.Fields == nil, shared: f.Shared,
	}
}

func newFields(found []found.Field) []Field {
	if found == nil {
		return nil
	}
	fields := make([]Field, len(found))
	for i, f := range found {
		fields[i] = Field{Name: f.Name, Type: f.Type, Value: f.Value}
	}
	return fields
}

// valueOf returns the value of the first of fields with that name, "" for none.
func valueOf(fields []Field, name string) string {
	for _, f := range fields {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

func newComplaint(c *found.Complaint) *Complaint {
	if c == nil {
		return nil
	}
	return &Complaint{Type: c.Type, UserAgent: c.UserAgent, SourceIP: c.SourceIP, Fields: newFields(c.Fields)}
}
