package fuzz

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"
	"unicode/utf8"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// What the documentation promises, in bytes and entries.
const (
	maxValue      = 4 << 10   // of one value
	maxText       = 512 << 10 // of the human-readable text
	maxRecipients = 5000
	maxDefects    = 1000
	maxError      = 700 // "about 600 bytes", and the count of the others
)

// A message is one of those to read.
type message struct {
	name string
	data []byte
}

// messages returns the messages below folder. It fails the test where there is
// none.
func messages(tb testing.TB, folder string) (all []message) {
	tb.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := os.ReadFile(path)
		all = append(all, message{filepath.Base(path), data})
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	if len(all) == 0 {
		tb.Fatalf("no messages in %s", folder)
	}
	return all
}

// testMessages are the messages of ../testdata.
func testMessages(tb testing.TB) (all []message) {
	for _, m := range messages(tb, filepath.Join("..", "testdata")) {
		if strings.HasSuffix(m.name, ".eml") {
			all = append(all, m)
		}
	}
	return all
}

// checkMessage reads data in every way in which it must give the same report,
// and checks what that says against data. The first property that does not
// hold is returned.
func checkMessage(data []byte, opts *ndr.Options) error {
	rep, err := ndr.Parse(bytes.NewReader(data), opts)
	if errors.Is(err, ndr.ErrNoMessage) {
		if rep != nil {
			return errors.New("a report together with ErrNoMessage")
		}
		return nil
	}
	if err != nil || rep == nil {
		return fmt.Errorf("Parse gives %v, %v", rep, err)
	}
	for _, check := range []func(*ndr.Report, []byte, *ndr.Options) error{
		checkJSON, checkDelivery, checkLineEnds, checkTexts, checkLimits, checkGiven, checkVerdicts, checkErr,
	} {
		if err := check(rep, data, opts); err != nil {
			return err
		}
	}
	return nil
}

// checkJSON checks that the report survives JSON.
func checkJSON(rep *ndr.Report, _ []byte, _ *ndr.Options) error {
	return survivesJSON(rep, new(ndr.Report))
}

// survivesJSON checks that v, read from its JSON into again, has the same JSON.
func survivesJSON(v, again any) error {
	written, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(written, again); err != nil {
		return fmt.Errorf("reading the JSON again: %w in %s", err, written)
	}
	if rewritten, err := json.Marshal(again); err != nil || !bytes.Equal(written, rewritten) {
		return fmt.Errorf("JSON changes (%v):\n%s\n%s", err, written, rewritten)
	}
	return nil
}

// checkDelivery checks that it does not matter how the bytes arrive.
func checkDelivery(rep *ndr.Report, data []byte, opts *ndr.Options) error {
	for name, r := range map[string]io.Reader{
		"a second time":   bytes.NewReader(data),
		"one byte a read": iotest.OneByteReader(bytes.NewReader(data)),
		"EOF with data":   iotest.DataErrReader(bytes.NewReader(data)),
	} {
		again, err := ndr.Parse(r, opts)
		if err != nil {
			return err
		}
		if err := sameReport(rep, again); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	// A reader that breaks gives its own error, and what came before it.
	broken := &brokenReader{}
	_, err := ndr.Parse(io.MultiReader(bytes.NewReader(data[:len(data)/2]), broken), opts)
	if broken.asked && opts == nil && !errors.Is(err, errBroken) && !errors.Is(err, ndr.ErrNoMessage) {
		return fmt.Errorf("the error of the reader comes out as %v", err)
	}
	return nil
}

var errBroken = errors.New("broken")

// A brokenReader fails, and tells whether it was asked: who stops at a limit, or
// behind the last boundary, never sees the failure.
type brokenReader struct{ asked bool }

func (r *brokenReader) Read([]byte) (int, error) {
	r.asked = true
	return 0, errBroken
}

// checkLineEnds checks that LF, CRLF and CR are the same, but in UTF-16, where a
// line end is two bytes.
func checkLineEnds(rep *ndr.Report, data []byte, opts *ndr.Options) error {
	lf := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	wide := bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
	if bytes.IndexByte(lf, '\r') >= 0 || opts != nil || wide {
		return nil
	}
	for _, end := range []string{"\n", "\r\n", "\r"} {
		again, err := ndr.Parse(bytes.NewReader(bytes.ReplaceAll(lf, []byte("\n"), []byte(end))), opts)
		if err != nil {
			return err
		}
		if err := sameReport(rep, again); err != nil {
			return fmt.Errorf("line ends %q: %w", end, err)
		}
	}
	return nil
}

func sameReport(a, b *ndr.Report) error {
	if reflect.DeepEqual(a, b) {
		return nil
	}
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return fmt.Errorf("another report:\n%s\n%q\n%s\n%q", x, a.Text, y, b.Text)
}

// checkTexts checks every string that the report holds.
func checkTexts(rep *ndr.Report, _ []byte, _ *ndr.Options) error {
	if i := strings.IndexFunc(rep.Text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }); i >= 0 || !utf8.ValidString(rep.Text) {
		return fmt.Errorf("unclean text %q", rep.Text)
	}
	if q := rep.Quoted; q != nil {
		if rep.Kind == ndr.Failure || len(rep.Recipients) > 0 || q.Quoted != nil {
			return fmt.Errorf("a letter of kind %v with %d recipients quotes a report", rep.Kind, len(rep.Recipients))
		}
		if i := slices.IndexFunc(q.Recipients, func(r ndr.Recipient) bool { return r.Suppress }); i >= 0 {
			return fmt.Errorf("a quoted report suppresses %q", q.Recipients[i].Address)
		}
		if err := checkTexts(q, nil, nil); err != nil {
			return fmt.Errorf("quoted: %w", err)
		}
	}
	rest := *rep
	rest.Text, rest.Quoted = "", nil
	if err := eachString(reflect.ValueOf(rest), "Report", checkString); err != nil {
		return err
	}
	return eachString(reflect.ValueOf(rep.Correlators("X-Campaign")), "Correlators", checkString)
}

