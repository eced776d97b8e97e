package ndr

import (
	"cmp"
	"database/sql/driver"
	"slices"
	"strings"
	"time"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
	"github.com/emersion/go-msgauth/authres"
)

// Ours is what the sender of a message knows, by which [Report.Trust] tells a
// report about it from a forged one. Each field may be left out: then the rules
// that need it prove nothing. It may be used from several goroutines at once.
type Ours struct {
	// Keys are the keys with which the sender signs its return paths, by
	// [headers.VERPKey.Bind] or [headers.VERPKey.Make]. A key of less than 16 bytes
	// proves nothing.
	Keys headers.VERPKeys
	// BATV is the key by which the sender's mail server tags its return paths.
	BATV headers.BATVKey
	// Domains are the domains in which the sender sends, signs and receives reports.
	// Other domains of the same organization count too, see [headers.Aligned].
	// Without any, every signed return path counts as one in the sender's form.
	Domains []string
	// SentMessageID reports whether the sender sent a message with that
	// Message-ID, which comes without angle brackets. It must know every Message-ID
	// of Domains as long as reports may come: one that it does not know is forged.
	SentMessageID func(id string) bool
	// MaxAge is how long after a message a report about it is expected; 0 means
	// 30 days.
	MaxAge time.Duration
	// Now is the time by which ages count; zero means the time of the clock.
	Now time.Time
}

const defaultMaxAge = 30 * 24 * time.Hour

// A Trust says how far a report is to be believed, and which rule decided. It
// stores as the text of its Level: a column of a database has no rule.
type Trust struct {
	// Level is how far.
	Level Level `json:"level"`
	// Rule is one of the Rule constants.
	Rule string `json:"rule"`
}

// Value implements [driver.Valuer]: it stores the name of the level.
func (t Trust) Value() (driver.Value, error) { return t.Level.Value() }

// Scan implements [database/sql.Scanner]. It takes what Value stores, as text or bytes,
// and leaves Rule "". The error wraps [ErrName].
func (t *Trust) Scan(src any) error {
	t.Rule = ""
	return t.Level.Scan(src)
}

// String returns the level and the rule, such as "proven (return-path)".
func (t Trust) String() string { return t.Level.String() + " (" + t.Rule + ")" }

// A Level says how far a report is to be believed.
type Level uint8

// The levels, the least first: below Plausible nothing speaks for a report.
const (
	// Unproven: nothing tells a forger from a mail system.
	Unproven Level = iota
	// Forged: the report uses a name that the sender alone gives, and never gave.
	Forged
	// Plausible: there is evidence that the sender sent the message, but somebody
	// who saw any message of the sender's, or knows how it names them, can have
	// written the report.
	Plausible
	// Proven: a secret of the sender proves that the message went to every
	// recipient that the report says failed. Only somebody who handled the message
	// can have written the report.
	Proven
)

var levels = enum[Level]{"level", []string{"unproven", "forged", "plausible", "proven"}}

// String returns the name of l, such as "proven".
func (l Level) String() string { return levels.name(l) }

// MarshalText implements [encoding.TextMarshaler]: it gives [Level.String].
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. The error wraps
// [ErrName].
func (l *Level) UnmarshalText(text []byte) error { return levels.parse(l, text) }

// Value implements [driver.Valuer]: it stores [Level.String].
func (l Level) Value() (driver.Value, error) { return l.String(), nil }

// Scan implements [database/sql.Scanner]. It takes what Value stores, as text or bytes. The
// error wraps [ErrName].
func (l *Level) Scan(src any) error { return levels.scan(l, src) }

