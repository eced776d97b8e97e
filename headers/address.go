package headers

import (
	"net/mail"
	"slices"
	"strings"
)

// An Address is one mailbox (RFC 5322, section 3.4). Local and Domain are not
// folded in case.
type Address struct {
	// Name is the display name, or else the comment beside the address,
	// decoded to UTF-8 (RFC 2047); "" where there is none.
	Name string `json:"name"`
	// Local is the local part, without the quotes of a quoted string.
	Local string `json:"local"`
	// Domain is the domain as written, or a literal such as "[192.0.2.1]"; ""
	// where the text has a local part alone.
	Domain string `json:"domain"`
}

// ParseAddress reads one address as real systems write it: "a@b", "<a@b>",
// "Name <a@b>", "a@b (Name)", with a quoted local part, a source route
// ("<@x,@y:a@b>"), a domain literal, UTF-8 or encoded-words; a lone local part
// ("MAILER-DAEMON"); and Outlook's quotes in "'a@b'". It reports false for a
// text without any, such as the null path "<>". Of a list it gives the first.
// No character of an address is changed or left out: one with a control
// character or broken UTF-8 is none. What an address must be to be mailed says
// [ValidMailbox].
func ParseAddress(s string) (Address, bool) {
	list := readAddresses(s, 1)
	if len(list) == 0 {
		return Address{}, false
	}
	return list[0], true
}

// ParseAddressList returns the addresses of a list (RFC 5322, section 3.4),
// each as [ParseAddress] reads it, those in groups included. What is no
// address is left out. It reads 64 KiB and returns at most 2000 addresses.
func ParseAddressList(s string) []Address { return readAddresses(s, maxAddresses) }

// readAddresses returns at most max addresses.
func readAddresses(s string, max int) []Address {
	s = unfold(cutList(s, maxField, ','))
	if a, ok := loneMailbox(s); ok {
		return []Address{a}
	}
	if list, ok := parseList(s); ok {
		return list[:min(len(list), max)]
	}
	var list []Address
	p := addressParser{scanner: scanner{s: s}}
	for !p.done() && len(list) < max {
		if a, ok := p.mailbox(); ok {
			list = append(list, a)
		}
	}
	return list
}

// loneMailbox reads a text that is one mailbox of letters, digits and dots, as most
// are: "a@b", "<a@b>", "Name <a@b>" or the last with the name in quotes. net/mail
// and addressParser agree about such a text, and take ten times as long.
func loneMailbox(s string) (Address, bool) {
	var a Address
	if strings.HasSuffix(s, ">") {
		name, spec, ok := strings.Cut(s[:len(s)-1], "<")
		if !ok {
			return a, false
		}
		if a.Name = unquote(trimBlanks(name)); name != "" && !isPlainName(a.Name) {
			return a, false
		}
		s = spec
	}
	a.Local, a.Domain, _ = strings.Cut(s, "@")
	return a, plainBytes.makes(a.Local) && plainBytes.makes(a.Domain) && len(s) <= maxDomain
}

// isPlainName reports whether name is made of plain words, with one blank between.
func isPlainName(name string) bool {
	for word := range strings.SplitSeq(name, " ") {
		if !plainBytes.makes(word) {
			return false
		}
	}
	return len(name) <= maxText
}

// plainBytes are the bytes of an atom, or of a domain, that needs no second look.
var plainBytes = bytesOf(letters + digits + ".-_")

// listParser is net/mail's reader of addresses, with all charsets.
var listParser = mail.AddressParser{WordDecoder: &words}

// parseList reads a list by net/mail, and reports whether it could. What it
// cannot read, as a whole, is left to [addressParser]: lone local parts, dots
// anywhere in a local part, source routes, unquoted names with an "@" or a
// comma, "mailto:", missing brackets, lists with a single bad address.
func parseList(s string) ([]Address, bool) {
	if len(s) > maxList || strings.Contains(s, `"=?`) {
		// QUIRK: Outlook and others put an encoded-word into quotes, which
		// net/mail takes for plain text.
		return nil, false
	}
	read, err := listParser.ParseList(s)
	if err != nil {
		return nil, false
	}
	var list []Address
	for _, a := range read {
		at := strings.LastIndexByte(a.Address, '@')
		address := Address{blank(a.Name, maxText), a.Address[:at], a.Address[at+1:]}
		// QUIRK: Outlook writes 'a@b', where net/mail takes the quotes for part of
		// the address. A name in a comment is one to net/mail where the comment
		// comes last and the address has no brackets.
		if !validDomain(address.Domain) || !validLocal(address.Local) || address.Name == "" && strings.Contains(s, "(") {
			return nil, false
		}
		list = append(list, address)
	}
	return list, true
}

// Spec returns the address without the name: local part, "@" and domain, the
// local part in quotes if it needs them. Dots need none wherever they stand:
// "a..b@docomo.example" is an address that people have.
func (a Address) Spec() string {
	local := a.Local
	if local == "" || strings.ContainsAny(local, localSpecials) || local[0] == '\'' && a.Domain == "" {
		local = quote(local)
	}
	if a.Domain == "" {
		return local
	}
	return local + "@" + a.Domain
}

// String returns the address with its name, as [ParseAddress] reads it.
func (a Address) String() string {
	name := a.Name
	if name == "" {
		return a.Spec()
	}
	if strings.ContainsAny(name, specials) {
		name = quote(name)
	}
	return name + " <" + a.Spec() + ">"
}

