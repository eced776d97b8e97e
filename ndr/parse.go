package ndr

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	stdmime "mime"
	"slices"
	"strings"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/author"
	"example.com/ndr/ndr/internal/exchange"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/freeform"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"example.com/ndr/ndr/internal/wording"
	"github.com/emersion/go-message"
	"github.com/emersion/go-message/textproto"
)

// Parse reads one message from r and says what it reports. It does so in one
// pass and in memory bounded by opts, which may be nil.
//
// Mail that is no report is a Report of kind [Other], not an error; damage is
// recorded in [Report.Defects], and the rest is read. The error is [ErrNoMessage],
// or wraps the error of r; then the Report tells what could be read before it, and
// is nil if that was nothing.
func Parse(r io.Reader, opts *Options) (*Report, error) {
	o := opts.withDefaults()
	v := verifier{lookup: o.LookupTXT}
	msg, err := v.read(r, o.mime())
	if err == mime.ErrEmpty {
		return nil, ErrNoMessage
	}
	if err != nil {
		err = fmt.Errorf("ndr: reading message: %w", err)
	}
	if msg == nil {
		return nil, err
	}
	defer msg.Release()
	p := parser{opts: o, msg: msg, verifier: &v}
	return p.report(), err
}

// A parser holds what every step of one Parse reads, and the damage that they
// note.
type parser struct {
	opts    Options
	msg     *mime.Message
	defects []Defect
	// verifier has the signatures of the returned message, nil for none.
	verifier *verifier
}

// report reads the message as what its author makes it: a letter, or a report.
func (p *parser) report() *Report {
	header := p.msg.Parts[0].Header
	head := author.ReadHeader(&header)
	level := p.wrappers()
	content := p.readParts(level)
	var rep *Report
	if isLetter(head, content) {
		rep = p.readLetter(head, content)
	} else {
		rep = p.readReport(head, content, level)
	}
	for r := rep; r != nil; r = r.Quoted {
		r.MessageID, r.Date = messageID(&r.Header), lex.ParseDate(r.Header.Get("Date"))
	}
	p.finish(rep)
	return rep
}

// wrappers returns how many messages stand around the one to read: 1 where a
// filter put it into a message of its own, under the same sender and subject and
// with a text about what it found.
func (p *parser) wrappers() int {
	for i := range p.msg.Parts {
		if part := &p.msg.Parts[i]; part.IsWrapped && part.HoldsMessage() && part.Enclosed == 0 {
			return 1
		}
	}
	return 0
}

// isLetter reports whether somebody wrote the message who reports no delivery: a
// person, a responder, or whoever gives no sign outside the text. A postmaster
// may be either, and a text that asks is a person's.
func isLetter(head *author.Header, c content) bool {
	switch who, _ := head.Author(); who {
	case author.Person, author.Responder:
		return true
	case author.Unknown:
		return c.notification == nil && (!head.MayReport() || !head.IsSure() && asks(c.text))
	case author.System:
		return c.notification == nil && !head.IsSure() && asks(c.text)
	}
	return false
}

// asks reports whether a line of the text ends in a question: mail systems tell,
// people ask.
func asks(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		if (strings.HasSuffix(line, "?") || strings.HasSuffix(line, "？")) && !strings.Contains(line, "://") {
			return true
		}
	}
	return false
}

// readReport reads a message that may be a report, which stands in as many
// others as level says.
func (p *parser) readReport(head *author.Header, c content, level int) *Report {
	r := p.read(head, c, level)
	if r.isEmpty() && level == 0 && c.complaint == nil && p.mayWrap(head, c) {
		// A message without a text reports nothing: it is the one that failed.
		if inner := p.readParts(1); len(inner.status.Recipients) > 0 || inner.text != "" {
			if nested := p.read(head, inner, 1); !nested.isEmpty() {
				p.defect(DefectNested, "")
				c, r, level = inner, nested, 1
			}
		}
	}
	rep := newReport(head, c, p.kind(head, c, &r))
	rep.GeneratingServer = lex.HostName(cmp.Or(r.status.Server, r.exchange.Server, r.text.Server))
	rep.Original = readOriginal(p.originalHeader(&r, level))
	rep.Feedback, rep.Fields = newComplaint(c.complaint), newFields(c.fields)
	rep.Original.EnvelopeID = lex.DecodeEnvelopeID(valueOf(rep.Fields, "Original-Envelope-Id"))
	rep.Original.Signatures = p.verifier.signatures(&rep.Original.Header)
	if rep.isReport() {
		rep.Format = cmp.Or(r.exchange.Format, r.text.Format, r.view.FormatName(), r.status.Format)
	}
	if c.complaint != nil {
		// Whoever complains did not fail, whatever else the message holds.
		r.status.Recipients, r.exchange.Recipients, r.text.Recipients = c.complaint.Recipients, nil, nil
	}
	rep.Recipients = p.recipients(rep.Kind, &r)
	p.noteLimits(&r)
	if (rep.Kind == Failure || rep.Kind == Delay) && len(rep.Recipients) == 0 {
		p.defect(DefectNoRecipient, "")
	}
	p.conclude(rep, r.view, &c)
	return rep
}

