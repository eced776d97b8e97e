package fuzz

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"mime/quotedprintable"
	"slices"
	"strings"
	"testing"
)

// A mutation is something that a mail system, or an attacker, does to a
// message.
type mutation struct {
	name   string
	mutate func(r *rand.Rand, m []byte) []byte
}

var mutations = []mutation{
	{"drop lines", onLines(dropLines)},
	{"double lines", onLines(doubleLines)},
	{"swap lines", onLines(swapLines)},
	{"join lines", onLines(joinLines)},
	{"drop blank lines", onLines(dropBlankLines)},
	{"double blank lines", onLines(doubleBlankLines)},
	{"add an overlong line", onLines(overlongLine)},
	{"quote", onLines(quoteLines)},
	{"unfold", onLines(unfoldLines)},
	{"fold", onLines(foldLines)},
	{"indent", onLines(indentLines)},
	{"change case of field names", onLines(changeCase)},
	{"double a field with another value", onLines(doubleField)},
	{"stuff a field", onLines(stuffField)},
	{"lie about the charset", onLines(lieCharset)},
	{"lie about the transfer encoding", onLines(lieEncoding)},
	{"lie about the type", onLines(lieType)},
	{"drop a boundary", onLines(dropBoundary)},
	{"lengthen a boundary", onLines(lengthenBoundary)},
	{"drop a part", onParts(dropPart)},
	{"double a part", onParts(doublePart)},
	{"swap parts", onParts(swapParts)},
	{"cut a part", onParts(cutPart)},
	{"re-encode a part", onParts(encodePart)},
	{"truncate", truncate},
	{"mix line ends", mixLineEnds},
	{"insert control characters", insertControls},
	{"change bytes", changeBytes},
	{"escape From", escapeFrom},
	{"nest in multiparts", nestMixed},
	{"nest in messages", nestMessage},
	{"make HTML of it", makeHTML},
	{"nest in a prefix of the boundary", nestPrefix},
}

// TestMutations checks the properties of FuzzParse on mutations of every
// message of ../testdata. What it does depends on the seed alone, so a failure
// can be had again by its number.
func TestMutations(t *testing.T) {
	variants := 12 // of each message
	if testing.Short() {
		variants = 2
	}
	all := testMessages(t)
	for i, m := range all {
		for n := range variants {
			r := rand.New(rand.NewPCG(uint64(i), uint64(n)))
			data, names := mutated(r, m.data, all)
			if err := checkMessage(data, nil); err != nil {
				t.Errorf("%s, variant %d (%s): %v\nfor %.3000q", m.name, n, strings.Join(names, ", "), err, data)
			}
		}
	}
}

// mutated applies one to four mutations, and tells their names.
func mutated(r *rand.Rand, data []byte, all []message) ([]byte, []string) {
	var names []string
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if r.IntN(8) == 0 {
		other := all[r.IntN(len(all))]
		names = append(names, "go on as "+other.name)
		data = slices.Concat(data[:r.IntN(len(data)+1)], other.data[r.IntN(len(other.data)):])
	}
	for range 1 + r.IntN(4) {
		if m := mutations[r.IntN(len(mutations))]; len(data) > 0 && len(data) < maxFuzzed {
			names = append(names, m.name)
			data = m.mutate(r, data)
		}
	}
	return data, names
}

// TestMutators checks that each mutation changes some message.
func TestMutators(t *testing.T) {
	all := testMessages(t)
	for _, m := range mutations {
		changed := 0
		for i, msg := range all {
			data := bytes.ReplaceAll(msg.data, []byte("\r\n"), []byte("\n"))
			if !bytes.Equal(data, m.mutate(rand.New(rand.NewPCG(uint64(i), 0)), bytes.Clone(data))) {
				changed++
			}
		}
		if changed < len(all)/8 {
			t.Errorf("%q changes %d of %d messages", m.name, changed, len(all))
		}
	}
}

// onLines makes a mutation of a change to the lines of a message. Each line
// has its LF.
func onLines(change func(*rand.Rand, []string) []string) func(*rand.Rand, []byte) []byte {
	return func(r *rand.Rand, m []byte) []byte {
		lines := strings.SplitAfter(string(m), "\n")
		return []byte(strings.Join(change(r, lines), ""))
	}
}

