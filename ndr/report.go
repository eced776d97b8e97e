package ndr

import (
	"fmt"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/mime"
	"golang.org/x/text/language"
)

// A Report is what one message says about the delivery of other messages.
//
// It marshals to JSON; values that the message does not give are "" and 0.
// Every string in it is valid UTF-8. Addresses, host names, codes and response
// texts carry no control characters; [Report.Text] keeps its line ends.
type Report struct {
	// Kind is what the whole message is.
	Kind Kind `json:"kind"`
	// Author is who wrote the message.
	Author Author `json:"author"`
	// AuthorRule names the rule that decided Author, "" where none did.
	AuthorRule string `json:"author_rule"`
	// MessageID is the Message-ID of the report itself, without its angle
	// brackets.
	MessageID string `json:"message_id"`
	// Date is the Date field of the report itself, or the zero Time.
	Date time.Time `json:"date,omitzero"`
	// Format names the mail system whose way of writing was recognised, such
	// as "exchange" or "qmail"; "dsn" for a delivery status notification by
	// an unknown system; "" where nothing was.
	Format string `json:"format"`
	// GeneratingServer is the host that made the report: Reporting-MTA
	// (RFC 3464, section 2.2.2), Exchange's "Generating server", or the host
	// that names itself in the text. Lower case.
	GeneratingServer string `json:"generating_server"`
	// Recipients are the recipients that the report is about, in its order, each
	// address once. They are not all failures: see [Recipient.Action].
	Recipients Recipients `json:"recipients"`
	// Original is the message that the report is about.
	Original Original `json:"original"`
	// Quoted is the report that a person or a responder put into the message:
	// pasted, quoted, forwarded in the text or as an attachment; nil where
	// there is none. The message itself is of kind [Other] or [AutoReply] then
	// and has no recipients. A quoted report suppresses nobody.
	Quoted *Report `json:"quoted,omitempty"`
	// Feedback is set for reports of kind [Feedback] alone.
	Feedback *Complaint `json:"feedback,omitempty"`
	// Fields are the per-message fields of the delivery-status part
	// (RFC 3464, section 2.2), in order.
	Fields []Field `json:"fields,omitempty"`
	// Text is the human-readable part, decoded to UTF-8, with LF line ends
	// and bounded by [Options.MaxText].
	Text string `json:"-"`
	// Header is the whole header of the message itself.
	Header headers.Header `json:"-"`
	// Defects tells what was damaged or cut off, in the order found.
	Defects []Defect `json:"defects"`
}

// Recipients are the recipients that a report is about.
type Recipients []Recipient

// A Recipient is one recipient that a report is about.
type Recipient struct {
	// Address is the final address, lower case and without brackets:
	// Final-Recipient (RFC 3464, section 2.3.2). Where the message gives
	// only a local part, that stands here.
	Address string `json:"address"`
	// OriginalAddress is Original-Recipient (RFC 3464, section 2.3.1), or the
	// address that the text says the message was first sent to.
	OriginalAddress string `json:"original_address"`
	// Action is what the reporting system did (RFC 3464, section 2.3.3).
	Action Action `json:"action"`
	// Status is the most specific enhanced status code that the message
	// gives for this recipient. It is never made up.
	Status codes.Status `json:"status"`
	// Reply is the SMTP reply code in the response, 0 where there is none.
	Reply codes.Reply `json:"reply"`
	// Response is what the refusing system said, as the report gives it,
	// unfolded to one line.
	Response string `json:"response"`
	// RemoteServer is the host whose answer caused this, or which could not
	// be reached; a name rather than an address. Lower case.
	RemoteServer string `json:"remote_server"`
	// Reason is why.
	Reason codes.Reason `json:"reason"`
	// Permanent reports whether trying again without a change is useless.
	Permanent bool `json:"permanent"`
	// Owner is who must act.
	Owner codes.Owner `json:"owner"`
	// Scope is what the refusal is about.
	Scope codes.Scope `json:"scope"`
	// Stage is the point of the SMTP session at which the refusal came.
	Stage codes.Stage `json:"stage"`
	// Suppress reports whether to stop mailing this address. It is true only
	// where all of these hold: a mail system wrote the report, it reports a
	// failure, the address is one valid mailbox that the report names as a
	// recipient, the refusal is permanent, it came when or after the recipient
	// was named, its meaning condemns the address, and nothing said as plainly
	// points elsewhere.
	Suppress bool `json:"suppress"`
	// Withheld names the first of these rules that was not met where Reason
	// alone would condemn the address: one of [WithheldAuthor],
	// [WithheldKind], [WithheldAddress] and the Withheld constants of package
	// codes; "" otherwise.
	Withheld string `json:"withheld"`
	// Evidence is what decided Reason.
	Evidence codes.Evidence `json:"evidence"`
	// LastAttempt is Last-Attempt-Date (RFC 3464, section 2.3.7), or the zero
	// Time.
	LastAttempt time.Time `json:"last_attempt,omitzero"`
	// WillRetryUntil is the field of that name (RFC 3464, section 2.3.9), or
	// the zero Time.
	WillRetryUntil time.Time `json:"will_retry_until,omitzero"`
	// Fields are all fields of this recipient's group in the delivery-status
	// part, in order, those above included.
	Fields []Field `json:"fields,omitempty"`

	// guessed says that the address stands where reports name no recipients;
	// contradicted that something in the report tells another thing of it, and
	// disagrees that its own fields do; fromText that the address or what was said
	// of it is in no field; shared that it was said of others too.
	guessed, contradicted, disagrees, fromText, shared bool
}

// Failed reports whether delivery to the recipient failed for good, as
// opposed to delayed, relayed or done.
func (r *Recipient) Failed() bool { return r.Action == Failed }

