package exchange

import (
	"strings"

	"example.com/ndr/ndr/internal/lex"
)

// A section is the text of a report before the quoted header.
type section struct {
	lines []line
	// names are the addresses of the recipients that the section for users
	// gives by display name, in lower case.
	names map[string]string
}

// A line is one that is not blank, without the blanks around it.
type line struct {
	text string
	// first reports whether a blank line stands above.
	first bool
}

func newSection(body []string) section {
	lines := make([]line, 0, len(body))
	first := true
	for _, text := range body {
		if text = strings.TrimSpace(text); text == "" {
			first = true
			continue
		}
		if n := len(lines); n > 0 && lex.IsFoldedIMCEA(lines[n-1].text) {
			lines[n-1].text += text
			continue
		}
		lines = append(lines, line{text, first})
		first = false
	}
	return section{lines, displayNames(lines)}
}

// displayNames finds the lines "Name (address)" and "Name<mailto:address>".
func displayNames(lines []line) map[string]string {
	names := map[string]string{}
	for _, l := range lines {
		if !strings.Contains(l.text, " (") && !strings.Contains(l.text, "<mailto:") {
			continue // an address without a name
		}
		name, link, _ := strings.Cut(l.text, "<mailto:")
		address := lex.LoneAddress(name)
		if link = strings.TrimSuffix(link, ">"); address == "" && lex.IsAddress(link) {
			address = link
		}
		name, _, _ = strings.Cut(name, " (")
		if address != "" {
			names[nameKey(strings.TrimSpace(name))] = address
		}
	}
	return names
}

func nameKey(name string) string { return strings.ToLower(strings.Trim(name, `'"`)) }

// address returns the address that a line names, or that the section for users
// gives for the display name on it.
func (s section) address(text string) string {
	if address := lex.LoneAddress(text); address != "" {
		return address
	}
	if len(s.names) == 0 {
		return ""
	}
	return s.names[nameKey(text)]
}

// join returns lines as one.
func join(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text)
		b.WriteByte(' ')
	}
	return b.String()
}

// cutAddress parts a line that begins with an address from what follows.
func cutAddress(text string) (address, rest string) {
	word, rest, ok := strings.Cut(text, " ")
	if address = lex.LoneAddress(word); !ok || address == "" {
		return "", ""
	}
	return address, strings.TrimSpace(rest)
}

// oneLine replaces each run of blanks by one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
