package freeform

import (
	"cmp"

	"example.com/ndr/ndr/internal/found"
)

// Read reads what the text of a message reports. The kind is [found.Other]
// where the text is no report, or the view is ByFields; what was found is given
// all the same.
func Read(v *TextView) found.Report { return readNested(v, maxNested) }

// readNested is Read; depth is how many reports inside reports are still read.
func readNested(v *TextView, depth int) found.Report {
	read := group(v)
	v.refused = read.refused
	if depth > 0 && mayNest(v, read) {
		if inner := readInner(v, depth-1); inner.Kind != found.Other {
			inner.TooLong = inner.TooLong || v.tooLong
			return inner
		}
	}
	chosen, recipients, tooMany := recipientsOf(v, read)
	rep := found.Report{
		Format: v.FormatName(), Original: v.original, Server: cmp.Or(read.server, v.fromHost()), Recipients: recipients,
		TooLong: v.tooLong, TooMany: read.tooMany || tooMany,
	}
	if v.ByFields {
		return rep
	}
	var isReport bool
	if isReport, rep.Rule = weigh(newEvidence(v, read, chosen, recipients)); isReport {
		rep.Kind = found.KindOf(recipients, found.Success)
	}
	return rep
}

// recipientsOf returns what is known of each recipient, and the candidates that
// they were made of. Where the text names nobody a field of the header may, or
// what else the text tells.
func recipientsOf(v *TextView, read *reading) (chosen []*candidate, recipients []found.Recipient, tooMany bool) {
	chosen = choose(v, read)
	x := &explainer{v, read, chosen}
	if recipients = x.explain(); len(recipients) > 0 {
		return chosen, recipients, false
	}
	if v.Has(failedField) {
		recipients, tooMany = x.failedRecipients()
	}
	if len(recipients) == 0 {
		chosen, recipients = infer(x)
	}
	return chosen, recipients, tooMany
}