// some returns the borders of a run of up to most lines.
func some(r *rand.Rand, lines []string, most int) (i, j int) {
	i = r.IntN(len(lines))
	return i, min(len(lines), i+1+r.IntN(most))
}

func dropLines(r *rand.Rand, lines []string) []string {
	i, j := some(r, lines, 3)
	return slices.Delete(lines, i, j)
}

func doubleLines(r *rand.Rand, lines []string) []string {
	i, j := some(r, lines, 5)
	return slices.Concat(lines[:j], lines[i:])
}

func swapLines(r *rand.Rand, lines []string) []string {
	i, j := r.IntN(len(lines)), r.IntN(len(lines))
	lines[i], lines[j] = lines[j], lines[i]
	return lines
}

func joinLines(r *rand.Rand, lines []string) []string {
	i, j := some(r, lines, 4)
	for ; i < j; i++ {
		lines[i] = strings.TrimSuffix(lines[i], "\n") + " "
	}
	return lines
}

func dropBlankLines(_ *rand.Rand, lines []string) []string {
	return slices.DeleteFunc(lines, func(line string) bool { return line == "\n" })
}

func doubleBlankLines(_ *rand.Rand, lines []string) []string {
	for i, line := range lines {
		if line == "\n" {
			lines[i] = "\n\n"
		}
	}
	return lines
}

func overlongLine(r *rand.Rand, lines []string) []string {
	i := r.IntN(len(lines))
	fill := []string{"x", "<", "a@b.example ", "550 ", "=?", "(", "\x00", "é"}[r.IntN(8)]
	lines[i] = strings.TrimSuffix(lines[i], "\n") + strings.Repeat(fill, r.IntN(40000)/len(fill)) + "\n"
	return lines
}

// quoteLines quotes all lines from one on, as a mail program does.
func quoteLines(r *rand.Rand, lines []string) []string {
	for i := r.IntN(len(lines)); i < len(lines); i++ {
		lines[i] = "> " + lines[i]
	}
	return lines
}

// unfoldLines joins every continuation line to the one before.
func unfoldLines(_ *rand.Rand, lines []string) []string {
	for i := 1; i < len(lines); i++ {
		if lines[i][:min(1, len(lines[i]))] == " " || strings.HasPrefix(lines[i], "\t") {
			lines[i-1] = strings.TrimSuffix(lines[i-1], "\n")
		}
	}
	return lines
}

// foldLines folds lines at a blank.
func foldLines(r *rand.Rand, lines []string) []string {
	for i, j := some(r, lines, 30); i < j; i++ {
		lines[i] = strings.Replace(lines[i], " ", "\n ", 1+r.IntN(3))
	}
	return lines
}

func indentLines(r *rand.Rand, lines []string) []string {
	for i, j := some(r, lines, 30); i < j; i++ {
		lines[i] = strings.Repeat(" ", r.IntN(5)) + lines[i]
	}
	return lines
}

// fields returns the numbers of the lines that look like a field with that
// name, any for "".
func fields(lines []string, name string) (found []int) {
	for i, line := range lines {
		got, _, ok := strings.Cut(line, ":")
		if ok && !strings.ContainsAny(got, " <>@") && (name == "" || strings.EqualFold(got, name)) {
			found = append(found, i)
		}
	}
	return found
}

// one chooses one of the fields of that name; ok is false where there is none.
func one(r *rand.Rand, lines []string, name string) (i int, ok bool) {
	found := fields(lines, name)
	if len(found) == 0 {
		return 0, false
	}
	return found[r.IntN(len(found))], true
}

func changeCase(r *rand.Rand, lines []string) []string {
	for _, i := range fields(lines, "") {
		name, value, _ := strings.Cut(lines[i], ":")
		switch r.IntN(3) {
		case 0:
			lines[i] = strings.ToUpper(name) + ":" + value
		case 1:
			lines[i] = strings.ToLower(name) + " :" + value
		}
	}
	return lines
}

func doubleField(r *rand.Rand, lines []string) []string {
	i, ok := one(r, lines, "")
	j, _ := one(r, lines, "")
	if !ok {
		return lines
	}
	name, _, _ := strings.Cut(lines[i], ":")
	_, value, _ := strings.Cut(lines[j], ":")
	return slices.Insert(lines, i, name+":"+value)
}

