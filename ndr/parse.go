package ndr

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/dsn"
	"example.com/ndr/ndr/internal/exchange"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/provider"
	"example.com/ndr/ndr/internal/reply"
	"example.com/ndr/ndr/internal/wording"
)

// Parse reads one message from r and says what it reports. It does so in one
// pass and in memory bounded by opts, which may be nil.
//
// Mail that is no report is a Report of kind [Other], not an error; damage is
// recorded in [Report.Defects], and the rest is read. The error is [ErrNoMessage],
// or wraps that of r; then the Report tells what could be read before it, and is
// nil if that was nothing.
func Parse(r io.Reader, opts *Options) (*Report, error) {
	o := opts.withDefaults()
	msg, err := mime.Read(r, o.mime())
	if err == mime.ErrEmpty {
		return nil, ErrNoMessage
	}
	if err != nil {
		err = fmt.Errorf("ndr: reading message: %w", err)
	}
	if msg == nil {
		return nil, err
	}
	p := parser{opts: o, msg: msg, rep: new(Report), textBudget: o.MaxText}
	return p.report(), err
}

// parser holds what the steps of one Parse share.
type parser struct {
	opts    Options
	msg     *mime.Message
	rep     *Report
	dsn     found.Report // of the delivery-status parts
	exch    found.Report // of Exchange's section for administrators
	text    found.Report // of the rest of the human-readable text
	defects []Defect
	refused bool // a disposition notification says that the message was refused

	human      []string // the human-readable text, part by part
	textBudget int      // how much more of it may be kept
}

// report takes the steps in their order.
func (p *parser) report() *Report {
	header := p.header()
	p.rep.Header = *header
	p.readParts(0)
	p.rep.Text = strings.Join(p.human, "")
	head := author.ReadHeader(header)
	lines := textLines(p.rep.Text)
	text := freeform.NewView(wording.AllFormats, head, lines)
	if len(p.dsn.Recipients) == 0 {
		text.Returned = p.enclosedHeader(1)
	}
	if ses, complaint, ok := provider.ReadSES(lines); ok {
		p.text, p.rep.Feedback = ses, newComplaint(complaint)
	} else if p.needsText() {
		p.text = freeform.Read(text)
	}
	if exch, ok := exchange.Read(p.rep.Text, lines); ok && (p.text.Kind != found.Other || !head.IsForwardedByHand()) {
		if exch.Kind == found.Delay && !text.AnnouncesDelay() {
			failDelayed(&exch)
		}
		p.exch = exch
	}
	if p.isEmpty() {
		p.readNested(head)
	}
	p.readJunkComplaint()
	p.refused = p.readRefusal(head)
	p.rep.Kind = Kind(p.kind(head))
	p.rep.Format = p.format(text)
	p.rep.GeneratingServer = lex.HostName(cmp.Or(p.dsn.Server, p.exch.Server, p.text.Server))
	envelopeID := p.envelopeID()
	p.rep.Original = readOriginal(p.originalHeader())
	p.rep.Original.EnvelopeID = envelopeID
	p.rep.Recipients = p.recipients()
	p.finish()
	return p.rep
}

// header is the header of the message itself.
func (p *parser) header() *headers.Header { return &p.msg.Parts[0].Header }

// readParts reads the parts that stand in as many messages as enclosed says: 0
// for those of the report itself.
func (p *parser) readParts(enclosed int) {
	for i := range p.msg.Parts {
		part := &p.msg.Parts[i]
		if part.Enclosed != enclosed || !part.Kept {
			continue
		}
		switch part.Type {
		case "message/delivery-status", "message/global-delivery-status",
			"application/octet-stream": // kept only where it is one of these
			p.readFields(p.decode(part))
		case "message/feedback-report":
			p.readComplaint(p.decode(part))
		default:
			if p.isHumanReadable(i) {
				p.addText(part)
			}
		}
	}
}

// readFields reads a delivery-status part.
func (p *parser) readFields(text string) {
	d, fields := dsn.Read(text)
	p.dsn.Format = "dsn"
	p.dsn.Recipients = append(p.dsn.Recipients, d.Recipients...)
	p.dsn.Server = cmp.Or(p.dsn.Server, d.Server)
	p.rep.Fields = append(p.rep.Fields, newFields(fields)...)
}

