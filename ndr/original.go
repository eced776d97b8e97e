package ndr

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"example.com/ndr/headers"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
	"github.com/emersion/go-msgauth/authres"
	"github.com/emersion/go-msgauth/dkim"
)

// maxOriginalTo is how many addresses of the To field are given.
const maxOriginalTo = 100

// readOriginal reads what the header of the returned message tells about it.
func readOriginal(h headers.Header) Original {
	o := Original{Header: h, To: []string{}, Auth: []headers.Result{}}
	o.MessageID = messageID(&h)
	if addr, ok := headers.ParseAddress(h.Get("From")); ok {
		o.From = lex.CleanAddress(addr.Spec())
	}
	to := headers.ParseAddressList(h.Get("To"))
	for _, addr := range to[:min(len(to), maxOriginalTo)] {
		o.To = append(o.To, lex.CleanAddress(addr.Spec()))
	}
	o.Subject = lex.CleanValue(mime.DecodeHeader(h.Get("Subject")))
	o.Date = lex.ParseDate(h.Get("Date"))
	o.Auth = append(o.Auth, headers.ReadAuth(&h)...)
	return o
}

// messageID returns the Message-ID of a header without its angle brackets.
func messageID(h *headers.Header) string {
	if ids := headers.MessageIDs(h.Get("Message-ID")); len(ids) > 0 {
		return lex.CleanValue(ids[0])
	}
	return ""
}

// A Signature is a DKIM signature (RFC 6376) of a returned message that
// [Options.LookupTXT] let verify, by go-msgauth/dkim.
//
// What passes was signed by Domain, and the fields in Headers and the body are as
// they were then. That is no proof of who returned it: everybody who received the
// message can. A signature that is expired, or whose key was withdrawn since,
// fails, and so does one with a length of the body (l=), which lets anybody add
// to it.
type Signature struct {
	// Signature holds the tags of the field. Its Headers are the fields that
	// were signed.
	headers.Signature
	// Result is [authres.ResultPass], [authres.ResultFail], or
	// [authres.ResultTempError] where the key could not be had now. It is
	// [authres.ResultNeutral] where all that is wrong is that Body is not
	// BodyWhole: the signature cannot be verified without the body.
	Result authres.ResultValue `json:"result"`
	// Error is why it did not pass, "" where it did.
	Error string `json:"error"`
	// Body is how much of the body the report returned: [BodyWhole], [BodyCut]
	// or [BodyNone].
	Body string `json:"body"`
}

// How much of the body of a returned message a report holds.
const (
	// BodyWhole: nothing shows that some of it is missing. A reporter may still
	// have cut or changed it.
	BodyWhole = "whole"
	// BodyCut: it ends before a closing boundary, or at a limit of [Options].
	BodyCut = "cut"
	// BodyNone: the header alone was returned, as text/rfc822-headers does.
	BodyNone = "none"
)

// The limits of what is verified. They keep the time that a hostile header takes
// low: of a header with more nothing is verified.
const (
	maxSignatures     = 5       // that are verified, and so keys that are looked up
	maxSignatureField = 4 << 10 // bytes
	maxSignedHeader   = 500     // fields in the header
)

// A verifier verifies the signatures of the returned message while the report is
// read.
type verifier struct {
	lookup   func(domain string) ([]string, error)
	asking   sync.Mutex     // signatures are verified side by side
	keys     map[string]key // that were looked up
	returned mime.Returned
	found    []*dkim.Verification
	err      error // of all of them
}

// A key is what a lookup gave.
type key struct {
	records []string
	err     error
}

// read reads a message as [mime.Read] does.
func (v *verifier) read(r io.Reader, lim mime.Limits) (msg *mime.Message, err error) {
	if v.lookup == nil {
		return mime.Read(r, lim)
	}
	v.keys = map[string]key{}
	msg, v.returned, err = mime.ReadReturned(r, lim, v.open)
	return msg, err
}

