package ndr_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"mime"
	"mime/quotedprintable"
	"slices"
	"strings"
	"testing"

	"example.com/ndr/ndr"
)

// letterCount is how many letters TestLetters writes.
const letterCount = 2400

// TestLetters reads letters by people that hold a report of a mail system: each
// mail program, language, way to quote, subject and report with each other, as
// far as letterCount goes. None is a report, none names a recipient, nobody is
// suppressed, Sniff agrees, and the report of at least 95 of 100 that carry a whole one is
// found in Report.Quoted.
func TestLetters(t *testing.T) {
	var whole, found int
	var missed []string
	for _, s := range letters(t) {
		r := s.run(t)
		if kind, err := ndr.Sniff(bytes.NewReader(s.data), nil); err != nil || isReport(kind) {
			t.Errorf("%s: Sniff says %s, %v", s.name, kind, err)
		}
		if s.want.quoted == "" {
			continue
		}
		whole++
		if q := quotedOf(r); q != nil && slices.Contains(addresses(q, false), s.want.quoted) {
			found++
		} else {
			missed = append(missed, s.name)
		}
	}
	if found*100 < whole*95 {
		t.Errorf("Quoted holds the report of %d of %d letters, such as not of\n%s", found, whole,
			strings.Join(missed[:min(len(missed), 40)], "\n"))
	}
}

// TestMentions reads messages that speak of reports, or hold one for another
// purpose: questions, list posts, tickets, responders, digests, mailq output.
func TestMentions(t *testing.T) {
	for _, s := range families(t, "mentions.txtar", 12) {
		s.run(t)
	}
}

// A letterPlan is one combination of what a letter is made of.
type letterPlan struct {
	program, language, way, report string
	subject, ask                   int
	failed                         string
	delivered                      bool
}

// letters writes letterCount letters. A step that is coprime to the number of
// combinations spreads them over all.
func letters(t testing.TB) (all []sample) {
	w := newLetterWriter(t)
	sizes := []int{len(w.programs), len(w.languages), len(w.ways), len(w.reports), len(letterSubjects), 3, len(failedAddresses), 2}
	total := 1
	for _, n := range sizes {
		total *= n
	}
	step := stride(total)
	for i := range letterCount {
		var pick [8]int
		n := i * step % total
		for j, size := range sizes {
			pick[j], n = n%size, n/size
		}
		all = append(all, w.letter(i, letterPlan{
			program:   w.programs[pick[0]].name,
			language:  w.languages[pick[1]].name,
			way:       w.ways[pick[2]].name,
			report:    w.reports[pick[3]],
			subject:   pick[4],
			ask:       pick[5],
			failed:    failedAddresses[pick[6]],
			delivered: pick[7] == 0,
		}))
	}
	return all
}

// letterSubjects are what people write above a report, and whether the letter
// is then an answer to it.
var letterSubjects = []struct {
	text  string
	reply bool
}{
	{"Fwd: {{report-subject}}", true}, // most programs refer to what they forward
	{"{{fw}} {{report-subject}}", false},
	{"{{re}} {{report-subject}}", true},
	{"{{report-subject}}", false},
	{"{{question}}", false},
	{"", false},
}

var failedAddresses = []string{"dora@example.net", "sales.team@example.net", "k.berg-2@example.net"}

var letterReaders = []string{"helpdesk@example.org", "postmaster@example.org", "users@lists.example.org", "colleague@example.com"}

// A letterWriter holds the templates of letters.
type letterWriter struct {
	programs, languages, ways, traces []section

	reports    []string
	reportText map[string]string // by "NAME/PART"
}

func newLetterWriter(t testing.TB) *letterWriter {
	w := &letterWriter{
		programs:   readSections(t, "programs.txtar"),
		languages:  readSections(t, "languages.txtar"),
		ways:       readSections(t, "ways.txtar"),
		traces:     readSections(t, "traces.txtar"),
		reportText: map[string]string{},
	}
	for _, s := range readSections(t, "reports.txtar") {
		w.reportText[s.name] = s.text
		if name, ok := strings.CutSuffix(s.name, "/header"); ok {
			w.reports = append(w.reports, name)
		}
	}
	return w
}

// letter writes the letter number i by the plan p.
func (w *letterWriter) letter(i int, p letterPlan) sample {
	v := w.words(i, p)
	program := sectionText(w.programs, p.program)
	build, header, _ := strings.Cut(program, "\n")
	layout := strings.SplitN(build, " ", 3)
	body := letterBody{
		kind: layout[0], encoding: layout[1], boundary: layout[2] + v["hex"],
		text: strings.TrimRight(v.fill(sectionText(w.ways, p.way)), "\n") + "\n",
	}
	if p.way == "html" {
		body.kind = "html"
	}
	if strings.HasPrefix(p.way, "attached-") {
		body.attachment = w.attachment(p, v)
	}
	s := sample{
		name: strings.Join([]string{p.program, p.language, p.way, p.report, fmt.Sprint(i)}, "/"),
		data: []byte(fields(v.fill(header)) + body.String()),
		want: want{kind: []string{"other"}, author: []string{"person", "unknown"}},
	}
	if p.way != "reply-line" {
		s.want.quoted = p.failed
	}
	return s
}