// stuffField puts into a field what belongs into none.
func stuffField(r *rand.Rand, lines []string) []string {
	i, ok := one(r, lines, "")
	if !ok {
		return lines
	}
	name, value, _ := strings.Cut(strings.TrimSuffix(lines[i], "\n"), ":")
	stuff := []string{
		"", ";", "rfc822;", " <a@b@c>", " (((", ` "`, " =?utf-8?b?/w==?=", " +FF+00", ` \x{85}`, " IMCEAEX-_O=X_CN=+00@example.com",
		" 5.1.1 550 4.2.2", " Mon, 2 Jan 2006 15:04:05 +9900", " \x00\x1b[31m", " \xff\xfe", " Ⱥ@EXAMPLE.COM", " \u202e\u2028",
	}[r.IntN(16)]
	if r.IntN(2) == 0 {
		value = ""
	}
	lines[i] = name + ":" + value + stuff + "\n"
	return lines
}

func lieCharset(r *rand.Rand, lines []string) []string {
	charset := []string{"utf-16", "utf-7", "iso-2022-jp", "gb18030", "big5", "x-unknown", "", "ebcdic-cp-us", "hz-gb-2312", "ISO-2022-KR"}[r.IntN(10)]
	return setField(r, lines, "Content-Type", "text/plain; charset="+charset)
}

func lieEncoding(r *rand.Rand, lines []string) []string {
	encoding := []string{"base64", "quoted-printable", "8bit", "x-uuencode", "binary", ""}[r.IntN(6)]
	return setField(r, lines, "Content-Transfer-Encoding", encoding)
}

func lieType(r *rand.Rand, lines []string) []string {
	typ := []string{
		"text/html", "message/rfc822", "message/delivery-status", "text/rfc822-headers", "multipart/report", "multipart/mixed; boundary=\"\"",
		"application/octet-stream", "message/feedback-report", "message/global-delivery-status; charset=utf-16", "multipart/alternative; boundary=x", "text",
	}[r.IntN(11)]
	return setField(r, lines, "Content-Type", typ)
}

// setField sets one field of that name, or adds it to the header.
func setField(r *rand.Rand, lines []string, name, value string) []string {
	field := name + ": " + value + "\n"
	if i, ok := one(r, lines, name); ok {
		lines[i] = field
		return lines
	}
	return slices.Insert(lines, 0, field)
}

// boundaries returns the numbers of the lines that look like a boundary.
func boundaries(lines []string) (found []int) {
	for i, line := range lines {
		if strings.HasPrefix(line, "--") && len(strings.TrimSpace(line)) > 4 {
			found = append(found, i)
		}
	}
	return found
}

func dropBoundary(r *rand.Rand, lines []string) []string {
	if found := boundaries(lines); len(found) > 0 {
		i := found[r.IntN(len(found))]
		return slices.Delete(lines, i, i+1)
	}
	return lines
}

func lengthenBoundary(r *rand.Rand, lines []string) []string {
	if found := boundaries(lines); len(found) > 0 {
		i := found[r.IntN(len(found))]
		more := []string{" ", "-", "--", "x", "\t\t", "==", "--x"}[r.IntN(7)]
		lines[i] = strings.TrimSuffix(lines[i], "\n") + more + "\n"
	}
	return lines
}

// onParts makes a mutation of a change to the pieces between boundaries. Each
// piece begins with its boundary; the first is what stands before all.
func onParts(change func(*rand.Rand, []string) []string) func(*rand.Rand, []byte) []byte {
	return func(r *rand.Rand, m []byte) []byte {
		lines := strings.SplitAfter(string(m), "\n")
		found := append(boundaries(lines), len(lines))
		pieces := []string{strings.Join(lines[:found[0]], "")}
		for i := range len(found) - 1 {
			pieces = append(pieces, strings.Join(lines[found[i]:found[i+1]], ""))
		}
		if len(pieces) < 2 {
			return m
		}
		return []byte(strings.Join(change(r, pieces), ""))
	}
}

// aPart chooses a piece that is not the first.
func aPart(r *rand.Rand, parts []string) int { return 1 + r.IntN(len(parts)-1) }

func dropPart(r *rand.Rand, parts []string) []string {
	i := aPart(r, parts)
	return slices.Delete(parts, i, i+1)
}