// open starts to verify a message with that header, if it is signed.
func (v *verifier) open(header string) io.WriteCloser {
	h := headers.ParseHeader(header)
	if !h.Has("DKIM-Signature") || !h.Has("From") || h.Len() > maxSignedHeader {
		return nil
	}
	for field := range h.Values("DKIM-Signature") {
		if len(field) > maxSignatureField {
			return nil
		}
	}
	r, w := io.Pipe()
	s := &signed{Writer: bufio.NewWriterSize(w, 16<<10), pipe: w, done: make(chan struct{})}
	go func() {
		defer close(s.done)
		v.found, v.err = dkim.VerifyWithOptions(r, &dkim.VerifyOptions{
			LookupTXT: v.lookupKey, MaxVerifications: maxSignatures,
		})
		r.Close() // writing goes on without it
	}()
	return s
}

// errNoKey: the name is none of a host, or enough keys were looked up.
var errNoKey = errors.New("key not looked up")

// lookupKey asks for a key that a signature names.
func (v *verifier) lookupKey(domain string) ([]string, error) {
	v.asking.Lock()
	defer v.asking.Unlock()
	if k, ok := v.keys[domain]; ok {
		return k.records, k.err
	}
	if _, ok := headers.ParseHost(domain); !ok || len(v.keys) == maxSignatures {
		return nil, errNoKey
	}
	records, err := v.lookup(domain)
	v.keys[domain] = key{records, err}
	return records, err
}

// A signed is a message that is being verified.
type signed struct {
	*bufio.Writer
	pipe *io.PipeWriter
	done chan struct{}
}

// Close ends the message and waits for what came of it.
func (s *signed) Close() error {
	err := s.Flush()
	s.pipe.Close()
	<-s.done
	return err
}

// signedFields are the fields by which a returned message is known again: what the
// signatures prove of one header is then true of another in which these fields are
// the same.
var signedFields = []string{"From", "To", "Cc", "Message-ID", "DKIM-Signature"}

// signatures returns what was verified, if h is the header of the message that
// was verified.
func (v *verifier) signatures(h *headers.Header) (list []Signature) {
	if v == nil || len(v.found) == 0 {
		return nil
	}
	returned := headers.ParseHeader(v.returned.Header)
	for _, name := range signedFields {
		if !slices.Equal(slices.Collect(returned.Values(name)), slices.Collect(h.Values(name))) {
			return nil
		}
	}
	fields := slices.Collect(h.Values("DKIM-Signature"))
	for i, found := range v.found {
		err := found.Err
		if v.err != nil && !errors.Is(v.err, dkim.ErrTooManySignatures) {
			err = v.err
		}
		s := Signature{Body: bodies[v.returned.Body]}
		if i < len(fields) {
			s.Signature = headers.ParseSignature(fields[i])
		}
		s.Domain, s.Headers = lex.CleanValue(strings.ToLower(found.Domain)), nil
		for _, name := range found.HeaderKeys {
			s.Headers = append(s.Headers, lex.CleanValue(name))
		}
		s.Result, s.Error = v.result(err)
		list = append(list, s)
	}
	return list
}

var bodies = [...]string{mime.BodyNone: BodyNone, mime.BodyCut: BodyCut, mime.BodyWhole: BodyWhole}

// bodyError is the error of go-msgauth for a body that is not the one that was
// signed; it has no name there.
const bodyError = "dkim: body hash did not verify"

// result returns what an error of go-msgauth makes of a signature.
func (v *verifier) result(err error) (authres.ResultValue, string) {
	if err == nil {
		return authres.ResultPass, ""
	}
	text := lex.CleanValue(err.Error())
	switch {
	case dkim.IsTempFail(err):
		return authres.ResultTempError, text
	case text == bodyError && v.returned.Body != mime.BodyWhole:
		return authres.ResultNeutral, text
	}
	return authres.ResultFail, text
}