// decode returns the text of a part, and records a charset that is wrong.
func (p *parser) decode(part *mime.Part) string {
	text, ok := part.Text()
	if !ok {
		p.defect(DefectCharset, part.Charset)
	}
	return text
}

func (p *parser) defect(kind DefectKind, detail string) {
	p.defects = append(p.defects, Defect{Kind: kind, Detail: lex.CleanValue(detail)})
}

// has reports whether a defect of that kind was recorded.
func (p *parser) has(kind DefectKind) bool {
	return slices.ContainsFunc(p.defects, func(d Defect) bool { return d.Kind == kind })
}

// isHumanReadable reports whether the part at index i is text for people. Of
// the alternatives of one text the plain one is taken.
func (p *parser) isHumanReadable(i int) bool {
	part := &p.msg.Parts[i]
	if part.Type != "text/html" {
		return strings.HasPrefix(part.Type, "text/") && !part.IsHeaders() || part.IsMultipart()
	}
	for j := range p.msg.Parts {
		other := &p.msg.Parts[j]
		if other.Type == "text/plain" && other.Enclosed == part.Enclosed && p.alternatives(i, j) &&
			strings.TrimSpace(other.Body) != "" {
			return false
		}
	}
	return true
}

// alternatives reports whether the parts at i and j are in one
// multipart/alternative.
func (p *parser) alternatives(i, j int) bool {
	for ; i > 0; i = p.msg.Parts[i].Parent {
		if parent := p.msg.Parts[i].Parent; p.msg.Parts[parent].Type == "multipart/alternative" {
			return parent == p.msg.Parts[j].Parent
		}
	}
	return false
}

// addText adds a part to the human-readable text.
func (p *parser) addText(part *mime.Part) {
	text := p.decode(part)
	if part.Type == "text/html" || part.Type == "text/plain" && mime.LooksLikeHTML(text) {
		text = mime.HTMLText(text)
	}
	text = lex.CleanText(text)
	if n := len(p.human); n > 0 && !strings.HasSuffix(p.human[n-1], "\n") {
		text = "\n" + text
	}
	// Decoding makes text longer than the bytes that the limit let in.
	if len(text) > p.textBudget {
		p.defect(DefectTextLimit, "")
		text = strings.ToValidUTF8(text[:p.textBudget], "")
	}
	if text != "" {
		p.human = append(p.human, text)
		p.textBudget -= len(text)
	}
}

// textLines cuts the human-readable text into its lines.
func textLines(text string) []string {
	if text == "" {
		return nil
	}
	lines := make([]string, 0, strings.Count(text, "\n")+1)
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, strings.TrimRight(line, " \t"))
	}
	return lines
}

// needsText reports whether the delivery-status part leaves something open
// that the text may tell.
func (p *parser) needsText() bool {
	if p.dsn.Server == "" {
		return true
	}
	for i := range p.dsn.Recipients {
		r := &p.dsn.Recipients[i]
		if r.RemoteServer == "" || r.Response == "" || !isMailAddress(r.Address) || !r.Status.IsValid() || r.Status.Generic() {
			return true
		}
	}
	return len(p.dsn.Recipients) == 0
}

// format names the way of writing.
func (p *parser) format(text *freeform.TextView) string {
	if p.rep.Kind != Failure && p.rep.Kind != Delay && p.rep.Kind != Success {
		return ""
	}
	return cmp.Or(p.exch.Format, p.text.Format, text.FormatName(), p.dsn.Format)
}

// isEmpty reports whether no reader found a recipient.
func (p *parser) isEmpty() bool {
	return len(p.dsn.Recipients) == 0 && len(p.exch.Recipients) == 0 && len(p.text.Recipients) == 0
}

// readNested reads a report that came as an attachment: a filter or a list
// wrapped it, or a person forwards it without a letter.
func (p *parser) readNested(head *author.Header) {
	if author.IsListManager(head) || !head.IsSystem() && len(strings.Fields(p.rep.Text)) > maxForewordWords {
		return
	}
	p.human, p.textBudget = nil, p.opts.MaxText
	p.readParts(1)
	if p.isEmpty() {
		return
	}
	p.rep.Text = strings.Join(p.human, "")
	p.defect(DefectNested, "")
	lines := textLines(p.rep.Text)
	if exch, ok := exchange.Read(p.rep.Text, lines); ok {
		p.exch = exch
	} else if p.needsText() {
		p.text = freeform.Read(freeform.NewView(wording.AllFormats, head, lines))
	}
}