// words returns what stands for the placeholders in letter number i.
func (w *letterWriter) words(i int, p letterPlan) values {
	v := w.language(p)
	v["from"], v["domain"], v["to"] = "kim@example.com", "example.com", letterReaders[i%len(letterReaders)]
	v["hex"], v["minute"] = fmt.Sprintf("%06x", uint32(i)*2654435761>>8), fmt.Sprintf("%02d", i%60)
	w.addReport(v, p)

	// What stands in a header is encoded.
	v["header-name"] = mime.BEncoding.Encode("utf-8", v["name"])
	v["topic"] = mime.QEncoding.Encode("utf-8", v["report-subject"])
	v["subject"] = mime.QEncoding.Encode("utf-8", v.fill(letterSubjects[p.subject].text))
	v["parent"] = ""
	if letterSubjects[p.subject].reply {
		v["parent"] = field(w.reportText[p.report+"/header"], "Message-I")
	}
	v["trace"] = ""
	if p.delivered {
		v["trace"] = sectionText(w.traces, "delivered")
	}
	return v
}

// language returns the words of the plan's language.
func (w *letterWriter) language(p letterPlan) values {
	v := values{"lang": p.language}
	asks := 0
	for line := range strings.Lines(sectionText(w.languages, p.language)) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if key == "ask" {
			if asks++; asks-1 != p.ask {
				continue
			}
		}
		v[key] = value
	}
	return v
}

// addReport adds what the plan's report gives to v.
func (w *letterWriter) addReport(v values, p letterPlan) {
	v["failed"] = p.failed
	v["local"], _, _ = strings.Cut(p.failed, "@")
	v["sender-local"], _, _ = strings.Cut(v["from"], "@")
	header := w.reportText[p.report+"/header"]
	v["daemon"], v["report-subject"] = field(header, "From"), field(header, "Subject")
	v["daemon-name"] = daemonName(v["daemon"])
	v["wrote-kim"] = strings.ReplaceAll(v["on"], "{{daemon-name}}", v["name"])
	text, ok := w.reportText[p.report+"/text/"+p.language]
	if !ok {
		text = w.reportText[p.report+"/text"]
	}
	text = strings.TrimRight(v.fill(text), "\n")
	v["report"] = text
	v["> report"], v[">> report"] = quote("> ", text), quote(">> ", text)
	v["> wrapped"] = quote("> ", wrap(text, 72))
}

// quote puts mark before each line.
func quote(mark, text string) string {
	return mark + strings.ReplaceAll(text, "\n", "\n"+mark)
}