// A Field is one field of a delivery-status part: "Final-Recipient: rfc822;
// a@example.com" has the Name Final-Recipient, the Type rfc822 and the Value
// a@example.com. Type is lower case, and "" where the field has none.
type Field struct {
	// Name is as the message has it.
	Name string `json:"name"`
	// Type is what stands before the semicolon.
	Type string `json:"type,omitempty"`
	// Value is unfolded to one line.
	Value string `json:"value"`
}

// Original identifies the message that a report is about, as far as the report
// returns or quotes it. Whoever wrote the report can have written anything
// here; see the package documentation on forged reports.
type Original struct {
	// MessageID is the Message-ID without its angle brackets.
	MessageID string `json:"message_id"`
	// From is the address of the From field.
	From string `json:"from"`
	// To are the addresses of the To field.
	To []string `json:"to"`
	// Subject is decoded to UTF-8.
	Subject string `json:"subject"`
	// Date is the Date field, or the zero Time.
	Date time.Time `json:"date,omitzero"`
	// EnvelopeID is Original-Envelope-Id (RFC 3464, section 2.2.1), decoded
	// from xtext.
	EnvelopeID string `json:"envelope_id"`
	// Auth are all authentication results in the returned header, in its
	// order. They are claims of whoever returned it.
	Auth []headers.Result `json:"auth"`
	// Signatures are the DKIM signatures that were verified, in the order of
	// their fields, at most five; nil without [Options.LookupTXT].
	Signatures []Signature `json:"signatures,omitempty"`
	// Header is the whole returned header.
	Header headers.Header `json:"-"`
}

// A Complaint holds the fields of an abuse report (RFC 5965, section 3).
type Complaint struct {
	// Type is Feedback-Type, such as "abuse"; lower case.
	Type string `json:"type"`
	// UserAgent is the field of that name.
	UserAgent string `json:"user_agent,omitempty"`
	// SourceIP is the field of that name.
	SourceIP string `json:"source_ip,omitempty"`
	// Fields are all fields of the part, in order.
	Fields []Field `json:"fields,omitempty"`
}

// Advice explains to a person why delivery to r failed and what to do, in the
// first of langs that there is a translation for, else in English. The texts
// name the remote server, the domain of r, and what the response itself gives;
// where authentication failed, [DeliveryError.Advice] knows more.
func (r *Recipient) Advice(langs ...language.Tag) codes.Advice {
	v := codes.Verdict{
		Reason: r.Reason, Owner: r.Owner, Scope: r.Scope, Permanent: r.Permanent, Suppress: r.Suppress,
		Evidence: r.Evidence, Host: r.RemoteServer,
	}
	response := codes.Response{Reply: r.Reply, Status: r.Status, Text: r.Response}
	return response.AdviceFor(v, langs...).With(codes.Facts{Recipient: r.Address})
}

// A Defect is something damaged, missing or cut off in a message. It is an
// error, for those who want to refuse damaged reports; [Parse] never does.
type Defect struct {
	// Kind says what is wrong.
	Kind DefectKind `json:"kind"`
	// Line is the line where it was noticed, counted from 1; 0 where it is
	// about no line.
	Line int `json:"line"`
	// Detail is the text that is wrong, as far as it helps.
	Detail string `json:"detail,omitempty"`
}

// Error returns the defect as "line 7: header-line: ...".
func (d Defect) Error() string {
	s := string(d.Kind)
	if d.Line > 0 {
		s = fmt.Sprintf("line %d: %s", d.Line, s)
	}
	if d.Detail != "" {
		s += ": " + d.Detail
	}
	return s
}

// A DefectKind says what is wrong.
type DefectKind string

// The kinds of defect.
const (
	// DefectHeaderLine: a line in a header is no field (RFC 5322, section
	// 2.2).
	DefectHeaderLine DefectKind = mime.DefectHeaderLine
	// DefectNoHeader: the message begins with its body.
	DefectNoHeader DefectKind = mime.DefectNoHeader
	// DefectBoundary: a multipart was not closed (RFC 2046, section 5.1.1).
	DefectBoundary DefectKind = mime.DefectBoundary
	// DefectUndeclaredBoundary: parts whose boundary no Content-Type names.
	DefectUndeclaredBoundary DefectKind = mime.DefectUndeclared
	// DefectTransferEncoding: a body that its Content-Transfer-Encoding does
	// not fit (RFC 2045, section 6).
	DefectTransferEncoding DefectKind = mime.DefectEncoding
	// DefectCharset: a charset that is unknown, or that a text is not in.
	DefectCharset DefectKind = mime.DefectCharset
	// DefectField: a field of the delivery-status part that cannot be read
	// (RFC 3464).
	DefectField DefectKind = "field"
	// DefectNoRecipient: a report that names no recipient.
	DefectNoRecipient DefectKind = "no-recipient"
	// DefectNested: the report stands in a message that is no report.
	DefectNested DefectKind = "nested-report"
	// DefectContradiction: the report says two things of a recipient, whose address
	// is the detail: groups of fields that disagree, or "Action: delayed" beside
	// words that say that the system gave up, as OpenSMTPD writes it. Kind and
	// action are what the fields say. Of several such recipients the first is named.
	DefectContradiction DefectKind = "contradiction"
	// DefectBytesLimit and the next: a limit of [Options] was reached.
	DefectBytesLimit      DefectKind = mime.DefectBytesLimit
	DefectHeaderLimit     DefectKind = mime.DefectHeaderLimit
	DefectPartsLimit      DefectKind = mime.DefectPartsLimit
	DefectDepthLimit      DefectKind = mime.DefectDepthLimit
	DefectTextLimit       DefectKind = mime.DefectBodyLimit
	DefectRecipientsLimit DefectKind = "recipients-limit"
)