// The rules by which [Report.Trust] decides, in their order: the first that holds
// does. "The recipients" are the recipients that failed, or all where none did;
// each counts by its [Recipient.Address].
//
// Neither proof says that the recipient does not exist. It says that nobody wrote
// the report who did not have the message: the recipient, or a server or person
// that it passed. A recipient can always report that an address of its own is
// gone.
const (
	// RuleReturnPath: the report came to a return path that the sender signed for
	// the one recipient. Proven.
	RuleReturnPath = "return-path"
	// RuleReturnPathForged: it came to a return path in the form of the sender's,
	// or tagged as by its server, with a wrong signature. Forged.
	RuleReturnPathForged = "return-path-forged"
	// RuleSignature: a DKIM signature by a domain of the sender passes for the
	// returned message, and the To or Cc that it signed names the recipients.
	// Proven. It needs [Options.LookupTXT], and the body returned whole.
	RuleSignature = "signature"
	// RuleMessageIDForged: the returned Message-ID is of a domain of the sender,
	// who never gave it. Forged.
	RuleMessageIDForged = "message-id-forged"
	// RuleSignatureOther: a DKIM signature by a domain of the sender passes, but
	// does not say that the message went to the recipients: to a list, by Bcc, or
	// to another, who may report anybody with it. Plausible.
	RuleSignatureOther = "signature-other-recipient"
	// RuleReturnPathOriginal: it came to a return path that the sender signed for
	// the [Recipient.OriginalAddress]. Plausible: that the message was
	// forwarded to the address that failed is the word of the report alone. What
	// the report says may be held against the original address.
	RuleReturnPathOriginal = "return-path-original-recipient"
	// RuleReturnPathOther: it came to a return path that the sender signed for
	// another recipient, who forwards or forges. Plausible.
	RuleReturnPathOther = "return-path-other-recipient"
	// RuleReturnPathTagged: it came to a return path that the sender's server
	// tagged (BATV), which is the same for all recipients of some days. Plausible.
	RuleReturnPathTagged = "return-path-tagged"
	// RuleMessageID: the returned Message-ID, or the one that the report answers,
	// is of a message that the sender sent. Plausible: everybody who got the
	// message knows it.
	RuleMessageID = "message-id"
	// RuleReturnPathExpired: it came to a return path that the sender signed or
	// tagged too long ago. Unproven.
	RuleReturnPathExpired = "return-path-expired"
	// RuleReportingMTA: the Reporting-MTA is of the recipients' organization,
	// and so is a host from which a Received field of the report has it.
	// Plausible: the first is a word, and the second mostly the name that a
	// client gave itself.
	RuleReportingMTA = "reporting-mta"
	// RuleNone: none of these. Unproven.
	RuleNone = "none"
)

// trustRules are the rules in their order. Those without a function hold where one of the
// addresses that the report was sent to shows it, see [claim.readPath].
var trustRules = []struct {
	name  string
	level Level
	holds func(c *claim) bool
}{
	{RuleReturnPath, Proven, nil},
	{RuleReturnPathForged, Forged, nil},
	{RuleSignature, Proven, func(c *claim) bool { return slices.ContainsFunc(c.signatures(), c.signsRecipients) }},
	{RuleMessageIDForged, Forged, (*claim).neverSent},
	{RuleSignatureOther, Plausible, func(c *claim) bool { return len(c.signatures()) > 0 }},
	{RuleReturnPathOriginal, Plausible, nil},
	{RuleReturnPathOther, Plausible, nil},
	{RuleReturnPathTagged, Plausible, nil},
	{RuleMessageID, Plausible, (*claim).wasSent},
	{RuleReturnPathExpired, Unproven, nil},
	{RuleReportingMTA, Plausible, (*claim).isFromRecipients},
}

// Trust reports how far the sender of the original message, given o, can believe
// the report, and which rule decided. A program that stops
// mailing an address for [Recipient.Suppress] asks for [Proven], or counts
// several reports that are [Plausible].
//
// o may be nil. Of the report, the fields that its own server wrote or left count:
// Delivered-To, X-Original-To, Envelope-To and To.
func (r *Report) Trust(o *Ours) Trust {
	c := claim{r: r, ours: o.withDefaults(), recipients: r.Recipients, paths: make(map[string]bool)}
	isOther := func(to Recipient) bool { return !to.Failed() }
	if failed := slices.DeleteFunc(slices.Clone(r.Recipients), isOther); len(failed) > 0 {
		c.recipients = failed
	}
	c.readPaths()
	for _, rule := range trustRules {
		if c.paths[rule.name] || rule.holds != nil && rule.holds(&c) {
			return Trust{rule.level, rule.name}
		}
	}
	return Trust{Unproven, RuleNone}
}

// withDefaults returns a copy of o in which every field is the one to use.
func (o *Ours) withDefaults() Ours {
	var c Ours
	if o != nil {
		c = *o
	}
	c.MaxAge = cmp.Or(c.MaxAge, defaultMaxAge)
	if c.Now.IsZero() {
		c.Now = time.Now()
	}
	return c
}

// A claim is what a report claims, to somebody who knows ours.
type claim struct {
	r          *Report
	ours       Ours
	recipients []Recipient
	paths      map[string]bool // the rules that an address shows to which the report was sent
}

// pathFields are the fields that say to which address a message was sent, and
// maxPaths is how many addresses of them are read.
var pathFields = []string{"Delivered-To", "X-Original-To", "Envelope-To", "To"}

const maxPaths = 50