// checkString checks a single value.
func checkString(where, s string) error {
	switch {
	case !utf8.ValidString(s):
		return fmt.Errorf("%s is not UTF-8: %q", where, s)
	case isAddress(where) && strings.ContainsAny(s, "\r\n"):
		return fmt.Errorf("%s holds a line end: %q", where, s)
	case !isAddress(where) && strings.IndexFunc(s, unicode.IsControl) >= 0:
		return fmt.Errorf("%s holds a control character: %q", where, s)
	case len(s) > maxValue:
		return fmt.Errorf("%s has %d bytes: %.100q", where, len(s), s)
	}
	return nil
}

// isAddress reports whether a value is an address, which is as the message has
// it.
func isAddress(where string) bool {
	return strings.HasSuffix(where, "Address") || strings.HasSuffix(where, ".From") || strings.Contains(where, ".To[")
}

// eachString calls check with every string in v, and returns its first error.
func eachString(v reflect.Value, where string, check func(where, s string) error) error {
	switch v.Kind() {
	case reflect.String:
		return check(where, v.String())
	case reflect.Slice:
		for i := range v.Len() {
			if err := eachString(v.Index(i), where+"["+strconv.Itoa(i)+"]", check); err != nil {
				return err
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			return eachString(v.Elem(), where, check)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				if err := eachString(v.Field(i), where+"."+f.Name, check); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// checkLimits checks that no list and no text is longer than opts allow.
func checkLimits(rep *ndr.Report, _ []byte, opts *ndr.Options) error {
	recipients, text := maxRecipients, maxText
	if opts != nil && opts.MaxRecipients > 0 {
		recipients = opts.MaxRecipients
	}
	if opts != nil && opts.MaxText > 0 {
		text = opts.MaxText
	}
	if n := len(rep.Recipients); n > recipients {
		return fmt.Errorf("%d recipients", n)
	}
	if n := len(rep.Text); n > text {
		return fmt.Errorf("%d bytes of text", n)
	}
	if n := len(rep.Defects); n > maxDefects {
		return fmt.Errorf("%d defects", n)
	}
	if n := len(rep.Original.To); n > 100 {
		return fmt.Errorf("%d addresses in To", n)
	}
	return nil
}

// checkGiven checks that what the report says of recipients and servers stands
// in the message.
func checkGiven(rep *ndr.Report, data []byte, _ *ndr.Options) error {
	given := newGiven(rep, data)
	if s := rep.GeneratingServer; !given.has(s) {
		return fmt.Errorf("made up generating server %q", s)
	}
	for i := range rep.Recipients {
		r := &rep.Recipients[i]
		for _, s := range []string{r.Address, r.OriginalAddress, r.RemoteServer} {
			if !given.has(s) {
				return fmt.Errorf("made up %q for recipient %q", s, r.Address)
			}
		}
		if !holdsStatus(given.literal, r.Status) {
			return fmt.Errorf("made up status %s for recipient %q", r.Status, r.Address)
		}
		if s := r.Reply.String(); !strings.Contains(given.literal, s) {
			return fmt.Errorf("made up reply %s for recipient %q", s, r.Address)
		}
	}
	return nil
}

// given is what a message says, in the forms in which it may say it.
type given struct {
	text    string                // raw, as decoded text and as fields
	literal string                // text in lower case
	letters [len(decoders)]string // text as each decoder has it, by its letters, made when needed
}

// decoders undo what a message may have done to a value.
var decoders = [...]func(string) string{
	func(s string) string { return s },
	decodeHeader, decodeXtext, decodeUnitext, decodeIMCEA, decodeJSON, decodeX400, withoutListRoles,
}

func newGiven(rep *ndr.Report, data []byte) *given {
	var b strings.Builder
	b.Write(data)
	b.WriteString("\n" + rep.Text + "\n")
	b.Write(decodeBase64(data))
	b.WriteString(rep.Original.Header.String() + "\n") // of a returned message that is encoded
	if raw, err := charmap.Windows1252.NewDecoder().Bytes(data); err == nil && !utf8.Valid(data) {
		b.Write(raw) // a header with raw 8 bit, which says nothing of its charset
	}
	fields := rep.Fields
	if rep.Feedback != nil {
		fields = append(fields[:len(fields):len(fields)], rep.Feedback.Fields...)
	}
	for i := range rep.Recipients {
		fields = append(fields[:len(fields):len(fields)], rep.Recipients[i].Fields...)
	}
	for _, f := range fields {
		b.WriteString(f.Name + ": " + f.Type + ";" + f.Value + "\n")
	}
	if text := b.String(); strings.Contains(text, `\u`) {
		b.WriteString(decodeJSON(text))
	}
	text := strings.ToValidUTF8(b.String(), "\uFFFD")
	return &given{text: text, literal: strings.ToLower(text)}
}

// has reports whether the message gives s: as it stands, else in some encoding or
// broken over lines. A reader may have decoded a part of s alone, so the rest of it
// is decoded too.
func (g *given) has(s string) bool {
	if strings.Contains(g.literal, s) {
		return true
	}
	for i, decode := range decoders {
		if g.letters[i] == "" {
			g.letters[i] = onlyLetters(decode(g.text))
		}
		if strings.Contains(g.letters[i], onlyLetters(decode(s))) {
			return true
		}
	}
	return false
}

// decodeX400 writes "@" where X.400, which has no such character, writes "(a)".
func decodeX400(s string) string { return strings.ReplaceAll(s, "(a)", "@") }

// decodeBase64 decodes the lines of parts in base64 from which the report
// keeps only what it says of recipients.
func decodeBase64(data []byte) []byte {
	var text []byte
	for line := range bytes.Lines(data) {
		if decoded, err := base64.StdEncoding.DecodeString(string(bytes.TrimSpace(line))); err == nil {
			text = append(text, decoded...)
		}
	}
	return text
}

// withoutListRoles turns the addresses that list managers write from into the
// addresses of their lists: "talk-owner@lists.example" gives talk@lists.example.
func withoutListRoles(s string) string {
	var pairs []string
	for _, role := range []string{"bounces", "owner", "request", "admin", "help", "confirm", "errors"} {
		pairs = append(pairs, "-"+role+"@", "@", "+"+role+"@", "@")
	}
	return strings.NewReplacer(append(pairs, "owner-", "")...).Replace(s)
}

// holdsStatus reports whether st, with leading zeros or without, stands in s.
func holdsStatus(s string, st codes.Status) bool {
	if !st.IsValid() || strings.Contains(s, st.String()) {
		return true
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r != '.' && (r < '0' || r > '9') }) {
		if got, err := codes.ParseStatus(strings.Trim(word, ".")); err == nil && got == st {
			return true
		}
	}
	return false
}

func onlyLetters(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}

// decodeHeader decodes each encoded-word apart, so that none hides another.
func decodeHeader(s string) string {
	return encodedWord.ReplaceAllStringFunc(s, func(word string) string {
		if decoded, err := wordDecoder.Decode(word); err == nil {
			return decoded
		}
		return word
	})
}

var (
	encodedWord = regexp.MustCompile(`=\?[^?\s]+\?[BbQq]\?[^?]*\?=`)
	wordDecoder = mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
)

// decodeXtext and the next decode what is written as a mark and the hexadecimal
// number of a byte or a character: "+3D", "\x{E4}", "+40", "\u0040".
func decodeXtext(s string) string {
	return xtext.ReplaceAllStringFunc(s, func(written string) string {
		return string([]byte{byte(hexNumber(written[len("+"):]))})
	})
}

func decodeUnitext(s string) string {
	return unitext.ReplaceAllStringFunc(s, func(written string) string {
		return string(rune(hexNumber(written[len(`\x{`) : len(written)-len("}")])))
	})
}

func decodeJSON(s string) string {
	return jsonEscape.ReplaceAllStringFunc(s, func(written string) string {
		return string(rune(hexNumber(written[len(`\u`):])))
	})
}

func decodeIMCEA(s string) string { return strings.ReplaceAll(decodeXtext(s), "_", "/") }

var (
	xtext      = regexp.MustCompile(`\+[[:xdigit:]]{2}`)
	unitext    = regexp.MustCompile(`(?i)\\x\{[[:xdigit:]]{1,6}\}`)
	jsonEscape = regexp.MustCompile(`\\u[[:xdigit:]]{4}`)
)

func hexNumber(digits string) uint64 {
	v, _ := strconv.ParseUint(digits, 16, 32)
	return v
}

// checkVerdicts checks what must hold between the parts of a verdict.
func checkVerdicts(rep *ndr.Report, _ []byte, _ *ndr.Options) error {
	seen := map[string]bool{}
	for i := range rep.Recipients {
		r := &rep.Recipients[i]
		if r.Address == "" || seen[r.Address] {
			return fmt.Errorf("recipient %d has no address of its own: %q", i, r.Address)
		}
		seen[r.Address] = true
		if err := checkVerdict(r); err != nil {
			return err
		}
	}
	return nil
}

func checkVerdict(r *ndr.Recipient) error {
	if r.Suppress && (!r.Permanent || r.Action != ndr.Failed || r.Scope != codes.ScopeAddress && r.Scope != codes.ScopeRecipientDomain) {
		return fmt.Errorf("suppress with %v, %v and permanent %v", r.Action, r.Scope, r.Permanent)
	}
	if r.Permanent && r.Action != ndr.Failed {
		return fmt.Errorf("permanent with action %v", r.Action)
	}
	if r.Permanent && r.Reply.Transient() {
		return fmt.Errorf("permanent with reply %v", r.Reply)
	}
	return nil
}

// checkErr checks that [ndr.Report.Err] has one error for each failure.
func checkErr(rep *ndr.Report, _ []byte, _ *ndr.Options) error {
	failed := 0
	for i := range rep.Recipients {
		if rep.Recipients[i].Failed() {
			failed++
		}
	}
	err := rep.Err()
	if err == nil {
		if failed > 0 {
			return fmt.Errorf("no error for %d failed recipients", failed)
		}
		return nil
	}
	var all *ndr.ReportError
	if !errors.As(err, &all) || len(all.Failures) != failed {
		return fmt.Errorf("%d recipients failed, but the error is %v", failed, err)
	}
	for _, e := range all.Failures {
		if err := checkDeliveryError(e); err != nil {
			return err
		}
	}
	return checkErrorString(err)
}

// checkDeliveryError checks an error against the recipient in it.
func checkDeliveryError(e *ndr.DeliveryError) error {
	permanent := e.Recipient.Permanent
	if errors.Is(e, ndr.ErrPermanent) != permanent || permanent && errors.Is(e, ndr.ErrTemporary) || !errors.Is(e, e.Recipient.Reason) {
		return fmt.Errorf("%v is not what its recipient is: %+v", e, e.Recipient)
	}
	var auth *headers.AuthError
	if errors.As(e, &auth) != (len(e.Auth) > 0) {
		return fmt.Errorf("%d authentication errors do not come out", len(e.Auth))
	}
	for _, err := range e.Auth {
		if err := checkErrorString(err); err != nil {
			return err
		}
	}
	return checkErrorString(e)
}

// checkErrorString checks that an error is fit for a log.
func checkErrorString(err error) error {
	s := err.Error()
	if len(s) > maxError || !utf8.ValidString(s) || strings.IndexFunc(s, unicode.IsControl) >= 0 {
		return fmt.Errorf("error string of %d bytes: %.1000q", len(s), s)
	}
	return nil
}