func doublePart(r *rand.Rand, parts []string) []string {
	i := aPart(r, parts)
	return slices.Insert(parts, aPart(r, parts), parts[i])
}

func swapParts(r *rand.Rand, parts []string) []string {
	i, j := aPart(r, parts), aPart(r, parts)
	parts[i], parts[j] = parts[j], parts[i]
	return parts
}

func cutPart(r *rand.Rand, parts []string) []string {
	i := aPart(r, parts)
	parts[i] = parts[i][:r.IntN(len(parts[i]))]
	return parts
}

// encodePart puts the body of a part into a transfer encoding.
func encodePart(r *rand.Rand, parts []string) []string {
	i := aPart(r, parts)
	head, body, ok := strings.Cut(parts[i], "\n\n")
	if !ok {
		return parts
	}
	if r.IntN(2) == 0 {
		parts[i] = head + "\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(body)) + "\n"
		return parts
	}
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	w.Write([]byte(body))
	w.Close()
	parts[i] = head + "\nContent-Transfer-Encoding: quoted-printable\n\n" + strings.ReplaceAll(b.String(), "\r\n", "\n") + "\n"
	return parts
}

func truncate(r *rand.Rand, m []byte) []byte { return m[:r.IntN(len(m))] }

// mixLineEnds ends each line in another way.
func mixLineEnds(r *rand.Rand, m []byte) []byte {
	var out []byte
	for line := range bytes.Lines(m) {
		out = append(out, bytes.TrimSuffix(line, []byte("\n"))...)
		out = append(out, []string{"\n", "\r\n", "\r", "\r\r\n", "\n\r"}[r.IntN(5)]...)
	}
	return out
}

func insertControls(r *rand.Rand, m []byte) []byte {
	for range 1 + r.IntN(20) {
		control := []string{"\x00", "\x1b[2J", "\x7f", "\u0085", "\u200b", "\ufeff", "\x80", "\u2028", "\x0c", "\x08"}[r.IntN(10)]
		m = slices.Insert(m, r.IntN(len(m)), []byte(control)...)
	}
	return m
}

func changeBytes(r *rand.Rand, m []byte) []byte {
	m = bytes.Clone(m)
	for range 1 + r.IntN(20) {
		m[r.IntN(len(m))] = byte(r.Uint32())
	}
	return m
}

// escapeFrom puts the message into a mailbox file.
func escapeFrom(_ *rand.Rand, m []byte) []byte {
	m = bytes.ReplaceAll(m, []byte("\nFrom"), []byte("\n>From"))
	return append([]byte("From MAILER-DAEMON Mon Jan  2 15:04:05 2006\n"), m...)
}

func nestMixed(r *rand.Rand, m []byte) []byte {
	depth := 1 + r.IntN(30)
	var b bytes.Buffer
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	b.Write(m)
	for i := depth - 1; i >= 0; i-- {
		fmt.Fprintf(&b, "\n--b%d--\n", i)
	}
	return b.Bytes()
}

func nestMessage(r *rand.Rand, m []byte) []byte {
	return append(bytes.Repeat([]byte("Content-Type: message/rfc822\n\n"), 1+r.IntN(4)), m...)
}

func makeHTML(r *rand.Rand, m []byte) []byte {
	head, body, _ := strings.Cut(string(m), "\n\n")
	tag := []string{"<pre>", "<p>", "<table><tr><td>", "<a href=\"mailto:a@b.example\">", "<!--", "<script>", "<textarea>"}[r.IntN(7)]
	return []byte("Content-Type: text/html\n" + head + "\n\n<html>" + tag + strings.ReplaceAll(body, "\n", "<br>\n"+tag))
}

// nestPrefix nests the message between boundaries that begin with one another.
func nestPrefix(r *rand.Rand, m []byte) []byte {
	outer := strings.Repeat("=", 1+r.IntN(8))
	inner := outer + []string{"", "-", "--", "=", " "}[r.IntN(5)]
	return fmt.Appendf(nil, "Content-Type: multipart/report; boundary=\"%s\"\n\n--%s\nContent-Type: multipart/mixed; boundary=\"%s\"\n\n--%s\n%s\n--%s--\n--%s--\n",
		outer, outer, inner, inner, m, inner, outer)
}