// readPaths checks the addresses that the report was sent to.
func (c *claim) readPaths() {
	n := 0
	for _, name := range pathFields {
		for value := range c.r.Header.Values(name) {
			for _, a := range headers.ParseAddressList(value) {
				if n++; n > maxPaths {
					return
				}
				c.readPath(a)
			}
		}
	}
}

// readPath notes what an address shows: that it was signed or tagged by the sender, for
// whom, and when, or only looks so.
func (c *claim) readPath(a headers.Address) {
	_, err := c.ours.Keys.Check(a, c.ours.Now, c.ours.MaxAge)
	_, tagErr := c.ours.BATV.Check(a, c.ours.Now)
	// Other people's addresses may have the form of a signed one by chance.
	isOurs := len(c.ours.Domains) == 0 || c.isOurs(a.Domain)
	for rule, shown := range map[string]bool{
		RuleReturnPathForged:  isOurs && (err == headers.ErrVERPForged || tagErr == headers.ErrVERPForged),
		RuleReturnPathExpired: err == headers.ErrVERPExpired || tagErr == headers.ErrVERPExpired,
		RuleReturnPathTagged:  tagErr == nil,
		RuleReturnPathOther:   err == nil,
		RuleReturnPath:        err == nil && c.all(func(to *Recipient) bool { return c.isBound(a, to.Address) }),
		RuleReturnPathOriginal: err == nil && c.all(func(to *Recipient) bool {
			return c.isBound(a, to.Address) || c.isBound(a, to.OriginalAddress)
		}),
	} {
		c.paths[rule] = c.paths[rule] || shown
	}
}

// isBound reports whether the return path was signed for the recipient.
func (c *claim) isBound(path headers.Address, recipient string) bool {
	to, ok := headers.ParseAddress(recipient)
	if !ok {
		return false
	}
	_, err := c.ours.Keys.CheckBound(path, to, c.ours.Now, c.ours.MaxAge)
	return err == nil
}

// all reports whether there are recipients, and holds is true of each.
func (c *claim) all(holds func(to *Recipient) bool) bool {
	for i := range c.recipients {
		if !holds(&c.recipients[i]) {
			return false
		}
	}
	return len(c.recipients) > 0
}

// isOurs reports whether a domain is of the sender's organization.
func (c *claim) isOurs(domain string) bool {
	return slices.ContainsFunc(c.ours.Domains, func(d string) bool { return headers.Aligned(d, domain) })
}

// signatures returns the signatures of the returned message that pass and are the
// sender's.
func (c *claim) signatures() []Signature {
	return slices.DeleteFunc(slices.Clone(c.r.Original.Signatures), func(s Signature) bool {
		return s.Result != authres.ResultPass || !c.isOurs(s.Domain)
	})
}

// signsRecipients reports whether the fields that s signed name all recipients. A
// field that stands twice is none: which of them is signed, a reader cannot see.
func (c *claim) signsRecipients(s Signature) bool {
	var signed []string
	for _, name := range []string{"To", "Cc"} {
		values := slices.Collect(c.r.Original.Header.Values(name))
		if len(values) == 1 && slices.ContainsFunc(s.Headers, func(h string) bool { return strings.EqualFold(h, name) }) {
			for _, a := range headers.ParseAddressList(values[0]) {
				signed = append(signed, lex.LowerASCII(a.Spec()))
			}
		}
	}
	return c.all(func(to *Recipient) bool { return slices.Contains(signed, to.Address) })
}

// neverSent reports whether the returned message has an identifier of the sender's
// domains that the sender never gave.
func (c *claim) neverSent() bool {
	id := c.r.Original.MessageID
	_, domain, _ := strings.Cut(id, "@")
	return c.ours.SentMessageID != nil && c.isOurs(domain) && !c.ours.SentMessageID(id)
}

// wasSent reports whether the sender sent the message that is returned, or that
// the report answers.
func (c *claim) wasSent() bool {
	if c.ours.SentMessageID == nil {
		return false
	}
	ids := []string{c.r.Original.MessageID}
	if ids[0] == "" {
		ids = headers.MessageIDs(c.r.Header.Get("In-Reply-To"))
	}
	return slices.ContainsFunc(ids, func(id string) bool { return id != "" && c.ours.SentMessageID(id) })
}

// isFromRecipients reports whether the report names hosts of the recipients'
// organization as its author and on its way.
func (c *claim) isFromRecipients() bool {
	hops := headers.Trace(&c.r.Header)
	return c.all(func(to *Recipient) bool {
		_, domain, _ := strings.Cut(to.Address, "@")
		return headers.Aligned(c.r.GeneratingServer, domain) &&
			slices.ContainsFunc(hops, func(h headers.Hop) bool { return headers.Aligned(h.From, domain) })
	})
}