// wrap breaks lines at blanks, so that they are at most width bytes long where
// their words are.
func wrap(text string, width int) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		for len(line) > width {
			i := strings.LastIndex(line[:width+1], " ")
			if strings.TrimSpace(line[:max(i, 0)]) == "" {
				break
			}
			lines, line = append(lines, line[:i]), line[i+1:]
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// daemonName returns the display name of an address, or the address.
func daemonName(from string) string {
	if name, _, ok := strings.Cut(from, " <"); ok {
		return name
	}
	if _, name, ok := strings.Cut(from, " ("); ok {
		return strings.TrimSuffix(name, ")")
	}
	return strings.Trim(from, "<>")
}

// attachment returns the report as a part of its own.
func (w *letterWriter) attachment(p letterPlan, v values) string {
	raw := w.raw(p.report, v)
	switch p.way {
	case "attached-report":
		if _, body, ok := strings.Cut(raw, "\nContent-Type: multipart/report"); ok {
			// The fields of the report's own header stay behind.
			_, parts, _ := strings.Cut(body, "\n\n")
			return "Content-Type: multipart/report" + typeParameters(body) + "\n\n" + parts
		}
		return "Content-Type: message/rfc822\n\n" + raw
	case "attached-eml":
		return "Content-Type: application/octet-stream; name=\"report.eml\"\nContent-Transfer-Encoding: base64\n" +
			"Content-Disposition: attachment; filename=\"report.eml\"\n\n" + encode("base64", raw)
	default:
		return "Content-Type: message/rfc822; name=\"report.eml\"\nContent-Disposition: attachment; filename=\"report.eml\"\n\n" + raw
	}
}

// typeParameters returns the rest of a folded Content-Type.
func typeParameters(rest string) string {
	first, rest, _ := strings.Cut(rest, "\n")
	for line := range strings.Lines(rest) {
		if line[0] != ' ' && line[0] != '\t' {
			break
		}
		first += "\n" + strings.TrimSuffix(line, "\n")
	}
	return first
}

// raw returns a whole report as it came from the mail system.
func (w *letterWriter) raw(report string, v values) string {
	header, text := v.fill(w.reportText[report+"/header"]), v["report"]
	original := v.fill(w.reportText[report+"/original"])
	status, ok := w.reportText[report+"/status"]
	if !ok {
		return header + "\n" + text + "\n\n" + original
	}
	_, boundary, _ := strings.Cut(header, "boundary=")
	boundary, _, _ = strings.Cut(boundary, "\n")
	boundary, _, _ = strings.Cut(boundary, ";")
	boundary = strings.Trim(boundary, `"`)
	return header + "\n--" + boundary +
		"\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n\n--" + boundary +
		"\nContent-Type: message/delivery-status\n\n" + v.fill(status) + "\n--" + boundary +
		"\nContent-Type: message/rfc822\n\n" + original + "\n--" + boundary + "--\n"
}

// A letterBody is a body as mail programs build it.
type letterBody struct {
	kind, encoding, boundary, text, attachment string
}

// String returns the MIME fields, an empty line and the body.
func (b letterBody) String() string {
	switch {
	case b.attachment != "":
		inner := b
		inner.attachment, inner.boundary = "", b.boundary+"-alt"
		return multipart("mixed", b.boundary, inner.String(), b.attachment)
	case b.kind == "alternative":
		return multipart("alternative", b.boundary, textPart("plain", b.encoding, b.text),
			textPart("html", b.encoding, letterHTML(b.text)))
	case b.kind == "html":
		return textPart("html", b.encoding, letterHTML(b.text))
	default:
		return textPart("plain", b.encoding, b.text)
	}
}

func multipart(subtype, boundary string, parts ...string) string {
	boundary = strings.ReplaceAll(boundary, " ", "_")
	s := fmt.Sprintf("Content-Type: multipart/%s; boundary=%q\n\nThis is a multi-part message in MIME format.\n", subtype, boundary)
	for _, part := range parts {
		s += "--" + boundary + "\n" + part + "\n"
	}
	return s + "--" + boundary + "--\n"
}

func textPart(subtype, encoding, text string) string {
	return fmt.Sprintf("Content-Type: text/%s; charset=\"utf-8\"\nContent-Transfer-Encoding: %s\n\n%s", subtype, encoding, encode(encoding, text))
}

// encode applies a content transfer encoding.
func encode(encoding, text string) string {
	var b strings.Builder
	switch encoding {
	case "base64":
		for line := range slices.Chunk([]byte(base64.StdEncoding.EncodeToString([]byte(text))), 76) {
			b.Write(append(line, '\n'))
		}
	case "quoted-printable":
		q := quotedprintable.NewWriter(&b)
		io.WriteString(q, text)
		q.Close()
		return strings.ReplaceAll(b.String(), "\r\n", "\n")
	default:
		return text
	}
	return b.String()
}

// letterHTML returns text as mail programs write it in HTML: each line a block,
// what is quoted with ">" in a blockquote.
func letterHTML(text string) string {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=\"utf-8\"></head><body>\n")
	quoted := false
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		rest, isQuoted := strings.CutPrefix(line, ">")
		if isQuoted != quoted {
			b.WriteString(map[bool]string{true: "<blockquote type=\"cite\" class=\"gmail_quote\">\n", false: "</blockquote>\n"}[isQuoted])
			quoted = isQuoted
		}
		if rest = strings.TrimPrefix(rest, " "); !isQuoted {
			rest = line
		}
		if rest == "" {
			b.WriteString("<div><br></div>\n")
		} else {
			b.WriteString("<div>" + strings.ReplaceAll(html.EscapeString(rest), "  ", "&nbsp; ") + "</div>\n")
		}
	}
	if quoted {
		b.WriteString("</blockquote>\n")
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

// fields drops the fields of a header that are empty by their template, and
// keeps the fields of mail programs that are always empty.
func fields(header string) string {
	for _, name := range []string{"In-Reply-To", "References"} {
		header = strings.ReplaceAll("\n"+header, "\n"+name+": \n", "\n")[1:]
	}
	return header
}

// field returns the first field of a header whose name begins with prefix,
// unfolded as far as its first line goes.
func field(header, prefix string) string {
	for line := range strings.Lines(header) {
		if strings.HasPrefix(line, prefix) {
			_, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
			return value
		}
	}
	return ""
}

func sectionText(all []section, name string) string {
	for _, s := range all {
		if s.name == name {
			return s.text
		}
	}
	return ""
}

// TestLettersAreVaried guards the generator itself: every program, language,
// way, report and subject occurs, and every letter is another.
func TestLettersAreVaried(t *testing.T) {
	seen, parts := map[string]bool{}, map[string]int{}
	for _, s := range letters(t) {
		seen[string(s.data)] = true
		for _, part := range strings.Split(s.name, "/")[:4] {
			parts[part]++
		}
		if strings.Contains(string(s.data), "{{") {
			t.Fatalf("%s holds a placeholder", s.name)
		}
	}
	if len(seen) != letterCount {
		t.Errorf("%d different letters, want %d", len(seen), letterCount)
	}
	w := newLetterWriter(t)
	names := w.reports
	for _, list := range [][]section{w.programs, w.languages, w.ways} {
		for _, s := range list {
			names = append(names, s.name)
		}
	}
	for _, name := range names {
		if parts[name] < letterCount/40 {
			t.Errorf("%s occurs %d times", name, parts[name])
		}
	}
}