// newReport makes a report of what is known of every message.
func newReport(head *author.Header, c content, kind found.Kind) *Report {
	who, rule := head.Author()
	return &Report{Kind: Kind(kind), Author: Author(who), AuthorRule: rule, Text: c.text, Header: *head.Header}
}

// conclude works out what the report means for each recipient.
func (p *parser) conclude(rep *Report, view *freeform.TextView, c *content) {
	doubts := doubts{report: rep, view: view, content: c, receipt: p.disposition() != nil}
	for i := range rep.Recipients {
		rep.Recipients[i].conclude(p.opts.Rules, &doubts)
	}
	rep.Recipients.withholdShared()
	if i := slices.IndexFunc(rep.Recipients, func(r Recipient) bool { return r.disagrees }); i >= 0 {
		p.defect(DefectContradiction, rep.Recipients[i].Address)
	}
}

// readings are what the readers found in one message.
type readings struct {
	status, exchange, text found.Report
	// view is the text that the last of them read.
	view *freeform.TextView
}

// isEmpty reports whether no reader found a recipient.
func (r *readings) isEmpty() bool {
	return len(r.status.Recipients) == 0 && len(r.exchange.Recipients) == 0 && len(r.text.Recipients) == 0
}

// read has each reader read what it knows.
func (p *parser) read(head *author.Header, c content, level int) readings {
	r := readings{status: c.status}
	view := freeform.NewView(wording.AllFormats, head, c.lines)
	if len(c.status.Recipients) == 0 {
		view.Returned = p.enclosedHeader(level + 1)
	} else {
		view.Server = c.status.Server
		view.ByFields, view.Explained, view.Located = true, true, !c.status.CutOff
		for i := range c.status.Recipients {
			r := &c.status.Recipients[i]
			view.ByFields = view.ByFields && r.Action != found.NoAction
			view.Explained = view.Explained && r.Response != ""
			view.Located = view.Located && lex.HostName(r.RemoteServer) != ""
		}
	}
	if c.notification != nil {
		r.text = *c.notification
	} else {
		r.text = freeform.Read(view)
	}
	r.view = view
	if ex, ok := exchange.Read(c.text, c.lines); ok {
		if ex.Kind == found.Delay && !view.AnnouncesDelay() {
			// Exchange gives the code of its last attempt also when it gives up.
			ex.Kind = found.Failure
			for i := range ex.Recipients {
				ex.Recipients[i].Action = found.Failed
			}
		}
		if r.exchange = ex; len(ex.Recipients) == 0 {
			r.text.Recipients = nil // names, which the text is no better at
		}
	}
	if view.IntroducesItself() {
		r.exchange.Format = "" // the reply of a server of Exchange in the report of another system
	}
	return r
}

// maxForewordWords is how many words may stand before a report that is
// attached: a message with more is a letter about one.
const maxForewordWords = 30

// mayWrap reports whether the message may be only the cover of a report that is
// attached: a filter or a list wrapped it.
func (p *parser) mayWrap(head *author.Header, c content) bool {
	return !head.IsListManager() && (head.IsSystem() || len(strings.Fields(c.text)) <= maxForewordWords)
}

// originalHeader returns the header of the message that the report is about:
// the header in a part that returns it, else the header that the text quotes.
func (p *parser) originalHeader(r *readings, level int) headers.Header {
	if h := p.enclosedHeader(level + 1); h.Len() > 0 {
		return h
	}
	if r.exchange.Original != nil {
		return mime.HeaderOf(r.exchange.Original)
	}
	return mime.HeaderOf(r.text.Original)
}

