package event

import (
	"cmp"
	"slices"
	"strings"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
)

// splitResend reads the sender's own data, and what servers said.
func splitResend(r record, o *object) []record {
	data := o.object("data")
	if data == nil {
		return nil
	}
	r.Metadata = resendMetadata(data)
	r.Shared = len(r.to) > 1 && r.Kind != found.Success && r.Kind != found.Other
	r.Suppressed = r.Suppressed || r.Kind == found.Feedback && !r.Shared
	if strings.HasSuffix(r.Name, "_quota") {
		r.Class = Class{Reason: codes.SenderBlocked, Own: true}
	}
	return readResendTexts(r, data.strs("bounce.diagnosticCode"))
}

// readResendTexts gives each recipient what a server said of it, as far as that is known:
// the text that names it; or else the one at its place, if there is one for each, or the
// only one, if that names nobody. Only the first is known to be its own.
func readResendTexts(r record, texts []string) []record {
	if len(texts) == 0 {
		return []record{r}
	}
	r.Prose = false
	if len(r.to) < 2 {
		r.text = strings.Join(texts, "\n")
		return []record{r}
	}
	recipients := r.to[:min(len(r.to), maxList)]
	r.Truncated = len(r.to) > maxList
	named, others := textsByAddress(r.to, texts)
	records := make([]record, len(recipients))
	for i, to := range recipients {
		own := r
		own.to, own.text = recipients[i:i+1], named[addressOf(to)]
		switch {
		case own.text != "":
			own.Shared = false
		case len(others) == len(r.to):
			own.text = others[i]
		case len(others) == 1:
			own.text = others[0]
		}
		records[i] = own
	}
	return records
}

// textsByAddress returns the texts by the recipient that they name, the first of each,
// and in their places those that name nobody.
func textsByAddress(to, texts []string) (named map[string]string, others []string) {
	named = make(map[string]string, len(to))
	for _, to := range to {
		named[addressOf(to)] = ""
	}
	others = slices.Clone(texts)
	for i, text := range texts {
		cut := lex.CutText(text, maxText)
		for m, ok := lex.NextAddress(cut, 0); ok; m, ok = lex.NextAddress(cut, m.End) {
			if first, ok := named[m.Address]; ok && !m.IsPart(cut) {
				named[m.Address], others[i] = cmp.Or(first, text), ""
			}
		}
	}
	return named, others
}

// addressOf returns the address in the value of a field, to compare it with others.
func addressOf(to string) string {
	address, _ := parseAddress(lex.CutText(to, maxValue))
	return address
}

// resendMetadata returns the tags, which once were a list of names and values,
// and the sender's own header fields.
func resendMetadata(data *object) map[string]string {
	metadata := data.object("tags").texts()
	for _, o := range append(data.objects("tags"), data.objects("headers")...) {
		if name := o.str("name"); name != "" {
			metadata[name] = o.str("value")
		}
	}
	return metadata
}