// failDelayed makes failures of what a transient code made delays. Exchange gives the
// code of its last attempt also when it gives up.
func failDelayed(d *found.Report) {
	d.Kind = found.Failure
	for i := range d.Recipients {
		if d.Recipients[i].Action == found.Delayed {
			d.Recipients[i].Action = found.Failed
		}
	}
}

// maxForewordWords is how many words may stand before a report that is
// attached: a message with more is a letter about one.
const maxForewordWords = 30

// envelopeID returns Original-Envelope-Id (RFC 3464, section 2.2.1).
func (p *parser) envelopeID() string {
	for _, f := range p.rep.Fields {
		if strings.EqualFold(f.Name, "Original-Envelope-Id") {
			return lex.DecodeEnvelopeID(f.Value)
		}
	}
	return ""
}

// originalHeader returns the header of the message that the report is about:
// that of a part that returns it, else the one that the text quotes.
func (p *parser) originalHeader() headers.Header {
	level := 1
	if p.has(DefectNested) {
		level = 2
	}
	if h := p.enclosedHeader(level); h.Len() > 0 {
		return h
	}
	if p.exch.Original != nil {
		return mime.HeaderOf(p.exch.Original)
	}
	return mime.HeaderOf(p.text.Original)
}

// enclosedHeader returns the header of the first message that stands in as many
// others as level says.
func (p *parser) enclosedHeader(level int) headers.Header {
	for i := range p.msg.Parts {
		part := &p.msg.Parts[i]
		if part.Enclosed == level && part.Header.Len() > 0 && p.msg.Parts[part.Parent].Enclosed == level-1 {
			return part.Header
		}
	}
	return headers.Header{}
}

// finish fills in what is the same for all reports.
func (p *parser) finish() {
	r := p.rep
	for _, d := range p.msg.Defects {
		r.Defects = append(r.Defects, Defect{DefectKind(d.Kind), d.Line, lex.CleanValue(d.Detail)})
	}
	if p.text.TooLong {
		p.defect(DefectTextLimit, "")
	}
	if p.text.TooMany && !p.has(DefectRecipientsLimit) {
		p.defect(DefectRecipientsLimit, "")
	}
	if (r.Kind == Failure || r.Kind == Delay) && len(r.Recipients) == 0 {
		p.defect(DefectNoRecipient, "")
	}
	r.Defects = append(r.Defects, p.defects...)
	if r.Defects == nil {
		r.Defects = []Defect{}
	}
	for i := range r.Recipients {
		r.Recipients[i].conclude(r, p.opts.Rules)
	}
}

// conclude works out what the response to a recipient means.
func (r *Recipient) conclude(rep *Report, rules *codes.Rules) {
	if r.Action != Failed && r.Action != Delayed {
		return
	}
	resp := codes.Response{Reply: r.Reply, Status: r.Status, Text: r.said()}
	r.judge(resp, &codes.Options{
		Host:      r.RemoteServer,
		Addresses: []string{r.Address, r.OriginalAddress, rep.Original.From},
		Rules:     rules,
	})
	if r.Action == Delayed && r.Reason == codes.Expired && r.Evidence.Kind == codes.EvidenceGenericStatus && reply.Reason(r.Response) != codes.Expired {
		// QUIRK: Exchange and the service of Windows give 4.4.7, delivery time
		// expired, to a message that they go on to try.
		r.Reason, r.Owner, r.Scope, r.Evidence = codes.Unknown, codes.Unknown.Owner(), codes.Unknown.Scope(), codes.Evidence{}
	}
}

// judge fills in the verdict about resp.
func (r *Recipient) judge(resp codes.Response, o *codes.Options) {
	v := resp.Judge(o)
	r.Reply, r.Status = resp.Reply, resp.Status
	r.Reason, r.Owner, r.Scope, r.Evidence = v.Reason, v.Owner, v.Scope, v.Evidence
	r.Permanent = v.Permanent && r.Action == Failed
	r.Suppress = v.Suppress && r.Permanent
}