// specials are the characters that an atom cannot have (RFC 5322, section
// 3.2.3), but for ".": QUIRK: Japanese mobile operators gave out addresses
// such as "a..b@" and "a.@".
const specials = localSpecials + "'"

// localSpecials are the characters that a local part cannot have.
const localSpecials = "()<>[]:;@\\,\" \t"

// An addressParser reads a list of addresses, one mailbox at a time.
type addressParser struct {
	scanner
	// noAngle tells that a ">" was once missed.
	noAngle bool
	// words are the words of the mailbox being read.
	words []string
	// angle is what stood between "<" and ">".
	angle    string
	hasAngle bool
}

// mailbox reads up to the next comma or semicolon, and reports whether an
// address stands there.
func (p *addressParser) mailbox() (Address, bool) {
	p.words, p.comments = p.words[:0], p.comments[:0]
	p.hasAngle, p.angle = false, ""
	for p.skipCFWS(); !p.done(); p.skipCFWS() {
		switch p.peek() {
		case ',', ';':
			p.pos++
			return p.build()
		case ':': // the end of a group's name, or of a source route
			p.pos++
			p.words = p.words[:0]
		case '<':
			p.consumeAngle()
		case '>', ')':
			p.pos++
		default:
			p.consumeWord()
		}
	}
	return p.build()
}

// consumeWord reads a run of atoms, quoted strings and domain literals.
func (p *addressParser) consumeWord() {
	const stop = " \t\r\n,;:<>()["
	start := p.pos
	p.consumeProtected(stop)
	for p.peek() == '[' {
		p.consumeLiteral()
		p.consumeProtected(stop)
	}
	if word := p.s[start:p.pos]; len(p.words) < maxComments || strings.Contains(word, "@") {
		p.words = append(p.words, word)
	}
}

// consumeLiteral passes a domain literal (RFC 5321, section 4.1.3), the colons
// of an IPv6 address included.
func (p *addressParser) consumeLiteral() {
	rest := cut(p.s[p.pos:], maxDomain)
	end := strings.IndexAny(rest[1:], "] ,;<>\"")
	p.pos++
	if end >= 0 && rest[1+end] == ']' {
		p.pos += end + 1
	}
}

// consumeAngle reads from "<" to ">"; of several the first counts. QUIRK: where the
// ">" is missing, the address ends before the next blank or comma.
func (p *addressParser) consumeAngle() {
	text, start := "", p.pos+1
	for p.peek() == '<' && !p.noAngle { // "<<a@b>>"
		p.pos++
		start = p.pos
		text = p.consumeProtected("<>")
	}
	if p.peek() == '>' {
		p.pos++
	} else {
		p.noAngle = true
		p.pos = start
		text = p.consumeUntil(",;<>")
	}
	if !p.hasAngle {
		p.angle, p.hasAngle = trimSpace(text), true
	}
}

// build makes the address of what was read. A lone local part in angle brackets
// gives way to an address beside it.
func (p *addressParser) build() (Address, bool) {
	words, i := p.words, p.specWord()
	a, ok := parseSpec(p.angle)
	if !p.hasAngle || a.Domain == "" && i >= 0 {
		if i < 0 && len(words) != 1 {
			return Address{}, false
		}
		i = max(i, 0)
		a, ok = parseSpec(words[i])
		words = slices.Delete(words, i, i+1)
	}
	a.Name = p.name(words)
	return a, ok
}

// specWord returns the index of the last word that is an address, -1 for none.
func (p *addressParser) specWord() int {
	for i, word := range slices.Backward(p.words) {
		if strings.Contains(word, "@") && word[0] != '@' && word[len(word)-1] != '"' {
			return i
		}
	}
	return -1
}

// name returns the display name of these words, or else the comment.
func (p *addressParser) name(words []string) string {
	name := p.takeComments()
	if len(words) > 0 {
		for i := range words {
			words[i] = unquote(words[i])
		}
		name = blank(strings.Join(words, " "), maxText)
	}
	return blank(DecodeText(name), maxText)
}

// parseSpec splits "local@domain", which may have a source route before it.
func parseSpec(s string) (Address, bool) {
	if len(s) > 2 && s[0] == '\'' && s[len(s)-1] == '\'' { // QUIRK: Outlook
		s = s[1 : len(s)-1]
	}
	if strings.HasPrefix(s, "@") || hasPrefixFold(s, "mailto:") || hasPrefixFold(s, "smtp:") {
		_, s, _ = strings.Cut(s, ":")
	}
	local, domain := trimSpace(s), ""
	if i := strings.LastIndexByte(s, '@'); i >= 0 && (s[len(s)-1] != '"') {
		local, domain = trimSpace(s[:i]), trimSpace(s[i+1:])
		if !validDomain(domain) {
			return Address{}, false
		}
	}
	local = unquote(local)
	return Address{Local: local, Domain: domain}, validLocal(local)
}

// validLocal reports whether s can be handed out as a local part: it says
// something, and has no character that would have to be changed first.
func validLocal(s string) bool {
	return strings.TrimSpace(s) != "" && len(s) <= maxText && isClean(s)
}

// validDomain reports whether domain can be one; a name in UTF-8 can.
func validDomain(domain string) bool {
	if domain == "" || len(domain) > maxDomain || !isClean(domain) {
		return false
	}
	if domain[0] == '[' {
		return domain[len(domain)-1] == ']' && !strings.ContainsAny(domain[1:len(domain)-1], "[]<>\\\"@, ;()")
	}
	return !strings.ContainsAny(domain, "()<>[]:;@\\,\"' ")
}
