package headers

import (
	"strings"

	"github.com/emersion/go-message/mail"
)

// maxIDs bounds the identifiers of one field.
const maxIDs = 200

// MessageIDs returns the message identifiers of a Message-ID, In-Reply-To or
// References field (RFC 5322, section 3.6.4) without their angle brackets, in
// order. Comments are skipped; a lone word with "@" counts where the brackets
// are missing, and blanks inside an identifier are removed. It takes time
// linear in the length, reads 64 KiB, and returns at most 200.
func MessageIDs(value string) []string {
	value = unfold(cutList(value, maxField, '>'))
	if isLoneID(value) {
		return []string{value[1 : len(value)-1]}
	}
	if ids, ok := parseIDs(value); ok {
		return ids
	}
	var ids []string
	sc := scanner{s: value}
	for sc.skipCFWS(); !sc.done() && len(ids) < maxIDs; sc.skipCFWS() {
		if id := sc.consumeID(); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// isLoneID reports whether value is one identifier in brackets, as most are, in
// which nothing has to be taken out. All readers agree about such a value, and this
// one needs no memory.
func isLoneID(value string) bool {
	n := len(value) - 1
	return 1 < n && n < maxText && value[0] == '<' && value[n] == '>' &&
		strings.IndexByte(value, '@') > 1 && loneIDBytes.makes(value[1:n])
}

// loneIDBytes are the bytes that every reader of an identifier takes for a part of it.
var loneIDBytes = graphicBut(`<>(),;"\`)

// parseIDs reads identifiers by go-message, and reports whether it could. It
// refuses a list with any identifier that has no "@" (old Exchange), no
// brackets (old Eudora, scripts) or blanks inside (clients that fold there). A
// text with a comment does not reach it: of that it takes time quadratic in the
// length.
func parseIDs(value string) ([]string, bool) {
	if strings.IndexByte(value, '(') >= 0 || !isClean(value) {
		return nil, false
	}
	var h mail.Header
	h.Set("References", value)
	ids, err := h.MsgIDList("References")
	if err != nil {
		return nil, false
	}
	for i := range ids {
		ids[i] = cut(ids[i], maxText)
	}
	return ids[:min(len(ids), maxIDs)], true
}

// consumeID reads one identifier at pos, "" for a word that is none. Blanks
// inside, which some clients make by folding, are removed.
func (sc *scanner) consumeID() string {
	if sc.peek() != '<' {
		word := sc.consumeUntil("<(")
		if strings.IndexByte(word, '@') < 0 {
			return ""
		}
		return blank(strings.Trim(word, ">,;\""), maxText)
	}
	id := sc.s[sc.pos+1:]
	if i := strings.IndexAny(id, "<>"); i >= 0 {
		id = id[:i]
	}
	if sc.pos += 1 + len(id); sc.peek() == '>' {
		sc.pos++
	}
	return blank(withoutBlanks.Replace(id), maxText)
}

var withoutBlanks = strings.NewReplacer(" ", "", "\t", "", "\r", "", "\n", "")

// ListID returns the identifier of a List-Id field (RFC 2919, section 3), lower
// case and without its angle brackets, and the phrase before it.
func ListID(value string) (id, phrase string) {
	value = cut(unfold(value), maxText)
	open := strings.LastIndexByte(value, '<')
	if open < 0 {
		return lower(value, maxDomain), ""
	}
	id, _, _ = strings.Cut(value[open+1:], ">")
	return lower(id, maxDomain), DecodeText(unquote(blank(value[:open], maxText)))
}

// A FeedbackID is what a Feedback-ID field holds, by which Gmail counts
// complaints: up to three identifiers of the sender's choice and the sender's
// own, last.
type FeedbackID struct {
	// IDs are the identifiers before the last colon, in order.
	IDs []string `json:"ids"`
	// Sender is the last one.
	Sender string `json:"sender"`
}

// ParseFeedbackID reads the value of a Feedback-ID field. Source: Google,
// "Feedback Loop", https://support.google.com/a/answer/6254652
func ParseFeedbackID(value string) FeedbackID {
	value = blank(unfold(cut(value, maxText)), maxText)
	ids := strings.Split(value, ":")
	last := len(ids) - 1
	for i := range ids {
		ids[i] = strings.TrimSpace(ids[i])
	}
	return FeedbackID{IDs: ids[:last:last], Sender: ids[last]}
}