// enclosedHeader returns the header of the first message that stands in as many
// others as level says.
func (p *parser) enclosedHeader(level int) headers.Header {
	for i := range p.msg.Parts {
		part := &p.msg.Parts[i]
		if part.Enclosed != level || part.Header.Len() == 0 {
			continue
		}
		// The parts of a message that stands in a text hang on that text.
		if p.msg.Parts[part.Parent].HoldsMessage() {
			return part.Header
		}
	}
	return headers.Header{}
}

func (p *parser) defect(kind DefectKind, detail string) {
	p.defects = append(p.defects, Defect{Kind: kind, Detail: lex.CleanValue(detail)})
}

// noteLimits records the limits that a reader of text reached.
func (p *parser) noteLimits(r *readings) {
	if r.text.TooLong {
		p.defect(DefectTextLimit, "")
	}
	if r.text.TooMany && !slices.ContainsFunc(p.defects, func(d Defect) bool { return d.Kind == DefectRecipientsLimit }) {
		p.defect(DefectRecipientsLimit, "")
	}
}

// finish adds the damage of the whole message to the report.
func (p *parser) finish(r *Report) {
	r.Defects = make([]Defect, 0, len(p.msg.Defects)+len(p.defects))
	for _, d := range p.msg.Defects {
		r.Defects = append(r.Defects, Defect{DefectKind(d.Kind), d.Line, lex.CleanValue(d.Detail)})
	}
	r.Defects = append(r.Defects, p.defects...)
}

// textLines cuts the human-readable text into its lines.
func textLines(text string) []string {
	if text == "" {
		return nil
	}
	lines := make([]string, 0, strings.Count(text, "\n")+1)
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, lex.TrimBlanks(line))
	}
	return lines
}

// ParseEntity is [Parse] for a message that a program took apart with go-message
// already: an IMAP client, or an SMTP server that looked at the header. It reads
// e.Body to its end, and nothing of it may have been read before; opts may be
// nil.
//
// The answer is what Parse gives for the bytes of the message, as far as the entity
// still holds them. go-message decodes the body of a message that is no
// multipart, so damage to its transfer encoding is no longer seen; and it refuses
// to open a message whose header has a line that is no field, or more than 1 MiB,
// which Parse reads. Lines that end in bare CR are read as go-message read them.
func ParseEntity(e *message.Entity, opts *Options) (*Report, error) {
	if e == nil || e.Body == nil {
		return nil, ErrNoMessage
	}
	var header bytes.Buffer
	if err := textproto.WriteHeader(&header, undecoded(e.Header).Header); err != nil {
		return nil, fmt.Errorf("ndr: header of entity: %w", err)
	}
	body := decodedBody{r: e.Body}
	report, err := Parse(io.MultiReader(&header, &body), opts)
	if body.damaged != nil && report != nil {
		detail := lex.CleanValue(body.damaged.Error())
		report.Defects = append(report.Defects, Defect{Kind: DefectTransferEncoding, Detail: detail})
	}
	return report, err
}

// A decodedBody is a body that go-message decodes. Where its transfer encoding is
// damaged it ends, as a body that was cut off does.
type decodedBody struct {
	r       io.Reader
	damaged error
}

// Read implements [io.Reader].
func (b *decodedBody) Read(p []byte) (int, error) {
	if b.damaged != nil {
		return 0, io.EOF
	}
	n, err := b.r.Read(p)
	var corrupt base64.CorruptInputError
	// The errors of mime/quotedprintable have no type.
	if errors.As(err, &corrupt) || err != nil && strings.HasPrefix(err.Error(), "quotedprintable: ") {
		b.damaged, err = err, nil
	}
	return n, err
}

// undecoded returns h with the fields that say how the body is encoded as
// [message.New] left the body.
func undecoded(h message.Header) message.Header {
	typ, params, err := h.ContentType()
	if err != nil || strings.HasPrefix(typ, "multipart/") {
		return h
	}
	h = h.Copy()
	h.Del("Content-Transfer-Encoding")
	if charset := params["charset"]; strings.HasPrefix(typ, "text/") && isConverted(charset) {
		params["charset"] = "utf-8"
		if value := stdmime.FormatMediaType(typ, params); value != "" {
			h.Set("Content-Type", value)
		}
	}
	return h
}

// isConverted reports whether go-message turns text of that charset into UTF-8:
// what it knows depends on the program, which sets [message.CharsetReader].
func isConverted(charset string) bool {
	if charset == "" || message.CharsetReader == nil {
		return false
	}
	_, err := message.CharsetReader(strings.ToLower(charset), strings.NewReader(""))
	return err == nil
}
